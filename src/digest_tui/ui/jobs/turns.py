"""Long work in the event loop, between whose steps keys have their turn."""

import asyncio
import time

from digest_tui.library.steps import Result, Steps

_TURN_SECONDS = 0.004
"""So long steps are done before keys have their turn."""


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
