"""How long tests wait for what is to happen: a limit that only a fault reaches, however busy the machine is."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from textual.pilot import Pilot

PATIENCE_SECONDS = 180.0


def patiently() -> Iterator[None]:
    """Go round a loop that waits for a condition, until there is no more hope of it."""
    limit = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < limit:
        yield


async def until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    """Let an app go on until something holds, which it must: what another thread does, no screen knows of."""
    for _ in patiently():
        if holds():
            return
        await pilot.pause()
    raise AssertionError("it never came to that")
