"""Digests as bytes and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from digest_tui.checked_marshal import dumps, loads
from digest_tui.model import ArxivId, Digest, DigestSummary, Lead, Lines, Neighbour, Paper, Problem, Section
from digest_tui.model.page_lines import LinesWithPages, Load, PageRun
from digest_tui.model.summary import date_of, ordinal_of, summary_of

DigestBytes = bytes


def pack_digest(digest: Digest) -> tuple[DigestSummary, DigestBytes]:
    """Return a digest as its summary, which has no id yet, and the rest of it as bytes."""
    lines = digest.lines
    own, pages = (lines.own, lines.pages) if isinstance(lines, LinesWithPages) else (lines, ())
    text = "\n".join(own) if own else None
    header = (digest.header.first, digest.header.last)
    outside = tuple((run.first, run.last) for run in digest.outside)
    problems = tuple((problem.code, problem.message, problem.line) for problem in digest.problems)
    papers = tuple(map(pack_paper, digest.papers))
    dated = (ordinal_of(digest.date), digest.period)
    neighbours = tuple(
        (found.url, found.link, found.line, ordinal_of(found.day), found.period, found.is_title)
        for found in digest.neighbours
    )
    around = (neighbours, digest.permalink, tuple(map(tuple, pages)), digest.markers)
    fields = (text, digest.format, dated, header, outside, problems, papers, around)
    return summary_of(digest), dumps(fields)


def unpack_digest(summary: DigestSummary, packed: DigestBytes, load: Load) -> Digest:
    """Return a digest from its summary and the rest; raises one of `BROKEN` when the bytes are invalid.

    `load` reads the lines of another digest, one of whose pages belongs to this one.
    """
    text, format_, (day, period), header, outside, problems, papers, around = loads(packed)
    neighbours, permalink, pages, markers = around
    own = () if text is None else tuple(text.split("\n"))
    return Digest(
        path=summary.path,
        source=summary.source,
        lines=LinesWithPages(own, tuple(PageRun(*page) for page in pages), summary.path, load) if pages else own,
        format=format_,
        title=summary.title,
        date=date_of(day),
        papers=tuple(map(unpack_paper, papers)),
        outside=tuple(Lines(*run) for run in outside),
        header=Lines(*header),
        problems=tuple(Problem(*fields) for fields in problems),
        neighbours=_neighbours(neighbours),
        permalink=permalink,
        period=period,
        markers=markers,
    )


def unpack_lines(packed: DigestBytes) -> Sequence[str]:
    """Return only the lines of a digest's own file."""
    text = loads(packed)[0]
    return () if text is None else text.split("\n")


def unpack_neighbours(packed: DigestBytes) -> tuple[Neighbour, ...]:
    """Return only the links of a digest to other files."""
    return _neighbours(loads(packed)[-1][0])


def _neighbours(packed: Any) -> tuple[Neighbour, ...]:
    return tuple(
        Neighbour(url, link, line, date_of(day), period, is_title) for url, link, line, day, period, is_title in packed
    )


BROKEN = (ValueError, TypeError, EOFError, AttributeError)
"""The exceptions that may be raised on reading bytes not written by this module."""


def pack_paper(paper: Paper) -> tuple[Any, ...]:
    """Return a paper as plain values."""
    return (
        paper.title,
        paper.first,
        paper.last,
        paper.position,
        paper.link,
        paper.arxiv and (paper.arxiv.id, paper.arxiv.version),
        paper.doi,
        paper.huggingface_url,
        paper.alphaxiv_url,
        paper.votes,
        paper.authors,
        tuple((section.title, section.level, section.line) for section in paper.sections),
        tuple((lead.title, lead.line) for lead in paper.leads),
        paper.images,
        paper.videos,
        paper.links,
        paper.meta,
        ordinal_of(paper.date),
        paper.named,
        paper.excerpt,
        paper.page and tuple(paper.page),
        paper.further_keys,
        paper.period,
    )


def unpack_paper(fields: tuple[Any, ...]) -> Paper:
    """Return a paper from what `pack_paper` made; raises one of `BROKEN` for anything else."""
    if len(fields) != len(Paper._fields):
        raise ValueError("these are not the fields of a paper")
    values = list(fields)
    arxiv, sections, leads, day, page = (values[place] for place in _WITH_TYPE)
    # Papers are read by the thousand: `tuple.__new__` makes a named tuple in half the time of its own `__new__`.
    new = tuple.__new__
    values[_ARXIV] = arxiv and ArxivId(*arxiv)
    values[_SECTIONS] = tuple([new(Section, section) for section in sections])
    values[_LEADS] = tuple([new(Lead, lead) for lead in leads])
    values[_DATE] = date_of(day)
    values[_PAGE] = page and Lines(*page)
    return new(Paper, values)


_WITH_TYPE = tuple(map(Paper._fields.index, ("arxiv", "sections", "leads", "date", "page")))
"""The places of the fields that are more than plain values."""
_ARXIV, _SECTIONS, _LEADS, _DATE, _PAGE = _WITH_TYPE
