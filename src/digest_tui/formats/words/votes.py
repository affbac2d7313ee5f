"""Votes, the number of people who liked a paper: `Vote: 25`, `👍 132`, `(12 upvotes)`."""

import re

from digest_tui.formats.words.labels import VOTES, normal

_NUMBER = (
    r"(?P<number>[0-9][0-9,]{0,11}(?:\.[0-9]+(?=\s?[kK](?![a-zA-Z])))?)(?P<thousands>\s?[kK](?![a-zA-Z]))?"
    r"(?![0-9]|\.[0-9]|\s?/\s?[0-9]|\s?%)"
)
_SYMBOLS = "👍|⬆️?|🔼|▲|△|⭐️?|🌟|❤️?|♥️?|🔥|💖|💗|🩷|👏"
_BY_SYMBOL = re.compile(
    rf"(?<!\w)(?:{_SYMBOLS})\ufe0f?\s*(?:\*\*)?\s*[:：x×]?\s*(?:\*\*)?\s*{_NUMBER}"
    r"(?!x\b|\s+(?!up-?votes?\b|votes?\b|likes?\b|stars?\b|points?\b)[a-z])"
)
_AFTER = re.compile(
    rf"(?<![\w.,-]){_NUMBER}\s*(?:\*\*)?\s*(?:up-?votes?\b|votes?\b|likes?\b|추천\b|업보트|좋아요|点赞|赞\b|いいね|票\b)"
    r"(?!\s*+[^\W\d_])",
    re.IGNORECASE,
)
_BY_LABEL = re.compile(
    rf"(?P<mark>\*\*|__)?(?P<label>[^\s:：*_|,，()\[\]][^:：*_|,，()\[\]\n]{{0,24}}?)\s*(?:[:：]\s*(?:\*\*|__)?|(?:\*\*|__)\s*[:：])\s*(?:\*\*)?{_NUMBER}"
)
_DECORATION = re.compile(
    rf"\s*(?:[-–—|·•,]\s*)?[(\[（【]?\s*(?:(?:{_SYMBOLS})\ufe0f?\s*[:：x×]?\s*[0-9][0-9,.]*\s?[kK]?"
    rf"|[0-9][0-9,.]*\s*(?:up-?votes?|votes?|likes?)|(?:up-?votes?|votes?|likes?)\s*[:：]?\s*[0-9][0-9,.]*)(?:\s*💬\s*[0-9]+)?\s*[)\]）】]?\s*$",
    re.IGNORECASE,
)
_MAX_TAIL = 60
"""Characters at the end of a title in which votes are looked for."""
_HINT = re.compile(rf"{_SYMBOLS}|vote|like|star|추천|좋아요|투표|업보트|득표|赞|票|いいね|支持|高評価")
"""The signs without which a line, in lower case, cannot name votes."""
_DIGIT = re.compile("[0-9]")
_YEARS = range(1990, 2100)


def votes_in(line: str) -> int | None:
    """Return the votes that a line of fields names; None for any other line.

    Scores out of ten, percentages and years behind a symbol are no votes.
    """
    if not (_DIGIT.search(line) and _HINT.search(line.lower())):
        return None
    for match in _BY_LABEL.finditer(line):
        if normal(match["label"]) in VOTES:
            return _number(match)
    if symbol := _BY_SYMBOL.search(line):
        number = _number(symbol)
        return None if number in _YEARS and not symbol["thousands"] else number
    after = _AFTER.search(line)
    return _number(after) if after else None


def without_votes(title: str) -> str:
    """Return a title without the votes that stand behind it."""
    if not _DIGIT.search(title[-_MAX_TAIL:]):
        return title
    return title[:-_MAX_TAIL] + _DECORATION.sub("", title[-_MAX_TAIL:])


def _number(match: re.Match[str]) -> int:
    value = float(match["number"].replace(",", ""))
    return round(value * 1000) if match["thousands"] else int(value)
