from pathlib import Path

import pytest

from digest_tui.model import Change
from digest_tui.store import Store, open_store

from .conftest import LOG, Run


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The folder of the state, not made yet."""
    return tmp_path / "state"


@pytest.fixture
def reader(state: Path) -> Store:
    """A session that is open all the time, as that of the reader."""
    return open_store(state / "state.db")


@pytest.mark.parametrize("how", ["table", "tsv", "jsonl"])
def test_a_paper_that_stands_twice_is_listed_once_where_it_is_newest(run: Run, digests: Path, how: str) -> None:
    listed = run("list", "--places", "--dir", str(digests), "--format", how)
    new = run("new", "--dir", str(digests), "--format", how)
    assert (new.code, new.err) == (0, "")
    assert new.lines == listed.lines[:2]


def test_json_is_the_object_of_the_list(run: Run, digests: Path) -> None:
    listed = run("list", "--places", "--dir", str(digests), "--format", "json").json
    assert run("new", "--dir", str(digests), "--format", "json").json == listed[:2]
    assert run("new", "--dir", str(digests), "--format", "json", "--limit", "1").json == listed[:1]


@pytest.mark.parametrize("change", [("status", "read"), ("status", "later"), ("status", "skipped"), ("star", "1")])
def test_what_is_decided_is_left_out_while_the_reader_runs(
    run: Run, digests: Path, state: Path, reader: Store, change: tuple[str, str]
) -> None:
    options = ("--dir", str(digests), "--data-dir", str(state))
    assert run("new", "--count", *options).out == "2\n"
    reader.apply([Change("arxiv:2512.99002", *change)])
    assert run("new", "--count", *options).out == "1\n"
    assert [line.split("\t")[0] for line in run("new", "--format", "tsv", *options).lines] == ["2512.99001"]
    reader.close()


def test_the_former_names_go_on_working_and_are_not_mentioned(run: Run, digests: Path) -> None:
    assert run("unread", "--count", "--dir", str(digests)).out == run("new", "--count", "--dir", str(digests)).out
    assert run("list", "is:undecided", "--dir", str(digests)).out == run("list", "is:new", "--dir", str(digests)).out
    assert "unread" not in run("nosuch").err


def test_a_paper_that_got_an_id_later_counts_once(run: Run, tmp_path: Path) -> None:
    text = LOG.replace("Two Winds", "Two Winds Over One Field").replace("Authors: Ada Long, Bo Short\n", "")
    (tmp_path / "2025-12-09.md").write_text(text.replace("](https://arxiv.org/abs/2512.99002)", "]"))
    (tmp_path / "2025-12-10.md").write_text(text.replace("2025-12-09", "2025-12-10"))
    keys = [paper["key"] for paper in run("list", "--places", "--dir", str(tmp_path), "--format", "json").json]
    assert [key.partition(":")[0] for key in keys] == ["arxiv", "title"]
    assert run("new", "--count", "--dir", str(tmp_path)).out == "1\n"


def test_none_is_a_number_and_an_empty_list_is_said(run: Run, digests: Path, state: Path, reader: Store) -> None:
    reader.apply([Change(f"arxiv:2512.9900{number}", "status", "read") for number in (1, 2)])
    reader.close()
    options = ("--dir", str(digests), "--data-dir", str(state))
    counted = run("new", "--count", *options)
    assert (counted.code, counted.out, counted.err) == (0, "0\n", "")
    listed = run("new", "--format", "json", *options)
    assert (listed.code, listed.json) == (1, [])
    assert "All papers are decided" in listed.err


@pytest.mark.parametrize("argv", [["new"], ["new", "--count"], ["log"]], ids=" ".join)
def test_looking_writes_nothing(run: Run, digests: Path, own_home: Path, argv: list[str]) -> None:
    run(*argv, "--dir", str(digests))
    assert [found.name for found in own_home.iterdir()] in ([], [".cache"])
