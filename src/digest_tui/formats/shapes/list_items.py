"""Papers that are one list item each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest_tui.formats.shapes.unit import Unit
from digest_tui.formats.structure.blocks import Item
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.items import is_html_item, items_of
from digest_tui.formats.structure.outline import Outline
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.day_headings import date_of_heading
from digest_tui.formats.words.days import NOTHING, PartialDate, partial_date
from digest_tui.formats.words.fields import author_names
from digest_tui.formats.words.identifiers import arxiv_beside_title, arxiv_from_text
from digest_tui.formats.words.inline_html import markdown_of
from digest_tui.formats.words.labels import LINKS, TITLE, is_part, normal
from digest_tui.formats.words.letters import weight
from digest_tui.formats.words.titles import Headline, is_sentence, page_of, read_item

NAME = "list"
_MARKER = re.compile(r"\A[ \t>]*(?:[-*+•]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_STOPS_HEAD = re.compile(r"\s*(?:$|<details|```|~~~|>|(?:[-*+•]|[0-9]{1,9}[.)])[ \t])", re.IGNORECASE)
_LEAD_DATE = re.compile(r"\A\s*[`(\[【]?\*{0,2}\[?((?:19|20)[0-9]{2}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?)")
_AUTHORS_BEHIND = re.compile(r"[\s*_,.|–—-]*(?P<names>[^\[\]()*|:]{2,200}?\s(?:et\.?\s?al\b|等|외)\.?)")
_MAX_HEAD = 4
"""Lines of an item in which its title is looked for."""
_MAX_BROKEN = 8
"""Lines over which a bold or linked title may run."""
_DESCRIPTION = re.compile(r"[ \t]*(?:[-–—:：|.。(（·]|\n)")
"""What comes between a title and what is said of it."""
_FEW_LETTERS = 5
_CITATION_LETTERS = 12
"""Letters between two linked titles that make a sentence of them."""
_NAME_ONLY = 8
"""Letters of a linked title that is more than the name of something a note speaks of."""
_LONG_TITLE = 16
"""Letters of a title without link or bold that is not taken for a label."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list item that may be a paper."""

    item: Item
    headline: Headline
    grade: int
    """3: its title leads to a paper. 2: a title and, beside it, a link to a paper. 1: a title. 0: no title."""
    paper: str | None
    opens: bool = False
    """Whether its linked title opens the item, behind a tag, a time or a label at most."""
    short: bool = False
    """Whether a link to a paper stands beside a title too short, or too much like a label, to be one by itself."""


@dataclass(frozen=True, slots=True)
class PaperList:
    """A list whose items are papers."""

    units: tuple[Unit, ...]
    certain: bool
    """Whether several items, or one linked title, say so."""


def find(document: Document, outline: Outline, evidence: Evidence) -> Iterator[PaperList]:
    """Every list that holds papers; in nested lists the outermost items that are one paper each."""
    items = items_of(document)
    children: dict[int, list[int]] = {}
    for number, item in enumerate(items):
        if item.parent is not None:
            children.setdefault(item.parent, []).append(number)
    graded: dict[int, Listed] = {}
    for number in range(len(items) - 1, -1, -1):
        graded[number] = _listed(
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
            units = tuple(_unit(document, listed, day) for listed in papers)
            certain = len({listed.paper for listed in papers if listed.paper}) > 1 or any(map(_is_certain, papers))
            yield PaperList(units, certain)


def _is_certain(listed: Listed) -> bool:
    """Whether one item alone is enough: its title is linked, or bold and long."""
    long = listed.headline.emphatic and weight(listed.headline.title) >= _LONG_TITLE
    named = listed.grade == 3 and weight(listed.headline.title) >= _NAME_ONLY
    return named or (listed.grade == 2 and long)


def _are_most_papers(lists: list[list[Listed]]) -> bool:
    """Whether nearly all items of the lists that hold papers are some, so that the few without a link are too."""
    holding = [listed for listed in lists if any(entry.grade >= 2 for entry in listed)]
    papers = sum(entry.grade >= 2 for listed in holding for entry in listed)
    return papers > 1 and papers * 4 >= sum(map(len, holding)) * 3


def _papers(listed: list[Listed], *, most: bool, of_papers: bool) -> list[Listed]:
    """The papers of a list: most of its items must be some, then those of the same form are too."""
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


def _listed(
    document: Document, evidence: Evidence, items: tuple[Item, ...], number: int, nested: list[Listed]
) -> Listed:
    item = items[number]
    if item.parent is not None and items[item.parent].first == item.first:
        # `- - - x` is one line of text, however many lists it opens.
        return Listed(item, Headline(""), 0, None)
    head_last = _head_last(document, item)
    head = _head(document, item, head_last)
    headline = read_item(head)
    own = [evidence.line(line) for line in range(item.first, head_last)]
    said = [paper for line in own for paper in (*line.papers, *line.mentions)]
    is_field = evidence.line(item.first).label in LINKS - TITLE
    if not headline.title or is_field or _is_citation(head):
        return Listed(item, headline, 0, next(iter(said), None))
    if headline.emphatic and headline.paper and _linked_title(head, headline):
        return Listed(item, headline, 3, headline.paper, opens=_opens(head))
    plain = bool(said) and not evidence.line(item.first).label
    if is_part(headline.title):
        return Listed(item, headline, 0, next(iter(said), None), short=plain)
    papers = {entry.paper for entry in nested if entry.grade >= 2 and entry.paper}
    below = _below(evidence, item, head_last, nested)
    paper = headline.paper or next(iter(said), None)
    if paper is None and (arxiv := (arxiv_from_text if headline.emphatic else arxiv_beside_title)(head)):
        paper = f"arxiv:{arxiv.id}"
    paper = paper or (next(iter(below), None) if len(papers) < 2 else None)
    paper = paper or page_of(document.path, headline)
    described = below or any(line.label for line in own[1:])
    prose = not headline.emphatic and (
        is_sentence(headline.title) or (weight(headline.title) < _LONG_TITLE and not described)
    )
    if prose and paper and plain and not is_sentence(headline.title):
        return Listed(item, headline, 0, paper, short=True)
    if paper is None or prose:
        return Listed(item, headline, 1 if paper is None and not prose else 0, paper)
    return Listed(item, headline, 2, paper)


def _below(evidence: Evidence, item: Item, start: int, nested: list[Listed]) -> list[str]:
    """What the lines below an item's title say, those of nested papers left out."""
    skipped = {line for entry in nested if entry.grade >= 2 for line in range(entry.item.first, entry.item.last)}
    lines = [evidence.line(line) for line in range(start, item.last) if line not in skipped]
    papers = [paper for line in lines for paper in line.papers]
    return papers or [paper for line in lines if line.label for paper in line.mentions]


def _head_last(document: Document, item: Item) -> int:
    last = item.first + 1
    while last < min(item.last, item.first + _MAX_HEAD) and not _STOPS_HEAD.match(document.lines[last]):
        last += 1
    return last


def _head(document: Document, item: Item, last: int) -> str:
    """The first paragraph of an item: a bold or linked title may run over its line."""
    first = document.lines[item.first]
    if is_html_item(first):
        return "\n".join(line.strip() for line in document.lines[item.first : item.last])
    head = _MARKER.sub("", first)
    closed = _closed(document, item, head)
    for number in range(item.first + 1, last if closed is None else closed):
        head = f"{head.rstrip()} {document.lines[number].strip()}"
    rest = " ".join(document.lines[number].strip() for number in range(item.first + 1, last))
    head = document.with_notes(head)
    return head if anchors(markdown_of(head)) or not rest else f"{head}\n{document.resolved(rest)}"


def _closed(document: Document, item: Item, head: str) -> int | None:
    """The index after the line on which bold or linked text ends that an item opens with; None where it never does."""
    last = min(item.last, item.first + _MAX_BROKEN)
    for number in range(item.first + 1, last + 1):
        if head.count("**") % 2 == 0 and head.count("[") <= head.count("]"):
            return number
        if number == last or _STOPS_HEAD.match(document.lines[number]):
            break
        head = f"{head} {document.lines[number]}"
    return None


def _linked_title(head: str, headline: Headline) -> bool:
    """Whether it is the title that leads to the paper, not a link in the text behind it."""
    text = markdown_of(head)
    return any(
        # In Korean and Japanese a particle follows a name in a sentence: `[SDEdit](…)보다`.
        anchor.url == headline.link and anchor.says is Says.TITLE and not text[anchor.end : anchor.end + 1].isalpha()
        for anchor in anchors(text)[:2]
    )


def _opens(head: str) -> bool:
    """Whether the first link of an item is not one in the middle of a sentence."""
    text = markdown_of(_MARKER.sub("", head))
    before = next((text[: anchor.start] for anchor in anchors(text) if anchor.says is Says.TITLE), "")
    return weight(before) < _FEW_LETTERS or before.rstrip(" *_").endswith((":", "：", "-", "–", "—", "|", ")", "]"))


def _is_citation(head: str) -> bool:
    """Whether several titles are linked in a sentence, rather than one title and what is said of it."""
    text = markdown_of(head)
    titles = [anchor for anchor in anchors(text) if anchor.says is Says.TITLE and anchor.paper]
    if len({anchor.paper for anchor in titles}) < 2:
        return False
    between = text[titles[0].end : titles[1].start]
    if _DESCRIPTION.match(between) and weight(between) >= _FEW_LETTERS:
        return False
    return weight(between) < _CITATION_LETTERS or text[: titles[0].start].strip() != ""


def _day_of_parents(document: Document, items: tuple[Item, ...], item: Item) -> PartialDate:
    """The date of the item that a list is nested in, where it says one."""
    while item.parent is not None:
        item = items[item.parent]
        if day := date_of_heading(markdown_of(_MARKER.sub("", document.lines[item.first])).strip("* ")):
            return day
    return NOTHING


def _unit(document: Document, listed: Listed, around: PartialDate) -> Unit:
    item = listed.item
    last = item.last
    while last > item.first + 1 and not document.lines[last - 1].strip():
        last -= 1
    first = _MARKER.sub("", document.lines[item.first])
    date = _LEAD_DATE.match(first)
    headline = listed.headline
    return Unit(
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
    """The names behind a title on its line, where they say of themselves that others were left out."""
    names = _AUTHORS_BEHIND.match(line.partition(title)[2])
    return author_names(names["names"]) if names else ()
