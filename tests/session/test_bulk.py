"""Scopes of the bulk menu, and what marking one does; decisions about a selection."""

import pytest

from digest_tui.session import bulk
from support.blog import Blog
from support.headless import Headless


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Three days with six papers."""
    blog.post("2025-03-11", "New one", "New two", "New three")
    blog.post("2025-03-10", "Older one", "Older two")
    blog.post("2025-02-01", "Oldest one")
    return blog


def test_each_scope_has_the_count_of_its_new_papers_and_none_is_empty(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star")
        assert [(scope.key, scope.words, scope.count) for scope in bulk.scopes(desk.session)] == [
            ("d", "this day", 2),
            ("j", "this paper and those below", 2),
            ("l", "all listed papers", 2),
            ("1", "older than a week", 1),
            ("2", "older than 2 weeks", 1),
            ("3", "older than a month", 1),
        ]
        desk.do("down")
        assert [(scope.key, scope.count) for scope in bulk.scopes(desk.session)][:3] == [("d", 2), ("j", 2), ("k", 1)]


def test_the_scope_that_a_first_start_offers_is_one_of_the_menu(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        [offered] = [scope for scope in bulk.scopes(desk.session) if scope.words == bulk.OLD_WORDS]
        assert offered.count == bulk.count(desk.session, bulk.older_than(desk.session, bulk.OLD_DAYS)) == 1


def test_marking_a_scope_is_one_step_and_leaves_what_is_decided(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star")
        [day, *_] = bulk.scopes(desk.session)
        desk.mark_read(list(day.papers))
        assert desk.states("New one", "New two", "New three") == ["unread starred", "read", "read"]
        assert desk.message == "2 papers marked read · u undoes"
        desk.mark_read(list(day.papers))
        assert desk.message == "Nothing to change: all are decided"
        desk.do("undo")
        assert desk.states("New one", "New two", "New three") == ["unread starred", "unread", "unread"]


def test_where_all_is_decided_there_is_no_scope(blog: Blog) -> None:
    blog.post("2025-03-11", "One", "Two")
    with Headless(blog) as desk:
        desk.do("skip", "star")
        assert bulk.scopes(desk.session) == []


def test_a_selection_is_dropped_by_the_verb_that_acts_on_it(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("select", "select", "later")
        assert desk.states("New one", "New two", "New three") == ["later", "later", "unread"]
        assert (desk.message, desk.title) == ("2 papers put off for later · u undoes", "New three")
        assert not desk.session.selection


def test_beside_the_days_only_scopes_by_age_are_left(full_blog: Blog) -> None:
    (full_blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
    with Headless(full_blog) as desk:
        desk.do("last-date")
        assert desk.session.entry is None
        assert [(scope.key, scope.count) for scope in bulk.scopes(desk.session)] == [("1", 1), ("2", 1), ("3", 1)]
