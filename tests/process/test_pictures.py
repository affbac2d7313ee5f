"""Pictures in a real terminal, over a network of our own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest_tui.ui.terminal.hearing import QUESTION
from support.blog import Blog
from support.picture_server import HOST, Web, picture, serving
from support.promises import promises
from support.terminal import Terminal

DAY = "2025-03-11"
URL = f"http://{HOST}/a.png"
Start = Callable[..., Terminal]


@pytest.fixture
def web() -> Iterator[Web]:
    """A server that holds one picture."""
    with serving() as web:
        web.has(URL, picture((600, 240)))
        yield web


@pytest.fixture
def start(terminal: Start, tmp_path: Path, web: Web) -> Start:
    """Starts a reader that may show it."""
    (tmp_path / "blog").mkdir()
    Blog(tmp_path / "blog").post(DAY, "A paper", body=f"![]({URL})\n\nThe text.\n")
    settings = tmp_path / "settings.toml"
    settings.write_text(f'pictures = ["{HOST}"]\n')

    def run(**environ: str) -> Terminal:
        proxy = {"http_proxy": f"http://127.0.0.1:{web.port}", "no_proxy": ""}
        return terminal("--dir", str(tmp_path / "blog"), "--config", str(settings), **proxy, **environ)

    return run


def test_a_picture_is_fetched_drawn_and_there_at_once_the_next_time(start: Start, web: Web) -> None:
    running = start()
    running.wait_for("▀▀▀▀")
    running.send("j")
    running.settle()
    assert "▀▀▀▀" in running.text
    running.send("q")
    running.wait_for_exit()
    assert QUESTION.encode() not in running.received
    again = start()
    again.wait_for("▀▀▀▀")
    assert web.urls == [URL]
    cached = list((Path(os.environ["XDG_CACHE_HOME"]) / "digest-tui" / "pictures").iterdir())
    assert len(cached) == 1


def test_a_kitty_is_asked_and_its_answer_is_no_key(start: Start, web: Web) -> None:
    running = start(TERM="xterm-kitty")
    running.wait_for(lambda _: QUESTION.encode() in running.received)
    running.send("\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.35.2)\x1b\\")
    running.wait_for(lambda _: b"U=1" in running.received)
    running.wait_for(lambda _: chr(0x10EEEE).encode() in running.received)
    sent, _, shown = running.received.partition(chr(0x10EEEE).encode())
    assert b"U=1" in sent
    running.settle()
    running.send("q")
    running.wait_for_exit()
    after = running.received[-len(shown) :]
    assert after.index(b"\x1b_Ga=d,d=I") < after.index(b"\x1b[?1049l")


@promises("docs/pictures.md", "so also within tmux.")
def test_within_tmux_nothing_is_asked(start: Start) -> None:
    running = start(TERM="xterm-kitty", TMUX="/tmp/tmux-1/default,2,0")
    running.wait_for("▀▀▀▀")
    assert QUESTION.encode() not in running.received


def test_what_is_loaded_for_a_picture_says_nothing_to_the_terminal(terminal: Start) -> None:
    code = """
from io import BytesIO
from PIL import Image
from digest_tui.pictures.thumbnails import thumbnail
from digest_tui.ui.reader.pictures import Canvas
from digest_tui.ui.terminal.picture_library import draw
data = BytesIO()
Image.new("RGB", (600, 240)).save(data, "PNG")
for way in ("blocks", "kitty"):
    draw(thumbnail(data.getvalue()), Canvas(60, 12, (10, 20), way))
print("done")
"""
    running = Terminal([sys.executable, "-c", code], {**os.environ}, Path.cwd(), (80, 24))
    try:
        running.wait_for("done")
        running.wait_for_exit()
        assert running.received.replace(b"\r\n", b"") == b"done"
    finally:
        running.close()


def test_what_fetches_and_decodes_is_loaded_for_the_first_picture() -> None:
    code = """
import sys, digest_tui.ui.app
before = set(sys.modules)
import digest_tui.ui.jobs.pictures
print(*set(sys.modules) - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "digest_tui.ui.jobs.picture_thread" in loaded
    assert not {"PIL", "textual_image", "ssl", "http.client", "urllib.request"} & loaded
