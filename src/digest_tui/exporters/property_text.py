"""The properties at the top of a note, as YAML has them."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from digest_tui.errors import ExportError

MAX_PROPERTIES = 64 << 10
"""Characters of properties that are read."""


class Properties(NamedTuple):
    """The lines between the fences at the top of a note."""

    start: int
    """Index of their first character in the note."""
    text: str
    nodes: dict[str, yaml.Node]
    """The value of each."""
    indent: str = ""


def properties_lines(note: str) -> tuple[int, str] | None:
    """Return where the properties of a note begin, and their text; None where it has none.

    Raises ExportError where they do not end.
    """
    first, _, rest = note.partition("\n")
    if first.rstrip() != "---":
        return None
    start = end = len(first) + 1
    for line in rest.split("\n"):
        if line.rstrip() == "---":
            return start, note[start:end]
        end += len(line) + 1
    raise ExportError("its properties do not end with a line ---", 1)


def properties_of(note: str) -> Properties | None:
    """Return the properties of a note, None where it has none; raises ExportError for what cannot be read."""
    lines = properties_lines(note)
    if lines is None:
        return None
    start, text = lines
    if len(text) > MAX_PROPERTIES:
        raise ExportError("its properties are longer than 64 KB", 1)
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        number = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ExportError(f"its properties cannot be read ({error.problem or 'malformed'})", number) from error
    # PyYAML raises these beside its own.
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise ExportError("its properties cannot be read", 1) from error
    if root is None:
        return Properties(start, text, {})
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ExportError("its properties are not lines of names and values", 2)
    nodes: dict[str, yaml.Node] = {}
    for key, value in root.value:
        name = str(key.value)
        if name in nodes:
            raise ExportError(f"it has the property {name} twice", key.start_mark.line + 2)
        nodes[name] = value
    return Properties(start, text, nodes, " " * root.start_mark.column)


def plain(node: yaml.Node) -> object:
    """Return what a value says, however it is written."""
    if isinstance(node, yaml.MappingNode):
        return [(plain(key), plain(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return node.value
