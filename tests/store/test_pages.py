"""Rows that are read from the pages of a damaged file: nothing of them depends on the trees."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.model import Change
from digest_tui.store import open_store
from digest_tui.store.maintenance import back_up, check
from digest_tui.store.pages import rows_in
from digest_tui.store.recovery import recovered
from support.states import run_sql, stars

PAGE = 4096
LEAF = 10
"""The kind of a page with rows."""
LONG = "긴 메모 " * 3000


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A state file with a few hundred pages, one note of which takes several."""
    path = tmp_path_factory.mktemp("whole") / "state.db"
    store = open_store(path)
    for first in range(0, 2000, 10):
        store.apply(stars(2000)[first : first + 10])
    store.apply([Change("arxiv:2512.00007", "note", LONG)])
    store.close()
    return path.read_bytes()


@pytest.fixture
def sound(path: Path, whole: bytes) -> bytes:
    """It, where the state of the test is."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(whole)
    return whole


def events(data: bytes, wal: bytes = b"") -> set[object]:
    return {row[5:] for row in rows_in(data, wal, {8})}


def test_every_row_of_a_sound_file_is_read_also_a_long_one(sound: bytes) -> None:
    assert events(sound) == {(f"arxiv:2512.{n:05}", "star", "1") for n in range(2000)} | {
        ("arxiv:2512.00007", "note", LONG)
    }


def test_what_is_only_in_the_journal_is_read_up_to_its_last_commit(path: Path, sound: bytes) -> None:
    living = open_store(path)
    living.apply([Change("arxiv:2512.09999", "note", LONG)])
    wal = path.with_name("state.db-wal").read_bytes()
    living.close()
    assert ("arxiv:2512.09999", "note", LONG) in events(sound, wal)
    assert ("arxiv:2512.09999", "note", LONG) not in events(sound, wal[: len(wal) - PAGE - 24])
    assert ("arxiv:2512.09999", "note", LONG) in events(b"\0" * PAGE + sound[PAGE:], wal + b"junk" * 99)


def zeroed(*numbers: int) -> Callable[[bytes], bytes]:
    def damage(data: bytes) -> bytes:
        return b"".join(
            b"\0" * PAGE if n in numbers else data[(n - 1) * PAGE : n * PAGE] for n in range(1, len(data) // PAGE + 1)
        )

    return damage


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], int]] = {
    "the header zeroed": (lambda data: b"\0" * 100 + data[100:], 2001),
    "the first page zeroed": (zeroed(1), 2001),
    "another size of pages": (lambda data: data[:16] + b"\x20\x00" + data[18:], 2001),
    "a size that no page has": (lambda data: data[:16] + b"\x00\x03" + data[18:], 2001),
    "a list of free pages that leads nowhere": (lambda data: data[:32] + b"\0\0\0\x05\0\0\0\xff" + data[40:], 2001),
    "the mark that it is ours zeroed": (lambda data: data[:68] + b"\0\0\0\0" + data[72:], 2001),
    "the root of the log": (zeroed(3), 2001),
    "the root of an index": (zeroed(5), 2001),
    "the root of the states": (zeroed(7), 2001),
    "all roots": (zeroed(*range(1, 13)), 1950),
    "cut in the middle": (lambda data: data[: len(data) // 2 + 100], 900),
    "a third zeroed": (lambda data: zeroed(*range(len(data) // PAGE // 3, len(data) // PAGE * 2 // 3))(data), 1000),
}


@pytest.mark.parametrize(("damage", "least"), DAMAGE.values(), ids=DAMAGE.keys())
@pytest.mark.parametrize("tool", [True, False], ids=["with the tool", "without"])
def test_what_survives_is_saved_beside_the_file_as_it_is(
    path: Path, sound: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *,
    damage: Callable[[bytes], bytes], least: int, tool: bool,
) -> None:  # fmt: skip
    if not tool:
        monkeypatch.setenv("PATH", "")
    path.write_bytes(damage(sound))
    backup = back_up(path, tmp_path / "copy.db")
    assert path.read_bytes() == damage(sound)
    assert backup.damaged == (tmp_path / "copy-damaged.db",)
    assert backup.damaged[0].read_bytes() == damage(sound)
    assert least <= backup.events <= 2001
    assert backup.path is not None
    assert check(backup.path)[3:] == ((), 0)
    store = open_store(backup.path)
    assert {(e.key, e.field, e.new) for e in store.events()} <= events(sound)
    store.close()


def test_a_decision_whose_event_is_lost_is_kept_by_the_state(path: Path, sound: bytes, tmp_path: Path) -> None:
    pages = [sound[at : at + PAGE] for at in range(0, len(sound), PAGE)]
    of_log = [n for n, page in enumerate(pages, 1) if page[0] == LEAF and any(rows_in(page, b"", {8}))]
    path.write_bytes(zeroed(of_log[3])(sound))
    found = recovered(path).connection
    assert found.execute("SELECT count(*) FROM event").fetchone()[0] == 2001
    assert found.execute("SELECT count(*) FROM event WHERE session = ''").fetchone()[0] > 10


def test_what_sqlite_recovers_is_taken_too_and_its_script_reaches_no_other_file(
    path: Path, sound: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = "host, n, stamp, session, batch, key, field, new"
    script = f"""BEGIN;
PRAGMA writable_schema = on;
ATTACH '{tmp_path}/trap.db' AS trap;
CREATE TABLE trap.made(x);
CREATE TABLE event ({table});
nonsense;
INSERT OR IGNORE INTO event({table}) VALUES ('other', 1, 5, 's', 'b', 'arxiv:2512.07777', 'note', 'two
lines; and more');
INSERT INTO event({table}) VALUES ('other', 'no number', 5, 's', 'b', 'x', 'star', '1');
COMMIT;
"""
    (tmp_path / "script.sql").write_text(script)
    tool = tmp_path / "bin" / "sqlite3"
    tool.parent.mkdir()
    tool.write_text(
        f'#!/bin/sh\necho "$@" > "{tmp_path}/asked"\n"{shutil.which("cat")}" "{tmp_path}/script.sql"\nexit 1\n'
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tool.parent))
    path.write_bytes(zeroed(3)(sound))
    backup = back_up(path, tmp_path / "copy.db")
    assert backup.events == 2002
    assert (tmp_path / "asked").read_text().split()[-1] == ".recover"
    assert str(path) not in (tmp_path / "asked").read_text()
    assert not (tmp_path / "trap.db").exists()


def test_another_program_s_file_without_a_mark_is_none_of_ours(path: Path) -> None:
    run_sql(path, "CREATE TABLE event (a, b, c, d, e, f, g, h, PRIMARY KEY (a, b)) WITHOUT ROWID",
            "INSERT INTO event VALUES ('h', 1, 1, 's', 'b', 'k', 'star', '1')")  # fmt: skip
    assert recovered(path).connection.execute("SELECT count(*) FROM event").fetchone()[0] == 0
