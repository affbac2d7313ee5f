"""Names of authors in their parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model.person_names import PersonName, person_name, without_others


@pytest.mark.parametrize(
    ("text", "family", "given", "particle", "suffix"),
    [
        ("Mina Kim", "Kim", "Mina", "", ""),
        ("Kim, Mina", "Kim", "Mina", "", ""),
        ("  Mina \n Kim ", "Kim", "Mina", "", ""),
        ("J. Pablo Muñoz", "Muñoz", "J. Pablo", "", ""),
        ("Leandro von Werra", "Werra", "Leandro", "von", ""),
        ("Laurens van der Maaten", "Maaten", "Laurens", "van der", ""),
        ("van der Maaten, Laurens", "Maaten", "Laurens", "van der", ""),
        ("Mark Van der Merwe", "Merwe", "Mark", "Van der", ""),
        ("Fernando De la Torre", "Torre", "Fernando", "De la", ""),
        ("Joost van de Weijer Smit", "Weijer Smit", "Joost", "van de", ""),
        ("Van Anh", "Anh", "Van", "", ""),
        ("Le van", "van", "Le", "", ""),
        ("Zhiyu li", "li", "Zhiyu", "", ""),
        ("Joan of Arc Xavier", "Xavier", "Joan of Arc", "", ""),
        ("Hal Daumé III", "Daumé", "Hal", "", "III"),
        ("Ronald McClelland Jr.", "McClelland", "Ronald", "", "Jr."),
        ("McClelland, Ronald, Jr.", "McClelland", "Ronald", "", "Jr."),
        ("McClelland, Jr., Ronald", "McClelland", "Ronald", "", "Jr."),
        ("Ronald McClelland, Jr.", "McClelland", "Ronald", "", "Jr."),
        ("Jan van der Berg, Jr.", "Berg", "Jan", "van der", "Jr."),
    ],
)
def test_a_name_in_its_parts(text: str, family: str, given: str, particle: str, suffix: str) -> None:
    assert person_name(text) == PersonName(family, given, particle, suffix)


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI", "Aakanksha", "Team Knot", "Knots and Ropes", "von Knot",
        "Gemini Team", "The Knot Makers", "o3 contributors", "01 Knots", "ATLAS Collaboration",
        "김민아", "김 민아", "王小明", "王 小明", "Knot Research", "Rope Labs",
    ],
)  # fmt: skip
def test_a_name_that_stays_whole(text: str) -> None:
    name = person_name(text)
    assert (name, name.is_whole) == (PersonName(text), True)


def test_a_group_may_have_a_comma() -> None:
    assert person_name("Knots, Inc.") == PersonName("Knots Inc.")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("et al.", ""),
        ("Kim et al.", "Kim"),
        ("Mina Kim and others", "Mina Kim"),
        ("Cal", "Cal"),
        ("Mina Kim", "Mina Kim"),
    ],
)
def test_those_left_out_are_no_name(text: str, known: str) -> None:
    assert without_others(text) == known


@pytest.mark.parametrize("text", [",", ", ,", "Kim,", ",Kim", "Jr.", "Kim, Jr.", "a,b,c,d"])
def test_what_is_hardly_a_name_loses_no_letter(text: str) -> None:
    name = person_name(text)
    assert sorted("".join(name).replace(" ", "")) == sorted(text.replace(",", "").replace(" ", ""))


@given(st.text("aAyZ .,-가'\n", max_size=30) | st.text(max_size=30))
def test_no_letter_of_a_name_is_lost(text: str) -> None:
    name = person_name(text)
    assert sorted("".join("".join(name).split())) == sorted("".join(text.replace(",", " ").split()))
