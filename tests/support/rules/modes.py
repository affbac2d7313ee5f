"""Sheet, lens and cards as a specification: what their keys decide, and what is on screen afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from support.rules import verbs
from support.rules.sight import Sight

if TYPE_CHECKING:
    from support.rules.window import Window

CARD, WHOLE, SHEET = "card", "whole", "sheet"
"""What has the screen: a card, the whole paper of one, the sheet."""
FACETS = ("introduction", "method", "results", "limitations", "conclusion")
PAGES = frozenset({"space", "b", "J", "K", "pagedown", "pageup", "ctrl+d", "ctrl+u"})
LEAVES_CARDS = frozenset({"[", "]", "{", "}", "/", "A", "F", "c"})
"""Keys about lists: the list before the cards is shown again, and they do there what they do."""
_OF_PANES = frozenset({"click", "g", "enter", "h", "l", "tab", "shift+tab", "i", "z", "u", "ctrl+r", "A", "/"})
"""Keys by which another pane may be focused, and so the sheet be left for a while."""
SAYS_SOMETHING = frozenset({"v", "V", "S", "z", "<", ">", "tab", "shift+tab", "T"})
"""Keys of panes and lists, which do nothing on a card."""

Rule = Callable[[str, Sight], None]


@dataclass
class Run:
    """The cards that were opened last; a restart keeps them."""

    keys: tuple[str, ...] = ()
    of: str = ""
    """The list that they are from."""
    at: str | None = None
    """The card that was shown last."""
    is_left: bool = False
    """True where the reader was left with them."""
    lens: str = ""


@dataclass
class Expected:
    """What a key must leave on screen; None where a rule leaves it open."""

    mode: str | None = None
    lens: str | None = None
    listed: tuple[str, ...] | None = None
    list_id: tuple[str, ...] | None = None
    line: int | None = None
    pane: str | None = None


@dataclass
class Modes:
    """The modes of a window."""

    window: Window
    run: Run = field(default_factory=Run)
    _list: Sight | None = None
    """The list that was left for the cards, and its cursor."""
    _over: Run | None = None
    """The cards of which the last key decided the last one."""
    _aside: str | None = None
    """The lens that is put aside while a paper is read whole; None while no paper is."""
    _line: int | None = None
    """The line of the sheet from which a paper was opened, while nothing else was done."""
    _expected: Expected = field(default_factory=Expected)

    def rule(self, verb: str, before: Sight) -> Rule | None:
        """What a key means in a mode; None where it means what it does everywhere."""
        over, self._over = self._over, None
        line, self._line = self._line, None
        self._expected = Expected(mode=before.mode, lens=before.lens)
        if verb == "u" and over is not None:
            self.run, self._expected.mode = over, CARD
        found = {**self._everywhere(line), **self._of_mode(before.mode)}.get(verb)
        if found is None and verb in _OF_PANES:
            self._leave_open(verb, before)
        return found

    def see(self, before: Sight, after: Sight) -> None:
        """Look at the window after a key."""
        wanted = self._expected
        for name in ("mode", "lens", "listed", "list_id", "line", "pane"):
            seen, meant = getattr(after, name), getattr(wanted, name)
            assert meant is None or seen == meant, f"{name} is {seen!r}, not {meant!r}"
        self.look(after)

    def look(self, after: Sight) -> None:
        """Whatever happened: the cards are those of their run, and what stands above them counts them."""
        if after.view != "cards":
            return
        assert after.mode in (CARD, WHOLE), f"cards are listed, and {after.mode or 'panes'} shown"
        there = self._there(self.run.keys)
        assert list(after.listed) == there, f"the cards are {after.listed}, not {there}"
        if after.mode == CARD:
            place, new = there.index(str(after.paper)) + 1, len(self.window.new(there))
            head = f"{place}/{len(there)} · {f'{new} new' if new else 'done'}"
            assert after.head == head, f"above the card stands {after.head}, not {head}"
        self.run.at = after.paper

    # Which rules

    def _leave_open(self, verb: str, before: Sight) -> None:
        """Another pane, another list: the sheet gives way to the reader and comes back, whose lens is put aside."""
        if before.mode in ("", SHEET) or verb == "g":
            self._expected.mode = self._expected.lens = None
        if before.mode in (CARD, WHOLE) and verb == "g":
            self._expected.mode = ""
        if before.mode == WHOLE and verb in ("u", "ctrl+r"):
            # Another paper is shown as its card.
            self._expected.mode = self._expected.lens = None

    def _everywhere(self, line: int | None) -> Mapping[str, Rule]:
        return {
            "F": self._sheet,
            "T": self._begin,
            "f": self._look_through,
            **dict.fromkeys("12345", self._facet),
            "0": lambda _, before: self._end_lens(before),
            "escape": lambda _, before: self._escape(before, line),
            "space": self._page_through_lens,
        }

    def _of_mode(self, mode: str) -> Mapping[str, Rule]:
        if mode == SHEET:
            return {**dict.fromkeys(PAGES, self._page_of_sheet), "enter": self._open_from_sheet}
        if mode not in (CARD, WHOLE):
            return {}
        both: dict[str, Rule] = {
            **dict.fromkeys("rxds", self._decide),
            **dict.fromkeys(SAYS_SOMETHING, self._nothing),
            **dict.fromkeys(LEAVES_CARDS, self._leave),
            "O": self._open_and_read,
            "n": lambda _, before: self._new(1, before),
            "N": lambda _, before: self._new(-1, before),
        }
        if mode == WHOLE:
            back = dict.fromkeys(("h", "left"), self._close_whole)
            return {**both, **back, "space": self._page_whole, "f": self._look_through, "enter": self._nothing}
        steps = {
            **dict.fromkeys(("j", "l", "down", "right"), 1),
            **dict.fromkeys(("k", "h", "up", "left"), -1),
            **dict.fromkeys(("G", "end"), 10**6),
            "home": -(10**6),
        }
        moves: dict[str, Rule] = {key: partial(self._move, by) for key, by in steps.items()}
        return {
            **both,
            **moves,
            "g": self._first_or_leave,
            "space": self._page_of_card,
            "enter": self._open_whole,
        }

    # The lens

    def _look_through(self, key: str, before: Sight) -> None:
        """`f` and a digit; `f f` ends it."""
        if key == "f":
            self._end_lens(before)
        elif key in ("1", "2", "3", "4", "5"):
            self._expected.lens = FACETS[int(key) - 1]

    def _facet(self, _: str, before: Sight) -> None:
        digit = self.window.pressed
        if before.paper is None or before.preface or before.closing:
            return
        if before.lens or before.mode in (SHEET, CARD):
            self._expected.lens = FACETS[int(digit) - 1]

    def _end_lens(self, before: Sight) -> None:
        if self.window.pressed != "0" or not (before.paper is None or before.preface or before.closing):
            self._expected.lens = ""

    def _page_through_lens(self, rest: str, before: Sight) -> None:
        """Who sees a part of a paper has not read it: at its end the next one comes, and nothing is marked."""
        if before.lens and before.at_end and before.on_page and before.paper is not None:
            self.window.may_show(before.stepped(1))
            if before.stepped(1) == before.paper:
                self.window.anywhere()
        else:
            self.window.page_on(before)

    # The sheet

    def _sheet(self, _: str, before: Sight) -> None:
        self._expected.mode = "" if before.mode == SHEET else SHEET
        if before.mode == "":
            self._expected.lens = before.lens or before.aside
        self._expected.list_id = before.list_id
        if before.mode == "" and not before.listed:
            self.window.anywhere()

    def _page_of_sheet(self, _: str, before: Sight) -> None:
        """The cursor goes with the page, or to another new paper behind the last one; nothing is marked."""
        self.window.anywhere()

    def _open_from_sheet(self, _: str, before: Sight) -> None:
        self._expected = Expected(mode="", lens="", list_id=before.list_id, pane="reader")
        self._line = before.line

    # Esc

    def _escape(self, before: Sight, line: int | None) -> None:
        """One thing at a time."""
        window, wanted = self.window, self._expected
        if before.closing:
            return
        if window.selection.papers:
            window.must_drop()
            wanted.list_id = before.list_id
        elif before.offer:
            return
        elif before.preface or _has_finds_to_hide(before):
            wanted.list_id = before.list_id
        elif before.mode == CARD:
            self._close(before)
        elif before.mode == WHOLE:
            self._close_whole("", before)
        elif before.mode == SHEET:
            wanted.mode, wanted.list_id = "", before.list_id
        elif before.is_sheet_open:
            wanted.mode, wanted.lens, wanted.list_id = SHEET, before.lens or before.aside, before.list_id
            wanted.line = line
        elif before.lens:
            wanted.lens, wanted.list_id, wanted.pane = "", before.list_id, before.pane
        else:
            window.anywhere()

    # Cards

    def _begin(self, _: str, before: Sight) -> None:
        """Go on with the cards of this list, where one of them is new, else begin with its new papers."""
        run, there, name = self.run, self._there(self.run.keys), _name(before)
        is_kept = run.of == name and bool(self.window.new(there))
        keys = run.keys if is_kept else tuple(self.window.new(before.listed))
        if not keys:
            return
        at = run.at if is_kept and run.at in there else None
        self.run = Run(keys, name, at)
        self._list = before
        self._expected = Expected(mode=CARD, lens=before.lens or before.aside)
        if not is_kept:
            self.window.may_show(keys[0])
        elif at is None:
            self.window.anywhere()
        else:
            new = self.window.new((at, *self._around(at, 1)))
            self.window.may_show(new[0])

    def begin_at_start(self, after: Sight) -> None:
        """The cards with which the reader was left are there again."""
        there = self._there(self.run.keys)
        if self.run.is_left and there:
            assert after.mode == CARD, "the cards are not there again"
            if self.run.at in there:
                assert after.paper == self.run.at, f"the card is {after.paper}, not {self.run.at}"
        else:
            assert after.mode == "", "there are cards that nobody asked for"
        self._list = None
        self.look(after)

    def _nothing(self, _: str, before: Sight) -> None:
        """It says so."""

    def _decide(self, _: str, before: Sight) -> None:
        """What is set is taken back, and stays; all else is set, and goes on to the next new card."""
        if before.paper is None or before.preface:
            return
        state, verb = self.window.state(before.paper), self.window.pressed
        is_back = verbs.is_set(verb, state)
        self.window.write(verbs.decide(verb, {before.paper: state}))
        if not is_back:
            self._go_on(before)

    def _open_and_read(self, _: str, before: Sight) -> None:
        if before.paper is None or before.preface:
            return
        if self.window.state(before.paper).status != "read":
            self.window.write({(before.paper, "status"): "read"})
        self._go_on(before)

    def _go_on(self, before: Sight) -> None:
        if new := self.window.new(before.below):
            self._to_card(new[0], before)
        else:
            self._over = self.run
            if not self.window.new(self._there(self.run.keys)):
                self.run = Run()
            self._back_to_list(before)

    def _close(self, before: Sight) -> None:
        self._back_to_list(before)

    def _back_to_list(self, before: Sight) -> None:
        """The list is the one before, the cursor on the paper of the card where that is listed."""
        self._expected.mode = ""
        self._expected.lens = before.lens or before.aside
        left, self._list = self._list, None
        papers = set() if left is None else {before.paper, left.paper}
        if left is None or not papers & self._now_in(left):
            self.window.anywhere()
            return
        self.window.may_show(*papers)
        if not left.lists_all_dates:
            self._expected.list_id = left.list_id

    def _now_in(self, left: Sight) -> set[str | None]:
        """The papers of a list that are still there: those of a day may have moved to another one."""
        if left.lists_all_dates:
            return set(self._there(left.listed))
        return set(self.window.days.get(left.day, ()))

    def _leave(self, _: str, before: Sight) -> None:
        self._expected.mode, self._expected.lens, self._list = "", None, None
        if self.window.pressed == "F":
            self._expected.mode = SHEET
        self.window.anywhere()

    def _move(self, by: int, _: str, before: Sight) -> None:
        self._step(by, before)

    def _step(self, by: int, before: Sight) -> None:
        self.window.may_show(before.stepped(by))

    def _first_or_leave(self, key: str, before: Sight) -> None:
        if key == "g":
            self._step(-(10**6), before)
        else:
            self._leave("", before)

    def _new(self, by: int, before: Sight) -> None:
        """The next new card, once around; while finds are marked, the next of those."""
        if before.has_finds or before.paper is None:
            return
        new = self.window.new(self._around(before.paper, by))
        if new:
            self._to_card(new[0], before)

    def _to_card(self, paper: str, before: Sight) -> None:
        self.window.may_show(paper)
        self._expected.mode = CARD
        if before.mode == WHOLE:
            self._expected.lens = before.lens or before.aside

    def _page_of_card(self, _: str, before: Sight) -> None:
        if before.at_end:
            self._step(1, before)

    def _open_whole(self, _: str, before: Sight) -> None:
        self._expected.mode, self._expected.lens = WHOLE, ""

    def _close_whole(self, _: str, before: Sight) -> None:
        self._expected.mode, self._expected.lens = CARD, before.lens or before.aside

    def _page_whole(self, _: str, before: Sight) -> None:
        """At its end a whole paper is read, and the next card comes."""
        if before.at_end and not before.preface and before.paper is not None:
            if self.window.state(before.paper).status == "unread":
                self.window.write({(before.paper, "status"): "read"})
            self._go_on(before)
        elif before.preface and before.at_end:
            self._expected = Expected()
            self.window.anywhere()

    def _around(self, paper: str, by: int) -> list[str]:
        there = self._there(self.run.keys)
        at = there.index(paper)
        below, above = there[at + 1 :], there[:at]
        return [*below, *above] if by > 0 else [*reversed(above), *reversed(below)]

    def _there(self, keys: Iterable[str]) -> list[str]:
        found = {key for papers in self.window.days.values() for key in papers}
        return [key for key in keys if key in found]


def _has_finds_to_hide(before: Sight) -> bool:
    """Marks of a search in a paper that was opened from the sheet came with it, unasked."""
    if before.mode == SHEET:
        return False
    return before.has_own_finds or (before.has_finds and not before.is_sheet_open)


def _name(before: Sight) -> str:
    if before.view == "search":
        return f"/{before.query}"
    return before.view if before.lists_all_dates else before.day
