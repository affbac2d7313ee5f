"""The words that name a bullet."""

import pytest

from digest_tui.markup.blocks import Content, LineBreak, Paragraph, Span, text_of
from digest_tui.markup.leads import MAX_LEAD, split_lead
from digest_tui.markup.parser import parse


def content_of(markdown: str) -> Content:
    (paragraph,) = parse(markdown)
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


@pytest.mark.parametrize(
    ("markdown", "lead", "rest"),
    [
        ("**What's New**: 새롭다", "What's New:", " 새롭다"),
        ("***What's New***: 새롭다", "What's New:", " 새롭다"),
        ("**결과:** 좋다", "결과:", " 좋다"),
        ("**결과**： 좋다", "결과：", " 좋다"),
        ("***Broken**: x", "*Broken:", " x"),
        ("**Only**:", "Only:", ""),
        ("**a** : b", "a :", " b"),
        ("**a `b`:** c", "a b:", " c"),
        ("**a**: b **c** d", "a:", " b c d"),
        ("**a**: **b**", "a:", " b"),
        (f"**{'a' * (MAX_LEAD - 1)}:** b", f"{'a' * (MAX_LEAD - 1)}:", " b"),
        (f"**{'a' * (MAX_LEAD - 3)} `b`:** c", f"{'a' * (MAX_LEAD - 3)} b:", " c"),
    ],
)
def test_a_bold_beginning_with_a_colon_is_a_lead(markdown: str, lead: str, rest: str) -> None:
    found, following = split_lead(content_of(markdown))
    assert (text_of(found), text_of(following)) == (lead, rest)


@pytest.mark.parametrize(
    "markdown", ["**Bold** start", "plain: text", "see **this**: x", f"**{'a' * MAX_LEAD}b**: x", "* : x"]
)
def test_other_beginnings_are_none(markdown: str) -> None:
    content = (Span("* : x"),) if markdown == "* : x" else content_of(markdown)
    assert split_lead(content) == ((), content)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Goal: 목표다", "Goal:"),
        ("연구 목적: 목표다", "연구 목적:"),
        ("Key Result:", "Key Result:"),
        ("One two three four: x", "One two three four:"),
        ("R&D/Ops-Team's: x", "R&D/Ops-Team's:"),
        ("목표： x", "목표："),
    ],
)
def test_a_short_plain_label_is_a_lead_where_labels_are(text: str, lead: str) -> None:
    assert text_of(split_lead((Span(text),), labels=True)[0]) == lead
    assert split_lead((Span(text),))[0] == ()


@pytest.mark.parametrize(
    "text",
    ["https://x.kr", "이것은 아주 길고 긴 문장이다: 끝", "goal: x", "Ratio 3:1", "", "One two three four five: x"],
)
def test_other_text_before_a_colon_is_no_label(text: str) -> None:
    assert split_lead((Span(text),), labels=True) == ((), (Span(text),))


def test_what_follows_a_label_stays_in_its_style() -> None:
    content = (Span("Goal: a ", italic=True), Span("b", code=True))
    assert split_lead(content, labels=True) == (
        (Span("Goal:", italic=True),),
        (Span(" a ", italic=True), Span("b", code=True)),
    )


def test_a_stray_asterisk_alone_is_no_lead() -> None:
    content = (Span("*"), Span("a:"))
    assert split_lead(content) == ((), content)
    bold = (Span("**"), Span("a:", bold=True), Span(" b"))
    assert split_lead(bold) == (bold[:2], bold[2:])


def test_a_break_after_bold_words_is_no_colon() -> None:
    content = (Span("a", bold=True), LineBreak(), Span(": b"))
    assert split_lead(content) == ((), content)
    assert split_lead((Span("a", bold=True),)) == ((), (Span("a", bold=True),))
    assert split_lead(()) == ((), ())
    assert split_lead((LineBreak(), Span("Goal: b")), labels=True) == ((), (LineBreak(), Span("Goal: b")))
