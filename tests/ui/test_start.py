"""What a start loads."""

import subprocess
import sys

import pytest

LATER = (
    "digest_tui.search",
    "digest_tui.formats",
    "digest_tui.exporters",
    "digest_tui.markup.parser",
    "digest_tui.ui.actions.moving",
    "digest_tui.ui.actions.deciding",
    "digest_tui.ui.actions.searching",
    "digest_tui.ui.paint.painter",
    "digest_tui.ui.prompt",
    "digest_tui.ui.screens.help",
    "digest_tui.ui.sheet_painter",
    "markdown_it",
    "pygments",
    "regex",
    "tomlkit",
    "pyperclip",
)


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules that the reader's app brings along, in a process of its own."""
    code = "import sys, digest_tui.ui.app; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("module", LATER)
def test_what_is_needed_later_is_loaded_later(loaded: set[str], module: str) -> None:
    assert module not in loaded
