"""How the papers of several shapes become one list: repeats, asides, project files, and what is said about it."""

import pytest

from digest_tui import formats
from support.small import read, titles, url

A, B = "Sparse Routing for Long Videos", "희소 라우팅으로 긴 영상 이해하기"
C, D = "长视频的稀疏路由方法研究", "Dense Routing for Short Videos"
TEXT = "A long text about the routing of frames to experts, as digests write below their papers."
TABLE = ("| Title | PDF |", "|---|---|")


def entry(title: str, number: int) -> tuple[str, ...]:
    return (f"## [{title}]({url(number)})", "", TEXT, "")


def reasons(*lines: str, path: str = "notes/today.md") -> dict[str, tuple[bool, str]]:
    attempts = formats.explain("\n".join(lines), path, "digests").attempts
    return {attempt.format: (attempt.accepted, attempt.reason) for attempt in attempts}


def test_papers_of_several_shapes_come_in_the_order_of_the_file() -> None:
    table = ("## In short", *TABLE, f"| {A} | [PDF]({url(1)}) |", "")
    digest = read("# Day", *table, *entry(B, 2), *entry(C, 3), "## More", f"- [{D}]({url(4)})")
    assert (titles(digest), [paper.position for paper in digest.papers]) == ([A, B, C, D], [1, 2, 3, 4])
    assert digest.format == "headings + table + list"


@pytest.mark.parametrize(
    "ranking",
    [
        (*TABLE, f"| {A} | [PDF]({url(1)}) |", f"| {B} | [PDF]({url(2)}) |"),
        (f"1. [{A}]({url(1)})", f"2. [{B}]({url(2)})"),
        (f"1. [Another name of it]({url(1)})", f"2. [다른 이름의 논문]({url(2)})"),
        (f"1. [{A.upper()}!](https://openreview.net/forum?id=a)", f"2. [{B}](https://openreview.net/forum?id=b)"),
        (f"1. [{A[:20]}…](https://openreview.net/forum?id=a)", f"2. [{B[:16]}...](https://openreview.net/forum?id=b)"),
    ],
)
def test_a_ranking_that_repeats_the_papers_is_dropped(ranking: tuple[str, ...]) -> None:
    digest = read("# Day", "", "## Ranking", "", *ranking, "", *entry(A, 1), *entry(B, 2))
    assert [(paper.title, digest.lines[paper.first][:4]) for paper in digest.papers] == [(A, "## ["), (B, "## [")]


def test_a_table_of_others_between_two_papers_is_no_part_of_the_first() -> None:
    table = ("## Others", "", *TABLE, f"| {B} | [PDF]({url(2)}) |", "")
    assert titles(read("# Day", "", *entry(A, 1), *table, *entry(C, 3))) == [A, B, C]


def test_a_paper_that_only_the_ranking_names_is_kept() -> None:
    ranking = (f"1. [{A}]({url(1)})", f"2. [{C}]({url(3)})")
    assert titles(read("# Day", "", "## Top", "", *ranking, "", *entry(A, 1), *entry(B, 2))) == [C, A, B]


@pytest.mark.parametrize("title", [f"{A} Again", "Sparse Ro…", "Dense Routing for…"])
def test_a_title_that_only_begins_alike_is_another_paper(title: str) -> None:
    lines = (f"- [{title}](https://openreview.net/forum?id=a)", "", *entry(A, 1), *entry(B, 2))
    assert title in titles(read("# Day", "", *lines))


def test_a_paper_listed_twice_in_one_shape_is_kept_twice() -> None:
    lines = ("## Vision", f"- [{A}]({url(1)})", "", "## Language", f"- [{A}]({url(1)})")
    assert titles(read(*lines)) == [A, A]


@pytest.mark.parametrize("aside", ["## Related work", "## 참고", "## 扩展阅读", "## 関連論文", "## Further reading"])
def test_papers_below_an_aside_are_none_beside_papers(aside: str) -> None:
    lines = (*entry(A, 1), *entry(B, 2), aside, "", f"- [{C}]({url(3)})", f"- [{D}]({url(4)})")
    assert titles(read("# Day", "", *lines)) == [A, B]


def test_links_in_the_text_of_a_paper_are_no_papers() -> None:
    lines = (*entry(A, 1), f"- builds on [{C}]({url(3)})", f"- beats [{D}]({url(4)})", "", *entry(B, 2))
    assert titles(read("# Day", "", *lines)) == [A, B]


def test_results_in_the_text_of_a_paper_are_no_papers() -> None:
    table = ("| Method | Score | Paper |", "|---|---|---|", f"| {D} | 7 | [PDF]({url(4)}) |", "")
    assert titles(read("# Day", "", *entry(A, 1), *table, *entry(B, 2))) == [A, B]


@pytest.mark.parametrize("name", ["README.md", "readme.ko.md", "CLAUDE.md", "docs/CONTRIBUTING.md", "index.md"])
def test_the_one_paper_of_a_project_file_is_what_the_project_follows(name: str) -> None:
    lines = ("# Router", "", "## Usage", "", "text", "", "## Paper", "", f"- [{A}]({url(1)})")
    assert read(*lines, path=name).is_text
    assert titles(read(*lines, path="daily/2025-11-07.md")) == [A]


def test_two_papers_make_a_digest_of_a_readme() -> None:
    lines = ("# Papers", "", f"- [{A}]({url(1)})", f"- [{B}]({url(2)})")
    assert titles(read(*lines, path="README.md")) == [A, B]


def test_one_paper_with_a_day_makes_a_digest_of_a_readme() -> None:
    assert titles(read("# Papers", "", f"- 2025-11-07 [{A}]({url(1)})", path="README.md")) == [A]


def test_without_papers_a_file_is_a_text() -> None:
    digest = read("# Notes", "", TEXT)
    assert (digest.format, digest.papers, digest.problems) == ("text", (), ())


def test_every_shape_says_what_it_looked_for() -> None:
    said = reasons("# Notes", "", TEXT)
    assert {name: said[name] for name in ("single page", "headings", "table", "list", "structured")} == {
        "single page": (False, "neither its header nor any line names a single paper that it is about"),
        "headings": (False, "no heading links to a paper or has the fields of one below it"),
        "table": (False, "no table has a column of titles with links to papers"),
        "list": (False, "no list has items with a title and a link to a paper"),
        "structured": (False, "no heading, table row or list item is about a single paper"),
    }


def test_a_shape_that_found_papers_says_how_many_of_which_kind() -> None:
    said = reasons(
        "# Day", *entry(A, 1), f"### [{C}]({url(3)})", TEXT, *entry(B, 2), *TABLE, f"| {D} | [PDF]({url(4)}) |"
    )
    assert said["headings"] == (True, "each is about a single paper: heading of level 2 (2)")
    assert said["structured"] == said["headings"]


def test_a_shape_whose_papers_are_known_says_so() -> None:
    ranking = (f"1. [{A}]({url(1)})", f"2. [{B}]({url(2)})", "")
    said = reasons("# Day", "", *ranking, *entry(A, 1), *entry(B, 2))
    assert said["list"] == (False, "it found only repeats of other papers")


def test_a_project_file_says_why_its_paper_does_not_count() -> None:
    said = reasons("# Router", "", f"- [{A}]({url(1)})", path="README.md")
    assert said["structured"] == (False, "the only paper found is an example or a reference")


CV = ("# CV", "", "## Education", "", "KAIST", "", "## Publications", "", f"- [{A}]({url(1)})", f"- [{B}]({url(2)})")


@pytest.mark.parametrize("path", ["_pages/cv.md", "resume_ko.md", "about.md", "_pages/about-me.md", "CONTRIBUTING.md"])
def test_what_the_author_wrote_or_shows_as_an_example_is_no_digest(path: str) -> None:
    assert reasons(*CV, path=path)["structured"] == (False, "going by its name, it is about its authors")


def test_such_a_page_with_days_is_one_and_so_are_papers_on_computer_vision() -> None:
    assert len(read("# 2026-02-01", *CV[6:], path="about.md").papers) == 2
    assert len(read("# CV", *CV[6:], path="cv.md").papers) == 2
    assert len(read(*CV, path="README.md").papers) == 2


def test_what_no_paper_holds_is_kept_around_them() -> None:
    digest = read("# Day", "before", "", *entry(A, 1), *entry(B, 2), "## Bye", "after")
    assert (digest.preface(), digest.afterword()) == ("# Day\nbefore\n", "## Bye\nafter")
