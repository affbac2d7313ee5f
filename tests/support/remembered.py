"""What a reader that runs has written beside its decisions, read as another program would."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def remembered(file: Path) -> dict[str, str]:
    """Every value, by its name; none while there is no file, or none that is whole."""
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            return dict(connection.execute("SELECT name, value FROM memory"))
    except sqlite3.OperationalError:
        return {}


def drafts(file: Path) -> list[str]:
    """The lines that were begun."""
    values = remembered(file)
    return [json.loads(values[name])["text"] for name in sorted(values) if name.startswith("draft-")]


def place(file: Path) -> dict[str, Any]:
    """Where the reader would be opened; empty where that is nowhere."""
    found: dict[str, Any] = json.loads(remembered(file).get("place", "{}"))
    return found


def paper(file: Path) -> str:
    """The paper on which it would be opened."""
    return next(iter(place(file).get("keys", [])), "")
