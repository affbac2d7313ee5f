"""Two formats that are known, so that what is said of them is."""

from datetime import date

from digest_tui.formats.answer import Answer, Declined, Reading
from digest_tui.formats.registry import Format
from digest_tui.formats.structure.document import Document
from digest_tui.model import ArxivId, Digest, Lines, Paper

MODULE = f"{__name__.replace('.', '/')}.py"
DIARY = """\
* 2025-01-03 Kites
  All about kites.

* 2025-01-02 Two Winds
* 2025-01-02 Calm
"""


def refuses(document: Document) -> Reading:
    """A format that wants something else."""
    return Declined("no kite on the first line")


def diary(document: Document) -> Reading:
    """A file of many days: a paper from every `* date title` to the next."""
    starts = [number for number, line in enumerate(document.lines) if line.startswith("* ")]
    if not starts:
        return Declined("no line begins with a star")
    papers = tuple(
        Paper(
            document.lines[first][13:],
            first,
            last,
            position,
            date=date.fromisoformat(document.lines[first][2:12]),
            arxiv=ArxivId(f"2501.0000{position}"),
            votes=position,
        )
        for position, (first, last) in enumerate(zip(starts, [*starts[1:], len(document.lines)], strict=True), 1)
    )
    outside = (Lines(0, starts[0]),) if starts[0] else ()
    found = Digest(document.path, document.source, document.lines, "diary", "Diary", papers=papers, outside=outside)
    return Answer(found, f"lines that begin with a star: {len(papers)}")


FORMATS = (Format("kite", refuses, "first"), Format("diary", diary, "first"))
