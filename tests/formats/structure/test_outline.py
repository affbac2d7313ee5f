"""The headings of a document as a tree: what each rules, which are parts of a text, which say days."""

import pytest

from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.heading_lines import BOLD_LEVEL
from digest_tui.formats.structure.outline import Outline, outline_of
from digest_tui.formats.words.days import PartialDate
from support.small import document

URL = "https://arxiv.org/abs/2511.04321"


def outline(*lines: str) -> Outline:
    return outline_of(document(*lines))


def test_a_heading_rules_the_lines_up_to_the_next_of_its_level_or_above() -> None:
    heads = outline("# Day", "## A", "### A1", "text", "## B", "# End", "x").heads
    assert [(h.text, h.line, h.last) for h in heads] == [
        ("Day", 0, 5),
        ("A", 1, 4),
        ("A1", 2, 4),
        ("B", 4, 5),
        ("End", 5, 7),
    ]


def test_a_heading_in_details_rules_nothing_behind_them() -> None:
    lines = ("<details><summary>Papers of Monday</summary>", "## A", "text", "</details>", "text", "# End")
    heads = {head.text: head.last for head in outline(*lines).heads}
    assert heads == {"Papers of Monday": 4, "A": 4, "End": 6}


def test_the_tree_skips_levels_and_climbs_back() -> None:
    tree = outline("# Day", "### A", "##### A1", "## B", "**Bold**", "# End")
    assert tree.parents == (None, 0, 1, 0, 3, None)


def test_the_headings_over_a_line_come_nearest_first() -> None:
    tree = outline("# Day", "## A", "x", "## B", "### B1", "y")
    assert [[head.text for head in tree.over(line)] for line in (0, 2, 4, 5)] == [
        [],
        ["A", "Day"],
        ["B", "Day"],
        ["B1", "B", "Day"],
    ]


def test_a_heading_knows_the_line_of_its_text() -> None:
    heads = outline("## A", "<details>", "<summary>Title of it</summary>", "text", "</details>").heads
    assert [(head.line, head.named) for head in heads] == [(0, 0), (1, 2)]


def test_levels_can_be_left_out() -> None:
    tree = outline("# Day", "**Bold**", "x", "## A").without(BOLD_LEVEL)
    assert ([head.text for head in tree.heads], tree.parents) == (["Day", "A"], (None, 0))


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("## Method", True),
        ("## 📌 1. 방법론", True),
        ("## 摘要", True),
        ("## 要約", True),
        ("**Abstract**", True),
        ("**Abstract** (12)", True),
        ("<h4>초록</h4>", True),
        ("## Sparse Routing for Long Videos", False),
        (f"## [Method for Sparse Routing]({URL})", False),
        ("## 2025-11-07", False),
    ],
)
def test_a_heading_that_names_a_part_of_a_text_is_a_part(line: str, part: bool) -> None:
    assert [head.is_part for head in outline(line, "", "text").heads] == [part]


@pytest.mark.parametrize(
    ("summary", "part"), [("Show more", True), ("펼치기", True), ("点击展开", True), ("A. Router", False)]
)
def test_a_summary_that_only_says_open_me_is_a_part(summary: str, part: bool) -> None:
    lines = ("<details>", f"<summary>{summary}</summary>", "text", "</details>")
    assert [head.is_part for head in outline(*lines).heads] == [part]


@pytest.mark.parametrize(
    ("heading", "times", "part"),
    [
        ("### Our take", 3, True),
        ("### Our take", 2, False),
        ("### Is it of use to us", 3, False),
        ("### Sparsification Considerations", 3, False),
        (f"### [Our take]({URL})", 3, False),
    ],
)
def test_a_short_heading_that_stands_again_and_again_is_a_part(heading: str, times: int, part: bool) -> None:
    lines = [line for n in range(times) for line in (f"## Paper about {'x' * (n + 9)}", heading, "text")]
    assert {head.is_part for head in outline(*lines).heads if head.level == 3} == {part}


def test_numbers_do_not_make_repeated_headings_differ() -> None:
    lines = [line for n in range(3) for line in (f"## Paper about {'x' * (n + 9)}", f"### {n}. Our take", "text")]
    assert all(head.is_part for head in outline(*lines).heads if head.level == 3)


def test_a_heading_says_a_day() -> None:
    heads = outline("# 2025년 11월", "## 7일", "### Sparse Routing").heads
    assert [head.day for head in heads] == [PartialDate(2025, 11), PartialDate(None, None, 7), None]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2025-11-03 ~ 2025-11-09", True),
        ("Nov 3 - Nov 9", True),
        ("Nov 3 to Nov 9", True),
        ("11/3〜11/9", True),
        ("11월 1주차", True),
        ("Week of November 3", True),
        ("2025-11-07", False),
        ("Weekly routing", False),
    ],
)
def test_a_heading_may_say_a_run_of_days(text: str, span: bool) -> None:
    assert [head.span for head in outline(f"# {text}").heads] == [span]


@pytest.mark.parametrize(
    ("lines", "aside"),
    [
        (("# Day", "## Related papers", "### A"), (False, True, True)),
        (("# 오늘의 논문", "## 참고", "### A"), (False, True, True)),
        (("# Daily papers", "## 论文", "### A"), (False, False, False)),
        (("# Paper archive", "## A"), (True, False)),
    ],
)
def test_headings_below_an_aside_are_asides_but_the_first_rules_all(
    lines: tuple[str, ...], aside: tuple[bool, ...]
) -> None:
    tree = outline(*lines)
    assert tuple(tree.is_aside(number) for number in range(len(tree.heads))) == aside


def test_a_bold_line_is_no_heading_of_markdown() -> None:
    heads = outline("## A", "", "**Bold**").heads
    assert [head.as_heading for head in heads] == [Heading("A", 2, 0), None]


def test_a_heading_that_is_left_out_ends_nothing() -> None:
    lines = ("# Day", "Title: A paper of some kind", "**Number**", "x", "Title: Another paper of some kind", "y")
    assert [(head.line, head.last) for head in outline(*lines).heads] == [(0, 6), (1, 2), (2, 6), (4, 6)]
    assert [(head.line, head.last) for head in outline(*lines).without(BOLD_LEVEL).heads] == [(0, 6), (1, 4), (4, 6)]
