"""What an empty list says: why no paper is listed, and the keys that lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest_tui.session import wording
from digest_tui.session.closing import outcomes
from digest_tui.session.date_cursor import EmptyDateRow, FileRow, OtherFilesRow, OtherRow
from digest_tui.session.views import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest_tui.session.session import Session


class Way(NamedTuple):
    """A key, and where it leads."""

    key: str
    words: str


class Empty(NamedTuple):
    """What happened, what that means, and how to go on."""

    sentence: str
    meaning: str = ""
    ways: tuple[Way, ...] = ()

    def beside_page(self) -> Empty:
        """Return what is said beside a page that says why there are no papers."""
        return self._replace(sentence="No papers here.", meaning="")

    def only_ways(self) -> Empty:
        """Return what is said beside a list that says why it is empty."""
        return self._replace(sentence="", meaning="")


_NEW = Way("g u", "new papers of the day")
_ALL = Way("g a", "all papers of the day")
_PROGRAM = (Way("R", "rescan"), Way("?", "help"), Way("q", "quit"))


def why_empty(session: Session, beyond: Callable[[], str], is_complete: bool) -> Empty:
    """Return why no paper is listed, and what to do about it; `is_complete` once all digests were read.

    `beyond` tells where `n` goes from a day that is done.
    """
    match session.view:
        case _ if session.other_row is not None and not session.lists_all_dates:
            return _no_papers(session.other_row)
        case _ if not session.days:
            messages = [problem.message for _, problem in session.library.source_problems()]
            return nothing_here(messages, complete=is_complete)
        case View.STARRED:
            return Empty("No starred papers.", "What you star with s stays here.", (_NEW, _ALL))
        case View.LATER:
            return Empty("No papers put off for later.", "What you put off with d waits here.", (_NEW, _ALL))
        case View.SEARCH:
            ways = Way("/", "change the query"), Way("Esc", "the list before")
            return Empty("Nothing matches.", "Fewer words find more.", ways)
        case _ if session.day is None:
            return Empty("")
        case _:
            return _day_decided(session, beyond())


def nothing_here(messages: list[str], *, complete: bool) -> Empty:
    """Return the text of an empty library: the messages name what is there instead, and what to do about it."""
    if not complete:
        return Empty("Reading digests…")
    if messages:
        return Empty("No digests here.", wording.problems(messages), _PROGRAM)
    return Empty("No digests here.", "digest-tui --dir PATH opens another folder.", _PROGRAM)


def _no_papers(cursor_row: OtherRow) -> Empty:
    match cursor_row:
        case FileRow():
            return Empty("No papers found in this file.", "The reader shows all of it.", (Way("Enter", "read it"),))
        case EmptyDateRow():
            return Empty("No digest has this date.", "", (Way("[", "the day before"), Way("]", "the day after")))
        case OtherFilesRow():
            return Empty("No papers found in these files.", "Enter lists them.")


def _day_decided(session: Session, beyond: str) -> Empty:
    became = f"{', '.join(outcomes(session))}."
    if beyond:
        return Empty("This day is done.", became, (Way("n", beyond), _ALL))
    return Empty("This day is done.", f"{became} No other day has new papers.", (_ALL, Way("[", "an older day")))
