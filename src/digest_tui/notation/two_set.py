"""The two-set Hangul layout (KS X 5002, dubeolsik): what its keys type, and the keys that typed something."""

import re
from unicodedata import normalize

from digest_tui.patterns import pattern

# The keys of each jamo, in the order in which Unicode has the modern jamo (section 3.12, conjoining jamo behaviour):
# what a syllable is composed of, counted up from the first of its kind.
_INITIALS = tuple("rRseEfaqQtTdwWczxvg")
_VOWELS = (*"koiOjpuPh", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l")
_FINALS = (
    *("r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt"),
    *"tTdwczxvg",
)
_FIRST = {"initial": 0x1100, "vowel": 0x1161, "final": 0x11A8}

_KEYS = {
    chr(first + index): tuple(keys)
    for first, jamo in zip(_FIRST.values(), (_INITIALS, _VOWELS, _FINALS), strict=True)
    for index, keys in enumerate(jamo)
}
# Unicode decomposes these two finals, when they stand alone, into obsolete initials.
_KEYS |= {"\u111a": ("f", "g"), "\u1121": ("q", "t")}

_ALONE = dict(zip(_INITIALS, "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", strict=True))
_ONLY_SHIFTED = "QWERTOP"
"""The only keys of which the layout has another jamo with the shift key."""
_VOWEL = "|".join(sorted(_VOWELS, key=len, reverse=True))
_SYLLABLE = pattern(
    # A consonant before a vowel begins the next syllable.
    rf"(?P<initial>{'|'.join(_INITIALS)})(?P<vowel>{_VOWEL})"
    rf"(?P<final>(?:{'|'.join(sorted(_FINALS, key=len, reverse=True))})(?!{_VOWEL}))?"
)
_INITIALS_ALONE = 3
"""So many consonants without a vowel are meant as initials of syllables."""


def keys_of(jamo: str) -> tuple[str, ...] | None:
    """Return the keys of a conjoining jamo; None for anything else."""
    return _KEYS.get(jamo)


def latin_text(text: str) -> str:
    """Return a text with the keys for all Hangul in it: the same for what either layout made of them."""
    return "".join("".join(_KEYS.get(character, character)) for character in normalize("NFKD", text))


def hangul_text(keys: str) -> str | None:
    """Return what Latin letters would have typed on this layout; None where that is neither syllables nor initials."""
    if not (keys.isascii() and keys.isalpha()):
        return None
    keys = "".join(key if key in _ONLY_SHIFTED else key.lower() for key in (keys.lower() if keys.isupper() else keys))
    if len(keys) >= _INITIALS_ALONE and all(key in _ALONE for key in keys):
        return "".join(map(_ALONE.__getitem__, keys))
    syllables = list(_SYLLABLE.finditer(keys))
    if not syllables or sum(len(syllable[0]) for syllable in syllables) < len(keys):
        return None
    return normalize("NFC", "".join(map(_composed, syllables)))


def _composed(syllable: re.Match[str]) -> str:
    kinds = (("initial", _INITIALS), ("vowel", _VOWELS), ("final", _FINALS))
    return "".join(chr(_FIRST[kind] + jamo.index(keys)) for kind, jamo in kinds if (keys := syllable[kind]))
