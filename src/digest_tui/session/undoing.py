"""Undo and redo: where the cursor goes, what is said, and what the same key once more would agree to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from digest_tui.library import Stepped
from digest_tui.markup.tex import unicode_tex
from digest_tui.model.day import day_id
from digest_tui.model.steps import NOTHING_AGREED, Agreed, Overtaken
from digest_tui.session import wording
from digest_tui.session.session import Session
from digest_tui.text import one_line
from digest_tui.triage import wording as verbs_wording

Action = Literal["undo", "redo"]
_KEYS = {"undo": "u", "redo": "ctrl+r"}
_WAY_BACK = {"undo": "ctrl+r redoes", "redo": "u undoes"}


class Followed(NamedTuple):
    """The result of an undo or a redo for who looks."""

    words: str
    name: str = ""
    """The day and the title in it of a paper that was not shown."""
    has_moved: bool = False
    """True when another paper is under the cursor."""


class Undoing:
    """Takes in what an undo or a redo did, and shows where."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._announced = self._agreed = NOTHING_AGREED
        """What the last answer offered, and the same once a person could read it."""

    def agreed(self) -> Agreed:
        """Return what an undo or a redo that begins now may do, since it was announced; then that is over."""
        agreed = self._agreed
        self.another_key()
        return agreed

    def was_shown(self) -> None:
        """Take note that the last answer is on screen: who asks again from now on agrees to what it offers."""
        self._agreed = self._announced

    def another_key(self) -> None:
        """Forget what was offered."""
        self._announced = self._agreed = NOTHING_AGREED

    def take_in(self, action: Action, stepped: Stepped | None, *, is_paper_shown: bool) -> Followed:
        """Take in an answer of the store, go to its paper, and return what to say."""
        session = self._session
        session.committed((), stepped)
        if stepped is None:
            return Followed(f"Nothing to {action}")
        outcome = stepped.outcome
        if isinstance(outcome, Overtaken):
            self._announced = outcome.agree
            first, last = verbs_wording.overtaken(outcome, action, _KEYS[action])
        else:
            first = verbs_wording.undone(outcome) if action == "undo" else verbs_wording.redone(outcome)
            last = _WAY_BACK[action]
        keys = list(dict.fromkeys(change.key for change in outcome.changes))
        is_one = len(keys) == 1 and (isinstance(outcome, Overtaken) or not outcome.left)
        is_shown = is_paper_shown and session.entry is not None and keys[0] in session.entry.keys
        if not is_one or is_shown:
            return Followed(f"{first} · {last}")
        has_moved = self._go_to(keys[0])
        name = self._name(keys[0], stepped, has_moved=has_moved)
        return Followed(f"{first} · {name} · {last}", name, has_moved)

    def _go_to(self, key: str) -> bool:
        """Go to a paper if the list holds it, or its day may be listed instead, and return True when it is there."""
        session = self._session
        if session.selection.extends:
            # The range would grow.
            return False
        entries = session.library.catalog.with_key(key)
        ids = list(dict.fromkeys((key, *(entry.key for entry in entries))))
        if (row := session.listed.row_of(ids)) is not None:
            session.pick(row)
            return True
        days = [index for entry in entries if (index := session.dates.index_of(day_id(entry.date), -1)) >= 0]
        if session.lists_all_dates or session.selection or not days:
            return False
        return session.open_day_on(session.day_index if session.day_index in days else days[0], ids)

    def _name(self, key: str, stepped: Stepped, *, has_moved: bool) -> str:
        """Return the day and the title of a paper, as far as they are known."""
        library = self._session.library
        entries = [self._session.entry] if has_moved else [*library.catalog.with_key(key), library.gone.entry_of(key)]
        today = library.today()
        for entry in entries:
            if entry is not None:
                return wording.dated_title(entry.date, entry.period, unicode_tex(entry.paper.title), today)
        for known in stepped.known:
            return wording.dated_title(known.date, known.period, unicode_tex(known.title), today)
        return one_line(key)
