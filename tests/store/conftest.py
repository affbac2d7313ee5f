"""Stores on a file of the test's own, and a clock that stands still."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest_tui.store import Store, open_store

Opener = Callable[[], Store]

NOON = 1_700_000_000_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state file is, in a folder that does not exist yet."""
    return tmp_path / "data" / "state.db"


@pytest.fixture
def window(path: Path) -> Iterator[Opener]:
    """Opens one more session on the state file, as another window would."""
    stores = []

    def open_window() -> Store:
        stores.append(open_store(path, clock=lambda: NOON))
        return stores[-1]

    yield open_window
    for store in stores:
        store.close()


@pytest.fixture
def store(window: Opener) -> Store:
    """A session on the state file."""
    return window()
