"""Papers that are one list item each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest_tui.formats.shapes.finding import Found, Question
from digest_tui.formats.shapes.listed_items import LONG_TITLE, MARKER, Listed, listed_item
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.structure.blocks import Item
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.items import items_of
from digest_tui.formats.structure.outline import Outline
from digest_tui.formats.words.day_headings import date_of_heading
from digest_tui.formats.words.days import NOTHING, PartialDate, partial_date
from digest_tui.formats.words.fields import author_names
from digest_tui.formats.words.inline_html import markdown_of
from digest_tui.formats.words.labels import TITLE, normal
from digest_tui.formats.words.letters import weight

NAME = "list"
_LEAD_DATE = re.compile(r"\A\s*[`(\[【]?\*{0,2}\[?((?:19|20)[0-9]{2}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?)")
_AUTHORS_BEHIND = re.compile(r"[\s*_,.|–—-]*(?P<names>[^\[\]()*|:]{2,200}?\s(?:et\.?\s?al\b|等|외)\.?)")
_NAME_ONLY = 8
"""Letters of a linked title that is more than the name of something a note speaks of."""


@dataclass(frozen=True, slots=True)
class PaperList:
    """A list whose items are papers."""

    spans: tuple[PaperSpan, ...]
    certain: bool
    """True when several items, or one linked title, say so."""


def find(question: Question) -> Found:
    """Find the items that are papers."""
    found = list(lists_of(question.document, question.outline, question.evidence))
    certain = [paper_list for paper_list in found if paper_list.certain]
    return Found(
        [span for paper_list in certain for span in paper_list.spans],
        [span for paper_list in found if not paper_list.certain for span in paper_list.spans],
        frozenset(line for of in certain for line in range(of.spans[0].first, of.spans[-1].last)),
    )


def lists_of(document: Document, outline: Outline, evidence: Evidence) -> Iterator[PaperList]:
    """Yield every list that holds papers; of nested lists, the outermost items that are one paper each."""
    items = items_of(document)
    children: dict[int, list[int]] = {}
    for number, item in enumerate(items):
        if item.parent is not None:
            children.setdefault(item.parent, []).append(number)
    graded: dict[int, Listed] = {}
    for number in range(len(items) - 1, -1, -1):
        graded[number] = listed_item(
            document, evidence, items, number, [graded[child] for child in children.get(number, ())]
        )
    lists: dict[int, list[int]] = {}
    for number, item in enumerate(items):
        lists.setdefault(item.list_number, []).append(number)
    inside: set[int] = set()
    most = _are_most_papers([[graded[number] for number in numbers] for numbers in lists.values()])
    for numbers in lists.values():
        if numbers[0] in inside:
            inside.update(child for number in numbers for child in children.get(number, ()))
            continue
        above = outline.over(items[numbers[0]].first)
        of_papers = bool(above) and normal(above[0].text) in TITLE
        papers = _papers([graded[number] for number in numbers], most=most, of_papers=of_papers)
        taken = {id(listed) for listed in papers}
        inside.update(child for number in numbers if id(graded[number]) in taken for child in children.get(number, ()))
        if papers:
            day = _day_of_parents(document, items, items[numbers[0]])
            spans = tuple(_span(document, listed, day) for listed in papers)
            certain = len({listed.paper for listed in papers if listed.paper}) > 1 or any(map(_is_certain, papers))
            yield PaperList(spans, certain)


def _is_certain(listed: Listed) -> bool:
    """Return True when one item alone is enough: its title is linked, or bold and long."""
    long = listed.headline.emphatic and weight(listed.headline.title) >= LONG_TITLE
    named = listed.grade == 3 and weight(listed.headline.title) >= _NAME_ONLY
    return named or (listed.grade == 2 and long)


def _are_most_papers(lists: list[list[Listed]]) -> bool:
    """Return True when nearly all items of the lists with papers are papers, so that the few without a link are too."""
    holding = [listed for listed in lists if any(entry.grade >= 2 for entry in listed)]
    papers = sum(entry.grade >= 2 for listed in holding for entry in listed)
    return papers > 1 and papers * 4 >= sum(map(len, holding)) * 3


def _papers(listed: list[Listed], *, most: bool, of_papers: bool) -> list[Listed]:
    """Return the papers of a list: where most of its items are papers, those of the same form are too."""
    evident = [entry for entry in listed if entry.grade >= 2]
    if not evident or len(evident) * 2 < len(listed):
        # A linked title is a paper in any list; of a mixed list nothing else is.
        return [entry for entry in listed if entry.grade == 3 and entry.opens]
    most = most or (len(evident) > 1 and len(evident) * 4 >= len(listed) * 3)
    emphatic = sum(entry.headline.emphatic for entry in evident) * 2 > len(evident)
    return [
        entry
        for entry in listed
        if entry.grade >= 2
        or (most and entry.short)
        or (
            entry.grade == 1
            and emphatic
            and entry.headline.emphatic
            and ((most and not entry.headline.link) or of_papers)
        )
    ]


def _day_of_parents(document: Document, items: tuple[Item, ...], item: Item) -> PartialDate:
    """Return the date of the item that a list is nested in, where it says one."""
    while item.parent is not None:
        item = items[item.parent]
        if day := date_of_heading(markdown_of(MARKER.sub("", document.lines[item.first])).strip("* ")):
            return day
    return NOTHING


def _span(document: Document, listed: Listed, around: PartialDate) -> PaperSpan:
    item = listed.item
    last = item.last
    while last > item.first + 1 and not document.lines[last - 1].strip():
        last -= 1
    first = MARKER.sub("", document.lines[item.first])
    date = _LEAD_DATE.match(first)
    headline = listed.headline
    return PaperSpan(
        item.first,
        last,
        headline.title,
        "list item",
        headline.link,
        listed.paper,
        title_is_whole=False,
        authors=_authors_behind(first, headline.title),
        day=partial_date(date[1]) if date else around,
    )


def _authors_behind(line: str, title: str) -> tuple[str, ...]:
    """Return the names behind a title on its line, where they say of themselves that others were left out."""
    names = _AUTHORS_BEHIND.match(line.partition(title)[2])
    return author_names(names["names"]) if names else ()
