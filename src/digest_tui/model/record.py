"""A paper as JSON: the object printed wherever a paper is printed as JSON."""

from collections.abc import Sequence
from datetime import date

from digest_tui.model.entry import Entry
from digest_tui.model.links import alphaxiv_url, arxiv_url, pdf_url
from digest_tui.model.paper import Paper
from digest_tui.model.state import PaperState, Status

Record = dict[str, object]
RECORD_KEYS = frozenset(
    """
    key arxiv_id arxiv_version title date url arxiv_url alphaxiv_url pdf_url votes authors sections leads images videos
    links source path line position new read starred later skipped tags note also_on
    """.split()  # noqa: SIM905 - words are read more easily than literals
)
"""The keys of a paper's object, by which a file of such objects is known."""


def paper_url(paper: Paper) -> str | None:
    """Return the heading's link as written, else the paper's arXiv link, else its Hugging Face link."""
    return paper.link or (arxiv_url(paper.arxiv) if paper.arxiv else paper.huggingface_url)


def paper_alphaxiv_url(paper: Paper, language: str) -> str | None:
    """Return the digest's own Alphaxiv link, else one built from the id; None without an id."""
    return paper.alphaxiv_url or (alphaxiv_url(paper.arxiv, language) if paper.arxiv else None)


def paper_record(entry: Entry, state: PaperState, also_on: Sequence[date], language: str) -> Record:
    """Return the JSON object of a paper: absent values are None, absent lists are empty.

    A paper that no digest has any more has no path, line or position.
    """
    paper = entry.paper
    return {
        "key": entry.key,
        "arxiv_id": paper.arxiv.id if paper.arxiv else None,
        "arxiv_version": paper.arxiv.version if paper.arxiv else None,
        "title": paper.title,
        "date": entry.date.isoformat() if entry.date else None,
        "url": paper_url(paper),
        "arxiv_url": arxiv_url(paper.arxiv) if paper.arxiv else None,
        "alphaxiv_url": paper_alphaxiv_url(paper, language),
        "pdf_url": pdf_url(paper.arxiv) if paper.arxiv else None,
        "votes": paper.votes,
        "authors": list(paper.authors),
        "sections": [section.title for section in paper.sections],
        "leads": [lead.title for lead in paper.leads],
        "images": list(paper.images),
        "videos": list(paper.videos),
        "links": list(paper.links),
        "source": entry.digest.source,
        "path": None if entry.is_gone else entry.digest.path,
        "line": None if entry.is_gone else paper.line,
        "position": None if entry.is_gone else paper.position,
        "new": state.is_new,
        "read": state.status is Status.READ,
        "starred": state.starred,
        "later": state.status is Status.LATER,
        "skipped": state.status is Status.SKIPPED,
        "tags": list(state.tags),
        "note": state.note or None,
        "also_on": [day.isoformat() for day in also_on],
    }


def text_record(entry: Entry) -> Record:
    """Return the further fields of that object with what a paper says: the author's lines, and its facets.

    A facet that the paper lacks is absent; a paper that no digest has any more says nothing.
    """
    from digest_tui.model.facet_parts import facet_texts  # noqa: PLC0415 - most lists are printed without text

    texts = {facet.value: text for facet, text in facet_texts(entry).items()}
    return {"markdown": None if entry.is_gone else entry.markdown, "facets": texts}
