"""What a reference says of a paper, whichever the format that it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple
from urllib.parse import unquote

from digest_tui.errors import LinkError
from digest_tui.exporters.exported import Exported
from digest_tui.markup.tex import unicode_tex
from digest_tui.model.cite_key import paper_year
from digest_tui.model.links import arxiv_doi, arxiv_url, safe_link
from digest_tui.model.person_names import PersonName, person_name
from digest_tui.model.record import paper_url
from digest_tui.model.typed_ids import MAX_PASTED, keys_meant
from digest_tui.patterns import pattern
from digest_tui.text import sanitize

_MAY_BE_ID = pattern(
    r"(?i)arxiv|\b10\.[0-9]{4}|://|\.[a-z]{2,}/|\A\s*(?:[0-9]{4}\.[0-9]{4,5}|[a-z.-]+/[0-9]{7})(?:v[0-9]+)?\s*\Z"
)
_IN_JOURNAL = pattern(r"(?i)\s*arxiv\s+(?:preprint|e-print)s?[\s:,]+")
"""How a journal is named that is none: `arXiv preprint arXiv:2512.07951`."""


class Kind(Enum):
    """What kind of work a paper is, as far as a digest tells."""

    PREPRINT = "preprint"
    """On arXiv."""
    WORK = "work"
    """With a DOI, or with nothing but a title."""
    PAGE = "page"
    """Known by its address alone."""


class Reference(NamedTuple):
    """The fields of a reference; what is not known is empty."""

    kind: Kind
    title: str
    """Its title in one line, with TeX as Unicode where that says exactly the same."""
    names: tuple[PersonName, ...]
    year: str
    number: str
    """The number in the archive, as in `arXiv:2512.07951`."""
    doi: str
    url: str
    tags: tuple[str, ...]
    note: str


def reference(exported: Exported) -> Reference:
    """Return what a reference says of a paper."""
    paper = exported.entry.paper
    url = _url(exported)
    kind = Kind.PREPRINT if paper.arxiv else Kind.PAGE if url and not paper.doi else Kind.WORK
    return Reference(
        kind,
        unicode_tex(folded(paper.title)),
        tuple(person_name(name) for author in paper.authors if (name := folded(author))),
        paper_year(exported.entry),
        f"arXiv:{paper.arxiv.id}" if paper.arxiv else "",
        doi_of(exported),
        url,
        tuple(map(folded, exported.state.tags)),
        sanitize(exported.state.note).strip(),
    )


def _url(exported: Exported) -> str:
    """Return the page of a paper; a link that may not be opened is none: `javascript:`, a file, another digest."""
    paper = exported.entry.paper
    if paper.arxiv:
        return arxiv_url(paper.arxiv)
    try:
        return safe_link(paper_url(paper) or "")
    except LinkError:
        return ""


def doi_of(exported: Exported) -> str:
    """Return the DOI of a paper; every one on arXiv has one: https://info.arxiv.org/help/doi.html."""
    paper = exported.entry.paper
    # A digest has it within an address.
    return arxiv_doi(paper.arxiv) if paper.arxiv else folded(unquote(paper.doi or ""))


def folded(text: str) -> str:
    """Return a text as one line that acts nowhere."""
    return " ".join(sanitize(text).split())


def ids_named(values: Iterable[str]) -> frozenset[str]:
    """Return the keys of the papers that fields of an entry may name, however their ids are spelled."""
    return frozenset(key for value in values for key in _named(value))


def _named(value: str) -> Iterator[str]:
    if len(value) <= MAX_PASTED and _MAY_BE_ID.search(value):
        yield from keys_meant(_IN_JOURNAL.sub("", value, count=1))
