"""Leaves when the keys that were typed before the end was asked for are carried out."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TypeVar

from digest_tui.ui.internals.screen import InternalsScreen
from digest_tui.ui.terminal.asking import AskingApp

ResultT = TypeVar("ResultT")

TYPED_SECONDS = 0.3
"""So long the end waits for keys that were typed before it was asked for."""
OPENING_SECONDS = 5.0
"""So long for those that wait for what is being opened, on a machine that is busy with something else."""


class LeavingApp(AskingApp[ResultT]):
    """An app that takes its end for a key, in its turn among those that were typed."""

    def end_behind_keys(self, code: int) -> None:
        """Leave behind the keys that were typed before, unless they are too many: the rest is not taken then."""
        loop = asyncio.get_running_loop()
        # Not now: what the thread that reads has just handed over is not in the queue yet.
        loop.call_soon(self.call_later, self._leave_behind_keys, code)
        loop.call_later(TYPED_SECONDS, self._leave, code)

    def action_leave(self) -> None:
        """Quit, from any screen, behind the keys that were typed before: this one would overtake them."""
        self._leave_behind_keys()

    def _leave_behind_keys(self, code: int = 0) -> None:
        leave, screen = partial(self._leave, code), self.screen
        queue = screen.key_queue if isinstance(screen, InternalsScreen) else None
        if queue is None or not queue.call_later(queue.leave_behind_keys, leave):
            leave()
        else:
            loop = asyncio.get_running_loop()
            loop.call_later(TYPED_SECONDS, lambda: leave() if queue.has_keys_for_long else None)
            loop.call_later(OPENING_SECONDS, leave)

    def _leave(self, code: int) -> None:
        if self.is_leaving or not self.screen_stack:
            return
        if isinstance(self.screen, InternalsScreen):
            self.screen.leave()
        self.exit(return_code=code)
