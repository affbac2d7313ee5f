"""The reader on a screen, driven by keys and the mouse, beside the rules that it must follow."""

from collections.abc import Sequence
from pathlib import Path

from textual import events
from textual.widget import Widget

from digest_tui.model import Change
from digest_tui.session.views import View
from digest_tui.store import open_store
from digest_tui.ui.keys.command import Kind
from digest_tui.ui.keys.hangul import latin_keys
from digest_tui.ui.reader.closing_page import ClosingPage
from digest_tui.ui.widgets.card import Card
from digest_tui.ui.widgets.sheet import Sheet
from support.blog import Blog
from support.desk import Desk, open_reader
from support.judge import Judge, LogReader
from support.rules import verbs
from support.rules.log import UNDECIDED, Log
from support.rules.modes import CARD, SHEET, WHOLE, Run
from support.rules.sight import Sight
from support.rules.window import Window
from support.shelf import Shelf, key_of

ASKED = {"t": ("enter",), "e": ("enter",), "/": ("enter",)}
"""Keys that open a line of text, and what ends it."""
_JAMO = {latin[0]: jamo for jamo in "ㄱㄴㅌㅇㅕㅓㅏㅜㅍㅎㅒ" if (latin := latin_keys(jamo))}


class Elsewhere:
    """Another window on the same state, which only decides."""

    def __init__(self, state: Path, log: Log) -> None:
        self.store = open_store(state)
        self._session = log.begin()

    def decide(self, judge: Judge, paper: str, verb: str) -> None:
        """Set what a verb sets, or take it back."""
        log = judge.rules.log
        changes = verbs.decide(verb, {paper: log.states().get(paper, UNDECIDED)})
        self.store.apply([Change(key, field, new) for (key, field), new in changes.items()])
        log.write(self._session, changes)
        judge.log.appended(self.store, self._session)

    def close(self) -> None:
        """Leave the state alone."""
        self.store.close()


class ScreenSeat:
    """A reader on a screen, and what it must do."""

    def __init__(
        self,
        desk: Desk,
        shelf: Shelf,
        log: Log | None = None,
        *,
        run: Run | None = None,
        written: LogReader | None = None,
    ) -> None:
        """Sit down; `log`, `run` and `written` are what is there from a reader that was closed."""
        self._desk = desk
        self._shelf = shelf
        rules = Window(log or Log(), run)
        rules.days = shelf.days()
        self.judge = Judge(desk.session, rules, written or LogReader())
        if run is not None:
            rules.modes.begin_at_start(self._sight())
        self.typed: list[str] = []
        """Every key that was typed, for a terminal that gets the same."""

    async def press(self, key: str, *, in_hangul: bool = False) -> None:
        """Type a key with what it asks for, and judge what came of it."""
        before = self._sight()
        kind, _, rest = key.partition(" ")
        if key == "escape" and self._desk.screen.selections:
            # What the mouse has selected is let go, and nothing else.
            await self._type(key)
            self.judge.happened(before, self._sight())
            return
        if kind in ASKED:
            await self._answer(kind, rest)
        elif kind == "A":
            before = await self._choose(rest, before)
        elif kind in ("?", "w"):
            await self._type(kind)
            while self._desk.app.screen is not self._desk.screen:
                await self._type("escape")
        else:
            await self._type(*(_JAMO.get(part, part) if in_hangul else part for part in key.split(" ")))
        self.judge.pressed(key, before, self._sight())

    async def click(self, pane: str, row: int, *, times: int = 1) -> None:
        """Click somewhere into a pane."""
        before = self._sight()
        widget = self._widget(pane)
        if widget is not None and widget.size.height and widget.size.width:
            await self._desk.pilot.click(widget, offset=(3, row % widget.size.height), times=times)
        await self._desk.settle()
        if self._is_covered:
            # A month was clicked, and its calendar came.
            await self._desk.press("escape")
        after = self._sight()
        if after == before:
            # It was about nothing: what was said before it may be old news by now, and is not said anew.
            self.judge.happened(before, after)
        else:
            self.judge.pressed("click", before, after)

    def _widget(self, pane: str) -> Widget | None:
        """A pane, if it was shown so far."""
        return next(iter(self._desk.screen.query(f"#{pane}").results(Widget)), None)

    async def wheel(self, pane: str, *, down: bool) -> None:
        """Turn the wheel over a pane, which reads nothing to its end."""
        before = self._sight()
        event = events.MouseScrollDown if down else events.MouseScrollUp
        if (widget := self._widget(pane)) is None:
            return
        widget.post_message(event(widget, 2, 2, 0, 1 if down else -1, 0, False, False, False))
        await self._desk.settle()
        self.judge.happened(before, self._sight())

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        before = self._sight()
        await self._desk.pilot.resize_terminal(width, height)
        await self._desk.settle()
        self.judge.happened(before, self._sight())

    async def decide_elsewhere(self, other: Elsewhere, paper: str, verb: str) -> None:
        """Another window decides about a paper, and this one notices."""
        before = self._sight()
        other.decide(self.judge, paper, verb)
        self._desk.screen.services.store.poll()
        await self._desk.settle()
        self.judge.happened(before, self._sight())

    async def scan(self) -> None:
        """Look at the files again."""
        before = self._sight()
        self._desk.screen.scanner.scan()
        await self._desk.settle()
        self.judge.rules.days = self._shelf.days()
        self.judge.happened(before, self._sight())

    async def _type(self, *keys: str) -> None:
        self.typed += keys
        await self._desk.press(*keys)

    async def _answer(self, kind: str, text: str) -> None:
        await self._type(kind)
        if self._desk.screen.open_prompt is not None:
            # A note and a query stand on the line already.
            await self._type("ctrl+u", *["space" if char == " " else char for char in text], *ASKED[kind])
            if kind == "/":
                self.judge.query = text

    async def _choose(self, scope: str, before: Sight) -> Sight:
        """Choose a scope of the bulk menu, and return what was seen then: cards make room for the list first."""
        await self._type("A")
        if before.mode in (CARD, WHOLE):
            self.judge.pressed("A", before, self._sight())
            before = self._sight()
        if self._is_covered:
            await self._type(scope)
        if self._is_covered:
            await self._type("escape")
        return before

    @property
    def _is_covered(self) -> bool:
        return self._desk.app.screen is not self._desk.screen

    def _said(self) -> str:
        """What the status line says, with what it leaves to the closing card, or to the row of a day that is done."""
        screen = self._desk.screen
        coming = screen.services.navigator.announced_words() if screen.says_next else ""
        page = screen.reader.card if screen.shows_card else None
        if isinstance(page, ClosingPage) and page.card.key == "n":
            # `n` goes there behind every other key too.
            day, _, count = page.card.following.rpartition(", ")
            coming = f"{day[-5:]} day, {count} · n goes there"
        message = self._desk.message
        return message if coming in message else f"{message} · {coming}"

    def _sight(self) -> Sight:
        screen = self._desk.screen
        sheet = screen.services.sheet if screen.services.has_used(Kind.SHEET) else None
        finding = screen.services.finding if screen.services.has_used(Kind.FINDING) else None
        mode = CARD if screen.has_class("-cards") else WHOLE if screen.has_class("-card-opened") else ""
        return self.judge.sight(
            self._said(),
            pane=screen.pane.value,
            at_end=screen.reader.at_end,
            has_finds=screen.reader.has_finds,
            on_page=not (screen.preface_shown or screen.shows_card),
            mode=SHEET if screen.is_sheet else mode,
            is_sheet_open=sheet is not None and sheet.is_open,
            lens=screen.session.lens or "",
            aside=screen.session.lens_aside or "",
            head=screen.reader.heading().right if isinstance(screen.reader, Card) else "",
            line=_line_of_cursor(sheet.widget) if sheet is not None and screen.is_sheet else None,
            closing=screen.shows_card,
            preface=screen.preface_shown,
            has_own_finds=finding is not None and finding.is_own,
            offer=bool(screen.notice.text),
        )


def _line_of_cursor(sheet: Sheet) -> int | None:
    """The line on which the row under the cursor begins."""
    rows = list(sheet.rows_on_lines())
    return rows.index(sheet._cursor) if sheet._cursor in rows else None


async def carry_out(
    seat: ScreenSeat, shelf: Shelf, steps: Sequence[tuple[object, ...]], other: Elsewhere | None = None
) -> None:
    """Carry out the steps of a session, each judged."""
    for step in steps:
        match step:
            case ("key", str(key), bool(in_hangul)):
                await seat.press(key, in_hangul=in_hangul)
            case ("click", str(pane), int(row), int(times)):
                await seat.click(pane, row, times=times)
            case ("wheel", str(pane), bool(down)):
                await seat.wheel(pane, down=down)
            case ("resize", int(width), int(height)):
                await seat.resize(width, height)
            case ("elsewhere", int(paper), str(verb)) if other is not None:
                await seat.decide_elsewhere(other, key_of(paper), verb)
            case ("change", str(what), int(at), int(paper)):
                shelf.change(what, at, paper)
                await seat.scan()


async def sit(blog: Blog, shelf: Shelf, steps: Sequence[tuple[object, ...]], size: tuple[int, int]) -> None:
    """Carry out the steps of a session, in which the reader may be closed and started again."""
    log, written, run, left = Log(), LogReader(), None, list(steps)
    other = Elsewhere(blog.folder.parent / "data" / "state.db", log)
    try:
        while left or run is None:
            end = left.index(("restart",)) if ("restart",) in left else len(left)
            async with open_reader(blog, size=size) as desk:
                seat = ScreenSeat(desk, shelf, log, run=run, written=written)
                await carry_out(seat, shelf, left[:end], other)
                run = seat.judge.rules.modes.run
                run.is_left = desk.session.view is View.CARDS
            log.end(seat.judge.rules.session)
            left = left[end + 1 :]
    finally:
        other.close()
