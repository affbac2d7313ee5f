"""A BibTeX file cut into its entries and what stands between them, which is a comment for BibTeX.

Source: Oren Patashnik, BibTeXing; and what https://metacpan.org/dist/Text-BibTeX, which biber reads with, makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from digest_tui.errors import ExportError
from digest_tui.patterns import pattern

_START = pattern(r"@\s*+(?P<type>[A-Za-z][\w-]*+)\s*+(?P<open>[{(])")
_BRACE = pattern(r"[{}]")
_MARK_IN_ROUND = pattern(r'[{}")]')
_KEY = pattern(r"[^,]*+")
_FIELD = pattern(r"[\s,]*+(?P<name>[^\s=,{}()\"#%']++)\s*+=\s*+")
_PLAIN_VALUE = pattern(r"[^\s,#{}\"=]++")
_AND = pattern(r"\s*+#\s*+")
_REST = pattern(r"[\s,]*+")
_NO_ENTRIES = frozenset({"comment", "string", "preamble"})


class Field(NamedTuple):
    """A field of an entry."""

    name: str
    """Its name in small letters."""
    text: str
    """All of it as it stands in the file: name, sign and value."""
    value: str
    """What its values say together, without the marks around each, white space folded."""


class Stretch(NamedTuple):
    """An entry, or what stands between two."""

    start: int
    end: int
    line: int
    """The line on which it begins, counted from 1."""
    type: str = ""
    """The type of an entry, as written; empty for anything else."""
    inner: tuple[int, int] = (0, 0)
    """Where what stands between its brackets begins and ends."""


def stretches(text: str) -> Iterator[Stretch]:
    """Yield all of a file in order; raises ExportError where an entry is not closed."""
    done, line = 0, 1
    position = 0
    while start := _START.search(text, position):
        line_start = text.rfind("\n", position, start.start()) + 1
        if not line_start:
            line_start = position if position == 0 or text[position - 1] == "\n" else start.start()
        if text[line_start : start.start()].lstrip(" \t").startswith("%"):
            # biber and JabRef take such a line for a comment.
            end_of_line = text.find("\n", start.start()) + 1
            position = end_of_line or len(text)
            continue
        before = text[done : start.start()]
        start_line = line + before.count("\n")
        end = _end(text, start.end(), is_round=start["open"] == "(")
        if end < 0:
            reason = f"the @{start['type']} that begins there has no end, so the file is left as it is."
            raise ExportError(reason, start_line)
        if before:
            yield Stretch(done, start.start(), line)
        is_entry = start["type"].lower() not in _NO_ENTRIES
        yield Stretch(start.start(), end, start_line, start["type"] if is_entry else "", (start.end(), end - 1))
        line = start_line + text.count("\n", start.start(), end)
        done = position = end
    if done < len(text):
        yield Stretch(done, len(text), line)


def _end(text: str, start: int, *, is_round: bool) -> int:
    """Return the index after the bracket that closes what was opened before an index; -1 without one."""
    depth = 0
    in_quotes = False
    for mark in (_MARK_IN_ROUND if is_round else _BRACE).finditer(text, start):
        sign = mark[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            if depth == 0 and not is_round:
                return mark.end()
            depth -= 1
        elif depth == 0:
            if sign == ")" and not in_quotes:
                return mark.end()
            in_quotes = in_quotes != (sign == '"')
    return -1


class Body(NamedTuple):
    """What stands between the brackets of an entry."""

    key: str
    fields: tuple[Field, ...]
    is_whole: bool
    """False where a field could not be read: it and those after it are missing."""


def body_of(text: str, start: int, end: int) -> Body:
    """Read a stretch as a key and fields; never raises."""
    key = _KEY.match(text, start, end)
    position = key.end() if key else start
    fields: list[Field] = []
    while (field := _FIELD.match(text, position, end)) and (value := _value(text, field.end(), end)):
        fields.append(Field(field["name"].lower(), text[field.start("name") : value[1]], value[0]))
        position = value[1]
    rest = _REST.match(text, position, end)
    return Body((key[0] if key else "").strip(), tuple(fields), rest is not None and rest.end() == end)


def _value(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the values that `#` joins at an index as one, with the index after them; None where there is none."""
    said: list[str] = []
    while True:
        sign = text[start : start + 1] if start < end else ""
        if sign == "{":
            last = _end(text, start + 1, is_round=False)
        elif sign == '"':
            last = _end_of_quotes(text, start + 1, end)
        elif plain := _PLAIN_VALUE.match(text, start, end):
            last = plain.end()
        else:
            return None
        if not start < last <= end:
            return None
        said.append(text[start + 1 : last - 1] if sign in '{"' else text[start:last])
        joint = _AND.match(text, last, end)
        if joint is None:
            return " ".join("".join(said).split()), last
        start = joint.end()


def _end_of_quotes(text: str, start: int, end: int) -> int:
    depth = 0
    for mark in _MARK_IN_ROUND.finditer(text, start, end):
        if mark[0] == '"' and depth == 0:
            return mark.end()
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
    return -1
