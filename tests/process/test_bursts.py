"""Keys that come faster than the screen changes are for what the keys before them opened."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.blog import Blog
from support.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture(params=["--no-saved-frame", "--fresh"])
def reader(request: pytest.FixtureRequest, terminal: Start, tmp_path: Path) -> Terminal:
    """A reader that is live, and one that shows the screen of the last time."""
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post("2025-03-11", "첫째 논문", "둘째 논문", "셋째 논문")
    arguments = "--dir", str(blog.folder), request.param
    if request.param == "--fresh":
        first = terminal(*arguments)
        first.wait_for("3 new")
        first.send("q")
        assert first.wait_for_exit() == 0
    running = terminal(*arguments)
    running.wait_for("3 new")
    return running


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ("?star", "Enter runs Star"),
        (":star", "Enter runs Star"),
        ("\x10ㄴㅅㅁㄱ", "Enter runs Star"),
        ("\x1bOPㄴ새", "No command matches"),
        ("?zz\r", "No command matches 'zz'"),
        ("t표\rj", "tagged 표"),
        ("/둘째\r", "1 paper"),
        ("?\x1b\x1b", "3 new"),
        (":quit\x10j", "2/3"),
    ],
)
def test_what_a_key_opens_gets_the_keys_behind_it(reader: Terminal, keys: str, seen: str) -> None:
    reader.send(keys)
    screen = reader.wait_for(seen)
    assert "★" not in screen
    assert "later ·" not in screen


def test_the_bulk_menu_gets_the_key_behind_it(reader: Terminal) -> None:
    reader.send("Ad")
    # While digests are being read, or before the counts were seen, a choice has to be confirmed.
    screen = reader.wait_for(lambda screen: "Enter marks" in screen or "3 papers marked read" in screen)
    if "Enter marks" in screen:
        reader.send("\r")
    reader.wait_for("3 papers marked read")


def test_escape_is_not_lost_before_a_key_that_is_sent_with_it(reader: Terminal, tmp_path: Path) -> None:
    reader.send("vjv\x1bx?\x1bs")
    reader.wait_for("starred ·")
    assert states(reader, tmp_path) == ["new", "new", "skipped starred"]


@pytest.mark.parametrize("opening", ["?", ":", "\x10", "\x1bOP"])
def test_the_list_of_commands_is_carried_out_in_the_order_of_typing(
    reader: Terminal, tmp_path: Path, opening: str
) -> None:
    reader.send(f"{opening}star\rj{opening}mark read\r{opening}\rx")
    reader.wait_for("skipped ·")
    assert states(reader, tmp_path) == ["starred", "read", "skipped"]


@pytest.mark.parametrize(("keys", "kept"), [("s\x11", "starred"), (":star\r\x11", "starred"), (":sta\x11", "new")])
def test_what_is_typed_before_ctrl_q_is_carried_out(reader: Terminal, tmp_path: Path, keys: str, kept: str) -> None:
    reader.send(keys)
    assert states(reader, tmp_path, quits="") == [kept, "new", "new"]


def test_one_list_is_there_whatever_is_opened_around_it(reader: Terminal) -> None:
    reader.send("w?\x10A\x10?\x10")
    reader.settle()
    reader.send("\x11")
    assert reader.wait_for_exit() == 0


def test_the_list_of_commands_has_its_rows_each_time(reader: Terminal) -> None:
    for opening in ("?", "\x10", ":", "\x10", "?"):
        reader.send(opening)
        reader.wait_for("Go to the next row")
        reader.send("\x1b")
        reader.wait_for(lambda screen: "Go to the next row" not in screen)


def states(reader: Terminal, folder: Path, *, quits: str = "q") -> list[str]:
    """What is kept of the papers, in their order, when the reader was left."""
    reader.send(quits)
    assert reader.wait_for_exit() == 0
    command = [sys.executable, "-m", "digest_tui", "list", "--dir", str(folder / "blog"), "--format", "json"]
    listed = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    names = ("read", "skipped", "later", "starred")
    return [" ".join(name for name in names if paper[name]) or "new" for paper in listed]


def click(x: int, y: int) -> str:
    """What a terminal sends for a click on a cell, counted from 0."""
    at = f"{x + 1};{y + 1}"
    return f"\x1b[<0;{at}M\x1b[<0;{at}m"


def test_clicks_have_their_place_among_keys(reader: Terminal, tmp_path: Path) -> None:
    lines = reader.wait_for("? help").splitlines()
    y = next(number for number, line in enumerate(lines) if "x skip" in line)
    x = lines[y].index("x skip")
    # A terminal reports no clicks before the reader asks for them.
    reader.send("j")
    reader.wait_for("2/3")
    reader.send(f"{click(x + 3, y)}s{click(lines[y].index('? help'), y)}later\r")
    reader.wait_for("later ·")
    reader.send("?")
    reader.wait_for("In the papers")
    reader.send(click(0, 0) * 2)
    reader.wait_for(lambda screen: "In the papers" not in screen)
    assert states(reader, tmp_path) == ["new", "skipped", "later starred"]
