"""A BibTeX entry: its fields, and what they say of each kind of paper."""

import datetime

import pytest

from digest_tui.exporters import exporter
from digest_tui.exporters.bibtex import copied
from digest_tui.model import ArxivId, Paper
from support.exporting import DAY, exported
from support.promises import promises


def written(*papers: Paper, day: datetime.date | None = DAY) -> list[str]:
    """The lines that papers of one digest make."""
    return exporter("bibtex").update("", exported(*papers, day=day)).text.splitlines()


def fields(paper: Paper, day: datetime.date | None = DAY) -> dict[str, str]:
    """The fields of an entry, with what is within their outer braces."""
    pairs = (line.strip().partition(" = ") for line in written(paper, day=day)[1:-1])
    return {name: value.removesuffix(",")[1:-1] for name, _, value in pairs}


def named(*authors: str, arxiv: str = "2512.07951") -> Paper:
    return Paper("Quiet Knots", 0, 1, 1, arxiv=ArxivId(arxiv), authors=authors)


@promises(
    "docs/formats.md",
    "What `export --format bibtex` and `y b` write: `@misc`, of which styles print what they know.",
    "`author` | string or absent | the authors, joined by ` and `",
    "`eprint` | string or absent | the arXiv id without its version",
    "`archivePrefix` | string or absent | `arXiv`, beside an arXiv id",
    "`doi` | string or absent | the DOI; on arXiv every paper has one, `10.48550/arXiv.2512.99001`",
)
def test_an_arxiv_preprint() -> None:
    paper = Paper(
        "Quiet Knots", 0, 1, 1, "https://example.org/knots", ArxivId("2512.07951", 2), authors=("Mina Kim", "A. Oh")
    )
    *lines, mark, end = written(paper)
    assert lines == [
        "@misc{kim2025quiet,",
        "  title = {{Quiet Knots}},",
        "  author = {Mina Kim and A. Oh},",
        "  year = {2025},",
        "  eprint = {2512.07951},",
        "  archivePrefix = {arXiv},",
        "  doi = {10.48550/arXiv.2512.07951},",
        "  url = {https://arxiv.org/abs/2512.07951},",
    ]
    assert mark.startswith("  digest-tui = {arxiv:2512.07951 ")
    assert end == "}"


def test_a_paper_with_a_doi() -> None:
    paper = Paper("Quiet Knots", 0, 1, 1, "https://example.org/knots", doi="10.1000/knots_7", authors=("Mina Kim",))
    assert written(paper)[0] == "@misc{kim2031quiet,"
    said = fields(paper)
    assert said.pop("digest-tui").startswith("doi:10.1000/knots_7 ")
    assert said == {
        "title": "{Quiet Knots}",
        "author": "Mina Kim",
        "year": "2031",
        "doi": "10.1000/knots_7",
        "url": "https://example.org/knots",
    }


def test_a_paper_of_which_only_the_title_is_known() -> None:
    assert list(fields(Paper("Quiet Knots", 0, 1, 1), day=None)) == ["title", "digest-tui"]


@promises(
    "docs/formats.md",
    "`primaryClass` | string or absent | the category, where the id says it: of `hep-th/9711200`",
)
@pytest.mark.parametrize(
    ("arxiv", "category", "doi"),
    [
        ("hep-th/9711200", "hep-th", "10.48550/arXiv.hep-th/9711200"),
        ("math.GT/0309136", "math.GT", "10.48550/arXiv.math/0309136"),
        ("cond-mat.str-el/9107001", "cond-mat.str-el", "10.48550/arXiv.cond-mat/9107001"),
        ("math/0309136", None, "10.48550/arXiv.math/0309136"),
        ("2512.07951", None, "10.48550/arXiv.2512.07951"),
    ],
)
def test_the_category_of_a_preprint_is_written_where_its_id_says_it(arxiv: str, category: str | None, doi: str) -> None:
    said = fields(named(arxiv=arxiv))
    assert said["eprint"] == arxiv
    assert said.get("primaryClass") == category
    assert said["doi"] == doi


@promises(
    "docs/formats.md",
    "`url` | string or absent | the page on arXiv, else the link of the title, percent-encoded",
)
@pytest.mark.parametrize(
    ("link", "written"),
    [
        ("https://example.org/a}{b{c}", "https://example.org/a%7D%7Bb%7Bc%7D"),
        ("https://example.org/a%20b_c#d~e?f=1&g=2", "https://example.org/a%20b_c#d~e?f=1&g=2"),
        ("https://example.org/매 듭", "https://example.org/%EB%A7%A4%20%EB%93%AD"),
        ('https://example.org/\\foo"', "https://example.org/%5Cfoo%22"),
        ("../papers/knots.md", None),
        ("javascript:alert(1)", None),
    ],
)
def test_a_url_is_written_as_one(link: str, written: str | None) -> None:
    assert fields(Paper("Quiet Knots", 0, 1, 1, link)).get("url") == written


def test_a_doi_cannot_end_its_field() -> None:
    paper = Paper("Quiet Knots", 0, 1, 1, doi="10.1002/(SICI)1097<1661::A_D>3.0;2-2}")
    assert fields(paper)["doi"] == "10.1002/(SICI)1097<1661::A_D>3.0;2-2%7D"


@promises(
    "docs/formats.md",
    "`title` | string | the title in braces of its own, which keep its capitals",
)
def test_no_capital_of_a_title_is_at_the_outermost_level() -> None:
    assert fields(Paper("A GPU for BERT", 0, 1, 1))["title"] == "{A GPU for BERT}"


def test_a_title_that_begins_with_a_command_is_no_letter_with_an_accent() -> None:
    # BibTeX would set what follows in small letters.
    assert fields(Paper(r"\textit{Quiet} KNOTS", 0, 1, 1))["title"] == r"{{\textit{Quiet} KNOTS}}"


def test_a_field_is_one_line() -> None:
    assert fields(Paper("Quiet\n Knots", 0, 1, 1, authors=("Mina\nKim",)))["author"] == "Mina Kim"


@promises(
    "docs/formats.md",
    "`year` | string or absent | the year that the arXiv id says, else that of the digest",
)
def test_the_year_of_a_paper_without_an_id_is_that_of_its_digest() -> None:
    assert fields(Paper("Quiet Knots", 0, 1, 1))["year"] == "2031"


def test_a_preprint_in_a_digest_without_a_date_has_a_year() -> None:
    assert fields(named(), day=None)["year"] == "2025"


@pytest.mark.parametrize(
    ("arxiv", "year"),
    [
        ("0704.0001", "2007"),
        ("9201.00001", "2092"),
        ("hep-th/9711200", "1997"),
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
    assert [line for line in lines if line.startswith("@")] == ["@misc{arxiv2512.99001,", "@misc{arxiv2512.99002,"]


@promises(
    "docs/formats.md",
    "`digest-tui` | string | the key of the paper and a checksum: the mark by which an entry of ours is "
    "known; what `y b` copies has none",
)
def test_what_is_copied_has_no_mark() -> None:
    papers = exported(named("Mina Kim"), named("A. Oh", arxiv="2512.00002"))
    whole = exporter("bibtex").update("", papers).text
    assert "digest-tui" in whole
    lines = [line for line in whole.splitlines() if "digest-tui" not in line]
    assert copied(papers).splitlines() == [line.removesuffix(",") if "url" in line else line for line in lines]
