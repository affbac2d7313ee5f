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
from collections.abc import Callable
from pathlib import Path

import pyte

from support.patience import PATIENCE_SECONDS, patiently

_QUIET_SECONDS = 0.05
"""Who has read all that was typed and writes nothing for so long has nothing more to show."""
_MODES = (1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048)
"""Private modes that a full-screen program turns on and must turn off; source: xterm's ctlseqs."""
_MODES_OFF = (7, 25)
"""Those that are on before: lines wrap, the cursor is seen."""
_IN_THE_TERMINAL = ("/bin/sh", "-c", 'exec <>"$0" >&0 2>&0 && exec "$@"')
"""Opens a terminal, which becomes the controlling one of a new session, and runs a command in place of the shell."""


class Terminal:
    """Runs a program in a pseudo-terminal and keeps its screen.

    It is the controlling terminal of the program, as any window is: one that is not sends no signal when it goes.
    """

    def __init__(
        self,
        command: list[str],
        environ: dict[str, str],
        cwd: Path,
        size: tuple[int, int],
        *,
        is_controlling: bool = True,
        answers: bool = False,
    ) -> None:
        columns, lines = size
        self.screen = _AnsweringScreen(columns, lines, self.send) if answers else pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.received = b""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.slave = slave
        """The end of the program, to do to it what other programs may."""
        self.modes_before = termios.tcgetattr(slave)
        # Not in a function that runs between fork and exec: the tests have threads.
        wrapper = (*_IN_THE_TERMINAL, os.ttyname(slave)) if is_controlling else ()
        self.process = subprocess.Popen(
            [*wrapper, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environ,
            cwd=cwd,
            start_new_session=True,
        )
        if is_controlling:
            self._wait_until_controlling()

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
        for _ in patiently():
            if holds(self.text):
                return self.text
            if self.process.poll() is not None:
                break
            self.receive(0.05)
        raise AssertionError(f"never on screen: {condition!r}\n{self.text}")

    def settle(self) -> None:
        """Read until the program has read what was typed and writes nothing any more."""
        for _ in patiently():
            if not self.receive(_QUIET_SECONDS) and not self._is_typed_ahead():
                return
        raise AssertionError(f"the program reads no keys\n{self.text}")

    def wait_for_exit(self) -> int:
        """Read until the program has ended, and return its exit code."""
        for _ in patiently():
            if self.process.poll() is not None:
                while self.receive(0):
                    pass
                return self.process.returncode
            self.receive(0.05)
        raise AssertionError(f"the program did not end\n{self.text}")

    def hang_up(self) -> None:
        """Take the terminal away; then nothing can be read any more, only the end be waited for."""
        os.close(self.slave)
        os.close(self._master)
        self._master = self.slave = -1

    def wait_for_exit_without_terminal(self) -> int:
        """Wait until the program has ended whose terminal was taken away, and return its exit code."""
        return self.process.wait(PATIENCE_SECONDS)

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        self.screen.resize(lines, columns)
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def wait_until_stopped(self) -> None:
        """Read until the program was stopped by a signal."""
        for _ in patiently():
            if os.waitpid(self.process.pid, os.WUNTRACED | os.WNOHANG) != (0, 0):
                while self.receive(0):
                    pass
                return
            self.receive(0.05)
        raise AssertionError("the program was not stopped")

    def modes_changed(self) -> set[int | str]:
        """What is otherwise than before the program: private modes, keys as kitty names them, the line discipline."""
        changed: set[int | str] = {mode for mode in _MODES if self._is_last(f"?{mode}h", f"?{mode}l")}
        changed |= {mode for mode in _MODES_OFF if self._is_last(f"?{mode}l", f"?{mode}h")}
        if self._is_last(">25u", "<u"):
            changed.add("keys")
        if self.modes_after() != self.modes_before:
            changed.add("line discipline")
        return changed

    def _wait_until_controlling(self) -> None:
        for _ in patiently():
            if os.tcgetpgrp(self._master) == self.process.pid or self.process.poll() is not None:
                return
            os.sched_yield()
        raise AssertionError("the terminal is nobody's controlling one")

    def _is_last(self, one: str, other: str) -> bool:
        return self.received.rfind(f"\x1b[{one}".encode()) > self.received.rfind(f"\x1b[{other}".encode())

    def modes_after(self) -> list[object]:
        """The line discipline now."""
        return list(termios.tcgetattr(self.slave))

    def _is_typed_ahead(self) -> bool:
        waiting = fcntl.ioctl(self.slave, termios.FIONREAD, struct.pack("i", 0))
        return bool(struct.unpack("i", waiting)[0]) and self.process.poll() is None

    def receive(self, timeout: float = 0.02) -> bool:
        """Read what the program writes, and say whether it wrote anything within so many seconds."""
        ready, _, _ = select.select([self._master] if self._master >= 0 else [], [], [], timeout)
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
        for end in (self._master, self.slave):
            if end >= 0:
                os.close(end)


class _AnsweringScreen(pyte.Screen):
    """Says where its cursor is when it is asked."""

    def __init__(self, columns: int, lines: int, answer: Callable[[str], None]) -> None:
        super().__init__(columns, lines)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        self._answer(data)


def words(text: str) -> str:
    """A screen as one line without the frames in it: where a sentence is broken depends on the length of paths."""
    return " ".join(re.sub("[▏▌]", " ", text).split())


def _without_private(data: bytes) -> bytes:
    return re.sub(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p", b"", data)
