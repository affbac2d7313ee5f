"""Deciding about papers: what verbs do, where the cursor goes, what undo takes back."""

from datetime import date

import pytest

from digest_tui.session.rows import paper_rows
from support.blog import Blog
from support.headless import Headless
from support.promises import promises

DAY = "2025-03-11"
OLDER = "2025-03-10"


@pytest.mark.parametrize(("verb", "status"), [("read", "read"), ("later", "later"), ("skip", "skipped")])
def test_setting_a_status_goes_on_and_the_same_verb_takes_it_back_and_stays(blog: Blog, verb: str, status: str) -> None:
    blog.post(DAY, "One of three", "Two of three", "Three of three")
    with Headless(blog) as desk:
        desk.do(verb)
        assert (desk.state("One of three"), desk.title) == (status, "Two of three")
        desk.do("up", verb)
        assert (desk.state("One of three"), desk.title) == ("unread", "One of three")


def test_a_star_stays_on_its_paper(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    with Headless(blog) as desk:
        desk.do("star")
        assert (desk.title, desk.message) == ("One of two", "starred · u undoes")
        desk.do("star")
        assert desk.state("One of two") == "unread"


def test_going_on_skips_what_is_decided_and_stays_at_the_end(blog: Blog) -> None:
    blog.post(DAY, "One of three", "Two of three", "Three of three")
    blog.post(OLDER, "An older paper")
    with Headless(blog) as desk:
        desk.do("down", "star", "up", "skip")
        assert desk.title == "Three of three"
        desk.do("skip")
        assert desk.title == "Three of three"
        assert desk.message == "skipped · u undoes · 03-10 Mon, 1 new · n goes there"


def test_a_decided_paper_stays_in_the_unread_list_until_the_view_is_left(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    with Headless(blog) as desk:
        desk.do("skip")
        assert desk.rows() == ["One of two", "Two of two"]
    with Headless(blog, fresh=True) as desk:
        assert desk.rows() == ["Two of two"]


def test_undo_takes_back_the_newest_and_redo_brings_it_again(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    with Headless(blog) as desk:
        desk.do("skip", "star", "undo")
        assert (desk.state("One of two"), desk.state("Two of two")) == ("skipped", "unread")
        assert desk.message == "undone: starred · ctrl+r redoes"
        desk.do("undo")
        assert desk.state("One of two") == "unread"
        desk.do("redo", "redo")
        assert (desk.state("One of two"), desk.state("Two of two")) == ("skipped", "unread starred")
        desk.do("redo")
        assert desk.message == "Nothing to redo"


def test_next_announces_the_other_day_before_it_goes_there(blog: Blog) -> None:
    blog.post(DAY, "The only paper")
    blog.post(OLDER, "An older paper")
    with Headless(blog) as desk:
        desk.do("next")
        assert (desk.title, desk.message) == ("The only paper", "03-10 Mon, 1 new · n goes there")
        desk.do("next")
        assert desk.title == "An older paper"


def test_another_command_between_makes_next_announce_again(blog: Blog) -> None:
    blog.post(DAY, "The only paper")
    blog.post(OLDER, "An older paper")
    with Headless(blog) as desk:
        desk.do("next", "first", "next")
        assert desk.title == "The only paper"


def test_next_says_when_all_is_decided(blog: Blog) -> None:
    blog.post(DAY, "The only paper")
    with Headless(blog) as desk:
        desk.do("skip", "next")
        assert desk.message.startswith("All decided.")


@promises("docs/keys.md", "A paper that stands on several days is decided once.")
def test_the_same_paper_on_two_days_is_decided_once(blog: Blog) -> None:
    blog.post(DAY, "Seen again today")
    blog.count = 0
    blog.post(OLDER, "Seen again today")
    with Headless(blog) as desk:
        desk.do("read")
        assert [desk.library.new_count(day) for day in desk.session.days] == [0, 0]
    with Headless(blog, date=date(2025, 3, 11)) as desk:
        assert [row.note for row in paper_rows(desk.session)] == ["also 03-10"]
