"""Random sessions without a screen: after any keys and changes of files the log holds what the rules say."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from support.room import Room
from support.typed import CHANGES, LONG

TYPED = [
    *"xxxxxxrrrrrddddssss", *"uuuuu", *["ctrl+r", "ctrl+r"], *"jjjjkkknnnnnN", *"vvvvVV", *"OOO", "escape",
    "escape", *"hl", "enter", "[", "]", "{", "}", "G", "g g", "g u", "g a", "g s", "g l", "g t", "g d", "S",
    "t todo", "t 읽기", "e a thought", "e ", "A d", "A j", "A k", "A l", "/ model", "/ 모델", "/ is:new",
]  # fmt: skip
"""Keys as a hurried person types them: one that stands here more often is pressed more often."""
PAPERS = st.integers(1, 14)
FILES = st.integers(0, 9)


class RandomSessions(RuleBasedStateMachine):
    """Two windows on one state, over digests that change."""

    room: Room | None = None
    is_sound = True

    @initialize(days=st.lists(st.lists(PAPERS, min_size=1, max_size=5), min_size=1, max_size=4))
    def open(self, days: list[list[int]]) -> None:
        """Some days with papers; one may stand on two of them, or twice on one."""
        self.room = Room(days)

    @rule(key=st.sampled_from(TYPED), times=st.sampled_from((1, 1, 1, 2, 3, 4)))
    def type(self, key: str, times: int) -> None:
        """A key, often pressed once more."""
        for _ in range(times):
            self._do("press", key)

    @rule(keys=st.lists(st.sampled_from(TYPED), min_size=2, max_size=8))
    def type_on(self, keys: list[str]) -> None:
        """Several keys in one go."""
        for key in keys:
            self._do("press", key)

    @rule(key=st.sampled_from(TYPED))
    def type_elsewhere(self, key: str) -> None:
        """A key in the other window."""
        self._do("press_elsewhere", key)

    @rule()
    def look_elsewhere(self) -> None:
        """A second passes."""
        self._do("look_elsewhere")

    @rule(what=st.sampled_from(CHANGES), at=FILES, paper=PAPERS)
    def change(self, what: str, at: int, paper: int) -> None:
        """Digests come, go and change."""
        self._do("change", what, at, paper)

    @rule(what=st.sampled_from(["restart", "close_other", "turn"]))
    def come_back(self, what: str) -> None:
        """A window is closed, or a day passes."""
        self._do(what)

    def _do(self, what: str, *arguments: str | int) -> None:
        self.is_sound = False
        getattr(self.room, what)(*arguments)
        self.is_sound = True

    def teardown(self) -> None:
        """Undo all of it."""
        if self.room is None:
            return
        try:
            if self.is_sound:
                self.room.undo_to_the_beginning()
        finally:
            self.room.close()


TestRandomSessions = RandomSessions.TestCase
TestRandomSessions.settings = settings(
    max_examples=1000 if LONG else 50,
    stateful_step_count=60 if LONG else 25,
    deadline=None,
    derandomize=not LONG,
    report_multiple_bugs=False,
)
