"""Papers that are list items: linked or bold titles, also nested, in prose, in HTML, and lists that hold none."""

import pytest

from digest_tui.formats.words.days import PartialDate
from support.small import items, lists, titles, url

A, B = "Sparse Routing for Long Videos", "희소 라우팅으로 긴 영상 이해하기"
C = "长视频的稀疏路由方法研究"


@pytest.mark.parametrize("marker", ["-", "*", "+", "1.", "2)"])
def test_an_item_with_a_linked_title_is_a_paper(marker: str) -> None:
    found = items(f"{marker} [{A}]({url(1)})")
    assert [(span.title, span.link, span.paper) for span in found] == [(A, url(1), "arxiv:2511.00001")]


@pytest.mark.parametrize(
    "lines",
    [
        (f"- **{A}** [PDF]({url(1)})", f"- **{B}** [PDF]({url(2)})"),
        (f"- **{A}**", f"  - 링크: {url(1)}", f"- **{B}**", f"  - 링크: {url(2)}"),
        (f"- {A} ([arXiv]({url(1)}))", f"- {B} ([arXiv]({url(2)}))"),
        (f"1. {A}", f"   [arXiv]({url(1)})", "", f"2. {B}", f"   [arXiv]({url(2)})"),
        (f"- Title: {A}", f"  - arXiv: {url(1)}", f"- Title: {B}", f"  - arXiv: {url(2)}"),
        (f"> - **{A}** [PDF]({url(1)})", f"> - **{B}** [PDF]({url(2)})"),
    ],
)
def test_an_item_with_a_title_and_a_link_to_a_paper_is_one(lines: tuple[str, ...]) -> None:
    assert [(span.title, span.paper) for span in items(*lines)] == [(A, "arxiv:2511.00001"), (B, "arxiv:2511.00002")]


@pytest.mark.parametrize(
    "lines",
    [
        (f"- [PDF]({url(1)})", "- [Code](https://github.com/x/y)"),
        (f"- **Link**: [{A}]({url(1)})", "- **Authors**: A. One"),
        (f"- **Method**: as in [arXiv]({url(1)})", "- **Results**: better"),
        ("- [2025-11-07](2025-11-07.md)", "- [2025-11-06](2025-11-06.md)"),
        (f"- It follows [{A}]({url(1)}) and [{B}]({url(2)}) closely.", "- It is fast."),
        (f"- 이 연구는 예전의 생각을 따른다. ([arXiv]({url(1)}))", "- 더 빠르다."),
        ("- [Router library](https://github.com/x/y)", "- [Router course](https://course.example.org/x)"),
        ("```", f"- [{A}]({url(1)})", "```"),
    ],
)
def test_other_lists_hold_no_papers(lines: tuple[str, ...]) -> None:
    assert items(*lines) == []


def test_items_inside_a_paper_are_none() -> None:
    lines = (f"- [{A}]({url(1)})", f"  - builds on [{B}]({url(2)})", f"  - [{C}]({url(3)})")
    assert titles(items(*lines)) == [A]


def test_a_topic_over_papers_is_none() -> None:
    lines = ("- Vision", f"  - [{A}]({url(1)})", f"  - [{B}]({url(2)})", "- Language", f"  - [{C}]({url(3)})")
    assert titles(items(*lines)) == [A, B, C]


def test_of_a_mixed_list_only_linked_titles_are_papers() -> None:
    lines = (f"- [{A}]({url(1)})", f"- **{B}** [PDF]({url(2)})", "- one", "- two", "- three", "- four")
    assert titles(items(*lines)) == [A]


def test_a_bold_title_without_a_link_is_a_paper_among_many_with_one() -> None:
    lines = [f"- **{A} {n}** [PDF]({url(n)})" for n in range(1, 5)]
    assert titles(items(*lines, f"- **{B}**")) == [*(f"{A} {n}" for n in range(1, 5)), B]


def test_a_plain_item_without_a_link_is_none_among_bold_titles() -> None:
    lines = [f"- **{A} {n}** [PDF]({url(n)})" for n in range(1, 5)]
    assert titles(items(*lines, "- Remarks on the papers of this week")) == [f"{A} {n}" for n in range(1, 5)]


def test_a_bold_title_without_a_link_is_none_beside_many_others_without_one() -> None:
    lines = [f"- **{A} {n}** [PDF]({url(n)})" for n in range(1, 3)]
    assert titles(items(*lines, f"- **{B}**")) == [f"{A} 1", f"{A} 2"]


def test_a_title_that_is_linked_elsewhere_is_none_among_papers() -> None:
    lines = [f"- [{A} {n}]({url(n)})" for n in range(1, 5)]
    assert B not in titles(items(*lines, f"- [{B}](https://news.example.org/x)"))


def test_under_a_heading_of_papers_a_title_that_is_linked_elsewhere_is_one() -> None:
    lines = ("## Papers", f"- [{A}]({url(1)})", f"- [{B}](https://lab.example.org/x)")
    assert titles(items(*lines)) == [A, B]


def test_a_bold_title_may_run_over_its_line() -> None:
    lines = ("- **Sparse Routing", f"  for Long Videos** [PDF]({url(1)})", f"- **{B}** [PDF]({url(2)})")
    assert titles(items(*lines)) == [A, B]


def test_a_paper_ends_with_its_last_written_line() -> None:
    lines = (f"- [{A}]({url(1)})", "  text", "", "", f"- [{B}]({url(2)})", "", "")
    assert [(span.first, span.last) for span in items(*lines)] == [(0, 2), (4, 5)]


@pytest.mark.parametrize("html", ["<hr>", "<h2>Next</h2>", "</ul>", "<table>"])
def test_html_behind_an_item_is_not_its_text(html: str) -> None:
    assert [span.last for span in items(f"- [{A}]({url(1)})", html, "text")] == [1]


@pytest.mark.parametrize("tag", ["li", "div", "p"])
def test_items_may_be_lines_of_html(tag: str) -> None:
    line = '<{0}><a href="{1}">{2}</a></{0}>'
    found = items(line.format(tag, url(1), A), line.format(tag, url(2), B))
    assert [(span.title, span.paper) for span in found] == [(A, "arxiv:2511.00001"), (B, "arxiv:2511.00002")]


def test_paragraphs_that_begin_with_a_bold_title_are_items() -> None:
    lines = (f"**{A}** [PDF]({url(1)}) text", "", f"**{B}** [PDF]({url(2)}) 본문")
    assert titles(items(*lines)) == [A, B]


def test_items_may_end_with_an_id_that_is_no_link() -> None:
    found = items(f"1. {A} - arXiv:2511.00001", f"2. {B} - arXiv:2511.00002")
    assert [(span.title, span.paper) for span in found] == [(A, "arxiv:2511.00001"), (B, "arxiv:2511.00002")]


def test_an_item_of_html_may_run_over_several_lines() -> None:
    item = ("<li>", f"<b>{A}</b>", f'<a href="{url(1)}">PDF</a>', "</li>", "<li>", f"<b>{B}</b>")
    found = items("<ul>", *item, f'<a href="{url(2)}">PDF</a>', "</li>", "</ul>")
    assert [(span.title, span.paper) for span in found] == [(A, "arxiv:2511.00001"), (B, "arxiv:2511.00002")]


def test_one_bold_paragraph_is_a_lead() -> None:
    assert items("text", "", f"**{A}** [PDF]({url(1)}) text") == []


@pytest.mark.parametrize(
    "item", [f"- 2025-11-07 [{A}]({url(1)})", f"- **2025.11.07** [{A}]({url(1)})", f"- `2025/11/07` | [{A}]({url(1)})"]
)
def test_a_date_in_front_is_the_day_of_the_paper(item: str) -> None:
    assert [(span.title, span.day) for span in items(item)] == [(A, PartialDate(2025, 11, 7))]


def test_papers_nested_in_a_day_are_of_that_day() -> None:
    lines = ("- 11월 7일", f"  - [{A}]({url(1)})", "- 11월 6일", f"  - [{B}]({url(2)})")
    assert [(span.title, span.day.day) for span in items(*lines)] == [(A, 7), (B, 6)]


@pytest.mark.parametrize(
    ("lines", "certain"),
    [
        ((f"- [{A}]({url(1)})",), True),
        ((f"- **{A}** [PDF]({url(1)})",), True),
        ((f"- {A} [PDF]({url(1)})",), False),
        ((f"- {A} [PDF]({url(1)})", f"- {B} [PDF]({url(2)})"), True),
    ],
)
def test_a_list_is_certain_by_one_marked_title_or_by_several_papers(lines: tuple[str, ...], certain: bool) -> None:
    assert [found.certain for found in lists(*lines)] == [certain]


@pytest.mark.parametrize(("path", "expected"), [("daily/2025-11-07.md", [A]), ("README.md", [])])
def test_a_page_beside_a_dated_digest_makes_a_paper_of_its_item(path: str, expected: list[str]) -> None:
    assert titles(items(f"- [{A}](../pages/sparse-routing-for-long-videos.md)", path=path)) == expected


def test_a_link_inside_a_sentence_makes_no_paper_of_an_item_in_a_mixed_list() -> None:
    lines = (
        "- Pruning is back.",
        f"- Everyone cites [{A}]({url(1)}).",
        "- Bring shoes.",
        f"- Paper: [{C}]({url(2)})",
        "- x y",
    )
    assert titles(items(*lines)) == [C]


def test_a_name_with_a_particle_behind_it_is_a_citation() -> None:
    lines = (f"- [SDEdit]({url(1)})보다 빠르다.", "- 메모", "- 더 볼 것")
    assert items(*lines) == []


def test_a_short_title_among_papers_is_one() -> None:
    lines = [line for n, title in enumerate((A, "Lids", B, C), 1) for line in (f"{n}. {title}", f"   {url(n)}")]
    assert titles(items(*lines)) == [A, "Lids", B, C]


def test_a_paper_without_a_link_is_known_by_the_other_lists_of_the_file() -> None:
    one = [f"- **{A} {n}** [PDF]({url(n)})" for n in range(1, 4)]
    two = [f"- **{B}** [PDF]({url(9)})", f"- **{C}**"]
    assert titles(items(*one, "", "## 주제", "", *two))[-1] == C
    assert C not in titles(items(*one, "", "## 주제", "", f"- **{C}**", "- **또 하나의 긴 제목이 있는 항목**"))


def test_the_id_beside_a_title_comes_before_one_that_is_cited_below() -> None:
    lines = (
        f"1. **{A}** 【2511.00001】",
        "   - 인용: GPT (arXiv:2005.14165)",
        f"2. {B} (2511.00002)",
        "   - 인용: [X](" + url(9) + ")",
    )
    assert [span.paper for span in items(*lines)] == ["arxiv:2511.00001", "arxiv:2511.00002"]


def test_a_translation_in_bold_may_stand_before_the_linked_title() -> None:
    korean = "아주 길어서 표지로는 볼 수 없는 한국어 제목을 굵게 쓴 경우"
    lines = (f"- **{korean}** / [{A}]({url(1)})", f"  - 비교: [Mamba]({url(9)})")
    assert [(span.title, span.paper) for span in items(*lines)] == [(A, "arxiv:2511.00001")]


def test_a_list_indented_by_three_spaces_belongs_to_the_tenth_item() -> None:
    lines = [
        line
        for n in range(8, 13)
        for line in (
            f"{n}. **{A} {n}** [PDF]({url(n)})" if n != 11 else f"{n}. **{C}**",
            f"   - 관련: [ReAct]({url(99)})",
        )
    ]
    found = items(*lines)
    assert titles(found) == [f"{A} 8", f"{A} 9", f"{A} 10", C, f"{A} 12"]
    assert [(span.first, span.last) for span in found] == [(0, 2), (2, 4), (4, 6), (6, 8), (8, 10)]
