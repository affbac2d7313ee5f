"""While a query is typed, what the letter before found is looked at again only where nothing else can be meant."""

import pytest

from digest_tui.search.narrowing import depends_on_state, is_narrower
from digest_tui.search.parser import parse
from digest_tui.search.query import Node
from support.blog import TODAY


def root(text: str) -> Node | None:
    return parse(text, today=TODAY).root


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ki", "kit"),
        ("kit", "kit"),
        ("kite", "kite b"),
        ("kite b", "kite bo"),
        ("votes>3 b", "votes>3 bo"),
        ("title:ki", "title:kit"),
        ('"a ki"', '"a kit"'),
        ('"kit"', '"kit" b'),
        ("*ki*", "*kit*"),
        ("is:read", "is:read kite"),
        ("-a", "-a b"),
        ("언", "언어"),
        ("ㅂㅊㅁ", "ㅂㅊㅁㅋ"),
        ("KI", "kit"),
    ],
)
def test_more_letters_at_the_end_or_one_more_part_find_less(old: str, new: str) -> None:
    assert is_narrower(root(new), root(old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "k"),
        ("kite", ""),
        ("kit", "ki"),
        ("ite", "kite"),
        ("kite", "boat"),
        ("kite b", "kites bo"),
        ("kite b", "kits b c"),
        ("kite", "kite a b"),
        ("kite a b", "kite"),
        ("title:ki", "kit"),
        ("ki", "title:kit"),
        ("ki", '"kit"'),
        ('"ki"', '"kit"'),
        ("ki", "*kit*"),
        ("-ki", "-kit"),
        ("votes>2", "votes>20"),
        ("a OR b", "a OR bc"),
        ("a", "a OR b"),
        ("ㅂ", "ㅂㅊ"),
        ("ㅂㅊ", "ㅂㅊㅁ"),
        ("2512.0795", "2512.07951"),
        ("/a/", "/ab/"),
    ],
)
def test_anything_else_may_find_more(old: str, new: str) -> None:
    assert not is_narrower(root(new), root(old))


@pytest.mark.parametrize(
    ("query", "depends"),
    [
        ("", False),
        ("kite", False),
        ("votes>3 since:2w", False),
        ("note:a", False),
        ("is:read", True),
        ("has:note", True),
        ("tag:a", True),
        ("kite is:read", True),
        ("kite OR tag:a", True),
        ("kite OR boat", False),
        ("-is:read", True),
        ("-kite", False),
    ],
)
def test_what_depends_on_decisions(query: str, depends: bool) -> None:
    assert depends_on_state(root(query)) is depends
