"""The three panes and the lines around them, and when each is drawn anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen

from digest_tui.library import Library
from digest_tui.ui import wording
from digest_tui.ui.commands import Pane, hints
from digest_tui.ui.date_rows import DateRows
from digest_tui.ui.page import Page, beside_page, paper_page
from digest_tui.ui.parts import Parts
from digest_tui.ui.rows import paper_rows, status
from digest_tui.ui.session import Session
from digest_tui.ui.views import View
from digest_tui.ui.widgets.bars import Notice, StatusLine
from digest_tui.ui.widgets.dates import DateList
from digest_tui.ui.widgets.footer import Footer
from digest_tui.ui.widgets.papers import PaperList
from digest_tui.ui.widgets.reader import KeptSheets, Reader

if TYPE_CHECKING:
    from digest_tui.search.finds import Finds
    from digest_tui.ui.ahead import Ahead
    from digest_tui.ui.intake import Intake


class PanesScreen(Parts, Screen[None]):
    """Shows a session: its dates, its papers, and the paper under the cursor."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-alone"), (56, "-narrow"), (100, "-medium"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]

    intake: Intake
    ahead: Ahead

    def __init__(self, library: Library, size: Size) -> None:
        # With what it will have: a class that comes later means that everything is styled once more.
        classes = (
            _breakpoint(self.HORIZONTAL_BREAKPOINTS, size.width),
            _breakpoint(self.VERTICAL_BREAKPOINTS, size.height),
        )
        super().__init__(classes=f"{' '.join(classes)} -at-{Pane.PAPERS}")
        self.library = library
        self.session = Session(library)
        self.papers = PaperList(id=Pane.PAPERS)
        self.dates = DateList(id=Pane.DATES, below=self.papers)
        self.reader = Reader(
            id=Pane.READER, kept_sheets=KeptSheets(partial(library.index.made, "sheet"), self._keep_sheet)
        )
        self.notice = Notice(id="notice")
        self.status = StatusLine(id="status")
        self.footer = Footer(id="footer")
        self.preface_shown = False
        """Whether the reader shows the digest's preface instead of the paper."""
        self._shown = ""
        """What the reader shows: its scroll position stays while it stays."""
        self._date_rows = DateRows()
        self._row_is_due = False
        """Whether the cursor is shown where it was, because more keys may wait."""

    def compose(self) -> ComposeResult:
        """Three panes and two lines."""
        yield self.notice
        with Container(id="panes"):
            with Container(id="lists"):
                yield self.dates
                yield self.papers
            yield self.reader
        yield self.status
        yield self.footer

    # Showing

    def show_all(self) -> None:
        """Everything anew; what is as it was costs nothing."""
        self.show_state()
        self.show_paper()

    def show_day(self) -> None:
        """Another day may be highlighted."""
        self.preface_shown = False
        self.show_all()

    def show_row(self) -> None:
        """Another row is highlighted."""
        self.preface_shown = False
        if not self.message_queue_size:
            self._show_row()
        elif not self._row_is_due:
            # Of a burst of keys only the last row is drawn, and its paper.
            self._row_is_due = True
            self.call_later(self.show_due_row)

    def _show_row(self) -> None:
        self._row_is_due = False
        session = self.session
        if session.selection.extends:
            self.papers.set_rows(paper_rows(session, self._searched), session.row)
        self.papers.set_cursor(session.row)
        # In a list of all dates the date list follows the paper.
        self.dates.set_cursor(self._date_row)
        self.show_paper()

    def show_due_row(self) -> None:
        """Draw the row that a burst of keys came to, if that was not done yet."""
        if self._row_is_due:
            self._show_row()

    def show_state(self) -> None:
        """The lists and the counts; the reader stays as it is."""
        session = self.session
        if self._date_rows.stops is not session.stops:
            self._date_rows = DateRows(session.stops)
        self.dates.set_rows(self._date_rows.rows(session), self._date_row)
        self.papers.set_rows(paper_rows(session, self._searched), session.row)
        self.papers.set_empty(self._why_empty())
        self.papers.set_heading(*self._heading())
        self.dates.fit_height()
        # What it offers is about the days.
        self.notice.set_away(session.lists_all_dates)
        self.show_status()

    @property
    def _date_row(self) -> int | None:
        stop = self.session.stop_row
        return None if stop is None else self._date_rows.row_of(stop)

    @property
    def _searched(self) -> Finds | None:
        """What marks the finds in the listed papers."""
        return self.searching.finds if self.session.view is View.SEARCH else None

    def search_again(self) -> None:
        """Ask what is listed anew: digests, tags or notes changed."""
        if self.session.view is View.SEARCH:
            self.searching.again()

    def _heading(self) -> tuple[str, str]:
        session = self.session
        if session.view is View.SEARCH and (question := self.searching.listed) is not None:
            return f"/{question.text}", wording.papers(session.paper_count())
        if session.lists_all_dates:
            return session.view.value.capitalize(), wording.papers(session.paper_count())
        if session.beside is not None:
            return wording.beside_title(session.beside), ""
        if session.day is None:
            return "Papers", ""
        return wording.day_title(session.day), wording.day_count(session.day, self.library)

    def _why_empty(self) -> str:
        day = self.session.day
        match self.session.view:
            case _ if self.session.beside is not None and not self.session.lists_all_dates:
                return wording.no_papers(self.session.beside)
            case _ if not self.session.days:
                messages = [problem.message for _, problem in self.library.source_problems()]
                return wording.nothing_here(messages, complete=self.intake.is_open)
            case View.STARRED:
                return wording.NOTHING_STARRED
            case View.LATER:
                return wording.NOTHING_LATER
            case View.SEARCH:
                return wording.NOTHING_FOUND
            case _ if day is None:
                return ""
            case _:
                return wording.day_decided(day, self.library)

    def show_paper(self) -> None:
        """What the cursor stands on."""
        if self.preface_shown:
            return
        entry = self.session.beside or self.session.entry
        shown = entry.id if entry else ""
        is_new = shown != self._shown
        self._shown = shown
        self.ahead.plan()
        self.reader.set_finds(self.finding.finds if self.has_used("finding") else self._searched)
        self.reader.show(self._page(), 0 if is_new else self.reader.top)
        if is_new:
            self.reader.bring_find()
        self.show_status()

    def show_hits(self, *, is_new: bool) -> None:
        """Other hits are listed; one that was asked for by the person is shown from its finds."""
        self.preface_shown = False
        if is_new:
            self._shown = ""
        self.show_all()

    def _page(self) -> Page | None:
        if self.session.beside is not None:
            return beside_page(self.session.beside, self.library)
        return paper_page(self.session.place, self.library) if self.session.place is not None else None

    def show_status(self, work: str | None = None) -> None:
        """Where the person is, and the running work if that is given or was."""
        self.status.set_place(status(self.session))
        if work is not None:
            self.status.set_work(work)
        digest = self.session.digest
        title = digest.title if digest else "Reader"
        suffix = " · preface and afterword" if self.preface_shown else ""
        self.reader.set_heading(f"{title}{suffix}")

    def say(self, message: str) -> None:
        """Say what happened, until the next key."""
        self.status.set_message(message)

    # Panes

    @property
    def pane(self) -> Pane:
        """The pane with the focus."""
        focused = self.focused
        return Pane(focused.id) if focused is not None and focused.id in set(Pane) else Pane.PAPERS

    def focus_pane(self, pane: Pane) -> None:
        """Move the focus."""
        # First the class: in a narrow terminal a pane may be hidden until it is the focused one.
        self._mark_pane(pane)
        # At once: the next key is meant for this pane.
        self.set_focus(self.query_one(f"#{pane}"))

    def on_descendant_focus(self) -> None:
        """The footer shows what helps in the focused pane."""
        self._mark_pane(self.pane)
        self.footer.set_commands(hints(self.pane))

    def _keep_sheet(self, name: str, packed: bytes) -> None:
        self.store.carry_out(partial(self.library.index.keep_made, "sheet", name, packed))

    def _mark_pane(self, pane: Pane) -> None:
        for other in Pane:
            self.set_class(other is pane, f"-at-{other}")


def _breakpoint(breakpoints: list[tuple[int, str]], cells: int) -> str:
    return max((limit, name) for limit, name in breakpoints if cells >= limit)[1]
