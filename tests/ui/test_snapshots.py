"""Pictures of states worth keeping; read the difference before you accept it (`--snapshot-update`)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from digest_tui.library import Library
from digest_tui.paths import samples_dir
from digest_tui.sources import source_for
from digest_tui.store import memory_store
from support.desk import Desk, make_app

Compare = Callable[..., bool]


@pytest.fixture
def picture(snap_compare: Compare, tmp_path: Path) -> Compare:
    """Open the samples, press keys, and compare the screen with the picture that is kept."""

    def compare(*keys: str, size: tuple[int, int], folder: Path | None = None, **options: Any) -> bool:
        folders = [folder] if folder else sorted(samples_dir().iterdir())
        library = Library([source_for(f) for f in folders], memory_store(), today=lambda: date(2025, 11, 8))
        app = make_app(library, **options)

        async def press(pilot: Pilot[None]) -> None:
            desk = Desk(app, pilot)
            await desk.settle()
            await desk.press(*keys)

        return snap_compare(app, terminal_size=size, run_before=press)

    return compare


def test_wide_and_dark(picture: Compare) -> None:
    """Three columns; a star, a skipped and a deferred paper; the table of the first paper is on screen again."""
    assert picture("j", "s", "j", "x", "d", "g", "g", size=(140, 45))


def test_wide_and_light(picture: Compare) -> None:
    """The same in the light theme: every role is legible, the cursor is seen."""
    assert picture("j", "s", "j", "x", "d", "g", "g", size=(140, 45), theme="digest-light")


def test_medium(picture: Compare) -> None:
    """Lists stacked at the left, a log with votes, authors and a picture in the reader."""
    assert picture("]", "[", "[", "[", "[", size=(100, 30))


def test_a_plain_terminal(picture: Compare) -> None:
    """80x24 with the papers focused: list above, reader below, no wide character cut."""
    assert picture("j", size=(80, 24))


def test_a_plain_terminal_reading(picture: Compare) -> None:
    """80x24 with the reader focused and scrolled: it gets the room."""
    assert picture("enter", "J", size=(80, 24), theme="digest-light")


def test_a_narrow_terminal(picture: Compare) -> None:
    """60x20 with the dates focused."""
    assert picture("h", size=(60, 20))


def test_a_tiny_terminal(picture: Compare) -> None:
    """40x12: the focused pane alone."""
    assert picture("j", size=(40, 12))


def test_the_reader_alone(picture: Compare) -> None:
    """Zoomed: code, quote and nested list of a paper, in the middle of the screen."""
    assert picture("n", "n", "n", "n", "n", "n", "z", size=(120, 40))


def test_a_day_that_is_done(picture: Compare) -> None:
    """All papers of the day are decided: dimmed rows, a check mark, and the sentence that says what n does."""
    assert picture("x", "x", "x", "x", "x", size=(120, 30))


def test_starred_papers_of_all_dates(picture: Compare) -> None:
    """Date rows between the hits, counts of hits in the date list, a selection at the left of two rows."""
    assert picture("s", "[", "s", "j", "s", "[", "s", "g", "s", "v", "v", size=(140, 40))


def test_the_bulk_menu(picture: Compare) -> None:
    """Every scope with its count, before anything is marked."""
    assert picture("A", size=(100, 30), theme="digest-light")


def test_help(picture: Compare) -> None:
    """Searching the help by a word."""
    assert picture("?", *"arxiv", size=(100, 30))


def test_links(picture: Compare) -> None:
    """The link picker over a paper with a video and a picture."""
    assert picture("[", "[", "[", "w", size=(100, 30))


def test_no_digest_yet(picture: Compare, own_home: Path) -> None:
    """An empty folder says where it is, and what to do next."""
    empty = own_home / "비어 있는 블로그"
    empty.mkdir()
    assert picture(size=(100, 30), folder=empty)


def test_a_text_and_a_broken_header(picture: Compare, tmp_path: Path) -> None:
    """A file without papers is shown whole; the problem of its header is named above it."""
    (tmp_path / "2025-11-01-memo.md").write_text(
        '---\ntitle: "메모 "하나"\n---\n\n오늘은 논문이 없다.\n', encoding="utf-8"
    )
    assert picture(size=(100, 30), folder=tmp_path)
