"""`R` in a reader of a repository: it is fetched while everything else goes on."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.paths import config_file, data_dir
from digest_tui.sources.git import Fetch, clone_of
from support.processes import ends
from support.promises import promises
from support.repositories import commit, program, repository
from support.terminal import Terminal

Start = Callable[..., Terminal]


def post(title: str) -> str:
    return f"# 1. [{title}](https://arxiv.org/abs/2512.99001)\n\n본문\n"


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A repository that is configured and was fetched."""
    folder = repository(tmp_path / "log", {"2025-12-10.md": post("첫째 논문")})
    config_file().parent.mkdir(parents=True)
    config_file().write_text(f'[[source]]\nurl = "{folder}"\n')
    Fetch(clone_of(str(folder), None, data_dir() / "clones"), os.environ).run()
    return folder


def test_what_is_new_appears(terminal: Start, remote: Path) -> None:
    reader = terminal()
    reader.wait_for("첫째 논문")
    commit(remote, {"2025-12-11.md": post("둘째 논문")})
    reader.send("R")
    reader.wait_for(lambda text: "12-11" in text and "rescanned" in text)
    reader.send("q")
    assert reader.wait_for_exit() == 0


@promises(
    "README.md",
    "No key waits",
    "Reading, fetching and saving happen beside the keys, never before them.",
)
def test_what_does_not_come_is_one_sentence_and_the_reader_goes_on(terminal: Start, remote: Path) -> None:
    reader = terminal()
    reader.wait_for("첫째 논문")
    remote.rename(remote.with_name("gone"))
    reader.send("R")
    reader.wait_for("log cannot be fetched")
    reader.send("s")
    reader.wait_for("★")
    reader.send("q")
    assert reader.wait_for_exit() == 0


@pytest.mark.skipif(os.name != "posix", reason="groups of processes are POSIX")
def test_a_fetch_is_stopped_by_a_key_and_by_leaving(terminal: Start, remote: Path, tmp_path: Path) -> None:
    child = tmp_path / "child"
    program(
        tmp_path / "bin" / "git", f"sleep 600 & echo $! > '{child}.new'; mv '{child}.new' '{child}'; exec sleep 600"
    )
    reader = terminal(PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    reader.wait_for("첫째 논문")
    for key, is_over in (("R", "rescanned"), ("q", "")):
        reader.send("R")
        reader.wait_for(lambda text: "fetching log 1/1 · R stops" in text and child.exists())
        reader.send(key)
        if is_over:
            reader.wait_for(lambda text: "rescanned" in text and "fetching" not in text)
        else:
            assert reader.wait_for_exit() == 0
        assert ends(int(child.read_text()))
        child.unlink()
