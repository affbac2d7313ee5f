"""How `digest-tui` ends, seen from outside."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from digest_tui import __version__
from digest_tui.paths import log_dir
from digest_tui.report import LOG_NAME
from digest_tui.store import open_store

from .conftest import Run


def called(
    *argv: str, environ: Mapping[str, str] | None = None, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    """`digest-tui` in a process of its own without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "digest_tui", *argv],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))} | dict(environ or {}),
    )


def test_the_version_goes_to_standard_output() -> None:
    ended = called("--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"digest-tui {__version__}\n", "")


def test_a_usage_error_is_one_sentence_and_2() -> None:
    ended = called("list", "--nonsense\x1b]0;x\x07")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.removesuffix("\n").isprintable()


@pytest.mark.parametrize("argv", [[], ["--demo"], ["--today"], ["--demo", "--fresh"]])
def test_the_reader_without_a_terminal_is_one_sentence_and_2(argv: list[str]) -> None:
    ended = called(*argv)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "terminal" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_the_reader_on_a_terminal_that_cannot_draw_is_one_sentence_and_2() -> None:
    import pty

    parent, child = pty.openpty()
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "digest_tui", "--demo"],
            stdin=child,
            stdout=child,
            stderr=child,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TERM": "dumb"},
        )
        said = os.read(parent, 10_000).decode()
    finally:
        os.close(child)
        os.close(parent)
    assert ended.returncode == 2
    assert "TERM=dumb" in said
    assert "\x1b" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_one_stream_that_is_no_terminal_is_enough() -> None:
    import pty

    parent, child = pty.openpty()
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "digest_tui", "--demo"],
            stdin=child,
            stdout=child,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    finally:
        os.close(child)
        os.close(parent)
    assert ended.returncode == 2
    assert "terminal" in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close differently")
@pytest.mark.parametrize("how", ["table", "json", "jsonl"])
def test_a_reader_of_the_output_that_has_seen_enough_is_no_error(how: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = called("list", "--demo", "--format", how, stdout=writing)
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")
def test_output_that_cannot_be_written_is_one_sentence_and_1() -> None:
    with open("/dev/full", "w") as full:
        ended = called("list", "--demo", stdout=full.fileno())
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "cannot be written" in ended.stderr


@pytest.mark.skipif(os.name != "posix", reason="closed descriptors are POSIX")
@pytest.mark.parametrize(
    ("closed", "code", "out", "err"),
    [
        ("<&-", 0, "Slow Radio", ""),
        (">&-", 1, "", "digest-tui: The output cannot be written: it is closed.\n"),
        ("2>&-", 0, "Slow Radio", ""),
        ("<&- >&- 2>&-", 1, "", ""),
    ],
)
def test_streams_that_are_closed(closed: str, code: int, out: str, err: str) -> None:
    words = f'exec "$0" -m digest_tui list --demo --limit 1 {closed}'
    ended = subprocess.run(["sh", "-c", words, sys.executable], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (code, err)
    assert out in ended.stdout
    assert bool(out) == bool(ended.stdout)


@pytest.mark.skipif(os.name != "posix", reason="closed descriptors are POSIX")
def test_no_file_gets_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    words = f'exec "$0" -m digest_tui mark star 2511.99301 --demo --data-dir "{data}" <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", words, sys.executable], check=False).returncode == 0
    log = subprocess.run(
        [sys.executable, "-m", "digest_tui", "log", "--data-dir", data], capture_output=True, text=True, check=True
    )
    assert "starred" in log.stdout


def test_without_standard_error_talk_is_not_among_the_results() -> None:
    words = 'exec "$0" -m digest_tui show unheard-of --demo 2>&-'
    ended = subprocess.run(["sh", "-c", words, sys.executable], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")


@pytest.mark.parametrize("argv", [["list"], ["list", "--format", "json"], ["show", "2511.99005"], ["check"]])
def test_a_pipe_gets_no_colour(argv: list[str]) -> None:
    ended = called(*argv, "--demo", environ={"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"})
    assert ended.returncode == 0
    assert "\x1b" not in ended.stdout + ended.stderr


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    from digest_tui.cli import main as module

    def interrupted(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_run", interrupted)
    assert module.main(["list"]) == 130


def test_an_internal_error_is_one_sentence_and_1_and_keeps_texts_out(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    from digest_tui.cli import main as module

    secret = "비밀"

    def broken(_arguments: object) -> int:
        raise ValueError(secret)

    monkeypatch.setattr(module, "_run", broken)
    ended = run("list")
    log = log_dir() / LOG_NAME
    assert (ended.code, ended.out) == (1, "")
    assert len(ended.err.splitlines()) == 1
    assert str(log) in ended.err
    assert "ValueError" in ended.err
    text = log.read_text(encoding="utf-8")
    assert "in broken" in text
    assert secret not in text + ended.err


def test_an_internal_error_whose_details_cannot_be_saved_is_one_sentence_too(
    monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    from digest_tui.cli import main as module

    def broken(_arguments: object) -> int:
        raise ValueError

    monkeypatch.setattr(module, "_run", broken)
    log_dir().parent.mkdir(parents=True)
    log_dir().write_text("a file where the folder should be")
    ended = run("list")
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
    assert "could not be saved" in ended.err


def loaded_by(*argv: str) -> set[str]:
    """The modules that a call loads."""
    code = f"""if True:
        import sys
        from digest_tui.cli.main import main
        main({list(argv)!r})
        print(*sys.modules, file=sys.stderr)
    """
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    return set(ended.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "argv",
    [
        ["list", "--demo"],
        ["show", "2511.99005", "--demo"],
        ["check", "--demo"],
        ["new", "--demo"],
        ["mark", "read", "2511.99005", "--demo"],
        ["undo"],
        ["log"],
    ],
    ids=" ".join,
)
def test_commands_load_no_screen(argv: list[str]) -> None:
    loaded = loaded_by(*argv)
    assert "digest_tui.store" in loaded
    assert not {name for name in loaded if name.partition(".")[0] in {"textual", "rich", "tomlkit"}}
    assert not {name for name in loaded if name.startswith("digest_tui.ui")}


@pytest.mark.parametrize("argv", [["list"], ["new", "--count"], ["mark", "read", "2511.99005"]], ids=" ".join)
def test_listing_and_marking_do_not_load_what_lays_out_a_paper(argv: list[str]) -> None:
    assert not {name for name in loaded_by(*argv, "--demo") if name.startswith("digest_tui.markup")}


@pytest.mark.parametrize("command", ["undo", "log"])
def test_what_needs_no_digest_loads_nothing_that_reads_one(command: str, tmp_path: Path) -> None:
    open_store(tmp_path / "state.db").close()
    loaded = loaded_by(command, "--data-dir", str(tmp_path))
    assert "digest_tui.store" in loaded
    assert not {name for name in loaded if name.startswith(("digest_tui.formats", "digest_tui.sources"))}


@pytest.mark.skipif(sys.platform == "win32", reason="a current folder cannot be removed")
@pytest.mark.parametrize(
    "argv",
    [
        ["list", "--dir", "."],
        ["check", "."],
        ["state", "path", "--data-dir", "here"],
        ["mark", "read", "a", "--demo", "--data-dir", "here"],
        ["source", "remove", "blog"],
    ],
    ids=" ".join,
)
def test_without_a_current_folder_one_sentence_says_so(tmp_path: Path, argv: list[str]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = os.pathsep.join(os.path.abspath(part) for part in sys.path)
    ended = subprocess.run(
        ["sh", "-c", 'cd "$0" && rmdir "$0" && exec "$@"', str(folder), sys.executable, "-m", "digest_tui", *argv],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": path},
    )
    assert ended.returncode in (2, 3)
    assert (ended.stdout, ended.stderr) == (
        "",
        "digest-tui: The current folder no longer exists: change to another one first.\n",
    )
