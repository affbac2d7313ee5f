"""State and events: what a reader decided, kept in one SQLite file."""

from digest_tui.store.base import Store
from digest_tui.store.memory import memory_store
from digest_tui.store.sqlite import open_store

__all__ = ["Store", "memory_store", "open_store"]
