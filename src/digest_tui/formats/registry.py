"""The formats, in the order in which they are asked.

To add one: write a module with a `NAME` and a `read` that answers a digest or declines, put a row into `FORMATS` at the
place where it belongs, with the reason, and put a sample with its golden JSON into `tests/formats/golden`. Papers in a
new shape within any digest (not a heading, a row or an item) are a module of `shapes` and a row in `shapes.registry`.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from urllib.parse import quote

from digest_tui.formats import jekyll_post, paper_log, plain_text, structured
from digest_tui.formats.answer import Answer, Reading
from digest_tui.formats.conflicted import with_markers
from digest_tui.formats.neighbours import with_neighbours
from digest_tui.formats.structure.conflicts import resolved
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.neighbours import SAFE, Notation, needs_plain_links, targets, with_plain_links
from digest_tui.formats.words.own_pages import PAGE
from digest_tui.model import Digest
from digest_tui.model.attempt import Attempt


@dataclass(frozen=True, slots=True)
class Format:
    """A shape of Markdown that is understood."""

    name: str
    read: Callable[[Document], Reading]
    """Reads a document by its structure, never by the repository it came from."""
    place: str
    """The reason why it is asked where it stands in the list."""

    @property
    def module(self) -> str:
        """The module it is written in: the file to open when a digest is misread."""
        return self.read.__module__


@dataclass(frozen=True, slots=True)
class Explanation:
    """A digest, and the answer of each format on the way to it."""

    digest: Digest
    attempts: tuple[Attempt, ...]
    """In the order asked; the last one answered."""


_PAGE_LINK = re.compile(rf"{PAGE}([\w/.~%#-]+)")

FORMATS: tuple[Format, ...] = (
    Format(
        jekyll_post.NAME,
        jekyll_post.read,
        "before the log: what has papers at the first level may have a chapter called Daily Papers",
    ),
    Format(
        paper_log.NAME,
        paper_log.read,
        "before any digest: it knows that each heading below its first is a paper, with or without a link",
    ),
    Format(
        structured.NAME,
        structured.read,
        "last: it reads what papers have in common, also in digests of the formats above, but by evidence alone",
    ),
)
"""Asked one after the other; where all decline the document is a text."""


def read(text: str, path: str, source: str) -> Digest:
    """Understand a file; never raises.

    `text` is decoded and sanitised (see `text.sanitize`), `path` is relative to the root of the source, with `/`.
    """
    return explain(text, path, source).digest


def explain(text: str, path: str, source: str) -> Explanation:
    """Understand a file and say how; arguments as in `read`, never raises."""
    document = Document(text, path, source)
    return _explain_both_sides(document, ())


def _explain_both_sides(document: Document, pages: Collection[str]) -> Explanation:
    """Understand a document without what git wrote between the two sides of a conflict."""
    without = resolved(document.lines) if "<<<<<<<" in document.text else None
    if without is None:
        return _explain_links(document, pages)
    explanation = _explain_links(Document.of_lines(without.lines, document.path, document.source), pages)
    return replace(explanation, digest=with_markers(explanation.digest, document.lines, without))


def _explain_links(document: Document, pages: Collection[str]) -> Explanation:
    """Understand a document by its links as Markdown would have them; it then says again what is written there.

    Each of `pages`, a link as written, leads to a file that is about one paper.
    """
    if not pages and not needs_plain_links(document):
        return _explain(document)
    found_links = [found for found in targets(document) if found.link in pages or found.notation is not Notation.PLAIN]
    written = {quote(found.url, safe=SAFE): found.link for found in reversed(found_links)}
    addresses = {found.link: f"{PAGE}{quote(found.url, safe=SAFE)}" for found in found_links if found.link in pages}
    lines = with_plain_links(document, addresses)
    found = _explain(Document.of_lines(lines, document.path, document.source))

    def as_written(text: str) -> str:
        return _PAGE_LINK.sub(lambda link: link[1], text)

    papers = tuple(
        paper._replace(
            link=paper.link and written.get(link := as_written(paper.link), link),
            excerpt=paper.excerpt and as_written(paper.excerpt),
        )
        for paper in found.digest.papers
    )
    digest = with_neighbours(document, found.digest._replace(lines=document.lines, papers=papers))
    return Explanation(digest, found.attempts)


def _explain(document: Document) -> Explanation:
    attempts: list[Attempt] = []
    for candidate in FORMATS:
        reading = candidate.read(document)
        accepted = isinstance(reading, Answer)
        attempts.extend(reading.shapes)
        attempts.append(Attempt(candidate.name, candidate.module, accepted, reading.reason))
        if isinstance(reading, Answer):
            return Explanation(with_neighbours(document, reading.digest), tuple(attempts))
    answer = plain_text.read(document)
    attempts.append(Attempt(plain_text.NAME, plain_text.read.__module__, True, answer.reason))
    return Explanation(with_neighbours(document, answer.digest), tuple(attempts))


def read_with_pages(digest: Digest, pages: Collection[str]) -> Digest:
    """Understand a digest again, now that some of its links are known to lead to files about one paper each.

    `pages` are these links as written; a title that has one is a paper, whatever else is known of it.
    """
    return _explain_both_sides(Document.of_lines(digest.lines, digest.path, digest.source), pages).digest
