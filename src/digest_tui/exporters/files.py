"""The person's own files that papers are written into: read whole, replaced whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from digest_tui.errors import ExportError

MAX_BYTES = 256 << 20
"""The largest file that is brought up to date; a bibliography of a hundred thousand papers has 60 MB."""
_BOM = "\ufeff"


class Target(NamedTuple):
    """A file as it was read; a path that does not exist yet has an empty text."""

    path: Path
    """The file itself, where a link leads to it."""
    text: str
    """Its text, with lines that end in `\\n` where all end in `\\r\\n`, and without a byte order mark."""
    ends_lines_with: str = "\n"
    has_bom: bool = False
    state: tuple[int, int, int] | None = None
    """Its inode, size and time of change when it was read; None where there was none."""


def read_target(path: Path) -> Target:
    """Read a file that is to be brought up to date; raises ExportError."""
    # A link stays a link: what it leads to is the person's file.
    real = Path(os.path.realpath(path))
    try:
        # Asked by the path that was given: what some links in /dev lead to has none.
        _refuse_what_is_no_file(path, os.stat(path))
        # What has become a pipe meanwhile must not block.
        descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        if not real.parent.is_dir():
            raise ExportError(f"{path} is not written: there is no folder {path.parent}.") from None
        return Target(real, "")
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        status = os.fstat(descriptor)
        _refuse_what_is_no_file(path, status)
        with open(descriptor, "rb", closefd=False) as stream:
            data = stream.read()
    except OSError as error:
        raise _unreadable(path, error) from error
    finally:
        os.close(descriptor)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ExportError(
            f"{path} is not UTF-8 on line {line}, so it is left as it is: convert it first.", line
        ) from error
    has_bom = text.startswith(_BOM)
    text = text.removeprefix(_BOM)
    # Where both kinds of ends are mixed, every line stays what it is.
    is_crlf = "\r\n" in text and text.count("\n") == text.count("\r\n") == text.count("\r")
    if is_crlf:
        text = text.replace("\r\n", "\n")
    return Target(real, text, "\r\n" if is_crlf else "\n", has_bom, _state(status))


def replace(target: Target, text: str) -> bool:
    """Write the new text of a file, and return False where it is the one that it has; raises ExportError.

    The file is replaced at once, keeps its permissions, and is left alone where another program wrote it meanwhile.
    """
    if target.state is not None and text == target.text:
        return False
    data = ((_BOM if target.has_bom else "") + text.replace("\n", target.ends_lines_with)).encode("utf-8", "replace")
    path = target.path
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".digest-tui-")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(temporary, _mode(path))
            if _state_now(path) != target.state:
                raise ExportError(
                    f"{path} was changed meanwhile by another program, so it is left as it is: try again."
                )
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror or error}).") from error
    return True


def _refuse_what_is_no_file(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ExportError(f"{path} is a folder: name a file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise ExportError(f"{path} is not a regular file: leave out -o to write to standard output.")
    if not status.st_mode & 0o222:
        # It could be replaced all the same, since that is up to the folder.
        raise ExportError(f"{path} is read-only, so it is left as it is.")
    if status.st_size > MAX_BYTES:
        raise ExportError(f"{path} is larger than {MAX_BYTES >> 20} MB, so it is left as it is.")


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        # Python has no other way to ask for it.
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask


def _state_now(path: Path) -> tuple[int, int, int] | None:
    try:
        return _state(os.stat(path))
    except FileNotFoundError:
        return None


def _state(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns


def _unreadable(path: Path, error: OSError) -> ExportError:
    return ExportError(f"{path} cannot be read ({error.strerror or error}), so it is left as it is.")
