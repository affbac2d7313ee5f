"""Plain text within a number of cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digest_tui.render.cells import fit, fit_parts, wrap_plain

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


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (48, "skipped already · 3 new above · n goes there now"),
        (44, "skipped already · 3 new above · n goes ther…"),
        (36, "skipped alre… · 3 new above · n goe…"),
        (30, "skippe… · 3 new above · n goe…"),
        (20, "skipped already · 3…"),
        (0, ""),
    ],
)
def test_of_the_parts_of_a_sentence_the_longest_is_cut_first(width: int, expected: str) -> None:
    assert fit_parts("skipped already · 3 new above · n goes there now", width) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, "undone: skipped · 05-01 아주 긴 제목 하나 더 · ctrl+r redoes"),
        (51, "undone: skipped · 05-01 아주 긴 제… · ctrl+r redoes"),
        (40, "undone: skipped · 05-01… · ctrl+r redoes"),
        (39, "undone: skipped · ctrl+r redoes"),
        (31, "undone: skipped · ctrl+r redoes"),
        (28, "undone: ski… · ctrl+r redoes"),
        (12, "undone: ski…"),
    ],
)
def test_a_name_in_a_sentence_is_cut_before_anything_else(width: int, expected: str) -> None:
    name = "05-01 아주 긴 제목 하나 더"
    assert fit_parts(f"undone: skipped · {name} · ctrl+r redoes", width, name) == expected


@given(st.lists(TEXT, max_size=4), TEXT, st.integers(-1, 40))
def test_fitted_parts_are_never_too_wide(parts: list[str], name: str, width: int) -> None:
    assert cell_len(fit_parts(" · ".join([*parts, name]), width, name)) <= max(0, width)
