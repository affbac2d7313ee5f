"""The question that a shape of papers is asked, and its answer: the same for all shapes."""

from collections.abc import Sequence
from dataclasses import dataclass

from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import Outline


@dataclass(frozen=True, slots=True)
class Question:
    """A document in which papers are looked for, with what the shapes asked before found in it."""

    document: Document
    outline: Outline
    evidence: Evidence
    occupied: frozenset[int] = frozenset()
    """Lines that list papers: a heading is not about the papers that are listed below it."""
    found: int = 0
    """Number of papers found so far."""


@dataclass(frozen=True, slots=True)
class Found:
    """The papers of one shape."""

    spans: Sequence[PaperSpan] = ()
    doubtful: Sequence[PaperSpan] = ()
    """Spans that count only where no other shape finds any papers."""
    occupied: frozenset[int] = frozenset()
    """Lines of which none is the heading of a paper."""

    @property
    def all(self) -> Sequence[PaperSpan]:
        """All spans, the doubtful ones among the others, in the order of the file."""
        return sorted((*self.spans, *self.doubtful), key=lambda span: (span.first, span.last))
