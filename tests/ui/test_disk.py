"""Nothing that the event loop does waits for the disk, in an hour of whatever a person does."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from digest_tui.index import open_index
from digest_tui.library import Library
from digest_tui.model import Change
from digest_tui.session.opening import ReaderOptions
from digest_tui.sources import source_for
from digest_tui.store import open_store
from digest_tui.ui.app import DigestTui, Setup
from digest_tui.ui.screens.main import MainScreen
from support.desk import TODAY, Blog, Desk, RecordingOpener, make_app
from support.patience import until
from support.watched_disk import WatchedDisk, watched_disk

BY_KEY = (
    "SQL SELECT rest FROM digest WHERE id = ",
    "SQL SELECT key, digest, day, number FROM occurrence WHERE key = ",
    "SQL SELECT made FROM made WHERE kind = 'page' AND name = ",
)
"""Rows of the open index, each found by its key: it is a cache on this machine, and a paper cannot be drawn before."""

MOVING = (
    "j k l j J K G g g h",
    "tab shift+tab l space b space h",
    "[ [ ] ] { } n n N p",
    "n enter pagedown pageup home end h h",
    "z z less_than_sign greater_than_sign i escape",
)
DECIDING = ("s u ctrl+r", "r x d O", "v j v s escape", "V j j x", "A escape", "A d u")
NOTING = ("t r l enter", "t r l enter u", "e h m m enter", "e escape")
VIEWS = ("g a", "g s j k", "g l", "g t", "g d g d", "g u", "S S S S")
SEARCHING = (
    "slash 논 문 space 3 enter j n N",
    "slash up enter",
    "escape escape escape",
    "slash i s colon s tab escape",
    "slash t a g colon r l enter escape escape",
    "ctrl+f 요 약 enter n N escape",
)
LEAVING_THE_PROGRAM = ("o a P", "w a", "y a y b y m y t y i", "vertical_line", "g e")
EXPORTING = ("E enter", "E tab", "escape", "V j E up right up right enter", "slash 논 문 enter E up right enter escape")
LOOKING = ("question_mark s t a r escape escape", "ctrl+p s t a r escape", "colon escape")


def made_library(folder: Path) -> Library:
    home = folder.parent
    store, index = open_store(home / "data" / "state.db"), open_index(home / "cache" / "index.db")
    return Library([source_for(folder)], store, index=index, today=lambda: TODAY)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[WatchedDisk]:
    with watched_disk(monkeypatch) as watched:
        yield watched


@pytest.fixture
def blog(blog: Blog) -> Blog:
    """Twelve days of five papers."""
    for day in range(1, 13):
        blog.post(f"2025-03-{day:02}", *(f"논문 {number} of {day}" for number in range(1, 6)))
    return blog


@asynccontextmanager
async def watched_reader(disk: WatchedDisk, blog: Blog) -> AsyncIterator[Desk]:
    """The reader as the program opens it, with files for everything; what the loop asks of the disk is written down."""
    library = made_library(blog.folder)
    library.open()
    opener = RecordingOpener()
    app = make_app(library, opener=opener)
    with closing(library.store), closing(library.index), disk.here():
        async with app.run_test(size=(140, 40)) as pilot:
            desk = Desk(app, pilot, opener.opened)
            await desk.settle()
            yield desk


def waits(disk: WatchedDisk) -> list[str]:
    return [line for line in disk.found if not line.startswith(BY_KEY)]


async def test_an_hour_of_reading(blog: Blog, disk: WatchedDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "cat")
    async with watched_reader(disk, blog) as desk:
        for lines in (MOVING, DECIDING, NOTING, VIEWS, SEARCHING, LEAVING_THE_PROGRAM, EXPORTING, LOOKING):
            for keys in lines:
                await desk.press(*keys.split())
        assert len(desk.opened) == 5
        await desk.pilot.resize_terminal(80, 24)
        await desk.press("j", "z", "z")
        with disk.elsewhere(), closing(open_store(blog.folder.parent / "data" / "state.db")) as other:
            other.apply([Change("arxiv:2503.00003", "star", "1")])
        desk.screen._poll()
        await desk.settle()
        assert desk.screen.library.decisions.states_now()(("arxiv:2503.00003",)).starred
        with disk.elsewhere():
            blog.post("2025-03-12", "새 논문", "둘째 논문")
            blog.post("2025-03-11", "논문 of the day before")
            (blog.folder / "2025-03-01-papers.md").unlink()
        await desk.press("R", "g", "t")
        assert desk.title == "새 논문"
        await desk.press("x", "q")
    assert waits(disk) == []
    assert disk.found


async def test_the_start_after_it(blog: Blog, disk: WatchedDisk) -> None:
    for _ in range(2):
        async with watched_reader(disk, blog) as desk:
            await desk.press("slash", *"논문", "enter", "escape", "j", "q")
    with closing(open_store(blog.folder.parent / "data" / "state.db")) as store:
        assert json.loads(store.recall("queries") or "") == ["논문"]
        assert store.recall("place")
    assert waits(disk) == []


async def test_the_first_start(blog: Blog, disk: WatchedDisk) -> None:
    looked: list[Path] = []

    def look_at(path: Path) -> None:
        source_for(path)
        looked.append(path)

    libraries: list[Library] = []

    def open_folder(path: Path | None) -> Library:
        assert path is not None
        libraries.append(made_library(path))
        return libraries[-1]

    setup = Setup(
        ReaderOptions(), RecordingOpener(), None, check_folder=look_at, open_folder=open_folder, look_at=look_at
    )
    app = DigestTui(setup)
    with disk.here():
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press(*str(blog.folder)[:-1], "right", "enter")
            await until(pilot, lambda: isinstance(app.screen, MainScreen))
            desk = Desk(app, pilot)
            await desk.settle()
            assert desk.title == "논문 1 of 12"
            await desk.press("j", "q")
    assert looked == [blog.folder, blog.folder]
    assert waits(disk) == []
    for library in libraries:
        library.index.close()
        library.store.close()
