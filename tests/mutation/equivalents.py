"""Mutants that no test can tell from the original, each with the reason, as a person judged them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("equivalents.toml")


@dataclass(frozen=True)
class Equivalent:
    """One of them."""

    module: str
    """Below `digest_tui`."""
    before: str
    why: str
    after: str | None = None
    """None: whatever is changed in that line."""


class Equivalents:
    """All of them, found by what they change and not by where it stands."""

    def __init__(self, path: Path = _FILE) -> None:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", [])
        self.all = [Equivalent(**row) for row in rows]
        self._changes = {(row.module, row.before.strip(), row.after and row.after.strip()) for row in self.all}

    def holds(self, path: Path, lines: tuple[str, str]) -> bool:
        """Whether a change of a module is among them."""
        module = path.as_posix().rpartition("/digest_tui/")[2]
        return (module, *lines) in self._changes or (module, lines[0], None) in self._changes
