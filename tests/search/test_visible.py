"""What of Markdown is searched is what a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.search.visible import visible_text


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("**강화** *학습*", "강화 학습"),
        ("- ***What's New***: 새롭다", "What's New: 새롭다"),
        ("[RL](https://x.org/world_(a)) 학습", "RL 학습"),
        ('[RL](<https://x.org/a b> "title")', "RL"),
        ("[text][ref] and [^1]\n\n[ref]: https://hidden.example", "text and [^1]"),
        ("![그림 설명](https://x.org/video.png)", "그림 설명"),
        ("[Watch Video](https://x.org/clip.mp4)", ""),
        ('<div><video controls src="https://x.org/a.mp4"></video></div>', ""),
        ("snake__case a__b __init__", "snake__case a__b init"),
        ("`code_name` snake_case _em_ __strong__", "code_name snake_case em strong"),
        (r"\*star\* 2 \* 3 $\alpha$", r"*star* 2 * 3 $\alpha$"),
        ("a &lt;EOS&gt; &amp; b", "a <EOS> & b"),
        ("<think> <b>bold</b><br>next", "<think> bold\nnext"),
        ("> quoted\n> on", "quoted\non"),
        ("## Method\ntext", "Method\ntext"),
        ("Method\n------\ntext", "Method\ntext"),
        ("| 강화 | 학습 |\n|---|:-:|\n| a | b |", "강화\n학습\na\nb"),
        ("- [x] done\n- [ ] open", "done\nopen"),
        ("```python\nx = **y**\n```\nafter", "x = **y**\nafter"),
        ("https://github.com/a/b", "https://github.com/a/b"),
        ("<https://github.com/a>", "https://github.com/a"),
        ("O(n[log n]) [CLS] [MASK]", "O(n[log n]) [CLS] [MASK]"),
        ("~~gone~~ f(x)*2", "gone f(x)2"),
    ],
)
def test_marks_and_targets_are_left_out(markdown: str, seen: str) -> None:
    assert visible_text(markdown) == seen


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("대형 언어\n모델", "대형 언어 모델"),
        ("대형 언어  \n모델", "대형 언어 모델"),
        ("대형 언어\n\n모델", "대형 언어\n모델"),
        ("- 대형 언어\n- 모델", "대형 언어\n모델"),
        ("- 대형 언어\n  모델", "대형 언어 모델"),
        ("1. 대형 언어\n2. 모델", "1. 대형 언어\n2. 모델"),
        ("本文を\n続ける", "本文を続ける"),
        ("a \t b", "a b"),
    ],
)
def test_words_go_on_over_a_line_but_not_over_a_block(markdown: str, seen: str) -> None:
    assert visible_text(markdown) == seen


@given(st.text(max_size=300))
def test_no_text_is_too_much(text: str) -> None:
    seen = visible_text(text)
    assert "\n\n" not in seen
    assert "  " not in seen.replace("\n", " ") or any(mark in text for mark in "`|<&")


@pytest.mark.parametrize("piece", ["[", "[a](", "![](", "<", "*", "_", "\\", "`", "| ", "> ", "- ", "&", "[]("])
def test_hostile_repeats_come_to_an_end(piece: str) -> None:
    # What is not linear would not be through with this in the time of the whole test run.
    assert "\n\n" not in visible_text(piece * 100_000)
