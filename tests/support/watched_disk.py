"""What one thread asks of the disk: files, folders, processes and databases."""

import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import digest_tui
from digest_tui.paths import styles_dir

_AUDITED = (
    *("open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate"),
    *("os.utime", "os.chmod", "os.chown", "os.link", "os.symlink", "os.posix_spawn", "os.fork", "fcntl.flock"),
    *("subprocess.Popen", "sqlite3.connect"),
)
"""What Python itself tells of a program."""
_UNTOLD = ("stat", "lstat", "access", "readlink", "statvfs", "fsync")
"""What of `os` it does not tell of."""
_LOADING = "<frozen importlib"
_STYLES = tuple({str(styles_dir()), str(Path(digest_tui.__file__).parent / "styles")})
"""Where the style sheets are, and where it is looked for them."""


class WatchedDisk:
    """Writes down what a thread asks of the disk; modules and style sheets, the program's own parts, are left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        """What was asked, each with who asked, the innermost first."""
        self._thread: int | None = None

    @contextmanager
    def here(self) -> Iterator[None]:
        """Write down what the thread that asks for this does from now on."""
        self._thread = threading.get_ident()
        try:
            yield
        finally:
            self._thread = None

    @contextmanager
    def elsewhere(self) -> Iterator[None]:
        """Do something in this thread that is not the program's."""
        thread, self._thread = self._thread, None
        try:
            yield
        finally:
            self._thread = thread

    def note(self, what: str, argument: object = "") -> None:
        """Something was asked by whatever thread."""
        if threading.get_ident() != self._thread or str(argument).startswith(_STYLES):
            return
        callers = list(_callers(sys._getframe(1)))
        if not callers[0].f_code.co_filename.startswith(_LOADING):
            ours = [frame.f_code for frame in callers if "/digest_tui/" in frame.f_code.co_filename]
            names = (f"{os.path.basename(code.co_filename)}:{code.co_name}" for code in ours[:4])
            self.found.append(f"{what} {argument} < {' < '.join(names)}")


def _callers(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        if frame.f_code.co_filename != __file__:
            yield frame
        frame = frame.f_back


_hooked: list[WatchedDisk] = []
"""A hook can never be taken away: it is there once, for who watches now."""


@contextmanager
def watched_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[WatchedDisk]:
    """Watch the disk, and every database that is opened from now on."""
    watched = WatchedDisk()
    connect = sqlite3.connect

    def connected(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(lambda statement: watched.note("SQL", statement))
        return connection

    def told(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def telling(*arguments: Any, **options: Any) -> Any:
            watched.note(f"os.{name}", arguments[0])
            return call(*arguments, **options)

        return telling

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", connected)
        for name in _UNTOLD:
            patch.setattr(os, name, told(name, getattr(os, name)))
        if not _hooked:
            sys.addaudithook(_audited)
        _hooked[:] = [watched]
        try:
            yield watched
        finally:
            _hooked[:] = [WatchedDisk()]


def _audited(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _AUDITED:
        _hooked[0].note(event, arguments[0])
