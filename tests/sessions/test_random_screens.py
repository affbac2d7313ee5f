"""Random sessions on a screen: keys as they are typed, the mouse, other sizes, files that change."""

import asyncio
import random
import tempfile
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from support.blog import TODAY, Blog
from support.screen_seat import sit
from support.shelf import Shelf
from support.typed import LONG, SIZES, Step, some_days, steps_on_a_screen


async def _session(days: list[list[int]], steps: list[Step], size: tuple[int, int]) -> None:
    with tempfile.TemporaryDirectory(prefix="digest-tui-screen-") as home:
        folder = Path(home) / "blog"
        folder.mkdir()
        shelf = Shelf(folder, TODAY)
        for back, papers in enumerate(days):
            shelf.put(back, 1, papers)
        await sit(Blog(folder), shelf, steps, size)


@settings(max_examples=60 if LONG else 1, derandomize=not LONG, deadline=None, phases=[Phase.generate])
@given(seed=st.integers(0, 2**32))
def test_a_session_on_a_screen_follows_the_rules(seed: int) -> None:
    chance = random.Random(seed)
    days, steps = some_days(chance), steps_on_a_screen(chance, 200 if LONG else 60)
    asyncio.run(_session(days, steps, chance.choice(SIZES)))
