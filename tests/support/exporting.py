"""Papers on their way into the files of other programs."""

import datetime
from collections.abc import Sequence

from digest_tui.exporters import Exported
from digest_tui.model import Digest, Paper, PaperState
from digest_tui.model.cite_key import cite_base
from digest_tui.model.entry import entries_of
from digest_tui.model.record import paper_record
from digest_tui.triage.states import NOTHING

DAY = datetime.date(2031, 2, 6)


def exported(
    *papers: Paper,
    day: datetime.date | None = DAY,
    state: PaperState = NOTHING,
    lines: Sequence[str] = ("x",),
    starred_at: datetime.datetime | None = None,
) -> list[Exported]:
    """Papers of one digest as exporters get them, each cited by what it would be if no other were like it."""
    digest = Digest("a.md", "s", tuple(lines), "text", "t", day, papers)
    return [
        Exported(entry, state, entry.keys, cite_base(entry), paper_record(entry, state, (), "ko"), starred_at)
        for entry in entries_of(digest)
    ]
