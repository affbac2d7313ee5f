"""The line that is typed at the foot: what of it is shown where there is less room than text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digest_tui.ui.widgets.footer import MAX_MARKED, TypedLine, first_shown, label_of

LETTERS = st.text(st.sampled_from("ab 가나한e\u0301\u0302") | st.characters(codec="utf-8"), max_size=80)


@given(LETTERS, st.data(), st.integers(4, 40))
def test_the_cursor_is_on_screen_with_as_much_before_it_as_there_is_room_for(
    text: str, data: st.DataObject, room: int
) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    first = first_shown(text, cursor, room)
    assert 0 <= first <= cursor
    assert cell_len(text[first:cursor]) < max(1, room)
    # Marks of a letter that is not shown are passed over.
    assert first == cursor or cell_len(text[first])
    letters = [index for index in range(first) if cell_len(text[index])]
    assert not letters or cell_len(text[letters[-1] : cursor]) >= room or cursor - letters[-1] > MAX_MARKED * room


@pytest.mark.parametrize(
    ("label", "about", "width", "shown"),
    [
        ("/", "", 40, "/"),
        ("find: ", "", 40, "find: "),
        ("note on", "Deep Kites", 80, "note on Deep Kites: "),
        ("note on", "Deep Kites over the Sea", 60, "note on Deep Kites ov…: "),
        ("note on", "깊은 연과 바람의 이야기", 60, "note on 깊은 연과 바…: "),
        ("note on", "Deep Kites over the Sea", 10, "note on Deep Ki…: "),
        ("tag", "3 papers", 40, "tag 3 papers: "),
        ("tag", "12,345 papers", 40, "tag 12,345 pa…: "),
    ],
)
def test_the_label_is_cut_by_cells_so_that_there_is_room(label: str, about: str, width: int, shown: str) -> None:
    assert label_of(TypedLine(label, "", 0, about=about), width) == shown
