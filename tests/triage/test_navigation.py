"""Where `n`, `N`, `[`, `]`, `{` and `}` lead; days are drawn newest first, `o` a new row, `-` a decided one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.triage.navigation import (
    Days,
    Direction,
    Row,
    Stay,
    day_step,
    go_on,
    landing,
    new_day_step,
    next_new,
    previous_new,
)


def days(drawing: str) -> Days:
    """Days from a drawing such as `o-- ooo _`, where `_` is a day without rows."""
    rows = [[row == "o" for row in day.strip("_")] for day in drawing.split()]
    return Days([sum(day) for day in rows], rows.__getitem__)


def goes(day: int, row: int) -> Row:
    return Row(day, row, past_end=True)


def stays_in_day(day: int, row: int) -> Row:
    return Row(day, row, past_end=False)


@pytest.mark.parametrize(
    ("rows", "row", "found"),
    [("ooo", 0, 1), ("o-o", 0, 2), ("oo-", 1, None), ("---", 0, None), ("o--", -1, 0), ("", 0, None), ("o", 0, None)],
)
def test_going_on_looks_only_below_in_the_same_list(rows: str, row: int, found: int | None) -> None:
    assert go_on([mark == "o" for mark in rows], row) == found


@pytest.mark.parametrize(
    ("drawing", "day", "row", "found"),
    [
        ("ooo ooo", 0, 0, stays_in_day(0, 1)),
        ("o-o ooo", 0, 0, stays_in_day(0, 2)),
        ("o-- -oo", 0, 0, goes(1, 1)),
        ("o-- --- -oo", 0, 0, goes(2, 1)),
        ("o-- _ -oo", 0, 0, goes(2, 1)),
        ("-o- ooo oo-", 2, 1, goes(0, 1)),
        ("--- -o- o-o --o", 2, 2, goes(3, 2)),
        ("--- o-o ---", 1, 2, goes(1, 0)),
        ("o", 0, -1, stays_in_day(0, 0)),
        ("--- -o- ---", 1, 1, Stay.ONLY_THIS),
        ("--- --- ---", 1, 1, Stay.ALL_DECIDED),
        ("_", 0, 0, Stay.ALL_DECIDED),
        ("", 0, 0, Stay.ALL_DECIDED),
    ],
)
def test_next_goes_down_then_to_older_days_then_round_to_the_newest(
    drawing: str, day: int, row: int, found: Row | Stay
) -> None:
    assert next_new(days(drawing), day, row) == found


@pytest.mark.parametrize(
    ("drawing", "day", "row", "found"),
    [
        ("ooo ooo", 1, 2, stays_in_day(1, 1)),
        ("ooo o-o", 1, 2, stays_in_day(1, 0)),
        ("oo- --o", 1, 2, goes(0, 1)),
        ("oo- --- --o", 2, 2, goes(0, 1)),
        ("o-- -oo oo-", 0, 0, goes(2, 1)),
        ("--- o-o ---", 1, 0, goes(1, 2)),
        ("--- -o- ---", 1, 1, Stay.ONLY_THIS),
        ("---", 0, 0, Stay.ALL_DECIDED),
    ],
)
def test_previous_goes_the_same_way_back(drawing: str, day: int, row: int, found: Row | Stay) -> None:
    assert previous_new(days(drawing), day, row) == found


@pytest.mark.parametrize(
    ("drawing", "day", "direction", "found"),
    [
        ("ooo -o- ooo", 0, "older", goes(1, 1)),
        ("ooo --- ooo", 0, "older", goes(1, 0)),
        ("ooo _ ooo", 0, "older", goes(1, 0)),
        ("ooo --o ooo", 2, "newer", goes(1, 2)),
        ("ooo ooo", 1, "older", Stay.OLDEST),
        ("ooo ooo", 0, "newer", Stay.NEWEST),
        ("", 0, "newer", Stay.NEWEST),
    ],
)
def test_a_day_step_lands_on_the_first_new_row_else_the_first(
    drawing: str, day: int, direction: Direction, found: Row | Stay
) -> None:
    assert day_step(days(drawing), day, direction) == found


@pytest.mark.parametrize(
    ("drawing", "day", "direction", "found"),
    [
        ("ooo --- _ -oo", 0, "older", goes(3, 1)),
        ("-oo --- ooo", 2, "newer", goes(0, 1)),
        ("ooo ---", 0, "older", Stay.NO_OLDER_NEW),
        ("--- ooo", 1, "newer", Stay.NO_NEWER_NEW),
        ("ooo", 0, "older", Stay.NO_OLDER_NEW),
    ],
)
def test_a_new_day_step_passes_over_days_that_are_done(
    drawing: str, day: int, direction: Direction, found: Row | Stay
) -> None:
    assert new_day_step(days(drawing), day, direction) == found


@pytest.mark.parametrize(("rows", "row"), [("-oo", 1), ("---", 0), ("", 0)])
def test_a_day_is_entered_at_its_first_new_row(rows: str, row: int) -> None:
    assert landing([mark == "o" for mark in rows]) == row


def test_rows_of_days_that_are_done_are_never_asked_for() -> None:
    asked = []

    def rows(day: int) -> list[bool]:
        asked.append(day)
        return [day == 3]

    assert next_new(Days([0, 0, 0, 1], rows), 0, 0) == goes(3, 0)
    assert asked == [0, 3]


drawings = st.lists(st.lists(st.booleans(), max_size=4), min_size=1, max_size=5)


@given(drawings, st.data())
def test_next_visits_every_new_paper_once_and_previous_takes_the_same_way_back(
    drawn: list[list[bool]], data: st.DataObject
) -> None:
    listed = Days([sum(rows) for rows in drawn], drawn.__getitem__)
    new = [(day, row) for day, rows in enumerate(drawn) for row, waits in enumerate(rows) if waits]
    day = data.draw(st.integers(0, len(drawn) - 1))
    row = data.draw(st.integers(0, max(0, len(drawn[day]) - 1)))
    way, entry = [], (day, row)
    for _ in new:
        step = next_new(listed, *entry)
        if isinstance(step, Stay):
            assert step is Stay.ONLY_THIS
            assert new == [entry]
            return
        back = previous_new(listed, step.day, step.row)
        if entry in new:
            assert isinstance(back, Row)
            assert (back.day, back.row) == entry
        entry = (step.day, step.row)
        way.append(entry)
    assert sorted(way) == new


def test_what_is_said_where_there_is_no_row_to_go_to() -> None:
    assert [stay.value for stay in Stay] == [
        "all decided",
        "no other new paper",
        "no older day",
        "no newer day",
        "no older day with new papers",
        "no newer day with new papers",
    ]
