"""Papers that are headings: by a link in the heading, by the lines below it, by the form of their neighbours."""

import pytest

from support.small import headed, titles, url

A, B = "Sparse Routing for Long Videos", "희소 라우팅으로 긴 영상 이해하기"
C = "长视频的稀疏路由方法研究"


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5, 6])
def test_a_heading_that_leads_to_a_paper_is_one_at_every_level(level: int) -> None:
    mark = "#" * level
    found = headed(f"{mark} [{A}]({url(1)})", "text", f"{mark} [{B}]({url(2)})", "text")
    assert [(span.title, span.first, span.last, span.shape) for span in found] == [
        (A, 0, 2, f"heading of level {level}"),
        (B, 2, 4, f"heading of level {level}"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"[arXiv]({url(1)}) | [PDF](https://arxiv.org/pdf/2511.00001)",
        f"**논문 링크**: {url(1)}",
        f"- **链接**：[arXiv]({url(1)})",
        "arXiv: 2511.00001",
        f"We route frames to many small experts, as was shown at length ([arXiv]({url(1)})).",
    ],
)
def test_a_heading_is_a_paper_by_a_line_below_it(line: str) -> None:
    found = headed(f"## {A}", "", line, "", "text")
    assert [(span.title, span.paper) for span in found] == [(A, "arxiv:2511.00001")]


def test_a_heading_is_no_paper_by_the_titles_it_cites() -> None:
    assert headed("## What happened this week", "", f"We liked [{A}]({url(1)}) and [{B}]({url(2)}).") == []


def test_a_heading_over_two_mentions_is_about_neither() -> None:
    prose = "A long line of prose that mentions what came before it in many words"
    assert (
        headed("## What happened this week", "", f"{prose} ([arXiv]({url(1)}))", f"{prose} ([arXiv]({url(2)}))") == []
    )


@pytest.mark.parametrize("fields", [("**Authors**: A. One", "**Abstract**: text"), ("저자: 김하나", "초록: 본문")])
def test_headings_over_the_fields_of_papers_are_papers_without_a_link(fields: tuple[str, ...]) -> None:
    found = headed(f"## {A}", *fields, f"## {B}", *fields)
    assert [(span.title, span.paper) for span in found] == [(A, None), (B, None)]


def test_one_field_is_enough_below_numbered_headings() -> None:
    field = "**Abstract**: text"
    assert titles(headed(f"## 1. {A}", field, f"## 2. {B}", field)) == [A, B]
    assert headed(f"## {A}", field, f"## {B}", field) == []


def test_an_id_in_a_heading_makes_a_paper_of_it() -> None:
    assert [span.paper for span in headed(f"## {A} (arXiv:2511.00001)", "text")] == ["arxiv:2511.00001"]


def test_numbered_headings_over_parts_of_texts_are_papers() -> None:
    parts = ("### Method", "text", "### Results", "text")
    assert titles(headed(f"## 1. {A}", *parts, f"## 2. {B}", *parts)) == [A, B]


def test_one_described_heading_without_a_number_is_no_digest() -> None:
    assert headed(f"## {A}", "**Authors**: A. One", "**Abstract**: text") == []


@pytest.mark.parametrize("heading", ["## Method", "## 2025-11-07", "## 초록", "## Papers", "### Note:"])
def test_parts_and_days_are_no_papers_even_over_a_link(heading: str) -> None:
    assert headed(heading, f"[arXiv]({url(1)})", "text") == []


def test_a_heading_without_a_link_is_a_paper_beside_numbered_ones() -> None:
    found = headed(
        f"## 1. {A}", f"[arXiv]({url(1)})", f"## 2. {B}", "text", f"## 3. {C}", f"[arXiv]({url(3)})", "## 맺음말"
    )
    assert titles(found) == [A, B, C]


def test_a_heading_without_a_link_is_a_paper_beside_others_with_the_same_bold_leads() -> None:
    body = ("**Goal**: text", "**Idea**: text")
    lines = (f"## {A}", f"[arXiv]({url(1)})", *body, f"## {B}", f"[arXiv]({url(2)})", *body, f"## {C}", *body, "## Bye")
    assert titles(headed(*lines)) == [A, B, C]


def test_a_topic_over_several_papers_is_none() -> None:
    lines = ("## Vision", f"### {A}", f"[arXiv]({url(1)})", f"### {B}", f"[arXiv]({url(2)})")
    assert titles(headed(*lines)) == [A, B]


def test_the_parts_of_a_paper_are_its_sections_even_where_they_cite() -> None:
    lines = (f"## [{A}]({url(1)})", "### Method", f"As [{B}]({url(2)}).", "### Router zoo", f"[arXiv]({url(3)})", "end")
    (span,) = headed(*lines)
    assert ([section.text for section in span.sections], span.last) == (["Method", "Router zoo"], 6)


def test_parts_at_the_level_of_the_papers_belong_to_the_paper_above() -> None:
    lines = (f"# [{A}]({url(1)})", "# Our take", "x", f"# [{B}]({url(2)})", "# Our take", "y")
    assert [(span.title, span.first, span.last) for span in headed(*lines)] == [(A, 0, 3), (B, 3, 6)]


def test_what_stands_behind_the_last_paper_only_is_no_part_of_it() -> None:
    lines = (f"# [{A}]({url(1)})", "# Our take", "x", f"# [{B}]({url(2)})", "# Our take", "y", "# Bye", "z")
    assert [span.last for span in headed(*lines)] == [3, 6]


def test_a_day_at_the_level_of_the_papers_ends_a_paper() -> None:
    lines = (f"## [{A}]({url(1)})", "x", "## 2025-11-06", "y", f"## [{B}]({url(2)})", "z")
    assert [(span.first, span.last) for span in headed(*lines)] == [(0, 2), (4, 6)]


def test_a_short_heading_that_holds_the_link_lends_it_to_the_one_above() -> None:
    lines = (
        f"## {A}",
        "text",
        "### Sources",
        f"[arXiv]({url(1)})",
        f"## {B}",
        "text",
        "### Sources",
        f"[PDF]({url(2)})",
    )
    assert [(span.title, span.paper) for span in headed(*lines)] == [(A, "arxiv:2511.00001"), (B, "arxiv:2511.00002")]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("### Paper 3", "", f"**Title**: {A}", f"**Link**: {url(1)}"), A),
        (("### 논문 3", f"- 제목: {B}", f"- 링크: {url(1)}"), B),
        (("### Title:", "", f"[{A}]({url(1)})"), A),
    ],
)
def test_a_heading_that_is_only_a_number_or_a_label_takes_the_title_below_it(
    lines: tuple[str, ...], title: str
) -> None:
    assert titles(headed(*lines)) == [title]


def test_bold_lines_are_headings_where_that_makes_more_papers() -> None:
    lines = ("## Papers", f"**1. {A}**", f"[arXiv]({url(1)})", "", f"**2. {B}**", f"[arXiv]({url(2)})")
    found = headed(*lines)
    assert (titles(found), {span.shape for span in found}) == ([A, B], {"bold line"})


def test_bold_lines_are_no_headings_below_headings_that_are_papers() -> None:
    lines = (f"## [{A}]({url(1)})", "**Why it matters**", "x", f"## [{B}]({url(2)})", "**Why it matters**", "y")
    assert [(span.title, span.shape) for span in headed(*lines)] == [
        (A, "heading of level 2"),
        (B, "heading of level 2"),
    ]


def test_a_summary_is_a_paper_with_its_details() -> None:
    lines = ("<details>", f"<summary><b>1. {A}</b> ⭐ 12</summary>", "", f"[arXiv]({url(1)})", "</details>", "text")
    (span,) = headed(*lines)
    assert (span.title, span.first, span.last, span.named, span.shape) == (A, 0, 5, 1, "<summary>")


def test_a_link_above_a_title_is_a_paper() -> None:
    lines = (url(1), A, "text", "", url(2), C, "text")
    assert [(span.title, span.named, span.shape) for span in headed(*lines)] == [
        (A, 1, "line of text"),
        (C, 5, "line of text"),
    ]


@pytest.mark.parametrize("aside", ["## Related papers", "## 참고 문헌 목록", "## 扩展阅读"])
def test_a_heading_below_an_aside_is_no_paper_by_the_links_below_it(aside: str) -> None:
    lines = ("# Day", aside, f"### {A}", f"[arXiv]({url(1)})")
    assert headed(*lines) == []


def test_a_page_beside_a_dated_digest_makes_a_paper_of_its_heading() -> None:
    lines = (f"## [{A}](../pages/sparse-routing-for-long-videos.md)", "text")
    assert titles(headed(*lines, path="daily/2025-11-07.md")) == [A]
    assert headed(*lines, path="docs/guide.md") == []


def test_the_own_link_may_stand_behind_the_references() -> None:
    references = ("#### 참고 문헌", f"1. LoRA, {url(8)}", f"2. QLoRA, {url(9)}", "")
    lines = [line for n in (1, 2) for line in (f"### {n}. {A}", "text", *references, f"[📄 원문 보기]({url(n)})", "")]
    assert [span.paper for span in headed(*lines)] == ["arxiv:2511.00001", "arxiv:2511.00002"]


def test_papers_below_a_table_of_contents_are_papers() -> None:
    lines = [line for n in (1, 2, 3) for line in (f"##### {A} {C} {n}", "text", f"→ {url(n)}", "")]
    assert len(headed("# Day", "## 目次", "- one", "", *lines)) == 3
    assert headed("# Day", "## References", "", *lines[:4]) == []


def test_a_link_in_a_line_about_related_work_is_not_the_own_one() -> None:
    assert [u.paper for u in headed(f"### 1. {A}", f"관련 연구: [DPO]({url(9)})", f"🔗 {url(1)}")] == [
        "arxiv:2511.00001"
    ]
    line = f"[DPO]({url(9)})を拡張した新しい手法を提案しており、長い文がここに続く。"
    assert [u.paper for u in headed(f"### 1. {A}", line, "", f"論文リンク: <{url(1)}>")] == ["arxiv:2511.00001"]
