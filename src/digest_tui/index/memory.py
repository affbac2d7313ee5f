"""What the index holds where there is no file for it: in memory, for this run."""

from __future__ import annotations

from digest_tui.index.codec import DigestBytes
from digest_tui.model import DigestSummary
from digest_tui.model.summary import Keys, Occurrence


class MemoryIndex:
    """Digests with ids below zero, which no file gives."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], DigestSummary] = {}
        self._rest: dict[int, DigestBytes] = {}
        self._count = 0
        self._occurrences: dict[str, list[Occurrence]] = {}
        self._made: dict[tuple[str, str], bytes] = {}

    def put(self, root: str, summary: DigestSummary, rest: DigestBytes) -> DigestSummary:
        """Keep a digest, and return its summary with an id; one that reads as before keeps its own."""
        place = (root, summary.path)
        if (known := self._ids.get(place)) is not None:
            if known == summary._replace(id=known.id) and self._rest[known.id] == rest:
                return known
            self.forget(*place)
        self._count += 1
        summary = self._ids[place] = summary._replace(id=-self._count)
        self._rest[summary.id] = rest
        for key, day, number in occurrences_of(summary):
            self._occurrences.setdefault(key, []).append(Occurrence(key, summary.id, day, number))
        return summary

    def forget(self, root: str, path: str) -> None:
        """A file is gone."""
        if (summary := self._ids.pop((root, path), None)) is not None:
            del self._rest[summary.id]
            for key, _, _ in occurrences_of(summary):
                self._occurrences[key] = [other for other in self._occurrences[key] if other.summary != summary.id]

    def rest(self, id: int) -> DigestBytes | None:
        """The rest of a digest."""
        return self._rest.get(id)

    def occurrences(self, keys: Keys) -> list[Occurrence]:
        """See `Shelf`."""
        return [occurrence for key in keys for occurrence in self._occurrences.get(key, ())]

    def made(self, kind: str, name: str) -> bytes | None:
        """Something that was made of digests."""
        return self._made.get((kind, name))

    def keep_made(self, kind: str, name: str, made: bytes) -> None:
        """Keep it."""
        self._made[kind, name] = made


def occurrences_of(summary: DigestSummary) -> list[tuple[str, int, int]]:
    """Key, day and number of every paper of a summary."""
    return [
        (key, day, number)
        for day, _ in summary.days
        for number, keys in enumerate(summary.keys_of(day), 1)
        for key in keys
    ]
