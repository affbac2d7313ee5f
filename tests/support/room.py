"""Two windows on one state over digests that change: everything that may happen in a random session."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from support.judge import LogReader
from support.rules.log import UNDECIDED, Log
from support.seats import Seat
from support.shelf import Shelf

FIRST_DAY = date(2025, 3, 12)


class Room:
    """A person's desk, with the rules beside it; every step is judged."""

    def __init__(self, days: list[list[int]]) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="digest-tui-session-"))
        (self._home / "blog").mkdir()
        self._today = FIRST_DAY
        self._log = Log()
        self._shelf = Shelf(self._home / "blog", FIRST_DAY)
        for back, papers in enumerate(days):
            self._shelf.put(back, 1, papers)
        self._written = LogReader()
        self._window = self._seat()
        self._other: Seat | None = None

    def press(self, key: str) -> None:
        """Type a key in the window."""
        self._window.press(key)

    def press_elsewhere(self, key: str) -> None:
        """Type a key in the other window, which is opened when it is first used."""
        if self._other is None:
            self._other = self._seat()
        self._other.press(key)

    def look_elsewhere(self) -> None:
        """Each window looks what the other one decided."""
        for seat in self._seats:
            seat.poll()

    def restart(self) -> None:
        """Quit, and start again where one was; the other window stays open."""
        self._window.close()
        self._window = self._seat()

    def close_other(self) -> None:
        """Quit the other window: what was done there can be undone in those that are opened later."""
        if self._other is not None:
            self._other.close()
            self._other = None

    def turn(self) -> None:
        """The next day begins."""
        self._today += timedelta(days=1)
        for seat in self._seats:
            seat.turn(self._today)

    def change(self, what: str, at: int, paper: int) -> None:
        """Change the digests, and let the windows see it."""
        self._shelf.change(what, at, paper)
        for seat in self._seats:
            seat.scan()

    def undo_to_the_beginning(self) -> None:
        """Whoever undoes as long as that changes something has decided nothing."""
        self.close_other()
        self.restart()
        idle = 0
        while idle < 3:
            lines = len(self._log.lines)
            self.press("u")
            # What is refused once is done at the second press.
            idle = idle + 1 if lines == len(self._log.lines) else 0
        assert all(state == UNDECIDED for state in self._log.states().values()), "undo did not restore everything"

    def close(self) -> None:
        """Leave nothing behind."""
        for seat in self._seats:
            seat.store.close()
        shutil.rmtree(self._home)

    @property
    def _seats(self) -> list[Seat]:
        return [self._window, *filter(None, [self._other])]

    def _seat(self) -> Seat:
        return Seat(self._shelf, self._home / "state.db", self._log, self._today, self._written)
