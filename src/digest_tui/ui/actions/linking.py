"""Opening and copying links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest_tui.errors import LinkError
from digest_tui.exporters import Exported, exporter
from digest_tui.model import Entry
from digest_tui.model.links import safe_link
from digest_tui.session import links
from digest_tui.session.selection import LOST
from digest_tui.text import one_line
from digest_tui.ui.actions import Actions
from digest_tui.ui.jobs.turns import written_papers
from digest_tui.ui.screens.links import LinksScreen

if TYPE_CHECKING:
    from digest_tui.session.opened import Sent
    from digest_tui.ui.actions.window import Window
    from digest_tui.ui.desktop.desktop import Opening


NOTHING_SELECTED = "Nothing selected to copy · q quits"


@dataclass
class _Sending:
    """A link on its way to a browser."""

    keys: int
    """The number of keys that had been pressed."""
    sent: Sent | None = None
    """The paper that is to be read when a browser took the link."""
    went_on_to: str = ""
    """The paper that was shown next, where there was one."""


@dataclass
class _Copy:
    """Something to copy, in the order of the keys."""

    copied: links.Copied | None = None
    """None while it is still being written."""
    entries: Sequence[Entry] = ()
    """The papers that are written."""

    def take(self, papers: list[Exported]) -> None:
        """Write papers, now that all is known of them."""
        self.copied = links.copied_bibtex(exporter("bibtex").copied(papers), len(papers))


class Linking:
    """Links are built from a validated id, or pass the rule for links."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._sending: dict[Opening, _Sending] = {}
        self._copies: list[_Copy] = []
        """What was asked for and is not copied yet."""
        self._last: tuple[str, int] | None = None
        """The paper that was opened to be read last, and the number of keys then."""

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "arxiv": lambda: self._open_of_paper(links.arxiv),
            "arxiv-read": self._open_and_read,
            "alphaxiv": lambda: self._open_of_paper(links.alphaxiv),
            "pdf": lambda: self._open_of_paper(links.pdf),
            "links": self._pick,
            "copy-arxiv": lambda: self._copy(links.URL),
            "copy-bibtex": self._copy_bibtex,
            "copy-markdown": lambda: self._copy(links.MARKDOWN),
            "copy-title": lambda: self._copy(links.TITLE),
            "copy-id": lambda: self._copy(links.ARXIV_ID),
        }

    # Opening

    @property
    def _entry(self) -> Entry:
        entry = self._window.session.entry
        assert entry is not None, "commands that need a paper are not run without one"
        return entry

    def open(self, url: str) -> None:
        """Open a link of the digest if the rule allows it."""
        self._open(lambda: safe_link(url))

    def opened(self, opening: Opening) -> None:
        """A browser took a link, or none did: then it is copied and nothing is marked."""
        if (sending := self._sending.pop(opening, None)) is None:
            return
        deciding = self._window.services.deciding
        if opening.trouble:
            self._not_opened(opening, sending)
        elif sending.sent is not None and deciding.opened_papers.arrive(sending.sent, by_browser=True):
            self._say_what_was_read(sending.sent, sending)
        elif self._is_last_key(sending):
            # Else the status line is about another key by now.
            self._window.say(f"opened {opening.link}")

    def finish(self) -> None:
        """The reader is left: copy what is being written, and mark what is being opened, unless no browser takes it."""
        for copy in self._copies:
            if copy.copied is None:
                copy.take(self._window.library.exporting.papers(copy.entries))
        self._copy_finished()
        if self._window.services.has_used("desktop"):
            self._window.services.desktop.finish()
        for opening, sending in self._sending.items():
            if sending.sent is not None:
                self._window.services.deciding.opened_papers.arrive(sending.sent, by_browser=not opening.trouble)
        self._sending = {}

    def _open(self, link_of: Callable[[], str]) -> _Sending | None:
        try:
            link = link_of()
        except LinkError as error:
            self._window.say(str(error))
            return None
        self._window.say(f"opening {link}")
        sending = self._sending[self._window.services.desktop.open(link)] = _Sending(self._window.keyboard.pressed)
        return sending

    def _open_of_paper(self, link_of: links.LinkOf) -> _Sending | None:
        return self._open(lambda: link_of(self._entry, self._window.library))

    def _open_and_read(self) -> None:
        """Go on at once, as every verb does; the mark follows when a browser took the link."""
        entry, keys = self._entry, self._window.keyboard.pressed
        if self._last == (entry.key, keys - 1):
            # A key that repeats itself at the end of a list.
            self._last = entry.key, keys
            self._window.say("opened already")
            return
        if (sending := self._open_of_paper(links.arxiv)) is None:
            return
        self._last = entry.key, keys
        deciding = self._window.services.deciding
        sending.sent = deciding.opened_papers.send(entry)
        if deciding.go_on():
            sending.went_on_to = self._entry.key

    def _not_opened(self, opening: Opening, sending: _Sending) -> None:
        desktop, trouble = self._window.services.desktop, opening.trouble or ""
        if sending.sent is None:
            desktop.copy(opening.link, opening.link, trouble)
            return
        self._last = None
        self._window.services.deciding.opened_papers.arrive(sending.sent, by_browser=False)
        desktop.copy(opening.link, opening.link, f"{trouble} · not marked")
        shown = self._window.session.entry
        if shown is not None and shown.key == sending.went_on_to and self._is_last_key(sending):
            self._window.go_to(sending.sent.entry.key)

    def _say_what_was_read(self, sent: Sent, sending: _Sending) -> None:
        """Say where `n` goes, as after every verb that could not go on; after other keys, which paper it was."""
        deciding = self._window.services.deciding
        if not self._is_last_key(sending):
            deciding.add_words(f"opened {one_line(sent.entry.paper.title)}")
        elif not sending.went_on_to:
            deciding.stayed(sent.status)

    def _is_last_key(self, sending: _Sending) -> bool:
        return sending.keys == self._window.keyboard.pressed

    def _pick(self) -> None:
        try:
            rows = links.others(self._entry)
        except LinkError as error:
            self._window.say(str(error))
            return
        self._window.app.push_screen(LinksScreen(rows), self._picked)

    def _picked(self, row: links.LinkRow | None) -> None:
        if row is not None:
            self.open(row.url)

    # Copying

    def _targets(self) -> list[Entry]:
        """The papers that are copied, in the order of the list."""
        return self._window.session.entries_meant()

    def copy_selected(self, text: str) -> None:
        """Copy what the mouse has selected."""
        if text.strip():
            self._put(_Copy(links.Copied(text, text)))
        else:
            self._window.say(NOTHING_SELECTED)

    def _copy(self, kind: links.Kind) -> None:
        if self._is_lost():
            return
        try:
            copied = links.copied(kind, self._targets(), self._window.library)
        except LinkError as error:
            self._window.say(str(error))
            return
        self._put(_Copy(copied))
        self._drop_selection()

    def _copy_bibtex(self) -> None:
        """Keys by which papers are cited are known when all papers are: no key waits for that."""
        if self._is_lost():
            return
        copy = _Copy(entries=self._targets())
        self._put(copy)
        self._window.run_worker(self._write_bibtex(copy), exit_on_error=False)
        self._drop_selection()

    async def _write_bibtex(self, copy: _Copy) -> None:
        copy.take(await written_papers(copy.entries, self._window.library))
        self._copy_finished()

    def _put(self, copy: _Copy) -> None:
        """Copy in the order of the keys: what was copied last must be what is there in the end."""
        self._copies.append(copy)
        self._copy_finished()

    def _copy_finished(self) -> None:
        while self._copies and (copied := self._copies[0].copied) is not None:
            del self._copies[0]
            self._window.services.desktop.copy(copied.text, copied.words)

    def _is_lost(self) -> bool:
        """Say that nothing is copied where the papers went away that were meant, and return True then."""
        is_lost = self._window.session.selection.take_loss()
        if is_lost:
            self._window.say(f"Nothing copied: {LOST}")
        return is_lost

    def _drop_selection(self) -> None:
        if self._window.session.selection.clear():
            self._window.show_state()
