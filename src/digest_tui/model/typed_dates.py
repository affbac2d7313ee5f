"""Dates as people type them."""

from datetime import date, timedelta

from digest_tui.patterns import pattern

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISO = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS_AGO = pattern(r"-[0-9]{1,5}")


def parse_date(text: str, today: date) -> date | None:
    """Return the date of `2025-12-10`, `today`, `yesterday`, `-1` (days ago) or `mon` (the latest, today included).

    It returns None for anything else, including a day that no calendar has.
    """
    word = text.strip().lower()
    try:
        if _ISO.fullmatch(word):
            return date.fromisoformat(word)
        if word in ("today", "yesterday"):
            return today - timedelta(days=word == "yesterday")
        if _DAYS_AGO.fullmatch(word):
            return today + timedelta(days=int(word))
        if word in _WEEKDAYS:
            return today - timedelta(days=(today.weekday() - _WEEKDAYS.index(word)) % 7)
    except (ValueError, OverflowError):
        return None
    return None
