"""Papers as notes, and what an export makes of a vault."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from digest_tui.exporters import Exported, Update
from digest_tui.exporters.obsidian import update_folder
from digest_tui.model import ArxivId, Paper, PaperState
from digest_tui.triage.states import NOTHING
from support.exporting import exported

STARRED = datetime.datetime(2031, 2, 7, 9, 30, tzinfo=datetime.UTC)


def paper(
    number: int = 1,
    text: str = "They fly.",
    *,
    tags: Iterable[str] = (),
    votes: int | None = None,
    title: str = "",
    state: PaperState = NOTHING,
) -> Exported:
    """A paper of a digest that says `text` about it."""
    lines = ("title", *text.split("\n"))
    made = Paper(
        title or f"Paper {number}", 0, len(lines), 1, arxiv=ArxivId(f"2512.{number:05}"), meta=(0,), votes=votes
    )
    state = state._replace(tags=tuple(tags))
    (one,) = exported(made, lines=lines, state=state, starred_at=STARRED if state.starred else None)
    return one


def update(folder: Path, *papers: Exported, prune: bool = False, weekly: bool = False) -> Update:
    """Bring a folder up to date."""
    return update_folder(folder, papers, prune=prune, weekly=weekly)


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder with its text, ends of lines as they are."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
