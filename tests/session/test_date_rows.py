"""The rows of the date list: days and files under headings of months, each found from the other."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model import Day, DigestSummary
from digest_tui.model.others import Others
from digest_tui.model.summary import ordinal_of
from digest_tui.session.date_cursor import DateCursorRow, DateCursorRows, FileRow
from digest_tui.session.date_rows import DateRows
from digest_tui.session.viewing import months_of
from support.desk import Blog
from support.headless import Headless
from support.promises import promises

TODAY = date(2025, 3, 12)
NEWEST = TODAY + timedelta(days=1)


def text(day: date | None, number: int = 0) -> DigestSummary:
    return DigestSummary(
        number, "blog", f"{day or 'undated'}-{number}.md", "Text", True, False, ((ordinal_of(day), ""),)
    )


def day(when: date | None) -> Day:
    return Day(when, future=when is not None and when > NEWEST)


def order(when: date | None) -> tuple[int, int]:
    if when is None:
        return 1, 0
    return (2 if when > NEWEST else 0), -when.toordinal()


def words(rows: DateRows) -> list[str]:
    """What stands on each row: a heading, or what the cursor may stand on."""
    shown = []
    for row in range(len(rows)):
        cursor_row = rows.cursor_row_at(row)
        is_heading = cursor_row == len(rows.cursor_rows) or rows.row_of(cursor_row) != row
        shown.append(f"# {rows.heading_at(row)}" if is_heading else name(rows.cursor_rows[cursor_row]))
    return shown


def name(cursor_row: DateCursorRow) -> str:
    return f"file {cursor_row.date}" if isinstance(cursor_row, FileRow) else cursor_row.id


@promises(
    "docs/keys.md",
    "Headings say the month, the year and how many of its papers are new; `c` shows the same as a calendar.",
)
def test_months_stand_above_their_days_and_files() -> None:
    days = [day(date(*when)) for when in ((2025, 3, 12), (2025, 3, 1), (2024, 12, 31))]
    days += [day(None), day(date(2031, 1, 2)), day(date(2030, 6, 1))]
    failed = [text(date(2025, 3, 12)), text(date(2025, 2, 1)), text(None), text(date(2031, 1, 2))]
    rows = DateRows(
        DateCursorRows(days, Others(failed, [text(None, 1)]), today=TODAY, asked=date(2025, 1, 5), is_open=True)
    )
    assert words(rows) == [
        *("# Mar 2025", "2025-03-12", "file 2025-03-12", "2025-03-01"),
        *("# Feb 2025", "file 2025-02-01", "# Jan 2025", "date:2025-01-05", "# Dec 2024", "2024-12-31"),
        *("# undated", "undated", "file None"),
        *("# future", "# Jan 2031", "2031-01-02", "file 2031-01-02", "# Jun 2030", "2030-06-01"),
        *("other files", "file None"),
    ]


def test_without_any_date_there_is_no_heading() -> None:
    assert words(DateRows(DateCursorRows([day(None)], Others([], [text(None)]), today=TODAY))) == [
        "undated",
        "other files",
    ]
    assert words(DateRows()) == []


_DATES = st.dates(date(2024, 11, 1), date(2025, 6, 1)) | st.none()


@given(st.sets(_DATES), st.lists(_DATES, max_size=6), st.integers(0, 2), st.booleans(), _DATES)
def test_rows_and_stops_are_found_from_each_other(
    dates: set[date | None], failed: list[date | None], other_row: int, is_open: bool, asked: date | None
) -> None:
    days = [day(when) for when in sorted(dates, key=order)]
    others = Others([text(when, n) for n, when in enumerate(failed)], [text(None, 100 + n) for n in range(other_row)])
    cursor_rows = DateCursorRows(days, others, today=TODAY, asked=None if asked in dates else asked, is_open=is_open)
    rows = DateRows(cursor_rows)
    assert [rows.cursor_row_at(rows.row_of(cursor_row)) for cursor_row in range(len(cursor_rows))] == list(
        range(len(cursor_rows))
    )
    assert [cursor_rows[cursor_rows.row_of_day(index)] for index in range(len(days))] == days
    above = [order(getattr(cursor_row, "date")) for cursor_row in cursor_rows[: cursor_rows.foot]]  # noqa: B009
    assert above == sorted(above)
    for row, cursor_row in enumerate(cursor_rows):
        assert cursor_rows.days_above(row) == sum(isinstance(other, Day) for other in cursor_rows[:row])
        if not isinstance(cursor_row, Day):
            assert cursor_rows.row_of_id(cursor_row.id) == row


def test_a_paper_of_two_days_is_counted_once_in_its_month_as_in_the_calendar(blog: Blog) -> None:
    kites, boats = ("2503.00001", "Kites", None), ("2503.00002", "Boats", None)
    blog.log("2025-03-10", kites, boats)
    blog.log("2025-03-11", kites, ("2503.00003", "Ropes", None))
    with Headless(blog) as desk:
        rows = DateRows(desk.session.cursor_rows)

        def heading() -> str:
            return rows.rows(desk.session)[0].tally

        assert heading() == "3"
        assert months_of(desk.session).total() == "3 new"
        desk.do("skip")
        assert heading() == "2"
        assert months_of(desk.session).total() == "2 new"
        blog.log("2025-03-09", boats, ("2503.00004", "Sails", None))
        desk.do("rescan")
        rows = DateRows(desk.session.cursor_rows)
        assert heading() == "3"
