"""What SECURITY.md says about the tests and the limits is so."""

import re
from pathlib import Path

from digest_tui.formats.assembly import MAX_PAPERS
from digest_tui.sources.endings import MARKDOWN, PLAIN
from digest_tui.sources.folder import MAX_FILES
from digest_tui.sources.git_command import MAX_BYTES as CLONE_BYTES
from digest_tui.sources.git_command import TIME_LIMIT
from digest_tui.sources.reading import MAX_BYTES, MAX_LINES
from support.hostile.controls import SEQUENCES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.*]+)`", PAGE)
    assert len(named) > 10
    assert [name for name in named if not list(ROOT.glob(name))] == []


def test_the_limits_are_those_of_the_program() -> None:
    assert f"{MAX_BYTES // 1024**2} MB, {MAX_LINES:,} lines and {MAX_PAPERS:,} papers" in PAGE
    assert f"{MAX_FILES:,}\n  files" in PAGE
    assert (f"{CLONE_BYTES // 1024**3} GB", TIME_LIMIT) == ("2 GB", 600)
    assert f"{len(SEQUENCES)} sequences" in PAGE
    assert f"`{' '.join((*MARKDOWN, PLAIN))}`" in PAGE
