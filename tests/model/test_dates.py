"""Dates in titles, file names and folders."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model.dates import (
    date_in,
    dates_in,
    no_dates,
    path_dates,
    plain_path_date,
    said_dates,
    without_dates,
)

MONTHS = "January February March April May June July August September October November December"


@pytest.mark.parametrize(
    "text",
    [
        "2025-12-09",
        "Daily Papers — 2025-12-09",
        "2025/12/09",
        "2025.12.09",
        "2025. 12. 9.",
        "2025_12_9",
        "2025년 12월 9일",
        "2025年12月9日",
        "papers_20251209",
        "Dec 9, 2025",
        "December 9th, 2025",
        "9-Dec-2025",
        "9 December 2025",
        "Tuesday, 9th December, 2025",
        "09-Dec-2025",
        "Sept 31, 2025 or Dec. 9, 2025",
        "202512/09",
        "archive/202512/09/index",
        "Updated Tue Dec  9 08:15:00 UTC 2025",
        "Tue Dec 9 08:15 2025",
        "20251209_Tue",
        "arxiv-20251209",
        "2025 年 12 月 9 日",
        "（2025年12月9日号）",
        "2025-12-09T23:30:00+09:00",
        "2025-02-30 or 2025-12-09",
        "1989-12-09 or 2101-12-09 or 2025-12-09",
        "12/30/2023456 or 9.12.2025",
        "令和7年12月9日",
        "令和 7 年12月9日",
        "２０２５年１２月９日",
    ],
)
def test_a_date_is_read_as_written(text: str) -> None:
    assert date_in(text) == date(2025, 12, 9)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-13-09",
        "2025-02-30",
        "12025-12-09",
        "2025-12-091",
        "120251209",
        "a20251209",
        "2512.07951",
        "2025/12-09",
        "20251209abc",
        "202513/09",
        "a202512/09",
        "202512/091",
        "Decade 9, 2025",
        "Dec 9",
        "12월 9일",
        "May I",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert date_in(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("1990-01-01", date(1990, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
        ("12/13/2024", date(2024, 12, 13)),
        ("1/31/2024", date(2024, 1, 31)),
        ("13/12/2024", date(2024, 12, 13)),
        ("31/1/2024", date(2024, 1, 31)),
        *((f"{name} 5, 2024", date(2024, number, 5)) for number, name in enumerate(MONTHS.split(), 1)),
        *((f"5 {name[:3].upper()} 2024", date(2024, number, 5)) for number, name in enumerate(MONTHS.split(), 1)),
        ("1st May 2024", date(2024, 5, 1)),
        ("2nd May 2024", date(2024, 5, 2)),
        ("3rd May 2024", date(2024, 5, 3)),
    ],
)
def test_dates_of_other_years(text: str, meant: date) -> None:
    assert date_in(text) == (meant if meant.year >= 1990 else None)


@pytest.mark.parametrize("text", ["12/12/2024", "1/2/2024", "13/13/2024", "0/13/2024", "32/1/2024", "1/13/2024/5"])
def test_numbers_that_may_be_day_or_month_are_neither(text: str) -> None:
    assert date_in(text) is None


def test_where_a_date_stands() -> None:
    [said] = said_dates("papers of ２０２５-12-09 here")
    assert (said.before, said.text[said.start : said.end]) == ("papers of ", "2025-12-09")


def test_a_text_without_its_dates() -> None:
    assert without_dates("a 2025-12-09 b 2025-02-30 c 12") == "a   b   c 12"


def test_all_dates_come_in_order() -> None:
    assert list(dates_in("from 2025-12-09 to Dec 1, 2025")) == [date(2025, 12, 9), date(2025, 12, 1)]


@pytest.mark.parametrize(
    ("path", "named", "foldered"),
    [
        ("_posts/2025-12-09-daily.md", date(2025, 12, 9), None),
        ("paper_logs/2025/12/09.md", None, date(2025, 12, 9)),
        ("2025/12/09/papers.md", None, date(2025, 12, 9)),
        ("9-Dec-2025/papers.md", None, date(2025, 12, 9)),
        ("2025/12/2025-12-08.md", date(2025, 12, 8), None),
        ("2025/12/07/2025-12-08.md", date(2025, 12, 8), date(2025, 12, 7)),
        ("20251209", date(2025, 12, 9), None),
        ("251209 Papers.md", date(2025, 12, 9), None),
        ("251209.md", date(2025, 12, 9), None),
        ("251309.md", None, None),
        ("x251209.md", None, None),
        ("2512.09.md", None, None),
        ("251209.01234.md", None, None),
        ("202512/09.md", None, date(2025, 12, 9)),
        ("docs/202512/09/README.md", None, date(2025, 12, 9)),
        ("digests/20251209/digest.md", None, date(2025, 12, 9)),
        ("2025년 12월 9일/논문.md", None, date(2025, 12, 9)),
        ("notes.md", None, None),
        ("2026/03-31.md", None, date(2026, 3, 31)),
        ("log/2026/0331_papers.md", None, date(2026, 3, 31)),
        ("2026/03_31.md", None, date(2026, 3, 31)),
        ("2026/0331.5.md", None, None),
        ("2026x/0331.md", None, None),
        ("1926/0331.md", None, None),
        ("2026/1331.md", None, None),
    ],
)
def test_a_path_says_dates_by_its_name_and_its_folders(path: str, named: date | None, foldered: date | None) -> None:
    assert path_dates(path) == (named, foldered)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Daily Papers 2025-02-30", "30 February"),
        ("2025-02-29", "29 February 2025"),
        ("2025-13-01-x", "month 13"),
        ("2025-31-12", "month 31"),
        ("2025-04-31", "31 April"),
        ("2025-12-32", "32 December"),
        ("2025-00-10", "month 0"),
        ("2025_06_31", "31 June"),
        ("2025/02/30", "30 February"),
        ("2025.02.30", "30 February"),
        ("2025년 2월 30일", "30 February"),
        ("2025年11月31日", "31 November"),
        ("令和7年2月30日", "30 February"),
        ("Sept 31, 2025", "31 September"),
        ("31-Apr-2025", "31 April"),
        ("papers_20250230", "30 February"),
        ("30.02.2025", "30 February"),
        *((f"2025-{number:02}-32", f"32 {name}") for number, name in enumerate(MONTHS.split(), 1)),
        ("2025-02-39", "39 February"),
        ("20250231", "31 February"),
        ("2025/04/31", "31 April"),
        ("31.11.2025", "31 November"),
        ("2100-02-30", "30 February"),
        ("1990-02-30", "30 February"),
    ],
)
def test_a_date_that_no_calendar_has_is_named(text: str, said: str) -> None:
    assert [str(found) for found in no_dates(text)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-28",
        "2025.13001",
        "2512.07951",
        "v2025.02.30",
        "2025.2.30",
        "2025.13.1",
        "1234-56-78",
        "2025-56-78",
        "2025-13-99",
        "010-2025-0230",
        "2025/17/1",
        "20251301",
        "20259999",
        "2025-13",
        "",
        "V2025.02.30",
        "2025.02.32",
        "20250232",
        "2025/00/10",
        "2025.04.0",
        "2025-32-01",
        "2025-02-40",
        "1989-02-30",
        "2101-02-30",
        "3.2.2025 31.2.2025",
    ],
)
def test_numbers_that_merely_look_like_dates_are_not(text: str) -> None:
    assert list(no_dates(text)) == []


def test_where_a_date_is_meant_any_is_named() -> None:
    assert [str(found) for found in no_dates("2026-13-99", certain=True)] == ["month 13"]


PARTS = ["logs", "2024", "12", "09", "9", "2025-12-10", "1989-01-01", "2025-02-30", "12-10", "W17", "dec 3", "년", "주"]
SIGNS = ["", "-", "_", ".", "/", " ", "a", "7", ".md", "-name.md", "주차.md"]


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(SIGNS)), min_size=1, max_size=5))
def test_a_plain_path_says_the_date_that_every_path_would(parts: list[tuple[str, str]]) -> None:
    path = "".join(f"{part}{sign}" for part, sign in parts)
    named, foldered = path_dates(path)
    assert plain_path_date(path) in (None, named or foldered)


@pytest.mark.parametrize("path", ["2025-12-10.md", "_posts/2025-12-10-A-Name.md", "paper_logs/2025/12/10.md"])
def test_the_paths_of_most_digests_are_plain(path: str) -> None:
    assert plain_path_date(path) == date(2025, 12, 10)
