"""The properties of a note: what we wrote is brought up to date, all else is the person's.

A value that is not what we wrote is the person's, and so is a property that is missing though we wrote it: it stays
missing.
"""

from __future__ import annotations

from collections.abc import Mapping

from digest_tui.errors import ExportError
from digest_tui.exporters.note_values import LISTS, NAMES, Value, properties_text
from digest_tui.exporters.property_edits import PropertyEditor
from digest_tui.exporters.property_record import Record, value_checksum
from digest_tui.exporters.property_text import Properties, plain, properties_lines, properties_of


def merged(note: str, values: Mapping[str, Value], record: Record) -> tuple[str, dict[str, frozenset[str]]]:
    """Bring the properties of a note up to date; returns it with the record of what is ours in it.

    Raises ExportError for properties that cannot be read.
    """
    lines = properties_lines(note)
    ours = {name: _checksums(value) for name, value in values.items()}
    if lines and {**record, **ours} == dict(record) and lines[1] == properties_text(values):
        return note, dict(record)
    properties = properties_of(note)
    if note and properties is None:
        # Those that it was made with were removed.
        return note, dict(record)
    editor = PropertyEditor(properties or Properties(0, "", {}), record)
    for name in NAMES:
        value = values.get(name, () if name in LISTS else "")
        if isinstance(value, str):
            editor.scalar(name, value)
        else:
            editor.items(name, value)
    text = editor.text()
    if properties is None:
        return (f"---\n{text}---\n\n" if text else ""), editor.record
    changed = note[: properties.start] + text + note[properties.start + len(properties.text) :]
    if text != properties.text and not _is_kept(properties, properties_of(changed)):
        raise ExportError("its properties are written in a way that we cannot change", 1)
    return changed, editor.record


def is_all_ours(note: str, record: Record) -> bool:
    """Return True where the properties of a note are what we wrote, to the byte."""
    try:
        properties = properties_of(note)
    except ExportError:
        return False
    values: dict[str, Value] = {}
    for name, node in properties.nodes.items() if properties else ():
        value = plain(node)
        if not isinstance(value, list):
            values[name] = str(value)
        elif all(isinstance(item, str) for item in value):
            values[name] = tuple(map(str, value))
        if name not in NAMES or name not in values or _checksums(values[name]) != record.get(name):
            return False
    is_whole = {name for name in record if name in NAMES} == set(values)
    return properties is not None and is_whole and properties.text == properties_text(values)


def _checksums(value: Value) -> frozenset[str]:
    return frozenset(map(value_checksum, (value,) if isinstance(value, str) else value))


def _is_kept(before: Properties, after: Properties | None) -> bool:
    """Return True where every property of the person's own is what it was."""
    if after is None:
        return False
    names = [name for name in before.nodes if name not in NAMES]
    return all(name in after.nodes and plain(before.nodes[name]) == plain(after.nodes[name]) for name in names)
