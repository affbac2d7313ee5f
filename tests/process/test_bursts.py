"""Keys that come faster than the screen changes are for what the keys before them opened."""

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
        first.wait_for("3 left")
        first.send("q")
        assert first.wait_for_exit() == 0
    running = terminal(*arguments)
    running.wait_for("3 left")
    return running


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ("Ad", "3 papers marked read"),
        ("?star", "Star the paper"),
        (":star", "Star the paper"),
        ("t표\rj", "tagged 표"),
        ("/둘째\r", "1 paper"),
        ("?\x1b\x1b", "3 left"),
    ],
)
def test_what_a_key_opens_gets_the_keys_behind_it(reader: Terminal, keys: str, seen: str) -> None:
    reader.send(keys)
    screen = reader.wait_for(seen)
    assert "★" not in screen
    assert "later ·" not in screen


def test_a_palette_is_there_once_whatever_is_opened_around_it(reader: Terminal) -> None:
    reader.send("w?\x10A\x10?\x10")
    reader.settle()
    reader.send("\x11")
    assert reader.wait_for_exit() == 0
