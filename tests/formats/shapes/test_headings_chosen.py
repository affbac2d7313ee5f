"""Which of the headings that lead to papers are chosen: topics, parts that cite, and neighbours without a link."""

import pytest

from support.small import headed, titles, url

A, B = "Sparse Routing for Long Videos", "희소 라우팅으로 긴 영상 이해하기"
C = "长视频的稀疏路由方法研究"


def linked(number: int) -> str:
    return f"[arXiv]({url(number)})"


@pytest.mark.parametrize(
    "lines",
    [
        ("## The vision papers of this week", "### RouteNet", linked(1), "### SparseNet", linked(2)),
        ("## Vision", "### RouteNet", linked(1), "text", "## Audio", "### SparseNet", linked(2)),
        ("## The vision papers of this week", "### 1. RouteNet", linked(1), "### 2. SparseNet", linked(2)),
    ],
)
def test_a_short_title_keeps_its_link_below_a_topic(lines: tuple[str, ...]) -> None:
    assert titles(headed(*lines)) == ["RouteNet", "SparseNet"]


@pytest.mark.parametrize("title", ["Sparsification Considerations", "Is it of use"])
def test_a_longer_title_keeps_its_link_below_another(title: str) -> None:
    assert titles(headed("## The vision papers of this week", f"### {title}", linked(1))) == [title]


def test_a_topic_that_links_to_a_paper_is_none_where_it_rules_several_others() -> None:
    lines = ("## What we saw this week", linked(9), f"### {A}", linked(1), f"### {B}", linked(2))
    assert titles(headed(*lines)) == [A, B]


def test_a_heading_that_leads_to_a_paper_is_one_whatever_its_parts_lead_to() -> None:
    lines = (f"## [{A}]({url(1)})", "### The first source", linked(8), "### The second source", linked(9))
    assert titles(headed(*lines)) == [A]


@pytest.mark.parametrize("part", ["## Sources", "## 참고한 글"])
def test_a_short_heading_without_a_number_is_none_among_numbered_papers(part: str) -> None:
    lines = (f"## 1. {A}", linked(1), f"## 2. {B}", linked(2), part, linked(9))
    assert titles(headed(*lines)) == [A, B]


def test_a_long_heading_without_a_number_is_one_among_numbered_papers() -> None:
    lines = (f"## 1. {A}", linked(1), f"## 2. {B}", linked(2), f"## {C} 与一个更长的题目", linked(3))
    assert titles(headed(*lines)) == [A, B, f"{C} 与一个更长的题目"]


def test_a_linked_heading_is_a_paper_among_linked_papers_wherever_it_leads() -> None:
    lines = (f"## [{A}]({url(1)})", "x", f"## [{B}]({url(2)})", "y", f"## [{C}](https://lab.example.org/c)", "z")
    assert titles(headed(*lines)) == [A, B, C]


def test_a_linked_heading_is_none_beside_papers_that_are_not_linked() -> None:
    lines = (f"## {A}", linked(1), f"## {B}", linked(2), f"## [{C}](https://lab.example.org/c)", "z")
    assert titles(headed(*lines)) == [A, B]


def test_a_described_heading_is_a_paper_beside_others_with_links() -> None:
    fields = ("**Authors**: A. One", "**Abstract**: text")
    lines = (
        f"## [{A}]({url(1)})",
        "x",
        f"## [{B}]({url(2)})",
        "y",
        f"## {C}",
        *fields,
        "## Closing words of today",
        "z",
    )
    assert titles(headed(*lines)) == [A, B, C]


@pytest.mark.parametrize("link", ["🔗 **논문**", "**논문 (Paper)**"])
def test_a_labelled_line_of_a_paper_is_no_heading_of_its_own(link: str) -> None:
    lines = (f"### 1. {A}", f"{link}: [{A}]({url(1)})", "x", f"### 2. {B}", f"{link}: [{B}]({url(2)})", "y")
    assert [(span.title, span.first) for span in headed(*lines)] == [(A, 0), (B, 3)]


def test_one_lead_in_common_makes_no_paper() -> None:
    lines = (
        f"## {A}",
        linked(1),
        "**Goal**: x",
        f"## {B}",
        linked(2),
        "**Goal**: y",
        f"## {C}",
        "**Goal**: z",
        "## Bye",
    )
    assert titles(headed(*lines)) == [A, B]


def test_bold_lines_over_fields_are_papers_where_headings_are_none() -> None:
    fields = ("**Authors**: A. One", "**Abstract**: text", "")
    assert titles(headed("## Papers", "", f"**1. {A}**", "", *fields, f"**2. {B}**", "", *fields)) == [A, B]


def test_one_described_heading_with_a_number_is_a_paper() -> None:
    assert titles(headed(f"## 1. {A}", "**Authors**: A. One", "**Abstract**: text")) == [A]
