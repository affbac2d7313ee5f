"""The rows of the date list: days and files under headings of months, each found from the other."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model import Day, DigestSummary
from digest_tui.model.others import Others
from digest_tui.model.summary import ordinal_of
from digest_tui.session.date_cursor import DateCursorRow, DateCursorRows, FileRow
from digest_tui.session.date_rows import DateRows
from support.desk import Blog, Desk, open_reader

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
            assert cursor_rows.find(cursor_row.id) == row


def lines(desk: Desk, pane: str) -> int:
    return desk.screen.query_one(f"#{pane}").size.height


async def test_the_month_of_the_first_row_stands_above_where_its_heading_is_out_of_sight(blog: Blog) -> None:
    for number in range(1, 29):
        blog.post(f"2025-02-{number:02}", f"Paper {number}")
    async with open_reader(blog, size=(140, 20)) as desk:
        assert [line.split() for line in desk.drawn("dates").split("\n")[:2]] == [["Dates"], ["Feb", "2025", "▐"]]
        await desk.press("h", "G")
        assert desk.drawn("dates").split("\n")[0] == " Feb 2025"


async def test_in_lists_of_all_dates_the_months_stay(blog: Blog) -> None:
    blog.post("2025-03-11", "Of March")
    blog.post("2024-12-31", "Of December")
    async with open_reader(blog) as desk:
        await desk.press("s", "[", "s", "g", "s")
        assert [(row.label, row.tally) for row in desk.date_rows()] == [
            *(("Mar 2025", ""), ("11 Tue", "1"), ("Dec 2024", ""), ("31 Tue", "1")),
        ]
        await desk.press("h", "k", "enter")
        assert desk.title == "Of March"


async def test_at_middle_width_the_dates_take_what_the_papers_leave(blog: Blog) -> None:
    for number in range(1, 29):
        blog.post(f"2025-01-{number:02}", f"Paper {number}")
    blog.post("2025-03-11", *(f"Paper {n}" for n in range(60)))
    blog.post("2025-03-10", "Only this")
    blog.post("2025-03-09", *(f"Paper {n}" for n in range(10)))
    async with open_reader(blog, size=(110, 32), fresh=True) as desk:
        await desk.press("escape")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (7, 23)
        await desk.press("[")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (28, 2)
        await desk.press("[")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (19, 11)
        await desk.press("h")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (19, 11)
        await desk.press("k", "k")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (15, 15)
        await desk.press("l")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (7, 23)
        await desk.pilot.resize_terminal(140, 42)
        await desk.settle()
        assert lines(desk, "dates") == lines(desk, "papers") == 40


async def test_few_dates_leave_the_rest_to_the_papers(blog: Blog) -> None:
    blog.post("2025-03-11", "One", "Two")
    blog.post("2025-03-10", "Only this")
    async with open_reader(blog, size=(110, 32)) as desk:
        assert (lines(desk, "dates"), lines(desk, "papers")) == (4, 26)
        await desk.press("h", "j")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (4, 26)


async def test_a_key_that_changes_no_number_of_rows_lays_nothing_out(blog: Blog) -> None:
    blog.post("2025-03-11", *(f"Paper {n}" for n in range(6)))
    blog.post("2025-03-10", *(f"Other {n}" for n in range(6)))
    for number in range(1, 13):
        blog.post(f"2025-01-{number:02}", f"Paper {number}")
    async with open_reader(blog, size=(110, 42)) as desk:
        laid_out: list[object] = []
        desk.screen._refresh_layout = lambda *_, **__: laid_out.append(1)  # type: ignore[method-assign]
        await desk.press(*"jjks", "[", "j", "x", "u", "v", "g", "a")
        assert not laid_out
