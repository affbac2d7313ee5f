"""The reader on a state file that cannot be used, or not any more: it says so, changes nothing, and can be read in."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from digest_tui.store import open_store
from support.blog import Blog
from support.promises import promises
from support.states import REFUSED, contents, one_page_overwritten, run_sql, with_state
from support.terminal import Terminal, words

Start = Callable[..., Terminal]


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A blog of one day."""
    folder = tmp_path / "blog"
    folder.mkdir()
    blog = Blog(folder)
    blog.post("2025-03-11", "첫째 논문: 시작", "Second paper of the day", "셋째 논문")
    return blog


@pytest.fixture
def start(terminal: Start, blog: Blog, path: Path) -> Callable[[], Terminal]:
    """Open the reader on the state file of the test."""
    return lambda: terminal("--dir", str(blog.folder), "--data-dir", str(path.parent))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state file is."""
    return tmp_path / "data" / "state.db"


def no_table(path: Path) -> None:
    with_state(path)
    run_sql(path, "DROP TABLE state")


def rows_of_another(path: Path) -> None:
    with_state(path)
    run_sql(path, "INSERT INTO state VALUES (x'80', x'81', x'ff', 'then', 'h', 1)")


CASES = {name: make for name, (make, _) in REFUSED.items()} | {
    "a table is missing": no_table,
    "rows of another kind": rows_of_another,
    "a folder that is a file": lambda path: path.parent.write_bytes(b""),
}


@pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
@promises("SECURITY.md", "The reader then shows what can be read of it, says that nothing is saved, and saves nothing.")
@promises(
    "docs/configuration.md",
    "The reader says what is wrong and what to do, shows what can be read of it, and says `nothing is saved` "
    "until you start it with a sound one",
)
def test_the_reader_says_what_is_wrong_and_can_be_read_in(
    make: Callable[[Path], None], path: Path, start: Callable[[], Terminal]
) -> None:
    make(path)
    before = contents(path) if path.parent.is_dir() else None
    reader = start()
    reader.wait_for(lambda text: "nothing is saved" in text and "첫째 논문" in text and "state" in text)
    reader.send("s")
    reader.wait_for("★")
    reader.send("q")
    assert reader.wait_for_exit() == 0
    assert (contents(path) if path.parent.is_dir() else None) == before


def test_damage_that_shows_later_is_said_and_nothing_is_shown_as_done(
    path: Path, start: Callable[[], Terminal]
) -> None:
    with_state(path, 5000)
    reader = start()
    reader.wait_for("첫째 논문")
    for table in ("event", "event_order", "event_key", "event_batch"):
        one_page_overwritten(path, table)
    before = path.read_bytes()
    reader.send("s")
    reader.wait_for("Not saved")
    screen = reader.wait_for("nothing is saved")
    assert "★" not in screen
    reader.send("jjGq")
    assert reader.wait_for_exit() == 0
    assert path.read_bytes() == before


def test_a_file_that_is_taken_away_is_noticed_before_anything_is_decided(
    path: Path, start: Callable[[], Terminal]
) -> None:
    reader = start()
    reader.wait_for("첫째 논문")
    path.rename(path.with_name("moved.db"))
    reader.wait_for("removed or replaced")
    reader.send("s")
    reader.wait_for("Not saved")
    reader.send("q")
    assert reader.wait_for_exit() == 0


def test_a_newer_version_that_comes_meanwhile_is_left_alone(path: Path, start: Callable[[], Terminal]) -> None:
    reader = start()
    reader.wait_for("첫째 논문")
    run_sql(path, "PRAGMA user_version = 99")
    reader.send("s")
    reader.wait_for(lambda text: "Not saved" in text and "newer" in text)
    reader.send("q")
    assert reader.wait_for_exit() == 0


def test_after_trouble_that_passes_it_saves_again(path: Path, start: Callable[[], Terminal]) -> None:
    reader = start()
    reader.wait_for("첫째 논문")
    moved = path.with_name("moved.db")
    path.rename(moved)
    reader.send("s")
    reader.wait_for("nothing is saved")
    moved.rename(path)
    reader.send("s")
    reader.wait_for(lambda text: "★" in text and "nothing is saved" not in text)
    reader.send("q")
    assert reader.wait_for_exit() == 0
    store = open_store(path)
    assert [state.starred for state in store.states().values()] == [True]
    store.close()


def test_a_file_that_another_program_keeps_for_itself_is_shown_and_not_waited_for(
    path: Path, start: Callable[[], Terminal]
) -> None:
    with_state(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        reader = start()
        reader.wait_for(lambda text: "nothing is saved" in text and "in use by another program" in words(text))
        reader.send("jq")
        assert reader.wait_for_exit() == 0


@pytest.mark.parametrize(
    "value", ["", "wide", "-5", "99999999999999999999", "\x1b]0;x\x07", "{", '{"view": 1}', "null"]
)
def test_what_is_remembered_is_no_reason_not_to_open(path: Path, start: Callable[[], Terminal], value: str) -> None:
    with_state(path)
    store = open_store(path)
    for name in ("reader_width", "place", "theme", "greeted", "history"):
        store.remember(name, value)
    store.close()
    reader = start()
    reader.wait_for("첫째 논문")
    reader.send("/")
    reader.wait_for("Tab completes")
    reader.send("\x1b[A")
    reader.send("\x1b")
    reader.wait_for(lambda text: "? help" in text)
    reader.send("q")
    assert reader.wait_for_exit() == 0
