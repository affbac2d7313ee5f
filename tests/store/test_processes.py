"""Several processes on one state file, and processes that are killed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.store import Store, open_store, processes

OPEN = """
import sys
from pathlib import Path
from digest_tui.model import Change
from digest_tui.store import open_store
"""
WRITER = (
    OPEN
    + """
sys.stdin.readline()
store = open_store(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    store.apply([Change(f"arxiv:{sys.argv[2]}.{number}", "star", "1")])
store.close()
"""
)
KILLED = (
    OPEN
    + """
store = open_store(Path(sys.argv[1]))
store.apply([Change("arxiv:2512.00001", "star", "1")])
print("acknowledged", flush=True)
sys.stdin.readline()
"""
)


def start(script: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_processes_that_make_the_file_and_write_at_once_lose_nothing(path: Path) -> None:
    each = 40
    writers = [start(WRITER, path, f"260{number}", each) for number in range(3)]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    store = open_store(path)
    events = list(store.events())
    assert len(store.states()) == len(events) == 3 * each
    assert sorted(event.n for event in events) == list(range(1, 3 * each + 1))
    assert len({event.stamp for event in events}) == 3 * each
    assert not store.rebuild()
    store.close()


@pytest.fixture
def killed(path: Path) -> None:
    """A process has starred a paper, said so, and was killed before it could close the store."""
    with start(KILLED, path) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "acknowledged\n"
        child.kill()


@pytest.mark.usefixtures("killed")
def test_what_was_acknowledged_survives_a_kill(store: Store) -> None:
    assert store.states()["arxiv:2512.00001"].starred


@pytest.mark.usefixtures("killed")
def test_a_session_whose_process_is_gone_has_ended_and_can_be_undone(store: Store) -> None:
    assert store.undo() is not None
    assert store.states() == {}


def test_a_process_is_known_by_its_number_and_by_more_where_the_system_tells() -> None:
    here = os.getpid()
    with start("") as child:
        child.communicate()
    assert processes.is_running(here, processes.identity(here))
    assert processes.is_running(here, "")
    assert not processes.is_running(here, "another process that had this number")
    assert not processes.is_running(child.pid, "")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell")
def test_a_killed_process_that_nobody_waited_for_does_not_run() -> None:
    with start("input()") as child:
        process = processes.identity(child.pid)
        assert processes.is_running(child.pid, process)
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert not processes.is_running(child.pid, process)


def test_a_session_whose_process_runs_is_not_reached(path: Path, window: Callable[[], Store]) -> None:
    with start(KILLED, path) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "acknowledged\n"
        store = window()
        assert store.undo() is None
        child.kill()
