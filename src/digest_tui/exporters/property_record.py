"""What we wrote last into the properties of a note: checksums, which stand in the last comment of its block.

tags=1f2e3d4c+5b6a7988,votes=0a1b2c3d
"""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

Record = Mapping[str, frozenset[str]]
"""Of each property that we wrote the checksums of its values."""


def record_of(text: str) -> dict[str, frozenset[str]]:
    """Read what `record_text` wrote."""
    pairs = (part.partition("=") for part in text.split(",") if part)
    return {name: frozenset(filter(None, values.split("+"))) for name, _, values in pairs}


def record_text(record: Record) -> str:
    """Write a record."""
    return ",".join(f"{name}={'+'.join(sorted(values))}" for name, values in sorted(record.items()))


def value_checksum(value: str) -> str:
    """Return the checksum by which a value is known again."""
    return f"{crc32(value.strip().encode('utf-8', 'replace')):08x}"
