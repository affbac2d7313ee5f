"""From the lines of one paper to its fields, whatever shape it has."""

import re

from digest_tui.formats.shapes.unit import Unit
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.fields import author_names, holds_all_of, read_votes
from digest_tui.formats.words.identifiers import (
    arxiv_from_url,
    doi_from_url,
    is_alphaxiv_of,
    is_huggingface_paper,
    version_in,
)
from digest_tui.formats.words.inline_html import markdown_of, title_text
from digest_tui.formats.words.labels import AUTHORS, COLON, field_of, normal
from digest_tui.formats.words.leads import read_lead
from digest_tui.formats.words.letters import letters, weight
from digest_tui.formats.words.links import find_links
from digest_tui.formats.words.votes import votes_in, without_votes
from digest_tui.model import ArxivId, Lead, Paper, Section
from digest_tui.text import MAX_LINE, one_line

_ID = re.compile(r"arxiv:(?P<id>.+)")
_MAX_LINE = 20_000
"""Characters of a line in which names are looked for."""
_MAX_FIELD = 200
"""Characters of a line that may be votes: longer ones are prose."""
_MARKS = re.compile(r"^[\s>]*(?:[-*+•]\s+)?")
_LABELLED = re.compile(
    r"(?:[^\w\s*_\[\]<>`|]{1,6}+\s?)?+(?P<mark>\*\*|__|\*|_)?[^\w\s*_]*\s*(?P<label>\w[^:：*|\n]{0,30}?)\s*"
    rf"{COLON}(?P<rest>.*)"
)
_BOLD_LABEL = re.compile(r"\*\*(?P<label>[^*\n]{2,24})\*\*\s+(?P<rest>\S.*)")
_NEXT_FIELD = re.compile(r"\s*[|｜]\s*|\s·\s(?=\*\*|\[)|\s+(?=\*\*[^*]{2,24}[:：])|<br", re.IGNORECASE)
_ITALIC = re.compile(
    r"\s*(?:[-*+]\s+)?[^\w\s]*\s*(?P<mark>\*|_)(?![*_\s])(?P<names>[^*_\n]{3,2000})(?P=mark)\s*(?:[|·—].*)?"
)
_BEHIND_TITLE = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3})[^*_]{6,400}(?P=mark)\s*\((?P<names>[^()]*(?:\([^()]*\)[^()]*)*)\)"
)
_NAME = re.compile(r"[^\W\d_][\w.'’\-]*\.?(?:\s+[^\W\d_][\w.'’\-]*\.?){1,4}")
_PEOPLE = re.compile(
    r"(?:^[\s>*-]*|[|·]\s*)(?:👤|👥|✍\ufe0f?|🧑\S{0,4}|👨\S{0,4}|👩\S{0,4})\s+(?P<names>[^:：|·]{2,2000})(?=$|[|·])"
)
_ROW = re.compile(r"\s*\|\s*(?P<label>[^|]{1,40}?)\s*\|\s*(?P<value>[^|]*[^|\s])\s*\|\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_MAX_LABEL = 14
"""Letters of a line of authors beside their names."""
_TAGS_ONLY = re.compile(r"\s*(?:</?(?:details|div|center|br|p)\b[^<>]*>\s*)+", re.IGNORECASE)
_VOTES_ONLY = re.compile(r"[^\w\n]*(?:[^\W\d]+\W{1,4})?[0-9][0-9,]*\W*")
_LONGEST_NAME = 8
"""Letters of Hangul, Kana or Han in a name."""
_NEAR = 4
"""Lines below a title in which unlabelled authors are looked for."""


def paper_of(document: Document, evidence: Evidence, unit: Unit, position: int) -> Paper:
    """The paper that a unit is."""
    text = unit.own_text or "\n".join(document.lines[unit.first : unit.last])
    found = find_links(text)
    link = unit.link
    arxiv = _arxiv(unit, found.links, text)
    alphaxiv = next(
        (url for url in ([link] if link else []) + list(found.links) if arxiv and is_alphaxiv_of(url, arxiv)), None
    )
    votes, authors, leads, meta = _fields(document, unit)
    return Paper(
        title=unit.title or _fallback_title(document, unit),
        first=unit.first,
        last=unit.last,
        position=position,
        link=link,
        arxiv=arxiv,
        doi=unit.paper.removeprefix("doi:") if unit.paper and unit.paper.startswith("doi:") else _doi(link),
        huggingface_url=_huggingface(found.links, arxiv),
        alphaxiv_url=alphaxiv,
        votes=votes,
        authors=authors,
        sections=tuple(Section(one_line(title_text(h.text)), h.level, h.line + 1) for h in unit.sections),
        leads=leads,
        images=found.images,
        videos=found.videos,
        links=tuple(url for url in found.links if url not in (link, alphaxiv)),
        meta=meta,
        date=unit.listed.first if unit.listed else None,
        named=unit.named,
        excerpt=unit.excerpt,
        period=unit.listed.period if unit.listed else "day",
    )


def _fields(document: Document, unit: Unit) -> tuple[int | None, tuple[str, ...], tuple[Lead, ...], tuple[int, ...]]:
    verbatim = document.blocks.verbatim
    votes = unit.votes
    authors = unit.authors
    leads = []
    whole = len(unit.title) < MAX_LINE and (unit.title_is_whole or _is_title_alone(document.lines[unit.first], unit))
    meta = [unit.first] if whole else []
    for number in range(unit.first, unit.last if unit.own_text is None else unit.first):
        line = document.lines[number]
        if not line or number in verbatim:
            continue
        if (row := _ROW.match(line)) and field_of(row["label"]):
            # A row of a table that holds one paper: its field and what it says.
            line = f"{row['label'].strip('* ')}: {row['value']}"
        if number > unit.first and (lead := read_lead(line)) and normal(lead) not in AUTHORS:
            leads.append(Lead(lead, number + 1))
        if (len(line) <= _MAX_FIELD and _TAGS_ONLY.fullmatch(line)) or (
            number == unit.named and unit.title in title_text(line)
        ):
            meta.append(number)
        if votes is None and len(line) <= _MAX_FIELD and (count := votes_in(line)) is not None:
            votes = count
            if number > unit.first and (read_votes(line)[0] or _VOTES_ONLY.fullmatch(line)):
                meta.append(number)
        if not authors and number > unit.first and (names := _authors(line, number - unit.first)):
            authors = names
            if holds_all_of(names) and _says_only(line, names):
                meta.append(number)
    return votes, authors, tuple(leads), tuple(sorted(set(meta)))


def _is_title_alone(line: str, unit: Unit) -> bool:
    """Whether a line says nothing but the title, votes, and links that the fields hold."""
    text = line
    for anchor in reversed(anchors(line)):
        if anchor.paper or anchor.url == unit.link:
            text = f"{text[: anchor.start]}{anchor.label if anchor.says is Says.TITLE else ''}{text[anchor.end :]}"
    text = title_text(text)
    rest = without_votes(text.replace(unit.title, "", 1).strip(" *_-–—|()[]"))
    return unit.title in text and not _LETTER.search(rest)


def _says_only(line: str, names: tuple[str, ...]) -> bool:
    """Whether a line holds these names and hardly anything else, such as the label before them."""
    rest = line
    for name in names:
        rest = rest.replace(name, "", 1)
    return len(_LETTER.findall(rest)) <= _MAX_LABEL


def _authors(line: str, distance: int) -> tuple[str, ...]:
    line = line[:_MAX_LINE].rstrip("\\ ")
    text = " ".join(_MARKS.sub("", markdown_of(line) if "<" in line else line).split("\n")[0].split())
    match = _LABELLED.match(text)
    if match and field_of(match["label"]) in AUTHORS:
        return author_names(_NEXT_FIELD.split(match["rest"].lstrip(":： "))[0])
    if (bold := _BOLD_LABEL.match(text)) and field_of(bold["label"]) in AUTHORS:
        return author_names(_NEXT_FIELD.split(bold["rest"])[0])
    if people := _PEOPLE.search(text):
        return author_names(people["names"])
    if distance <= _NEAR and (behind := _BEHIND_TITLE.fullmatch(text)) and _are_names(behind["names"]):
        return author_names(behind["names"])
    if distance <= _NEAR and (italic := _ITALIC.fullmatch(text)) and _are_names(italic["names"]):
        return author_names(italic["names"])
    return ()


def _are_names(text: str) -> bool:
    names = [name.strip() for name in author_names(text)]
    return (
        bool(names)
        and sum(bool(_NAME.fullmatch(name)) for name in names) * 3 >= len(names) * 2
        and not text.rstrip().endswith("。")
        and all(weight(name) - letters(name) <= _LONGEST_NAME for name in names)
    )


def _arxiv(unit: Unit, links: tuple[str, ...], text: str) -> ArxivId | None:
    match = _ID.match(unit.paper or "")
    if not match:
        return None
    urls = ([unit.link] if unit.link else []) + list(links)
    same = (arxiv for url in urls if (arxiv := arxiv_from_url(url)) and arxiv.id == match["id"])
    versioned = next((arxiv for arxiv in same if arxiv.version is not None), None)
    return versioned or ArxivId(match["id"], version_in(text, match["id"]) or unit.version)


def _doi(link: str | None) -> str | None:
    return doi_from_url(link) if link else None


def _huggingface(links: tuple[str, ...], arxiv: ArxivId | None) -> str | None:
    urls = (url for url in links if is_huggingface_paper(url))
    return next((url for url in urls if arxiv and (other := arxiv_from_url(url)) and other.id == arxiv.id), None)


def _fallback_title(document: Document, unit: Unit) -> str:
    return one_line(document.lines[unit.first].strip("#*- \t")) or unit.paper or "…"
