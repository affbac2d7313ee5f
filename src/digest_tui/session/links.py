"""The targets of the keys for links, and the texts they copy: from a validated id, or past the rule for links.

What cannot be opened raises LinkError with the sentence that says why.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from typing import NamedTuple

from digest_tui.counts import counted
from digest_tui.errors import LinkError
from digest_tui.library import Library
from digest_tui.model import Entry
from digest_tui.model.links import arxiv_url, pdf_url, safe_link
from digest_tui.model.record import paper_alphaxiv_url, paper_url
from digest_tui.session.facts import shown_host
from digest_tui.text import one_line, sanitize

MAX_COPIED = 100_000
"""Characters of a line that is copied: what a digest writes as a title may be longer than one should be."""
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


class Copied(NamedTuple):
    """Something to copy."""

    text: str
    words: str
    """A few words for it; of one paper the text itself."""


class Kind(NamedTuple):
    """Something that can be copied of a paper."""

    name: tuple[str, str]
    """What it is called of one paper, and of many."""
    text_of: Callable[[Entry, Library], str]
    """Returns it, empty where a paper has none."""


def copied(kind: Kind, entries: Sequence[Entry], library: Library) -> Copied:
    """Return what is copied of papers, in their order; raises LinkError where none of them has it."""
    texts = [text for entry in entries if (text := kind.text_of(entry, library))]
    missing = len(entries) - len(texts)
    if not texts:
        if missing == 1:
            raise LinkError(f"This paper has no {kind.name[0]} to copy.")
        raise LinkError(f"These {counted(missing, 'paper')} have no {kind.name[0]} to copy.")
    words = texts[0].partition("\n")[0] if len(entries) == 1 else counted(len(texts), *kind.name)
    if missing:
        words = f"{words}, {counted(missing, 'paper')} {'has' if missing == 1 else 'have'} none"
    return Copied("\n".join(texts), words)


def copied_bibtex(text: str, papers: int) -> Copied:
    """Return what is copied of papers that were written as BibTeX."""
    clean = sanitize(text).strip("\n")
    return Copied(clean, clean.partition("\n")[0] if papers == 1 else counted(papers, "BibTeX entry", "BibTeX entries"))


def _address(entry: Entry, library: Library) -> str:
    paper = entry.paper
    return one_line(arxiv_url(paper.arxiv) if paper.arxiv else paper_url(paper) or "", MAX_COPIED)


def _arxiv_id(entry: Entry, library: Library) -> str:
    return entry.paper.arxiv.id if entry.paper.arxiv else ""


def _title(entry: Entry, library: Library) -> str:
    return one_line(entry.paper.title, MAX_COPIED)


def _markdown_link(entry: Entry, library: Library) -> str:
    title = _title(entry, library).replace("[", r"\[").replace("]", r"\]")
    address = _address(entry, library)
    return f"[{title}]({address})" if address else title


URL = Kind(("URL", "URLs"), _address)
ARXIV_ID = Kind(("arXiv id", "arXiv ids"), _arxiv_id)
TITLE = Kind(("title", "titles"), _title)
MARKDOWN = Kind(("Markdown link", "Markdown links"), _markdown_link)
