"""The listed files of a library: digests with the pages of their entries, not these pages themselves."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from posixpath import relpath
from typing import TYPE_CHECKING

from digest_tui.checked_marshal import dumps, loads
from digest_tui.index import JOINED
from digest_tui.joining.entries import Links, Taken, entries_of, read_again
from digest_tui.joining.files import Files
from digest_tui.joining.merging import Page, with_pages
from digest_tui.joining.page_papers import page_paper
from digest_tui.model import Digest, DigestSummary, Neighbour
from digest_tui.model.periods import Dated
from digest_tui.model.summary import UNDATED, DigestId, Stamp

if TYPE_CHECKING:
    from digest_tui.index import Index

_KIND = "pages"
"""The kind under which the index keeps the pages that a file takes."""


class Joiner:
    """Joins entries and pages; what it made of a file is kept until that or one that it leads to changes."""

    def __init__(self, index: Index, roots: Mapping[str, str]) -> None:
        """Join what `index` holds; `roots` are the paths of the sources, by their names."""
        self._index = index
        self._roots = roots
        self._taken: dict[int, tuple[int, Taken]] = {}
        """The pages that each digest takes, by its id, with a sum of the files that its links lead to."""
        self._neighbours: dict[int, tuple[Neighbour, ...]] = {}
        self._made_before: dict[DigestId, tuple[Stamp, DigestSummary]] = {}
        """The summary made of each file, with a stamp of what it was made of."""
        self.pages: dict[DigestId, tuple[DigestSummary, DigestSummary]] = {}
        """Files that are pages, each with what it is by itself and the digest that has it."""

    def shown(
        self, summaries: Collection[DigestSummary], lost: Collection[DigestId] = ()
    ) -> dict[DigestId, DigestSummary]:
        """Return what is listed, by file: a digest as it is by itself or with its pages, and no page.

        `lost` are files of which the index does not have any more what was listed.
        """
        naming = sorted(
            (summary for summary in summaries if summary.names_files), key=lambda summary: summary.digest_id
        )
        listed = {summary.digest_id: summary for summary in summaries}
        self.pages = {}
        if not naming:
            return listed
        ids = {summary.id for summary in naming}
        for id_ in self._neighbours.keys() - ids:
            del self._neighbours[id_]
            self._taken.pop(id_, None)
        files = Files(summaries, self._folders(summaries))
        links = {summary.digest_id: self._links(summary, files) for summary in naming}
        taken = self._all_taken(naming, links)
        days = self._days(naming, links, summaries)
        for digest_id, its in taken.items():
            for page in its.pages.values():
                self.pages.setdefault(page.digest_id, (page, listed[digest_id]))
        for digest_id in self.pages:
            del listed[digest_id]
        for summary in summaries:
            found, day = taken.get(summary.digest_id), days.get(summary.digest_id)
            if summary.digest_id in listed and (found or day):
                listed[summary.digest_id] = self._made(summary, found or Taken({}), day, files, lost)
        return listed

    # Which files belong together

    def _folders(self, summaries: Iterable[DigestSummary]) -> dict[str, str]:
        """Return the folders of the sources: for a single file, the one it stands in."""
        folders = {name: root.replace("\\", "/").rstrip("/") for name, root in self._roots.items()}
        for summary in summaries:
            root = folders[summary.source]
            if "/" not in summary.path and root.endswith(f"/{summary.path}"):
                folders[summary.source] = root.removesuffix(f"/{summary.path}")
        return folders

    def _links(self, summary: DigestSummary, files: Files) -> Links:
        urls = {found.link: found.url for found in self._neighbours_of(summary)}
        found = ((link, files.linked(summary, url)) for link, url in urls.items())
        return {link: other for link, other in found if other is not None}

    def _neighbours_of(self, summary: DigestSummary) -> tuple[Neighbour, ...]:
        known = self._neighbours.get(summary.id)
        if known is None:
            known = self._neighbours[summary.id] = self._index.neighbours(summary)
        return known

    def _all_taken(self, naming: Sequence[DigestSummary], links: Mapping[DigestId, Links]) -> dict[DigestId, Taken]:
        """Return the pages that each file takes; none of them takes pages itself."""
        found_in = ((summary, self._wanted(summary, links[summary.digest_id])) for summary in naming)
        wanted = [(summary, found) for summary, found in found_in if found.pages or found.left_out]
        hidden: set[DigestId] = set()
        taken: dict[DigestId, Taken] = {}
        # A list of many papers is none of them, and of two pages that name each other the first is the entry.
        for summary, found in sorted(wanted, key=lambda one: -len(one[1].pages)):
            if summary.digest_id in hidden:
                continue
            pages = {position: page for position, page in found.pages.items() if page.digest_id not in taken}
            if pages or found.left_out:
                taken[summary.digest_id] = found._replace(pages=pages)
                hidden.update(page.digest_id for page in pages.values())
        return taken

    def _wanted(self, summary: DigestSummary, links: Links) -> Taken:
        # A digest that reads otherwise has another id.
        sign = _sum((url, page.id) for url, page in sorted(links.items()))
        known, taken = self._taken.get(summary.id) or self._kept(summary, links)
        if known != sign:
            found = entries_of(self._index, summary, links)
            if found is None:
                return Taken({})
            taken = found
            pages = tuple((position, *page.digest_id) for position, page in taken.pages.items())
            if summary.id > 0:  # others are numbers of this run
                self._index.keep_made(_KIND, str(summary.id), dumps((sign, pages, tuple(taken.left_out), taken.linked)))
        self._taken[summary.id] = sign, taken
        return taken

    def _kept(self, summary: DigestSummary, links: Links) -> tuple[int, Taken]:
        """Return what an earlier run found, with its sum; nothing, with -1, where none is kept."""
        by_id = {page.digest_id: page for page in links.values()}
        try:
            sign, pages, left_out, linked = loads(self._index.made(_KIND, str(summary.id)) or b"")
            taken = {position: by_id[source, path] for position, source, path in pages}
        except (ValueError, TypeError, EOFError, KeyError):
            return -1, Taken({})
        return sign, Taken(taken, frozenset(left_out), linked)

    def _days(
        self, naming: Sequence[DigestSummary], links: Mapping[DigestId, Links], summaries: Iterable[DigestSummary]
    ) -> dict[DigestId, Dated]:
        """Return, for files without a date, the first day on which another one lists them."""
        undated = {
            summary.digest_id
            for summary in summaries
            if not summary.is_text and {day for day, _ in summary.days} == {UNDATED}
        }
        days: dict[DigestId, Dated] = {}
        for summary in naming if undated else ():
            if not undated.intersection(page.digest_id for page in links[summary.digest_id].values()):
                continue
            for found in self._neighbours_of(summary):
                page = links[summary.digest_id].get(found.link)
                if page is None or page.digest_id not in undated or found.day is None:
                    continue
                if found.is_title or page.entry_count() == 1:
                    listed = Dated(found.day, found.period)
                    days[page.digest_id] = min(listed, days.get(page.digest_id, listed))
        return days

    # What is made of them

    def _made(
        self, summary: DigestSummary, taken: Taken, day: Dated | None, files: Files, lost: Collection[DigestId]
    ) -> DigestSummary:
        """Return a digest with its pages, from the index where it was made before."""
        root = f"{self._roots[summary.source]}{JOINED}"
        stamp = _stamp(summary, taken, day)
        before, known = self._made_before.get(summary.digest_id, (None, None))
        if before != stamp:
            known = self._index.known(root, summary.path, summary.source, stamp)
        if known is None or summary.digest_id in lost:
            made = self._make(summary, taken, day, files)
            # A page that another window has just read anew is joined by the next scan.
            keep = made is not None and sum(paper.page is not None for paper in made.papers) == len(taken.pages)
            known = self._index.put(root, stamp, made, keep=keep) if made is not None else summary
        self._made_before[summary.digest_id] = stamp, known
        return known

    def _make(self, summary: DigestSummary, taken: Taken, day: Dated | None, files: Files) -> Digest | None:
        digest = self._index.digest(summary)
        if digest is None:
            return None
        if taken.linked:
            digest = read_again(digest, taken.linked)
        if day is not None:
            digest = digest._replace(date=day.first, period=day.period)
        pages = {
            position: page for position, other in taken.pages.items() if (page := self._page(summary, other, files))
        }
        return with_pages(digest, pages, taken.left_out, self._index.lines)

    def _page(self, summary: DigestSummary, page: DigestSummary, files: Files) -> Page | None:
        says = page_paper(self._index, page)
        if says is None:
            return None
        path = page.path
        if page.source != summary.source:
            path = relpath(files.path(page), self._roots[summary.source].replace("\\", "/"))
        return Page(page.id, path, says)


def _sum(values: Iterable[object]) -> int:
    return zlib.crc32(repr(tuple(values)).encode("utf-8", "surrogatepass"))


def _stamp(summary: DigestSummary, taken: Taken, day: Dated | None) -> Stamp:
    """Return a stamp that changes with the file and with each of its pages."""
    pages = sorted((position, page.id) for position, page in taken.pages.items())
    return summary.id, _sum(pages), _sum((sorted(taken.left_out), taken.linked, day))
