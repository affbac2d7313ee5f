"""Processes that work beside this one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from digest_tui.index import open_index
from digest_tui.model import DigestSummary
from digest_tui.reading import MANY_FILES, Reading, packed_file
from digest_tui.sources import FileRef, FolderSource, RawText
from digest_tui.sources.base import Source
from digest_tui.workers import processors, results
from support.processes import ends, is_running

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")


def said(job: int) -> bytes:
    """Something that names the job, longer than a pipe holds."""
    return f"{job} ".encode() * 50_000


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 7])
def test_results_come_in_order(workers: int, count: int) -> None:
    assert list(results(said, count, workers)) == [said(job) for job in range(count)]


def test_work_that_fails_has_no_result_and_the_rest_has() -> None:
    def work(job: int) -> bytes:
        return str(10 // (job - 1)).encode()

    assert list(results(work, 4, 2)) == [b"-10", None, b"10", b"5"]


def test_what_a_worker_that_was_killed_owes_is_nothing() -> None:
    def work(job: int) -> bytes:
        if job == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"done"

    assert list(results(work, 4, 2)) == [b"done", None, b"done", None]


@contextmanager
def working() -> Iterator[set[int]]:
    """The workers of an iterator that gave its first result; it is closed in the end."""
    with closing(results(lambda job: str(os.getpid()).encode() if job < 2 else said(job), 100, 2)) as made:
        yield {int(next(made) or b""), int(next(made) or b"")}


def test_no_worker_is_left_when_nobody_wants_more() -> None:
    with working() as workers:
        assert all(map(is_running, workers))
        assert os.getpid() not in workers
    assert not any(map(is_running, workers))


KILLED = """
import os, signal, sys
from digest_tui.sources.base import Source
from digest_tui.workers import results

# Who starts the tests in the background may have them ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
made = results(lambda job: str(os.getpid()).encode() if job < 2 else b"x" * 1000, 1_000_000_000, 2)
print(int(next(made)), int(next(made)), flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_no_worker_is_left_when_the_process_goes(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        workers = [int(word) for word in process.stdout.readline().split()]
        process.send_signal(number)
        process.wait()
    assert len(workers) == 2
    assert all(map(ends, workers))


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More digests than one process reads alone, one of them unreadable."""
    folder = tmp_path / "many"
    folder.mkdir()
    for day in range(1, MANY_FILES + 4):
        text = f"## Daily Papers (2025-12-{day:02})\n\n### [Kite {day} over the Sea](https://arxiv.org/abs/2512.{day:05})\n"
        (folder / f"2025-12-{day:02}.md").write_text(f"{text}\nVote: {day}\n\n- ***What's New***: A breeze.\n")
    (folder / "2025-12-05.md").write_bytes(b"\x00\x01" * 5000)
    return folder


def read(folder: Path, cache: Path, workers: int, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Any], int]:
    """What one start reads of a folder, and how many files this process read for it."""
    here: list[str] = []
    source = FolderSource(folder, "many")
    whole = source.read

    def noted(ref: FileRef) -> RawText:
        here.append(ref.path)
        return whole(ref)

    monkeypatch.setattr(source, "read", noted)
    index = open_index(cache / "index.db")
    reading = Reading([source], index, set())
    reading.workers = workers
    summaries: list[DigestSummary] = [summary for scan in reading.scan() for summary in scan.added]
    made = [(summary[1:], index.digest(summary), index.made("attempts", str(summary.id))) for summary in summaries]
    index.close()
    return made, len(here)


def test_several_processes_read_what_one_does(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, files = read(many, tmp_path / "alone", 1, monkeypatch)
    beside, left = read(many, tmp_path / "beside", 2, monkeypatch)
    assert beside == alone
    assert (files, left) == (MANY_FILES + 3, 0)
    assert read(many, tmp_path / "beside", 2, monkeypatch)[1] == 0


def test_few_files_are_read_by_one_process(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(many, tmp_path, 1, monkeypatch)
    for day in range(1, MANY_FILES):
        (many / f"2025-12-{day:02}.md").write_text("Changed.\n")
    assert read(many, tmp_path, 2, monkeypatch)[1] == MANY_FILES - 1


def test_a_file_that_a_worker_cannot_read_is_told_of_as_ever(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, _ = read(many, tmp_path / "alone", 1, monkeypatch)

    def failing(source: Source, ref: FileRef) -> bytes:
        if "07" in ref.path:
            raise ValueError
        return packed_file(source, ref)

    monkeypatch.setattr("digest_tui.reading.packed_file", failing)
    beside, left = read(many, tmp_path / "beside", 2, monkeypatch)
    assert beside == alone
    assert left == 1


def test_there_is_a_processor() -> None:
    assert processors() >= 1
