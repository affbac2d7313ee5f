"""Does what a next key would need, while there is no key: paints the papers around, loads the kinds of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from digest_tui.session.cursor_rows import stepped
from digest_tui.session.listing import PaperItem
from digest_tui.session.page import paper_page
from digest_tui.ui.actions import KINDS

if TYPE_CHECKING:
    from digest_tui.ui.screens.main import MainScreen

QUIET_SECONDS = 0.05
"""After so long without another paper nobody is holding a key."""
_STEPS = (1, -1, 2)
"""Rows from the cursor, the likeliest first."""


class Prefetcher:
    """One thing at a time, so that a key that comes in between waits for one at most."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._timer: Timer | None = None
        self._steps: list[int] = []
        self._kinds = list(KINDS)
        """Kinds of commands that are not loaded yet, the likeliest first."""

    def plan(self) -> None:
        """Another paper is shown: its neighbours are next."""
        self._steps = list(_STEPS)
        if self._timer is None:
            self._timer = self._screen.set_timer(QUIET_SECONDS, self._do_one)
        else:
            self._timer.reset()

    def stop(self) -> None:
        """Load no kinds of commands ahead any more."""
        self._kinds = []

    def _do_one(self) -> None:
        self._timer = None
        session = self._screen.session
        if not self._screen.is_attached:
            return
        if session.row is None:
            # An empty list has no neighbours.
            self._steps = []
        if self._steps and session.row is not None:
            item = session.items[stepped(session.items, session.row, self._steps.pop(0))]
            if isinstance(item, PaperItem):
                self._screen.reader.prepare(paper_page(item.entry, self._screen.library))
        elif self._kinds:
            getattr(self._screen, self._kinds.pop(0))
        if self._steps or self._kinds:
            self._timer = self._screen.set_timer(QUIET_SECONDS / 5, self._do_one)
