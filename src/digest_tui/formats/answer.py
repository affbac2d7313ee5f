"""The answer of a format to a document: a digest or a refusal, each with its reason."""

from dataclasses import dataclass

from digest_tui.model import Digest


@dataclass(frozen=True, slots=True)
class Attempt:
    """The answer of one format, or of one shape that a format knows, to a document."""

    format: str
    module: str
    """The module it is written in: the file to open when a digest is misread."""
    accepted: bool
    reason: str
    """One clause: what was found, or looked for and not found."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A digest, with the reason why the format takes it for one of its own."""

    digest: Digest
    reason: str
    shapes: tuple[Attempt, ...] = ()
    """The shapes of papers that were looked for, where a format knows several."""


@dataclass(frozen=True, slots=True)
class Declined:
    """A document of another shape."""

    reason: str
    shapes: tuple[Attempt, ...] = ()


Reading = Answer | Declined
