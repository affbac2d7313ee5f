"""Decisions about the paper shown, and taking them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from digest_tui.model import Change, Entry
from digest_tui.model.summary import Keys
from digest_tui.triage import verbs, wording
from digest_tui.triage.bulk import Target, for_all
from digest_tui.ui.actions import Actions
from digest_tui.ui.jobs.store_thread import Committed

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Deciding:
    """A verb names its paper when the key is pressed; the row changes when the change is committed."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._coming = ""
        """What `n` will do, where a verb could not go on."""

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
        self._decide(verbs.open_and_read)

    def finish(self) -> None:
        """The paper was read to its end; where to go from there is another matter."""
        self._decide(verbs.finish, go_on=False)

    def annotate(self, entry: Entry, verb: verbs.Verb) -> None:
        """Change what the reader wrote about a paper, or about those that are selected."""
        papers = self._selected() or [entry.keys]
        changes = for_all(verb, self._targets(papers))
        if changes:
            self.write(changes, papers, entry)
        self._window.services.choosing.take_back()

    def add_words(self, sentence: str) -> None:
        """Say this after what is being committed."""
        self._coming = sentence

    def words(self, event: Committed) -> str:
        """What was committed, and the way back."""
        if event.action == "write":
            if event.written is None:
                return ""
            said = f"{wording.done(event.written.batch)} · u undoes"
            return f"{said} · {self._coming}" if self._coming else said
        if event.written is None:
            return "Nothing to undo" if event.action == "undo" else "Nothing to redo"
        if event.action == "undo":
            return f"{wording.undone(event.written.batch)} · ctrl+r redoes"
        return f"{wording.redone(event.written.batch)} · u undoes"

    def write(self, changes: tuple[Change, ...], papers: Iterable[Keys], entry: Entry | None = None) -> None:
        """Commit changes of these papers as one batch; `place` is the one that is shown, where it is among them."""
        states = dict(self._targets(papers))
        self._coming = ""
        if changes:
            self._session.expect(changes, states.__getitem__)
            known = self._window.library.described(changes, [entry] if entry else ())
            self._window.services.store.write(changes, known)
        else:
            self._window.say("Nothing to change: all are decided")

    def _step_in_log(self, step: Callable[[], None]) -> None:
        # What a verb toggles is known only when the undo is through.
        self._window.keyboard.hold()
        step()

    def _decide(self, verb: verbs.Verb, *, go_on: bool = True) -> None:
        if selected := self._selected():
            self.write(for_all(verb, self._targets(selected)), selected)
            self._window.services.choosing.take_back()
            return
        entry = self._session.entry
        if entry is None:
            return
        deed = verb(entry.key, self._session.state(entry))
        if deed.changes:
            self.write(deed.changes, [entry.keys], entry)
        self._coming = ""
        if deed.goes_on and go_on:
            if self._window.services.navigator.go_on():
                self._window.show_row()
            else:
                self._coming = self._window.services.navigator.what_next()
                if not deed.changes:
                    self._window.say(self._coming)

    def _selected(self) -> list[Keys]:
        selected = self._session.selection.keys
        return [keys for keys in self._session.papers() if keys[0] in selected] if selected else []

    def _targets(self, papers: Iterable[Keys]) -> list[Target]:
        return [(keys[0], self._session.state_of(keys)) for keys in papers]
