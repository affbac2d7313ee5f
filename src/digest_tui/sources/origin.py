"""A place of digests, as somebody named it; each kind of place is a subclass in a module of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from digest_tui.errors import SourceError
from digest_tui.sources.base import Source, display_name
from digest_tui.text import one_line

if TYPE_CHECKING:
    from typing import Self


class Fetching(Protocol):
    """One fetch of files elsewhere into a copy of ours; another thread may stop it."""

    @property
    def name(self) -> str:
        """The name of the source."""
        ...

    def run(self) -> bool:
        """Fetch what is new and return True if anything was; raises DigestTuiError, and CancelledError after `stop`."""
        ...

    def stop(self) -> None:
        """End the fetch at once."""
        ...


class Origin:
    """A place that was named: by a path, an address, or whatever else its kind recognises."""

    def __init__(self, text: str, name: str | None, base: Path, copies: Path | None) -> None:
        self.text = text
        """Its text as typed, with the home in place of `~`."""
        self.name = name
        """Its name, where somebody chose one; else it is called after its path."""
        self.base = base
        """The folder to which a relative path is relative."""
        self.copies = copies
        """The folder of ours for what is fetched; None where nothing may be."""

    @staticmethod
    def recognises(text: str, base: Path) -> bool:
        """Return True when typed text names a place of this kind, by a glance at the disk at most."""
        raise NotImplementedError

    def open(self, name: str | None = None) -> Source:
        """Return the source of its digests; raises SourceError with one sentence when they cannot be read."""
        raise NotImplementedError

    def expected(self, name: str | None = None) -> Source | None:
        """Return the source of a place that cannot be read now but may be back; None where that is not waited for."""
        return None

    def fetch(self, environ: Mapping[str, str]) -> Fetching | None:
        """Return a fetch that brings our copy of it up to date; None where its digests are read in place."""
        return None

    def remove(self) -> None:
        """Delete our copy, if there may be one; raises SourceError."""

    @property
    def path(self) -> Path:
        """The path at which its digests are read, and which tells it from other places."""
        return Path(self.text)

    @property
    def needs_fetch(self) -> bool:
        """True while it must be fetched before it can be opened."""
        return False

    @property
    def is_kept(self) -> bool:
        """True when what is read of it is worth keeping for the next run."""
        return True

    @property
    def identity(self) -> str:
        """What is the same however the place is spelled."""
        return self.text

    @property
    def remark(self) -> str:
        """What somebody who adds it should know, in a few words."""
        return ""

    @property
    def shown(self) -> str:
        """The text, fit to be shown."""
        return one_line(self.text)

    @property
    def lasting(self) -> str:
        """The text as the configuration keeps it: it means the same from any folder."""
        return self.text


class LocalPath(Origin):
    """A path of this machine, whatever is there."""

    @classmethod
    def at(cls, path: Path) -> Self:
        """Return the origin of a path."""
        return cls(str(path), None, Path(), None)

    @property
    def path(self) -> Path:
        """The path, relative to the current folder where it was typed so."""
        return self.base / self.text

    @property
    def identity(self) -> str:
        """The real path."""
        return os.path.realpath(self.path)

    @property
    def lasting(self) -> str:
        """The absolute path."""
        return str(self.path.absolute())

    def unreadable(self, error: OSError | None = None) -> SourceError:
        """Return the error that says why nothing can be read there."""
        path, shown = self.path, display_name(str(self.path))
        try:
            if error is None and not path.exists():
                if path.is_symlink():
                    return SourceError(
                        f"{shown} is a link to {display_name(str(path.readlink()))}, which does not exist."
                    )
                return SourceError(f"There is no file or folder {shown}.")
        except OSError as other:
            error = other
        return SourceError(
            f"{shown} cannot be read: {error.strerror or error}."
            if error
            else f"{shown} is neither a file nor a folder."
        )
