"""The papers that a command is told to work on: ids typed as arguments, and lines of standard input."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.cli.output import say
from digest_tui.patterns import pattern
from digest_tui.text import one_line

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.model import Entry

STANDARD_INPUT = "-"
"""The argument that stands for the lines of standard input."""
_MAX_LINE = 40
"""Characters of a line that names no paper, in the sentence that says so."""
_ROW = pattern(r"\S.{0,20}?\s{2,}(?P<id>\S+)\s{2,}(?:unread|read|later|skipped)\s")
"""A row of the table that `list` and `search` print."""
_SENTENCE = "    "
"""The indentation of what `search` prints below a row."""


class Named(NamedTuple):
    """What names a paper."""

    text: str
    """An id, a key or an address."""
    line: int = 0
    """The number of the line of standard input, from 1; 0 for an argument."""
    whole: str = ""
    """The line as it was written."""


def find_papers(typed: Sequence[str], library: Library) -> tuple[dict[str, Entry], bool]:
    """Return the papers by key, and whether everything named one; what did not is said."""
    papers: dict[str, Entry] = {}
    is_complete = True
    for text, line, whole in _once(_named(typed)):
        if entries := library.resolve(text):
            # A title may be shared: the paper that is known by nothing else is meant.
            entry = next((entry for entry in entries if entry.key == text), entries[0])
            papers[entry.key] = entry
            continue
        is_complete = False
        what = (
            f"Line {line} of standard input names no paper: {whole!r}"
            if line
            else f"No paper has the id or key {text!r}"
        )
        say(f"{what}; `digest-tui list --format tsv` prints the ids.")
    return papers, is_complete


def _named(typed: Iterable[str]) -> Iterator[Named]:
    for text in typed:
        if text == STANDARD_INPUT:
            yield from _lines_named()
        else:
            yield Named(text)


def _once(named: Iterable[Named]) -> list[Named]:
    return list({each.text: each for each in reversed(list(named))}.values())[::-1]


def _lines_named() -> Iterator[Named]:
    if isinstance(sys.stdin, io.TextIOWrapper):
        # A byte that is no text makes an unknown id.
        sys.stdin.reconfigure(errors="replace")
    lines = list(sys.stdin or ())
    if lines and lines[0].lstrip().startswith("["):
        yield from _of_array("".join(lines))
        return
    is_below_row = False
    for number, line in enumerate(lines, 1):
        if line.isspace() or (is_below_row and line.startswith(_SENTENCE)):
            continue
        is_below_row = _ROW.match(line) is not None
        yield Named(_paper_in(line), number, one_line(line.strip(), _MAX_LINE))


def _of_array(text: str) -> Iterator[Named]:
    """Yield the papers of one JSON array, which `--format json` prints."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        yield Named(text, 1, one_line(text.strip(), _MAX_LINE))
        return
    for each in found:
        shown = json.dumps(each, ensure_ascii=False)
        yield Named(_key_of(each) or shown, 1, one_line(shown, _MAX_LINE))


def _paper_in(line: str) -> str:
    """Return what names the paper in a line: of JSON, of TSV, of a table, or the line itself."""
    text = line.strip()
    if text.startswith("{"):
        try:
            return _key_of(json.loads(text)) or text
        except (ValueError, RecursionError):
            return text
    if "\t" in text:
        return text.partition("\t")[0].strip()
    row = _ROW.match(f"{text} ")
    return row["id"] if row else text


def _key_of(record: object) -> str:
    """Return the key in an object of JSON, else its id; empty where there is neither."""
    if not isinstance(record, dict):
        return record if isinstance(record, str) else ""
    return next((value for name in ("key", "arxiv_id") if isinstance(value := record.get(name), str) and value), "")
