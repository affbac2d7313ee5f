"""What a reader does at the moment when its terminal goes, and what it leaves behind."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from support.blog import Blog
from support.repositories import program, repository
from support.windows import Reader, Window

DAY, FIRST, PAPERS = "2025-03-11", "첫째 논문", 40
_PAGER = "stty raw -echo <&2; cat > /dev/null; echo READING >&2"
"""As a pager does: modes of its own, all of the text, and then keys."""


def new_reader(folder: Path, days: int = 1) -> Reader:
    """A reader with a home of its own below a folder, and a day of forty papers that may have older ones below it."""
    (folder / "blog").mkdir(parents=True)
    blog = Blog(folder / "blog")
    blog.post(DAY, FIRST, *(f"Paper {number}" for number in range(2, PAPERS + 1)))
    for number in range(1, days):
        blog.post(f"2024-{number // 28 + 1:02}-{number % 28 + 1:02}", *(f"Old {number} {paper}" for paper in range(9)))
    environ = {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    return Reader(folder, [sys.executable, "-m", "digest_tui", "--dir", str(blog.folder)], environ)


class Kept(NamedTuple):
    """What a reader leaves behind."""

    decided: list[str]
    """The papers of the log, oldest decision first."""
    place: str
    """The paper at which the next reader begins."""
    is_closed: bool
    """The state was closed, and not left to whoever opens it next."""


def kept(reader: Reader) -> Kept:
    """Look at the state after the end; raises CalledProcessError where it is not sound."""
    file = reader.folder / ".local/share/digest-tui/state.db"
    is_closed = not file.with_name("state.db-wal").exists()
    check = [sys.executable, "-m", "digest_tui", "state", "check"]
    subprocess.run(check, env=reader.environ, check=True, capture_output=True)
    with closing(sqlite3.connect(file)) as connection:
        decided = [key for (key,) in connection.execute("SELECT key FROM event ORDER BY n")]
        row = connection.execute("SELECT value FROM memory WHERE name = 'place'").fetchone()
    return Kept(decided, json.loads(row[0])["keys"][0] if row else "", is_closed)


@dataclass(frozen=True)
class Situation:
    """What a reader does; `prepare` is done before it is started."""

    reach: Callable[[Window], object] = lambda window: None
    prepare: Callable[[Reader], object] = lambda reader: None
    days: int = 1
    is_ready: bool = True
    """False where the terminal goes before there is anything to decide."""


def opened(window: Window) -> None:
    """Star the first paper, see that it is done, and stand on the second."""
    window.wait_for(" new")
    window.send("s")
    window.wait_for(lambda text: "★" in text and f"{PAPERS - 1} new" in text)
    window.send("j")
    window.wait_for(f"2/{PAPERS}")


def _typed(keys: str, until: str = "") -> Callable[[Window], None]:
    def reach(window: Window) -> None:
        window.send(keys)
        if until:
            window.wait_for(until)

    return reach


def _with_pager(script: str, lines: int = 0) -> Callable[[Reader], None]:
    def prepare(reader: Reader) -> None:
        reader.environ["PAGER"] = str(program(reader.folder / "bin" / "pager", script))
        with next((reader.folder / "blog").glob(f"{DAY}*")).open("a") as file:
            file.write("\n" * lines)

    return prepare


def _with_remote(reader: Reader) -> None:
    post = (reader.folder / "blog" / f"{DAY}-papers.md").read_text(encoding="utf-8")
    url = repository(reader.folder / "log", {f"{DAY}-papers.md": post})
    config = reader.folder / ".config/digest-tui/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'[[source]]\nurl = "{url}"\n')
    del reader.command[-2:]
    subprocess.run([*reader.command, "fetch"], env=reader.environ, check=True, capture_output=True)
    program(reader.folder / "bin" / "git", "sleep 600 & exec sleep 600")


def _with_saved_frame(reader: Reader) -> None:
    window = Window(reader)
    window.wait_for(" new")
    window.send("q")
    window.terminal.wait_for_exit()
    window.close()


_STUCK = """
import signal, threading

join = threading.Thread.join

def join_or_wait(thread, timeout=None):
    if thread.name == "textual-input":
        while True:
            signal.pause()
    join(thread, timeout)

threading.Thread.join = join_or_wait
"""


def _stuck(reader: Reader) -> None:
    (reader.folder / "stuck").mkdir()
    (reader.folder / "stuck" / "sitecustomize.py").write_text(_STUCK)
    reader.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, (str(reader.folder / "stuck"), reader.environ["PYTHONPATH"]))
    )


def _stopped_by(number: int) -> Callable[[Window], None]:
    def reach(window: Window) -> None:
        os.kill(window.pid, number)
        window.wait_until_stopped()

    return reach


def _stopped_by_key(window: Window) -> None:
    window.send("\x1a")
    window.wait_until_stopped()


def take_nothing(window: Window) -> None:
    """Let the terminal take no output any more, while there is much of it."""
    termios.tcflow(window.terminal.slave, termios.TCOOFF)
    window.send("jk" * 50)


SITUATIONS = {
    "idle": Situation(),
    "keys": Situation(_typed("jsjsksj" * 10)),
    "prompt": Situation(_typed("tabc", "abc")),
    "search": Situation(_typed("/abc", "abc")),
    "palette": Situation(_typed("?")),
    "dialog": Situation(_typed("A")),
    "stopped by ctrl+z": Situation(_stopped_by_key),
    "stopped by SIGSTOP": Situation(_stopped_by(signal.SIGSTOP)),
    "pager": Situation(_typed("|", "READING"), _with_pager(f"{_PAGER}; exec sleep 600")),
    "deaf pager": Situation(_typed("|", "READING"), _with_pager(f"trap '' HUP TERM; {_PAGER}; exec sleep 600")),
    "pager that tidies up": Situation(
        _typed("|", "READING"), _with_pager(f"trap 'touch tidy; exit' HUP TERM; {_PAGER}; while :; do sleep 0.01; done")
    ),
    "pager that reads nothing": Situation(
        _typed("|", "READING"), _with_pager("echo READING >&2; exec sleep 600", lines=300_000)
    ),
    "fetch": Situation(_typed("R", "fetching"), _with_remote),
    "exit": Situation(_typed("q")),
    "output blocked": Situation(take_nothing),
    "unable to leave": Situation(prepare=_stuck),
    "scan": Situation(lambda window: window.wait_for("reading digests"), days=300, is_ready=False),
    "before the first frame": Situation(is_ready=False),
    "saved frame": Situation(lambda window: window.wait_for(FIRST), _with_saved_frame, is_ready=False),
}


@contextmanager
def reader_in(situation: Situation, window_for: Callable[[Reader], Window], folder: Path) -> Iterator[Window]:
    """Start a reader and bring it into a situation."""
    reader = new_reader(folder, situation.days)
    situation.prepare(reader)
    window = window_for(reader)
    try:
        if situation.is_ready:
            opened(window)
        situation.reach(window)
        yield window
    finally:
        window.close()


class SignalWindow(Window):
    """A terminal that stays while the reader is sent signals."""

    def __init__(self, reader: Reader, numbers: tuple[int, ...]) -> None:
        self._numbers = numbers
        super().__init__(reader)

    def go(self) -> None:
        """Send the signals."""
        for number in self._numbers:
            os.kill(self.pid, number)
