"""Gathers every sentence that a person may read, from the syntax trees of the program.

`PYTHONPATH=src:tests python -m support.sentences --write` renews `tests/sentences.txt`, which a test compares.

Two rules. What goes through a known door (`say`, an error, a help text, a heading: `DOORS`) or stands in a known table
or function of labels (`LABELS`) is for people, be it one word. Every other literal that looks like words is for people
too, unless its place says that it is not (a regular expression, SQL, a vocabulary that digests are read with) or
`NOT_FOR_PEOPLE` names it with a reason. So a sentence that takes a new way to a person is in the list all the same.

A hole is written as what fills it, `{title}`; a count as both forms of its noun, `{1 paper|2 papers}`; words that
alternate as `{first|last}`. Each line is what a catalogue of translations would have as its key.
"""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import digest_tui
from support.sentence_doors import DOORS, LABELLED_BY_KEYS, LABELS, NAMES, NOT_FOR_PEOPLE

PACKAGE = Path(digest_tui.__file__).parent
LIST = Path(__file__).parents[1] / "sentences.txt"
RENEW = "PYTHONPATH=src:tests python -m support.sentences --write"
COUNTED = "counted"
"""The helper through which every number goes that stands before its noun."""


class Sentence(NamedTuple):
    """Words that a person may read, and where they stand."""

    module: str
    text: str
    line: int


_WITHOUT_WORDS = (
    ast.JoinedStr,
    ast.FormattedValue,
    ast.Expr,
    ast.Subscript,
    ast.Compare,
    ast.arguments,
    ast.MatchValue,
)
"""Where a literal is a docstring, a key, a default, something to compare with, or only a part of one."""
_EXPRESSIONS = {"compile", "findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub", "subn"}
_VOCABULARY = re.compile(r"(?:[^|]*\|){4}")
"""Words that digests are read with, one behind the other."""
_SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ORDER BY|BEGIN|EXISTS|coalesce|\(e\.)\b")
_COLUMNS = re.compile(r"[a-z]+(?: DESC)?(?:, [a-z]+(?: DESC)?)*")
_EXPRESSION = re.compile(r"\(\?[:<!=Pi]|\\[sbwS]|\[\^")
_HOLE = re.compile(r"\{[^{}]*\}")
_WORDS = re.compile(r"[\w}][,;:.!?)\]'\"”»…·-]* [(\['\"“«…·-]*[\w{]")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def collected() -> list[Sentence]:
    """Every sentence of the program, by module and by line."""
    found: list[Sentence] = []
    for file in sorted(PACKAGE.rglob("*.py")):
        found += sentences_of(file.relative_to(PACKAGE).as_posix(), file.read_text("utf-8"))
    return found


def sentences_of(module: str, code: str) -> list[Sentence]:
    """Every sentence of a module, by line."""
    return list(_Module(module, ast.parse(code)).sentences())


def listed(sentences: Iterable[Sentence]) -> str:
    """The sentences as the list has them: under their modules, each once, in the order of the program."""
    by_module: dict[str, dict[str, None]] = {}
    for sentence in sentences:
        by_module.setdefault(sentence.module, {})[_on_one_line(sentence.text)] = None
    parts = [f"[{module}]\n" + "".join(f"{text}\n" for text in texts) for module, texts in by_module.items()]
    return f"# Every sentence that a person may read. Renewed by:\n# {RENEW}\n\n" + "\n".join(parts)


def _on_one_line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\x1b", "\\e")


class _Module:
    def __init__(self, name: str, tree: ast.Module) -> None:
        self._name = name
        self._tree = tree
        self._parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}

    def sentences(self) -> Iterator[Sentence]:
        certain = self._inside(lambda node: self._is_named(node, LABELS | LABELLED_BY_KEYS) or self._is_at_door(node))
        names = self._inside(lambda node: self._is_named(node, NAMES))
        found: list[Sentence] = []
        for node in ast.walk(self._tree):
            if not isinstance(node, ast.expr):
                continue
            text = self._text(node)
            if node in names or text in NOT_FOR_PEOPLE or not _has_words(text):
                continue
            is_count = isinstance(node, ast.Call)
            if is_count or (not self._is_key(node) and (node in certain or self._is_wordy(node, text))):
                found.append(Sentence(self._name, text, node.lineno))
        yield from sorted(found, key=lambda sentence: sentence.line)

    def _text(self, node: ast.AST) -> str:
        """What a literal says; empty for what is no literal, a part of one, a docstring, or a key."""
        parent = self._parents.get(node)
        if isinstance(parent, _WITHOUT_WORDS) or (isinstance(parent, ast.Call) and _name(parent.func) == COUNTED):
            return ""
        if isinstance(parent, ast.IfExp) and isinstance(self._parents[parent], ast.FormattedValue) and _either(parent):
            return ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        if isinstance(node, ast.JoinedStr):
            return "".join(_part(value) for value in node.values)
        if isinstance(node, ast.Call) and _name(node.func) == COUNTED:
            return _plural(node)
        return ""

    def _is_key(self, node: ast.AST) -> bool:
        """Whether a literal stands in a key of a table that nobody reads."""
        while (parent := self._parents.get(node)) is not None:
            if isinstance(parent, ast.Dict) and node in parent.keys:
                return not self._is_named(self._parents[parent], LABELLED_BY_KEYS)
            node = parent
        return False

    def _is_wordy(self, node: ast.expr, text: str) -> bool:
        return bool(_WORDS.search(text)) and not self._is_of_the_program(node, text)

    def _inside(self, holds: Callable[[ast.AST], bool]) -> set[ast.AST]:
        return {inner for node in ast.walk(self._tree) if holds(node) for inner in ast.walk(node)}

    def _is_named(self, node: ast.AST, table: Mapping[str, Collection[str]]) -> bool:
        """Whether a table names what is defined here."""
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                return name in table.get(self._name, ())
            case ast.Assign(targets=[target, *_]) | ast.AnnAssign(target=target):
                found = {named.id for named in ast.walk(target) if isinstance(named, ast.Name)}
                return not found.isdisjoint(table.get(self._name, ()))
            case _:
                return False

    def _is_at_door(self, node: ast.AST) -> bool:
        """Whether a person reads this argument of a call."""
        parent = self._parents.get(node)
        if isinstance(parent, ast.keyword):
            call = self._parents[parent]
            return isinstance(call, ast.Call) and parent.arg in _door(call)
        return isinstance(parent, ast.Call) and node in parent.args and parent.args.index(node) in _door(parent)

    def _is_of_the_program(self, node: ast.AST, text: str) -> bool:
        if self._name.startswith(("index/", "store/")) and _COLUMNS.fullmatch(text):
            return True
        if _SQL.match(text) or _EXPRESSION.search(text) or _VOCABULARY.match(text):
            return True
        parent = self._parents[node]
        if isinstance(parent, ast.Assert) or (isinstance(parent, ast.Attribute) and parent.attr == "split"):
            return True
        while isinstance(parent, ast.BinOp):
            parent = self._parents[parent]
        if isinstance(parent, ast.Call):
            name = _name(parent.func)
            return name in _EXPRESSIONS or (name.endswith("Error") and hasattr(builtins, name))
        return False


@cache
def _positions(name: str) -> tuple[int | str, ...]:
    if name.endswith("Error") and not hasattr(builtins, name):
        return DOORS.get(name, (0, 1, 2, 3))
    return DOORS.get(name, ())


def _door(call: ast.Call) -> tuple[int | str, ...]:
    name = _name(call.func)
    of = _name(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    return _positions(f"{of}.{name}") or _positions(name)


def _has_words(text: str) -> bool:
    return bool(_LETTERS.search(_HOLE.sub("", text))) or "|" in text


def _part(value: ast.expr) -> str:
    if isinstance(value, ast.Constant):
        return str(value.value)
    assert isinstance(value, ast.FormattedValue)
    return _hole(value.value)


def _hole(node: ast.expr) -> str:
    match node:
        case ast.Call(func=func) if _name(func) == COUNTED:
            return _plural(node)
        case ast.IfExp() if words := _either(node):
            return f"{{{'|'.join(words)}}}"
        case _:
            return f"{{{_name(node)}}}"


def _either(node: ast.IfExp) -> tuple[str, ...]:
    """The words that alternate in a hole; empty where one of them is made when it is shown."""
    match node:
        case ast.IfExp(body=ast.Constant(value=str(one)), orelse=ast.Constant(value=str(other))):
            return one, other
        case _:
            return ()


def _plural(call: ast.Call) -> str:
    nouns = [str(noun.value) for noun in call.args[1:] if isinstance(noun, ast.Constant)]
    if not nouns:
        return ""
    return f"{{1 {nouns[0]}|2 {nouns[-1] if len(nouns) > 1 else f'{nouns[0]}s'}}}"


def _name(node: ast.AST) -> str:
    """What a catalogue would call it."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(args=[first, *_]):
            return _name(first)
        case ast.Call(func=func):
            return _name(func.value) if isinstance(func, ast.Attribute) else _name(func)
        case ast.Subscript(value=value) | ast.Starred(value=value):
            return _name(value)
        case ast.BoolOp(values=[first, *_]) | ast.BinOp(left=first) | ast.IfExp(body=first):
            return _name(first)
        case ast.GeneratorExp(elt=element):
            return _name(element)
        case _:
            return "…"


def main() -> None:
    """Print the list, or write it."""
    text = listed(collected())
    if "--write" in sys.argv[1:]:
        LIST.write_text(text, "utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
