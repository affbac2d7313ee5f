"""Thumbnails, kept or fetched."""

from collections.abc import Collection
from pathlib import Path
from threading import Event, Thread

import pytest

from digest_tui.errors import CancelledError, PictureError
from digest_tui.pictures.cache import PictureCache
from digest_tui.pictures.collection import Thumbnails
from support.picture_server import HOST, picture

URL = f"https://{HOST}/a.png"
HOSTS = frozenset({HOST})


class Fetches:
    """Stands in for the network."""

    def __init__(self, data: bytes = picture()) -> None:
        self.data = data
        self.asked: list[str] = []
        self.waits: Event | None = None
        self.is_asked = Event()
        self.stopped = 0

    def __call__(self, hosts: Collection[str]) -> "Fetches":
        return self

    def run(self, url: str) -> bytes:
        self.asked.append(url)
        self.is_asked.set()
        if self.waits is not None:
            self.waits.wait()
            raise PictureError("stopped")
        return self.data

    def stop(self) -> None:
        self.stopped += 1
        if self.waits is not None:
            self.waits.set()


@pytest.fixture
def cache(tmp_path: Path) -> PictureCache:
    return PictureCache(tmp_path / "pictures")


def test_it_is_fetched_once(cache: PictureCache) -> None:
    fetches = Fetches()
    first = Thumbnails(cache, fetches).get(URL, HOSTS)
    assert Thumbnails(cache, fetches).get(f"{URL}#there", HOSTS) == first
    assert fetches.asked == [URL]


def test_a_host_that_is_not_named_any_more_shows_nothing_that_was_kept(cache: PictureCache) -> None:
    thumbnails = Thumbnails(cache, Fetches())
    thumbnails.get(URL, HOSTS)
    with pytest.raises(PictureError):
        thumbnails.get(URL, frozenset())


def test_what_failed_is_not_asked_for_again(cache: PictureCache) -> None:
    fetches = Fetches(b"<html>")
    thumbnails = Thumbnails(cache, fetches)
    for _ in range(3):
        with pytest.raises(PictureError, match="neither PNG"):
            thumbnails.get(URL, HOSTS)
    assert fetches.asked == [URL]
    fetches.data = picture()
    assert Thumbnails(cache, fetches).get(URL, HOSTS)


def run(thumbnails: Thumbnails) -> Thread:
    """Ask in another thread."""

    def ask() -> None:
        with pytest.raises((PictureError, CancelledError)):
            thumbnails.get(URL, HOSTS)

    thread = Thread(target=ask)
    thread.start()
    return thread


def test_what_nobody_looks_at_any_more_is_stopped_and_may_be_asked_for_again(cache: PictureCache) -> None:
    fetches = Fetches()
    fetches.waits = Event()
    thumbnails = Thumbnails(cache, fetches)
    thread = run(thumbnails)
    fetches.is_asked.wait()
    thumbnails.drop_others({URL})
    assert fetches.stopped == 0
    thumbnails.drop_others({f"{URL}2"})
    thread.join()
    fetches.waits = None
    assert thumbnails.get(URL, HOSTS)
    assert fetches.stopped == 1


def test_whoever_leaves_stops_what_runs_and_what_would_begin(cache: PictureCache) -> None:
    fetches = Fetches()
    fetches.waits = Event()
    thumbnails = Thumbnails(cache, fetches)
    thread = run(thumbnails)
    fetches.is_asked.wait()
    thumbnails.stop()
    thread.join()
    with pytest.raises(PictureError):
        thumbnails.get(f"{URL}2", HOSTS)
    assert fetches.stopped == 2


def test_one_that_cannot_be_drawn_goes(cache: PictureCache) -> None:
    fetches = Fetches()
    thumbnails = Thumbnails(cache, fetches)
    thumbnails.get(URL, HOSTS)
    thumbnails.spoiled(URL, HOSTS)
    assert cache.get(URL) is None
    with pytest.raises(PictureError):
        thumbnails.get(URL, HOSTS)
