"""One walk through a folder and all below it: possible digests, what is left out, and what could not be seen."""

import errno
import os
import stat
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path

from digest_tui.model import Problem
from digest_tui.sources.base import FileRef, display_name
from digest_tui.sources.endings import is_passed_over, may_be_digest

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_GONE = (errno.ENOENT, errno.ENOTDIR)


class Walk:
    """Iterates over the possible digests; each folder is entered once, and no link is followed out.

    What it says of the rest holds when it has ended.
    """

    def __init__(self, root: Path, mounts: Mapping[str, int], max_folders: int | None = None) -> None:
        """Start a walk; `mounts` are those of an earlier one, `max_folders` limits one of a place that nobody knows."""
        self._root = os.path.realpath(root)
        self._max_folders = max_folders
        self.is_cut = False
        """True when there are more folders than were to be entered."""
        self._known_mounts = mounts
        self.files = 0
        """The number of files of any kind that were met."""
        self.problems: dict[str, Problem] = {}
        """Problems of things left out or not entered, by path."""
        self.unseen: list[str] = []
        """See `Source.unseen`."""
        self.root_error: OSError | None = None
        """The error that kept the root from being entered."""
        self.mounts: dict[str, int] = {}
        """The devices of the root and of folders on another one, by path: what is unmounted is another device."""
        self.entered: set[tuple[int, int]] = set()
        """The folders that were entered, by device and number."""
        self._folders: deque[tuple[str, str]] = deque([("", self._root)])
        self._linked_folders: deque[tuple[str, str]] = deque()
        self._has_lost_something = False

    def __iter__(self) -> Iterator[FileRef]:
        # Links come last, so that a folder that is reached both ways is listed under its own name.
        while self._folders or self._linked_folders:
            if self._max_folders is not None and len(self.entered) >= self._max_folders:
                self.is_cut = True
                break
            prefix, folder = self._folders.popleft() if self._folders else self._linked_folders.popleft()
            try:
                entries = self._entries(prefix, folder)
            except OSError as error:
                self._not_entered(prefix, error)
            else:
                yield from self._in_folder(prefix, entries)
        if self._has_lost_something:
            self._look_at_the_root_again()

    def _entries(self, prefix: str, folder: str) -> list[os.DirEntry[str]]:
        status = os.stat(folder)
        identity = (status.st_dev, status.st_ino)
        if identity in self.entered:
            return []
        with os.scandir(folder) as listing:
            entries = list(listing)
        self.entered.add(identity)
        if not prefix or status.st_dev != self.mounts[""]:
            self.mounts[prefix] = status.st_dev
        if not entries and self._known_mounts.get(prefix, status.st_dev) != status.st_dev:
            raise OSError(errno.ENODEV, "what was mounted there is gone")
        return entries

    def _not_entered(self, prefix: str, error: OSError) -> None:
        if not prefix:
            self.root_error = error
        elif error.errno in _GONE:
            # Deleted since it was listed, or the root went away.
            self._has_lost_something = True
            return
        else:
            where = prefix.rstrip("/")
            message = f"The folder {where} cannot be read: {error.strerror or error}."
            self.problems[where] = Problem("unreadable", message, path=where)
        self.unseen.append(prefix)

    def _in_folder(self, prefix: str, entries: list[os.DirEntry[str]]) -> Iterator[FileRef]:
        for entry in entries:
            if is_passed_over(entry.name):
                continue
            path = prefix + display_name(entry.name)
            try:
                if entry.is_symlink():
                    yield from self._linked(path, entry)
                elif entry.is_dir(follow_symlinks=False):
                    self._folders.append((f"{path}/", entry.path))
                else:
                    self.files += 1
                    if may_be_digest(entry.name):
                        yield from self._regular(path, entry.path, entry.stat(follow_symlinks=False))
            except OSError as error:
                self._not_looked_at(path, error)

    def _linked(self, path: str, entry: os.DirEntry[str]) -> Iterator[FileRef]:
        may_be = may_be_digest(entry.name)
        try:
            status = os.stat(entry.path)
        except OSError as error:
            # Without an ending it may have been a folder.
            if may_be or "." not in entry.name:
                self._leave_out(path, f"it is a link that {_broken(error)}, to {_target(entry)}.")
                self.unseen.append(f"{path}/")
            return
        target = os.path.realpath(entry.path)
        is_folder = stat.S_ISDIR(status.st_mode)
        if target != self._root and not target.startswith(os.path.join(self._root, "")):
            if may_be or is_folder:
                leads = f"it is a link that leads out of the folder, to {display_name(target)}"
                self._leave_out(path, f"{leads}; name that with --dir to read it too.")
        elif is_folder:
            self._linked_folders.append((f"{path}/", target))
        else:
            self.files += 1
            if may_be:
                yield from self._regular(path, target, status)

    def _regular(self, path: str, location: str, status: os.stat_result) -> Iterator[FileRef]:
        if stat.S_ISREG(status.st_mode):
            yield FileRef(path, Path(location), status.st_mtime_ns, status.st_size, status.st_ino)
        else:
            self._leave_out(path, f"it is {kind_of(status)}, not a file.")

    def _leave_out(self, path: str, reason: str) -> None:
        self.problems[path] = Problem("left-out", f"{path} is left out: {reason}", path=path)

    def _not_looked_at(self, path: str, error: OSError) -> None:
        if error.errno in _GONE:
            self._has_lost_something = True
            return
        self.problems[path] = Problem("unreadable", f"{path} cannot be read: {error.strerror or error}.", path=path)
        self.unseen.append(path)

    def _look_at_the_root_again(self) -> None:
        """Note a root that went away during the walk: it must not seem as if everything in it were deleted."""
        try:
            status = os.stat(self._root)
            if (status.st_dev, status.st_ino) in self.entered:
                return
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        except OSError as error:
            self.root_error = error
            self.unseen.append("")


def kind_of(status: os.stat_result) -> str:
    """Return the kind of a thing that stands in place of a file."""
    if stat.S_ISDIR(status.st_mode):
        return "a folder"
    return next((kind for is_kind, kind in _KINDS if is_kind(status.st_mode)), "something else")


def _broken(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "leads in a circle"
    return "leads nowhere" if error.errno in _GONE else f"cannot be followed ({error.strerror or error})"


def _target(entry: os.DirEntry[str]) -> str:
    try:
        return display_name(os.readlink(entry.path))
    except OSError:
        return "nothing"
