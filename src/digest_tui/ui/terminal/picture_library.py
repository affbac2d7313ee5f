"""Pictures in cells: the only module that knows textual-image, without what that does to the terminal by itself.

Private parts of textual-image 0.12 are replaced. Its package of renderables asks the terminal while it is imported, and
reads the answer from the keys: that package is not run, only the modules in its folder. The size of a cell is asked for
in the same way: it is given.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

from PIL import Image
from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

from digest_tui.errors import PictureError
from digest_tui.ui.reader.pictures import Canvas, Drawn, fitted

_PACKAGE = "textual_image.renderable"


def draw(thumbnail: bytes, canvas: Canvas) -> Drawn | None:
    """Draw a thumbnail; None where it is too small to be looked at. Raises PictureError."""
    try:
        with Image.open(BytesIO(thumbnail), formats=("JPEG",)) as image:
            size = fitted(image.size, canvas)
            return None if size is None else _drawn(image.convert("RGB"), size, canvas)
    except Exception as error:  # somebody changed the file
        raise PictureError("The picture cannot be drawn.") from error


def _drawn(image: Image.Image, size: tuple[int, int], canvas: Canvas) -> Drawn:
    columns, rows = size
    _renderable("_terminal", "textual_image").get_cell_size._result = canvas.cell
    picture = _renderable("halfcell").Image(image, width=columns, height=rows)
    console = Console(file=StringIO(), width=columns, height=rows)
    lines = Segment.split_lines(console.render(picture, console.options))
    return Drawn(tuple(Strip(line, columns) for line in lines)[:rows], canvas)


def _renderable(name: str, package: str = _PACKAGE) -> Any:
    """Load a module of textual-image, and not the package around it that asks the terminal."""
    if _PACKAGE not in sys.modules:
        spec = find_spec("textual_image")
        if spec is None or spec.origin is None:
            raise ImportError("textual-image is not installed", name="textual_image")
        stand_in = ModuleType(_PACKAGE)
        stand_in.__path__ = [str(Path(spec.origin).parent / "renderable")]
        sys.modules[_PACKAGE] = stand_in
    return import_module(f"{package}.{name}")
