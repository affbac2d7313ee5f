"""The cache of parsed digests: it may be deleted at any time and is then made again."""

from digest_tui.index.index import JOINED, Index, Kept, open_index

__all__ = ["JOINED", "Index", "Kept", "open_index"]
