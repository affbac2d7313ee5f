"""The index in memory, for this run only, where no file can hold it."""

from __future__ import annotations

from digest_tui.index.codec import DigestBytes
from digest_tui.model import DigestSummary
from digest_tui.model.summary import Keys, Occurrence


class MemoryIndex:
    """Digests with ids below zero, which no file gives; those that a file lost keep the id it gave them."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], DigestSummary] = {}
        self._rest: dict[int, DigestBytes] = {}
        self._count = 0
        self._occurrences: dict[str, list[Occurrence]] = {}
        self._made: dict[tuple[str, str], bytes] = {}

    def put(self, root: str, summary: DigestSummary, rest: DigestBytes) -> DigestSummary:
        """Keep a digest, and return its summary with an id; one that is unchanged keeps its own."""
        place = (root, summary.path)
        if (known := self._ids.get(place)) is not None:
            if known == summary._replace(id=known.id) and self._rest[known.id] == rest:
                return known
            self.forget(*place)
        self._count += 1
        return self.hold(root, summary._replace(id=-self._count), rest)

    def hold(self, root: str, summary: DigestSummary, rest: DigestBytes) -> DigestSummary:
        """Keep a digest under the id that it has."""
        self._ids[root, summary.path] = summary
        self._rest[summary.id] = rest
        for key, day, number in occurrences_of(summary):
            self._occurrences.setdefault(key, []).append(Occurrence(key, summary.id, day, number))
        return summary

    def forget(self, root: str, path: str) -> None:
        """Forget the digest of a file that is gone."""
        if (summary := self._ids.pop((root, path), None)) is not None:
            del self._rest[summary.id]
            for key, _, _ in occurrences_of(summary):
                self._occurrences[key] = [other for other in self._occurrences[key] if other.summary != summary.id]

    def rest(self, id: int) -> DigestBytes | None:
        """Return the rest of a digest; None when it is not held."""
        return self._rest.get(id)

    def occurrences(self, keys: Keys) -> list[Occurrence]:
        """See `Shelf`."""
        return [occurrence for key in keys for occurrence in self._occurrences.get(key, ())]

    def made(self, kind: str, name: str) -> bytes | None:
        """Return something made of digests; None when it is not kept."""
        return self._made.get((kind, name))

    def keep_made(self, kind: str, name: str, made: bytes) -> None:
        """Keep something that was made of digests."""
        self._made[kind, name] = made


def occurrences_of(summary: DigestSummary) -> list[tuple[str, int, int]]:
    """Return key, day and number of every paper of a summary."""
    return [
        (key, day, number)
        for day, _ in summary.days
        for number, keys in enumerate(summary.keys_of(day), 1)
        for key in keys
    ]
