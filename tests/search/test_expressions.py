"""A person's regular expression is compiled within bounds, and an error says where it is."""

import pytest

from digest_tui.errors import QueryError
from digest_tui.search.expressions import compiled
from digest_tui.search.query import Pattern


@pytest.mark.parametrize(
    ("source", "words", "position"),
    [
        ("(", "missing )", 2),
        ("a[", "unterminated character set", 3),
        ("a)", "unbalanced parenthesis", 2),
        ("a" * 201, "longer than 200", 1),
        ("a{99999999}", "repeats more than 10,000 times", 2),
        ("(?:(?:a{1000}){1000}){1000}", "repeats more than 10,000 times", 15),
        ("(?P<n>a)(?P=m)", "unknown group", 12),
    ],
)
def test_what_is_no_expression_is_told_with_its_place(source: str, words: str, position: int) -> None:
    with pytest.raises(QueryError) as error:
        compiled(Pattern(source, start=0, end=len(source) + 2))
    assert words in str(error.value)
    assert error.value.start == position


def test_case_does_not_matter() -> None:
    assert compiled(Pattern("[A-Z]{3}모델")).search("gpt모델")


@pytest.mark.parametrize("source", ["a{,}", "{", "{}", "a{,3}", r"\p{L}+"])
def test_braces_without_a_number_repeat_nothing_for_ever(source: str) -> None:
    assert compiled(Pattern(source)).pattern == source
