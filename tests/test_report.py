"""The log of internal errors."""

import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from digest_tui import report as module
from digest_tui.paths import log_dir
from digest_tui.report import LOG_NAME, report, report_threads
from support.promises import promises

SECRET = "비밀 제목"


def raised(error: Exception) -> Exception:
    """The error with the place it came from."""
    try:
        raise error
    except Exception as caught:
        return caught


def log() -> str:
    return (log_dir() / LOG_NAME).read_text(encoding="utf-8")


@promises("SECURITY.md", "Logs hold no titles, notes or queries.")
def test_an_error_is_a_sentence_and_its_origin_is_in_the_log_without_its_text() -> None:
    sentence = report(raised(ValueError(SECRET)), "The search failed")
    file = log_dir() / LOG_NAME
    assert sentence == f"The search failed because of an internal error (ValueError). The details are in {file}."
    assert "in raised" in log()
    assert SECRET not in log()


def test_what_the_error_came_from_is_told_too_with_numbers_of_the_system() -> None:
    try:
        try:
            os.stat(f"/{SECRET}")
        except OSError as cause:
            raise RuntimeError(SECRET) from cause
    except RuntimeError as error:
        report(error, "It failed")
    assert "builtins.RuntimeError\n" in log()
    assert "builtins.FileNotFoundError (2)\n" in log()
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(":memory:").execute("SELECT x")
    report(caught.value, "It failed")
    assert "(SQLITE_ERROR)" in log()
    assert SECRET not in log()


def test_errors_that_go_round_in_circles_end() -> None:
    one, other = raised(ValueError()), raised(TypeError())
    one.__cause__, other.__cause__ = other, one
    report(one, "It failed")
    assert log().count("ValueError") == 1


def test_the_log_is_private_keeps_what_was_before_and_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 2000)
    for number in range(100):
        report(raised(type(f"Error{number}", (Exception,), {})()), "It failed")
    files = sorted(log_dir().iterdir())
    assert [file.name for file in files] == [LOG_NAME, f"{LOG_NAME}.1"]
    assert all(file.stat().st_size < 4000 for file in files)
    assert "Error99" in log()
    assert "Error98" in "".join(file.read_text() for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


@pytest.mark.parametrize("kind", ["symlink", "folder", "fifo", "no folder"])
def test_a_log_that_cannot_be_written_is_no_second_error(kind: str, tmp_path: Path) -> None:
    file = log_dir() / LOG_NAME
    if kind == "no folder":
        file.parent.parent.mkdir(parents=True)
        file.parent.write_text("")
    else:
        file.parent.mkdir(parents=True)
    match kind:
        case "symlink":
            file.symlink_to(tmp_path / "elsewhere")
        case "folder":
            file.mkdir()
        case "fifo":
            os.mkfifo(file)
    assert report(raised(ValueError()), "It failed").endswith("The details could not be saved.")
    assert not (tmp_path / "elsewhere").exists()


def test_a_thread_that_fails_prints_nothing(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    report_threads()

    def fail() -> None:
        raise ValueError(SECRET)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert capfd.readouterr() == ("", "")
    assert "in fail" in log()
