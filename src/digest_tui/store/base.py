"""What a store promises."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Protocol

from digest_tui.model import Batch, Change, Event, KeyState
from digest_tui.model.known import Known


class Store(Protocol):
    """The log of what a reader decided, and what follows from it.

    An open store is one *session*. Its methods may be called from any thread; one waits for the other.
    Each raises `StateError`, and nothing else, when the state cannot be read or written or the store was closed;
    what was asked for has then not happened. What a method returned is committed.
    """

    @property
    def saves(self) -> bool:
        """Whether what is committed outlives the program."""
        ...

    def states(self, keys: Collection[str] | None = None) -> dict[str, KeyState]:
        """The state of every key about which the log says something, or of each of `keys`."""
        ...

    def apply(self, changes: Sequence[Change], known: Sequence[Known] = ()) -> Batch:
        """Write the changes of one action, and with them what is known of the papers that they are about.

        Each change becomes an event, even where the key has that value already: a paper may have more keys than the
        one named, and only the newest event over all of them counts. So callers leave out what changes nothing for the
        paper. Of two changes of one field of one key the last is written. Without changes nothing is written
        and the batch has no id.
        """
        ...

    def undo(self, *, any_session: bool = False) -> Batch | None:
        """Cancel the newest live batch of this session, else of the sessions that ended before this one began.

        With `any_session` the newest of all. `None` when there is nothing to undo.
        """
        ...

    def redo(self) -> Batch | None:
        """Make the batch live again that was cancelled last, of this session or those that ended before it began.

        `None` when there is none, or when one of these sessions changed something after it was cancelled.
        """
        ...

    def changed_elsewhere(self) -> bool:
        """Whether another session wrote to the file since this was last asked, or since the store was opened."""
        ...

    def events(self) -> Iterator[Event]:
        """The log, oldest first."""
        ...

    def rebuild(self) -> frozenset[str]:
        """Derive the states from the log again; the keys whose state was not what the log says."""
        ...

    def recall(self, name: str) -> str | None:
        """What was last remembered under a name."""
        ...

    def remembered(self) -> dict[str, str]:
        """Everything that was remembered, by name."""
        ...

    def remember(self, name: str, value: str) -> None:
        """Keep a value that is no decision, such as the place in the list; it is not part of the log."""
        ...

    def unknown(self) -> frozenset[str]:
        """The keys of which something was decided and nothing is known."""
        ...

    def known_near(self, is_near: Callable[[str], bool]) -> frozenset[str]:
        """The keys under which papers are known of sources at locations of which that holds."""
        ...

    def known(self, keys: Collection[str]) -> list[Known]:
        """What is known under these keys."""
        ...

    def learn(self, papers: Sequence[Known]) -> None:
        """Keep what is known of papers; it is no decision and not part of the log. Nothing new is not written."""
        ...

    def close(self) -> None:
        """End the session; closing twice is harmless and closing never raises."""
        ...
