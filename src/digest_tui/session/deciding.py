"""Decisions about the paper shown or about those selected: the changes to commit, and the messages about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from digest_tui.library import Written
from digest_tui.model import Change, Entry, Status
from digest_tui.model.known import Known
from digest_tui.model.summary import Keys
from digest_tui.session.bulk import SELECTED, targets
from digest_tui.session.bulk_menu import Marking
from digest_tui.session.navigator import Navigator
from digest_tui.session.selection import LOST
from digest_tui.session.session import Session
from digest_tui.triage import verbs, wording
from digest_tui.triage.bulk import for_all
from digest_tui.triage.marks import Mark, marking

Commit = Callable[[tuple[Change, ...], tuple[Known, ...]], object]
"""Sends changes and the known facts of their papers to the store; the answer comes later."""


class Decided(NamedTuple):
    """The immediate result of a verb."""

    words: str = ""
    has_moved: bool = False
    """True when another paper is under the cursor."""
    of_selection: bool = False
    """True when the verb was meant for a selection."""
    closes_day: bool = False
    """True when the verb could not go on, for the last new paper of the day is decided."""


class Repeat(NamedTuple):
    """A verb that stayed where it was: the same one again would take back what it did."""

    verb: verbs.Verb
    key: str
    """The paper that was shown."""
    words: str
    """The sentence about what was done already; empty for the paper's own status."""


class Deciding:
    """Applies verbs: each names its paper when it is called, and the row changes when the change is committed."""

    def __init__(self, session: Session, navigator: Navigator, commit: Commit) -> None:
        self._session = session
        self._navigator = navigator
        self._commit = commit
        self._added = ""
        """A sentence that follows that about a commit."""
        self._repeat: Repeat | None = None

    def another_key(self) -> None:
        """Take note of a key that is not the last verb again: from now on it may do the contrary."""
        self._repeat = None

    def decide(self, verb: verbs.Verb) -> Decided:
        """Let a verb act on the selection, else on the paper shown, and go on from there if the verb does."""
        session = self._session
        if session.selection.take_loss():
            return Decided(f"Nothing changed: {LOST}", of_selection=True)
        if not (selected := session.selected()):
            return self.decide_shown(verb)
        changes = for_all(verb, targets(session, selected))
        goes_on = any(verb(key, state).goes_on for key, state in targets(session, selected))
        session.selection.clear()
        said = self.write(changes, selected)
        if goes_on and changes and session.entry is not None:
            done = wording.done_to(len({change.key for change in changes}), changes[0].field, changes[0].new)
            self._repeat = Repeat(verb, session.entry.key, f"{done} already · u undoes")
        return Decided(said, of_selection=True)

    def decide_shown(self, verb: verbs.Verb, *, go_on: bool = True) -> Decided:
        """Let a verb act on the paper shown, whatever is selected; with a selection nothing goes on."""
        session = self._session
        if (entry := session.entry) is None:
            return Decided()
        state = session.state(entry)
        outcome = verb(entry.key, state)
        repeat, self._repeat = self._repeat, None
        is_repeat = repeat is not None and (repeat.verb, repeat.key) == (verb, entry.key)
        if repeat is not None and is_repeat and not outcome.goes_on:
            self._repeat = repeat
            return self._stayed(repeat.words or f"{wording.already(state.status)} · u undoes")
        if outcome.changes:
            self.write(outcome.changes, [entry.keys], entry)
        if not (outcome.goes_on and go_on):
            return Decided()
        if not session.selection and self._navigator.go_on():
            return Decided(has_moved=True)
        self._repeat = Repeat(verb, entry.key, "")
        if not outcome.changes:
            return self._stayed(wording.already(state.status))
        self.announce_next()
        return Decided(closes_day=self.closes_day(state.status))

    def closes_day(self, before: Status) -> bool:
        """Return True when the status that a paper had is set now, and no paper of the day listed is new any more."""
        session = self._session
        return before is Status.UNREAD and not session.selection and session.is_day_decided

    def decide_card(self, verb: verbs.Verb) -> bool:
        """Let a verb act on a card, and return True where it decided: there a star does too; to take back does not."""
        session = self._session
        if (entry := session.entry) is None:
            return False
        outcome = verb(entry.key, session.state(entry))
        self._repeat = None
        if outcome.changes:
            self.write(outcome.changes, [entry.keys], entry)
        is_starred = any((change.field, change.new) == ("star", "1") for change in outcome.changes)
        if outcome.goes_on or is_starred:
            # After the last card its paper may be under the cursor of a list.
            self._repeat = Repeat(verb, entry.key, "starred already · u undoes" if is_starred else "")
        return outcome.goes_on or is_starred

    def why_not(self, mark: Mark) -> str:
        """Return why a mark would change nothing: all that it would be set on have it; empty where it would."""
        entry = self._session.entry
        meant = targets(self._session, self._session.selected() or ([entry.keys] if entry else []))
        return wording.marked_already(mark, len(meant)) if meant and not marking(mark, meant) else ""

    def annotate(self, entry: Entry, verb: verbs.Verb) -> None:
        """Change the note or the tags of one paper."""
        if changes := for_all(verb, targets(self._session, [entry.keys])):
            self.write(changes, [entry.keys], entry)

    def annotate_selected(self, papers: Iterable[Keys], verb: verbs.Verb) -> str:
        """Change the tags of those papers that are still selected, drop the selection, and return what to say."""
        still = set(papers).intersection(self._session.selected())
        papers = [keys for keys in self._session.selected() if keys in still]
        self._session.selection.clear()
        self._session.selection.take_loss()
        if not papers:
            return f"Nothing changed: {LOST}"
        return self.write(for_all(verb, targets(self._session, papers)), papers)

    def mark(self, marking: Marking) -> None:
        """Carry out a choice of the bulk menu; a selection that it is about is dropped."""
        if marking.key == SELECTED:
            self._session.selection.clear()
        self.write(marking.changes, marking.papers)

    def write(self, changes: tuple[Change, ...], papers: Iterable[Keys], entry: Entry | None = None) -> str:
        """Commit changes of these papers as one batch, and return what to say at once.

        `entry` is the one that is shown, where it is among them.
        """
        self._added = ""
        if not changes:
            return "Nothing to change: all are decided"
        self._session.pending.add(changes, dict(targets(self._session, papers)).__getitem__)
        self._commit(changes, self._session.library.decisions.described(changes, [entry] if entry else ()))
        return ""

    def announce_next(self) -> None:
        """Announce what the next `n` does, where a verb could not go on."""
        if not self._session.selection:
            self._navigator.announce_next()

    def add_words(self, sentence: str) -> None:
        """Add a sentence to what is said after the commit on its way."""
        self._added = sentence

    def words(self, written: Written) -> str:
        """Return a sentence about what was committed, and the way back."""
        said = " · ".join(filter(None, (self._done(written), "u undoes", self._added)))
        return self._with_next(said)

    def _done(self, written: Written) -> str:
        """Return what was done; a paper that is starred is not new again only because its status was taken back."""
        batch = written.batch
        keys = {change.key for change in batch.changes if (change.field, change.new) == ("status", "unread")}
        starred = sum(self._session.library.state_of((key,)).starred for key in keys)
        return wording.done(batch, still_starred=starred)

    def _stayed(self, sentence: str) -> Decided:
        self.announce_next()
        return Decided(self._with_next(sentence))

    def _with_next(self, sentence: str) -> str:
        """Add what the next `n` does, while it does that."""
        coming = self._navigator.announced_words()
        return f"{sentence} · {coming}" if coming else sentence
