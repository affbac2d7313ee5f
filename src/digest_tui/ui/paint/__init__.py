"""Blocks to styled lines of a given width in cells, for whatever widget draws them."""

from digest_tui.ui.paint.lines import Anchor, Line, Painting, Run
from digest_tui.ui.paint.painter import paint
from digest_tui.ui.paint.palette import Palette

__all__ = ["Anchor", "Line", "Painting", "Palette", "Run", "paint"]
