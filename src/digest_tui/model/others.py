"""The files in which no paper was found: which of them stand among the digests, and which beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.model.card import Card, DigestId

if TYPE_CHECKING:
    from digest_tui.model.expected import Expected


class Others(NamedTuple):
    """Files in which no paper was found, in path order."""

    failed: list[Card]
    """Those that are like files with papers, or were named themselves."""
    beside: list[Card]
    """A blog's own pages, guides, lists of links."""


class OtherFiles:
    """Follows the files of a library; what was judged changes as files come and go."""

    def __init__(self, named: Iterable[str], cards: Mapping[DigestId, Card]) -> None:
        self._named = frozenset(named)
        """Sources that are one file, which somebody named: it is a digest, whatever it holds."""
        self._cards = cards
        """All that are known, kept by the catalog."""
        self._expected: Expected | None = None
        """Made when there is a file without papers: many libraries have none."""
        self._failed: set[DigestId] = set()
        self._beside: set[DigestId] = set()
        self._now: Others | None = None

    def now(self) -> Others:
        """What there is; the same object until something changes."""
        if self._now is None:
            self._now = Others(self._sorted(self._failed), self._sorted(self._beside))
        return self._now

    def is_expected(self, digest_id: DigestId) -> bool:
        """Whether a file without papers is like those that hold some, or was named itself."""
        return digest_id[0] in self._named or digest_id in self._failed

    def learn(self, card: Card) -> bool:
        """A file is there; say whether it stands on its days at once: those without papers are judged later."""
        self._now = None
        if card.is_text and card.source in self._named:
            self._failed.add(card.digest_id)
            return True
        if card.is_text and not card.is_beside:
            self._beside.add(card.digest_id)
        if self._counts(card):
            if self._expected is not None:
                self._expected.add(card)
            elif card.is_text:
                from digest_tui.model.expected import Expected

                self._expected = Expected()
                for known in filter(self._counts, self._cards.values()):
                    self._expected.add(known)
        return not card.is_text

    def forget(self, card: Card) -> None:
        """A file is gone, or will be learnt anew."""
        self._now = None
        if self._expected is not None and self._counts(card):
            self._expected.drop(card)
        self._failed.discard(card.digest_id)
        self._beside.discard(card.digest_id)

    def judge(self) -> Iterator[tuple[Card, bool]]:
        """Each file without papers that is judged otherwise now, and whether it stands on its days."""
        for digest_id, is_expected in self._expected.judge().items() if self._expected is not None else ():
            self._now = None
            here, there = (self._beside, self._failed) if is_expected else (self._failed, self._beside)
            here.discard(digest_id)
            there.add(digest_id)
            yield self._cards[digest_id], is_expected

    def _counts(self, card: Card) -> bool:
        """Whether a file says something about others, and others about it."""
        return not card.is_beside and card.source not in self._named

    def _sorted(self, wanted: Iterable[DigestId]) -> list[Card]:
        return sorted((self._cards[digest_id] for digest_id in wanted), key=lambda card: (card.path, card.source))
