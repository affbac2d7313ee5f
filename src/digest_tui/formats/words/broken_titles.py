"""Titles without markup that run over the end of their line."""

import re
from collections.abc import Sequence

from digest_tui.formats.words.introductions import without_introduction
from digest_tui.formats.words.labels import is_field
from digest_tui.patterns import pattern

_OPEN_END = pattern(
    r"(?:[:：,，、/&+(（–—-]"
    r"|(?<![\w'-])(?:an?|the|of|for|and|or|with|without|via|from|to|in|into|on|onto|at|by|as|is|are|be|that|than|using"
    r"|toward|towards|over|under|through|between|within|against|across|beyond|versus|vs\.?|their|its|our|your|these|how"
    r"|when|where|not|can|do|does)"
    r"|(?<=[가-힣])(?:의|을|를|와|과|에|에서|에게|으로|하는|되는|있는|없는)|(?<=\s)(?:및|그리고|또는)|(?:위|관|대|통|의)한|따른"
    r"|[的与與和及在中]|[のとをにでがは]|ための|による|における|に関する|および)\s*\Z",
    re.IGNORECASE,
)
"""The end of a line on which its title does not end."""
_NO_TITLE = pattern(
    r"\s*(?:by\b|et al|authors?\b|arxiv|https?:|doi\b|\(?(?:19|20)[0-9]{2}\b|(?:19|20)[0-9]{2}"
    r"|(?:university|institute|department|school|college|lab|accepted|published|submitted|presented|to appear"
    r"|code|project|abstract|summary|tl;?dr|keywords?|venue|date)\b|저자|요약|초록|링크|작성|作者|摘要|机构|链接|著者|概要|所属)",
    re.IGNORECASE,
)
_SENTENCE = pattern(r"[.。!！]\s*\Z")
_SMALL_WORD = pattern(r"\s(?:of|for|and|with|via|from|to|in|on|at|by|as|is|are|the|an?|that|using|through)\s")
_NAMES = pattern(r"(?:[^\W\d_a-z][\w.'’-]*\s?){2,4}(?:[,，、]\s*(?:[^\W\d_a-z][\w.'’-]*\s?){2,4})+")
_WORD = pattern(r"[^\W\d_]{4,}")
_MAX_LINES = 8
_MAX_LINE = 160
"""Largest number of characters of a line on which a title goes on: longer ones are text."""


def title_of_lines(lines: Sequence[str], *, before_link: bool) -> str:
    """Return the title with which lines open: the first of them, and those after it on which it goes on.

    `before_link` says that the last line stands in front of a link, so that no text about the paper may follow there.
    """
    title, *others = [line for line in map(str.strip, lines) if line] or [""]
    if not others:
        return title
    for number, written in enumerate(others[:_MAX_LINES], 1):
        is_last = before_link and number == len(others)
        line = without_introduction(written) if is_last else written
        if not _goes_on(title, line.strip(" -–—(（[【|·"), beside_link=is_last):
            break
        title = f"{title} {written}"
    return title


def _goes_on(title: str, line: str, *, beside_link: bool) -> bool:
    if not line or len(line) > _MAX_LINE or line.endswith((":", "：")) or is_field(line):
        return False
    if _NO_TITLE.match(line) or _SENTENCE.search(line) or _NAMES.fullmatch(line):
        return False
    if _OPEN_END.search(title) or (line[0].islower() and " " in line):
        return True
    # Words written as in a title, with small ones between them, are no names.
    return beside_link and _SMALL_WORD.search(line) is not None and _is_capitalised(line) and _is_capitalised(title)


def _is_capitalised(text: str) -> bool:
    words = _WORD.findall(text)
    return bool(words) and sum(word[0].isupper() for word in words) * 4 >= len(words) * 3
