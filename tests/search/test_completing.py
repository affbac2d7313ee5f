"""What can be completed in a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.search.fields import complete, field_names
from digest_tui.search.query import Has, Sort
from support.queries import TEXTS


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("ti", ["title:"]),
        ("TI", ["title:"]),
        ("t", ["title:", "tag:"]),
        ("a ti", ["title:"]),
        ("a\u3000ti", ["title:"]),
        ("-ti", ["title:"]),
        ("(ti", ["title:"]),
        ("-(ti", ["title:"]),
        ("－（ti", ["title:"]),
        ("https://x ti", ["title:"]),
        ('"a" ti', ["title:"]),
        ("/a b/ ti", ["title:"]),
        ("title:(a (b) c) ti", ["title:"]),
        ("is:un", ["unread"]),
        ("-is:un", ["unread"]),
        ("IS：UN", ["unread"]),
        ("(has:", [str(value) for value in Has]),
        ("sort:", [str(value) for value in Sort]),
        ("", [f"{name}:" for name in field_names()]),
        ("a ", [f"{name}:" for name in field_names()]),
        ("xyz", []),
        ("foo:", []),
        ("title:", []),
        ("title:ti", []),
        ("gpt-ti", []),
        ("f(ti", []),
        ("votes>", []),
        ('"ti', []),
        ('"a ti', []),
        ('title:"a ti', []),
        ("“a ti", []),
        ("/a ti", []),
        ("title:(ti", []),
        ("title:(a ti", []),
        ('"is:un', []),
    ],
)
def test_completions(text: str, options: list[str]) -> None:
    assert list(complete(text, len(text))) == options


def test_only_what_stands_before_the_cursor_is_completed() -> None:
    assert complete("a ti b", 4) == ("title:",)
    assert complete("is:unread", 4) == ("unread",)


@given(TEXTS, st.integers(0, 80))
def test_completing_never_fails(text: str, cursor: int) -> None:
    assert all(option for option in complete(text, cursor))
