"""The app: what it draws, how it fails, and what its parts are asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from rich.console import Console, RenderableType
from rich.text import Text
from textual import events
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.filter import Monochrome, NoColor
from textual.screen import Screen
from textual.widget import Widget

from digest_tui.ui.presses import Presses

ResultT = TypeVar("ResultT")


class InternalsApp(App[ResultT]):
    """An app that decides itself when it is drawn, who takes keys and clicks, and what becomes of an internal error."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = Presses()

    @property
    def focused(self) -> Widget | None:
        """The widget that takes keys: none on a screen that takes them itself, whatever has the focus there."""
        return None if getattr(self.screen, "takes_keys", False) else super().focused

    def may_display(self, screen: Screen[Any]) -> bool:
        """Say whether a screen may be drawn now; until it may, nothing is."""
        return True

    def as_drawn(self, text: str, *, is_first: bool = False) -> str:
        """Return a frame as the terminal gets it; `is_first` after a time when nothing was drawn."""
        return text

    def failed(self, error: Exception) -> None:
        """Take an exception that nobody caught; end with `fail_with`."""

    def repaint(self) -> None:
        """Draw all there is.

        `refresh` draws what changed, and nothing where the size is known: a terminal that lost its contents stays
        empty (tried: `refresh(repaint=True, layout=True)` on the screen).
        """
        # Who leaves takes the screens away, and a timer may still ask for this.
        if self.screen_stack:
            self._display(self.screen, self._whole(self.screen))

    def draw_without_colors(self) -> None:
        """Leave text and ground to the terminal.

        For `NO_COLOR` Textual draws greys, unless the theme at the very start is one of the terminal's own colours;
        there is no parameter for another one.
        """
        self._filters = [NoColor() if isinstance(one, Monochrome) else one for one in self._filters]

    @property
    def is_sized(self) -> bool:
        """True once the terminal has told its size; `size` asks the console and always has an answer."""
        return self._size is not None

    @property
    def is_leaving(self) -> bool:
        """True once `exit` was called; nothing public tells it before the loop has ended."""
        return self._exit

    @property
    def is_ending(self) -> bool:
        """True once the end was asked for: from then on nothing is drawn, and the terminal is not taken again."""
        return self.is_leaving

    def fail_with(self, error: Exception, sentence: str) -> None:
        """Leave with exit code 1 and one sentence.

        `panic` alone leaves the exit code 0 and hides the error from a pilot; the default prints a traceback with
        locals, which hold titles and paths.
        """
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.panic(Text(sentence))

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        # `App.batch_update` and `Screen.is_active` do not hold back the first frame: it was an empty screen.
        was_held = self._was_held
        if not self.may_display(screen):
            self._was_held = True
            return
        self._was_held = False
        if was_held and not isinstance(renderable, LayoutUpdate):
            renderable = self._whole(screen)
        if isinstance(renderable, CompositorUpdate):
            renderable = _Drawn(renderable, partial(self.as_drawn, is_first=was_held))
        super()._display(screen, renderable)

    def _whole(self, screen: Screen[Any]) -> RenderableType | None:
        # Without those beneath it the page behind a dialog is empty.
        return screen._compositor.render_update(full=True, screen_stack=self._background_screens)

    _was_held = True

    def _handle_exception(self, error: Exception) -> None:
        self.failed(error)

    async def on_event(self, event: events.Event) -> None:
        """Take nothing any more that was typed behind the key that leaves."""
        if not (self.is_leaving and isinstance(event, events.InputEvent)):
            await super().on_event(event)


class _Drawn(CompositorUpdate):
    """A frame that is changed as it becomes text; line filters (tried) do not see the borders that Textual draws."""

    def __init__(self, update: CompositorUpdate, change: Callable[[str], str]) -> None:
        self._update, self._change = update, change

    def render_segments(self, console: Console) -> str:
        return self._change(self._update.render_segments(console))


def messages_shown(app: App[Any]) -> set[str]:
    """Return the texts of the toasts that can be read now; `notify` gives no handle to ask."""
    return {one.message for one in app._notifications if not one.has_expired}


def keep_copied(app: App[Any], text: str) -> None:
    """Let the inputs of an app paste a text; `copy_to_clipboard` would give it to the terminal too."""
    app._clipboard = text


def write_sequence(app: App[Any], sequence: str) -> None:
    """Write a control sequence to the terminal, between two frames; there is no public way to the driver."""
    if app._driver is not None:
        app._driver.write(sequence)


def ask_terminal(app: App[Any], question: str, hears: Callable[[Any], Any], farewell: Callable[[], str]) -> None:
    """Let the driver ask the terminal something, where it can; there is no public way to it."""
    if (ask := getattr(app._driver, "ask", None)) is not None:
        ask(question, hears, farewell)
