"""Rebuildable values as bytes: marshal, the fastest reader there is, behind a checksum that exposes damage on disk.

marshal itself trusts its bytes: those that were changed can end the interpreter, with the terminal as it is.
"""

from __future__ import annotations

import marshal
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    # `typing` would take longer to load than the saved screen to be read.
    from typing import Any

_SUM_BYTES = 4
_VERSION = 2


def dumps(value: Any) -> bytes:
    """Return plain values (numbers, texts, tuples, lists, dictionaries) as bytes."""
    # Later versions also write which objects are one, so that equal values may be other bytes.
    data = marshal.dumps(value, _VERSION)
    return zlib.crc32(data).to_bytes(_SUM_BYTES, "big") + data


def loads(packed: bytes) -> Any:
    """Return the value again; raises ValueError or TypeError for whatever `dumps` did not write."""
    data = memoryview(packed)[_SUM_BYTES:]
    if zlib.crc32(data) != int.from_bytes(packed[:_SUM_BYTES], "big"):
        raise ValueError("these bytes were changed")
    return marshal.loads(data)
