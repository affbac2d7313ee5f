"""The paper list: number, mark and title over a few lines, then what else there is to know."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.loading import loaded
from digest_tui.render.cells import fit
from digest_tui.render.finds import Piece, cut_pieces, pieces, sentence_line
from digest_tui.render.wrap import break_lines
from digest_tui.session.rows import PaperRow
from digest_tui.ui.marks import DECISIONS
from digest_tui.ui.widgets.fitted_list import FittedList
from digest_tui.ui.widgets.strips import heading_line

TITLE_LINES = 3
FOLDED_TITLE_LINES = 2
"""The same where the day does not fit."""
WIDE = 56
"""Cells of a row in which one line says enough of a title that was decided about."""
LEAST_TITLE = 8
"""Cells of a title that are worth a line they share with tags and votes."""
LEAST_NOTE = 6
"""Cells of tags and other notes that still say something."""
SOURCES = ("row--source-1", "row--source-2", "row--source-3")
"""The colours of sources; they begin again after the last, for it is the name that tells sources apart."""


class PaperList(FittedList[PaperRow]):
    """One row a paper."""

    FOLDS = True

    def row_id(self, row: PaperRow) -> object:
        """The key of the paper."""
        return row.id

    def row_text(self, row: PaperRow) -> str:
        """The title."""
        return row.title

    def heading_of(self, row: PaperRow) -> int | None:
        """What the paper was found in, its date or its digest, where the list has several."""
        return row.head

    def draw_row(self, row: PaperRow, width: int) -> list[Strip]:
        """` 3 ● Title of the paper`, the rest of the title below with tags and votes, then what a search found."""
        if row.closing:
            return [Strip.blank(width), *self._draw_closing(row, width)]
        return self._lines_of_row(row, width, TITLE_LINES, is_whole=True)

    def fold_row(self, row: PaperRow, width: int) -> list[Strip]:
        """The same in fewer lines, and without the person's note."""
        if row.closing:
            return self._draw_closing(row, width)
        lines = 1 if row.decided and width >= WIDE else FOLDED_TITLE_LINES
        return self._lines_of_row(row, width, lines, is_whole=False)

    def _draw_closing(self, row: PaperRow, width: int) -> list[Strip]:
        strips: list[Strip] = loaded("digest_tui.ui.widgets.closing_row:draw_closing")(row, width, self.line_style)
        return strips

    def _lines_of_row(self, row: PaperRow, width: int, title_lines: int, *, is_whole: bool) -> list[Strip]:
        if row.passed_over:
            role = "row--side" if row.tint is None else SOURCES[row.tint % len(SOURCES)]
            return [heading_line(row.title, row.note, width, self.line_style, role)]
        lead = self._lead(row)
        indent = " " * sum(segment.cell_length for segment in lead)
        room = max(1, width - len(indent))
        style, below_style = self.line_style("row--decided") if row.decided else None, self.line_style("row--excerpt")
        lines, left = _title_lines(row, room, title_lines, is_whole=is_whole), ""
        if _is_hit(row) and len(lines) > 1 and not lines[-1][0]:
            # What the title leaves no room to ends the line of the hit.
            lines, left = lines[:-1], _with_votes(row, _left_by_hit(row, room))
        strips = [
            Strip(
                [*([Segment(indent)] if number else lead), *self._segments(line, style), *self._side(line, side, room)]
            )
            for number, (line, side) in enumerate(lines)
        ]
        # Blanks in the style of what follows them: each other one is spelled out on the wire.
        below_indent = Segment(indent, below_style)
        if _is_hit(row):
            line = _hit_line(row, room - cell_len(left) - bool(left))
            strips.append(Strip([below_indent, *self._segments(line, below_style), *self._side(line, left, room)]))
        below = (f"“{row.own_note}”" if row.own_note and is_whole else "", row.below)
        strips += [Strip([below_indent, Segment(fit(words, room), below_style)]) for words in below if words]
        return strips

    def _lead(self, row: PaperRow) -> list[Segment]:
        style = self.line_style
        mark_style = {"new": "row--mark", "starred": "row--star"}.get(row.mark, "row--side")
        return [
            Segment(f"{row.number:>2}", style("row--side")),
            Segment("▌" if row.selected else " ", style("row--mark")),
            Segment(DECISIONS.get(row.mark, " "), style(mark_style)),
            Segment(" "),
        ]

    def _side(self, line: list[Piece], side: str, room: int) -> list[Segment]:
        """Words that end a line at the right."""
        used = sum(cell_len(text) for text, _ in line) + cell_len(side)
        return [Segment(" " * max(0, room - used)), Segment(side, self.line_style("row--side"))] if side else []

    def _segments(self, line: list[Piece], style: Style | None) -> list[Segment]:
        find = self.line_style("row--find")
        return [Segment(text, find if is_find else style) for text, is_find in line]


def _title_lines(row: PaperRow, room: int, most: int, *, is_whole: bool) -> list[tuple[list[Piece], str]]:
    """The lines of a title, each with what ends it: tags and votes stand where the title leaves room for them.

    A row that is whole has a line more for them, where there is none, as has one with a line for a hit, which they end;
    one that is folded leaves out what has no room.
    """
    ranges = break_lines(row.title, room)
    side = " ".join(filter(None, (row.note, row.votes)))
    is_cut = len(ranges) > most
    lines = [pieces(row.title, row.title_marks, start, end) for start, end in ranges[: most - is_cut]]
    if is_cut:
        left = room if is_whole or _is_hit(row) or not side else room - min(cell_len(side) + 1, room // 3)
        lines.append(cut_pieces(row.title, row.title_marks, ranges[most - 1][0], left))
    if not side:
        return [(line, "") for line in lines]
    free = [room - 1 - sum(cell_len(text) for text, _ in line) for line in lines]
    votes = cell_len(row.votes)
    roomy = [number for number, cells in enumerate(free) if cells >= votes]
    has_no_room = cell_len(side) > free[-1]
    if has_no_room and _is_hit(row):
        return [*((line, "") for line in lines), ([], _with_votes(row, room))]
    if has_no_room and (row.note or not roomy) and (is_whole or len(lines) < most):
        return _with_last_line(row, room, ranges, lines)
    sides = [*[""] * (len(lines) - 1), _with_votes(row, free[-1])]
    if votes > free[-1] and roomy:
        sides[roomy[-1]] = row.votes
    return list(zip(lines, sides, strict=True))


def _with_last_line(
    row: PaperRow, room: int, ranges: Sequence[tuple[int, int]], lines: list[list[Piece]]
) -> list[tuple[list[Piece], str]]:
    """The lines with one more for tags and votes, which do not stand there alone: the end of the title goes along."""
    side = _with_votes(row, room)
    left = room - 1 - cell_len(side)
    (start, end), line = ranges[len(lines) - 1], lines[-1]
    last: list[Piece] = []
    if len(ranges) > len(lines):
        if left >= LEAST_TITLE:
            line = pieces(row.title, row.title_marks, start, end)
            last = cut_pieces(row.title, row.title_marks, ranges[len(lines)][0], left)
    else:
        word = row.title.rfind(" ", start, end) + 1
        if word > start and cell_len(row.title[word:end]) <= left:
            line = pieces(row.title, row.title_marks, start, word - 1)
            last = pieces(row.title, row.title_marks, word, end)
    return [*((other, "") for other in lines[:-1]), (line, ""), (last, side)]


def _with_votes(row: PaperRow, room: int) -> str:
    """Tags and votes in so many cells: the last tags are cut, votes are whole or not there."""
    votes = row.votes if cell_len(row.votes) <= room else ""
    left = room - cell_len(votes) - 1 if votes else room
    note = fit(row.note, left) if left >= min(LEAST_NOTE, cell_len(row.note)) else ""
    return " ".join(filter(None, (note, votes)))


def _is_hit(row: PaperRow) -> bool:
    return bool(row.when or row.excerpt)


def _left_by_hit(row: PaperRow, room: int) -> int:
    """Cells that the date and the first find leave to tags and votes, at most a third beside a sentence."""
    left = room - cell_len(row.when) - 1
    if row.excerpt is None:
        return left
    start, end = row.excerpt.marks[0]
    return min(room // 3, left - cell_len(f"… · {row.excerpt.text[start:end]}…"))


def _hit_line(row: PaperRow, room: int) -> list[Piece]:
    """`16 Dec · …the sentence around a find…`, or what there is of it."""
    if row.excerpt is None:
        return [(fit(row.when, room), False)]
    when = f"{row.when} · " if row.when else ""
    label = f"{row.excerpt.label}: " if row.excerpt.label else ""
    marks = [(start + len(label), end + len(label)) for start, end in row.excerpt.marks]
    return [(when, False), *sentence_line(label + row.excerpt.text, marks, room - cell_len(when))]
