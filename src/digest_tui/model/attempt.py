"""The answer of a format to a document, as it is told to a person."""

from typing import NamedTuple


class Attempt(NamedTuple):
    """The answer of one format, or of one shape that a format knows, to a document."""

    format: str
    module: str
    """The module it is written in: the file to open when a digest is misread."""
    accepted: bool
    reason: str
    """One clause: what was found, or looked for and not found."""
