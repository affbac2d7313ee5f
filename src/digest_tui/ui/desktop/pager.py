"""The person's own pager, for what is more than the reader shows."""

from collections.abc import Iterable, Mapping

from digest_tui.errors import PagerError
from digest_tui.guest import has_terminal, keys_for_guest
from digest_tui.pager import pager_words, start_pager
from digest_tui.text import one_line


def show(text: Iterable[str], words: list[str], environ: Mapping[str, str]) -> str:
    """Run a pager on a text that passed the border, and return when it was left: one sentence, or nothing to say.

    The terminal must be free.
    """
    with keys_for_guest():
        try:
            process = start_pager(words, environ)
        except PagerError as error:
            return str(error)
        with has_terminal(process), process:
            assert process.stdin is not None
            try:
                with process.stdin as standard_input:
                    standard_input.writelines(text)
            except BrokenPipeError:
                # Who leaves a pager early has seen enough.
                return ""
            except OSError as error:
                return one_line(f"The file could not be read to its end: {error.strerror or error}.")
    return ""


def pager(environ: Mapping[str, str]) -> list[str]:
    """The command and its arguments; raises PagerError where none is to be had."""
    if words := pager_words(environ):
        return words
    raise PagerError("There is no pager: install less, or set PAGER.")
