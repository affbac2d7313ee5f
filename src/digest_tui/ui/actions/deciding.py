"""Decisions about the paper shown, and taking them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from digest_tui.model import Change, Entry, Status
from digest_tui.model.known import Known
from digest_tui.model.steps import Agreed
from digest_tui.model.summary import Keys
from digest_tui.session import deciding
from digest_tui.session.opened import OpenedPapers
from digest_tui.session.undoing import Followed, Undoing
from digest_tui.text import one_line
from digest_tui.triage import verbs
from digest_tui.ui.actions import Actions
from digest_tui.ui.actions.decisions import MARKS, VERBS, marking
from digest_tui.ui.jobs.store_thread import Committed, SteppedInLog

if TYPE_CHECKING:
    from digest_tui.session.bulk_menu import Marking
    from digest_tui.ui.actions.window import Window


class Deciding:
    """A verb names its paper when the key is pressed; the row changes when the change is committed."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._deciding = deciding.Deciding(window.session, window.services.navigator, self._commit)
        self._undoing = Undoing(window.session)
        self.opened_papers = OpenedPapers(window.session, self._deciding)

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            **{command_id: partial(self._decide, verb) for command_id, verb in VERBS.items()},
            **{command_id: partial(self._mark, command_id) for command_id in MARKS},
            "undo": self._undo,
            "redo": lambda: self._step_in_log(self._window.services.store.redo),
        }

    def go_on(self) -> bool:
        """Go on from the paper shown, as after a verb, and say whether it moved; with a selection nothing goes on."""
        has_moved = not self._window.session.selection and self._window.services.navigator.go_on()
        if has_moved:
            self._window.show_row()
        return has_moved

    def decide_card(self, verb: verbs.Verb) -> bool:
        """Let a verb act on a card, and say whether it decided."""
        return self._deciding.decide_card(verb)

    def finish(self, *, go_on: bool) -> None:
        """The paper shown was read to its end, which marks it read where the settings say so."""
        verb = verbs.finish if self._window.options.auto_read == "end" else verbs.pass_by
        self._follow(self._deciding.decide_shown(verb, go_on=go_on))

    def another_key(self) -> None:
        """Take note of a key that is not the last verb again."""
        self._deciding.another_key()
        self._undoing.another_key()

    def annotate(self, entry: Entry, verb: verbs.Verb) -> None:
        """Change the note or the tags of one paper."""
        self._deciding.annotate(entry, verb)

    def annotate_selected(self, papers: Iterable[Keys], verb: verbs.Verb) -> None:
        """Change the tags of the papers that were selected when the tag was asked for."""
        self._window.say(self._deciding.annotate_selected(papers, verb))
        self._window.show_state()

    def stayed(self, before: Status) -> None:
        """A verb that goes on could not move: announce what the next `n` does, and close the day if it is done.

        `before` is the status that the paper had.
        """
        self._deciding.announce_next()
        if self._deciding.closes_day(before):
            self._window.services.closing.close_day()

    def add_words(self, sentence: str) -> None:
        """Add a sentence to what is said after the commit on its way."""
        self._deciding.add_words(sentence)

    def mark(self, marking: Marking) -> None:
        """Carry out a choice of the bulk menu."""
        self._deciding.mark(marking)

    def words(self, event: Committed) -> str:
        """What was committed, and the way back."""
        return self._deciding.words(event.written)

    def why_not(self, command_id: str) -> str:
        """Return why a command that sets a mark would change nothing; empty where it would."""
        return self._deciding.why_not(MARKS[command_id])

    def _mark(self, command_id: str) -> None:
        if reason := self.why_not(command_id):
            self._window.say(reason)
        else:
            self._decide(marking(command_id))

    def follow(self, event: SteppedInLog) -> Followed:
        """Go where something was undone or redone, and say what."""
        return self._undoing.take_in(event.action, event.stepped, is_paper_shown=not self._window.preface_shown)

    def was_shown(self) -> None:
        """The answer to an undo or a redo is on screen."""
        self._undoing.was_shown()

    def _undo(self) -> None:
        if (entry := self.opened_papers.take_back()) is None:
            self._step_in_log(self._window.services.store.undo)
            return
        self._window.say(f"undone: {one_line(entry.paper.title)} stays as it was")
        self._window.go_to(entry.key)

    def _step_in_log(self, step: Callable[[Agreed], None]) -> None:
        self.opened_papers.decided()
        # What a verb toggles is known only when the undo is through.
        self._window.keyboard.hold()
        step(self._undoing.agreed())

    def _decide(self, verb: verbs.Verb) -> None:
        self._follow(self._deciding.decide(verb))

    def _follow(self, decided: deciding.Decided) -> None:
        if decided.words:
            self._window.say(decided.words)
        if decided.of_selection:
            self._window.show_state()
        if decided.has_moved:
            self._window.show_row()
        if decided.closes_day:
            self._window.services.closing.close_day()

    def _commit(self, changes: tuple[Change, ...], known: tuple[Known, ...]) -> None:
        self.opened_papers.decided()
        self._window.services.store.write(changes, known)
