"""From a link to the file that it leads to: by path, with or without ending, by a site's address, by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from digest_tui.model import DigestSummary
from digest_tui.sources.endings import MARKDOWN, PLAIN

ENDINGS = (*MARKDOWN, PLAIN)
_PAGE = re.compile(r"\.html?\Z", re.IGNORECASE)
_ENDING = re.compile(rf"(?:{'|'.join(map(re.escape, ENDINGS))}|{_PAGE.pattern})\Z", re.IGNORECASE)
_OF_FOLDER = ("index", "_index", "readme")
"""Names of files that stand for their folder."""
_POST = re.compile(r"(?:\A|/)(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})[-/](?P<slug>[^/]+)\Z")
_ROOTS = frozenset({"content", "docs", "src", "pages"})
"""Folders of a site whose names its addresses leave out."""


class Files:
    """The files of a library, by all that may lead to them."""

    def __init__(self, summaries: Iterable[DigestSummary], folders: Mapping[str, str]) -> None:
        """Index the files; `folders` are the absolute folders of the sources, with `/`."""
        self._folders = folders
        self._by_path: dict[str, DigestSummary] = {}
        self._by_folded_path: dict[str, DigestSummary] = {}
        self._by_permalink: dict[str, DigestSummary] = {}
        self._by_post: dict[tuple[str, str], list[DigestSummary]] = {}
        self._by_name: dict[str, list[tuple[list[str], DigestSummary]]] = {}
        for summary in summaries:
            self._add(summary)

    def path(self, summary: DigestSummary) -> str:
        """Return the absolute path of a file, with `/`."""
        return join(self._folders[summary.source], _composed(summary.path))

    def linked(self, summary: DigestSummary, url: str) -> DigestSummary | None:
        """Return the file that a link in another one leads to; None for none, for itself and for several."""
        target = _composed(unquote(url.partition("#")[0].partition("?")[0])).strip()
        if not target or "\0" in target:
            return None
        found = self._find(summary, target)
        return None if found is None or found.digest_id == summary.digest_id else found

    # Inside

    def _add(self, summary: DigestSummary) -> None:
        path = self.path(summary)
        self._by_path[path] = summary
        self._by_folded_path.setdefault(path.casefold(), summary)
        if summary.permalink:
            self._by_permalink.setdefault(_address(summary.permalink), summary)
        stem = _ENDING.sub("", path)
        if post := _POST.search(stem):
            self._by_post.setdefault(_post(post), []).append(summary)
        segments = _segments(_ENDING.sub("", _composed(summary.path)))
        if segments:
            self._by_name.setdefault(segments[-1], []).append((segments, summary))

    def _find(self, summary: DigestSummary, target: str) -> DigestSummary | None:
        root = self._folders[summary.source]
        absolute = target.startswith("/")
        path = normpath(f"{root}/{target}") if absolute else normpath(join(dirname(self.path(summary)), target))
        is_folder = target.endswith("/")
        for candidate in _candidates(path, is_folder=is_folder):
            if found := self._by_path.get(candidate) or self._by_folded_path.get(candidate.casefold()):
                return found
        if found := self._by_permalink.get(_address(target)):
            return found
        if post := _POST.search(_ENDING.sub("", target.rstrip("/"))):
            posts = self._by_post.get(_post(post), [])
            if len(posts) == 1:
                return posts[0]
        return None if ".." in target.split("/") else self._by_end(target)

    def _by_end(self, target: str) -> DigestSummary | None:
        """Return the one file whose path ends as the link says or, for an address in a site, the other way round."""
        wanted = _segments(_ENDING.sub("", target))
        if not wanted:
            return None
        found = {
            summary.digest_id: summary
            for segments, summary in self._by_name.get(wanted[-1], ())
            if segments[-len(wanted) :] == wanted
            or (len(segments) > 1 and target.startswith("/") and wanted[-len(segments) :] == segments)
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _candidates(path: str, *, is_folder: bool) -> Iterator[str]:
    if not is_folder:
        yield path
    bare = _PAGE.sub("", path)
    for ending in ENDINGS:
        yield f"{bare}{ending}"
    for name in ("index", "README", "_index"):
        for ending in ENDINGS:
            yield f"{bare}/{name}{ending}"


def _segments(path: str) -> list[str]:
    """Split an address into the parts that a path has: without what stands for a folder or a site leaves out."""
    parts = [part for part in path.casefold().split("/") if part not in ("", ".")]
    if len(parts) > 1 and parts[-1] in _OF_FOLDER:
        parts.pop()
    while len(parts) > 1 and parts[0] in _ROOTS:
        del parts[0]
    return [part.lstrip("_") or part for part in parts]


def _post(post: re.Match[str]) -> tuple[str, str]:
    day = f"{post['year']}-{int(post['month']):02}-{int(post['day']):02}"
    return day, post["slug"].casefold()


def _address(permalink: str) -> str:
    """Return an address as it is compared: `/papers/x/`, `papers/x.html` and `/papers/x/index.html` are one."""
    path = _ENDING.sub("", unquote(permalink).casefold().rstrip("/"))
    return path.removesuffix("/index").strip("/")


def _composed(text: str) -> str:
    """Compose a file name: those of macOS may be decomposed where the link is not."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
