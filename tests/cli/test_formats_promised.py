"""What docs/formats.md promised with a version stays so until the first number of the version changes."""

import json
from pathlib import Path

from digest_tui import __version__
from support.promises import promises

from .test_formats_page import tables

PROMISED = Path(__file__).parent / "promised_formats.json"
"""The keys and columns of this major version with their types; what is new is added to it by hand."""


@promises(
    "docs/formats.md",
    "Within a major version (the first number of `digest-tui --version`) nothing here is renamed or removed, and no "
    "key changes its type, its meaning or what stands where it is absent.",
    "Keys may be added: read them by name.",
    "Columns may be added at the end of a row.",
    "A key that names one of several things (`format`, `reason`, `module`, `code`, `role`, `field`, `what`) may name "
    "new ones.",
)
def test_nothing_that_was_promised_is_renamed_removed_or_of_another_type() -> None:
    promised = json.loads(PROMISED.read_text(encoding="utf-8"))
    assert __version__.partition(".")[0] == promised["version"]
    for name, rows in promised["tables"].items():
        now = [[row.name, row.type] for row in tables()[name]]
        assert [row for row in now if row in rows] == rows, name
        if name.startswith("rows"):
            assert now[: len(rows)] == rows
        assert [row for row in now if row not in rows] == [], f"Add what is new of {name} to {PROMISED.name}."
    assert {name for name in tables() if not name.startswith("formats")} == set(promised["tables"])
