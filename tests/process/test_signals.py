"""Being ended, stopped and gone on with from outside, and windows of any size."""

import os
import random
import signal
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.ui.terminal import signals
from support.blog import Blog
from support.promises import promises
from support.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A blog of two days."""
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post("2025-03-11", "첫째 논문: 시작", "Second paper of the day")
    blog.post("2025-03-10", "An older paper")
    return blog


@pytest.fixture
def reader(terminal: Start, blog: Blog, tmp_path: Path) -> Terminal:
    """The reader on its first paper."""
    running = terminal("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    running.wait_for("1/2")
    return running


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
@promises("SECURITY.md", "The terminal is given back after every end, an error, a signal and a lost terminal included.")
def test_a_signal_leaves_the_terminal_as_it_was(reader: Terminal, name: str) -> None:
    number = signal.Signals[name]
    reader.process.send_signal(number)
    assert reader.wait_for_exit() == 128 + number
    assert reader.modes_changed() == set()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
def test_a_signal_before_the_reader_listens_leaves_the_terminal_as_it_was(tmp_path: Path, name: str) -> None:
    script = f"""
import os, signal, sys, threading, tty
from digest_tui.ui.terminal.signals import Signals
Signals().install()
tty.setraw(0)
sys.stderr.write("\\x1b[?1049h\\x1b[?1000h\\x1b[?25l\\x1b[?7l\\x1b[?2004h\\x1b[>25u")
sys.stderr.flush()
# Another thread draws on, as Textual's does.
threading.Thread(target=lambda: [os.write(2, b"\\x1b[?1003h") for _ in iter(int, 1)], daemon=True).start()
os.kill(os.getpid(), signal.{name})
signal.pause()
"""
    running = Terminal([sys.executable, "-c", script], dict(os.environ), tmp_path, (80, 24))
    try:
        assert running.wait_for_exit() == 128 + signal.Signals[name]
        assert running.modes_changed() == set()
    finally:
        running.close()


def test_a_signal_is_known_at_the_next_step_also_before_it_is_heard() -> None:
    script = """
import os, signal
from digest_tui.ui.terminal import signals
signals.watch = lambda *_: None
heard = signals.Signals()
heard.install()
os.kill(os.getpid(), signal.SIGTERM)
print(heard.is_ending)
"""
    # Or a stopped job that is continued to end would take the terminal, and be stopped for that.
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert ran.stdout == "True\n"


def test_a_stopped_reader_leaves_the_terminal_and_takes_it_again(reader: Terminal) -> None:
    for position in ("2/2", "1/2"):
        reader.process.send_signal(signal.SIGTSTP)
        reader.wait_until_stopped()
        assert reader.modes_changed() == set()
        reader.screen.reset()
        reader.process.send_signal(signal.SIGCONT)
        reader.wait_for("첫째 논문")
        reader.send("j" if position == "2/2" else "k")
        reader.wait_for(position)
    reader.process.send_signal(signal.SIGTERM)
    assert reader.wait_for_exit() == 128 + signal.SIGTERM
    assert reader.modes_changed() == set()


SIGNAL_WITHIN_A_WRITE = """\
import os, queue, signal

put = queue.Queue._put

def _put(self, item):
    if os.path.exists({flag!r}):
        os.unlink({flag!r})
        os.kill(os.getpid(), signal.{name})
    put(self, item)

queue.Queue._put = _put
"""
"""Sends a signal while the lock of a queue is held, which whatever is drawn goes through."""


@pytest.mark.parametrize("name", ["SIGTSTP", "SIGCONT"])
def test_a_signal_in_the_middle_of_a_write_is_waited_for_by_nobody(
    terminal: Start, blog: Blog, tmp_path: Path, name: str
) -> None:
    flag = tmp_path / "flag"
    (tmp_path / "patch").mkdir()
    patch = SIGNAL_WITHIN_A_WRITE.format(flag=str(flag), name=name)
    (tmp_path / "patch" / "sitecustomize.py").write_text(patch, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(tmp_path / "patch"), os.environ.get("PYTHONPATH"))))
    reader = terminal("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"), PYTHONPATH=path)
    reader.wait_for("1/2")
    flag.touch()
    reader.send("j")
    if name == "SIGTSTP":
        reader.wait_until_stopped()
        assert reader.modes_changed() == set()
        reader.process.send_signal(signal.SIGCONT)
    reader.wait_for("2/2")
    reader.send("q")
    assert reader.wait_for_exit() == 0
    assert not flag.exists()
    assert reader.modes_changed() == set()


def test_after_a_stop_that_cannot_be_caught_the_reader_has_its_own_modes_again(reader: Terminal) -> None:
    reader.process.send_signal(signal.SIGSTOP)
    reader.wait_until_stopped()
    # As a shell does that has the terminal now.
    termios.tcsetattr(reader.slave, termios.TCSANOW, reader.modes_before)
    reader.screen.reset()
    reader.process.send_signal(signal.SIGCONT)
    # Taking the terminal drops what was typed before.
    reader.wait_for(lambda screen: "첫째 논문" in screen and reader.modes_after() != reader.modes_before)
    reader.send("j")
    reader.wait_for("2/2")
    reader.send("q")
    assert reader.wait_for_exit() == 0
    assert reader.modes_changed() == set()


def test_going_on_without_a_stop_changes_nothing(reader: Terminal) -> None:
    for _ in range(40):
        reader.process.send_signal(signal.SIGCONT)
    reader.screen.reset()
    reader.wait_for("첫째 논문")
    # With two threads that read, each would get half of what is typed.
    reader.send("jkjkjkjkj")
    reader.wait_for("2/2")
    reader.send("q")
    assert reader.wait_for_exit() == 0
    assert reader.modes_changed() == set()


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (7, 3), (40, 1), (1, 40), (500, 300)])
def test_a_window_of_any_size_opens_and_closes(terminal: Start, blog: Blog, size: tuple[int, int]) -> None:
    running = terminal("--dir", str(blog.folder), size=size)
    running.wait_for(lambda _: b"\x1b[?2004h" in running.received)
    running.send("jlFhk?")
    running.send("\x1b[24~q")
    running.process.send_signal(signal.SIGTERM)
    assert running.wait_for_exit() in (0, 128 + signal.SIGTERM)
    assert running.modes_changed() == set()


def test_what_the_terminal_was_restored_with_is_not_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    for name in ("STEP_SECONDS", "SLOW_STEP_SECONDS"):
        monkeypatch.setattr(signals, name, 0)
    monkeypatch.setattr(signals, "_has_terminal", lambda: True)
    monkeypatch.setattr(signals, "free_terminal", lambda _: done.append("freed"))
    monkeypatch.setattr(signals.Signals, "_restore", lambda *_: done.append("restored"))
    monkeypatch.setattr(signals.Signals, "_leave_at_once", lambda *_: None)
    leaves_first, leaves_last = signals.Signals(), signals.Signals()
    leaves_first.left()
    leaves_first._insist(signal.SIGTERM)
    assert done == []
    leaves_last._insist(signal.SIGTERM)
    leaves_last.left()
    assert done == ["freed", "restored"]


def test_a_storm_of_sizes_is_weathered(reader: Terminal) -> None:
    sizes = random.Random(7)
    for _ in range(60):
        reader.resize(sizes.randint(1, 300), sizes.randint(1, 120))
        reader.send("j" if sizes.random() < 0.5 else "k")
    reader.resize(120, 36)
    reader.send("gg")
    reader.wait_for("1/2")
    reader.send("q")
    assert reader.wait_for_exit() == 0
    assert reader.modes_changed() == set()
