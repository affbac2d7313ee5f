"""SQLite's own recovery, by its command `sqlite3`, where there is one."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TIME_LIMIT = 60.0
"""Seconds after which the recovery is given up: the largest state takes a few."""
_MAX_OUTPUT = 1 << 30
"""Bytes of SQL that are taken."""
_FORBIDDEN = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}


@contextmanager
def recovered_by_tool(copy: Path) -> Iterator[sqlite3.Connection | None]:
    """Return a database in memory with what `.recover` finds in a copy of a file; None without the command."""
    tool = shutil.which("sqlite3")
    if tool is None:
        yield None
        return
    script = copy.with_name(f"{copy.name}.sql")
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with suppress(OSError, subprocess.SubprocessError):
            with script.open("xb") as output:
                # No file of the person's own is read: it may print more than SQL.
                words = [tool, "-batch", "-init", os.devnull, str(copy), ".recover"]
                nothing = subprocess.DEVNULL
                subprocess.run(words, stdin=nothing, stdout=output, stderr=nothing, timeout=_TIME_LIMIT, check=False)
            if script.stat().st_size <= _MAX_OUTPUT:
                _carry_out(script, connection)
        yield connection
    finally:
        connection.close()
        with suppress(OSError):
            script.unlink()


def _carry_out(script: Path, connection: sqlite3.Connection) -> None:
    """Run the statements of a script; the damaged file had a say in them, so they stay within the database."""
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_DENY if action in _FORBIDDEN else sqlite3.SQLITE_OK)
    statement = ""
    with script.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        for line in lines:
            statement += line
            if line.rstrip().endswith(";") and sqlite3.complete_statement(statement):
                with suppress(sqlite3.Error, sqlite3.Warning, ValueError):
                    connection.execute(statement)
                statement = ""
    with suppress(sqlite3.Error):
        connection.execute("COMMIT")
    connection.set_authorizer(None)
