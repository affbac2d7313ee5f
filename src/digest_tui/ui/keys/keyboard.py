"""From key events to commands: keys typed too early wait, a pending one shows what can follow, Hangul is understood."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.timer import Timer

from digest_tui.ui.keys.commands import COMMANDS, Command, Pane, hints, key_label
from digest_tui.ui.keys.hangul import latin_keys
from digest_tui.ui.keys.keymap import Keymap, Pending, Unknown
from digest_tui.ui.textual_internals import forward_key

if TYPE_CHECKING:
    from typing import Protocol

    from digest_tui.ui.widgets.footer import Footer
    from digest_tui.ui.widgets.prompt import Prompt

    class KeyboardWindow(Protocol):
        """The window of a keyboard, as far as its keys are shown there."""

        # fmt: off
        @property
        def app(self) -> App[Any]: ...
        @property
        def is_active(self) -> bool: ...
        @property
        def pane(self) -> Pane: ...
        @property
        def footer(self) -> Footer: ...
        @property
        def open_prompt(self) -> Prompt | None: ...
        # fmt: on

        def key_pressed(self) -> None: ...
        def another_key(self) -> None: ...
        def say(self, message: str) -> None: ...
        def notify(self, message: str, *, markup: bool) -> None: ...
        def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer: ...


FOLLOW_SECONDS = 0.4
"""After this long a pending key shows what can follow."""
HANGUL_HINT = "Hangul input is on: keys count when the next one is typed; ctrl+q quits"


def hand_over(app: App[None], key: str, character: str | None) -> None:
    """Give a key to the screen on top: it was typed behind one that opened or closed a dialog."""
    top = app.screen

    def forward() -> None:
        forward_key(top.focused or top, events.Key(key, character))

    # Behind what the screen has to do before it knows which of its widgets takes keys.
    top.call_later(forward)


class Keyboard:
    """The keys of the panes, resolved against the one table; dialogs and text inputs keep theirs."""

    def __init__(self, window: KeyboardWindow, run: Callable[[Command], None]) -> None:
        self._window = window
        self._run = run
        self._keymap = Keymap(COMMANDS)
        self._waiting: list[str] = []
        self._held = True
        """Keys typed before the first paper is on screen wait for it."""
        self._follow: Timer | None = None
        self._hangul_explained = False
        self.touched = False
        """True once a key was carried out: from then on nothing moves by itself."""
        self.pressed = 0
        """The number of keys that were carried out."""

    @staticmethod
    def name(event: events.Key) -> str:
        """The key as the table names it: the character, or Textual's name where there is none."""
        if event.character and event.is_printable and event.key != "space":
            return event.character
        return event.key

    def type(self, key: str) -> None:
        """Carry out a key, or keep it until there is something to act on; Hangul is taken as the keys under it."""
        self._waiting.append(key)
        self._press_waiting()

    def _explain_hangul(self) -> None:
        if not self._hangul_explained:
            self._hangul_explained = True
            self._window.notify(HANGUL_HINT, markup=False)

    def hold(self) -> None:
        """Keep keys until `release`: what they mean depends on something that is under way."""
        self._held = True

    def drop(self) -> bool:
        """Forget the keys that wait, and say whether there were any."""
        dropped, self._waiting = self._waiting, []
        return bool(dropped)

    def release(self) -> None:
        """Carry out what was typed meanwhile."""
        self._held = False
        self._press_waiting()

    def _press_waiting(self) -> None:
        # A key may hold those after it, or open what they are meant for.
        while self._waiting and not self._held:
            key = self._waiting.pop(0)
            character = key if len(key) == 1 else None
            if not self._window.is_active:
                hand_over(self._window.app, key, character)
            elif (prompt := self._window.open_prompt) is not None:
                prompt.type(events.Key(key, character))
            elif (latin := latin_keys(key)) is not None:
                self._explain_hangul()
                self._waiting[:0] = latin
            else:
                self._press(key)

    def _press(self, key: str) -> None:
        self.touched = True
        self.pressed += 1
        self._window.key_pressed()
        if self._keymap.pending:
            self._end_follow()
            if key == "escape":
                self._keymap.clear()
                return
        match self._keymap.press(key):
            case Command() as command:
                self._run(command)
            case Pending(prefix, follow):
                self._window.another_key()
                self._follow = self._window.set_timer(FOLLOW_SECONDS, partial(self._show_follow, prefix, follow))
            case Unknown(keys):
                self._window.another_key()
                self._window.say(f"{key_label(keys)} does nothing here · ? shows all keys")

    def _show_follow(self, prefix: str, follow: tuple[tuple[str, Command], ...]) -> None:
        self._window.footer.set_hints([(f"{prefix} {key}", command.title) for key, command in follow])

    def _end_follow(self) -> None:
        if self._follow is not None:
            self._follow.stop()
            self._follow = None
        self._window.footer.set_commands(hints(self._window.pane))
