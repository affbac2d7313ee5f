"""Does what a next key would need, while there is no key: paints the papers around, loads the kinds of commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from textual.timer import Timer

from digest_tui.session.cursor_rows import stepped
from digest_tui.session.listing import PaperItem

if TYPE_CHECKING:
    from typing import Protocol

    from digest_tui.model import Entry
    from digest_tui.session.page import Page
    from digest_tui.session.session import Session
    from digest_tui.ui.reader.pane import Reader

    class PrefetchedWindow(Protocol):
        """The window whose next keys are prepared."""

        # fmt: off
        @property
        def is_attached(self) -> bool: ...
        @property
        def session(self) -> Session: ...
        @property
        def reader(self) -> Reader: ...
        # fmt: on

        def page_of(self, entry: Entry) -> Page: ...
        def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer: ...


QUIET_SECONDS = 0.05
"""After so long without another paper nobody is holding a key."""
_END = object()
_STEPS = (1, -1, 2)
"""Rows from the cursor, the likeliest first."""


def _nothing() -> Iterator[None]:
    return iter(())


class Prefetcher:
    """One thing at a time, so that a key that comes in between waits for one at most."""

    def __init__(
        self,
        window: PrefetchedWindow,
        loads: Iterable[Callable[[], object]],
        ahead: Callable[[], Iterator[None]],
    ) -> None:
        self._window = window
        self._timer: Timer | None = None
        self._steps: list[int] = []
        self._loads = list(loads)
        """Each loads a kind of commands, the likeliest first."""
        self._ahead = ahead
        """What comes when all else is done, a step for each turn."""
        self._further: Iterator[None] | None = None

    def plan(self, *, pages: bool = True) -> None:
        """Another paper is shown: the pages of its neighbours are next, where pages are shown."""
        self._steps, self._further = list(_STEPS) if pages else [], self._ahead()
        if self._timer is None:
            self._timer = self._window.set_timer(QUIET_SECONDS, self._do_one)
        else:
            self._timer.reset()

    def stop(self) -> None:
        """Load no kinds of commands ahead any more, and nothing that they would prepare."""
        self._loads, self._further = [], None
        self._ahead = _nothing

    def _do_one(self) -> None:
        self._timer = None
        session = self._window.session
        if not self._window.is_attached:
            return
        if session.row is None:
            # An empty list has no neighbours.
            self._steps = []
        if self._steps and session.row is not None:
            item = session.items[stepped(session.items, session.row, self._steps.pop(0))]
            if isinstance(item, PaperItem):
                self._window.reader.prepare(self._window.page_of(item.entry))
        elif self._loads:
            self._loads.pop(0)()
        elif self._further is not None and next(self._further, _END) is _END:
            self._further = None
        if self._steps or self._loads or self._further is not None:
            self._timer = self._window.set_timer(QUIET_SECONDS / 5, self._do_one)
