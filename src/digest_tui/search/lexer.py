"""A query as tokens, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal

from digest_tui.search.fields import Kind as FieldKind
from digest_tui.search.fields import field_named

_PLAIN = str.maketrans("：（）－＂／＞＜＝\u3000“”„«»", ':()-"/><= """""')
"""What an input method in full-width mode, or an editor that sets quotes, types instead of syntax; one for one."""
_FIELD = re.compile(r"([A-Za-z]+)(:(?:[<>]=?|=)?|[<>]=?|=)")
_COMPARED = (FieldKind.NUMBER, FieldKind.DATE)


class Kind(Enum):
    """What a token is."""

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
    """What a word, quotation or expression says; NFC."""
    start: int
    end: int
    field: str = ""
    """The name before a colon or comparison, as typed."""
    comparator: str = ""
    """`:`, `<`, `<=`, `=`, `>=` or `>` behind the name."""
    value: int = 0
    """Where what follows the name begins."""
    is_cut: bool = False
    """Whether the closing quote or slash is missing."""


def tokens_of(text: str) -> list[Token]:
    """The tokens of a query, in order; takes linear time and never raises."""
    return _Lexer(text).tokens()


def _takes_text(field: str) -> bool:
    row = field_named(field)
    return row is None or row.kind is FieldKind.TEXT


class _Lexer:
    def __init__(self, text: str) -> None:
        self._typed = text
        self._text = text.translate(_PLAIN)
        self._at = 0

    def tokens(self) -> list[Token]:
        found: list[Token] = []
        while True:
            while self._at < len(self._text) and self._text[self._at].isspace():
                self._at += 1
            if self._at >= len(self._text):
                return found
            found.append(self._next())

    def _next(self) -> Token:
        start, letter = self._at, self._text[self._at]
        if (sign := _SIGNS.get(letter)) is not None:
            return self._sign(sign)
        field = _FIELD.match(self._text, start)
        if field is None or not self._is_field(field):
            return self._value(start, "", "")
        self._at = field.end()
        comparator = field[2].removeprefix(":") or ":"
        if self._text[self._at : self._at + 1] == "(":
            self._at += 1
            return Token(Kind.OPEN, "", start, self._at, field[1], comparator, field.end())
        return self._value(start, field[1], comparator)

    def _is_field(self, field: re.Match[str]) -> bool:
        row = field_named(field[1])
        if not field[2].startswith(":"):
            return row is not None and row.kind in _COMPARED
        # `Mamba:` and `https://` are words; `autor:kim` is a field that there is not.
        rest = self._text[field.end() : field.end() + 2]
        return row is not None or not (rest == "" or rest[0].isspace() or rest == "//" or rest[0] == ")")

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
        """Up to the first slash behind which the query goes on, or ends."""
        at = first = self._at + 1
        while at < len(self._text):
            if self._text[at] == "\\":
                at += 1
            elif self._text[at] == "/" and (at + 1 == len(self._text) or self._text[at + 1] in ") \t\n"):
                self._at = at + 1
                return self._typed[first:at].replace("\\/", "/"), False
            at += 1
        self._at = len(self._text)
        return self._typed[first:], True

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
