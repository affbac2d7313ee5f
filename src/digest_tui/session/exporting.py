"""What `E` writes: which papers, in which format, and where to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from digest_tui.exporters import EXPORTERS, Exporter, exporter
from digest_tui.session.listing import LazyItems, PaperItem

if TYPE_CHECKING:
    from digest_tui.library.exporting import ExportReport
    from digest_tui.model import Entry
    from digest_tui.model.summary import Keys
    from digest_tui.session.session import Session

FILE_NAME = "papers"
"""What a file is called until somebody names one."""


class Scope(NamedTuple):
    """Papers that may be meant."""

    words: str
    papers: int
    """How many they are."""
    entries: Sequence[Entry]
    """Read when they are looked at, where there may be thousands."""
    is_selection: bool = False


def scopes_of(session: Session, closed: Sequence[Keys] | None, *, is_paper_shown: bool) -> list[Scope]:
    """Return what may be exported now, the likeliest first: what is selected, on the closing card what was starred.

    `closed` are the papers of that card, while it is shown.
    """
    scopes: list[Scope] = []
    if session.selection:
        scopes.append(_scope("the selected papers", session.entries_meant())._replace(is_selection=True))
    if closed is not None:
        starred = [keys for keys in closed if session.state_of(keys).starred]
        scopes += [
            _scope("the starred of these papers", _entries_of(starred, session)),
            _scope("all papers of this card", _entries_of(closed, session)),
        ]
    else:
        shown = [session.entry] if session.entry is not None and is_paper_shown else []
        scopes += [
            _scope("this paper", shown),
            Scope(_listed_words(session), session.listed.paper_count(), _listed(session)),
        ]
    return [scope for scope in scopes if scope.papers]


def _scope(words: str, entries: Sequence[Entry]) -> Scope:
    return Scope(words, len(entries), entries)


def _entries_of(papers: Sequence[Keys], session: Session) -> list[Entry]:
    library = session.library
    found = (next(iter(library.catalog.with_key(keys[0])), None) or library.gone.entry_of(keys[0]) for keys in papers)
    return [entry for entry in found if entry is not None]


def _listed_words(session: Session) -> str:
    """Say what is listed: the first answers to a search come before all texts are searched."""
    hits = session.listed.hit_rows
    is_whole = hits is None or hits.arrangement.hits.complete
    return "all listed papers" if is_whole else "all papers found so far"


def _listed(session: Session) -> Sequence[Entry]:
    items = session.items
    if (hits := session.listed.hit_rows) is not None:
        found = hits.arrangement.hits
        return found.entries.only(list(found.numbers))
    if isinstance(items, LazyItems):
        return _Listed(items)
    return [item.entry for item in items if isinstance(item, PaperItem)]


class _Listed(Sequence["Entry"]):
    """The papers of a list without headings, each read when it is asked for."""

    def __init__(self, items: LazyItems) -> None:
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        item = self._items.item_at(index)
        assert isinstance(item, PaperItem), "there are no headings"
        return item.entry


@dataclass(frozen=True)
class Choice:
    """The format and the target that were chosen last."""

    format: str = EXPORTERS[0].name
    is_file: bool = True
    """False where the text goes to the clipboard."""
    paths: dict[str, str] = field(default_factory=dict)
    """The file or folder of each format, as it was typed."""

    @property
    def row(self) -> Exporter:
        """The format."""
        return exporter(self.format)

    @property
    def path(self) -> str:
        """The file or folder, as it is typed: of another format the same name, until one was chosen."""
        if (path := self.paths.get(self.format)) is not None:
            return path
        return f"~/{FILE_NAME}" if self.row.is_folder else f"~/{FILE_NAME}{_ending(self.row)}"

    @property
    def target(self) -> str:
        """Where it goes, in words."""
        if not self.is_file:
            return "the clipboard"
        if self.row.is_folder:
            return "a folder"
        return "a file, replaced whole" if self.row.is_replaced_whole else "a file"

    def with_path(self, path: str) -> Choice:
        """Return the same with another file."""
        return replace(self, paths={**self.paths, self.format: path}, is_file=True)

    def to_file(self, is_file: bool) -> Choice:
        """Return the same to a file, or to the clipboard."""
        return replace(self, is_file=is_file)

    def turned(self, by: int) -> Choice:
        """Return the same with the format so many further on."""
        names = [row.name for row in EXPORTERS]
        return replace(self, format=names[(names.index(self.format) + by) % len(names)])

    def dumps(self) -> str:
        """Return it as text for the store."""
        return json.dumps([self.format, self.is_file, self.paths])

    @classmethod
    def loads(cls, text: str | None) -> Choice:
        """Read a choice from the store; the first format where there is none, or one that is not ours."""
        try:
            name, is_file, paths = json.loads(text or "")
        except (ValueError, TypeError, RecursionError):
            return cls()
        is_known = isinstance(name, str) and name in {row.name for row in EXPORTERS}
        if not is_known or not isinstance(is_file, bool) or not isinstance(paths, dict):
            return cls()
        texts = {key: path for key, path in paths.items() if isinstance(path, str) and path}
        return cls(name, is_file, texts)


def _ending(row: Exporter) -> str:
    """Return what the name of a file ends with, so that no other format's has the same: `.json`, `-csl.json`."""
    kind = row.suffix.removeprefix(".")
    is_shared = any(other.suffix == row.suffix and other is not row and not other.is_folder for other in EXPORTERS)
    return f"-{row.name.removesuffix(f'-{kind}')}{row.suffix}" if is_shared and row.name != kind else row.suffix


def outcome(report: ExportReport, shown_path: str) -> str:
    """Return what became of a file: `3 papers added, 11 updated · 1 left out · ~/refs.bib`."""
    left = [f"{len(report.left):,} left out"] if report.left else []
    return " · ".join([report.words, *left, shown_path])
