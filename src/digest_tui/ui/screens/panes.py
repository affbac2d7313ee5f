"""The three panes and the lines around them, and when each is drawn anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from digest_tui.library import Library
from digest_tui.render.cells import fit
from digest_tui.session.date_rows import DateRows
from digest_tui.session.page import Page, entry_page, shown_page
from digest_tui.session.rows import (
    PaperRow,
    Rows,
    heading,
    page_heading,
    paper_rows,
    selection_words,
    status,
)
from digest_tui.session.session import Session
from digest_tui.session.views import View
from digest_tui.ui.keys.commands import CARD_SHOWN, SHEET_SHOWN, Hint, Kind, Pane, sheet_hints
from digest_tui.ui.reader.page_cache import KeptPages
from digest_tui.ui.reader.pane import Reader
from digest_tui.ui.screens.mouse import MouseScreen
from digest_tui.ui.widgets.bars import Notice, StatusLine
from digest_tui.ui.widgets.dates import DateList
from digest_tui.ui.widgets.footer import Footer
from digest_tui.ui.widgets.papers import PaperList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest_tui.model import Entry
    from digest_tui.search.finds import Finds
    from digest_tui.ui.actions.cards import Cards
    from digest_tui.ui.jobs.prefetcher import Prefetcher
    from digest_tui.ui.jobs.scan_controller import ScanController
    from digest_tui.ui.screens.services import Services


class PanesScreen(MouseScreen):
    """Shows a session: its dates, its papers, and the paper under the cursor."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-alone"), (56, "-narrow"), (100, "-medium"), (140, "-wide"), (158, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]

    scan_controller: ScanController
    prefetcher: Prefetcher
    services: Services

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
        self.reader = Reader(id=Pane.READER, kept_pages=KeptPages(partial(library.index.made, "page"), self._keep_page))
        self.notice = Notice(id="notice")
        self.status = StatusLine(id="status")
        self.footer = Footer(id="footer")
        self.preface_shown = False
        """True while the reader shows the digest's preface instead of the paper."""
        self._shown = ""
        """The id of the page that the reader shows: its scroll position stays while it stays."""
        self._date_rows = DateRows()
        self._hints_of_cards: Sequence[Hint] = ()
        self._row_is_due = False
        """True while the cursor is shown where it was, because more keys may wait."""

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
        self.reader.set_card(None)
        self.show_all()

    def show_row(self) -> None:
        """Another row is highlighted."""
        self.preface_shown = False
        if self.reader.card is not None:
            self.services.closing.close()
        if not self.message_queue_size:
            self._show_row()
        elif not self._row_is_due:
            # Of a burst of keys only the last row is drawn, and its paper.
            self._row_is_due = True
            self.call_later(self.show_due_row)

    def go_to(self, key: str) -> None:
        """Highlight a paper, if it is listed."""
        if (row := self.session.listed.row_of((key,))) is not None:
            self.session.pick(row)
            self.show_row()

    def _show_row(self) -> None:
        self._row_is_due = False
        session = self.session
        if session.view is View.CARDS:
            self.show_paper()
            return
        if session.selection.extends:
            self.paper_list.set_rows(self._paper_rows(), session.row)
        self.paper_list.set_cursor(session.row)
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
        if self.reader.card is not None:
            self.services.closing.follow()
        if self._cards is not None:
            self._cards.states_changed()
            if self._cards.sync():
                self.footer.set_paper(session.entry is not None)
                self.show_status()
                return
        if self._date_rows.cursor_rows is not session.cursor_rows:
            self._date_rows = DateRows(session.cursor_rows)
        self.dates.set_rows(self._date_rows.rows(session), self._date_row)
        papers = self.paper_list
        papers.set_rows(self._paper_rows(), session.row)
        if not session.items:
            self.show_empty()
        self.footer.set_paper(session.entry is not None and not self.shows_card)
        if self.is_sheet:
            self._show_hints()
        question = self.services.searching.listed if session.view is View.SEARCH else None
        papers.set_heading(*heading(session, question.text if question else None))
        self.dates.fit_height()
        papers.fit_height()
        # What it offers is about the days, and for whoever decided nothing yet.
        self.notice.set_away(session.lists_all_dates or self.scan_controller.first_offer.is_over)
        self.show_status()

    def show_empty(self) -> None:
        """Say once why no paper is listed, and which keys lead on: in the reader, where that is empty too."""
        why = self.services.why_empty(self.session, self._beyond, self.scan_controller.is_open)
        if self.is_sheet:
            self.paper_list.set_empty(why)
        elif self.session.other_row is not None and not self.session.lists_all_dates:
            self.papers.set_empty(why, why.beside_page())
        else:
            self.papers.set_empty(why, why if self.preface_shown else why._replace(ways=()))
        self.reader.set_empty(why, why.only_ways())

    def show_decisions(self) -> None:
        """Papers may be decided otherwise: their rows, the counts, and what the reader says of the one it shows."""
        self.show_state()
        if not self._row_is_due:
            self.show_paper()

    def _paper_rows(self) -> Rows[PaperRow]:
        rows = self.paper_rows()
        return self.services.sheet.rows(rows, self.list_finds) if self.is_sheet else rows

    def paper_rows(self) -> Rows[PaperRow]:
        """The rows of the paper list."""
        rows = paper_rows(self.session, self.list_finds, fit)
        if self.session.lists_done_day:
            is_next, is_said = self.is_sheet or not self.reader.has_finds, self.shows_card
            rows = self.services.closed(rows, self.session, self._beyond(), is_next, is_said=is_said)
        return rows

    def _beyond(self) -> str:
        return self.services.navigator.beyond()

    @property
    def shows_card(self) -> bool:
        """True while the closing card is seen in place of a paper."""
        return self.reader.card is not None and self.shows_reader

    @property
    def shows_reader(self) -> bool:
        """True where the reader has room: by what was asked for, since the next key may come before the layout."""
        is_one_pane = self.has_class("-alone") or self.has_class("-low")
        return not self.is_sheet and (not is_one_pane or self.pane is Pane.READER)

    @property
    def says_next(self) -> bool:
        """True while the closing card says where `n` goes, or else the list, below the papers of a day that is done."""
        is_listed = self.paper_list.closing_row is not None
        return self.shows_card or (is_listed and (self.is_sheet or not self.reader.has_finds))

    @property
    def _date_row(self) -> int | None:
        cursor_row = self.session.dates.row
        return None if cursor_row is None else self._date_rows.row_of(cursor_row)

    @property
    def list_finds(self) -> Finds | None:
        """Marks the finds in the listed papers."""
        return self.services.searching.finds if self.session.view is View.SEARCH else None

    def search_again(self) -> None:
        """Ask what is listed anew: digests, tags or notes changed."""
        if self.session.view is View.SEARCH:
            self.services.searching.again()

    def show_paper(self) -> None:
        """Show the row that the cursor stands on in the reader."""
        if self.preface_shown:
            return
        if self._cards is not None:
            self._cards.sync()
        if self.is_sheet:
            # The reader is not seen: it is drawn when it is.
            self.prefetcher.plan(pages=False)
            self.show_status()
            return
        item = self.session.other_row or self.session.listed.item
        shown = item.id if item else ""
        is_new = shown != self._shown
        self._shown = shown
        self.prefetcher.plan()
        self.reader.set_finds(self.services.finding.finds if self.services.has_used(Kind.FINDING) else self.list_finds)
        entry = self.session.entry
        page = self.page_of(entry) if entry is not None else shown_page(self.session)
        if is_new:
            self.reader.show(page)
            self.reader.bring_find()
        else:
            self.reader.update(page)
        self._name_next()
        self.show_status()

    def page_of(self, entry: Entry) -> Page:
        """The page of a paper: its card while cards are shown."""
        cards = self._cards if self.has_class(CARD_SHOWN) else None
        return entry_page(self.session, entry) if cards is None else cards.page_of(entry)

    def show_in(self, reader: Reader, hints: Sequence[Hint]) -> None:
        """From now on show papers in this, with these hints instead of those of the panes."""
        if not reader.is_attached:
            self.mount(reader, after="#panes")
        self.reader, self._shown = reader, ""
        self._hints_of_cards = hints
        self._show_hints()
        if self.services.has_used("pictures"):
            self.services.pictures.show_again()

    def _show_hints(self) -> None:
        """The footer shows the keys of the cards or of the sheet while they have the screen."""
        of_sheet = sheet_hints(has_paper=self.session.entry is not None) if self.is_sheet else ()
        self.footer.set_mode(self._hints_of_cards or of_sheet)

    @property
    def _cards(self) -> Cards | None:
        return self.services.cards if self.services.has_used(Kind.CARDS) else None

    def mark_finds(self, finds: Finds | None) -> None:
        """Mark other finds in the paper that is shown, or none."""
        self.reader.set_finds(finds)
        self._name_next()

    def _name_next(self) -> None:
        """Below a day that is done: `n` is the key of the next day only while it does not go through finds."""
        if self.session.lists_done_day and self.services.has_used(Kind.FINDING):
            self.paper_list.set_rows(self._paper_rows(), self.session.row)

    def show_hits(self, *, is_new: bool) -> None:
        """Other hits are listed; one that was asked for by the person is shown from its finds."""
        self.preface_shown = False
        if is_new:
            self._shown = ""
        self.show_all()

    def show_status(self, work: str | None = None) -> None:
        """Show the place of the person, and the running work if that is given or was."""
        cards = self._cards if self.session.view is View.CARDS else None
        self.status.set_place(status(self.session) if cards is None else cards.place())
        self.status.set_selection(*selection_words(self.session))
        if work is not None:
            self.status.set_work(work)
        heading = page_heading(self.session, is_preface=self.preface_shown, is_closed=self.reader.card is not None)
        self.reader.set_heading(heading)
        if self.services.has_used(Kind.CHOOSING):
            self.services.choosing.follow()
        if self.services.has_used("pictures"):
            self.services.pictures.plan()

    def say(self, message: str, name: str = "") -> None:
        """Say what happened, until the next key; where `n` goes stays said beside it, and a name is cut first."""
        coming = self.services.navigator.announced_words() if message and self.services.has_used("navigator") else ""
        if coming and self.says_next:
            message = message.removesuffix(f" · {coming}")
        elif coming not in message:
            message = f"{message} · {coming}"
        self.status.set_message(message, name)

    # Panes

    @property
    def is_sheet(self) -> bool:
        """True while the day sheet stands in for all panes."""
        return self.has_class(SHEET_SHOWN)

    @property
    def paper_list(self) -> PaperList:
        """What lists the papers: the day sheet while it is shown."""
        return self.services.sheet.widget if self.is_sheet else self.papers

    def add_pane(self, pane: PaperList) -> None:
        """Take in what stands in for the panes while a class of the screen says so."""
        self.mount(pane, after="#panes")

    @property
    def pane(self) -> Pane:
        """The pane with the focus."""
        focused = self.focused
        return Pane(focused.id) if focused is not None and focused.id in set(Pane) else Pane.PAPERS

    def focus_pane(self, pane: Pane) -> None:
        """Move the focus."""
        if self.services.has_used(Kind.SHEET):
            self.services.sheet.turn_to(pane)
        # First the class: in a narrow terminal a pane may be hidden until it is the focused one.
        self._mark_pane(pane)
        # At once: the next key is meant for this pane.
        self.set_focus(self.services.sheet.widget if self.is_sheet else self.query_one(f"#{pane}"))

    def on_descendant_focus(self) -> None:
        """The footer shows what helps in the focused pane."""
        if self.focused is self.papers and self.services.has_used(Kind.SHEET):
            # By the mouse, beside a paper that was opened there.
            self.services.sheet.leave()
        self._mark_pane(self.pane)
        self._show_hints()
        self.footer.set_pane(self.pane)

    def _keep_page(self, name: str, packed: bytes) -> None:
        self.services.store.carry_out(partial(self.library.index.keep_made, "page", name, packed))

    def _mark_pane(self, pane: Pane) -> None:
        for other in Pane:
            self.set_class(other is pane, f"-at-{other}")


def _breakpoint(breakpoints: list[tuple[int, str]], cells: int) -> str:
    return max((limit, name) for limit, name in breakpoints if cells >= limit)[1]
