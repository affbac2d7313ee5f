"""Everything that the program may write to a terminal; whatever else is in its output came from outside."""

import base64
import re
import unicodedata

_MODES = "7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048"
# One form for each thing that Textual 8 does to a terminal, measured on digests that hold nothing but text.
_FORMS = re.compile(
    rf"""
      \x1b\[[0-9;]*m                       # colours and styles
    | \x1b\[[0-9]+;[0-9]+H                 # to a cell
    | \x1b\[\?(?:{_MODES})[hl]             # modes
    | \x1b\[\?(?:2026|2048)\$p             # which of them there are
    | \x1b\[6n                            # where the cursor is: how wide a mark was drawn
    | \x1b\[>25u | \x1b\[<u                # keys as kitty names them, and back
    | \x1b\]22;[a-z-]+\x07                 # the shape of the pointer
    | \x1b\]52;c;(?P<copied>[A-Za-z0-9+/=]*)\x07  # what the person copied: lines
    """,
    re.VERBOSE,
)
_ALLOWED_CONTROLS = "\r\n"
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x2070), 0x061C, 0x200E, 0x200F}


def unexpected(written: bytes) -> list[str]:
    """What is neither text that only says something nor a form of Textual's, each once and with what surrounds it."""
    text = written.decode("utf-8", "surrogateescape")
    copied = [base64.b64decode(form["copied"]).decode() for form in _FORMS.finditer(text) if form["copied"]]
    rest = _FORMS.sub("", text)
    found: dict[str, str] = {}
    for whole in (rest, *copied):
        for index, character in enumerate(whole):
            if _acts(character) or (character == "\r" and whole is not rest):
                found.setdefault(character, f"{whole[max(0, index - 20) : index + 20]!r}")
    return list(found.values())


def _acts(character: str) -> bool:
    if character in _ALLOWED_CONTROLS:
        return False
    code = ord(character)
    if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp"):
        return True
    return code in _BIDI or 0xFFF9 <= code <= 0xFFFB or 0xE0000 <= code <= 0xE007F
