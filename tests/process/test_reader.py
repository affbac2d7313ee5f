"""The whole program in a pty: what a person types, what the terminal is left with."""

import json
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.blog import Blog
from support.promises import promises
from support.terminal import Terminal

Start = Callable[..., Terminal]
DAY = "2025-03-11"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A blog of two days."""
    folder = tmp_path / "blog"
    folder.mkdir()
    blog = Blog(folder)
    blog.post(DAY, "첫째 논문: 시작", "Second paper of the day")
    blog.post("2025-03-10", "An older paper")
    return blog


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """A browser that only writes down what it was asked to show."""
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{tmp_path}/opened"\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script


def lines_of(file: Path) -> list[str]:
    """The lines of a file that may not be there yet."""
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def test_a_star_survives_the_end_of_the_program_and_can_be_undone(
    terminal: Start, blog: Blog, browser: Path, tmp_path: Path
) -> None:
    where = ("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    first = terminal(*where, "--date", DAY, BROWSER=str(browser))
    first.send("soa")
    first.wait_for(lambda text: "★" in text and len(lines_of(tmp_path / "opened")) == 2)
    first.send("q")
    assert first.wait_for_exit() == 0
    assert first.modes_changed() == set()
    assert sorted(lines_of(tmp_path / "opened")) == [
        "https://arxiv.org/abs/2503.00001",
        "https://www.alphaxiv.org/ko/overview/2503.00001",
    ]

    second = terminal(*where)
    second.wait_for("★")
    second.send("u")
    second.wait_for("undone: starred")
    second.wait_for(lambda text: "★" not in text)
    second.send("q")
    assert second.wait_for_exit() == 0

    listed = subprocess.run(
        [sys.executable, "-m", "digest_tui", "list", *where, "--format", "json"], capture_output=True, check=True
    )
    assert not any(paper["starred"] for paper in json.loads(listed.stdout))


@promises("docs/command-line.md", "It comes back to where you stopped")
@promises("--help", "Without a command, open the reader where you left off.")
def test_the_place_is_kept(terminal: Start, blog: Blog, tmp_path: Path) -> None:
    where = ("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    first = terminal(*where)
    first.wait_for("1/2")
    first.send("j")
    first.wait_for("2/2")
    first.send("q")
    first.wait_for_exit()
    second = terminal(*where)
    second.wait_for("2/2")
    second.send("q")
    second.wait_for_exit()
    third = terminal(*where, "--fresh")
    third.wait_for("1/2")


def test_a_new_digest_appears_and_the_cursor_stays(terminal: Start, blog: Blog, tmp_path: Path) -> None:
    running = terminal("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    running.wait_for("1/2")
    running.send("j")
    running.wait_for("2/2")
    blog.post("2025-03-12", "A paper of the new day")
    running.wait_for(lambda text: "12 Wed" in text and "2/2" in text)


def test_nothing_in_a_digest_reaches_the_terminal_as_a_control_sequence(
    terminal: Start, blog: Blog, tmp_path: Path
) -> None:
    planted = "\x1b]0;PLANTED\x07\x1b[31mPLANTED\x9b2JPLANTED\x1bPq\x1b\\[@click=app.quit]PLANTED[/]\u202ePLANTED"
    blog.post("2025-03-12", f"제목 {planted}", body=f"## A {planted}\n- **{planted}**: `{planted}`\n\n<{planted}>\n")
    (blog.folder / "2025-03-12-\x1b]0;PLANTED\x07.md").write_text(f"# {planted}\n", encoding="utf-8")
    running = terminal("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    running.wait_for("PLANTED")
    running.send("jGj" + "k" * 3 + "\r" + "w\x1b")
    running.send("q")
    assert running.wait_for_exit() == 0
    # Textual's own: the shape of the mouse pointer.
    received = re.sub(r"\x1b]22;[a-z-]+\x07", "", running.received.decode("utf-8", "replace"))
    for sequence in ("\x1b]0;", "\x1b[31m", "\x9b", "\x1bP", "\u202e", "\x07"):
        assert sequence not in received


def test_without_a_terminal_there_is_one_sentence(blog: Blog) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "digest_tui", "--dir", str(blog.folder)], capture_output=True, check=False, text=True
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.splitlines()) == 1
