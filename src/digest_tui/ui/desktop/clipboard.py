"""The clipboard of the machine the reader runs on; the terminal's own is reached by OSC 52."""

import contextlib


def copy_natively(text: str) -> None:
    """Copy with the desktop's own means where there are any; may block, never raises."""
    import pyperclip  # noqa: PLC0415 - kept off the start path: only a person who copies needs it

    with contextlib.suppress(pyperclip.PyperclipException, OSError):
        pyperclip.copy(text)
