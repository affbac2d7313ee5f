"""The months of the digests, and the cursor in them."""

from datetime import date

import pytest

from digest_tui.session.calendar import Months, Progress
from digest_tui.session.viewing import months_of, open_date
from digest_tui.session.views import View
from support.blog import Blog
from support.headless import Headless


@pytest.fixture
def desk(blog: Blog) -> Headless:
    """Papers on three dates of two months."""
    blog.post("2025-03-11", "One", "Two")
    blog.post("2025-03-04", "Three")
    blog.post("2025-01-31", "Four")
    return Headless(blog)


def marks(months: Months) -> dict[int, Progress]:
    """The days of the month that hold papers."""
    cells = [cell for week in months.weeks() for cell in week if cell is not None]
    return {cell.date.day: cell.progress for cell in cells if cell.progress is not Progress.NONE}


def test_days_are_untouched_started_or_done(desk: Headless) -> None:
    months = months_of(desk.session)
    assert (months.title, months.at, months.total()) == ("March 2025", date(2025, 3, 11), "3 new")
    assert marks(months) == {4: Progress.UNTOUCHED, 11: Progress.UNTOUCHED}
    assert months.words() == "Tue 11 Mar · 2 papers, none decided"
    desk.do("skip")
    assert marks(months) == {4: Progress.UNTOUCHED, 11: Progress.STARTED}
    assert months.words() == "Tue 11 Mar · 1 of 2 new"
    desk.do("star")
    assert marks(months) == {4: Progress.UNTOUCHED, 11: Progress.DONE}
    assert (months.words(), months.total()) == ("Tue 11 Mar · 2 papers, done", "1 new")


def test_weeks_begin_on_monday_and_hold_only_days_of_the_month(desk: Headless) -> None:
    weeks = months_of(desk.session).weeks()
    assert [cell.date.day if cell else 0 for cell in weeks[0]] == [0, 0, 0, 0, 0, 1, 2]
    assert all(len(week) == 7 for week in weeks)
    assert sum(cell is not None for week in weeks for cell in week) == 31


def test_the_cursor_stays_between_the_first_date_and_the_last(desk: Headless) -> None:
    months = months_of(desk.session)
    months.move(1)
    assert months.at == date(2025, 3, 11)
    months.move_weeks(-1)
    assert (months.at, months.day is not None) == (date(2025, 3, 4), True)
    months.move(-2)
    assert (months.at, months.day, months.words()) == (date(2025, 3, 2), None, "Sun 2 Mar · no digest")
    months.move_months(-1)
    assert (months.title, months.total()) == ("February 2025", "no digests")
    months.move_months(-1)
    assert months.at == date(2025, 1, 31)
    months.move_months(1)
    assert months.at == date(2025, 2, 28)
    months.go_to_end(last=True)
    assert months.at == date(2025, 3, 11)
    months.go_to_end(last=False)
    assert months.at == date(2025, 1, 31)


@pytest.mark.parametrize(
    ("view", "decided", "then"),
    [
        (View.NEW, False, View.NEW),
        (View.NEW, True, View.DATE),
        (View.ALL, True, View.ALL),
        (View.STARRED, False, View.NEW),
        (View.STARRED, True, View.DATE),
    ],
)
def test_a_date_is_opened_in_a_view_that_lists_its_papers(
    desk: Headless, view: View, *, decided: bool, then: View
) -> None:
    if decided:
        open_date(desk.session, date(2025, 3, 4))
        desk.do("skip")
    desk.session.show_view(view)
    open_date(desk.session, date(2025, 3, 4))
    assert (desk.session.view, desk.title) == (then, "Three")


def test_a_date_that_went_away_is_not_opened(desk: Headless) -> None:
    open_date(desk.session, date(2025, 3, 5))
    assert desk.title == "One"
