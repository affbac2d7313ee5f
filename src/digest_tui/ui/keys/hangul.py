"""The Latin keys under Hangul, so that commands work while the Hangul input method is on."""

from unicodedata import normalize

_NEVER = "q"
"""The key that leaves the reader: a stray syllable must not."""

# The keys of each jamo by KS X 5002 (two-set, dubeolsik), in the order in which Unicode has the modern jamo
# (section 3.12, conjoining jamo behaviour): what a syllable is composed of, counted up from the first of its kind.
_INITIALS = "r R s e E f a q Q t T d w W c z x v g"
_VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l"
_FINALS = "r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g"

_KEYS = {
    chr(first + index): tuple(keys)
    for first, jamo in ((0x1100, _INITIALS), (0x1161, _VOWELS), (0x11A8, _FINALS))
    for index, keys in enumerate(jamo.split())
}
# Unicode decomposes these two finals, when they stand alone, into obsolete initials.
_KEYS |= {"\u111a": ("f", "g"), "\u1121": ("q", "t")}


def latin_keys(text: str) -> tuple[str, ...] | None:
    """The keys of the two-set layout that typed this Hangul, in typing order and without `q`.

    Takes syllables and jamo of every Unicode form: composed, conjoining, compatibility, half-width. None when the
    text is empty or holds anything that the layout cannot type; an empty tuple is Hangul of which nothing is left.
    """
    jamos = normalize("NFKD", text)
    if not all(jamo in _KEYS for jamo in jamos) or not jamos:
        return None
    return tuple(key for jamo in jamos for key in _KEYS[jamo] if key != _NEVER)


def latin_text(text: str) -> str:
    """A text with the keys of the two-set layout for all Hangul in it: the same for what either layout made of them."""
    return "".join("".join(_KEYS.get(character, character)) for character in normalize("NFKD", text))
