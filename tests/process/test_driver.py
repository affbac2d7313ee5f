"""How the program leaves its terminal, also when that leaves first."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from support.blog import Blog
from support.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post("2025-03-11", "첫째 논문", "Second paper")
    return blog


def test_a_lone_escape_is_a_key_of_its_own(terminal: Start, blog: Blog) -> None:
    running = terminal("--dir", str(blog.folder))
    running.wait_for("left")
    running.send("/")
    running.wait_for("Tab completes")
    running.send("\x1b")
    running.wait_for(lambda text: "Tab completes" not in text)
    running.send("q")
    assert running.wait_for_exit() == 0


@pytest.mark.parametrize("hangup", [True, False])
def test_a_terminal_that_is_gone_ends_the_program_and_loses_nothing(
    terminal: Start, blog: Blog, tmp_path: Path, hangup: bool
) -> None:
    # Without SIGHUP, as under nohup, the end of the input is all there is to tell.
    running = terminal("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"), hangup=hangup)
    running.wait_for("left")
    running.send("s")
    running.wait_for("starred")
    running.hang_up()
    assert running.wait_for_exit_without_terminal() == 129
    again = terminal("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    again.wait_for("★")
    assert os.path.exists(tmp_path / "data" / "state.db")


def test_a_session_that_is_ended_leaves_no_reader_behind(terminal: Start, blog: Blog) -> None:
    running = terminal("--dir", str(blog.folder))
    running.wait_for("left")
    running.hang_up()
    # What a kernel sends when the terminal of a session goes; between the two nothing waits.
    running.process.send_signal(signal.SIGHUP)
    running.process.send_signal(signal.SIGCONT)
    assert running.wait_for_exit_without_terminal() == 129
