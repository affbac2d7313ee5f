"""RIS: what an entry says, and that rispy reads it so."""

import warnings
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import ExportError
from digest_tui.exporters import Exported, exporter
from digest_tui.model import Paper
from digest_tui.model.state import PaperState
from support.exporting import exported
from support.promises import promises
from support.references import KNOTS, PAGE, ROPES, TITLE, named, papers


def text_of(*chosen: Exported) -> str:
    return exporter("ris").update("", chosen).text


def read(text: str) -> list[dict[str, Any]]:
    """The entries as rispy reads them, without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found: list[dict[str, Any]] = rispy.loads(text)
    return found


def entry(paper: Paper) -> dict[str, Any]:
    [found] = read(text_of(*papers(paper)))
    return found


@promises(
    "docs/formats.md",
    "What `export` says of a paper in RIS and in CSL-JSON.",
    "`AU` | `author` | the authors, in order",
    "`AN` | `number` | the id, as in `arXiv:2512.99001`",
)
def test_a_paper_on_arxiv() -> None:
    assert text_of(*papers(KNOTS)) == (
        "TY  - MANSCPT\r\n"
        "ID  - kim2025quiet\r\n"
        "TI  - Quiet Knots in x₁ & <think>\r\n"
        "AU  - Kim, Mina\r\n"
        "AU  - van der Berg, Jan\r\n"
        "AU  - 김민아\r\n"
        "AU  - Rope Team,\r\n"
        "AU  - OpenKnot\r\n"
        "AU  - Oh Jr., Bo\r\n"
        "PY  - 2025\r\n"
        "PB  - arXiv\r\n"
        "DB  - arXiv\r\n"
        "AN  - arXiv:2512.07951\r\n"
        "M3  - Preprint\r\n"
        "DO  - 10.48550/arXiv.2512.07951\r\n"
        "UR  - https://arxiv.org/abs/2512.07951\r\n"
        "KW  - todo\r\n"
        "KW  - 매듭\r\n"
        'N1  - with Bo: TY - JOUR ER - "quoted"; =1+1\r\n'
        "C8  - digest-tui arxiv:2512.07951 8d484778\r\n"
        "ER  - \r\n"
    )


def test_rispy_reads_every_field_of_it() -> None:
    assert entry(KNOTS) == {
        "type_of_reference": "MANSCPT",
        "id": "kim2025quiet",
        "title": "Quiet Knots in x₁ & <think>",
        "authors": ["Kim, Mina", "van der Berg, Jan", "김민아", "Rope Team,", "OpenKnot", "Oh Jr., Bo"],
        "year": "2025",
        "publisher": "arXiv",
        "name_of_database": "arXiv",
        "accession_number": "arXiv:2512.07951",
        "type_of_work": "Preprint",
        "doi": "10.48550/arXiv.2512.07951",
        "urls": ["https://arxiv.org/abs/2512.07951"],
        "keywords": ["todo", "매듭"],
        "notes": ['with Bo: TY - JOUR ER - "quoted"; =1+1'],
        "custom8": "digest-tui arxiv:2512.07951 8d484778",
    }


@promises(
    "docs/formats.md",
    "`UR` | `URL` | the page on arXiv, else the link of the title where it may be opened; in RIS with `%3B` for `;`, "
    "which would separate two",
)
def test_a_paper_with_a_doi() -> None:
    found = entry(ROPES)
    assert found["type_of_reference"] == "GEN"
    assert (found["doi"], found["urls"]) == ("10.1000/Ropes.7;x", ["https://ropes.example.org/a%3Bb"])
    assert not {"publisher", "accession_number", "type_of_work"} & found.keys()


def test_a_paper_of_which_only_a_url_is_known_is_a_web_page() -> None:
    found = entry(PAGE)
    assert (found["type_of_reference"], found["urls"]) == ("ELEC", ["https://winds.example.org/a%3Bb?c=1,2"])
    assert "doi" not in found


@promises(
    "docs/formats.md",
    "What is not known is left out.",
    "The summary of a digest is not the abstract of the paper, so neither has it.",
)
def test_a_paper_of_which_only_the_title_is_known() -> None:
    [paper] = exported(TITLE, day=None, lines=("x", "A summary.", "y", "z"))
    [found] = read(text_of(paper))
    assert found.keys() == {"type_of_reference", "id", "title", "custom8"}
    assert found["type_of_reference"] == "GEN"


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ("Mina Kim", "Kim, Mina"),
        ("Kim, Mina", "Kim, Mina"),
        ("Jan van der Berg", "van der Berg, Jan"),
        ("Hal Daumé III", "Daumé III, Hal"),
        ("Rope Team", "Rope Team,"),
        ("The Knot Makers", "The Knot Makers,"),
        ("OpenKnot", "OpenKnot"),
        ("김민아", "김민아"),
        ("김 민아", "김 민아,"),
    ],
)
@promises(
    "docs/formats.md",
    "`Jan van der Berg` is `van der Berg, Jan` in RIS",
    "in RIS with a comma at the end where there are several words.",
    "A suffix such as `Jr.` is behind the family name in RIS.",
)
def test_names_of_authors(author: str, written: str) -> None:
    [found] = read(text_of(named(author)))
    assert found["authors"] == [written]


@promises(
    "docs/formats.md",
    "`PY` | `issued` | the year that the arXiv id says, else that of the digest; never a month or a day",
)
@pytest.mark.parametrize(("arxiv", "year"), [("0704.0001", "2007"), ("hep-th/9711200", "1997"), ("2512.00001", "2025")])
def test_the_year_is_that_of_the_id(arxiv: str, year: str) -> None:
    [found] = read(text_of(named(arxiv=arxiv)))
    assert (found["year"], "date" in found) == (year, False)
    assert entry(ROPES)["year"] == "2031"


@promises("docs/formats.md", "A new RIS file ends its lines with CR and LF.")
def test_lines_end_as_the_specification_has_them() -> None:
    text = text_of(*papers())
    assert text.count("\r\n") == text.count("\n") == text.count("\r") > 0


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "papers/kite.md", "https://a:b@x.example.org/", "http://10.0.0.1/"],
)
def test_a_link_that_may_not_be_opened_is_left_out(link: str) -> None:
    found = entry(TITLE._replace(link=link))
    assert (found["type_of_reference"], "urls" in found) == ("GEN", False)


def test_a_url_is_percent_encoded() -> None:
    found = entry(TITLE._replace(link="https://winds.example.org/바람/하나?q=1&r=%20"))
    assert found["urls"] == ["https://winds.example.org/%EB%B0%94%EB%9E%8C/%ED%95%98%EB%82%98?q=1&r=%20"]


HOSTILE = st.text(
    st.sampled_from("TYER  -\r\n\x0b\x0c\x1c\x85\u2028\u2029\x00\x1b\u202e;,=ab가") | st.characters(), max_size=40
)


@promises("docs/formats.md", "Nothing in a title, a name or a note can begin another tag.")
@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_nothing_in_a_paper_can_begin_a_tag(title: str, author: str, note: str, link: str) -> None:
    paper = Paper(f"a{title}", 0, 1, 1, link=f"https://{link}", authors=(author, "Bo Oh"))
    chosen = exported(paper, TITLE, state=PaperState(note=note))
    text = text_of(*chosen)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(line[2:6] == "  - " for line in lines)
    assert len(lines) == len(text.splitlines())
    assert [line[6:] for line in lines if line[:2] in ("TY", "ER")] == [lines[0][6:], "", "GEN", ""]
    assert len(read(text)) == 2


@promises("docs/formats.md", "What `E` copies has no marks: it is yours when you paste it into a file.")
def test_what_is_copied_has_no_mark() -> None:
    chosen = papers()
    marked = [line for line in text_of(*chosen).splitlines() if not line.startswith("C8")]
    assert exporter("ris").copied(chosen).split("\n") == [*marked, ""]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("@misc{knots,\n}\n", 1, "this is not RIS"),
        ("\n\nsome words\n", 3, "this is not RIS"),
        ("ER  - \n", 1, "this is not RIS"),
        ("TY  - JOUR\nTI  - a\n", 1, "has no line `ER`"),
        ("TY  - JOUR\nER  - \nTY  - JOUR\nTI  - a\nTY  - JOUR\nER  - \n", 3, "has no line `ER`"),
    ],
)
@promises("docs/formats.md", "A file that is not RIS, or has an entry without `ER`, is refused with the line")
def test_what_cannot_be_read_is_refused_with_the_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(ExportError, match=reason) as refused:
        exporter("ris").update(text, papers())
    assert refused.value.line == line


@promises("docs/formats.md", "tags and members that you added to them stay, at their end.")
def test_tags_that_are_added_stay_where_they_are_at_the_end() -> None:
    [paper] = papers(KNOTS)
    ours = exporter("ris").update("", [paper]).text.replace("\r\n", "\n")
    edited = ours.replace("ER  - ", "RN  - read\ntwice\nC8  - mine\nU1  - x\nER  - ")
    unchanged = exporter("ris").update(edited, [paper])
    assert (unchanged.text, unchanged.unchanged) == (edited, 1)
    renamed = paper._replace(entry=paper.entry._replace(paper=KNOTS._replace(title="Loud Knots")))
    update = exporter("ris").update(edited, [renamed])
    assert update.changed == 1
    assert update.text.endswith("RN  - read\ntwice\nC8  - mine\nU1  - x\nER  - \n")
    [found] = read(update.text)
    assert found["title"] == "Loud Knots"


def test_a_tag_with_one_blank_before_the_dash_is_one() -> None:
    foreign = "TY - JOUR\nDO - 10.48550/arxiv.2512.07951v3\nER - \n"
    update = exporter("ris").update(foreign, papers(KNOTS))
    assert (update.text, update.left) == (foreign, ("2512.07951 is left out: your own entry on line 1 is about it.",))


@pytest.mark.parametrize(
    "line",
    [
        "UR  - https://a.example.org/b;http://arxiv.org/abs/2512.07951v1",
        "JO  - arXiv preprint arXiv:2512.07951",
        "M1  - arXiv:2512.07951",
        "AN  - 2512.07951",
        "M3  - doi:10.48550/arxiv.2512.07951",
        "L2  - https://www.alphaxiv.org/abs/2512.07951",
    ],
)
def test_where_programs_write_what_an_entry_is_about(line: str) -> None:
    foreign = f"TY  - JOUR\nT1  - Mine\n{line}\nER  - \n"
    update = exporter("ris").update(foreign, papers(KNOTS))
    assert (update.text, len(update.left)) == (foreign, 1)


@pytest.mark.parametrize(
    "line", ["N1  - arXiv:2512.07951", "AB  - https://arxiv.org/abs/2512.07951", "PB  - 10 and 2512"]
)
def test_what_an_entry_only_mentions_is_not_what_it_is_about(line: str) -> None:
    update = exporter("ris").update(f"TY  - JOUR\nT1  - Mine\n{line}\nER  - \n", papers(KNOTS))
    assert (update.added, update.left) == (1, ())


def test_a_last_line_without_an_end_gets_one_only_where_something_follows() -> None:
    [paper] = papers(KNOTS)
    ours = exporter("ris").update("", [paper]).text.replace("\r\n", "\n").rstrip("\n")
    assert exporter("ris").update(ours, [paper]).text == ours
    both = exporter("ris").update(ours, papers(KNOTS, ROPES)).text
    assert [found["id"] for found in read(both)] == ["kim2025quiet", "oh2031ropes"]
    assert both.startswith(ours + "\n")
