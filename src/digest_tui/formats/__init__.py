"""What the text of a digest means: one module per shape of Markdown, listed once in `registry`."""

from digest_tui.formats.registry import explain, read

__all__ = ["explain", "read"]
