"""Readers without a screen, driven by keys, each beside the rules that it must follow."""

from datetime import date
from functools import partial
from pathlib import Path

from digest_tui.session import bulk
from digest_tui.session.rows import status
from digest_tui.store import open_store
from digest_tui.store.base import Store
from digest_tui.triage import verbs
from support.blog import Blog
from support.headless import Headless
from support.rules import sentences
from support.rules.log import UNDECIDED, Line, Log, State
from support.rules.sight import Sight
from support.rules.window import Window
from support.shelf import Shelf

PANES = ("dates", "papers", "reader")
OF_PANES = {
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


class LogReader:
    """Reads what was appended to a state file, with sessions and batches numbered as in the rules."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read = 0
        self._sessions: dict[str, int] = {}
        self._batches: dict[str, int] = {}

    @classmethod
    def go_on(cls, before: "LogReader", store: Store) -> "LogReader":
        """Read on from a store that was opened anew."""
        reader = cls(store)
        reader._read, reader._sessions, reader._batches = before._read, before._sessions, before._batches
        return reader

    def appended(self, session: int) -> list[Line]:
        """The lines since the last call, all of which one session wrote; those of a batch in the order of the rules."""
        events = list(self._store.events())[self._read :]
        self._read += len(events)
        lines = []
        for event in events:
            writer = self._sessions.setdefault(event.session, session)
            batch = self._batches.setdefault(event.batch, len(self._batches))
            lines.append(Line(writer, batch, event.key, event.field, event.new))
        return sorted(lines) if len({line.batch for line in lines}) == 1 else lines


class Seat:
    """A window, and what it must do."""

    def __init__(self, shelf: Shelf, state: Path, log: Log, day: date) -> None:
        self._shelf = shelf
        self.store = open_store(state)
        self.reader = Headless(Blog(shelf.folder), store=self.store, day=day)
        self.rules = Window(log)
        self.rules.days = shelf.days()
        self.pane = "papers"
        self._query = ""

    def close(self) -> None:
        """Quit."""
        self.reader.__exit__()
        self.store.close()
        self.rules.log.end(self.rules.session)

    def sight(self) -> Sight:
        """What is seen now."""
        session = self.reader.session
        return Sight(
            paper=session.entry.key if session.entry else None,
            listed=tuple(keys[0] for keys in session.listed.papers()),
            view=session.view.value,
            day=session.day.id if session.day else "",
            order=session.order.value,
            query=self._query,
            selected=session.selection.keys,
            message=self.reader.message,
            place=status(session),
            selection_words=self.reader.selection_words,
            pane=self.pane,
        )

    def press(self, key: str, log: LogReader) -> None:
        """Type a key, and judge what came of it."""
        before = self.sight()
        self._carry_out(key)
        appended = log.appended(self.rules.session)
        known = len(self.rules.log.lines)
        self.rules.press(key, before, appended)
        meant = self.rules.log.lines[known:]
        assert appended == meant, f"in the log is {appended}, meant was {meant}"
        after = self.sight()
        self.look()
        self.rules.see(before, after)
        sentences.check(self.rules, after)

    def scan(self, log: LogReader) -> None:
        """Look at the files again."""
        before = self.sight()
        self.reader.scan()
        self.rules.days = self._shelf.days()
        self._happened(before, log)

    def poll(self, log: LogReader) -> None:
        """Look whether another window decided something."""
        before = self.sight()
        if self.store.changed_elsewhere():
            self.reader.library.decisions.replace(self.store.states())
            self.reader.session.relist()
        self._happened(before, log)

    def turn(self, day: date, log: LogReader) -> None:
        """It is another day."""
        before = self.sight()
        self.reader.turn(day)
        self._happened(before, log)

    def look(self) -> None:
        """Every paper is as the rules say: as it was last seen, or as it is now."""
        now = self.rules.log.states()
        for day in self.reader.library.days():
            for entry in day.entries:
                found = self.reader.session.state(entry)
                shown = State(found.status.value, found.starred, frozenset(found.tags), found.note)
                allowed = self.rules.state(entry.key), now.get(entry.key, UNDECIDED)
                assert shown in allowed, f"{entry.key} is {shown}, not {allowed}"
                self.rules.seen[entry.key] = shown

    def _happened(self, before: Sight, log: LogReader) -> None:
        appended = log.appended(self.rules.session)
        assert not appended, f"nobody decided {appended}"
        self.look()
        self.rules.happen(before, self.sight())

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
                for scope in bulk.scopes(self.reader.session):
                    if scope.key == rest:
                        self.reader.mark_read(list(scope.papers))
            case "/":
                self._query = rest
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
        elif selected:
            self.reader.tag(selected, text)
        else:
            self.reader.annotate(partial(verbs.tag, name=text))

    def _command(self, key: str) -> str:
        """The command that a key has in the pane in focus; empty where it has none without a screen."""
        if NEED_PAPER & {key} and not self._has_paper:
            return ""
        if key in ("j", "k", "G", "g g", "enter"):
            return OF_PANES[self.pane].get(key, "")
        return COMMANDS.get(key, "")

    @property
    def _has_paper(self) -> bool:
        return self.reader.session.entry is not None

    def _focus(self, by: int) -> None:
        self.pane = PANES[max(0, min(2, PANES.index(self.pane) + by))]
