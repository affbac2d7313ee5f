"""Folding text for comparison: composed, case-folded, of one width, with plain quotes and hyphens."""

import unicodedata

from digest_tui.patterns import pattern

# Characters as escapes of `re`, so that none of them hides in this file.
_INVISIBLE = pattern(r"[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f]+")
_WIDE = pattern(
    r"[\u00b2\u00b3\u00b9\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d9b-\u1dbf\u2070-\u209c\u2c7c\u2c7d"
    r"\uff01-\uffee\U0001d400-\U0001d7ff]+"
)
"""Full-width and half-width forms, raised and lowered letters, and letters of formulas such as the bold ones."""
_PUNCTUATION = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u3000": " ",
        "\u00a0": " ",
    }
)
_PLAIN = pattern(r"[\x00-\x7f\uac00-\ud7a3\u4e00-\u9fff\u3041-\u3096\u30a1-\u30fa\u3131-\u3163\u00b7\u2026]*")


def fold(text: str) -> str:
    """Return text folded for comparison; white space stays as it is.

    NFC, Unicode case folding, full-width, half-width, raised and lowered forms as ordinary ones, typographic quotes and
    hyphens as those of the keyboard, invisible joiners left out. Idempotent; never raises.
    """
    if is_plain(text):
        return text.lower()
    return without_case(of_one_form(text))


def is_plain(text: str) -> bool:
    """Return True when text has one width and form already: only its capitals fold."""
    return _PLAIN.fullmatch(text) is not None


def of_one_form(text: str) -> str:
    """Return text of one width and form, with its capitals."""
    text = _WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def without_case(text: str) -> str:
    """Return text of one form without its capitals, with the punctuation of the keyboard."""
    # Folding may leave what composes anew, and an apostrophe.
    return unicodedata.normalize("NFC", text.casefold().translate(_PUNCTUATION))
