"""Leads as they are written: the words that open a line and name the text behind them, whatever they say.

`formats.words.leads` decides which of them count; `model.facet_parts` finds where the text behind one begins.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from digest_tui.patterns import pattern
from digest_tui.text import one_line, unescaped


class LeadStyle(Enum):
    """How a lead is written, which tells how surely it is one."""

    BOLD = "bold"
    """In bold with a colon, or in heavy brackets: `**Results:**`, `【결과】`."""
    PLAIN = "plain"
    """One to three words and a colon: `Goal:`, `結果：`."""
    WEAK = "weak"
    """A lead only where its words are known: `*Results:*`, `**Results**` alone or before a dash, a summary, a longer
    plain label."""


class LeadMark(NamedTuple):
    """A lead that opens a line."""

    title: str
    """The words without marks and colon."""
    end: int
    """The index in the line behind it, where the text begins."""
    style: LeadStyle
    is_item: bool
    """True when the line is a list item."""
    is_alone: bool
    """True when nothing follows on the line."""


_MAX_LABEL = 30
"""Largest number of characters of a label that is not bold: longer ones begin a sentence."""
_MAX_PLAIN = 160
"""Characters within which a label that is not bold has its colon."""
_OPENINGS = ("*", "_", "<", "【", "〔", "［", "[", "〈", "《", "`")
"""First characters of other leads."""
_MAX_BEFORE = 600
"""Characters of a line within which its lead ends."""

_COLON = "[:：]"
_TAG = r"</?(?:b|strong|em|i|u|mark|span|font|small|big)\b[^<>]*>"
_BLOCK_TAG = r"<(?:p|li|div|br|dt|dd)\b[^<>]*>"
_BEFORE = pattern(
    rf"""[ \t>]*+
    (?P<item>(?:(?:[-*+•‣◦▪·]|[0-9]{{1,9}}[.)])[ \t]++){{1,4}}+ (?:\[[ xX]\][ \t]++)?)?+
    (?:(?P<row><li\b[^<>]*>)\s*+)?+
    (?:{_BLOCK_TAG}\s*+)*+
    (?P<sign>
        [^\w\s*_`<>\[\]()（）〈〉【】〔〕［］|\#"'“”‘’「」『』《》$\\:：,，.。、!?！？&@~+=/-]{{1,4}}+[ \t]?+
      | [0-9]\ufe0f?\u20e3[ \t]?+
      | [(（][0-9]{{1,2}}[)）][ \t]?+
      | [一二三四五六七八九十]{{1,3}}+、
    )?+
    """,
    re.VERBOSE,
)
_BOLD = pattern(
    rf"""(?:
        \*{{2,3}}+ (?P<stars>(?:[^*\n]|\*(?![*:：])){{1,500}}?)
            (?: {_COLON}[ \t]{{0,3}}\*{{1,3}}+ | \*{{1,3}}[ \t]{{0,3}}{_COLON} )
      | _{{2,3}}+ (?P<bars>(?:[^_\n]|_(?![_:：])){{1,500}}?)
            (?: {_COLON}[ \t]{{0,3}}_{{1,3}}+ | _{{1,3}}[ \t]{{0,3}}{_COLON} )
      | (?:{_TAG}\s?)++ (?P<html>[^<>\n]{{1,200}}?)
            (?: \s?{_COLON}\s?(?:{_TAG})++ | (?:{_TAG})++\s?{_COLON} )
      | (?P<mark>\*\*)?+ [【〔［](?P<bracket>[^【】〔〕［］\[\]\n]{{1,30}})[】〕］]
            (?: [ \t]?{_COLON} )?+ (?(mark)\*\*) (?: [ \t]?{_COLON} )?+
    )""",
    re.VERBOSE,
)
_BEHIND_ALONE = r"(?:[ \t]|\\|<br\s*/?>|</(?:p|li|div)>)*+$"
_BREAK = r"<br\s*/?>"
_DASH = r"(?:[ \t]*[–—―][ \t]*|[ \t]+-+[ \t]+)"
_WEAK = pattern(
    rf"""(?:
        (?:\*\*|__) (?P<bold>[^*_\n]{{1,100}}) (?:\*\*|__)
            (?: [ \t]?[(（][^()（）\n]{{1,40}}[)）][ \t]?{_COLON} | {_DASH} | {_BEHIND_ALONE} | {_BREAK}
              | (?<=[].。](?:\*\*|__))(?=\s) )
      | (?:{_TAG}\s?)++ (?P<html>[^<>\n]{{1,100}}) (?:{_TAG})++ (?: {_BEHIND_ALONE} | {_BREAK} )
      | <h[1-6]\b[^<>]*> (?:{_TAG})*+ (?P<heading>[^<>\n]{{1,100}}) (?:{_TAG})*+ </h[1-6]>
      | \[![\w-]+\][+-]?[ \t]+(?P<callout>[^\n]{{1,60}}?)\s*$
      | (?: \[(?P<square>[^\[\]\n]{{1,40}})\](?![(\[:]) | [〈《](?P<angle>[^〈〉《》\n]{{1,40}})[〉》] ) [ \t]?{_COLON}?
      | ` (?P<code>[^`\n]{{1,40}}) `[ \t]?{_COLON}
      | (?P<slant>[*_])(?![*_]) (?P<slanted>[^*_\n]{{1,60}}) (?: {_COLON}(?P=slant) | (?P=slant)[ \t]?{_COLON} )
    )""",
    re.VERBOSE,
)
_TERM = pattern(rf"(?:{_TAG})*+(?P<title>[^<>\n]{{1,100}})(?:{_TAG})*+</dt>", re.IGNORECASE)
_SUMMARY = pattern(
    r"(?:<details\b[^<>]*>\s*)?<summary\b[^<>]*>(?P<title>(?:[^<>\n]|</?\w[^<>]*>){1,200}?)</summary>",
    re.IGNORECASE,
)
_WORD = r"[^\s,.():：，。（）、*`\[\]<>|]++"
_LINK = r"\s*(?:<?https?://|!?\[[^\]\n]*\]\()"
_PLAIN = pattern(rf"(?P<words>{_WORD}(?:[ \t]{_WORD}){{0,2}})[ \t]?(?::(?=\s|$)|：)(?P<link>{_LINK})?")
_GLOSS = r"(?:[ \t]?[(（][^()（）\n]{1,40}[)）])?"
_LONG = pattern(rf"(?P<words>{_WORD}(?:[ \t]{_WORD}){{0,6}}{_GLOSS})[ \t]?(?::(?=\s|$)|：)(?!{_LINK})")
_SIGNED = pattern(rf"(?P<words>{_WORD}(?:[ \t]{_WORD}){{0,3}})\s*$")
_BRACKETED = pattern(r"[【〔［\[]([^【】〔〕［］\[\]]+)[】〕］\]]")
_ANY_TAG = pattern(r"<[^<>]*>")
_AFTER = pattern(r"(?:[ \t]|<br\s*/?>|(?<=[:：])[*_]{2}(?=\s|$))*+")
_NOTHING_MORE = pattern(r"(?:[*_\s\\]|<br\s{0,3}/?>|</(?:p|li|div|details)>)*+$")


def lead_mark(line: str) -> LeadMark | None:
    """Return what opens a line as a lead does; None for any other line. Takes time linear in the line."""
    # Most lines are prose and have no colon so early.
    if line[:1].isalpha() and ":" not in (head := line[:_MAX_PLAIN]) and "：" not in head:
        return None
    before = _BEFORE.match(line)
    if before is None:
        return None
    start, is_item = before.end(), bool(before["item"] or before["row"])
    opening = line[start : start + 1]
    if "<dt" in line[:start] and (term := _TERM.match(line, start)):
        return _made(line, term["title"], term.end(), LeadStyle.BOLD, is_item)
    if opening.isalnum():
        is_name = before["sign"] is not None and not is_item and len(line) - start <= _MAX_LABEL
        return _plain(line, start, is_item) or (_signed(line, start) if is_name else None)
    if opening not in _OPENINGS:
        return None
    if bold := _BOLD.match(line, start, _MAX_BEFORE):
        words = bold["stars"] or bold["bars"] or bold["html"] or bold["bracket"]
        return _made(line, words, bold.end(), LeadStyle.BOLD, is_item)
    if weak := _WEAK.match(line, start, _MAX_BEFORE):
        # The groups but those for pairs of marks.
        words = next(words for name, words in weak.groupdict().items() if words and name != "slant")
        return _made(line, words.rstrip(".。"), weak.end(), LeadStyle.WEAK, is_item)
    if opening == "<" and (summary := _SUMMARY.match(line, start)):
        title = one_line(unescaped(_ANY_TAG.sub("", summary["title"])).strip(" \t*_:："))
        return LeadMark(title, summary.end(), LeadStyle.WEAK, False, True) if title else None
    return None


def _plain(line: str, start: int, is_item: bool) -> LeadMark | None:
    end = start + _MAX_PLAIN
    if line.find(":", start, end) < 0 and line.find("：", start, end) < 0:
        return None
    if (plain := _PLAIN.match(line, start, _MAX_BEFORE)) and len(plain["words"]) <= _MAX_LABEL:
        if plain["link"] is not None:
            return None
        return LeadMark(plain["words"], _end(line, plain.end()), LeadStyle.PLAIN, is_item, _is_alone(line, plain.end()))
    long = _LONG.match(line, start, _MAX_BEFORE)
    return _made(line, long["words"], long.end(), LeadStyle.WEAK, is_item) if long else None


def _signed(line: str, start: int) -> LeadMark | None:
    """Return a name that stands alone behind a sign: `■ 결과`."""
    signed = _SIGNED.match(line, start)
    return LeadMark(signed["words"], signed.end(), LeadStyle.WEAK, False, True) if signed else None


def precedes_link(line: str) -> bool:
    """Return True when a line opens with a plain label of a link: `Code: https://…`."""
    before = _BEFORE.match(line)
    plain = _PLAIN.match(line, before.end(), _MAX_BEFORE) if before else None
    return plain is not None and plain["link"] is not None


def _made(line: str, words: str, end: int, style: LeadStyle, is_item: bool) -> LeadMark | None:
    title = one_line(unescaped(words).strip(" \t:："))
    if bracketed := _BRACKETED.fullmatch(title):
        title = bracketed[1].strip()
    return LeadMark(title, _end(line, end), style, is_item, _is_alone(line, end)) if title else None


def _end(line: str, end: int) -> int:
    after = _AFTER.match(line, end)
    return after.end() if after else end


def _is_alone(line: str, end: int) -> bool:
    return _NOTHING_MORE.match(line, end) is not None
