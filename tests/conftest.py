"""No test sees the developer's home, configuration, terminal or time zone; a blog for those that read one."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from support.blog import Blog

# A busy machine is no reason for a property to fail. Each run has other examples, and there are many runs.
settings.register_profile("digest-tui", deadline=None, max_examples=50)
settings.register_profile("long", deadline=None, max_examples=3000)
# For tests/mutation: that a property fails is enough, the smallest example is not looked for.
settings.register_profile("mutants", deadline=None, database=None, phases=(Phase.explicit, Phase.generate))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "digest-tui"))

# `BROWSER`, `SSH_*` and the display decide how links open; `NO_COLOR` and the like change what Textual draws.
_CLEARED = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "EDITOR")
_CLEARED_PREFIXES = ("DIGEST_TUI_", "LESS", "LV", "PAGER", "SSH_", "XDG_", "TEXTUAL")
# What the tests themselves are told by: the corpus, and where the pictures go.
_OF_THE_TESTS = ("DIGEST_TUI_CORPUS", "TEXTUAL_SNAPSHOT_")

_MOST_WORKERS = 8
"""Each collects all tests before it runs its share."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Twice as many as processors, since tests of the screen mostly wait; none beside this one for modules alone."""
    if all("::" in argument or argument.endswith(".py") for argument in config.args):
        return 0
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(2 * processors, _MOST_WORKERS)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for each test, apart from its `tmp_path`, and a fixed environment."""
    home = tmp_path_factory.mktemp("home")
    if sys.dont_write_bytecode:
        # Then the program would be compiled at each of the hundreds of times that tests start it.
        monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.getbasetemp() / "compiled"))
    for name in os.environ:
        if name in _CLEARED or (name.startswith(_CLEARED_PREFIXES) and not name.startswith(_OF_THE_TESTS)):
            monkeypatch.delenv(name)
    for name, value in (
        ("XDG_DATA_HOME", str(home / ".local/share")),
        ("XDG_CONFIG_HOME", str(home / ".config")),
        ("XDG_CACHE_HOME", str(home / ".cache")),
        ("XDG_STATE_HOME", str(home / ".local/state")),
        ("HOME", str(home)),
        ("USERPROFILE", str(home)),
        ("TZ", "UTC"),
        ("LC_ALL", "C.UTF-8"),
        ("TERM", "xterm-256color"),
        ("COLORTERM", "truecolor"),
    ):
        monkeypatch.setenv(name, value)
    if hasattr(time, "tzset"):
        time.tzset()
    yield home
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """An empty blog."""
    folder = tmp_path / "blog"
    folder.mkdir()
    return Blog(folder)
