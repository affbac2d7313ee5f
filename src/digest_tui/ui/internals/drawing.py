"""What is drawn of a screen and of a widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from rich.segment import Segment
from textual._border import get_box
from textual._compositor import CompositorUpdate
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from digest_tui.ui.internals.app import InternalsApp


def frame_of(screen: Screen[Any], prepare: Callable[[], None]) -> str | None:
    """Return a whole frame of a screen as it is written to the terminal, laid out and prepared before it is drawn.

    `App.export_screenshot` gives SVG; nothing public gives the bytes.
    """
    screen.app.stylesheet.update(screen)
    screen._refresh_layout()
    prepare()
    update = screen._compositor.render_update(full=True)
    if not isinstance(update, CompositorUpdate):
        return None
    return cast("InternalsApp[Any]", screen.app).as_drawn(update.render_segments(screen.app.console))


def lay_out_again(widget: Widget) -> None:
    """Ask for a layout in which a widget is measured anew.

    `refresh(layout=True)` counts only the first request until a widget was idle: a layout that came for another reason
    in between has kept its size under that count, and what was changed since has none.
    """
    widget._layout_updates += 1
    widget.refresh(layout=True)


def set_edge_words(widget: Widget, title: str, hint: str) -> None:
    """Change what is written in the border of a widget, above and below.

    `border_title` reads markup, and draws the whole widget again for a word in one line of it.
    """
    top, bottom, gutter = Content(title), Content(hint), widget.gutter
    changed = [
        y
        for y, old, new in (
            (-gutter.top, widget._border_title, top),
            (widget.size.height + gutter.bottom - 1, widget._border_subtitle, bottom),
        )
        if old is None or old.plain != new.plain
    ]
    widget._border_title, widget._border_subtitle = top, bottom
    if changed:
        widget.refresh(*(Region(-gutter.left, y, widget.outer_size.width, 1) for y in changed))


def left_border(edge: Any, inner: Style, outer: Style, line: Style) -> Segment:
    """Return the left border of a row; `Widget.render_lines` finds it out anew at every line, a third of a frame."""
    return get_box(edge, inner, outer, line)[1][0]
