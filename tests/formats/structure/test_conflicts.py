"""Where git's conflict markers stand: three in order, at the beginning of a line, outside fences."""

import pytest

from digest_tui.formats.structure.conflicts import Conflict, conflicts_of, resolved

OURS, BASE, MIDDLE, THEIRS = "<<<<<<< HEAD", "||||||| 1234abc", "=======", ">>>>>>> other"


def test_three_markers_in_order_are_a_conflict() -> None:
    assert conflicts_of(["a", OURS, "b", MIDDLE, "c", THEIRS, "d"]) == [Conflict(1, None, 3, 5)]
    assert conflicts_of([OURS, MIDDLE, THEIRS]) == [Conflict(0, None, 1, 2)]
    assert conflicts_of([OURS, "b", BASE, "x", MIDDLE, "c", THEIRS]) == [Conflict(0, 2, 4, 6)]


def test_several_conflicts_are_found() -> None:
    one = [OURS, "b", MIDDLE, "c", THEIRS]
    assert [conflict.markers for conflict in conflicts_of([*one, "x", *one])] == [(0, 2, 4), (6, 8, 10)]


def test_without_a_name_and_with_the_line_ends_of_windows_they_are_markers_too() -> None:
    assert conflicts_of(["<<<<<<<", "=======\r", ">>>>>>>"]) == [Conflict(0, None, 1, 2)]


@pytest.mark.parametrize(
    "lines",
    [
        [OURS, "b", THEIRS],
        [MIDDLE, "b", THEIRS],
        [OURS, "b", MIDDLE],
        [THEIRS, MIDDLE, OURS],
        [OURS, THEIRS, MIDDLE],
        ["Heading", MIDDLE, "text"],
        [f" {OURS}", MIDDLE, THEIRS],
        [f"> {OURS}", MIDDLE, THEIRS],
        [OURS, f" {MIDDLE}", THEIRS],
        [OURS, "======", THEIRS],
        [OURS, "========", THEIRS],
        [f"<{OURS}", MIDDLE, THEIRS],
        [OURS, MIDDLE, f">{THEIRS}"],
        ["<<<<<<<HEAD", MIDDLE, THEIRS],
        [OURS, MIDDLE, ">>>>>>>other"],
        ["```", OURS, "b", MIDDLE, "c", THEIRS, "```"],
        ["~~~~diff", OURS, "b", MIDDLE, "c", THEIRS, "~~~~"],
        [],
    ],
)
def test_anything_else_is_none(lines: list[str]) -> None:
    assert conflicts_of(lines) == []
    assert resolved(lines) is None


def test_an_opening_marker_that_stands_alone_before_a_conflict_is_none_of_it() -> None:
    assert conflicts_of([OURS, "a", OURS, "b", MIDDLE, "c", THEIRS]) == [Conflict(2, None, 4, 6)]


def test_the_second_underline_is_one() -> None:
    lines = [OURS, "a", MIDDLE, "Heading", MIDDLE, THEIRS]
    assert conflicts_of(lines) == [Conflict(0, None, 2, 5)]


def test_both_sides_are_kept_and_what_they_replaced_is_not() -> None:
    found = resolved(["x", OURS, "a", BASE, "old", MIDDLE, "b", THEIRS, "y"])
    assert found is not None
    assert (found.lines, found.markers) == (("x", "", "a", "", "", "", "b", "", "y"), (1, 3, 4, 5, 7))


def test_no_blank_line_cuts_a_table() -> None:
    found = resolved(
        ["| a |", OURS, "| b |", BASE, "| old |", MIDDLE, "| c |", THEIRS, "| d |", "", OURS, MIDDLE, THEIRS]
    )
    assert found is not None
    assert found.lines == ("| a |", "| b |", "| c |", "| d |", "", "", "", "")
    assert found.numbers == (0, 2, 6, 8, 9, 10, 11, 12)


def test_of_two_headers_the_second_is_no_text() -> None:
    first, second = ["---", "title: a", "---"], ["---", "title: b", "---"]
    found = resolved([OURS, *first, MIDDLE, *second, "# b", THEIRS, "text"])
    assert found is not None
    assert found.lines == ("", *first, "", "# b", "", "text")
    assert found.markers == (0, 4, 5, 6, 7, 9)


@pytest.mark.parametrize(
    "line", [OURS, MIDDLE, THEIRS, BASE, f"{OURS}\n{MIDDLE}", f"{OURS}\n{MIDDLE}\n{THEIRS}", f"{OURS}\n{BASE}"]
)
def test_no_run_of_markers_is_too_long(line: str) -> None:
    """What is not linear would not be through with this in the time of the whole test run."""
    lines = (f"{line}\n" * 20_000).split("\n")
    found = resolved(lines)
    assert found is None or len(found.markers) <= len(lines)
