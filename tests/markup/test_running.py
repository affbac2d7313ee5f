"""Blocks as one line of running text."""

import pytest

from digest_tui.markup.parser import parse
from digest_tui.markup.running import running_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("One line\nand another.\n\nA paragraph.", "One line and another. A paragraph."),
        ("- **Goal:** first\n- second\n  - inner\n- third", "Goal: first · second · inner · third"),
        ("It has parts:\n- one\n- two", "It has parts: one · two"),
        ("3. three\n4. four", "3. three · 4. four"),
        (
            "### Setup\nText `code` [link](https://x.kr) ~~gone~~ <b>bold</b>.",
            "Setup Text code link gone bold.",
        ),
        ("$\\alpha_i$ and $\\weird{x}$", "αᵢ and $\\weird{x}$"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| | 4 |", "a | b · 1 | 2 · 4"),
        ("> quoted\n\n```python\nx = 1\ny = 2\n```", "quoted x = 1 y = 2"),
        ("![a picture](p.png)\n\nwords", "words"),
        ("![a picture](p.png)", "[picture: a picture]"),
        ("- [x] done  \n  twice\n***\n", "done twice"),
        ("  \n", ""),
        ("대규모 **언어** 모델\n은 길다。\n- 끝", "대규모 언어 모델 은 길다。 · 끝"),
    ],
)
def test_words_are_kept_and_marks_are_not(markdown: str, text: str) -> None:
    assert running_text(parse(markdown)).text == text


def test_words_in_bold_are_known_by_their_place() -> None:
    text, strong = running_text(parse("A **very  bold**\nword\n- **Lead**: it\n\n### Head\nend **.**"))
    assert [text[start:end] for start, end in strong] == ["very bold", "Lead", "Head", "."]
