"""The header: read as strings, never dangerous, never in the way of the text."""

import pytest

from digest_tui.formats.structure.front_matter import MAX_HEADER, read_front_matter
from digest_tui.model import Lines
from support.promises import promises


def header(text: str) -> list[str]:
    return text.split("\n")


def test_every_scalar_stays_the_text_that_was_written() -> None:
    read = read_front_matter(
        header("---\ntitle: 42\ndate: 2025-12-10 08:15:00 +0900\ndraft: no\nnum: 012\n---\n\nText")
    )
    assert read.fields == {"title": "42", "date": "2025-12-10 08:15:00 +0900", "draft": "no", "num": "012"}
    assert read.lines == Lines(0, 6)
    assert read.problem is None


def test_lists_maps_and_empty_values_are_passed_over() -> None:
    read = read_front_matter(header("---\ntitle: T\ntags: [a, b]\nauthor:\n  name: x\ncategories:\n---"))
    assert read.fields == {"title": "T"}


def test_an_empty_header_is_a_header() -> None:
    read = read_front_matter(header("---\n---\nText"))
    assert (read.lines, dict(read.fields), read.problem) == (Lines(0, 2), {}, None)


@pytest.mark.parametrize("closing", ["---", "...", "---  "])
def test_both_closing_fences_are_known(closing: str) -> None:
    assert read_front_matter(header(f"---\ntitle: T\n{closing}\nText")).lines == Lines(0, 3)


@pytest.mark.parametrize(
    "text", ["", "Text\n---\ntitle: T\n---", "----\ntitle: T\n---", "---\n\n# Heading\n\n---\n", "---"]
)
def test_without_a_header_all_lines_are_text(text: str) -> None:
    read = read_front_matter(header(text))
    assert (read.lines, dict(read.fields), read.problem) == (Lines(0, 0), {}, None)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: T\n\nText without an end",
        "---\ntitle: T\n\n# 1. [Paper](https://arxiv.org/abs/2512.00101)\n\n---\n",
    ],
)
def test_a_header_without_an_end_is_text_and_a_problem(text: str) -> None:
    read = read_front_matter(header(text))
    assert read.lines == Lines(0, 0)
    assert read.problem is not None
    assert (read.problem.code, read.problem.line) == ("header", 1)


def test_a_stray_quote_leaves_title_and_date_readable() -> None:
    read = read_front_matter(header('---\ndate: 2025-12-10\ntitle: "Daily "Papers" 2025-12-10"\n---\nText'))
    assert read.fields == {"title": 'Daily "Papers" 2025-12-10', "date": "2025-12-10"}
    assert read.lines == Lines(0, 4)
    assert read.problem is not None
    assert (read.problem.code, read.problem.line) == ("header", 3)


@pytest.mark.parametrize(
    ("block", "line", "word"),
    [
        ("a: &x [1]\nb: *x", 2, "anchor"),
        ("title: T\nb: *x", 3, "alias"),
        ("title: T\nb: !!python/object/apply:os.system [id]", 3, "tag"),
        ("title: T\nb: " + "[" * 5000, 3, "nest"),
        ("title: T\n- x", 3, "YAML"),
        ("title: T\nb: " + "x" * MAX_HEADER, 2, "64 KB"),
        ("title: T\n? [a, b]\n: c", 3, "YAML"),
    ],
    ids=["anchor", "alias", "tag", "depth", "malformed", "size", "complex key"],
)
@promises(
    "SECURITY.md",
    "YAML without aliases and tags, at most 64 KB; whatever a parser raises is a problem of that file alone.",
)
def test_a_dangerous_header_is_a_problem_and_its_simple_lines_are_read(block: str, line: int, word: str) -> None:
    read = read_front_matter(header(f"---\n{block}\n---\nText"))
    assert read.problem is not None
    assert (read.problem.code, read.problem.line) == ("header", line)
    assert word in read.problem.message
    assert read.fields.get("title") == ("T" if "title" in block else None)


def test_a_bomb_of_merge_keys_is_refused_before_it_is_composed() -> None:
    levels = [f"l{n}: &l{n} {{<<: [{', '.join([f'*l{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    read = read_front_matter(header("\n".join(["---", "l0: &l0 {a: b}", *levels, "---"])))
    assert read.problem is not None
    assert read.problem.line == 2


def test_a_header_in_toml_is_read_as_hugo_writes_it() -> None:
    read = read_front_matter(header('+++\ntitle = "느린 뚜껑"\ndate = 2031-02-06T09:00:00Z\ndraft = false\n+++\nText'))
    assert read.fields == {"title": "느린 뚜껑", "date": "2031-02-06T09:00:00+00:00"}
    assert (read.lines, read.problem) == (Lines(0, 5), None)


@pytest.mark.parametrize(
    "block", ["title = ", "a = " + "[" * 20_000, "a = 1\na = 2"], ids=["malformed", "depth", "twice"]
)
def test_a_broken_header_in_toml_is_a_problem(block: str) -> None:
    read = read_front_matter(header(f"+++\n{block}\n+++\nText"))
    assert read.problem is not None
    assert (read.problem.code, read.problem.line, read.fields) == ("header", 1, {})


@pytest.mark.parametrize("text", ["+++\ntitle = 1\nText", "+++\n" + "#" * (MAX_HEADER + 1) + "\n+++"])
def test_a_header_in_toml_without_an_end_or_too_large_is_text(text: str) -> None:
    assert read_front_matter(header(text)).lines == Lines(0, 0)


@pytest.mark.parametrize(
    ("block", "line"),
    [("title: a\ndate: 2025-01-01\ntitle: b", 4), ('"title": a\ntitle: b', 3), ("title: a\n? title\n: b", 3)],
)
def test_a_key_that_stands_twice_is_a_problem_and_the_last_one_holds(block: str, line: int) -> None:
    read = read_front_matter(header(f"---\n{block}\n---\nText"))
    assert read.fields["title"] == "b"
    assert read.problem is not None
    assert (read.problem.code, read.problem.line) == ("header", line)
    assert "title more than once" in read.problem.message


@pytest.mark.parametrize(
    "block", ["title: a\nauthor:\n  title: b", "a: [x, x]\nb: {c: 1}\nd: {c: 2}", "a: title\ntitle: a"]
)
def test_the_same_word_in_different_places_is_no_problem(block: str) -> None:
    assert read_front_matter(header(f"---\n{block}\n---\nText")).problem is None
