"""How many readers end when their terminals go, and how soon.

`PYTHONPATH=src:tests python -m support.hangup_figures` takes terminals away from readers in each situation.
"""

import argparse
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from support.hangups import SITUATIONS, SignalWindow, Situation, kept, reader_in
from support.processes import descendants, is_running
from support.windows import Reader, ScriptWindow, ShellWindow, SilentWindow, TmuxWindow, Window

_LIMIT_SECONDS = 2.0
_ALL = tuple(SITUATIONS)
_SOME = ("idle", "keys", "pager", "deaf pager", "output blocked")
_IN_TMUX = ("idle", "keys", "prompt", "palette", "dialog", "pager", "fetch", "scan")
WINDOWS: dict[str, tuple[Callable[[Reader], Window], tuple[str, ...]]] = {
    "pty": (Window, _ALL),
    "pty without signals": (SilentWindow, (*_SOME, "saved frame")),
    "shell": (ShellWindow, _ALL),
    "script": (ScriptWindow, _SOME),
    "tmux kill-pane": (partial(TmuxWindow, how="kill-pane"), _IN_TMUX),
    "tmux kill-session": (partial(TmuxWindow, how="kill-session"), _IN_TMUX[:2]),
    "tmux kill-server": (partial(TmuxWindow, how="kill-server"), _IN_TMUX),
    "tmux, its server killed": (partial(TmuxWindow, how=TmuxWindow.KILL), _IN_TMUX[:2]),
    "tmux, its only client gone": (partial(TmuxWindow, how=TmuxWindow.CLIENT), _IN_TMUX[:2]),
    "SIGHUP alone": (partial(SignalWindow, numbers=(signal.SIGHUP,)), _SOME),
    "SIGHUP and SIGCONT": (partial(SignalWindow, numbers=(signal.SIGHUP, signal.SIGCONT)), _SOME),
    "SIGTERM": (partial(SignalWindow, numbers=(signal.SIGTERM,)), _SOME),
}


def main() -> None:
    """Measure, and print a line for each situation."""
    parser = argparse.ArgumentParser(description="How many readers end when their terminals go.")
    parser.add_argument("-n", type=int, default=10, help="readers of each situation")
    parser.add_argument("words", nargs="*", help="only situations that contain one of these")
    arguments = parser.parse_args()
    for name, (window_for, situations) in WINDOWS.items():
        for situation in situations:
            title = f"{name}, {situation}"
            if not arguments.words or any(word in title for word in arguments.words):
                print(f"{title}: {_measured(SITUATIONS[situation], window_for, arguments.n)}", flush=True)


def _measured(situation: Situation, window_for: Callable[[Reader], Window], count: int) -> str:
    ended, worst, trouble = 0, 0.0, set()
    for _ in range(count):
        folder = Path(tempfile.mkdtemp(prefix="hangup-"))
        with reader_in(situation, window_for, folder) as window:
            others = descendants(window.pid)
            began = time.monotonic()
            window.go()
            while is_running(window.pid) and time.monotonic() < began + 10:
                time.sleep(0.002)
            took = time.monotonic() - began
            worst, ended = max(worst, took), ended + (took < _LIMIT_SECONDS)
            while any(map(is_running, others)) and time.monotonic() < began + _LIMIT_SECONDS:
                time.sleep(0.002)
            trouble |= {"a child lives on" for child in others if is_running(child)}
            if situation.is_ready and not is_running(window.pid):
                left = kept(window.reader)
                trouble |= set() if left.decided else {"lost"}
                trouble |= set() if left.is_closed else {"left open"}
                trouble |= set() if left.place else {"no place"}
        shutil.rmtree(folder, ignore_errors=True)
    return ", ".join([f"{ended}/{count}", f"worst {worst:.2f} s", *sorted(trouble)])


if __name__ == "__main__":
    main()
