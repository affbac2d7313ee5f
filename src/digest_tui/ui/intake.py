"""Takes in what scans find: opens the reader when there is enough, says what arrived, greets once."""

from __future__ import annotations

import gc
import zlib
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from digest_tui.model import Card, Day
from digest_tui.text import one_line
from digest_tui.ui import wording
from digest_tui.ui.scanner import ScanFailed, Scanned
from digest_tui.ui.start import Spot, Start

if TYPE_CHECKING:
    from digest_tui.ui.screens.main import MainScreen


class Intake:
    """Between the scanner's thread and the session; the cursor never moves because of what it takes in."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._library = screen.library
        recall = screen.library.recall
        self._start = Start(screen.session, screen.options, Spot.loads(recall("place")))
        self._is_first_start = recall("greeted") is None
        self._all_read_once = False
        self._arrived: list[Card] = []
        """New digests of the running scan."""
        self._arrived_days: list[Day] = []
        """Days that files which were known have now."""
        self._said: set[str] = set()
        """What is wrong with folders, as long as it is."""
        self._away: Set[str] = set()
        """The sources that cannot be looked at."""
        self._left_out = screen.library.recall("left-out") or ""
        """Stands for what is left out of folders, as it was last said."""
        self._changed: list[Card] = []
        """Digests that the running scan read."""
        self._found = 0
        """Digests that the running scan found to be different."""

    @property
    def is_open(self) -> bool:
        """Whether the reader stands where it was asked to open."""
        return self._start.done

    def open_known(self) -> None:
        """Open with what was there the last time, before any file is looked at."""
        if self._library.catalog.days(self._library.today()):
            self._screen.session.refresh()
            self._open(complete=True)

    def take(self, event: Scanned) -> None:
        """Take in a part of a scan."""
        scan, session = event.scan, self._screen.session
        if self._all_read_once and scan.is_empty and not event.asked:
            if event.complete:
                self._say_problems()
            return
        known = {day.id for day in session.days}
        is_news = self._all_read_once and not event.asked
        if is_news:
            self._arrived += [card for card in scan.added if card.digest_id not in self._library.catalog]
        if self._library.take(scan):
            self._changed += scan.added
            self._found += len(scan.added) + len(scan.removed)
            session.refresh()
            if is_news:
                self._arrived_days += [day for day in session.days if day.id not in known and self._is_in_old_file(day)]
            if self.is_open:
                self._screen.show_all()
                self._screen.search_again()
        may_move = event.complete and self._found and self._start.may_move and not self._screen.keyboard.touched
        if not self.is_open or may_move:
            self._open(complete=event.complete)
        if event.complete and not self._all_read_once and not self._screen.keyboard.touched and self._start.catch_up():
            self._screen.show_all()
            self._screen.reader.scroll_to_line(self._start.scroll)
        self._screen.show_status("" if event.complete else f"reading digests {scan.done}/{scan.total}")
        if event.complete:
            self._end(event)

    def fail(self, event: ScanFailed) -> None:
        """A scan ended early: go on with what there is."""
        if event.reason not in self._said:
            self._said.add(event.reason)
            self._screen.notify(one_line(event.reason), severity="error", markup=False)
        if not self.is_open:
            self._open(complete=True)

    def _is_in_old_file(self, day: Day) -> bool:
        return day.has_papers and not any(card in self._arrived for card in day.cards)

    def _open(self, *, complete: bool) -> None:
        sentence = self._start.attempt(complete=complete)
        if sentence is None:
            return
        self._screen.show_all()
        self._screen.reader.scroll_to_line(self._start.scroll)
        self._screen.say(sentence)
        expected, place = self._screen.options.expected, self._screen.session.place
        if expected is not None and expected != (place.key if place else "") and self._screen.keyboard.drop():
            self._screen.say("Another paper is here than was shown at first: the keys typed meanwhile were dropped")
        self._screen.keyboard.release()
        if self._screen.options.query is not None:
            self._screen.searching.search(self._screen.options.query)

    def _say_problems(self) -> None:
        """What is wrong with folders is said once as long as it is so, and what is left out of them once for all."""
        problems = [problem for _, problem in self._library.source_problems()]
        # Where no digest is listed, the pane itself says why.
        silent = ("left-out",) if self._screen.session.days else ("left-out", "empty")
        now = dict.fromkeys(problem.message for problem in problems if problem.code not in silent)
        news = [message for message in now if message not in self._said]
        left_out = [problem.message for problem in problems if problem.code == "left-out"]
        if (mark := _mark(left_out)) != self._left_out:
            news += left_out
            self._left_out = mark
            self._screen.store.remember("left-out", mark)
        if news:
            self._screen.notify(wording.problems(news), severity="warning", timeout=8, markup=False)
        away = self._library.away()
        for name in sorted(self._away - away):
            self._screen.notify(f"{one_line(name)} is there again.", markup=False)
        self._said, self._away = set(now), away

    def _end(self, event: Scanned) -> None:
        if event.asked:
            self._screen.say(f"rescanned: {self._found} changed" if self._found else "rescanned: nothing has changed")
            # Who asks is told again.
            self._said.clear()
        self._say_problems()
        if self._arrived or self._arrived_days:
            self._screen.notify(wording.arrived(self._arrived, self._arrived_days), markup=False)
        if self._is_first_start and self._screen.session.days:
            self._is_first_start = False
            self._screen.store.remember("greeted", "1")
            self._screen.choosing.offer()
        self._screen.searching.make_texts(self._changed)
        if not self._all_read_once:
            # What was read stays: a collection that walks all of it stops everything for a tenth of a second.
            gc.freeze()
        self._all_read_once, self._arrived, self._arrived_days, self._changed, self._found = True, [], [], [], 0


def _mark(messages: Sequence[str]) -> str:
    """Something short that is another for other messages; empty for none."""
    return format(zlib.crc32("\n".join(messages).encode()), "08x") if messages else ""
