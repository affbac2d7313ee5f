"""From bytes to text: encodings, line ends and limits."""

import os
from pathlib import Path

import pytest

from digest_tui.errors import SourceError
from digest_tui.sources import FileRef, FileSource, RawText
from digest_tui.sources.reading import MAX_BYTES, MAX_LINE, MAX_LINES, whole_text
from support.promises import promises


def read(path: Path, data: bytes) -> RawText:
    path.write_bytes(data)
    source = FileSource(path)
    [ref] = source.files()
    return source.read(ref)


def reference(path: Path) -> FileRef:
    return FileRef(path.name, path, 0, 0, 0)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("제목\n".encode(), "제목\n"),
        ("\ufeff제목\n".encode(), "제목\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\rb\nc", "a b\nc"),
        (b"a\tb", "a\tb"),
        (b"a\x1b[31mb\x00", "a [31mb "),
    ],
)
def test_text_is_decoded_and_sanitised(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(tmp_path / "a.md", data) == RawText(text)


def test_bytes_that_are_no_utf8_are_shown_and_reported_with_their_line(tmp_path: Path) -> None:
    assert read(tmp_path / "a.md", b"\n\xff").problems[0].line == 2
    raw = read(tmp_path / "a.md", "one\n제목\n".encode() + "제목\n".encode("cp949"))
    assert raw.text.startswith("one\n제목\n\ufffd")
    assert [(problem.code, problem.line) for problem in raw.problems] == [("encoding", 3)]


def test_a_large_file_is_read_up_to_the_last_whole_line(tmp_path: Path) -> None:
    line = ("가" * 99).encode() + b"\n"
    raw = read(tmp_path / "a.md", line * (MAX_BYTES // len(line) + 5))
    assert [problem.code for problem in raw.problems] == ["size"]
    assert raw.text.endswith("가\n")
    assert raw.text.count("\n") == MAX_BYTES // len(line)


def test_a_large_file_of_one_line_is_cut_between_characters(tmp_path: Path) -> None:
    line = "a" + "가" * (MAX_LINE - 1)
    rest = MAX_BYTES // len(f"{line}\n".encode())
    raw = read(tmp_path / "a.md", f"{line}\n".encode() * rest + b"b" + "가".encode() * MAX_LINE)
    assert [problem.code for problem in raw.problems] == ["size"]
    assert raw.text == f"{line}\n" * rest


def test_of_a_large_file_that_is_one_line_the_beginning_is_read(tmp_path: Path) -> None:
    raw = read(tmp_path / "a.md", b"a" + "가".encode() * (MAX_BYTES // 3 + 5))
    assert [(problem.code, problem.line) for problem in raw.problems] == [("size", None), ("size", 1)]
    assert raw.text == "a" + "가" * (MAX_LINE - 1)


def test_of_a_line_without_end_the_beginning_is_read_and_the_others_stay(tmp_path: Path) -> None:
    raw = read(tmp_path / "a.md", b"one\n" + "나".encode() * (MAX_LINE + 1) + b"\nthree\n")
    assert [(problem.code, problem.line) for problem in raw.problems] == [("size", 2)]
    assert raw.text == f"one\n{'나' * MAX_LINE}\nthree\n"


@pytest.mark.parametrize(("lines", "is_cut"), [(MAX_LINES, False), (MAX_LINES + 1, True)])
def test_lines_beyond_the_limit_are_left_out_and_said_to_be(tmp_path: Path, lines: int, is_cut: bool) -> None:
    raw = read(tmp_path / "a.md", b"x\n" * lines)
    assert bool(raw.problems) == is_cut
    assert raw.text.count("x") == MAX_LINES


@promises("SECURITY.md", "and `|` shows the whole file.")
def test_the_whole_text_has_what_is_not_read_and_passes_the_border(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"\xef\xbb\xbf" + b"x\n" * MAX_LINES + b"\x1b]0;t\x07\r\n\xff" + "끝".encode() * MAX_LINE)
    text = "".join(whole_text(reference(file)))
    assert text == "x\n" * MAX_LINES + " ]0;t \n\ufffd" + "끝" * MAX_LINE


def test_the_whole_text_of_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(SourceError, match="regular file"):
        whole_text(reference(tmp_path / "a.md"))


def test_a_file_of_exactly_the_limit_is_whole(tmp_path: Path) -> None:
    line = b"a" * 1023 + b"\n"
    assert read(tmp_path / "a.md", line * (MAX_BYTES // len(line))).problems == ()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"a\n" * (MAX_BYTES // 2 + 1), "The file is larger than 8 MB; only its beginning is shown."),
        (b"a\n" * (MAX_LINES + 1), "The file has more than 50,000 lines; only its beginning is shown."),
        (b"a" * (MAX_LINE + 1), "A line is longer than 262,144 characters; only its beginning is shown."),
        (
            "모델은 크다. 언어".encode("cp949"),
            "The file is CP949, not UTF-8, and is read as such; saved as UTF-8 it can be read everywhere.",
        ),
        ("제목 제목 제목".encode() + b"\xff", "Some bytes are not UTF-8; they are shown as \ufffd."),
        (
            b"\xff\xfea\0b",
            "The file is UTF-16, not UTF-8, and some bytes are not valid in it; they are shown as \ufffd.",
        ),
    ],
)
def test_what_is_said_of_a_text_that_is_not_as_it_should_be(tmp_path: Path, data: bytes, sentence: str) -> None:
    assert sentence in [problem.message for problem in read(tmp_path / "a.md", data).problems]


def test_what_is_said_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as missing:
        whole_text(reference(tmp_path / "a.md"))
    assert str(missing.value) == "a.md cannot be read: No such file or directory."
    with pytest.raises(SourceError) as folder:
        whole_text(reference(tmp_path))
    assert str(folder.value) == f"{tmp_path.name} is not a regular file."
    with pytest.raises(SourceError) as odd:
        whole_text(FileRef("a.md", Path("a\0b"), 0, 0, 0))
    assert str(odd.value) == "a.md cannot be read: embedded null byte."


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_no_line_is_named_where_a_line_end_is_no_single_byte(tmp_path: Path, codec: str) -> None:
    [problem] = read(tmp_path / "a.md", "하나\n둘\n".encode(codec)).problems
    assert (problem.code, problem.line) == ("encoding", None)
