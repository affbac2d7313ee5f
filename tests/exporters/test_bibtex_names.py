"""Authors as BibTeX takes their names apart."""

import pytest
from pybtex.database import Person
from pybtex.database.input.bibtex import Parser

from digest_tui.exporters.bibtex_names import author_field
from support.promises import promises


@promises(
    "docs/formats.md",
    "The name of a group is in braces, and so is a name that holds the word `and`;",
    "`Hal Long III` is written `Long, III, Hal`, and `김 민수` is `{김 민수}`.",
)
@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Mina Kim", "Mina Kim"),
        ("Kim", "Kim"),
        ("Kim, Minsu", "Kim, Minsu"),
        ("Juan de la Cruz", "Juan de la Cruz"),
        ("Hal Daumé III", "Daumé, III, Hal"),
        ("Ronald van der Berg Jr.", "van der Berg, Jr., Ronald"),
        ("Ronald McClelland, Jr.", "McClelland, Jr., Ronald"),
        ("King, Martin Luther, Jr.", "King, Jr., Martin Luther"),
        ("King, Jr., Martin Luther", "King, Jr., Martin Luther"),
        ("bell hooks", "hooks, bell"),
        ("The LLaMA Team", "{The LLaMA Team}"),
        ("OpenAI, Inc.", "{OpenAI, Inc.}"),
        ("Science and Technology", "{Science and Technology}"),
        ("and", "{and}"),
        ("a, b, c, d", "{a, b, c, d}"),
        ("{Quiet Labs of Knots}", "{Quiet Labs of Knots}"),
        (r"\textbf{Knots} and Ropes", r"{{\textbf{Knots} and Ropes}}"),
        ("김민수", "김민수"),
        ("김 민수", "{김 민수}"),
        ("Mark Van der Merwe", "Van der Merwe, Mark"),
        ("Team Knot", "{Team Knot}"),
        ("Mina van Kim Oh", "Mina van Kim Oh"),
        ("Zhiyu li", "Zhiyu li"),
        ("Joan of Arc Xavier", "Xavier, Joan of Arc"),
        ("von Knot", "{von Knot}"),
        (r"M{\"u}ller, J\"org", "Müller, Jörg"),
        ("Kim & Oh_Lab", r"Kim \& Oh\_Lab"),
        ("Kim,", "Kim"),
        ("O'Neil", "O'Neil"),
    ],
)
def test_a_name(name: str, written: str) -> None:
    assert author_field([name]) == written


@promises(
    "docs/formats.md",
    "`et al.` becomes `and others`.",
)
@pytest.mark.parametrize("cut", ["et al.", "et al", "others", "and others"])
def test_those_left_out_stand_at_the_end(cut: str) -> None:
    assert author_field(["Mina Kim", cut, "A. Oh"]) == "Mina Kim and A. Oh and others"
    assert author_field([f"Mina Kim {cut}"]) == "Mina Kim and others"
    assert author_field([cut]) == ""


def test_what_is_no_name_is_left_out() -> None:
    assert author_field(["", " ", "-", ", ,"]) == ""


def people(names: list[str]) -> list[Person]:
    """The authors as a program reads them that keeps to BibTeX's rules."""
    data = Parser().parse_string(f"@misc{{a, author = {{{author_field(names)}}}}}")
    return list(data.entries["a"].persons["author"])


def test_a_reader_takes_each_name_for_one() -> None:
    names = ["Mina Kim", "Science and Technology", "OpenAI, Inc.", "a, b, c, d", "Hal Daumé III", "김 민수"]
    read = people(names)
    assert len(read) == len(names)
    assert read[1].last_names == ["{Science and Technology}"]
    assert (read[4].first_names, read[4].last_names, read[4].lineage_names) == (["Hal"], ["Daumé"], ["III"])
    assert read[5].last_names == ["{김 민수}"]
