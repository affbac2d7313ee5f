"""The files in which no paper was found: which of them stand among the digests, and which beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.model.summary import DigestId, DigestSummary

if TYPE_CHECKING:
    from digest_tui.model.expected import Expected


class Others(NamedTuple):
    """Files in which no paper was found, in path order."""

    failed: list[DigestSummary]
    """Those that are like files with papers, or were named themselves."""
    rest: list[DigestSummary]
    """A blog's own pages, guides, lists of links."""


class OtherFiles:
    """Follows the files of a library; what was judged changes as files come and go."""

    def __init__(self, named: Iterable[str], summaries: Mapping[DigestId, DigestSummary]) -> None:
        self._named = frozenset(named)
        """Sources that are one file, which somebody named: it is a digest, whatever it holds."""
        self._summaries = summaries
        """All that are known, kept by the catalog."""
        self._expected: Expected | None = None
        """Made when there is a file without papers: many libraries have none."""
        self._failed: set[DigestId] = set()
        self._rest: set[DigestId] = set()
        self._now: Others | None = None

    def now(self) -> Others:
        """What there is; the same object until something changes."""
        if self._now is None:
            self._now = Others(self._sorted(self._failed), self._sorted(self._rest))
        return self._now

    def is_expected(self, digest_id: DigestId) -> bool:
        """Whether a file without papers is like those that hold some, or was named itself."""
        return digest_id[0] in self._named or digest_id in self._failed

    def learn(self, summary: DigestSummary) -> bool:
        """A file is there; say whether it stands on its days at once: those without papers are judged later."""
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
        """A file is gone, or will be learnt anew."""
        self._now = None
        if self._expected is not None and self._counts(summary):
            self._expected.drop(summary)
        self._failed.discard(summary.digest_id)
        self._rest.discard(summary.digest_id)

    def judge(self) -> Iterator[tuple[DigestSummary, bool]]:
        """Each file without papers that is judged otherwise now, and whether it stands on its days."""
        for digest_id, is_expected in self._expected.judge().items() if self._expected is not None else ():
            self._now = None
            here, there = (self._rest, self._failed) if is_expected else (self._failed, self._rest)
            here.discard(digest_id)
            there.add(digest_id)
            yield self._summaries[digest_id], is_expected

    def _counts(self, summary: DigestSummary) -> bool:
        """Whether a file says something about others, and others about it."""
        return not summary.is_never_listed and summary.source not in self._named

    def _sorted(self, wanted: Iterable[DigestId]) -> list[DigestSummary]:
        return sorted(
            (self._summaries[digest_id] for digest_id in wanted), key=lambda summary: (summary.path, summary.source)
        )
