"""The format of everything in which no other one found a paper: shown whole, as it is."""

from digest_tui.formats.answer import Answer
from digest_tui.formats.assembly import assemble, first_heading
from digest_tui.formats.structure.document import Document

NAME = "text"


def read(document: Document) -> Answer:
    """Answer a digest without papers; never decline."""
    return Answer(assemble(document, NAME, (), first_heading(document)), "no other format found a paper")
