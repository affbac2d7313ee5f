"""Modes: the ways in which the main screen shows a session, whose lists and page they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.session.page import entry_page
from digest_tui.session.rows import status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest_tui.model import Entry
    from digest_tui.search.finds import Finds
    from digest_tui.session.page import Page
    from digest_tui.session.rows import PaperRow, Rows
    from digest_tui.session.session import Session
    from digest_tui.ui.keys.hints import Hint
    from digest_tui.ui.reader.pane import Reader
    from digest_tui.ui.widgets.papers import PaperList


class Mode:
    """The three panes; other modes say what differs from them."""

    css_class = ""
    """The class of the screen while it is in this mode."""
    has_lists = True
    """True where dates and papers are listed."""
    shows_page = True
    """True where the reader shows the page of the paper under the cursor."""
    is_by_facet = False
    """True where no paper is shown whole: going to a facet shows that of every paper."""

    def __init__(self, session: Session, reader: Reader, paper_list: PaperList) -> None:
        self._session = session
        self.reader = reader
        """The pane with the page."""
        self.paper_list = paper_list
        """The list of the papers."""

    def hints(self, *, has_paper: bool) -> Sequence[Hint]:
        """Return the hints of the footer in place of those of the focused pane; none for those."""
        return ()

    def rows(self, rows: Rows[PaperRow], finds: Finds | None) -> Rows[PaperRow]:
        """Return the rows of the paper list as they are drawn, with the finds of a search."""
        return rows

    def page_of(self, entry: Entry) -> Page:
        """Return the page of a paper."""
        return entry_page(self._session, entry)

    def states_changed(self) -> None:
        """Take note that papers may be decided otherwise."""

    def place(self) -> str:
        """Return where the person is, for the status line."""
        return status(self._session)
