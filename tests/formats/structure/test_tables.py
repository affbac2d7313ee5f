"""Tables as generators write them: without outer bars, delimiter or header, broken over lines, in HTML."""

import pytest

from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.tables import Row, Table, all_tables

URL = "https://arxiv.org/abs/2511.04321"


def tables(*lines: str) -> list[Table]:
    return all_tables(Document("\n".join(lines), "daily/2025-11-07.md", "digests"))


def cells(*lines: str) -> list[tuple[str, ...]]:
    (table,) = tables(*lines)
    return [row.cells for row in table.rows]


def test_a_table_knows_its_header_its_rows_and_their_lines() -> None:
    found = tables("text", "", "| 제목 | 저자 |", "|---|:-:|", "| A | 김하나 |", "| B | 이둘 |", "", "text")
    rows = (Row(4, 5, ("A", "김하나")), Row(5, 6, ("B", "이둘")))
    assert found == [Table(("제목", "저자"), rows, 2, 6)]


def test_a_row_may_stand_on_several_lines() -> None:
    assert list(Row(4, 7, ()).lines) == [4, 5, 6]


def test_a_table_needs_no_outer_bars() -> None:
    assert tables("Title | PDF", "--- | ---", "A | B") == [Table(("Title", "PDF"), (Row(2, 3, ("A", "B")),), 0, 3)]


@pytest.mark.parametrize("following", ["---", "C | D", "text"])
def test_bars_without_a_delimiter_below_are_no_table(following: str) -> None:
    assert tables("A | B", following) == []


@pytest.mark.parametrize("line", ["A | B", "the norm |x| and |y|", "a || b", "| alone"])
def test_bars_in_running_text_are_no_table(line: str) -> None:
    assert tables("text", line, "text") == []


@pytest.mark.parametrize(
    "header", [("| Title | Authors | PDF |",), ("| 제목 | 저자 | 링크 |",), ("|**日期**|**标题**|**作者**|**链接**|",)]
)
def test_without_a_delimiter_a_row_of_field_names_is_the_header(header: tuple[str]) -> None:
    (table,) = tables(*header, "| A | B | C |")
    assert (len(table.header) > 2, [row.cells for row in table.rows]) == (True, [("A", "B", "C")])


def test_without_a_delimiter_and_field_names_every_row_is_one() -> None:
    (table,) = tables("| 2025-11-07 | Sparse Routing | A. One et al. |", "| 2025-11-06 | Dense Routing | B. Two |")
    assert (table.header, len(table.rows)) == ((), 2)


@pytest.mark.parametrize(
    "row", ["| Title |", "| Title | Remark |", "| Title | Abstract of the paper in our own words |"]
)
def test_a_row_of_few_or_long_names_is_no_header(row: str) -> None:
    (table,) = tables(row, "| A | B |")
    assert (table.header, len(table.rows)) == ((), 2)


def test_a_delimiter_above_all_rows_makes_no_header() -> None:
    (table,) = tables("|---|---|", "| A | B |")
    assert (table.header, [row.cells for row in table.rows]) == ((), [("A", "B")])


def test_a_header_again_in_the_middle_is_no_row() -> None:
    lines = ("| Title | PDF |", "|---|---|", "| A | 1 |", "| Title | PDF |", "|---|---|", "| B | 2 |")
    assert cells(*lines) == [("A", "1"), ("B", "2")]


def test_a_table_ends_at_a_blank_line() -> None:
    found = tables("| A | B |", "|---|---|", "| 1 | 2 |", "", "| C | D |", "|---|---|", "| 3 | 4 |")
    assert [(table.header, table.first, table.last) for table in found] == [(("A", "B"), 0, 3), (("C", "D"), 4, 7)]


def test_a_row_broken_over_lines_is_one_row() -> None:
    (table,) = tables("| Title | Summary |", "|---|---|", "| A | first line", "second line", "third |", "| B | x |")
    assert table.rows == (Row(2, 5, ("A", "first line second line third")), Row(5, 6, ("B", "x")))


@pytest.mark.parametrize("line", ["## Next", "```", "<details>", "<!-- note -->", "</div>", "text behind a whole row"])
def test_a_new_block_goes_on_with_no_row(line: str) -> None:
    (table,) = tables("| Title | Summary |", "|---|---|", "| A | x |", line)
    assert (table.rows, table.last) == ((Row(2, 3, ("A", "x")),), 3)


@pytest.mark.parametrize("line", ["## Next", "```", "<details>"])
def test_a_new_block_ends_a_row_that_is_left_open(line: str) -> None:
    (table,) = tables("| Title | Summary |", "|---|---|", "| A | x", line)
    assert (table.rows, table.last) == ((Row(2, 3, ("A", "x")),), 3)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| A \\| B | C |", ("A | B", "C")),
        ("| `a | b` | C |", ("`a | b`", "C")),
        ("| The norm $|x|$ again | C |", ("The norm $|x|$ again", "C")),
        ("| **A | B** | C |", ("**A | B**", "C")),
        (f"| [A | B]({URL}) | C |", (f"[A | B]({URL})", "C")),
        ("| <details>a | b</details> | C |", ("<details>a | b</details>", "C")),
        ("| A | |", ("A", "")),
        ("|A|C|", ("A", "C")),
        ("| A | C", ("A", "C")),
        ("| A | C \\|", ("A", "C |")),
        ("| `a | b` |", ("`a | b`",)),
    ],
)
def test_a_raw_bar_is_no_border_where_a_row_has_too_many_cells(row: str, expected: tuple[str, ...]) -> None:
    assert cells("| Title | PDF |", "|---|---|", row) == [expected]


@pytest.mark.parametrize("row", ["| costs $5 | or $6 |", "| **bold | open** |"])
def test_signs_around_a_border_hide_none_where_the_cells_are_right(row: str) -> None:
    assert len(cells("| Title | PDF |", "|---|---|", row)[0]) == 2


def test_a_quoted_table_is_a_table() -> None:
    assert cells("> | Title | PDF |", "> |---|---|", "> | A | B |") == [("A", "B")]


def test_a_table_in_code_is_none() -> None:
    assert tables("```", "| Title | PDF |", "|---|---|", "| A | B |", "```") == []


def test_reference_links_of_a_row_are_resolved() -> None:
    assert cells("| Title | PDF |", "|---|---|", "| A | [pdf][1] |", "", f"[1]: {URL}") == [("A", f"[pdf]({URL})")]


def test_an_html_table_is_read_like_any_other() -> None:
    found = tables(
        "<table>",
        "<tr><th>Title</th><th>PDF</th></tr>",
        "<tr>",
        '<td align="left">A',
        "B</td>",
        "<td>C</td>",
        "</tr>",
        "<TR><TD>D</TD><TD>E</TD></TR>",
        "</table>",
        "text",
    )
    rows = (Row(2, 7, ("A B", "C")), Row(7, 8, ("D", "E")))
    assert found == [Table(("Title", "PDF"), rows, 0, 9)]


def test_html_cells_and_rows_may_be_left_open() -> None:
    assert cells("<table><tr><th>T<th>P<tr><td>A<td>B<tr><td>C<td>D</tbody></table>") == [("A", "B"), ("C", "D")]


def test_only_the_first_row_of_an_html_table_names_its_columns() -> None:
    lines = ("<table>", "<tr><th>T</th></tr>", "<tr><th>A</th></tr>", "<tr><td>B</td></tr>", "</table>")
    assert cells(*lines) == [("A",), ("B",)]
    assert cells("<table>", *lines[3:4], *lines[1:2], "</table>") == [("B",), ("T",)]


def test_an_html_table_in_code_is_none() -> None:
    assert tables("```", "<table><tr><td>A</td></tr></table>", "```") == []


def test_a_row_of_names_inside_an_html_table_is_a_row() -> None:
    lines = ("<table><tr><th>T</th></tr>", "<tr><th>A</th><td>B</td></tr></table>")
    assert cells(*lines) == [("A", "B")]


def test_tables_of_both_kinds_come_in_order() -> None:
    found = tables("<table><tr><td>A</td></tr></table>", "", "| B | C |", "|---|---|", "| D | E |")
    assert [table.first for table in found] == [0, 2]


@pytest.mark.parametrize("tag", ["Tables are hard", "<tablet>", "`<table>`"])
def test_a_word_that_begins_like_a_table_is_none(tag: str) -> None:
    assert [table.rows for table in tables(tag, "text")] in ([], [()])


def test_a_cell_of_html_reaches_down_as_many_rows_as_it_says() -> None:
    lines = (
        "<table>",
        "<tr><td rowspan='3'>A</td><td>1</td><td rowspan=2>x</td></tr>",
        "<tr><td>2</td></tr>",
        '<tr><td>3</td><td rowspan="bad">y</td></tr>',
        "<tr><td>B</td><td>4</td><td>z</td></tr>",
        "</table>",
    )
    assert cells(*lines) == [("A", "1", "x"), ("A", "2", "x"), ("A", "3", "y"), ("B", "4", "z")]
