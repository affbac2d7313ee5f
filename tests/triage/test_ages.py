"""New papers by the age of the newest date on which they stand."""

from collections.abc import Collection, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model.same_papers import first_occurrences, keys_elsewhere
from digest_tui.model.summary import Keys
from digest_tui.triage.ages import AGES, AgedPapers, DatePapers, by_age

TODAY = date(2025, 3, 31)
YOUNG, WEEK, FORTNIGHT, MONTH, QUARTER = (
    date(2025, 3, 24), date(2025, 3, 23), date(2025, 3, 16), date(2025, 2, 28), date(2024, 12, 30),
)  # fmt: skip
"""The youngest date of each age; the first is of none."""
UNDATED = None


def of(day: date | None, *digests: Sequence[str]) -> DatePapers:
    """The papers of a date by their keys, `arxiv:1 title:a`, in one digest or several."""
    return DatePapers(day, tuple("\x1e".join(keys.replace(" ", "\x1f") for keys in digest) for digest in digests))


def groups_of(*dates: DatePapers, decided: Collection[str] = ()) -> list[AgedPapers]:
    """The papers of each age, of which those with these keys are decided, wherever they have them."""
    elsewhere = keys_elsewhere(packed for papers in dates for packed in papers.packed)
    known = {key for keys in elsewhere.values() if not are_apart(keys, decided) for key in keys} | {*decided}
    return by_age(
        dates,
        TODAY,
        known.isdisjoint,
        lambda keys: are_apart(elsewhere.get(keys[0], keys), decided),
        lambda key: elsewhere.get(key, (key,))[0],
    )


def are_apart(keys: Keys, others: Collection[str]) -> bool:
    """Whether no key is among others."""
    return not {*keys} & {*others}


def aged(*dates: DatePapers, decided: Sequence[str] = ()) -> list[list[Keys]]:
    """The papers of each age, sorted."""
    return [sorted(group) for group in groups_of(*dates, decided=decided)]


def firsts(*dates: DatePapers, decided: Sequence[str] = ()) -> list[str]:
    """The first keys of the papers of each age, in one text."""
    return [" ".join(keys[0] for keys in papers) for papers in aged(*dates, decided=decided)]


def test_each_age_begins_a_day_after_its_number_of_days() -> None:
    days = [of(day, [str(number)]) for number, day in enumerate((YOUNG, WEEK, FORTNIGHT, MONTH, QUARTER))]
    assert firsts(*days) == ["1 2 3 4", "2 3 4", "3 4", "4"]
    assert firsts(*days[::-1]) == firsts(*days)


def test_what_has_no_date_or_a_later_one_is_never_old() -> None:
    assert firsts(of(UNDATED, ["a"]), of(date(2031, 1, 1), ["b"]), of(TODAY, ["c"])) == ["", "", "", ""]


def test_a_paper_is_as_old_as_the_newest_date_on_which_it_stands() -> None:
    assert firsts(of(YOUNG, ["a"]), of(QUARTER, ["a", "b"])) == ["b", "b", "b", "b"]
    assert firsts(of(FORTNIGHT, ["a"]), of(QUARTER, ["a", "b"])) == ["a b", "a b", "b", "b"]
    assert firsts(of(UNDATED, ["a"]), of(QUARTER, ["a", "b"])) == ["b", "b", "b", "b"]


def test_a_paper_is_known_again_by_the_first_key_of_either_place() -> None:
    named, titled = "arxiv:1 title:a", "title:a"
    assert firsts(of(YOUNG, [titled]), of(QUARTER, [named])) == ["", "", "", ""]
    assert firsts(of(YOUNG, [named]), of(QUARTER, [titled])) == ["", "", "", ""]
    # Two papers with one title, of which neither is named by it.
    assert firsts(of(YOUNG, [named]), of(QUARTER, ["arxiv:2 title:a"])) == ["arxiv:2"] * len(AGES)


def test_a_paper_on_several_old_dates_is_there_once() -> None:
    assert firsts(of(QUARTER, ["a", "b"]), of(date(2024, 11, 1), ["b", "c"])) == ["a b c"] * len(AGES)


def test_a_paper_that_got_an_id_later_is_there_once() -> None:
    places = of(QUARTER, ["arxiv:1 title:a"]), of(date(2024, 11, 1), ["title:a", "arxiv:2 title:a"])
    assert aged(*places) == [[("arxiv:1", "title:a"), ("arxiv:2", "title:a")]] * len(AGES)
    assert firsts(*places[::-1]) == ["arxiv:2 title:a"] * len(AGES)
    assert firsts(*places, decided=["arxiv:1"]) == ["arxiv:2"] * len(AGES)


def test_only_new_papers_are_there() -> None:
    assert firsts(of(QUARTER, ["a", "b", "c"]), of(MONTH, ["d"]), decided=["b", "d"]) == ["a c"] * len(AGES)


def test_in_two_digests_of_a_date_a_paper_is_one_with_all_its_keys() -> None:
    day = of(QUARTER, ["arxiv:1 title:a"], ["title:a", "b"])
    assert aged(day)[0] == [("arxiv:1", "title:a"), ("b",)]
    assert firsts(day, decided=["title:a"]) == ["b"] * len(AGES)


def test_another_place_of_a_paper_is_as_old_as_its_newest() -> None:
    named, titled = of(MONTH, ["arxiv:1 title:a"]), of(QUARTER, ["title:a"])
    assert firsts(named, titled) == ["arxiv:1"] * 3 + [""]
    assert firsts(of(YOUNG, ["arxiv:1 title:a"]), titled) == [""] * 4


@pytest.mark.parametrize("decided", [[], ["a"]])
def test_groups_are_counted_and_compared_without_being_unpacked(decided: list[str]) -> None:
    def group(*papers: str) -> object:
        return groups_of(of(QUARTER, papers), of(MONTH, ["z"]), decided=decided)[0]

    first = groups_of(of(QUARTER, ["a", "b"]), decided=decided)[0]
    assert len(first) == len(list(first)) == 2 - len(decided)
    assert ("b",) in first
    assert ("z",) not in first
    assert group("a", "b") == group("a", "b")
    assert group("a", "b") != group("a", "b", "c")


ALL_KEYS = ["a:1", "a:2", "t:1", "t:2", "t:3"]
PAPERS = st.lists(st.lists(st.sampled_from(ALL_KEYS), min_size=1, max_size=3, unique=True).map(tuple), max_size=4)
DATES = st.dictionaries(st.sampled_from([YOUNG, WEEK, FORTNIGHT, MONTH, QUARTER, UNDATED]), PAPERS, max_size=6)


@given(DATES, st.sets(st.sampled_from(ALL_KEYS), max_size=2))
def test_it_is_what_a_plain_look_at_every_place_says(dates: dict[date | None, list[Keys]], decided: set[str]) -> None:
    places = [(day, keys) for day, papers in dates.items() for keys in papers]
    papers: dict[int, list[tuple[date | None, Keys]]] = {}
    for place, first in zip(places, first_occurrences([keys for _, keys in places]), strict=True):
        papers.setdefault(first, []).append(place)
    ages = [
        min(0 if day is None else sum((TODAY - day).days > number for number in AGES) for day, _ in of_paper)
        for of_paper in papers.values()
        if all(decided.isdisjoint(keys) for _, keys in of_paper)
    ]
    found = groups_of(*(of(day, [" ".join(keys) for keys in of_day]) for day, of_day in dates.items()), decided=decided)
    for number, group in enumerate(found):
        assert len(group) == len(list(group)) == sum(age > number for age in ages)
