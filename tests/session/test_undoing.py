"""Undo and redo show where: the paper is named unless it is shown, and gone to where the list holds it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from digest_tui.model import Change
from digest_tui.session.bulk_menu import Marking
from digest_tui.session.views import View
from digest_tui.store import Store, open_store
from digest_tui.triage import verbs
from support.blog import Blog
from support.headless import Headless
from support.promises import promises

DAY, OLDER, OLDEST = "2025-03-11", "2025-03-10", "2024-12-30"


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Three days, one of them of the year before."""
    blog.post(DAY, "One", "둘째 논문", "Three")
    blog.post(OLDER, "Older one", "Older two")
    blog.post(OLDEST, "Oldest")
    return blog


def mark_older_days(desk: Headless) -> None:
    papers = [keys for day in desk.session.days[1:] for keys in day.paper_keys()]
    desk.carry_out(Marking("1", papers, tuple(Change(keys[0], "status", "read") for keys in papers)))


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens one more session on one state file."""
    stores: list[Store] = []

    def open_window() -> Store:
        stores.append(open_store(tmp_path / "state.db"))
        return stores[-1]

    yield open_window
    for store in stores:
        store.close()


def test_a_decision_about_the_paper_shown_needs_no_name(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "undo")
        assert (desk.title, desk.message) == ("One", "undone: starred · ctrl+r redoes")
        desk.do("redo")
        assert (desk.title, desk.message) == ("One", "redone: starred · u undoes")


def test_who_went_on_comes_back_to_the_paper_that_it_was_about(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("skip", "skip", "undo")
        assert (desk.title, desk.message) == ("둘째 논문", "undone: skipped · 03-11 둘째 논문 · ctrl+r redoes")
        desk.do("undo")
        assert (desk.title, desk.message) == ("One", "undone: skipped · 03-11 One · ctrl+r redoes")
        desk.do("last", "redo", "redo")
        assert (desk.title, desk.message) == ("둘째 논문", "redone: skipped · 03-11 둘째 논문 · u undoes")


def test_the_day_of_the_paper_is_opened_and_its_year_is_named_where_it_is_another(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("older", "older", "read", "newer", "newer")
        assert desk.day == DAY
        desk.do("undo")
        assert (desk.day, desk.title, desk.session.view) == (OLDEST, "Oldest", View.NEW)
        assert desk.message == "undone: marked read · 2024-12-30 Oldest · ctrl+r redoes"


def test_papers_decided_since_the_view_was_entered_stay_listed(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("skip", "older", "skip", "newer", "undo", "newer")
        assert desk.rows() == ["One", "둘째 논문", "Three"]


def test_a_paper_that_is_decided_again_is_listed_where_it_was_not(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("skip", "older", "read")
    with Headless(full_blog, fresh=True) as desk:
        desk.do("undo", "undo")
    with Headless(full_blog, fresh=True) as desk:
        desk.do("redo", "redo")
        assert (desk.day, desk.title, desk.state("Older one")) == (OLDER, "Older one", "read")
    with Headless(full_blog, fresh=True) as desk:
        assert desk.rows() == ["둘째 논문", "Three"]
        desk.do("undo", "redo")
        assert desk.rows() == ["Older one", "Older two"]
        desk.do("undo", "undo")
        assert (desk.day, desk.title, desk.rows()) == (DAY, "One", ["One", "둘째 논문", "Three"])


@pytest.mark.parametrize("view", ["view-all", "view-today"])
def test_every_view_of_days_opens_the_day(full_blog: Blog, view: str) -> None:
    with Headless(full_blog) as desk:
        desk.do("older", "skip", view, "newer" if view == "view-all" else "first", "undo")
        assert (desk.day, desk.title) == (OLDER, "Older one")
        assert desk.session.view is (View.ALL if view == "view-all" else View.NEW)


def test_a_list_of_all_dates_is_left_for_no_paper_that_it_does_not_hold(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "older", "star", "read", "view-starred", "first", "undo")
        assert (desk.title, desk.session.view) == ("Older one", View.STARRED)
        assert desk.message == "undone: marked read · 03-10 Older one · ctrl+r redoes"
        desk.do("view-new", "last", "skip", "view-starred", "first", "undo")
        assert (desk.title, desk.session.view) == ("One", View.STARRED)
        assert desk.message == "undone: skipped · 03-10 Older two · ctrl+r redoes"


def test_a_paper_that_is_starred_again_is_gone_to_in_the_list_of_stars(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "older", "star", "star", "view-starred", "undo")
        assert desk.rows() == ["Tue 11 Mar 2025", "One", "Mon 10 Mar 2025", "Older one"]
        assert desk.title == "Older one"


def test_what_a_search_found_is_gone_to_and_nothing_else(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("last", "skip", "older", "skip")
        desk.search("older")
        desk.do("last", "undo")
        assert (desk.title, desk.session.view) == ("Older one", View.SEARCH)
        desk.do("undo")
        assert (desk.title, desk.session.view) == ("Older one", View.SEARCH)
        assert desk.message == "undone: skipped · 03-11 Three · ctrl+r redoes"


def test_tags_and_notes_are_shown_where_they_were(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.annotate(partial(verbs.tag, name="todo"))
        desk.annotate(partial(verbs.note, text="an idea"))
        desk.do("older", "undo")
        assert (desk.title, desk.message) == ("One", "undone: noted · 03-11 One · ctrl+r redoes")
        assert desk.page.note == ""
        desk.do("older", "undo")
        assert (desk.title, desk.message) == ("One", "undone: tagged todo · 03-11 One · ctrl+r redoes")


@promises("README.md", "also many at once.")
def test_many_at_once_are_counted_and_the_cursor_stays(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        mark_older_days(desk)
        desk.do("undo")
        assert (desk.title, desk.message) == ("One", "undone: 3 papers marked read · ctrl+r redoes")


def test_a_paper_of_a_removed_digest_is_named_and_gone_to_only_where_it_is_listed(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "read")
        (full_blog.folder / f"{DAY}-papers.md").unlink()
        desk.do("rescan", "undo")
        assert (desk.day, desk.message) == (OLDER, "undone: marked read · 03-11 One · ctrl+r redoes")
        desk.do("view-starred", "redo")
        assert (desk.title, desk.message) == ("One", "redone: marked read · u undoes")


def test_a_paper_of_a_source_that_is_not_open_is_named_by_what_is_kept_of_it(blog: Blog, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    elsewhere = Blog(other, count=70)
    elsewhere.post(OLDER, "A paper $\\times$ of another blog")
    blog.post(DAY, "One")
    with Headless(elsewhere, store=blog.store) as desk:
        desk.do("skip")
    with Headless(blog) as desk:
        desk.do("undo")
        assert (desk.title, desk.message) == (
            "One",
            "undone: skipped · 03-10 A paper × of another blog · ctrl+r redoes",
        )


def test_a_paper_of_which_nothing_is_known_is_named_by_its_key(blog: Blog) -> None:
    blog.post(DAY, "One")
    with Headless(blog) as desk:
        blog.store.apply([Change("arxiv:2501.00009", "star", "1")])
        desk.do("undo")
        assert desk.message == "undone: starred · arxiv:2501.00009 · ctrl+r redoes"


def test_of_several_days_the_one_that_is_listed_is_gone_to(blog: Blog) -> None:
    blog.post(DAY, "Twice", "New one")
    blog.count = 0
    blog.post(OLDER, "Twice", "Older one")
    with Headless(blog) as desk:
        desk.do("skip")
    with Headless(blog, fresh=True) as desk:
        desk.do("older", "undo")
        assert (desk.day, desk.title) == (OLDER, "Twice")
        desk.do("read", "up", "star")
    with Headless(blog, fresh=True) as desk:
        desk.do("older", "undo")
        assert (desk.day, desk.title, desk.state("Twice")) == (OLDER, "Twice", "read")


def test_a_range_does_not_grow_and_a_selection_is_not_lost_for_it(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("skip", "down", "select-range", "undo")
        assert desk.title == "Three"
        assert len(desk.session.selected()) == 1
        assert "03-11 One" in desk.message
    with Headless(full_blog, fresh=True) as desk:
        desk.do("older", "skip", "newer", "select", "undo")
        assert (desk.day, len(desk.session.selected())) == (DAY, 1)
        assert "03-10 Older one" in desk.message


def test_nothing_to_undo_or_redo_is_said_and_nothing_is_written(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("undo")
        assert desk.message == "Nothing to undo"
        desk.do("redo")
        assert desk.message == "Nothing to redo"
        assert list(full_blog.store.events()) == []


def test_what_another_window_changed_since_is_announced_shown_and_undone_by_the_same_key_again(
    full_blog: Blog, window: Callable[[], Store]
) -> None:
    mine, other = window(), window()
    with Headless(full_blog, store=mine) as desk:
        desk.do("skip")
        other.apply([Change("arxiv:2503.00001", "status", "later")])
        written = len(list(mine.events()))
        desk.do("undo")
        assert desk.message == "put off elsewhere since · 03-11 One · u again undoes it too"
        assert (desk.title, desk.state("One"), len(list(mine.events()))) == ("One", "later", written)
        desk.do("undo")
        assert desk.message == "undone: skipped, and put off elsewhere · ctrl+r redoes"
        assert (desk.title, desk.state("One")) == ("One", "unread")
        desk.do("redo")
        assert (desk.state("One"), len(list(mine.events()))) == ("later", written + 4)


@pytest.mark.parametrize("between", ["down", "star", "redo", "next"])
def test_any_other_key_takes_the_offer_away(full_blog: Blog, window: Callable[[], Store], between: str) -> None:
    mine, other = window(), window()
    with Headless(full_blog, store=mine) as desk:
        desk.do("skip")
        other.apply([Change("arxiv:2503.00001", "status", "later")])
        desk.do("undo", between)
        if between == "star":
            desk.do("undo")
        desk.do("undo")
        assert "elsewhere since" in desk.message
        assert desk.state("One") == "later"


def test_what_another_window_put_back_is_passed_over_by_the_same_key_again(
    full_blog: Blog, window: Callable[[], Store]
) -> None:
    mine, other = window(), window()
    with Headless(full_blog, store=mine) as desk:
        desk.do("star", "skip")
        other.apply([Change("arxiv:2503.00001", "status", "unread")])
        desk.do("undo")
        assert desk.message == "marked unread elsewhere since · 03-11 One · u again undoes the one before"
        desk.do("undo")
        assert desk.message == "undone: starred · ctrl+r redoes"
        assert desk.state("One") == "unread"
        desk.do("undo")
        assert desk.message == "Nothing to undo"


def test_of_many_what_was_changed_since_is_left_and_counted(full_blog: Blog, window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    with Headless(full_blog, store=mine) as desk:
        mark_older_days(desk)
        other.apply([Change("arxiv:2503.00004", "status", "later")])
        desk.do("undo")
        assert desk.message == "undone: 2 papers marked read (1 left: changed since) · ctrl+r redoes"
        assert desk.states("Older one", "Older two", "Oldest") == ["later", "unread", "unread"]


def test_a_redo_that_others_overtook_says_so(full_blog: Blog, window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    with Headless(full_blog, store=mine) as desk:
        desk.do("skip", "undo")
        other.apply([Change("arxiv:2503.00001", "status", "later")])
        desk.do("redo")
        assert desk.message == "put off elsewhere since · nothing else to redo"
        assert desk.state("One") == "later"
