"""One line of text: what is typed and pasted is on it, and stays one line that acts on nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.ui.widgets.line_editor import LineEditor


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\ntwo\r\nthree\n", "one two three"),
        ("a\tb", "a b"),
        ("  a  b ", "  a  b "),
        ("\x1b]0;x\x07", " ]0;x "),
        ("", ""),
    ],
)
def test_text_of_many_lines_becomes_one_with_all_its_words(text: str, line: str) -> None:
    editor = LineEditor()
    editor.put(text)
    assert (editor.text, editor.cursor) == (line, len(line))
    editor.put("")
    editor.insert(text)
    assert editor.text == line


@given(st.lists(st.text(max_size=8) | st.sampled_from(["\x1b[200~", "\u202e", "\ud800"])), st.integers(0, 9))
def test_letters_go_where_the_cursor_is_and_nothing_before_them_changes(parts: list[str], back: int) -> None:
    editor = LineEditor()
    for part in parts:
        editor.insert(part)
        for _ in range(back):
            editor.press("left")
        before, behind = editor.text[: editor.cursor], editor.text[editor.cursor :]
        editor.insert("새")
        assert editor.text == f"{before}새{behind}"
        assert editor.text.isprintable() or not set(editor.text) & set("\n\r\x1b\x07")
