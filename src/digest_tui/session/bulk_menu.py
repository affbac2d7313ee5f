"""One use of the bulk menu: what is offered, what was chosen, and when that may happen.

What happens is what was seen. While digests are being read a choice waits for the last of them; then, and wherever its
papers are others than those that were counted on screen, it has to be confirmed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import NamedTuple

from digest_tui.counts import counted
from digest_tui.model import Change, Status
from digest_tui.model.summary import Keys
from digest_tui.session.bulk import CLEAREST, KEEPS, NUMBERS, Place, Scope, scopes, why_none
from digest_tui.session.bulk_votes import NewPapers
from digest_tui.session.progress import Progress
from digest_tui.session.session import Session

MAX_DIGITS = 3
"""Digits of the number of papers that are kept."""
MAX_SHOWN = 60
"""Titles of papers that are kept; more of them nobody reads before deciding."""


class Plan(NamedTuple):
    """What is offered at one time."""

    scopes: tuple[Scope, ...]
    progress: Progress | None
    """None once everything is read: then the counts are final."""

    def scope(self, key: str) -> Scope | None:
        """Return the scope with this key, if it is offered."""
        return next((scope for scope in self.scopes if scope.key == key), None)

    def distinct(self, asked: str) -> tuple[Scope, ...]:
        """Return the scopes without those that are about the same papers as another with clearer words, or as `asked`.

        While digests are being read they are all here: any of their counts may grow.
        """
        if self.progress is not None:
            return self.scopes
        kept: list[Scope] = []
        for scope in sorted(self.scopes, key=lambda scope: (scope.key != asked, CLEAREST.find(scope.key))):
            if not any(scope.is_same(other) for other in kept):
                kept.append(scope)
        return tuple(scope for scope in self.scopes if scope in kept)


class Marking(NamedTuple):
    """A choice that may be carried out."""

    key: str
    """The key of its scope."""
    papers: Collection[Keys]
    changes: tuple[Change, ...]


class BulkMenu:
    """The choices of a person in the place where the menu was asked for."""

    def __init__(
        self, session: Session, progress: Callable[[], Progress | None] = lambda: None, asked: str = ""
    ) -> None:
        """Begin; `asked` is the key of a scope that was named to the person before, and is here under its name."""
        self._session = session
        self._asked = asked
        self._progress = progress
        self._place = Place.of(session)
        self._new = NewPapers(session)
        self._typed: str | None = None
        """The digits of the number that was typed; None while that is a usual one."""
        self._usual: int | None = None
        """The usual number that was asked for; None for the first of them."""
        self.chosen = ""
        """The key of the scope that waits or has to be confirmed; empty while none is chosen."""
        self.plan = self._seen = self._make_plan()

    @property
    def rows(self) -> tuple[Scope, ...]:
        """The scopes to show, each group of papers once, or the chosen one with what else is to be known about it."""
        if (chosen := self.plan.scope(self.chosen)) is not None:
            # With none to skip all stay: nothing is chosen by votes then.
            kept = chosen.kept[:MAX_SHOWN] if chosen.papers else ()
            return (replace(chosen, shown=tuple(self._new.named(kept))),)
        return tuple(replace(scope, notes=()) for scope in self.plan.distinct(self._asked))

    @property
    def first(self) -> str:
        """The key of the first row; empty where there is none."""
        return self.rows[0].key if self.rows else ""

    def row_of(self, key: str) -> int | None:
        """Return the row about the papers of the scope with this key; None where there is no such scope."""
        rows, scope = self.rows, self.plan.scope(key)
        same = [row for row, other in enumerate(rows) if scope is not None and scope.is_same(other)]
        return next((row for row in same if rows[row].key == key), same[0] if same else None)

    @property
    def why_empty(self) -> str:
        """What to say where there is no row."""
        return why_none(self._session)

    def look(self) -> None:
        """Follow what was read or decided meanwhile."""
        self.plan = self._make_plan()
        if self.plan.scope(self.chosen) is None:
            self.chosen = ""

    @property
    def reads_votes(self) -> bool:
        """True while the votes of some papers are not known."""
        return not self._new.is_read

    def read_votes(self) -> bool:
        """Read the votes of one more date, and return True when there was one."""
        return self._new.read_on()

    def see(self, plan: Plan) -> None:
        """Take note that a plan is on screen."""
        self._seen = plan

    def choose(self, key: str) -> Marking | None:
        """Choose a scope, and return what to do where that need not wait or be confirmed."""
        self.look()
        scope = self.plan.scope(key)
        if scope is None:
            return None
        is_seen = self._is_seen(key)
        if is_seen and key not in KEEPS:
            return _marking(scope)
        self.chosen = key
        if is_seen:
            self._seen = self.plan
        return None

    def confirm(self) -> Marking | None:
        """Return what to do about the chosen scope, unless its papers are not the ones on screen."""
        self.look()
        scope = self.plan.scope(self.chosen)
        return _marking(scope) if scope is not None and scope.papers and self._is_seen(self.chosen) else None

    def type(self, character: str) -> bool:
        """Take a digit of the number of papers to keep, or take the last one back; return True when it is one.

        The key of the scope that was chosen is for the next of the usual numbers.
        """
        is_digit = character == "backspace" or (character.isascii() and character.isdecimal())
        if self.chosen not in KEEPS or not (is_digit or character == self.chosen):
            return False
        self.look()
        is_seen = self._is_seen(self.chosen)
        if is_digit:
            typed = self._typed or ""
            self._typed = typed[:-1] if character == "backspace" else f"{typed}{character}"[:MAX_DIGITS]
        elif (number := self._next_number) is not None:
            self._typed, self._usual = None, number
        self.look()
        if is_seen:
            # The person knows what they typed themselves.
            self._seen = self.plan
        return True

    def is_still(self, marking: Marking) -> bool:
        """Return True while a choice is about the same papers; otherwise it has to be confirmed."""
        self._seen = Plan((), self._progress())
        self.look()
        scope = self.plan.scope(marking.key)
        if scope is not None and self.plan.progress is None and scope.papers == marking.papers:
            return True
        self.chosen = marking.key if scope is not None else ""
        return False

    def heading(self, key: str) -> tuple[str, str]:
        """Return what would happen to the row with this key, and the keys that help now."""
        chosen = self.plan.scope(self.chosen)
        skips = (chosen.key if chosen else key) in KEEPS
        words = "Skip new papers" if skips else "Mark new papers read"
        if (progress := self.plan.progress) is None and chosen is not None and chosen.is_growing:
            progress = self._new.progress
        if progress is not None:
            return words, f"{progress} · Esc cancels" if chosen else f"{progress} · Esc"
        if not self.plan.scopes:
            return words, "Esc closes"
        if chosen is None:
            return words, "key or Enter · Esc"
        papers = counted(chosen.count, "paper")
        words = f"Skip {papers}" if skips else f"Mark {papers} read"
        if skips:
            number = self._next_number
            numbers = "a number" if number is None else f"{chosen.key} for {number}, a number"
            return words, f"{numbers} · Enter skips · Esc cancels"
        return words, "Enter marks · Esc cancels"

    @property
    def _next_number(self) -> int | None:
        """The usual number that follows the one of the chosen scope, as far as it leaves a paper to skip."""
        scope = self.plan.scope(self.chosen)
        if scope is None:
            return None
        now, total = len(scope.kept) if scope.papers else 0, len(scope.kept) + len(scope.papers)
        fitting = [number for number in NUMBERS if number < total and number != now]
        return next((number for number in fitting if number > now), fitting[0] if fitting else None)

    def _make_plan(self) -> Plan:
        progress = self._progress()
        number = self._usual if self._typed is None else int(self._typed or "0")
        found = scopes(self._session, self._place, self._new, number=number, is_reading=progress is not None)
        return Plan(tuple(found), progress)

    def _is_seen(self, key: str) -> bool:
        now, seen = self.plan.scope(key), self._seen.scope(key)
        if now is None or seen is None or self.plan.progress is not None or self._seen.progress is not None:
            return False
        return not (now.is_growing or seen.is_growing) and now.papers == seen.papers


def _marking(scope: Scope) -> Marking:
    changes = tuple(Change(keys[0], "status", Status(scope.becomes)) for keys in scope.papers)
    return Marking(scope.key, scope.papers, changes)
