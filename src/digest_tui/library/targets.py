"""Where papers may be written to, seen from the digests: those are never written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest_tui.exporters import Exporter
    from digest_tui.library.library import Library


def why_not_written(target: Path, library: Library) -> str:
    """Return a sentence where a digest would be written to, else nothing."""
    real = os.path.realpath(target)
    locations = {source.name: source.location for source in library.sources if not source.is_one_file}
    digests = {source.location for source in library.sources if source.is_one_file}
    digests.update(os.path.join(locations[source], path) for source, path in library.files() if source in locations)
    return f"{target} is a digest, and those are never written to: name another file." if real in digests else ""


def read_as_digest(target: Path, row: Exporter, library: Library) -> str:
    """Return a sentence where what was written will be read as a digest, else nothing."""
    real = Path(os.path.realpath(target))
    for source in library.sources if row.suffix == ".md" else ():
        if not source.is_one_file and real.is_relative_to(source.location):
            place = f"{target} is among the digests of {source.name} and will be read as one"
            return f"{place}: another place is better."
    return ""
