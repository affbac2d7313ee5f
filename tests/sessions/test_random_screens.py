"""Random sessions on a screen: keys as they are typed, the mouse, other sizes, files that change."""

import asyncio
import os
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from support.blog import Blog
from support.desk import open_reader
from support.screen_seat import ScreenSeat, carry_out
from support.shelf import Shelf

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
FIRST_DAY = date(2025, 3, 12)
TYPED = [
    *"xxxxrrrddsssuuu", "ctrl+r", *"jjjjkknnnN", *"vvV", *"OO", "escape", "escape", *"hhlll", "enter", "enter", "[",
    *["space"] * 6, "J", "pagedown", "ctrl+d", "G", "end", "g g", "K", "b", "tab", "g u", "g a", "g s", "g l", "S",
    "t todo", "t 읽기", "e a thought", "e ", "A d", "A j", "A l", "/ model", "/ 모델", "?", "w", "o", "a", "y t", "m",
    "p", "{", "}", "]", "i", "z",
]  # fmt: skip
"""Keys as a hurried person types them: one that stands here more often is pressed more often."""
PANES = st.sampled_from(["dates", "papers", "reader"])
SIZES = [(60, 20), (80, 24), (100, 30), (120, 36), (140, 45)]
KEYS = st.tuples(st.just("key"), st.sampled_from(TYPED), st.booleans())
STEPS = st.one_of(
    *[KEYS] * 8,
    st.tuples(st.just("click"), PANES, st.integers(0, 20), st.sampled_from((1, 1, 2))),
    st.tuples(st.just("wheel"), PANES, st.booleans()),
    st.sampled_from([("resize", *size) for size in SIZES]),
    st.tuples(
        st.just("change"),
        st.sampled_from(["arrive", "remove", "add", "take", "move", "retitle"]),
        st.integers(0, 9),
        st.integers(1, 14),
    ),
)
DAYS = st.lists(st.lists(st.integers(1, 14), min_size=1, max_size=5), min_size=1, max_size=3)


async def _session(days: list[list[int]], steps: list[tuple[object, ...]], size: tuple[int, int]) -> None:
    with tempfile.TemporaryDirectory(prefix="digest-tui-screen-") as home:
        folder = Path(home) / "blog"
        folder.mkdir()
        shelf = Shelf(folder, FIRST_DAY)
        for back, papers in enumerate(days):
            shelf.put(back, 1, papers)
        async with open_reader(Blog(folder), size=size) as desk:
            await carry_out(ScreenSeat(desk, shelf), shelf, steps)


@settings(max_examples=60 if LONG else 3, derandomize=not LONG, deadline=None)
@given(days=DAYS, steps=st.lists(STEPS, min_size=60, max_size=60), size=st.sampled_from(SIZES))
def test_a_session_on_a_screen_follows_the_rules(
    days: list[list[int]], steps: list[tuple[object, ...]], size: tuple[int, int]
) -> None:
    asyncio.run(_session(days, steps, size))
