"""Every private part of Textual that the reader stands on; no other module names or overrides one.

Each says why, and which public way was tried. They were there in Textual 8.2.0, 8.2.3, 8.2.6 and 8.2.8;
a test asks each release that is installed whether they still are, with the parameters that are given here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TextIO, TypeVar, cast

from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual._border import get_box
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.content import Content
from textual.filter import Monochrome, NoColor
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.style import Style
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
        return None if isinstance(self.screen, InternalsScreen) else super().focused

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


class InternalsScreen(Screen[ResultT]):
    """A screen that takes all keys and pasted text itself, in the order of typing, and looks at the mouse first."""

    @property
    def key_queue(self) -> InternalsScreen[Any]:
        """The screen in whose queue keys wait."""
        return self

    def leave(self) -> None:
        """Take note that the program is about to be left."""

    def leave_behind_keys(self, leave: Callable[[], None]) -> None:
        """Leave when the keys that wait here are carried out."""
        leave()

    def takes_mouse(self, event: events.MouseDown | events.MouseUp | events.Click) -> bool:
        """Say whether an event was dealt with, so that it reaches neither the focus nor a widget."""
        return False

    async def on_event(self, event: events.Event) -> None:
        """Take nothing any more that was typed behind the key that leaves, also what has come so far."""
        if not (cast(InternalsApp[Any], self.app).is_leaving and isinstance(event, events.InputEvent)):
            await super().on_event(event)

    def _forward_event(self, event: events.Event) -> None:
        # A key behind one that moves the focus or opens a screen would overtake it: each widget has a queue of its own.
        # There is no public event before the focused widget's own (tried: `on_key` of the screen, which is the last,
        # and bindings).
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            event._set_forwarded()
            self._presses.forget()
            self.key_queue.post_message(event)
        elif (
            isinstance(event, events.MouseDown | events.MouseUp | events.Click)
            and not event.is_forwarded
            and (self._presses.belong_elsewhere(event, self) or self.takes_mouse(event))
        ):
            # A widget hears of it only when the focus has moved (tried: `on_mouse_down` of the list and the screen),
            # and what it then says comes behind keys that were typed later.
            event._set_forwarded()
        else:
            super()._forward_event(event)

    @property
    def is_second_click(self) -> bool:
        """True where the last click is one more of a double click."""
        return self._presses.is_second

    @property
    def _presses(self) -> Presses:
        return cast("InternalsApp[Any]", self.app).presses

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # What is opened over another screen is laid out twice; it is drawn when its widgets have their sizes.
        # The bases of a class take an event too, unless it forbids that.
        event.prevent_default()
        self._is_resumed_new = len(self.app.screen_stack) > 1 and self._size != self.app.size
        super()._on_screen_resume(event)
        self._is_resumed_new = False

    _is_resumed_new = False

    def _screen_resized(self, size: Size) -> None:
        # Every screen hears of its size when it is opened, and so do those beneath it, which have it already.
        if self._size != size:
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        is_on_top = self is self.app.screen
        # Textual draws everything also while `batch_update` holds updates back, and then throws it away. A screen
        # beneath another one draws nothing: it asks that one to, which would not hear of it again.
        if self._is_resumed_new or (is_on_top and self.app._batch_count):
            return
        is_whole = is_on_top and self.size.region in self._compositor._dirty_regions
        is_required = self._repaint_required
        super()._compositor_refresh()
        if not is_on_top:
            # Beneath another screen Textual asks, each time it draws, to draw all of it once more: forever.
            self._repaint_required = is_required
        elif is_whole and cast("InternalsApp[Any]", self.app).may_display(self):
            # All was drawn: not once more for whoever asked for that before.
            self._repaint_required = False


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


def ask_terminal(app: App[Any], question: str, hears: Callable[[Any], Any], farewell: Callable[[], str]) -> None:
    """Let the driver ask the terminal something, where it can; there is no public way to it."""
    if (ask := getattr(app._driver, "ask", None)) is not None:
        ask(question, hears, farewell)


def left_border(edge: Any, inner: Style, outer: Style, line: Style) -> Segment:
    """Return the left border of a row; `Widget.render_lines` finds it out anew at every line, a third of a frame."""
    return get_box(edge, inner, outer, line)[1][0]


if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class InternalsDriver(LinuxDriver):
        """The driver with names for what it keeps to itself."""

        def wrap_output(self, wrap: Callable[[TextIO], object]) -> None:
            """Put something between the driver and the file it writes to; there is no parameter for it."""
            self._file = cast(Any, wrap(cast(TextIO, self._file)))

        @property
        def is_ending(self) -> bool:
            """True once the app was asked to end."""
            return cast(InternalsApp[Any], self._app).is_ending

        @property
        def has_terminal(self) -> bool:
            """True from taking the terminal until giving it up; before and after it nobody takes what is written."""
            return self._writer_thread is not None and self._writer_thread.is_alive()

        @property
        def restarts(self) -> bool:
            """True when the terminal is taken back after a stop."""
            return bool(self._auto_restart)

        def in_loop(self, call: Callable[..., object], *args: object) -> None:
            """Call in the loop of the app."""
            self._app.call_later(call, *args)

        def call_soon(self, call: Callable[[], object]) -> None:
            """Call in the loop of the app from a signal handler; raises RuntimeError where the loop is closed.

            `App.call_later` posts a message, which is not safe in a handler.
            """
            self._loop.call_soon_threadsafe(call)

        def stopped(self) -> None:
            """Give the terminal up, stop, and go on when the process is continued."""
            super()._sigtstp_application()

        def _sigtstp_application(self, *_: object) -> None:
            # The handler is installed by its private name.
            self.stopped()

        def continued(self) -> None:
            """Take the terminal back after a stop."""
            super()._sigcont_application()

        def _sigcont_application(self, *_: object) -> None:
            # The handler is installed by its private name.
            self.continued()

        def _run_input_thread(self) -> None:
            # Textual would print a traceback with what was typed.
            try:
                self.run_input_thread()
            except Exception as error:
                self.in_loop(self._app._handle_exception, error)


class InternalsParser(XTermParser):
    """The parser of what a terminal sends."""

    @property
    def seconds_left(self) -> float | None:
        """Seconds until a lone Esc counts as a key; None while none waits. `tick` has to be called at this time."""
        until = self._timeout_time
        return None if until is None else max(0.0, until - get_time())

    def keys_of(self, sequence: str) -> Iterable[events.Key]:
        """Return the keys that a sequence stands for; none where it may go on."""
        return super()._sequence_to_key_events(sequence)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        # Without this Esc is lost, or `^`, where a key is typed within a tenth of a second behind it.
        return super()._sequence_to_key_events(sequence, alt) if alt else self.keys_of(sequence)
