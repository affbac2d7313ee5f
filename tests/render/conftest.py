"""A palette in which every role can be told by its style."""

import pytest
from rich.style import Style

from digest_tui.render.palette import Palette


@pytest.fixture(scope="session")
def palette() -> Palette:
    parse = Style.parse
    return Palette(
        text=parse("white"),
        dim=parse("dim"),
        heading1=parse("bold red"),
        heading2=parse("bold green"),
        heading3=parse("bold blue"),
        strong=parse("bold"),
        emphasis=parse("italic"),
        strike=parse("strike"),
        lead=parse("bold yellow"),
        link=parse("underline"),
        code=parse("cyan"),
        code_block=parse("on grey15"),
        quote=parse("italic"),
        quote_bar=parse("magenta"),
        bullet=parse("magenta"),
        rule=parse("grey50"),
        table_header=parse("bold"),
        table_border=parse("grey50"),
        html=parse("dim"),
        picture=parse("dim italic"),
        code_comment=parse("bright_black"),
        code_keyword=parse("bright_blue"),
        code_string=parse("bright_green"),
        code_number=parse("bright_magenta"),
    )
