"""The day sheet: the paper list with a facet of each paper beside its title, or below it."""

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from digest_tui.model.facet import Facet
from digest_tui.session.rows import PaperRow
from digest_tui.ui.widgets.papers import TITLE_LINES, PaperList
from digest_tui.ui.widgets.row_list import LEAST_PAGE
from digest_tui.ui.widgets.row_window import Anchor, clamped, ending_with
from digest_tui.ui.widgets.sheet_heading import FacetKeys, draw_sheet_heading, facet_at
from digest_tui.ui.widgets.sheet_text import text_lines
from digest_tui.ui.widgets.strips import overlaid

WIDE = 98
"""Cells of a line from which on the text stands beside the title."""
LEAD = 5
"""Cells before a title."""
TITLE, TEXT = 46, 84
"""Cells of a title and of the text beside it where there is room for both."""
MOST_TITLE = 66
TEXT_LINES, STACKED_TEXT_LINES = 3, 2
INDENT = 4
"""Cells before a text that stands below its title."""
KEPT_ROWS = 400
"""Drawn rows that are remembered: a page in each facet, and the pages around it."""
_RULE = " │ "


class Sheet(PaperList):
    """The rows of the paper list; below 100 columns their text stands below one line of title."""

    @dataclass
    class FacetClicked(Message):
        """A facet was clicked in the heading."""

        key: str
        """The digit that stands for it."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.lens: Facet | None = None
        """The facet that is shown."""
        self._kept_rows: dict[tuple[PaperRow, int], list[Strip]] = {}
        """Rows that were drawn, also ahead, by their width."""

    def set_lens(self, lens: Facet | None) -> None:
        """Set another facet off in the heading."""
        if lens is not self.lens:
            self.lens = lens
            self.refresh()

    # Rows

    def row_text(self, row: PaperRow) -> str:
        """The title, and all that is known here of its text."""
        return " · ".join([row.title, *(part.text for part in (row.sheet.parts if row.sheet else ()))])

    def draw_row(self, row: PaperRow, width: int) -> list[Strip]:
        """A row and air below it."""
        lines = self.fold_row(row, width)
        return lines if row.passed_over else [*lines, Strip.blank(width)]

    def fold_row(self, row: PaperRow, width: int) -> list[Strip]:
        """The same without air, where not all rows have room with it."""
        if row.passed_over:
            return super().fold_row(row, width)
        if (made := self._kept_rows.get((row, width))) is None:
            if len(self._kept_rows) >= KEPT_ROWS:
                self._kept_rows.clear()
            made = self._kept_rows[row, width] = (
                self._beside(row, width) if width >= WIDE else self._stacked(row, width)
            )
        return made

    def prepare(self, row: PaperRow, width: int) -> None:
        """Draw a row that may be shown next."""
        self.fold_row(row, width)

    def width_on(self, screen: Size) -> int:
        """Cells of a line on a screen of this size."""
        return max(1, screen.width - 2)

    def line_styles_changed(self) -> None:
        """Other colours: draw everything again."""
        self._kept_rows.clear()
        super().line_styles_changed()

    def _beside(self, row: PaperRow, width: int) -> list[Strip]:
        room = width - LEAD - len(_RULE)
        text_width = min(TEXT, room - min(TITLE, room * TITLE // (TITLE + TEXT)))
        left_width = LEAD + min(MOST_TITLE, room - text_width)
        titles = self._lines_of_row(row, left_width, TITLE_LINES, is_whole=True)
        texts = text_lines(row, text_width, TEXT_LINES, self.line_style)
        rule = Segment(_RULE, self.line_style("row--rule"))
        strips = []
        for number in range(max(len(titles), len(texts))):
            title = titles[number].adjust_cell_length(left_width) if number < len(titles) else Strip.blank(left_width)
            strips.append(Strip([*title, rule, *(texts[number] if number < len(texts) else ())]))
        return strips

    def _stacked(self, row: PaperRow, width: int) -> list[Strip]:
        # There is no line for what a search found: the text itself shows it.
        note = " ".join(filter(None, (row.when, row.note)))
        titles = self._lines_of_row(row._replace(when="", excerpt=None, note=note), width, 1, is_whole=False)
        indent = Segment(" " * INDENT)
        texts = text_lines(row, max(1, width - INDENT), STACKED_TEXT_LINES, self.line_style)
        return [*titles, *(Strip([indent, *line]) for line in texts)]

    def _lines_of(self, index: int) -> list[Strip]:
        # The row under the cursor has no more lines than others: none moves while the cursor walks.
        return self._drawn.folded(index) if self._folds_row(index) else self._drawn.whole(index)

    def draw_at(self, y: int, width: int) -> Strip | None:
        """One line; the cursor leaves the air between two papers free."""
        window = self._window()
        if y < len(window) and self._is_air(window[y]):
            blank = Strip.blank(width)
            is_selected = self.is_selected(window[y].row)
            return overlaid(blank, self.line_style("line-view--selection")) if is_selected else blank
        return super().draw_at(y, width)

    def _is_air(self, place: Anchor) -> bool:
        is_last = place.line == self._height(place.row) - 1
        return is_last and not self._folds_row(place.row) and not self._row(place.row).passed_over

    def _window(self) -> list[Anchor]:
        lines = super()._window()
        # Below a heading that stays in sight; so does the title of a row that is scrolled.
        at = int(bool(lines) and self._row(lines[0].row).passed_over)
        if len(lines) >= LEAST_PAGE and lines[at].line and lines[at + 1].row == lines[at].row:
            lines[at] = Anchor(lines[at].row, 0)
        return lines

    # Pages

    def paged(self, by: int) -> int | None:
        """Show the next page, or the one before, and return the row for the cursor; None at the end."""
        window = self._window()
        if not window or self._cursor is None:
            return None
        return self._page_down(window) if by > 0 else self._page_up()

    def _page_down(self, window: list[Anchor]) -> int | None:
        count, last = len(self._rows), window[-1]
        is_whole = last.line >= self._height(last.row) - 1 or self._is_air(Anchor(last.row, last.line + 1))
        target = max(last.row + is_whole, self._anchor.row + 1)
        if target >= count or not self._is_stop_from(target):
            end = self._stop(range(count - 1, -1, -1))
            return end if end != self._cursor else None
        self._show_from(clamped(Anchor(target, 0), count, self.page, self._height))
        return self._stop(range(target, count))

    def _page_up(self) -> int | None:
        top = self._anchor.row
        if self._anchor.line == 0:
            if top == 0:
                first = self._stop(range(len(self._rows)))
                return first if first != self._cursor else None
            top -= 1
        anchor = ending_with(top, self.page, self._height)
        if anchor.line and anchor.row < top:
            anchor = Anchor(anchor.row + 1, 0)
        self._show_from(anchor)
        return self._stop(range(anchor.row, len(self._rows)))

    def _stop(self, rows: range) -> int | None:
        return next((row for row in rows if not self._row(row).passed_over), None)

    def _is_stop_from(self, row: int) -> bool:
        return self._stop(range(row, len(self._rows))) is not None

    # Heading

    def on_click(self, event: events.Click) -> None:
        """A click on a facet of the heading is its key."""
        if event.y or event.button != 1:
            super().on_click(event)
        elif (facet := facet_at(self.heading(), self.lens, self.size.width, event.x)) is not None:
            self.post_message(self.FacetClicked(facet.key))

    @property
    def visible_rows(self) -> list[int]:
        """The rows on screen, each once."""
        return list(dict.fromkeys(self.rows_on_lines()))

    def render_line(self, y: int) -> Strip:
        """The heading is one of its own."""
        if y:
            return super().render_line(y)
        texts = [self._row(row).sheet for row in self.visible_rows]
        # Where there is no paper nothing is missing.
        present = {facet for text in texts if text for facet in text.facets} if any(texts) else set(Facet)
        strip = draw_sheet_heading(
            self.heading(), FacetKeys(self.lens, present), self.size.width, self.line_style, has_focus=self.has_focus
        )
        return strip.apply_style(self.rich_style)
