"""The reader on a screen: builders for tests of what only a screen can show."""

import re
from collections.abc import AsyncIterator, Iterator, Mapping
from concurrent.futures import wait
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

from rich.cells import cell_len
from textual.events import Key, MouseDown, MouseEvent, MouseScrollDown, MouseScrollUp, MouseUp
from textual.pilot import Pilot

from digest_tui.errors import LinkError
from digest_tui.library import Library
from digest_tui.opener import Opener
from digest_tui.reading import Scan
from digest_tui.session.opening import ReaderOptions
from digest_tui.session.session import Session
from digest_tui.sources import source_for
from digest_tui.store import open_store
from digest_tui.ui.app import DigestTui, Setup
from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.screens.main import MainScreen
from digest_tui.ui.widgets.line_styles import LineStyles
from support.blog import TODAY, Blog
from support.facts import Facts
from support.patience import PATIENCE_SECONDS, patiently, until

__all__ = ["TODAY", "Blog", "Desk", "RecordingOpener", "make_app", "open_reader"]


@dataclass
class Desk(Facts):
    """The reader on a screen, with what a test asks of it."""

    app: DigestTui
    pilot: Pilot[None]
    opened: list[str] = field(default_factory=list)
    mouse_clock: float = 0.0
    """The time of the last press of a mouse button, which is no matter of how fast a test runs."""

    @property
    def screen(self) -> MainScreen:
        """The main screen, whatever stands on top of it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    @property
    def session(self) -> Session:
        """Where the reader stands."""
        return self.screen.session

    async def press(self, *keys: str) -> None:
        """Press keys, and let everything that each of them starts come to its end."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait for scans, commits and answers, never for time."""
        calm = 0
        for _ in patiently():
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
            self._wait_for_programs()
            await self.pilot.pause()
            pool = _counting(self.screen.services.store._pool)
            asked = pool.asked
            wait([pool.submit(lambda: None)])
            await self.pilot.pause()
            self.screen.services.searching.thread.wait()
            await self.pilot.pause()
            # A commit may have led to another one, and either to a question.
            calm = calm + 1 if pool.asked == asked + 1 else 0
            if calm == 2:
                return
        raise AssertionError("the reader never came to rest")

    def _wait_for_programs(self) -> None:
        """Wait for browsers and clipboards, but not for a browser that a test keeps waiting."""
        screen = self.screen
        is_kept = isinstance(screen.opener, RecordingOpener) and not screen.opener.may_answer.is_set()
        if screen.services.has_used("desktop") and not is_kept:
            screen.services.desktop.wait(PATIENCE_SECONDS)

    async def burst(self, *keys: str) -> None:
        """Type keys all at once, faster than any screen is made for them."""
        for key in keys:
            self.app.post_message(Key(key, " " if key == "space" else key if len(key) == 1 else None))
        await self.settle()

    async def click(self, text: str, *, times: int = 1, soon: bool = False) -> None:
        """Click on a text of the screen on top as a terminal reports it, so many times in a moment."""
        await self.click_at(*self.place_of(text), times=times, soon=soon)

    async def click_at(self, x: int, y: int, *, times: int = 1, soon: bool = False, button: int = 1) -> None:
        """Click on a cell of the screen, each time when what came of the one before is there.

        By the clock of the mouse these are one double click, and with `soon` also with the last click of all.
        """
        self.mouse_clock += 0.0 if soon else 10.0
        for _ in range(times):
            await self.drag((x, y), (x, y), button)

    async def drag(self, start: tuple[int, int], end: tuple[int, int], button: int = 1) -> None:
        """Press a button on one cell of the screen, and let it go on another."""
        self.press_button(start, end, button)
        await self.settle()

    def press_button(self, start: tuple[int, int], end: tuple[int, int], button: int = 1) -> None:
        """Send what a terminal does for that, and wait for nothing."""
        self.mouse_clock += 0.1
        for kind, at in ((MouseDown, start), (MouseUp, end)):
            event = _mouse_event(kind, *at, button)
            event.time = self.mouse_clock
            self.app.post_message(event)

    async def turn_wheel(self, text: str, *, down: bool = True, times: int = 1) -> None:
        """Turn the wheel over a text of the screen."""
        x, y = self.place_of(text)
        for _ in range(times):
            self.app.post_message(_mouse_event(MouseScrollDown if down else MouseScrollUp, x, y, 0))
        await self.settle()

    def lines(self) -> list[str]:
        """All that is to be seen, line by line."""
        with self.app._context():
            return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def edge(self) -> str:
        """What is written in the edge of the dialog on top, above and below."""
        lines = "\n".join(self.lines())
        return " ".join(
            found[1] for ends in ("╭╮", "╰╯") if (found := re.search(f"{ends[0]}─* ?(.*?) ?─*{ends[1]}", lines))
        )

    def place_of(self, text: str) -> tuple[int, int]:
        """The cell in which a text begins, on the screen on top: what shines through is not meant."""
        for widget in self.app.screen.query(LineStyles):
            for y in range(widget.size.height):
                line = widget.render_line(y).text
                if text in line:
                    return widget.content_region.x + cell_len(line[: line.index(text)]), widget.content_region.y + y
        if isinstance(self.app.screen, Dialog):
            edge, lines = self.app.screen.box.region, self.lines()
            for y in (edge.y, edge.bottom - 1):
                if text in lines[y]:
                    return cell_len(lines[y][: lines[y].index(text)]), y
        raise AssertionError(f"nowhere on the screen: {text!r}")

    @property
    def message(self) -> str:
        """What the status line says."""
        return self.screen.status.message

    def drawn(self, pane: str = "papers") -> str:
        """The text of a pane as it stands on the screen."""
        widget = self.screen.query_one(f"#{pane}")
        return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


def _counting(pool: Any) -> Any:
    """Make a pool of threads count what it is asked for."""
    if not hasattr(pool, "asked"):
        pool.asked, submit = 0, pool.submit

        def counted(*args: Any) -> Any:
            pool.asked += 1
            return submit(*args)

        pool.submit = counted
    return pool


def _mouse_event(kind: type[MouseEvent], x: int, y: int, button: int) -> MouseEvent:
    return kind(None, x, y, 0, 0, button, False, False, False, x, y)


class RecordingOpener(Opener):
    """A browser that takes every link and shows none, or has a reason not to; it may keep who asks waiting."""

    def __init__(self, environ: Mapping[str, str] | None = None, trouble: str = "") -> None:
        super().__init__(environ=environ or {})
        self.opened: list[str] = []
        self.trouble = trouble
        self.may_answer = Event()
        self.may_answer.set()

    def open(self, url: str) -> None:
        """Write the link down."""
        self.opened.append(url)
        self.may_answer.wait()
        if self.trouble:
            raise LinkError(self.trouble)


class WaitingLibrary(Library):
    """Reads nothing until it may."""

    may_read: Event
    is_asked: Event
    """Set when the first scan begins."""
    may_go_on: Event | None = None
    """What a scan waits for behind its second file, where files are handed over one by one."""

    is_kept = False
    """True while a scan waits."""

    def scan(self) -> Iterator[Scan]:
        """As ever, but later."""
        self.is_asked.set()
        self._wait_for(self.may_read)
        if self.may_go_on is None:
            yield from super().scan()
            return
        summaries = [summary for scan in super().scan() for summary in scan.added]
        for done, summary in enumerate(summaries, 1):
            if done > 2:
                self._wait_for(self.may_go_on)
            yield Scan((summary,), (), done, len(summaries))

    def _wait_for(self, event: Event) -> None:
        self.is_kept = not event.is_set()
        event.wait()
        self.is_kept = False


def make_app(library: Library, *, opener: Opener | None = None, **options: Any) -> DigestTui:
    """The app over a library; `options` are `ReaderOptions`."""
    return DigestTui(
        Setup(
            options=ReaderOptions(**options),
            opener=opener or RecordingOpener(),
            library=library,
            check_folder=lambda folder: None,
            open_folder=lambda folder: library,
        )
    )


@asynccontextmanager
async def open_reader(
    blog: Blog,
    *others: Blog,
    size: tuple[int, int] = (120, 36),
    typed_early: str = "",
    day: date = TODAY,
    may_go_on: Event | None = None,
    opener: RecordingOpener | None = None,
    home: Path | None = None,
    **options: Any,
) -> AsyncIterator[Desk]:
    """Open the reader on blogs; a second time it finds the state of the first. `options` are `ReaderOptions`.

    The state is kept beside the first blog, or in `home`.
    `typed_early` is typed before the first file is read; a scan that waits for `may_go_on` is not waited for.
    """
    home = home or blog.folder.parent
    store = open_store(home / "data" / "state.db")
    sources = [source_for(each.folder) for each in (blog, *others)]
    library = WaitingLibrary(sources, store, today=lambda: day)
    library.may_read, library.is_asked, library.may_go_on = Event(), Event(), may_go_on
    opener = opener or RecordingOpener()
    app = make_app(library, opener=opener, **options)
    try:
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot, opener.opened)
            await pilot.press(*typed_early)
            library.may_read.set()
            await until(pilot, library.is_asked.is_set)
            if may_go_on is None:
                await desk.settle()
            yield desk
            if may_go_on is not None:
                may_go_on.set()
    finally:
        store.close()
