"""What was typed at the foot of the screen outlives whatever ends the reader."""

import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from digest_tui.store import open_store
from support.blog import Blog
from support.promises import promises
from support.remembered import drafts
from support.terminal import Terminal

Start = Callable[..., Terminal]
ONE, TWO = "arxiv:2503.00001", "arxiv:2503.00002"
TEXT = "깊은 메모 of kites"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state file is."""
    return tmp_path / "data" / "state.db"


@pytest.fixture
def start(terminal: Start, tmp_path: Path, path: Path) -> Callable[[], Terminal]:
    """Opens the reader on its first paper."""
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post("2025-03-11", "첫째 논문: 시작", "Second paper of the day", "Third")

    def begin() -> Terminal:
        running = terminal("--dir", str(blog.folder), "--data-dir", str(path.parent), size=(100, 30))
        running.wait_for("1/3")
        return running

    return begin


def fields(path: Path) -> list[tuple[str, str, str]]:
    """What was decided: key, field and value of each event."""
    with closing(open_store(path)) as store:
        return [(event.key, event.field, event.new) for event in store.events()]


def test_a_note_outlives_a_reader_that_is_killed(start: Callable[[], Terminal], path: Path) -> None:
    first = start()
    first.send(f"e{TEXT}")
    first.wait_for(lambda _: drafts(path) == [TEXT])
    first.process.kill()
    first.wait_for_exit()
    second = start()
    second.send("e")
    second.wait_for("unfinished note")
    second.wait_for(TEXT)
    second.send(", saved\r")
    second.wait_for("noted")
    second.wait_for(lambda _: drafts(path) == [])
    second.send("q")
    assert second.wait_for_exit() == 0
    assert fields(path) == [(ONE, "note", f"{TEXT}, saved")]


@pytest.mark.parametrize("kind", ["e", "t", "/"])
@pytest.mark.parametrize("end", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "ctrl+q"])
@promises(
    "docs/keys.md",
    "A note that you did not finish is there when you press `e` on its paper again, also after `ctrl+q` or a "
    "lost connection.",
)
def test_what_is_typed_outlives_the_end(start: Callable[[], Terminal], path: Path, end: str, kind: str) -> None:
    first = start()
    first.send(f"{kind}논문")
    first.wait_for(lambda text: "논문" in text.splitlines()[-1])
    if end == "ctrl+q":
        first.send("\x11")
    else:
        first.process.send_signal(signal.Signals[end])
    first.wait_for_exit()
    assert first.modes_changed() == set()
    assert drafts(path) == ["논문"]
    second = start()
    second.send(kind)
    second.wait_for(lambda text: "unfinished" in text and "논문" in text.splitlines()[-1])
    second.send("\x1b")
    second.wait_for(lambda _: drafts(path) == [])
    second.send("q")
    second.wait_for_exit()
    assert fields(path) == []


@pytest.mark.parametrize("leaving", ["q", "\x11"])
def test_keys_before_the_one_that_leaves_are_carried_out(
    start: Callable[[], Terminal], path: Path, leaving: str
) -> None:
    first = start()
    first.send(f"xsjtsea\r{leaving}")
    assert first.wait_for_exit() == 0
    assert fields(path) == [
        (ONE, "status", "skipped"),
        (TWO, "star", "1"),
        ("arxiv:2503.00003", "tag:sea", "1"),
    ]


def test_a_note_that_is_begun_in_one_burst_with_the_end_is_kept(start: Callable[[], Terminal], path: Path) -> None:
    first = start()
    first.send(f"e{TEXT}\x11")
    assert first.wait_for_exit() == 0
    assert (drafts(path), fields(path)) == ([TEXT], [])


def test_pasted_lines_and_keys_arrive_in_their_order(start: Callable[[], Terminal], path: Path) -> None:
    first = start()
    first.send("ebegin \x1b[200~of 한글\r\nlines\x1b[201~ end\rjs")
    first.wait_for("starred")
    first.send("q")
    assert first.wait_for_exit() == 0
    assert fields(path) == [(ONE, "note", "begin of 한글 lines end"), (TWO, "star", "1")]


def test_clicks_drags_and_sizes_take_nothing_from_a_note(start: Callable[[], Terminal], path: Path) -> None:
    first = start()
    first.send("e깊은")
    first.wait_for("깊은")
    row = next(y for y, line in enumerate(first.text.splitlines(), 1) if "Second paper" in line)
    for event in (f"\x1b[<0;9;{row}M", f"\x1b[<0;9;{row}m"):
        first.send(event)
    first.wait_for("2/3")
    first.send("\x1b[<0;60;3M\x1b[<32;70;6M\x1b[<0;70;6m")
    for size in ((40, 12), (160, 50), (60, 20)):
        first.resize(*size)
        first.wait_for(lambda text, size=size: len(text.splitlines()) == size[1] and "깊은" in text.splitlines()[-1])  # type: ignore[misc]
    first.send(" 글\r")
    first.wait_for("noted")
    first.send("q")
    assert first.wait_for_exit() == 0
    assert fields(path) == [(ONE, "note", "깊은 글")]
