"""The screen of the last run, shown before anything else is loaded.

Delete this module and its callers to be rid of it.

At exit the screen that the next start would show is saved with everything it depends on. At a start where all of that
still holds it is written at once; the live screen takes over when it is there. Anything odd: the ordinary start.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress

from digest_tui.checked_marshal import dumps, loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    # `typing` takes longer to load than all the rest here.
    from typing import Any

FLAG = "--no-saved-frame"
_LAYOUT = 1
_LARGEST = 1 << 20
_TERMINAL = ("TERM", "TERM_PROGRAM", "COLORTERM", "NO_COLOR", "TMUX")
_ENVIRONMENT = (*_TERMINAL, "LANG", "LC_ALL", "LC_CTYPE", "DIGEST_TUI_DIR", "TZ")
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?1049l\x1b[?25h"


class Shown:
    """A saved screen that is on the terminal."""

    def __init__(self, key: str, attributes: list[Any]) -> None:
        self.key = key
        """The paper under the cursor: keys typed meanwhile are meant for it."""
        self.attributes = attributes
        """The terminal's modes before."""


_shown: Shown | None = None


def show(argv: list[str]) -> None:
    """Show the saved screen if it is the one that this start would show."""
    global _shown
    if os.name != "posix" or FLAG in argv:
        return
    try:
        saved = _read()
        frame, key, conditions, files = saved
        if conditions != _conditions(argv) or any(stamp != _stamp(file) for file, stamp in files):
            return
        import termios

        attributes = termios.tcgetattr(0)
        quiet = list(attributes)
        # As the live screen will have it: a key that is typed now is that key then, ctrl+q, ctrl+v and Enter too.
        quiet[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        _shown = Shown(key, attributes)
        # SIGINT too: as an exception it could be raised anywhere, where it is taken for another one.
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT):
            signal.signal(number, _end)
        termios.tcsetattr(0, termios.TCSANOW, quiet)
        _write(f"{_ENTER}{frame}")
    except Exception:  # whatever it is, there is an ordinary start
        leave()


def key_shown() -> str | None:
    """Return the paper under the cursor of the screen that is shown; None without one."""
    return None if _shown is None else _shown.key


def attributes_before() -> list[Any] | None:
    """Return the terminal's modes before a screen was shown; None without one."""
    return None if _shown is None else _shown.attributes


def take_over() -> Shown | None:
    """Hand the shown screen over to the live one, whose business it is from now on."""
    global _shown
    shown, _shown = _shown, None
    return shown


def leave() -> None:
    """Leave the terminal as it was, unless the live screen has it."""
    if (shown := take_over()) is not None:
        import termios

        from digest_tui.full_terminal import write_without_waiting

        try:
            write_without_waiting(2, _LEAVE)
            termios.tcsetattr(0, termios.TCSANOW, shown.attributes)
        except (OSError, termios.error):
            pass


def save(frame: str, key: str, size: tuple[int, int], argv: list[str], files: list[str]) -> None:
    """Keep a screen for the next start; `files` are those whose change would change it. What fails is not kept."""
    try:
        if FLAG in argv or os.name != "posix" or size != tuple(os.get_terminal_size(2)):
            forget()
            return
        conditions = _conditions(argv)
        packed = dumps((frame, key, conditions, [(file, _stamp(file)) for file in files]))
        file = _file()
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
        new = f"{file}.{os.getpid()}"
        descriptor = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
        try:
            os.write(descriptor, packed)
        finally:
            os.close(descriptor)
        os.replace(new, file)
    except (OSError, ValueError):
        forget()


def forget() -> None:
    """Delete the saved screen: the next start is an ordinary one."""
    with suppress(OSError):
        os.unlink(_file())


def _read() -> tuple[str, str, object, list[tuple[str, object]]]:
    descriptor = os.open(_file(), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        status = os.fstat(descriptor)
        if status.st_uid != os.geteuid() or status.st_mode & 0o170077 != 0o100000 or status.st_size > _LARGEST:
            raise ValueError
        frame, key, conditions, files = loads(os.read(descriptor, _LARGEST))
        return str(frame), str(key), conditions, list(files)
    finally:
        os.close(descriptor)


def _conditions(argv: list[str]) -> tuple[Any, ...]:
    """Return all conditions of a start except its files; raises OSError without a terminal."""
    environment = {name: os.environ[name] for name in os.environ if name in _ENVIRONMENT or name[:7] == "TEXTUAL"}
    where = (os.path.dirname(__file__), sys.version, os.getcwd(), sorted(environment.items()))
    if not (os.isatty(0) and os.isatty(1) and os.isatty(2)):
        raise OSError
    return (_LAYOUT, list(argv), tuple(os.get_terminal_size(2)), time.strftime("%Y-%m-%d"), *where)


def _stamp(file: str) -> tuple[int, int] | None:
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _file() -> str:
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/digest-tui/first-frame")
    cache = os.environ.get("XDG_CACHE_HOME", "")
    # As the specification says: what is not absolute is passed over.
    return os.path.join(cache if os.path.isabs(cache) else os.path.expanduser("~/.cache"), "digest-tui", "first-frame")


def _write(text: str) -> None:
    data = text.encode()
    while data:
        data = data[os.write(2, data) :]


def _end(number: int, _: object) -> None:
    leave()
    os._exit(128 + number)
