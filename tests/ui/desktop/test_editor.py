"""How an editor is told the file and the line, and which one it is."""

import sys
from pathlib import Path

import pytest

from digest_tui.errors import DigestTuiError
from digest_tui.ui.desktop.editor import command_for, edit, editor
from support.repositories import program

FILE = Path("/digests/2025-03-11 -papers {x}.md")


@pytest.fixture(autouse=True)
def no_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A path on which nothing is found but what a test puts there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("vim", "vim|+12|{}"),
        ("/usr/bin/nvim -u NONE", "/usr/bin/nvim|-u|NONE|+12|{}"),
        ("vim.basic", "vim.basic|+12|{}"),
        ("nano", "nano|+12|{}"),
        ("emacsclient -t", "emacsclient|-t|+12|{}"),
        ("micro", "micro|+12|{}"),
        ("kak", "kak|+12|{}"),
        ("joe", "joe|+12|{}"),
        ("hx", "hx|{}:12"),
        ("helix", "helix|{}:12"),
        ("subl", "subl|--wait|{}:12"),
        ("subl -w", "subl|-w|{}:12"),
        ("code", "code|--wait|--goto|{}:12"),
        ("code --wait", "code|--wait|--goto|{}:12"),
        ("codium -w", "codium|-w|--goto|{}:12"),
        ("gvim", "gvim|--nofork|+12|{}"),
        ("gvim -f", "gvim|-f|+12|{}"),
        ("mate", "mate|--wait|--line|12|{}"),
        ("Code.exe", "Code.exe|--wait|--goto|{}:12"),
        ("ed", "ed|{}"),
        ("my-editor --soft", "my-editor|--soft|{}"),
        ("env TERM=xterm vim", "env|TERM=xterm|vim|{}"),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(words: str, command: str) -> None:
    assert command_for(words.split(" "), FILE, 12) == command.replace("{}", str(FILE)).split("|")


def test_without_a_line_there_is_only_the_file() -> None:
    assert command_for(["vim"], FILE, None) == ["vim", str(FILE)]
    assert command_for(["code"], FILE, None) == ["code", "--wait", str(FILE)]


def test_a_path_that_looks_like_a_place_is_given_alone_where_it_could_be_misread() -> None:
    odd = Path("/digests/a:3/12.md")
    assert command_for(["hx"], odd, 12) == ["hx", str(odd)]
    assert command_for(["vim"], odd, 12) == ["vim", "+12", str(odd)]


def test_a_link_is_the_editor_that_it_leads_to(no_programs: Path) -> None:
    real = program(no_programs / "vim.tiny", "exit 0")
    (no_programs / "editor").symlink_to(real)
    assert command_for(["editor"], FILE, 3) == ["editor", "+3", str(FILE)]
    tools = program(no_programs / "busybox", "exit 0")
    (no_programs / "vi").symlink_to(tools)
    assert command_for(["vi"], FILE, 3) == ["vi", str(FILE)]


def test_visual_comes_before_editor_and_vi_where_neither_is_set(no_programs: Path) -> None:
    assert editor({"VISUAL": "'my ed' -x", "EDITOR": "nano"}) == ["my ed", "-x"]
    assert editor({"VISUAL": " ", "EDITOR": "nano -w"}) == ["nano", "-w"]
    with pytest.raises(DigestTuiError, match="There is no editor: install one, or set EDITOR"):
        editor({})
    program(no_programs / "nano", "exit 0")
    assert editor({}) == ["nano"]
    program(no_programs / "vi", "exit 0")
    assert editor({"EDITOR": ""}) == ["vi"]


def test_a_variable_that_is_no_command_is_named() -> None:
    with pytest.raises(DigestTuiError, match=r"VISUAL is not a valid command .*: set it to one such as nano"):
        editor({"VISUAL": "'vim", "EDITOR": "nano"})


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("pass", ""), ("sys.exit(3)", "ended with code 3."), ("os.kill(os.getpid(), 9)", "was ended by signal 9.")],
)
def test_an_editor_that_fails_is_one_sentence(code: str, sentence: str) -> None:
    said = edit([sys.executable, "-c", f"import os, sys; {code}"], {})
    assert said.endswith(sentence)
    assert bool(said) is bool(sentence)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/no/such/editor", "The editor /no/such/editor cannot be started: No such file or directory."),
        ("\0", "The editor cannot be started: embedded null byte."),
    ],
)
def test_an_editor_that_cannot_be_started_is_one_sentence(name: str, said: str) -> None:
    assert edit([name, "file"], {}) == said
