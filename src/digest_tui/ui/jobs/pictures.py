"""The pictures of the page that is shown, and of the next one, so that they are there when it is opened."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from digest_tui.config import is_host
from digest_tui.pictures.allowed import host_of
from digest_tui.session.cursor_rows import stepped
from digest_tui.session.listing import PaperItem
from digest_tui.ui.depth import Depth
from digest_tui.ui.jobs.picture_thread import PictureDrawn, PictureFailed, PictureThread, Wanted
from digest_tui.ui.reader.pictures import MAX_ROWS, Canvas, Drawn, Way, pictures_of, with_pictures
from digest_tui.ui.terminal.given_pictures import GivenPictures
from digest_tui.ui.terminal.graphics import cell_size

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, Protocol

    from textual.message import Message
    from textual.timer import Timer

    from digest_tui.library import Library
    from digest_tui.session.opening import ReaderOptions
    from digest_tui.session.session import Session
    from digest_tui.ui.jobs.store_thread import StoreThread
    from digest_tui.ui.reader.pane import Reader
    from digest_tui.ui.terminal.hearing import GraphicsAnswer

    class PictureServices(Protocol):
        """What remembers."""

        # fmt: off
        @property
        def store(self) -> StoreThread: ...
        # fmt: on

    class PictureWindow(Protocol):
        """The window whose pages have pictures."""

        # fmt: off
        @property
        def app(self) -> Any: ...
        @property
        def is_attached(self) -> bool: ...
        @property
        def library(self) -> Library: ...
        @property
        def options(self) -> ReaderOptions: ...
        @property
        def session(self) -> Session: ...
        @property
        def reader(self) -> Reader: ...
        @property
        def services(self) -> PictureServices: ...
        # fmt: on

        def say(self, message: str) -> None: ...
        def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer: ...
        def post_message(self, message: Message) -> bool: ...


QUIET_SECONDS = 0.1
"""After so long without another page nobody is holding a key."""
MAX_DRAWN = 16
"""Pictures that are kept drawn."""
INSTALL = "Pictures need one more package: pip install 'digest-tui[pictures]'"


class Pictures:
    """Nothing is fetched unless a host was named, and nothing where the terminal cannot show it."""

    def __init__(self, window: PictureWindow) -> None:
        self._window = window
        self._thread: PictureThread | None = None
        self._timer: Timer | None = None
        self._drawn: OrderedDict[str, Drawn] = OrderedDict()
        self._tiny: set[tuple[str, Canvas]] = set()
        self._failed: set[str] = set()
        self._said: set[str] = set()
        self._is_asked = False
        """True while the person waits for what comes of a yes."""
        self._is_over = False
        self._given: GivenPictures | None = None
        """The pictures that the terminal has; it is asked when there may be one."""

    # Hosts

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts from which pictures are fetched."""
        return frozenset(self._window.options.pictures) | self.remembered

    @property
    def remembered(self) -> frozenset[str]:
        """The hosts that the person said yes to."""
        words = (self._window.library.remembered.values.get("pictures") or "").split()
        return frozenset(word for word in words if is_host(word))

    def allow(self, host: str) -> None:
        """Fetch pictures from a host from now on."""
        self._is_asked = True
        self._failed.clear()
        self._said.clear()
        self._remember(self.remembered | {host})

    def forget(self, host: str) -> None:
        """Fetch none from a host any more, and show none."""
        self._remember(self.remembered - {host})
        self._show([self._drawn.pop(url) for url in list(self._drawn) if host_of(url) == host])

    def _remember(self, hosts: frozenset[str]) -> None:
        kept, value = self._window.library.remembered, " ".join(sorted(hosts))
        kept.values = {**kept.values, "pictures": value}
        self._window.services.store.remember("pictures", value)
        self.plan()

    # What is wanted

    def why_none(self) -> str:
        """Return why no picture can be shown here at all; empty where they can."""
        app = self._window.app
        if app.depth is Depth.NAMED:
            return "This terminal has too few colors for pictures"
        if app.is_narrow:
            return "This terminal draws the blocks two cells wide that pictures are made of"
        return "" if find_spec("textual_image") and find_spec("PIL") else INSTALL

    def on_page(self) -> list[str]:
        """Return the URLs of the pictures on the page, as many as are shown."""
        page = self._window.reader.plain_page
        return [] if page is None else [url for _, url in pictures_of(page)]

    def plan(self) -> None:
        """Another page may be shown, or at another size."""
        if self._is_over or not (self.hosts or self._drawn):
            return
        if self._timer is None:
            self._timer = self._window.set_timer(QUIET_SECONDS, self._turn)
        else:
            self._timer.reset()

    def _turn(self) -> None:
        self._timer = None
        hosts = self.hosts
        if self._is_over or not self._window.is_attached or not hosts:
            return
        if self._given is None:
            self._given = GivenPictures(self._window.app)
            self._given.open(self._window)
        canvas = self._canvas(self._given.way)
        urls = [url for url in [*self.on_page(), *self._ahead()] if self._is_wanted(url, canvas, hosts)]
        if not urls and self._thread is None:
            return
        if urls and (reason := self.why_none()):
            self._say_once(reason)
            return
        if self._thread is None:
            self._thread = PictureThread(self._window.post_message)
        self._thread.want(Wanted(tuple(dict.fromkeys(urls)), hosts, canvas))

    def show_again(self) -> None:
        """Other lines show the pages: they are given the pictures there are."""
        self._show()

    def answered(self, answer: GraphicsAnswer) -> None:
        """The terminal said something, late or never."""
        if self._given is not None and self._given.answered(answer.words):
            self.plan()

    def _canvas(self, way: Way) -> Canvas:
        reader = self._window.reader
        # More would push the text away.
        return Canvas(reader.column, min(MAX_ROWS, reader.page // 2), cell_size(), way)

    def _ahead(self) -> list[str]:
        """The first picture of the next paper."""
        session = self._window.session
        if session.row is None or not session.items:
            return []
        item = session.items[stepped(session.items, session.row, 1)]
        return list(item.entry.paper.images[:1]) if isinstance(item, PaperItem) else []

    def _is_wanted(self, url: str, canvas: Canvas, hosts: frozenset[str]) -> bool:
        drawn = self._drawn.get(url)
        is_there = drawn is not None and drawn.canvas == canvas
        return not (is_there or url in self._failed or (url, canvas) in self._tiny) and host_of(url) in hosts

    # What came of it

    def came(self, event: PictureDrawn) -> None:
        """A picture is drawn."""
        self._is_asked = False
        if self._is_over or host_of(event.url) not in self.hosts:
            return
        if event.drawn is None:
            self._tiny.add((event.url, event.canvas))
            if event.url not in self._drawn:
                return
        gone = [former] if (former := self._drawn.pop(event.url, None)) else []
        if event.drawn is not None:
            if self._given is not None:
                self._given.give(event.drawn)
            self._drawn[event.url] = event.drawn
            while len(self._drawn) > MAX_DRAWN:
                gone.append(self._drawn.popitem(last=False)[1])
        self._show(gone)

    def failed(self, event: PictureFailed) -> None:
        """There is no picture; only whoever has just asked for it is told."""
        self._failed.add(event.url)
        if self._is_asked:
            self._say_once(event.reason)

    def _say_once(self, sentence: str) -> None:
        self._is_asked = False
        if sentence not in self._said:
            self._said.add(sentence)
            self._window.say(sentence.removesuffix("."))

    def look(self) -> None:
        """The terminal turned out to be another one than it seemed."""
        if self.why_none():
            self._clear()

    def leave(self) -> None:
        """Fetch nothing any more, and show the pages as the next start does."""
        self._is_over = True
        if self._thread is not None:
            self._thread.close()
        # The driver takes them from the terminal: it may be left before a frame more is written.
        self._drawn.clear()
        self._show()

    def _clear(self) -> None:
        gone = list(self._drawn.values())
        self._drawn.clear()
        self._show(gone)

    def _show(self, gone: Sequence[Drawn] = ()) -> None:
        pictures = dict(self._drawn)
        self._window.reader.set_pictures(partial(with_pictures, pictures) if pictures else None)
        if self._given is not None:
            self._given.take(gone)
