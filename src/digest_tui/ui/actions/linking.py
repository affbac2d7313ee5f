"""Opening and copying links."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from digest_tui.errors import LinkError
from digest_tui.model import Entry
from digest_tui.model.links import safe_link
from digest_tui.session import links
from digest_tui.text import one_line
from digest_tui.ui.actions import Actions
from digest_tui.ui.screens.links import LinksScreen

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


MAX_COPY = 100_000
"""Characters put into a clipboard: a BibTeX entry may name hundreds of authors."""


class Linking:
    """Links are built from a validated id, or pass the rule for links."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "arxiv": lambda: self._open_of_paper(links.arxiv),
            "arxiv-read": self._open_arxiv_and_read,
            "alphaxiv": lambda: self._open_of_paper(links.alphaxiv),
            "pdf": lambda: self._open_of_paper(links.pdf),
            "links": self._pick,
            "copy-arxiv": lambda: self._copy(links.address(self._entry), "It has no address to copy."),
            "copy-bibtex": lambda: self._copy(self._window.library.export([self._entry], "bibtex"), ""),
            "copy-markdown": lambda: self._copy(links.markdown_link(self._entry), ""),
            "copy-title": lambda: self._copy(self._entry.paper.title, ""),
            "copy-id": lambda: self._copy(links.arxiv_id(self._entry), "This paper has no arXiv id to copy."),
        }

    @property
    def _entry(self) -> Entry:
        entry = self._window.session.entry
        assert entry is not None, "commands that need a paper are not run without one"
        return entry

    def open(self, url: str) -> bool:
        """Open a link of the digest if the rule allows it, and say whether it did."""
        return self._open(lambda: safe_link(url))

    def _open(self, link_of: Callable[[], str]) -> bool:
        try:
            link = link_of()
        except LinkError as error:
            self._window.say(str(error))
            return False
        self._window.services.desktop.open(link)
        return True

    def _open_of_paper(self, link_of: links.LinkOf) -> bool:
        return self._open(lambda: link_of(self._entry, self._window.library))

    def _open_arxiv_and_read(self) -> None:
        if self._open_of_paper(links.arxiv):
            self._window.services.deciding.open_and_read()

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

    def _copy(self, text: str, without: str) -> None:
        if not text:
            self._window.say(without)
            return
        self._window.services.desktop.copy(one_line(text, limit=MAX_COPY))
