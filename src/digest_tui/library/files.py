"""The file of a digest, for those who read it whole or edit it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from digest_tui.errors import SourceError

if TYPE_CHECKING:
    from digest_tui.model import Digest
    from digest_tui.sources.base import FileRef, Source


def file_of(sources: Sequence[Source], digest: Digest) -> tuple[Source, FileRef]:
    """Return the file of a digest as it is now, with its source; raises SourceError where it is missing."""
    for source in sources:
        if source.name == digest.source:
            if (ref := source.file_at(digest.path)) is not None:
                return source, ref
            if "" in source.unseen:
                raise SourceError(source.problems[0].message)
    raise SourceError(f"The file {digest.path} no longer exists: R rescans.")


def file_to_edit(sources: Sequence[Source], digest: Digest) -> Path:
    """Return the path of a digest that may be edited; raises SourceError with the reason where it may not."""
    from digest_tui.sources.fixed import COPY
    from digest_tui.sources.git import is_fetched_copy

    if reason := why_fixed(sources, digest):
        raise SourceError(reason)
    _, ref = file_of(sources, digest)
    if is_fetched_copy(ref.location):
        raise SourceError(COPY)
    return ref.location


def why_fixed(sources: Sequence[Source], digest: Digest) -> str:
    """Return why a digest may not be edited, as far as that is known without a look at the disk."""
    return next((source.why_fixed for source in sources if source.name == digest.source), "")
