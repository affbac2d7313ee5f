"""How much the tests of a package notice: random mutants of it, each run against the package's own tests.

    python tests/mutation/sample.py search -n 25 --seed 7
    python tests/mutation/sample.py text                    # a module of its own, against tests/test_text.py

A mutant is the package with one small change (another operator, a number one off, a string with two letters more). It
is killed when a test fails or the time is up. What survives is printed as a diff: write a test that tells it from the
original, or, where no test could, add it to equivalents.toml with the reason. Exit code 1 below 90 %.

Everything happens in a copy of the tree; the checkout is only read.
"""

import argparse
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import TestOutcome

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as `pythonpath` does for pytest
from mutation.equivalents import Equivalents
from mutation.mutants import Mutant, mutant_at, sites

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "src/digest_tui"
ENOUGH = 0.9
"""Of the mutants that are killed."""


def main() -> int:
    """Sample, run and print; the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument(
        "package", help="a folder or module of src/digest_tui whose tests are tests/NAME or tests/test_NAME.py"
    )
    options.add_argument("-n", "--number", type=int, default=25, help="how many mutants (25)")
    options.add_argument("--seed", type=int, default=0, help="the same seed and code: the same mutants (0)")
    options.add_argument("--only", default="", metavar="MODULE", help="of the package mutate only this module")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, symlinks=True, ignore=_left_out)
        os.chdir(tree)
        os.environ["PYTHONPATH"] = str(tree / "src")
        return _run(tree, asked.package, asked.only, asked.number, random.Random(asked.seed))


def _run(tree: Path, package: str, only: str, number: int, chance: random.Random) -> int:
    tests, began = _tests_of(package), time.monotonic()
    if (failed := subprocess.run(_command(tests), check=False, capture_output=True, text=True)).returncode:
        print(failed.stdout[-2000:], "The tests fail before anything is changed.", sep="\n", file=sys.stderr)
        return 2
    limit = 10 + 3 * (time.monotonic() - began)
    killed = survived = 0
    for mutant in _sampled(_modules_of(tree, package, only), number, chance):
        name = mutant.path.relative_to(tree / SOURCE).as_posix()
        is_killed = _is_killed(mutant, tests, limit)
        killed, survived = killed + is_killed, survived + (not is_killed)
        print(f"{'killed' if is_killed else 'SURVIVED'}  {name}: {mutant.where}", flush=True)
        if not is_killed:
            print(mutant.diff(name), flush=True)
    share = killed / (killed + survived) if killed + survived else 1.0
    print(f"{package}: {killed} of {killed + survived} killed, {share:.0%}")
    return 0 if share >= ENOUGH else 1


def _sampled(paths: list[Path], number: int, chance: random.Random) -> Iterator[Mutant]:
    """So many mutants at different places, no known equivalents."""
    found = sites(paths)
    chance.shuffle(found)
    equivalents = Equivalents()
    for site in found:
        if number <= 0:
            return
        mutant = mutant_at(site, chance)
        if mutant is not None and not equivalents.holds(mutant.path, mutant.lines()):
            number -= 1
            yield mutant


def _is_killed(mutant: Mutant, tests: list[str], limit: float) -> bool:
    mutant.path.write_text(mutant.mutated, encoding="utf-8")
    try:
        # Most are killed by the tests that name their module: the others are asked only about the rest.
        asked = (shlex.join(_command(files)) for files in _nearest_first(mutant.path, tests) if files)
        return any(run_tests(command, limit)[0] is not TestOutcome.SURVIVED for command in asked)
    finally:
        mutant.path.write_text(mutant.original, encoding="utf-8")


def _nearest_first(module: Path, tests: list[str]) -> tuple[list[str], list[str]]:
    """The test files that import a module, and those that do not."""
    name = module.with_suffix("").as_posix().rpartition("/src/")[2].replace("/", ".")
    places = map(Path, tests)
    files = sorted(file for place in places for file in ([place] if place.is_file() else place.rglob("test_*.py")))
    near = [file for file in files if f"{name} import" in file.read_text(encoding="utf-8")]
    return [str(file) for file in near], [str(file) for file in files if file not in near]


def _command(tests: list[str]) -> list[str]:
    options = ["-q", "-x", "-p", "no:cacheprovider", "--hypothesis-profile=mutants", "--hypothesis-seed=0"]
    return [sys.executable, "-m", "pytest", *options, *tests]


def _tests_of(package: str) -> list[str]:
    found = [name for name in (f"tests/{package}", f"tests/test_{package}.py") if Path(name).exists()]
    if not found:
        raise SystemExit(f"no tests/{package} and no tests/test_{package}.py")
    return found


def _modules_of(tree: Path, package: str, only: str) -> list[Path]:
    folder = tree / SOURCE / package
    found = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    return [path for path in found if only in ("", path.stem)]


def _left_out(folder: str, names: list[str]) -> set[str]:
    is_top = Path(folder) == ROOT
    return {name for name in names if name == "__pycache__" or (is_top and name.startswith((".", "build", "dist")))}


if __name__ == "__main__":
    sys.exit(main())
