"""Votes, authors and leads, line by line."""

import pytest

from digest_tui.formats.words.fields import author_names, read_alphaxiv_line, read_authors, read_votes
from digest_tui.formats.words.leads import read_lead


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        ("Vote: 25", 25),
        ("Votes: 7", 7),
        ("Vote: 1,234", 1234),
        ("**Vote:** 3", 3),
        ("**Vote**: 3", 3),
        ("Vote: -", None),
        ("Vote:", None),
        ("vote：12", 12),
    ],
)
def test_a_line_of_votes_is_read(line: str, votes: int | None) -> None:
    assert read_votes(line) == (True, votes)


@pytest.mark.parametrize("line", ["Voting: 3", "The Vote: 3", "Vote: 1.5k", "Vote: three", "- Vote: 3", "", "Vote 3"])
def test_other_lines_hold_no_votes(line: str) -> None:
    assert read_votes(line) == (False, None)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Authors: A. One, B Two,C Three", ("A. One", "B Two", "C Three")),
        ("Authors: A, +, C", ("A", "C")),
        ("Authors: +, B", ("B",)),
        ("**Authors:** A", ("A",)),
        ("Authors:", ()),
        ("Authors: ['A One', \"B O'Two, Jr\"]", ("A One", "B O'Two, Jr")),
        (r"Authors: ['A O\'One', 'B\xa0Two']", ("A O'One", "B Two")),
        ("Authors: []", ()),
        ("Authors: ['A One', 'B Tw", ("A One", "B Tw")),
        ("Authors: [__import__('os'), 'B']", ("__import__('os')", "B")),
    ],
)
def test_authors_are_read_in_order(line: str, authors: tuple[str, ...]) -> None:
    assert read_authors(line) == authors


def test_hundreds_of_authors_on_one_line_are_all_read() -> None:
    names = tuple(f"Author Number{n}" for n in range(663))
    assert read_authors("Authors: " + ", ".join(names)) == names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ada One, Bo Two", ("Ada One", "Bo Two")),
        ("Ada One and Bo Two", ("Ada One", "Bo Two")),
        ("Ada One & Bo Two", ("Ada One", "Bo Two")),
        ("Ada One, Bo Two, and Cy Three", ("Ada One", "Bo Two", "Cy Three")),
        ("[Ada One](https://x.example.org/a), [Bo Two](https://x.example.org/b)", ("Ada One", "Bo Two")),
        ("Ada One*, Bo Two†", ("Ada One", "Bo Two")),
        ("Ada One; Bo Two", ("Ada One", "Bo Two")),
        ("김하나, 이두리", ("김하나", "이두리")),
        ("김하나 · 이두리", ("김하나", "이두리")),
        ("王一，李二", ("王一", "李二")),
        ("王一、李二；张三", ("王一", "李二", "张三")),
        ("山田一、佐藤二", ("山田一", "佐藤二")),
        ("**Ada One**, *Bo Two*", ("Ada One", "Bo Two")),
        ("Alexandra Sand, Rolando Fernandes", ("Alexandra Sand", "Rolando Fernandes")),
    ],
)
def test_names_are_separated_as_four_languages_do(written: str, names: tuple[str, ...]) -> None:
    assert author_names(written) == names


@pytest.mark.parametrize(
    "others",
    [
        " et al.",
        " et.al.",
        ", et al",
        " 외",
        " 외 3명",
        " 외 12인",
        " 등",
        " 등 5명",
        " 等",
        "等",
        " 等 7 位作者",
        "等人",
        " 他",
        " 他3名",
        " ほか",
        ", and others",
        ", and 12 more",
        " + 5 others",
        ", +3 authors",
        ", ...",
        ", …",
        ", +",
    ],
)
def test_those_left_out_are_no_names(others: str) -> None:
    assert author_names(f"Ada One, 김하나{others}") == ("Ada One", "김하나")


@pytest.mark.parametrize(
    "written",
    [
        "Ada One (University of Somewhere), Bo Two (Lab (North), City)",
        "Ada One（某大学）、Bo Two（某研究所）",
        "Ada One (1, 2), Bo Two (2)",
    ],
)
def test_affiliations_in_brackets_are_no_names(written: str) -> None:
    assert author_names(written) == ("Ada One", "Bo Two")


@pytest.mark.parametrize("written", ["", "-", "—", "N/A", "null", "Unknown", "...", "[]"])
def test_where_nobody_is_named_there_are_no_names(written: str) -> None:
    assert author_names(written) == ()


def test_of_a_very_long_list_only_the_beginning_is_read() -> None:
    assert len(author_names("Ada One, " * 10_000)) == 20_000 // len("Ada One, ") + 1


@pytest.mark.parametrize("line", ["Authored: A", "- Authors: A", "The Authors: A"])
def test_other_lines_hold_no_authors(line: str) -> None:
    assert read_authors(line) is None


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("> [Alphaxiv](https://www.alphaxiv.org/x)", "https://www.alphaxiv.org/x"),
        ("[alphaXiv](https://www.alphaxiv.org/x)  ", "https://www.alphaxiv.org/x"),
        ("> [Alphaxiv](https://www.alphaxiv.org/x) and more", None),
        ("> [Other](https://www.alphaxiv.org/x)", None),
    ],
)
def test_the_alphaxiv_quote_is_a_line_of_its_own(line: str, url: str | None) -> None:
    assert read_alphaxiv_line(line) == url


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("- **What's New**: text", "What's New"),
        ("- **What's New:** text", "What's New"),
        ("- ***What's New***: text", "What's New"),
        ("- ***Unbalanced**: text", "Unbalanced"),
        ("- **Unbalanced***: text", "Unbalanced"),
        ("- __Bars__: text", "Bars"),
        ("* **Star** : text", "Star"),
        ("+ **Plus**：본문", "Plus"),
        ("    - **Nested**: text", "Nested"),
        ("3. **Numbered**: text", "Numbered"),
        ("- 1) **Both**: text", "Both"),
        ("- **A: B**: text", "A: B"),
        ("- **A* Search**: text", "A* Search"),
        ("- **결과 (Results)**: 본문", "결과 (Results)"),
        ("- **A long lead, with a comma. And a full stop**: x", "A long lead, with a comma. And a full stop"),
        ("- Goal: text", "Goal"),
        ("- Goal:", "Goal"),
        ("- 연구 목표: 본문", "연구 목표"),
        ("- 목표：본문", "목표"),
        ("- Three short words: text", "Three short words"),
    ],
)
def test_a_lead_is_read_without_marks_and_colon(line: str, lead: str) -> None:
    assert read_lead(line) == lead


@pytest.mark.parametrize(
    "line",
    [
        "- **Bold** without a colon",
        "- **Bold** and **bold**: text",
        "- text **Bold**: text",
        "- *Slanted*: text",
        "- Four words are many: text",
        "- abcdefghijklmnopqrstuvwxyzabcde: text",
        "- First, second: text",
        "- Smith (2020): text",
        "- e.g. this: text",
        "- 프로젝트 페이지: https://project.example.org",
        "- 코드: [여기](https://code.example.org)",
        "- Code: <https://code.example.org>",
        "- Time 12:30 is late",
        "- see https://x.example.org",
        "- ",
        "",
    ],
)
def test_other_bullets_have_no_lead(line: str) -> None:
    assert read_lead(line) is None


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("_By Ada One, Bo Two_", ("Ada One", "Bo Two")),
        ("[Ada One](https://x.org/a), [Bo Two](https://x.org/b)", ("Ada One", "Bo Two")),
        ("Ada One, Bo Two, and Cy Three", ("Ada One", "Bo Two", "Cy Three")),
        ("김하나, 이두리 등 5명", ("김하나", "이두리")),
        ("Byron Ada†, 미상", ("Byron Ada",)),
    ],
)
def test_authors_are_names_and_nothing_else(written: str, names: tuple[str, ...]) -> None:
    assert author_names(written) == names
