"""Decisions about the paper shown, and taking them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from digest_tui.model import Change, Entry
from digest_tui.model.known import Known
from digest_tui.model.summary import Keys
from digest_tui.session import deciding
from digest_tui.session.opened import OpenedPapers
from digest_tui.text import one_line
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
        self.opened_papers = OpenedPapers(window.session, self._deciding)

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "read": lambda: self._decide(verbs.read),
            "star": lambda: self._decide(verbs.star),
            "skip": lambda: self._decide(verbs.skip),
            "later": lambda: self._decide(verbs.later),
            "undo": self._undo,
            "redo": lambda: self._step_in_log(self._window.services.store.redo),
        }

    def go_on(self) -> bool:
        """Go on from the paper shown, as after a verb, and say whether that was possible."""
        has_moved = self._window.services.navigator.go_on()
        if has_moved:
            self._window.show_row()
        return has_moved

    def finish(self) -> None:
        """The paper was read to its end; where to go from there is another matter."""
        self._decide(verbs.finish, go_on=False)

    def annotate(self, entry: Entry, verb: verbs.Verb) -> None:
        """Change what the reader wrote about a paper, or about those that are selected."""
        self._deciding.annotate(entry, verb)
        self._window.services.choosing.cancel()

    def mark_read(self, papers: Iterable[Keys]) -> None:
        """Mark the new among these papers read."""
        if words := self._deciding.mark_read(papers):
            self._window.say(words)

    def add_words(self, sentence: str) -> None:
        """Say this after what is being committed."""
        self._deciding.add_words(sentence)

    def words(self, event: Committed) -> str:
        """What was committed, and the way back."""
        return self._deciding.words(event.action, event.written)

    def _undo(self) -> None:
        if (entry := self.opened_papers.take_back()) is None:
            self._step_in_log(self._window.services.store.undo)
            return
        self._window.say(f"undone: {one_line(entry.paper.title)} stays as it was")
        self._window.go_to(entry.key)

    def _step_in_log(self, step: Callable[[], None]) -> None:
        self.opened_papers.decided()
        # What a verb toggles is known only when the undo is through.
        self._window.keyboard.hold()
        step()

    def _decide(self, verb: verbs.Verb, *, go_on: bool = True) -> None:
        decided = self._deciding.decide(verb, go_on=go_on)
        if decided.words:
            self._window.say(decided.words)
        if decided.of_selection:
            self._window.services.choosing.cancel()
        if decided.has_moved:
            self._window.show_row()

    def _commit(self, changes: tuple[Change, ...], known: tuple[Known, ...]) -> None:
        self.opened_papers.decided()
        self._window.services.store.write(changes, known)
