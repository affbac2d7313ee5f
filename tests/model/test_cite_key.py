"""The key by which a paper is cited."""

import datetime

import pytest

from digest_tui.model import ArxivId, Digest, Entry, Paper
from digest_tui.model.cite_key import cite_base, told_by
from digest_tui.model.entry import entries_of
from support.promises import promises

DAY = datetime.date(2031, 2, 6)


def entry(paper: Paper, day: datetime.date | None = DAY) -> Entry:
    return entries_of(Digest("a.md", "s", ("x",), "text", "t", day, (paper,)))[0]


def key(
    title: str = "Quiet Knots",
    *authors: str,
    arxiv: str | None = "2512.07951",
    link: str | None = None,
    doi: str | None = None,
) -> str:
    found = ArxivId(arxiv) if arxiv else None
    return cite_base(entry(Paper(title, 0, 1, 1, link, found, doi, authors=authors)))


@promises(
    "docs/formats.md",
    "A paper is cited by the family name of its first author, the year and the first word of its title that "
    "says something: `tonshoff2025kites`.",
    "Letters lose their accents,",
)
@pytest.mark.parametrize(
    ("author", "family"),
    [
        ("Mina Kim", "kim"),
        ("KIM", "kim"),
        ("Kim, Minsu", "kim"),
        ("Juan de la Cruz", "cruz"),
        ("Jo O'Neil-2nd", "oneil2nd"),
        ("Hal Daumé III", "daume"),
        ("Ronald McClelland, Jr.", "mcclelland"),
        ("King, Martin Luther, Jr.", "king"),
        ("Jörg Tönshoff", "tonshoff"),
        ("Ana García", "garcia"),
        ("Søren Ørsted", "orsted"),
        ("Jan Łukasiewicz", "lukasiewicz"),
        ("Jürgen Weiß", "weiss"),
        ("Æbel Æther", "aether"),
        ("Văn Đặng", "dang"),
        ("Ali Yıldız", "yildiz"),
        ("Œuf Þórð", "thord"),
        (r"J\"org M{\"u}ller", "muller"),
        (r"Mina \foo{Kim}", "kim"),
        ("The LLaMA Team", "llamateam"),
        ("Kim et al.", "kim"),
        ("Minsu 김", "minsu"),
        ("Ｋｉｍ", "kim"),
    ],
)
def test_it_begins_with_the_family_name_of_the_first_author(author: str, family: str) -> None:
    assert key("Quiet Knots", author, "Someone Else") == f"{family}2025quiet"


@pytest.mark.parametrize("author", ["김민수", "Ким", " ", "-", "et al.", "42"])
def test_without_a_latin_letter_it_is_the_id(author: str) -> None:
    assert key("Quiet Knots", author) == "arxiv2512.07951"


@promises(
    "docs/formats.md",
    "A paper without a Latin letter in that name is cited by its id, `arxiv2512.99001`,",
)
def test_without_authors_it_is_the_id() -> None:
    assert key() == "arxiv2512.07951"
    assert key(arxiv="hep-th/9711200") == "arxivhepth9711200"
    assert key(arxiv=None, doi="10.1000/Knots_7") == "doi10.1000knots7"


@promises(
    "docs/formats.md",
    "and a word with hyphens is one word.",
)
@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("The Quiet Knot", "quiet"),
        ("On the Knots", "knots"),
        ("Self-Attention for Knots", "selfattention"),
        ("64% Better Knots", "better"),
        ("3D Knots", "3d"),
        ("R&B: Knots", "rb"),
        (r"$\alpha$-VAE", "vae"),
        (r"$\nabla^2$DFT", "2dft"),
        (r"\textit{Quiet} Knots", "quiet"),
        ("$τ$-bench", "bench"),
        ("<think> of Knots", "think"),
        ("조용한 매듭 Knots", "knots"),
        ("조용한 매듭", ""),
        ("{GPU}, {,}% # \\ ~", "gpu"),
        ("x" * 300, "x" * 40),
    ],
)
def test_it_ends_with_the_first_word_that_says_something(title: str, word: str) -> None:
    assert key(title, "Mina Kim") == f"kim2025{word}"


def test_the_year_is_that_of_the_id_else_of_the_digest() -> None:
    assert key("Quiet Knots", "Mina Kim", arxiv="hep-th/9711200") == "kim1997quiet"
    assert key("Quiet Knots", "Mina Kim", arxiv=None) == "kim2031quiet"
    assert cite_base(entry(Paper("Quiet Knots", 0, 1, 1, authors=("Mina Kim",)), None)) == "kimquiet"


@promises(
    "docs/formats.md",
    "and one without an id by the word and the year.",
)
def test_a_paper_without_an_id_has_a_short_key() -> None:
    assert key(arxiv=None, link="https://example.org/" + "knots/" * 20) == "quiet2031"
    assert key(arxiv=None, doi="10.1000/" + "knots" * 20) == "quiet2031"
    long = key("조용한 매듭", arxiv=None, link="https://example.org/knots")
    assert long.startswith("paper")
    assert len(long) == len("paper") + 8
    assert long != key("조용한 매듭", arxiv=None, link="https://example.org/ropes")


def test_who_knows_an_id_and_an_author_knows_most() -> None:
    arxiv, authors = ArxivId("2512.07951"), ("Mina Kim",)
    papers = [
        Paper("Quiet Knots", 0, 1, 1),
        Paper("Quiet Knots", 0, 1, 1, authors=authors),
        Paper("Quiet Knots", 0, 1, 1, arxiv=arxiv, authors=("김민수",)),
        Paper("Quiet Knots", 0, 1, 1, arxiv=arxiv, authors=authors),
    ]
    assert [told_by(entry(paper)) for paper in papers] == [0, 1, 2, 3]
