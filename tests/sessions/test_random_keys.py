"""Random sessions without a screen: after any keys and changes of files the log holds what the rules say."""

import os
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from support.rules.log import UNDECIDED, Log
from support.seats import LogReader, Seat
from support.shelf import Shelf

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
FIRST_DAY = date(2025, 3, 12)

TYPED = [
    *"xxxxxxrrrrrddddssss", *"uuuuu", *"ctrl+r,ctrl+r".split(","), *"jjjjkkknnnnnN", *"vvvvVV", *"OOO", "escape",
    "escape", *"hl", "enter", "[", "]", "{", "}", "G", "g g", "g u", "g a", "g s", "g l", "g t", "g d", "S",
    "t todo", "t 읽기", "e a thought", "e ", "A d", "A j", "A k", "A l", "/ model", "/ 모델", "/ is:new",
]  # fmt: skip
"""Keys as a hurried person types them: one that stands here more often is pressed more often."""
PAPERS = st.integers(1, 14)
FILES = st.integers(0, 9)


class RandomSessions(RuleBasedStateMachine):
    """Two windows on one state, over digests that change."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="digest-tui-session-"))
        self.today = FIRST_DAY
        (self.home / "blog").mkdir()
        self.shelf = Shelf(self.home / "blog", FIRST_DAY)
        self.log = Log()
        self.other: Seat | None = None
        self.failed = True

    @initialize(days=st.lists(st.lists(PAPERS, min_size=1, max_size=5), min_size=1, max_size=4))
    def open(self, days: list[list[int]]) -> None:
        """Some days with papers; one may stand on two of them, or twice on one."""
        for back, papers in enumerate(days):
            self.shelf.put(back, 1, papers)
        self.window = self._seat()
        self.written = LogReader(self.window.store)
        self.failed = False

    def _seat(self) -> Seat:
        return Seat(self.shelf, self.home / "state.db", self.log, self.today)

    def _press(self, seat: Seat, *keys: str) -> None:
        self.failed = True
        for key in keys:
            seat.press(key, self.written)
        self.failed = False

    @rule(key=st.sampled_from(TYPED), times=st.sampled_from((1, 1, 1, 2, 3, 4)))
    def type(self, key: str, times: int) -> None:
        self._press(self.window, *[key] * times)

    @rule(keys=st.lists(st.sampled_from(TYPED), min_size=2, max_size=8))
    def type_on(self, keys: list[str]) -> None:
        self._press(self.window, *keys)

    def teardown(self) -> None:
        try:
            if not self.failed:
                self._undo_to_the_beginning()
        finally:
            for seat in filter(None, (getattr(self, "window", None), self.other)):
                seat.store.close()
            shutil.rmtree(self.home)

    def _undo_to_the_beginning(self) -> None:
        seat = self.window
        while seat.rules.log.to_undo(seat.rules.session) is not None:
            seat.press("u", self.written)
        assert all(state == UNDECIDED for state in self.log.states().values())


TestRandomSessions = RandomSessions.TestCase
TestRandomSessions.settings = settings(
    max_examples=1000 if LONG else 50, stateful_step_count=60 if LONG else 25, deadline=None, derandomize=not LONG
)
