"""Leads, the words that name a bullet: `**What's New**:`, `Goal:`."""

import re

from digest_tui.markup.blocks import Content, Span

MAX_LEAD = 60
"""Largest number of characters of a lead: longer bold beginnings are sentences."""

_COLON = re.compile(r"\**\s?[:：]")
_LABEL = re.compile(r"(?:[A-Z][\w'’/&-]*(?: [\w'’/&-]+){0,3}|[가-힣]{1,8}(?: [가-힣]{1,8}){0,2})[:：](?=\s|$)")


def split_lead(content: Content, *, labels: bool = False) -> tuple[Content, Content]:
    """Split content into the lead with its colon and what follows; without a lead, into nothing and the whole.

    A lead is what begins in bold and ends in a colon inside or outside of the bold, unbalanced asterisks included.
    With `labels` a short plain label counts as well.
    """
    bold = _bold_length(content)
    if bold:
        lead, rest = content[:bold], content[bold:]
        words = "".join(inline.text for inline in lead if isinstance(inline, Span))
        if len(words) > MAX_LEAD:
            return (), content
        if words.rstrip().endswith((":", "：")):
            return lead, rest
        if rest and isinstance(rest[0], Span) and (colon := _COLON.match(rest[0].text)):
            head, tail = _cut(rest[0], colon.end())
            return (*lead, *head), (*tail, *rest[1:])
    elif labels and content and isinstance(content[0], Span) and (label := _LABEL.match(content[0].text)):
        head, tail = _cut(content[0], label.end())
        return head, (*tail, *content[1:])
    return (), content


def _bold_length(content: Content) -> int:
    """Count how many of the first inlines are bold; a stray asterisk before them counts along."""
    stray = bool(content) and isinstance(content[0], Span) and content[0].text.strip("*") == ""
    length = int(stray)
    while length < len(content):
        inline = content[length]
        if not (isinstance(inline, Span) and inline.bold):
            break
        length += 1
    return 0 if length == int(stray) else length


def _cut(span: Span, index: int) -> tuple[Content, Content]:
    rest = span.text[index:]
    return (span._replace(text=span.text[:index]),), (span._replace(text=rest),) if rest else ()
