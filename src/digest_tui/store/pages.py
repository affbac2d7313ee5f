"""Rows read from the pages of a damaged file, whatever became of the trees that led to them.

Format: https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

MAGIC = b"SQLite format 3\0"
_LEAF, _INNER = 0x0A, 0x02
"""The kinds of pages with rows of a table without row ids, as all of ours are: each holds whole rows."""
_USUAL_SIZE = 4096
_SIZES = {512 << shift for shift in range(8)}
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""The bytes of an integer, by its serial type."""
_MAX_ROW = 1 << 20
"""Bytes of a row: a note has no more."""
_MAX_HEADER = 256
"""Bytes of the types of a row: our widest table needs sixteen or a few more."""
_WAL_HEADER, _FRAME_HEADER = 32, 24

Row = tuple[object, ...]


def rows_in(data: bytes, wal: bytes, columns: Container[int]) -> Iterator[Row]:
    """Yield the rows of so many columns on any page of a file and of its journal; the same row may come again."""
    for size in sorted(_page_sizes(data, wal)):
        pages = _Pages(data, size, _frames(wal, size))
        for number in pages.numbers():
            yield from _rows_on(pages, number, columns)


def _page_sizes(data: bytes, wal: bytes) -> set[int]:
    """Return the usual size of a page, and those that headers tell: they may be what is damaged."""
    told = {int.from_bytes(data[16:18], "big"), int.from_bytes(wal[8:12], "big"), _USUAL_SIZE}
    return {65536 if size == 1 else size for size in told} & _SIZES


def _frames(wal: bytes, size: int) -> dict[int, bytes]:
    """Return the pages of a write-ahead log up to its last commit."""
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    salt = wal[16:24]
    for at in range(_WAL_HEADER, len(wal) - size - _FRAME_HEADER + 1, size + _FRAME_HEADER):
        if wal[at + 8 : at + 16] != salt:
            continue
        start = at + _FRAME_HEADER
        waiting[int.from_bytes(wal[at : at + 4], "big")] = wal[start : start + size]
        if any(wal[at + 4 : at + 8]):
            pages |= waiting
            waiting = {}
    return pages


class _Pages(NamedTuple):
    """The pages of a file, those of its journal before its own."""

    data: bytes
    size: int
    newer: Mapping[int, bytes]

    def numbers(self) -> list[int]:
        return sorted({*range(1, len(self.data) // self.size + 1), *self.newer})

    def page(self, number: int) -> bytes:
        return self.newer.get(number) or self.data[(number - 1) * self.size : number * self.size]


def _rows_on(pages: _Pages, number: int, columns: Container[int]) -> Iterator[Row]:
    page = pages.page(number)
    if not page or page[0] not in (_LEAF, _INNER):
        return
    first = 8 if page[0] == _LEAF else 12
    for cell in range(first, first + 2 * int.from_bytes(page[3:5], "big"), 2):
        at = int.from_bytes(page[cell : cell + 2], "big") + (0 if page[0] == _LEAF else 4)
        try:
            row = _row(_payload(pages, page, at, columns))
        except (IndexError, ValueError):
            # A cell that was written over.
            continue
        yield row


def _payload(pages: _Pages, page: bytes, at: int, columns: Container[int]) -> bytes:
    """Return the bytes of a row of so many columns, of which a long one goes on in other pages; raises ValueError."""
    length, at = _varint(page, at)
    if not 0 < length <= _MAX_ROW:
        raise ValueError
    most, least = (pages.size - 12) * 64 // 255 - 23, (pages.size - 12) * 32 // 255 - 23
    here = length
    if length > most:
        here = least + (length - least) % (pages.size - 4)
        here = here if here <= most else least
    payload = page[at : at + here]
    if len(_kinds(payload)[0]) not in columns:
        raise ValueError
    following = int.from_bytes(page[at + here : at + here + 4], "big") if here < length else 0
    while len(payload) < length and following:
        beyond = pages.page(following)
        if not beyond:
            raise ValueError
        payload += beyond[4:]
        following = int.from_bytes(beyond[:4], "big")
    if len(payload) < length:
        raise ValueError
    return payload[:length]


def _kinds(payload: bytes) -> tuple[list[int], int]:
    """Return the serial types of the values of a record, and where the values begin."""
    end, at = _varint(payload, 0)
    if end > _MAX_HEADER:
        raise ValueError
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    return kinds, at


def _row(payload: bytes) -> Row:
    """Return the values of a record."""
    kinds, at = _kinds(payload)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind in (8, 9):
        return kind - 8, at
    if size := _INTEGERS.get(kind):
        return int.from_bytes(payload[at : at + size], "big", signed=True), at + size
    if kind >= 13 and kind % 2:
        end = at + (kind - 13) // 2
        return payload[at:end].decode("utf-8"), end
    raise ValueError


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for count in range(9):
        byte = data[at + count]
        if count == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    raise ValueError
