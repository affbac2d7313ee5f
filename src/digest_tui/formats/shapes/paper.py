"""From the lines of one paper to its fields, for every format and every shape."""

import re
from dataclasses import dataclass

from digest_tui.formats.shapes.paper_parts import parts_of
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.author_lines import authors_in, names_only
from digest_tui.formats.words.fields import holds_all_of, read_alphaxiv_line, read_votes
from digest_tui.formats.words.identifiers import (
    arxiv_from_url,
    doi_from_url,
    is_alphaxiv_of,
    is_huggingface_paper,
    version_in,
)
from digest_tui.formats.words.inline_html import title_text
from digest_tui.formats.words.labels import field_of
from digest_tui.formats.words.links import find_links
from digest_tui.formats.words.votes import votes_in, without_votes
from digest_tui.model import ArxivId, Paper
from digest_tui.text import MAX_LINE, one_line

_ID = re.compile(r"arxiv:(?P<id>.+)")
_MAX_FIELD = 200
"""Characters of a line that may be votes: longer ones are prose."""
_ROW = re.compile(r"\s*\|\s*(?P<label>[^|]{1,40}?)\s*\|\s*(?P<value>[^|]*[^|\s])\s*\|\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_MAY_BE_VOTES = re.compile("[0-9]|[Vv][Oo][Tt][Ee]")
_TAGS_ONLY = re.compile(r"\s*(?:</?(?:details|div|center|br|p)\b[^<>]*>\s*)+", re.IGNORECASE)
_VOTES_ONLY = re.compile(r"[^\w\n]*(?:[^\W\d]+\W{1,4})?[0-9][0-9,]*\W*")


def paper_of(document: Document, span: PaperSpan, position: int) -> Paper:
    """Read the paper that a span is; the same lines say the same in every format."""
    text = span.own_text or "\n".join(document.lines[span.first : span.last])
    found = find_links(text)
    link = span.link
    arxiv = _arxiv(span, found.links, text)
    alphaxiv = next(
        (url for url in ([link] if link else []) + list(found.links) if arxiv and is_alphaxiv_of(url, arxiv)), None
    )
    fields = _fields(document, span, alphaxiv)
    parts = parts_of(document, span)
    return Paper(
        title=span.title or _fallback_title(document, span),
        first=span.first,
        last=span.last,
        position=position,
        link=link,
        arxiv=arxiv,
        doi=span.paper.removeprefix("doi:") if span.paper and span.paper.startswith("doi:") else _doi(link),
        huggingface_url=_huggingface(link, found.links, arxiv),
        alphaxiv_url=alphaxiv,
        votes=fields.votes,
        authors=fields.authors,
        sections=parts.sections,
        leads=parts.leads,
        images=found.images,
        videos=found.videos,
        links=tuple(url for url in found.links if url not in (link, alphaxiv)),
        meta=fields.meta,
        date=span.listed.first if span.listed else None,
        named=span.named,
        excerpt=span.excerpt,
        period=span.listed.period if span.listed else "day",
    )


@dataclass(slots=True)
class _Fields:
    votes: int | None
    authors: tuple[str, ...]
    meta: tuple[int, ...] = ()


def _fields(document: Document, span: PaperSpan, alphaxiv: str | None) -> _Fields:
    """Read what stands on lines of its own; of votes and authors the first line counts."""
    verbatim = document.blocks.verbatim
    found = _Fields(span.votes, span.authors)
    no_votes = False
    whole = len(span.title) < MAX_LINE and (span.title_is_whole or _is_title_alone(document.lines[span.first], span))
    meta = {span.first} if whole else set()
    for number in range(span.first, span.last if span.own_text is None else span.first):
        line = document.lines[number]
        if not line or number in verbatim:
            continue
        if line.lstrip().startswith("|") and (row := _ROW.match(line)) and field_of(row["label"]):
            # A row of a table that holds one paper: its field and what it says.
            line = f"{row['label'].strip('* ')}: {row['value']}"
        below = number > span.first
        if number == span.named and span.title in title_text(line):
            meta.add(number)
        if below and alphaxiv and read_alphaxiv_line(line) == alphaxiv:
            meta.add(number)
        if len(line) <= _MAX_FIELD:
            if "<" in line and _TAGS_ONLY.fullmatch(line):
                meta.add(number)
            if found.votes is None and not no_votes and _MAY_BE_VOTES.search(line):
                no_votes, found.votes = _votes(line)
                if below and (no_votes or (found.votes is not None and _VOTES_ONLY.fullmatch(line))):
                    meta.add(number)
        if below and not found.authors and (names := authors_in(line, number - span.first)) is not None:
            found.authors = names
            if holds_all_of(names) and names_only(line, names):
                meta.add(number)
    found.meta = tuple(sorted(meta))
    return found


def _votes(line: str) -> tuple[bool, int | None]:
    """Tell whether a line says nothing but votes, and return how many: None where it says `Vote: -`."""
    is_line, votes = read_votes(line)
    return is_line, votes if is_line else votes_in(line)


def _is_title_alone(line: str, span: PaperSpan) -> bool:
    """Return True when a line says nothing but the title, votes, and links that the fields hold."""
    text = line
    for anchor in reversed(anchors(line)):
        if anchor.paper or anchor.url == span.link:
            text = f"{text[: anchor.start]}{anchor.label if anchor.says is Says.TITLE else ''}{text[anchor.end :]}"
    text = title_text(text)
    rest = without_votes(text.replace(span.title, "", 1).strip(" *_-–—|()[]"))
    return span.title in text and not _LETTER.search(rest)


def _arxiv(span: PaperSpan, links: tuple[str, ...], text: str) -> ArxivId | None:
    match = _ID.match(span.paper or "")
    if not match:
        return None
    urls = ([span.link] if span.link else []) + list(links)
    same = (arxiv for url in urls if match["id"] in url and (arxiv := arxiv_from_url(url)) and arxiv.id == match["id"])
    versioned = next((arxiv for arxiv in same if arxiv.version is not None), None)
    return versioned or ArxivId(match["id"], version_in(text, match["id"]) or span.version)


def _doi(link: str | None) -> str | None:
    return doi_from_url(link) if link else None


def _huggingface(link: str | None, links: tuple[str, ...], arxiv: ArxivId | None) -> str | None:
    if link and is_huggingface_paper(link):
        return link
    urls = (url for url in links if is_huggingface_paper(url))
    return next((url for url in urls if arxiv and (other := arxiv_from_url(url)) and other.id == arxiv.id), None)


def _fallback_title(document: Document, span: PaperSpan) -> str:
    return one_line(document.lines[span.first].strip("#*- \t")) or span.paper or "…"
