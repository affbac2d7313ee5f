"""Tags and notes: what the reader writes about papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.model import Change
from digest_tui.session.selection import LOST
from digest_tui.ui.actions import Actions
from digest_tui.ui.actions.annotation_lines import NoteLine, TagLine

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Annotating:
    """`t` and `e`: the line at the foot asks, the paper is the one that was shown when the key was pressed."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._dropped: NoteLine | None = None
        """The note that the last key dropped."""
        self._saving: dict[str, tuple[NoteLine, str]] = {}
        """Notes on their way to the store, by the key of their paper, each with its text."""

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"tag": self._tag, "note": self._note}

    def _tag(self) -> None:
        if self._window.session.selection.take_loss():
            self._window.say(f"Nothing changed: {LOST}")
        elif selected := self._window.session.selected():
            TagLine.of_selected(self._window, selected).open()
        elif (entry := self._window.session.entry) is not None:
            TagLine.of_paper(self._window, entry).open()

    def _note(self) -> None:
        if (entry := self._window.session.entry) is not None:
            NoteLine(self._window, self, entry).open()

    # What becomes of a note

    def save(self, line: NoteLine, text: str) -> None:
        """Save a note; until it is committed it is a draft."""
        self._saving[line.entry.key] = line, text
        line.save(text)

    def drop(self, line: NoteLine) -> None:
        """Drop a note, so that the next key may bring it back."""
        self._dropped = line
        self._window.say("draft dropped · u brings it back")

    def bring_back(self) -> bool:
        """Ask again for the note that the last key dropped, and say whether there was one."""
        dropped, self._dropped = self._dropped, None
        if dropped is not None:
            dropped.open_again()
        return dropped is not None

    def another_key(self) -> None:
        """Take note of a key that does not bring back what the one before dropped."""
        self._dropped = None

    def committed(self, changes: tuple[Change, ...]) -> None:
        """The store took in changes: a note that is saved is no draft any more."""
        self._dropped = None
        for line, text in self._saved(changes):
            line.forget(text)
        self.look()

    def not_committed(self, changes: tuple[Change, ...]) -> None:
        """The store did not take changes in: a note among them stays a draft."""
        for line, text in self._saved(changes):
            line.keep(text)
            self._window.say("the note is kept as a draft · e opens it")
        self.look()

    def look(self) -> None:
        """Tell the line that is open of a note that may be another one now."""
        asker = self._window.services.prompt.asker
        if isinstance(asker, NoteLine):
            asker.look()

    def _saved(self, changes: tuple[Change, ...]) -> list[tuple[NoteLine, str]]:
        """Return the notes among changes that were asked for here, which are on their way no more."""
        found = []
        for key, field, new in changes:
            saving = self._saving.get(key)
            if field == "note" and saving is not None and saving[1] == new:
                found.append(self._saving.pop(key))
        return found
