"""The cache of what was read: deleted at any time, it is only made again."""

from digest_tui.index.index import Index, open_index

__all__ = ["Index", "open_index"]
