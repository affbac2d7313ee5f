"""The line above the day sheet: what it leaves out where there is little room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from digest_tui.model.facet import Facet
from digest_tui.ui.widgets.pane_heading import Heading
from digest_tui.ui.widgets.sheet_heading import FacetKeys, draw_sheet_heading

DAY = Heading("Fri 19 Dec 2025", "4 of 13 done", (4, 13))
QUERY = Heading("/언어 모델의 추론 능력을 높이는 강화 학습에 대한 체계적인 조사", "1,600 papers")
LONG = "1 Introduction  2 Method  3 Results  4 Limitations  5 Conclusion"
NOBODY = FacetKeys(None, frozenset())


def drawn(heading: Heading, width: int, facets: FacetKeys = NOBODY) -> str:
    strip = draw_sheet_heading(heading, facets, width, lambda role: Style(), has_focus=True)
    assert strip.cell_length == cell_len(strip.text) == width
    return strip.text.rstrip()


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (100, f"▌Fri 19 Dec 2025   {LONG}    4 of 13 done"),
        (90, f"▌Fri 19 Dec 2025  {LONG}   4/13"),
        (80, "▌Fri 19 Dec  1 Introduction 2 Method 3 Results 4 Limitations 5 Conclusion  4/13"),
        (60, "▌Fri 19 Dec   1 Intro 2 Method 3 Results 4 Limits 5 Concl."),
        (40, "▌Fri 19 Dec 2025   1 2 3 4 5       4/13"),
        (20, "▌1 2 3 4 5"),
    ],
)
def test_names_get_shorter_before_they_go(width: int, line: str) -> None:
    assert drawn(DAY, width) == line


def test_a_query_is_cut_before_the_names_of_facets() -> None:
    line = drawn(QUERY, 100)
    assert line.startswith("▌/언어 모델의")
    assert "5 Conclusion" in line
    assert line.endswith("1,600 papers")


def test_the_facet_in_force_keeps_its_name() -> None:
    assert "3 Results" in drawn(DAY, 40, FacetKeys(Facet.RESULTS, frozenset()))


@given(
    st.integers(3, 200),
    st.text("a가 ,…", max_size=60),
    st.sampled_from([None, *Facet]),
    st.sampled_from([None, (3, 5)]),
)
def test_it_has_the_cells_it_is_given(width: int, left: str, lens: Facet | None, done: tuple[int, int] | None) -> None:
    drawn(Heading(left, "3 of 5 done", done), width, FacetKeys(lens, frozenset(Facet)))
