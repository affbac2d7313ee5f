"""The protocol of a store."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Protocol

from digest_tui.model import Batch, Change, Event, KeyState
from digest_tui.model.known import Known
from digest_tui.model.steps import NOTHING_AGREED, Agreed, Overtaken, Step


class Store(Protocol):
    """The log of a reader's decisions, and the states that follow from it.

    An open store is one *session*. Its methods may be called from any thread; one waits for the other.
    Each raises `StateError`, and nothing else, when the state cannot be read or written or the store was closed;
    what was asked for has then not happened. What a method returned is committed.
    """

    @property
    def saves(self) -> bool:
        """True when what is committed outlives the program."""
        ...

    @property
    def last_before(self) -> int:
        """The time of the newest event when this session began, in ms since the epoch UTC; 0 for an empty log."""
        ...

    def states(self, keys: Collection[str] | None = None) -> dict[str, KeyState]:
        """Return the state of every key that has one, or of each of `keys`."""
        ...

    def apply(self, changes: Sequence[Change], known: Sequence[Known] = ()) -> Batch:
        """Write the changes of one action, together with what is known of their papers.

        Each change becomes an event, even where the key has that value already: a paper may have more keys than the
        one named, and only the newest event over all of them counts. So callers leave out what changes nothing for the
        paper. Of two changes of one field of one key the last is written. Without changes nothing is written
        and the batch has no id.
        """
        ...

    def undo(self, agreed: Agreed = NOTHING_AGREED, *, any_session: bool = False) -> Step | Overtaken | None:
        """Cancel the newest live batch of this session, else of the sessions that ended before this one began.

        With `any_session` it is the newest of all. Where no paper would look different without it, nothing is written
        and the answer says why: `agreed` is what a former answer asked to agree to. `None` when there is nothing to
        undo.
        """
        ...

    def redo(self, agreed: Agreed = NOTHING_AGREED) -> Step | Overtaken | None:
        """Restore what was cancelled last, of this session or those that ended before it began.

        `None` when there is nothing, or when one of these sessions changed something after it was cancelled; where no
        paper would look different with it, see `undo`.
        """
        ...

    def changed_elsewhere(self) -> bool:
        """Return True when another session wrote to the file since the last call, or since the store was opened."""
        ...

    def decided_elsewhere(self) -> bool:
        """Return True when another session decided, undid or redid since the last call, or since this one began."""
        ...

    def events(self) -> Iterator[Event]:
        """Yield the log, oldest first."""
        ...

    def machines(self) -> dict[str, str]:
        """Return the names of the machines whose name is known, by the `host` of their events; this one first."""
        ...

    def stamps(self, back: int) -> list[int]:
        """Return the times of the events of the last `back` ms before the newest, each once, oldest first."""
        ...

    def rebuild(self) -> frozenset[str]:
        """Derive the states from the log again, and return the keys whose state differed."""
        ...

    def recall(self, name: str) -> str | None:
        """Return the value last remembered under a name."""
        ...

    def remembered(self) -> dict[str, str]:
        """Return everything that was remembered, by name."""
        ...

    def remember(self, name: str, value: str) -> None:
        """Keep a value that is no decision, such as the position in the list; it is not part of the log.

        What is kept already is not written again.
        """
        ...

    def exchange(self, name: str, before: str | None, after: str | None) -> bool:
        """Keep `after` under a name, or nothing for None, if it is still `before` that is kept there.

        Return whether it was.
        """
        ...

    def unknown(self) -> frozenset[str]:
        """Return the keys that have a decision but no known paper."""
        ...

    def known_near(self, is_near: Callable[[str], bool]) -> frozenset[str]:
        """Return the keys of known papers whose source is at a location for which `is_near` holds."""
        ...

    def known(self, keys: Collection[str]) -> list[Known]:
        """Return what is known under these keys."""
        ...

    def learn(self, papers: Sequence[Known]) -> None:
        """Keep what is known of papers, which is not part of the log; what is known already is not written again."""
        ...

    def close(self) -> None:
        """End the session; closing twice is harmless and closing never raises."""
        ...
