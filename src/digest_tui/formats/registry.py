"""The formats, in the order in which they are asked.

To add one: write a module with a `read` that answers a `Digest` or declines with None, put it into `FORMATS`, and put a
sample with its golden JSON into `tests/formats/golden`.
"""

from collections.abc import Callable

from digest_tui.formats import jekyll_post, paper_log, plain_text
from digest_tui.formats.document import Document
from digest_tui.model import Digest

Format = Callable[[Document], Digest | None]
"""Looks at the structure of a document, never at the repository it came from."""

FORMATS: tuple[Format, ...] = (jekyll_post.read, paper_log.read)
"""Asked one after the other; where all decline the document is a text."""


def read(text: str, path: str, source: str) -> Digest:
    """Understand a file; never raises.

    `text` is decoded and sanitised (see `text.sanitize`), `path` is relative to the root of the source, with `/`.
    """
    document = Document(text, path, source)
    for read_format in FORMATS:
        if (digest := read_format(document)) is not None:
            return digest
    return plain_text.read(document)
