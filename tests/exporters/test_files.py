"""A person's own file: read whole, and replaced whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from digest_tui.errors import ExportError
from digest_tui.exporters import files
from digest_tui.exporters.files import read_target, replace
from support.promises import promises


def test_a_file_that_does_not_exist_is_made(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    assert replace(read_target(file), "한글\n")
    assert file.read_bytes() == "한글\n".encode()


def test_an_empty_file_is_made_too(tmp_path: Path) -> None:
    assert replace(read_target(tmp_path / "refs.bib"), "")
    assert (tmp_path / "refs.bib").read_bytes() == b""


def test_a_new_file_has_the_permissions_that_the_person_gives_to_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace(read_target(tmp_path / "refs.bib"), "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "refs.bib").stat().st_mode) == 0o640


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_text("a")
    file.chmod(0o604)
    replace(read_target(file), "b")
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("b", 0o604)


def test_a_text_that_a_file_has_already_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes(b"a\r\n")
    before = file.stat()
    assert not replace(read_target(file), "a\n")
    assert file.stat() == before


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "cloud").mkdir()
    file, link = tmp_path / "cloud" / "refs.bib", tmp_path / "refs.bib"
    file.write_text("a")
    link.symlink_to(file)
    replace(read_target(link), "b")
    assert (link.is_symlink(), file.read_text()) == (True, "b")


@pytest.mark.parametrize(
    "data", [b"a\r\nb\r\n", b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\r\nb", b"a\nb\r\nc\r\n", b"a\rb"]
)
def test_ends_of_lines_and_a_byte_order_mark_stay(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes(data)
    target = read_target(file)
    assert not target.text.startswith("\ufeff")
    replace(target, target.text + "new\n")
    end = b"\r\n" if data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r") else b"\n"
    assert file.read_bytes() == data + b"new" + end


def test_what_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes("a\nM\u00fcller".encode("latin-1"))
    with pytest.raises(ExportError, match=r"refs\.bib is not UTF-8 on line 2, so it is left as it is") as raised:
        read_target(file)
    assert raised.value.line == 2


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder: name a file in it"):
        read_target(tmp_path)


def test_a_pipe_is_refused_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match="is not a regular file"):
        read_target(tmp_path / "pipe")


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is not written: there is no folder"):
        read_target(tmp_path / "no" / "refs.bib")


def test_a_name_of_which_a_part_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(ExportError, match=r"cannot be read \(Not a directory\)"):
        read_target(tmp_path / "a" / "refs.bib")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1)
    (tmp_path / "refs.bib").write_text("ab")
    with pytest.raises(ExportError, match="is larger than"):
        read_target(tmp_path / "refs.bib")


@promises(
    "SECURITY.md",
    "A file of yours is replaced whole or not at all, and not where another program wrote it meanwhile.",
)
@pytest.mark.parametrize("first", [b"a", None])
def test_what_another_program_wrote_meanwhile_is_not_overwritten(tmp_path: Path, first: bytes | None) -> None:
    file = tmp_path / "refs.bib"
    if first is not None:
        file.write_bytes(first)
    target = read_target(file)
    file.write_bytes(b"theirs")
    with pytest.raises(ExportError, match="was changed meanwhile by another program"):
        replace(target, "ours")
    assert file.read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["refs.bib"]


def test_what_cannot_be_written_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "refs.bib"
    file.write_text("a")
    target = read_target(file)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match=r"cannot be written \(No space left on device\)"):
        replace(target, "b")
    assert file.read_text() == "a"
    assert [path.name for path in tmp_path.iterdir()] == ["refs.bib"]


def test_a_file_that_nobody_may_write_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_text("a")
    file.chmod(0o444)
    with pytest.raises(ExportError, match="is read-only, so it is left as it is"):
        read_target(file)


def test_a_link_to_a_pipe_without_a_name_is_refused_as_it_was_typed() -> None:
    reading, writing = os.pipe()
    try:
        with pytest.raises(ExportError, match=rf"/dev/fd/{writing} is not a regular file"):
            read_target(Path(f"/dev/fd/{writing}"))
    finally:
        os.close(reading)
        os.close(writing)
