"""Digests that become something else while they are read: the reader goes on with what there is."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from support.blog import Blog
from support.promises import promises
from support.terminal import Terminal, words

Start = Callable[..., Terminal]
OLD, NEW = "2025-03-10", "2025-03-11"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A blog of two days."""
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post(NEW, "첫째 논문: 시작", "Second paper of the day")
    blog.post(OLD, "An older paper")
    return blog


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the index of the test is."""
    return tmp_path / "cache" / "digest-tui"


@pytest.fixture
def reader(terminal: Start, blog: Blog, tmp_path: Path) -> Terminal:
    """The reader on its first paper."""
    where = ("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    running = terminal(*where, XDG_CACHE_HOME=str(tmp_path / "cache"))
    running.wait_for("1/2")
    return running


def newest(blog: Blog) -> Path:
    [file] = blog.folder.rglob(f"{NEW}*.md")
    return file


def became_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def became_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def became_link(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/zero")


def became_circle(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.name)


@pytest.mark.parametrize("change", [Path.unlink, became_folder, became_pipe, became_link, became_circle])
def test_a_file_that_is_none_any_more_goes_and_the_others_stay(
    reader: Terminal, blog: Blog, change: Callable[[Path], None]
) -> None:
    change(newest(blog))
    reader.send("R")
    reader.wait_for(lambda text: "An older paper" in text and "첫째" not in text)
    blog.post("2025-03-12", "A new day")
    reader.send("R")
    reader.wait_for("12 Wed")
    reader.send("q")
    assert reader.wait_for_exit() == 0


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"", "This file is empty."),
        (b"\xff\xfe\x00\xd8" * 2000, "not UTF-8"),
        (b"\0" * 100_000, "The file is empty."),
        ("---\ntitle: 끝나지 않는\n".encode(), "no closing ---"),
        ("# 1. [셋째 논문](https://arxiv.org/abs/2503.00009)\n".encode(), "셋째 논문"),
    ],
    ids=["empty", "no text", "zeros", "half a header", "another digest"],
)
def test_a_file_that_says_something_else_is_shown_as_it_is_now(
    reader: Terminal, blog: Blog, content: bytes, shown: str
) -> None:
    newest(blog).write_bytes(content)
    reader.send("R")
    reader.wait_for(lambda text: "첫째 논문" not in text)
    reader.wait_for(lambda text: shown in words(text))
    reader.send("q")
    assert reader.wait_for_exit() == 0


def test_a_folder_that_is_gone_for_a_while_is_told_and_comes_back(reader: Terminal, blog: Blog, tmp_path: Path) -> None:
    blog.folder.rename(tmp_path / "away")
    reader.send("R")
    reader.wait_for(lambda text: "cannot be read" in text and "첫째 논문" in text)
    reader.send("[")
    reader.wait_for("An older paper")
    blog.folder = tmp_path / "away"
    blog.post("2025-03-12", "A new day")
    blog.folder.rename(tmp_path / "blog")
    reader.wait_for(lambda text: "is back" in text and "2025-03-12 arrived" in text)
    reader.send("q")
    assert reader.wait_for_exit() == 0


DEAD_MOUNT = """\
import os, time

list_folder = os.scandir

def scandir(path="."):
    while os.path.exists({flag!r}):
        open({asked!r}, "w").close()
        time.sleep(0.05)
    return list_folder(path)

os.scandir = scandir
"""
"""Lists no folder as long as a file is there."""


def test_a_folder_that_does_not_answer_keeps_nobody_from_reading_and_leaving(
    terminal: Start, blog: Blog, tmp_path: Path
) -> None:
    flag, asked = tmp_path / "flag", tmp_path / "asked"
    (tmp_path / "patch").mkdir()
    patch = DEAD_MOUNT.format(flag=str(flag), asked=str(asked))
    (tmp_path / "patch" / "sitecustomize.py").write_text(patch, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(tmp_path / "patch"), os.environ.get("PYTHONPATH"))))
    reader = terminal("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"), PYTHONPATH=path)
    reader.wait_for("1/2")
    flag.touch()
    reader.wait_for(lambda _: asked.exists())
    reader.send("j")
    reader.wait_for("2/2")
    reader.send("q")
    assert reader.wait_for_exit() == 0


def damaged(index: Path) -> None:
    with closing(sqlite3.connect(index)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with index.open("r+b") as file:
        file.seek(100)
        file.write(b"\x5a" * (index.stat().st_size - 100))


@pytest.mark.parametrize("harm", [Path.unlink, damaged, lambda index: os.truncate(index, 0)])
@promises("docs/configuration.md", "The cache may be deleted at any time: it is only made again.")
def test_a_cache_that_is_taken_away_costs_no_digest(
    reader: Terminal, cache: Path, blog: Blog, harm: Callable[[Path], None]
) -> None:
    harm(cache / "index.db")
    reader.send("j[")
    reader.wait_for("An older paper")
    blog.post("2025-03-12", "A new day")
    reader.send("R")
    reader.wait_for("12 Wed")
    reader.send("]")
    reader.wait_for("첫째 논문")
    reader.send("q")
    assert reader.wait_for_exit() == 0


@promises("docs/pictures.md", "Delete the folder at any time.")
def test_a_cache_folder_that_is_removed_costs_no_digest(reader: Terminal, cache: Path) -> None:
    shutil.rmtree(cache)
    reader.send("[")
    reader.wait_for("An older paper")
    reader.send("q")
    assert reader.wait_for_exit() == 0
