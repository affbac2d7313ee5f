"""The formats, which say what the text of a digest means: one module per shape of Markdown, all in `registry`."""

from digest_tui.formats.one_page import read_page
from digest_tui.formats.registry import explain, read, read_with_pages

__all__ = ["explain", "read", "read_page", "read_with_pages"]
