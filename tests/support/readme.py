"""The part of the README that is made from the table of commands."""

from itertools import groupby

from digest_tui.ui.keys.commands import COMMANDS, Command, key_label


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
