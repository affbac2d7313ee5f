"""Plain text within a number of cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digest_tui.render.cells import fit, wrap_plain

TEXT = st.text(st.sampled_from("가나 ab漢。(e\u0301👩"))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("가나다", 6, "가나다"),
        ("가나다", 5, "가나…"),
        ("가나다", 4, "가…"),
        ("가 나다", 4, "가…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ],
)
def test_text_is_cut_by_cells_with_an_ellipsis(text: str, width: int, expected: str) -> None:
    assert fit(text, width) == expected


@given(TEXT, st.integers(0, 30))
def test_fitted_text_is_never_too_wide(text: str, width: int) -> None:
    fitted = fit(text, width)
    assert cell_len(fitted) <= width
    assert text.startswith(fitted.removesuffix("…"))


def test_a_title_is_wrapped_and_its_last_line_cut() -> None:
    assert wrap_plain("Learning  to wrap\nlong titles well", 11, 2) == ["Learning to", "wrap long…"]
    assert wrap_plain("짧은 제목", 20, 2) == ["짧은 제목"]
    assert wrap_plain("", 20, 2) == [""]


@given(TEXT, st.integers(2, 30), st.integers(1, 4))
def test_wrapped_text_keeps_to_its_room_and_says_when_it_was_cut(text: str, width: int, max_lines: int) -> None:
    lines = wrap_plain(text, width, max_lines)
    shown = "".join("".join(lines).split())
    assert len(lines) <= max_lines
    assert all(cell_len(line) <= width for line in lines)
    assert shown == "".join(text.split()) or lines[-1].endswith("…")
