"""One-cell replacements for the characters that East Asian fonts draw two cells wide (Unicode's width "ambiguous")."""

from unicodedata import category, east_asian_width, name, numeric

from rich.cells import cell_len

SEPARATOR, NARROW_SEPARATOR = " · ", " | "
"""A dot between two parts of a line; one within a word or a formula is no bar."""
_UNKNOWN = "?"
_ALIKE = {
    "*": "●◆■◉⊙∗※♥♣†‡",
    "+": "★☆⊕┌┐└┘├┤┬┴┼╭╮╯╰┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬",
    "-": "─━╌╍•–—―‐▀▔",
    "=": "═▄≡",
    "_": "▁▂▃",
    "|": "│┃║▏▎▍▌▋▊▉▐▕∥‖∣¦",
    "#": "█▓▒░▣▤▥▦▧▨▩≠",
    "o": "○◇□◎◯°º",
    "v": "✓↓▼▽∨",
    "x": "×✗⊗",
    ">": "→⇒▶▷≥≫⊃⊇›",
    "<": "←⇐◀◁≤≪⊂⊆‹",
    "^": "↑⇑▲△∧ˆ",
    "~": "…‥∼≈∝±˜",
    ".": "·˙∴",
    '"': "“”″„¨",
    "'": "‘’′´",
    "/": "÷⁄",
    ":": "∶",
    "n": "∩",
    "u": "∪",
    "E": "∈∃∑€",
    "A": "∀",
    "P": "∏",
    "S": "§∫",
    "V": "√∇",
    "d": "∂",
    "a": "ª",
    "C": "℃",
    "R": "®",
    "!": "¡",
    "%": "◐◑",
}
"""What is drawn, and in place of what; also marks of ours that are narrow, so that a set is of one kind."""
MARKS = {mark: narrow for narrow, marks in _ALIKE.items() for mark in marks}


class _Narrowing(dict[int, str]):
    """The table for `str.translate`: our marks at once, other characters when they are first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        found = self[code] = _narrow(character) if is_ambiguous(character) else character
        return found


_TABLE = _Narrowing({ord(mark): narrow for mark, narrow in MARKS.items()})


def is_ambiguous(character: str) -> bool:
    """Return True when a terminal may draw two cells where one was reckoned with."""
    return east_asian_width(character) == "A" and category(character)[0] != "M" and cell_len(character) == 1


def narrowed(text: str) -> str:
    """Return a text, control sequences and all, that takes the cells it was reckoned to take in any terminal."""
    return text if text.isascii() else text.replace(SEPARATOR, NARROW_SEPARATOR).translate(_TABLE)


def _narrow(character: str) -> str:
    digit = numeric(character, None)
    if digit is not None and digit in range(10):
        return str(int(digit))
    # GREEK SMALL LETTER ALPHA, LATIN CAPITAL LETTER E WITH ACUTE: the letter is told by its first one.
    kind, is_letter, letter = name(character, "").partition(" LETTER ")
    if not is_letter:
        return _UNKNOWN
    return letter[0] if "CAPITAL" in kind else letter[0].lower()
