"""The amount that a text says, whatever its script."""

import re

_LETTER = re.compile(r"[^\W\d_]")
_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def letters(text: str) -> int:
    """Count the letters of a text."""
    return len(_LETTER.findall(text))


def weight(text: str) -> int:
    """Weigh a text by its letters; one of Hangul, Kana or Han says as much as two of an alphabet."""
    return letters(text) + len(_WIDE.findall(text))
