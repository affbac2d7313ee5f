"""What names papers on standard input: ids, rows of other commands, JSON; and the number of a line that names none."""

import json
from pathlib import Path

import pytest

from digest_tui.cli.named_lines import names_in

from .conftest import Run, Typed


def names(text: str) -> list[tuple[str, int]]:
    return [(named.text, named.line) for named in names_in(text)]


A, B = "2512.99001", "2512.99002"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("\n \n\t\n", []),
        (A, [(A, 1)]),
        (f"{A}\n\n{B}\n", [(A, 1), (B, 3)]),
        (f"{A}\r\n{B}\r\n", [(A, 1), (B, 2)]),
        (f"\ufeff{A}\n", [(A, 1)]),
        (f"{A} {B}\n{A},{B}", [(A, 1), (B, 1), (A, 2), (B, 2)]),
        (f"arXiv: {A}v1 [cs.CL]\n", [(f"arXiv: {A}v1 [cs.CL]", 1)]),
        (f"\x1b[01;31m\x1b[K{A}\x1b[m\x1b[K\t2025-12-10\tunread\n", [(A, 1)]),
        ("some words\n", [("some words", 1)]),
        (f"{A}\t2025-12-10\tunread\t\t3\t두 바람\t sentence\n", [(A, 1)]),
        (f"2025-12-10  {A}  unread  ★ 읽다  later  x\n", [(A, 1)]),
        (f"week of 2025-12-08  {A}        later     긴 제목\n    문장 {B}\n    2. 문장\n", [(A, 1)]),
        (f"no date     title:0123456789  skipped   제목\n    문장\n{B}\n", [("title:0123456789", 1), (B, 3)]),
        (f'{{"key": "arxiv:{A}"}}\n{{"arxiv_id": "{B}"}}\n', [(f"arxiv:{A}", 1), (B, 2)]),
        (f'[\n{{"key": "arxiv:{A}"}},\n{{"key": "arxiv:{B}"}}\n]\n', [(f"arxiv:{A}", 2), (f"arxiv:{B}", 3)]),
        (f'\ufeff[{{"key": "arxiv:{A}"}},\r\n {{"key":\r\n "{B}"}}]', [(f"arxiv:{A}", 1), (B, 2)]),
        (f'{{\n "key": "arxiv:{A}",\n "note": "}}\\n"\n}}\n{B}\n', [(f"arxiv:{A}", 1), (B, 5)]),
        (f'["{A}", "title:0123456789abcdef",\n"{B}"]', [(A, 1), ("title:0123456789abcdef", 1), (B, 2)]),
        (f'"{A}"\n"{B}"\n', [(A, 1), (B, 2)]),
        (f'[{{"key": "arxiv:{A}"}},\n{{"key": "arx', [(f"arxiv:{A}", 1), ('{"key": "arx', 2)]),
        (f"[{A}]\n[두 바람](https://arxiv.org/abs/{B})", [(f"[{A}]", 1), (f"[두 바람](https://arxiv.org/abs/{B})", 2)]),
        ('{"title": "x"}', [('{"title": "x"}', 1)]),
        ("[]", []),
    ],
)  # fmt: skip
def test_each_line_names_its_papers(text: str, found: list[tuple[str, int]]) -> None:
    assert names(text) == found


def test_hostile_text_is_lines_that_name_nothing() -> None:
    assert len(names("[" * 3000 + "{" * 3000 + "\n")) == 1
    deep = '{"a":' * 100_000
    assert [line for _, line in names(f"{deep}\n{A}")] == [1, 2]


def test_a_wrong_line_is_told_by_its_number_and_its_beginning(run: Run, digests: Path, typed: Typed) -> None:
    wrong = "한글로 적은 아주 긴 줄이라서 마흔 글자가 훨씬 넘어가는 그런 문장입니다, 정말로 그렇습니다."
    typed(f"{A}\n\n{wrong}\n{B}\n".encode())
    told = run("mark", "star", "-", "--dir", str(digests), "--dry-run")
    assert (told.code, len(told.lines)) == (1, 2)
    assert f"Line 3 of standard input names no paper: '{wrong[:40]}…'" in told.err


def test_of_very_many_wrong_lines_the_rest_is_counted(run: Run, digests: Path, typed: Typed) -> None:
    typed("".join(f"no paper {number}\n" for number in range(20_000)).encode() + A.encode())
    told = run("mark", "star", "-", "--dir", str(digests), "--dry-run")
    assert (told.code, len(told.lines)) == (1, 1)
    assert told.err.count("names no paper: ") == 100
    assert "19,900 more lines name no paper." in told.err


@pytest.mark.parametrize("command", [["show"], ["open", "--print"]], ids=" ".join)
@pytest.mark.parametrize("text", [b"", b"\n\r\n", b"\xef\xbb\xbf"])
def test_where_nothing_is_named_that_is_said(
    run: Run, digests: Path, typed: Typed, command: list[str], text: bytes
) -> None:
    typed(text)
    told = run(*command, "-", "--dir", str(digests))
    assert (told.code, told.out) == (1, "")
    assert "Standard input is empty, so it names no paper." in told.err


@pytest.mark.parametrize("text", [A.encode("utf-16"), A.encode("utf-8-sig"), f"{A}\n여기에\n".encode("cp949")])
def test_other_encodings_are_read_as_files_are(run: Run, digests: Path, typed: Typed, text: bytes) -> None:
    typed(text)
    assert run("show", "-", "--dir", str(digests), "--format", "json").json[0]["arxiv_id"] == A


@pytest.mark.parametrize(
    "options",
    [["list"], ["list", "--format", "tsv"], ["list", "--format", "json"], ["list", "--format", "jsonl", "--text"],
     ["search", "높이"], ["search", "높이", "--format", "tsv"], ["new"], ["show", A, "--format", "json"]],
    ids=" ".join,
)  # fmt: skip
def test_what_a_command_prints_names_its_papers(run: Run, digests: Path, typed: Typed, options: list[str]) -> None:
    printed = run(*options, "--dir", str(digests)).out
    typed(printed.encode())
    told = run("show", "-", "--dir", str(digests), "--format", "json")
    assert (told.code, told.err) == (0, "")
    assert {paper["arxiv_id"] for paper in told.json} == {name for name in (A, B) if name in printed}


def test_several_ids_are_shown_one_after_the_other(run: Run, digests: Path) -> None:
    told = run("show", A, f"https://arxiv.org/abs/{B}", "--dir", str(digests), "--format", "json")
    assert [paper["arxiv_id"] for paper in told.json] == [A, B]
    assert json.dumps(told.json) == json.dumps(run("show", A, B, A, "--dir", str(digests), "--format", "json").json)
    assert run("show", A, "2512.99009", "--dir", str(digests)).code == 1
