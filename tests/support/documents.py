"""The parts of the documents that are made from tables of the program.

`PYTHONPATH=tests python -m support.documents` writes them anew.
"""

import json
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from digest_tui.config import SETTINGS, Settings
from digest_tui.ui.keys.command import Command, key_label
from digest_tui.ui.keys.commands import COMMANDS

ROOT = Path(__file__).parents[2]


def keys_table() -> str:
    """The keys as a Markdown table, group by group."""
    lines = ["| key | what it does |", "|---|---|"]
    for group, commands in groupby(sorted(COMMANDS, key=_order), key=lambda command: command.group):
        lines.append(f"| **{group}** | |")
        lines += [f"| {_keys(command)} | {command.help} |" for command in commands if command.keys]
    return "\n".join(lines) + "\n"


def _order(command: Command) -> int:
    groups = list(dict.fromkeys(other.group for other in COMMANDS))
    return groups.index(command.group)


def _keys(command: Command) -> str:
    # A bar would end the cell, also within code.
    return " ".join(f"`{key_label(key)}`" for key in command.keys).replace("|", r"\|")


def settings_table() -> str:
    """The settings as a Markdown table, in their order."""
    lines = ["| setting | what it may be | without it | what it is for |", "|---|---|---|---|"]
    for name, setting in SETTINGS.items():
        default = Settings._field_defaults[name]
        shown = f"`{json.dumps(default)}`" if default or default is False else ""
        lines.append(f"| `{name}` | {setting.wanted} | {shown} | {setting.sentence} |")
    return "\n".join(lines) + "\n"


class Table(NamedTuple):
    """A table in a document, between comments that have its name."""

    document: Path
    name: str
    made: Callable[[], str]

    def put_into(self, text: str) -> str:
        """The document with the table as it should be; raises ValueError where the comments around it are missing."""
        start, end = f"<!-- {self.name}: made from the table of ", f"<!-- end of {self.name} -->"
        before, head, rest = text.partition(start)
        comment, newline, rest = rest.partition("\n")
        _, tail, after = rest.partition(end)
        if not (head and tail):
            raise ValueError(f"{self.document.name} has no table of {self.name}.")
        return "".join([before, head, comment, newline, self.made(), tail, after])


TABLES = (
    Table(ROOT / "docs" / "keys.md", "keys", keys_table),
    Table(ROOT / "docs" / "configuration.md", "settings", settings_table),
)


def main() -> None:
    """Write the tables of the documents anew."""
    for table in TABLES:
        text = table.document.read_text(encoding="utf-8")
        table.document.write_text(table.put_into(text), encoding="utf-8")


if __name__ == "__main__":
    main()
