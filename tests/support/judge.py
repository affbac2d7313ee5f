"""Holds what a window shows and writes against the rules."""

from typing import Any

from digest_tui.model.summary import Keys
from digest_tui.session.rows import selection_words, status
from digest_tui.session.session import Session
from digest_tui.store.base import Store
from support.rules import sentences
from support.rules.log import UNDECIDED, Line, State
from support.rules.sight import Sight
from support.rules.window import Window


class LogReader:
    """Reads what was appended to a state file, with sessions and batches numbered as in the rules."""

    def __init__(self) -> None:
        self._read = 0
        self._sessions: dict[str, int] = {}
        self._batches: dict[str, int] = {}

    def appended(self, store: Store, session: int) -> list[Line]:
        """The lines since the last call, all of which one session wrote; those of a batch in the order of the rules."""
        events = list(store.events())[self._read :]
        self._read += len(events)
        lines = []
        for event in events:
            writer = self._sessions.setdefault(event.session, session)
            batch = self._batches.setdefault(event.batch, len(self._batches))
            lines.append(Line(writer, batch, event.key, event.field, event.new))
        return sorted(lines) if len({line.batch for line in lines}) == 1 else lines


class Judge:
    """One window beside its rules."""

    def __init__(self, session: Session, rules: Window, log: LogReader) -> None:
        self._session = session
        self.rules = rules
        self.log = log
        self.query = ""

    def sight(self, message: str, **of_screen: Any) -> Sight:
        """What is seen now; `of_screen` are fields of `Sight` that only a screen has."""
        session = self._session
        return Sight(
            paper=session.entry.key if session.entry else None,
            listed=tuple(keys[0] for keys in session.listed.papers()),
            view=session.view.value,
            day=session.day.id if session.day else "",
            order=session.order.value,
            query=self.query,
            selected=session.selection.keys,
            message=message,
            place=status(session),
            selection_words=selection_words(session)[0],
            **of_screen,
        )

    def pressed(self, key: str, before: Sight, after: Sight) -> None:
        """Judge what came of a key."""
        appended = self.log.appended(self._session.library.store, self.rules.session)
        known = len(self.rules.log.lines)
        self.rules.press(key, before, appended)
        meant = self.rules.log.lines[known:]
        assert appended == meant, f"in the log is {appended}, meant was {meant}"
        self._look()
        self.rules.see(before, after)
        if key != "click" or before.message != after.message:
            # What was said before a click may be old news.
            sentences.check(self.rules, after)

    def happened(self, before: Sight, after: Sight) -> None:
        """Judge what came of something else: nobody decided anything."""
        appended = self.log.appended(self._session.library.store, self.rules.session)
        assert not appended, f"nobody decided {appended}"
        self._look()
        self.rules.happen(before, after)

    def _look(self) -> None:
        """Every paper is as the rules say: as it was last seen, or as it is now."""
        now, session = self.rules.log.states(), self._session
        of_days = (entry.keys for day in session.library.days() for entry in day.entries)
        # A paper that no digest has any more is still listed where it was decided.
        seen = {*of_days, *session.listed.papers()}
        for keys in seen:
            shown = self._state(keys)
            allowed = self.rules.state(keys[0]), now.get(keys[0], UNDECIDED)
            assert shown in allowed, f"{keys[0]} is {shown}, not {allowed}"
            self.rules.seen[keys[0]] = shown
        # What is listed nowhere now may come back as it was when this window last looked.
        self.rules.seen.update({key: self._state((key,)) for key in now.keys() - {keys[0] for keys in seen}})

    def _state(self, keys: Keys) -> State:
        found = self._session.state_of(keys)
        return State(found.status.value, found.starred, frozenset(found.tags), found.note)
