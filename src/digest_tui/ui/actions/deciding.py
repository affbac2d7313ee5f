"""Decisions about the paper shown, and taking them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from digest_tui.model import Change, Entry
from digest_tui.model.known import Known
from digest_tui.model.summary import Keys
from digest_tui.session import deciding
from digest_tui.triage import verbs
from digest_tui.ui.actions import Actions
from digest_tui.ui.jobs.store_thread import Committed

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Deciding:
    """A verb names its paper when the key is pressed; the row changes when the change is committed."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._deciding = deciding.Deciding(window.session, window.services.navigator, self._commit)

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "read": lambda: self._decide(verbs.read),
            "star": lambda: self._decide(verbs.star),
            "skip": lambda: self._decide(verbs.skip),
            "later": lambda: self._decide(verbs.later),
            "undo": lambda: self._step_in_log(self._window.services.store.undo),
            "redo": lambda: self._step_in_log(self._window.services.store.redo),
        }

    def open_and_read(self) -> None:
        """The paper was opened: mark it read and go on."""
        self._follow(self._deciding.decide_shown(verbs.open_and_read))

    def finish(self, *, go_on: bool) -> None:
        """The paper shown was read to its end, which marks it read where the settings say so."""
        verb = verbs.finish if self._window.options.auto_read == "end" else verbs.pass_by
        self._follow(self._deciding.decide_shown(verb, go_on=go_on))

    def another_key(self) -> None:
        """Take note of a key that is not the last verb again."""
        self._deciding.another_key()

    def annotate(self, entry: Entry, verb: verbs.Verb) -> None:
        """Change the note or the tags of one paper."""
        self._deciding.annotate(entry, verb)

    def annotate_selected(self, papers: Iterable[Keys], verb: verbs.Verb) -> None:
        """Change the tags of the papers that were selected when the tag was asked for."""
        self._window.say(self._deciding.annotate_selected(papers, verb))
        self._window.show_state()

    def mark_read(self, papers: Iterable[Keys]) -> None:
        """Mark the new among these papers read."""
        if words := self._deciding.mark_read(papers):
            self._window.say(words)

    def words(self, event: Committed) -> str:
        """What was committed, and the way back."""
        return self._deciding.words(event.action, event.written)

    def _step_in_log(self, step: Callable[[], None]) -> None:
        # What a verb toggles is known only when the undo is through.
        self._window.keyboard.hold()
        step()

    def _decide(self, verb: verbs.Verb) -> None:
        self._follow(self._deciding.decide(verb))

    def _follow(self, decided: deciding.Decided) -> None:
        if decided.words:
            self._window.say(decided.words)
        if decided.of_selection:
            self._window.show_state()
        if decided.has_moved:
            self._window.show_row()

    def _commit(self, changes: tuple[Change, ...], known: tuple[Known, ...]) -> None:
        self._window.services.store.write(changes, known)
