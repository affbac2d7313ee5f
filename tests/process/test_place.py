"""The place outlives a reader that is killed, and the screen of an earlier end does not contradict it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.blog import Blog
from support.remembered import paper, place, remembered
from support.terminal import Terminal

Start = Callable[..., Terminal]
ENTER = b"\x1b[?1049h"
DAY, OLDER = "2025-03-11", "2025-03-10"
LONG = "## Introduction\n" + "".join(f"{number}번째 문장이 여기에 있다.  \n" for number in range(200))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state file is."""
    return tmp_path / "data" / "state.db"


@pytest.fixture
def start(terminal: Start, tmp_path: Path, path: Path) -> Start:
    """Opens the reader."""
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post(DAY, "First paper", "Second paper", "Third paper", body=LONG)
    blog.post(OLDER, "An older paper", "And another", body=LONG)
    return lambda *arguments, **options: terminal(
        "--dir", str(blog.folder), "--data-dir", str(path.parent), *arguments, **options
    )


def killed(running: Terminal) -> None:
    """It is ended without a chance to do anything."""
    running.process.kill()
    running.wait_for_exit()


def test_the_place_outlives_a_reader_that_is_killed(start: Start, path: Path) -> None:
    first = start()
    first.wait_for("1/3")
    first.send("ga[jJJ")
    first.wait_for("2/2")
    first.wait_for(lambda _: paper(path) == "arxiv:2503.00005" and place(path)["scroll"] > 40)
    at_top = next(line for line in first.text.splitlines() if "번째" in line).split("번째")[0].split()[-1]
    killed(first)
    second = start()
    second.wait_for(lambda text: "all · 2/2" in text and f" {at_top}번째" in text)
    killed(second)


def test_a_line_that_the_wheel_went_to_outlives_a_reader_that_is_killed(start: Start, path: Path) -> None:
    first = start()
    first.wait_for("1/3")
    first.send("\x1b[<65;70;10M" * 3)
    first.wait_for(lambda _: place(path).get("scroll", 0) == 9)
    killed(first)
    second = start()
    second.wait_for(lambda text: "1/3" in text and "9번째" in text and " 2번째" not in text)
    killed(second)


def test_the_order_outlives_the_run_also_where_the_place_is_not_wanted(start: Start, path: Path) -> None:
    first = start()
    first.wait_for("1/3")
    first.send("SS")
    first.wait_for("by title")
    first.wait_for(lambda _: remembered(path).get("order") == "title")
    killed(first)
    second = start("--fresh")
    second.wait_for("by title")
    second.send("SS")
    second.wait_for("sorted: digest order")
    second.send("q")
    assert second.wait_for_exit() == 0
    third = start()
    third.wait_for("1/3 · 3 new")


def test_the_screen_of_an_earlier_end_is_not_shown_after_a_reader_that_was_killed_elsewhere(
    start: Start, path: Path, tmp_path: Path
) -> None:
    first = start()
    first.wait_for("1/3")
    first.send("q")
    assert first.wait_for_exit() == 0
    second = start()
    second.wait_for("1/3")
    second.send("j")
    second.wait_for(lambda _: paper(path) == "arxiv:2503.00002")
    killed(second)
    package = tmp_path / "broken" / "textual"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('textual is broken')\n")
    third = start(PYTHONPATH=str(package.parent))
    assert third.wait_for_exit() == 1
    assert ENTER not in third.received
    fourth = start()
    fourth.wait_for("2/3")


def test_of_two_windows_the_one_counts_in_which_somebody_moved_last(start: Start, path: Path, own_home: Path) -> None:
    frame = own_home / ".cache" / "digest-tui" / "first-frame"
    idle = start()
    idle.wait_for("1/3")
    moved = start()
    moved.wait_for("1/3")
    moved.send("jj")
    moved.wait_for(lambda _: paper(path) == "arxiv:2503.00003")
    idle.send("q")
    assert idle.wait_for_exit() == 0
    # A screen of the place that does not count would be shown by the next start.
    assert not frame.exists()
    assert paper(path) == "arxiv:2503.00003"
    killed(moved)
    next_one = start()
    next_one.wait_for("3/3")
    next_one.send("k")
    next_one.wait_for("2/3")
    next_one.send("q")
    assert next_one.wait_for_exit() == 0
    assert frame.exists()
    assert paper(path) == "arxiv:2503.00002"
