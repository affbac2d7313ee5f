"""What the driver makes of what a terminal sends."""

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
    running.wait_for(" new")
    running.send("/")
    running.wait_for("Tab completes")
    running.send("\x1b")
    running.wait_for(lambda text: "Tab completes" not in text)
    running.send("q")
    assert running.wait_for_exit() == 0
