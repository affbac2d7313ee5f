"""What is found at a place while somebody types it: a few words, soon, and no trace."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from digest_tui.counts import counted
from digest_tui.errors import SourceError, UsageError
from digest_tui.index import open_index
from digest_tui.model.same_papers import paper_count
from digest_tui.reading import Reading
from digest_tui.sources.folder import FolderSource
from digest_tui.sources.git_address import checked_address
from digest_tui.sources.naming import typed_place, typed_text
from digest_tui.sources.registry import is_fetched, local_origin

if TYPE_CHECKING:
    from digest_tui.model import DigestSummary
    from digest_tui.sources.base import FileRef, Source

MAX_FOLDERS = 300
"""Folders that are entered: a home is not walked to its end."""
MAX_FILES = 200
"""Files that are read, the newest first."""
MAX_SECONDS = 3.0
TOLD_SECONDS = 0.2
"""Seconds after which it is told what was found so far."""
REPOSITORY = "A git repository: Enter fetches it."
NOTHING = "No such folder or file."


class _Newest(FolderSource):
    """The newest files of a folder."""

    left = 0
    """The files that are not read."""

    def files(self) -> list[FileRef]:
        """Return the files that are read."""
        refs = super().files()
        self.left = max(0, len(refs) - MAX_FILES)
        return refs[:MAX_FILES]


def glance(text: str) -> Iterator[str]:
    """Yield what is at a place, as somebody types it: what was found so far, and at last all that was."""
    if not text.strip():
        return
    if is_fetched(typed := typed_text(text)):
        with suppress(UsageError):  # it is being typed
            checked_address(typed)
            yield REPOSITORY
        return
    try:
        path = typed_place(text)
        if not path.exists():
            yield NOTHING
            return
        source = local_origin(str(path)).open()
    except (RuntimeError, ValueError):
        yield NOTHING
    except SourceError as error:
        yield str(error)
    except OSError as error:
        yield f"It cannot be read: {error.strerror or error}."
    else:
        yield from _found(_Newest(path, max_folders=MAX_FOLDERS) if isinstance(source, FolderSource) else source)


def _found(source: Source) -> Iterator[str]:
    reading = Reading([source], open_index(None), set())
    began = told = time.monotonic()
    read = 0
    is_whole = True
    for scan in reading.scan():
        read, is_whole = scan.done, scan.done == scan.total
        now = time.monotonic()
        if now - began > MAX_SECONDS:
            break
        if not is_whole and now - told > TOLD_SECONDS and (digests := _listed(reading)):
            told = now
            yield f"At least {_words(digests, is_whole=False)}."
    is_whole = is_whole and not (isinstance(source, _Newest) and source.left)
    if digests := _listed(reading):
        yield f"{'' if is_whole else 'At least '}{_words(digests, is_whole=is_whole)}."
    elif not isinstance(source, FolderSource):
        yield "No papers found in this file."
    elif not read:
        yield f"Nothing to read here: {source.summary or 'it cannot be read now'}."
    else:
        few = "" if is_whole else f" among the {read:,} that were read"
        yield f"{source.summary}, none with papers{few}."


def _listed(reading: Reading) -> list[DigestSummary]:
    return [summary for summary in reading.summaries() if not summary.is_text]


def _words(digests: list[DigestSummary], *, is_whole: bool) -> str:
    """Word what was found: `12 digests, 2025-12-09 to 2025-12-24, 103 papers`."""
    days = sorted(day for digest in digests for day in digest.dates() if day is not None)
    span = ""
    if days:
        first, last = days[0].isoformat(), days[-1].isoformat()
        span = (first if first == last else f"{first} to {last}") if is_whole else f"up to {last}"
    papers = counted(paper_count(digests), "paper")
    return ", ".join(filter(None, (counted(len(digests), "digest"), span, papers)))
