"""The program in a real terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Start `digest-tui` with arguments; everything it started is ended with the test."""
    started: list[Terminal] = []

    def start(*arguments: str, size: tuple[int, int] = (120, 36), answers: bool = False, **environ: str) -> Terminal:
        running = Terminal(
            [sys.executable, "-m", "digest_tui", *arguments],
            {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environ},
            tmp_path,
            size,
            answers=answers,
        )
        started.append(running)
        return running

    yield start
    for running in started:
        running.close()
