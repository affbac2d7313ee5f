"""Blocks of ours within a person's Markdown: between two comments that no reader shows.

    <!-- digest-tui arxiv:2512.07951 3f2a9c01 -->
    ...
    <!-- /digest-tui -->

The first has the key of the paper, and the checksum of it and of what we wrote between the two. The last may have a
record, with a checksum of its own: who writes into a mark has made the block their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote
from zlib import crc32

from digest_tui.exporters.merging import Mark, Piece
from digest_tui.patterns import pattern

_OPENING = pattern(r"<!-- digest-tui (?P<key>\S+)(?: (?P<checksum>[0-9a-f]{8}) -->$)?")
_CLOSING = pattern(r"<!-- /digest-tui(?: (?P<record>[0-9a-z_=+,]+) (?P<checksum>[0-9a-f]{8}))? -->")
_SAFE = "!$&'()*+,;=:@/?[]~"


class Block(NamedTuple):
    """A block of ours as it was found."""

    start: int
    """Index of the first character of its first comment."""
    end: int
    """Index after the last comment, without the end of the line."""
    line: int
    """The line of its first comment, counted from 1."""
    mark: Mark
    inner: str
    """What stands between the lines of the comments."""
    record: str
    """What else its last comment says."""
    is_closed: bool
    """False where the last comment is missing: then it is not known how far it goes."""

    @property
    def is_ours(self) -> bool:
        """True unless a person took away its checksum or its end."""
        return self.is_closed and bool(self.mark.checksum)

    @property
    def is_edited(self) -> bool:
        """True where a person wrote between the comments."""
        return exact_checksum(self.mark.key, self.inner) != self.mark.checksum


def exact_checksum(*texts: str) -> str:
    """Return eight hexadecimal digits for every character of texts, however their lines end."""
    return f"{crc32(chr(10).join(texts).replace(chr(13), '').encode('utf-8', 'replace')):08x}"


def block_text(key: str, inner: str, record: str = "", checksum: str = "") -> str:
    """Return a block without the end of its last line; its text stands between empty lines."""
    quoted = quote(key, safe=_SAFE).replace("--", "-%2D")
    end = f" {record} {exact_checksum(record)}" if record else ""
    return f"<!-- digest-tui {quoted} {checksum or exact_checksum(key, inner)} -->\n{inner}<!-- /digest-tui{end} -->"


def blocks_in(text: str) -> Iterator[Block]:
    """Yield the blocks of a text, in order."""
    if "digest-tui" not in text:
        return
    opened: tuple[int, int, int, Mark] | None = None
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        start, at = at, at + len(line) + 1
        words = line.strip()
        if not words.startswith("<!-"):
            continue
        if found := _OPENING.match(words):
            if opened:
                yield _unclosed(*opened)
            mark = Mark(unquote(found["key"]), found["checksum"] or "")
            opened = start + line.index("<"), at, number, mark
        elif opened and (found := _CLOSING.fullmatch(words)) and _is_whole(found):
            first, inner, opened_on, mark = opened
            yield Block(
                first, start + len(line.rstrip()), opened_on, mark, text[inner:start], found["record"] or "", True
            )
            opened = None
    if opened:
        yield _unclosed(*opened)


def _is_whole(closing: re.Match[str]) -> bool:
    return not closing["record"] or exact_checksum(closing["record"]) == closing["checksum"]


def _unclosed(start: int, end: int, line: int, mark: Mark) -> Block:
    return Block(start, end - 1, line, mark, "", "", False)


def pieces_of(text: str) -> list[Piece]:
    """Cut a text into the blocks of ours and what stands between them."""
    pieces: list[Piece] = []
    done, line = 0, 1
    for block in blocks_in(text):
        if block.start > done:
            pieces.append(Piece(text[done : block.start], line))
        done = min(block.end, len(text))
        own = text[block.start : done]
        if block.is_ours:
            pieces.append(Piece(own, block.line, True, block.mark, block.is_edited))
        else:
            pieces.append(Piece(own, block.line, True, ids=frozenset({block.mark.key})))
        line = block.line + own.count("\n")
    if done < len(text):
        pieces.append(Piece(text[done:], line))
    return pieces
