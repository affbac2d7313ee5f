"""Files that are about one paper as a whole: who says so, and where its title stands."""

import pytest

from support.small import page, titles, url

A = "Sparse Routing for Long Videos"
PATH = "papers/router.md"


@pytest.mark.parametrize(
    "field",
    [
        "arxiv: 2511.00001",
        "arxiv_id: '2511.00001v2'",
        "arxivId: 2511.00001",
        f"paper_url: {url(1)}",
        f"link: {url(1)}",
        "pdf: https://arxiv.org/pdf/2511.00001",
    ],
)
def test_a_header_names_the_paper_of_its_page(field: str) -> None:
    (span,) = page("---", f"title: {A}", field, "---", "", "## 초록", "본문", path=PATH)
    assert (span.title, span.paper, span.first, span.last) == (A, "arxiv:2511.00001", 5, 7)


@pytest.mark.parametrize("path", ["papers/2511.00001.md", "202511/2511.00001v1-sparse-routing.md"])
def test_a_file_name_names_the_paper_of_its_page(path: str) -> None:
    assert [span.paper for span in page(f"# {A}", "text", path=path)] == ["arxiv:2511.00001"]


@pytest.mark.parametrize("line", [f"[arXiv]({url(1)})", f"**링크**: {url(1)}", "arXiv: 2511.00001"])
def test_a_line_near_the_top_names_the_paper_of_its_page(line: str) -> None:
    assert [span.paper for span in page(f"# {A}", "", line, "text", path=PATH)] == ["arxiv:2511.00001"]


@pytest.mark.parametrize(
    "lines",
    [
        ("text",),
        (f"# {A}", "text"),
        (f"# {A}", f"[arXiv]({url(1)})", f"[arXiv]({url(2)})"),
        (f"# {A}", *["text"] * 24, f"[arXiv]({url(1)})"),
        ("# Method", f"[arXiv]({url(1)})"),
        ("# 2025-11-07", f"[arXiv]({url(1)})"),
        ("# Short", f"[arXiv]({url(1)})"),
        (f"## {A}", f"[arXiv]({url(1)})"),
        ("", " "),
    ],
)
def test_a_file_without_one_title_and_one_paper_is_no_page(lines: tuple[str, ...]) -> None:
    assert page(*lines, path=PATH) == []


def test_a_line_is_not_believed_where_other_papers_were_found() -> None:
    assert page(f"# {A}", f"[arXiv]({url(1)})", path=PATH, others=2) == []


@pytest.mark.parametrize("field", ["cites: arXiv:2511.00001", f"image: {url(1)}"])
def test_another_field_of_the_header_names_no_paper(field: str) -> None:
    assert page("---", f"title: {A}", field, "---", "text", path=PATH) == []


def test_a_header_is_believed_whatever_else_was_found() -> None:
    lines = ("---", f"title: {A}", "arxiv: 2511.00001", "---", "", f"- [Other]({url(2)})")
    assert titles(page(*lines, path=PATH, others=2)) == [A]


@pytest.mark.parametrize("label", ["Title", "제목", "**标题**", "论文题目", "タイトル"])
def test_without_a_heading_a_labelled_line_is_the_title(label: str) -> None:
    (span,) = page("text", f"{label}: {A}", f"arXiv: {url(1)}", path=PATH)
    assert (span.title, span.named) == (A, 1)


def test_a_heading_that_repeats_the_title_of_the_header_names_the_page() -> None:
    (span,) = page("---", f'title: "📄 {A} (리뷰)"', "arxiv: 2511.00001", "---", f"# {A}", "text", path=PATH)
    assert (span.title, span.named) == (A, 4)


def test_the_line_of_a_title_that_stands_only_in_the_header_is_there() -> None:
    (span,) = page("---", "date: 2025-11-07", f"title: {A}", "arxiv: 2511.00001", "---", "## Abstract", path=PATH)
    assert span.named == 2


def test_the_other_headings_are_the_sections_of_the_page() -> None:
    (span,) = page(f"# {A}", f"[arXiv]({url(1)})", "## 방법", "x", "**굵은 줄**", "## 결과", path=PATH)
    assert [section.text for section in span.sections] == ["방법", "결과"]
