"""The pictures in the README, drawn by the program itself.

`PYTHONPATH=tests python -m support.pictures` draws them anew.
"""

import asyncio
import html
import os
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len

from digest_tui.library import Library
from digest_tui.paths import samples_dir
from digest_tui.sources import source_for
from digest_tui.store import memory_store
from support.desk import Desk, make_app

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"


class Scene(NamedTuple):
    """A screen of the built-in samples."""

    name: str
    """Of its files, before the theme."""
    size: tuple[int, int]
    keys: tuple[str, ...]


SCENES = (
    Scene("reader", (140, 32), ("j", "s", "j", "x", "d", "g", "g", "j")),
    Scene("sheet", (140, 26), ("j", "s", "j", "x", "g", "g", "F", "3", "j")),
    Scene("card", (100, 26), ("T", "x", "s")),
    Scene("search", (140, 32), ("s", "j", "/", *"모델", "enter", "j")),
    Scene("calendar", (100, 30), ("s", "j", "x", "d", "c")),
)
THEMES = ("dark", "light")
_COLUMNS = re.compile(r"[│▏▌▐]|\s{2,}|(?:(?![│▏▌▐]|\s{2}).)+|\s")


def picture_of(scene: Scene, theme: str) -> Path:
    """Where the picture of a scene is."""
    return FOLDER / f"{scene.name}-{theme}.svg"


async def draw(scene: Scene, theme: str) -> str:
    """A scene in a theme, as SVG."""
    sources = [source_for(folder) for folder in sorted(samples_dir().iterdir())]
    library = Library(sources, memory_store(), today=lambda: date(2025, 11, 8))
    app = make_app(library, theme=f"digest-{theme}")
    async with app.run_test(size=scene.size) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        await desk.press(*scene.keys)
        return _in_cells(_without_fonts(app.export_screenshot(title="digest-tui")))


def _without_fonts(svg: str) -> str:
    """A picture fetches nothing: the reader's own monospace font will do."""
    return re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)


def _in_cells(svg: str) -> str:
    """Rich gives a run of text one cell a character: Hangul would be squeezed into half of its width.

    What stands in columns is a run of its own in each: no font has both kinds of characters in proportion.
    """

    def parted(match: re.Match[str]) -> str:
        text = html.unescape(match["text"])
        cell, x = float(match["width"]) / max(1, len(text)), float(match["x"])
        parts = []
        for part in _COLUMNS.findall(text):
            width = cell * cell_len(part)
            place = f'x="{x:g}" y="{match["y"]}" textLength="{width:g}"'
            escaped = html.escape(part, quote=False).replace("\xa0", "&#160;")
            parts.append(f"{match['begin']} {place}{match['rest']}>{escaped}</text>")
            x += width
        return "".join(parts)

    place = r'x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="(?P<width>[\d.]+)"'
    return re.sub(rf'(?P<begin><text class="[^"]*") {place}(?P<rest>[^>]*)>(?P<text>[^<]*)</text>', parted, svg)


async def draw_all() -> None:
    """Draw every scene in every theme."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        for theme in THEMES:
            picture_of(scene, theme).write_text(await draw(scene, theme), encoding="utf-8")


if __name__ == "__main__":
    # In all colours, whatever terminal it is called from.
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    asyncio.run(draw_all())
