from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.model import Change
from digest_tui.store import Store, open_store

from .conftest import Run

NOON = 1_765_368_000_000
"""2025-12-10 12:00 UTC in ms."""
KITES, WINDS = "arxiv:2512.99001", "arxiv:2512.99002"


@pytest.fixture
def at(tmp_path: Path) -> Callable[[int], Store]:
    """Open the state with a clock that stands still, in ms since the epoch UTC."""
    return lambda stamp: open_store(tmp_path / "state.db", clock=lambda: stamp)


@pytest.fixture
def decided(at: Callable[[int], Store]) -> None:
    """One paper was starred, both were read, the latter was undone and done again, and undone again."""
    store = at(NOON)
    store.apply([Change(KITES, "star", "1")])
    store.apply([Change(KITES, "status", "read"), Change(WINDS, "status", "read")])
    store.undo()
    store.redo()
    store.undo()
    store.undo()
    store.close()


@pytest.mark.usefixtures("decided")
def test_the_table_says_when_what_happened_to_which_paper_oldest_first(run: Run, tmp_path: Path) -> None:
    log = run("log", "--data-dir", str(tmp_path))
    assert (log.code, log.err) == (0, "")
    host = log.lines[0].split()[2]
    assert [line.split(maxsplit=4) for line in log.lines] == [
        ["2025-12-10", "12:00:00", host, str(n), what]
        for n, what in enumerate(
            [
                f"starred        {KITES}",
                f"marked read    {KITES}",
                f"marked read    {WINDS}",
                "undone         2 papers",
                "redone         2 papers",
                "undone         2 papers",
                f"undone         {KITES}",
            ],
            1,
        )
    ]


@pytest.mark.usefixtures("decided")
def test_json_has_every_event_with_exactly_its_fields(run: Run, tmp_path: Path) -> None:
    events = run("log", "--data-dir", str(tmp_path), "--format", "json").json
    assert {tuple(event) for event in events} == {("host", "n", "stamp", "session", "batch", "key", "field", "new")}
    assert [(event["n"], event["key"], event["field"], event["new"]) for event in events] == [
        (1, KITES, "star", "1"),
        (2, KITES, "status", "read"),
        (3, WINDS, "status", "read"),
        (4, "", "live", "0"),
        (5, "", "live", "1"),
        (6, "", "live", "0"),
        (7, "", "live", "0"),
    ]
    assert [event["batch"] for event in events[3:]] == [events[1]["batch"]] * 3 + [events[0]["batch"]]
    stamps = [event["stamp"] for event in events]
    assert stamps[0] == NOON
    assert stamps == sorted(stamps)


def test_the_table_has_tags_and_notes_in_words(run: Run, tmp_path: Path, at: Callable[[int], Store]) -> None:
    store = at(NOON)
    store.apply([Change(KITES, "tag:todo", "1")])
    store.apply([Change(KITES, "note", "나중에\n실험")])
    store.apply([Change(KITES, "tag:todo", "0")])
    store.close()
    assert [line.split(maxsplit=4)[4] for line in run("log", "--data-dir", str(tmp_path)).lines] == [
        f"tagged todo    {KITES}",
        f"noted: 나중에 실험  {KITES}",
        f"tag todo removed  {KITES}",
    ]


@pytest.mark.parametrize("stamp", [10**17, 2**62])
def test_a_stamp_that_no_calendar_has_is_printed_as_it_is(
    run: Run, tmp_path: Path, at: Callable[[int], Store], stamp: int
) -> None:
    store = at(stamp)
    store.apply([Change(KITES, "star", "1")])
    store.close()
    assert run("log", "--data-dir", str(tmp_path)).lines[0].startswith(f"{stamp} ms  ")


def test_a_key_reaches_the_table_without_control_characters(
    run: Run, tmp_path: Path, at: Callable[[int], Store]
) -> None:
    store = at(NOON)
    store.apply([Change("url:\x1b]0;x\x07\x9b31m", "star", "1")])
    store.close()
    assert run("log", "--data-dir", str(tmp_path)).lines[0].isprintable()


@pytest.mark.parametrize(("how", "out"), [("table", ""), ("json", "[]\n")])
def test_no_decision_yet_is_said(run: Run, tmp_path: Path, how: str, out: str) -> None:
    log = run("log", "--data-dir", str(tmp_path / "state"), "--format", how)
    assert (log.code, log.out) == (1, out)
    assert "Nothing has been decided yet" in log.err
    assert not (tmp_path / "state").exists()
