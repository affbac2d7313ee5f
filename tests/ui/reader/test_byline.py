"""The authors of a paper in a few words."""

import pytest

from digest_tui.ui.reader.byline import byline, family

FOUR = ("Mina Kim", "Jun van den Berg", "Sol Oh", "Ada Wu")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mina Kim", "Kim"),
        ("김민아", "김민아"),
        ("Aaron van den Berg", "van den Berg"),
        ("van Berg", "Berg"),
        ("Martin Long Jr.", "Long"),
        ("Jr.", "Jr."),
        ("Jean-Luc O'Neil III", "O'Neil"),
        ("bell hooks", "hooks"),
        ("", ""),
    ],
)
def test_a_family_name_is_the_last_word_with_its_particles(name: str, expected: str) -> None:
    assert family(name) == expected


@pytest.mark.parametrize(
    ("authors", "width", "is_short", "expected"),
    [
        (FOUR, 80, False, ["Mina Kim, Jun van den Berg … Ada Wu", "4 authors"]),
        (FOUR, 80, True, ["Kim, van den Berg … Wu (4)"]),
        (FOUR, 30, False, ["Kim, van den Berg … Wu (4)"]),
        (FOUR[:3], 80, False, ["Mina Kim, Jun van den Berg, Sol Oh"]),
        (FOUR[:3], 80, True, ["Mina Kim, Jun van den Berg, Sol Oh"]),
        (FOUR[:3], 60, True, ["Kim, van den Berg, Oh"]),
        (FOUR[:1], 80, True, ["Mina Kim"]),
        (("김민아",) * 5, 80, False, ["김민아, 김민아 … 김민아", "5 authors"]),
    ],
)
def test_first_and_last_are_named_and_all_counted(
    authors: tuple[str, ...], width: int, is_short: bool, expected: list[str]
) -> None:
    assert byline(authors, width, is_short=is_short) == expected
