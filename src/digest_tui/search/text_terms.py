"""Terms that are looked for in texts: words, quotations, expressions."""

from __future__ import annotations

from digest_tui.errors import QueryError
from digest_tui.patterns import pattern
from digest_tui.search.fields import FieldRow
from digest_tui.search.folding import fold
from digest_tui.search.lexer import Kind, Token
from digest_tui.search.query import Node, Pattern, Where, Words
from digest_tui.search.values import UnfinishedError

_INSIDE = pattern(r"\*(?!\*)(.*[^*])\*?")
"""A word that begins with one asterisk: two are marks of emphasis around pasted words."""
_HALF_TYPED = pattern(r"(?<=[가-힣])[ㄱ-ㅎ]+$")
"""Consonants behind a syllable: the next one is being typed."""


class TextReader:
    """Reads terms; while typing, an unfinished one at the very end raises `UnfinishedError`."""

    def __init__(self, text: str, *, typing: bool) -> None:
        self._end = len(text)
        self._typing = typing

    def term(self, token: Token, row: FieldRow | None) -> Node:
        """Return what a token looks for, in a field or anywhere."""
        where = row.where if row else None
        if token.kind is Kind.EXPRESSION:
            return self._expression(token, where)
        is_last = token.end == self._end
        text = _HALF_TYPED.sub("", token.text) if self._typing and is_last else token.text
        if _is_seen(text) and not (token.is_cut and not self._typing):
            return _words(token, text, where)
        if self._typing and is_last and (token.is_cut or (not token.text and token.kind is Kind.WORD)):
            raise UnfinishedError(row.sought if row else "words to find exactly")
        if token.is_cut:
            raise QueryError("this quote is not closed", token.value, token.end, 'add a closing "')
        if token.kind is Kind.QUOTED:
            raise QueryError("these quotes are empty", token.value, token.end, "put words in them")
        name = row.name if row else token.text
        raise QueryError(
            f"{name}: needs a word right after it", token.start, token.end, f"for example {row.example}" if row else ""
        )

    def _expression(self, token: Token, where: Where) -> Node:
        if token.is_cut:
            if self._typing:
                raise UnfinishedError("a regular expression; / ends it")
            raise QueryError(
                "this expression is not closed",
                token.value,
                token.end,
                "add a closing /, or use quotes to find a slash",
            )
        if not token.text:
            raise QueryError("these slashes are empty", token.value, token.end, "put an expression in them")
        return Pattern(token.text, where, token.start, token.end)


def _is_seen(text: str) -> bool:
    """Return True unless a text is nothing but white space and what comes along unseen when something is copied."""
    return fold(text).strip() != ""


def _words(token: Token, text: str, where: Where) -> Words:
    is_quoted = token.kind is Kind.QUOTED
    inside = None if is_quoted else _INSIDE.fullmatch(text)
    if inside and not _is_seen(inside[1]):
        inside = None
    return Words(
        inside[1] if inside else text,
        where,
        is_quoted,
        # A phrase may go on behind its last word, and so may a quotation that is still being typed.
        whole=is_quoted and not token.is_cut and len(text.split()) == 1,
        inside=inside is not None,
        start=token.start,
        end=token.end,
    )
