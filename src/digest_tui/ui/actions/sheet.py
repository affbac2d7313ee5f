"""The day sheet: one facet of every listed paper on one page, a mode of the main screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.model.facet import Facet
from digest_tui.session.sheet_rows import SheetTexts, sheet_rows
from digest_tui.ui.actions import Actions
from digest_tui.ui.keys.command import Pane
from digest_tui.ui.keys.hints import hint_of, hints_of
from digest_tui.ui.modes import Mode
from digest_tui.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest_tui.search.finds import Finds
    from digest_tui.session.listing import ListItem
    from digest_tui.session.rows import PaperRow, Rows
    from digest_tui.ui.actions.window import Window
    from digest_tui.ui.keys.hints import Hint

_ABOVE, _FROM_TOP = 15, 40
"""Rows that are prepared before the sheet is opened: about a page above the cursor, and a day from its first paper."""
_LENSES = (None, *Facet)
_WAYS = (*hints_of("down"), hint_of("whole", "enter"), hint_of("close", "back"))
_FACETS = hint_of("facet", *(f"go-{facet}" for facet in Facet))


class SheetMode(Mode):
    """The sheet in place of the panes; its list is that of the papers, with their texts."""

    css_class = "-sheet"
    shows_page = False
    is_by_facet = True

    def __init__(self, window: Window, sheet: Sheet, texts: SheetTexts) -> None:
        super().__init__(window.session, window.panes.reader, sheet)
        self._sheet = sheet
        self._texts = texts

    def hints(self, *, has_paper: bool) -> Sequence[Hint]:
        """Return the keys of the sheet."""
        verbs = hints_of("star", "skip", "later", "read", has_paper=has_paper)
        return [*_WAYS, _FACETS, *verbs, *hints_of("help")]

    def rows(self, rows: Rows[PaperRow], finds: Finds | None) -> Rows[PaperRow]:
        """Return the rows of the paper list with their texts."""
        self._sheet.set_lens(self._session.lens)
        return sheet_rows(rows, self._session, self._texts, self._session.lens, finds)


class DaySheet:
    """While it is open it stands in for the paper list: it is seen whenever that would have the focus."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._texts = SheetTexts()
        self.widget = Sheet(id="sheet")
        self._mode = SheetMode(window, self.widget, self._texts)
        self.is_open = False
        self._from = Pane.PAPERS
        """The pane that had the focus before."""
        self._drawn_items: Sequence[ListItem] = ()
        self._drawn: set[tuple[int, Facet | None, int]] = set()
        """What was drawn ahead of these items: row, lens, width."""

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"sheet": self._toggle}

    @property
    def is_shown(self) -> bool:
        """True while it is seen; another pane may have the focus while it is open."""
        return self._window.mode is self._mode

    def _toggle(self) -> None:
        if self.is_shown:
            self.close()
        else:
            self._open()

    def _open(self) -> None:
        window = self._window
        if not self.is_open:
            self.is_open, self._from = True, window.pane
        window.preface_shown = False
        window.set_class(False, "-zoomed")
        window.focus_pane(Pane.PAPERS)

    def close(self) -> None:
        """Show the panes again, the focus where it was."""
        if self.is_open:
            self.leave()
            self._window.focus_pane(self._from)

    def back(self) -> bool:
        """Close it, or come back to it from a paper that was opened there, and say whether it was open."""
        if not self.is_open:
            return False
        if self.is_shown:
            self.close()
        else:
            self._window.set_class(False, "-zoomed")
            self._window.focus_pane(Pane.PAPERS)
        return True

    def leave(self) -> None:
        """Close it without moving the focus: the person went to the paper list beside it."""
        if not self.is_open:
            return
        self.is_open = False
        if self._session.lens_aside is not None:
            self._session.bring_lens_back()
            self._window.show_all()

    def turn_to(self, pane: Pane) -> None:
        """Show it where the paper list is to have the focus, and the panes for any other."""
        is_shown = self.is_open and pane is Pane.PAPERS
        if is_shown == self.is_shown:
            return
        session = self._session
        if is_shown:
            session.bring_lens_back()
        elif self.is_open:
            session.put_lens_aside()
        self._window.set_mode(self._mode if is_shown else self._window.panes)
        self._window.show_all()

    # Pages

    def page(self, by: int) -> bool:
        """Go a page on or back, the cursor on its first paper, and say whether there was more; nothing is marked."""
        row = self.widget.paged(by)
        if row is None:
            return False
        self._session.pick(row)
        self._window.show_row()
        return True

    def page_on(self) -> None:
        """Go a page on; at the end to the next new paper."""
        if not self.page(1):
            self._window.services.moving.go_to_new()

    # Ahead

    def ahead(self) -> Iterator[None]:
        """Draw the likeliest of the rows that were not drawn yet, one for each step."""
        session, window = self._session, self._window
        if session.row is None or session.other_row is not None:
            return
        if self._drawn_items is not session.items:
            self._drawn_items, self._drawn = session.items, set()
        width = self.widget.width_on(window.size)
        others = [lens for lens in _LENSES if lens is not session.lens] if self.is_shown else []
        visible = self.widget.visible_rows if self.is_shown else []
        for lens, rows in (
            (session.lens, self._rows_ahead(session.row, visible)),
            *((lens, visible) for lens in others),
        ):
            drawn = sheet_rows(window.paper_rows(), session, self._texts, lens, window.list_finds)
            for row in rows:
                # What was decided meanwhile is on screen, and drawn.
                if row < len(session.items) and (row, lens, width) not in self._drawn:
                    self._drawn.add((row, lens, width))
                    self.widget.prepare(drawn[row], width)
                    yield

    def _rows_ahead(self, row: int, visible: list[int]) -> list[int]:
        if not visible:
            # What it would show when it is opened.
            return sorted(range(max(0, row - _ABOVE), max(_FROM_TOP, row + 2)), key=lambda other: abs(other - row))
        end = visible[-1] + 1
        return [*visible, *range(end, end + len(visible))]
