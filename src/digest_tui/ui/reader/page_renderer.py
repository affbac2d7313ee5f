"""Painting the text of a page for a width."""

from digest_tui.markup.parser import parse
from digest_tui.render.painter import paint
from digest_tui.render.palette import Palette
from digest_tui.ui.reader.line_builder import LineBuilder
from digest_tui.ui.reader.rendered_page import Lines


def paint_text(markdown: str, width: int, palette: Palette) -> Lines:
    """Paint Markdown at a width in cells."""
    builder = LineBuilder()
    builder.painting(paint(parse(markdown), width, palette))
    return builder.lines()
