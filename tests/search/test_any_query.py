"""Queries of any length, depth and text are understood or explained."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import QueryError
from digest_tui.search.parser import MAX_CHARACTERS, MAX_DEPTH, parse
from digest_tui.search.query import AllOf, AnyOf, Pattern, Query, Words
from support.queries import TEXTS, TODAY, meaning, nodes_in, root


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize("text", ["(" * 5000, "-(" * 5000, "a OR " * 10_000, "-" * 5000, '"' * 5000, "/" * 5000])
def test_a_query_that_is_too_long_is_refused_where_it_becomes_so(text: str, typing: bool) -> None:
    with pytest.raises(QueryError, match="too long") as error:
        meaning(text, typing=typing)
    assert (error.value.start, error.value.end) == (MAX_CHARACTERS, len(text))


@pytest.mark.parametrize("sign", ["(", "-(", "title:(", "（"])
@pytest.mark.parametrize("typing", [False, True])
def test_groups_have_a_depth(sign: str, typing: bool) -> None:
    inner = sign.replace("title:", "")
    within = sign + inner * (MAX_DEPTH - 1) + "a" + ")" * MAX_DEPTH
    assert len(list(nodes_in(root(within, typing=typing)))) in (1, MAX_DEPTH + 1)
    with pytest.raises(QueryError, match="too deep") as error:
        meaning(sign + inner * 300, typing=typing)
    assert error.value.start == len(sign) + len(inner) * (MAX_DEPTH - 1) + len(inner) - 1


def test_as_many_alternatives_as_fit_are_one_node() -> None:
    node = root("a OR " * 199 + "a")
    assert isinstance(node, AnyOf)
    assert len(node.nodes) == 200


def answer_to(text: str, today: date, *, typing: bool) -> Query | QueryError:
    """What becomes of any text."""
    try:
        return parse(text, today=today, typing=typing)
    except QueryError as error:
        return error


@given(TEXTS, st.booleans(), st.dates())
def test_any_text_is_understood_or_explained(text: str, typing: bool, today: date) -> None:
    answer = answer_to(text, today, typing=typing)
    if isinstance(answer, QueryError):
        assert 0 <= answer.start < answer.end <= len(text)
        assert answer.what
        assert answer.allowed
        return
    assert typing or not answer.hint
    for node in nodes_in(answer.root):
        match node:
            case AllOf(nodes) | AnyOf(nodes):
                assert len(nodes) >= 2
                assert not any(isinstance(inner, type(node)) for inner in nodes)
            case Words() | Pattern():
                assert 0 <= node.start < node.end <= len(text)
                assert not text[node.start].isspace()
                assert (node.text if isinstance(node, Words) else node.source) != ""
            case _:
                pass


@given(TEXTS)
def test_what_is_good_when_finished_is_good_while_typed(text: str) -> None:
    if isinstance(answer_to(text, TODAY, typing=False), Query):
        meaning(text, typing=True)
