"""Small documents, and what each shape finds in them, joined as `structured.read` joins them."""

from digest_tui import formats
from digest_tui.formats.shapes import headings, list_items, pages, table_rows
from digest_tui.formats.shapes.finding import Question
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import outline_of
from digest_tui.model import Digest, Paper

PATH = "daily/2025-11-07.md"


def document(*lines: str, path: str = PATH) -> Document:
    """A document of these lines."""
    return Document("\n".join(lines), path, "digests")


def url(number: int) -> str:
    """The link of an invented paper."""
    return f"https://arxiv.org/abs/2511.{number:05}"


def headed(*lines: str, path: str = PATH) -> list[PaperSpan]:
    """The papers that are headings, where no list and no table holds any."""
    found = document(*lines, path=path)
    return list(headings.find(_question(found)).spans)


def rows(*lines: str) -> list[PaperSpan]:
    """The papers that are table rows."""
    found = document(*lines)
    return list(table_rows.find(_question(found)).spans)


def lists(*lines: str, path: str = PATH) -> list[list_items.PaperList]:
    """The lists that hold papers."""
    found = document(*lines, path=path)
    return list(list_items.lists_of(found, outline_of(found), Evidence(found)))


def items(*lines: str, path: str = PATH) -> list[PaperSpan]:
    """The papers that are list items."""
    return [span for found in lists(*lines, path=path) for span in found.spans]


def page(*lines: str, path: str = PATH, others: int = 0) -> list[PaperSpan]:
    """The paper that a whole file is about."""
    found = document(*lines, path=path)
    return list(pages.find(_question(found, others)).spans)


def _question(document: Document, found: int = 0) -> Question:
    return Question(document, outline_of(document), Evidence(document), found=found)


def read(*lines: str, path: str = PATH) -> Digest:
    """The digest that is made of all of them."""
    return formats.read("\n".join(lines), path, "digests")


def titles(found: list[PaperSpan] | Digest) -> list[str]:
    """What the papers are called, in order."""
    papers: list[PaperSpan] | tuple[Paper, ...] = found.papers if isinstance(found, Digest) else found
    return [paper.title for paper in papers]
