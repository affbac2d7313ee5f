"""The days that headings, columns and lines say, wholly or in part; and numbers that only look like days."""

from datetime import date

import pytest

from digest_tui.formats.words.day_headings import date_of_heading
from digest_tui.formats.words.days import NOTHING, PartialDate, joined, partial_date


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-07",
        "📅 2025.11.07 (금)",
        "2025년 11월 7일 금요일",
        "2025年11月7日 星期五",
        "2025年11月7日（金曜日）",
        "November 7, 2025",
        "Friday, 7 November 2025",
        "7-Nov-2025",
        "20251107_Fri",
        "Papers for 2025-11-07",
        "2025-11-07 논문 12편",
        "2025-11-07（93篇论文）",
        "Fri, 7 Nov 25",
        "New submissions for Fri,  7 Nov 25",
        "25.11.07",
        "2025–11–07",
        "２０２５年１１月７日",
        "251107",
        "November 7th, 2025",
    ],
)
def test_a_heading_may_say_a_whole_day(text: str) -> None:
    assert date_of_heading(text) == PartialDate(2025, 11, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", PartialDate(2025)),
        ("2025년", PartialDate(2025)),
        ("1999년", PartialDate(1999)),
        ("2025-11", PartialDate(2025, 11)),
        ("2025-03", PartialDate(2025, 3)),
        ("03-07", PartialDate(None, 3, 7)),
        ("2025年11月", PartialDate(2025, 11)),
        ("November 2025", PartialDate(2025, 11)),
        ("11월", PartialDate(None, 11)),
        ("11월 7일", PartialDate(None, 11, 7)),
        ("11月7日", PartialDate(None, 11, 7)),
        ("11-07", PartialDate(None, 11, 7)),
        ("11/7 (금)", PartialDate(None, 11, 7)),
        ("Nov 7th", PartialDate(None, 11, 7)),
        ("7 November", PartialDate(None, 11, 7)),
        ("7일", PartialDate(None, None, 7)),
        ("07", PartialDate(None, None, 7)),
        ("Top AI Papers of the Week (Nov 3 - Nov 9)", PartialDate(None, 11, 3)),
        ("Top Papers of the Week (November 3 - November 9)", PartialDate(None, 11, 3)),
        ("1월 5일 논문 모음", PartialDate(None, 1, 5)),
    ],
)
def test_a_heading_may_say_a_part_of_a_day(text: str, expected: PartialDate) -> None:
    assert date_of_heading(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "11-07 금요일",
        "11-07 (금)",
        "Friday, Nov 7",
        "Sat Nov 7th",
        "11月7日 星期五",
        "11/7 礼拜五",
        "11/7 周五 论文",
        "11月7日（金曜日）の論文",
        "Daily Papers 11-07",
        "Today's latest arXiv papers (Nov 7)",
        "오늘의 논문 목록 11월 7일",
        "11월 7일 논문 요약 (12편)",
        "11月7日 论文日报（93篇）",
        "11月7日更新汇总",
        "11月7日分の論文まとめ",
    ],
)
def test_weekdays_and_words_of_digests_may_stand_beside_a_part_of_a_day(text: str) -> None:
    assert date_of_heading(text) == PartialDate(None, 11, 7)


@pytest.mark.parametrize(("text", "day"), [("Nov 1st", 1), ("2nd November", 2), ("Nov 3rd", 3), ("30th Nov", 30)])
def test_days_may_be_ordinals(text: str, day: int) -> None:
    assert date_of_heading(text) == PartialDate(None, 11, day)


@pytest.mark.parametrize(
    "text",
    [
        "Sparse Routing for Long Videos",
        "Qwen 3.5",
        "v1.2",
        "01-08 Router",
        "NeurIPS 2025",
        "CVPR 2025 Workshop Papers",
        "Last updated: 2025-11-07",
        "최종 수정: 2025-11-07",
        "更新时间：2025-11-07",
        "1. 2025",
        "3. Results of 2025-11-07",
        "May the Source Be With You",
        "arXiv 2511.04321",
        "3D",
        "#10",
        "[3]",
        "【3】",
        f"Notes of 2025-11-07 {'a' * 46}",
        f"Notes of 2025-11-07 {'- ' * 60}",
    ],
)
def test_a_heading_about_something_else_says_no_day(text: str) -> None:
    assert date_of_heading(text) is None


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
