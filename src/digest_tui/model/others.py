"""The files in which no paper was found, divided into failed digests and all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.model.summary import DigestId, DigestSummary

if TYPE_CHECKING:
    from digest_tui.model.expected import Expected


class Others(NamedTuple):
    """Files in which no paper was found, in path order."""

    failed: list[DigestSummary]
    """Files that are like those with papers, or were named themselves."""
    rest: list[DigestSummary]
    """A blog's own pages, guides, lists of links."""


class OtherFiles:
    """Follows the files without papers of a library, and judges them again as files come and go."""

    def __init__(self, named: Iterable[str], summaries: Mapping[DigestId, DigestSummary]) -> None:
        self._named = frozenset(named)
        """Sources that are one named file: such a file is a digest, whatever it holds."""
        self._summaries = summaries
        """All summaries that are known; kept up to date by the catalog."""
        self._expected: Expected | None = None
        """The judge, created with the first file without papers: many libraries have none."""
        self._failed: set[DigestId] = set()
        self._rest: set[DigestId] = set()
        self._now: Others | None = None

    def now(self) -> Others:
        """Return the current files without papers; the same object until something changes."""
        if self._now is None:
            self._now = Others(self._sorted(self._failed), self._sorted(self._rest))
        return self._now

    def is_expected(self, digest_id: DigestId) -> bool:
        """Return True when a file without papers is like those that hold some, or was named itself."""
        return digest_id[0] in self._named or digest_id in self._failed

    def learn(self, summary: DigestSummary) -> bool:
        """Add a file and return True when it is listed on its days at once: those without papers are judged later."""
        self._now = None
        if summary.is_text and summary.source in self._named:
            self._failed.add(summary.digest_id)
            return True
        if summary.is_text and not summary.is_never_listed:
            self._rest.add(summary.digest_id)
        if self._counts(summary):
            if self._expected is not None:
                self._expected.add(summary)
            elif summary.is_text:
                from digest_tui.model.expected import Expected

                self._expected = Expected()
                for known in filter(self._counts, self._summaries.values()):
                    self._expected.add(known)
        return not summary.is_text

    def forget(self, summary: DigestSummary) -> None:
        """Remove a file that is gone, or that will be added again."""
        self._now = None
        if self._expected is not None and self._counts(summary):
            self._expected.drop(summary)
        self._failed.discard(summary.digest_id)
        self._rest.discard(summary.digest_id)

    def judge(self) -> Iterator[tuple[DigestSummary, bool]]:
        """Yield each file without papers whose judgement has changed, and whether it is now listed on its days."""
        for digest_id, is_expected in self._expected.judge().items() if self._expected is not None else ():
            self._now = None
            here, there = (self._rest, self._failed) if is_expected else (self._failed, self._rest)
            here.discard(digest_id)
            there.add(digest_id)
            yield self._summaries[digest_id], is_expected

    def _counts(self, summary: DigestSummary) -> bool:
        """Return True when a file counts in judging others, and others in judging it."""
        return not summary.is_never_listed and summary.source not in self._named

    def _sorted(self, wanted: Iterable[DigestId]) -> list[DigestSummary]:
        return sorted(
            (self._summaries[digest_id] for digest_id in wanted), key=lambda summary: (summary.path, summary.source)
        )
