"""A blog of one's own, and the reader opened on it: builders for tests of the screen."""

from collections.abc import AsyncIterator, Iterator
from concurrent.futures import wait
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

from textual.pilot import Pilot

from digest_tui.library import Library
from digest_tui.model import Place
from digest_tui.reading import Scan
from digest_tui.sources import source_for
from digest_tui.store import open_store
from digest_tui.ui.app import DigestTui, Setup
from digest_tui.ui.date_rows import DateRow, DateRows
from digest_tui.ui.opener import Opener
from digest_tui.ui.rows import paper_rows
from digest_tui.ui.screens.main import MainScreen
from digest_tui.ui.start import ReaderOptions
from support.patience import patiently

TODAY = date(2025, 3, 12)


@dataclass
class Blog:
    """Digests in a folder."""

    folder: Path
    count: int = 0

    def post(self, day: str, *titles: str, body: str = "## Introduction\n- Goal: 짧은 요약이다.\n") -> Path:
        """Write the post of a day; the ids of its papers count up over the whole blog."""
        lines = ["---", f'title: "Daily Papers — {day}"', f"date: {day} 08:00:00", "---", ""]
        for number, title in enumerate(titles, 1):
            self.count += 1
            arxiv = f"2503.{self.count:05}"
            lines += [f"# {number}. [{title}](https://arxiv.org/abs/{arxiv})", ""]
            lines += [f"> [Alphaxiv](https://www.alphaxiv.org/ko/overview/{arxiv})", "", body]
        path = self.folder / f"{day}-papers.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path


@dataclass
class Desk:
    """The reader on a screen, with what a test asks of it."""

    app: DigestTui
    pilot: Pilot[None]
    opened: list[str] = field(default_factory=list)

    @property
    def screen(self) -> MainScreen:
        """The main screen, whatever stands on top of it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    async def press(self, *keys: str) -> None:
        """Press keys, and let everything they start come to its end."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def settle(self) -> None:
        """Wait for scans, commits and answers, never for time."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        for _ in range(2):
            # A commit may have led to another one, and either to a question.
            wait([self.screen.store._pool.submit(lambda: None)])
            await self.pilot.pause()
            self.screen.searching.thread.wait()
            await self.pilot.pause()

    def date_rows(self) -> list[DateRow]:
        """The rows of the date list."""
        session = self.screen.session
        return list(DateRows(session.stops).rows(session))

    def counts(self) -> list[str]:
        """What the rows of the date list count, headings passed over."""
        return [row.tally for row in self.date_rows() if not row.passed_over]

    @property
    def title(self) -> str:
        """The title of the paper under the cursor."""
        place = self.screen.session.place
        return place.paper.title if place else ""

    @property
    def message(self) -> str:
        """What the status line says."""
        return self.screen.status.message

    def state(self, title: str) -> str:
        """The committed state of a paper: `unread`, `read starred`, ..."""
        state = self.screen.library.state(self._place(title))
        return f"{state.status}{' starred' if state.starred else ''}"

    def _place(self, title: str) -> Place:
        places = (place for day in self.screen.library.days() for place in day.places)
        return next(place for place in places if place.paper.title == title)

    def rows(self) -> list[str]:
        """The titles that the paper list shows."""
        return [row.title for row in paper_rows(self.screen.session)]

    def drawn(self, pane: str = "papers") -> str:
        """The text of a pane as it stands on the screen."""
        widget = self.screen.query_one(f"#{pane}")
        return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


class RecordingOpener(Opener):
    """A browser that takes every link and shows none."""

    def __init__(self) -> None:
        super().__init__(environ={})
        self.opened: list[str] = []

    def open(self, url: str) -> bool:
        """Write the link down."""
        self.opened.append(url)
        return True


class WaitingLibrary(Library):
    """Reads nothing until it may."""

    may_read: Event
    is_asked: Event
    """Set when the first scan begins."""
    may_go_on: Event | None = None
    """What a scan waits for behind its second file, where files are handed over one by one."""

    def scan(self) -> Iterator[Scan]:
        """As ever, but later."""
        self.is_asked.set()
        self.may_read.wait()
        if self.may_go_on is None:
            yield from super().scan()
            return
        cards = [card for scan in super().scan() for card in scan.added]
        for done, card in enumerate(cards, 1):
            if done > 2:
                self.may_go_on.wait()
            yield Scan((card,), (), done, len(cards))


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
    **options: Any,
) -> AsyncIterator[Desk]:
    """Open the reader on blogs; a second time it finds the state of the first. `options` are `ReaderOptions`.

    `typed_early` is typed before the first file is read; a scan that waits for `may_go_on` is not waited for.
    """
    home = blog.folder.parent
    store = open_store(home / "data" / "state.db")
    sources = [source_for(each.folder) for each in (blog, *others)]
    library = WaitingLibrary(sources, store, today=lambda: day)
    library.may_read, library.is_asked, library.may_go_on = Event(), Event(), may_go_on
    opener = RecordingOpener()
    app = make_app(library, opener=opener, **options)
    try:
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot, opener.opened)
            await pilot.press(*typed_early)
            library.may_read.set()
            for _ in patiently():
                if library.is_asked.is_set():
                    break
                await pilot.pause()
            if may_go_on is None:
                await desk.settle()
            yield desk
            if may_go_on is not None:
                may_go_on.set()
    finally:
        store.close()
