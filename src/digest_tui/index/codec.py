"""Digests as bytes and back."""

from __future__ import annotations

from typing import Any

from digest_tui.checked_marshal import dumps, loads
from digest_tui.model import ArxivId, Card, Digest, Lead, Lines, Paper, Problem, Section
from digest_tui.model.card import card_of, date_of, ordinal_of

DigestBytes = bytes


def pack_digest(digest: Digest) -> tuple[Card, DigestBytes]:
    """A digest as its card, whose id is not given yet, and the rest of it as bytes."""
    text = "\n".join(digest.lines) if digest.lines else None
    header = (digest.header.first, digest.header.last)
    outside = tuple((run.first, run.last) for run in digest.outside)
    problems = tuple((problem.code, problem.message, problem.line) for problem in digest.problems)
    papers = tuple(map(_paper_fields, digest.papers))
    fields = (text, digest.format, ordinal_of(digest.date), header, outside, problems, papers, digest.markers)
    return card_of(digest), dumps(fields)


def unpack_digest(card: Card, packed: DigestBytes) -> Digest:
    """A digest from its card and the rest; raises one of `BROKEN` where they are none."""
    text, format_, day, header, outside, problems, papers, markers = loads(packed)
    return Digest(
        path=card.path,
        source=card.source,
        lines=() if text is None else tuple(text.split("\n")),
        format=format_,
        title=card.title,
        date=date_of(day),
        papers=tuple(map(_paper, papers)),
        outside=tuple(Lines(*run) for run in outside),
        header=Lines(*header),
        problems=tuple(Problem(*fields) for fields in problems),
        markers=tuple(markers),
    )


BROKEN = (ValueError, TypeError, EOFError, AttributeError)
"""What reading bytes that were not written by this module may raise."""


def _paper_fields(paper: Paper) -> tuple[Any, ...]:
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
    )


def _paper(fields: tuple[Any, ...]) -> Paper:
    title, first, last, position, link, arxiv, doi, huggingface, alphaxiv, votes = fields[:10]
    authors, sections, leads, images, videos, links, meta, day, named, excerpt = fields[10:]
    return Paper(
        title,
        first,
        last,
        position,
        link,
        arxiv and ArxivId(*arxiv),
        doi,
        huggingface,
        alphaxiv,
        votes,
        authors,
        tuple(Section(*section) for section in sections),
        tuple(Lead(*lead) for lead in leads),
        images,
        videos,
        links,
        meta,
        date_of(day),
        named,
        excerpt,
    )
