r"""Text as LaTeX sets it: formulas and the commands that LaTeX knows stay, every other special sign is escaped.

`<`, `>` and `|` go into a formula, since TeX's old fonts have other signs in their place and `\textless`, though
right for LaTeX, is lost by several programs that read BibTeX.
"""

from __future__ import annotations

from digest_tui.exporters.tex_formulas import command_of, formula_at
from digest_tui.notation.tex_accents import letter_at
from digest_tui.patterns import pattern

_SPECIAL = pattern(r"[<>|]+|[\\$&%#_^~{}]|[\u0370-\u03ff\u00b5\u2070-\u2099\u2190-\u22ff\u2308-\u230b\u27e8\u27e9]")
_ESCAPES = {
    "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "\\": r"\textbackslash{}",
}  # fmt: skip
_NAME = pattern(r"\\([A-Za-z]+)")
_WITH_ARGUMENT = frozenset({
    "textit", "textbf", "textrm", "textsf", "texttt", "textsc", "textsl", "textup", "textmd", "textnormal", "emph",
    "textsuperscript", "textsubscript", "mbox",
})  # fmt: skip
_SIGNS = frozenset({
    "LaTeX", "TeX", "ldots", "dots", "textellipsis", "textendash", "textemdash", "textquoteleft", "textquoteright",
    "textquotedblleft", "textquotedblright", "textbackslash", "textasciicircum", "textasciitilde", "textregistered",
    "texttrademark", "copyright", "textdegree", "textbullet", "ss", "ae", "AE", "oe", "OE", "aa", "AA", "o", "O", "l",
    "L", "i", "j", "S", "P", "dag", "ddag", "pounds",
})  # fmt: skip
_SWITCHES = frozenset({"em", "bf", "it", "rm", "sc", "sf", "tt", "sl", "bfseries", "itshape", "scshape", "ttfamily"})
_PROTECTED = pattern(r"\{(?=[^{}]*[^\W\d_a-z])[\w.+-]+\}")
"""A word in braces, as bibliographies have them around capitals."""
_GREEK_WORD = pattern(r"[\u0370-\u03ff]{3}")
_MAX_DEPTH = 20


def tex_text(text: str) -> str:
    """Return LaTeX for a text; its braces are balanced, and LaTeX does not stop at it."""
    return _Writer(text).written(0, len(text), 0) if _SPECIAL.search(text) else text


class _Writer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._partners = _partners(text)

    def written(self, start: int, end: int, depth: int) -> str:
        """Return LaTeX for a stretch of the text."""
        text = self._text
        pieces: list[str] = []
        while found := _SPECIAL.search(text, start, end):
            pieces.append(text[start : found.start()])
            piece, start = self._special(found.start(), end, depth)
            if piece.startswith("$") and (pieces[-1] or "".join(pieces[-2:])).endswith("$"):
                # Two dollars would begin a line of its own.
                pieces.append("{}")
            pieces.append(piece)
        pieces.append(text[start:end])
        return "".join(pieces)

    def _special(self, start: int, end: int, depth: int) -> tuple[str, int]:
        """Return LaTeX for what begins at an index, and the index after it."""
        text, sign = self._text, self._text[start]
        if sign in "<>|":
            last = start
            while last < end and text[last] in "<>|":
                last += 1
            return f"${text[start:last]}$", last
        if sign == "$" or text.startswith("\\(", start):
            formula = formula_at(text, start)
            if formula and formula.end <= end:
                return formula.tex, formula.end
        if sign in "\\{" and (letter := letter_at(text, start)) and letter.end <= end:
            return text[start : letter.end], letter.end
        if sign == "\\":
            return self._command(start, end, depth)
        if sign == "{":
            return self._opened(start, end, depth)
        if sign == "}":
            return self._brace(start), start + 1
        if not sign.isascii():
            if _GREEK_WORD.search(text, max(0, start - 2), min(end, start + 3)):
                return sign, start + 1
            # Fonts for text have no such signs, and pdfLaTeX stops at them.
            return (f"${command}$" if (command := command_of(sign)) else sign), start + 1
        return _ESCAPES[sign], start + 1

    def _command(self, start: int, end: int, depth: int) -> tuple[str, int]:
        text = self._text
        if name := _NAME.match(text, start, end):
            if name[1] in _SIGNS:
                if text.startswith("{}", name.end(), end):
                    return f"{name[0]}{{}}", name.end() + 2
                after = text[name.end() : name.end() + 1]
                # For some engines any letter goes on with the name, also one that biber makes of an accent.
                return name[0] + ("{}" if after.isalpha() or after in ("\\", "{") else ""), name.end()
            last = self._partners.get(name.end(), end)
            if name[1] in _WITH_ARGUMENT and text.startswith("{", name.end()) and last < end and depth < _MAX_DEPTH:
                return f"{name[0]}{{{self.written(name.end() + 1, last, depth + 1)}}}", last + 1
        elif start + 1 < end and text[start + 1].isascii() and not text[start + 1].isspace():
            # Markdown's way to write a sign that is just that.
            sign = text[start + 1]
            if sign in "{}":
                return self._brace(start + 1), start + 2
            return (f"${sign}$" if sign in "<>|" else _ESCAPES.get(sign, sign)), start + 2
        return _ESCAPES["\\"], start + 1

    def _opened(self, start: int, end: int, depth: int) -> tuple[str, int]:
        text, last = self._text, self._partners.get(start, end)
        if word := _PROTECTED.match(text, start, end):
            return word[0].replace("_", r"\_"), word.end()
        switch = _NAME.match(text, start + 1, end)
        if switch and switch[1] in _SWITCHES and last < end and depth < _MAX_DEPTH:
            return f"{{{switch[0]} {self.written(switch.end(), last, depth + 1).lstrip()}}}", last + 1
        return self._brace(start), start + 1

    def _brace(self, index: int) -> str:
        # BibTeX counts those with a backslash too: only pairs of them are written so.
        sign = self._text[index]
        if index in self._partners:
            return f"\\{sign}"
        return r"$\lbrace$" if sign == "{" else r"$\rbrace$"


def _partners(text: str) -> dict[int, int]:
    """Return the index of the other brace for each that has one."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for index, sign in enumerate(text) if "{" in text else ():
        if sign == "{":
            opened.append(index)
        elif sign == "}" and opened:
            first = opened.pop()
            partners[first], partners[index] = index, first
    return partners
