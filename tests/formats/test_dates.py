"""Which date a digest and its papers have: a day before a week before a month, wherever each is said."""

from datetime import date

import pytest

from digest_tui import formats
from digest_tui.model import Digest
from digest_tui.model.periods import Period
from support.small import url

A, B = f"- [Sparse Routing for Long Videos]({url(1)})\n", f"- [희소 라우팅으로 긴 영상 이해하기]({url(2)})\n"
WEEK, MONTH = (date(2026, 4, 20), "week"), (date(2026, 4, 1), "month")


def read(path: str, *blocks: str) -> Digest:
    return formats.read("\n\n".join(blocks), path, "s")


def dated(digest: Digest) -> tuple[date | None, Period]:
    return digest.date, digest.period


def listed(digest: Digest) -> list[tuple[date | None, Period]]:
    return [(digest.day_of(paper), digest.period_of(paper)) for paper in digest.papers]


def complaints(digest: Digest) -> list[str]:
    return [problem.message for problem in digest.problems if problem.code == "date"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-W17", WEEK),
        ("Week 17, 2026", WEEK),
        ("Weekly Papers: W17 2026", WEEK),
        ("Week 17, 2026: agents, retrieval and a few others", WEEK),
        ("Week 17 (2026-04-20 ~ 2026-04-26)", WEEK),
        ("2026년 17주차 논문", WEEK),
        ("2026년 4월 4주차", WEEK),
        ("2026年第17周", WEEK),
        ("April 2026", MONTH),
        ("2026-04", MONTH),
        ("2026년 4월 논문 정리: 에이전트와 검색", MONTH),
        ("2026年4月", MONTH),
    ],
)
def test_weeks_and_months_are_dates_in_titles_and_headings(text: str, expected: tuple[date, str]) -> None:
    title = f'---\ntitle: "{text}"\n---'
    assert dated(read("notes.md", title, A)) == expected
    assert dated(read("notes.md", f"# {text}", A)) == expected
    assert listed(read("notes.md", "# Notes", f"## {text}", A)) == [expected]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2026-W17", WEEK),
        ("2026W17", WEEK),
        ("week-17-2026", WEEK),
        ("2026년 17주차", WEEK),
        ("2026/W17", WEEK),
        ("2026/17주차", WEEK),
        ("2026-04", MONTH),
        ("april-2026", MONTH),
        ("papers_202604", MONTH),
        ("2026년 4월", MONTH),
        ("2026/04", MONTH),
        ("2026/4월", MONTH),
        ("2026/April", MONTH),
    ],
)
def test_weeks_and_months_are_dates_in_names_and_folders(name: str, expected: tuple[date, str]) -> None:
    assert dated(read(f"{name}.md", A)) == expected
    assert dated(read(f"notes/{name}/topics/논문.md", A)) == expected


@pytest.mark.parametrize("field", ["2026-W17", "W17 2026"])
def test_the_header_may_say_a_week(field: str) -> None:
    assert dated(read("notes.md", f"---\ndate: {field}\n---", A)) == WEEK


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2024/01/23/notes.md", date(2024, 1, 23)),
        ("18-Dec-2024/notes.md", date(2024, 12, 18)),
        ("2025년 12월/10일/논문.md", date(2025, 12, 10)),
        ("2025/12월/10일.md", date(2025, 12, 10)),
        ("2025/Dec/10/notes.md", date(2025, 12, 10)),
        ("2025-12/10/notes.md", date(2025, 12, 10)),
        ("since 2024-01-01/2025-12-10/notes.md", date(2025, 12, 10)),
        ("2026-W17/2026-04-22/notes.md", date(2026, 4, 22)),
    ],
)
def test_a_file_without_a_date_takes_its_folders_the_nearest_first(path: str, day: date) -> None:
    assert dated(read(path, A)) == (day, "day")


@pytest.mark.parametrize("path", ["notes.md", "2026/notes.md", "vol/17/notes.md", "april/notes.md", "17/04/notes.md"])
def test_without_any_date_it_stays_undated(path: str) -> None:
    assert dated(read(path, A)) == (None, "day")


@pytest.mark.parametrize(
    ("path", "blocks", "day"),
    [
        ("2026-04-24.md", ("# Week 17, 2026",), 24),
        ("2026-04-24.md", ("# April 2026",), 24),
        ("2026-W17.md", ("---\ndate: 2026-04-24\n---",), 24),
        ("2026/04/24/x.md", ('---\ntitle: "2026년 17주차"\n---',), 24),
        ("2026/04/2026-04-24-x.md", (), 24),
        ("2026-W17.md", ("# Weekly", "Date: 2026-04-24"), 24),
    ],
)
def test_a_day_goes_before_the_week_or_month_it_lies_in(path: str, blocks: tuple[str, ...], day: int) -> None:
    digest = read(path, *blocks, A)
    assert (dated(digest), complaints(digest)) == ((date(2026, 4, day), "day"), [])


def test_a_week_goes_before_its_month() -> None:
    digest = read("2026-W17.md", "# April 2026", A)
    assert (dated(digest), complaints(digest)) == (WEEK, [])


@pytest.mark.parametrize(
    ("path", "heading", "complaint"),
    [
        (
            "2026-05-01.md",
            "# April 2026",
            "The file name says 2026-05-01, the heading says Apr 2026; 2026-05-01 is used.",
        ),
        (
            "2026-04-27.md",
            "# W17 2026",
            "The file name says 2026-04-27, the heading says W17 2026; 2026-04-27 is used.",
        ),
        ("2026-W17.md", "# W16 2026", "The heading says W16 2026, the file name says W17 2026; W16 2026 is used."),
        ("2026-W17.md", "# March 2026", "The file name says W17 2026, the heading says Mar 2026; W17 2026 is used."),
        (
            "2026/03/2026-04-24.md",
            "# Papers",
            "The file name says 2026-04-24, the folder says Mar 2026; 2026-04-24 is used.",
        ),
    ],
)
def test_what_lies_outside_disagrees(path: str, heading: str, complaint: str) -> None:
    (said,) = complaints(read(path, heading, A))
    assert said == complaint


def test_when_it_was_written_is_not_the_day_of_a_week() -> None:
    assert dated(read("2026-W17.md", "# Weekly", "Generated: 2026-04-24 08:00", A)) == WEEK


@pytest.mark.parametrize(
    "text", ["2026-W54", "2026-W00", "W53 2027", "2026-13", "2026년 13월", "v2026.04", "2026.13001"]
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert dated(read("notes.md", f"# {text}", A)) == (None, "day")
    assert dated(read(f"{text}.md", A)) == (None, "day")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("## Week 17, 2026", "## Week 16, 2026", [WEEK, (date(2026, 4, 13), "week")]),
        ("## 2026-W17 — 에이전트 특집", "## 2026-W16 — 검색 특집", [WEEK, (date(2026, 4, 13), "week")]),
        ("# 2026\n\n## W17", "## W16", [WEEK, (date(2026, 4, 13), "week")]),
        ("# 2026\n\n## 4월\n\n### 4주차", "### 3주차", [WEEK, (date(2026, 4, 13), "week")]),
        ("## April 2026", "## March 2026", [MONTH, (date(2026, 3, 1), "month")]),
        ("# 2026년\n\n## 4월", "## 3월", [MONTH, (date(2026, 3, 1), "month")]),
        ("## April 2026", "## 2026-03-31", [MONTH, (date(2026, 3, 31), "day")]),
    ],
)
def test_headings_of_weeks_and_months_list_their_papers(
    first: str, second: str, expected: list[tuple[date, str]]
) -> None:
    assert listed(read("README.md", "# Papers" if first.startswith("##") else "", first, A, second, B)) == expected


def test_a_week_takes_its_year_from_the_name_of_the_file() -> None:
    digest = read("2026.md", "# Papers", "## Week 17", A, "## Week 16", B)
    assert listed(digest) == [WEEK, (date(2026, 4, 13), "week")]


def test_days_in_a_file_of_a_month_are_days() -> None:
    digest = read("notes.md", "# 2026년 4월", "## 18일", A, "## 17일", B)
    assert (dated(digest), listed(digest)) == (MONTH, [(date(2026, 4, 18), "day"), (date(2026, 4, 17), "day")])


def test_the_day_of_the_file_goes_before_the_month_of_a_heading() -> None:
    assert listed(read("2026-04-24.md", "# Daily", "## April 2026", A)) == [(date(2026, 4, 24), "day")]


def test_rows_of_a_week_say_its_days_and_no_others() -> None:
    table = "| Date | Title | PDF |\n|---|---|---|\n"
    rows = f"| 2026-04-22 | One of many routers | [PDF]({url(1)}) |\n| 2026-03-01 | An older router | [PDF]({url(2)}) |"
    assert listed(read("2026-W17.md", table + rows)) == [(date(2026, 4, 22), "day"), WEEK]


@pytest.mark.parametrize("heading", ["## Daily Papers (2026-W17)", "# Week 17, 2026"])
def test_logs_and_posts_have_weeks_too(heading: str) -> None:
    level = "###" if "Daily" in heading else "# 1."
    assert dated(read("notes.md", heading, f"{level} [Sparse Routing for Long Videos]({url(1)})", "text")) == WEEK


def test_rows_below_a_run_of_days_say_theirs_in_a_file_of_a_month() -> None:
    table = f"| Date | Title | PDF |\n|---|---|---|\n| 04-22 | One of many routers | [PDF]({url(1)}) |"
    digest = read("2026-04.md", "# Papers", "## 2026-04-20 ~ 2026-04-26", table, "## 2026-04-13 ~ 2026-04-19", B)
    assert listed(digest) == [(date(2026, 4, 22), "day"), (date(2026, 4, 13), "day")]


@pytest.mark.parametrize("title", ["The State of Routing in April 2026", "What Happened to Routing on 2026-04-01"])
def test_the_date_in_the_title_of_a_page_about_one_paper_is_not_its_own(title: str) -> None:
    digest = read("2026-05-03-routing.md", f'---\ntitle: "{title}"\narxiv: 2604.00001\n---', "Some words on it.")
    assert [paper.title for paper in digest.papers] == [title]
    assert (dated(digest), complaints(digest)) == ((date(2026, 5, 3), "day"), [])
