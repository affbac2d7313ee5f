"""The signs by which files are compared: the shape of a path, and the sorting words of a header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from digest_tui.patterns import pattern

if TYPE_CHECKING:
    from digest_tui.model.digest import Digest

BLANK = "blank"
"""The first sign of a file that consists of nothing but a header."""
BETWEEN = "\x1f"
MAX_WORDS = 12
"""The largest number of header words that are kept."""
MAX_CHARACTERS = 40
"""The largest number of characters of each word."""

_KEY = pattern(r"(layout|type|template|series|categor(?:y|ies)|tags?|topics?|keywords?)\s*[:=](.*)", re.IGNORECASE)
_ITEM = pattern(r"\s*-\s+(.*)")
_PAIR = pattern(r"[^\s:=]+\s*[:=]")
_FORM = ("layout", "type", "template")
"""Keys that say how a file is shown, not what it is about."""
_NUMBER = (
    r"[0-9]+|(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)(?![a-z])"
)
_NUMBERS = pattern(_NUMBER)
_PAGES = ("index", "_index", "readme")
"""Names of the file of a page that is a folder of its own: such a page has the folder's name."""


class Shape(NamedTuple):
    """A path with everything that differs from day to day folded: runs of digits, months and weekdays are `#`."""

    folder: str
    name: str
    """The name without its ending; for a page that is a folder (`2025-12-10-papers/index.md`), the folder's name."""
    is_folder: bool

    @property
    def path(self) -> str:
        """The shape of the whole path."""
        return f"{self.folder}/{self.name}{'/' if self.is_folder else ''}"


def folded(text: str) -> str:
    """Return a text without what differs from day to day: `Daily Papers — 2025-12-10` is `daily papers — #-#-#`."""
    return _NUMBERS.sub("#", (text if text.isascii() else normalize("NFC", text)).casefold())


def has_letters(shape: str) -> bool:
    """Return True when a shape consists of more than numbers and marks."""
    return any(letter.isalpha() for letter in shape)


def shape_of(path: str) -> Shape:
    """Return the shape of a path."""
    folder, _, name = folded(path).rpartition("/")
    stem = name.rpartition(".")[0] or name
    if stem in _PAGES and folder:
        folder, _, name = folder.rpartition("/")
        return Shape(folder, name, True)
    return Shape(folder, stem, False)


def signs_of(digest: Digest) -> str:
    """Return the words by which the header sorts the file, packed, after `BLANK` if nothing is below it."""
    words: list[str] = []
    key = ""
    for line in digest.lines[digest.header.first : digest.header.last]:
        if match := _KEY.match(line):
            key = match[1].casefold()
            words += _words(key, match[2])
        elif (item := _ITEM.match(line)) and key and not _PAIR.match(item[1]):
            words += _words(key, item[1])
        elif line.strip():
            key = ""
    is_blank = not any(line.strip() for line in digest.lines[digest.header.last :])
    return BETWEEN.join([*([BLANK] if is_blank else []), *dict.fromkeys(words[:MAX_WORDS])])


def is_topic(word: str) -> bool:
    """Return True when a header word says what a file is about, and not only how it is shown."""
    return not word.startswith(_FORM)


def _words(key: str, value: str) -> list[str]:
    # Hugo has a list of categories, others one; a tag is a tag under either name.
    name = key if key in _FORM else "topic"
    parts = (part.strip(" \t\"'[]") for part in value.partition(" #")[0].split(","))
    return [f"{name}={folded(part)[:MAX_CHARACTERS]}" for part in parts if part]
