"""Terminals that draw characters of ambiguous width two cells wide, as many Korean ones do."""

from collections.abc import Callable
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from wcwidth import wcwidth

from digest_tui.ui.terminal.asking import QUESTION
from support.blog import Blog
from support.promises import promises
from support.terminal import Terminal

Start = Callable[..., Terminal]
DAY = "2025-03-11"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post(DAY, "첫째 논문 — α와 “β”", "Second paper… with ① é", "Third paper")
    return blog


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the emulator one of those terminals."""
    monkeypatch.setattr("pyte.screens.wcwidth", lambda c: 2 if east_asian_width(c) == "A" else wcwidth(c))


def ambiguous(text: str) -> set[str]:
    """Characters of a text that may be wide."""
    return {character for character in text if east_asian_width(character) == "A"}


def starts(terminal: Start, blog: Blog, *arguments: str, **options: object) -> Terminal:
    """A reader that is open."""
    return terminal("--dir", str(blog.folder), *arguments, answers=True, **options)


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
@promises(
    "docs/keys.md",
    "Where a terminal draws `●` and `─` two cells wide, as many Korean ones do, marks of one width take their place",
)
def test_every_screen_is_of_one_width(terminal: Start, blog: Blog, size: tuple[int, int]) -> None:
    running = starts(terminal, blog, size=size)
    running.wait_for("* ")
    for keys in ("", "s", "x", "d", "\r", "/", "?", ":", "w", "g", "A"):
        running.send(keys)
        running.settle()
        assert ambiguous(running.text) == set(), keys
        if keys in {"/", "?", ":", "w", "g", "A"}:
            running.send("\x1b")
            running.settle()


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize(("flags", "is_shown_before"), [([], True), (["--no-saved-frame"], False)])
def test_the_next_start_begins_with_the_answer(
    terminal: Start, blog: Blog, flags: list[str], is_shown_before: bool
) -> None:
    running = starts(terminal, blog, *flags)
    running.wait_for("* ")
    running.send("q")
    running.wait_for_exit()
    again = terminal("--dir", str(blog.folder), *flags)
    again.wait_for(lambda _: b"Third paper" in again.received.partition(QUESTION.encode())[2])
    before, _, after = again.received.decode().partition(QUESTION)
    assert (ambiguous(before), ambiguous(after)) == (set(), set())
    assert ("Third paper" in before, "Third paper" in after) == (is_shown_before, True)


@pytest.mark.usefixtures("wide")
def test_another_kind_of_terminal_is_another_answer(terminal: Start, blog: Blog) -> None:
    running = starts(terminal, blog)
    running.wait_for("* ")
    running.send("q")
    running.wait_for_exit()
    other = terminal("--dir", str(blog.folder), TERM_PROGRAM="other")
    other.wait_for("●")


def test_a_narrow_terminal_keeps_its_marks(terminal: Start, blog: Blog) -> None:
    running = starts(terminal, blog)
    running.wait_for("●")
    running.settle()
    assert {"●", "·", "—", "α"} <= ambiguous(running.text)
    assert QUESTION in running.received.decode()


def test_what_the_setting_forces_is_not_asked(terminal: Start, blog: Blog, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("ascii = true\n")
    for arguments in (["--ascii"], ["--config", str(settings)]):
        running = starts(terminal, blog, *arguments)
        running.wait_for("* ")
        running.settle()
        assert ambiguous(running.received.decode()) == set()
