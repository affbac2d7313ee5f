"""Decisions about the paper shown or about those selected: the changes to commit, and the messages about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from digest_tui.library import Written
from digest_tui.model import Change, Entry
from digest_tui.model.known import Known
from digest_tui.model.summary import Keys
from digest_tui.session.bulk import targets
from digest_tui.session.navigator import Navigator
from digest_tui.session.session import Session
from digest_tui.triage import verbs, wording
from digest_tui.triage.bulk import for_all, mark_read

Commit = Callable[[tuple[Change, ...], tuple[Known, ...]], object]
"""Sends changes and the known facts of their papers to the store; the answer comes later."""


class Decided(NamedTuple):
    """The immediate result of a verb."""

    words: str = ""
    has_moved: bool = False
    """True when another paper is under the cursor."""
    of_selection: bool = False
    """True when the verb acted on the selection, which is to be dropped."""


class Deciding:
    """Applies verbs: each names its paper when it is called, and the row changes when the change is committed."""

    def __init__(self, session: Session, navigator: Navigator, commit: Commit) -> None:
        self._session = session
        self._navigator = navigator
        self._commit = commit
        self._coming = ""
        """The sentence about the next `n`, kept where a verb could not go on."""

    def decide(self, verb: verbs.Verb, *, go_on: bool = True) -> Decided:
        """Let a verb act on the selection, else on the paper shown, and go on from there if the verb does."""
        if selected := self.selected():
            words = self.write(for_all(verb, targets(self._session, selected)), selected)
            return Decided(words, of_selection=True)
        entry = self._session.entry
        if entry is None:
            return Decided()
        outcome = verb(entry.key, self._session.state(entry))
        if outcome.changes:
            self.write(outcome.changes, [entry.keys], entry)
        self._coming = ""
        if not (outcome.goes_on and go_on):
            return Decided()
        if self._navigator.go_on():
            return Decided(has_moved=True)
        self._coming = self._navigator.what_next()
        return Decided("" if outcome.changes else self._coming)

    def annotate(self, entry: Entry, verb: verbs.Verb, papers: Sequence[Keys] = ()) -> None:
        """Change the note or the tags of a paper, or of these in its stead."""
        papers = papers or [entry.keys]
        if changes := for_all(verb, targets(self._session, papers)):
            self.write(changes, papers, entry)

    def mark_read(self, papers: Iterable[Keys]) -> str:
        """Mark the new among these papers read, and return what to say at once."""
        papers = list(papers)
        return self.write(mark_read(targets(self._session, papers)), papers)

    def write(self, changes: tuple[Change, ...], papers: Iterable[Keys], entry: Entry | None = None) -> str:
        """Commit changes of these papers as one batch, and return what to say at once.

        `entry` is the one that is shown, where it is among them.
        """
        self._coming = ""
        if not changes:
            return "Nothing to change: all are decided"
        self._session.pending.add(changes, dict(targets(self._session, papers)).__getitem__)
        self._commit(changes, self._session.library.decisions.described(changes, [entry] if entry else ()))
        return ""

    def add_words(self, sentence: str) -> None:
        """Add a sentence to say after the commit on its way."""
        self._coming = sentence

    def words(self, action: str, written: Written | None) -> str:
        """Return a sentence about what `write`, `undo` or `redo` committed, and the way back."""
        if action == "write":
            if written is None:
                return ""
            said = f"{wording.done(written.batch)} · u undoes"
            return f"{said} · {self._coming}" if self._coming else said
        if written is None:
            return "Nothing to undo" if action == "undo" else "Nothing to redo"
        if action == "undo":
            return f"{wording.undone(written.batch)} · ctrl+r redoes"
        return f"{wording.redone(written.batch)} · u undoes"

    def selected(self) -> list[Keys]:
        """Return the selected papers, in the order of the list."""
        selected = self._session.selection.keys
        return [keys for keys in self._session.listed.papers() if keys[0] in selected] if selected else []
