"""The papers that verbs act on: picked one by one, and a range between an anchor and the cursor."""

from digest_tui.session.selection import Selection

KEYS = ["a", "b", "c", "d"]


def test_papers_are_picked_and_left_one_by_one() -> None:
    selection = Selection()
    for key, selected in (("a", "a"), ("c", "ac"), ("a", "c")):
        selection.toggle(key)
        assert selection.keys == set(selected)
    assert selection
    assert not selection.extends


def test_a_range_follows_the_cursor_in_both_directions_until_it_is_let_be() -> None:
    selection = Selection()
    selection.toggle("d")
    selection.toggle_range("b")
    assert selection.extends
    assert selection.keys == {"b", "d"}
    for cursor, selected in (("c", "bcd"), ("a", "abd"), ("b", "bd"), ("c", "bcd")):
        selection.reach(KEYS, cursor)
        assert selection.keys == set(selected)
    selection.toggle_range("c")
    selection.reach(KEYS, "a")
    assert not selection.extends
    assert selection.keys == {"b", "c", "d"}


def test_a_range_stays_where_its_anchor_or_the_cursor_is_not_listed() -> None:
    selection = Selection()
    selection.toggle_range("b")
    selection.reach(KEYS, "c")
    selection.reach(KEYS, "z")
    selection.reach(["c", "d"], "d")
    assert selection.keys == {"b", "c"}


def test_clearing_says_whether_there_was_anything() -> None:
    selection = Selection()
    assert not selection.clear()
    selection.toggle_range("a")
    selection.toggle("b")
    assert selection.clear()
    assert (selection.keys, selection.extends, bool(selection)) == (frozenset(), False, False)
