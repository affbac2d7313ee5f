"""The check of a path that somebody wants to read from now on: refused where no paper is found."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from digest_tui.errors import SourceError

if TYPE_CHECKING:
    from digest_tui.sources.base import FileRef, Source

MAX_FOLDERS = 2_000
"""Folders that are entered: whoever types `/` waits a moment, not for the whole disk."""
MAX_LINKS = 2_000
"""Files that are searched for a link to a paper."""
MAX_READ = 100
"""Files of each kind, the likely ones first, that are read like digests."""
MAX_SECONDS = 10.0


class Adoption:
    """Writes a path into the configuration once there is something in it to read."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._looked_at: Path | None = None
        self._alone = Lock()

    def look(self, path: Path) -> None:
        """Raise SourceError, naming what is there, when a path holds no digest; nothing is written."""
        look(path)
        self._looked_at = path

    def __call__(self, path: Path) -> None:
        """Check a path unless that was just done, and write it into the configuration; raises DigestTuiError."""
        from digest_tui.config_writer import write_dirs

        if path != self._looked_at:
            self.look(path)
        with self._alone:
            write_dirs(self._file, [str(path)])


def look(path: Path) -> None:
    """Raise SourceError, with what was found and what to do, when a file or a folder holds no paper."""
    from digest_tui.sources import FolderSource, source_for

    source = source_for(path)
    folder = FolderSource(path, max_folders=MAX_FOLDERS) if isinstance(source, FolderSource) else None
    source = folder or source
    refs = source.files()
    looked_into = 0
    end = time.monotonic() + MAX_SECONDS
    for ref in _likely_first(refs):
        if _has_papers(source, ref):
            return
        looked_into += 1
        if time.monotonic() > end:
            break
    if folder is None:
        found = "no papers found in it"
    elif refs:
        few = f" among the {looked_into:,} that were read" if looked_into < len(refs) else ""
        found = f"{folder.summary}, none with papers{few}"
    else:
        left_out = [problem.message.rstrip(".") for problem in source.problems if problem.path][:1]
        found = "; ".join([folder.summary or "it cannot be read now", *left_out])
    raise SourceError(f"{_shown(path)}: {found}; name the folder of your digests.")


def _likely_first(refs: list[FileRef]) -> Iterator[FileRef]:
    """Yield dated files, then those that link papers, then others, some of each."""
    from digest_tui.model.periods import path_date
    from digest_tui.sources.paper_links import links_papers

    dated = [ref for ref in refs if path_date(ref.path)]
    undated = [ref for ref in refs if not path_date(ref.path)]
    linking = (ref for ref in undated[:MAX_LINKS] if links_papers(ref))
    seen: set[FileRef] = set()
    for ref in chain(*(islice(kind, MAX_READ) for kind in (dated, linking, undated))):
        if ref not in seen:
            seen.add(ref)
            yield ref


def _has_papers(source: Source, ref: FileRef) -> bool:
    from digest_tui import formats

    try:
        return bool(formats.read(source.read(ref).text, ref.path, source.name).papers)
    except Exception:  # whatever a parser does with a stranger's file, it is no digest yet
        return False


def _shown(path: Path) -> str:
    """Return a path with the home folder as people write it."""
    from digest_tui.sources.naming import shown_path

    whole, home = shown_path(path), str(Path.home())
    return f"~{whole.removeprefix(home)}" if whole.startswith(f"{home}/") else whole
