"""How far a command is that has to read digests first."""

import io
import sys

import pytest

from digest_tui.cli.progress import Progress


class Screen(io.StringIO):
    """Standard error, on a terminal or not."""

    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal

    def shown(self) -> str:
        """The line as a terminal shows it in the end."""
        line = ""
        for piece in self.getvalue().split("\r"):
            line = piece + line[len(piece) :]
        return line


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which passes when it is changed."""
    times = [0.0]
    monkeypatch.setattr("digest_tui.cli.progress.time.monotonic", lambda: times[0])
    return times


def told(is_terminal: bool, clock: list[float], monkeypatch: pytest.MonkeyPatch) -> tuple[Screen, list[str]]:
    screen = Screen(is_terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    work, lines = Progress("Reading digests"), []
    for done in range(0, 2001, 100):
        clock[0] += 0.3
        work.tell(done, 2000)
        lines.append(screen.shown())
    return screen, lines


def test_after_a_second_a_terminal_is_told_how_far_it_is(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    _, lines = told(True, clock, monkeypatch)
    assert lines[:3] == [""] * 3
    assert lines[3:5] == ["Reading digests: 300 of 2,000", "Reading digests: 400 of 2,000"]
    assert lines[-2] == "Reading digests: 1,900 of 2,000"
    assert not lines[-1].strip()


def test_a_pipe_is_told_nothing(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    screen, _ = told(False, clock, monkeypatch)
    assert screen.getvalue() == ""


def test_without_standard_error_nothing_is_told(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    work = Progress("Reading digests")
    clock[0] = 9
    work.tell(1, 2)
    work.end()


def test_what_stops_leaves_no_half_line(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(True)
    monkeypatch.setattr(sys, "stderr", screen)
    work = Progress("Reading digests")
    clock[0] = 2
    work.tell(1, 20)
    assert screen.shown() == "Reading digests: 1 of 20"
    work.end()
    assert not screen.shown().strip()
    assert screen.getvalue().endswith("\r")
