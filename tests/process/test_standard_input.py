"""The reader on a digest of standard input: keys come from the terminal, wherever the digest came from."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.blog import Blog
from support.terminal import Terminal

ENVIRON = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    """A file with a digest of two papers."""
    (tmp_path / "blog").mkdir()
    Blog(tmp_path / "blog").post("2025-03-11", "First paper", "Second paper")
    return next((tmp_path / "blog").rglob("*.md"))


@pytest.fixture
def shell(tmp_path: Path, digest: Path) -> Iterator[Callable[..., Terminal]]:
    """Run the program in a terminal, with a digest on its standard input."""
    started: list[Terminal] = []

    def start(*, is_controlling: bool = True) -> Terminal:
        command = f'cat "{digest}" | "{sys.executable}" -m digest_tui --dir - --data-dir state'
        running = Terminal(["/bin/sh", "-c", command], ENVIRON, tmp_path, (120, 36), is_controlling=is_controlling)
        started.append(running)
        return running

    yield start
    for running in started:
        running.close()


def test_keys_come_from_the_terminal_while_the_digest_comes_from_a_pipe(
    shell: Callable[..., Terminal], tmp_path: Path
) -> None:
    reader = shell()
    reader.wait_for("1/2")
    reader.send("js")
    reader.wait_for("starred")
    reader.send("q")
    assert reader.wait_for_exit() == 0
    assert reader.modes_changed() == set()
    command = [sys.executable, "-m", "digest_tui", "log", "--data-dir", "state"]
    log = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Second paper" in log.stdout


def test_without_a_terminal_for_keys_one_sentence_says_so(shell: Callable[..., Terminal]) -> None:
    refused = shell(is_controlling=False)
    assert refused.wait_for_exit() == 2
    assert "The digest comes from standard input, and there is no other terminal for keys" in refused.text


def test_who_types_a_digest_is_told_how_it_ends(tmp_path: Path) -> None:
    running = Terminal([sys.executable, "-m", "digest_tui", "--dir", "-", "list"], ENVIRON, tmp_path, (120, 36))
    try:
        running.wait_for("Type or paste a digest, then press ctrl+d")
        running.send("# 1. [A typed kite](https://arxiv.org/abs/2512.99001)\n\x04")
        running.wait_for("2512.99001  unread    A typed kite")
        assert running.wait_for_exit() == 0
    finally:
        running.close()
