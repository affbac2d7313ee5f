"""Days, counts and arrivals in words."""

from datetime import date

from digest_tui.session import wording
from digest_tui.session.date_cursor import FileRow
from support.blog import Blog
from support.headless import Headless

DAY, OLDER = "2025-03-11", "2025-03-10"


def test_the_title_of_a_digest_does_not_say_its_date_once_more() -> None:
    day = date(2025, 3, 11)
    for title in ("Daily Papers (2025-03-11)", "Daily Papers — 2025-03-11", "2025-03-11: Daily Papers", "Daily Papers"):
        assert wording.without_date(title, day) == "Daily Papers"
    for title in ("2025-03-11", "Daily Papers 2025-03-10", "Papers of 2025-03-11 in brief", "(Papers)"):
        assert wording.without_date(title, day) == title


def test_of_several_problems_the_first_is_told_and_the_others_counted() -> None:
    assert wording.problems(["One."]) == "One."
    assert wording.problems(["One.", "Two.", "Three."]) == "One. And 2 more: digest-tui check lists them."


def test_what_arrived_is_named_where_it_is_one_and_counted_where_it_is_more(blog: Blog) -> None:
    blog.post(DAY, "One", "Two")
    blog.post(OLDER)
    with Headless(blog) as desk:
        [day] = desk.session.days
        [digest] = day.summaries
        [empty] = [row.summary for row in desk.session.cursor_rows.dated if isinstance(row, FileRow)]
        assert wording.arrived([digest], []) == f"Arrived: Daily Papers — {DAY}, 2 papers"
        assert wording.arrived([empty], []) == f"Arrived: Daily Papers — {OLDER}, no papers"
        assert wording.arrived([], [day]) == f"Arrived: {DAY} Tue, 2 papers"
        assert wording.arrived([digest], [day]) == "2 digests arrived"
