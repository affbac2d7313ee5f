"""A real terminal for the program: a pty with an emulator behind it."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

PATIENCE = 30.0
"""Seconds after which a screen that was waited for will not come any more."""

_MODES = (1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048)
"""Private modes that a full-screen program turns on and must turn off; source: xterm's ctlseqs."""
_MODES_OFF = (7, 25)
"""Those that are on before: lines wrap, the cursor is seen."""


class Terminal:
    """Runs a program in a pseudo-terminal and keeps its screen."""

    def __init__(
        self, command: list[str], environ: dict[str, str], cwd: Path, size: tuple[int, int], *, hangup: bool = True
    ) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.received = b""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._slave = slave
        self.modes_before = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environ,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=None if hangup else _ignore_hangup,  # noqa: PLW1509  (no threads in the tests that use it)
        )

    @property
    def text(self) -> str:
        """The screen as lines of text; the second cell of a wide character is left out."""
        # `display` of pyte 0.8.2 does not bear a wide character of which the first half was written over.
        columns, rows = range(self.screen.columns), range(self.screen.lines)
        return "\n".join("".join(self.screen.buffer[y][x].data for x in columns).rstrip() for y in rows)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._master, keys.encode())

    def wait_for(self, condition: str | Callable[[str], bool]) -> str:
        """Wait until the screen holds a text or fits a condition, and return the screen."""
        holds = condition if callable(condition) else lambda text: condition in text
        deadline = time.monotonic() + PATIENCE
        while not holds(self.text):
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise AssertionError(f"never on screen: {condition!r}\n{self.text}")
            self._receive(0.05)
        return self.text

    def settle(self) -> None:
        """Read until the program writes nothing any more."""
        while self._receive(0.1):
            pass

    def wait_for_exit(self) -> int:
        """Read until the program has ended, and return its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"the program did not end\n{self.text}")
            self._receive(0.05)
        while self._receive(0):
            pass
        return self.process.returncode

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        self.screen.resize(lines, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        os.kill(self.process.pid, signal.SIGWINCH)

    def wait_until_stopped(self) -> None:
        """Read until the program was stopped by a signal."""
        deadline = time.monotonic() + PATIENCE
        while os.waitpid(self.process.pid, os.WUNTRACED | os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                raise AssertionError("the program was not stopped")
            self._receive(0.05)
        while self._receive(0):
            pass

    def modes_changed(self) -> set[int | str]:
        """What is otherwise than before the program: private modes, keys as kitty names them, the line discipline."""
        changed: set[int | str] = {mode for mode in _MODES if self._is_last(f"?{mode}h", f"?{mode}l")}
        changed |= {mode for mode in _MODES_OFF if self._is_last(f"?{mode}l", f"?{mode}h")}
        if self._is_last(">25u", "<u"):
            changed.add("keys")
        if self.modes_after() != self.modes_before:
            changed.add("line discipline")
        return changed

    def _is_last(self, one: str, other: str) -> bool:
        return self.received.rfind(f"\x1b[{one}".encode()) > self.received.rfind(f"\x1b[{other}".encode())

    def modes_after(self) -> list[object]:
        """The line discipline now."""
        return list(termios.tcgetattr(self._slave))

    def _receive(self, timeout: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.received += data
        # pyte 0.8 prints the tails of private sequences it does not know.
        self._stream.feed(_without_private(data))
        return bool(data)

    def close(self) -> None:
        """End the program if the test left it running."""
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        for end in (self._master, self._slave):
            if end >= 0:
                os.close(end)


def _ignore_hangup() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


def _without_private(data: bytes) -> bytes:
    return re.sub(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p", b"", data)
