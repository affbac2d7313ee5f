"""Opening and copying links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.errors import LinkError
from digest_tui.model import Entry
from digest_tui.model.links import arxiv_url, pdf_url, safe_link
from digest_tui.model.record import paper_alphaxiv_url, paper_url
from digest_tui.session.page import shown_host
from digest_tui.text import one_line
from digest_tui.ui.actions import Actions
from digest_tui.ui.screens.links import LETTERS, LinkRow, LinksScreen

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
            "arxiv": self._open_arxiv,
            "arxiv-read": self._open_arxiv_and_read,
            "alphaxiv": self._open_alphaxiv,
            "pdf": self._open_pdf,
            "links": self._pick,
            "copy-arxiv": lambda: self._copy(_address(self._entry), "This paper has no URL to copy."),
            "copy-bibtex": lambda: self._copy(self._window.library.bibtex(self._entry), ""),
            "copy-markdown": lambda: self._copy(_markdown_link(self._entry), ""),
            "copy-title": lambda: self._copy(self._entry.paper.title, ""),
            "copy-id": lambda: self._copy(_id(self._entry), "This paper has no arXiv id to copy."),
        }

    @property
    def _entry(self) -> Entry:
        entry = self._window.session.entry
        assert entry is not None, "commands that need a paper are not run without one"
        return entry

    def open(self, url: str) -> bool:
        """Open a link of the digest if the rule allows it, and say whether it did."""
        try:
            link = safe_link(url)
        except LinkError as error:
            self._window.say(str(error))
            return False
        self._window.services.desktop.open(link)
        return True

    def _open_arxiv(self) -> bool:
        paper = self._entry.paper
        if paper.arxiv:
            return self.open(arxiv_url(paper.arxiv))
        if url := paper_url(paper):
            return self.open(url)
        self._window.say("This paper has neither an arXiv id nor a link in its heading.")
        return False

    def _open_arxiv_and_read(self) -> None:
        if self._open_arxiv():
            self._window.services.deciding.open_and_read()

    def _open_alphaxiv(self) -> None:
        if url := paper_alphaxiv_url(self._entry.paper, self._window.library.language):
            self.open(url)
        else:
            self._window.say("This paper has no arXiv id, so there is no Alphaxiv page for it.")

    def _open_pdf(self) -> None:
        if arxiv := self._entry.paper.arxiv:
            self.open(pdf_url(arxiv))
        else:
            self._window.say("This paper has no arXiv id, so there is no PDF to open.")

    def _pick(self) -> None:
        paper = self._entry.paper
        found = [("video", url) for url in paper.videos]
        found += [("picture", url) for url in paper.images]
        found += [("link", url) for url in paper.links]
        if paper.arxiv and paper.link and paper.link != arxiv_url(paper.arxiv):
            found.append(("heading", paper.link))
        if not found:
            self._window.say("This paper has no other links.")
            return
        rows = [
            LinkRow(LETTERS[i] if i < len(LETTERS) else "", kind, shown_host(url), url)
            for i, (kind, url) in enumerate(found)
        ]
        self._window.app.push_screen(LinksScreen(rows), self._picked)

    def _picked(self, row: LinkRow | None) -> None:
        if row is not None:
            self.open(row.url)

    def _copy(self, text: str, without: str) -> None:
        if not text:
            self._window.say(without)
            return
        self._window.services.desktop.copy(one_line(text, limit=MAX_COPY))


def _address(entry: Entry) -> str:
    paper = entry.paper
    return arxiv_url(paper.arxiv) if paper.arxiv else paper_url(paper) or ""


def _id(entry: Entry) -> str:
    arxiv = entry.paper.arxiv
    return arxiv.id if arxiv else ""


def _markdown_link(entry: Entry) -> str:
    title = entry.paper.title.replace("[", r"\[").replace("]", r"\]")
    address = _address(entry)
    return f"[{title}]({address})" if address else title
