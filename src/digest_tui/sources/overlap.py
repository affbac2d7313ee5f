"""Sources that lie within one another, such as a folder and one of its own: each file belongs to one of them."""

from collections.abc import Sequence
from pathlib import Path

from digest_tui.sources.base import FileRef, Source

Found = tuple[Source, FileRef]
"""A file, and the source it was found in."""


def each_once(found: Sequence[Found]) -> list[Found]:
    """Return the files found, without those that a more special source has too.

    The source that is nearer to the file is the more special one: who names a folder and one of its own wants the
    latter told apart. Where both are as near, the first one keeps the file. Two links within one source stay.
    """
    owners: dict[Path, Found] = {}
    for source, ref in found:
        owner = owners.get(ref.location)
        if owner is None or _distance(ref) < _distance(owner[1]):
            owners[ref.location] = source, ref
    return [(source, ref) for source, ref in found if owners[ref.location][0] is source]


def _distance(ref: FileRef) -> int:
    """Return the number of folders between a source and its file."""
    return ref.path.count("/")
