"""What imports what: directions are contracts of import-linter (pyproject.toml), the rest is here."""

import subprocess
import sys
from graphlib import CycleError, TopologicalSorter

import grimp
import pytest


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Every import of ours, those for types only and those in functions included."""
    return grimp.build_graph("digest_tui", cache_dir=None)


def test_no_file_imports_itself_in_a_circle(graph: grimp.ImportGraph) -> None:
    files = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(files).prepare()
    except CycleError as error:
        raise AssertionError(" -> ".join(reversed(error.args[1]))) from None


def test_the_command_line_enters_the_screen_by_one_door(graph: grimp.ImportGraph) -> None:
    doors = {
        (module, imported)
        for module in graph.find_descendants("digest_tui.cli")
        for imported in graph.find_modules_directly_imported_by(module)
        if imported.startswith("digest_tui.ui")
    }
    assert {module for module, _ in doors} == {"digest_tui.cli.reader"}


@pytest.mark.parametrize(
    ("floor", "missing"),
    [
        ("digest_tui.session", ("textual", "rich")),
        ("digest_tui.render", ("textual",)),
        ("digest_tui.library", ("rich",)),
    ],
)
def test_a_floor_loads_without_what_stands_above_it(floor: str, missing: tuple[str, ...]) -> None:
    load = f"""
import importlib, pkgutil, sys
package = importlib.import_module({floor!r})
for module in pkgutil.iter_modules(getattr(package, "__path__", []), package.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""
    done = subprocess.run([sys.executable, "-c", load], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & set(missing)
