"""One list item: its title, the paper it is about, and how sure that is."""

import re
from dataclasses import dataclass

from digest_tui.formats.shapes.page_links import page_of
from digest_tui.formats.structure.blocks import Item
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.items import is_html_item
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.identifiers import arxiv_beside_title, arxiv_from_text
from digest_tui.formats.words.inline_html import markdown_of
from digest_tui.formats.words.labels import LINKS, TITLE, is_part
from digest_tui.formats.words.letters import weight
from digest_tui.formats.words.titles import Headline, is_sentence, read_item

MARKER = re.compile(r"\A[ \t>]*(?:[-*+•]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
"""The marker that opens a list item."""
_STOPS_HEAD = re.compile(r"\s*(?:$|<details|```|~~~|>|(?:[-*+•]|[0-9]{1,9}[.)])[ \t])", re.IGNORECASE)
_MAX_HEAD = 4
"""Lines of an item in which its title is looked for."""
_MAX_BROKEN = 8
"""Lines over which a bold or linked title may run."""
_DESCRIPTION = re.compile(r"[ \t]*(?:[-–—:：|.。(（·]|\n)")
"""The mark between a title and what is said of it."""
_FEW_LETTERS = 5
_CITATION_LETTERS = 12
"""Letters between two linked titles that make a sentence of them."""
LONG_TITLE = 16
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
    """True when its linked title opens the item, behind a tag, a time or a label at most."""
    short: bool = False
    """True when a link to a paper stands beside a title too short, or too much like a label, to be one by itself."""


def listed_item(
    document: Document, evidence: Evidence, items: tuple[Item, ...], number: int, nested: list[Listed]
) -> Listed:
    """Read a list item: what its lines, and the items nested in it, say about which paper it is."""
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
        is_sentence(headline.title) or (weight(headline.title) < LONG_TITLE and not described)
    )
    if prose and paper and plain and not is_sentence(headline.title):
        return Listed(item, headline, 0, paper, short=True)
    if paper is None or prose:
        return Listed(item, headline, 1 if paper is None and not prose else 0, paper)
    return Listed(item, headline, 2, paper)


def _below(evidence: Evidence, item: Item, start: int, nested: list[Listed]) -> list[str]:
    """Return the papers that the lines below an item's title name, those of nested papers left out."""
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
    """Return the first paragraph of an item: a bold or linked title may run over its line."""
    first = document.lines[item.first]
    if is_html_item(first):
        return "\n".join(line.strip() for line in document.lines[item.first : item.last])
    head = MARKER.sub("", first)
    closed = _closed(document, item, head)
    for number in range(item.first + 1, last if closed is None else closed):
        head = f"{head.rstrip()} {document.lines[number].strip()}"
    rest = " ".join(document.lines[number].strip() for number in range(item.first + 1, last))
    head = document.with_notes(head)
    return head if anchors(markdown_of(head)) or not rest else f"{head}\n{document.resolved(rest)}"


def _closed(document: Document, item: Item, head: str) -> int | None:
    """Return the index after the line that ends the bold or linked text an item opens with; None without an end."""
    last = min(item.last, item.first + _MAX_BROKEN)
    for number in range(item.first + 1, last + 1):
        if head.count("**") % 2 == 0 and head.count("[") <= head.count("]"):
            return number
        if number == last or _STOPS_HEAD.match(document.lines[number]):
            break
        head = f"{head} {document.lines[number]}"
    return None


def _linked_title(head: str, headline: Headline) -> bool:
    """Return True when it is the title that leads to the paper, not a link in the text behind it."""
    text = markdown_of(head)
    return any(
        # In Korean and Japanese a particle follows a name in a sentence: `[SDEdit](…)보다`.
        anchor.url == headline.link and anchor.says is Says.TITLE and not text[anchor.end : anchor.end + 1].isalpha()
        for anchor in anchors(text)[:2]
    )


def _opens(head: str) -> bool:
    """Return True unless the first link of an item stands in the middle of a sentence."""
    text = markdown_of(MARKER.sub("", head))
    before = next((text[: anchor.start] for anchor in anchors(text) if anchor.says is Says.TITLE), "")
    return weight(before) < _FEW_LETTERS or before.rstrip(" *_").endswith((":", "：", "-", "–", "—", "|", ")", "]"))


def _is_citation(head: str) -> bool:
    """Return True when several titles are linked in a sentence, rather than one title and what is said of it."""
    text = markdown_of(head)
    titles = [anchor for anchor in anchors(text) if anchor.says is Says.TITLE and anchor.paper]
    if len({anchor.paper for anchor in titles}) < 2:
        return False
    between = text[titles[0].end : titles[1].start]
    if _DESCRIPTION.match(between) and weight(between) >= _FEW_LETTERS:
        return False
    return weight(between) < _CITATION_LETTERS or text[: titles[0].start].strip() != ""
