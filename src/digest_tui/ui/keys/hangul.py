"""The Latin keys under Hangul, so that commands work while the Hangul input method is on."""

from unicodedata import normalize

from digest_tui.notation.two_set import keys_of

_NEVER = "q"
"""The key that leaves the reader: a stray syllable must not."""


def latin_keys(text: str) -> tuple[str, ...] | None:
    """The keys of the two-set layout that typed this Hangul, in typing order and without `q`.

    Takes syllables and jamo of every Unicode form: composed, conjoining, compatibility, half-width. None when the
    text is empty or holds anything that the layout cannot type; an empty tuple is Hangul of which nothing is left.
    """
    keys = [keys_of(jamo) for jamo in normalize("NFKD", text)]
    if not keys or None in keys:
        return None
    return tuple(key for typed in keys if typed for key in typed if key != _NEVER)
