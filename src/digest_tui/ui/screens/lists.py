"""The lists of dates and of papers: what stands in them, and when they are drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.loading import loaded
from digest_tui.render.cells import fit
from digest_tui.session.date_rows import DateRows
from digest_tui.session.rows import PaperRow, Rows, heading, paper_rows
from digest_tui.session.views import View

if TYPE_CHECKING:
    from typing import Protocol

    from digest_tui.model import Day
    from digest_tui.search.finds import Finds
    from digest_tui.session.empty import Empty
    from digest_tui.session.session import Session
    from digest_tui.ui.jobs.scan_controller import ScanController
    from digest_tui.ui.modes import Mode
    from digest_tui.ui.reader.pane import Reader
    from digest_tui.ui.screens.services import Services
    from digest_tui.ui.widgets.dates import DateList
    from digest_tui.ui.widgets.papers import PaperList

    class Closed(Protocol):
        """Returns the rows of a day that is done with the closing one below."""

        def __call__(
            self, rows: Rows[PaperRow], session: Session, beyond: str, is_next: bool, *, is_said: bool = False
        ) -> Rows[PaperRow]: ...

    class ListsWindow(Protocol):
        """The window of the lists."""

        # fmt: off
        @property
        def session(self) -> Session: ...
        @property
        def services(self) -> Services: ...
        @property
        def scan_controller(self) -> ScanController: ...
        @property
        def mode(self) -> Mode: ...
        @property
        def reader(self) -> Reader: ...
        @property
        def dates(self) -> DateList: ...
        @property
        def papers(self) -> PaperList: ...
        @property
        def preface_shown(self) -> bool: ...
        @property
        def shows_card(self) -> bool: ...
        # fmt: on


class Lists:
    """Draws the two lists of a window, the papers in the list of its mode."""

    def __init__(self, window: ListsWindow) -> None:
        self._window = window
        self._session = window.session
        self._date_rows = DateRows()

    def show(self) -> None:
        """All rows and headings anew; what is as it was costs nothing."""
        session, dates, papers = self._session, self._window.dates, self._window.mode.paper_list
        if self._date_rows.cursor_rows is not session.cursor_rows:
            self._date_rows = DateRows(session.cursor_rows)
        dates.set_rows(self._date_rows.rows(session), self._date_row)
        self.show_papers()
        if not session.items:
            self.show_empty()
        question = self._window.services.searching.listed if session.view is View.SEARCH else None
        papers.set_heading(*heading(session, question.text if question else None))
        dates.fit_height()
        papers.fit_height()

    def show_row(self) -> None:
        """Another row is highlighted."""
        if self._session.selection.extends:
            self.show_papers()
        self._window.mode.paper_list.set_cursor(self._session.row)
        # In a list of all dates the date list follows the paper.
        self._window.dates.set_cursor(self._date_row)

    def show_papers(self) -> None:
        """The rows of the papers anew."""
        mode = self._window.mode
        mode.paper_list.set_rows(mode.rows(self.paper_rows(), self.finds), self._session.row)

    def show_empty(self) -> None:
        """Say once why no paper is listed, and which keys lead on: in the reader, where that is empty too."""
        window, session = self._window, self._session
        why: Empty = loaded("digest_tui.session.empty:why_empty")(session, self._beyond, window.scan_controller.is_open)
        if not window.mode.shows_page:
            window.mode.paper_list.set_empty(why)
        elif session.other_row is not None and not session.lists_all_dates:
            window.papers.set_empty(why, why.beside_page())
        else:
            window.papers.set_empty(why, why if window.preface_shown else why._replace(ways=()))
        window.reader.set_empty(why, why.only_ways())

    def paper_rows(self) -> Rows[PaperRow]:
        """Return the rows of the papers, as the paper list draws them."""
        rows = paper_rows(self._session, self.finds, fit)
        if self._session.lists_done_day:
            # Loaded when the first day is done.
            closed: Closed = loaded("digest_tui.session.closing:closed")
            rows = closed(rows, self._session, self._beyond(), self._leads_on, is_said=self._window.shows_card)
        return rows

    @property
    def finds(self) -> Finds | None:
        """The finds of a search in the listed papers."""
        return self._window.services.searching.finds if self._session.view is View.SEARCH else None

    @property
    def says_next(self) -> bool:
        """True while the row below the papers of a day that is done says where `n` goes."""
        return self._window.mode.paper_list.closing_row is not None and self._leads_on

    @property
    def _leads_on(self) -> bool:
        """True unless `n` goes through the finds on the page."""
        return not self._window.mode.shows_page or not self._window.reader.has_finds

    def _beyond(self) -> str:
        return self._window.services.navigator.beyond()

    # Dates

    @property
    def _date_row(self) -> int | None:
        cursor_row = self._session.dates.row
        return None if cursor_row is None else self._date_rows.row_of(cursor_row)

    def cursor_row_of(self, row: int, id_: str) -> int | None:
        """Return the cursor row with an id, which a row of the date list had; None where it went away."""
        rows = self._session.cursor_rows
        near = self._date_rows.cursor_row_at(row)
        if near < len(rows) and rows[near].id == id_:
            return near
        return next((at for at, cursor_row in enumerate(rows) if cursor_row.id == id_), None)

    def day_below(self, row: int) -> Day | None:
        """Return the first day on or below a row of the date list."""
        return self._date_rows.day_below(row)
