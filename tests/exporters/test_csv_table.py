"""CSV: what a row says, and that a table stays the person's."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import ExportError
from digest_tui.exporters import Exported, exporter
from digest_tui.exporters.csv_cells import rows, value_of
from digest_tui.exporters.csv_table import COLUMNS
from digest_tui.model import Paper
from digest_tui.model.state import PaperState, Status
from support.exporting import exported
from support.promises import promises
from support.references import KNOTS, PAGE, ROPES, TITLE, papers

HEADER = ",".join(COLUMNS)


def text_of(*chosen: Exported) -> str:
    return exporter("csv").update("", chosen).text


def read(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows as the standard library reads them, by the names of their columns."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter))


def said(paper: Paper, state: PaperState) -> dict[str, str]:
    [found] = read(text_of(*exported(paper, state=state)))
    return found


@promises(
    "docs/formats.md",
    "What `export --format csv` writes: a header with the names of these columns, then a row for each paper.",
    "`key` | string | the key of the paper, by which a row of ours is known",
    "`cite_key` | string | the key by which it is cited",
    "`title` | string | the title as written",
    "`authors` | string or empty | the authors, joined by a semicolon and a blank",
    "`year` | string or empty | the year that the arXiv id says, else that of the digest",
    "`date` | string or empty | the day under which it is listed, `2025-12-10`",
    "`doi` | string or empty | the DOI; on arXiv every paper has one",
    "`url` | string or empty | the link of the title as written, else its arXiv page, else its Hugging Face page",
    "`alphaxiv_url` | string or empty | the page on Alphaxiv",
    "`pdf_url` | string or empty | the PDF on arXiv",
    "`votes` | integer or empty | the votes",
    "`status` | string | `unread`, `read`, `later` or `skipped`",
    "`starred` | string or empty | `starred`",
    "`tags` | string or empty | your tags, joined by a semicolon and a blank",
    "`note` | string or empty | your note, which may have several lines",
    "`also_on` | string or empty | the other dates on which it stands, joined by a semicolon and a blank",
    "`source` | string | the name of the source",
    "`path` | string or empty | the file, with `/`, relative to its source",
)
def test_what_the_columns_say() -> None:
    state = PaperState(Status.LATER, starred=True, tags=("rope", "todo"), note='with "Bo",\nand more')
    [paper] = exported(KNOTS, state=state)
    paper = paper._replace(record=paper.record | {"also_on": ["2031-02-05", "2031-02-01"]})
    [found] = read(text_of(paper))
    assert list(found) == list(COLUMNS)
    assert found.pop("checksum")
    assert found == {
        "key": "arxiv:2512.07951",
        "cite_key": "kim2025quiet",
        "title": "Quiet Knots in $x_1$ & <think>",
        "authors": "Mina Kim; Jan van der Berg; 김민아; Rope Team; OpenKnot; Bo Oh Jr.",
        "year": "2025",
        "date": "2031-02-06",
        "doi": "10.48550/arXiv.2512.07951",
        "url": "https://example.org/knots",
        "alphaxiv_url": "https://www.alphaxiv.org/ko/overview/2512.07951",
        "pdf_url": "https://arxiv.org/pdf/2512.07951",
        "votes": "25",
        "status": "later",
        "starred": "starred",
        "tags": "rope; todo",
        "note": 'with "Bo",\r\nand more',
        "also_on": "2031-02-05; 2031-02-01",
        "source": "s",
        "path": "a.md",
    }


def test_what_is_not_known_is_empty() -> None:
    [found] = read(text_of(*exported(TITLE, day=None)))
    empty = {name for name, value in found.items() if not value}
    known = {"key", "cite_key", "title", "status", "source", "path", "checksum"}
    assert empty == set(COLUMNS) - known


@promises("docs/formats.md", "Quotes and line ends are as RFC 4180 has them.")
def test_lines_end_and_cells_are_quoted_as_rfc_4180_has_it() -> None:
    [header, row, end] = text_of(*exported(TITLE._replace(title='A "Knot", and More of It'))).split("\r\n")
    assert (header, end) == (HEADER, "")
    assert '"A ""Knot"", and More of It"' in row
    assert not any(line.endswith("\r") or "\n" in line for line in (header, row))


@promises(
    "docs/formats.md",
    "There is no column with the arXiv id alone: a spreadsheet would take `2501.12950` for a number and drop the zero.",
)
def test_no_cell_is_a_number_that_a_spreadsheet_would_change() -> None:
    found = said(KNOTS._replace(arxiv=KNOTS.arxiv and KNOTS.arxiv._replace(id="2501.12950")), PaperState())
    numbers = {name for name, value in found.items() if value.replace(".", "").isdecimal()}
    assert numbers == {"year", "votes"}
    assert found["checksum"].startswith("crc32:")


@promises(
    "SECURITY.md",
    "What a digest says is text in every format: no HTML, embed, template or query in a note, no formula in a table, "
    "no command in a bibliography that LaTeX does not know, and a page that runs no script and loads nothing.",
)
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
@promises(
    "docs/formats.md",
    "A cell that begins with `=`, `+`, `-` or `@` gets `'` before it, so that no spreadsheet calculates it.",
)
def test_no_cell_is_a_formula(start: str) -> None:
    formula = f"{start}HYPERLINK(1) of a Knot"
    chosen = exported(TITLE._replace(title=formula, authors=(formula,)), state=PaperState(note=f"\t\r\n {formula}"))
    text = text_of(*chosen)
    [found] = read(text)
    assert (found["title"], found["authors"], found["note"]) == (f"'{formula}",) * 3
    assert exporter("csv").update(text, chosen).text == text


@promises("docs/formats.md", "A new file is UTF-8 without a byte order mark;")
def test_a_new_file_has_no_byte_order_mark() -> None:
    assert text_of(*papers()).startswith("key,")


@promises(
    "docs/formats.md",
    "In a file that exists the columns are found by their names, in any order, with commas, semicolons or tabs between "
    "them.",
    "Columns that you removed stay away; your own, and rows without a key, stay byte for byte.",
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_columns_of_a_file_stay_as_they_are(separator: str) -> None:
    head = separator.join(["mine", "title", '"key"', "rating", "title"]) + "\n"
    own = separator.join(['"a ""b"""', "=1+1", "", " 5", ""]) + "\n"
    text = head + own + "\n"
    update = exporter("csv").update(text, papers(KNOTS, TITLE._replace(title="A Knot, Its Rope; and More")))
    assert update.added == 2
    assert update.text.startswith(text)
    assert read(update.text, separator)[-1]["key"].startswith("title:")
    last = update.text.splitlines()[-1]
    assert [value_of(cell) for cell in next(rows(last, separator)).cells[:2]] == ["", "A Knot, Its Rope; and More"]


def test_cells_of_own_columns_stay_when_a_row_is_written_anew() -> None:
    text = text_of(*papers(KNOTS))
    [header, *others] = list(rows(text, ","))
    wide = ",".join([*header.cells, "rating"]) + "\r\n" + ",".join([*others[0].cells, '"5 of ""5"""']) + "\r\n"
    [paper] = papers(KNOTS)
    assert exporter("csv").update(wide, [paper]).text == wide
    voted = paper._replace(entry=paper.entry._replace(paper=KNOTS._replace(votes=26)))
    update = exporter("csv").update(wide, [voted])
    assert (update.changed, update.text.endswith(',"5 of ""5"""\r\n')) == (1, True)
    assert read(update.text)[0]["votes"] == "26"


@promises(
    "docs/formats.md",
    "`checksum` | string | what shows that you changed the row",
    "`--prune` leaves a row in which you changed a cell or wrote into a column of your own.",
)
def test_prune_leaves_what_a_person_wrote_in() -> None:
    chosen = papers(ROPES, PAGE, TITLE)
    [header, *others] = list(rows(text_of(*chosen), ","))
    lines = [",".join([*header.cells, "mine"]), *(",".join([*row.cells, ""]) for row in others)]
    text = "\n".join(lines) + "\n"
    assert exporter("csv").update(text, [], prune=True).text == lines[0] + "\n"
    edited = text.replace("Ropes and Their Ends", "Ropes and My Ends")
    update = exporter("csv").update(edited, [], prune=True)
    assert (update.removed, len(update.left)) == (2, 1)
    assert "Ropes and My Ends" in update.text
    written = text.removesuffix("\n") + "mine\n"
    assert exporter("csv").update(written, [], prune=True).removed == 2


def test_a_row_that_another_program_quoted_anew_is_unchanged() -> None:
    chosen = papers()
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(csv.reader(io.StringIO(text_of(*chosen), newline="")))
    update = exporter("csv").update(stream.getvalue(), chosen)
    assert (update.text, update.unchanged) == (stream.getvalue(), 4)


def test_a_row_with_a_key_of_another_kind_is_no_row_of_ours() -> None:
    text = "key,title\nABCD1234,A Knot of One's Own\n"
    update = exporter("csv").update(text, [], prune=True)
    assert (update.text, update.removed, update.left) == (text, 0, ())


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Key,Title\n", 1, "has no column `key`"),
        ("words\n", 1, "has no column `key`"),
        ('key,title\n\n"arxiv:1,a\nb', 3, "has no closing quote"),
        ('key,title\n"a\nb" c,d\n', 3, "text after the closing quote"),
    ],
)
@promises("docs/formats.md", "A file without a column `key` is refused, and so is a quote that is not closed.")
def test_what_cannot_be_read_is_refused_with_the_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(ExportError, match=reason) as refused:
        exporter("csv").update(text, papers())
    assert refused.value.line == line


def test_a_quote_within_a_cell_without_quotes_is_one() -> None:
    text = 'key,title\n,a "b" c\n'
    assert exporter("csv").update(text, []).text == text


CELLS = st.text(st.sampled_from("\",;\r\n\t =+-@'a가") | st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=6), st.sampled_from(["\r\n", "\n"]))
def test_every_row_is_cut_as_the_standard_library_cuts_it(table: list[list[str]], end: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator=end).writerows(table)
    text = stream.getvalue()
    cut = list(rows(text, ","))
    assert "".join(",".join(row.cells) + row.end for row in cut) == text
    assert [list(map(value_of, row.cells)) for row in cut] == list(csv.reader(io.StringIO(text, newline="")))


@given(title=CELLS, note=CELLS, author=CELLS)
def test_any_paper_is_one_row_that_is_not_changed_again(title: str, note: str, author: str) -> None:
    chosen = exported(Paper(f"{title}", 0, 1, 1, authors=(author,)), ROPES, state=PaperState(note=note))
    text = text_of(*chosen)
    assert [row["key"] for row in read(text)] == [paper.key for paper in chosen]
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for row in read(text) for value in row.values())
    plain = text.replace("\r\n", "\n")
    update = exporter("csv").update(plain, chosen)
    assert (update.text, update.unchanged) == (plain, 2)
