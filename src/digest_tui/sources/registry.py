"""The kinds of places that digests come from, in the order in which they are asked.

CONTRIBUTING.md says how one is added.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from digest_tui.loading import loaded
from digest_tui.sources.origin import Origin


class Kind(NamedTuple):
    """A kind of places."""

    name: str
    origin: str
    """The class of such places, as `module:name`; loaded when it is asked whether it recognises something."""
    is_fetched: bool = False
    """True when it lies elsewhere and is read from a copy of ours: then a `[[source]]` names it."""

    def origin_class(self) -> type[Origin]:
        """Load the class of such places."""
        found: type[Origin] = loaded(self.origin)
        return found


KINDS: tuple[Kind, ...] = (
    Kind("git", "digest_tui.sources.git:Repository", is_fetched=True),
    Kind("stdin", "digest_tui.sources.standard_input:StandardInput"),
    Kind("file", "digest_tui.sources.file:File"),
    Kind("folder", "digest_tui.sources.folder:Folder"),
)
"""The kinds, asked one after the other; the last takes whatever none recognises, and says what is wrong with it."""


def origin_of(text: str, *, base: Path = Path(), copies: Path) -> Origin:
    """Return the place that a text names, be it here or elsewhere."""
    return _first(KINDS, text, None, base, copies)


def is_fetched(text: str, *, base: Path = Path()) -> bool:
    """Return True for a text that names a place elsewhere, which must be fetched."""
    return any(kind.is_fetched and kind.origin_class().recognises(text, base) for kind in KINDS)


def local_origin(text: str, *, base: Path = Path()) -> Origin:
    """Return the place that a text names, where nothing may be fetched."""
    return _first([kind for kind in KINDS if not kind.is_fetched], text, None, base, None)


def fetched_origin(text: str, name: str | None, *, copies: Path) -> Origin:
    """Return the place that an address names, to be read from a copy of ours."""
    return _first([kind for kind in KINDS if kind.is_fetched], text, name, Path(), copies)


def _first(kinds: Sequence[Kind], text: str, name: str | None, base: Path, copies: Path | None) -> Origin:
    *asked, last = kinds
    recognised = (kind for kind in asked if kind.origin_class().recognises(text, base))
    return next(recognised, last).origin_class()(text, name, base, copies)
