"""A BibTeX file in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import ExportError
from digest_tui.exporters.bibtex_file import body_of, stretches


def entries(text: str) -> list[tuple[str, int]]:
    return [(text[found.start : found.end], found.line) for found in stretches(text) if found.type]


def test_entries_and_what_stands_between_them() -> None:
    text = 'a\n@b{c, d = {}}} @E\n(f, g = "{)}")\n@comment(x)@string{h = "i"}\n% @j{\n'
    assert entries(text) == [("@b{c, d = {}}", 2), ('@E\n(f, g = "{)}")', 2)]
    assert "".join(text[found.start : found.end] for found in stretches(text)) == text


def test_lines_are_counted() -> None:
    text = "@a{\nb,\n}\n\n@c{d}\n% e\n@f{g}"
    assert [line for _, line in entries(text)] == [1, 5, 7]


def fields(inner: str) -> dict[str, str]:
    return {field.name: field.value for field in body_of(inner, 0, len(inner)).fields}


def test_values() -> None:
    inner = ' k ,A={x {y}  z} , b = "q {"} r" # c # {d}, e_1:f=2 ,, g-h\n=\n{i}'
    assert body_of(inner, 0, len(inner)).key == "k"
    assert fields(inner) == {"a": "x {y} z", "b": 'q {"} rcd', "e_1:f": "2", "g-h": "i"}


def test_a_field_has_its_own_text() -> None:
    inner = 'k,\n  Note =  "a" #\n b ,\n'
    [field] = body_of(inner, 0, len(inner)).fields
    assert field.text == 'Note =  "a" #\n b'


@pytest.mark.parametrize("inner", ["k, a = {x} b = {y}, = {z}", "k, a", "k, a = ", 'k, a = "x', "k, a = {x} # , b = c"])
def test_what_cannot_be_read_is_said(inner: str) -> None:
    assert not body_of(inner, 0, len(inner)).is_whole


@pytest.mark.parametrize("inner", ["k", "", "k,", "k,,\n", "k, a = {x} b = {y},"])
def test_what_can_be_read_is_whole(inner: str) -> None:
    assert body_of(inner, 0, len(inner)).is_whole


@pytest.mark.parametrize(
    "text",
    [
        "@a{b, c = " + "{" * 100_000,
        "@a{b, c = " + "{" * 100_000 + "}" * 100_000 + "}",
        '@a{b, c = "' + "{}" * 100_000,
        "%@a{" * 100_000,
        "@a(" * 100_000,
        "@comment{" * 100_000,
        "@" * 100_000,
        ("@" + " " * 1000) * 1000,
    ],
)
def test_hostile_files_end(text: str) -> None:
    try:
        found = list(stretches(text))
    except ExportError as error:
        assert error.line == 1  # noqa: PT017 - either is right
    else:
        assert "".join(text[piece.start : piece.end] for piece in found) == text


@given(st.text(st.sampled_from('@{}()",=#%\\ \nab1')))
def test_no_character_is_lost_whatever_the_text(text: str) -> None:
    try:
        found = list(stretches(text))
    except ExportError:
        return
    assert "".join(text[piece.start : piece.end] for piece in found) == text
    assert [piece.line for piece in found] == [text.count("\n", 0, piece.start) + 1 for piece in found]
    for piece in found:
        body_of(text, *piece.inner)
