"""The shapes in which papers stand in a digest: the order in which they are asked, and whose papers are kept.

To add one: write a module beside this one with a `NAME` and a `find` that answers a `Question`, put a row into
`SHAPES`, and put a sample with its golden JSON into `tests/formats/golden`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from digest_tui.formats.shapes import headings, list_items, pages, table_rows
from digest_tui.formats.shapes.finding import Found, Question
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import Outline


@dataclass(frozen=True, slots=True)
class Shape:
    """A way in which papers stand in a digest."""

    name: str
    find: Callable[[Question], Found]
    missing: str
    """The reason to give when it finds none."""
    order: int
    """Its turn: each shape knows what those of a lower number found."""
    precedence: int
    """Rank by which papers on the same lines, or of one paper twice, are kept: the lowest; among equals those of the
    shape that says most about each of its papers."""

    @property
    def module(self) -> str:
        """The module it is written in: the file to open when a digest is misread."""
        return self.find.__module__


SHAPES: tuple[Shape, ...] = (
    # The lines of a table or a list that holds papers are no titles: both are asked before the headings.
    Shape(
        table_rows.NAME,
        table_rows.find,
        "no table has a column of titles with links to papers",
        order=1,
        precedence=3,
    ),
    Shape(
        list_items.NAME,
        list_items.find,
        "no list has items with a title and a link to a paper",
        order=2,
        precedence=3,
    ),
    # A heading holds the lists and tables in the text below it: rankings and previews only repeat what it says.
    Shape(
        headings.NAME,
        headings.find,
        "no heading links to a paper or has the fields of one below it",
        order=3,
        precedence=2,
    ),
    # How many papers there are otherwise tells whether the whole file is about one, which then holds all others.
    Shape(
        pages.NAME,
        pages.find,
        "neither its header nor any line names a single paper that it is about",
        order=4,
        precedence=1,
    ),
)


def find_all(document: Document, outline: Outline, evidence: Evidence) -> list[tuple[Shape, Sequence[PaperSpan]]]:
    """Ask every shape and return what each finds in a document, the one whose papers are kept first."""
    question = Question(document, outline, evidence)
    answers: list[tuple[Shape, Found]] = []
    for shape in sorted(SHAPES, key=lambda shape: shape.order):
        found = shape.find(question)
        answers.append((shape, found))
        question = replace(
            question,
            occupied=question.occupied | found.occupied,
            found=question.found + len(found.spans) + len(found.doubtful),
        )
    with_papers = {shape.name for shape, found in answers if found.spans}
    kept = [(shape, found.spans if with_papers - {shape.name} else found.all) for shape, found in answers]
    return sorted(kept, key=lambda answer: (answer[0].precedence, answer[0].order))
