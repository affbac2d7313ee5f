"""The paper list: number, mark, star and the title over up to two lines."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.render.finds import Piece, cut_pieces, pieces, sentence_lines
from digest_tui.render.wrap import break_lines
from digest_tui.session.rows import PaperRow
from digest_tui.ui.widgets.row_list import RowList

TITLE_LINES = 2
EXCERPT_LINES = 2
"""Lines of the sentence around what a search found."""
SOURCES = ("row--source-1", "row--source-2", "row--source-3")
"""The colours of sources; they begin again after the last, for it is the name that tells sources apart."""


class PaperList(RowList[PaperRow]):
    """One row a paper."""

    def __init__(self, *, id: str, star: str = "★") -> None:
        super().__init__(id=id)
        self._star = star

    def row_id(self, row: PaperRow) -> object:
        """The key of the paper."""
        return row.id

    def row_text(self, row: PaperRow) -> str:
        """The title."""
        return row.title

    def draw_row(self, row: PaperRow, width: int) -> list[Strip]:
        """` 3 ●★Title of the paper   25`, the rest of the title below, then the sentence that was found."""
        style = self.line_style
        if row.passed_over:
            return [self._between(row, width)]
        title_style = style("row--decided") if row.decided else None
        side_style = style("row--side")
        indent = " " * self._lead_width(row)
        lines = self._title_lines(row, width)
        strips = []
        for index, line in enumerate(lines):
            lead = [
                Segment(f"{row.number:>2}", side_style),
                Segment("▌" if row.selected else " ", style("row--mark")),
                Segment(row.mark, style("row--mark")),
                Segment(self._star if row.starred else " ", style("row--star")),
            ]
            title = self._segments(line, title_style)
            side = self._side(row, index, len(lines), width)
            used = len(indent) + sum(segment.cell_length for segment in title) + cell_len(side)
            gap = Segment(" " * max(0, width - used))
            strips.append(Strip([*([Segment(indent)] if index else lead), *title, gap, Segment(side, side_style)]))
        excerpt_style = style("row--excerpt")
        for line in self._excerpt_lines(row, width):
            strips.append(Strip([Segment(indent), *self._segments(line, excerpt_style)]))
        if row.own_note:
            note = fit(f"“{row.own_note}”", width - len(indent))
            strips.append(Strip([Segment(indent), Segment(note, excerpt_style)]))
        if row.below:
            strips.append(Strip([Segment(indent), Segment(fit(row.below, width - len(indent)), excerpt_style)]))
        return strips

    def _segments(self, line: list[Piece], style: Style | None) -> list[Segment]:
        find = self.line_style("row--find")
        return [Segment(text, find if is_find else style) for text, is_find in line]

    def _between(self, row: PaperRow, width: int) -> Strip:
        """A title or a date; the name of a source at its end has the colour of the source."""
        faint = self.line_style("row--between")
        side = fit(row.note, width // 2)
        title = fit(row.title, width - cell_len(side) - 1) if side else fit(row.title, width)
        gap = " " * (width - cell_len(title) - cell_len(side))
        tint = faint
        if row.tint is not None:
            tint = self.line_style(SOURCES[row.tint % len(SOURCES)])
        return Strip([Segment(title, faint), Segment(gap), Segment(side, tint)])

    def _lead_width(self, row: PaperRow) -> int:
        return max(2, len(row.number)) + 3

    def _side(self, row: PaperRow, index: int, count: int, width: int) -> str:
        """Votes end the first line; the note ends the last one, of which it leaves a third to the title."""
        note = fit(row.note, (width - self._lead_width(row)) * 2 // 3) if index == count - 1 else ""
        text = " ".join(part for part in (note, row.votes if index == 0 else "") if part)
        return f" {text}" if text else ""

    def _title_lines(self, row: PaperRow, width: int) -> list[list[Piece]]:
        room = width - self._lead_width(row)
        alone = room - cell_len(self._side(row, 0, 1, width))
        if cell_len(row.title) <= alone:
            return [pieces(row.title, row.title_marks)]
        start, end = break_lines(row.title, max(1, room - cell_len(self._side(row, 0, TITLE_LINES, width))))[0]
        rest = end + len(row.title[end:]) - len(row.title[end:].lstrip())
        left = max(1, room - cell_len(self._side(row, TITLE_LINES - 1, TITLE_LINES, width)))
        return [pieces(row.title, row.title_marks, start, end), cut_pieces(row.title, row.title_marks, rest, left)]

    def _excerpt_lines(self, row: PaperRow, width: int) -> list[list[Piece]]:
        if row.excerpt is None:
            return []
        label = f"{row.excerpt.label}: " if row.excerpt.label else ""
        marks = [(start + len(label), end + len(label)) for start, end in row.excerpt.marks]
        room = max(1, width - self._lead_width(row))
        return sentence_lines(label + row.excerpt.text, marks, room, EXCERPT_LINES)
