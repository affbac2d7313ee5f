"""Headings that say a date: alone, beside the words of digests, or in front of what the day is about."""

import re

from digest_tui.formats.words.days import DAY_OF_MONTH, MONTH_ALONE, NOTHING, PartialDate, part_of, partial_date
from digest_tui.formats.words.labels import UPDATED
from digest_tui.formats.words.letters import letters, weight
from digest_tui.model.dates import said_dates
from digest_tui.model.periods import Dated, opening_period

_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|[월화수목금토일]요일|[(（][월화수목금토일月火水木金土日][)）]"
    r"|(?:星期|周|礼拜)[一二三四五六日天]|[月火水木金土日]曜日?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\W*[0-9]{1,3}[.)]\s")
_MAX_HEADING = 500
"""Characters of a heading in which a date is looked for."""
_MAX_BESIDE = 120
"""Characters of a heading that does not begin with its date: longer ones are titles."""
_MAX_WORDS = 45
"""Largest number of letters beside a whole date in such a heading."""
_DATE_WORDS = re.compile(
    r"\b(?:papers?|daily|arxiv|hugging|face|hf|updates?|new|list|log|digest|weekly?|weeks?|week\s?[0-9]+|top|of|the|for|and|w[0-9]{1,2}"
    r"|latest|today|archive|monthly|summary|report)\b|논문|목록|편|건|주차|오늘의|업데이트|요약|모음|정리|주간|월간|第|周报|月报|週報|月報|周|篇|论文|日报|更新|汇总|速递|本|論文|分|まとめ",
    re.IGNORECASE,
)
"""Words that stand beside a date in the heading of a day, a week or a month."""
_MAX_BESIDE_PART = 2
"""Letters beside these words and a part of a date, such as `01-08`: with more it is a version, a venue or a title."""
_LONG_TITLE = 12
"""Least weight beside a date and these words that may be a title."""
_UNITS = re.compile(r"[0-9]\s?[년年월月일日号]")
_FEW = 2
"""Largest number of letters before a date, or between it and its year, that make no title of it."""
_DAY = re.compile(r"(?<![0-9])[0-9]{1,2}\s?[일日]")
_GOES_ON = re.compile(rf"\s*(?:{_WEEKDAY.pattern}|[:：(（|·—–])|\s-\s", re.IGNORECASE)
"""The text that follows a day such as `02-18` or `18일` that is no version, number or span of time."""


def date_of_heading(text: str) -> PartialDate | None:
    """Return the date that a heading says, or the part of one; None for a heading that is about something else.

    Where it begins with its day, what follows says what that day is about, and is no matter.
    """
    text = text[:_MAX_HEADING]
    if UPDATED.match(text) or _NUMBERED.match(text):
        return None
    found = partial_date(text)
    if found == NOTHING:
        return None
    whole = None not in (found.year, found.month, found.day) or None not in (found.year, found.week)
    beside = _WEEKDAY.sub("", MONTH_ALONE.sub("", text))
    if not whole:
        beside = _UNITS.sub("", _DATE_WORDS.sub("", beside))
    words = letters(beside)
    few = words <= (_MAX_WORDS if whole else _MAX_BESIDE_PART)
    if few and words <= _FEW:
        return found
    opening = _opening(text)
    if opening and opening.year is None and found.year and _is_far(text, found.year):
        return opening
    return found if few and len(text) <= _MAX_BESIDE else opening


def may_be_title(text: str) -> bool:
    """Return True when a heading says enough beside its date to be the title of a paper."""
    said = next(said_dates(text[:_MAX_HEADING]), None)
    rest = f"{said.before} {said.text[said.end :]}" if said else DAY_OF_MONTH.sub("", text)
    return weight(_DATE_WORDS.sub("", _WEEKDAY.sub("", rest))) >= _LONG_TITLE


def is_date_alone(text: str) -> bool:
    """Return True when a text says no more than a date or a number of papers: `Daily Papers 2025-12-09`, `12편`."""
    rest = _UNITS.sub("", MONTH_ALONE.sub("", _WEEKDAY.sub("", text)))
    return letters(_DATE_WORDS.sub("", rest)) == 0


def _opening(text: str) -> PartialDate | None:
    """Return the date at the beginning of a heading, as far as it says it."""
    if said := next(said_dates(text), None):
        return part_of(Dated(said.date)) if _stands_alone(said.text, said.start, said.end, _FEW) else None
    for pattern in (DAY_OF_MONTH, _DAY):
        if (match := pattern.search(text)) and _stands_alone(text, *match.span()):
            in_words = pattern is DAY_OF_MONTH and letters(match[0]) > 0
            return partial_date(text[: match.end()]) if in_words or _GOES_ON.match(text, match.end()) else None
    if period := opening_period(text):
        before, words = period
        end = len(before) + len(words)
        found = partial_date(words)
        goes_on = found.dated is not None or _GOES_ON.match(text, end)
        return found if goes_on and _stands_alone(text, len(before), end, _FEW if found.dated else 0) else None
    return None


def _is_far(text: str, year: int) -> bool:
    """Return True when words stand before a year: it belongs to something other than the day a heading begins with."""
    return letters(_DATE_WORDS.sub("", _WEEKDAY.sub("", MONTH_ALONE.sub("", text.partition(str(year))[0])))) > _FEW


def _stands_alone(text: str, start: int, end: int, few: int = 0) -> bool:
    """Return True when only what announces a date stands before it: `📅`, `Wednesday,`, `Daily Papers —`."""
    return letters(_DATE_WORDS.sub("", _WEEKDAY.sub("", text[:start]))) <= few and not text[end : end + 1].isalnum()
