"""The screen that the next start would show, drawn when leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual._compositor import CompositorUpdate

if TYPE_CHECKING:
    from digest_tui.ui.screens.main import MainScreen


class SavedFrame(NamedTuple):
    """A screen as it is written to the terminal."""

    text: str
    key: str
    """The paper under its cursor."""
    size: tuple[int, int]


def saved_frame(screen: MainScreen) -> SavedFrame | None:
    """The screen of the next start; None where it is not at hand. What the person sees last is gone after it."""
    options = screen.options
    start = screen.begin_again()
    # A query is asked anew, and what is wrong with the settings is said anew: both take longer than a frame.
    if start is None or not start.done or start.query is not None or options.notices:
        return None
    screen.app.stylesheet.update(screen)
    screen._refresh_layout()
    screen.show_all()
    screen.reader.scroll_to_line(start.scroll)
    update = screen._compositor.render_update(full=True)
    if not isinstance(update, CompositorUpdate):
        return None
    entry = screen.session.entry
    text = update.render_segments(screen.app.console)
    return SavedFrame(text, entry.key if entry else "", (screen.size.width, screen.size.height))
