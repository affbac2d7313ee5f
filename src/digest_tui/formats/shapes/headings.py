"""Papers that are one heading each, at whatever level."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from digest_tui.formats.shapes.candidates import PARTS, Candidate, candidates, inside, parts_in
from digest_tui.formats.shapes.finding import Found, Question
from digest_tui.formats.shapes.paper_ends import paper_ends
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.shapes.ruled_parts import with_ruled_parts
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.heading_lines import BOLD_LEVEL, DETAILS_LEVEL, LINK_LEVEL
from digest_tui.formats.structure.outline import Outline
from digest_tui.formats.words.labels import AUTHORS, is_aside, normal

NAME = "headings"
_LETTER = re.compile(r"[^\W\d_]")
_SEVERAL = 3
"""Fewest papers below a heading such as `Contents` that are more than what it cites."""
_SHORT_LABEL = 14
"""Largest number of letters of a heading that may name a part."""
_SHAPES = {BOLD_LEVEL: "bold line", DETAILS_LEVEL: "<summary>", LINK_LEVEL: "line of text"}


def find(question: Question) -> Found:
    """Find the headings that are papers, with their lines."""
    document, outline, evidence, lists = question.document, question.outline, question.evidence, question.occupied
    plain = outline.without(BOLD_LEVEL, LINK_LEVEL)
    spans = _spans(document, plain, evidence, lists)
    # Bold lines, and links above a line, are headings where that makes more papers of the same lines: else they are
    # labels, names and links.
    for other in (outline.without(LINK_LEVEL), outline.without(BOLD_LEVEL)):
        if len(other.heads) > len(plain.heads):
            spans = _with_more_papers(spans, _spans(document, other, evidence, lists))
    return Found(spans)


def _spans(document: Document, outline: Outline, evidence: Evidence, lists: Collection[int]) -> list[PaperSpan]:
    outline = with_ruled_parts(document, outline, evidence)
    graded = {c.number: c for c in candidates(document, outline, evidence, lists)}
    chosen = _chosen(outline, graded, evidence)
    if not chosen and any(is_aside(head.text) for head in outline.heads):
        # A table of contents may be the last heading above papers of a lower level.
        graded = {c.number: c for c in candidates(document, outline, evidence, lists, below_asides=True)}
        chosen = _chosen(outline, graded, evidence)
        chosen = chosen if len(chosen) >= _SEVERAL else set()
    if not chosen:
        return []
    lasts = paper_ends(document.lines, outline, chosen, lists)
    return [_span(outline, graded[number], lasts[number], chosen) for number in sorted(chosen)]


def _with_more_papers(spans: list[PaperSpan], others: list[PaperSpan]) -> list[PaperSpan]:
    known, unknown = _papers(spans)
    others_known, others_unknown = _papers(others)
    more = others_known > known or (others_known == known == 0 and others_unknown > unknown)
    return others if more else spans


def _papers(spans: list[PaperSpan]) -> tuple[int, int]:
    """Count the papers that are known by their link, and those that are not."""
    return len({span.paper for span in spans if span.paper}), len({span.title for span in spans if not span.paper})


def _chosen(outline: Outline, graded: dict[int, Candidate], evidence: Evidence) -> set[int]:
    evident = {number for number, candidate in graded.items() if candidate.grade >= 2}
    evident -= _parts_among(outline, graded, evident)
    if evident:
        evident = _lifted(outline, graded, evident)
        levels = Counter(outline.heads[number].level for number in evident)
        evident = _outermost(outline, graded, evident, levels)
        return evident | _of_the_same_form(outline, graded, evident, evidence)
    described = {number for number, candidate in graded.items() if candidate.grade == 1}
    divided = {n for n in described if graded[n].headline.numbered and parts_in(outline, n) >= PARTS}
    described = divided if len(divided) > 1 else described
    levels = Counter(outline.heads[number].level for number in described)
    if not levels:
        return set()
    level, count = levels.most_common(1)[0]
    numbered = all(graded[n].headline.numbered for n in described if outline.heads[n].level == level)
    return {n for n in described if outline.heads[n].level == level} if count > 1 or numbered else set()


def _lifted(outline: Outline, graded: dict[int, Candidate], evident: set[int]) -> set[int]:
    """Return the papers, moved up where a short heading such as `Sources` holds the link of the one above it."""
    found = set()
    for number in evident:
        candidate, parent = graded[number], outline.parents[number]
        if (
            candidate.grade == 2
            and not candidate.headline.numbered
            and _is_short(candidate.headline.title)
            and parent in graded
            and not _is_short(graded[parent].headline.title)
            and not any(other != number and other in evident for other in inside(outline, parent))
        ):
            graded[parent] = replace(graded[parent], grade=2, paper=candidate.paper)
            found.add(parent)
        else:
            found.add(number)
    return found


def _is_short(title: str) -> bool:
    return len(_LETTER.findall(title)) <= _SHORT_LABEL and len(title.split()) <= 2


def _outermost(outline: Outline, graded: dict[int, Candidate], evident: set[int], levels: Counter[int]) -> set[int]:
    """Choose, of headings inside one another, the paper; the others are its parts or rule several papers."""
    chosen: set[int] = set()
    dropped: set[int] = set()
    order = sorted(evident)
    lines = [outline.heads[number].line for number in order]
    for place, number in enumerate(order):
        if number in dropped:
            continue
        head = outline.heads[number]
        inner = set(order[place + 1 : bisect_left(lines, head.last, place + 1)])
        if inner and graded[number].grade == 2:
            others = {graded[n].paper for n in inner} - {graded[number].paper}
            below = min(outline.heads[n].level for n in inner)
            if len(others) > 1 or (others and levels[below] > levels[head.level]):
                continue
        chosen.add(number)
        dropped |= inner
    return chosen


def _parts_among(outline: Outline, graded: dict[int, Candidate], evident: set[int]) -> set[int]:
    """Return unnumbered headings among numbered papers of their level that are parts or news, and cite a paper."""
    numbered = Counter(outline.heads[n].level for n in evident if graded[n].headline.numbered)
    linked = any(graded[n].grade == 3 for n in evident)
    return {
        n
        for n in evident
        if graded[n].grade == 2
        and not graded[n].headline.numbered
        and numbered[outline.heads[n].level] > 1
        and (len(_LETTER.findall(graded[n].headline.title)) <= _SHORT_LABEL or (linked and graded[n].headline.link))
    }


def _of_the_same_form(
    outline: Outline, graded: dict[int, Candidate], evident: set[int], evidence: Evidence
) -> set[int]:
    """Return headings beside the papers that are papers without a link: numbered or described like them."""
    families: dict[tuple[int | None, int], list[int]] = {}
    for number in graded:
        families.setdefault((outline.parents[number], outline.heads[number].level), []).append(number)
    in_papers = _lines_of(outline, evident)
    found = set()
    for family in families.values():
        papers = [n for n in family if n in evident]
        others = [n for n in family if n not in evident and outline.heads[n].line not in in_papers]
        if not papers or not others:
            continue
        numbered = sum(graded[n].headline.numbered for n in papers) * 2 > len(papers)
        linked = len(papers) > 1 and all(graded[n].headline.emphatic for n in papers)
        leads = Counter(lead for n in papers for lead in _leads(outline, n, evidence))
        common = {lead for lead, count in leads.items() if count * 2 >= len(papers)}
        for number in others:
            candidate = graded[number]
            head = outline.heads[number]
            if not candidate.headline.title or (not candidate.headline.numbered and is_aside(head.text)):
                continue
            if any(inner in evident for inner in inside(outline, number)):
                # It rules a paper; a paper that stands in another one would be read twice.
                continue
            # A bold line stands out whatever it says.
            stands_out = linked and candidate.headline.emphatic and head.level != BOLD_LEVEL
            like_them = candidate.headline.numbered if numbered else stands_out
            if like_them or candidate.grade == 1 or _are_described_alike(common & _leads(outline, number, evidence)):
                found.add(number)
    return found


def _are_described_alike(leads: set[str]) -> bool:
    """Return True when a heading shares enough leads with the papers beside it."""
    return len(leads) > 1 or bool(leads & AUTHORS)


def _leads(outline: Outline, number: int, evidence: Evidence) -> set[str]:
    """Return what opens the lines below a heading: bold words, names of fields, headings of parts."""
    head = outline.heads[number]
    found = {lead for line in range(head.line + 1, head.last) if (lead := evidence.lead(line))}
    return found | {
        normal(outline.heads[inner].text) for inner in inside(outline, number) if outline.heads[inner].is_part
    }


def _lines_of(outline: Outline, numbers: set[int]) -> set[int]:
    return {line for n in numbers for line in range(outline.heads[n].line + 1, outline.heads[n].last)}


def _span(outline: Outline, candidate: Candidate, last: int, chosen: set[int]) -> PaperSpan:
    head = outline.heads[candidate.number]
    sections = []
    for number in range(candidate.number + 1, len(outline.heads)):
        inner = outline.heads[number]
        if inner.line >= last:
            break
        if number not in chosen and (section := inner.as_heading):
            sections.append(section)
    headline = candidate.headline
    return PaperSpan(
        head.line,
        last,
        headline.title,
        _SHAPES.get(head.level, f"heading of level {head.level}"),
        headline.link,
        candidate.paper,
        tuple(sections),
        named=head.named if head.named != head.line else None,
    )
