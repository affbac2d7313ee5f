"""Lines of text that open a paper where no heading and no list does."""

import pytest

from digest_tui.formats.structure.heading_lines import LINK_LEVEL, HeadingLine
from digest_tui.formats.structure.title_lines import title_lines
from support.small import document

URL = "https://arxiv.org/abs/2511.04321"
OTHER = "https://arxiv.org/abs/2511.09876"
TITLE = "Sparse Routing for Long Videos"
KOREAN = "긴 영상을 위한 희소 라우팅"


def found(*lines: str) -> list[tuple[int, str]]:
    return [(line.line, line.text) for line in title_lines(document(*lines))]


def test_a_link_to_a_paper_alone_above_a_line_is_named_by_that_line() -> None:
    assert title_lines(document(URL, TITLE, "text")) == [HeadingLine(LINK_LEVEL, 0, f"[{TITLE}]({URL})", named=1)]


@pytest.mark.parametrize(
    "lines",
    [
        ("https://github.com/someone/router", TITLE),
        (f"see {URL}", TITLE),
        (URL, f"- {TITLE}"),
        (URL, "https://github.com/someone/router"),
        (URL, "", "", TITLE),
        (URL, "short"),
        (URL, "![a picture of the router](router.png)"),
        (URL, "| a row of a table | of links |"),
        (URL,),
    ],
)
def test_a_link_above_no_title_opens_no_paper(lines: tuple[str, ...]) -> None:
    assert found("", *lines) == []


@pytest.mark.parametrize(
    "lines", [("1. First title", f"   {URL}", "2. Second title"), ("A title", URL, "A line of text")]
)
def test_a_link_below_text_belongs_to_that_text(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


@pytest.mark.parametrize(
    "line",
    [
        f"[{TITLE}]({URL})",
        f"> *[{TITLE}]({URL})*",
        f"📄 [{KOREAN}]({URL})",
        f"(1) [{TITLE}]({URL})<br>",
        f"**[{TITLE}]({URL})** 👍 12",
    ],
)
def test_a_line_that_is_nothing_but_a_linked_title_opens_a_paper(line: str) -> None:
    assert [number for number, _ in found("text", "", line, "text")] == [2]


@pytest.mark.parametrize(
    "line",
    [
        f"[PDF]({URL})",
        f"[{TITLE}](https://example.org)",
        f"[{TITLE}]({URL}) and more of the same",
        f"[^1]: Not [{TITLE}]({URL})",
        f"[{TITLE}]({URL}), [{KOREAN}]({OTHER})",
    ],
)
def test_other_lines_of_links_open_none(line: str) -> None:
    assert found("text", "", line, "text") == []


@pytest.mark.parametrize("line", [f"Title: {TITLE}", f"标题：{TITLE}", f"**제목**: {TITLE}", f"📌 논문 제목: {TITLE}"])
def test_a_line_that_says_title_opens_a_paper(line: str) -> None:
    assert found("text", "", line) == [(2, TITLE)]


@pytest.mark.parametrize("line", [f"- Title: {TITLE}", f"Authors: {TITLE}", f"Title: {URL}", f"    # Title: {TITLE}"])
def test_a_line_that_says_something_else_opens_none(line: str) -> None:
    assert found("text", "", line) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((f"[1] **2511.04321** {TITLE}",), (f"[2] hep-th/9901001 {KOREAN}",)),
        ((f"22:10 {TITLE} {URL}",), (f"{KOREAN} {OTHER}",)),
        ((TITLE, URL), (KOREAN, f"🔗 {OTHER}")),
    ],
)
def test_titles_beside_an_id_or_a_link_open_papers_where_there_are_several(
    first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    assert [number for number, _ in found(*first, "text", "", *second, "text")] == [0, len(first) + 2]
    assert found(*first, "text") == []


def test_lines_of_code_open_none() -> None:
    assert found("```", f"[{TITLE}]({URL})", f"Title: {TITLE}", "```") == []
