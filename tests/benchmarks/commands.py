"""How long each command takes, as multiples of `python -c pass` (P) in the same run.

    python tests/benchmarks/commands.py                       # a library of 5,488 papers, made for this
    python tests/benchmarks/commands.py --library FOLDER      # digests of your own
    python tests/benchmarks/commands.py --only list,log       # the commands that begin so

Each run of a command follows one of the reference, in turns, with an index that is there and a home of its own. `P` is
a ratio of medians by the clock, `cpu` one of the seconds that the processor worked (children included), which spreads
less where others use the machine too. Nothing is asserted: whoever runs it judges.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

RUNS = 5
MARKED = 40
"""Papers that something is decided about before it begins."""


class Row(NamedTuple):
    """A command, and how many P it may take; 0 where nothing was agreed."""

    words: tuple[str, ...]
    budget: float


# A table is read by rows.
# fmt: off
ROWS = (
    Row(("--help",), 6),
    Row(("search", "--help"), 0),
    Row(("--version",), 6),
    Row(("log",), 8),
    Row(("new", "--count"), 8),
    Row(("show", "ID"), 12),
    Row(("list", "--limit", "1"), 10),
    Row(("list", "--format", "json"), 35),
    Row(("list", "--format", "tsv"), 0),
    Row(("list", "확산"), 15),
    Row(("list", "diffusion"), 15),
    Row(("list", "author:kim"), 15),
    Row(("list", "votes>20"), 15),
    Row(("mark", "star", "--query", "확산", "--dry-run"), 15),
    Row(("mark", "star", "--query", "diffusion", "--dry-run"), 15),
    Row(("mark", "star", "--query", "votes>20", "--dry-run"), 15),
    Row(("search", "확산"), 25),
    Row(("search", "diffusion"), 25),
    Row(("search", "author:kim"), 25),
    Row(("search", "votes>20"), 25),
    Row(("search", "확산", "--limit", "5"), 15),
    Row(("search", "diffusion", "--limit", "5"), 15),
    Row(("search", "author:kim", "--limit", "5"), 15),
    Row(("search", "votes>20", "--limit", "5"), 15),
    Row(("check",), 20),
    Row(("check", "--format", "json"), 20),
)
# fmt: on


class Took(NamedTuple):
    """The seconds of one run."""

    wall: float
    cpu: float


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--library", type=Path, help="a folder of digests; default: one made by generate.py")
    options.add_argument("--papers", type=int, default=5488, help="how many to make where no folder is named")
    options.add_argument("--runs", type=int, default=RUNS)
    options.add_argument("--only", default="", metavar="COMMAND,...", help="the commands that begin with these words")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as room:
        library = asked.library or Path(room, "library")
        if not asked.library:
            generator = Path(__file__).with_name("generate.py")
            subprocess.run([sys.executable, generator, str(asked.papers), library], check=True)
        wanted = tuple(asked.only.split(","))
        run([row for row in ROWS if " ".join(row.words).startswith(wanted)], library, Path(room), asked.runs)


def run(rows: Sequence[Row], library: Path, room: Path, runs: int) -> None:
    """Make the index and a state, then run every command in turns with the reference."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        **{f"XDG_{name}_HOME": str(room / name.lower()) for name in ("DATA", "STATE", "CACHE", "CONFIG")},
        "DIGEST_TUI_DIR": str(library),
    }
    program = [sys.executable, "-m", "digest_tui"]
    # Written by the first runs, as on any other day: the index, what searches keep in it, compiled modules.
    listed = said([*program, "list", "--format", "tsv", "--limit", str(MARKED)], environment).splitlines()
    ids = [line.partition("\t")[0] for line in listed]
    for word in ("확산", "diffusion"):
        said([*program, "search", word, "--limit", "1"], environment)
    for id_ in ids[::4]:
        said([*program, "mark", "read", id_], environment)
    said([*program, "mark", "star", *ids], environment)
    table = [(row, [ids[-1] if word == "ID" else word for word in row.words]) for row in rows]
    took: list[tuple[list[Took], list[Took]]] = [([], []) for _ in table]
    for number in range(runs + 1):
        for (_, words), (reference, command) in zip(table, took, strict=True):
            pair = timed([sys.executable, "-c", "pass"], environment), timed([*program, *words], environment)
            if number:  # the first round only warms up
                reference.append(pair[0])
                command.append(pair[1])
    references = [one for reference, _ in took for one in reference]
    print(f"P = {1000 * median(references, 'wall'):.1f} ms, {1000 * median(references, 'cpu'):.1f} ms of the processor")
    print(f"\n{'command':<44}{'P':>7}{'cpu':>7}{'budget':>8}")
    for (row, _), (reference, command) in zip(table, took, strict=True):
        wall, cpu = (median(command, kind) / median(reference, kind) for kind in ("wall", "cpu"))
        over = " !" if row.budget and min(wall, cpu) > row.budget else ""
        print(f"{' '.join(row.words):<44}{wall:>7.1f}{cpu:>7.1f}{row.budget or '':>8}{over}")


def said(command: Sequence[str], environment: dict[str, str]) -> str:
    """Return what a command prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def timed(command: Sequence[str], environment: dict[str, str]) -> Took:
    """Run a command to its end."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Took(time.perf_counter() - started, used.ru_utime + used.ru_stime)


def median(runs: Sequence[Took], kind: str) -> float:
    """Return the median of one kind of seconds."""
    return float(statistics.median(getattr(one, kind) for one in runs))


if __name__ == "__main__":
    main()
