"""A digest that comes from standard input, and what else may not come from there then."""

import sys
from pathlib import Path

import pytest

from digest_tui.paths import cache_dir, config_file

from .conftest import POST, Run, Typed

A = "2512.99001"


@pytest.mark.parametrize(
    ("command", "code"),
    [(["list"], 0), (["search", "높이"], 0), (["new", "--count"], 0), (["show", A], 0), (["check"], 0),
     (["open", A, "--print"], 0), (["mark", "star", A], 0), (["list", "nothing-of-this"], 1)],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)  # fmt: skip
def test_every_command_reads_one_digest(run: Run, typed: Typed, command: list[str], code: int) -> None:
    typed(POST.encode())
    assert run("--dir", "-", *command).code == code
    assert not cache_dir().exists()


def test_its_papers_are_those_of_a_file(run: Run, typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "2025-12-10.md").write_text(POST)
    places = ("source", "path")
    of_file = run("--dir", str(tmp_path), "list", "--format", "json", "--text").json
    typed(POST.encode())
    of_input = run("--dir", "-", "list", "--format", "json", "--text").json
    assert [{place: paper.pop(place) for place in places} for paper in of_input] == [
        {"source": "stdin", "path": "stdin"}
    ] * 2
    assert of_input == [{key: value for key, value in paper.items() if key not in places} for paper in of_file]


def test_its_date_is_in_its_text(run: Run, typed: Typed) -> None:
    typed(b"## Daily Papers (2025-12-09)\n\n### [Two Winds](https://arxiv.org/abs/2512.99002)\n\nText.\n")
    assert run("--dir", "-", "list", "--format", "tsv").lines[0].split("\t")[1] == "2025-12-09"
    typed(b"### [Two Winds](https://arxiv.org/abs/2512.99002)\n\nText.\n")
    assert run("--dir", "-", "list", "--format", "tsv").lines[0].split("\t")[1] == ""


def test_it_is_read_beside_others(run: Run, typed: Typed, digests: Path) -> None:
    typed(POST.replace("2512.99001", "2512.99007").encode())
    assert (
        run("--dir", "-", "--dir", str(digests), "list", "2512.99007", "--format", "json").json[0]["source"] == "stdin"
    )
    assert not cache_dir().exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp949"])
def test_its_encoding_is_found_as_that_of_a_file(run: Run, typed: Typed, encoding: str) -> None:
    typed(
        POST.replace("—", "-").replace("높이", "높이 높이 나는 연은 아름답고 바람은 시원하게 불어온다").encode(encoding)
    )
    assert run("--dir", "-", "search", "아름답고").code == 0


def test_no_more_is_read_than_of_a_file(run: Run, typed: Typed) -> None:
    typed(POST.encode() + b"x\n" * (5 << 20))
    told = run("check", "-")
    assert told.code == 1
    assert "stdin: size: The file is larger than 8 MB" in told.out


@pytest.mark.parametrize("options", [[], ["--explain"], ["--format", "json"], ["--explain", "--format", "json"]])
def test_it_can_be_checked(run: Run, typed: Typed, options: list[str]) -> None:
    typed(POST.encode())
    told = run("check", "-", *options)
    assert told.code == 0
    assert "stdin" in told.out
    assert "1 file, 2 papers, 0 problems" in told.err
    assert not cache_dir().exists()


@pytest.mark.parametrize(
    "words",
    [["--dir", "-", "--dir", "-", "list"], ["--dir", "-", "mark", "star", "-"], ["--dir", "-", "show", "-"],
     ["open", "-", "--dir", "-"], ["mark", "star", "-", "-"], ["check", "-", "-"], ["show", "-", A, "-"]],
    ids=" ".join,
)  # fmt: skip
def test_it_is_not_read_twice(run: Run, typed: Typed, words: list[str]) -> None:
    typed(POST.encode())
    told = run(*words)
    assert (told.code, told.out) == (2, "")
    assert (
        told.err == "digest-tui: `-` is standard input, which can be read only once: name files or ids for the rest.\n"
    )


def test_an_empty_or_closed_one_has_no_papers(run: Run, typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(b"")
    assert run("--dir", "-", "list").code == 1
    monkeypatch.setattr(sys, "stdin", None)
    told = run("--dir", "-", "list")
    assert (told.code, told.err) == (3, "digest-tui: Standard input is closed, so there is no digest to read.\n")
    assert run("mark", "star", "-", "--demo", "--dry-run").code == 2


def test_it_is_no_source_to_keep(run: Run, typed: Typed) -> None:
    typed(POST.encode())
    told = run("source", "add", "-")
    assert (told.code, told.out) == (2, "")
    assert "Standard input is read once, so it cannot be a source" in told.err
    assert not config_file().exists()


def test_a_file_of_that_name_is_told_by_its_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-").write_text(POST)
    assert len(run("--dir", "./-", "list").lines) == 2
    assert run("check", "--explain", "./-").code == 0


def test_a_decision_about_its_papers_is_never_gone(run: Run, typed: Typed) -> None:
    for text in (POST, POST.replace(A, "2512.99007")):
        typed(text.encode())
        assert run("--dir", "-", "mark", "star", "2512.99002").code == 0
    typed(POST.replace("2512.99002", "2512.99008").encode())
    assert run("--dir", "-", "list", "is:gone").code == 1
    assert "Two Winds" in run("log").out
