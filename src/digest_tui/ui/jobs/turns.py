"""Long work in the event loop, between whose steps keys have their turn."""

import asyncio
import time
from collections.abc import Sequence

from digest_tui.exporters import Exported
from digest_tui.library import Library
from digest_tui.library.steps import Result, Steps
from digest_tui.model import Entry
from digest_tui.ui.jobs.daemon_thread import in_daemon_thread

_TURN_SECONDS = 0.004
"""So long steps are done before keys have their turn."""


async def written_papers(entries: Sequence[Entry], library: Library) -> list[Exported]:
    """Return what is written of papers: what needs all of the library is found out in a thread."""
    await in_daemon_thread(library.exporting.citing())
    return await in_turns(library.exporting.in_steps(entries))


async def in_turns(steps: Steps[Result]) -> Result:
    """Do long work without keeping keys waiting, and return its result."""
    until = time.monotonic() + _TURN_SECONDS
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
        if time.monotonic() > until:
            await asyncio.sleep(0)
            until = time.monotonic() + _TURN_SECONDS
