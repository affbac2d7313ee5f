"""The cache of what was read: deleted at any time, it is only made again."""

from digest_tui.index.index import JOINED, Index, Kept, open_index

__all__ = ["JOINED", "Index", "Kept", "open_index"]
