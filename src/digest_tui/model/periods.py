"""Weeks and months as people write them, and the form in which such dates are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Literal, NamedTuple

from digest_tui.model.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTH,
    date_in,
    in_our_digits,
    month_number,
    path_dates,
    plain_path_date,
    without_dates,
)
from digest_tui.patterns import pattern

Period = Literal["day", "week", "month"]

PERIODS: tuple[Period, ...] = ("day", "week", "month")
"""The periods, finest first: the finer one says more."""

_WEEK = pattern(
    r"""
      (?<![a-z0-9])(?:wk|week)[ ]?[#._-]?[ ]?(?:no\.?[ ]?)?(?P<n1>[0-9]{1,2})(?![0-9a-z])
    | (?:(?<![a-z0-9])|(?<=[0-9]{4}))w(?P<n2>[0-9]{1,2})(?![0-9a-z])
    | (?<![0-9])(?P<n3>[0-9]{1,2})(?:st|nd|rd|th)[ ]week(?![a-z])
    | (?<![0-9])제?[ ]?(?P<n4>[0-9]{1,2})[ ]?주차
    | (?:제[ ]?|(?<=년)[ ]?)(?P<n5>[0-9]{1,2})[ ]?주(?![가-힣]|[ ](?:만|동안|간|전|뒤|후))
    | 第[ ]?(?P<n6>[0-9]{1,2})[ ]?[周週](?![末一二三四五六日天])
    | (?<=年)[ ]?(?P<n7>[0-9]{1,2})[ ]?[周週](?![末一二三四五六日天])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = pattern(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?![0-9])")
_YEAR_BEFORE = pattern(r"(?:19|20)[0-9]{2}[ ]?[년年]?[ ]?[-,/_]?[ ]?(?:1?[0-9][ ]?[월月][ ]?)?$")
_YEAR_BEHIND = pattern(r"(?:[ ]?[,/(-][ ]?|[ ](?:of[ ])?)(?:19|20)[0-9]{2}(?![0-9])\)?")
_MONTH_BESIDE = pattern(
    rf"(?<![0-9])(?P<n>0?[1-9]|1[0-2])[ ]?[월月]|(?<![a-z])(?P<word>{MONTH})(?![a-z])", re.IGNORECASE
)
_MONTH = pattern(
    rf"""
      (?<![0-9a-z.])(?P<y1>20[0-9]{{2}})[-/._](?P<m1>0[1-9]|1[0-2])(?![0-9]|[-/._][0-9])
    | (?<![0-9])(?P<y2>[0-9]{{4}})[ ]?[년年][ ]?(?P<m2>0?[1-9]|1[0-2])[ ]?[월月]
    | (?<![a-z])(?P<m3>{MONTH})\.?,?[ _-]{{1,2}}(?P<y3>20[0-9]{{2}}|199[0-9])(?![0-9])
    | (?<![0-9])(?P<y4>20[0-9]{{2}}|199[0-9]),?[ _/-]{{1,2}}(?P<m4>{MONTH})(?![a-z])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMPACT = pattern(r"(?<![0-9a-z])(20[0-9]{2})(0[1-9]|1[0-2])(?![0-9a-z])", re.IGNORECASE)
_NEAR = 16
"""The largest number of characters between a week and its year or month."""
_MAX_WEEKS = 4
_WEEKS_OF_MONTH = 6
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Dated(NamedTuple):
    """A day, or a week or a month represented by its first day."""

    first: date
    period: Period = "day"

    @property
    def last(self) -> date:
        """The last day of the period."""
        if self.period == "week":
            return self.first + timedelta(days=6)
        if self.period == "month":
            return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return self.first

    def agrees(self, other: Dated) -> bool:
        """Return True when both may be the date of one digest: they share a day."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return worded(self.first, self.period)


def worded(day: date, period: Period) -> str:
    """Return a date in the form in which it is shown: `2025-12-10`, `W17 2026`, `Apr 2026`."""
    if period == "week":
        year, week, _ = day.isocalendar()
        return f"W{week:02} {year}"
    return f"{_SHORT[day.month - 1]} {day.year}" if period == "month" else day.isoformat()


def worded_or_undated(day: date | None, period: Period) -> str:
    """Return a date in the form in which it is shown, or `undated` for None."""
    return worded(day, period) if day else "undated"


def finest(periods: Iterable[Period]) -> Period:
    """Return the finest of some periods; a day when there is none."""
    return min(periods, key=PERIODS.index, default=PERIODS[0])


def dated_in(text: str) -> Dated | None:
    """Return the first possible day in a text, else its week, else its month."""
    day = date_in(text)
    return Dated(day) if day else period_in(text)


def period_in(text: str) -> Dated | None:
    """Return the week that a text names with its year, else the month; None for one that only names days.

    It reads `2026-W17`, `2026W17`, `W17 2026`, `Week 17, 2026`, `2026년 17주차`, `2026년 4월 3주차`, `2026年第17周`,
    `April 2026`, `2026 Apr`, `2026-04` and `2026년 4월`.
    """
    text = without_dates(in_our_digits(text))
    return next(_weeks(text), None) or next(_months(text), None)


def compact_month(name: str) -> Dated | None:
    """Return the month of a name such as `papers_202604`."""
    match = _COMPACT.search(without_dates(name))
    return month_of(int(match[1]), int(match[2])) if match else None


def week_number(text: str) -> tuple[int, str] | None:
    """Return the number of the first week that a text names, and the text without it."""
    match = _WEEK.search(text)
    return (_number(match), f"{text[: match.start()]} {text[match.end() :]}") if match else None


def path_date(path: str) -> date | None:
    """Return the first day that a path names: in the file name, else in the folders, else of a week or a month."""
    day = plain_path_date(path) or next(filter(None, path_dates(path)), None)
    if day is not None:
        return day
    place = path.rpartition(".")[0] or path
    dated = period_in(place) or compact_month(place)
    return dated.first if dated else None


def opening_period(text: str) -> tuple[str, str] | None:
    """Return the text before the first week or month, and the week or month with its year; None when there is none.

    A week may leave its year open.
    """
    match = _WEEK.search(text) or _MONTH.search(text)
    if match is None:
        return None
    end = match.end()
    before = _YEAR_BEFORE.sub("", text[: match.start()])
    if before == text[: match.start()] and (year := _YEAR_BEHIND.match(text, end)):
        end = year.end()
    return before, text[len(before) : end]


def week_of(year: int, number: int, month: int | None = None) -> Dated | None:
    """Return an ISO week; of a month that it does not touch, the week with that number within the month.

    A week belongs to the month of its Thursday, as to its year. Source: ISO 8601, KS X ISO 8601.
    """
    iso, around = _iso_week(year, number), month_of(year, month) if month else None
    if around is None or number > _WEEKS_OF_MONTH or (iso and iso.agrees(around)):
        return iso
    thursday = around.first + timedelta(days=(3 - around.first.weekday()) % 7 + 7 * (number - 1))
    return Dated(thursday - timedelta(days=3), "week") if around.agrees(Dated(thursday)) else None


def month_of(year: int, month: int) -> Dated | None:
    """Return a month; None for a number that is none."""
    known = 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR
    return Dated(date(year, month, 1), "month") if known else None


def _weeks(text: str) -> Iterator[Dated]:
    for match in islice(_WEEK.finditer(text), _MAX_WEEKS):
        years = [year for year in _YEAR.finditer(text) if _gap(year, match) <= _NEAR]
        if not years:
            continue
        year = min(years, key=lambda found: _gap(found, match))
        months = [month for month in _MONTH_BESIDE.finditer(text) if _gap(month, match) <= _NEAR]
        month = month_number(months[0]["n"] or months[0]["word"]) if months else None
        found = week_of(int(year["year"]), _number(match), month)
        if found:
            yield found


def _months(text: str) -> Iterator[Dated]:
    for match in _MONTH.finditer(text):
        year, month = (next(filter(None, (match[f"{part}{n}"] for n in range(1, 5)))) for part in "ym")
        if found := month_of(int(year), month_number(month)):
            yield found


def _number(week: re.Match[str]) -> int:
    return int(week[week.lastgroup or 0])


def _gap(one: re.Match[str], other: re.Match[str]) -> int:
    return max(other.start() - one.end(), one.start() - other.end())


def _iso_week(year: int, number: int) -> Dated | None:
    try:
        first = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Dated(first, "week") if FIRST_YEAR <= year <= LAST_YEAR else None
