"""The targets of the keys for links, and the texts they copy: from a validated id, or past the rule for links.

What cannot be opened raises LinkError with the sentence that says why.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import NamedTuple

from digest_tui.errors import LinkError
from digest_tui.library import Library
from digest_tui.model import Entry
from digest_tui.model.links import arxiv_url, pdf_url, safe_link
from digest_tui.model.record import paper_alphaxiv_url, paper_url
from digest_tui.session.page import shown_host

LETTERS = string.ascii_lowercase + string.ascii_uppercase
LinkOf = Callable[[Entry, Library], str]
"""The link of a paper that a key opens."""


class LinkRow(NamedTuple):
    """A link as the picker shows it."""

    key: str
    kind: str
    """`link`, `picture` or `video`."""
    host: str
    """The real host, or why the link cannot be opened."""
    url: str
    passed_over: bool = False


def arxiv(entry: Entry, library: Library) -> str:
    """Return the page of the paper on arXiv, else the link in its heading."""
    if entry.paper.arxiv:
        return safe_link(arxiv_url(entry.paper.arxiv))
    if url := paper_url(entry.paper):
        return safe_link(url)
    raise LinkError("This paper has neither an arXiv id nor a link in its heading.")


def alphaxiv(entry: Entry, library: Library) -> str:
    """Return the page of the paper on Alphaxiv."""
    if url := paper_alphaxiv_url(entry.paper, library.language):
        return safe_link(url)
    raise LinkError("This paper has no arXiv id, so there is no Alphaxiv page for it.")


def pdf(entry: Entry, library: Library) -> str:
    """Return the PDF of the paper on arXiv."""
    if entry.paper.arxiv:
        return safe_link(pdf_url(entry.paper.arxiv))
    raise LinkError("This paper has no arXiv id, so there is no PDF to open.")


def others(entry: Entry) -> list[LinkRow]:
    """Return all other links of a paper: videos, pictures, those in its text, and its heading's if it is on arXiv."""
    paper = entry.paper
    found = [("video", url) for url in paper.videos]
    found += [("picture", url) for url in paper.images]
    found += [("link", url) for url in paper.links]
    if paper.arxiv and paper.link and paper.link != arxiv_url(paper.arxiv):
        found.append(("heading", paper.link))
    if not found:
        raise LinkError("This paper has no other links.")
    letters = [*LETTERS, *[""] * len(found)]
    return [LinkRow(letter, kind, shown_host(url), url) for letter, (kind, url) in zip(letters, found, strict=False)]


def address(entry: Entry) -> str:
    """Return the address of a paper, to copy; empty without one."""
    paper = entry.paper
    return arxiv_url(paper.arxiv) if paper.arxiv else paper_url(paper) or ""


def arxiv_id(entry: Entry) -> str:
    """Return the arXiv id of a paper without its version, to copy; empty without one."""
    arxiv = entry.paper.arxiv
    return arxiv.id if arxiv else ""


def markdown_link(entry: Entry) -> str:
    """Return the title of a paper as a link to its address, to copy; the title alone without one."""
    title = entry.paper.title.replace("[", r"\[").replace("]", r"\]")
    return f"[{title}]({address(entry)})" if address(entry) else title
