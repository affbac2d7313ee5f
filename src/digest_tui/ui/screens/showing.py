"""When each part of the screen is drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size

from digest_tui.library import Library
from digest_tui.session.page import Page, shown_page
from digest_tui.session.rows import PaperRow, Rows, page_heading, selection_words
from digest_tui.session.views import View
from digest_tui.ui.keys.command import Kind, Pane
from digest_tui.ui.screens.lists import Lists
from digest_tui.ui.screens.panes import PanesScreen

if TYPE_CHECKING:
    from digest_tui.model import Entry
    from digest_tui.search.finds import Finds
    from digest_tui.ui.jobs.prefetcher import Prefetcher
    from digest_tui.ui.jobs.scan_controller import ScanController


class ShowingScreen(PanesScreen):
    """Shows a session: its dates, its papers, and the paper under the cursor."""

    scan_controller: ScanController
    prefetcher: Prefetcher

    def __init__(self, library: Library, size: Size) -> None:
        super().__init__(library, size)
        self.lists = Lists(self)
        self.preface_shown = False
        """True while the reader shows the digest's preface instead of the paper."""
        self._row_is_due = False
        """True while the cursor is shown where it was, because more keys may wait."""

    def show_all(self) -> None:
        """Everything anew; what is as it was costs nothing."""
        self.show_state()
        self.show_paper()

    def show_day(self) -> None:
        """Another day may be highlighted."""
        self.preface_shown = False
        self.reader.set_card(None)
        self.show_all()

    def show_lens(self) -> None:
        """Another facet of every paper is shown, or whole papers: rows of panes stay as they are."""
        if self.is_sheet or self.reader.card is not None:
            self.show_day()
        else:
            self.preface_shown = False
            self.show_paper()

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
        if self.mode.has_lists:
            self.lists.show_row()
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
        self._follow_cards()
        self.mode.states_changed()
        if self.mode.has_lists:
            self.lists.show()
            # What it offers is about the days, and for whoever decided nothing yet.
            self.notice.set_away(session.lists_all_dates or self.scan_controller.first_offer.is_over)
        self.footer.set_paper(session.entry is not None and not self.shows_card)
        self._show_hints()
        self.show_status()

    def show_decisions(self) -> None:
        """Papers may be decided otherwise: their rows, the counts, and what the reader says of the one it shows."""
        self.show_state()
        if not self._row_is_due:
            self.show_paper()

    def paper_rows(self) -> Rows[PaperRow]:
        """The rows of the paper list."""
        return self.lists.paper_rows()

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
        return self.shows_card or self.lists.says_next

    @property
    def list_finds(self) -> Finds | None:
        """Marks the finds in the listed papers."""
        return self.lists.finds

    def search_again(self) -> None:
        """Ask what is listed anew: digests, tags or notes changed."""
        if self.session.view is View.SEARCH:
            self.services.searching.again()

    def show_paper(self) -> None:
        """Show the row that the cursor stands on in the reader."""
        if self.preface_shown:
            return
        self._follow_cards()
        if self.is_sheet:
            # It is drawn when it is seen.
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
        """The page of a paper in the mode that is on."""
        return self.mode.page_of(entry)

    def mark_finds(self, finds: Finds | None) -> None:
        """Mark other finds in the paper that is shown, or none."""
        self.reader.set_finds(finds)
        self._name_next()

    def _name_next(self) -> None:
        """Below a day that is done: `n` is the key of the next day only while it does not go through finds."""
        if self.session.lists_done_day and self.services.has_used(Kind.FINDING):
            self.lists.show_papers()

    def show_hits(self, *, is_new: bool) -> None:
        """Other hits are listed; one that was asked for by the person is shown from its finds."""
        self.preface_shown = False
        if is_new:
            self._shown = ""
        self.show_all()

    def show_status(self, work: str | None = None) -> None:
        """Show the place of the person, and the running work if that is given or was."""
        self.status.set_place(self.mode.place())
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

    def _follow_cards(self) -> None:
        """Cards end where their papers do, and where the session lists something else."""
        if self.services.has_used(Kind.CARDS):
            self.services.cards.sync()
