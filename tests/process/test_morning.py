"""A scripted morning in a real terminal, judged by the event log."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.blog import Blog
from support.terminal import Terminal

Start = Callable[..., Terminal]
DAY = "2025-03-11"

LATIN = ("xsjdxuxxsn", "xxdxsjxxx")
"""Fourteen papers, one key each where it can be: three starred, two put off, the fourth undone and skipped again."""
HANGUL = ("ㅌ넝텨ㅌㅌ누", "ㅌㅌㅇㅌ넡ㅌㅌ")
"""The same keys as an input method composes them."""
CTRL_Q = "\x11"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A blog with a day of fourteen papers and an older one."""
    folder = tmp_path / "blog"
    folder.mkdir()
    blog = Blog(folder)
    blog.post(DAY, *(f"논문 번호 {n}" for n in range(1, 15)))
    blog.post("2025-03-10", "An older paper")
    return blog


def log_of(where: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The log as paper, field and value; flags of undo and redo name no paper."""
    ended = subprocess.run(
        [sys.executable, "-m", "digest_tui", "log", *where, "--format", "json"], capture_output=True, check=False
    )
    events = json.loads(ended.stdout)
    return [(event["key"].removeprefix("arxiv:2503.000"), event["field"], event["new"]) for event in events]


@pytest.mark.parametrize("halves", [LATIN, HANGUL], ids=["latin", "hangul"])
def test_a_morning_is_in_the_log_key_by_key(
    terminal: Start, blog: Blog, tmp_path: Path, halves: tuple[str, str]
) -> None:
    where = ("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    first = terminal(*where)
    first.send(halves[0])
    first.wait_for("7/14")
    first.wait_for("starred · u undoes")
    first.send(CTRL_Q)
    assert first.wait_for_exit() == 0

    second = terminal(*where)
    # What was decided before is not listed any more: the seventh paper is the first of those that are left.
    second.wait_for(lambda text: "1/8" in text and "논문 번호 7" in text)
    second.send(halves[1])
    second.wait_for("day done")
    second.wait_for("03-10, 1 new · n goes there")
    second.send("n")
    second.wait_for("Mon 10 Mar 2025")
    second.send(CTRL_Q)
    assert second.wait_for_exit() == 0

    skipped, starred, later = ("status", "skipped"), ("star", "1"), ("status", "later")
    decided = [skipped, starred, later, skipped, ("live", "0"), skipped, skipped, starred]
    decided += [skipped, skipped, later, skipped, starred, skipped, skipped, skipped]
    papers = ["01", "02", "03", "04", "", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14"]
    assert log_of(where) == [(paper, *what) for paper, what in zip(papers, decided, strict=True)]


def test_walking_and_reading_leaves_nothing_marked(terminal: Start, blog: Blog, tmp_path: Path) -> None:
    where = ("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    running = terminal(*where)
    running.send("j" * 200)
    running.wait_for("14/14")
    running.send("k" * 200)
    running.wait_for("1/14")
    running.send("\r" + "k" * 3 + "h" + "n" * 5 + "]" + "q")
    assert running.wait_for_exit() == 0
    assert log_of(where) == []


def test_two_windows_and_a_script_at_once_lose_nothing(terminal: Start, blog: Blog, tmp_path: Path) -> None:
    where = ("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    windows = [terminal(*where), terminal(*where, "--date", DAY)]
    for window in windows:
        window.wait_for("1/14")
    windows[0].send("x" * 7)
    windows[1].send("j" * 7 + "s" + "js" * 6)
    mark = [sys.executable, "-m", "digest_tui", "mark", "later", "2503.00015", *where]
    assert subprocess.run(mark, capture_output=True, check=False).returncode == 0
    for window in windows:
        window.wait_for("day done")
        window.wait_for(
            lambda text: [len(re.findall(rf"^ *\d+ {mark} ", text, re.MULTILINE)) for mark in "★×"] == [7, 7]
        )
        window.send("q")
        assert window.wait_for_exit() == 0
    events = log_of(where)
    assert sorted(paper for paper, _, _ in events) == [f"{n:02}" for n in range(1, 16)]


def test_a_window_undoes_what_another_changed_since_only_when_it_is_asked_again(
    terminal: Start, blog: Blog, tmp_path: Path
) -> None:
    where = ("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    mine, other = (terminal(*where, size=(60, 20)) for _ in range(2))
    for window in (mine, other):
        window.wait_for("1/14")
    mine.send("x")
    mine.wait_for("skipped · u undoes")
    other.wait_for("skipped")
    other.send("d")
    other.wait_for("later · u undoes")
    mine.send("u")
    mine.wait_for("put off elsewhere since · 2025-03… · u again undoes it too")
    mine.send("u")
    mine.wait_for("undone: skipped, and put off elsewhere · ctrl+r redoes")
    for window in (mine, other):
        window.wait_for(lambda text: not re.search(r"^ .1 [×>]", text, re.MULTILINE))
        window.send("q")
        assert window.wait_for_exit() == 0
    assert log_of(where)[2:] == [("", "live", "0"), ("", "live", "0")]


def test_what_is_decided_in_one_window_is_on_the_screen_of_each(terminal: Start, blog: Blog, tmp_path: Path) -> None:
    where = ("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    windows = [terminal(*where, size=size) for size in ((140, 45), (80, 24))]
    for window in windows:
        window.wait_for("1/14")
    for keys, shown in (
        ("s", "★ starred\n"),
        ("t읽기\r", "★ starred · #읽기\n"),
        ("ean idea\r", "“an idea”\n"),
        ("d", "● new\n"),
        ("k", "★ starred · > later · #읽기\n"),
        ("uuu", "★ starred\n"),
    ):
        windows[0].send(keys)
        windows[0].wait_for(shown)
        if keys not in ("d", "k"):
            windows[1].wait_for(shown)
    for window in windows:
        # What was undone last may still be said.
        window.wait_for(lambda text: "an idea" not in text and "#읽기" not in text)
        window.send("q")
        assert window.wait_for_exit() == 0
