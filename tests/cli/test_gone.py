"""Decided papers whose files are gone, on the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.store.sqlite import SqliteStore
from support.promises import promises

from .conftest import LOG, Outcome, Run

KITES, WINDS = "2512.99001", "2512.99002"
Call = Callable[..., Outcome]


@pytest.fixture
def call(run: Run, digests: Path, tmp_path: Path) -> Call:
    """A command on the digests, with a state of its own."""
    return lambda *argv: run(*argv, "--dir", str(digests), "--data-dir", str(tmp_path / "state"))


@pytest.fixture
def post(digests: Path) -> Path:
    """The post that goes away: Kites stand nowhere else."""
    return digests / "_posts" / "2025-12-10-daily-papers.md"


@promises(
    "docs/search.md",
    "A paper you decided about stays in `g s`, `g l` and searches for `is:starred`, `is:later` or `is:gone` "
    'after its digest was deleted: with its title, its links, your tags and your note, marked "no longer in your '
    'digests".',
)
def test_what_was_marked_is_listed_shown_and_marked_on(call: Call, post: Path) -> None:
    call("mark", "star", KITES, WINDS)
    post.unlink()
    [kites] = call("list", "is:gone", "--format", "json").json
    assert kites["key"] == f"arxiv:{KITES}"
    assert kites["title"] == "Kites over `[MASK]`"
    assert (kites["path"], kites["line"], kites["position"], kites["votes"]) == (None, None, None, None)
    assert (kites["date"], kites["source"], kites["arxiv_version"]) == ("2025-12-10", "digests", 2)
    assert kites["url"] == f"https://arxiv.org/abs/{KITES}v2"
    assert kites["alphaxiv_url"] == f"https://www.alphaxiv.org/ko/overview/{KITES}"
    assert (kites["starred"], kites["sections"], kites["also_on"]) == (True, [], [])
    assert [row["title"] for row in call("list", "is:starred", "--format", "json").json] == [
        kites["title"],
        "Two Winds",
    ]
    shown = call("show", KITES)
    assert shown.lines[0] == "Kites over `[MASK]`"
    assert "no longer in your digests" in shown.out
    assert call("show", f"arxiv:{KITES}", "--format", "json").json == kites
    assert call("mark", "later", KITES).err == "digest-tui: 1 paper put off for later\n"
    assert [row["title"] for row in call("list", "is:later", "--format", "json").json] == [kites["title"]]
    assert call("mark", "unstar", "--query", "is:gone").err == "digest-tui: star removed from 1 paper\n"
    call("undo", "2")
    assert call("list", "is:later").code == 1
    assert len(call("list", "is:starred").lines) == 2


def test_nothing_else_lists_or_counts_it(call: Call, post: Path) -> None:
    call("mark", "star", KITES)
    post.unlink()
    assert [line.split("\t")[0] for line in call("list", "--format", "tsv").lines] == [WINDS]
    assert call("new", "--count").lines == ["1"]
    assert call("search", "kites").code == 1
    assert call("list", "kites").code == 1
    assert call("show", "2025-12-10").code == 1
    assert len(call("search", "is:starred kites").lines) == 1


@pytest.mark.parametrize("how", ["table", "tsv", "json", "jsonl"])
def test_every_format_prints_it(how: str, call: Call, post: Path) -> None:
    call("mark", "star", KITES)
    post.unlink()
    assert "Kites over" in call("list", "is:gone", "--format", how).out
    assert "Kites over" in call("search", "is:gone", "--format", how).out


@pytest.mark.parametrize("how", ["plain", "markdown", "rich"])
def test_it_is_shown_in_every_way(how: str, call: Call, post: Path) -> None:
    call("mark", "star", KITES)
    post.unlink()
    assert "no longer in your digests" in call("show", KITES, "--format", how).out


def test_one_without_a_decision_is_not_known(call: Call, post: Path) -> None:
    call("mark", "star", KITES)
    call("mark", "unstar", KITES)
    post.unlink()
    assert call("list", "is:gone").code == 1
    assert call("show", KITES).code == 1
    assert "No paper has the id" in call("mark", "star", KITES).err


def test_a_dry_run_and_ids_of_standard_input_know_it(call: Call, post: Path) -> None:
    call("mark", "star", KITES)
    post.unlink()
    tried = call("mark", "later", KITES, "--dry-run")
    assert (tried.code, tried.lines[0].split("\t")[0]) == (0, KITES)
    assert call("list", "is:later").code == 1


def test_it_is_an_ordinary_paper_again_when_it_comes_back(call: Call, post: Path) -> None:
    call("mark", "star", KITES)
    text = post.read_bytes()
    post.unlink()
    assert call("list", "is:gone").code == 0
    post.with_name("2025-12-11-back.md").write_bytes(text)
    assert call("list", "is:gone").code == 1
    assert call("show", KITES, "--format", "json").json["path"] == "_posts/2025-12-11-back.md"


def test_papers_of_other_folders_are_not_listed(call: Call, run: Run, post: Path, tmp_path: Path) -> None:
    call("mark", "star", KITES)
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(post.parents[1] / "paper_logs/2025/12/09.md", other)
    elsewhere = ("--dir", str(other), "--data-dir", str(tmp_path / "state"))
    assert run("list", "is:gone", *elsewhere).code == 1
    assert run("show", KITES, *elsewhere).code == 1


def test_counting_what_is_new_asks_for_none_of_it(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    call("mark", "star", KITES)
    for name in ("known", "known_near", "unknown", "learn"):
        monkeypatch.delattr(SqliteStore, name)
    assert call("new", "--count").lines == ["1"]
    assert len(call("list", "--limit", "1").lines) == 1
    assert call("list", "kites").code == 0


def test_the_samples_have_it_too(run: Run) -> None:
    assert run("list", "is:gone", "--demo").code == 1
    assert run("list", "is:starred", "--demo").code == 1


def test_the_query_is_explained_and_completed(call: Call) -> None:
    assert call("search", "is:gone", "--explain").lines[0] == "is gone"


def named_on(day: str, run: Run, tmp_path: Path) -> tuple[Call, Path, str]:
    """A command on a folder where a paper has an id only on one of two days; the folder, and its key on the other."""
    folder = tmp_path / "logs"
    folder.mkdir()
    text = LOG.replace("Two Winds", "Two Winds Over One Field").replace("Authors: Ada Long, Bo Short\n", "")
    for each in ("2025-12-09", "2025-12-10"):
        dated = text.replace("2025-12-09", each)
        without = dated.replace("](https://arxiv.org/abs/2512.99002)", "]")
        (folder / f"{each}.md").write_text(dated if each == day else without)

    def call(*argv: str) -> Outcome:
        return run(*argv, "--dir", str(folder), "--data-dir", str(tmp_path / "state"))

    [key] = [place["key"] for place in call("list", "--places", "--format", "json").json if not place["arxiv_id"]]
    return call, folder, key


def test_a_paper_that_lost_its_id_is_not_gone_and_keeps_what_was_decided(run: Run, tmp_path: Path) -> None:
    call, folder, _ = named_on("2025-12-10", run, tmp_path)
    call("mark", "skip", WINDS)
    assert [line.split("\t")[2] for line in call("list", "--places", "--format", "tsv").lines] == ["skipped"] * 2
    (folder / "2025-12-10.md").unlink()
    assert [line.split("\t")[1:3] for line in call("list", "--format", "tsv").lines] == [["2025-12-09", "skipped"]]
    assert call("new", "--count").out == "0\n"
    assert call("list", "is:gone").code == 1


@pytest.mark.parametrize("day", ["2025-12-09", "2025-12-10"])
def test_a_paper_that_was_decided_under_two_keys_is_gone_once_with_both_decisions(
    run: Run, tmp_path: Path, day: str
) -> None:
    call, folder, key = named_on(day, run, tmp_path)
    call("mark", "star", key)
    call("mark", "later", WINDS)
    for file in folder.iterdir():
        file.unlink()
    (folder / "2025-12-08.md").write_text(LOG.replace("99002", "99003"))
    for query in ("is:gone", "is:starred", "is:later", "is:starred is:later"):
        [line] = call("list", query, "--format", "tsv").lines
        assert line.split("\t")[2:4] == ["later", "starred"]
    assert call("list", "is:starred -is:later").code == 1
    assert call("show", key, "--format", "json").json == call("show", WINDS, "--format", "json").json
