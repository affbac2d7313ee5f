"""Papers that are table rows: which column holds titles, which rows are papers, what their other cells say."""

import pytest

from digest_tui.formats.shapes.row_text import row_text
from digest_tui.formats.structure.tables import all_tables
from digest_tui.formats.words.days import PartialDate
from digest_tui.formats.words.titles import Headline
from support.small import document, read, rows, titles, url

A, B = "Sparse Routing for Long Videos", "희소 라우팅으로 긴 영상 이해하기"


def table(header: str, *lines: str) -> tuple[str, ...]:
    return (f"| {header} |", "|" + "---|" * (header.count("|") + 1), *(f"| {line} |" for line in lines))


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Title | Authors | PDF", f"{A} | A. One | [PDF]({url(1)})"),
        ("날짜 | 제목 | 링크", f"2025-11-07 | {A} | [링크]({url(1)})"),
        ("序号 | 标题 | 链接", f"1 | {A} | [arXiv]({url(1)})"),
        ("日付 | タイトル | リンク", f"11/7 | {A} | [論文]({url(1)})"),
        ("**Date** | **Paper Title** | **Links**", f"**2025-11-07** | **{A}** | [2511.00001]({url(1)})"),
        ("标题 (Title) | ID", f"{A} | 2511.00001"),
        ("Paper | Paper", f"[PDF]({url(1)}) | {A}"),
        ("ID | Paper | Note", f"2511.00001 | {A} | text"),
    ],
)
def test_the_column_of_titles_is_known_by_its_name(header: str, row: str) -> None:
    assert [(span.title, span.paper) for span in rows(*table(header, row))] == [(A, "arxiv:2511.00001")]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("中文标题 | 英文标题 | 链接", f"稀疏路由的方法 | {A} | [PDF]({url(1)})"),
        ("Original title | 번역 제목 | 링크", f"{A} | {B} | [PDF]({url(1)})"),
        ("제목 | 한글 제목 | 링크", f"{A} | {B} | [PDF]({url(1)})"),
    ],
)
def test_of_two_columns_of_titles_the_original_is_taken(header: str, row: str) -> None:
    assert titles(rows(*table(header, row))) == [A]


def test_without_a_name_the_column_of_linked_titles_is_taken() -> None:
    lines = table("# | What | Why", f"1 | [{A}]({url(1)}) | it routes", f"2 | [{B}]({url(2)}) | 길을 찾는다")
    assert titles(rows(*lines)) == [A, B]


def test_without_a_header_the_column_of_titles_is_found_by_its_look() -> None:
    lines = (
        f"|2025-11-07|{A}|A. One et.al.|[2511.00001]({url(1)})|",
        f"|2025-11-06|{B}|김하나|[2511.00002]({url(2)})|",
    )
    assert [(span.title, span.day.day) for span in rows(*lines)] == [(A, 7), (B, 6)]


@pytest.mark.parametrize(
    "lines",
    [
        table("Date | Link | Count", f"2025-11-07 | [Link]({url(1)}) | 3", f"2025-11-06 | [Link]({url(2)}) | 4"),
        table("Model | Score", f"Router | [8.5]({url(1)})", f"Baseline | [7.5]({url(2)})"),
        table("Feature | Meaning", "Routing of frames | sends frames away", "Sparse experts | few of them"),
        table(
            "Thing | Note",
            f"[{A}]({url(1)}) | x",
            f"[{B}]({url(2)}) | y",
            "A tool of ours | z",
            "A book | z",
            "A talk | z",
        ),
        table("标题 | 数量", "视觉领域的论文 | 3", "语言领域的论文 | 4"),
    ],
)
def test_other_tables_hold_no_papers(lines: tuple[str, ...]) -> None:
    assert rows(*lines) == []


def test_a_row_without_a_link_is_a_paper_where_most_have_one() -> None:
    lines = table("Title | PDF", f"{A} | [PDF]({url(1)})", f"{B} | -", "Misc | -", f"Long {A} | [PDF]({url(4)})")
    assert [(span.title, span.paper) for span in rows(*lines)] == [
        (A, "arxiv:2511.00001"),
        (B, None),
        (f"Long {A}", "arxiv:2511.00004"),
    ]


def test_a_row_without_a_link_is_none_where_few_have_one() -> None:
    lines = table("Title | PDF", f"{A} | [PDF]({url(1)})", f"{B} | -", f"Long {A} | -")
    assert titles(rows(*lines)) == [A]


def test_rows_without_links_are_papers_where_they_have_authors() -> None:
    lines = table("Title | Authors | Summary", f"{A} | A. One | text", f"{B} | | text")
    assert [(span.title, span.authors) for span in rows(*lines)] == [(A, ("A. One",))]


def test_votes_authors_and_day_have_their_columns() -> None:
    lines = table("제목 | 저자 | 👍 | 날짜 | 링크", f"{A} | 김하나, 이둘 | 1,045 | 2025-11-07 | [PDF]({url(1)})")
    (span,) = rows(*lines)
    assert (span.authors, span.votes, span.day) == (("김하나", "이둘"), 1045, PartialDate(2025, 11, 7))


@pytest.mark.parametrize("cell", ["-", "–", "", "8.5/10 points by 3 people"])
def test_a_cell_without_one_number_says_no_votes(cell: str) -> None:
    (span,) = rows(*table("Title | Votes | PDF", f"{A} | {cell} | [PDF]({url(1)})"))
    assert span.votes is None


@pytest.mark.parametrize("same", ["〃", "同上", "", "상동"])
def test_a_day_that_is_not_repeated_is_that_of_the_row_above(same: str) -> None:
    lines = table("날짜 | 제목 | 링크", f"2025-11-07 | {A} | [PDF]({url(1)})", f"{same} | {B} | [PDF]({url(2)})")
    assert [span.day.day for span in rows(*lines)] == [7, 7]


def test_several_linked_titles_in_a_cell_are_a_paper_each() -> None:
    lines = table("Topic | Papers", f"Vision | [{A}]({url(1)})<br>[{B}]({url(2)})")
    assert [(span.title, span.link, span.first) for span in rows(*lines)] == [(A, url(1), 2), (B, url(2), 2)]


def test_a_table_cut_off_by_blank_lines_goes_on_with_its_columns() -> None:
    lines = (
        *table("Date | Title | PDF", f"2025-11-07 | {A} | [PDF]({url(1)})"),
        "",
        f"| 2025-11-06 | {B} | [PDF]({url(2)}) |",
    )
    assert [(span.title, span.day.day) for span in rows(*lines)] == [(A, 7), (B, 6)]


def test_a_broken_row_is_one_paper_on_all_its_lines() -> None:
    lines = (*table("Title | Summary | PDF"), f"| {A} | first", f"second | [PDF]({url(1)}) |")
    assert [(span.title, span.paper, span.first, span.last) for span in rows(*lines)] == [(A, "arxiv:2511.00001", 2, 4)]


def test_links_in_the_abstract_of_a_cell_are_not_the_papers() -> None:
    cell = f"<details><summary>초록</summary>[arXiv]({url(9)})</details>"
    (span,) = rows(*table("Title | Abstract | PDF", f"{A} | {cell} | [PDF]({url(1)})"))
    assert span.paper == "arxiv:2511.00001"


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("Title | Summary", f"{A} | It routes.", "**Summary**: It routes."),
        ("标题 | 摘要 | 链接", f"{A} | 路由 | [PDF]({url(1)})", "**摘要**: 路由"),
        ("Title | Code | Note", f"{A} | null | -", ""),
        ("Title | Code", f"{A} | [GitHub](https://github.com/x/y)", "**Code**: [GitHub](https://github.com/x/y)"),
        ("Title | Note", f"{A} | one<br>two", "**Note**: one  \ntwo"),
        ("Title | Note", f"{A}<br>번역된 제목 | text", "번역된 제목\n\n**Note**: text"),
        ("Title | More", f"{A} | <details><summary>Show</summary>text</details>", "**More**: text"),
        ("Title | More", f"{A} | <details><summary>왜?</summary>본문</details>", "**More**: **왜?**  \n본문"),
    ],
)
def test_a_row_is_read_as_text_without_what_the_fields_tell(header: str, row: str, expected: str) -> None:
    (found,) = all_tables(document(*table(header, row)))
    assert row_text(found, found.rows[0], (), 0, Headline(A)) == expected


def test_the_text_of_a_row_leaves_out_the_columns_that_are_told() -> None:
    (found,) = all_tables(document(*table("Title | Authors | Note", f"{A} | A. One | text")))
    assert row_text(found, found.rows[0], (1, None), 0, Headline(A)) == "**Note**: text"


def test_the_excerpt_of_a_paper_is_its_row_as_text() -> None:
    (paper,) = read(*table("제목 | 저자 | 요약 | 링크", f"{A} | 김하나 | 길을 찾는다 | [PDF]({url(1)})")).papers
    assert (paper.excerpt, paper.authors) == ("**요약**: 길을 찾는다", ("김하나",))


@pytest.mark.parametrize(
    "long", [A, f"{A} and of Many Other Things That Need More Than One Line of a Hundred and Twenty Characters"]
)
@pytest.mark.parametrize(
    "behind", ["(Read more on [arXiv]({}))", "- read more on [arXiv]({})", "[arXiv]({})", "详情见 [arXiv]({})"]
)
def test_a_title_that_runs_over_lines_of_its_cell_keeps_them_all(long: str, behind: str) -> None:
    first, second, third = "조용한 정원의", long, "Coarse to Fine"
    lines = (
        "| Title | Authors | Summary |",
        "|---|---|---|",
        f"| {first}",
        f"  {second}:",
        f"  {third} {behind.format(url(1))}| A. One | It routes. |",
        f"| **{first}",
        f"  {third}** {behind.format(url(2))} | B. Two | It routes. |",
        f"| [{first}",
        f"  {third}]({url(3)}) | B. Two | It routes. |",
    )
    found = rows(*lines)
    assert titles(found) == [f"{first} {second}: {third}", f"{first} {third}", f"{first} {third}"]
    assert [(span.first, span.last, span.excerpt) for span in found] == [
        (2, 5, "**Summary**: It routes."),
        (5, 7, "**Summary**: It routes."),
        (7, 9, "**Summary**: It routes."),
    ]


def test_a_title_may_begin_like_the_name_of_a_part() -> None:
    lines = table("Title | PDF", f"Analysis: {A} | [PDF]({url(1)})", f"[Results: {B}]({url(2)}) | text")
    assert titles(rows(*lines)) == [f"Analysis: {A}", f"Results: {B}"]
