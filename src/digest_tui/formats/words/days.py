"""As much of a date as a heading, a cell or a line says: the rest is said by what stands above it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from digest_tui.model.dates import FIRST_YEAR, LAST_YEAR, date_in, dates_in, month_number, without_dates
from digest_tui.model.periods import Dated, month_of, week_number, week_of

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = re.compile(r"(?<![0-9A-Za-z.])(?P<year>(?:19|20)[0-9]{2})(?![0-9])(?:\s?[년年])?")
_YEAR_MONTH = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})(?:[-/.](?P<m1>0[1-9]|1[0-2])(?![0-9])|\s?[년年]\s?(?P<m2>[0-9]{1,2})\s?[월月])"
)
DAY_OF_MONTH = re.compile(
    rf"""(?<![0-9A-Za-z./-])(?P<m1>0[1-9]|1[0-2])[-/.](?P<d1>[0-3][0-9])(?![0-9./-])
       | (?<![0-9A-Za-z./-])(?P<m5>1?[0-9])[/.](?P<d5>[1-3]?[0-9])(?![0-9./])
       | (?<![0-9])(?P<m2>[0-9]{{1,2}})\s?[월月]\s?(?P<d2>[0-9]{{1,2}})\s?[일日号]
       | (?<![a-z])(?P<m3>{_MONTH})\s(?P<d3>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9])
       | (?<![0-9])(?P<d4>[0-9]{{1,2}})(?:st|nd|rd|th)?[ -](?P<m4>{_MONTH})""",
    re.VERBOSE | re.IGNORECASE,
)
MONTH_ALONE = re.compile(rf"(?<![a-z])(?P<m1>{_MONTH})|(?<![0-9])(?P<m2>[0-9]{{1,2}})\s?[월月]", re.IGNORECASE)
_DAY_ALONE = re.compile(r"(?<![0-9])(?P<day>[0-9]{1,2})\s?[일日]")
_NUMBER_ALONE = re.compile(r"[^\w#\[【]*(?P<day>[0-9]{1,2})[^\w\]】]*")
_SHORT_YEAR = re.compile(
    rf"(?<![0-9])(?P<day>[0-9]{{1,2}})[\s-](?P<month>{_MONTH})[\s-](?P<year>[0-9]{{2}})(?![0-9])", re.IGNORECASE
)
_TWO_DIGITS = re.compile(r"(?<![0-9.])(?P<year>[0-9]{2})\.(?P<month>0[1-9]|1[0-2])\.(?P<day>[0-3][0-9])(?![0-9.])")
_WEEK = re.compile(r"\s(?:[-–—~〜]|to)\s")
"""The mark between the first day of a week and the last, which alone may say the year."""
_COMPACT = re.compile(r"\W*(?P<year>[1-4][0-9])(?P<month>0[1-9]|1[0-2])(?P<day>[0-3][0-9])(?![0-9.])")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """The known part of a date: a heading may say the month, and those below it the days."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    """Week of the year, or of the month where one is said that it does not touch otherwise."""

    @property
    def dated(self) -> Dated | None:
        """The day, where it is known, else the week, else the month."""
        if self.day is not None or self.year is None:
            whole = self.whole
            return Dated(whole) if whole else None
        week = week_of(self.year, self.week, self.month) if self.week is not None else None
        return week or (month_of(self.year, self.month) if self.month is not None else None)

    @property
    def whole(self) -> date | None:
        """The date, where all of it is known and it exists."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            found = date(self.year, self.month, self.day)
        except ValueError:
            return None
        return found if FIRST_YEAR <= found.year <= LAST_YEAR else None

    def within(self, outer: "PartialDate") -> "PartialDate":
        """Return this date with what it leaves open taken from the one around it."""
        return PartialDate(
            self.year if self.year is not None else outer.year,
            self.month if self.month is not None else outer.month,
            self.day if self.day is not None else outer.day,
            self.week if self.week is not None else outer.week,
        )


NOTHING = PartialDate()


def partial_date(text: str) -> PartialDate:
    """Read the first date in a short text, or as much of one as it says."""
    if (week := _WEEK.search(text)) and date_in(text[: week.start()]) is None:
        first, last = partial_date(text[: week.start()]), date_in(text[week.end() :])
        if first.month and first.day and last:
            return first.within(PartialDate(last.year - (first.month > last.month)))
    if whole := date_in(text):
        return _week_of_run(text, whole) or PartialDate(whole.year, whole.month, whole.day)
    # No part of a date that is none counts.
    text = without_dates(text)
    if match := _TWO_DIGITS.search(text) or _COMPACT.match(text):
        return _checked(PartialDate(2000 + int(match["year"]), int(match["month"]), int(match["day"])))
    if match := _SHORT_YEAR.search(text):
        return PartialDate(2000 + int(match["year"]), month_number(match["month"]), int(match["day"]))
    year = _YEAR.search(text)
    known_year = int(year["year"]) if year else None
    rest = text[: year.start()] + " " + text[year.end() :] if year else text
    if days := list(islice(DAY_OF_MONTH.finditer(rest), 2)):
        (month, day), *later = [
            [next(filter(None, (match[f"{part}{n}"] for n in range(1, 6)))) for part in "md"] for match in days
        ]
        if known_year and later and month_number(later[0][0]) < month_number(month):
            # A week over New Year is named by the year in which it ends.
            known_year -= 1
        found = _checked(PartialDate(known_year, month_number(month), int(day)))
        return (_week_of_run(text, found.whole) if later and found.whole else None) or found
    number, text = week_number(text) or (None, text)
    rest = _YEAR.sub(" ", text, count=1)
    if match := _YEAR_MONTH.search(text):
        return _checked(PartialDate(int(match["year"]), int(match["m1"] or match["m2"]), week=number))
    if match := MONTH_ALONE.search(rest):
        return _checked(PartialDate(known_year, month_number(match["m1"] or match["m2"]), week=number))
    if number is None and (match := _DAY_ALONE.search(rest) or _NUMBER_ALONE.fullmatch(rest)):
        return _checked(PartialDate(known_year, None, int(match["day"])))
    return PartialDate(known_year, week=number)


def part_of(dated: Dated) -> PartialDate:
    """Return what a day, a week or a month says of a date."""
    if dated.period == "week":
        year, week, _ = dated.first.isocalendar()
        return PartialDate(year, week=week)
    return PartialDate(dated.first.year, dated.first.month, dated.first.day if dated.period == "day" else None)


def joined(parts: Iterable[PartialDate]) -> PartialDate:
    """Join several into one date, the nearest first: a day from one heading, its month and year from those above."""
    found = NOTHING
    for part in parts:
        found = found.within(part)
    return found


def _week_of_run(text: str, first: date) -> PartialDate | None:
    """Return the week of a text that names its number, first and last day: `Week 17 (2026-04-20 ~ 2026-04-26)`."""
    week = week_number(text)
    year, number, _ = first.isocalendar()
    several = DAY_OF_MONTH.search(text) is not None or len(set(islice(dates_in(text), 2))) > 1
    return PartialDate(year, week=number) if week and week[0] == number and several else None


def _checked(found: PartialDate) -> PartialDate:
    if found.month is not None and not 1 <= found.month <= 12:
        return PartialDate(found.year, week=found.week)
    if found.day is not None and not 1 <= found.day <= 31:
        return PartialDate(found.year, found.month, week=found.week)
    return found
