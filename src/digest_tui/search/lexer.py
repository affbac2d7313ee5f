"""A query as tokens, each with its position in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal

from digest_tui.patterns import pattern
from digest_tui.search.fields import PLAIN, field_named
from digest_tui.search.fields import Kind as FieldKind

_FIELD = pattern(r"([A-Za-z]+)(:(?:[<>]=?|=)?|[<>]=?|=)")
_COMPARED = (FieldKind.NUMBER, FieldKind.DATE)
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060"
"""What comes along when something is copied, and is no word by itself."""
_UNESCAPED = pattern(r"\\(.)", re.DOTALL)


class Kind(Enum):
    """The kind of a token."""

    WORD = auto()
    QUOTED = auto()
    EXPRESSION = auto()
    OPEN = auto()
    CLOSE = auto()
    MINUS = auto()
    OR = auto()
    AND = auto()


_SIGNS = {"(": Kind.OPEN, ")": Kind.CLOSE, "-": Kind.MINUS}


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a query."""

    kind: Kind
    text: str
    """The text of a word, quotation or expression; NFC."""
    start: int
    end: int
    field: str = ""
    """The name before a colon or comparison, as typed."""
    comparator: str = ""
    """The comparator behind the name: `:`, `<`, `<=`, `=`, `>=` or `>`."""
    value: int = 0
    """The position at which the text after the name begins."""
    is_cut: bool = False
    """True when the closing quote or slash is missing."""


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a query, in order; takes linear time and never raises."""
    return _Lexer(text).tokens()


def _takes_text(field: str) -> bool:
    row = field_named(field)
    return row is None or row.kind is FieldKind.TEXT


def _slash_or_as_typed(escaped: re.Match[str]) -> str:
    # Pairs are read from the left: in `\\\\/` the second backslash is what is escaped, not the slash.
    return escaped[1] if escaped[1] in "/／" else escaped[0]


class _Lexer:
    def __init__(self, text: str) -> None:
        self._typed = text
        self._text = text.translate(PLAIN)
        self._at = 0

    def tokens(self) -> list[Token]:
        found: list[Token] = []
        while True:
            while self._at < len(self._text) and (self._text[self._at].isspace() or self._text[self._at] in _UNSEEN):
                self._at += 1
            if self._at >= len(self._text):
                return found
            found.append(self._next())

    def _next(self) -> Token:
        start, letter = self._at, self._text[self._at]
        if (sign := _SIGNS.get(letter)) is not None:
            return self._sign(sign)
        name, comparator = self._field()
        value = self._at
        if name and self._text[value : value + 1] == "(":
            self._at += 1
            return Token(Kind.OPEN, "", start, self._at, name, comparator, value)
        return self._value(start, name, comparator)

    def _field(self) -> tuple[str, str]:
        """Step over the name of a field and its comparator, and return both; two empty strings when there is none."""
        found = _FIELD.match(self._text, self._at)
        if found is None:
            return "", ""
        name, sign = found.groups()
        row = field_named(name)
        if row is not None and row.kind in _COMPARED:
            self._at = found.end()
            return name, sign.removeprefix(":") or ":"
        # `Mamba:` and `https://` are words; `autor:kim` is a field that there is not. The < of `title:<think>` is text.
        value = found.end(1) + 1
        rest = self._text[value : value + 2]
        if sign[0] != ":" or (row is None and (rest in ("", "//") or rest[0].isspace() or rest[0] == ")")):
            return "", ""
        self._at = value
        return name, ":"

    def _sign(self, kind: Kind) -> Token:
        self._at += 1
        return Token(kind, self._text[self._at - 1], self._at - 1, self._at)

    def _value(self, start: int, field: str, comparator: str) -> Token:
        at = self._at
        match self._text[at : at + 1]:
            case '"':
                kind, text, is_cut = Kind.QUOTED, *self._quoted()
            case "/":
                kind, text, is_cut = Kind.EXPRESSION, *self._expression()
            case _:
                kind, text, is_cut = Kind.WORD, self._word(), False
        if kind is Kind.WORD and not field and text in ("OR", "AND"):
            kind = Kind.OR if text == "OR" else Kind.AND
        # What is compared with values has one width: an input method may type ２０.
        form: Literal["NFC", "NFKC"] = "NFKC" if field and not _takes_text(field) else "NFC"
        return Token(kind, unicodedata.normalize(form, text), start, self._at, field, comparator, at, is_cut)

    def _quoted(self) -> tuple[str, bool]:
        said: list[str] = []
        at = self._at + 1
        while at < len(self._text):
            if self._text[at] == "\\" and self._text[at + 1 : at + 2] == '"':
                at += 1
            elif self._text[at] == '"':
                self._at = at + 1
                return "".join(said), False
            said.append(self._typed[at])
            at += 1
        self._at = at
        return "".join(said), True

    def _expression(self) -> tuple[str, bool]:
        """Return an expression up to the first slash that ends a term, and whether that slash is missing."""
        at = first = self._at + 1
        while at < len(self._text):
            if self._text[at] == "\\":
                at += 1
            elif self._text[at] == "/" and (at + 1 == len(self._text) or self._ends(at + 1)):
                self._at = at + 1
                return _UNESCAPED.sub(_slash_or_as_typed, self._typed[first:at]), False
            at += 1
        self._at = len(self._text)
        return self._typed[first:], True

    def _ends(self, at: int) -> bool:
        return self._text[at] == ")" or self._text[at].isspace()

    def _word(self) -> str:
        first = at = self._at
        inside = 0
        while at < len(self._text) and not self._text[at].isspace():
            if self._text[at] == "(":
                inside += 1
            elif self._text[at] == ")":
                # It closes what the word opened, else the group around the word.
                if not inside:
                    break
                inside -= 1
            at += 1
        self._at = at
        return self._typed[first:at]
