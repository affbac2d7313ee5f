"""Any other digest: papers as headings, `<details>`, table rows or list items, by what they have in common.

Each shape has a module of its own, listed in `shapes.registry`; here their findings become one list of papers.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from digest_tui.formats.answer import Answer, Declined, Reading
from digest_tui.formats.assembly import assemble
from digest_tui.formats.shapes import pages
from digest_tui.formats.shapes.listed_days import with_days
from digest_tui.formats.shapes.paper import paper_of
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.shapes.registry import Shape, find_all
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import Outline, outline_of
from digest_tui.formats.words.labels import is_aside
from digest_tui.formats.words.own_pages import is_of_the_author
from digest_tui.model.attempt import Attempt
from digest_tui.model.digest import NO_DIGEST_NAMES

NAME = "structured"
_LETTERS = re.compile(r"[\W_]+")
_CUT = re.compile(r"(?:…|\.\.\.)\s*$")
_MIN_NAME = 4
_MIN_CUT = 12
"""Fewest letters that tell a title that was cut from others."""


def read(document: Document) -> Reading:
    """Read a digest by its structure: the largest parts of it that are about one paper each."""
    outline = outline_of(document)
    evidence = Evidence(document)
    found = find_all(document, outline, evidence)
    kept = _joined(document, outline, found)
    attempts = tuple(_attempt(*answer, spans) for answer, spans in zip(found, kept, strict=True))
    spans = sorted((span for papers_of in kept for span in papers_of), key=lambda span: (span.first, span.last))
    if spans and (reason := _speaks_of_itself(document, outline, spans)):
        return Declined(reason, tuple(a._replace(accepted=False, reason=reason) if a.accepted else a for a in attempts))
    if not spans:
        return Declined("no heading, table row or list item is about a single paper", attempts)
    listed, naming = with_days(document, outline, evidence, spans)
    papers = [paper_of(document, span, position) for position, span in enumerate(listed, 1)]
    name = " + ".join(shape.name for (shape, _), spans_of in zip(found, kept, strict=True) if spans_of)
    reason = "; ".join(attempt.reason for attempt in attempts if attempt.accepted)
    return Answer(assemble(document, name, papers, naming), reason, attempts)


def _joined(
    document: Document, outline: Outline, found: Sequence[tuple[Shape, Sequence[PaperSpan]]]
) -> list[list[PaperSpan]]:
    """Keep the spans of each shape that are papers of their own: not within those of another, nor the same again.

    Rankings, previews and trends repeat the papers of a digest: the shape that says most about each is kept.
    """
    order = sorted(range(len(found)), key=lambda n: (found[n][0].precedence, -_richness(document, found[n][1])))
    kept: list[list[PaperSpan]] = [[] for _ in found]
    lines: set[int] = set()
    papers: set[str] = set()
    titles: list[str] = []
    for n in order:
        for span in found[n][1]:
            if any(line in lines for line in range(span.first, span.last)) or _is_repeated(span, papers, titles):
                continue
            if lines and _is_aside(outline, span):
                continue
            kept[n].append(span)
        lines.update(line for span in kept[n] for line in range(span.first, span.last))
        papers.update(span.paper for span in kept[n] if span.paper)
        titles = sorted([*titles, *(_letters(span.title) for span in kept[n])])
    return kept


def _speaks_of_itself(document: Document, outline: Outline, spans: Sequence[PaperSpan]) -> str:
    """Explain why the papers that an undated file names are no digest: it is about its repository or its author."""
    if any(span.day.day or any(head.day and head.day.day for head in outline.over(span.first)) for span in spans):
        return ""
    name = document.name.partition(".")[0]
    if is_of_the_author(name, (head.text for head in outline.heads)):
        return "going by its name, it is about its authors"
    is_single = len(spans) == 1 and spans[0].shape != pages.SHAPE
    if is_single and name.casefold().startswith((*NO_DIGEST_NAMES, "claude", "agents", "index")):
        return "the only paper found is an example or a reference"
    return ""


def _richness(document: Document, spans: Sequence[PaperSpan]) -> float:
    """Return the number of characters per paper."""
    if not spans:
        return 0
    return sum(len(document.lines[n]) for span in spans for n in range(span.first, span.last)) / len(spans)


def _is_repeated(span: PaperSpan, papers: Collection[str], titles: Sequence[str]) -> bool:
    """Return True when a paper is known by its link or its title; `titles` are sorted, so that a cut one is found."""
    if not titles:
        return False
    cut = _CUT.search(span.title)
    title = _letters(span.title[: cut.start()] if cut else span.title)
    if span.paper in papers:
        return True
    near = bisect_left(titles, title)
    # A row that leads to a page may call its paper by the name that opens its title.
    named = span.paper is not None and span.paper.startswith("file:") and len(title) >= _MIN_NAME
    if near == len(titles) or (cut and len(title) < _MIN_CUT):
        return False
    return titles[near].startswith(title) if cut or named else titles[near] == title


def _is_aside(outline: Outline, span: PaperSpan) -> bool:
    above = outline.over(span.first)
    return bool(above) and is_aside(above[0].text)


def _letters(title: str) -> str:
    return _LETTERS.sub("", title).casefold()


def _attempt(shape: Shape, found: Sequence[PaperSpan], kept: Sequence[PaperSpan]) -> Attempt:
    if kept:
        counts = Counter(span.shape for span in kept)
        kinds = ", ".join(f"{name} ({count})" for name, count in counts.most_common())
        return Attempt(shape.name, shape.module, True, f"each is about a single paper: {kinds}")
    repeated = "it found only repeats of other papers" if found else shape.missing
    return Attempt(shape.name, shape.module, False, repeated)
