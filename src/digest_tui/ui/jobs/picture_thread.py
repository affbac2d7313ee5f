"""The one thread that has to do with pictures: it fetches, decodes and draws them, the newest question first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread
from typing import TYPE_CHECKING, NamedTuple, Protocol

from textual.message import Message

from digest_tui.errors import CancelledError, PictureError
from digest_tui.loading import loaded
from digest_tui.report import report

if TYPE_CHECKING:
    from collections.abc import Collection

    from digest_tui.ui.reader.pictures import Canvas, Drawn

    Draw = Callable[[bytes, Canvas], Drawn | None]


class Thumbnails(Protocol):
    """Where thumbnails come from."""

    # fmt: off
    def get(self, url: str, hosts: Collection[str]) -> bytes: ...
    def spoiled(self, url: str, hosts: Collection[str]) -> None: ...
    def drop_others(self, urls: Collection[str]) -> None: ...
    def stop(self) -> None: ...
    # fmt: on


class Wanted(NamedTuple):
    """Pictures that somebody looks at, or soon will."""

    urls: tuple[str, ...]
    hosts: frozenset[str]
    canvas: Canvas


@dataclass
class PictureDrawn(Message):
    """A picture; it carries the room that it was drawn for."""

    url: str
    canvas: Canvas
    drawn: Drawn | None
    """None for a picture that is too small to be looked at."""


@dataclass
class PictureFailed(Message):
    """A picture that there will be none of in this run."""

    url: str
    reason: str


class PictureThread:
    """Of what is wanted the newest counts; decoders, and what talks to the network, are loaded in the thread."""

    def __init__(self, post: Callable[[Message], object]) -> None:
        self._post = post
        self._turn = Condition()
        self._wanted: Wanted | None = None
        self._thumbnails: Thumbnails | None = None
        self._is_closed = False
        self._thread: Thread | None = None

    def want(self, wanted: Wanted) -> None:
        """Bring these, and nothing any more that was wanted before."""
        with self._turn:
            self._wanted = wanted
            if self._thumbnails is not None:
                self._thumbnails.drop_others(wanted.urls)
            if self._thread is None:
                # A daemon: whoever leaves does not wait for a server.
                self._thread = Thread(target=self._run, daemon=True)
                self._thread.start()
            self._turn.notify()

    def close(self) -> None:
        """Bring nothing any more; whoever leaves does not wait for what cannot be stopped."""
        with self._turn:
            self._is_closed = True
            self._wanted = None
            if self._thumbnails is not None:
                self._thumbnails.stop()
            self._turn.notify()

    def _run(self) -> None:
        try:
            thumbnails = loaded_thumbnails()
            draw: Draw = loaded("digest_tui.ui.terminal.picture_library:draw")
        except Exception as error:  # the extra is not installed, or is another one than was tried
            self._post(PictureFailed("", report(error, "Pictures cannot be drawn")))
            return
        self._thumbnails = thumbnails
        while (next_one := self._next()) is not None:
            wanted, url = next_one
            try:
                self._bring(url, wanted, thumbnails, draw)
            except CancelledError:
                continue
            except PictureError as error:
                self._post(PictureFailed(url, str(error)))
            except Exception as error:  # the edge of the thread: the next picture may do
                self._post(PictureFailed(url, report(error, "A picture was not drawn")))

    def _next(self) -> tuple[Wanted, str] | None:
        """Wait for the next picture; None at the end."""
        with self._turn:
            while not self._is_closed and (self._wanted is None or not self._wanted.urls):
                self._turn.wait()
            if self._is_closed or self._wanted is None:
                return None
            wanted = self._wanted
            self._wanted = wanted._replace(urls=wanted.urls[1:])
            return wanted, wanted.urls[0]

    def _bring(self, url: str, wanted: Wanted, thumbnails: Thumbnails, draw: Draw) -> None:
        data = thumbnails.get(url, wanted.hosts)
        try:
            drawn = draw(data, wanted.canvas)
        except PictureError:
            thumbnails.spoiled(url, wanted.hosts)
            raise
        self._post(PictureDrawn(url, wanted.canvas, drawn))


def loaded_thumbnails() -> Thumbnails:
    """Make what brings thumbnails from the cache and the network."""
    cache = loaded("digest_tui.pictures.cache:PictureCache")()
    thumbnails: Thumbnails = loaded("digest_tui.pictures.collection:Thumbnails")(
        cache, loaded("digest_tui.pictures.fetching:Fetch")
    )
    return thumbnails
