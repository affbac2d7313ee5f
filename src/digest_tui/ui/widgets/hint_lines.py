"""Keys and what they do, on as few lines as they need."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from digest_tui.ui.widgets.line_styles import LineStyles

KeyHint = tuple[str, str]
"""A key, and what it does."""
_GAP = 3
"""Cells between two of them."""


class HintLines(LineStyles):
    """Hints in the style of the footer, each whole on one line, in the middle."""

    def __init__(self, hints: Sequence[KeyHint], *, id: str) -> None:
        super().__init__(id=id)
        self._hints = hints

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as they need."""
        return len(_lines(self._hints, width))

    def render_line(self, y: int) -> Strip:
        """One line of them."""
        width = self.size.width
        lines = _lines(self._hints, width)
        line = lines[y] if y < len(lines) else []
        segments = [Segment(" " * max(0, (width - _cells(line)) // 2))]
        for number, (key, words) in enumerate(line):
            segments += [
                Segment(" " * (_GAP if number else 0)),
                Segment(key, self.line_style("footer--key")),
                Segment(f" {words}", self.line_style("footer--word")),
            ]
        return Strip(segments).adjust_cell_length(width).apply_style(self.rich_style)


def _lines(hints: Sequence[KeyHint], width: int) -> list[list[KeyHint]]:
    lines: list[list[KeyHint]] = []
    for hint in hints:
        if lines and _cells([*lines[-1], hint]) <= width:
            lines[-1].append(hint)
        else:
            lines.append([hint])
    return lines


def _cells(line: Sequence[KeyHint]) -> int:
    return sum(cell_len(key) + 1 + cell_len(words) for key, words in line) + _GAP * max(0, len(line) - 1)
