"""Whether a text holds a word of a query, looked at letter by letter: nothing of this is shared with the program."""

import re
import unicodedata

_LETTER, _DIGIT, _MARK = re.compile("[A-Za-zÀ-ɏ]"), re.compile("[0-9]"), re.compile("[\u0300-\u036f]")


def begins_word(text: str, at: int) -> bool:
    """Whether a letter or digit of a text is the first of a word, or what stands there is none."""
    before, letter = text[at - 1 : at] if at else "", text[at]
    kind = _LETTER if _LETTER.match(letter) else _DIGIT if _DIGIT.match(letter) else None
    if kind is None or not kind.match(before):
        return True
    return before.islower() and letter.isupper()


def holds_word(text: str, word: str) -> bool:
    """Whether a text holds a word in Latin letters, as typed: `agent`, `"agent"`, `*gent*`, `"two words"`."""
    whole, inside = word.startswith('"') and " " not in word, word.startswith("*")
    typed = unicodedata.normalize("NFC", word.strip('"*'))
    is_accented = not typed.isascii()
    text = re.sub(r"[*`]", "", re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)))
    if not is_accented:
        text = _MARK.sub("", unicodedata.normalize("NFD", text))
    for found in re.finditer(re.escape(typed), text, re.IGNORECASE):
        ends = found.end() == len(text) or begins_word(text, found.end())
        if (inside or begins_word(text, found.start())) and (ends or not whole):
            return True
    return False
