"""From keys to commands: those typed too early wait, a pending one shows what can follow, Hangul is understood."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from textual import events
from textual.app import App
from textual.timer import Timer

from digest_tui.loading import loaded
from digest_tui.ui.keys.command import Command, Pane, key_label
from digest_tui.ui.keys.commands import COMMANDS
from digest_tui.ui.keys.hangul import latin_keys
from digest_tui.ui.keys.hints import Hint
from digest_tui.ui.keys.keymap import Keymap, Pending, Unknown

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

    class OpenDialog(Protocol):
        """A dialog above the window."""

        # fmt: off
        @property
        def is_ready(self) -> bool: ...
        @property
        def takes_text(self) -> bool: ...
        # fmt: on

        def press(self, event: events.Key) -> None: ...
        def paste(self, text: str) -> None: ...


FOLLOW_SECONDS = 0.4
"""After this long a pending key shows what can follow."""
HANGUL_HINT = "Hangul input is on: keys count when the next one is typed; ctrl+q quits"


class HintClicked(NamedTuple):
    """A hint of the footer was clicked."""

    keys: str
    """A key of the table, or a sequence."""


class Leaving(NamedTuple):
    """The end was asked for, behind the keys before it."""

    leave: Callable[[], None]


class Keyboard:
    """All that is typed, in its order: for the dialog or the line that is open, else resolved by the one table."""

    def __init__(self, window: KeyboardWindow, run: Callable[[Command], None]) -> None:
        self._window = window
        self._run = run
        self._keymap = Keymap(COMMANDS)
        self._waiting: list[events.Key | events.Paste | HintClicked | Leaving] = []
        self._held = True
        """Keys typed before the first paper is on screen wait for it."""
        self._awaits_answer = False
        """True from the end of a dialog until what it was asked for is carried out."""
        self._follow: Timer | None = None
        self._hangul_explained = False
        self.touched = False
        """True once a key was carried out or the mouse was used: from then on nothing moves by itself."""
        self.pressed = 0
        """The number of keys that were carried out."""

    @staticmethod
    def name(event: events.Key) -> str:
        """The key as the table names it: the character, or Textual's name where there is none."""
        if event.character and event.is_printable and event.key != "space":
            return event.character
        return event.key

    def take(self, event: events.Key | events.Paste | HintClicked | Leaving) -> None:
        """Carry out what was typed or clicked, or keep it until there is something to act on."""
        self._waiting.append(event)
        self.go_on()

    def type(self, key: str) -> None:
        """Take a key by its name."""
        self.take(_event(key))

    @property
    def has_waiting(self) -> bool:
        """True while something that was typed is not carried out yet."""
        return bool(self._waiting)

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
        self.go_on()

    def wait_for_answer(self) -> None:
        """Keep keys until `answered`: a dialog closes, and what it was asked for is still to be carried out."""
        self._awaits_answer = True

    def answered(self) -> None:
        """Carry out what was typed behind the answer."""
        self._awaits_answer = False
        self.go_on()

    def go_on(self) -> None:
        """Carry out what was typed, as far as there is something to take it."""
        # A key may hold those after it, or open what they are meant for.
        while self._waiting and not self._held and not self._awaits_answer:
            dialog = self._dialog
            if dialog is not None and not dialog.is_ready:
                return
            match self._waiting.pop(0):
                case HintClicked(keys):
                    self._click(keys)
                case Leaving(leave):
                    self.drop()
                    leave()
                case events.Paste() as paste:
                    self._paste(paste.text, dialog)
                case key:
                    self._take_key(key, dialog)

    @property
    def _dialog(self) -> OpenDialog | None:
        """The dialog above the window, if there is one; nobody else opens a screen there."""
        stack = self._window.app.screen_stack
        return None if self._window.is_active or not stack else cast("OpenDialog", stack[-1])

    def _click(self, keys: str) -> None:
        # What was typed before may have opened something: then there are no hints any more.
        if self._dialog is None and self._window.open_prompt is None:
            self._forget_prefix()
            for key in keys.split(" "):
                self._press(key)

    def _paste(self, text: str, dialog: OpenDialog | None) -> None:
        if dialog is not None:
            dialog.paste(text)
        elif (prompt := self._window.open_prompt) is not None:
            prompt.insert(text)

    def _take_key(self, event: events.Key, dialog: OpenDialog | None) -> None:
        key = self.name(event)
        takes_text = dialog.takes_text if dialog is not None else self._window.open_prompt is not None
        if event.key.startswith("alt+") and (typed := _with_alt(event.key, in_line=takes_text)):
            self._waiting[:0] = map(_event, typed)
        elif dialog is not None and dialog.takes_text:
            dialog.press(event)
        elif dialog is None and (prompt := self._window.open_prompt) is not None:
            prompt.type(event)
        elif (latin := latin_keys(key)) is not None:
            self._explain_hangul()
            self._waiting[:0] = map(_event, latin)
        elif dialog is not None:
            dialog.press(event)
        else:
            self._press(key)

    def _explain_hangul(self) -> None:
        if not self._hangul_explained:
            self._hangul_explained = True
            self._window.notify(HANGUL_HINT, markup=False)

    def _press(self, key: str) -> None:
        self.touched = True
        self.pressed += 1
        if self._keymap.pending:
            # The second key of a sequence is about what the first one found.
            self._end_follow()
            if key == "escape":
                self._keymap.clear()
                return
        else:
            self._window.key_pressed()
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
        self._window.footer.set_hints(
            [Hint((f"{prefix} {key}",), command.hint or command.title) for key, command in follow]
        )

    def _forget_prefix(self) -> None:
        if self._keymap.clear():
            self._end_follow()

    def _end_follow(self) -> None:
        if self._follow is not None:
            self._follow.stop()
            self._follow = None
        self._window.footer.set_pane(self._window.pane)


def _event(key: str) -> events.Key:
    return events.Key(key, " " if key == "space" else key if len(key) == 1 else None)


def _with_alt(key: str, *, in_line: bool) -> list[str]:
    # Loaded at the first key with Alt.
    keys: list[str] = loaded("digest_tui.ui.keys.alt:with_alt")(key, in_line=in_line)
    return keys
