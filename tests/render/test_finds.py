"""What is found in a sentence is seen, however little room there is for the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digest_tui.render.finds import sentence_line

WORDS = st.text(st.sampled_from("가나 ab漢。(é👩"), max_size=60)


def line(text: str, width: int, *words: str) -> str:
    """The line with its finds in brackets."""
    marks = [(text.index(word), text.index(word) + len(word)) for word in words]
    return "".join(f"[{piece}]" if is_find else piece for piece, is_find in sentence_line(text, marks, width))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("The knot holds.", 20, "The [knot] holds."),
        ("The knot holds a very long rope.", 20, "The [knot] holds a ve…"),
        ("Far away from here the knot holds a rope.", 20, "…the [knot] holds a r…"),
        # As much of what stands before it as the end leaves room for.
        ("Far away from here stands a knot.", 20, "…here stands a [knot]."),
        # What is found goes before all else.
        ("Far away from here the knot holds a rope.", 6, "…[knot]…"),
        ("Far away from here the knot holds a rope.", 5, "…[kno]…"),
        ("아주 먼 곳에서 매듭 knot 하나를 푼다.", 12, "…[knot] 하나…"),
    ],
)
def test_a_sentence_is_cut_around_its_match(text: str, width: int, expected: str) -> None:
    assert line(text, width, "knot") == expected


def test_several_matches_are_marked_where_they_are_seen() -> None:
    assert line("A knot and a rope and a sail.", 20, "knot", "rope", "sail") == "A [knot] and a [rope] a…"
    # Half of one would look like another word.
    assert line("A knot and a rope holds.", 16, "knot", "rope") == "A [knot] and a ro…"


@given(WORDS, st.sampled_from(["확산", "knot", "두 낱말", "é漢"]), WORDS, st.integers(9, 60))
def test_the_first_match_is_whole_wherever_it_stands(before: str, found: str, after: str, width: int) -> None:
    start = len(before)
    pieces = sentence_line(before + found + after, [(start, start + len(found))], width)
    assert [piece for piece, is_find in pieces if is_find] == [found]
    assert sum(cell_len(piece) for piece, _ in pieces) <= width
