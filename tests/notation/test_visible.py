"""What of Markdown is searched is what a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.notation.visible import visible_text, without_emphasis


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
        ("> quoted\n> on", "quoted on"),
        ("## Method\ntext", "Method\ntext"),
        ("Method\n------\ntext", "Method\ntext"),
        ("| 강화 | 학습 |\n|---|:-:|\n| a | b |", "강화\n학습\na\nb"),
        ("- [x] done\n- [ ] open", "done\nopen"),
        ("```python\nx = **y**\n```\nafter", "x = **y**\nafter"),
        ("https://github.com/a/b", "https://github.com/a/b"),
        ("<https://github.com/a>", "https://github.com/a"),
        ("O(n[log n]) [CLS] [MASK]", "O(n[log n]) [CLS] [MASK]"),
        ("~~gone~~ f(x)*2", "gone f(x)2"),
        ("> 본문이\n> 이어진다", "본문이 이어진다"),
        ("> 本文\n> 本文", "本文本文"),
        ("> a\n>\n> b", "a\nb"),
        ("> a\n>> b\n> c", "a\nb c"),
        ("> # a\n> b", "a\nb"),
        ("> - a\n> - b\n> c", "a\nb c"),
        ("> a\n\n> b", "a\nb"),
        ("~~~\n```\n*a*\n~~~\n*b*", "```\n*a*\nb"),
        ("````\n```\na\n````\nb", "```\na\nb"),
        ("```\na\n  b   c\n\n```", "a\nb c"),
        ("***\na\n___\nb\n===\nc\n> ---\nd", "a\nb\nc\nd"),
        ("--\na", "-- a"),
        ("1) a\n1234. b", "1) a 1234. b"),
        ("# a\nb\n#c\nd", "a\nb #c d"),
        ("[a]: https://x.org 'title'\nb", "b"),
        ("    [a]: b", "[a]: b"),
        ("[^1]: note", "[^1]: note"),
        ("[a](b 'c') [d](e \"f\") [g]() [h](i(j)k)", "a d g h"),
        ("[a\\]b](c) [d][e](f)", "a]b [d]e"),
        ("<mailto:a@b.c> <http://x.org>", "mailto:a@b.c http://x.org"),
        ("a<!-- hidden -->b<span class=x>c</span>", "abc"),
        ("<P>a</P>b<hr>c<td>d", "a\nb\nc\nd"),
        ("<details><summary>a</summary>b</details>", "a\nb"),
        ("[a](x.webm) [b](<y.mp4> 'c') ![d](z.mov)", ""),
        ("a_b_c _d_ __e__", "a_b_c d e"),
        (r"\[a\] \`b\` \a", r"[a] `b` \a"),
        ("a | b|", "a\nb"),
        ("[ ] a", "a"),
        ("- [X] a", "a"),
        ("+ a\n* b", "a\nb"),
        ("-a", "-a"),
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
        ("本文を\nab", "本文を ab"),
        ("ab\n本文", "ab 本文"),
        ("# 제목\n본문", "제목\n본문"),
        ("|a|\nb", "a\nb"),
        ("a\n|b|", "a\nb"),
        ("> a\nb", "a b"),
        ("a\n> b", "a\nb"),
        ("a\n   \nb", "a\nb"),
        ("a\n![](x.png)\nb", "a b"),
        ("a\n\n![](x.png)\nb", "a\nb"),
        ("12. a\nb", "12. a b"),
        ("a\n  2) b", "a\n2) b"),
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


@pytest.mark.parametrize("piece", ["-", "- ", "|-", "|:-", " ", "\t", "<!--", "=_*"])
def test_what_is_almost_a_rule_or_a_comment_comes_to_an_end(piece: str) -> None:
    assert visible_text(piece * 300_000 + "x").endswith("x")


@given(st.text("ab*`~ ", max_size=12))
def test_emphasis_goes_the_same_way_beside_an_underscore(text: str) -> None:
    assert without_emphasis(f"{text} a_b") == f"{without_emphasis(text)} a_b"
