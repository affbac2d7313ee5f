"""The reader on a screen, driven by keys and the mouse, beside the rules that it must follow."""

from collections.abc import Sequence

from textual import events

from digest_tui.ui.keys.hangul import latin_keys
from digest_tui.ui.reader.closing_page import ClosingPage
from support.desk import Desk
from support.judge import Judge, LogReader
from support.rules.log import Log
from support.rules.sight import Sight
from support.rules.window import Window
from support.shelf import Shelf

ASKED = {"t": ("enter",), "e": ("enter",), "/": ("enter",)}
"""Keys that open a line of text, and what ends it."""
_JAMO = {latin[0]: jamo for jamo in "ㄱㄴㅌㅇㅕㅓㅏㅜㅍㅎㅒ" if (latin := latin_keys(jamo))}


class ScreenSeat:
    """A reader on a screen, and what it must do."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf
        rules = Window(Log())
        rules.days = shelf.days()
        self.judge = Judge(desk.session, rules, LogReader())
        self.typed: list[str] = []
        """Every key that was typed, for a terminal that gets the same."""

    async def press(self, key: str, *, in_hangul: bool = False) -> None:
        """Type a key with what it asks for, and judge what came of it."""
        before = self._sight()
        kind, _, rest = key.partition(" ")
        if kind in ASKED:
            await self._answer(kind, rest)
        elif kind == "A":
            await self._choose(rest)
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
        widget = self._desk.screen.query_one(f"#{pane}")
        if widget.size.height and widget.size.width:
            await self._desk.pilot.click(f"#{pane}", offset=(3, row % widget.size.height), times=times)
        await self._desk.settle()
        after = self._sight()
        if after == before:
            # It was about nothing: what was said before it may be old news by now, and is not said anew.
            self.judge.happened(before, after)
        else:
            self.judge.pressed("click", before, after)

    async def wheel(self, pane: str, *, down: bool) -> None:
        """Turn the wheel over a pane, which reads nothing to its end."""
        before = self._sight()
        event = events.MouseScrollDown if down else events.MouseScrollUp
        widget = self._desk.screen.query_one(f"#{pane}")
        widget.post_message(event(widget, 2, 2, 0, 1 if down else -1, 0, False, False, False))
        await self._desk.settle()
        self.judge.happened(before, self._sight())

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        before = self._sight()
        await self._desk.pilot.resize_terminal(width, height)
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

    async def _choose(self, scope: str) -> None:
        await self._type("A")
        if self._is_covered:
            await self._type(scope)
        if self._is_covered:
            await self._type("escape")

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
        return self.judge.sight(
            self._said(),
            pane=screen.pane.value,
            at_end=screen.reader.at_end,
            has_finds=screen.reader.has_finds,
            on_page=not (screen.preface_shown or screen.shows_card),
        )


async def carry_out(seat: ScreenSeat, shelf: Shelf, steps: Sequence[tuple[object, ...]]) -> None:
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
            case ("change", str(what), int(at), int(paper)):
                shelf.change(what, at, paper)
                await seat.scan()
