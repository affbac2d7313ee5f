"""Why a command makes no sense now: the sentence that the list of commands shows in place of the command's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from digest_tui.config import MAX_READER_WIDTH, MIN_READER_WIDTH
from digest_tui.errors import LinkError
from digest_tui.library.files import why_fixed
from digest_tui.model import Entry
from digest_tui.model.facet import Facet
from digest_tui.model.known import NO_LONGER
from digest_tui.session import links
from digest_tui.session.facet_page import places
from digest_tui.session.page import NO_OTHER_TEXT
from digest_tui.session.views import View
from digest_tui.ui.keys.command import Command, Pane

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.ui.actions.window import Window


class Availability:
    """Asked when commands are listed, and once more when one of them is carried out from there."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._reasons: dict[str, Callable[[], str]] = {
            "help": lambda: "This list is open.",
            "pane-left": lambda: self._at(Pane.DATES, "The dates are the first pane."),
            "pane-right": lambda: self._at(Pane.READER, "The reader is the last pane."),
            "enter": lambda: self._at(Pane.READER, "The reader is the last pane."),
            "aliases": lambda: "" if self._is_search else "No search is listed.",
            "cards": self._cards,
            "sort": lambda: "A search is sorted by its query." if self._is_search else "",
            "find": self._text,
            **{f"go-{facet}": partial(self._facet, facet) for facet in Facet},
            "whole": lambda: "" if self._session.lens else "Whole papers are shown.",
            "preface": self._preface,
            "export": lambda: "" if self._session.items else "No papers are listed.",
            "pager": self._digest,
            "edit": self._edit,
            "arxiv": lambda: self._link(links.arxiv),
            "arxiv-read": lambda: self._link(links.arxiv),
            "alphaxiv": lambda: self._link(links.alphaxiv),
            "pdf": lambda: self._link(links.pdf),
            "links": lambda: self._link(lambda entry, _: links.others(entry)),
            "copy-arxiv": lambda: self._copy(links.URL),
            "copy-id": lambda: self._copy(links.ARXIV_ID),
            "narrower": lambda: self._width(MIN_READER_WIDTH, "The text is as narrow as it can be."),
            "wider": lambda: self._width(MAX_READER_WIDTH, "The text is as wide as it can be."),
        }

    def why_not(self, command: Command) -> str:
        """Return why a command makes no sense now; empty where it does."""
        is_for_selection = command.takes_selection and self._session.selection
        if command.needs_paper and not is_for_selection and (reason := self._window.why_no_paper()):
            return f"{reason}."
        if command.of:
            return self._window.services.deciding.why_not(command.id)
        reason_of = self._reasons.get(command.id)
        return reason_of() if reason_of else ""

    @property
    def _is_search(self) -> bool:
        return self._session.view is View.SEARCH

    def _cards(self) -> str:
        if self._session.view is View.CARDS:
            return "Cards are shown."
        return "" if any(self._session.flags(self._session.items)) else "No listed paper is new."

    def _at(self, pane: Pane, reason: str) -> str:
        return reason if self._window.pane is pane else ""

    def _width(self, limit: int, reason: str) -> str:
        return reason if self._window.reader.text_width == limit else ""

    def _text(self) -> str:
        is_shown = self._session.entry or self._session.other_row or self._window.preface_shown
        return "" if is_shown else "No text is shown."

    def _digest(self) -> str:
        digest = self._session.digest
        if digest is None:
            return "No digest is shown."
        return f"This paper is {NO_LONGER}." if digest.is_gone else ""

    def _edit(self) -> str:
        digest = self._session.digest
        return self._digest() or (why_fixed(self._window.library.sources, digest) if digest is not None else "")

    def _preface(self) -> str:
        digest = self._session.digest
        if (reason := self._digest()) or digest is None:
            return reason
        is_empty = not (digest.preface().strip() or digest.afterword().strip() or self._window.library.problems(digest))
        return NO_OTHER_TEXT if is_empty and not self._window.preface_shown else ""

    def _facet(self, facet: Facet) -> str:
        entry = self._session.entry
        is_there = entry is None or self._session.lens or facet in {place.facet for place in places(entry)}
        return "" if is_there else f"This paper has no {facet}."

    def _link(self, link_of: Callable[[Entry, Library], object]) -> str:
        entry, library = self._session.entry, self._window.library
        return "" if entry is None else _error_of(lambda: link_of(entry, library))

    def _copy(self, kind: links.Kind) -> str:
        return _error_of(lambda: links.copied(kind, self._session.entries_meant(), self._window.library))


def _error_of(ask: Callable[[], object]) -> str:
    try:
        ask()
    except LinkError as error:
        return str(error)
    return ""
