"""The reading of a file's text: bounded, never blocking, whatever the bytes are."""

import codecs
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from digest_tui.errors import SourceError
from digest_tui.model import Problem
from digest_tui.sources.base import FileRef, RawText
from digest_tui.text import sanitize

MAX_BYTES = 8 * 1024 * 1024
"""Bytes of a file that are read."""
MAX_LINES = 50_000
"""Lines of a file that are read."""
MAX_LINE = 256 * 1024
"""Characters of a line that are read: what is longer is no writing."""
_CHUNK = 64 * 1024

# Without these flags (Windows) there are no FIFOs and hardly any links to guard against.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_text(ref: FileRef) -> RawText:
    """Read the text of a regular file; raises SourceError with one sentence when it cannot be read.

    Of what is larger than `MAX_BYTES`, `MAX_LINES` and `MAX_LINE` the beginning is read, and a problem says so. UTF-8
    is expected; another encoding is read where it is certain (see `encoding_of`), and is a problem; bytes that are no
    character become U+FFFD and a problem.
    """
    return text_of(read_beginning(ref.location, MAX_BYTES + 1, ref.path))


def text_of(data: bytes) -> RawText:
    """Return the text of the bytes of a digest, of which those beyond `MAX_BYTES` only say that there are more."""
    is_cut = len(data) > MAX_BYTES
    text, problems = _decode(data[:MAX_BYTES], is_cut=is_cut)
    if is_cut:
        text = text[: text.rfind("\n") + 1] or text
        message = f"The file is larger than {MAX_BYTES // (1024 * 1024)} MB; only its beginning is shown."
        problems.append(Problem("size", message))
    text = text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")
    text, cut = _cut_lines(text)
    return RawText(sanitize(text), (*problems, *cut))


def whole_text(ref: FileRef) -> Iterator[str]:
    """Yield the text of a file of any size, sanitised, in pieces; raises SourceError when it cannot be read."""
    return _pieces(_opened(ref.location, ref.path))


def _pieces(descriptor: int) -> Iterator[str]:
    with open(descriptor, "rb") as file:
        # As `read_text` takes it: what is shown in part and what is shown whole must not differ.
        data = file.read(MAX_BYTES + 1)
        codec = _codec(data[:MAX_BYTES], is_cut=len(data) > MAX_BYTES)
        file.seek(0)
        lines = io.TextIOWrapper(file, codec, "replace")
        while piece := lines.readline(_CHUNK):
            yield sanitize(piece)


def _cut_lines(text: str) -> tuple[str, list[Problem]]:
    problems = []
    lines = text.split("\n", MAX_LINES)
    if len(lines) > MAX_LINES and lines.pop():
        message = f"The file has more than {MAX_LINES:,} lines; only its beginning is shown."
        problems.append(Problem("size", message))
        text = "\n".join(lines)
    long = next((number for number, line in enumerate(lines, 1) if len(line) > MAX_LINE), None)
    if long is not None:
        message = f"A line is longer than {MAX_LINE:,} characters; only its beginning is shown."
        problems.append(Problem("size", message, long))
        text = "\n".join(line[:MAX_LINE] for line in lines)
    return text, problems


def read_beginning(location: Path, count: int, name: str) -> bytes:
    """Read at most `count` bytes of a regular file; raises SourceError, which calls it by its name."""
    descriptor = _opened(location, name)
    try:
        with open(descriptor, "rb") as file:
            return file.read(count)
    except OSError as error:
        raise _unreadable(name, error) from error


def _opened(location: Path, name: str) -> int:
    """Open a regular file and return its descriptor."""
    try:
        descriptor = os.open(location, _FLAGS)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise SourceError(f"{name} is not a regular file.")
    return descriptor


def _unreadable(name: str, error: OSError | ValueError) -> SourceError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SourceError(f"{name} cannot be read: {reason}.")


def _decode(data: bytes, *, is_cut: bool) -> tuple[str, list[Problem]]:
    if (text := _as_utf8(data, is_cut=is_cut)) is not None:
        return text, []
    from digest_tui.sources.encoding import UTF8, encoding_of, strictly  # noqa: PLC0415 - hardly ever needed

    encoding = encoding_of(data, is_cut=is_cut)
    text = strictly(data, encoding, is_cut=is_cut)
    if encoding == UTF8:
        message = "Some bytes are not UTF-8; they are shown as \ufffd."
    elif text is not None:
        message = (
            f"The file is {encoding.label}, not UTF-8, and is read as such; saved as UTF-8 it can be read everywhere."
        )
    else:
        named = f"The file is {encoding.label}, not UTF-8"
        message = f"{named}, and some bytes are not valid in it; they are shown as \ufffd."
    text = data.decode(encoding.codec, "replace") if text is None else text
    return text, [Problem("encoding", message, _line_of_difference(data, encoding.codec))]


def _as_utf8(data: bytes, *, is_cut: bool) -> str | None:
    """Decode UTF-8, which nearly every file is; None where it is not."""
    try:
        return codecs.getincrementaldecoder("utf-8-sig")("strict").decode(data, final=not is_cut)
    except UnicodeDecodeError:
        return None


def _codec(data: bytes, *, is_cut: bool) -> str:
    """Return the encoding in which `read_text` reads the same bytes, by Python's name."""
    if _as_utf8(data, is_cut=is_cut) is not None:
        return "utf-8-sig"
    from digest_tui.sources.encoding import encoding_of  # noqa: PLC0415 - hardly ever needed

    return encoding_of(data, is_cut=is_cut).codec


def _line_of_difference(data: bytes, codec: str) -> int | None:
    """Return the first line that is not UTF-8; None for an encoding in which a line end is no single byte."""
    if codec.startswith(("utf-16", "utf-32")):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return None
