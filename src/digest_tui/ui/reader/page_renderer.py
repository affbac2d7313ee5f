"""Painting the text of a page for a width."""

from digest_tui.markup.parser import parse_located
from digest_tui.render.painter import paint
from digest_tui.render.palette import Palette
from digest_tui.ui.reader.line_builder import LineBuilder
from digest_tui.ui.reader.rendered_page import Lines


def paint_text(markdown: str, width: int, palette: Palette) -> Lines:
    """Paint Markdown at a width in cells."""
    located, builder = parse_located(markdown), LineBuilder()
    painting = paint(located.blocks, width, palette)
    builder.painting(painting)
    # What is said behind the text stands on none of its lines.
    return builder.lines(zip(located.lines, painting.starts, strict=False))
