"""A blog for tests of the screen."""

from pathlib import Path

import pytest

from support.desk import Blog


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """An empty blog."""
    folder = tmp_path / "blog"
    folder.mkdir()
    return Blog(folder)
