"""Digests of a git repository: fetched into a folder of our own, by a git that can do nothing else."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from digest_tui.errors import SourceError
from digest_tui.paths import private
from digest_tui.sources.base import Source
from digest_tui.sources.endings import git_patterns
from digest_tui.sources.fixed import COPY
from digest_tui.sources.folder import Folder, FolderSource
from digest_tui.sources.git_address import (
    checked_address,
    identity,
    is_local,
    looks_remote,
    name_of,
    plain_address,
    shown_address,
)
from digest_tui.sources.git_command import TIME_LIMIT, Git
from digest_tui.sources.origin import Origin

_HEAD = "refs/digest-tui/head"
# A filter is a command of the person's own that a file of the repository would choose: the last word is ours.
_ATTRIBUTES = "* -filter -ident -text -eol -working-tree-encoding\n"


class Clone(NamedTuple):
    """A repository and the folder that holds its digests."""

    address: str
    folder: Path
    """The digests alone; git's own files are in another folder, so nothing here is a repository to any program."""

    @property
    def name(self) -> str:
        """The name of the source."""
        return self.folder.name

    @property
    def is_there(self) -> bool:
        """True once it was fetched."""
        return self.folder.is_dir()

    @property
    def git_dir(self) -> Path:
        """Git's own files."""
        return _git_dir_of(self.folder)

    def remove(self) -> None:
        """Delete the copy; raises SourceError when it cannot be deleted."""
        try:
            for folder in (self.folder, self.git_dir):
                if folder.exists():
                    shutil.rmtree(folder)
            self.git_dir.with_suffix(".lock").unlink(missing_ok=True)
        except OSError as error:
            raise SourceError(f"The copy in {self.folder} cannot be deleted: {error.strerror or error}.") from error


def clone_of(address: str, name: str | None, folder: Path) -> Clone:
    """Return the clone of a repository below the folder of all clones."""
    return Clone(address, folder / (name or name_of(address)))


def _git_dir_of(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.git")


def is_fetched_copy(file: Path) -> bool:
    """Return True for a file in a folder that was fetched, however that folder was named for this run."""
    return any((_git_dir_of(folder) / _HEAD).is_file() for folder in file.parents if folder.name)


class Fetch:
    """One fetch of a repository; no command of git's reads a repository that somebody else made."""

    def __init__(self, clone: Clone, environ: Mapping[str, str], time_limit: float = TIME_LIMIT) -> None:
        self._clone = clone
        local = is_local(clone.address)
        self._git = Git(clone.git_dir, clone.folder, environ, local=local, time_limit=time_limit)

    @property
    def name(self) -> str:
        """The name of the source."""
        return self._clone.name

    def run(self) -> bool:
        """Update the digests to the newest state of the default branch, and return True when anything changed.

        Raises UsageError for an address that git may not be given, SourceError when it cannot be fetched, and
        CancelledError after `stop`; what was there stays.
        """
        address = checked_address(self._clone.address)
        git_dir = self._clone.git_dir
        with _alone(git_dir):
            private(self._clone.folder)
            # Again each time: it mends what was taken away, and does nothing else.
            self._git.run("init", "--quiet", "--template=")
            private(git_dir / "info")
            (git_dir / "info" / "attributes").write_text(_ATTRIBUTES)
            # Nothing but digests is written, so neither is what a program would find and run.
            (git_dir / "info" / "sparse-checkout").write_text(git_patterns())
            before = self._head()
            self._git.run(
                "fetch", "--quiet", "--depth=1", "--force", "--no-tags", "--no-recurse-submodules",
                "--no-write-fetch-head", "--no-auto-maintenance", "--", address, f"HEAD:{_HEAD}",
            )  # fmt: skip
            self._git.run("reset", "--quiet", "--hard", _HEAD)
            self._git.run("clean", "--quiet", "--force", "--force", "-d", "-x")
            return self._head() != before

    def stop(self) -> None:
        """End the fetch at once, from any thread."""
        self._git.stop()

    def _head(self) -> str:
        """Return the commit that was fetched; empty before the first."""
        return self._git.run("for-each-ref", "--format=%(objectname)", _HEAD).strip()


@contextmanager
def _alone(git_dir: Path) -> Iterator[None]:
    """Hold a clone against other processes; a lock that git left when it was killed is then nobody's."""
    try:
        private(git_dir)
        with open(git_dir.with_suffix(".lock"), "a") as lock:
            if os.name == "posix":
                import fcntl  # noqa: PLC0415 - there is none on Windows

                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for left in git_dir.rglob("*.lock"):
                left.unlink()
            yield
    except BlockingIOError as error:
        raise SourceError("Another digest-tui is fetching the same repository: wait for it to finish.") from error
    except OSError as error:
        raise SourceError(f"{git_dir.parent} cannot be written: {error.strerror or error}.") from error


def is_bare(folder: Path) -> bool:
    """Return True for a repository without files of its own."""
    try:
        return (folder / "HEAD").is_file() and (folder / "objects").is_dir()
    except OSError:
        return False


class _CopiedSource(FolderSource):
    """The digests of a clone."""

    @property
    def why_fixed(self) -> str:
        """See `Source`: a fetch resets what is there."""
        return COPY


class _CopiedFolder(Folder):
    """The folder of a clone."""

    def expected(self, name: str | None = None) -> Source:
        """Return the source of a missing clone, which may be back some time."""
        return _CopiedSource(self.path, name)


class Repository(Origin):
    """A place that is a git repository, named by its address and read from a clone of ours."""

    def __init__(self, text: str, name: str | None, base: Path, copies: Path | None) -> None:
        super().__init__(text, name or name_of(text), base, copies)
        assert copies is not None, "a repository is only asked for where it may be fetched"
        self._clone = clone_of(plain_address(text), name, copies)

    @staticmethod
    def recognises(text: str, base: Path) -> bool:
        """Return True for text like an address, or the absolute path of a repository without files."""
        return looks_remote(text) or (is_local(text) and is_bare(Path(text)))

    def open(self, name: str | None = None) -> Source:
        """Return the folder of the clone; raises SourceError when it cannot be read."""
        return _CopiedFolder.at(self.path).open(name)

    def expected(self, name: str | None = None) -> Source:
        """Return the folder of a missing clone, which may be back some time."""
        return _CopiedFolder.at(self.path).expected(name)

    def fetch(self, environ: Mapping[str, str]) -> Fetch:
        """Return a fetch of the repository."""
        return Fetch(self._clone, environ)

    def remove(self) -> None:
        """Delete the clone; raises SourceError when it cannot be deleted."""
        self._clone.remove()

    @property
    def path(self) -> Path:
        """The folder of the clone, which holds the digests alone."""
        return self._clone.folder

    @property
    def needs_fetch(self) -> bool:
        """True until it was fetched for the first time."""
        return not self._clone.is_there

    @property
    def shown(self) -> str:
        """The address without what may be a password."""
        return shown_address(self.text)

    @property
    def identity(self) -> str:
        """What is the same for all spellings of the address."""
        return identity(self.text)

    @property
    def lasting(self) -> str:
        """The address."""
        return self._clone.address
