"""The days that columns and lines say, wholly or in part."""

from datetime import date

import pytest

from digest_tui.formats.words.days import NOTHING, PartialDate, joined, partial_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-11-07 to 2025-11-09", PartialDate(2025, 11, 7)),
        ("Nov 3-9, 2025", PartialDate(2025, 11, 3)),
        ("2026 (Dec 29 - Jan 4)", PartialDate(2025, 12, 29)),
        ("Nov 3 - Nov 9, 2025", PartialDate(2025, 11, 3)),
        ("Dec 29 - Jan 4, 2026", PartialDate(2025, 12, 29)),
        ("2025 (Nov 3 - Nov 9)", PartialDate(2025, 11, 3)),
    ],
)
def test_of_a_run_of_days_the_first_is_taken(text: str, expected: PartialDate) -> None:
    assert partial_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13월", NOTHING),
        ("2025년 13월", PartialDate(2025)),
        ("11월 45일", PartialDate(None, 11)),
        ("42", NOTHING),
        ("1899", NOTHING),
        ("25.03.07", PartialDate(2025, 3, 7)),
        ("11/27/2025", PartialDate(2025, 11, 27)),
        ("250307", PartialDate(2025, 3, 7)),
        ("2511.04321", NOTHING),
        ("", NOTHING),
    ],
)
def test_months_and_days_that_do_not_exist_are_passed_over(text: str, expected: PartialDate) -> None:
    assert partial_date(text) == expected


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (PartialDate(2025, 11, 7), date(2025, 11, 7)),
        (PartialDate(2025, 2, 30), None),
        (PartialDate(2025, 11), None),
        (PartialDate(None, 11, 7), None),
        (PartialDate(1989, 11, 7), None),
    ],
)
def test_a_date_is_whole_where_it_is_known_and_exists(part: PartialDate, whole: date | None) -> None:
    assert part.whole == whole


def test_what_a_heading_leaves_open_is_said_by_those_above_it() -> None:
    day, month, year = PartialDate(None, None, 7), PartialDate(None, 11), PartialDate(2025)
    assert joined([day, month, year]) == PartialDate(2025, 11, 7)


def test_the_nearest_heading_is_believed_first() -> None:
    assert joined([PartialDate(None, 11, 7), PartialDate(2025, 12, 9)]) == PartialDate(2025, 11, 7)


def test_of_no_headings_nothing_is_known() -> None:
    assert joined([]) == NOTHING
