"""What comes of the terminal's answer to how wide it draws a mark: late, odd, twice, or never."""

from unicodedata import east_asian_width

import pytest
from rich.cells import cell_len
from textual.events import CursorPosition

from digest_tui.ui.terminal.asking import QUESTION
from digest_tui.ui.terminal.narrow import MARKS, is_ambiguous, narrowed
from support.desk import Blog, Desk, open_reader
from support.promises import promises

DAY = "2025-03-11"
NAME = "ambiguous width in xterm-256color"
WIDE, NARROW = CursorPosition(2, 1), CursorPosition(1, 1)


@pytest.fixture(autouse=True)
def kind_of_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TERM_PROGRAM", raising=False)


async def answer(desk: Desk, event: CursorPosition) -> None:
    """Let the terminal say where its cursor is."""
    desk.app.post_message(CursorPosition(event.x, event.y))
    await desk.settle()


async def test_a_late_answer_changes_what_is_drawn_and_is_remembered(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        assert desk.app.as_drawn("●", is_first=True) == f"{QUESTION}●"
        await desk.press("j", "s")
        assert desk.app.as_drawn("● · é", is_first=True) == "● · é"
        await answer(desk, WIDE)
        assert desk.app.as_drawn("● · é") == "* | e"
        assert desk.screen.library.store.recall(NAME) == "wide"
    async with open_reader(blog) as desk:
        assert desk.app.as_drawn("●", is_first=True) == f"{QUESTION}*"
        await answer(desk, NARROW)
        assert desk.app.as_drawn("●") == "●"
        assert desk.screen.library.store.recall(NAME) == "narrow"


@pytest.mark.parametrize("odd", [(2, 0), (1, 0), (0, 1), (3, 1), (2, 5), (-1, -1), (10**9, 1)], ids=str)
async def test_an_odd_answer_is_none(blog: Blog, odd: tuple[int, int]) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        desk.app.as_drawn("", is_first=True)
        await answer(desk, CursorPosition(*odd))
        assert desk.app.as_drawn("●") == "●"
        await answer(desk, WIDE)
        assert desk.app.as_drawn("●") == "*"


async def test_only_one_answer_is_taken_and_only_where_it_was_asked_for(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        await answer(desk, WIDE)
        assert desk.app.as_drawn("●") == "●"
        desk.app.as_drawn("", is_first=True)
        await answer(desk, NARROW)
        await answer(desk, WIDE)
        assert desk.app.as_drawn("●") == "●"
        assert desk.screen.library.store.recall(NAME) is None


@promises("docs/keys.md", "`--ascii` asks for them.")
@promises("--help", "draw marks and rules in ASCII")
async def test_narrow_marks_that_are_forced_stay(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog, ascii=True) as desk:
        assert desk.app.as_drawn("●", is_first=True) == "*"
        await answer(desk, NARROW)
        assert desk.app.as_drawn("●") == "*"


def test_no_character_is_left_that_may_be_wide() -> None:
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    changed = {character: narrowed(character) for character in every if narrowed(character) != character}
    assert not [character for character in every if is_ambiguous(character) and character not in changed]
    assert {(new.isascii(), cell_len(new)) for new in changed.values()} == {(True, 1)}
    assert {cell_len(old) for old in changed} == {1}


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("● ★ ✓ × >", "* + v x >"),
        ("5/13 · Daily Papers · 33%", "5/13 | Daily Papers | 33%"),
        ("이미지·비디오", "이미지.비디오"),
        ("α, β → Ω", "a, b > O"),
        ("① naïve café ½", "1 naïve cafe ?"),
        ("\x1b[38;2;1;2;3m●\x1b[0m", "\x1b[38;2;1;2;3m*\x1b[0m"),
        ("e\u0301 ❤\ufe0f 논문", "e\u0301 ❤\ufe0f 논문"),
    ],
)
def test_letters_and_marks_are_told_by_what_they_look_like(text: str, drawn: str) -> None:
    assert narrowed(text) == drawn


def test_each_mark_of_the_table_takes_one_cell() -> None:
    assert {mark for mark in MARKS if cell_len(mark) != 1 or east_asian_width(mark) in "WF"} == set()
