"""The grammar of queries.

    query  = [ either ]
    either = all { "OR" all }
    all    = part { [ "AND" ] part }
    part   = [ "-" ] ( "(" either ")" | field "(" either ")" | term )
    term   = [ field ] ( word | "*" text [ "*" ] | '"' text '"' | "/" expression "/" )
    field  = name ":" | name [ ":" ] ( "<" | "<=" | "=" | ">=" | ">" )

A comparison stands behind `votes` and `date` alone. The term `sort:` is no condition: it may stand once, neither
negated nor in a group; where there is an OR outside of groups, only at the start or the end of the query.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from digest_tui.errors import QueryError
from digest_tui.model.typed_ids import is_identifier
from digest_tui.patterns import pattern
from digest_tui.search.fields import FieldRow, closest_field, field_named
from digest_tui.search.fields import Kind as FieldKind
from digest_tui.search.lexer import Kind, Token, tokens_of
from digest_tui.search.query import AllOf, AnyOf, Node, Not, Query, Sort, Words
from digest_tui.search.text_terms import TextReader
from digest_tui.search.values import UnfinishedError, ValueReader

MAX_CHARACTERS = 1000
MAX_DEPTH = 50
"""The largest depth of groups within groups."""
ANYTHING = 'a word, "words", a field such as title: or a group'
_NO_WORD = pattern(r"\s|^[^(].*\)$")
"""What a pasted identifier may have, and a word of a query may not: `arXiv: 2512.07951 [cs.CL]`."""


def parse(text: str, *, today: date, typing: bool = False) -> Query:
    """Return the meaning of a query; raises QueryError.

    While `typing`, with the cursor at the end, what is not finished there is left out, and `Query.hint` says what may
    come.
    """
    if len(text) > MAX_CHARACTERS:
        allowed = f"use at most {MAX_CHARACTERS:,} characters"
        raise QueryError("the query is too long", MAX_CHARACTERS, len(text), allowed)
    if _NO_WORD.search(text.strip()) and is_identifier(text):
        start = len(text) - len(text.lstrip())
        return Query(Words(text.strip(), quoted=True, start=start, end=len(text.rstrip())))
    return _Parser(text, today, typing=typing).query()


class _Parser:
    def __init__(self, text: str, today: date, *, typing: bool) -> None:
        self._text = text
        self._typing = typing
        self._values = ValueReader(text, today, typing=typing)
        self._texts = TextReader(text, typing=typing)
        self._hint = ""
        self._sort: Sort | None = None
        self._order: Token | None = None
        self._tokens = tokens_of(text)
        self._at = 0

    def query(self) -> Query:
        root = self._either(0, None) if self._tokens else None
        if token := self._here:
            raise self._stray(token)
        return Query(root, self._sort, self._hint)

    # The grammar

    def _either(self, depth: int, where: FieldRow | None) -> Node | None:
        nodes = [self._all(depth, where)]
        while (token := self._here) is not None and token.kind is Kind.OR:
            self._at += 1
            if not self._is_missing(token, "OR needs a term after it", where):
                nodes.append(self._all(depth, where))
        if depth == 0 and len(nodes) > 1:
            self._check_order_is_aside()
        return _joined(nodes, AnyOf)

    def _all(self, depth: int, where: FieldRow | None) -> Node | None:
        nodes = [self._part(depth, where)]
        while (token := self._here) is not None and token.kind not in (Kind.OR, Kind.CLOSE):
            if token.kind is Kind.AND:
                self._at += 1
                if self._is_missing(token, "AND needs a term after it", where):
                    break
            nodes.append(self._part(depth, where))
        return _joined(nodes, AllOf)

    def _part(self, depth: int, where: FieldRow | None) -> Node | None:
        token = self._tokens[self._at]
        self._at += 1
        match token.kind:
            case Kind.OR | Kind.AND:
                # While typing it may become a word: ORPO, ANDROID.
                if self._is_being_typed(token):
                    self._hint = _what(where)
                    return None
                what = f"{token.text} needs a term before it"
                raise QueryError(what, token.start, token.end, f"expected {_what(where)}")
            case Kind.CLOSE:
                raise self._stray(token)
            case Kind.MINUS:
                return self._negated(token, depth, where)
            case Kind.OPEN:
                return self._group(token, depth, where)
            case _:
                return self._term(token, depth, where)

    def _negated(self, minus: Token, depth: int, where: FieldRow | None) -> Node | None:
        following = self._here
        what = "- needs a word right after it"
        if following is None or following.start > minus.end:
            if following is None and self._is_missing(minus, what, where):
                return None
            raise QueryError(what, minus.start, minus.end, "use quotes to find a minus")
        if following.kind is Kind.MINUS or self._joins_or_closes(following):
            raise QueryError(what, minus.start, following.end, "use one minus to exclude, quotes to find a minus")
        row = field_named(following.field)
        if following.kind is not Kind.OPEN and row is not None and row.kind is FieldKind.ORDER:
            raise QueryError("sort: cannot be negated", following.start, following.end, f"for example {row.example}")
        node = self._part(depth, where)
        return None if node is None else Not(node)

    def _group(self, bracket: Token, depth: int, where: FieldRow | None) -> Node | None:
        if depth == MAX_DEPTH:
            raise QueryError("brackets are nested too deeply", bracket.start, bracket.end, f"at most {MAX_DEPTH}")
        row = where
        if bracket.field:
            if where is not None:
                raise self._field_in_group(bracket, where)
            row = self._row(bracket)
            if row.kind is not FieldKind.TEXT or bracket.comparator != ":":
                raise QueryError(
                    f"{row.name} cannot take a group", bracket.start, bracket.end, f"for example {row.example}"
                )
        if (closing := self._here) is not None and closing.kind is Kind.CLOSE:
            allowed = f"expected {_what(row)}"
            raise QueryError("these brackets are empty", bracket.start, closing.end, allowed)
        if self._is_missing(bracket, "this bracket is not closed", row):
            return None
        node = self._either(depth + 1, row)
        if self._here is not None:
            self._at += 1
        elif not self._typing:
            raise QueryError("this bracket is not closed", bracket.start, bracket.end, "add a )")
        return node

    def _term(self, token: Token, depth: int, where: FieldRow | None) -> Node | None:
        if token.field and where is not None:
            raise self._field_in_group(token, where)
        row = self._row(token) if token.field else None
        try:
            if row is None:
                return self._texts.term(token, where)
            if row.kind is not FieldKind.TEXT:
                self._check_fits(token, row)
            match row.kind:
                case FieldKind.TEXT:
                    return self._texts.term(token, row)
                case FieldKind.VALUE:
                    return self._values.flag(token, row)
                case FieldKind.NUMBER:
                    return self._values.votes(token)
                case FieldKind.ORDER:
                    self._take_order(token, row, depth)
                    return None
                case _:
                    return self._values.dated(token, row)
        except UnfinishedError as unfinished:
            self._hint = str(unfinished)
            return None

    # Inside

    @property
    def _here(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _is_being_typed(self, token: Token) -> bool:
        """Return True while more letters may be added to a token."""
        return self._typing and token.end == len(self._text)

    def _joins_or_closes(self, token: Token) -> bool:
        """Return True when a token can begin nothing."""
        return token.kind is Kind.CLOSE or (token.kind in (Kind.OR, Kind.AND) and not self._is_being_typed(token))

    def _is_missing(self, token: Token, what: str, where: FieldRow | None) -> bool:
        """Return True when a term after a token is missing but may still be typed; raises QueryError when it cannot."""
        following = self._here
        if following is None and self._typing:
            self._hint = _what(where)
            return True
        if following is None or (token.kind is not Kind.OPEN and self._joins_or_closes(following)):
            raise QueryError(what, token.start, token.end, f"expected {_what(where)}")
        return False

    def _stray(self, bracket: Token) -> QueryError:
        return QueryError("this bracket closes nothing", bracket.start, bracket.end, "use quotes to find a bracket")

    def _row(self, token: Token) -> FieldRow:
        if (row := field_named(token.field)) is None:
            meant = closest_field(token.field)
            perhaps = f" (did you mean {meant}:?)" if meant else ""
            raise QueryError(
                f"there is no field {token.field[:30]}:{perhaps}", token.start, token.start + len(token.field) + 1,
                'use quotes to find it as text, such as "a:b"',
            )  # fmt: skip
        return row

    def _check_fits(self, token: Token, row: FieldRow) -> None:
        allowed = f"for example {row.example}"
        if token.kind is Kind.EXPRESSION:
            raise QueryError(f"{row.name} cannot take an expression", token.start, token.end, allowed)
        # `since` and `until` compare by themselves: `since<2w` would say two things.
        if token.comparator != ":" and row.name in ("since", "until"):
            what = f"{row.name} takes a colon instead of {token.comparator}"
            raise QueryError(what, token.start, token.value, allowed)

    def _field_in_group(self, token: Token, where: FieldRow) -> QueryError:
        return QueryError(f"a field cannot be inside {where.name}:( )", token.start, token.end, "use words")

    def _take_order(self, token: Token, row: FieldRow, depth: int) -> None:
        if depth > 0:
            raise QueryError("sort: cannot be inside brackets", token.start, token.end, "put it outside")
        if self._order is not None:
            raise QueryError("sort: is given twice", token.start, token.end, "use it once")
        self._order = token
        self._sort = self._values.sort(token, row)

    def _check_order_is_aside(self) -> None:
        """Check that beside alternatives the order is at either end of the query: `a OR b sort:votes`."""
        order, tokens = self._order, self._tokens
        if order is None or (order is tokens[0] and tokens[1].kind is not Kind.OR):
            return
        if order is not tokens[-1] or tokens[-2].kind is Kind.OR:
            what, allowed = "sort: cannot be part of an OR", "put it at the start or the end of the query"
            raise QueryError(what, order.start, order.end, allowed)


def _what(where: FieldRow | None) -> str:
    """Return a description of what may come in a query, or in the group of a field."""
    return where.sought if where else ANYTHING


def _joined(nodes: Sequence[Node | None], kind: type[AllOf] | type[AnyOf]) -> Node | None:
    """Return several nodes as one, flattening those of the same kind."""
    flat: list[Node] = []
    for node in nodes:
        if isinstance(node, kind):
            flat += node.nodes
        elif node is not None:
            flat.append(node)
    return kind(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None
