"""Which lines of which rows are on screen: the arithmetic, which looks only at rows near the window."""

from hypothesis import given
from hypothesis import strategies as st

from digest_tui.ui.widgets.row_window import TOP, Anchor, clamped, ending_with, lines_from, moved, showing

HEIGHTS = st.lists(st.integers(1, 5), min_size=1, max_size=40)
PAGES = st.integers(1, 12)


def all_lines(heights: list[int]) -> list[Anchor]:
    return [Anchor(row, line) for row, height in enumerate(heights) for line in range(height)]


@given(HEIGHTS, PAGES, st.integers(0, 50), st.integers(0, 6))
def test_a_clamped_window_is_full_or_shows_everything(heights: list[int], page: int, row: int, line: int) -> None:
    anchor = clamped(Anchor(row, line), len(heights), page, heights.__getitem__)
    shown = lines_from(anchor, len(heights), page, heights.__getitem__)
    lines = all_lines(heights)
    assert shown == lines[lines.index(anchor) :][:page]
    assert len(shown) == min(page, len(lines))


@given(HEIGHTS, PAGES, st.integers(-30, 30), st.data())
def test_moving_is_moving_by_lines_as_far_as_there_are_any(
    heights: list[int], page: int, by: int, data: st.DataObject
) -> None:
    lines = all_lines(heights)
    last = max(0, len(lines) - page)
    start = data.draw(st.integers(0, last))
    anchor = moved(lines[start], by, len(heights), page, heights.__getitem__)
    assert lines.index(anchor) == max(0, min(start + by, last))


@given(HEIGHTS, PAGES, st.data())
def test_a_row_is_shown_with_its_heading_as_far_as_they_fit(heights: list[int], page: int, data: st.DataObject) -> None:
    lines = all_lines(heights)
    start = data.draw(st.integers(0, max(0, len(lines) - page)))
    row = data.draw(st.integers(0, len(heights) - 1))
    first = data.draw(st.integers(max(0, row - 2), row))
    anchor = showing(lines[start], first, row, page, heights.__getitem__)
    shown = lines_from(anchor, len(heights), page, heights.__getitem__)
    wanted = [Anchor(row, line) for line in range(heights[row])][:page]
    assert [line for line in shown if line.row == row][: len(wanted)] == wanted
    # What a list shows needs no clamping, so that showing it again moves nothing.
    assert clamped(anchor, len(heights), page, heights.__getitem__) == anchor
    if sum(heights[first : row + 1]) <= page:
        assert Anchor(first, 0) in shown
    whole = {line for line in lines if first <= line.row <= row}
    if whole <= set(lines[start : start + page]):
        assert anchor == lines[start]


def test_only_rows_near_the_window_are_measured() -> None:
    asked: set[int] = set()

    def height(row: int) -> int:
        asked.add(row)
        return 2

    count, page = 100_000, 20
    showing(TOP, 70_000, 70_000, page, height)
    ending_with(count - 1, page, height)
    moved(Anchor(50_000, 1), 3, count, page, height)
    clamped(Anchor(40_000, 0), count, page, height)
    assert len(asked) < 6 * page
