"""Tables within a width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.markup.parser import parse
from digest_tui.render.painter import paint
from digest_tui.render.palette import Palette
from digest_tui.render.table import MIN_COLUMN, fit_columns

SOURCE = "|모델|크기|설명|\n|:-|-:|:-:|\n|tiny|7B|빠르고 작은 모델이다|\n|large|130B|느리다|"


def painted(source: str, width: int, palette: Palette) -> list[str]:
    return [line.text for line in paint(parse(source), width, palette).lines]


def test_a_table_with_room_has_columns_as_wide_as_their_content(palette: Palette) -> None:
    assert painted(SOURCE, 60, palette) == [
        "모델  │ 크기 │         설명",
        "──────┼──────┼─────────────────────",
        "tiny  │   7B │ 빠르고 작은 모델이다",
        "large │ 130B │        느리다",
    ]


def test_a_table_without_room_wraps_its_cells(palette: Palette) -> None:
    assert painted(SOURCE, 26, palette) == [
        "모델  │ 크기 │    설명",
        "──────┼──────┼────────────",
        "tiny  │   7B │ 빠르고 작은",
        "      │      │  모델이다",
        "──────┼──────┼────────────",
        "large │ 130B │   느리다",
    ]


def test_only_rows_of_several_lines_have_rules_around_them(palette: Palette) -> None:
    rows = ("a|b", "c|d", "e|f<br>g", "h|i", "j|k")
    source = "|x|y|\n|-|-|\n" + "\n".join(f"|{row}|" for row in rows)
    assert "".join("─" if "─" in line else line[0] for line in painted(source, 30, palette)) == "x─ac─e ─hj"


def test_a_table_that_cannot_have_columns_becomes_records(palette: Palette) -> None:
    assert painted(SOURCE, 16, palette) == [
        "모델: tiny",
        "크기: 7B",
        "설명: 빠르고",
        "작은 모델이다",
        "",
        "모델: large",
        "크기: 130B",
        "설명: 느리다",
    ]


def test_a_table_without_rows_shows_its_header(palette: Palette) -> None:
    assert painted("|a|b|\n|-|-|", 20, palette) == ["a │ b"]
    assert painted("|aaaaaa|bbbbbb|cccccc|\n|-|-|-|", 12, palette) == ["aaaaaa", "bbbbbb", "cccccc"]


def test_a_link_in_a_cell_is_a_link(palette: Palette) -> None:
    painting = paint(parse("|a|\n|-|\n|[b](https://x.kr)|"), 20, palette)
    assert painting.links == ("https://x.kr",)
    assert painting.lines[-1].runs[0].link == 0


@pytest.mark.parametrize(
    ("natural", "words", "width", "expected"),
    [
        ([4, 4], [4, 4], 80, [4, 4]),
        ([40, 4], [5, 4], 27, [20, 4]),
        ([40, 40], [5, 5], 23, [10, 10]),
        ([40, 40], [14, 5], 23, [14, 6]),
        ([40, 40], [16, 16], 23, [10, 10]),
        ([40, 40], [5, 5], 14, None),
        ([], [], 10, []),
    ],
)
def test_columns_give_up_room_from_the_widest_down(
    natural: list[int], words: list[int], width: int, expected: list[int] | None
) -> None:
    assert fit_columns(natural, words, width) == expected


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), min_size=1, max_size=8), st.integers(2, 120))
def test_columns_use_the_room_there_is(columns: list[tuple[int, int]], width: int) -> None:
    natural = [max(column) for column in columns]
    widths = fit_columns(natural, [min(column) for column in columns], width)
    room = width - 3 * (len(columns) - 1)
    if widths is None:
        assert sum(min(cells, MIN_COLUMN) for cells in natural) > room
        return
    assert sum(widths) == min(room, sum(natural))
    assert all(min(wish, MIN_COLUMN) <= cells <= wish for cells, wish in zip(widths, natural, strict=True))
