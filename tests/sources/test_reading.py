"""From bytes to text: encodings, line ends and limits."""

from pathlib import Path

import pytest

from digest_tui.sources import FileSource, RawText
from digest_tui.sources.reading import MAX_BYTES


def read(path: Path, data: bytes) -> RawText:
    path.write_bytes(data)
    source = FileSource(path)
    [ref] = source.files()
    return source.read(ref)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("제목\n".encode(), "제목\n"),
        ("\ufeff제목\n".encode(), "제목\n"),
        ("제목\r\n본문".encode("utf-16"), "제목\n본문"),
        ("\ufeff제목".encode("utf-16-be"), "제목"),
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
    raw = read(tmp_path / "a.md", b"a" + "가".encode() * (MAX_BYTES // 3 + 5))
    assert [problem.code for problem in raw.problems] == ["size"]
    assert raw.text == "a" + "가" * ((MAX_BYTES - 1) // 3)


def test_a_file_of_exactly_the_limit_is_whole(tmp_path: Path) -> None:
    assert read(tmp_path / "a.md", b"a" * MAX_BYTES).problems == ()
