"""A person's regular expression is compiled within bounds, and an error says where it is."""

import time
from types import SimpleNamespace

import pytest

from digest_tui.errors import CancelledError, QueryError
from digest_tui.model import PaperState
from digest_tui.search import expressions
from digest_tui.search.corpus import Corpus, OwnWords
from digest_tui.search.expressions import Expression, compiled
from digest_tui.search.finders import STEP
from digest_tui.search.folded import folded
from digest_tui.search.parser import parse
from digest_tui.search.query import Pattern
from digest_tui.search.texts import PaperText
from support.blog import TODAY


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


@pytest.mark.parametrize("error", [RecursionError, ValueError, OverflowError, TypeError, KeyError, IndexError])
def test_whatever_the_engine_stumbles_over_is_no_expression(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: str, flags: int) -> object:
        raise error

    monkeypatch.setattr("regex.compile", refuse)
    with pytest.raises(QueryError, match=rf"it cannot be read \({error.__name__}\)"):
        compiled(Pattern(f"unusual {error.__name__}"))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a" * 201, "it is longer than 200 characters"),
        ("a{10001}", "it repeats more than 10,000 times"),
        ("(", "missing )"),
    ],
)
def test_what_is_said_of_it(source: str, reason: str) -> None:
    with pytest.raises(QueryError) as error:
        compiled(Pattern(source, start=0, end=len(source) + 2))
    assert error.value.what == f"this is not a regular expression: {reason}"


def test_the_error_of_an_expression_reaches_to_its_end() -> None:
    with pytest.raises(QueryError) as error:
        compiled(Pattern("a(b", start=5, end=16))
    assert (error.value.start, error.value.end) == (15, 16)
    assert error.value.allowed == "use quotes to find it as text"


def test_as_many_repeats_as_there_may_be() -> None:
    assert compiled(Pattern("a{100}b{100}")).search("a" * 100 + "b" * 100)
    with pytest.raises(QueryError):
        compiled(Pattern("a{100}b{101}"))
    assert compiled(Pattern("a" * 200)).search("a" * 200)


def corpus(*titles: str, own: dict[int, OwnWords] | None = None) -> Corpus:
    texts = [PaperText(f"{title}\x1fkim\x1fits body", len(title), len(title) + 5) for title in titles]
    keys = [(title,) for title in titles]
    return Corpus(
        keys,
        [None] * len(keys),
        texts,
        lambda number: pytest.fail("none"),
        lambda keys: PaperState(),
        own_words=own or {},
    )


def expression(source: str, over: Corpus, deadline: float | None = None) -> Expression:
    pattern = parse(source, today=TODAY).root
    assert isinstance(pattern, Pattern)
    return Expression(over, pattern, time.monotonic() + 60 if deadline is None else deadline, lambda: False)


@pytest.mark.parametrize(
    ("source", "ranks"),
    [
        ("/quiet/", ["TITLE", "MISS", "MISS"]),
        ("/kim/", ["AUTHORS", "AUTHORS", "AUTHORS"]),
        ("/body$/", ["TEXT", "TEXT", "TEXT"]),
        ("/^knots/", ["MISS", "TITLE", "MISS"]),
        ("/todo/", ["MISS", "NOTE", "MISS"]),
        ("/idea/", ["MISS", "NOTE", "MISS"]),
        # From the title on.
        ("/knots[^z]*kim/", ["TEXT", "TEXT", "MISS"]),
        ("title:/knots/", ["TITLE", "TITLE", "MISS"]),
        ("title:/kim/", ["MISS", "MISS", "MISS"]),
        ("author:/\\bkim$/", ["AUTHORS", "AUTHORS", "AUTHORS"]),
        ("tag:/todo/", ["MISS", "NOTE", "MISS"]),
        ("tag:/idea/", ["MISS", "MISS", "MISS"]),
        ("note:/^idea$/", ["MISS", "NOTE", "MISS"]),
        ("note:/todo/", ["MISS", "MISS", "MISS"]),
        ("results:/body/", ["MISS", "MISS", "MISS"]),
    ],
)
def test_an_expression_is_looked_for_where_its_field_says(source: str, ranks: list[str]) -> None:
    found = expression(source, corpus("quiet knots", "knots", "", own={1: OwnWords((folded("todo"),), folded("idea"))}))
    assert [rank.name for rank in found.ranks(range(3))] == ranks
    assert found.select(range(3)) == [number for number, rank in enumerate(ranks) if rank != "MISS"]


def test_many_papers_are_looked_at_in_parts_until_nobody_waits() -> None:
    titles = ["knots"] * (2 * STEP + 1)
    pattern, asked = Pattern("knots"), [False, False, True]
    with pytest.raises(CancelledError):
        Expression(corpus(*titles), pattern, time.monotonic() + 60, lambda: asked.pop(0)).select(range(len(titles)))
    assert asked == []
    assert expression("/knots/", corpus(*titles)).select(range(len(titles))) == list(range(len(titles)))


def test_an_expression_without_time_left_is_not_tried() -> None:
    with pytest.raises(QueryError, match="this regular expression takes too long; nested repeats are slow"):
        expression("/a/", corpus("a"), deadline=0).select([0])


def test_an_expression_gets_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []

    def search(text: str, first: int, last: int, *, timeout: float, concurrent: bool) -> None:
        given.append(timeout)
        raise TimeoutError

    monkeypatch.setattr(expressions, "compiled", lambda pattern: SimpleNamespace(search=search))
    monkeypatch.setattr(time, "monotonic", lambda: 10.0)
    with pytest.raises(QueryError) as error:
        expression("   /slow/", corpus("a"), deadline=10.5).select([0])
    assert given == [0.5]
    assert (error.value.start, error.value.end) == (3, 9)
