"""The parts of the README that are made from tables of the program.

`PYTHONPATH=tests python -m support.readme` writes them anew.
"""

import json
from itertools import groupby
from pathlib import Path

from digest_tui.config import SETTINGS, Settings
from digest_tui.ui.keys.commands import COMMANDS, Command, key_label

README = Path(__file__).parents[2] / "README.md"


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


TABLES = {"keys": keys_table, "settings": settings_table}
"""The tables, by the word in the comments around them."""


def with_tables(text: str) -> str:
    """The README with its tables as they should be; raises ValueError where the comments around one are missing."""
    for name, table in TABLES.items():
        start, end = f"<!-- {name}: made from the table of ", f"<!-- end of {name} -->"
        before, head, rest = text.partition(start)
        comment, newline, rest = rest.partition("\n")
        _, tail, after = rest.partition(end)
        if not (head and tail):
            raise ValueError(f"The README has no table of {name}.")
        text = "".join([before, head, comment, newline, table(), tail, after])
    return text


def main() -> None:
    """Write the tables of the README anew."""
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
