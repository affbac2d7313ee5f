"""The closing card as lines: it has the room of a page, and is never longer than that where it can be shorter."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style

from digest_tui.render.cells import wrap_plain
from digest_tui.session.closing_card import ClosingCard, Starred
from digest_tui.ui.marks import DECISIONS
from digest_tui.ui.reader.line_builder import LineBuilder
from digest_tui.ui.reader.rendered_page import HeaderStyles, RenderedPage
from digest_tui.ui.widgets.closing_row import parts_in_lines

MOST_CELLS = 72
"""Cells of a line: the ids stand near their titles."""
TITLE_LINES = 2
"""Lines of a title, where there is room for more than one."""
_LEAST_TITLE = 16
"""Cells beside an id in which a title still says something."""
_Line = list[tuple[str, Style, str | None]]


class ClosingPage(NamedTuple):
    """A card that a pane can show."""

    card: ClosingCard

    def page(self, width: int, height: int, styles: HeaderStyles) -> RenderedPage:
        """Return its lines, in the upper half of the page, with as much air and as many titles as there is room for."""
        lines = self._fitted(min(width, MOST_CELLS), height, styles)
        built = LineBuilder()
        for _ in range(max(0, height - len(lines)) // 3):
            built.blank()
        for line in lines:
            if line:
                built.line(line)
            else:
                built.blank()
        made = built.lines()
        return RenderedPage(*made[:3], 0, len(made.strips), made.joints, made.spans, made.media, made)

    def _fitted(self, width: int, height: int, styles: HeaderStyles) -> list[_Line]:
        card = self.card
        for title_lines, is_airy in ((TITLE_LINES, True), (1, True), (1, False)):
            stars = [_star_lines(star, width, title_lines, styles) for star in card.starred]
            lines = self._lines([line for star in stars for line in star], width, styles, is_airy=is_airy)
            if len(lines) <= height:
                return lines
        # The last titles give way to a line that says how many they are.
        room = height - (len(lines) - sum(map(len, stars))) - 1
        shown: list[_Line] = []
        count = 0
        for star in stars:
            if len(shown) + len(star) > room:
                break
            shown += star
            count += 1
        if count < len(stars):
            more = f"and {len(stars) - count:,} more" if count else f"{len(stars):,} starred"
            shown.append([(f"  {more} · g s lists them", styles.byline, None)])
        return self._lines(shown, width, styles, is_airy=False)

    def _lines(self, stars: list[_Line], width: int, styles: HeaderStyles, *, is_airy: bool) -> list[_Line]:
        card = self.card
        lines: list[_Line] = [[(line, styles.title, None)] for line in wrap_plain(card.title, width, 3)]
        lines += [[(line, styles.note, None)] for line in parts_in_lines(card.outcomes, width)]
        air: list[_Line] = [[]] if is_airy else []
        if stars:
            lines += [*air, *stars]
        # Free until they are counted: what is below does not move then.
        spent = parts_in_lines(card.spent, width) or [""]
        lines += air
        lines += [[(line, styles.byline, None)] if line else [] for line in spent]
        return [*lines, *air, *self._following(width, styles)]

    def _following(self, width: int, styles: HeaderStyles) -> list[_Line]:
        card = self.card
        if not card.key:
            return [[(line, styles.byline, None)] for line in wrap_plain(card.following, width, 3)]
        goes = f"{card.key} goes there"
        lines: list[_Line] = []
        for line in parts_in_lines((card.following, goes), width):
            before, key, after = line.partition(goes)
            runs: _Line = [(before, styles.note, None)] if before else []
            if key:
                runs += [(card.key, styles.title, None), (goes.removeprefix(card.key) + after, styles.byline, None)]
            lines.append(runs)
        return lines


def _star_lines(star: Starred, width: int, title_lines: int, styles: HeaderStyles) -> list[_Line]:
    """`★ Title of the paper      2512.16915`; the id below the title where they have no room beside each other."""
    mark = f"{DECISIONS['starred']} "
    indent = " " * cell_len(mark)
    beside = width - cell_len(mark) - cell_len(star.arxiv) - 2
    is_beside = not star.arxiv or beside >= _LEAST_TITLE
    room = max(1, beside if star.arxiv and is_beside else width - cell_len(mark))
    lines: list[_Line] = []
    for number, line in enumerate(wrap_plain(star.title, room, title_lines)):
        runs: _Line = [(mark, styles.star, None)] if not number else [(indent, styles.note, None)]
        runs.append((line, styles.note, None))
        if star.arxiv and is_beside and not number:
            gap = " " * (room - cell_len(line) + 2)
            runs += [(gap, styles.note, None), (star.arxiv, styles.byline, None)]
        lines.append(runs)
    if star.arxiv and not is_beside and title_lines > 1:
        lines.append([(indent, styles.note, None), (star.arxiv, styles.byline, None)])
    return lines
