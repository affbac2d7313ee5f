"""The parts of a query narrow papers down and say how good the finds are."""

from collections.abc import Sequence

import pytest

from digest_tui.errors import CancelledError
from digest_tui.model import PaperState
from digest_tui.model.facet import Facet
from digest_tui.search.corpus import Corpus, OwnWords
from digest_tui.search.finders import STEP, Every, Finder, Inverse, Some, Text, in_parts
from digest_tui.search.finders import Test as Condition  # not one of pytest's
from digest_tui.search.folded import folded
from digest_tui.search.matching import matcher, whole_word
from digest_tui.search.query import Field, Where
from digest_tui.search.ranking import Rank
from digest_tui.search.texts import PART, PaperText, Span


def never() -> bool:
    return False


def paper(title: str, authors: str = "", body: str = "", *facets: tuple[Facet, str]) -> PaperText:
    text = PART.join((title, authors, body))
    spans = tuple(Span(facet, text.index(part), text.index(part) + len(part)) for facet, part in facets)
    return PaperText(text, len(title), len(title) + len(authors) + 2, spans)


def corpus(*texts: PaperText, own: dict[int, OwnWords] | None = None) -> Corpus:
    return Corpus(
        keys=[(str(number),) for number in range(len(texts))],
        days=[None] * len(texts),
        texts=texts,
        entry=lambda number: pytest.fail("no digest is read for this"),
        state=lambda keys: PaperState(),
        own_words=own or {},
    )


def found(finder: Finder, numbers: Sequence[int]) -> dict[int, str]:
    """What is found, in order, and how good it is; what is not is a miss."""
    selected = finder.select(numbers)
    ranks = dict(zip(numbers, finder.ranks(numbers), strict=True))
    assert {number for number, rank in ranks.items() if rank is Rank.MISS} == {*numbers} - {*selected}
    return {number: ranks[number].name for number in selected}


def words(text: str, over: Corpus, where: Where = None, names: Sequence[str] = (), *, inside: bool = False) -> Text:
    return Text(over, [matcher(text, inside=inside), *map(whole_word, names)], where, never)


NOTED = OwnWords((folded("벤치"), folded("todo")), folded("an idea about kites"))
PAPERS = corpus(
    paper("kites", "", "boats"),
    paper("other", "kim", "first kites. then boats.", (Facet.METHOD, "first kites."), (Facet.RESULTS, "then boats.")),
    paper("벤치마크", "한조", "world models"),
    paper("", "", "rl"),
    paper("noted", "벤처", ""),
    own={4: NOTED},
)
ALL = range(5)


@pytest.mark.parametrize(
    ("text", "where", "ranks"),
    [
        ("kites", None, {0: "TITLE", 1: "FIRST_FACET", 4: "NOTE"}),
        ("boats", None, {0: "FIRST_FACET", 1: "TEXT"}),
        ("kim", None, {1: "AUTHORS"}),
        ("todo", None, {4: "NOTE"}),
        ("rl", None, {3: "FIRST_FACET"}),
        ("ㅂㅊ", None, {2: "TITLE", 4: "AUTHORS"}),
        ("ㅎㅈ", None, {2: "AUTHORS"}),
        ("ㅂㅊㅁ", None, {2: "TITLE"}),
        ("none", None, {}),
        ("kites", Field.TITLE, {0: "TITLE"}),
        ("kites", Field.NOTE, {4: "NOTE"}),
        ("todo", Field.NOTE, {}),
        ("kim", Field.AUTHOR, {1: "AUTHORS"}),
        ("kites", Facet.METHOD, {1: "FIRST_FACET"}),
        ("boats", Facet.RESULTS, {1: "TEXT"}),
        ("boats", Facet.METHOD, {}),
        ("ㅂㅊ", Field.TITLE, {2: "TITLE"}),
        ("ㅂㅊ", Field.AUTHOR, {4: "AUTHORS"}),
        ("ㅂㅊ", Facet.METHOD, {}),
        ("ㅂㅊ", Field.NOTE, {}),
    ],
)
def test_a_word_is_found_where_it_is_looked_for(text: str, where: Where, ranks: dict[int, str]) -> None:
    assert found(words(text, PAPERS, where), ALL) == ranks


def test_other_names_are_as_good_as_the_word() -> None:
    assert found(words("nothing", PAPERS, names=["kites", "world model"]), ALL) == {
        0: "TITLE",
        1: "FIRST_FACET",
        2: "FIRST_FACET",
        4: "NOTE",
    }
    # The word itself stands in the text, another name of it in the title.
    both = corpus(paper("kites", "", "x. dragons", (Facet.METHOD, "x.")))
    assert found(words("dragons", both, names=["kites"]), [0]) == {0: "TITLE"}
    assert found(words("dragons", both), [0]) == {0: "TEXT"}


def test_other_names_of_a_part_are_looked_for_there() -> None:
    assert found(words("nothing", PAPERS, Field.TITLE, ["kites"]), ALL) == {0: "TITLE"}


def test_a_short_word_is_weakest_within_others_wherever() -> None:
    over = corpus(paper("world", "", ""), paper("world", "", "rl"), own={0: OwnWords((), folded("rl"))})
    assert found(words("rl", over, inside=True), [0, 1]) == {0: "NOTE", 1: "FIRST_FACET"}
    assert found(words("rl", PAPERS, inside=True), ALL) == {2: "WITHIN_WORDS", 3: "FIRST_FACET"}


def holding(*numbers: int, cost: int = 0) -> Condition:
    test = Condition(lambda number: number in numbers, never)
    test.cost = cost
    return test


def test_a_condition_does_not_count_as_a_find() -> None:
    assert found(holding(1, 3), ALL) == {1: "NONE", 3: "NONE"}
    assert found(Inverse(holding(1, 3)), ALL) == {0: "NONE", 2: "NONE", 4: "NONE"}


def test_all_parts_fit_and_the_weakest_word_decides() -> None:
    assert found(Every([words("kites", PAPERS), words("boats", PAPERS)]), ALL) == {0: "FIRST_FACET", 1: "TEXT"}
    assert found(Every([words("kites", PAPERS), holding(0, 4)]), [4, 1, 0]) == {4: "NOTE", 0: "TITLE"}


def test_one_part_is_enough_and_the_best_word_decides() -> None:
    assert found(Some([words("kites", PAPERS), words("boats", PAPERS), holding(3)]), [4, 3, 1, 0]) == {
        4: "NOTE",
        3: "NONE",
        1: "FIRST_FACET",
        0: "TITLE",
    }


def test_cheap_parts_narrow_first() -> None:
    asked: list[str] = []

    def noting(name: str, cost: int) -> Condition:
        def holds(number: int) -> bool:
            asked.append(name)
            return number != 0

        test = Condition(holds, never)
        test.cost = cost
        return test

    every = Every([noting("dear", 100), noting("cheap", 1), noting("middle", 10)])
    assert every.select([0, 1]) == [1]
    assert asked == ["cheap", "cheap", "middle", "dear"]
    assert (every.cost, Some([holding(cost=3), holding(cost=4)]).cost, Inverse(holding(cost=7)).cost) == (111, 7, 8)


def test_what_was_found_is_not_asked_again() -> None:
    asked: list[int] = []

    def holds(number: int) -> bool:
        asked.append(number)
        return True

    assert Some([holding(0, 2), Condition(holds, never)]).select([0, 1, 2]) == [0, 1, 2]
    assert asked == [1]


def test_papers_come_in_parts_until_nobody_waits() -> None:
    numbers = range(2 * STEP + 3)
    assert list(map(len, in_parts(numbers, never))) == [STEP, STEP, 3]
    answers = [False, True]
    parts = iter(in_parts(numbers, lambda: answers.pop(0)))
    assert next(parts) == numbers[:STEP]
    with pytest.raises(CancelledError):
        next(parts)


@pytest.mark.parametrize("where", [None, Field.TITLE])
@pytest.mark.parametrize("names", [[], ["kites"]])
def test_a_word_that_nobody_waits_for_is_not_looked_for(where: Where, names: list[str]) -> None:
    texts = corpus(*[paper("a")] * 3)
    with pytest.raises(CancelledError):
        Text(texts, [matcher("a"), *map(whole_word, names)], where, lambda: True).select(range(3))
