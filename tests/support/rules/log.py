"""The log of decisions as a specification: batches that are live or cancelled, and which of them a window reaches."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Place = tuple[str, str]
"""The key of a paper, and the field that is decided: `status`, `star`, `note` or `tag:NAME`."""
LIVE = "live"
"""The field of the line that cancels a batch (`0`) or makes it live again (`1`)."""


class Line(NamedTuple):
    """A line of the log; sessions and batches are numbered as they first write."""

    session: int
    batch: int
    key: str
    field: str
    new: str


class State(NamedTuple):
    """What is decided about a paper."""

    status: str = "unread"
    star: bool = False
    tags: frozenset[str] = frozenset()
    note: str = ""

    @property
    def is_new(self) -> bool:
        """True while the paper is neither read, later, skipped nor starred."""
        return self.status == "unread" and not self.star


UNDECIDED = State()


class Log:
    """Append-only; what is decided is a function of its lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._began: list[int] = []
        """For each session the number of sessions that had ended before."""
        self._ended: dict[int, int] = {}
        self._batches = 0
        self._steps: list[list[int]] = []
        """Batches that were flagged at once."""

    # Sessions

    def begin(self) -> int:
        """A window is opened."""
        self._began.append(len(self._ended))
        return len(self._began) - 1

    def end(self, session: int) -> None:
        """A window is closed."""
        self._ended[session] = len(self._ended) + 1

    def reaches(self, session: int, other: int) -> bool:
        """A window undoes what it did itself, and what was done in windows that were closed before it was opened."""
        return other == session or self._ended.get(other, len(self._began) + 1) <= self._began[session]

    # Writing

    def write(self, session: int, changes: Mapping[Place, str]) -> None:
        """Changes are one batch; without any, nothing is written."""
        if changes:
            batch, self._batches = self._batches, self._batches + 1
            self.lines += [Line(session, batch, *place, new) for place, new in sorted(changes.items())]

    def flag(self, session: int, batches: Iterable[int], live: str) -> None:
        """Undo writes nothing back: it cancels, and redo makes live again."""
        self._steps.append(list(batches))
        self.lines += [Line(session, batch, "", LIVE, live) for batch in self._steps[-1]]

    # Reading

    def states(self) -> dict[str, State]:
        """The newest live line counts for each field of each paper."""
        return _states(self._values(self._cancelled()))

    def changes_of(self, batch: int) -> dict[Place, str]:
        """What a batch decided."""
        return {(line.key, line.field): line.new for line in self.lines if line.batch == batch and line.field != LIVE}

    def is_live(self, batch: int) -> bool:
        """Whether a batch counts."""
        return batch not in self._cancelled()

    def cancelled_with(self, batch: int) -> list[int]:
        """The batches that were cancelled together with this one."""
        return next(step for step in reversed(self._steps) if batch in step)

    def changed_by_flag(self, batches: Iterable[int]) -> set[str]:
        """The papers that would be otherwise if these batches were cancelled, or made live again."""
        cancelled = self._cancelled()
        now, then = _states(self._values(cancelled)), _states(self._values(cancelled ^ set(batches)))
        return {key for key in now.keys() | then.keys() if now.get(key, UNDECIDED) != then.get(key, UNDECIDED)}

    def places_changed_by_flag(self, batches: Iterable[int]) -> set[Place]:
        """The same by field: what was never set is as if it had been taken back."""
        cancelled = self._cancelled()
        now, then = self._values(cancelled), self._values(cancelled ^ set(batches))
        return {at for at in now.keys() | then.keys() if now.get(at, _unset(at)) != then.get(at, _unset(at))}

    def to_undo(self, session: int) -> int | None:
        """The newest live batch that a window reaches."""
        cancelled = self._cancelled()
        found = [line.batch for line in self._decisions(session) if line.batch not in cancelled]
        return found[-1] if found else None

    def to_redo(self, session: int) -> int | None:
        """The batch that was cancelled last, unless the window decided something since."""
        cancelled = self._cancelled()
        reached = {line.batch for line in self._decisions(session)}
        for line in reversed(self.lines):
            if line.field != LIVE and self.reaches(session, line.session):
                return None
            # The newest flag of a batch is met first, and only one that cancels leaves it cancelled.
            if line.field == LIVE and line.new == "0" and line.batch in cancelled & reached:
                return line.batch
        return None

    def _decisions(self, session: int) -> Iterable[Line]:
        return [line for line in self.lines if line.field != LIVE and self.reaches(session, line.session)]

    def _cancelled(self) -> frozenset[int]:
        flags = {line.batch: line.new for line in self.lines if line.field == LIVE}
        return frozenset(batch for batch, new in flags.items() if new == "0")

    def _values(self, cancelled: frozenset[int]) -> dict[Place, str]:
        lines = (line for line in self.lines if line.field != LIVE and line.batch not in cancelled)
        return {(line.key, line.field): line.new for line in lines}


def _unset(place: Place) -> str:
    return {"status": "unread", "note": ""}.get(place[1], "0")


def _states(values: Mapping[Place, str]) -> dict[str, State]:
    states: dict[str, State] = {}
    for (key, field), new in values.items():
        states[key] = changed(states.get(key, UNDECIDED), field, new)
    return states


def changed(state: State, field: str, new: str) -> State:
    """A state in which one field has another value."""
    if field == "status":
        return state._replace(status=new)
    if field == "star":
        return state._replace(star=new == "1")
    if field == "note":
        return state._replace(note=new)
    tag = {field.removeprefix("tag:")}
    return state._replace(tags=state.tags | tag if new == "1" else state.tags - tag)
