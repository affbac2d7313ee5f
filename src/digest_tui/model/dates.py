"""Dates as people write them in titles, file names and folders."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from digest_tui.patterns import pattern

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The first and the last year that are read as one: a number outside is not a year."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
"""A regular expression for the name of a month in English, also shortened."""
_DAY = r"[0-9]{1,2}"
_DATE = pattern(
    rf"""
      (?<![0-9])(?P<y1>[0-9]{{4}})(?P<mark>[-–‑/_]|\.[ ]?)(?P<m1>{_DAY})(?P=mark)(?P<d1>{_DAY})(?![0-9]|[ ]?[주周週])
    | (?<![0-9])(?P<y2>[0-9]{{4}})[ ]?[년年][ ]?(?P<m2>{_DAY})[ ]?[월月][ ]?(?P<d2>{_DAY})[ ]?[일日]
    | (?<![0-9a-z])(?P<y3>[0-9]{{4}})(?P<m3>[0-9]{{2}})(?P<d3>[0-9]{{2}})(?![0-9a-z])
    | (?<![0-9a-z])(?P<y6>[0-9]{{4}})(?P<m6>0[1-9]|1[0-2])/(?P<d6>[0-9]{{2}})(?![0-9])
    | (?<![a-z])(?P<m4>{MONTH})\.?[ ](?P<d4>{_DAY})(?:st|nd|rd|th)?,?[ ](?P<y4>[0-9]{{4}})(?![0-9])
    | (?<![0-9])(?P<d5>{_DAY})(?:st|nd|rd|th)?[- ](?P<m5>{MONTH})\.?,?[- ](?P<y5>[0-9]{{4}})(?![0-9])
    | (?<![0-9/])(?P<m8>0?[1-9]|1[0-2])/(?P<d8>1[3-9]|2[0-9]|3[01])/(?P<y8>[0-9]{{4}})(?![0-9/])
    | (?<![0-9/])(?P<d9>1[3-9]|2[0-9]|3[01])/(?P<m9>0?[1-9]|1[0-2])/(?P<y9>[0-9]{{4}})(?![0-9/])
    | (?<![0-9.])(?P<d10>{_DAY})\.(?P<m10>{_DAY})\.(?P<y10>20[0-9]{{2}})(?![0-9.])
    | (?<![a-z])(?P<m7>{MONTH})[ ]+(?P<d7>{_DAY})[ ][0-9:]{{5,8}}[ ](?:[A-Z]{{2,5}}[ ])?(?P<y7>[0-9]{{4}})(?![0-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)

_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MAX_DAY = 31
"""The highest number of a day; a month written in its place is no higher."""
_FIRST_NO_DAY = 40
"""The lowest number that cannot have been meant as a day."""
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_ERAS = {"令和": 2018, "平成": 1988}
"""The year before the first one of each Japanese era."""
_ERA = pattern(r"(令和|平成)\s?([0-9]{1,2}|元)\s?年")
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/_-.")
"""Characters that are part of no date where no digit is beside them."""
_YEAR_FOLDER = pattern(r"(?:^|/)(20[0-9]{2})$")
_MONTH_AND_DAY = pattern(r"(0[1-9]|1[0-2])[-_]?([0-3][0-9])(?![0-9.])")
_COMPACT = pattern(r"([1-4][0-9])(0[1-9]|1[0-2])([0-3][0-9])(?![0-9.])")


class Said(NamedTuple):
    """A date in a text, with its position there."""

    date: date
    text: str
    """The text, with full-width digits and Japanese eras converted."""
    start: int
    end: int

    @property
    def before(self) -> str:
        """The text before the date."""
        return self.text[: self.start]


def said_dates(text: str) -> Iterator[Said]:
    """Yield the possible dates in a text, in order, passing over impossible ones such as February 30.

    It reads `2025-12-10`, also with `/`, `.` or `_`, `20251210` as a word of its own, `202512/10`, `2025년 12월 10일`,
    `Dec 10, 2025`, `Wed Dec 10 08:15:00 UTC 2025`, `18-Dec-2024`, `31.12.2025`, `令和7年12月10日`,
    and `12/30/2025` where one of the numbers can only be a day.
    """
    text = in_our_digits(text)
    for match in _DATE.finditer(text):
        year, month, day = _numbers(match)
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            yield Said(found, text, *match.span())


class NoDate(NamedTuple):
    """Text written as a date that no calendar has."""

    written: str
    year: int
    month: int
    day: int

    def __str__(self) -> str:
        if not 1 <= self.month <= len(_MONTHS):
            return f"month {self.month}"
        year = f" {self.year}" if (self.month, self.day) == (2, 29) else ""
        return f"{self.day} {_MONTH_NAMES[self.month - 1]}{year}"


def no_dates(text: str, *, certain: bool = False) -> Iterator[NoDate]:
    """Yield the impossible dates in a text, such as February 30, in order.

    Numbers of versions, telephones and pages are passed over, unless it is `certain` that a date is meant.
    """
    text = in_our_digits(text)
    for match in _DATE.finditer(text):
        found = NoDate(match[0].strip(), *_numbers(match))
        try:
            date(*found[1:])
        except ValueError:
            if FIRST_YEAR <= found.year <= LAST_YEAR and (certain or _is_meant(match, found)):
                yield found


def _is_meant(match: re.Match[str], found: NoDate) -> bool:
    """Return True when numbers that form no date were meant as one."""
    if match.string[: match.start()].endswith(("v", "V")):
        return False
    likely = 1 <= found.month <= len(_MONTHS) and 1 <= found.day <= _MAX_DAY
    if match["y3"] or match["mark"] == "/":
        return likely
    if match["y10"] or match["mark"] == ".":
        return likely and re.search(r"(?<![0-9])[0-9](?![0-9])", match[0]) is None
    return found.month <= _MAX_DAY and found.day < _FIRST_NO_DAY


def _numbers(date_like: re.Match[str]) -> tuple[int, int, int]:
    # The group that matched last is a part of the date, and its number that of the others.
    form = (date_like.lastgroup or "")[1:]
    return int(date_like[f"y{form}"]), month_number(date_like[f"m{form}"]), int(date_like[f"d{form}"])


def dates_in(text: str) -> Iterator[date]:
    """Yield the possible dates in a text, in order, as `said_dates` finds them."""
    return (said.date for said in said_dates(text))


def in_our_digits(text: str) -> str:
    """Return a text with full-width digits and Japanese eras converted to ASCII digits and common years."""
    return text if text.isascii() else _ERA.sub(_western, text.translate(_DIGITS))


def without_dates(text: str) -> str:
    """Return a text without anything written as a date, possible or not."""
    return _DATE.sub(" ", text)


def _western(era: re.Match[str]) -> str:
    return f"{_ERAS[era[1]] + (1 if era[2] == '元' else int(era[2]))}年"


def date_in(text: str) -> date | None:
    """Return the first possible date in a text."""
    return next(dates_in(text), None)


def path_dates(path: str) -> tuple[date | None, date | None]:
    """Return the date in a file's name and the nearest one in its folders (`2024/01/23/a.md`, `2024/01/23.md`).

    `path` is relative to its source, with `/`.
    """
    folders, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    named = date_in(stem) or _compact(stem)
    if not folders:
        return named, None
    foldered = [*dates_in(folders if named else f"{folders}/{stem}")]
    return named, foldered[-1] if foldered else _below_year(folders, stem)


def plain_path_date(path: str) -> date | None:
    """Return the date of a path such as `2025-12-10-name.md` or `logs/2025/12/10.md`, as `path_dates` finds it.

    None says nothing. Most paths are such, and each start looks at all of them: no expression is compiled for these.
    """
    folders, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    year, month, day = stem[:4], stem[5:7], stem[8:10]
    if stem[4:8:3] == "--":
        is_plain = stem[10:11] in ("", "-", "_")
    else:
        above, _, month = folders.rpartition("/")
        above, _, year = above.rpartition("/")
        day = stem
        is_plain = all(char in _PLAIN for char in above)
    numbers = f"{year}{month}{day}"
    if not (is_plain and (len(year), len(month), len(day)) == (4, 2, 2) and numbers.isascii() and numbers.isdecimal()):
        return None
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _below_year(folders: str, stem: str) -> date | None:
    """Return the date of a path such as `2026/03-31` or `2026/0331`."""
    year, day = _YEAR_FOLDER.search(folders), _MONTH_AND_DAY.match(stem)
    return date_in(f"{year[1]}-{day[1]}-{day[2]}") if year and day else None


def _compact(stem: str) -> date | None:
    """Return the date of a name such as `210121 Papers`."""
    match = _COMPACT.match(stem)
    return date_in(f"20{match[1]}-{match[2]}-{match[3]}") if match else None


def month_number(month: str) -> int:
    """Return the number of a month that is written as a number or in English, also shortened."""
    return int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
