"""The headings that may be papers, each with its title and with what its lines say about it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from digest_tui.formats.shapes.page_links import page_of
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.heading_lines import DETAILS_LEVEL, LINK_LEVEL
from digest_tui.formats.structure.outline import Head, Outline
from digest_tui.formats.words.anchors import preferred
from digest_tui.formats.words.identifiers import arxiv_from_text
from digest_tui.formats.words.labels import LINKS, TITLE, is_aside, normal
from digest_tui.formats.words.titles import Headline, read_headline, read_item

PARTS = 2
"""Number of headings such as `Method` below a numbered heading that make a paper of it."""
_RIGHT_BELOW = 5
"""Lines below a heading in which a paper with an unlikely title is named."""
_MAX_RANK = 24
"""Largest number of characters of a heading that is only a number."""
_NEAR = 12
"""Lines below a heading in which a link is about it, whatever else they say."""
_DESCRIBING = {"authors", "link", "abstract", "title"}
_RANK_ALONE = re.compile(
    r"\W*(?:(?:paper|논문|论文|論文|no\.?|top|rank)\s*[:：]?\s*)?[#第\[【(]*\s*[0-9]{1,3}\s*[\]】)篇.]*\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A heading that may be a paper."""

    number: int
    """Index in the outline."""
    headline: Headline
    grade: int
    """3: the heading leads to a paper. 2: a line below it does. 1: the lines below describe a paper. 0: none of it."""
    paper: str | None


def candidates(
    document: Document, outline: Outline, evidence: Evidence, lists: Collection[int], *, below_asides: bool = False
) -> Iterator[Candidate]:
    """Yield the headings that name no part of a paper's text, each with what is known of it as a paper.

    Below headings such as `References` none is a paper by its text, unless told so.
    """
    heads = outline.heads
    for number, head in enumerate(heads):
        if head.ruled:
            continue
        below = _title_below(evidence, head)
        if head.is_part and below is None and not _is_numbered_paper(evidence, outline, number):
            continue
        headline = below or (read_item if head.level in (DETAILS_LEVEL, LINK_LEVEL) else read_headline)(head.text)
        paper = headline.paper
        if paper is None and (arxiv := arxiv_from_text(head.text)):
            paper = f"arxiv:{arxiv.id}"
        of_a_day = head.day is not None and head.day.dated is not None
        if of_a_day and paper is None and not _is_title_with_date(outline, evidence, number, lists):
            continue
        grade = 3 if paper else 0
        if grade == 0 and headline.title:
            own = [line for line in _own_lines(outline, number) if line not in lists]
            cited = _lines_of_asides(outline, number)
            paper = (
                (_linked_in_parts(evidence, own) if any(heads[n].ruled for n in inside(outline, number)) else None)
                or _identity(evidence, [line for line in own if line not in cited])
                or _identity(evidence, [line for line in own if line in cited and not evidence.is_reference(line)])
                or _identity(evidence, own)
                or page_of(document.path, headline)
            )
            fields = {kind for line in own if (kind := evidence.kind(line))}
            if paper:
                over_days = any(
                    _lists_a_day(outline.heads[inner], evidence, lists) for inner in inside(outline, number)
                )
                aside = is_aside(head.text) if below_asides else outline.is_aside(number)
                grade = 0 if over_days or aside else 2
            elif (
                (parts_in(outline, number) >= PARTS and headline.numbered)
                or len(fields & _DESCRIBING) >= 2
                or (headline.numbered and fields & _DESCRIBING)
            ):
                grade = 1
        yield Candidate(number, headline, grade, paper)


def _is_numbered_paper(evidence: Evidence, outline: Outline, number: int) -> bool:
    """Return True for a heading with the name of a part that is a paper: numbered, with a link right below it."""
    head = outline.heads[number]
    if not read_headline(head.text).numbered:
        return False
    following = outline.heads[number + 1].line if number + 1 < len(outline.heads) else head.last
    near = range(head.line + 1, min(head.last, following, head.line + _RIGHT_BELOW))
    return any(evidence.line(line).papers for line in near)


def _lists_a_day(head: Head, evidence: Evidence, lists: Collection[int]) -> bool:
    """Return True when a heading says a day and papers stand below it; else it is a note, `2026-02-18 update`."""
    below = range(head.line + 1, head.last)
    return head.day is not None and any(line in lists or evidence.line(line).papers for line in below)


def _is_title_with_date(outline: Outline, evidence: Evidence, number: int, lists: Collection[int]) -> bool:
    """Return True when a heading that says a day is a title all the same: it rules one paper, named right below."""
    head = outline.heads[number]
    if not head.may_be_title or any(line in lists for line in range(head.line + 1, head.last)):
        return False
    if any(not outline.heads[inner].is_part for inner in inside(outline, number)):
        return False
    for line in range(head.line + 1, min(head.last, head.line + 1 + _RIGHT_BELOW)):
        said = evidence.line(line)
        if not said.label and (evidence.is_reference(line) or evidence.text(line).lstrip().startswith(("**", "__"))):
            # What the day lists begins here.
            return False
        if said.papers:
            return True
    return False


def _title_below(evidence: Evidence, head: Head) -> Headline | None:
    """Return the title of a heading that only says `Title:` or `Paper 3`, from the lines below it."""
    label = head.text.rstrip().endswith((":", "：")) and normal(head.text) in TITLE
    if not label and (len(head.text) > _MAX_RANK or not _RANK_ALONE.fullmatch(head.text)):
        return None
    for number in range(head.line + 1, min(head.last, head.line + _NEAR)):
        line = evidence.text(number).strip()
        if evidence.line(number).label in TITLE:
            return read_item(line)
        if label and line:
            return None if evidence.line(number).label else read_headline(line)
    return None


def _own_lines(outline: Outline, number: int) -> list[int]:
    """Return the lines below a heading that are its own or its parts', not those of another heading below it."""
    head = outline.heads[number]
    lines: list[int] = []
    start = head.line + 1
    following = number + 1
    while following < len(outline.heads) and outline.heads[following].line < head.last:
        inner = outline.heads[following]
        if inner.is_part:
            following += 1
            continue
        lines += range(start, inner.line)
        start = inner.last
        while following < len(outline.heads) and outline.heads[following].line < inner.last:
            following += 1
    lines += range(start, head.last)
    return lines


def _lines_of_asides(outline: Outline, number: int) -> set[int]:
    """Return the lines below a heading that stand in parts such as `References`."""
    asides = (outline.heads[inner] for inner in inside(outline, number) if is_aside(outline.heads[inner].text))
    return {line for head in asides for line in range(head.line, head.last)}


def _identity(evidence: Evidence, lines: list[int]) -> str | None:
    """Return the paper that lines are about: the first that a line of links names, else the only one mentioned."""
    said = [evidence.line(line) for line in lines]
    near = {paper for line in said[:_NEAR] for paper in line.mentions}
    if any(line.label in LINKS and line.papers for line in said[:_NEAR]):
        near = set()
    for number, line in enumerate(said):
        if line.papers or (line.mentions and number < _NEAR and len(near) == 1):
            # A publisher's page stands before the preprint: both are the paper, and the preprint is what can be opened.
            near_links = [paper for other in said[number:_NEAR] for paper in other.papers]
            return (
                preferred((*line.papers, *line.mentions)) if line.mentions else preferred((*line.papers, *near_links))
            )
    mentions = {paper for line in said for paper in line.mentions}
    return mentions.pop() if len(mentions) == 1 else None


def _linked_in_parts(evidence: Evidence, lines: list[int]) -> str | None:
    """Return the paper that a line of links names below a title that rules parts; what the parts mention, they cite."""
    return preferred(paper for line in lines for paper in evidence.line(line).papers)


def parts_in(outline: Outline, number: int) -> int:
    """Count the headings below one that name parts of a paper's text."""
    return sum(outline.heads[n].is_part for n in inside(outline, number))


def inside(outline: Outline, number: int) -> Iterator[int]:
    """Yield the headings that stand in the lines of another one, as indices of the outline."""
    following = number + 1
    while following < len(outline.heads) and outline.heads[following].line < outline.heads[number].last:
        yield following
        following += 1
