"""Everything in which no other format found a paper: shown whole, as it is."""

from digest_tui.formats.assembly import assemble, first_heading
from digest_tui.formats.document import Document
from digest_tui.model import Digest

NAME = "text"


def read(document: Document) -> Digest:
    """A digest without papers; always answers."""
    return assemble(document, NAME, (), first_heading(document))
