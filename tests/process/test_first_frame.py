"""The screen of the last time: there before anything is loaded, and only where it still holds."""

import os
import signal
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui import first_frame
from support.blog import Blog
from support.promises import promises
from support.terminal import Terminal

Start = Callable[..., Terminal]
DAY = "2025-03-11"
TITLE = "첫째 논문"
ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post(DAY, TITLE, "Second paper", "Third paper")
    return blog


@pytest.fixture
def unloadable(tmp_path: Path) -> str:
    """A path on which Textual cannot be loaded: what is on the screen before that did not need it."""
    package = tmp_path / "broken" / "textual"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('textual is broken')\n")
    return str(package.parent)


@pytest.fixture
def frame(own_home: Path) -> Path:
    """Where the screen is kept."""
    return own_home / ".cache" / "digest-tui" / "first-frame"


def left(terminal: Start, blog: Blog, *keys: str, **options: object) -> None:
    """Open the reader and leave it."""
    running = terminal("--dir", str(blog.folder), **options)
    running.wait_for("new")
    for key in keys:
        running.send(key)
    running.send("q")
    assert running.wait_for_exit() == 0


@promises("README.md", "The screen that you left is there before anything is loaded")
def test_it_is_there_before_textual_is_and_is_taken_away_when_that_fails(
    terminal: Start, blog: Blog, unloadable: str, frame: Path
) -> None:
    left(terminal, blog)
    assert frame.stat().st_mode & 0o777 == 0o600
    broken = terminal("--dir", str(blog.folder), PYTHONPATH=unloadable)
    assert broken.wait_for_exit() == 1
    shown, restored, after = broken.received.partition(LEAVE)
    assert shown.startswith(ENTER)
    assert TITLE in shown.decode()
    assert restored
    assert "internal error" in after.decode()
    assert broken.modes_after() == broken.modes_before


def test_the_live_screen_takes_over_without_entering_again(terminal: Start, blog: Blog) -> None:
    left(terminal, blog)
    running = terminal("--dir", str(blog.folder))
    running.wait_for(TITLE)
    running.send("q")
    assert running.wait_for_exit() == 0
    assert running.received.count(ENTER) == 1
    assert running.received.startswith(ENTER)
    assert running.modes_after() == running.modes_before


@promises("README.md", "and what you type on it is not lost.")
def test_keys_typed_before_the_screen_is_live_are_carried_out(terminal: Start, blog: Blog) -> None:
    left(terminal, blog)
    running = terminal("--dir", str(blog.folder))
    running.send("jj")
    running.wait_for("3/3")


@pytest.mark.parametrize("keys", ["", "?", "A", "w", "t", ":", "/", "s", "?\x1b", "z"])
def test_who_leaves_before_the_screen_is_live_leaves_also_with_other_keys(
    terminal: Start, blog: Blog, keys: str
) -> None:
    left(terminal, blog)
    # A terminal that still did flow control would take ctrl+q for itself.
    running = terminal("--dir", str(blog.folder))
    running.wait_for(TITLE)
    running.send(f"{keys}\x11")
    assert running.wait_for_exit() == 0
    assert running.modes_after() == running.modes_before


@promises("docs/configuration.md", "The reader begins with the screen that you left")
def test_it_shows_where_the_next_start_begins(terminal: Start, blog: Blog, unloadable: str) -> None:
    left(terminal, blog, "j", "x")
    broken = terminal("--dir", str(blog.folder), PYTHONPATH=unloadable)
    assert broken.wait_for_exit() == 1
    shown = broken.received.partition(LEAVE)[0].decode()
    # What was decided is not listed any more; the cursor stands on what came behind it.
    assert "Second paper" not in shown
    assert "2/2" in shown
    assert "u undoes" not in shown


def loosened(frame: Path, blog: Blog) -> None:
    frame.chmod(0o644)


def cut(frame: Path, blog: Blog) -> None:
    frame.write_bytes(frame.read_bytes()[:200])


def replaced_by_a_link(frame: Path, blog: Blog) -> None:
    frame.rename(frame.with_name("other"))
    frame.symlink_to(frame.with_name("other"))


def decided_elsewhere(frame: Path, blog: Blog) -> None:
    command = [sys.executable, "-m", "digest_tui", "mark", "star", "2503.00001", "--dir", str(blog.folder)]
    subprocess.run(command, check=True, capture_output=True)


def configured(frame: Path, blog: Blog) -> None:
    file = frame.parents[2] / ".config" / "digest-tui" / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("reader_width = 70\n")


@pytest.mark.parametrize("change", [loosened, cut, replaced_by_a_link, decided_elsewhere, configured])
@promises("docs/configuration.md", "where that still holds")
def test_what_does_not_hold_any_more_is_not_shown(
    terminal: Start, blog: Blog, unloadable: str, frame: Path, change: Callable[[Path, Blog], None]
) -> None:
    left(terminal, blog)
    change(frame, blog)
    broken = terminal("--dir", str(blog.folder), PYTHONPATH=unloadable)
    assert broken.wait_for_exit() == 1
    assert ENTER not in broken.received


@pytest.mark.parametrize(
    ("arguments", "environ"),
    [(["--today"], {}), ([first_frame.FLAG], {}), ([], {"TERM": "screen"}), ([], {"NO_COLOR": "1"})],
    ids=["other arguments", "not wanted", "another terminal", "other colours"],
)
@promises("docs/configuration.md", "`--no-saved-frame` waits for the live one.")
@promises("--help", "do not start with the saved screen")
def test_another_start_is_an_ordinary_one(
    terminal: Start, blog: Blog, unloadable: str, arguments: list[str], environ: dict[str, str]
) -> None:
    left(terminal, blog)
    broken = terminal("--dir", str(blog.folder), *arguments, PYTHONPATH=unloadable, **environ)
    assert broken.wait_for_exit() == 1
    assert ENTER not in broken.received


def test_another_size_is_another_screen(terminal: Start, blog: Blog, unloadable: str) -> None:
    left(terminal, blog)
    broken = terminal("--dir", str(blog.folder), size=(100, 30), PYTHONPATH=unloadable)
    assert broken.wait_for_exit() == 1
    assert ENTER not in broken.received


@pytest.mark.parametrize("takes", [True, False], ids=["", "a terminal that takes nothing"])
def test_what_ends_the_program_before_the_screen_is_live_restores_the_terminal(
    terminal: Start, blog: Blog, tmp_path: Path, *, takes: bool
) -> None:
    waiting = tmp_path / "waiting" / "textual"
    waiting.mkdir(parents=True)
    (waiting / "__init__.py").write_text("import signal\nsignal.pause()\n")
    left(terminal, blog)
    for number in (signal.SIGTERM, signal.SIGINT):
        running = terminal("--dir", str(blog.folder), PYTHONPATH=str(waiting.parent))
        running.wait_for(TITLE)
        if not takes:
            termios.tcflow(running.slave, termios.TCOOFF)
        os.kill(running.process.pid, number)
        assert running.wait_for_exit() == 128 + number
        assert LEAVE in running.received
        assert running.modes_after() == running.modes_before
