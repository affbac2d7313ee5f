"""What names papers in the text of standard input: ids, rows that commands print, JSON however it is laid out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from digest_tui.model.typed_ids import is_identifier
from digest_tui.patterns import pattern
from digest_tui.text import one_line

_MAX_SHOWN = 41
"""Characters of a line that names no paper, in the sentence that says so: forty, and that there are more."""
_ROW = pattern(r"\S.{0,20}?\s{2,}(?P<id>\S+)\s{2,}(?:unread|read|later|skipped)\s")
"""A row of the table that `list` and `search` print."""
_SENTENCE = 4
"""The indentation of what `search` prints below a row."""
_COLOUR = pattern(r"\x1b\[[0-9;]*[mK]")
"""What `grep --color=always` adds to a line."""
_BETWEEN = pattern(r"(?:[\s,\]]|\[(?=\s*[\[\]{\"]))*")
"""What stands between two values of JSON, and between two lines."""
_APART = pattern(r"[\s,;]+")
_DECODER = json.JSONDecoder()


class Named(NamedTuple):
    """What names a paper."""

    text: str
    """An id, a key or an address."""
    line: int = 0
    """The number of the line of standard input, from 1; 0 for an argument."""
    whole: str = ""
    """The line as it was written, or its beginning."""


def names_in(text: str) -> Iterator[Named]:
    """Yield what names a paper in the lines of a text."""
    text = _COLOUR.sub("", text.removeprefix("\ufeff"))
    at, number, counted = 0, 1, 0
    is_below_row = False
    while (at := _after(text, at)) < len(text):
        number += text.count("\n", counted, at)
        counted = at
        line_end = end if (end := text.find("\n", at)) >= 0 else len(text)
        line = text[at:line_end].rstrip()
        if (value_end := _json_end(text, at)) is not None:
            yield _in_json(text[at:value_end], number)
            at = value_end
            continue
        if not (is_below_row and at - (text.rfind("\n", 0, at) + 1) >= _SENTENCE):
            is_below_row = _ROW.match(f"{line} ") is not None
            yield from _in_line(line, number)
        at = line_end


def _after(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _json_end(text: str, at: int) -> int | None:
    """Return the end of the object or the string of JSON that begins at a position; None where none does."""
    if text[at] not in '{"':
        return None
    try:
        _, end = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None
    return end


def _in_json(value: str, line: int) -> Named:
    """Return the paper of a value of JSON: its key, else its id."""
    record = json.loads(value)
    whole = one_line(value, _MAX_SHOWN)
    if isinstance(record, str):
        return Named(record, line, whole)
    known = (record.get(name) for name in ("key", "arxiv_id"))
    return Named(next((name for name in known if isinstance(name, str) and name), value), line, whole)


def _in_line(line: str, number: int) -> Iterator[Named]:
    """Yield the paper of a row of TSV or of a table, or of a line that is its id; or the papers of several ids."""
    whole = one_line(line, _MAX_SHOWN)
    if "\t" in line:
        yield Named(line.partition("\t")[0].strip(), number, whole)
    elif row := _ROW.match(f"{line} "):
        yield Named(row["id"], number, whole)
    else:
        words = [word for word in _APART.split(line) if word]
        are_several = len(words) > 1 and not is_identifier(line) and all(map(is_identifier, words))
        yield from (Named(word, number, whole) for word in (words if are_several else [line]))
