"""What a folder holds beside digests: which files count, and that nothing is left out in silence."""

import os
import socket
import stat
import sys
from pathlib import Path

import pytest

from digest_tui.model import Problem
from digest_tui.sources import FileRef, FolderSource, folder
from digest_tui.sources.base import display_name
from digest_tui.sources.folder import MAX_PEEKS, MAX_PROBLEMS
from digest_tui.sources.walk import kind_of
from support.promises import promises

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files and links")
PAPER = "# 첫째 논문\n\nhttps://arxiv.org/abs/2503.00001\n"


def write(path: Path, text: str = "글\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def paths(root: Path) -> list[str]:
    return sorted(ref.path for ref in FolderSource(root).files())


def said(root: Path) -> dict[str | None, tuple[str, str]]:
    """Code and sentence of each problem, by its path."""
    source = FolderSource(root)
    source.files()
    return {problem.path: (problem.code, problem.message) for problem in source.problems}


# Which files count


@pytest.mark.parametrize("name", ["a.md", "b.markdown", "c.mdx", "d.qmd", "e.txt", "F.MD", "G.Mdx", "H.QMD", "I.TXT"])
def test_a_folder_of_any_ending_is_read(tmp_path: Path, name: str) -> None:
    write(tmp_path / "sub" / name)
    assert paths(tmp_path) == [f"sub/{name}"]


def test_plain_text_counts_where_nothing_else_is_a_digest(tmp_path: Path) -> None:
    for name in ("논문 1.txt", "deep/notes.txt", "README.md", "LICENSE.md", "requirements.txt", "robots.txt"):
        write(tmp_path / name)
    assert paths(tmp_path) == ["LICENSE.md", "README.md", "deep/notes.txt", "논문 1.txt"]


@promises("docs/digests.md", "a `.txt` beside Markdown counts where its path has a date or it links papers.")
def test_beside_digests_plain_text_counts_where_it_is_dated_or_links_papers(tmp_path: Path) -> None:
    for name in ("2025-03-11.md", "2025-03-10.txt", "2025/03/09.TXT", "words.txt", "log.txt", "data/LICENSE.txt"):
        write(tmp_path / name)
    write(tmp_path / "papers.txt", PAPER)
    write(tmp_path / "requirements-dev.txt", PAPER)
    assert paths(tmp_path) == ["2025-03-10.txt", "2025-03-11.md", "2025/03/09.TXT", "papers.txt"]


def test_plain_text_that_changes_is_looked_into_again(tmp_path: Path) -> None:
    write(tmp_path / "2025-03-11.qmd")
    notes = write(tmp_path / "notes.txt")
    source = FolderSource(tmp_path)
    assert len(source.files()) == 1
    write(notes, PAPER)
    assert len(source.files()) == 2


def test_plain_text_is_looked_into_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "2025-03-11.md")
    write(tmp_path / "notes.txt")
    looked: list[str] = []

    def look(ref: FileRef) -> bool:
        looked.append(ref.path)
        return False

    monkeypatch.setattr(folder, "links_papers", look)
    source = FolderSource(tmp_path)
    source.files()
    source.files()
    assert looked == ["notes.txt"]


def test_a_collection_of_texts_beside_digests_is_data(tmp_path: Path) -> None:
    write(tmp_path / "2025-03-11.md")
    for number in range(MAX_PEEKS + 1):
        write(tmp_path / "data" / f"{number}.txt", PAPER)
    assert paths(tmp_path) == ["2025-03-11.md"]


@posix_only
def test_a_pipe_called_text_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path / "2025-03-11.md")
    os.mkfifo(tmp_path / "notes.txt")
    assert paths(tmp_path) == ["2025-03-11.md"]


# What is left out


@posix_only
@promises(
    "SECURITY.md",
    "a link that leads out, a pipe or a device is passed over.",
    "What is left out is said",
)
def test_what_is_no_file_is_said_with_its_path_and_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.md")
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.md")
    os.mkfifo("pipe.log")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.qmd")
    assert said(tmp_path) == {
        "pipe.md": ("left-out", "pipe.md is left out: it is a pipe, not a file."),
        "socket.qmd": ("left-out", "socket.qmd is left out: it is a socket, not a file."),
    }


@posix_only
def test_links_that_lead_out_are_said_and_others_are_silent(tmp_path: Path) -> None:
    outside = tmp_path / "밖"
    write(outside / "b.md")
    write(outside / "picture.png")
    root = tmp_path / "root"
    write(root / "real" / "a.md")
    for name, target in {
        "파일.md": outside / "b.md",
        "posts": outside,
        "v1.0": outside,
        "picture.png": outside / "picture.png",
        "device.md": Path("/dev/null"),
        "inside.md": root / "real" / "a.md",
        "alias": root / "real",
        "up": root,
        ".hidden.md": outside / "b.md",
    }.items():
        (root / name).symlink_to(target)
    problems = said(root)
    assert set(problems) == {"파일.md", "posts", "v1.0", "device.md"}
    assert problems["파일.md"] == (
        "left-out",
        f"파일.md is left out: it is a link that leads out of the folder, to {outside / 'b.md'}; "
        "name that with --dir to read it too.",
    )


@posix_only
def test_links_that_lead_nowhere_are_said(tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    for name, target in {
        "gone.md": "missing.md",
        "posts": "/nowhere/at/all",
        "self.md": "self.md",
        "ping.md": "pong.md",
        "pong.md": "ping.md",
        "picture.png": "missing.png",
    }.items():
        (tmp_path / name).symlink_to(target)
    assert {path: message.partition(": ")[2] for path, (_, message) in said(tmp_path).items()} == {
        "gone.md": "it is a link that leads nowhere, to missing.md.",
        "posts": "it is a link that leads nowhere, to /nowhere/at/all.",
        "self.md": "it is a link that leads in a circle, to self.md.",
        "ping.md": "it is a link that leads in a circle, to pong.md.",
        "pong.md": "it is a link that leads in a circle, to ping.md.",
    }


@posix_only
def test_of_many_things_left_out_the_first_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    for number in range(332):
        (tmp_path / f"{number:03}.md").symlink_to("missing")
    source = FolderSource(tmp_path)
    source.files()
    assert [problem.path for problem in source.problems] == [f"{number:03}.md" for number in range(MAX_PROBLEMS)] + [
        None
    ]
    assert source.problems[-1] == Problem("left-out", "And 312 more are left out.")


@posix_only
def test_names_in_problems_pass_the_border(tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    (tmp_path / "x\x1b]0;t\x07.md").symlink_to("y\x1b[31m\nz")
    [(_, message)] = said(tmp_path).values()
    assert message.isprintable()


# Nothing is read


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ((), "0 Markdown files;"),
        (("a.png",), "0 Markdown files among 1 file;"),
        (("a.png", "b/c.py", "b/robots.txt", ".git/x.md"), "0 Markdown files among 3 files;"),
    ],
)
def test_a_folder_in_which_nothing_is_read_says_what_is_there(
    tmp_path: Path, names: tuple[str, ...], found: str
) -> None:
    for name in names:
        write(tmp_path / name)
    code, message = said(tmp_path)[None]
    assert code == "empty"
    assert message.startswith(f"{tmp_path}: {found}")
    write(tmp_path / "a.md")
    assert said(tmp_path) == {}


@posix_only
def test_a_folder_of_links_out_says_both(tmp_path: Path) -> None:
    write(tmp_path / "outside.md")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "a.md").symlink_to(tmp_path / "outside.md")
    assert [code for code, _ in said(tmp_path / "root").values()] == ["empty", "left-out"]


@posix_only
def test_a_source_that_is_a_chain_of_links_is_followed_and_keeps_its_name(tmp_path: Path) -> None:
    write(tmp_path / "disk" / "data" / "a.md")
    (tmp_path / "one").symlink_to(tmp_path / "disk")
    (tmp_path / "블로그").symlink_to("one/data")
    source = FolderSource(tmp_path / "블로그")
    assert [ref.path for ref in source.files()] == ["a.md"]
    assert (source.name, source.location) == ("블로그", str(tmp_path / "disk" / "data"))
    assert source.problems == ()


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        (stat.S_IFDIR, "a folder"),
        (stat.S_IFIFO, "a pipe"),
        (stat.S_IFSOCK, "a socket"),
        (stat.S_IFCHR, "a device"),
        (stat.S_IFBLK, "a device"),
        (stat.S_IFLNK, "something else"),
    ],
)
def test_what_stands_where_a_file_should(mode: int, kind: str) -> None:
    assert kind_of(os.stat_result([mode, *[0] * 9])) == kind


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("논문 1.md", "논문 1.md"),
        ("a\tb", "a\\tb"),
        ("a\nb", "a\\nb"),
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\udcffb", "a\\xffb"),
        ("é", "é"),
    ],
)
def test_a_name_that_cannot_be_shown_stands_as_it_is_escaped(name: str, shown: str) -> None:
    assert display_name(name) == shown
