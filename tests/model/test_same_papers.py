"""Which places are of one paper."""

from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model.same_papers import first_occurrences, keys_elsewhere
from digest_tui.model.summary import Keys

ALL_KEYS = ["a:1", "a:2", "a:3", "t:1", "t:2", "t:3"]
PLACES = st.lists(st.lists(st.sampled_from(ALL_KEYS), min_size=1, max_size=3, unique=True).map(tuple), max_size=8)


def packed(*papers: Keys) -> str:
    """The keys of a day, as a summary has them."""
    return "\x1e".join(map("\x1f".join, papers))


def test_the_first_key_of_one_is_among_the_keys_of_the_other() -> None:
    assert first_occurrences([("a:1", "t:1"), ("t:1",), ("a:1",), ("a:2",)]) == [0, 0, 0, 3]
    assert first_occurrences([("t:1",), ("a:1", "t:1")]) == [0, 0]
    assert first_occurrences([]) == []


def test_papers_of_one_title_with_ids_of_their_own_are_two_and_what_has_only_the_title_is_one_of_them() -> None:
    one, other, titled = ("a:1", "t:1"), ("a:2", "t:1"), ("t:1",)
    assert first_occurrences([one, other]) == [0, 1]
    assert first_occurrences([other, titled, one]) == [0, 1, 1]
    assert first_occurrences([titled, one, other]) == [0, 0, 2]


def test_places_may_be_of_one_paper_through_a_third() -> None:
    assert first_occurrences([("t:2",), ("a:1", "t:1"), ("t:1",), ("a:1", "t:2")]) == [0, 0, 0, 0]


def test_all_keys_are_known_of_papers_that_have_not_the_same_everywhere() -> None:
    days = packed(("a:1", "t:1"), ("a:2", "t:2")), packed(("t:1",), ("a:2", "t:2"), ("a:3",))
    assert keys_elsewhere(days) == {"a:1": ("a:1", "t:1"), "t:1": ("a:1", "t:1")}
    assert keys_elsewhere(days[:1]) == {}
    assert keys_elsewhere(days[1:], lambda keys: [("a:9", "t:1"), ("a:8",)] if "t:1" in keys else []) == {
        "a:9": ("a:9", "t:1"),
        "t:1": ("a:9", "t:1"),
    }


@given(PLACES, st.integers(0, 8))
def test_both_agree_whatever_stands_where(places: list[Keys], split: int) -> None:
    firsts = first_occurrences(places)
    found = keys_elsewhere([packed(*places[:split]), packed(*places[split:])])
    names = [found.get(keys[0], keys)[0] for keys in places]
    for number, (first, name) in enumerate(zip(firsts, names, strict=True)):
        assert [other == first for other in firsts] == [other == name for other in names]
        together = {key for other, keys in zip(firsts, places, strict=True) if other == first for key in keys}
        assert {*found.get(places[number][0], places[number])} == together
