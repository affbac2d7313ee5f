"""A BibTeX entry: its fields, what TeX would trip over, and the key it is cited by."""

import datetime

import pytest

from digest_tui.exporters import exporter
from digest_tui.model import ArxivId, Paper
from support.exporting import DAY, exported


def written(*papers: Paper, day: datetime.date | None = DAY) -> list[str]:
    """The lines that papers of one digest make."""
    return exporter("bibtex").update("", exported(*papers, day=day)).text.splitlines()


def entry(paper: Paper, day: datetime.date | None = DAY) -> str:
    return "\n".join(written(paper, day=day))


def fields(paper: Paper, day: datetime.date | None = DAY) -> dict[str, str]:
    """The fields of an entry, with what is within their outer braces."""
    pairs = (line.strip().partition(" = ") for line in written(paper, day=day)[1:-1])
    return {name: value.removeprefix("{").removesuffix(",").removesuffix("}") for name, _, value in pairs}


def key(paper: Paper) -> str:
    return entry(paper).partition("{")[2].partition(",")[0]


def named(*authors: str, arxiv: str = "2512.07951") -> Paper:
    return Paper("Quiet Knots", 0, 1, 1, arxiv=ArxivId(arxiv), authors=authors)


def test_an_arxiv_preprint() -> None:
    paper = Paper(
        "Quiet Knots", 0, 1, 1, "https://example.org/knots", ArxivId("2512.07951", 2), authors=("Mina Kim", "A. Oh")
    )
    assert written(paper) == [
        "@misc{kim2512.07951,",
        "  title = {{Quiet Knots}},",
        "  author = {Mina Kim and A. Oh},",
        "  year = {2025},",
        "  eprint = {2512.07951},",
        "  archivePrefix = {arXiv},",
        "  doi = {10.48550/arXiv.2512.07951},",
        "  url = {https://arxiv.org/abs/2512.07951}",
        "}",
    ]


def test_a_paper_with_a_doi() -> None:
    paper = Paper("Quiet Knots", 0, 1, 1, "https://example.org/knots", doi="10.1000/knots.7", authors=("Mina Kim",))
    assert written(paper) == [
        "@misc{kim10.1000knots.7,",
        "  title = {{Quiet Knots}},",
        "  author = {Mina Kim},",
        "  year = {2031},",
        "  doi = {10.1000/knots.7},",
        "  url = {https://example.org/knots}",
        "}",
    ]


def test_a_paper_of_which_only_the_title_is_known() -> None:
    assert list(fields(Paper("Quiet Knots", 0, 1, 1), day=None)) == ["title"]


def test_a_link_cannot_end_the_field() -> None:
    paper = Paper("Quiet Knots", 0, 1, 1, "https://example.org/a}{b{c}")
    assert fields(paper)["url"] == "https://example.org/a%7D%7Bb%7Bc%7D"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Knots & Ropes", r"Knots \& Ropes"),
        ("100% of Knots", r"100\% of Knots"),
        ("Knot #3", r"Knot \#3"),
        ("knot_tying", r"knot\_tying"),
        ("A {GPU} Knot", "A {GPU} Knot"),
        ("An Open { Knot", "An Open ( Knot"),
        ("A Closed } Knot } {", "A Closed ) Knot ) ("),
        ("On $x_1 & y$ and $z_2$ in a_b", r"On $x_1 & y$ and $z_2$ in a\_b"),
        ("A Knot for $5, a_b", r"A Knot for $5, a\_b"),
        ("조용한 매듭", "조용한 매듭"),
    ],
)
def test_what_tex_reads_as_a_sign_is_escaped_outside_of_formulas(title: str, written: str) -> None:
    assert f"title = {{{{{written}}}}}" in entry(Paper(title, 0, 1, 1))


def test_names_of_authors_are_escaped_too() -> None:
    assert fields(named("Kim & Oh_Lab"))["author"] == r"Kim \& Oh\_Lab"


def test_the_year_of_a_paper_without_an_id_is_that_of_its_digest() -> None:
    assert fields(Paper("Quiet Knots", 0, 1, 1))["year"] == "2031"


def test_an_id_of_the_new_style_is_of_this_century() -> None:
    assert fields(named(arxiv="9201.00001"))["year"] == "2092"


def test_a_preprint_in_a_digest_without_a_date_has_a_year() -> None:
    assert fields(named(), day=None)["year"] == "2025"


@pytest.mark.parametrize(
    ("author", "family"),
    [
        ("Mina Kim", "kim"),
        ("Juan de la Cruz", "cruz"),
        ("KIM", "kim"),
        ("Jo O'Neil-2nd", "oneil2nd"),
        ("Jörg Müller", "mller"),
        ("김민아", "paper"),
        (" ", "paper"),
    ],
)
def test_the_key_begins_with_the_family_name_of_the_first_author(author: str, family: str) -> None:
    assert key(named(author, "Someone Else")) == f"{family}2512.07951"


def test_the_key_of_a_paper_without_authors() -> None:
    assert key(named()) == "paper2512.07951"


def test_the_key_has_only_letters_digits_and_dots_of_the_id() -> None:
    assert key(named("Mina Kim", arxiv="cond-mat.str-el/9107001")) == "kimcondmat.strel9107001"


def test_a_long_doi_is_cut_in_the_key() -> None:
    paper = Paper("Quiet Knots", 0, 1, 1, doi="10.1000/abcdefghijklmnopqrstuvwxyz")
    assert key(paper) == "paper10.1000abcdefghijklmnopq"


def test_papers_without_id_and_authors_have_different_keys() -> None:
    assert key(Paper("One", 0, 1, 1)) != key(Paper("Another", 0, 1, 1))


@pytest.mark.parametrize(
    ("arxiv", "year"),
    [
        ("0704.0001", "2007"),
        ("hep-th/9901001", "1999"),
        ("math.GT/0309136", "2003"),
        ("cond-mat.str-el/9107001", "1991"),
    ],
)
def test_the_year_is_that_of_the_id(arxiv: str, year: str) -> None:
    assert fields(named(arxiv=arxiv))["year"] == year


def test_an_empty_line_stands_between_two_papers() -> None:
    lines = written(named(arxiv="2512.99001"), named(arxiv="2512.99002"))
    assert [index for index, line in enumerate(lines) if not line] == [lines.index("}") + 1]
    assert [line for line in lines if line.startswith("@")] == ["@misc{paper2512.99001,", "@misc{paper2512.99002,"]


def test_a_field_is_one_line() -> None:
    assert fields(named("Mina\nKim"))["author"] == "Mina Kim"
