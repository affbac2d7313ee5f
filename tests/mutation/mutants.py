"""The mutants of a module: places where one of cosmic-ray's operators, or ours for strings, changes what it does."""

import random
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import cosmic_ray.plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator

from mutation.skipped import Node, is_skipped

Position = tuple[int, int]

_SAME_BY_CONSTRUCTION = {
    f"core/ReplaceComparisonOperator_{names}" for names in ("Eq_Is", "NotEq_IsNot", "Is_Eq", "IsNot_NotEq")
}
"""What is compared by identity is one of a kind, and small numbers and short strings are kept once."""


@dataclass(frozen=True)
class Site:
    """Where a module can be changed, and how."""

    path: Path
    start: Position
    changes: tuple[tuple[str, int], ...]
    """The operators that apply there, each with its count within the module."""


@dataclass(frozen=True)
class Mutant:
    """A module with one change."""

    path: Path
    original: str
    mutated: str
    operator: str
    line: int

    @property
    def where(self) -> str:
        """The line and what was done to it."""
        return f"line {self.line}, {self.operator.partition('/')[2]}"

    def lines(self) -> tuple[str, str]:
        """What is taken out and what is put in, without the indentation."""
        changed = [line for line in self._diff(context=0) if not line.startswith(("---", "+++", "@@"))]
        out, put = (
            "\n".join(line[1:].strip() for line in changed if line.startswith(sign)).strip() for sign in ("-", "+")
        )
        return out, put

    def diff(self, name: str) -> str:
        """As a unified diff."""
        return "\n".join(self._diff(context=2, name=name))

    def _diff(self, context: int, name: str = "") -> Iterator[str]:
        return unified_diff(self.original.splitlines(), self.mutated.splitlines(), name, name, n=context, lineterm="")


class StringReplacer(Operator):  # type: ignore[misc]  # cosmic-ray is not typed
    """Puts two letters before a string, a part of an f-string, or into an empty string."""

    def mutation_positions(self, node: Node) -> Iterator[tuple[Position, Position]]:
        """The place of a string."""
        if node.type in ("string", "fstring_string") and node.parent.type != "fstring_format_spec":
            yield node.start_pos, node.end_pos

    def mutate(self, node: Node, index: int) -> Node:
        """Change the string."""
        assert index == 0
        text = node.value
        quote = 0 if node.type == "fstring_string" else min(text.index(sign) for sign in "'\"" if sign in text)
        after = quote + (3 if text[quote : quote + 3] in ('"""', "'''") else node.type == "string")
        node.value = f"{text[:after]}XX{text[after:]}"
        return node

    @classmethod
    def examples(cls) -> Sequence[object]:
        """None: they serve cosmic-ray's own tests."""
        return ()


cosmic_ray.plugins.OPERATOR_PROVIDERS["strings"] = {"StringReplacer": StringReplacer}


def sites(paths: Sequence[Path]) -> list[Site]:
    """Where modules can be changed so that a test might tell, in order."""
    return [site for path in sorted(paths) for site in _sites_of(path)]


def mutant_at(site: Site, chance: random.Random) -> Mutant | None:
    """One of the changes that are possible at a place; None where it changes nothing or is no Python."""
    name, count = chance.choice(site.changes)
    original = site.path.read_text(encoding="utf-8")
    try:
        mutated = mutate_code(original, cosmic_ray.plugins.get_operator(name)(), count)
    except AttributeError:  # cosmic-ray 8.7 stumbles over `except (A, *B)`
        return None
    if mutated is None or mutated == original:
        return None
    try:
        with warnings.catch_warnings(action="error"):  # `is "a"` is warned of
            compile(mutated, site.path, "exec")
    except (SyntaxError, SyntaxWarning, ValueError):
        return None
    return Mutant(site.path, original, mutated, name, site.start[0])


def _sites_of(path: Path) -> list[Site]:
    found: dict[Position, list[tuple[str, int]]] = {}
    tree = get_ast(path.read_text(encoding="utf-8"))
    for name in cosmic_ray.plugins.operator_names():
        operator_class = cosmic_ray.plugins.get_operator(name)
        if operator_class.arguments() or name in _SAME_BY_CONSTRUCTION:
            continue
        operator = operator_class()
        positions = ((node, start) for node in ast_nodes(tree) for start, _end in operator.mutation_positions(node))
        for count, (node, start) in enumerate(positions):
            if not is_skipped(node, start):
                found.setdefault(start, []).append((name, count))
    return [Site(path, start, tuple(changes)) for start, changes in sorted(found.items())]
