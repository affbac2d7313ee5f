"""The entries of one digest whose titles link to a page, and the pages that the digest may take."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, Protocol

from digest_tui.model import Digest, DigestSummary, Neighbour, Paper
from digest_tui.model.digest import NO_DIGEST_NAMES
from digest_tui.model.summary import UNDATED

_SEVERAL = 2
"""Fewest items with a page each that make a list of papers of a file without any; one row or heading is enough."""
_ITEMS = "list"
"""The format of a file whose papers are items."""
_OF_FOLDERS = ("index", "_index", "about")
"""Names of files that are about what stands beside them."""
_SINGLE = "single page"
"""The format of a file that is about one paper: what it links to beside its title it only mentions."""

Links = Mapping[str, DigestSummary]
"""The files that the links of one lead to, by the links as written."""


class Taken(NamedTuple):
    """The pages that a digest takes."""

    pages: Mapping[int, DigestSummary]
    """The page of an entry, by the entry's position."""
    left_out: frozenset[int] = frozenset()
    """Positions of entries without a date whose pages have one: the pages are the digests."""
    linked: tuple[str, ...] = ()
    """Links that make entries of what has them; then the digest is read again with them, and has these positions."""


class Shelf(Protocol):
    """The index, as far as joining reads digests from it."""

    def digest(self, summary: DigestSummary) -> Digest | None:
        """Read a digest with its text; None where the text is gone."""
        ...

    def neighbours(self, summary: DigestSummary) -> tuple[Neighbour, ...]:
        """Return the links of a digest to other files."""
        ...


def entries_of(shelf: Shelf, summary: DigestSummary, links: Links) -> Taken | None:
    """Return the pages that a file takes, if no other one has them; None where its text is not there to be read."""
    pages = {link: other for link, other in links.items() if _may_be_page(other, summary)}
    if not any(found.is_title and found.link in pages for found in shelf.neighbours(summary)):
        return Taken({})
    digest = shelf.digest(summary)
    if digest is None:
        return None
    linked = _linked(shelf, digest, pages)
    if linked:
        digest = read_again(digest, linked)
    entries = {paper.position: (paper, pages[paper.link]) for paper in digest.papers if paper.link in pages}
    left_out = {position for position, (paper, page) in entries.items() if _takes_no_date(digest, paper, page)}
    shared = _of_several(entries)
    taken = {
        position: page
        for position, (paper, page) in entries.items()
        if position not in left_out and page.digest_id not in shared and not _is_other_paper(paper, page)
    }
    return Taken(taken, frozenset(left_out), linked)


def read_again(digest: Digest, linked: Collection[str]) -> Digest:
    """Read the digest again, with the entries that these links make."""
    from digest_tui import formats

    return formats.read_with_pages(digest, linked)


def _may_be_page(page: DigestSummary, summary: DigestSummary) -> bool:
    """Return True when a file may be about one paper: it holds one, or none and is not about the digest's folder."""
    if not page.is_text:
        return page.entry_count() == 1
    folder, _, name = page.path.rpartition("/")
    is_around = page.source == summary.source and f"{summary.path}/".startswith(f"{folder}/" if folder else "")
    return not (is_around and name.casefold().startswith((*NO_DIGEST_NAMES, *_OF_FOLDERS)))


def _linked(shelf: Shelf, digest: Digest, pages: Links) -> tuple[str, ...]:
    """Return the links whose pages make entries of a file that are none by themselves."""
    if digest.format == _SINGLE:
        return ()
    known = {paper.link for paper in digest.papers}
    urls = {
        found.link
        for found in digest.neighbours
        if found.is_title and found.link in pages and not pages[found.link].is_text
    }
    if not urls - known:
        return ()
    for _ in range(2):
        again = read_again(digest, urls)
        entries = [paper for paper in again.papers if paper.link in urls]
        named = {paper.link for paper in entries if paper.link and _names_digest(shelf, paper, pages[paper.link])}
        if not named:
            break
        urls -= named
    else:
        return ()
    several = len({pages[paper.link].digest_id for paper in entries if paper.link}) >= _SEVERAL
    is_list = bool(digest.papers) or several or again.format != _ITEMS
    gained = {paper.link for paper in entries} - known
    return tuple(sorted(urls)) if is_list and gained and _keeps(digest, again) else ()


def _keeps(digest: Digest, again: Digest) -> bool:
    """Return True when nothing that was found before is lost."""
    return set(_names(digest)) <= set(_names(again))


def _names(digest: Digest) -> Iterator[str]:
    return (f"arxiv:{paper.arxiv.id}" if paper.arxiv else _letters(paper.title) for paper in digest.papers)


def _names_digest(shelf: Shelf, entry: Paper, page: DigestSummary) -> bool:
    """Return True when a title is that of a digest that happens to hold one paper, rather than of this paper."""
    title = _letters(entry.title)
    if title != _letters(page.title) or (digest := shelf.digest(page)) is None:
        return False
    return digest.format != _SINGLE and all(_letters(paper.title) != title for paper in digest.papers)


def _takes_no_date(digest: Digest, entry: Paper, page: DigestSummary) -> bool:
    return digest.day_of(entry) is None and not page.is_text and page.days[0][0] != UNDATED


def _is_other_paper(entry: Paper, page: DigestSummary) -> bool:
    """Return True when an entry and the file it leads to name two different papers."""
    keys = [key for day, _ in page.days for of_paper in page.keys_of(day) for key in of_paper]
    ids = [key for key in keys if key.startswith("arxiv:")]
    return entry.arxiv is not None and bool(ids) and f"arxiv:{entry.arxiv.id}" not in ids


def _of_several(entries: Mapping[int, tuple[Paper, DigestSummary]]) -> set[tuple[str, str]]:
    """Return the files to whose parts several titles lead: `notes.md#first`, `notes.md#second`."""
    titles: dict[tuple[str, str], set[str]] = {}
    for paper, page in entries.values():
        if page.is_text or "#" in (paper.link or ""):
            titles.setdefault(page.digest_id, set()).add(_letters(paper.title))
    return {digest_id for digest_id, found in titles.items() if len(found) > 1}


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
