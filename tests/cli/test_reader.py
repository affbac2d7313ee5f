"""What the reader is started with; the reader itself is tested in tests/ui."""

from datetime import date
from pathlib import Path

import pytest

from digest_tui.cli import reader
from digest_tui.config_reader import load_settings
from digest_tui.errors import DigestTuiError
from digest_tui.model import Change
from digest_tui.paths import config_file, data_dir, private
from digest_tui.store import open_store
from digest_tui.ui import app
from digest_tui.ui.app import Setup
from support.promises import promises

from .conftest import Run


@pytest.fixture
def setups(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Setup]:
    """What the reader was started with, each time; the current folder holds no digests."""
    started: list[Setup] = []

    def keep(setup: Setup) -> int:
        started.append(setup)
        return 0

    monkeypatch.setattr(reader, "_require_terminal", lambda: None)
    monkeypatch.setattr(app, "run_reader", keep)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    return started


def test_the_flags_reach_the_reader(run: Run, setups: list[Setup], digests: Path) -> None:
    assert run("--dir", str(digests)).code == 0
    assert run("--dir", str(digests), "--today").code == 0
    assert run("--dir", str(digests), "--date", "2025-12-09", "--fresh").code == 0
    plain, today, dated = (setup.options for setup in setups)
    assert (plain.date, plain.today, plain.fresh) == (None, False, False)
    assert (today.date, today.today) == (None, True)
    assert (dated.date, dated.today, dated.fresh) == (date(2025, 12, 9), False, True)


def test_the_exit_code_is_that_of_the_reader(
    run: Run, setups: list[Setup], digests: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "run_reader", lambda setup: 143)
    assert run("--dir", str(digests)).code == 143


def test_the_configuration_reaches_the_reader_with_what_is_wrong_in_it(
    run: Run, setups: list[Setup], digests: Path
) -> None:
    private(config_file().parent)
    config_file().write_text("auto_read = 'never'\nreader_width = 70\ntheme = 'nord'\nbrowser = 'w3m'\ncolour = 1\n")
    run("--dir", str(digests))
    [setup] = setups
    assert (setup.options.auto_read, setup.options.reader_width, setup.options.theme) == ("never", 70, "nord")
    assert setup.opener.browser == "w3m"
    [notice] = setup.options.notices
    assert "`colour`" in notice


@pytest.mark.parametrize("day", ["someday", "", "2025-02-30"])
def test_a_date_that_is_none_starts_nothing(run: Run, setups: list[Setup], digests: Path, day: str) -> None:
    outcome = run("--dir", str(digests), "--date", day)
    assert (outcome.code, setups) == (2, [])
    assert "is not a date" in outcome.err


def test_a_folder_that_is_missing_starts_nothing(run: Run, setups: list[Setup], tmp_path: Path) -> None:
    assert run("--dir", str(tmp_path / "gone")).code == 3
    assert setups == []


def test_a_state_that_cannot_be_used_is_said_and_left_alone(
    run: Run, setups: list[Setup], digests: Path, tmp_path: Path
) -> None:
    (tmp_path / "state.db").write_text("no database")
    assert run("--dir", str(digests), "--data-dir", str(tmp_path)).code == 0
    [notice] = setups[0].options.notices
    assert "state.db" in notice
    assert "nothing is saved" in notice
    assert not setups[0].options.saves
    assert (tmp_path / "state.db").read_text() == "no database"


def test_the_state_is_kept_in_the_folder_that_was_named(
    run: Run, digests: Path, tmp_path: Path, setups: list[Setup], monkeypatch: pytest.MonkeyPatch
) -> None:
    def star(setup: Setup) -> int:
        assert setup.library is not None
        setup.library.store.apply([Change("arxiv:2512.99001", "star", "1")])
        return 0

    monkeypatch.setattr(app, "run_reader", star)
    run("--dir", str(digests), "--data-dir", str(tmp_path / "mine"))
    store = open_store(tmp_path / "mine" / "state.db")
    assert store.states()["arxiv:2512.99001"].starred
    store.close()
    assert not data_dir().exists()


@promises("README.md", "This opens the built-in samples:")
def test_the_samples_leave_no_trace(run: Run, setups: list[Setup], own_home: Path) -> None:
    assert run("--demo").code == 0
    [setup] = setups
    assert setup.library is not None
    assert list(own_home.iterdir()) == []


def test_with_nothing_configured_the_reader_asks(run: Run, setups: list[Setup], own_home: Path) -> None:
    assert run().code == 0
    assert setups[0].library is None
    with pytest.raises(DigestTuiError, match="0 Markdown files"):
        setups[0].check_folder(own_home)
    assert list(own_home.iterdir()) == []


def test_a_state_that_cannot_be_made_at_the_first_start_is_said(
    run: Run, setups: list[Setup], digests: Path, tmp_path: Path
) -> None:
    (tmp_path / "data").touch()
    run("--data-dir", str(tmp_path / "data"))
    [setup] = setups
    assert setup.options_now is not None
    assert setup.options_now().saves
    setup.open_folder(digests)
    options = setup.options_now()
    assert not options.saves
    assert "nothing is saved" in options.notices[0]


@promises("README.md", "Without `--dir` the first start asks for a folder, says what it finds there, and remembers it.")
@promises("docs/command-line.md", "Without any of these the first start asks for a folder and remembers it.")
def test_a_folder_named_at_the_first_start_is_opened_and_remembered(
    run: Run, setups: list[Setup], digests: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(setup: Setup) -> int:
        assert setup.library is None
        setup.check_folder(digests)
        library = setup.open_folder(digests)
        library.load()
        return len(library.days())

    with monkeypatch.context() as first_start:
        first_start.setattr(app, "run_reader", answer)
        assert run().code == 2
    assert load_settings(config_file()).settings.dirs == (str(digests),)
    run()
    assert setups[0].library is not None


def test_a_wrong_folder_at_the_first_start_is_not_remembered(run: Run, setups: list[Setup], tmp_path: Path) -> None:
    run()
    with pytest.raises(DigestTuiError, match="gone"):
        setups[0].check_folder(tmp_path / "gone")
    assert not config_file().exists()


def test_the_samples_at_the_first_start_are_not_remembered(run: Run, setups: list[Setup]) -> None:
    run()
    library = setups[0].open_folder(None)
    library.load()
    assert library.days()
    assert not config_file().exists()


def test_a_configured_folder_that_is_away_is_waited_for(
    run: Run, setups: list[Setup], digests: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(setup: Setup) -> int:
        assert setup.library is not None
        setup.library.load()
        return 0

    other = tmp_path / "other"
    other.mkdir()
    (other / "2025-12-01-a.md").write_text("# 1. [연](https://arxiv.org/abs/2512.99009)\n\n글\n")
    private(config_file().parent)
    config_file().write_text(f"dirs = ['{digests}', '{other}']\n")
    with monkeypatch.context() as first:
        first.setattr(app, "run_reader", read)
        run()
    digests.rename(tmp_path / "away")
    assert run().code == 0
    [setup] = setups
    assert setup.options.notices == ()
    assert setup.library is not None
    assert [source.name for source in setup.library.sources] == ["digests", "other"]
    assert len(setup.library.days()) == 3
    other.rename(tmp_path / "away, too")
    assert run().code == 0
    assert len(setups) == 2
    assert run("list").code == 3


def test_a_configured_folder_of_which_nothing_is_known_starts_nothing(
    run: Run, setups: list[Setup], tmp_path: Path
) -> None:
    private(config_file().parent)
    config_file().write_text(f"dirs = ['{tmp_path / 'gone'}']\n")
    told = run()
    assert (told.code, setups) == (3, [])
    assert told.err.count("gone") == 1
