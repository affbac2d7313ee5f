import json
from pathlib import Path

import pytest

from digest_tui import formats
from digest_tui.model import Change
from digest_tui.store import open_store
from support import many_days
from support.promises import promises

from .conftest import LOG, Run

IDS = ["2512.99001", "2512.99002"]


def test_json_is_one_object_for_each_paper_newest_date_first(run: Run, digests: Path) -> None:
    listed = run("list", "--dir", str(digests), "--format", "json")
    assert listed.code == 0
    assert listed.err == ""
    assert [(paper["arxiv_id"], paper["date"], paper["position"], paper["also_on"]) for paper in listed.json] == [
        ("2512.99001", "2025-12-10", 1, []),
        ("2512.99002", "2025-12-10", 2, ["2025-12-09"]),
    ]
    assert listed.json[0]["title"] == "Kites over `[MASK]`"
    assert listed.json[0]["path"] == "_posts/2025-12-10-daily-papers.md"


def test_with_places_it_is_one_object_for_each_place(run: Run, digests: Path) -> None:
    log = digests / "paper_logs/2025/12/09.md"
    log.write_text(log.read_text() + log.read_text().partition("\n\n")[2])
    listed = run("list", "--places", "--dir", str(digests), "--format", "json").json
    assert [(paper["arxiv_id"], paper["date"], paper["position"], paper["also_on"]) for paper in listed] == [
        ("2512.99001", "2025-12-10", 1, []),
        ("2512.99002", "2025-12-10", 2, ["2025-12-09"]),
        ("2512.99002", "2025-12-09", 1, ["2025-12-10"]),
        ("2512.99002", "2025-12-09", 2, ["2025-12-10"]),
    ]
    assert run("list", "--dir", str(digests), "--format", "json").json == listed[:2]


def test_a_paper_is_printed_at_the_newest_of_its_places_that_match(run: Run, digests: Path) -> None:
    printed = [
        [(paper["arxiv_id"], paper["date"]) for paper in run(*argv, "--dir", str(digests), "--format", "json").json]
        for argv in (("list", "winds"), ("list", "winds votes>20"), ("list", "winds OR votes>20", "--places"))
    ]
    here, before = ("2512.99002", "2025-12-10"), ("2512.99002", "2025-12-09")
    assert printed == [[here], [before], [here, before]]


@pytest.mark.parametrize("argv", [["list"], ["list", "field"], ["search", "field"], ["new"]], ids=" ".join)
def test_a_paper_that_got_an_id_later_is_printed_once(run: Run, tmp_path: Path, argv: list[str]) -> None:
    text = LOG.replace("Two Winds", "Two Winds Over One Field").replace("Authors: Ada Long, Bo Short\n", "")
    (tmp_path / "2025-12-09.md").write_text(text.replace("](https://arxiv.org/abs/2512.99002)", "]"))
    (tmp_path / "2025-12-10.md").write_text(text.replace("2025-12-09", "2025-12-10"))
    printed = run(*argv, "--dir", str(tmp_path), "--format", "json").json
    assert [(paper["arxiv_id"], paper["date"], paper["also_on"]) for paper in printed] == [
        ("2512.99002", "2025-12-10", ["2025-12-09"])
    ]


@pytest.mark.parametrize("argv", [["list"], ["list", "winds"], ["search", "winds"], ["new"]], ids=" ".join)
def test_digests_of_the_future_come_last_and_are_the_newest_of_no_other_place(
    run: Run, tmp_path: Path, argv: list[str]
) -> None:
    for day, papers in {"2025-12-09": "12", "2099-12-10": "23", "": "4"}.items():
        text = f"## Daily Papers ({day})\n\n" if day else ""
        for paper in papers:
            text += f"### [{paper} Winds](https://arxiv.org/abs/2512.9900{paper})\n\nVote: 2\n\n"
        (tmp_path / f"{day or 'undated'}.md").write_text(text)
    printed = run(*argv, "--dir", str(tmp_path), "--format", "json").json
    assert [(paper["arxiv_id"][-1], paper["date"], paper["also_on"]) for paper in printed] == [
        ("1", "2025-12-09", []),
        ("2", "2025-12-09", ["2099-12-10"]),
        ("4", None, []),
        ("3", "2099-12-10", []),
    ]


def test_places_belong_to_lists_of_places(run: Run, digests: Path) -> None:
    refused = run("new", "--places", "--dir", str(digests))
    assert (refused.code, refused.out) == (2, "")
    assert "--places" in refused.err


def test_papers_of_a_file_of_many_days_are_listed_by_day(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "explain", many_days.explain)
    (tmp_path / "a.md").write_text(many_days.markdown({"2025-12-08": [IDS[0]], "2025-12-10": [IDS[1], IDS[0]]}))
    (tmp_path / "b.md").write_text(many_days.markdown({"2025-12-09": [IDS[1]]}))
    listed = run("list", "--places", "--dir", str(tmp_path), "--format", "json").json
    assert [(paper["date"], paper["arxiv_id"], paper["position"], paper["also_on"]) for paper in listed] == [
        ("2025-12-10", IDS[1], 2, ["2025-12-09"]),
        ("2025-12-10", IDS[0], 3, ["2025-12-08"]),
        ("2025-12-09", IDS[1], 1, ["2025-12-10"]),
        ("2025-12-08", IDS[0], 1, ["2025-12-10"]),
    ]


@pytest.mark.parametrize("command", [["list"], ["search", "높이"], ["new"], ["show", "2025-12-10"]], ids=" ".join)
def test_the_text_of_papers_is_added_where_it_is_wanted(run: Run, digests: Path, command: list[str]) -> None:
    options = ("--dir", str(digests), "--format", "json")
    short, long = run(*command, *options).json[0], run(*command, *options, "--text").json[0]
    assert {name: value for name, value in long.items() if name in short} == short
    assert [name for name in long if name not in short] == ["markdown", "facets"]
    assert long["markdown"].startswith("# 1. [Kites over `[MASK]`]")
    assert long["facets"] == {"introduction": "- Goal: **높이** 나는 연."}


@pytest.mark.parametrize("command", [["list"], ["search", "높이"], ["new"], ["show", "2025-12-10"]], ids=" ".join)
def test_text_belongs_to_json(run: Run, digests: Path, command: list[str]) -> None:
    refused = run(*command, "--text", "--dir", str(digests))
    assert (refused.code, refused.out) == (2, "")
    assert "--format json" in refused.err


def test_json_lines_hold_the_same_objects(run: Run, digests: Path) -> None:
    as_lines = run("list", "--dir", str(digests), "--format", "jsonl")
    as_array = run("list", "--dir", str(digests), "--format", "json")
    assert [json.loads(line) for line in as_lines.lines] == as_array.json


def test_json_has_the_tags_in_order_and_the_note_as_it_was_written(run: Run, digests: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "state" / "state.db")
    key = "arxiv:2512.99001"
    store.apply([Change(key, "tag:b", "1"), Change(key, "tag:a", "1"), Change(key, "note", "나중에\n실험")])
    store.close()
    options = ("--dir", str(digests), "--data-dir", str(tmp_path / "state"))
    listed = run("list", *options, "--format", "json").json
    assert [(paper["tags"], paper["note"]) for paper in listed] == [
        (["a", "b"], "나중에\n실험"),
        ([], None),
    ]
    rows = run("list", *options, "--format", "tsv").lines
    assert rows[0] == "2512.99001\t2025-12-10\tunread\t\t\tKites over `[MASK]`"


def test_tab_separated_rows_start_with_the_id(run: Run, digests: Path) -> None:
    rows = [line.split("\t") for line in run("list", "--dir", str(digests), "--format", "tsv").lines]
    assert rows == [
        ["2512.99001", "2025-12-10", "unread", "", "", "Kites over `[MASK]`"],
        ["2512.99002", "2025-12-10", "unread", "", "", "Two Winds"],
    ]


def test_the_table_is_the_default_and_names_each_paper(run: Run, digests: Path) -> None:
    listed = run("list", "--dir", str(digests))
    assert [line.split()[:2] for line in listed.lines] == [["2025-12-10", IDS[0]], ["2025-12-10", IDS[1]]]
    assert listed.lines[0].endswith("Kites over `[MASK]`")
    assert "\x1b" not in listed.out


@pytest.mark.parametrize("how", ["table", "tsv", "jsonl"])
def test_a_limit_cuts_the_list(run: Run, digests: Path, how: str) -> None:
    whole = run("list", "--dir", str(digests), "--format", how)
    assert run("list", "--dir", str(digests), "--format", how, "--limit", "1").lines == whole.lines[:1]
    assert run("list", "--dir", str(digests), "--format", how, "--limit", "99").lines == whole.lines


def test_a_limit_of_none_is_no_failure(run: Run, digests: Path) -> None:
    listed = run("list", "--dir", str(digests), "--format", "json", "--limit", "0")
    assert (listed.code, listed.json) == (0, [])


def test_what_was_decided_is_printed(run: Run, digests: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "state" / "state.db")
    store.apply([Change("arxiv:2512.99002", "status", "later"), Change("arxiv:2512.99002", "star", "1")])
    store.close()
    options = ("--dir", str(digests), "--data-dir", str(tmp_path / "state"))
    papers = run("list", *options, "--format", "json").json
    assert [(paper["later"], paper["starred"], paper["read"]) for paper in papers] == [
        (False, False, False),
        (True, True, False),
    ]
    assert run("list", *options, "--format", "tsv").lines[1].split("\t")[2:4] == ["later", "starred"]
    assert "later   ★ Two Winds" in run("list", *options).lines[1]


def test_nothing_to_list_is_said_and_still_valid_json(run: Run, tmp_path: Path) -> None:
    listed = run("list", "--dir", str(tmp_path), "--format", "json")
    assert (listed.code, listed.json) == (1, [])
    assert "no papers" in listed.err


@promises(
    "docs/formats.md",
    "Control characters, lone surrogates and characters that change the direction of text are taken out of "
    "everything that is printed",
)
def test_control_characters_of_a_digest_reach_no_format(run: Run, tmp_path: Path) -> None:
    hostile = (
        "# 1. [A\x1b]0;x\x07 \x9b31m\u202ettle\tB](https://arxiv.org/abs/2512.99001)\n\n## Introduction\n\x1b[2J\n"
    )
    (tmp_path / "2025-12-10-a.md").write_text(hostile, encoding="utf-8")
    for how in ("table", "tsv", "json", "jsonl"):
        out = run("list", "--dir", str(tmp_path), "--format", how).out
        assert "2512.99001" in out
        assert all(character.isprintable() or character in "\n\t" for character in out)
    assert len(run("list", "--dir", str(tmp_path), "--format", "tsv").lines[0].split("\t")) == 6


def test_listing_writes_nothing(run: Run, digests: Path, own_home: Path) -> None:
    before = {file: file.read_bytes() for file in digests.rglob("*.md")}
    assert run("list", "--dir", str(digests)).code == 0
    assert [found.name for found in own_home.iterdir()] in ([], [".cache"])
    assert {file: file.read_bytes() for file in digests.rglob("*") if file.is_file()} == before


def test_a_week_and_a_month_are_shown_as_such_and_printed_as_their_first_day(run: Run, tmp_path: Path) -> None:
    for name in ("2026-W17", "2026년 4월", "2026-04-21"):
        (tmp_path / f"{name}.md").write_text(
            f"- [Routing {name} by Kites](https://arxiv.org/abs/2604.{len(name):05})\n"
        )
    table = run("list", "--places", "--dir", str(tmp_path), "--format", "table")
    assert [line.split("  ")[0].strip() for line in table.lines] == ["2026-04-21", "W17 2026", "Apr 2026"]
    listed = run("list", "--places", "--dir", str(tmp_path), "--format", "json").json
    assert [paper["date"] for paper in listed] == ["2026-04-21", "2026-04-20", "2026-04-01"]
    shown = run("show", "2604.00008", "--dir", str(tmp_path), "--format", "plain")
    assert "W17 2026 · unread" in shown.out
