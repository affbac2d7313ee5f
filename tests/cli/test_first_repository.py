"""A repository that is named at the first start."""

from pathlib import Path

import pytest

from digest_tui.cli import reader
from digest_tui.cli.first_repository import FirstRepository
from digest_tui.config_reader import load_settings
from digest_tui.errors import DigestTuiError
from digest_tui.library.glance import REPOSITORY, glance
from digest_tui.paths import config_file, data_dir
from digest_tui.ui import app
from digest_tui.ui.app import Setup
from support.repositories import git, repository

from .conftest import Run


@pytest.fixture
def setup(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Setup:
    """What the reader is started with where nothing is configured."""
    started: list[Setup] = []

    def keep(setup: Setup) -> int:
        started.append(setup)
        return 0

    monkeypatch.setattr(reader, "_require_terminal", lambda: None)
    monkeypatch.setattr(app, "run_reader", keep)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    run()
    return started[0]


def named(setup: Setup, text: str) -> FirstRepository:
    """The repository that a text names."""
    found = setup.repository(text)
    assert isinstance(found, FirstRepository)
    return found


def test_it_is_fetched_opened_and_remembered(setup: Setup, remote: Path) -> None:
    assert list(glance(str(remote))) == [REPOSITORY]
    first = named(setup, f" '{remote}' ")
    first.fetch()
    assert not config_file().exists()
    library = first.open()
    library.load()
    assert [day.id for day in library.days()] == ["2025-12-10"]
    library.store.close()
    assert [source.url for source in load_settings(config_file()).settings.source] == [str(remote)]
    # From now on it can be brought up to date.
    assert [fetch.name for fetch in setup.fetches()] == ["log"]


def test_one_without_papers_is_refused_and_leaves_nothing(setup: Setup, tmp_path: Path) -> None:
    repository(tmp_path / "notes", {"note.md": "# Note\n"})
    git(tmp_path, "clone", "--quiet", "--bare", "notes", "notes.git")
    first = named(setup, str(tmp_path / "notes.git"))
    first.fetch()
    with pytest.raises(DigestTuiError, match="none with papers"):
        first.open()
    assert not config_file().exists()
    assert list((data_dir() / "clones").iterdir()) == []


def test_one_that_does_not_come_leaves_nothing(setup: Setup) -> None:
    with pytest.raises(DigestTuiError):
        named(setup, "https://127.0.0.1:1/x.git").fetch()
    assert not config_file().exists()
    assert list((data_dir() / "clones").iterdir()) == []


def test_a_place_of_this_machine_is_none(setup: Setup, tmp_path: Path) -> None:
    for text in (str(tmp_path), "~/x", "file:///srv", "blog"):
        assert setup.repository(text) is None
