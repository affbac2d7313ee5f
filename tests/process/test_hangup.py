"""The terminal goes: every reader ends with it, and leaves behind what was decided."""

import os
import shutil
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from support.hangups import SITUATIONS, SignalWindow, kept, reader_in
from support.processes import descendants, ends
from support.windows import Reader, ScriptWindow, ShellWindow, SilentWindow, TmuxWindow, Window

FIRST, SECOND = "arxiv:2503.00001", "arxiv:2503.00002"
HANGUP = 128 + signal.SIGHUP
NO_TERMINAL = 2
IN_TMUX = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux; .ci/run installs it where it can")
READY = [name for name, situation in SITUATIONS.items() if situation.is_ready]


def left_by(tmp_path: Path, situation: str, window_for: Callable[[Reader], Window] = Window) -> int | None:
    """Take the terminal of a reader away, see that it and all that it started have ended and what it left behind.

    Return its exit code, where that is known.
    """
    with reader_in(SITUATIONS[situation], window_for, tmp_path / "reader") as window:
        others = descendants(window.pid)
        window.go()
        code = window.wait_for_end()
        assert all(map(ends, others))
        left = kept(window.reader)
        assert not [*window.reader.folder.rglob("digest-tui.log")]
    assert left.is_closed
    assert left.decided[0] == FIRST
    # Who is ended in the middle of many keys stands somewhere; the place of who is stuck is the one kept before.
    if situation not in ("keys", "output blocked", "unable to leave"):
        assert (left.decided, left.place) == ([FIRST], SECOND)
    return code


@pytest.mark.parametrize("situation", READY)
def test_a_terminal_that_goes_takes_its_reader_along(tmp_path: Path, situation: str) -> None:
    # Who was leaving anyway may have left.
    assert left_by(tmp_path, situation) in ((0, HANGUP) if situation == "exit" else (HANGUP,))


@pytest.mark.parametrize("situation", ["scan", "before the first frame", "saved frame"])
def test_a_terminal_that_goes_early_takes_its_reader_along(tmp_path: Path, situation: str) -> None:
    with reader_in(SITUATIONS[situation], Window, tmp_path / "reader") as window:
        window.go()
        # Python has not begun to hear signals at first, and where it is too late finds no terminal at all.
        assert window.wait_for_end() in (HANGUP, -signal.SIGHUP, NO_TERMINAL)


@pytest.mark.parametrize("situation", ["idle", "keys", "pager", "output blocked"])
def test_a_terminal_that_goes_without_a_signal_is_missed(tmp_path: Path, situation: str) -> None:
    assert left_by(tmp_path, situation, SilentWindow) == HANGUP


@pytest.mark.parametrize("situation", ["idle", "stopped by ctrl+z", "stopped by SIGSTOP", "pager", "deaf pager"])
def test_a_shell_that_ends_takes_its_reader_along(tmp_path: Path, situation: str) -> None:
    # The shell and the kernel send SIGHUP each, the second before the reader has ended.
    left_by(tmp_path, situation, ShellWindow)


def test_a_script_that_ends_takes_its_reader_along(tmp_path: Path) -> None:
    left_by(tmp_path, "pager", ScriptWindow)


@IN_TMUX
@pytest.mark.parametrize(
    ("how", "situation"),
    [("kill-pane", "idle"), ("kill-session", "prompt"), ("kill-server", "pager"), (TmuxWindow.CLIENT, "keys")],
)
def test_a_pane_of_tmux_that_goes_takes_its_reader_along(tmp_path: Path, how: str, situation: str) -> None:
    left_by(tmp_path, situation, partial(TmuxWindow, how=how))


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
def test_a_signal_ends_a_reader_whose_terminal_takes_nothing(tmp_path: Path, name: str) -> None:
    number = signal.Signals[name]
    with reader_in(SITUATIONS["output blocked"], Window, tmp_path / "reader") as window:
        os.kill(window.pid, number)
        assert window.terminal.wait_for_exit() == 128 + number
        assert window.terminal.modes_changed() == set()
        left = kept(window.reader)
    assert left.is_closed
    assert left.decided == [FIRST]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("situation", ["pager", "deaf pager"])
def test_a_signal_that_another_thread_is_given_ends_the_reader_and_its_pager(
    tmp_path: Path, name: str, situation: str
) -> None:
    number = signal.Signals[name]
    with reader_in(SITUATIONS[situation], Window, tmp_path / "reader") as window:
        others = descendants(window.pid)
        # The main thread waits for the pager, and is not told.
        thread = max(int(folder.name) for folder in Path(f"/proc/{window.pid}/task").iterdir())
        assert thread != window.pid
        os.kill(thread, number)
        assert window.terminal.wait_for_exit() == 128 + number
        assert all(map(ends, others))
        assert window.terminal.modes_changed() == set()
        assert kept(window.reader).place == SECOND


def test_a_pager_is_asked_before_it_is_killed(tmp_path: Path) -> None:
    with reader_in(SITUATIONS["pager that tidies up"], Window, tmp_path / "reader") as window:
        os.kill(window.pid, signal.SIGTERM)
        assert window.terminal.wait_for_exit() == 128 + signal.SIGTERM
        assert (window.reader.folder / "tidy").exists()


def test_signals_while_leaving_are_no_error(tmp_path: Path) -> None:
    with reader_in(SITUATIONS["idle"], partial(SignalWindow, numbers=(signal.SIGTERM,)), tmp_path / "reader") as window:
        window.send("q")
        while window.is_alive:
            window.terminal.receive(0)
            window.go()
        assert window.terminal.wait_for_exit() in (0, 128 + signal.SIGTERM)
        assert window.terminal.modes_changed() == set()
        assert "Traceback" not in window.terminal.received.decode("utf-8", "replace")
        assert kept(window.reader).place == SECOND


def test_a_job_in_the_background_takes_no_terminal_and_comes_back(tmp_path: Path) -> None:
    with reader_in(SITUATIONS["stopped by ctrl+z"], ShellWindow, tmp_path / "reader") as window:
        window.wait_for("ready>")
        window.send("bg\n")
        # It is continued, and stopped again as soon as it asks for the terminal.
        window.wait_for(lambda text: "r &" in text or "reader &" in text)
        window.wait_until_stopped()
        window.terminal.screen.reset()
        window.send("fg\n")
        window.wait_for("2/40")
        # More than a writer that nobody empties would take.
        window.send("jk" * 40 + "j")
        window.wait_for("3/40")
        window.terminal.screen.reset()
        window.send("\x1a")
        window.wait_for("Stopped")
        window.send("kill %1\n")
        window.wait_for_end()
        assert kept(window.reader).is_closed
