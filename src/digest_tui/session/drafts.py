"""Lines that somebody began and did not finish: each is about something, and is kept beside the decisions."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from digest_tui.patterns import pattern
from digest_tui.text import sanitize

NOTE, TAG, QUERY = "note", "tag", "query"
Exchange = Callable[[str, str | None, str | None], bool]
"""Keeps a value under a name instead of the one that is kept there, where None is none, unless that is another one."""
_NAME = pattern(r"(?s)draft-(\w+)-([0-9]{1,6}):(.*)")


class Name(NamedTuple):
    """The name under which a line is kept."""

    kind: str
    key: str
    """What the line is about: a paper, or nothing."""
    number: int = 1
    """Counts lines about the same, as two windows may have them."""

    def __str__(self) -> str:
        return f"draft-{self.kind}-{self.number}:{self.key}"

    @classmethod
    def parsed(cls, text: str) -> Name | None:
        """Return the name that a text is; None where it is the name of something else."""
        found = _NAME.fullmatch(text)
        return None if found is None else cls(found[1], found[3], int(found[2]))


class Draft:
    """A line as it was typed last; its methods belong to one thread, but for `write`."""

    def __init__(self, name: Name, value: str | None = None) -> None:
        self.name = name
        self.text, self.before = _loads(value) or ("", "")
        """The line, empty for none, and the note that it was begun over."""
        self._kept = value
        """What is kept under the name, as far as this window knows."""
        self.seen = {value}
        """Everything that was kept under the name by this window."""

    def dumps(self) -> str | None:
        """Return the line as text for the store; None for an empty one."""
        if not self.text:
            return None
        return json.dumps({"text": self.text, "before": self.before}, ensure_ascii=False)

    def write(self, value: str | None, exchange: Exchange) -> None:
        """Keep a value, or nothing for None, and touch nothing that another window has kept; in the store's thread."""
        while value != self._kept:
            self.seen.add(value)
            if exchange(str(self.name), self._kept, value):
                self._kept = value
            elif value is None:
                # Another window went on with it.
                self._kept = None
            else:
                self.name, self._kept = self.name._replace(number=self.name.number + 1), None


class Drafts:
    """The lines of this run, and those that earlier ones and other windows left."""

    def __init__(self, remembered: Callable[[], Mapping[str, str]]) -> None:
        self._remembered = remembered
        """Returns what is kept in the store, as it was last read."""
        self._own: list[Draft] = []

    def about(self, kind: str, keys: Sequence[str]) -> Draft:
        """Return the line about the first of these keys that has one, else a new one about the first key."""
        own = [draft for draft in self._own if draft.name.kind == kind and draft.name.key in keys]
        begun = [draft for draft in own if draft.text]
        draft = next(iter([*begun, *self._left(kind, keys), *own]), None) or Draft(Name(kind, keys[0]))
        if draft not in self._own:
            self._own.append(draft)
        return draft

    def _left(self, kind: str, keys: Sequence[str]) -> list[Draft]:
        """Return the lines that were left, in the order of the keys."""
        found = []
        for text, value in self._remembered().items():
            name = Name.parsed(text)
            if name is None or name.kind != kind or name.key not in keys:
                continue
            if not any(own.name == name and value in own.seen for own in self._own):
                found.append(Draft(name, value))
        found.sort(key=lambda draft: (keys.index(draft.name.key), draft.name.number))
        return [draft for draft in found if draft.text]


def _loads(value: str | None) -> tuple[str, str] | None:
    try:
        raw: Any = json.loads(value or "")
        return sanitize(str(raw["text"])), sanitize(str(raw["before"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
