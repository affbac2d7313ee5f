"""The output of commands: data to standard output, messages to standard error."""

import io
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress

from digest_tui.errors import DigestTuiError
from digest_tui.text import one_line

_MAX_SENTENCE = 2000


def prepare_streams() -> None:
    """Let a terminal that lacks a character show a substitute, rather than end with an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def print_lines(lines: Iterable[str]) -> None:
    """Print results; they are written when this returns, unless nobody reads them any more.

    Raises DigestTuiError when they cannot be written.
    """
    if sys.stdout is None:
        raise DigestTuiError("The output cannot be written: it is closed.")
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        _abandon_output()
    except OSError as error:
        _abandon_output()
        raise DigestTuiError(f"The output cannot be written: {error.strerror}.") from error


def print_json(value: object) -> None:
    """Print one JSON value for people and programs."""
    import json

    print_lines([json.dumps(value, ensure_ascii=False, indent=2)])


def json_line(value: Mapping[str, object]) -> str:
    """Return one JSON object on one line."""
    import json

    return json.dumps(value, ensure_ascii=False)


def say(sentence: str) -> None:
    """Tell the person something that is not a result."""
    # Without standard error `print` would put it among the results.
    if sys.stderr is None:
        return
    with suppress(OSError):
        print(f"digest-tui: {one_line(sentence, _MAX_SENTENCE)}", file=sys.stderr)


def wants_colour() -> bool:
    """Return True when results go to a terminal that shows colours, to a person who has not declined them."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _abandon_output() -> None:
    # The interpreter flushes what is left once more when it ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
