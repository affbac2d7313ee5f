"""A list of a hundred thousand rows is a window on a few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from digest_tui.session.empty import Empty
from digest_tui.session.rows import Rows
from digest_tui.ui.theme import variable_defaults
from digest_tui.ui.widgets.row_list import RowList

COUNT = 100_000
PAGE = 19


@dataclass(frozen=True)
class Row:
    """A row of as many lines as it says."""

    words: str
    lines: int = 1
    passed_over: bool = False


class Column(RowList[Row]):
    """Rows as plain lines."""

    def draw_row(self, row: Row, width: int) -> list[Strip]:
        return [Strip([Segment(f"{row.words}.{line}")]) for line in range(row.lines)]


class Folding(Column):
    """Rows of a line for each so many words as fit."""

    def draw_row(self, row: Row, width: int) -> list[Strip]:
        return [Strip([Segment(row.words[start : start + width])]) for start in range(0, len(row.words), width)]


class Demo(App[None]):
    """One list, and what was refreshed."""

    CSS = "Column { width: 30; height: 20; } Folding { width: 100%; }"

    def __init__(self) -> None:
        super().__init__()
        self.column: Column = Column(id="column")
        self.refreshed: list[tuple[Region, ...]] = []
        self.picked: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.column

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.picked.append(event.row)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def watch_refreshes(self) -> None:
        """From now on."""
        real = self.column.refresh

        def noted(*regions: Region, **options: bool) -> Column:
            self.refreshed.append(regions)
            return real(*regions, **options)

        self.column.refresh = noted  # type: ignore[method-assign]


def drawn(column: Column) -> list[str]:
    """The lines below the heading."""
    return [column.render_line(y).text[1:-1].strip() for y in range(1, column.size.height)]


def counting(lines: int, asked: set[int]) -> Rows[Row]:
    """Rows that note which of them were looked at."""

    def make(index: int) -> Row:
        asked.add(index)
        return Row(f"row {index}", lines)

    return Rows(COUNT, make)


async def test_only_the_rows_near_the_window_are_made() -> None:
    app, asked = Demo(), set[int]()

    def made() -> int:
        """How many rows were made since the last time."""
        count = len(asked)
        asked.clear()
        return count

    async with app.run_test(size=(40, 24)) as pilot:
        column = app.column
        column.set_rows(counting(3, asked), 0)
        assert drawn(column)[:4] == ["row 0.0", "row 0.1", "row 0.2", "row 1.0"]
        assert made() <= 2 * PAGE
        column.set_cursor(COUNT - 1)
        assert drawn(column)[-1] == f"row {COUNT - 1}.2"
        assert made() <= 2 * PAGE
        column.set_cursor(50_000)
        assert "row 50000.0" in drawn(column)
        assert made() <= 2 * PAGE
        await pilot.resize_terminal(25, 22)
        assert "row 50000.0" in drawn(column)
        assert made() <= 2 * PAGE
        column.scroll_lines(3)
        assert "row 50000.2" not in drawn(column)
        assert made() <= 2 * PAGE
        column.line_styles_changed()
        drawn(column)
        assert made() == 0
        column.set_rows(counting(3, asked), 50_001)
        assert "row 50001.2" in drawn(column)
        assert made() <= 2 * PAGE


async def test_of_many_headings_only_those_that_fit_are_made() -> None:
    app, asked = Demo(), set[int]()

    def make(index: int) -> Row:
        asked.add(index)
        return Row(f"row {index}", passed_over=index < COUNT - 1)

    async with app.run_test(size=(40, 24)):
        app.column.set_rows(Rows(COUNT, make), COUNT - 1)
        assert drawn(app.column)[0] == f"row {COUNT - PAGE}.0"
        assert len(asked) <= 3 * PAGE


async def test_what_is_on_screen_already_is_not_drawn_again() -> None:
    app = Demo()
    rows: Sequence[Row] = [Row(f"row {index}", 1 + index % 3) for index in range(200)]
    async with app.run_test(size=(40, 24)) as pilot:
        app.column.set_rows(rows, 3)
        await pilot.pause()
        app.watch_refreshes()
        app.column.set_rows([*rows], 3)
        assert app.refreshed == []
        changed = [*rows[:2], Row("other", 3), *rows[3:]]
        app.column.set_rows(changed, 3)
        assert app.refreshed == [(Region(0, 1 + y, 30, 1),) for y in (3, 4, 5)]
        assert drawn(app.column)[3] == "other.0"
        app.refreshed.clear()
        app.column.set_rows([*changed[:2], Row("taller", 4), *changed[3:]], 3)
        assert () in app.refreshed


async def test_rows_that_are_made_anew_are_compared_with_what_was_drawn() -> None:
    app, words = Demo(), ["one", "two"]
    async with app.run_test(size=(40, 24)):
        app.column.set_rows(Rows(2, lambda index: Row(words[index])), 0)
        words[1] = "three"
        app.column.set_rows(Rows(2, lambda index: Row(words[index])), 0)
        assert drawn(app.column)[:2] == ["one.0", "three.0"]


async def test_what_was_drawn_before_other_colours_came_is_remembered() -> None:
    app, words = Demo(), ["one", "two"]
    async with app.run_test(size=(40, 24)) as pilot:
        app.column.set_rows(Rows(2, lambda index: Row(words[index])), 0)
        await pilot.pause()
        app.watch_refreshes()
        app.column.line_styles_changed()
        words[1] = "three"
        app.column.set_rows(Rows(2, lambda index: Row(words[index])), 0)
        assert app.refreshed == [(Region(0, 2, 30, 1),)]


async def test_rows_below_the_window_change_only_the_scroll_bar() -> None:
    app = Demo()
    rows = [Row(f"row {index}") for index in range(PAGE)]
    async with app.run_test(size=(40, 24)) as pilot:
        app.column.set_rows([*rows, *rows], 0)
        await pilot.pause()
        app.watch_refreshes()
        app.column.set_rows([*rows, *reversed(rows)], 0)
        assert app.refreshed == []
        app.column.set_rows([*rows, *rows, *rows], 0)
        assert app.refreshed == [()]
        app.column.set_rows([*rows[:-1], Row("last", 2)], 0)
        app.refreshed.clear()
        # The line that was below the window is gone, and the scroll bar with it.
        app.column.set_rows([*rows[:-1], Row("last", 1)], 0)
        assert app.refreshed == [()]


async def test_a_cursor_that_moves_on_screen_refreshes_two_rows() -> None:
    app = Demo()
    async with app.run_test(size=(40, 24)) as pilot:
        app.column.set_rows([Row(f"row {index}", 2) for index in range(50)], 0)
        await pilot.pause()
        app.watch_refreshes()
        app.column.set_cursor(2)
        assert app.refreshed == [(Region(0, 1 + y, 30, 1),) for y in (0, 1, 4, 5)]
        app.refreshed.clear()
        app.column.set_cursor(40)
        assert app.refreshed == [()]


async def test_the_cursor_stays_on_screen_when_another_width_makes_other_heights() -> None:
    app = Demo()
    app.column = Folding(id="column")
    rows = [Row("word " * 12) for _ in range(60)]
    async with app.run_test(size=(70, 24)) as pilot:
        app.column.set_rows([*rows[:-1], Row("last")], 59)
        assert drawn(app.column)[-1] == "last"
        for width in (15, 70, 24):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            assert drawn(app.column)[-1] == "last"
            assert all(drawn(app.column))


async def test_headings_above_the_cursor_are_shown_with_it() -> None:
    app = Demo()
    rows = [Row(f"row {index}", 2, passed_over=index % 5 == 0) for index in range(100)]
    async with app.run_test(size=(40, 24)):
        app.column.set_rows(rows, 50)
        app.column.set_cursor(26)
        assert drawn(app.column)[:3] == ["row 25.0", "row 25.1", "row 26.0"]


async def test_the_window_is_full_when_there_is_enough_to_fill_it() -> None:
    app = Demo()
    async with app.run_test(size=(40, 24)):
        app.column.set_rows([Row(f"row {index}") for index in range(100)], 99)
        app.column.set_rows([Row(f"row {index}") for index in range(30)], 29)
        assert drawn(app.column) == [f"row {index}.0" for index in range(11, 30)]
        app.column.set_rows([Row("alone")], None)
        assert drawn(app.column) == ["alone.0", *[""] * 18]
        app.column.set_rows([], None)
        app.column.set_empty(Empty("Nothing."))
        assert "Nothing." in drawn(app.column)


async def test_a_row_that_is_taller_than_the_window_shows_its_first_lines() -> None:
    app = Demo()
    async with app.run_test(size=(40, 24)):
        app.column.set_rows([Row("a"), Row("tall", 50), Row("b")], 0)
        app.column.set_cursor(1)
        assert drawn(app.column)[0] == "tall.0"
        app.column.scroll_lines(40)
        assert drawn(app.column)[-1] == "b.0"


async def test_the_thumb_is_at_an_end_only_when_the_list_is() -> None:
    app = Demo()
    async with app.run_test(size=(40, 24)):
        column = app.column
        column.set_rows(counting(2, set()), 0)
        assert column.thumb() == (0, 1)
        column.scroll_lines(1)
        assert column.thumb() == (1, 1)
        column.set_cursor(COUNT - 1)
        assert column.thumb() == (PAGE - 1, 1)
        column.scroll_lines(-1)
        assert column.thumb() == (PAGE - 2, 1)
        column.set_rows([Row("tall", PAGE + 2)], 0)
        assert column.thumb() == (0, PAGE - 1)
        column.scroll_lines(1)
        assert column.thumb() == (1, PAGE - 2)
        column.scroll_lines(1)
        assert column.thumb() == (1, PAGE - 1)
        column.set_rows([Row("a")], 0)
        assert column.thumb() is None


async def test_a_click_hits_the_row_that_is_drawn_there() -> None:
    app = Demo()
    async with app.run_test(size=(40, 24)) as pilot:
        app.column.set_rows([Row(f"row {index}", 3, passed_over=index == 3) for index in range(50)], None)
        app.column.scroll_lines(4)
        await pilot.pause()
        assert drawn(app.column)[0] == "row 1.1"
        for y in (1, 3, 6, 9):
            await pilot.click("#column", offset=(3, y))
        # The third is a heading.
        assert app.picked == [1, 2, 4]


class Early(Demo):
    """A list that has its rows before it has a size."""

    def on_mount(self) -> None:
        assert not self.column.size
        self.column.set_rows([Row(f"row {number}") for number in range(60)], 2)


async def test_a_list_that_had_no_size_yet_begins_at_its_top() -> None:
    app = Early()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert drawn(app.column)[:3] == ["row 0.0", "row 1.0", "row 2.0"]


class Creased(Column):
    """Rows of which at most two lines are left where not all have room."""

    FOLDS = True

    def fold_row(self, row: Row, width: int) -> list[Strip]:
        return self.draw_row(row, width)[:2]


class CreasedDemo(Demo):
    """A list of such rows."""

    CSS = "Creased { width: 30; height: 20; }"

    def __init__(self) -> None:
        super().__init__()
        self.column = Creased(id="column")


async def test_rows_are_whole_while_all_of_them_fit() -> None:
    app = CreasedDemo()
    async with app.run_test(size=(40, 24)):
        app.column.set_rows([Row("a", 5), Row("b", 5), Row("c", 9)], 0)
        assert len(drawn(app.column)) == PAGE
        assert "c.8" in drawn(app.column)
        app.column.set_rows([Row("a", 5), Row("b", 5), Row("c", 10)], 0)
        assert drawn(app.column)[:9] == ["a.0", "a.1", "a.2", "a.3", "a.4", "b.0", "b.1", "c.0", "c.1"]
        app.column.set_cursor(1)
        assert drawn(app.column)[:9] == ["a.0", "a.1", "b.0", "b.1", "b.2", "b.3", "b.4", "c.0", "c.1"]


@pytest.mark.parametrize("heights", [[3] * 30, [1, 2, 3, 4, 5] * 8, [4, 1, 1, 3, 1, 2, 3, 3] * 4])
async def test_the_row_under_the_cursor_is_whole_and_what_moved_is_drawn_again(heights: list[int]) -> None:
    app = CreasedDemo()
    rows = [Row(f"row {index}", lines) for index, lines in enumerate(heights)]
    async with app.run_test(size=(40, 24)) as pilot:
        column = app.column
        column.set_rows(rows, 0)
        await pilot.pause()
        app.watch_refreshes()
        order = [*range(len(rows)), *range(len(rows) - 2, -1, -1), 17, 3, len(rows) - 1, 8]
        for cursor in order:
            before, bar = drawn(column), column.thumb()
            app.refreshed.clear()
            column.set_cursor(cursor)
            after = drawn(column)
            assert [f"row {cursor}.{line}" for line in range(heights[cursor])] == [
                line for line in after if line.startswith(f"row {cursor}.")
            ]
            assert all(after)
            again = {y for regions in app.refreshed for region in regions for y in region.line_range}
            if () not in app.refreshed:
                assert bar == column.thumb()
                assert {y for y, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]} <= again


async def test_only_rows_near_the_window_are_folded() -> None:
    app, asked = CreasedDemo(), set[int]()
    async with app.run_test(size=(40, 24)):
        app.column.set_rows(counting(3, asked), 50_000)
        app.column.set_cursor(50_001)
        assert "row 50001.2" in drawn(app.column)
        assert "row 50000.2" not in drawn(app.column)
        assert len(asked) <= 3 * PAGE


async def test_a_click_hits_the_row_that_is_drawn_there_among_folded_ones() -> None:
    app = CreasedDemo()
    async with app.run_test(size=(40, 24)) as pilot:
        app.column.set_rows([Row(f"row {index}", 4) for index in range(30)], 1)
        await pilot.pause()
        # Two lines of the first row, four of the second under the cursor, two of each that follows.
        for y in (2, 3, 6, 7, 9):
            await pilot.click("#column", offset=(3, y))
        assert app.picked == [0, 1, 1, 2, 3]


def numbered(first: int, last: int, lines: int = 2) -> list[Row]:
    return [Row(f"row {number}", lines) for number in range(first, last)]


async def test_what_the_cursor_stands_on_stays_on_its_line_when_rows_come_above_it() -> None:
    app = Demo()
    async with app.run_test(size=(40, 24)):
        column = app.column
        column.set_rows(numbered(10, 60), 20)
        line = drawn(column).index("row 30.0")
        column.set_rows(numbered(5, 60), 25)
        assert drawn(column).index("row 30.0") == line
        # Rows of other heights, and fewer of them.
        column.set_rows([*numbered(25, 28, lines=3), *numbered(28, 60)], 5)
        assert drawn(column).index("row 30.0") == min(line, 13)
        # Another row under the cursor brings its own place along.
        column.set_rows(numbered(0, 60), 0)
        assert drawn(column)[0] == "row 0.0"


async def test_what_was_scrolled_out_of_sight_is_brought_back_with_other_rows() -> None:
    app = Demo()
    async with app.run_test(size=(40, 24)):
        column = app.column
        column.set_rows(numbered(10, 60), 20)
        column.scroll_lines(60)
        column.set_rows(numbered(5, 60), 25)
        assert "row 30.0" in drawn(column)
