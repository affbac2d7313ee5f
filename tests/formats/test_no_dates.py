"""Dates that no calendar has: a problem that says what was written, where, and what was done."""

import pytest

from digest_tui import formats
from digest_tui.model import Digest, Problem
from support.promises import promises
from support.small import url

A, B = f"- [Sparse Routing for Long Videos]({url(1)})", f"- [희소 라우팅으로 긴 영상 이해하기]({url(2)})"


def read(path: str, *blocks: str) -> Digest:
    return formats.read("\n\n".join(blocks), path, "s")


def said(digest: Digest) -> list[Problem]:
    return [problem for problem in digest.problems if problem.code == "date"]


@pytest.mark.parametrize(
    ("path", "blocks", "message", "line"),
    [
        ("2025-02-30-x.md", (), "30 February: the file name says 2025-02-30", None),
        ("2025-13-01.md", (), "month 13: the file name says 2025-13-01", None),
        ("2025/02/30/x.md", (), "30 February: the folder says 2025/02/30", None),
        ("2025/02/30.md", (), "30 February: the path says 2025/02/30", None),
        (
            "x.md",
            ('---\nlayout: x\ntitle: "Daily Papers 2025-02-30"\n---',),
            "30 February: the title says 2025-02-30",
            3,
        ),
        ("x.md", ("---\ndate: 2025-02-30\n---",), "30 February: the header says 2025-02-30", 2),
        ("x.md", ("---\ndate: 2026-13-45 08:00\n---",), "month 13: the header says 2026-13-45", 2),
        ("x.md", ("+++\ntitle = 'a'\ndate = '2025-02-30'\n+++",), "30 February: the header says 2025-02-30", 3),
        ("x.md", ("# 2025년 2월 30일",), "30 February: the heading says 2025년 2월 30일", 1),
    ],
)
@promises("docs/digests.md", "dates that no calendar has")
def test_it_is_named_with_its_place_and_what_was_done(
    path: str, blocks: tuple[str, ...], message: str, line: int | None
) -> None:
    digest = read(path, *blocks, A, B)
    assert said(digest) == [Problem("date", f"There is no {message}; the digest stays undated.", line)]
    assert (digest.date, len(digest.papers)) == (None, 2)


@pytest.mark.parametrize(
    ("path", "blocks", "places"),
    [
        ("2025-02-28.md", ("# Daily 2025-02-30",), "the heading says"),
        ("2025-02-30.md", ("---\ndate: 2025-02-28\n---", "# Daily 2025-02-30"), "the heading and the file name say"),
        ("2025/02/28/2025-02-30.md", (), "the file name says"),
    ],
)
def test_another_place_still_gives_the_date(path: str, blocks: tuple[str, ...], places: str) -> None:
    digest = read(path, *blocks, A)
    message = f"There is no 30 February: {places} 2025-02-30; 2025-02-28 is used."
    assert ([problem.message for problem in said(digest)], str(digest.date)) == ([message], "2025-02-28")


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("README.md", "the papers below it stay undated"),
        ("2025-W18.md", "the papers below it are listed under W18 2025"),
    ],
)
def test_so_is_the_heading_of_a_day_among_others(path: str, listed: str) -> None:
    digest = read(path, "# Papers", "## 2025-05-01", A, "## 2025-04-31 오늘의 논문", B)
    assert said(digest) == [Problem("date", f"There is no 31 April: the heading says 2025-04-31; {listed}.", 7)]
    assert [str(paper.date) for paper in digest.papers][:1] == ["2025-05-01"]


@pytest.mark.parametrize(
    ("path", "blocks"),
    [
        ("x.md", ("# Papers 2025.13001",)),
        ("x.md", ("# Release v2025.02.30",)),
        ("x.md", ("# Call 1234-56-78",)),
        ("2512.07951-router.md", ()),
        ("2025-12-10-2025-02-30.md", ()),
        ("x.md", ("# 2024-02-30 and 2024-03-01",)),
        ("x.md", (f"## [What 2025-02-30 Did to Routing]({url(3)})", "text")),
        ("x.md", ("## Sparse Routing (2025-02-30)", f"[PDF]({url(3)})", "text", "### As of 2025-02-30", "text")),
        ("x.md", ('---\ntitle: "What 2025-02-30 Did to Routing"\narxiv: 2604.00001\n---', "Some words on it.")),
        ("x.md", ("Last updated: 2025-02-30",)),
    ],
)
def test_other_numbers_and_titles_of_papers_are_not_reported(path: str, blocks: tuple[str, ...]) -> None:
    assert said(read(path, *blocks, "## Others", A)) == []


def test_a_file_full_of_them_says_so_only_so_often() -> None:
    headings = (f"## 20{n:02}-02-30" for n in range(10, 99))
    assert 1 < len(said(read("x.md", *headings))) <= 20
