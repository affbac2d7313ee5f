"""Links to papers in the bytes of a file: the quickest sign that it is about papers."""

import os
from pathlib import Path

from digest_tui.errors import SourceError
from digest_tui.patterns import pattern
from digest_tui.sources.base import FileRef
from digest_tui.sources.reading import read_beginning

_BEGINNING = 256 * 1024
"""Bytes of a file that are searched."""
_PAPER_LINK = pattern(
    rb"(?:arxiv\.org/(?:abs|pdf|html)|huggingface\.co/papers|alphaxiv\.org/(?:[a-z]{2}/)?(?:abs|overview))/[0-9]{4}\.[0-9]"
)


def count_paper_links(location: Path) -> int:
    """Count the links at the beginning of a regular file; 0 where it cannot be read."""
    try:
        return len(_PAPER_LINK.findall(read_beginning(Path(os.path.realpath(location)), _BEGINNING, location.name)))
    except (SourceError, OSError):
        return 0


def links_papers(ref: FileRef) -> bool:
    """Return True when there is any at the beginning of a file."""
    return count_paper_links(ref.location) > 0
