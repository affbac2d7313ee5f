"""Changes to the text of a note's properties, line by line, so that every other byte stays."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from digest_tui.exporters.note_values import NAMES, written
from digest_tui.exporters.property_record import Record, value_checksum
from digest_tui.exporters.property_text import Properties
from digest_tui.patterns import pattern

_ITEM = pattern(r"[ \t]*-[ \t]+")
_BETWEEN = {"tags": pattern(r"[,\s]+"), "aliases": pattern(r"\s*,\s*")}
_NONE: frozenset[str] = frozenset()


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


class PropertyEditor:
    """Collects the changes of the text of properties."""

    def __init__(self, properties: Properties, record: Record) -> None:
        self._properties = properties
        self._edits: list[_Edit] = []
        self._added: list[str] = []
        self._before = record
        self.record: dict[str, frozenset[str]] = {name: record[name] for name in record if name not in NAMES}

    def text(self) -> str:
        """Return the text with all changes."""
        text, done = "", 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit.start):
            text += self._properties.text[done:start] + new
            # A line may be removed where another is added.
            done = max(done, end)
        return "".join([text, self._properties.text[done:], *self._added])

    def scalar(self, name: str, value: str) -> None:
        """Bring a property of one value up to date."""
        node, base = self._properties.nodes.get(name), self._before.get(name, _NONE)
        ours = frozenset({value_checksum(value)})
        if node is None:
            if value and not base:
                self._add(f"{name}: {written(name, value)}\n")
                self.record[name] = ours
            elif base:
                self.record[name] = base
            return
        current = node.value.strip() if isinstance(node, yaml.ScalarNode) else None
        if current == value and value_checksum(value) in base:
            self.record[name] = ours
        elif current is None or value_checksum(current) not in base or not self._is_within_line(node):
            if base:
                self.record[name] = base
        elif value:
            self._edits.append(_Edit(node.start_mark.index, node.end_mark.index, written(name, value)))
            self.record[name] = ours
        elif not self._remove_line(node):
            self.record[name] = base

    def items(self, name: str, values: tuple[str, ...]) -> None:
        """Bring a property that is a list up to date: what is the person's own in it stays."""
        node, base = self._properties.nodes.get(name), self._before.get(name, _NONE)
        current = self._current(name, node)
        if current is None:
            if base:
                self.record[name] = base
            return
        wanted = {_folded(value): value for value in values}
        there = {_folded(item) for item in current}
        gone = [
            index for index, item in enumerate(current) if value_checksum(item) in base and _folded(item) not in wanted
        ]
        new = [value for folded, value in wanted.items() if folded not in there and value_checksum(value) not in base]
        done = self._change_items(name, node, current, gone, new) if gone or new else True
        if not done:
            new, gone = [], []
        kept = {value_checksum(item) for index, item in enumerate(current) if index not in gone} & base
        # What we wrote and is missing was removed by the person, so it is not written again.
        removed = {value_checksum(value) for folded, value in wanted.items() if folded not in there} & base
        ours = frozenset({value_checksum(value) for value in new} | kept | removed)
        if ours:
            self.record[name] = ours

    def _current(self, name: str, node: yaml.Node | None) -> list[str] | None:
        """Return the items of a list as it is; None where it is none."""
        if node is None:
            return []
        if isinstance(node, yaml.ScalarNode):
            return [item for item in _BETWEEN[name].split(node.value.strip()) if item]
        if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
            return [str(item.value) for item in node.value]
        return None

    def _change_items(
        self, name: str, node: yaml.Node | None, current: list[str], gone: list[int], new: list[str]
    ) -> bool:
        """Remove items and add others; False where the list is written in a way that is left alone."""
        lines = [f"  - {written(name, value)}\n" for value in new]
        if node is None:
            self._add(f"{name}:\n", *lines)
            return True
        if isinstance(node, yaml.ScalarNode) and not current:
            at = self._line_end(node)
            if node.value or node.style or not self._is_alone(node):
                return False
            self._edits.append(_Edit(at, at, "".join(self._properties.indent + line for line in lines)))
            return True
        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            return self._change_lines(name, node, gone, new)
        text = self._properties.text[node.start_mark.index : node.end_mark.index]
        if "\n" in text or "#" in text or not self._is_within_line(node, may_be_list=True):
            return False
        if isinstance(node, yaml.SequenceNode):
            kept = [self._source(item) for index, item in enumerate(node.value) if index not in gone]
        else:
            kept = [written(name, item) for index, item in enumerate(current) if index not in gone]
        items = ", ".join([*kept, *(written(name, value) for value in new)])
        self._edits.append(_Edit(node.start_mark.index, node.end_mark.index, f"[{items}]"))
        return True

    def _change_lines(self, name: str, node: yaml.SequenceNode, gone: list[int], new: list[str]) -> bool:
        text = self._properties.text
        spans = [(text.rfind("\n", 0, item.start_mark.index) + 1, self._line_end(item)) for item in node.value]
        leads = [text[start : item.start_mark.index] for (start, _), item in zip(spans, node.value, strict=True)]
        if not all(_ITEM.fullmatch(lead) for lead in leads):
            return False
        if not all(self._is_within_line(node.value[index]) and self._is_alone(node.value[index]) for index in gone):
            return False
        if not self._is_within_line(node.value[-1]):
            return False
        if len(gone) == len(spans) and not new:
            return self._remove_line(node)
        self._edits += [_Edit(*spans[index], "") for index in gone]
        at = spans[-1][1]
        self._edits.append(_Edit(at, at, "".join(f"{leads[-1]}{written(name, value)}\n" for value in new)))
        return True

    def _source(self, node: yaml.Node) -> str:
        return self._properties.text[node.start_mark.index : node.end_mark.index]

    def _is_within_line(self, node: yaml.Node, *, may_be_list: bool = False) -> bool:
        is_plain = may_be_list or (isinstance(node, yaml.ScalarNode) and node.style in (None, "'", '"'))
        return is_plain and bool(self._source(node)) and "\n" not in self._source(node)

    def _is_alone(self, node: yaml.Node) -> bool:
        """Return True where nothing follows on the line: no comment of the person's."""
        text, end = self._properties.text, node.end_mark.index
        return not text[end : text.find("\n", end)].strip()

    def _line_end(self, node: yaml.Node) -> int:
        return self._properties.text.find("\n", node.end_mark.index) + 1

    def _add(self, *lines: str) -> None:
        self._added += [self._properties.indent + line for line in lines]

    def _remove_line(self, node: yaml.Node) -> bool:
        """Remove the lines of a property, in which nothing else is written."""
        text = self._properties.text
        key = next(name for name, value in self._properties.nodes.items() if value is node)
        first = text.rfind("\n", 0, node.start_mark.index) + 1
        last = node.value[-1] if isinstance(node, yaml.SequenceNode) else node
        if isinstance(node, yaml.SequenceNode):
            first = text.rfind("\n", 0, first - 1) + 1 if first else 0
        lead = text[first : node.start_mark.index].strip()
        if not self._is_alone(last) or lead.removesuffix("-").strip() != f"{key}:":
            return False
        self._edits.append(_Edit(first, self._line_end(last), ""))
        return True


def _folded(value: str) -> str:
    return value.strip().removeprefix("#").casefold()
