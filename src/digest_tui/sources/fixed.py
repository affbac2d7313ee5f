"""Files that would not keep what somebody writes into them."""

from pathlib import Path

from digest_tui.paths import samples_dir

SAMPLE = "The samples belong to the program, and its next version would undo the change."
COPY = "This is a fetched copy, and the next fetch would undo the change: edit the digest in its repository."
NO_FILE = "This digest came from standard input, so there is no file to edit."


def why_sample(path: Path) -> str:
    """Return why a file of the samples may not be edited; empty for every other file."""
    return SAMPLE if path.is_relative_to(samples_dir()) else ""
