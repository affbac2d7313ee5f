"""What a pipe gets when its encoding lacks a character: the same data in escapes, or nothing and a sentence."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from digest_tui.cli.main import main

TITLE = "연 ★ “Kites” é 鳶 🪁"
"""No encoding but those of Unicode has all of this."""
POST = f"# 1. [{TITLE}](https://arxiv.org/abs/2512.99001)\n\n## Results\n연이 난다.\n"
NARROW = ["ascii", "iso8859-1", "cp1252", "cp949", "cp437"]
TEXTS = [
    ["list"],
    ["list", "--format", "tsv"],
    ["search", "kites"],
    ["search", "kites", "--format", "tsv"],
    ["new"],
    ["show", "2512.99001"],
    ["show", "2512.99001", "--format", "markdown"],
    ["show", "2512.99001", "--format", "rich"],
    ["show", "2512.99001", "--lens", "results"],
    ["mark", "star", "2512.99001", "--dry-run"],
    ["check", "--explain", "FILE"],
]
RECORDS = [
    ["list", "--format", "json", "--text"],
    ["list", "--format", "jsonl"],
    ["search", "kites", "--format", "json"],
    ["new", "--format", "jsonl"],
    ["show", "2512.99001", "--format", "json"],
    ["check", "--explain", "FILE", "--format", "json"],
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A digest with letters of several scripts; a paper without them comes first."""
    found = tmp_path / "2025-12-10.md"
    found.write_text("# 0. [Plain](https://arxiv.org/abs/2512.99000)\n\nText.\n\n" + POST, encoding="utf-8")
    return found


class Ended(NamedTuple):
    """What a call left behind, in bytes."""

    code: int
    out: bytes
    err: bytes


Call = Callable[..., Ended]


@pytest.fixture
def called(file: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call `digest-tui` with pipes of an encoding."""

    def call(argv: list[str], encoding: str) -> Ended:
        words = [str(file) if word == "FILE" else word for word in argv]
        places = [] if "FILE" in argv else ["--dir", str(file.parent)]
        out, err = io.BytesIO(), io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding, write_through=True))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding=encoding, write_through=True))
        return Ended(main([*words, *places]), out.getvalue(), err.getvalue())

    return call


def in_process(argv: list[str], **environ: str) -> Ended:
    """`digest-tui` in a process of its own, whose output goes to a pipe."""
    ended = subprocess.run(
        [sys.executable, "-m", "digest_tui", *argv],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))} | environ,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


@pytest.mark.parametrize("encoding", NARROW)
@pytest.mark.parametrize("argv", TEXTS, ids=" ".join)
def test_text_that_the_encoding_lacks_is_refused_before_anything_is_printed(
    called: Call, argv: list[str], encoding: str
) -> None:
    ended = called(argv, encoding)
    said = ended.err.decode(encoding)
    assert (ended.code, ended.out) == (2, b""), ended
    assert len(said.splitlines()) == 1
    assert f"encoded as {encoding}, which lacks U+" in said
    assert "PYTHONIOENCODING=utf-8" in said


@pytest.mark.parametrize("encoding", NARROW)
@pytest.mark.parametrize("argv", RECORDS, ids=" ".join)
def test_json_falls_to_escapes_that_say_the_same(called: Call, argv: list[str], encoding: str) -> None:
    ended = called(argv, encoding)
    whole = called(argv, "utf-8")
    assert ended.code == whole.code == 0, ended
    assert TITLE.encode() in whole.out
    assert values(ended.out.decode(encoding)) == values(whole.out.decode())


def values(text: str) -> list[object]:
    """Every JSON value of an output, one after the other."""
    found = []
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        found.append(value)
        text = text[end:]
    return found


@pytest.mark.parametrize("encoding", NARROW)
def test_what_the_encoding_holds_is_printed(called: Call, file: Path, encoding: str) -> None:
    file.write_text("# 1. [Plain](https://arxiv.org/abs/2512.99000)\n\n글\n", encoding="utf-8")
    ended = called(["list"], encoding)
    assert ended.code == 0
    assert ended.out.decode(encoding).endswith("Plain\n")
    assert ended.err == b""


def test_korean_is_printed_in_the_encoding_of_korean_windows(called: Call, file: Path) -> None:
    file.write_text("# 1. [연](https://arxiv.org/abs/2512.99001)\n\n글\n", encoding="utf-8")
    ended = called(["list"], "cp949")
    assert ended.out.decode("cp949").endswith("연\n")


@pytest.mark.skipif(sys.platform == "win32", reason="locales of POSIX")
@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:replace"},
    ],
    ids=str,
)
def test_no_setting_lets_data_leave_as_a_question_mark(file: Path, environ: Mapping[str, str]) -> None:
    ended = in_process(["list", "--format", "tsv", "--dir", str(file)], **environ)
    assert (ended.code, ended.out) == (2, b"")
    assert b"?" not in ended.err


@pytest.mark.parametrize("argv", [["--help"], ["search", "--help"], ["help", "queries"], ["help", "formats"]])
def test_help_is_for_people_and_has_substitutes(argv: list[str]) -> None:
    ended = in_process(argv, PYTHONIOENCODING="ascii")
    assert (ended.code, ended.err) == (0, b"")
    assert ended.out.isascii()
    assert ended.out.count(b"\n") > 10


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_that_lacks_a_character_shows_a_substitute(file: Path) -> None:
    import pty

    parent, child = pty.openpty()
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "digest_tui", "list", "--dir", str(file)],
            stdin=child,
            stdout=child,
            stderr=subprocess.PIPE,
            check=False,
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "latin-1", "NO_COLOR": "1"},
        )
        shown = os.read(parent, 10_000).decode("latin-1")
    finally:
        os.close(child)
        os.close(parent)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert shown.rstrip().endswith("? ? ?Kites? é ? ?")


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes")
@pytest.mark.parametrize("how", ["table", "json"])
def test_a_name_of_a_file_that_is_no_text_is_printed_with_escapes(called: Call, file: Path, how: str) -> None:
    name = os.fsencode(file.parent) + b"/2025-12-10-\xff.md"
    with open(name, "w", encoding="utf-8") as other:
        other.write(POST)
    ended = called(["check", "--format", how], "utf-8")
    assert ended.code == 0, ended
    shown = ended.out.decode()
    assert "2025-12-10-\\xff.md" in ([one["path"] for one in json.loads(shown)] if how == "json" else shown)
