"""Random keys typed in bursts into a real terminal decide what the same keys decide one by one, by the rules."""

import asyncio
import os
import random
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from digest_tui.store import open_store
from support.blog import TODAY, Blog
from support.bursts import type_in_bursts
from support.desk import open_reader
from support.judge import LogReader
from support.rules.log import Log, State
from support.screen_seat import ScreenSeat, carry_out
from support.shelf import Shelf
from support.terminal import Terminal
from support.typed import LONG, Step, keys

CONFIRMED = "A "
"""What is chosen in the bulk menu before its counts are on screen takes a second key."""
SIZE = (100, 30)
DAYS = [[1, 3, 5, 2, 4], [6, 2, 8], [9, 10, 1, 7]]


async def _one_by_one(shelf: Shelf, steps: list[Step]) -> ScreenSeat:
    async with open_reader(Blog(shelf.folder), size=SIZE) as desk:
        seat = ScreenSeat(desk, shelf)
        await carry_out(seat, shelf, steps)
        return seat


def _in_bursts(shelf: Shelf, home: Path, typed: list[str], chance: random.Random) -> dict[str, State]:
    data = home / "terminal"
    command = [sys.executable, "-m", "digest_tui", "--dir", str(shelf.folder), "--data-dir", str(data)]
    environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "BROWSER": "true", "ESCDELAY": "1"}
    terminal = Terminal(command, environ, home, SIZE)
    try:
        terminal.wait_for("1/5")
        type_in_bursts(terminal, [*typed, "q"], chance)
        assert terminal.wait_for_exit() == 0
    finally:
        terminal.close()
    log = Log()
    with closing(open_store(data / "state.db")) as store:
        log.lines = LogReader().appended(store, 0)
    return log.states()


@settings(max_examples=20 if LONG else 1, derandomize=not LONG, deadline=None, phases=[Phase.generate])
@given(seed=st.integers(0, 2**32))
def test_keys_in_bursts_mean_what_they_mean_one_by_one(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="digest-tui-terminal-") as home:
        folder = Path(home) / "blog"
        folder.mkdir()
        shelf = Shelf(folder, TODAY)
        for back, papers in enumerate(DAYS):
            shelf.put(back, 1, papers)
        steps = [step for step in keys(chance, 200 if LONG else 60) if not str(step[1]).startswith(CONFIRMED)]
        seat = asyncio.run(_one_by_one(shelf, steps))
        # What is opened is marked when a browser took it: what was typed behind it may stand before it in the log.
        assert _in_bursts(shelf, Path(home), seat.typed, chance) == seat.judge.rules.log.states()
