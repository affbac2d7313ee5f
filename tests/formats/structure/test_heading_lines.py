"""Lines that are headings of any kind: of Markdown and HTML, underlined, bold, in boxes, summaries."""

import pytest

from digest_tui.formats.structure.heading_lines import BOLD_LEVEL, DETAILS_LEVEL, HeadingLine, heading_lines
from support.small import document

URL = "https://arxiv.org/abs/2511.04321"
DETAILS = ("<details>", "<summary>Title of it</summary>", "text", "</details>")


def found(*lines: str) -> list[tuple[int, int, str]]:
    return [(head.level, head.line, head.text) for head in heading_lines(document(*lines))]


@pytest.mark.parametrize(
    ("line", "level", "text"),
    [
        ("# 희소 라우팅 #", 1, "희소 라우팅"),
        ("###### 稀疏路由", 6, "稀疏路由"),
        ("> ## Quoted", 2, "Quoted"),
        ("- ### In an item", 3, "In an item"),
        (f"### [Title]({URL})", 3, f"[Title]({URL})"),
        ('<h3 align="center">Title</h3>', 3, "Title"),
        (f'<h4><a href="{URL}">Title</a></h4>', 4, f"[Title]({URL})"),
        ("<b>Title</b>", BOLD_LEVEL, "Title"),
        ("<strong>Title</strong><br/>", BOLD_LEVEL, "Title"),
        ("**Title**", BOLD_LEVEL, "**Title**"),
        ("__Title__", BOLD_LEVEL, "__Title__"),
        ("3\\. **Title**:", BOLD_LEVEL, "3\\. **Title**:"),
        (f"**Title** [PDF]({URL}) (12 upvotes)", BOLD_LEVEL, f"**Title** [PDF]({URL}) (12 upvotes)"),
        ("**Title** ⬆️ 31", BOLD_LEVEL, "**Title** ⬆️ 31"),
        ("【3】稀疏路由的方法", BOLD_LEVEL, "【3】稀疏路由的方法"),
    ],
)
def test_a_line_is_a_heading(line: str, level: int, text: str) -> None:
    assert found("text", "", line, "", "text") == [(level, 2, text)]


@pytest.mark.parametrize(
    "line",
    [
        "#hashtag",
        "    # code",
        "**Bold** in a sentence",
        "**Bold** and **bold**",
        "- **Bold item**",
        "1. **Bold item**",
        "text **Bold**",
        "<h3>open",
        "<!-- # a comment -->",
        "【第三】稀疏路由的方法",
        "text",
    ],
)
def test_other_lines_are_no_headings(line: str) -> None:
    assert found("text", "", line, "", "text") == []


def test_lines_in_code_are_no_headings() -> None:
    assert (
        found(
            "```",
            "# A",
            "**Bold**",
            "<h2>C</h2>",
            "<b>Bold</b>",
            "",
            "D",
            "=====",
            URL,
            "E is a title",
            *DETAILS,
            "```",
        )
        == []
    )


@pytest.mark.parametrize(("underline", "level"), [("===", 1), ("=======", 1), ("-----", 2)])
def test_an_underlined_line_is_a_heading(underline: str, level: int) -> None:
    assert found("text", "", "논문 목록", underline, "text") == [(level, 2, "논문 목록")]


@pytest.mark.parametrize(
    "lines",
    [
        ("Title", "---"),
        ("the last line", "of a paragraph", "-----"),
        ("", "-----"),
        ("- an item", "-----"),
        ("| a | b |", "-----"),
        ("a | b", "-----"),
        ("Title", "=== ="),
        ("> quoted", "-----"),
    ],
)
def test_a_rule_underlines_nothing(lines: tuple[str, ...]) -> None:
    assert found("", *lines, "") == []


def test_the_first_line_may_be_underlined() -> None:
    assert found("논문 목록", "=====") == [(1, 0, "논문 목록")]


def test_a_line_of_the_header_is_not_underlined() -> None:
    assert found("---", "title: T", "---", "=====", "text") == []


def test_a_summary_is_a_heading_whose_lines_end_with_its_details() -> None:
    lines = ("<details>", "<summary><b>1. Title</b></summary>", "text", "</details>", "text")
    assert heading_lines(document(*lines)) == [HeadingLine(DETAILS_LEVEL, 0, "**1. Title**", 4, 1)]


@pytest.mark.parametrize(
    "lines",
    [
        ("<details><summary>Title</summary>", "text"),
        ("<details>", "text without a summary", "</details>"),
        ("<details><summary>In one line</summary>x</details>",),
        ("| <details>", "<summary>x</summary>", "</details>"),
    ],
)
def test_details_that_are_never_closed_or_stand_in_one_line_are_no_headings(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


def test_details_in_details_close_in_turn() -> None:
    lines = ("<details><summary>Outer</summary>", "<details><summary>Inner</summary>", "x", "</details>", "</details>")
    assert [(h.text, h.line, h.last) for h in heading_lines(document(*lines))] == [("Outer", 0, 5), ("Inner", 1, 4)]


@pytest.mark.parametrize(
    "opening", ['??? abstract "Slow Lids"', '???+ note inline "Slow Lids"', '!!! info "Slow Lids"']
)
def test_an_admonition_ends_with_its_indentation(opening: str) -> None:
    heads = heading_lines(document(opening, "    text", "", "    more", "after"))
    assert heads == [HeadingLine(DETAILS_LEVEL, 0, "Slow Lids", 4)]


@pytest.mark.parametrize("line", ["1️⃣ 오래된 사실을 버리는 검색기", "■ 3. 古い事実を捨てる検索", "📄 **Slow Lids**"])
def test_a_line_with_a_boxed_number_or_a_symbol_before_bold_is_a_heading(line: str) -> None:
    assert found("", line, "text") == [(BOLD_LEVEL, 1, line)]


@pytest.mark.parametrize(
    "second", [("**(긴 영상을 위한 라우팅)**",), ("", "**(긴 영상을 위한 라우팅)**"), ("**긴 영상을 위한 라우팅**",)]
)
def test_the_second_line_of_a_bold_title_is_no_heading_of_its_own(second: tuple[str, ...]) -> None:
    assert found("", "**1. Sparse Routing**  ", *second, "text") == [(BOLD_LEVEL, 1, "**1. Sparse Routing**")]


def test_a_callout_is_a_heading_of_its_quote() -> None:
    heads = heading_lines(document(f"> [!abstract]+ [Title]({URL})", "> text", "> text", "", "after"))
    assert heads == [HeadingLine(DETAILS_LEVEL, 0, f"[Title]({URL})", 3)]


def test_a_title_with_a_bar_may_be_underlined_where_no_table_follows() -> None:
    assert found("", "p(A | B): A View of Bars", "------------", "") == [(2, 1, "p(A | B): A View of Bars")]
    assert found("", "p(A | B): A View of Bars", "------------", "1 | 2") == []


@pytest.mark.parametrize(
    ("lines", "is_heading"),
    [
        (("Title", "====="), True),
        (("", "Title", "====="), True),
        (("text", "Title", "====="), False),
        (("text", "", "Title", "====="), True),
        (("a", "text", "Title", "====="), False),
    ],
)
def test_an_underlined_line_stands_alone(lines: tuple[str, ...], is_heading: bool) -> None:
    assert found(*lines) == ([(1, lines.index("Title"), "Title")] if is_heading else [])
