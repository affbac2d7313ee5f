"""Comparing names, and recognising the abbreviation of one."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from digest_tui.patterns import pattern

LITTLE = frozenset(["a", "an", "and", "as", "by", "for", "from", "in", "of", "on", "the", "to", "via", "with"])
"""Words that an abbreviation may leave out."""
_ABBREVIATION = pattern(r"(?=[A-Za-z-]*[A-Z][A-Za-z-]*[A-Z])(?![A-Za-z-]*[a-z]{4})[A-Za-z][A-Za-z-]{1,9}")
_PLURAL_OF_CAPITALS = pattern("(?<=[A-Z]{2})s(?![A-Za-z])")
_PLURAL_OF_Y = pattern("(?<=[a-z]{3})ies(?![a-z])")
_PLURAL = pattern("(?<=[a-z]{3})(?<![isu])s(?![a-z])")
_SYLLABLES = pattern("[가-힣]")
_BREAKS = pattern(r"[\s/-]+")


def has_syllable(text: str) -> bool:
    """Return True when a name is Korean, at least in part."""
    return _SYLLABLES.search(text) is not None


def syllables_in(text: str) -> int:
    """Return the number of Hangul syllables in a text."""
    return len(_SYLLABLES.findall(text))


@lru_cache(maxsize=16384)
def is_abbreviation(name: str) -> bool:
    """Return True when a name is written like `RL`, `RLHF`, `LoRA`, `LLMs`."""
    return _ABBREVIATION.fullmatch(name) is not None


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """Return a name as names are compared: case, width, spaces, hyphens and an English plural do not matter."""
    key = unicodedata.normalize("NFKC", name)
    if "s" in key or "S" in key:
        key = _PLURAL_OF_CAPITALS.sub("", key).casefold()
        key = _PLURAL.sub("", _PLURAL_OF_Y.sub("y", key))
    return key.casefold().replace("-", "").replace(" ", "")


def words_in(name: str) -> list[str]:
    """Return the words of a name, also those that hyphens join."""
    return [word for word in _BREAKS.split(name) if word]


def size_of(name: str) -> int:
    """Return the number of words that a name stands for: of an abbreviation, one with each capital."""
    if is_abbreviation(name):
        return sum(map(str.isupper, name))
    return len(words_in(name))


def holds(name: str, part: str) -> bool:
    """Return True when a search for `part` would also find `name`; Latin letters count as whole words."""
    if has_syllable(part):
        return name_key(part) in name_key(name)
    return f" {_keys(part)} " in f" {_keys(name)} "


def _keys(name: str) -> str:
    return " ".join(map(name_key, words_in(name)))


def spells(abbreviation: str, name: str) -> bool:
    """Return True when an abbreviation takes the first letter, and possibly more, of each word of a name, in order."""
    if abbreviation[0].lower() != name[0].lower() or not is_abbreviation(abbreviation):
        return False
    letters = abbreviation.removesuffix("s").replace("-", "").lower()
    words = words_in(name)
    if len(words) < 2:
        return False
    reached = {0}
    for word in words:
        skipped = reached if word.lower() in LITTLE else set()
        reached = skipped | {end for start in reached for end in _ends(letters, start, word.lower())}
        if not reached:
            return False
    return len(letters) in reached


def _ends(letters: str, start: int, word: str) -> Iterator[int]:
    """Yield each end of the letters that a word may spell from `start` on: its first letter, then more in order."""
    if not letters.startswith(word[0], start):
        return
    end, place = start + 1, 1
    yield end
    while end < len(letters) and (found := word.find(letters[end], place)) >= 0:
        end, place = end + 1, found + 1
        yield end
