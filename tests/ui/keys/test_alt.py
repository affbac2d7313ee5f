"""Esc and a key that come in one go are both carried out; in a line Alt moves by words."""

import pytest

from digest_tui.ui.keys.alt import with_alt
from support.desk import Blog, open_reader

DAY = "2025-03-11"


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("alt+x", ["escape", "x"]),
        ("alt+X", ["escape", "X"]),
        ("alt+shift+g", ["escape", "G"]),
        ("alt+slash", ["escape", "/"]),
        ("alt+colon", ["escape", ":"]),
        ("alt+space", ["escape", "space"]),
        ("alt+ㅓ", ["escape", "ㅓ"]),
        ("alt+up", []),
        ("alt+ctrl+x", []),
        ("alt+f1", []),
        ("x", []),
        ("ctrl+x", []),
    ],
)
def test_a_key_with_alt_is_the_two_that_a_terminal_sends(key: str, typed: list[str]) -> None:
    assert with_alt(key, in_line=False) == typed


async def test_escape_and_the_key_behind_it_are_carried_out_in_their_order(blog: Blog) -> None:
    blog.post(DAY, "One", "Two", "Three")
    async with open_reader(blog) as desk:
        await desk.burst("v", "j", "v", "alt+x")
        assert desk.states("One", "Two", "Three") == ["unread", "unread", "skipped"]
        await desk.burst("g", "alt+s", "?", *"star", "alt+r")
        assert desk.states("One", "Two", "Three") == ["unread", "unread", "unread starred"]
        await desk.burst("k", "v", "alt+ㅌ")
        assert desk.states("One", "Two", "Three") == ["unread", "unread", "skipped starred"]


async def test_in_a_line_words_are_moved_over_and_taken_away(blog: Blog) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog) as desk:
        await desk.burst("e", *"one two", "space", *"three", "alt+b", "alt+b", "alt+d", "alt+f", "!", "enter")
        assert desk.library.decisions.state_of(("arxiv:2503.00001",)).note == "one  three!"
        await desk.burst("e", *" more", "alt+s")
        assert desk.library.decisions.state_of(("arxiv:2503.00001",)).note == "one  three!"
        assert desk.state("One") == "unread starred"
