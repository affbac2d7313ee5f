"""Standard input, for which the word `-` stands: a digest, or lines that name papers."""

import sys

from digest_tui.cli.output import say

A_DIGEST = "a digest"


def announce(what: str) -> None:
    """Say what is waited for where standard input is a terminal, which shows nothing by itself."""
    if sys.stdin is not None and sys.stdin.isatty():
        say(f"Type or paste {what}, then press ctrl+d at the start of a line.")
