"""Hangul for searching: syllables by their initial consonant."""

from digest_tui.patterns import pattern

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""The initial consonants, in the order of Unicode's syllables (section 3.12, conjoining jamo behaviour)."""
_FIRST, _OF_ONE_INITIAL = 0xAC00, 588
_CLUSTERS = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
"""The clusters that an input method makes of two consonants typed one after the other."""
_CONJOINING = {chr(0x1100 + index): jamo for index, jamo in enumerate(_INITIALS)}
_HANGUL = pattern(r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")

SYLLABLE = "[가-힣]"
"""Any syllable, as a part of a regular expression."""


def has_hangul(text: str) -> bool:
    """Return True when a text contains a syllable or a jamo."""
    return _HANGUL.search(text) is not None


def initials_in(term: str) -> str | None:
    """Return the initial consonants that a term spells, clusters taken apart; None when it holds anything else."""
    spelled = "".join(_CLUSTERS.get(letter, _CONJOINING.get(letter, letter)) for letter in term)
    return spelled if spelled and all(letter in _INITIALS for letter in spelled) else None


def beginning_with(initial: str) -> str:
    """Return a character class of the syllables with an initial consonant."""
    first = _FIRST + _INITIALS.index(initial) * _OF_ONE_INITIAL
    return f"[{chr(first)}-{chr(first + _OF_ONE_INITIAL - 1)}]"
