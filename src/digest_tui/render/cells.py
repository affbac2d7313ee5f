"""Plain text within a number of cells, for rows of lists."""

from rich.cells import cell_len, set_cell_size

from digest_tui.render.wrap import break_lines, joints

_ELLIPSIS = "…"
_BETWEEN = " · "
_LEAST = 6
"""Cells of a part of a sentence that still say something."""


def fit(text: str, width: int) -> str:
    """The text cut to a width with an ellipsis, never within a wide character; no padding."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + _ELLIPSIS


def fit_parts(text: str, width: int, name: str = "") -> str:
    """The text cut to a width, first the name in it, then where it is longest between its dots: its end is seen too."""
    excess = cell_len(text) - width
    if excess > 0 and name:
        room = cell_len(name) - excess
        named = f"{_BETWEEN}{name}"
        text = text.replace(named, f"{_BETWEEN}{fit(name, room)}" if room >= _LEAST else "", 1)
        excess = cell_len(text) - width
    parts = text.split(_BETWEEN)
    for index in sorted(range(len(parts)), key=lambda index: -cell_len(parts[index])):
        if excess > 0:
            before = cell_len(parts[index])
            parts[index] = fit(parts[index], max(_LEAST, before - excess))
            excess -= before - cell_len(parts[index])
    return fit(text, width) if excess > 0 else _BETWEEN.join(parts)


def wrap_plain(text: str, width: int, max_lines: int) -> list[str]:
    """The text in at most so many lines, the last one cut with an ellipsis; white space is folded."""
    return [line for line, _ in wrap_plain_joined(text, width, max_lines)]


def wrap_plain_joined(text: str, width: int, max_lines: int) -> list[tuple[str, str | None]]:
    """The same lines, each with its joint (see `render.lines.Line`)."""
    text = " ".join(text.split())
    ranges = break_lines(text, width)
    lines = [text[start:end] for start, end in ranges[:max_lines]]
    if len(ranges) > max_lines > 0:
        lines[-1] = fit(text[ranges[max_lines - 1][0] :], width)
    return list(zip(lines, joints(text, ranges), strict=False))
