"""The formats, in the order in which they are asked.

To add one: write a module with a `NAME` and a `read` that answers a digest or declines, put it into `FORMATS`, and put
a sample with its golden JSON into `tests/formats/golden`. Papers in a new shape within any digest (not a heading, a
row or an item) are a module of `shapes` and a line in `structured`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from digest_tui.formats import jekyll_post, paper_log, plain_text, structured
from digest_tui.formats.answer import Answer, Attempt, Reading
from digest_tui.formats.conflicted import with_markers
from digest_tui.formats.structure.conflicts import resolved
from digest_tui.formats.structure.document import Document
from digest_tui.model import Digest


@dataclass(frozen=True, slots=True)
class Format:
    """A shape of Markdown that is understood."""

    name: str
    read: Callable[[Document], Reading]
    """Looks at the structure of a document, never at the repository it came from."""

    @property
    def module(self) -> str:
        """Where it is written: the file to open when a digest is misread."""
        return self.read.__module__


@dataclass(frozen=True, slots=True)
class Explanation:
    """A digest, and what each format said on the way to it."""

    digest: Digest
    attempts: tuple[Attempt, ...]
    """In the order asked; the last one answered."""


FORMATS: tuple[Format, ...] = (
    Format(jekyll_post.NAME, jekyll_post.read),
    Format(paper_log.NAME, paper_log.read),
    Format(structured.NAME, structured.read),
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
    without = resolved(document.lines)
    if without is None:
        return _explain(document)
    explanation = _explain(Document("\n".join(without.lines), path, source))
    return replace(explanation, digest=with_markers(explanation.digest, document.lines, without))


def _explain(document: Document) -> Explanation:
    attempts: list[Attempt] = []
    for candidate in FORMATS:
        reading = candidate.read(document)
        accepted = isinstance(reading, Answer)
        attempts.extend(reading.shapes)
        attempts.append(Attempt(candidate.name, candidate.module, accepted, reading.reason))
        if isinstance(reading, Answer):
            return Explanation(reading.digest, tuple(attempts))
    answer = plain_text.read(document)
    attempts.append(Attempt(plain_text.NAME, plain_text.read.__module__, True, answer.reason))
    return Explanation(answer.digest, tuple(attempts))
