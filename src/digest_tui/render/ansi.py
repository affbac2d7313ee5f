"""Painted Markdown for a pipe or a terminal, without a screen."""

from collections.abc import Iterator

from rich.color import ColorSystem
from rich.style import Style

from digest_tui.markup.parser import parse
from digest_tui.render.painter import paint
from digest_tui.render.palette import Palette

# In the colour of the terminal's own text: of its sixteen colours none is sure to be readable on its ground.
_BOLD, _DIM = Style(bold=True), Style(dim=True)
PALETTE = Palette(
    text=Style(),
    dim=_DIM,
    heading1=Style(bold=True, underline=True),
    heading2=Style(bold=True, underline=True),
    heading3=Style(underline=True),
    strong=_BOLD,
    emphasis=Style(italic=True),
    strike=Style(strike=True),
    lead=_BOLD,
    link=Style(underline=True),
    code=Style(bold=True, italic=True),
    code_block=Style(),
    quote=_DIM,
    quote_bar=_DIM,
    bullet=_DIM,
    rule=_DIM,
    table_header=_BOLD,
    table_border=_DIM,
    html=_DIM,
    picture=_DIM,
    code_comment=Style(italic=True),
    code_keyword=_BOLD,
)


def painted_lines(markdown: str, width: int, *, colour: bool) -> Iterator[str]:
    """The lines of a paper as the reader lays them out, at most `width` cells each."""
    for line in paint(parse(markdown), width, PALETTE).lines:
        if colour:
            yield "".join(run.style.render(run.text, color_system=ColorSystem.STANDARD) for run in line.runs)
        else:
            yield line.text.rstrip()
