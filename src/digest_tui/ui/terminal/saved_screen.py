"""The screen that the next start would show, drawn when leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual.screen import Screen

from digest_tui.ui.internals.drawing import frame_of

if TYPE_CHECKING:
    from typing import Protocol

    from digest_tui.session.opening import Opening, ReaderOptions
    from digest_tui.session.session import Session
    from digest_tui.ui.reader.pane import Reader

    class Restartable(Protocol):
        """A window that can be drawn as the next start would show it."""

        # fmt: off
        @property
        def options(self) -> ReaderOptions: ...
        @property
        def session(self) -> Session: ...
        @property
        def reader(self) -> Reader: ...
        # fmt: on

        def begin_again(self) -> Opening | None: ...
        def show_all(self) -> None: ...


class SavedFrame(NamedTuple):
    """A screen as it is written to the terminal."""

    text: str
    key: str
    """The paper under its cursor."""
    size: tuple[int, int]


def saved_frame(screen: Screen[Any], window: Restartable) -> SavedFrame | None:
    """The screen of the next start; None where it is not at hand. What the person sees last is gone after it."""
    start = window.begin_again()
    # A query is asked anew, and what is wrong with the settings is said anew: both take longer than a frame.
    if start is None or not start.done or start.query is not None or window.options.notices:
        return None

    def show() -> None:
        window.show_all()
        window.reader.come_back(*start.scroll)

    if (text := frame_of(screen, show)) is None:
        return None
    entry = window.session.entry
    return SavedFrame(text, entry.key if entry else "", (screen.size.width, screen.size.height))
