"""The words that name a bullet."""

import pytest

from digest_tui.markup.blocks import Content, Paragraph, Span, text_of
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
    ("text", "lead"), [("Goal: 목표다", "Goal:"), ("연구 목적: 목표다", "연구 목적:"), ("Key Result:", "Key Result:")]
)
def test_a_short_plain_label_is_a_lead_where_labels_are(text: str, lead: str) -> None:
    assert text_of(split_lead((Span(text),), labels=True)[0]) == lead
    assert split_lead((Span(text),))[0] == ()


@pytest.mark.parametrize("text", ["https://x.kr", "이것은 아주 길고 긴 문장이다: 끝", "goal: x", "Ratio 3:1", ""])
def test_other_text_before_a_colon_is_no_label(text: str) -> None:
    assert split_lead((Span(text),), labels=True) == ((), (Span(text),))
