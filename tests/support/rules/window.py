"""One window as a specification: what each key decides, what it acts on, and where it goes.

It judges; it does not draw. What a person sees is read from the program (`Sight`), and so is what a rule leaves open.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from support.rules import verbs
from support.rules.log import UNDECIDED, Line, Log, Place, State
from support.rules.modes import Modes, Run
from support.rules.selection import Selection
from support.rules.sight import Sight

OF_SELECTION = frozenset({"r", "s", "x", "d", "t", "y"})
"""The keys that act on the papers selected, where there are some."""
GO_ON = frozenset({"r", "x", "d"})
"""Verbs that go to the next new paper below once they set something."""
SCROLL = frozenset({"j", "J", "pagedown", "ctrl+d", "down", "G", "end"})
"""Keys that scroll down while the reader has the focus."""
ALIASES = {"m": "r", "p": "N"}
ANYWHERE = None
"""Nothing is said about the paper that is shown next."""


class Did(NamedTuple):
    """What the last key did to the log."""

    action: str = ""
    """`write`, `undo`, `redo`; empty for nothing."""
    changes: Mapping[Place, str] = {}


class Announced(NamedTuple):
    """Where the status line says that a key goes."""

    key: str = ""
    day: str = ""
    """Month and day, where it is another one than the one listed."""
    is_above: bool = False
    is_below: bool = False


class Window:
    """What a window must do."""

    def __init__(self, log: Log, run: Run | None = None) -> None:
        self.log = log
        self.modes = Modes(self, run or Run())
        self.session = log.begin()
        self.seen: dict[str, State] = log.states()
        """What is decided, as it was last seen here: another window may know more."""
        self.days: Mapping[str, tuple[str, ...]] = {}
        """The papers of each date as they were last read, newest date first."""
        self.did = Did()
        self.selection = Selection()
        self._stuck: tuple[str, str | None] | None = None
        """The verb that could not go on, and its paper: the same again changes nothing."""
        self._announced = self._before = Announced()
        """What the status line says now, and what it said before the key."""
        self._is_old_news = False
        """True when something else happened since it was said."""
        self._may_show: frozenset[str | None] | None = ANYWHERE
        self._was_refused = ""
        """The key that would have undone or redone nothing that is seen."""
        self._pressed = self._next_day = ""
        """The day that must be shown next, on its first new paper."""
        self._may_drop = self._must_drop = False

    def state(self, key: str) -> State:
        """What is decided about a paper, as it is shown here."""
        return self.seen.get(key, UNDECIDED)

    def new(self, keys: Iterable[str]) -> list[str]:
        """Those that nothing is decided about."""
        return [key for key in keys if self.state(key).is_new]

    # A key

    def press(self, key: str, before: Sight, appended: Sequence[Line]) -> None:
        """Do what a key means; `appended` is what the program wrote, for where a rule leaves it open."""
        typed, _, rest = key.partition(" ")
        self._pressed = verb = ALIASES.get(typed, typed)
        stuck, was_lost = self._stuck, self.selection.take_loss()
        self._before = self._announced
        if verb != self._was_refused:
            self._was_refused = ""
        if verb != "click":
            # Who clicks presses no key: what is said stays, and what it is about.
            self._stuck, self._announced, self.did = None, Announced(), Did()
        self._may_show, self._next_day = frozenset({before.paper}), ""
        self._may_drop = self._must_drop = False
        of_mode = self.modes.rule(verb, before)
        if was_lost and verb in OF_SELECTION:
            # It was meant for papers that are no longer listed: never for the row under the cursor.
            return
        if verb in OF_SELECTION and self.selection.papers:
            self._act_on_selection(key if verb == "t" else verb, before)
        elif of_mode is not None:
            of_mode(rest, before)
        elif verb in GO_ON:
            self._set_status(verb, before, is_repeated=stuck == (verb, before.paper))
        elif verb == "O":
            self._open_and_read(before, is_repeated=stuck == (verb, before.paper))
        elif verb in ("u", "ctrl+r"):
            self._step_in_log(verb, before, appended)
        elif verb in ("s", "t"):
            self._toggle(key if verb == "t" else verb, before)
        elif (rule := self._rules().get(verb)) is not None:
            rule(rest, before)
        self._read_by_scrolling(verb, before)

    def _rules(self) -> Mapping[str, Callable[[str, Sight], None]]:
        return {
            "e": self._note,
            "n": lambda _, before: self._go_to_new("n", before),
            "N": lambda _, before: self._go_to_new("N", before),
            "A": self._mark_many_read,
            "v": self._select,
            "V": self._select_range,
            "j": lambda _, before: self._step(1, before),
            "down": lambda _, before: self._step(1, before),
            "k": lambda _, before: self._step(-1, before),
            "up": lambda _, before: self._step(-1, before),
            "G": lambda _, before: self._step(len(before.listed), before),
            "end": lambda _, before: self._step(len(before.listed), before),
            "home": lambda _, before: self._step(-len(before.listed), before),
            "g": self._go,
            "/": self._search,
            "enter": self._enter,
            "click": self._anywhere,
            "[": self._anywhere,
            "]": self._anywhere,
            "{": self._anywhere,
            "}": self._anywhere,
        }

    # Verbs

    def _act_on_selection(self, verb: str, before: Sight) -> None:
        """All that are selected become one batch; then the selection is dropped, and nothing goes on."""
        papers = {key: self.state(key) for key in self.selection.papers}
        if verb in GO_ON and not all(verbs.is_set(verb, state) for state in papers.values()):
            self._stuck = verb, before.paper
        if verb != "y":
            self.write(verbs.decide(verb, papers))
        self._must_drop = True

    def _set_status(self, verb: str, before: Sight, *, is_repeated: bool) -> None:
        """Set a status and go on, or take it back and stay; a repeated key takes nothing back."""
        if before.paper is None or not before.on_page:
            return
        state = self.state(before.paper)
        is_back = verbs.is_set(verb, state)
        if is_repeated and is_back:
            self._stuck = (verb, before.paper)
            return
        self.write(verbs.decide(verb, {before.paper: state}))
        if not is_back:
            self._go_on(verb, before)

    def _open_and_read(self, before: Sight, *, is_repeated: bool) -> None:
        """The paper shown was opened: it is read, and the cursor goes on unless papers are selected."""
        if before.paper is None or not before.on_page:
            return
        if self.state(before.paper).status != "read" and not is_repeated:
            self.write({(before.paper, "status"): "read"})
        if not self.selection.papers:
            self._go_on("O", before)

    def _toggle(self, verb: str, before: Sight) -> None:
        """A star and a tag stay where they are, and go on toggling."""
        if before.paper is not None and before.on_page:
            self.write(verbs.decide(verb, {before.paper: self.state(before.paper)}))

    def _note(self, text: str, before: Sight) -> None:
        """A note belongs to the paper shown, whatever is selected."""
        if before.paper is not None and before.on_page and text != self.state(before.paper).note:
            self.write({(before.paper, "note"): text})

    def _mark_many_read(self, scope: str, before: Sight) -> None:
        """The bulk menu marks new papers read, all in one batch."""
        # The papers that it acted on may be those selected: then they are dropped.
        self._may_drop = True
        here = () if before.paper not in before.listed else (before.paper,)
        papers: dict[str, Iterable[str]] = {
            "d": () if before.lists_all_dates else before.listed,
            "j": (*here, *before.below),
            "k": (*before.above, *here),
            "l": before.listed,
            "v": self.selection.papers,
        }
        if scope in papers:
            self.write(verbs.mark_read({key: self.state(key) for key in papers[scope]}))

    def page_on(self, before: Sight) -> None:
        """At its end a paper that is unread becomes read, from any pane, and the next new one below comes."""
        if not before.at_end:
            return
        self._finish(before)
        if before.paper is None or not before.on_page:
            self._may_show = ANYWHERE
        elif not self.selection.papers:
            self._go_on("space", before)

    def _read_by_scrolling(self, verb: str, before: Sight) -> None:
        """A key that scrolls down at the end of a paper, with the reader focused, marks it read."""
        if verb in SCROLL and before.pane == "reader" and before.at_end and before.marks_by_scrolling:
            self._finish(before)

    def _finish(self, before: Sight) -> None:
        if before.paper is not None and before.on_page and self.state(before.paper).status == "unread":
            self.write({(before.paper, "status"): "read"})

    def _step_in_log(self, key: str, before: Sight, appended: Sequence[Line]) -> None:
        """Undo takes the newest batch that is live, redo the one that was cancelled last.

        Neither writes anything where it would change nothing that is seen: then it says why, and the same key once
        more may take what others decided about the same papers with it, or go on to the batch before.
        """
        log, is_undo = self.log, key == "u"
        batch = log.to_undo(self.session) if is_undo else log.to_redo(self.session)
        was_refused, self._was_refused = self._was_refused == key, ""
        if batch is None:
            return
        is_alone = is_undo or len(log.cancelled_with(batch)) == 1
        if is_alone and log.changed_by_flag([batch]):
            flagged = [batch]
        elif was_refused or not is_undo:
            flagged = [line.batch for line in appended]
            assert all(log.is_live(one) == is_undo for one in flagged), f"{key} wrote {appended}"
            assert not flagged or log.changed_by_flag(flagged), f"{key} changed nothing"
        else:
            flagged = []
        seen = log.places_changed_by_flag(flagged)
        log.flag(self.session, flagged, "0" if is_undo else "1")
        changes = {place: new for one in flagged or [batch] for place, new in log.changes_of(one).items()}
        # A decision that is not on screen is shown if the list holds it.
        # What is refused twice is about an older batch.
        shown = frozenset({before.paper, *(key for key, _ in changes)})
        self._may_show = shown if flagged or not was_refused else ANYWHERE
        self._may_drop = len(shown) > 1
        self._look_at(key for key, _ in changes)
        if flagged:
            self.did = Did("undo" if is_undo else "redo", {at: new for at, new in changes.items() if at in seen})
        else:
            self._was_refused = key

    def may_show(self, *papers: str | None) -> None:
        """One of these is shown next."""
        self._may_show = frozenset(papers)

    def anywhere(self) -> None:
        """Nothing is said about the paper that is shown next."""
        self._may_show = ANYWHERE

    def must_drop(self) -> None:
        """Nothing is selected afterwards."""
        self._must_drop = True

    @property
    def pressed(self) -> str:
        """The key that is pressed."""
        return self._pressed

    def write(self, changes: Mapping[Place, str]) -> None:
        """Decide, in one batch."""
        self.log.write(self.session, changes)
        if changes:
            self.did = Did("write", changes)
        self._look_at(key for key, _ in changes)

    def _look_at(self, keys: Iterable[str]) -> None:
        """What is written is read back, with what others did to the same papers."""
        now = self.log.states()
        self.seen.update({key: now.get(key, UNDECIDED) for key in keys})

    # Moving

    def _go_on(self, verb: str, before: Sight) -> None:
        """To the next new paper below in this list, else the cursor stays."""
        found = self.new(before.below)
        if found:
            self._may_show = frozenset({found[0]})
        else:
            self._stuck = verb, before.paper

    def _go_to_new(self, key: str, before: Sight) -> None:
        """To the next new paper of this list; beyond its end only after the status line said so, and then there."""
        announced = self._before
        ahead, behind = self.new(before.below), self.new(before.above)
        if key == "N":
            ahead, behind = behind[::-1], ahead[::-1]
        if before.has_finds and announced.key != key:
            self._may_show = frozenset({before.paper})
        elif not before.listed or self._is_old_news:
            self._may_show = ANYWHERE
        elif announced.key != key or announced.day == before.day[5:]:
            self._may_show = frozenset({ahead[0] if ahead else before.paper})
        elif announced.day:
            days = [day for day in self.days if day[5:] == announced.day and self.new(self.days[day])]
            # What was announced may be decided elsewhere meanwhile.
            if days:
                self._next_day, self._may_show = days[0], ANYWHERE
        elif (announced.is_above or announced.is_below) and (there := behind or ahead):
            self._may_show = frozenset({there[0]})

    def _check_announced(self, key: str, after: Sight) -> None:
        """After `n` at the end of a list: older days come, then the newest, then the new papers above in this one."""
        said = self._announced
        if key != "n" or said.key != "n" or after.lists_all_dates or after.day not in self.days:
            return
        days = list(self.days)
        here = days.index(after.day)
        coming = next((day for day in [*days[here + 1 :], *days[:here]] if self.new(self.days[day])), "")
        assert said.day == coming[5:], f"{said.day or 'this list'} is announced, not {coming or 'this list'}"

    def _step(self, by: int, before: Sight) -> None:
        if before.pane == "dates":
            self._may_show = ANYWHERE
        elif before.pane == "papers":
            self._may_show = frozenset({before.stepped(by)})

    def _go(self, where: str, before: Sight) -> None:
        if where == "g":
            self._step(-len(before.listed), before)
        else:
            self._may_show = ANYWHERE
            # The date of the paper may be the one that is listed.
            self._may_drop = where in ("d", "t")

    def _anywhere(self, _: str, before: Sight) -> None:
        self._may_show = ANYWHERE

    def _search(self, _: str, before: Sight) -> None:
        """A query asked again may find other papers."""
        self._may_show, self._may_drop = ANYWHERE, True

    def _enter(self, _: str, before: Sight) -> None:
        if before.pane == "dates":
            self._may_show = ANYWHERE

    # Selecting

    def _select(self, _: str, before: Sight) -> None:
        if before.paper is not None and before.on_page:
            self.selection.toggle(before.paper)
            self._may_show = frozenset({before.stepped(1)})

    def _select_range(self, _: str, before: Sight) -> None:
        if before.paper is None or not before.on_page:
            return
        if self.selection.has_range:
            self.selection.end_range()
        else:
            self.selection.begin_range(before.paper)

    # What came of it

    def see(self, before: Sight, after: Sight) -> None:
        """Look at the window after a key."""
        if self._may_show is not ANYWHERE:
            assert after.paper in self._may_show, f"{after.paper} is shown, not {sorted(map(str, self._may_show))}"
        if self._next_day:
            assert after.day == self._next_day, f"{after.day} is shown, not {self._next_day}"
            new = self.new(after.listed)
            expected = new[-1 if self._pressed == "N" else 0] if new else None
            assert after.paper == expected, f"{after.paper} is shown, not {expected}, which is new"
        if self._must_drop or before.list_id != after.list_id or (self._may_drop and not after.selected):
            self.selection.drop()
        else:
            if before.paper != after.paper:
                self.selection.reach(after.listed, after.paper)
            self.selection.keep(after.listed)
        self._check_selection(after)
        if after.paper != before.paper:
            self._stuck = None
        self.modes.see(before, after)
        self._announced, self._is_old_news = announced(after.message), False
        self._check_announced(self._pressed, after)

    def happen(self, before: Sight, after: Sight) -> None:
        """Something changed that no key of this window changed: files, the date, another window's decisions."""
        if before.list_id == after.list_id and before.paper in after.listed:
            assert after.paper == before.paper, f"the cursor went from {before.paper} to {after.paper} by itself"
        self.modes.look(after)
        if before.list_id == after.list_id:
            self.selection.lose(after.listed)
        else:
            self.selection.lose(())
        self._check_selection(after)
        if after.paper != before.paper:
            self._stuck = None

    def _check_selection(self, after: Sight) -> None:
        papers = self.selection.papers
        assert after.selected == papers, f"selected are {set(after.selected)}, not {papers}"


def announced(message: str) -> Announced:
    """Where a sentence says that a key goes."""
    where = re.search(
        r"(?:(?P<day>\d\d-\d\d) \w+, [\d,]+ new|[\d,]+ new (?P<side>above|below)) · (?P<key>[nN]) goes", message
    )
    if where is None:
        return Announced()
    return Announced(where["key"], where["day"] or "", where["side"] == "above", where["side"] == "below")
