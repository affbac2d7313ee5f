"""The picture in the README, made by the program itself: `PYTHONPATH=tests python -m support.picture` makes it anew."""

import asyncio
import html
import os
import re
from datetime import date
from pathlib import Path

from rich.cells import cell_len

from digest_tui.library import Library
from digest_tui.paths import samples_dir
from digest_tui.sources import source_for
from digest_tui.store import memory_store
from support.desk import Desk, make_app

PICTURE = Path(__file__).parents[2] / "docs" / "reader.svg"
KEYS = ("j", "s", "j", "x", "d", "g", "g")


async def draw() -> str:
    """The samples after some decisions, as SVG."""
    sources = [source_for(folder) for folder in sorted(samples_dir().iterdir())]
    library = Library(sources, memory_store(), today=lambda: date(2025, 11, 8))
    app = make_app(library)
    async with app.run_test(size=(140, 40)) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        await desk.press(*KEYS)
        return _with_room_for_wide_characters(_without_fonts(app.export_screenshot()))


def _without_fonts(svg: str) -> str:
    """A picture fetches nothing: the reader's own monospace font will do."""
    return re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)


def _with_room_for_wide_characters(svg: str) -> str:
    """Rich gives a run of text one cell a character: Hangul would be squeezed into half of its width."""

    def widened(match: re.Match[str]) -> str:
        text = html.unescape(match["text"])
        width = float(match["width"]) * cell_len(text) / max(1, len(text))
        return f'textLength="{width:g}"{match["rest"]}>{match["text"]}<'

    return re.sub(r'textLength="(?P<width>[\d.]+)"(?P<rest>[^>]*)>(?P<text>[^<]*)<', widened, svg)


if __name__ == "__main__":
    # In all colours, whatever terminal it is called from.
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
