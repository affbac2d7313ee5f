"""Papers of which a link is on its way to a browser: each becomes read when one took it."""

from __future__ import annotations

from dataclasses import dataclass

from digest_tui.model import Entry, Status
from digest_tui.session.deciding import Deciding
from digest_tui.session.session import Session
from digest_tui.triage import verbs


@dataclass(eq=False)
class Sent:
    """A paper, and its status when the key was pressed."""

    entry: Entry
    status: Status


class OpenedPapers:
    """Keeps the order in which keys were pressed, for a browser may take seconds.

    What was decided about a paper since then stands, and an undo begins with what was asked for last.
    """

    def __init__(self, session: Session, deciding: Deciding) -> None:
        self._session = session
        self._deciding = deciding
        self._waiting: list[Sent] = []
        self._newest: list[Sent] = []
        """Those that were sent since the last decision."""

    def send(self, entry: Entry) -> Sent:
        """Remember that a link of a paper was sent."""
        state = self._session.state(entry)
        sent = Sent(entry, state.status)
        is_on_its_way = any(other.entry.key == entry.key for other in self._waiting)
        self._waiting.append(sent)
        # What changes nothing is nothing to take back: an undo is for what was decided before.
        if verbs.open_and_read(entry.key, state).changes and not is_on_its_way:
            self._newest.append(sent)
        return sent

    def arrive(self, sent: Sent, *, by_browser: bool) -> bool:
        """Mark the paper read if a browser took the link, and return True when that was a change."""
        if sent not in self._waiting:
            return False
        self._waiting.remove(sent)
        newest = [other for other in self._newest if other is not sent]
        entry, state = sent.entry, self._session.state(sent.entry)
        changes = verbs.open_and_read(entry.key, state).changes if by_browser and state.status is sent.status else ()
        if changes:
            self._deciding.write(changes, [entry.keys], entry)
        # Those that were sent after it were asked for later than this.
        self._newest = newest
        return bool(changes)

    def decided(self) -> None:
        """Remember that something else was decided."""
        self._newest = []

    def take_back(self) -> Entry | None:
        """Forget the last of them, if nothing was decided after it, and return its paper."""
        if not self._newest:
            return None
        sent = self._newest.pop()
        self._waiting = [other for other in self._waiting if other.entry.key != sent.entry.key]
        return sent.entry
