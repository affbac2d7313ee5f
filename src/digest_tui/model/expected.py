"""Judging in which files papers were to be expected: those that are like files that hold some.

Whether a file is one of a blog's own pages or a digest that went wrong cannot be said of the file alone. Everything is
counted as files come and go, so that a change costs what changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from digest_tui.model.signs import BETWEEN, BLANK, folded, has_letters, is_topic, shape_of
from digest_tui.model.summary import UNDATED, DigestId, DigestSummary

_ALIKE = 4
"""At least one in this many files of a shape must hold papers for the others to be expected to."""
_FEW = 3
"""Files from which on names that are not all different are how digests are called there."""

Key = tuple[str, ...]
_FOLDER, _SOURCE = "folder", "source"
"""Kinds of keys that are counted separately from the others."""


class _Traits(NamedTuple):
    """The traits that a file may have in common with others."""

    keys: tuple[Key, ...]
    """The shapes of its path, its name and its title."""
    folder: Key | None
    """The folder of a dated file with a number in its name."""
    name: str
    words: frozenset[str]
    """The words of its header."""
    is_blank: bool
    is_dated: bool


@dataclass(slots=True)
class _Tally:
    """Files that have something in common."""

    papers: int = 0
    """Number of files that hold papers."""
    texts: int = 0
    """Number of files that hold something else."""

    @property
    def holds(self) -> bool:
        """True when other files like these should hold papers too."""
        return self.papers > 0 and self.papers * _ALIKE >= self.papers + self.texts


@dataclass(slots=True)
class _Folder:
    """The dated files of a folder."""

    papers: int = 0
    texts: int = 0
    names: Counter[str] = field(default_factory=Counter)
    """The shapes of the names of those that hold papers."""

    def count(self, name: str, papers: int, texts: int) -> None:
        """Count files that were added, or that are gone where the numbers are negative."""
        self.papers += papers
        self.texts += texts
        if papers:
            self.names[name] += papers
            if not self.names[name]:
                del self.names[name]

    @property
    def verdict(self) -> tuple[bool, bool]:
        """A pair: True when dated files here hold papers, and True when they do so under any name."""
        under_any_name = self.papers < _FEW or len(self.names) * 2 > self.papers
        return self.papers > 0 and self.papers >= self.texts, under_any_name


@dataclass(slots=True)
class _Source:
    """The headers of a source."""

    papers: int = 0
    texts: int = 0
    plain: int = 0
    """Files with papers whose header sorts them nowhere."""
    words: Counter[str] = field(default_factory=Counter)
    """The header words of the files that hold papers."""
    common: frozenset[str] = frozenset()
    """The words that most of those carry."""
    headers: Counter[frozenset[str]] = field(default_factory=Counter)
    """The header words of the files that hold something else."""
    carrying: int = 0
    """Number of these headers that carry all common words."""

    @property
    def verdict(self) -> tuple[frozenset[str], bool, bool]:
        """The common words, whether they tell digests from other files, and whether most digests have no such words."""
        is_telling = any(map(is_topic, self.common)) and self.carrying * 2 <= self.texts
        return self.common, is_telling, self.plain * 2 > self.papers

    def count(self, words: frozenset[str], papers: int, texts: int) -> None:
        """Count files that were added, or that are gone where the numbers are negative."""
        self.papers += papers
        self.texts += texts
        if papers:
            self.plain += 0 if any(map(is_topic, words)) else papers
            self.words.update(dict.fromkeys(words, papers))
            # With one more only its own words can have become common.
            candidates = {*self.common, *words} if papers > 0 else self.words
            common = frozenset(word for word in candidates if self.words[word] * 2 > self.papers)
            if common != self.common:
                self.common = common
                self.carrying = sum(count for header, count in self.headers.items() if header >= common)
        if texts:
            self.headers[words] += texts
            self.carrying += texts if words >= self.common else 0


class Expected:
    """Judges each file without papers by all files that are known."""

    def __init__(self) -> None:
        self._tallies: defaultdict[Key, _Tally] = defaultdict(_Tally)
        self._folders: defaultdict[Key, _Folder] = defaultdict(_Folder)
        self._sources: defaultdict[str, _Source] = defaultdict(_Source)
        self._papers = 0
        self._texts: dict[DigestId, _Traits] = {}
        self._alike: defaultdict[Key, set[DigestId]] = defaultdict(set)
        """The files without papers that have something."""
        self._verdicts: dict[DigestId, bool] = {}
        self._doubtful: set[DigestId] = set()
        """Files whose judgement may have changed."""
        self._before: dict[Key, object] = {}
        """The verdicts about shared traits as they were at the last judgement, for those counted since."""
        self._had_papers = False

    def add(self, summary: DigestSummary) -> None:
        """Add a file."""
        traits = self._count(summary, 1)
        if summary.is_text:
            self._texts[summary.digest_id] = traits
            self._doubtful.add(summary.digest_id)
            for key in _dependences(summary, traits):
                self._alike[key].add(summary.digest_id)

    def drop(self, summary: DigestSummary) -> None:
        """Remove a file that is gone, or that holds something else now."""
        traits = self._count(summary, -1)
        if summary.is_text:
            for store in (self._texts, self._verdicts):
                store.pop(summary.digest_id, None)
            self._doubtful.discard(summary.digest_id)
            for key in _dependences(summary, traits):
                self._alike[key].discard(summary.digest_id)

    def judge(self) -> dict[DigestId, bool]:
        """Return each file without papers whose judgement is new, with True when papers were to be expected in it."""
        for key, before in self._before.items():
            if self._verdict(key) != before:
                self._doubtful.update(self._alike.get(key, ()))
        self._before.clear()
        if self._had_papers != (self._papers > 0):
            self._had_papers = not self._had_papers
            self._doubtful.update(self._texts)
        new: dict[DigestId, bool] = {}
        for digest_id in self._doubtful:
            verdict = self._is_expected(digest_id[0], self._texts[digest_id])
            if self._verdicts.get(digest_id) is not verdict:
                self._verdicts[digest_id] = new[digest_id] = verdict
        self._doubtful.clear()
        return new

    def _is_expected(self, source: str, traits: _Traits) -> bool:
        if not self._papers:
            # A folder of dated files is opened to find papers.
            return traits.is_dated
        if any(self._tallies[key].holds for key in traits.keys):
            return True
        if traits.is_blank and traits.folder is not None and not traits.words:
            # A name with a date and nothing else: whatever wrote it did not get far.
            return True
        common, is_telling, is_plain = self._sources[source].verdict
        if traits.folder is not None:
            holds, under_any_name = self._folders[traits.folder].verdict
            topics = set(filter(is_topic, traits.words))
            usual = set(filter(is_topic, common))
            is_another_kind = bool(topics) and (is_plain or bool(usual)) and not topics & usual
            if holds and (under_any_name or traits.is_blank) and not is_another_kind:
                return True
        return traits.is_dated and is_telling and traits.words >= common

    def _count(self, summary: DigestSummary, by: int) -> _Traits:
        traits = _traits(summary)
        if summary.is_text and traits.is_blank:
            # Its expected content cannot be told.
            return traits
        papers, texts = (0, by) if summary.is_text else (by, 0)
        for key in traits.keys:
            self._touch(key)
            tally = self._tallies[key]
            tally.papers += papers
            tally.texts += texts
        if traits.folder is not None:
            self._touch(traits.folder)
            self._folders[traits.folder].count(traits.name, papers, texts)
        self._touch((_SOURCE, summary.source))
        self._sources[summary.source].count(traits.words, papers, texts)
        self._papers += papers
        return traits

    def _touch(self, key: Key) -> None:
        if key not in self._before:
            self._before[key] = self._verdict(key)

    def _verdict(self, key: Key) -> object:
        match key[0]:
            case kind if kind == _FOLDER:
                return self._folders[key].verdict
            case kind if kind == _SOURCE:
                return self._sources[key[1]].verdict
            case _:
                return self._tallies[key].holds


def _dependences(summary: DigestSummary, traits: _Traits) -> list[Key]:
    """Return the keys on which the judgement of a file depends."""
    return [*traits.keys, *([traits.folder] if traits.folder else []), (_SOURCE, summary.source)]


def _traits(summary: DigestSummary) -> _Traits:
    shape, called = shape_of(summary.path), folded(summary.title)
    words = summary.signs.split(BETWEEN) if summary.signs else []
    is_blank = words[:1] == [BLANK]
    keys: list[Key] = []
    if "#" in shape.path:
        keys.append(("path", summary.source, shape.path))
    if "#" in shape.name and has_letters(shape.name):
        keys.append(("name", shape.name))
    # What has no title is called as its file.
    if "#" in called and has_letters(called) and summary.title != summary.path.rpartition("/")[2]:
        keys.append(("title", called))
    is_dated = bool(summary.days) and summary.days[0][0] != UNDATED
    folder = (_FOLDER, summary.source, shape.folder) if "#" in shape.name and is_dated else None
    return _Traits(tuple(keys), folder, shape.name, frozenset(words[is_blank:]), is_blank, is_dated)
