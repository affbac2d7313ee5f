"""The façade: digests, papers and state, for the reader and for the command line."""

from digest_tui.library.decisions import Stepped, Written
from digest_tui.library.library import Library

__all__ = ["Library", "Stepped", "Written"]
