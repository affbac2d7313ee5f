"""Thumbnails by URL, wherever they come from; what failed once is not tried again in this run."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from digest_tui.errors import CancelledError, PictureError
from digest_tui.pictures.allowed import fetchable
from digest_tui.pictures.cache import PictureCache
from digest_tui.pictures.thumbnails import thumbnail


class Fetching(Protocol):
    """A picture on its way."""

    def run(self, url: str) -> bytes:
        """Return the bytes of a picture; raises PictureError."""

    def stop(self) -> None:
        """Fetch no more."""


class Thumbnails:
    """For one thread; `stop` may come from another."""

    def __init__(self, cache: PictureCache, begin: Callable[[Collection[str]], Fetching]) -> None:
        self._cache = cache
        self._begin = begin
        self._failed: dict[str, str] = {}
        self._running: tuple[str, Fetching] | None = None
        self._dropped: Fetching | None = None
        self._is_stopped = False

    def get(self, url: str, hosts: Collection[str]) -> bytes:
        """Return a thumbnail, kept or fetched from one of the hosts; raises PictureError, CancelledError if dropped."""
        link = fetchable(url, hosts)
        if link in self._failed:
            raise PictureError(self._failed[link])
        kept = self._cache.get(link)
        if kept is not None:
            return kept
        made = self._fetched(url, link, self._begin(hosts))
        self._cache.put(link, made)
        return made

    def drop_others(self, urls: Collection[str]) -> None:
        """Fetch no other picture any more than these; another one may be asked for again."""
        running = self._running
        if running is not None and running[0] not in urls:
            self._dropped = running[1]
            running[1].stop()

    def spoiled(self, url: str, hosts: Collection[str]) -> None:
        """What is kept for a URL cannot be drawn: somebody changed it."""
        link = fetchable(url, hosts)
        self._cache.forget(link)
        self._failed[link] = "The picture cannot be drawn."

    def stop(self) -> None:
        """Fetch nothing more, for ever."""
        self._is_stopped = True
        if (running := self._running) is not None:
            running[1].stop()

    def _fetched(self, url: str, link: str, fetch: Fetching) -> bytes:
        self._running = url, fetch
        if self._is_stopped:
            fetch.stop()
        try:
            return thumbnail(fetch.run(link))
        except PictureError as error:
            if fetch is self._dropped:
                raise CancelledError from error
            self._failed[link] = str(error)
            raise
        finally:
            self._running = None
