"""What a command does not do: digests that it does not read, modules that it does not load."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from digest_tui.index import Index
from digest_tui.model import Digest, DigestSummary
from digest_tui.model.summary import Keys, Occurrence
from digest_tui.paths import cache_dir
from support.library import Sample

from .conftest import Run

DAYS = [f"2025-03-{day:02}" for day in range(1, 21)]


@pytest.fixture
def library(tmp_path: Path, run: Run) -> list[str]:
    """Twenty days of three papers, of which one stands on two days; what a search looks through was made."""
    folder = tmp_path / "digests"
    folder.mkdir()
    for number, day in enumerate(DAYS):
        papers = [Sample(f"Kite {number} over the Hills"), Sample(f"Wind {number}", body="A kite in a text.")]
        again = Sample("A Kite that comes back", id="2503.99999")
        papers.append(again if number in (3, 4) else Sample(f"Other {number} of them"))
        text = "\n\n".join(paper.markdown(place, day) for place, paper in enumerate(papers))
        (folder / f"{day}.md").write_text(f"## Daily Papers ({day})\n\n{text}\n", encoding="utf-8")
    argv = ["--dir", str(folder)]
    run("search", "kite", "--limit", "0", *argv)
    return argv


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The digests that were read from the index with their text."""
    paths: list[str] = []
    whole = Index.digest

    def noted(self: Index, summary: DigestSummary) -> Digest | None:
        paths.append(summary.path)
        return whole(self, summary)

    monkeypatch.setattr(Index, "digest", noted)
    return paths


@pytest.mark.parametrize("how", ["table", "tsv", "json", "jsonl"])
@pytest.mark.parametrize(
    "words", [["list"], ["list", "kite"], ["search", "kite"], ["new"], ["list", "kite sort:votes"]]
)
def test_each_digest_is_read_once(words: list[str], how: str, run: Run, library: list[str], read: list[str]) -> None:
    assert run(*words, *library, "--format", how).lines
    assert len(set(read)) == len(DAYS)
    # Rows and sentences are made one after the other, and then kept.
    assert len(read) == len(DAYS) * (2 if words[0] == "search" and how in ("table", "tsv") else 1)


@pytest.mark.parametrize("words", [["list"], ["list", "kite"], ["search", "kite"], ["new"]])
def test_of_few_papers_few_digests_are_read(words: list[str], run: Run, library: list[str], read: list[str]) -> None:
    assert run(*words, *library, "--limit", "2", "--format", "tsv").lines
    assert len(set(read)) <= 2


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "--format", "tsv", "--places"],
        ["list", "kite sort:votes"],
        ["search", "kite wind"],
        ["search", "kite wind", "--format", "tsv"],
        ["new"],
        ["mark", "star", "--dry-run", "--query", "kite"],
    ],
    ids=" ".join,
)
def test_a_table_reads_no_digest_twice(words: list[str], run: Run, library: list[str], read: list[str]) -> None:
    first = run(*words, *library).lines
    assert first
    read.clear()
    assert run(*words, *library).lines == first
    assert read == []


def test_a_table_says_what_a_changed_digest_says(run: Run, library: list[str], read: list[str]) -> None:
    run("list", *library)
    file = Path(library[1]) / f"{DAYS[3]}.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Kite 3 over", "Kites 3 under"), encoding="utf-8")
    read.clear()
    lines = run("list", *library).lines
    assert [line.endswith("Kites 3 under the Hills") for line in lines if "Kite" in line and " 3 " in line] == [True]
    assert read == [file.name]


def test_a_sentence_says_what_a_changed_digest_says(run: Run, library: list[str], read: list[str]) -> None:
    assert "    A kite in a text." in run("search", "kite", *library).lines
    file = Path(library[1]) / f"{DAYS[3]}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("A kite in a text.", "É. ẞ Kite in *BOLD* İ words. Kite."), encoding="utf-8")
    read.clear()
    assert "    ẞ Kite in BOLD İ words." in run("search", "kite", *library).lines
    assert set(read) == {file.name}


@pytest.mark.parametrize("kind", ["rows", "written"])
def test_what_was_kept_and_damaged_is_made_again(kind: str, run: Run, library: list[str]) -> None:
    lines = run("search", "kite OR other", *library).lines
    with closing(sqlite3.connect(cache_dir() / "index.db")) as connection, connection:
        assert connection.execute("UPDATE made SET made = x'00' WHERE kind = ?", (kind,)).rowcount == len(DAYS)
    assert run("search", "kite OR other", *library).lines == lines


@pytest.mark.parametrize("words", [["new", "--count"], ["list", "--limit", "0"], ["search", "kite", "--limit", "0"]])
def test_for_a_number_no_digest_is_read(words: list[str], run: Run, library: list[str], read: list[str]) -> None:
    run(*words, *library)
    assert read == []


def test_only_papers_with_several_places_are_looked_for(
    run: Run, library: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Keys] = []
    whole = Index.occurrences

    def noted(self: Index, keys: Keys) -> list[Occurrence]:
        asked.append(tuple(keys))
        return whole(self, keys)

    monkeypatch.setattr(Index, "occurrences", noted)
    papers = run("list", *library, "--format", "json").json
    assert asked
    assert all("arxiv:2503.99999" in keys for keys in asked)
    assert [paper["also_on"] for paper in papers if paper["also_on"]] == [[DAYS[3]]]


SLOW = {"platformdirs", "tempfile", "random", "socket", "traceback", "hashlib", "_hashlib", "difflib", "dataclasses"}
"""Modules that take long to load, and that these commands do without."""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says where folders are")
@pytest.mark.parametrize("words", [["--help"], ["log"], ["new", "--count"], ["list"]], ids=" ".join)
def test_what_takes_long_to_load_is_not(words: list[str], library: list[str]) -> None:
    code = f"""if True:
        import sys
        from digest_tui.cli.main import main
        try:
            main({[*words, *library]!r})
        except SystemExit:
            pass
        print(*sys.modules, file=sys.stderr)
    """
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)
    modules = set(ended.stderr.split())
    assert not modules & SLOW
    assert not {name for name in modules if name.startswith(("digest_tui.search.", "digest_tui.formats"))}
    assert ("digest_tui.model" in modules) is (words != ["--help"])
