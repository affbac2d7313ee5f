"""The day each paper is listed under: by headings, rows, lines and fields, beside what the file says about itself."""

from datetime import date

import pytest

from digest_tui.model import Digest
from support.small import read, url

A, B = "Sparse Routing for Long Videos", "희소 라우팅으로 긴 영상 이해하기"
SIXTH, SEVENTH = date(2025, 11, 6), date(2025, 11, 7)


def days(digest: Digest) -> list[date | None]:
    return [digest.day_of(paper) for paper in digest.papers]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## 2025-11-07", "## 2025-11-06"),
        ("## 2025년 11월 7일 (금)", "## 2025년 11월 6일 (목)"),
        ("## Friday, 7 November 2025", "## Thursday, 6 November 2025"),
        ("**2025.11.07**", "**2025.11.06**"),
    ],
)
def test_in_a_file_of_several_days_each_heading_says_its_own(first: str, second: str) -> None:
    digest = read("# Papers", first, f"- [{A}]({url(1)})", "", second, f"- [{B}]({url(2)})", path="README.md")
    assert (days(digest), digest.date) == ([SEVENTH, SIXTH], None)


def test_a_day_takes_its_month_and_year_from_the_headings_above() -> None:
    lines = ("# 2025", "## 11월", "### 7일", f"- [{A}]({url(1)})", "### 6일", f"- [{B}]({url(2)})")
    assert days(read(*lines, path="README.md")) == [SEVENTH, SIXTH]


def test_a_day_takes_its_year_from_the_path() -> None:
    lines = ("## 11-07", f"- [{A}]({url(1)})", "", "## 11-06", f"- [{B}]({url(2)})")
    assert days(read(*lines, path="archive/2025.md")) == [SEVENTH, SIXTH]


def test_a_path_with_a_date_of_its_own_says_no_day_below_a_part_of_one() -> None:
    lines = ("# Router v2", "## 11-06", f"- [{A}]({url(1)})")
    assert days(read(*lines, path="daily/2025-11-07.md")) == [SEVENTH]


def test_one_heading_for_all_papers_says_the_day_of_the_digest() -> None:
    digest = read("# Papers", "## 2025-11-07", f"- [{A}]({url(1)})", f"- [{B}]({url(2)})", path="README.md")
    assert (digest.date, [paper.date for paper in digest.papers]) == (SEVENTH, [None, None])


def test_rows_have_days_of_their_own_where_the_file_has_none() -> None:
    table = ("| Date | Title | PDF |", "|---|---|---|", f"| 2025-11-07 | {A} | [PDF]({url(1)}) |")
    row = f"| 2025-11-06 | {B} | [PDF]({url(2)}) |"
    assert days(read(*table, row, path="README.md")) == [SEVENTH, SIXTH]


def test_the_day_of_the_file_outweighs_the_days_of_its_rows() -> None:
    table = ("| Date | Title | PDF |", "|---|---|---|", f"| 2025-11-02 | {A} | [PDF]({url(1)}) |")
    row = f"| 2025-11-01 | {B} | [PDF]({url(2)}) |"
    assert days(read(*table, row, path="daily/2025-11-07.md")) == [SEVENTH, SEVENTH]


def test_below_a_week_the_rows_say_the_days() -> None:
    table = ("## 2025-11-03 ~ 2025-11-09", "| Date | Title | PDF |", "|---|---|---|")
    lines = (f"| 11-07 | {A} | [PDF]({url(1)}) |", f"| 11-06 | {B} | [PDF]({url(2)}) |")
    assert days(read(*table, *lines, path="README.md")) == [SEVENTH, SIXTH]


def test_a_field_says_the_day_where_nothing_else_does() -> None:
    lines = (f"## [{A}]({url(1)})", "**Published**: 2025-11-07", f"## [{B}]({url(2)})", "- 게시일: 2025년 11월 6일")
    assert days(read(*lines, path="README.md")) == [SEVENTH, SIXTH]


def test_a_field_does_not_outweigh_the_day_of_the_file() -> None:
    lines = (
        f"## [{A}]({url(1)})",
        "**Published**: 2025-11-02",
        "x",
        f"## [{B}]({url(2)})",
        "**Published**: 2025-11-01",
    )
    assert days(read(*lines, path="daily/2025-11-07.md")) == [SEVENTH, SEVENTH]


def test_when_the_file_was_written_is_no_day_of_its_papers() -> None:
    lines = ("# Papers", "Last updated: 2025-12-01", "## 2025-11-07", f"- [{A}]({url(1)})", "## 2025-11-06")
    assert days(read(*lines, f"- [{B}]({url(2)})", path="README.md")) == [SEVENTH, SIXTH]


def test_a_date_in_front_of_items_is_their_day() -> None:
    lines = (f"- 2025-11-07 [{A}]({url(1)})", f"- 2025-11-06 [{B}]({url(2)})")
    assert days(read(*lines, path="README.md")) == [SEVENTH, SIXTH]


def test_words_behind_the_day_of_a_heading_do_not_hide_it() -> None:
    words = "検索・推薦・対話・音声・画像・動画・ロボットを中心に選んだ論文と、それについての短い感想を集めたもの"
    lines = (f"## 2025-11-07 {words}", f"- [{A}]({url(1)})", "", "## Nov 6, 2025: agents, RAG", f"- [{B}]({url(2)})")
    assert days(read("# Papers", *lines, path="README.md")) == [SEVENTH, SIXTH]


@pytest.mark.parametrize("level", ["##", "#"])
def test_papers_of_the_level_of_their_day_are_listed_under_it(level: str) -> None:
    first = (f"{level} 2025-11-07 one", f"{level} 1. [{A}]({url(1)})", "text")
    second = (f"{level} 2025-11-06 other", f"{level} 1. [{B}]({url(2)})", "text")
    assert days(read(*first, *second, path="README.md")) == [SEVENTH, SIXTH]


def test_a_day_after_all_papers_is_not_theirs() -> None:
    lines = (f"# 1. [{A}]({url(1)})", "text", "# 2025-11-06", "what comes")
    assert days(read(*lines, path="_posts/2025-11-07-x.md")) == [SEVENTH]


def test_a_title_with_a_date_in_it_is_a_paper() -> None:
    lines = (f"## {A} (2025-10-01)", f"[PDF]({url(1)})", "text", "## 2025-10-02 " + B, f"[PDF]({url(2)})", "text")
    digest = read("# 2025-11-07", *lines)
    assert ([p.title for p in digest.papers], days(digest)) == (
        [f"{A} (2025-10-01)", f"2025-10-02 {B}"],
        [SEVENTH, SEVENTH],
    )


def test_the_date_in_front_of_a_title_is_its_day_where_the_file_has_none() -> None:
    lines = (f"## 2025-11-07 {A}", f"[PDF]({url(1)})", "text", f"## 2025-11-06 {B}", f"[PDF]({url(2)})", "text")
    assert days(read("# Papers", *lines, path="README.md")) == [SEVENTH, SIXTH]


@pytest.mark.parametrize(
    "below",
    [
        (f"**{A}**", f"[PDF]({url(1)})", "text"),
        (f"- [{A}]({url(1)})",),
        (f"### {A}", f"[PDF]({url(1)})", "text"),
        ("| Title | PDF |", "|---|---|", f"| {A} | [PDF]({url(1)}) |"),
    ],
)
def test_a_day_with_many_words_over_one_paper_is_not_its_title(below: tuple[str, ...]) -> None:
    digest = read("# Notes", "", "## 2025-11-07 에이전트와 검색에 관한 긴 하루의 기록", "", *below, path="README.md")
    assert ([p.title for p in digest.papers], days(digest)) == ([A], [SEVENTH])


@pytest.mark.parametrize(
    "note", ["2025-11-07 update", "2025-11-07 update: the code is there for all who want to run it"]
)
def test_a_dated_note_inside_a_paper_does_not_make_a_list_of_it(note: str) -> None:
    first = (f"## {A}", f"[PDF]({url(1)})", "", f"### {note}", "", "text")
    assert read("# Papers", *first, f"## {B}", f"[PDF]({url(2)})", path="README.md").papers[0].title == A


def test_a_dated_part_of_a_page_about_one_paper_is_not_its_day() -> None:
    header = ("---", f"title: {A}", "arxiv: 2511.00001", "date: 2025-11-06", "---")
    assert days(read(*header, "text", "", "## 2025-11-07 갱신: 새 결과", "", "text", path="x.md")) == [SIXTH]
