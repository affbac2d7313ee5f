r"""Formulas that LaTeX sets without a fault: `$\nabla^2$`, but not `$1 or $2`, `$x^$` and `$\unknown$`."""

from __future__ import annotations

from typing import NamedTuple

from digest_tui.markup.tex import formula_at as found_at
from digest_tui.markup.tex_symbols import FUNCTIONS, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS
from digest_tui.patterns import pattern

_TOKEN = pattern(r"\\[A-Za-z]+|\\.|.")
_COMMAND_END = pattern(r"\\[A-Za-z]+\Z")
_NUMBER = pattern(r"\$(?P<body>[0-9]{1,9}(?:[.,][0-9]{1,9})?)\$(?![0-9])")
"""A number close between dollars: `$3$D`."""
_FONTS = frozenset({
    "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathcal", "mathnormal", "mathbb", "mathfrak", "boldsymbol",
    "operatorname", "hat", "tilde", "bar", "vec", "dot", "ddot", "widehat", "widetilde", "overline", "underline",
    "sqrt",
})  # fmt: skip
_TEXTS = frozenset({
    "text", "textit", "textbf", "textrm", "textsf", "texttt", "textsc", "textnormal", "emph", "mbox",
})  # fmt: skip
_FRACTIONS = frozenset({"frac", "tfrac", "dfrac", "binom"})
_OWN = frozenset({"argmax", "argmin", "degree", "lt", "gt"})
"""Names that are read as symbols or functions, but which neither LaTeX nor amsmath and amssymb have."""
_NO_COMMANDS = frozenset({"left", "right", "big", "Big", "bigl", "bigr"})
"""What needs another sign behind it."""
_COMMANDS = (frozenset(SYMBOLS) | FUNCTIONS) - _OWN - _NO_COMMANDS
_GREEK_AND_SIGNS = {
    sign: name
    for name, sign in reversed(SYMBOLS.items())
    if not sign.isascii() and name not in _OWN and name.isalpha() and sign.strip()
} | {"µ": "mu", "ϕ": "phi", "ϵ": "epsilon", "−": "-", "′": "prime"}
_OF_PACKAGES = frozenset({"implies", "checkmark"})
_RAISED = {raised: digit for digit, raised in SUPERSCRIPTS.items() if digit.isdecimal()}
_LOWERED = {lowered: digit for digit, lowered in SUBSCRIPTS.items() if digit.isdecimal()}
_SINGLE = frozenset({
    *(name for name, sign in SYMBOLS.items() if "α" <= sign <= "ω" or "Α" <= sign <= "Ω"),
    "circ", "top", "ast", "star", "dagger", "infty", "perp", "prime", "ell", "pm", "times", "%",
})  # fmt: skip
"""Commands that may be an index without braces."""
_ESCAPED = "%&#"
_MAX_DEPTH = 20


class Formula(NamedTuple):
    """A formula in a text."""

    end: int
    """Index after its closing mark."""
    tex: str
    """What LaTeX sets, between single dollars."""


class _Refused(Exception):
    """LaTeX would stop at it, or nobody knows whether it would."""


def command_of(sign: str) -> str:
    """Return what sets a sign within a formula, in LaTeX without a package; empty where nothing does."""
    if sign in _LOWERED:
        return f"_{_LOWERED[sign]}"
    if sign in _RAISED:
        return f"^{_RAISED[sign]}"
    name = _GREEK_AND_SIGNS.get(sign, "")
    return f"\\{name}" if name.isalpha() and name not in _OF_PACKAGES else name


def formula_at(text: str, start: int) -> Formula | None:
    """Return the formula that begins at an index; None where a dollar or a bracket is just that."""
    if number := _NUMBER.match(text, start):
        return Formula(number.end(), number[0])
    found = found_at(text, start)
    if found is None:
        return None
    try:
        return Formula(found.end, f"${_Reader(found.body).formula()}$")
    except _Refused:
        return None


class _Reader:
    """Reads a formula token by token, and refuses what is not sure."""

    def __init__(self, body: str) -> None:
        self._tokens: list[str] = _TOKEN.findall(body)
        self._next = 0

    def formula(self) -> str:
        """Read it to its end."""
        tex = self._group("", 0)
        if self._next < len(self._tokens) or not tex.strip():
            raise _Refused
        return tex

    def _peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _group(self, closing: str, depth: int) -> str:
        """Read up to a closing brace, which is read too, or to the end."""
        if depth > _MAX_DEPTH:
            raise _Refused
        written: list[str] = []
        scripts: set[str] = set()
        while (token := self._peek()) != closing:
            if token in ("", "}"):
                raise _Refused
            if token in ("^", "_", "'", "′"):
                # TeX takes one index of each kind.
                script = "_" if token == "_" else "^"
                if script in scripts:
                    raise _Refused
                scripts.add(script)
                self._next += 1
                written.append("'" if script == "^" and token != "^" else token + self._index(depth))
            else:
                if not token.isspace():
                    scripts.clear()
                _join(written, self._one(depth))
        if closing:
            self._next += 1
        return "".join(written)

    def _index(self, depth: int) -> str:
        token = self._peek()
        if token in ("", "^", "_", "'", "}") or token[1:] in _TEXTS | _FRACTIONS or token.isspace():
            raise _Refused
        tex = self._one(depth)
        # Several commands stand for more than one sign.
        return tex if len(tex) == 1 or tex[0] == "{" or tex[1:] in _SINGLE else f"{{{tex}}}"

    def _one(self, depth: int) -> str:
        token = self._peek()
        self._next += 1
        if token == "{":
            return "{" + self._group("}", depth + 1) + "}"
        if len(token) == 1:
            return _sign(token)
        name = token[1:]
        if name in _FONTS:
            return token + self._argument(depth)
        if name in _TEXTS:
            return token + self._words()
        if name in _FRACTIONS:
            return token + self._argument(depth) + self._argument(depth)
        if name in _COMMANDS and name not in "{}":
            return token
        raise _Refused

    def _argument(self, depth: int) -> str:
        if self._peek() != "{":
            raise _Refused
        return self._one(depth)

    def _words(self) -> str:
        """Read an argument that holds words, no formula."""
        if self._peek() != "{":
            raise _Refused
        words: list[str] = []
        self._next += 1
        while (token := self._peek()) != "}":
            if len(token) != 1 or token in "{$^~\\":
                raise _Refused
            words.append(f"\\{token}" if token in "%&#_" else token)
            self._next += 1
        self._next += 1
        return "{" + "".join(words) + "}"


def _sign(token: str) -> str:
    if token in _ESCAPED:
        return f"\\{token}"
    if token.isascii():
        if token in "$\\~":
            raise _Refused
        return token
    # No font that is used in formulas by itself has such letters.
    if name := _GREEK_AND_SIGNS.get(token):
        return f"\\{name}" if name.isalpha() else name
    raise _Refused


def _join(written: list[str], piece: str) -> None:
    """Add a piece: a command that was a sign must not run into the letter after it."""
    if written and piece[:1].isalpha() and _COMMAND_END.search(written[-1]):
        written.append(" ")
    written.append(piece)
