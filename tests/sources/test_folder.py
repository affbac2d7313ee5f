"""Which files of a folder are digests, and in which order they come."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest_tui.errors import SourceError
from digest_tui.model import Problem
from digest_tui.sources import FileRef, FileSource, FolderSource
from digest_tui.sources.walk import Walk

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file names and permissions")


def write(path: Path, text: str = "text\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def paths(root: Path) -> list[str]:
    return [ref.path for ref in FolderSource(root).files()]


def test_markdown_is_found_at_any_depth_and_nothing_else(tmp_path: Path) -> None:
    for name in ("a.md", "b/c.Markdown", "b/d/e.MD", "f.txt", "g.md.bak", "README"):
        write(tmp_path / name)
    (tmp_path / "folder.md").mkdir()
    assert sorted(paths(tmp_path)) == ["a.md", "b/c.Markdown", "b/d/e.MD"]


def test_hidden_names_and_node_modules_are_passed_over(tmp_path: Path) -> None:
    for name in (".git/a.md", "x/.b.md", "node_modules/c.md", "d.md"):
        write(tmp_path / name)
    assert paths(tmp_path) == ["d.md"]


def test_the_newest_date_comes_first_and_undated_files_go_by_their_change(tmp_path: Path) -> None:
    for name in ("2025/12/09.md", "2025-12-10-b.md", "2025-12-10-a.md", "2024-01-01.md"):
        write(tmp_path / name)
    os.utime(write(tmp_path / "undated.md"), ns=(0, 1_750_000_000_000_000_000))
    found = paths(tmp_path)
    assert set(found[:2]) == {"2025-12-10-a.md", "2025-12-10-b.md"}
    assert found[2:] == ["2025/12/09.md", "undated.md", "2024-01-01.md"]
    assert found == paths(tmp_path)


def test_a_reference_changes_when_the_file_changes(tmp_path: Path) -> None:
    file = write(tmp_path / "a.md")
    before = FolderSource(tmp_path).files()
    assert before == FolderSource(tmp_path).files()
    write(file, "another text\n")
    assert before != FolderSource(tmp_path).files()


@posix_only
def test_links_that_leave_the_folder_are_passed_over(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.md")
    root = tmp_path / "root"
    write(root / "a.md")
    (root / "file.md").symlink_to(outside)
    (root / "relative.md").symlink_to("../outside/secret.md")
    (root / "folder").symlink_to(outside.parent)
    (root / "nowhere.md").symlink_to("missing.md")
    (root / "prefix.md").symlink_to(write(tmp_path / "root-and-more" / "b.md"))
    assert paths(root) == ["a.md"]


@posix_only
def test_links_inside_the_folder_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    write(tmp_path / "real" / "a.md", "a\n")
    (tmp_path / "real" / "up").symlink_to(tmp_path)
    (tmp_path / "alias").symlink_to(tmp_path / "real")
    (tmp_path / "self.md").symlink_to("self.md")
    (tmp_path / "link.md").symlink_to("real/a.md")
    source = FolderSource(tmp_path)
    assert sorted(ref.path for ref in source.files()) == ["link.md", "real/a.md"]
    assert [source.read(ref).text for ref in source.files()] == ["a\n", "a\n"]


@posix_only
def test_a_root_that_is_a_link_is_walked(tmp_path: Path) -> None:
    write(tmp_path / "real" / "a.md")
    (tmp_path / "root").symlink_to(tmp_path / "real")
    assert paths(tmp_path / "root") == ["a.md"]


@posix_only
def test_a_pipe_is_neither_listed_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert paths(tmp_path) == []
    file = write(tmp_path / "a.md")
    source = FolderSource(tmp_path)
    [ref] = source.files()
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(SourceError, match="not a regular file"):
        source.read(ref)


@posix_only
def test_a_file_that_became_a_link_is_not_read(tmp_path: Path) -> None:
    file = write(tmp_path / "root" / "a.md")
    source = FolderSource(tmp_path / "root")
    [ref] = source.files()
    file.unlink()
    file.symlink_to(write(tmp_path / "secret"))
    with pytest.raises(SourceError, match=r"a\.md cannot be read"):
        source.read(ref)


def test_a_file_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    file = write(tmp_path / "a.md")
    source = FolderSource(tmp_path)
    [ref] = source.files()
    file.unlink()
    with pytest.raises(SourceError, match=r"^a\.md cannot be read: No such file or directory\.$"):
        source.read(ref)


@posix_only
def test_strange_names_are_shown_as_escapes_and_opened_right(tmp_path: Path) -> None:
    names = [b"\xff.md", b"\xfe.md", b"new\nline.md", b"esc\x1b[31m.md", "제목.md".encode()]
    for name in names:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_bytes(name)
    source = FolderSource(tmp_path)
    shown = {ref.path: source.read(ref).text for ref in source.files()}
    assert set(shown) == {"\\xff.md", "\\xfe.md", "new\\nline.md", "esc\\x1b[31m.md", "제목.md"}
    assert shown["제목.md"] == "제목.md"
    assert all(name.isprintable() for name in shown)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_cannot_be_entered_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    source = FolderSource(tmp_path)
    assert [ref.path for ref in source.files()] == ["a.md"]
    assert [problem.message for problem in source.problems] == ["The folder closed cannot be read: Permission denied."]


def test_a_root_that_is_gone_is_a_problem_and_forgotten_when_it_is_back(tmp_path: Path) -> None:
    source = FolderSource(tmp_path / "root")
    assert source.files() == []
    assert [problem.code for problem in source.problems] == ["unreadable"]
    write(tmp_path / "root" / "a.md")
    assert len(source.files()) == 1
    assert source.problems == ()


def test_a_file_is_found_again_without_another_walk_being_taken_for_the_last(tmp_path: Path) -> None:
    file = write(tmp_path / "root" / "논문" / "a.md")
    source = FolderSource(tmp_path / "root")
    [ref] = source.files()
    assert source.file_at("논문/a.md") == ref
    assert source.file_at("b.md") is None
    (tmp_path / "root").rename(tmp_path / "away")
    assert source.files() == []
    unseen, problems = source.unseen, source.problems
    (tmp_path / "away").rename(tmp_path / "root")
    assert source.file_at("논문/a.md") == ref
    assert (source.unseen, source.problems) == (unseen, problems)
    single = FileSource(file)
    assert single.file_at("a.md") == single.files()[0]
    file.unlink()
    assert single.file_at("a.md") is None
    assert single.unseen == ()


def test_the_name_of_a_source_is_the_name_of_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "blog"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert FolderSource(Path()).name == "blog"


def test_a_file_that_cannot_be_looked_at_is_named_and_not_taken_for_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("x")

    def refuse(walk: Walk, path: str, location: str, status: os.stat_result) -> Iterator[FileRef]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Walk, "_regular", refuse)
    source = FolderSource(tmp_path)
    assert source.files() == []
    assert Problem("unreadable", "a.md cannot be read: Permission denied.", path="a.md") in source.problems
    assert source.unseen == ("a.md",)
