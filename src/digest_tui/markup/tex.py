"""TeX formulas as Unicode, only where that says exactly the same; anything else stays as it was written."""

import re
from typing import NamedTuple

from digest_tui.markup.tex_symbols import DOUBLE_STRUCK, FONTS, FUNCTIONS, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS
from digest_tui.notation.cjk import cjk
from digest_tui.notation.tex_accents import with_letters
from digest_tui.patterns import pattern

MAX_FORMULA = 200
"""Largest number of characters read for the end of a formula: longer ones are no prose, and the scan stays linear."""

_OPENING = pattern(r"\$|\\\(")
_TOKEN = pattern(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_MARK = pattern(r"\\[A-Za-z,;:!%]|[\^_]")
"""A mark that only TeX has; without one, a dollar may be money."""
_WORDS_IN_TEX = pattern(r"\\(?:text|mbox|textbf|textit|mathrm|operatorname)\{[^{}]*\}")
_EQUATION = pattern(r"\\[A-Za-z]|\^|\b[A-Za-z]_")
"""A mark of a formula in brackets that may also be those of Markdown, which escapes them."""
_UNMARKED = pattern(r"(?![0-9\s])(?!.*[^\W\d_]{2})[\w\s+\-*/=<>|()\[\].,'×±≤≥≈∼~→∞·]{1,20}")
"""A formula of single letters, digits and operators: `n`, `k=3`, `O(n)`; no number alone, no words."""


class Formula(NamedTuple):
    """A formula found in text."""

    end: int
    """Index after its closing mark."""
    body: str
    """What stands between its marks."""
    unicode: str | None
    """The same in Unicode, `None` where that is not sure."""


class _Unsure(Exception):
    """There is no Unicode that says the same."""


def unicode_tex(text: str) -> str:
    r"""Return the text with those formulas in `$...$` and `\(...\)`, and accents, as Unicode for which that is sure.

    Never raises.
    """
    if "$" not in text and "\\(" not in text:
        return with_letters(text)
    pieces = []
    done = 0
    while opening := _OPENING.search(text, done):
        start = opening.start()
        formula = formula_at(text, start)
        end = formula.end if formula else opening.end()
        pieces.append(with_letters(text[done:start]))
        pieces.append(formula.unicode if formula and formula.unicode is not None else text[start:end])
        done = end
    pieces.append(with_letters(text[done:]))
    return "".join(pieces)


def formula_at(text: str, start: int) -> Formula | None:
    """Return the formula that begins at an index, or `None` where a dollar or bracket is just that."""
    if text.startswith("\\(", start):
        opening, closing = "\\(", "\\)"
    elif text.startswith("$$", start):
        opening = closing = "$$"
    elif text.startswith("$", start):
        opening = closing = "$"
    else:
        return None
    first = start + len(opening)
    last = text.find(closing, first, first + MAX_FORMULA)
    if last <= first:
        return None
    body, end = text[first:last], last + len(closing)
    # Pandoc's rule for dollars: "$1 and $2" and "$5-$6" are money; a command inside settles it.
    if closing == "$" and (body[0].isspace() or body[-1].isspace()):
        return None
    if closing == "$" and text[end : end + 1].isdigit() and "\\" not in body:
        return None
    marked = _MARK.search(body) is not None
    # Without a mark `\(` is Markdown's way to write a bracket; with CJK text inside it is prose.
    if cjk().search(body) or not (marked or (opening != "\\(" and _UNMARKED.fullmatch(body))):
        return None
    in_unicode = _unicode(body)
    return Formula(end, body, in_unicode) if marked or in_unicode is not None else None


def unicode_equation(body: str) -> str | None:
    """Return a formula of several lines in Unicode; None where that is not sure of all of them."""
    lines = [_unicode(line) for line in body.split("\n")]
    sure = [line for line in lines if line is not None]
    return "\n".join(sure) if len(sure) == len(lines) else None


def is_equation(body: str, *, in_dollars: bool) -> bool:
    """Return True when what stands on lines of its own between marks is a formula; a bracket may be just that."""
    if cjk().search(_WORDS_IN_TEX.sub("", body)):
        return False
    if not in_dollars:
        return _EQUATION.search(body) is not None
    return _MARK.search(body) is not None or all(_UNMARKED.fullmatch(line.strip()) for line in body.split("\n"))


def _unicode(body: str) -> str | None:
    try:
        return _Reader(body).group(closed=False).strip()
    except _Unsure:
        return None


class _Reader:
    """Reads a formula token by token and gives up at the first one that has no sure Unicode."""

    def __init__(self, body: str) -> None:
        self._tokens: list[str] = _TOKEN.findall(body)
        self._next = 0

    def group(self, *, closed: bool = True) -> str:
        """Read what stands up to the closing brace, or to the end."""
        written: list[str] = []
        while self._next < len(self._tokens):
            if self._tokens[self._next] == "}" and closed:
                self._next += 1
                return "".join(written)
            name = self._tokens[self._next].removeprefix("\\")
            if name in FUNCTIONS and written and written[-1][-1:].isalnum():
                written.append(" ")
            written.append(self._one())
        if closed:
            raise _Unsure
        return "".join(written)

    def _one(self) -> str:
        if self._next >= len(self._tokens):
            raise _Unsure
        token = self._tokens[self._next]
        self._next += 1
        if token == "{":
            return self.group()
        if token == "^":
            return self._mapped(SUPERSCRIPTS)
        if token == "_":
            return self._mapped(SUBSCRIPTS)
        if len(token) > 1:
            return self._command(token[1:])
        if token in "}\\$&#\n":
            raise _Unsure
        return {"~": " ", "'": "′"}.get(token, token)

    def _command(self, name: str) -> str:
        if name in FONTS:
            return self._argument()
        if name == "mathbb":
            return self._mapped(DOUBLE_STRUCK)
        if name == "sqrt":
            radicand = self._argument()
            return f"√{radicand}" if len(radicand) == 1 else f"√({radicand})"
        if name in FUNCTIONS:
            return name
        if name in SYMBOLS:
            return SYMBOLS[name]
        raise _Unsure

    def _argument(self) -> str:
        if self._next < len(self._tokens) and self._tokens[self._next] != "{":
            raise _Unsure
        return self._one()

    def _mapped(self, forms: dict[str, str]) -> str:
        try:
            return "".join(forms[character] for character in self._one())
        except KeyError:
            raise _Unsure from None
