"""Views and orders, and what each remembers; selections and bulk decisions."""

from datetime import date

import pytest

from digest_tui.session.date_rows import DateRows
from digest_tui.session.viewing import show_date_of_paper, sort_on
from digest_tui.session.views import View
from digest_tui.triage.order import Order
from support.blog import Blog
from support.headless import Headless
from support.promises import promises

DAY = "2025-03-11"
OLDER = "2025-03-10"
OLDEST = "2025-02-01"


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Three days with six papers."""
    blog.post(DAY, "New one", "New two", "New three")
    blog.post(OLDER, "Older one", "Older two")
    blog.post(OLDEST, "Oldest one")
    return blog


def test_starred_papers_of_all_dates_are_listed_under_their_dates(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("down", "star", "older", "star", "view-starred")
        assert desk.rows() == ["Tue 11 Mar 2025", "New two", "Mon 10 Mar 2025", "Older one"]
        assert desk.title == "New two"
        assert desk.labels() == ["Mar 2025", "11 Tue", "10 Mon"]
        assert desk.counts() == ["1", "1"]


def test_the_date_list_follows_the_paper_and_enter_there_jumps(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "older", "star", "view-starred", "down")
        assert desk.day == OLDER
        desk.do("date-up", "open-date")
        assert desk.title == "New one"


def test_a_paper_that_loses_its_star_stays_until_the_view_is_left(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "down", "star", "view-starred", "star")
        assert desk.rows()[1:] == ["New one", "New two"]
        assert desk.state("New one") == "unread"
        desk.do("view-new", "view-starred")
        assert desk.rows()[1:] == ["New two"]


def test_later_papers_are_listed_and_taken_up_again(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("later", "view-later")
        assert desk.rows() == ["Tue 11 Mar 2025", "New one"]
        desk.do("later")
        assert desk.state("New one") == "unread"


def test_all_lists_what_is_decided_too(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("skip")
    with Headless(full_blog, fresh=True) as desk:
        assert desk.rows() == ["New two", "New three"]
        desk.do("view-all")
        assert desk.rows() == ["New one", "New two", "New three"]
        desk.do("older")
        assert desk.rows() == ["Older one", "Older two"]


def test_each_view_remembers_its_place(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "down", "star", "down", "star", "up", "view-starred", "down", "down")
        assert desk.title == "New three"
        desk.do("view-new")
        assert desk.title == "New two"
        desk.do("view-starred")
        assert desk.title == "New three"


def test_today_is_reached_by_a_key_and_says_when_there_is_none(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("older", "older", "view-today")
        assert desk.title == "New one"
        assert desk.message == "no digest of 03-12 yet: this is 03-11"


def test_the_other_days_of_a_paper_are_walked(blog: Blog) -> None:
    for day in (DAY, OLDER, OLDEST):
        blog.count = 0
        blog.post(day, "The same paper", f"Only on {day}")
    with Headless(blog) as desk:
        days = []
        for _ in range(4):
            days.append((desk.day, desk.title))
            desk.do("view-date")
        assert days == [(day, "The same paper") for day in (DAY, OLDER, OLDEST, DAY)]


def test_the_sort_key_goes_through_the_orders(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("sort", "sort")
        assert desk.session.order is Order.TITLE
        assert desk.rows() == ["New one", "New three", "New two"]
        assert desk.title == "New one"
        assert desk.message == "sorted: by title"


@promises(
    "docs/keys.md",
    "While papers are selected (`v`, `V`) the status line says so, and exactly `r s x d t y E` act on them, as one "
    "step to undo",
)
def test_verbs_act_on_a_selection_as_one_step(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("select", "down", "select", "skip")
        assert [desk.state(f"New {n}") for n in ("one", "two", "three")] == ["skipped", "unread", "skipped"]
        assert desk.message == "2 papers skipped · u undoes"
        assert desk.title == "New three"
        desk.do("undo")
        assert desk.state("New one") == desk.state("New three") == "unread"


def test_a_range_reaches_from_its_anchor_to_the_cursor(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("down", "select-range", "down", "read")
        assert [desk.state(f"New {n}") for n in ("one", "two", "three")] == ["unread", "read", "read"]


def test_the_date_list_shows_the_date_of_the_hit(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "older", "star", "view-starred", "down")
        assert desk.labels()[DateRows(desk.session.cursor_rows).row_of(desk.session.dates.row or 0)] == "10 Mon"


def test_a_date_asked_for_is_left_for_the_unread_view(full_blog: Blog) -> None:
    with Headless(full_blog, date=date(2025, 3, 10)) as desk:
        desk.do("skip", "skip", "next", "next")
        assert (desk.title, desk.session.view) == ("Oldest one", View.NEW)


def test_in_lists_of_all_dates_the_months_stay(blog: Blog) -> None:
    blog.post("2025-03-11", "Of March")
    blog.post("2024-12-31", "Of December")
    with Headless(blog) as desk:
        desk.do("star", "older", "star", "view-starred")
        assert [(row.label, row.tally) for row in desk.date_rows()] == [
            *(("Mar 2025", "1"), ("11 Tue", "1"), ("Dec 2024", "1"), ("31 Tue", "1")),
        ]
        desk.do("date-up", "open-date")
        assert desk.title == "Of March"


def test_the_ends_of_a_list_are_its_first_and_last_paper(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "down", "star", "older", "star", "view-starred", "last")
        assert desk.title == "Older one"
        desk.do("last")
        assert desk.title == "Older one"
        desk.do("first")
        assert desk.title == "New one"


def test_a_command_that_lists_nothing_else_says_so(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        assert sort_on(desk.session).is_other
        assert show_date_of_paper(desk.session).is_other
        desk.search("one")
        assert not sort_on(desk.session).is_other


def test_a_day_without_listed_papers_is_still_that_of_its_digest(blog: Blog) -> None:
    blog.post(DAY, "One").rename(blog.folder / f"{DAY}-z.md")
    (blog.folder / f"{DAY}-a.md").write_text("---\ntitle: 메모\n---\n\n오늘은 쉰다.\n", encoding="utf-8")
    with Headless(blog) as desk:
        desk.do("skip")
    with Headless(blog, fresh=True) as desk:
        assert (desk.day, desk.session.row, desk.rows()) == (DAY, None, [])
        assert desk.session.digest is not None
        assert desk.session.digest.title == f"Daily Papers — {DAY}"


def test_days_of_a_list_of_all_dates_are_walked_by_their_first_papers(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "down", "star", "older", "star", "view-starred", "down")
        desk.do("older")
        assert desk.title == "Older one"
        desk.do("older")
        assert (desk.title, desk.message) == ("Older one", "This is the oldest day")
        desk.do("newer")
        assert desk.title == "New one"
        desk.do("newer")
        assert (desk.title, desk.message) == ("New one", "This is the newest day")
