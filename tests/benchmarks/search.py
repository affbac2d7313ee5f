"""How long a search takes, letter by letter, beside a plain look through the same text in the same run.

    PYTHONPATH=tests python -m benchmarks.search FOLDER...            # digests of your own
    PYTHONPATH=tests python -m benchmarks.search --papers 100000      # made for this, by generate.py

`plain` is `term in text` over the folded text of every paper, newest first, and nothing else: no ranking, no names, no
fields. Nothing is asserted: whoever runs it judges.
"""

import argparse
import gc
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from benchmarks.generate import main as generate
from digest_tui.library import Library
from digest_tui.search.folding import fold
from digest_tui.search.parser import parse
from digest_tui.search.texts import body_text
from digest_tui.session.hits import Arrangement
from digest_tui.sources import source_for
from digest_tui.store import memory_store

TYPED = ("확산", "언어모델", "diffusion", "RL", "ㅂㅊㅁㅋ", "추론 -video", "results:성능 votes>20", "/diff\\w+ model/")
RUNS = 7
Result = TypeVar("Result")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="*", type=Path)
    options.add_argument("--papers", type=int, default=5488, help="how many to make where no folder is named")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        if not asked.folders:
            generate(asked.papers, Path(made))
        run(asked.folders or [Path(made)])


def run(folders: list[Path]) -> None:
    """Read, make the texts, ask."""
    library = Library([source_for(folder) for folder in folders], memory_store())
    took, _ = timed(library.load)
    entries = library.entries()
    print(f"{len(entries):,} papers read in {took:.1f} s, {rss():.0f} MiB")
    library.searching.searcher.set_entries(entries)
    took, _ = timed(library.searching.searcher.prepare)
    print(f"texts and names made in {took:.1f} s, {rss():.0f} MiB")
    gc.freeze()
    texts = [fold(f"{entry.paper.title}\n{body_text(entry)}") for entry in entries]
    print(f"\n{'typed':<24}{'hits':>8}{'ms':>8}{'grouped':>9}{'plain':>8}{'ratio':>7}")
    for text in TYPED:
        for end in range(1, len(text) + 1) if text.isalpha() else (len(text),):
            row(library, text[:end], texts)


def row(library: Library, text: str, texts: list[str]) -> None:
    """One query, as it stands after a letter, asked anew."""
    query = parse(text, today=date.today(), typing=True)
    finds, groups, plains = [], [], []
    hits = library.searching.searcher.search(query, library.state_of)
    needle = fold(text)
    for _ in range(RUNS):
        library.searching.searcher.forget_last()
        took, hits = timed(lambda: library.searching.searcher.search(query, library.state_of, once=True))
        finds.append(took * 1000)
        found = hits
        groups.append(timed(lambda: Arrangement.of(found, None))[0] * 1000)  # noqa: B023
        plains.append(timed(lambda: sum(needle in text for text in texts))[0] * 1000)
    find, group, plain = map(statistics.median, (finds, groups, plains))
    print(f"{text:<24}{len(hits):>8,}{find:>8.1f}{group:>9.1f}{plain:>8.1f}{find / plain:>7.1f}")


def timed(call: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds, and the result."""
    started = time.perf_counter()
    result = call()
    return time.perf_counter() - started, result


def rss() -> float:
    """Most memory so far, MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
