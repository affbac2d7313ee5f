"""The numbers in front of titles: `1.`, `[2]`, `Paper 3:`, `4위`, `🥇`, `⭐⭐⭐`."""

import re
import unicodedata

_RANK = re.compile(
    r"(?:\[|【|\(|（)\s*(?:(?:new|replaced|updated?|paper|no\.?|论文|논문)\s*)?\#?[0-9]{1,4}\s*(?:\]|】|\)|）)(?!\()\s*[-:：.]?\s*"
    r"|(?:paper|논문|论文|論文|no\.|top|第)?\s*\#?[0-9]{1,3}\s*(?:篇|位|本目|위)\s*[-–—·:：.|)、]?\s*"
    r"|(?:paper|논문|论文|論文|no\.|top|rank|第)\s*\#?[0-9]{1,3}\s*[-–—:：.|｜)]\s*"
    r"|\[(?:[0-9]{1,3}/|[A-Z]{2,4}-)[0-9]{1,3}\](?!\()\s*|第[一二三四五六七八九十]{1,3}[篇位]\s*[-:：.|)、]?\s*|论文[一二三四五六七八九十]{1,3}\s*[:：]\s*"
    r"|[■◆●□◇]\s?[0-9]{1,3}[.)]?\s+"
    r"|[０-９]{1,3}[．.、)）:：]\s*"
    r"|[A-Z][0-9]{1,2}[.)]\s+(?=\S)"
    r"|\#[0-9]{1,3}\s*[-–—·:：.)]?\s+"
    r"|[一二三四五六七八九十]{1,3}、\s*|【第?[0-9０-９]{1,3}[位名篇本]】\s*"
    r"|\(?[0-9]{1,3}\\?[.)、]\s*(?=\S)(?![0-9])"
    r"|[0-9]{1,3}(?:\s?[-–—:：]|\s[·|])\s+",
    re.IGNORECASE,
)
_MEDALS = re.compile(r"(?:(?:[🥇🥈🥉🏅⭐★☆🌟]\ufe0f?|[0-9#*]\ufe0f?\u20e3|🔟|[①-⑳])\s*)+")
"""Medals and keycaps, which are numbers too."""
_STARS = re.compile(r"\A(?:[⭐★☆🌟]\ufe0f?\s*)+")
"""A rating."""
DECIMAL = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}\.?\s+(?=\S)")
"""`1.2 ` in front of a heading; inside a link it belongs to the title, as in `2.5 Years`."""
_SYMBOLS = re.compile(r"(?:[^\w\s\[\](){}<>\"'“”‘’«»《》「」『』$`*_\\~/.+\-]|[\u200d\ufe0f])+\s*")


def without_rank(text: str) -> tuple[str, bool]:
    """Return the text without the number in front of it, also behind a symbol or in bold, and whether it had one."""
    text = _STARS.sub("", text)
    if medals := _MEDALS.match(text):
        return _without_number(text[medals.end() :])[0], True
    return _without_number(text)


def _without_number(text: str) -> tuple[str, bool]:
    symbols = _SYMBOLS.match(text)
    start = symbols.end() if symbols and _is_symbol(symbols[0]) else 0
    mark = re.match(r"\*\*|__", text[start:])
    inside = start + (mark.end() if mark else 0)
    if rank := _RANK.match(text, inside):
        if mark and not text[rank.end() :].count(mark[0]):
            return text, False
        opening = mark[0] if mark and not text[rank.end() :].startswith(mark[0]) else ""
        rest = text[rank.end() :] if opening or not mark else text[rank.end() + len(mark[0]) :]
        return text[:start] + opening + rest.lstrip(), True
    if rank := _RANK.match(text):
        return text[rank.end() :].lstrip(), True
    return text, False


def _is_symbol(text: str) -> bool:
    return all(unicodedata.category(character) in ("So", "Sk", "Mn", "Cf", "Zs", "Sm") for character in text)
