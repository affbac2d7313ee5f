"""Weeks and months as people write them, and as they are shown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model.periods import Dated, compact_month, dated_in, month_of, path_date, period_in, week_of, worded

WEEK = Dated(date(2026, 4, 20), "week")
MONTH = Dated(date(2026, 4, 1), "month")


@pytest.mark.parametrize(
    "text",
    [
        "2026-W17",
        "2026W17",
        "2026-w17-agents",
        "W17 2026",
        "W17-2026",
        "Week 17, 2026",
        "Week 17 of 2026",
        "2026 Week 17",
        "week-17-2026",
        "papers_2026_W17",
        "17th week of 2026",
        "2026년 17주차",
        "2026년 제17주",
        "2026년 4월 4주차",
        "Week 4 of April 2026",
        "April 2026, 4th week",
        "2026年第17周",
        "2026年第17週号",
        "2026年17周",
        "２０２６年第１７週",
        "令和8年第17週",
        "논문 주간 정리 (2026년 17주차)",
        "April 2026, week 17",
    ],
)
def test_a_week_is_read_as_written(text: str) -> None:
    assert dated_in(text) == WEEK


@pytest.mark.parametrize(
    "text",
    [
        "April 2026",
        "Apr. 2026",
        "april_2026",
        "2026 April",
        "2026-Apr",
        "2026-04",
        "2026/04",
        "2026.04 논문",
        "2026_04-notes",
        "2026년 4월",
        "2026년 4월호",
        "2026年4月",
        "2026 年 04 月",
        "令和8年4月",
    ],
)
def test_a_month_is_read_as_written(text: str) -> None:
    assert dated_in(text) == MONTH


@pytest.mark.parametrize(
    "text",
    [
        "2026-W54",
        "2026-W00",
        "W53 2027",
        "Week 60, 2026",
        "2026年第54周",
        "2026-13",
        "2026년 13월",
        "2026-02-30",
        "31 April 2026",
        "April 31, 2026",
        "2026-04-1",
        "2026.04123",
        "2026.13001",
        "v2026.04",
        "W4A8 in 2026",
        "Week 17",
        "W17",
        "17주차",
        "April",
        "trained for 3 weeks in 2026",
        "2026년 3주 만에",
        "周末 2026",
        "1889-04",
        "",
    ],
)
def test_other_numbers_are_no_weeks_and_no_months(text: str) -> None:
    assert period_in(text) is None


@pytest.mark.parametrize(("before", "first"), [(1, date(2026, 4, 20)), (3, date(2026, 4, 20)), (4, None)])
def test_a_week_without_a_year_beside_it_is_passed_over(before: int, first: date | None) -> None:
    text = "Week 3 and what was done then, " * before + "Week 17, 2026"
    assert period_in(text) == (first and Dated(first, "week"))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (f"Week 17{' ' * 16}2026", date(2026, 4, 20)),
        (f"Week 17{' ' * 17}2026", None),
        (f"2026{' ' * 16}Week 17", date(2026, 4, 20)),
        (f"2026{' ' * 17}Week 17", None),
        ("2025, Week 17 2026", date(2026, 4, 20)),
        (f"Week 1 2026{' ' * 11}May", date(2026, 5, 4)),
        (f"Week 1 2026{' ' * 12}May", date(2025, 12, 29)),
    ],
)
def test_a_year_stands_near_its_week(text: str, first: date | None) -> None:
    assert period_in(text) == (first and Dated(first, "week"))


def test_a_day_goes_before_its_week_and_its_month() -> None:
    assert dated_in("Week 17, April 2026: 2026-04-24") == Dated(date(2026, 4, 24))


@pytest.mark.parametrize(
    ("year", "month", "number", "first"),
    [
        (2026, 4, 1, date(2026, 3, 30)),
        (2026, 4, 3, date(2026, 4, 13)),
        (2026, 4, 5, date(2026, 4, 27)),
        (2026, 4, 17, date(2026, 4, 20)),
        (2026, 5, 17, date(2026, 4, 20)),
        (2026, 12, 1, date(2026, 11, 30)),
        (2026, 1, 1, date(2025, 12, 29)),
        (2027, 1, 1, date(2027, 1, 4)),
    ],
)
def test_the_weeks_of_a_month_are_counted_by_their_thursdays(year: int, month: int, number: int, first: date) -> None:
    assert week_of(year, number, month) == Dated(first, "week")


@pytest.mark.parametrize(("year", "number", "month"), [(2026, 0, 4), (2026, 6, 4), (2026, 54, 4), (2026, 99, None)])
def test_a_week_that_no_month_has_is_none(year: int, number: int, month: int | None) -> None:
    assert week_of(year, number, month) is None


@given(st.dates(date(1991, 1, 1), date(2099, 12, 31)))
def test_every_day_lies_in_its_week_and_in_its_month(day: date) -> None:
    year, number, weekday = day.isocalendar()
    week, month = week_of(year, number), month_of(day.year, day.month)
    assert week is not None
    assert week.first == day - timedelta(days=weekday - 1)
    assert month is not None
    for period in (week, month):
        assert period.agrees(Dated(day))
        assert Dated(day).agrees(period)
        assert not period.agrees(Dated(period.last + timedelta(days=1)))
        assert not period.agrees(Dated(period.first - timedelta(days=1)))
        assert dated_in(str(period)) == period


@pytest.mark.parametrize(
    ("dated", "shown"),
    [
        (Dated(date(2026, 4, 20)), "2026-04-20"),
        (WEEK, "W17 2026"),
        (Dated(date(2025, 12, 29), "week"), "W01 2026"),
        (MONTH, "Apr 2026"),
    ],
)
def test_a_date_is_shown_as_what_it_stands_for(dated: Dated, shown: str) -> None:
    assert worded(dated.first, dated.period) == shown


@pytest.mark.parametrize(
    ("name", "month"),
    [("202604", MONTH), ("papers_202604", MONTH), ("20260420", None), ("202613", None), ("x202604", None)],
)
def test_a_name_may_say_its_month_in_six_digits(name: str, month: Dated | None) -> None:
    assert compact_month(name) == month


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2026-W17/2026-04-22.md", date(2026, 4, 22)),
        ("2026/04/22/W17.md", date(2026, 4, 22)),
        ("2026-W17.md", date(2026, 4, 20)),
        ("2026/W17.md", date(2026, 4, 20)),
        ("2026-W17", date(2026, 4, 20)),
        ("논문/2026년 4월.md", date(2026, 4, 1)),
        ("202604/notes.md", date(2026, 4, 1)),
        ("notes.md", None),
        ("2512.07951.md", None),
    ],
)
def test_a_path_says_its_day_else_the_first_of_its_week_or_month(path: str, day: date | None) -> None:
    assert path_date(path) == day
