"""From a file to its text: bounded, never blocking, whatever the bytes are."""

import codecs
import os
import stat
from pathlib import Path

from digest_tui.errors import SourceError
from digest_tui.model import Problem
from digest_tui.sources.base import FileRef, RawText
from digest_tui.text import sanitize

MAX_BYTES = 8 * 1024 * 1024
"""Bytes of a file that are read."""

# Without these flags (Windows) there are no FIFOs and hardly any links to guard against.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(ref: FileRef) -> RawText:
    """The text of a regular file; raises SourceError with one sentence when it cannot be read.

    Of a file of more than `MAX_BYTES` the first lines are read. UTF-8 with or without a byte order mark is expected,
    UTF-16 with one is understood; other bytes become U+FFFD and a problem.
    """
    data = _read_bytes(ref.location, ref.path)
    is_cut = len(data) > MAX_BYTES
    text, problems = _decode(data[:MAX_BYTES], is_cut=is_cut)
    if is_cut:
        text = text[: text.rfind("\n") + 1] or text
        message = f"The file is larger than {MAX_BYTES // (1024 * 1024)} MB; only its beginning is shown."
        problems.append(Problem("size", message))
    text = text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")
    return RawText(sanitize(text), tuple(problems))


def _read_bytes(location: Path, name: str) -> bytes:
    """At most one byte more than `MAX_BYTES`."""
    try:
        descriptor = os.open(location, _FLAGS)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise SourceError(f"{name} is not a regular file.")
        with open(descriptor, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{name} cannot be read: {reason}.") from error


def _decode(data: bytes, *, is_cut: bool) -> tuple[str, list[Problem]]:
    encoding = "utf-16" if data.startswith(_UTF16_BOMS) else "utf-8-sig"
    try:
        # What was cut may end in the middle of a character.
        return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=not is_cut), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "Some bytes are not UTF-8; they are shown as \ufffd."
        return data.decode(encoding, "replace"), [Problem("encoding", message, line)]
