"""State files, and what may have become of them."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from digest_tui.model import Change
from digest_tui.store import known, open_store, schema


def stars(count: int) -> list[Change]:
    return [Change(f"arxiv:2512.{number:05}", "star", "1") for number in range(count)]


def with_state(path: Path, papers: int = 1) -> None:
    store = open_store(path)
    store.apply(stars(papers))
    store.close()


def run_sql(path: Path, *statements: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


VERSION_ONE = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE event (
    host TEXT NOT NULL, n INTEGER NOT NULL, stamp INTEGER NOT NULL, session TEXT NOT NULL,
    batch TEXT NOT NULL, key TEXT NOT NULL, field TEXT NOT NULL, new TEXT NOT NULL,
    PRIMARY KEY (host, n)
) WITHOUT ROWID;
CREATE INDEX event_order ON event (stamp, host, n);
CREATE INDEX event_key ON event (key);
CREATE INDEX event_batch ON event (batch, field, stamp, host, n);
CREATE TABLE state (
    key TEXT NOT NULL, field TEXT NOT NULL, new TEXT NOT NULL,
    stamp INTEGER NOT NULL, host TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (key, field)
) WITHOUT ROWID;
CREATE TABLE session (
    id TEXT PRIMARY KEY, machine TEXT NOT NULL, pid INTEGER NOT NULL, process TEXT NOT NULL, ended INTEGER
) WITHOUT ROWID;
CREATE TABLE memory (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA application_id = 1147622517;
PRAGMA user_version = 1;
INSERT INTO meta VALUES ('host', '00112233445566aa');
INSERT INTO memory VALUES ('greeted', '1');
"""
"""What the first version of the program made, word for word."""


def version_one(path: Path, *starred: str) -> None:
    """A state file as the first version left it, with a star for each of these keys."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(VERSION_ONE)
        for n, key in enumerate(starred, 1):
            row = "00112233445566aa", n, 1_700_000_000_000 + n, "ended", f"batch{n}", key, "star", "1"
            connection.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            connection.execute("INSERT INTO state VALUES (?, 'star', '1', ?, ?, ?)", (key, row[2], row[0], n))
        connection.execute("INSERT INTO session VALUES ('ended', 'here', 1, '', 1)")


def append_to_texts(path: Path, more: str) -> None:
    """Put something behind every text that is kept, and a decision of another program about a paper called so.

    Of the papers that are known one is made that no digest has.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for table, column in (("event", "new"), ("state", "new"), ("memory", "value"), ("session", "machine")):
            connection.execute(f"UPDATE {table} SET {column} = {column} || ?", (more,))
        for column in known.COLUMNS.split(", "):
            if column not in ("key", "version", "day", "location"):
                connection.execute(f"UPDATE known SET {column} = {column} || ?", (more,))
        connection.execute("UPDATE known SET key = 'title:gone', keys = keys || char(10) || 'title:gone'")
        connection.execute("INSERT INTO state SELECT key, 'star', '1', 1, 'x', 1 FROM known")
        names = f"x{more}", f"y{more}", f"z{more}", f"title:{more}", f"w{more}"
        connection.execute("INSERT INTO event SELECT ?, 1, max(stamp) + 1, ?, ?, ?, 'tag', ? FROM event", names)


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def newer(path: Path) -> None:
    with_state(path)
    run_sql(path, f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")


def cut_off(path: Path) -> None:
    with_state(path, 500)
    os.truncate(path, path.stat().st_size // 2)


def overwritten(path: Path) -> None:
    with_state(path, 500)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * (size - 4096))


def one_page_overwritten(path: Path, table: str = "event_order") -> None:
    """Damage where no ordinary start looks."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x5a" * size)


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def as_after_a_kill(living: Path, path: Path) -> None:
    """What a program leaves that has the file `living` open and is killed now."""
    path.parent.mkdir()
    shutil.copyfile(living, path)
    shutil.copyfile(journal_of(living), journal_of(path))


def damaged_inside(path: Path) -> None:
    with_state(path, 500)
    one_page_overwritten(path)


def emptied(path: Path) -> None:
    """The disk was full, say; the journal of a program that was killed is still there."""
    living = path.with_name("living.db")
    with_state(living)
    store = open_store(living)
    store.apply(stars(3))
    shutil.copyfile(journal_of(living), journal_of(path))
    store.close()
    path.touch()


def gone(path: Path) -> None:
    emptied(path)
    path.unlink()


def link_to_elsewhere(path: Path) -> None:
    with_state(path.with_name("elsewhere.db"))
    path.symlink_to(path.with_name("elsewhere.db"))


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "some text": (lambda path: write(path, b"my notes\n" * 100), "not a state file"),
    "a few bytes": (lambda path: write(path, b"SQLite format 3\0"), "not a state file"),
    "another program's database": (
        lambda path: run_sql(path, "PRAGMA application_id = 42", "CREATE TABLE state (x)"),
        "another program",
    ),
    "a database of nobody": (lambda path: run_sql(path, "CREATE TABLE event (x)"), "another program"),
    "a newer version": (newer, "newer"),
    "a file cut off": (cut_off, "damaged"),
    "a file overwritten": (overwritten, "damaged"),
    "a file with one bad page": (damaged_inside, "damaged"),
    "an empty file with a journal": (emptied, "journal"),
    "a journal without its file": (gone, "journal"),
    "a folder": (lambda path: path.mkdir(parents=True), "not a regular file"),
    "a link": (link_to_elsewhere, "not a regular file"),
}
"""How a state file comes to be refused, by what it is, and a word of the sentence that says why."""


def contents(path: Path) -> dict[str, bytes | None]:
    """The bytes of a state file and of its journals, None for what is no regular file; without the index of a journal.

    SQLite also leaves an empty journal beside a file that it only read.
    """
    files = [file for file in sorted(path.parent.iterdir()) if not file.name.endswith("-shm")]
    found = {file.name: file.read_bytes() if file.is_file() else None for file in files}
    return {name: data for name, data in found.items() if data or name == path.name}
