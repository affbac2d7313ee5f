"""The base of all dialogs: whose keys they take, and every way out of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Protocol, cast

from textual import events
from textual.app import ComposeResult
from textual.errors import NoWidget
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget

from digest_tui.paths import styles_dir
from digest_tui.ui.internals.drawing import set_edge_words
from digest_tui.ui.internals.screen import InternalsScreen

LEFT = 1
"""The mouse button that clicks."""
BESIDE = object()
"""Where a dialog is not."""


class _Keyboard(Protocol):
    def wait_for_answer(self) -> None: ...
    def answered(self) -> None: ...
    def go_on(self) -> None: ...


class _Beneath(Protocol):
    """The screen beneath, as far as it has to do with the keys of a dialog."""

    @property
    def keyboard(self) -> _Keyboard: ...
    def call_later(self, callback: Callable[[], None]) -> bool: ...
    def call_next(self, callback: Callable[[], None]) -> None: ...
    def leave(self) -> None: ...


class Dialog(InternalsScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """A screen above the reader that is closed with an answer; the keyboard of the reader gives it its keys."""

    CSS_PATH = styles_dir() / "dialogs.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (72, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (15, "-low"), (22, "-high")]
    takes_text = False
    """True where letters are text: Hangul is then left as it was typed."""

    ALLOW_SELECT = False
    """Its keys are its own: nothing would copy what is selected."""
    is_ready = False
    """True once it can take keys."""
    _pressed: object = None
    """What a mouse button was pressed on."""

    def __init__(self, box: Widget) -> None:
        super().__init__()
        self.box = box
        """All of the dialog: it has the edge."""
        box.add_class("dialog")

    def compose(self) -> ComposeResult:
        """The dialog alone."""
        yield self.box

    def set_edge(self, title: str, hint: str) -> None:
        """Write into the edge what the dialog is, and which keys help now."""
        set_edge_words(self.box, title, hint)

    def press(self, event: events.Key) -> None:
        """Take a key."""
        if event.key == "escape":
            self.close(None)

    def paste(self, text: str) -> None:
        """Take pasted text, where there is a use for it."""

    def close(self, result: ScreenResultType | None) -> None:
        """Close, once: keys that were typed before it was gone may ask for it again."""
        if self.is_active:
            beneath = self._beneath
            # What it was asked for goes before the keys that were typed behind it.
            beneath.keyboard.wait_for_answer()
            self.dismiss(result)
            beneath.call_next(beneath.keyboard.answered)

    def leave(self) -> None:
        """Close without an answer; what was typed for this dialog is for nothing beneath it."""
        self._beneath.leave()
        self.close(None)

    @cached_property
    def key_queue(self) -> InternalsScreen[Any]:
        """The screen beneath: it has the keys from before this one was there, and those for when it is gone."""
        return next(screen for screen in reversed(self.app.screen_stack) if not isinstance(screen, Dialog))

    def on_mount(self) -> None:
        """Ask for the keys that were typed since it was opened."""
        if self.is_active:
            self.is_ready = True
            self._beneath.call_later(self._beneath.keyboard.go_on)

    @property
    def _beneath(self) -> _Beneath:
        return cast(_Beneath, self.key_queue)

    def takes_mouse(self, event: events.MouseDown | events.MouseUp | events.Click) -> bool:
        """A click is about what was pressed and let go; it has its place in the order of keys, and two are one."""
        target = self.target_of(event) if event.button == LEFT else None
        if isinstance(event, events.MouseDown):
            self._pressed = target
        if target is None or not isinstance(event, events.Click):
            return False
        if target == self._pressed and not self.is_second_click:
            self.key_queue.call_later(self.clicked, target)
        return True

    def target_of(self, event: events.MouseEvent) -> object:
        """What a click there is about; None where it is about nothing."""
        return BESIDE if self.widget_under(event) is self else None

    def clicked(self, target: object) -> None:
        """Carry out a click: one beside the dialog closes it, and does nothing else."""
        if target is BESIDE:
            self.close(None)

    def widget_under(self, event: events.MouseEvent) -> Widget | None:
        """The widget under the pointer."""
        try:
            return self.get_widget_at(*event.screen_offset)[0]
        except NoWidget:
            return None
