"""What was kept is made again by every change to what made it."""

import subprocess
import sys

from digest_tui.index.schema import _READERS

WHAT_READS = """
import sys
import digest_tui.formats, digest_tui.search.texts, digest_tui.markup.parser
print(*(name for name in sys.modules if name.startswith("digest_tui.")))
"""
MAKES_NOTHING = {"errors", "patterns"}
"""What they load that no digest is read differently by."""


def test_the_version_covers_all_that_reads_digests() -> None:
    ended = subprocess.run([sys.executable, "-c", WHAT_READS], capture_output=True, encoding="utf-8", check=True)
    loaded = {name.split(".")[1] for name in ended.stdout.split()}
    # What is joined, and the rows and sentences of papers, are made by others of what was read.
    made = {"joining", "library"}
    assert loaded - MAKES_NOTHING - made == {name.removesuffix(".py") for name in _READERS} - made
