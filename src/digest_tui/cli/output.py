"""The output of commands: data to standard output, messages to standard error."""

import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice

from digest_tui.errors import DigestTuiError, UsageError
from digest_tui.text import one_line

_MAX_SENTENCE = 2000
_AT_ONCE = 100
"""Lines that are written at once: where the output is not buffered each takes a call of the system."""


def prepare_streams() -> None:
    """Let what people read have a substitute where a character is lacking, rather than end with an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def print_lines(lines: Iterable[str], *, may_page: bool = False) -> None:
    """Print results; they are written when this returns, unless nobody reads them any more.

    On a terminal they may come in the pager; then this returns when it was left. Raises UsageError when a pipe or a
    file would get other characters than these, and DigestTuiError when they cannot be written.
    """
    if may_page and _is_terminal() and not _is_dumb():
        from digest_tui.cli.paging import paged

        lines = paged(lines, say)
    print_help(_unchanged(lines))


def print_help(lines: Iterable[str]) -> None:
    """Print what only people read, with a substitute for a character that the output lacks."""
    if sys.stdout is None:
        raise DigestTuiError("The output cannot be written: it is closed.")
    try:
        rest = iter(lines)
        while some := list(islice(rest, _AT_ONCE)):
            sys.stdout.write("\n".join([*some, ""]))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        _abandon_output()
    except OSError as error:
        _abandon_output()
        raise DigestTuiError(f"The output cannot be written: {error.strerror}.") from error


def print_json(value: object, *, may_page: bool = False) -> None:
    """Print one JSON value for people and programs."""
    print_lines([_dumped(value, is_indented=True)], may_page=may_page)


def json_line(value: Mapping[str, object]) -> str:
    """Return one JSON object on one line."""
    return _dumped(value)


def _dumped(value: object, *, is_indented: bool = False) -> str:
    from digest_tui.cli.json_text import indented, on_one_line

    dumps = indented if is_indented else on_one_line
    text = dumps(value)
    # Escapes say the same in every encoding; where they are not needed, people can read the text.
    return text if _lacking(text) is None else dumps(value, ascii_only=True)


def _unchanged(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines that reach the reader of the output as they are; on a terminal something is better than nothing."""
    if sys.stdout is None or _is_terminal():
        yield from lines
        return
    if not _encoding().startswith("utf"):
        # Half of a result would be taken for all of it.
        lines = list(lines)
        _refuse_lacking("".join(lines))
    for line in lines:
        _refuse_lacking(line)
        yield line


def _refuse_lacking(text: str) -> None:
    if (lacking := _lacking(text)) is not None:
        raise UsageError(
            f"The output is encoded as {_encoding()}, which lacks U+{ord(lacking):04X}: set PYTHONIOENCODING=utf-8, "
            "or print JSON, where there is --format json."
        )


def _lacking(text: str) -> str | None:
    """Return the first character that the output cannot hold."""
    try:
        text.encode(_encoding())
    except UnicodeEncodeError as error:
        return text[error.start]
    return None


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def say(sentence: str) -> None:
    """Tell the person something that is not a result."""
    # Without standard error `print` would put it among the results.
    if sys.stderr is None:
        return
    with suppress(OSError):
        print(f"digest-tui: {one_line(sentence, _MAX_SENTENCE)}", file=sys.stderr)


def wants_colour() -> bool:
    """Return True when results go to a terminal that shows colours, to a person who has not declined them."""
    return _is_terminal() and not _is_dumb() and not os.environ.get("NO_COLOR")


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _is_dumb() -> bool:
    """Return True for a terminal that cannot do more than print letters, for all that is known."""
    return os.environ.get("TERM", "") in ("", "dumb")


def _abandon_output() -> None:
    # The interpreter flushes what is left once more when it ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
