"""What a list remembers of the rows that are on screen."""

from typing import NamedTuple, cast

from digest_tui.ui.widgets.drawn_rows import DrawnRows
from digest_tui.ui.widgets.mouse_rows import MouseRows


class Row(NamedTuple):
    """A row that says something."""

    id: str
    passed_over: bool = False


class Near:
    """A list, as far as it knows which rows are near the window."""

    def rows_near(self) -> range:
        return range(10)


def test_only_rows_that_look_otherwise_are_drawn_again() -> None:
    drawn: DrawnRows[Row] = DrawnRows(cast("MouseRows[Row]", Near()))
    drawn.put([Row("a"), Row("b"), Row("c")], ())
    assert [drawn.row(index).id for index in range(3)] == ["a", "b", "c"]
    assert drawn.put([Row("a"), Row("x"), Row("c")], range(3)) == {1}
    assert drawn.put([Row("a")], range(3)) == set()


def test_a_row_on_screen_that_was_forgotten_is_drawn_again() -> None:
    drawn: DrawnRows[Row] = DrawnRows(cast("MouseRows[Row]", Near()))
    rows = [Row(str(number)) for number in range(2000)]
    drawn.put(rows, ())
    for index in range(2000):
        drawn.row(index)
    assert 700 in drawn.put(rows, [1, 700])
