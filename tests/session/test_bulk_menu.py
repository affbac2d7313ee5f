"""One use of the bulk menu: what was seen is what happens, also while digests are read and others decide."""

from dataclasses import replace
from datetime import date

import pytest

from digest_tui.model import Status
from digest_tui.session.bulk import Scope
from digest_tui.session.bulk_menu import BulkMenu, Marking
from digest_tui.session.bulk_votes import Kept
from digest_tui.session.progress import Progress
from support.blog import Blog
from support.headless import Headless
from support.promises import promises


class Reading:
    """A scan that goes on until it is ended."""

    def __init__(self, *, done: int = 1, total: int = 3) -> None:
        self.progress: Progress | None = Progress(done, total)

    def __call__(self) -> Progress | None:
        return self.progress


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Three days with six papers."""
    blog.post("2025-03-11", "New one", "New two", "New three")
    blog.post("2025-03-10", "Older one", "Older two")
    blog.post("2025-02-01", "Oldest one")
    return blog


def counts(menu: BulkMenu) -> dict[str, int]:
    """The number of papers on each row."""
    return {row.key: row.count for row in menu.rows}


def offered(menu: BulkMenu) -> dict[str, int]:
    """The number of papers of each scope, also of those that have no row of their own."""
    return {scope.key: scope.count for scope in menu.plan.scopes}


def look(menu: BulkMenu) -> None:
    """Things changed, and are on screen."""
    menu.look()
    menu.see(menu.plan)


def marked(marking: Marking | None) -> int | None:
    """The number of papers that a choice is about; None where it must be confirmed."""
    return None if marking is None else len(marking.changes)


def test_once_all_is_read_a_choice_is_carried_out_at_once(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        assert marked(BulkMenu(desk.session).choose("d")) == 3


@pytest.mark.parametrize("key", ["q", "v", "x", "k2", "4", ""])
def test_a_key_that_is_not_offered_does_nothing(full_blog: Blog, key: str) -> None:
    with Headless(full_blog) as desk:
        menu = BulkMenu(desk.session)
        assert menu.choose(key) is None
        assert (menu.chosen, menu.confirm()) == ("", None)


def test_a_choice_waits_for_the_last_digest_and_for_its_final_count(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        reading = Reading(done=58, total=357)
        menu = BulkMenu(desk.session, reading)
        assert menu.heading("2") == ("Mark new papers read", "reading 58 of 357 · Esc")
        assert menu.choose("2") is None
        assert menu.heading("2") == ("Mark new papers read", "reading 58 of 357 · Esc cancels")
        assert counts(menu) == {"2": 1}
        assert menu.confirm() is None
        full_blog.post("2025-02-02", "Another old one")
        desk.scan()
        look(menu)
        assert counts(menu) == {"2": 2}
        assert menu.confirm() is None
        reading.progress = None
        # Nobody saw that this count is final.
        assert menu.confirm() is None
        look(menu)
        assert menu.heading("2") == ("Mark 2 papers read", "Enter marks · Esc cancels")
        assert marked(menu.confirm()) == 2


def test_before_it_is_known_what_has_to_be_read_no_number_is_named(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        menu = BulkMenu(desk.session, Reading(done=0, total=0))
        assert menu.heading("d")[1] == "reading digests · Esc"


def test_while_digests_are_read_every_age_can_be_chosen(blog: Blog) -> None:
    blog.post("2025-03-11", "New one")
    with Headless(blog) as desk:
        reading = Reading()
        menu = BulkMenu(desk.session, reading)
        assert counts(menu) == {"d": 1, "j": 1, "k": 1, "l": 1, "1": 0, "2": 0, "3": 0, "4": 0}
        menu.choose("4")
        blog.post("2024-10-01", "Very old one")
        desk.scan()
        reading.progress = None
        look(menu)
        assert counts(menu) == {"4": 1}
        assert marked(menu.confirm()) == 1


def test_an_age_of_which_there_is_nothing_after_all_is_offered_no_more(blog: Blog) -> None:
    blog.post("2025-03-11", "New one")
    with Headless(blog) as desk:
        reading = Reading()
        menu = BulkMenu(desk.session, reading)
        menu.choose("4")
        reading.progress = None
        look(menu)
        assert (menu.chosen, offered(menu)) == ("", {"d": 1, "j": 1, "k": 1, "l": 1})
        assert menu.confirm() is None


def test_a_choice_made_after_the_end_of_reading_was_seen_needs_no_confirmation(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        reading = Reading()
        menu = BulkMenu(desk.session, reading)
        reading.progress = None
        look(menu)
        assert marked(menu.choose("d")) == 3


def test_a_choice_made_before_the_end_of_reading_was_seen_has_to_be_confirmed(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        reading = Reading()
        menu = BulkMenu(desk.session, reading)
        reading.progress = None
        assert menu.choose("d") is None
        look(menu)
        assert marked(menu.confirm()) == 3


def test_what_changed_unseen_has_to_be_confirmed(full_blog: Blog) -> None:
    with Headless(full_blog) as desk, Headless(full_blog, fresh=True) as other:
        menu = BulkMenu(desk.session)
        other.do("star")
        desk.catch_up()
        assert menu.choose("d") is None
        assert menu.heading("d")[0] == "Mark 2 papers read"
        assert menu.confirm() is None
        menu.see(menu.plan)
        other.do("down", "skip")
        desk.catch_up()
        assert menu.confirm() is None
        menu.see(menu.plan)
        desk.carry_out(menu.confirm())
        assert desk.states("New one", "New two", "New three") == ["unread starred", "skipped", "read"]


def test_a_change_elsewhere_that_touches_other_papers_asks_for_nothing(full_blog: Blog) -> None:
    with Headless(full_blog) as desk, Headless(full_blog, fresh=True) as other:
        menu = BulkMenu(desk.session)
        other.do("older", "star")
        desk.catch_up()
        assert marked(menu.choose("d")) == 3


def test_a_choice_is_looked_at_once_more_when_the_store_was_asked(full_blog: Blog) -> None:
    with Headless(full_blog) as desk, Headless(full_blog, fresh=True) as other:
        menu = BulkMenu(desk.session)
        marking = menu.choose("d")
        assert marking is not None
        assert menu.is_still(marking)
        other.do("later")
        desk.catch_up()
        assert not menu.is_still(marking)
        assert (menu.chosen, counts(menu)) == ("d", {"d": 2})
        assert menu.confirm() is None
        menu.see(menu.plan)
        assert marked(menu.confirm()) == 2


def test_a_choice_of_which_nothing_is_left_is_dropped(full_blog: Blog) -> None:
    with Headless(full_blog) as desk, Headless(full_blog, fresh=True) as other:
        menu = BulkMenu(desk.session)
        marking = menu.choose("d")
        assert marking is not None
        other.mark_many("d")
        desk.catch_up()
        assert not menu.is_still(marking)
        assert (menu.chosen, offered(menu)) == ("", {"1": 1, "2": 1, "3": 1})


def test_no_other_day_is_offered_than_the_one_that_was_on_screen(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        menu = BulkMenu(desk.session)
        assert "d" in counts(menu)
        (full_blog.folder / "2025-03-11-papers.md").unlink()
        desk.scan()
        assert desk.day == "2025-03-10"
        assert menu.choose("d") is None
        assert offered(menu) == {"1": 1, "2": 1, "3": 1}


def test_below_and_above_are_seen_from_the_paper_that_was_on_screen(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("down")
        menu = BulkMenu(desk.session)
        desk.do("last")
        assert marked(menu.choose("k")) == 2


def test_without_that_paper_there_is_no_below_and_no_above(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("down")
        menu = BulkMenu(desk.session)
        path = full_blog.folder / "2025-03-11-papers.md"
        head, *papers = path.read_text("utf-8").split("\n# ")
        path.write_text("\n# ".join([head, papers[0], papers[2]]), encoding="utf-8")
        desk.scan()
        look(menu)
        assert offered(menu) == {"d": 2, "l": 2, "1": 1, "2": 1, "3": 1}


def test_a_day_that_grows_is_marked_whole(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        menu = BulkMenu(desk.session)
        (full_blog.folder / "2025-03-11-more.md").write_text(
            '---\ntitle: "Daily Papers — 2025-03-11"\ndate: 2025-03-11 09:00:00\n---\n\n'
            "# 1. [Fourth](https://arxiv.org/abs/2503.09999)\n\n## Method\n글.\n",
            encoding="utf-8",
        )
        desk.scan()
        assert menu.choose("d") is None
        menu.see(menu.plan)
        assert marked(menu.confirm()) == 4


def test_a_menu_outlives_the_turn_of_the_date(full_blog: Blog) -> None:
    full_blog.post("2025-03-05", "Almost a week old")
    with Headless(full_blog) as desk:
        menu = BulkMenu(desk.session)
        assert offered(menu)["1"] == 1
        desk.turn(date(2025, 3, 13))
        assert menu.choose("1") is None
        menu.see(menu.plan)
        assert marked(menu.confirm()) == 2


# A number


@pytest.fixture
def voted(blog: Blog) -> Blog:
    """A day of twelve papers with votes."""
    blog.log("2025-03-11", *((f"2503.{n:05}", f"Paper {n}", 100 - n) for n in range(1, 13)))
    return blog


@promises("docs/keys.md", "a digit begins another number")
def test_how_many_are_kept_can_be_typed_before_it_is_confirmed(voted: Blog) -> None:
    with Headless(voted) as desk:
        menu = BulkMenu(desk.session)
        assert menu.heading("x") == ("Skip new papers", "key or Enter · Esc")
        assert menu.choose("x") is None
        assert menu.heading("x") == ("Skip 7 papers", "x for 10, a number · Enter skips · Esc cancels")
        for typed, count in (("1", 11), ("0", 2), ("backspace", 11), ("backspace", 0), ("9", 3)):
            assert menu.type(typed)
            assert counts(menu) == {"x": count}
        assert menu.rows[0].words == "keep the 9 most voted of 12, skip the rest"
        desk.carry_out(menu.confirm())
        assert desk.message == "3 papers skipped · u undoes"


@pytest.mark.parametrize("typed", ["0", "00", "12", "999", "1234"])
def test_a_number_that_leaves_nothing_to_skip_cannot_be_confirmed(voted: Blog, typed: str) -> None:
    with Headless(voted) as desk:
        menu = BulkMenu(desk.session)
        menu.choose("x")
        for digit in typed:
            menu.type(digit)
        assert (menu.chosen, counts(menu), menu.confirm()) == ("x", {"x": 0}, None)


def test_only_digits_are_taken_and_only_for_that_scope(voted: Blog) -> None:
    with Headless(voted) as desk:
        menu = BulkMenu(desk.session)
        assert not menu.type("3")
        menu.choose("x")
        assert not any(menu.type(other) for other in ("d", "j", "٣", "²", "enter", ""))
        assert menu.chosen == "x"


def test_a_number_is_taken_while_digests_are_read_and_waits_too(voted: Blog) -> None:
    with Headless(voted) as desk:
        reading = Reading()
        menu = BulkMenu(desk.session, reading)
        menu.choose("x")
        menu.type("2")
        assert (counts(menu), menu.confirm()) == ({"x": 10}, None)
        reading.progress = None
        assert menu.confirm() is None
        look(menu)
        assert marked(menu.confirm()) == 10


def test_a_number_typed_over_a_change_elsewhere_has_to_be_seen(voted: Blog) -> None:
    with Headless(voted) as desk, Headless(voted, fresh=True) as other:
        menu = BulkMenu(desk.session)
        menu.choose("x")
        other.do("last", "star")
        desk.catch_up()
        menu.type("3")
        assert menu.confirm() is None
        menu.see(menu.plan)
        assert marked(menu.confirm()) == 8


def test_scopes_of_the_same_papers_have_one_row(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        assert counts(BulkMenu(desk.session)) == {"d": 3, "k": 1, "3": 1}
        desk.do("down", "down")
        assert counts(BulkMenu(desk.session)) == {"d": 3, "j": 1, "3": 1}
        desk.do("up")
        # Two papers each, but not the same two.
        assert counts(BulkMenu(desk.session)) == {"d": 3, "j": 2, "k": 2, "3": 1}


def test_a_scope_that_was_named_before_keeps_its_name(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        menu = BulkMenu(desk.session, asked="2")
        assert counts(menu) == {"d": 3, "k": 1, "2": 1}
        assert [menu.row_of(key) for key in "djlk1234"] == [0, 0, 0, 1, 2, 2, 2, None]


def test_while_digests_are_read_no_row_stands_for_another(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        menu = BulkMenu(desk.session, Reading())
        assert [menu.row_of(key) for key in "djkl1234"] == list(range(8))


def test_what_is_skipped_never_stands_for_what_is_read() -> None:
    read, skipped = (Scope("d", "", (("a",), ("b",)), status) for status in (Status.READ, Status.SKIPPED))
    assert not read.is_same(skipped)
    assert read.is_same(replace(skipped, papers=(("b",), ("a",)), becomes=Status.READ))


# Keeping the most voted of several dates


@pytest.fixture
def voted_dates(voted: Blog) -> Blog:
    """A day of twelve papers with votes, and one of eleven before it, with titles in Hangul."""
    voted.log("2025-03-10", *((f"2503.1{n:04}", f"논문 {n}번", 200 - n) for n in range(1, 12)))
    return voted


@promises("docs/keys.md", "and shows first how many, and which are kept")
def test_what_is_kept_is_named_before_it_is_confirmed(voted_dates: Blog) -> None:
    with Headless(voted_dates) as desk:
        menu = BulkMenu(desk.session)
        assert all(not row.shown for row in menu.rows)
        menu.choose("x")
        assert menu.rows[0].shown == tuple(Kept(f"Paper {n}", 100 - n) for n in range(1, 6))
        menu.type("2")
        assert menu.rows[0].shown == (Kept("Paper 1", 99), Kept("Paper 2", 98))
        # With nothing to skip nothing is chosen by votes.
        for digit in ("0", "0"):
            menu.type(digit)
        assert not menu.rows[0].shown


def test_votes_that_are_not_read_yet_are_waited_for(voted_dates: Blog) -> None:
    with Headless(voted_dates) as desk:
        menu = BulkMenu(desk.session)
        assert menu.choose("a") is None
        assert menu.heading("a") == ("Skip new papers", "reading 1 of 2 · Esc cancels")
        menu.see(menu.plan)
        assert menu.confirm() is None
        assert menu.read_votes()
        assert not menu.read_votes()
        # Nobody saw yet which they are.
        assert menu.confirm() is None
        look(menu)
        assert menu.heading("a") == ("Skip 13 papers", "a for 20, a number · Enter skips · Esc cancels")
        assert menu.rows[0].shown[0] == Kept("논문 1번", 199)
        assert marked(menu.confirm()) == 13


def test_other_scopes_do_not_wait_for_votes(voted_dates: Blog) -> None:
    with Headless(voted_dates) as desk:
        assert marked(BulkMenu(desk.session).choose("d")) == 12
        menu = BulkMenu(desk.session)
        menu.choose("x")
        assert marked(menu.confirm()) == 7


@promises("docs/keys.md", "the same key again is for 10 or 20.")
def test_the_key_of_the_choice_goes_through_the_usual_numbers(voted_dates: Blog) -> None:
    with Headless(voted_dates) as desk:
        menu = BulkMenu(desk.session)
        menu.read_votes()
        look(menu)
        menu.choose("a")
        kept = []
        for _ in range(4):
            kept.append(len(menu.plan.scopes[-1].kept))
            assert menu.type("a")
        assert kept == [10, 20, 5, 10]
        menu.type("7")
        # A digit begins no number behind one that was not typed.
        assert menu.rows[0].words.startswith("keep the 7 most voted")


def test_a_usual_number_is_offered_only_where_it_leaves_something(voted: Blog) -> None:
    with Headless(voted) as desk:
        menu = BulkMenu(desk.session)
        menu.choose("x")
        assert menu.type("x")
        assert len(menu.rows[0].kept) == 10
        assert menu.heading("x")[1].startswith("x for 5,")


def test_a_decision_elsewhere_changes_what_is_kept_and_has_to_be_seen(voted_dates: Blog) -> None:
    with Headless(voted_dates) as desk, Headless(voted_dates, fresh=True) as other:
        menu = BulkMenu(desk.session)
        menu.read_votes()
        look(menu)
        menu.choose("a")
        other.do("older", "skip")
        desk.catch_up()
        assert menu.confirm() is None
        menu.see(menu.plan)
        assert menu.rows[0].shown[0] == Kept("논문 2번", 198)
        desk.carry_out(menu.confirm())
        assert desk.message == "12 papers skipped · u undoes"
