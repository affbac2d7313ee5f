"""Pictures in cells: the only module that knows textual-image, without what that does to the terminal by itself.

Private parts of textual-image 0.12 are replaced. Its package of renderables asks the terminal while it is imported, and
reads the answer from the keys: that package is not run, only the modules in its folder. The size of a cell is asked for
in the same way: it is given. And what belongs to a picture is written to the terminal in the midst of a frame: it is
collected, to be written between two of them.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, StringIO
from itertools import count
from pathlib import Path
from random import randrange
from types import ModuleType
from typing import Any

from PIL import Image
from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

from digest_tui.errors import PictureError
from digest_tui.ui.reader.pictures import Canvas, Drawn, fitted

_PACKAGE = "textual_image.renderable"
# In three bytes of it a number is the colour of the cells, and in the fourth one of 297 marks: no such number is short.
_NUMBERS = count(randrange(0x0100_0000, 0x7F00_0000))


def draw(thumbnail: bytes, canvas: Canvas) -> Drawn | None:
    """Draw a thumbnail; None where it is too small to be looked at. Raises PictureError."""
    try:
        with Image.open(BytesIO(thumbnail), formats=("JPEG",)) as image:
            picture = image.convert("RGB")
    except Exception as error:  # somebody changed the file
        raise PictureError("The picture cannot be drawn.") from error
    size = fitted(picture.size, canvas)
    return None if size is None else _drawn(picture, size, canvas)


def _drawn(image: Image.Image, size: tuple[int, int], canvas: Canvas) -> Drawn:
    columns, rows = size
    sent: list[str] = []
    if canvas.way == "kitty":
        library = renderables("tgp")
        library._send_tgp_message = partial(_collect, sent)
        library.Image._image_id_counter = _NUMBERS
    else:
        library = renderables("halfcell")
    library.get_cell_size = partial(import_module("textual_image._terminal").CellSize, *canvas.cell)
    picture = library.Image(image, width=columns, height=rows)
    console = Console(file=StringIO(), width=columns, height=rows)
    lines = Segment.split_lines(console.render(picture, console.options))
    strips = tuple(Strip(line, columns) for line in lines)[:rows]
    return Drawn(strips, canvas, getattr(picture, "terminal_image_id", 0), "".join(sent))


def _collect(sent: list[str], *, payload: str | None = None, **keys: int | str | None) -> None:
    words = ",".join(f"{key}={value}" for key, value in keys.items() if value is not None)
    sent.append(f"\x1b_G{words}{f';{payload}' if payload else ''}\x1b\\")


def renderables(name: str) -> Any:
    """Load a module of renderables, and not the package around it that asks the terminal."""
    if _PACKAGE not in sys.modules:
        spec = find_spec("textual_image")
        if spec is None or spec.origin is None:
            raise ImportError("textual-image is not installed", name="textual_image")
        stand_in = ModuleType(_PACKAGE)
        stand_in.__path__ = [str(Path(spec.origin).parent / "renderable")]
        sys.modules[_PACKAGE] = stand_in
    return import_module(f"{_PACKAGE}.{name}")
