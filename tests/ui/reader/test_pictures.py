"""Pictures among the lines of a page: where they go, how large they are, and what stays where it was."""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.ansi import PALETTE
from digest_tui.session.page import Page
from digest_tui.ui.reader.page_frame import Frame, framed
from digest_tui.ui.reader.page_renderer import paint_text
from digest_tui.ui.reader.pictures import MAX_PICTURES, Canvas, Drawn, fitted, pictures_of, with_pictures
from digest_tui.ui.reader.rendered_page import HeaderStyles, RenderedPage, pack, unpack
from support.promises import promises

CANVAS = Canvas(60, 12, (10, 20), "blocks")
A, B = "https://pictures.example.org/a.png", "https://pictures.example.org/b.png"
TEXT = f"First.\n\n![]({A})\n\n- Item\n\n  ![b]({B})\n\n![v](https://pictures.example.org/c.mp4)\n\nLast."


def page(markdown: str = TEXT, width: int = 60) -> RenderedPage:
    """A page as it is without pictures."""
    lines = paint_text(markdown, width, PALETTE)
    return framed(Page("Title", markdown), lines, Frame(width), HeaderStyles(*[Style()] * 7))


def drawn(columns: int, rows: int) -> Drawn:
    """A picture in cells."""
    return Drawn(tuple(Strip([Segment("▀" * columns)], columns) for _ in range(rows)), CANVAS)


@pytest.mark.parametrize(
    ("size", "cells"),
    [
        ((1280, 512), (60, 12)),
        ((600, 240), (60, 12)),
        ((1200, 240), (60, 6)),
        ((240, 480), (12, 12)),
        ((100, 100), (10, 5)),
        ((9000, 40), (60, 1)),
        ((40, 9000), (1, 12)),
        ((39, 400), None),
        ((400, 39), None),
        ((1, 1), None),
    ],
)
def test_a_picture_keeps_its_shape_and_is_never_larger_than_it_is(
    size: tuple[int, int], cells: tuple[int, int] | None
) -> None:
    assert fitted(size, CANVAS) == cells


def test_where_there_is_no_room_there_is_no_picture() -> None:
    assert fitted((600, 240), CANVAS._replace(columns=3)) is None
    assert fitted((600, 240), CANVAS._replace(rows=1)) is None


def test_a_picture_stands_below_the_line_that_stands_for_it() -> None:
    plain = page()
    made = with_pictures({A: drawn(20, 3)}, plain, 60)
    at = next(index for index, line in enumerate(plain.plain) if "a.png" in line)
    assert made.page.plain[: at + 1] == plain.plain[: at + 1]
    assert made.page.plain[at + 1 : at + 4] == ("", "", "")
    assert made.page.plain[at + 4 :] == plain.plain[at + 1 :]
    assert [strip.text for strip in made.page.strips[at + 1 : at + 4]] == ["▀" * 20] * 3
    assert (made.page.body, made.page.end) == (plain.body, plain.end + 3)
    assert {len(part) for part in made.page[:2] + made.page[5:7]} == {len(plain.plain) + 3}


def test_one_in_an_item_is_indented_like_it() -> None:
    made = with_pictures({B: drawn(20, 2)}, page(), 60)
    assert [strip.text for strip in made.page.strips if "▀" in strip.text] == ["  " + "▀" * 20] * 2
    assert with_pictures({B: drawn(59, 2)}, page(), 60).rows == ()


def test_a_picture_that_is_too_wide_by_now_is_left_out() -> None:
    plain = page()
    assert with_pictures({A: drawn(61, 2)}, plain, 60).page is plain


@promises("docs/pictures.md", "The first three pictures of the paper on the screen")
def test_videos_are_no_pictures_and_of_many_the_first_are_shown() -> None:
    assert [url for _, url in pictures_of(page())] == [A, B]
    many = page("\n\n".join(f"![]({A}{number})" for number in range(9)))
    assert [url for _, url in pictures_of(many)] == [f"{A}{number}" for number in range(MAX_PICTURES)]
    assert len(with_pictures({f"{A}{number}": drawn(9, 2) for number in range(9)}, many, 60).rows) == MAX_PICTURES


def test_each_line_is_found_again_with_pictures_and_without() -> None:
    made = with_pictures({A: drawn(20, 3), B: drawn(20, 2)}, page(), 60)
    for line, text in enumerate(made.plain.plain):
        assert made.page.plain[made.line_of(line)] == text
        assert made.plain_line_of(made.line_of(line)) == line
    rows = [index for index, strip in enumerate(made.page.strips) if "▀" in strip.text]
    assert [made.plain_line_of(row) for row in rows] == [made.rows[0][0]] * 3 + [made.rows[1][0]] * 2


def test_the_places_of_pictures_are_kept_for_the_next_start() -> None:
    text = page().text
    assert unpack(pack(text)) == text
    assert [url for _, url in text.media] == [A, B, "https://pictures.example.org/c.mp4"]
