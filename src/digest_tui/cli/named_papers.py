"""The papers that a command is told to work on: ids typed as arguments, and lines of standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from digest_tui.cli.arguments import STANDARD_INPUT
from digest_tui.cli.named_lines import Named, names_in
from digest_tui.cli.output import say
from digest_tui.cli.standard_input import announce
from digest_tui.counts import counted
from digest_tui.errors import UsageError

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.model import Entry

MAX_TOLD = 100
"""Lines that name no paper and are told one by one: who pipes another file sees that soon."""
_HINT = "`digest-tui list --format tsv` prints the ids."


def find_papers(typed: Sequence[str], library: Library) -> tuple[dict[str, Entry], bool]:
    """Return the papers by key, and whether everything named one; what did not is said."""
    papers: dict[str, Entry] = {}
    missing = 0
    named = _once(_named(typed))
    for each in named:
        if entries := library.resolve(each.text):
            # A title may be shared: the paper that is known by nothing else is meant.
            entry = next((entry for entry in entries if entry.key == each.text), entries[0])
            papers[entry.key] = entry
            continue
        missing += 1
        if missing <= MAX_TOLD:
            say(_no_paper(each))
    if missing > MAX_TOLD:
        say(f"{counted(missing - MAX_TOLD, 'more line names', 'more lines name')} no paper.")
    if STANDARD_INPUT in typed and not named:
        say("Standard input is empty, so it names no paper.")
    return papers, not missing


def _no_paper(named: Named) -> str:
    if named.line:
        return f"Line {named.line} of standard input names no paper: {named.whole!r}; {_HINT}"
    return f"No paper has the id or key {named.text!r}; {_HINT}"


def _named(typed: Iterable[str]) -> Iterator[Named]:
    for text in typed:
        if text == STANDARD_INPUT:
            yield from names_in(_typed_text())
        else:
            yield Named(text)


def _once(named: Iterable[Named]) -> list[Named]:
    once: dict[str, Named] = {}
    for each in named:
        once.setdefault(each.text, each)
    return list(once.values())


def _typed_text() -> str:
    if sys.stdin is None:
        raise UsageError("Standard input is closed, so it names no paper.")
    announce("ids, one a line")
    try:
        data = sys.stdin.buffer.read()
    except OSError as error:
        raise UsageError(f"Standard input cannot be read: {error.strerror or error}.") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        from digest_tui.sources.encoding import encoding_of

        # A byte that is no text makes an unknown id.
        return data.decode(encoding_of(data).codec, "replace")
