"""Values of fields: flags, numbers, dates and ages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from digest_tui.errors import QueryError
from digest_tui.model.typed_dates import parse_date
from digest_tui.patterns import pattern
from digest_tui.search.fields import FieldRow
from digest_tui.search.lexer import Token
from digest_tui.search.query import Comparator, Dated, Has, Having, Is, Node, Sort, State, Votes
from digest_tui.similar import closest, listed

_NUMBER = pattern(r"[0-9]{1,9}")
_MONTH = pattern(r"([0-9]{4})(?:-([0-9]{1,2}))?")
_DAY = pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_AGE = pattern(r"([0-9]{1,4})([dwmy])", re.IGNORECASE)
_BEGUN_DATE = pattern(r"[0-9]{1,3}|[0-9]{4}-(?:[01]?|[0-9]{1,2}-[0-3]?)|-")
_SEPARATORS = pattern(r"(?<=[0-9])[./](?=[0-9])")
_WORDS = ("today", "yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DATES = "2025-12-10, 2025-12, 2025, today, yesterday, -1 or mon"
_AGES = "2025-12-10, 2025-12, 2025, today, yesterday, -1, mon, or an age: 3d, 2w, 1m, 1y"
_OTHER_NAMES = {
    "notes": "note", "tags": "tag", "vote": "votes", "author": "authors", "links": "link", "images": "image",
    "videos": "video", "date": "newest", "old": "oldest", "star": "starred", "skip": "skipped", "undecided": "new",
    "unread": "new",
}  # fmt: skip
"""Singulars, plurals, short forms and former names of values; a field's own value goes before them."""
_MEANT = {
    "picture": "image", "pictures": "image", "figure": "image", "figures": "image", "movie": "video", "url": "link",
    "urls": "link", "id": "arxiv", "favorite": "starred", "favourite": "starred", "seen": "read", "postponed": "later",
    "popular": "votes", "name": "title",
}  # fmt: skip
"""Other words for values, which are not taken for them, but whoever types them is told."""


class UnfinishedError(Exception):
    """Raised for a value that more letters may complete; the message says what may come."""


class ValueReader:
    """Reads values; while typing, an unfinished value at the very end raises `UnfinishedError`."""

    def __init__(self, text: str, today: date, *, typing: bool) -> None:
        self._end = len(text)
        self._today = today
        self._typing = typing

    def sort(self, token: Token, row: FieldRow) -> Sort:
        """Return the order of a `sort:`."""
        return Sort(self._one_of(token, row))

    def flag(self, token: Token, row: FieldRow) -> Node:
        """Return the condition of an `is:` or a `has:`."""
        value = self._one_of(token, row)
        return State(Is(value)) if row.name == "is" else Having(Has(value))

    def votes(self, token: Token) -> Node:
        """Return the condition of a comparison with a number of votes."""
        self._check_begun(token, ("",), "a whole number, such as 20")
        if not _NUMBER.fullmatch(token.text):
            raise self._error(token, f"votes{token.comparator} needs a whole number", "for example votes>20")
        return Votes(_comparator(token), int(token.text))

    def dated(self, token: Token, row: FieldRow) -> Node:
        """Return the condition of a date, a comparison with one, or an age."""
        allowed = _DATES if row.name == "date" else _AGES
        begun = ("", *(_WORDS if token.text else ()))
        self._check_begun(token, begun, allowed)
        if self._is_begun(token) and _BEGUN_DATE.fullmatch(token.text):
            raise UnfinishedError(allowed)
        span = self._span(token.text, row)
        if span is None:
            looks_like_a_date = _MONTH.match(token.text) and token.text.count("-") < 3
            what = "this date does not exist" if looks_like_a_date else f"{row.name}{token.comparator} needs a date"
            raise self._error(token, what, f"for example {allowed}")
        first, last = span
        match row.name, _comparator(token):
            case "since", _:
                return Dated(first, None)
            case "until", _:
                return Dated(None, last)
            case _, "=":
                return Dated(first, last)
            case _, ">=":
                return Dated(first, None)
            case _, "<=":
                return Dated(None, last)
            case _, ">":
                return Dated(_shifted(last, 1), None)
            case _:
                return Dated(None, _shifted(first, -1))

    def _span(self, text: str, row: FieldRow) -> tuple[date, date] | None:
        """Return the first and the last day of a date or an age; None when it is neither."""
        text = _SEPARATORS.sub("-", text)
        try:
            if month := _MONTH.fullmatch(text):
                year, first, last = int(month[1]), int(month[2] or 1), int(month[2] or 12)
                return date(year, first, 1), date(year, last, _days(year, last))
            if day := _DAY.fullmatch(text):
                found: date | None = date(*map(int, day.groups()))
            elif row.name != "date" and (age := _AGE.fullmatch(text)):
                found = _before(self._today, int(age[1]), age[2].casefold())
            else:
                found = parse_date(text, self._today)
        except (ValueError, OverflowError):
            return None
        return (found, found) if found else None

    def _one_of(self, token: Token, row: FieldRow) -> str:
        typed = token.text.casefold()
        value = typed if typed in row.values else _OTHER_NAMES.get(typed, typed)
        if value in row.values:
            return value
        names = {name: name for name in row.values}
        names |= {name: of for name, of in _OTHER_NAMES.items() if of in row.values and name not in names}
        begun = [of for name, of in names.items() if name.startswith(typed)]
        own = [name for name in row.values if name.startswith(typed)]
        self._check_begun(token, names, listed(own or list(dict.fromkeys(begun))))
        allowed = f"use {listed(row.values)}"
        if not token.text:
            raise self._error(token, f"{row.name}: needs a value", allowed)
        meant = other if (other := _MEANT.get(typed, "")) in row.values else closest(token.text, row.values)
        perhaps = f" (did you mean {meant}?)" if meant else ""
        raise self._error(token, f"{row.name}: does not know {token.text[:30]!r}{perhaps}", allowed)

    def _check_begun(self, token: Token, values: Iterable[str], hint: str) -> None:
        typed = token.text.casefold()
        if self._is_begun(token) and any(value.startswith(typed) for value in values if value != typed or not typed):
            raise UnfinishedError(hint)

    def _is_begun(self, token: Token) -> bool:
        return self._typing and token.end == self._end

    def _error(self, token: Token, what: str, allowed: str) -> QueryError:
        # Something missing at the end of the query is told as such.
        start = token.value if token.text else token.start
        return QueryError(what, min(start, token.end - 1), token.end, allowed)


def _comparator(token: Token) -> Comparator:
    match token.comparator:
        case "<" | "<=" | ">=" | ">":
            return token.comparator
        case _:
            return "="


def _before(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, _days(year, month + 1)))


def _shifted(day: date, by: int) -> date:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day


def _days(year: int, month: int) -> int:
    import calendar

    return calendar.monthrange(year, month)[1]
