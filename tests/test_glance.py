"""What is said of a place while it is typed."""

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from digest_tui.library import glance as module
from digest_tui.library.glance import NOTHING, REPOSITORY, glance
from digest_tui.sources.naming import typed_place
from support.blog import Blog


def said(text: str | Path) -> str:
    """The last that is said of a place; empty for nothing."""
    return next(iter(reversed(list(glance(str(text))))), "")


def test_digests_are_counted_with_their_dates_and_papers(blog: Blog) -> None:
    blog.post("2025-03-11", "One", "Two")
    assert said(blog.folder) == "1 digest, 2025-03-11, 2 papers."
    blog.post("2025-03-09", "Three")
    blog.add_own_pages()
    assert said(blog.folder) == "2 digests, 2025-03-09 to 2025-03-11, 3 papers."
    assert said(next(blog.folder.glob("2025-03-11*"))) == "1 digest, 2025-03-11, 2 papers."


def test_what_is_there_instead_is_said(tmp_path: Path) -> None:
    assert said(tmp_path / "nowhere") == said("~nobody-at-all/x") == said("/a\0b") == NOTHING
    assert said(tmp_path) == "Nothing to read here: 0 Markdown files."
    note = tmp_path / "note.md"
    note.write_text("# 메모\n\n글\n", encoding="utf-8")
    assert said(tmp_path) == "1 Markdown file, none with papers."
    assert said(note) == "No papers found in this file."
    assert said("") == said("  ") == ""


@pytest.mark.parametrize("address", ["https://github.com/a/b", "git@github.com:a/b.git", "ssh://host/path"])
def test_a_repository_is_told_by_its_address_alone(address: str) -> None:
    assert said(f" {address}\n") == REPOSITORY


def test_of_many_files_the_newest_are_read(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_FILES", 3)
    for day in range(10, 20):
        blog.post(f"2025-03-{day}", "One")
    assert said(blog.folder) == "At least 3 digests, up to 2025-03-19, 3 papers."
    for path in blog.folder.iterdir():
        path.write_text("# Note\n", encoding="utf-8")
    assert said(blog.folder) == "10 Markdown files, none with papers among the 3 that were read."


def test_a_home_is_not_walked_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_FOLDERS", 5)
    for number in range(20):
        (tmp_path / str(number)).mkdir()
    assert said(tmp_path) == "Nothing to read here: 0 Markdown files in the first 5 folders."


def test_where_it_takes_long_it_is_told_what_was_found_so_far(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(10, 20):
        blog.post(f"2025-03-{day}", "One")
    clock = iter(range(1000))
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)) / 4)
    monkeypatch.setattr(module, "MAX_SECONDS", 1e9)
    first, *_, last = glance(str(blog.folder))
    assert (first, last) == (
        "At least 1 digest, up to 2025-03-19, 1 paper.",
        "10 digests, 2025-03-10 to 2025-03-19, 10 papers.",
    )
    monkeypatch.setattr(module, "MAX_SECONDS", 1.0)
    assert said(blog.folder).startswith("At least ")


def test_nothing_is_left_behind(blog: Blog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blog.post("2025-03-11", "One")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    said(blog.folder)
    assert not (tmp_path / "cache").exists()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("pattern", ["{}", "{}/", "'{}'", '"{}"', " {} \n", "file://{}", "{escaped}"])
def test_a_path_may_be_typed_as_shells_and_terminals_write_it(tmp_path: Path, pattern: str) -> None:
    folder = tmp_path / "나의 논문 (둘)"
    folder.mkdir()
    escaped = str(folder).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    assert typed_place(pattern.format(folder, escaped=escaped)) == folder


@pytest.mark.parametrize(("there", "typed"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_hangul_is_found_however_it_is_spelled(tmp_path: Path, there: Literal["NFC", "NFD"], typed: str) -> None:
    folder = tmp_path / normalize(there, "논문 요약")
    folder.mkdir()
    assert typed_place(normalize(typed, str(folder))) == folder  # type: ignore[arg-type]
    assert said(normalize(typed, str(folder))) == "Nothing to read here: 0 Markdown files."  # type: ignore[arg-type]


def test_what_the_system_does_not_take_is_one_sentence() -> None:
    assert said(f"/{'x' * 300}") == "It cannot be read: File name too long."


def test_a_stroke_in_a_name_stays(tmp_path: Path) -> None:
    folder = tmp_path / "a\\ b"
    folder.mkdir()
    assert typed_place(str(folder)) == folder
    assert typed_place("~/x") == Path.home() / "x"
