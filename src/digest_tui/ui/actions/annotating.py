"""Tags and notes: what the reader writes about papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from digest_tui.counts import counted
from digest_tui.errors import UsageError
from digest_tui.model import Entry
from digest_tui.model.state import note_text, tag_name
from digest_tui.session.selection import LOST
from digest_tui.triage import verbs
from digest_tui.ui.actions import Actions

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest_tui.ui.actions.window import Window

_TAG_HELP = "one word; the same again removes it"
_NOTE_HELP = "one line about this paper; empty removes the note"


class Annotating:
    """`t` and `e`: the line at the foot asks, the paper is the one that was shown when the key was pressed."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"tag": self._tag, "note": self._note}

    def _tag(self) -> None:
        if self._window.session.selection.take_loss():
            self._window.say(f"Nothing changed: {LOST}")
            return
        selected, entry = self._window.session.selected(), self._window.session.entry
        known = sorted(self._window.library.decisions.tags())
        help_text = f"{_TAG_HELP} · {', '.join(known)}" if known else _TAG_HELP
        deciding = self._window.services.deciding
        if selected:
            label, tag = f"tag {counted(len(selected), 'paper')}: ", partial(deciding.annotate_selected, selected)
        elif entry is not None:
            label, tag = "tag: ", partial(deciding.annotate, entry)
        else:
            return
        self._window.services.prompt.open(_TagLine(self._window, tag, known), label, "", help_text)

    def _note(self) -> None:
        if (entry := self._window.session.entry) is not None:
            note = " ".join(self._window.session.state(entry).note.split("\n"))
            self._window.services.prompt.open(_NoteLine(self._window, entry), "note: ", note, _NOTE_HELP)


class _Line:
    """Asks for a line about papers."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def changed(self, text: str) -> bool:
        """Nothing happens before Enter."""
        return False

    def pressed(self, key: str) -> None:
        """Esc takes the line back."""
        if key == "escape":
            self._close()

    def _close(self) -> None:
        self._window.services.prompt.close()


class _TagLine(_Line):
    """Asks for a tag."""

    def __init__(self, window: Window, tag: Callable[[verbs.Verb], None], known: list[str]) -> None:
        super().__init__(window)
        self._tag = tag
        self._known = known

    def submitted(self, text: str) -> None:
        """Add the tag, or remove it; what cannot be a tag stays on the line."""
        try:
            name = tag_name(text) if text.strip() else ""
        except UsageError as error:
            self._window.say(str(error))
            return
        self._close()
        if name:
            self._tag(partial(verbs.tag, name=name))

    def pressed(self, key: str) -> None:
        """Tab completes a tag that there is."""
        prompt = self._window.services.prompt
        typed = prompt.text.removeprefix("#").casefold()
        if key == "tab" and (found := next((tag for tag in self._known if tag.startswith(typed)), None)):
            prompt.put(found)
        super().pressed(key)


class _NoteLine(_Line):
    """Asks for the note of one paper."""

    def __init__(self, window: Window, entry: Entry) -> None:
        super().__init__(window)
        self._entry = entry

    def submitted(self, text: str) -> None:
        """Keep the note."""
        self._close()
        self._window.services.deciding.annotate(self._entry, partial(verbs.note, text=note_text(text)))
