import os
from pathlib import Path

import pytest

from digest_tui.model import Change
from digest_tui.store import open_store, schema
from support.promises import promises
from support.states import contents, damaged_inside, run_sql, with_state

from .conftest import Run


def test_the_path_is_printed_also_where_nothing_is_kept_yet(run: Run, tmp_path: Path) -> None:
    told = run("state", "path", "--data-dir", str(tmp_path / "new"))
    assert (told.code, told.lines) == (0, [str(tmp_path / "new" / "state.db")])
    assert not (tmp_path / "new").exists()


def test_a_check_counts_and_says_what_it_mended(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    with_state(file, 3)
    sound = run("state", "check", "--data-dir", str(tmp_path))
    assert (sound.code, sound.err) == (0, "")
    assert sound.lines == [f"{file}: 3 events, 3 papers, version {len(schema.MIGRATIONS)}"]
    run_sql(file, "DELETE FROM state WHERE key = 'arxiv:2512.00001'")
    mended = run("--data-dir", str(tmp_path), "state", "check")
    assert mended.code == 1
    assert "1 paper did not match the log of decisions; this has been repaired" in mended.err
    assert run("state", "check", "--data-dir", str(tmp_path)).code == 0


def test_a_check_without_a_file_makes_none(run: Run, tmp_path: Path) -> None:
    told = run("state", "check", "--data-dir", str(tmp_path))
    assert (told.code, told.out) == (0, "")
    assert "nothing has been decided" in told.err
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_written_beside_the_file_or_where_it_is_wanted(run: Run, tmp_path: Path) -> None:
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    with_state(data / "state.db")
    elsewhere.mkdir()
    for arguments, folder in (((), data), ((str(elsewhere),), elsewhere)):
        done = run("state", "backup", *arguments, "--data-dir", str(data))
        assert (done.code, done.err) == (0, "")
        copy = Path(done.lines[0])
        assert copy.parent == folder
        store = open_store(copy)
        assert store.states()["arxiv:2512.00000"].starred
        store.close()


@promises("SECURITY.md", "`state check` and `state backup` tell and rescue.")
@promises("docs/configuration.md", "`digest-tui state backup` rescues what can be read.")
def test_the_backup_of_a_damaged_file_says_what_is_in_it(run: Run, tmp_path: Path) -> None:
    damaged_inside(tmp_path / "state.db")
    saved = run("state", "backup", str(tmp_path / "saved.db"), "--data-dir", str(tmp_path))
    assert saved.code == 1
    assert "the backup has the 500 events that could be read" in saved.err
    checked = run("state", "check", "--data-dir", str(tmp_path))
    assert (checked.code, checked.out) == (4, "")
    assert "damaged" in checked.err
    assert "state backup" in checked.err


@pytest.mark.parametrize(
    "argv", [["mark", "read", "2512.99101"], ["mark", "star", "--query", "is:new"], ["undo"]], ids=" ".join
)
def test_nothing_is_decided_in_vain_about_the_samples(run: Run, argv: list[str]) -> None:
    told = run("--demo", *argv)
    assert (told.code, told.out) == (2, "")
    assert told.err == ("digest-tui: The samples keep no state: leave --demo out, or name a folder with --data-dir.\n")
    assert run("--demo", "mark", "star", "--query", "is:new", "--dry-run").code == 0


def test_the_state_of_the_samples_has_no_file(run: Run) -> None:
    told = run("state", "path", "--demo")
    assert told.code == 2
    assert "samples" in told.err


def test_only_a_backup_takes_a_path(run: Run, tmp_path: Path) -> None:
    assert run("state", "check", str(tmp_path / "state.db")).code == 2


def test_what_another_program_wrote_into_the_state_reaches_no_terminal(run: Run, tmp_path: Path) -> None:
    store = open_store(tmp_path / "state.db")
    store.apply([Change("title:\x1b]0;x\x07", "note", "a\x9b31mb\u202e"), Change("k", "tag:\x1b[2J", "1")])
    store.close()
    run_sql(tmp_path / "state.db", "UPDATE event SET host = 'h' || char(27) || '[5n', new = new || char(155, 8238)")
    for form in ("table", "json"):
        out = run("log", "--data-dir", str(tmp_path), "--format", form).out
        assert not [hex(ord(c)) for c in out if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c == "\u202e"]


def test_who_only_prints_needs_no_leave_to_write_and_who_changes_does(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_state(tmp_path / "state.db")
    before = contents(tmp_path / "state.db")
    # The tests may run as root, whom no permission stops.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    printed = run("log", "--data-dir", str(tmp_path))
    assert (printed.code, len(printed.lines), printed.err) == (0, 1, "")
    for words in (("undo",), ("mark", "star", "2512.00000", "--demo")):
        refused = run(*words, "--data-dir", str(tmp_path))
        assert (refused.code, refused.out) == (4, "")
        assert "cannot be written" in refused.err
    assert contents(tmp_path / "state.db") == before
