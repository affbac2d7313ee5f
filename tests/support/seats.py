"""Readers without a screen, driven by keys, each beside the rules that it must follow."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from digest_tui.store import open_store
from digest_tui.triage import verbs
from support.blog import Blog
from support.headless import Headless
from support.judge import Judge, LogReader
from support.rules.log import Log
from support.rules.sight import Sight
from support.rules.window import Window
from support.shelf import Shelf

PANES = ("dates", "papers", "reader")
OF_PANES: Mapping[str, Mapping[str, str]] = {
    "dates": {"j": "date-down", "k": "date-up", "G": "last-date", "enter": "open-date"},
    "papers": {"j": "down", "k": "up", "g g": "first", "G": "last"},
    "reader": {},
}
"""The command of each key that means another thing in each pane; in the reader they scroll."""
COMMANDS = {
    "n": "next", "N": "previous", "[": "older", "]": "newer",
    "{": "older-new", "}": "newer-new", "r": "read", "s": "star", "x": "skip", "d": "later", "O": "open-and-read",
    "u": "undo", "ctrl+r": "redo", "v": "select", "V": "select-range", "g u": "view-new", "g a": "view-all",
    "g s": "view-starred", "g l": "view-later", "g t": "view-today", "g d": "view-date", "S": "sort",
}  # fmt: skip
"""The command of each key that means the same in every pane."""
NEED_PAPER = frozenset({"r", "s", "x", "d", "O", "v", "V", "t", "e", "g d"})


class Seat:
    """A window, and what it must do."""

    def __init__(self, shelf: Shelf, state: Path, log: Log, day: date, written: LogReader) -> None:
        self._shelf = shelf
        self.store = open_store(state)
        self.reader = Headless(Blog(shelf.folder), store=self.store, day=day)
        rules = Window(log)
        rules.days = shelf.days()
        self.judge = Judge(self.reader.session, rules, written)
        self._pane = "papers"

    def close(self) -> None:
        """Quit."""
        self.reader.__exit__()
        self.store.close()
        self.judge.rules.log.end(self.judge.rules.session)

    def press(self, key: str) -> None:
        """Type a key, and judge what came of it."""
        before = self._sight()
        self._carry_out(key)
        self.judge.pressed(key, before, self._sight())

    def scan(self) -> None:
        """Look at the files again."""
        before = self._sight()
        self.reader.scan()
        self.judge.rules.days = self._shelf.days()
        self.judge.happened(before, self._sight())

    def poll(self) -> None:
        """Look whether another window decided something."""
        before = self._sight()
        if self.store.changed_elsewhere():
            self.reader.catch_up()
        self.judge.happened(before, self._sight())

    def turn(self, day: date) -> None:
        """It is another day."""
        before = self._sight()
        self.reader.turn(day)
        self.judge.happened(before, self._sight())

    def _sight(self) -> Sight:
        return self.judge.sight(self.reader.message, pane=self._pane)

    def _carry_out(self, key: str) -> None:
        kind, _, rest = key.partition(" ")
        if command := self._command(key):
            self.reader.do(command)
            if key == "enter":
                self._focus(1)
            return
        self.reader.key_pressed()
        if NEED_PAPER & {key, kind} and not self._has_paper:
            return
        match kind:
            case "t" | "e":
                self._annotate(kind, rest)
            case "A":
                self.reader.mark_many(rest)
            case "/":
                self.judge.query = rest
                self.reader.search(rest)
            case "escape":
                if not self.reader.session.selection.clear():
                    self.reader.do("leave-search")
            case "h" | "l":
                self._focus(1 if kind == "l" else -1)

    def _annotate(self, kind: str, text: str) -> None:
        selected = self.reader.session.selected()
        if kind == "e":
            self.reader.annotate(partial(verbs.note, text=text))
        elif self.reader.session.selection.take_loss():
            return
        elif selected:
            self.reader.tag(selected, text)
        else:
            self.reader.annotate(partial(verbs.tag, name=text))

    def _command(self, key: str) -> str:
        """The command that a key has in the pane in focus; empty where it has none without a screen."""
        if NEED_PAPER & {key} and not self._has_paper:
            return ""
        if key in ("j", "k", "G", "g g", "enter"):
            return OF_PANES[self._pane].get(key, "")
        return COMMANDS.get(key, "")

    @property
    def _has_paper(self) -> bool:
        return self.reader.session.entry is not None

    def _focus(self, by: int) -> None:
        self._pane = PANES[max(0, min(2, PANES.index(self._pane) + by))]
