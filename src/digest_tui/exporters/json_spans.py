"""Where the items of an array and the members of an object are in JSON text, so that each can stay as it was typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from digest_tui.errors import ExportError
from digest_tui.patterns import pattern

_SPACE = pattern(r"[ \t\n\r]*+")


class Span(NamedTuple):
    """A value, and where it stands."""

    value: Any
    start: int
    end: int
    """The index after its last character."""
    name: str = ""
    """The name of a member of an object."""


def _number(digits: str) -> int | str:
    # One of thousands of digits is nothing to be worked out, and Python refuses to.
    return int(digits) if len(digits) < 300 else digits


_DECODER = json.JSONDecoder(parse_int=_number)


def items(text: str) -> list[Span]:
    """Return the items of a text that is one array; raises ExportError for any other, with the line."""
    start = _after_space(text, 0)
    if not text.startswith("[", start):
        raise _refused(text, start, "it is not an array")
    found, end = _listed(text, start, "]")
    rest = _after_space(text, end)
    if rest < len(text):
        raise _refused(text, rest, "something follows the array")
    return found


def members(text: str, start: int) -> list[Span]:
    """Return the members of the object that begins at an index and was read before."""
    return _listed(text, start, "}")[0]


def _listed(text: str, start: int, closing: str) -> tuple[list[Span], int]:
    found: list[Span] = []
    at = _after_space(text, start + 1)
    if text.startswith(closing, at):
        return found, at + 1
    while True:
        first, name = at, ""
        if closing == "}":
            named = _value(text, at)
            name = named.value
            at = _after_space(text, _after_space(text, named.end) + 1)
        value = _value(text, at)
        found.append(Span(value.value, first, value.end, name))
        at = _after_space(text, value.end)
        if text.startswith(closing, at):
            return found, at + 1
        if not text.startswith(",", at):
            raise _refused(text, at, f"`,` or `{closing}` was expected")
        at = _after_space(text, at + 1)


def _value(text: str, at: int) -> Span:
    try:
        value, end = _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _refused(text, error.pos, error.msg.lower()) from error
    except RecursionError as error:
        raise _refused(text, at, "it is nested too deeply") from error
    return Span(value, at, end)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _refused(text: str, at: int, reason: str) -> ExportError:
    line = text.count("\n", 0, at) + 1
    return ExportError(f"this is not JSON that can be read ({reason}), so the file is left as it is.", line)


def lines_of(text: str, spans: list[Span]) -> Iterator[int]:
    """Yield the lines on which values begin, in one pass over the text."""
    line, done = 1, 0
    for span in spans:
        line += text.count("\n", done, span.start)
        done = span.start
        yield line
