"""Screens are waited for by what they have to do."""

import pytest

from support.quiet import until_quiet


@pytest.fixture(autouse=True)
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for what the queues hold where Textual's pilot watches the clock of the processor."""
    for module in ("textual.pilot", "textual.app"):
        monkeypatch.setattr(f"{module}.wait_for_idle", until_quiet)
