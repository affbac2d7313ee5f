"""How long tests wait for what is to happen: a limit that only a fault reaches, however busy the machine is."""

import time
from collections.abc import Iterator

PATIENCE_SECONDS = 180.0


def patiently() -> Iterator[None]:
    """Go round a loop that waits for a condition, until there is no more hope of it."""
    limit = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < limit:
        yield
