"""The table of what is remembered beside the log: the place, settings of the screen, unfinished lines."""

import sqlite3


def value(connection: sqlite3.Connection, name: str) -> str | None:
    """Return the value under a name; None where there is none."""
    row = connection.execute("SELECT value FROM memory WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def values(connection: sqlite3.Connection) -> dict[str, str]:
    """Return every value, by its name."""
    return {str(name): str(value) for name, value in connection.execute("SELECT name, value FROM memory")}


def put(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a value under a name, replacing the one before."""
    connection.execute("INSERT OR REPLACE INTO memory VALUES (?, ?)", (name, value))


def exchange(connection: sqlite3.Connection, name: str, before: str | None, after: str | None) -> bool:
    """Replace a value, where None is none, and return True if it was the one expected; else it stays."""
    if value(connection, name) != before:
        return False
    if after is None:
        connection.execute("DELETE FROM memory WHERE name = ?", (name,))
    else:
        put(connection, name, after)
    return True
