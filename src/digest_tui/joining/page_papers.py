"""The paper that a whole file is about, kept by the index: a list of thousands is joined anew when one page changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.checked_marshal import dumps, loads
from digest_tui.index.codec import BROKEN, pack_paper, unpack_paper
from digest_tui.model import DigestSummary, Paper
from digest_tui.model.keys import paper_keys

if TYPE_CHECKING:
    from digest_tui.index import Index

_KIND = "page"


class PagePaper(NamedTuple):
    """A page as the index keeps it."""

    paper: Paper
    """The paper that the whole of it is about; its lines are those of the file, below its header."""
    keys: tuple[str, ...]
    """The keys that it has by itself; none where no paper was found in the file alone."""
    told: Mapping[int, str]
    """The text of the lines that a field may hold in full, by their number."""
    markers: tuple[int, ...] = ()
    """The lines that git wrote into the file."""


def page_paper(index: Index, summary: DigestSummary) -> PagePaper | None:
    """Return what the page with this summary says; None where its text is not there any more."""
    name = str(summary.id)
    try:
        paper, *others = loads(index.made(_KIND, name) or b"")
        return PagePaper(unpack_paper(paper), *others)
    except BROKEN:
        found = _read(index, summary)
    if found is not None and summary.id > 0:  # others are numbers of this run
        index.keep_made(_KIND, name, dumps((pack_paper(found.paper), *found[1:])))
    return found


def _read(index: Index, summary: DigestSummary) -> PagePaper | None:
    from digest_tui import formats

    digest = index.digest(summary)
    if digest is None:
        return None
    paper = formats.read_page(digest)
    keys = tuple(key for known in digest.papers for key in paper_keys(known, digest.path))
    return PagePaper(paper, keys, {line: digest.lines[line] for line in paper.meta}, digest.markers)
