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
from support.promises import promises

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


@promises(
    "SECURITY.md",
    "the border | `tests/test_text.py`, `tests/test_doors.py` (every way in, every command, 50 sequences), "
    "`tests/process/test_hostile.py` (the same in a real terminal, every byte against the forms of "
    "`terminal_grammar.py`)",
    "files that act, hang or break | `tests/support/hostile` makes some 450; `tests/process/test_hostile.py`, "
    "`test_changing_files.py`, `tests/*/test_limits.py`, `tests/sources/test_any_folder.py`, `test_left_out.py`, "
    "`test_away.py`",
    "links, pager | `tests/model/test_links.py`, `tests/ui/test_links.py`, `tests/process/test_pager.py`",
    "pictures | `tests/pictures` (a server that drips, lies, moves and never ends; bombs and broken bytes), "
    "`tests/ui/test_thumbnails.py`, `tests/ui/test_hearing.py`, `tests/process/test_pictures.py`",
    "git | `tests/sources/test_git.py`, `test_git_address.py`, `tests/cli/test_sources.py`, "
    "`tests/process/test_sync.py`: repositories and homes in which every hook, filter and setting is a trap",
    "state | `tests/store` (properties against a model, random damage, kill -9, eight windows), "
    "`tests/process/test_state_trouble.py`",
    "signals, sizes, streams | `tests/process/test_signals.py`, `tests/cli/test_main.py`",
    "any text at all | properties with hypothesis; longer: `python -m pytest -q -m hypothesis "
    "--hypothesis-profile long`. What they found is kept as tests",
)
def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.*]+)`", PAGE)
    assert len(named) > 10
    assert [name for name in named if not list(ROOT.glob(name))] == []


@promises("README.md", "Some 450 hostile files and 50 escape sequences in every place where text comes in are tests.")
@promises(
    "SECURITY.md",
    "Only regular files below the folders you named are read, at most 8 MB, 50,000 lines and 10,000 papers each, "
    "and 20,000 files of a folder",
    "only files that may be digests are written (`.md .markdown .mdx .qmd .txt`); ten minutes and 2 GB are the limit.",
)
def test_the_limits_are_those_of_the_program() -> None:
    assert f"{MAX_BYTES // 1024**2} MB, {MAX_LINES:,} lines and {MAX_PAPERS:,} papers" in PAGE
    assert f"{MAX_FILES:,}\n  files" in PAGE
    assert (f"{CLONE_BYTES // 1024**3} GB", TIME_LIMIT) == ("2 GB", 600)
    assert f"{len(SEQUENCES)} sequences" in PAGE
    assert f"`{' '.join((*MARKDOWN, PLAIN))}`" in PAGE
