"""Windows in which a reader runs, and that go away under it."""

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from support.patience import patiently
from support.processes import is_running, is_stopped
from support.repositories import program
from support.terminal import Terminal

SIZE = (120, 36)


@dataclass
class Reader:
    """What is typed to start a reader, and where."""

    folder: Path
    command: list[str]
    environ: dict[str, str] = field(default_factory=dict)


class Window:
    """A terminal that was opened for the reader alone: it is the first process of its session."""

    is_controlling = True

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.terminal = self._open(reader.command)
        self.pid = self._find()

    def _open(self, command: list[str]) -> Terminal:
        environ = self.reader.environ
        return Terminal(command, environ, self.reader.folder, SIZE, is_controlling=self.is_controlling)

    def _find(self) -> int:
        return self.terminal.process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the reader runs."""
        return is_running(self.pid)

    @property
    def text(self) -> str:
        """The screen."""
        self.terminal.receive()
        return self.terminal.text

    def send(self, keys: str) -> None:
        """Type."""
        self.terminal.send(keys)

    def wait_for(self, condition: str | Callable[[str], bool]) -> None:
        """Wait until the screen holds a text or fits a condition."""
        holds = condition if callable(condition) else lambda text: condition in text
        for _ in patiently():
            if holds(text := self.text):
                return
        raise AssertionError(f"never on screen: {condition!r}\n{text}")

    def wait_until_stopped(self) -> None:
        """Wait until the reader was stopped by a signal."""
        for _ in patiently():
            self.terminal.receive()
            if is_stopped(self.pid):
                return
        raise AssertionError("the reader was not stopped")

    def go(self) -> None:
        """Take the window away."""
        self.terminal.hang_up()

    def wait_for_end(self) -> int | None:
        """Wait until the reader has ended, and return its exit code where it is known."""
        return self.terminal.wait_for_exit_without_terminal()

    def close(self) -> None:
        """End everything."""
        self.terminal.close()
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class SilentWindow(Window):
    """A terminal that sends no signal when it goes: it is not the controlling one."""

    is_controlling = False


class _StartedByAnother(Window):
    """A window whose first process is not the reader."""

    def _find(self) -> int:
        for _ in patiently():
            self.terminal.receive()
            if self._note.exists():
                return int(self._note.read_text())
        raise AssertionError(f"the reader did not start\n{self.terminal.text}")

    @property
    def _note(self) -> Path:
        return self.reader.folder / "pid"

    def _program(self, command: list[str]) -> str:
        script = f"echo $$ > {self._note}.new; mv {self._note}.new {self._note}; exec {shlex.join(command)}"
        return str(program(self.reader.folder / "bin" / "reader", script))

    def wait_for_end(self) -> int | None:
        """Wait until the reader has ended."""
        for _ in patiently():
            if not self.is_alive:
                return None
            self.terminal.receive()
        raise AssertionError("the reader lives on")


class ShellWindow(_StartedByAnother):
    """A shell that was typed to: the reader is a job, which the shell ends too when its terminal goes."""

    def _open(self, command: list[str]) -> Terminal:
        name = self._program(command)
        terminal = super()._open(["bash", "--norc", "--noprofile", "-i"])
        terminal.send(f"PS1='ready> '; {name}\n")
        return terminal


class ScriptWindow(_StartedByAnother):
    """A script that waits for the reader: both are in the foreground."""

    def _open(self, command: list[str]) -> Terminal:
        return super()._open(["/bin/sh", "-c", f"{self._program(command)}; exit 3"])


class TmuxWindow(_StartedByAnother):
    """A pane of tmux, and how it goes: a command of tmux, or what is done to its server or its only client."""

    KILL, CLIENT = "kill -9", "client"

    def __init__(self, reader: Reader, how: str) -> None:
        self._how = how
        # The name of a socket may have a hundred characters.
        self._sockets = tempfile.TemporaryDirectory(prefix="tmux-")
        self._environ = {**reader.environ, "TMUX_TMPDIR": self._sockets.name}
        super().__init__(reader)

    def _open(self, command: list[str]) -> Terminal:
        columns, rows = map(str, SIZE)
        size = "-x", columns, "-y", rows
        self._tmux("-f", os.devnull, "new-session", "-d", *size, self._program(command))
        self._server = int(self._tmux("display-message", "-p", "#{pid}"))
        client = Terminal(["tmux", "attach"], self._environ, self.reader.folder, SIZE)
        client.wait_for("[0]")
        if self._how == self.CLIENT:
            self._tmux("set-option", "-g", "destroy-unattached", "on")
        return client

    def go(self) -> None:
        """Take the window away."""
        if self._how == self.KILL:
            os.kill(self._server, signal.SIGKILL)
        elif self._how == self.CLIENT:
            self.terminal.hang_up()
        else:
            self._tmux(self._how)

    def close(self) -> None:
        """End everything."""
        with suppress(ProcessLookupError):
            os.kill(self._server, signal.SIGKILL)
        super().close()
        self._sockets.cleanup()

    def _tmux(self, *words: str) -> str:
        ran = subprocess.run(["tmux", *words], env=self._environ, check=True, capture_output=True, encoding="utf-8")
        return ran.stdout
