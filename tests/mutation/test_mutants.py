"""Mutants are made where a test may notice them, and known equivalents are known by what they change."""

import random
from pathlib import Path

import pytest

from mutation.equivalents import Equivalents
from mutation.mutants import Mutant, Site, mutant_at, sites

SOURCE = Path(__file__).parents[2] / "src/digest_tui"

UNTELLING = '''
"""A docstring."""
from __future__ import annotations
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, TypeVar, cast

if TYPE_CHECKING:
    Flag = 1 | 2

T = TypeVar("T", str, int)
Verb = Callable[["int"], str | None]
Sign = Literal["<", ">"]
Kind: TypeAlias = Literal["a", "b"] | None


class Promise(Protocol):
    """Of others."""

    @property
    def name(self) -> str:
        """It."""
        ...


@dataclass(frozen=True, slots=True)
class Thing:
    """Another."""

    __slots__ = ("a",)
    a: int | None
    """Of this name."""

    @lru_cache(maxsize=3)
    def of(self, other: Thing | None) -> Literal["x"] | None:
        return cast("Literal['x']", other) or zip(self, other, strict=True)
'''


def module(folder: Path, text: str) -> Path:
    path = folder / "module.py"
    path.write_text(text, encoding="utf-8")
    return path


def mutants(path: Path) -> list[Mutant]:
    """All that can be made."""
    every = [Site(site.path, site.start, (change,)) for site in sites([path]) for change in site.changes]
    return [mutant for site in every if (mutant := mutant_at(site, random.Random(0))) is not None]


def test_types_documentation_and_what_only_saves_memory_are_left_alone(tmp_path: Path) -> None:
    assert {mutant.lines()[1] for mutant in mutants(module(tmp_path, UNTELLING))} == {
        "",  # without the decorator
        """return cast("Literal['x']", other) and zip(self, other, strict=True)""",
    }


@pytest.mark.parametrize(
    ("original", "changed"),
    [
        ('x = "a"', 'x = "XXa"'),
        ("x = ''", "x = 'XX'"),
        ("x = rb'\\d'", "x = rb'XX\\d'"),
        ('x = """a"""', 'x = """XXa"""'),
        ("x = f'{y:>}a'", "x = f'{y:>}XXa'"),
        ("x = y < z", "x = y >= z"),
        ("x = y and z", "x = y or z"),
        ("x: int = 7", "x: int = 8"),
    ],
)
def test_what_a_mutant_may_be(tmp_path: Path, original: str, changed: str) -> None:
    found = {" ".join(mutant.lines()[1].split()) for mutant in mutants(module(tmp_path, f"{original}\n"))}
    assert changed in found


def test_a_mutant_differs_and_is_python(tmp_path: Path) -> None:
    text = "def f(a, b=-1):\n    for c in a or [b]:\n        if not c == 'x':\n            return c\n    return b * 2\n"
    found = mutants(module(tmp_path, text))
    assert len(found) > 20
    for mutant in found:
        compile(mutant.mutated, "module.py", "exec")
        assert mutant.mutated != mutant.original


def test_what_an_operator_cannot_change_is_no_mutant(tmp_path: Path) -> None:
    path = module(tmp_path, "try:\n    pass\nexcept (A, *B):\n    pass\n")
    assert [mutant.lines()[1] for mutant in mutants(path)] == ["except (CosmicRayTestingException, *B):"]


def test_an_equivalent_is_known_wherever_it_stands(tmp_path: Path) -> None:
    known = tmp_path / "equivalents.toml"
    row = {"module": "search/x.py", "before": "x = 1", "after": "x = 2", "why": "x is not read"}
    known.write_text("[[equivalent]]\n" + "".join(f"{name} = '''{value}'''\n" for name, value in row.items()))
    equivalents = Equivalents(known)
    for above in ("", "import re\n\n\n"):
        [more] = [m for m in mutants(module(tmp_path, f"{above}x = 1\n")) if m.lines()[1].split() == ["x", "=", "2"]]
        assert equivalents.holds(Path("/src/digest_tui/search/x.py"), more.lines())
        assert not equivalents.holds(Path("/src/digest_tui/search/y.py"), more.lines())


def test_any_change_of_a_line_may_be_equivalent(tmp_path: Path) -> None:
    known = tmp_path / "equivalents.toml"
    known.write_text("[[equivalent]]\nmodule = 'search/x.py'\nbefore = 'x = 1'\nwhy = 'x is not read'\n")
    found = mutants(module(tmp_path, "x = 1\ny = 1\n"))
    held = [Equivalents(known).holds(Path("/src/digest_tui/search/x.py"), mutant.lines()) for mutant in found]
    assert held == [mutant.line == 1 for mutant in found]


def test_every_known_equivalent_is_about_the_code_as_it_is() -> None:
    for row in Equivalents().all:
        lines = [line.strip() for line in (SOURCE / row.module).read_text(encoding="utf-8").splitlines()]
        for line in row.before.strip().splitlines():
            assert line.strip() in lines, f"{row.module}: {line} is no longer there; delete the entry"
