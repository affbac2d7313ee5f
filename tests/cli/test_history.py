import json
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from rich.cells import cell_len

from digest_tui.model import Change
from digest_tui.store import Store, open_store
from support.promises import promises

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
    assert log.lines == [
        f"2025-12-10 12:00:00  {what}"
        for what in (
            "starred        2512.99001",
            "marked read    2512.99001",
            "marked read    2512.99002",
            "undone: marked read  2 papers",
            "redone: marked read  2 papers",
            "undone: marked read  2 papers",
            "undone: starred  2512.99001",
        )
    ]


def test_a_title_is_told_where_it_is_known_also_after_its_digest_is_gone(
    run: Run, digests: Path, tmp_path: Path
) -> None:
    state = str(tmp_path / "state")
    run("mark", "star", "2512.99001", "--dir", str(digests), "--data-dir", state)
    assert run("log", "--data-dir", state).lines[0].endswith("  starred        2512.99001  Kites over `[MASK]`")
    run("undo", "--data-dir", state)
    told = run("log", "--data-dir", state, "--format", "json").json
    assert [event["title"] for event in told] == ["Kites over `[MASK]`", None]


@pytest.mark.usefixtures("decided")
def test_only_the_newest_are_printed_when_asked(run: Run, tmp_path: Path) -> None:
    def last(limit: int) -> list[int]:
        return [e["n"] for e in run("log", "--data-dir", str(tmp_path), "--format", "json", "--limit", str(limit)).json]

    # The undo is told by what it undid, which is not printed itself.
    assert run("log", "--data-dir", str(tmp_path), "--limit", "1").lines[0].endswith("undone: starred  2512.99001")
    assert (last(0), last(2), last(7), last(99)) == ([], [6, 7], [*range(1, 8)], [*range(1, 8)])


@pytest.mark.usefixtures("decided")
def test_each_line_of_jsonl_is_an_object_of_json(run: Run, tmp_path: Path) -> None:
    lines = run("log", "--data-dir", str(tmp_path), "--format", "jsonl").lines
    assert [json.loads(line) for line in lines] == run("log", "--data-dir", str(tmp_path), "--format", "json").json


@pytest.mark.usefixtures("decided")
def test_where_several_machines_decided_each_line_names_its_own(run: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "state.db")) as connection, connection:
        [own] = connection.execute("SELECT name FROM machine").fetchone()
        for n, host in ((1, "00aa11bb22cc33dd"), (2, "00aa99bb22cc33dd"), (3, "known"), (4, "twin")):
            connection.execute("UPDATE event SET host = ? WHERE n = ?", (host, n))
        connection.executemany("INSERT INTO machine VALUES (?, ?)", [("known", "서재"), ("twin", own)])
    lines = run("log", "--data-dir", str(tmp_path)).lines
    names = ["machine 00aa", "machine 00aa9", "서재", f"{own} twin", own, own, own]
    assert [line[21:].split("  ")[0] for line in lines] == names
    starts = [_cells(line[: line.index("mark") if "  mark" in line else line.index("undone")]) for line in lines[1:4]]
    assert len(set(starts)) == 1
    told = run("log", "--data-dir", str(tmp_path), "--format", "json").json
    assert [event["machine"] for event in told] == names
    assert told[0]["host"] == "00aa11bb22cc33dd"


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


@pytest.mark.usefixtures("decided")
@promises(
    "SECURITY.md",
    "The state keeps your decisions, the titles and links of their papers, and the short name of this machine, "
    "by which `log` tells it from others.",
)
def test_where_one_machine_decided_it_is_named_for_programs_only(run: Run, tmp_path: Path) -> None:
    own = socket.gethostname().partition(".")[0]
    told = run("log", "--data-dir", str(tmp_path), "--format", "jsonl")
    assert {json.loads(line)["machine"] for line in told.lines} == {own}
    assert not [line for line in run("log", "--data-dir", str(tmp_path)).lines if f"  {own}  " in line]


def test_columns_stand_below_one_another_whatever_letters_are_in_them(
    run: Run, tmp_path: Path, at: Callable[[int], Store]
) -> None:
    store = at(NOON)
    for tag in ("읽을것", "\u1112\u1161\u11ab", "e\u0301t\u00e9", "ｗｉ", "🔥"):
        store.apply([Change(KITES, f"tag:{tag}", "1")])
    store.close()
    for line in run("log", "--data-dir", str(tmp_path)).lines:
        assert cell_len(line[: line.index("2512.99001")]) == 19 + 2 + 13 + 2


@pytest.mark.usefixtures("decided")
def test_json_has_every_event_with_exactly_its_fields(run: Run, tmp_path: Path) -> None:
    events = run("log", "--data-dir", str(tmp_path), "--format", "json").json
    assert {tuple(event) for event in events} == {
        ("host", "n", "stamp", "session", "batch", "key", "field", "new", "machine", "title", "what", "of")
    }
    assert [(event["n"], event["key"], event["field"], event["new"]) for event in events] == [
        (1, KITES, "star", "1"),
        (2, KITES, "status", "read"),
        (3, WINDS, "status", "read"),
        (4, "", "live", "0"),
        (5, "", "live", "1"),
        (6, "", "live", "0"),
        (7, "", "live", "0"),
    ]
    assert [(event["what"], event["of"]) for event in events[2:5]] == [
        ("marked read", []),
        ("undone", ["marked read"]),
        ("redone", ["marked read"]),
    ]
    assert [event["batch"] for event in events[3:]] == [events[1]["batch"]] * 3 + [events[0]["batch"]]
    stamps = [event["stamp"] for event in events]
    assert stamps[0] == NOON
    assert stamps == sorted(stamps)


def test_the_table_has_tags_and_notes_in_words(run: Run, tmp_path: Path, at: Callable[[int], Store]) -> None:
    store = at(NOON)
    store.apply([Change(KITES, "tag:todo", "1")])
    store.apply([Change(KITES, "note", "나중에")])
    store.apply([Change(KITES, "tag:todo", "0")])
    store.close()
    assert [line.split(maxsplit=2)[2] for line in run("log", "--data-dir", str(tmp_path)).lines] == [
        "tagged todo    2512.99001",
        "noted: 나중에  2512.99001",
        "tag todo removed  2512.99001",
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
