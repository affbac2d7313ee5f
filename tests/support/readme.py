"""The parts of the README that are made from tables of the program."""

import json
from itertools import groupby

from digest_tui.config import SETTINGS, Settings
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


def settings_table() -> str:
    """The settings as a Markdown table, in their order."""
    lines = ["| setting | what it may be | without it | what it is for |", "|---|---|---|---|"]
    for name, setting in SETTINGS.items():
        default = Settings._field_defaults[name]
        shown = f"`{json.dumps(default)}`" if default else ""
        lines.append(f"| `{name}` | {setting.wanted} | {shown} | {setting.sentence} |")
    return "\n".join(lines) + "\n"
