"""A file before any format has looked at it: its lines, its reference links, and a quick look for a text."""

import pytest

from digest_tui.formats.structure.document import Document

URL = "https://arxiv.org/abs/2511.04321"


def document(text: str, path: str = "daily/2025-11-07.md") -> Document:
    return Document(text, path, "digests")


@pytest.mark.parametrize(
    ("text", "lines"), [("", ()), ("A", ("A",)), ("A\n", ("A",)), ("A\n\n", ("A", "")), ("\nA", ("", "A"))]
)
def test_a_final_line_end_opens_no_line(text: str, lines: tuple[str, ...]) -> None:
    assert document(text).lines == lines


@pytest.mark.parametrize(
    ("definition", "link"),
    [
        (f"[1]: {URL}", "[희소 라우팅][1]"),
        (f"[1]: <{URL}>", "[희소 라우팅][1]"),
        (f'   [1]: {URL} "a tooltip"', "[희소 라우팅][1]"),
        (f"[Paper-1]: {URL}", "[희소 라우팅][paper-1]"),
        (f"[희소 라우팅]: {URL}", "[희소 라우팅][]"),
    ],
)
def test_a_reference_link_becomes_an_inline_link(definition: str, link: str) -> None:
    assert document(f"- {link}\n\n{definition}\n").resolved(f"1. {link}!") == f"1. [희소 라우팅]({URL})!"


@pytest.mark.parametrize(
    "text", ["[A][2]", "[A] [1]", "[A](https://example.org)", "[[A]][1]", "A [1]", "[1]", "[a][b]][1]"]
)
def test_what_refers_to_nothing_stays(text: str) -> None:
    assert document(f"{text}\n\n[1]: {URL}\n").resolved(text) == text


@pytest.mark.parametrize(
    "line", [f"    [1]: {URL}", f"text [1]: {URL}", "[1]:", f"[^1]: {URL}", f"[1]: {URL} and more"]
)
def test_other_lines_define_no_reference(line: str) -> None:
    assert document(f"[A][1] [A][^1]\n\n{line}\n").resolved("[A][1] [A][^1]") == "[A][1] [A][^1]"


def test_a_definition_in_the_header_is_none() -> None:
    assert document(f"---\ntitle: T\n[1]: {URL}\n---\n[A][1]\n").resolved("[A][1]") == "[A][1]"


def test_lines_are_found_by_any_of_several_texts_below_the_header() -> None:
    found = document("---\ntitle: <b>\n---\n<b>A</b>\ntext\n<strong>B\n\n<b>\n").lines_with("<b>", "<strong>")
    assert found == [3, 5, 7]


def test_a_text_that_is_nowhere_is_on_no_line() -> None:
    assert document("A\nB\n").lines_with("C", "D") == []


@pytest.mark.parametrize(("path", "name"), [("daily/2025/07.md", "07.md"), ("README.md", "README.md")])
def test_the_name_of_a_file_is_the_end_of_its_path(path: str, name: str) -> None:
    assert document("", path).name == name
