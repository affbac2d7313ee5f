"""What stands in the middle of a pane without lines: what happened, what it means, and the keys that lead on."""

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.cells import wrap_plain
from digest_tui.session.empty import Empty, Way

MOST_CELLS = 56
"""Cells of a sentence on a line."""
_BETWEEN = 2
"""Cells between a key and its words."""


def message_lines(empty: Empty, width: int, page: int, style: Callable[[str], Style]) -> list[Strip]:
    """The lines of a message, each in the middle of so many cells; keys for which there is no room are left out."""
    said = ((empty.sentence, "line-view--message"), (empty.meaning, "line-view--empty"))
    sentence = [
        _centred(line, width, style(role)) for text, role in said if text for line in _balanced(text, width, page)
    ]
    ways = _way_lines(empty.ways, width, style)
    gap = [Strip.blank(width)] if sentence and ways and len(sentence) + len(ways) < page else []
    return [*sentence, *gap, *ways][:page]


def _balanced(text: str, width: int, page: int) -> list[str]:
    """The text on as few lines as it needs, none much longer than the others."""
    room = min(width, MOST_CELLS)
    lines = wrap_plain(text, room, page)
    if len(lines) < 2:
        return lines
    narrower = (wrap_plain(text, cells, page + 1) for cells in range(room // 2, room))
    return next((tried for tried in narrower if len(tried) == len(lines)), lines)


def _centred(text: str, width: int, style: Style) -> Strip:
    return Strip([Segment(" " * ((width - cell_len(text)) // 2)), Segment(text, style)])


def _way_lines(ways: tuple[Way, ...], width: int, style: Callable[[str], Style]) -> list[Strip]:
    """A line a way, the keys one below the other; its words go on below where they have no room."""
    if not ways:
        return []
    column = max(cell_len(way.key) for way in ways)
    room = max(1, width - column - _BETWEEN)
    wrapped = [(way.key, wrap_plain(way.words, room, 3)) for way in ways]
    block = column + _BETWEEN + max(cell_len(line) for _, lines in wrapped for line in lines)
    margin = " " * max(0, (width - block) // 2)
    return [
        Strip(
            [
                Segment(margin + " " * (column - cell_len(key))),
                Segment("" if number else key, style("footer--key")),
                Segment(" " * (_BETWEEN + (cell_len(key) if number else 0))),
                Segment(line, style("footer--word")),
            ]
        )
        for key, lines in wrapped
        for number, line in enumerate(lines)
    ]
