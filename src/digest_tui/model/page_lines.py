"""The lines of a digest followed by those of the pages that its entries lead to, which are read when needed."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from posixpath import dirname, normpath, relpath
from typing import NamedTuple, overload

from digest_tui.patterns import pattern

KEPT_PAGES = 4
"""Number of pages of a digest that are kept once read: a file may have thousands."""
_LINK = pattern(
    r"""(\]\(\s{0,4}<?|(?<![\w-])(?:src|href)\s{0,4}=\s{0,4}["'])(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#{"'<>)\s])"""
)
"""The text before a relative link or picture."""
_FENCE = pattern(r"[\s>]{0,12}(```|~~~)")


class PageRun(NamedTuple):
    """A page as a part of the lines."""

    summary: int
    """The id of its digest."""
    path: str
    """The page's path relative to the root of the linking digest's source; its own links start from there."""
    first: int
    """The line of its file with which it begins, behind its header."""
    length: int
    """The number of its lines from there on."""


Load = Callable[[int], Sequence[str] | None]
"""A function that returns all lines of a digest by the id of its summary; None when it is gone."""


class LinesWithPages(Sequence[str]):
    """A digest's own lines, then those of its pages, one page after the other; links lead on from the digest."""

    def __init__(self, own: tuple[str, ...], pages: Sequence[PageRun], path: str, load: Load) -> None:
        self.own = own
        self.pages = tuple(pages)
        self._folder = dirname(path)
        self._load = load
        self._kept: OrderedDict[int, list[str]] = OrderedDict()
        starts = [len(own)]
        for page in self.pages:
            starts.append(starts[-1] + page.length)
        self._starts = starts

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        own = self.own
        if isinstance(index, slice):
            first, last, step = index.indices(len(self))
            if last <= len(own) and step > 0:
                return own[first:last:step]
            return [self[number] for number in range(first, last, step)]
        if index < 0:
            index += len(self)
        if 0 <= index < len(own):
            return own[index]
        if not 0 <= index < len(self):
            raise IndexError(index)
        number = bisect_right(self._starts, index) - 1
        return self._page(number)[index - self._starts[number]]

    def start(self, number: int) -> int:
        """Return the index of the first line of a page."""
        return self._starts[number]

    def path_at(self, index: int) -> str | None:
        """Return the path of the page that has a line; None for a line of the digest's own."""
        return self.pages[bisect_right(self._starts, index) - 1].path if index >= len(self.own) else None

    def _page(self, number: int) -> list[str]:
        kept = self._kept.get(number)
        if kept is None:
            page = self.pages[number]
            lines = (self._load(page.summary) or ())[page.first : page.first + page.length]
            # One that was changed meanwhile is read again by the next scan; until then its lines are empty.
            kept = [*moved_links(lines, dirname(page.path), self._folder), *[""] * (page.length - len(lines))]
            self._kept[number] = kept
            while len(self._kept) > KEPT_PAGES:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(number)
        return kept


def moved_links(lines: Sequence[str], folder: str, to_folder: str) -> Iterator[str]:
    """Yield lines written in one folder with their relative links adapted to another; code stays as it is."""
    if folder == to_folder:
        yield from lines
        return
    way = f"{relpath(folder or '.', to_folder or '.')}/"
    fence = ""
    for line in lines:
        if found := _FENCE.match(line):
            fence = found[1] if not fence else "" if found[1] == fence else fence
        yield line if fence else _LINK.sub(lambda mark: mark[1] + way, line)


def moved_url(url: str, folder: str, to_folder: str) -> str:
    """Return the URL of a link or picture in one folder adapted to another, unchanged if it is not relative."""
    if folder == to_folder or not _LINK.match(f"]({url})"):
        return url
    path, mark, rest = url.partition("?")
    return f"{relpath(normpath(f'{folder}/{path}'.lstrip('/')), to_folder or '.')}{mark}{rest}"
