"""Results on a terminal, as git shows them: in the person's pager where they are longer than the screen."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from types import FrameType

from digest_tui.errors import PagerError
from digest_tui.guest import has_terminal, keys_for_guest, pass_on
from digest_tui.pager import pager_words, start_pager
from digest_tui.patterns import pattern
from digest_tui.text import cells_of

_DECLINED = ("", "cat")
"""What `PAGER` is for people who want none."""
_OUTPUT = 1
"""The descriptor of standard output, which is the terminal."""
_CODES = pattern(r"\x1b\[[0-9;]*m")


def paged(lines: Iterable[str], tell: Callable[[str], object]) -> Iterator[str]:
    """Show lines in the pager if they are longer than the screen; yield those that are still to be printed.

    They are made while the pager shows the first of them, and no more of them once it was left. What is wrong with the
    pager is told after the lines.
    """
    rest = iter(lines)
    room = shutil.get_terminal_size()
    first: list[str] = []
    height = 0
    # The prompt of the shell takes a line too.
    while height < room.lines and (line := next(rest, None)) is not None:
        first.append(line)
        height += _height(line, room)
    trouble = ""
    try:
        if height >= room.lines and (words := _words()):
            with _end_passed_on(), _modes_restored(), keys_for_guest():
                _show(start_pager(words, _environ(), sys.stdout.encoding), first, rest)
            return
    except PagerError as error:
        trouble = str(error)
    yield from chain(first, rest)
    if trouble:
        tell(trouble)


def _height(text: str, room: os.terminal_size) -> int:
    """Return how many lines of the screen a text takes, or one too many where wide characters do not fill them.

    It is not counted further than to the end of the screen.
    """
    height = 0
    for line in text.split("\n", room.lines):
        if height >= room.lines:
            break
        cells = cells_of(_CODES.sub("", line).expandtabs())
        height += max(1, -(-cells // max(1, room.columns if line.isascii() else room.columns - 1)))
    return height


def _words() -> list[str]:
    """Return the command of the pager; none where the person wants or has none."""
    return [] if os.environ.get("PAGER", "less").strip() in _DECLINED else pager_words(os.environ)


def _environ() -> Mapping[str, str]:
    """Return the environment of the pager: it takes colours, and what people have set has the last word."""
    less = f"-R {os.environ['LESS']}" if os.environ.get("LESS") else "FRX"
    return {"LV": "-c", **os.environ, "LESS": less}


def _show(process: subprocess.Popen[str], first: Iterable[str], rest: Iterable[str]) -> None:
    assert process.stdin is not None
    standard_input, left_early = process.stdin, suppress(BrokenPipeError)
    with _stops_with(process), has_terminal(process), process, left_early, standard_input:
        standard_input.writelines(f"{line}\n" for line in first)
        standard_input.flush()
        standard_input.writelines(f"{line}\n" for line in rest)


@contextmanager
def _end_passed_on() -> Iterator[None]:
    """End the pager when this program is asked to end, and then this program: else it would have no terminal."""
    asked: list[int] = []

    def end(number: int, _: FrameType | None) -> None:
        asked.append(number)
        pass_on(number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
        if asked:
            signal.raise_signal(signal.SIGTERM)


@contextmanager
def _stops_with(process: subprocess.Popen[str]) -> Iterator[None]:
    """Be stopped when the pager is, and go on together: ctrl+z is its key, and less that may run nothing ignores it.

    A program that stopped alone would leave its pager and the shell to share the keys.
    """
    if sys.platform == "win32":
        yield
        return

    def stop(*_: object) -> None:
        with suppress(ChildProcessError):
            found, status = os.waitpid(process.pid, os.WUNTRACED | os.WNOHANG)
            if found and os.WIFSTOPPED(status):
                os.kill(os.getpid(), signal.SIGSTOP)
            elif found:
                process.returncode = os.waitstatus_to_exitcode(status)

    before = signal.signal(signal.SIGTSTP, lambda *_: None), signal.signal(signal.SIGCHLD, stop)
    # It may have been stopped already.
    stop()
    try:
        yield
    finally:
        for number, handler in zip((signal.SIGTSTP, signal.SIGCHLD), before, strict=True):
            signal.signal(number, handler)


@contextmanager
def _modes_restored() -> Iterator[None]:
    """Restore the modes of the terminal in the end: a pager that was killed left them as it wanted them."""
    if sys.platform == "win32":
        yield
        return
    import termios

    try:
        before = termios.tcgetattr(_OUTPUT)
    except termios.error:
        before = None
    try:
        yield
    finally:
        # In the background that would only stop this program.
        with suppress(OSError, termios.error):
            if before and os.tcgetpgrp(_OUTPUT) == os.getpgrp():
                termios.tcsetattr(_OUTPUT, termios.TCSANOW, before)
