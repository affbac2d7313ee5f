"""The rows of a day: papers, texts, and the titles of digests that share a date."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from digest_tui.model import Day, Digest, Place
from digest_tui.triage.views import DayView, listed, rows_of_day


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A paper."""

    place: Place
    times: int = 1
    """How often it stands on this date; it is listed once."""

    @property
    def id(self) -> str:
        """The paper's key."""
        return self.place.key


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A file without papers."""

    digest: Digest

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return f"text:{self.digest.source}:{self.digest.path}"


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """A line above the papers of a digest where a date has several; the cursor passes over it."""

    digest: Digest

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return f"title:{self.digest.source}:{self.digest.path}"


Entry = PaperEntry | TextEntry | TitleEntry


def list_day(day: Day, view: DayView, undecided: Callable[[Place], bool], kept: Collection[str]) -> list[Entry]:
    """The rows of a day: its digests follow each other in path order, a paper that stands twice has one row.

    `kept` are the keys that stay listed in an unread view although they are decided.
    """
    rows = rows_of_day([place.keys for place in day.places])
    papers = {row: replace(day.places[row.places[0]], keys=row.keys) for row in rows}
    shown = listed(view, rows, lambda row: undecided(papers[row]), kept)
    entries: list[Entry] = []
    several = len(day.digests) > 1
    for digest in day.digests:
        if digest.is_text:
            entries.append(TextEntry(digest))
            continue
        found = [PaperEntry(papers[row], row.count) for row in shown if papers[row].digest is digest]
        if found and several:
            entries.append(TitleEntry(digest))
        entries += found
    return entries
