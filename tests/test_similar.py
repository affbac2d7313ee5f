"""Names as people type them."""

import pytest

from digest_tui.similar import closest, listed


@pytest.mark.parametrize(
    ("typed", "meant"), [("STARED", "starred"), ("raed", "read"), ("unred", "unread"), ("q", ""), ("ab", "a")]
)
def test_the_word_that_was_perhaps_meant(typed: str, meant: str) -> None:
    assert closest(typed, ["starred", "read", "unread", "a"]) == meant


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_words_are_listed(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence
