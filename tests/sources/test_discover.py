"""Which source a path calls for, and which folders hold digests."""

import os
import sys
from pathlib import Path

import pytest

from digest_tui.errors import SourceError
from digest_tui.sources import FileSource, FolderSource, holds_digests, source_for
from digest_tui.sources.naming import names_of
from digest_tui.sources.paper_links import count_paper_links


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text\n", encoding="utf-8")
    return path


def test_a_folder_and_a_file_have_their_sources(tmp_path: Path) -> None:
    file = write(tmp_path / "notes.txt")
    assert isinstance(source_for(tmp_path), FolderSource)
    source = source_for(file)
    assert isinstance(source, FileSource)
    assert [ref.path for ref in source.files()] == ["notes.txt"]
    assert source.name == "notes.txt"


def test_a_file_that_goes_away_is_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "a.md")
    source = source_for(file)
    file.unlink()
    assert source.files() == []


def test_a_path_with_nothing_behind_it_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"^There is no file or folder .*missing\.$"):
        source_for(tmp_path / "missing")


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
def test_a_link_with_nothing_behind_it_says_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "blog").symlink_to("/data/블로그")
    with pytest.raises(SourceError, match=r"blog is a link to /data/블로그, which does not exist\.$"):
        source_for(tmp_path / "blog")
    (tmp_path / "self").symlink_to("self")
    with pytest.raises(SourceError, match="is a link to self"):
        source_for(tmp_path / "self")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to a pipe").symlink_to("pipe")
    with pytest.raises(SourceError, match="neither a file nor a folder"):
        source_for(tmp_path / "to a pipe")


def test_a_path_that_no_system_takes_is_one_sentence() -> None:
    with pytest.raises(SourceError, match=r"\.$"):
        source_for(Path("a" * 5000))


@pytest.mark.skipif(sys.platform == "win32", reason="needs FIFOs")
def test_a_pipe_is_neither_file_nor_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="neither a file nor a folder"):
        source_for(tmp_path / "pipe")


@pytest.mark.parametrize(
    "path",
    [
        "_posts/x.md",
        "paper_logs/x",
        "2025-12-10.md",
        "2025-12-10-papers.markdown",
        "2025/12/10.md",
        "2025/12/10/papers.md",
        "2025-12-10.qmd",
        "2025-12-10.MDX",
        "2025/12/10.txt",
    ],
)
def test_a_folder_of_digests_is_recognised(tmp_path: Path, path: str) -> None:
    write(tmp_path / path)
    assert holds_digests(tmp_path)


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "2025-12-10.log",
        "requirements.txt",
        "notes/2025-12-10.md",
        ".hidden/2025-12-10.md",
        "2025/notes.md",
    ],
)
def test_other_folders_are_not(tmp_path: Path, path: str) -> None:
    write(tmp_path / path)
    assert not holds_digests(tmp_path)


def test_a_folder_that_is_missing_holds_nothing(tmp_path: Path) -> None:
    assert not holds_digests(tmp_path / "missing")


@pytest.mark.parametrize("path", ["daily/2025-12-10.md", "docs/papers/18-Dec-2024/nlp.md"])
def test_in_a_repository_dated_files_are_found_in_any_folder(tmp_path: Path, path: str) -> None:
    write(tmp_path / path)
    (tmp_path / ".git").mkdir()
    assert holds_digests(tmp_path)


@pytest.mark.parametrize("name", ["README.md", "readme.markdown", "README.txt"])
def test_a_readme_that_lists_papers_is_a_digest_and_one_that_cites_some_is_not(tmp_path: Path, name: str) -> None:
    readme = tmp_path / name
    row = "| [A paper](https://arxiv.org/abs/2501.0000{}) |\n"
    readme.write_text("".join(row.format(n) for n in range(4)), encoding="utf-8")
    assert not holds_digests(tmp_path)
    readme.write_text("".join(row.format(n) for n in range(5)), encoding="utf-8")
    assert holds_digests(tmp_path)


@pytest.mark.parametrize("path", [".", "..", "link", "chain", "다른-블로그", "link/../../data/chain"])
def test_a_folder_that_was_typed_is_called_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    folder = tmp_path / "data" / "블로그"
    write(folder / "posts" / "2025-12-10.md")
    links = {"link": str(folder), "chain": "link", "다른-블로그": "chain", "../../chain": str(folder)}
    for link, target in links.items():
        (folder / "posts" / link).symlink_to(target)
    monkeypatch.chdir(folder / "posts")
    source = source_for(Path(path))
    assert source.name == {".": "posts", "..": "블로그"}.get(path, path.rpartition("/")[2])
    assert "2025-12-10.md" in {ref.path.rpartition("/")[2] for ref in source.files()}
    assert source.location == os.path.realpath(path)


def test_names_are_told_apart_by_what_was_typed(tmp_path: Path) -> None:
    for number, path in enumerate(("x/a/blog", "y/a/blog", "b/blog"), 1):
        target = write(tmp_path / "disk" / str(number) / "a.md").parent
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).symlink_to(target)
    clone = write(tmp_path / "clones" / "blog" / "a.md").parent
    paths = [tmp_path / path for path in ("x/a/blog", "y/a/blog", "b/blog", "clones/blog", "disk")]
    assert names_of(paths, given=[clone]) == ["x/a/blog", "y/a/blog", "b/blog", "blog", "disk"]
    assert names_of([Path("/")]) == ["/"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs FIFOs")
def test_a_readme_that_is_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "README.md")
    assert not holds_digests(tmp_path)


@pytest.mark.parametrize(("before", "links"), [(0, 1), (256 * 1024 - 20, 1), (256 * 1024 - 19, 0)])
def test_only_the_beginning_of_a_file_is_looked_through_for_papers(tmp_path: Path, before: int, links: int) -> None:
    (tmp_path / "a.md").write_bytes(b" " * before + b"arxiv.org/abs/2511.0")
    assert count_paper_links(tmp_path / "a.md") == links


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_link_to_a_folder_of_digests_makes_no_place_of_digests(tmp_path: Path) -> None:
    (tmp_path / "elsewhere/2025").mkdir(parents=True)
    (tmp_path / "elsewhere/2025/2025-01-01.md").write_text("x")
    (tmp_path / "home").mkdir()
    (tmp_path / "home/2025").symlink_to(tmp_path / "elsewhere/2025")
    assert holds_digests(tmp_path / "elsewhere")
    assert not holds_digests(tmp_path / "home")


@pytest.mark.parametrize(("depth", "is_found"), [(0, True), (4, True), (5, False)])
def test_how_deep_dated_files_are_looked_for(tmp_path: Path, depth: int, is_found: bool) -> None:
    folder = tmp_path.joinpath(*["01"] * depth)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "2025-01-01.md").write_text("x")
    assert holds_digests(tmp_path) is is_found
