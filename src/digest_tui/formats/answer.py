"""What a format says to a document: an answer or a refusal, each with its reason."""

from dataclasses import dataclass

from digest_tui.model import Digest


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one format, or one shape that a format knows, said to a document."""

    format: str
    module: str
    """Where it is written: the file to open when a digest is misread."""
    accepted: bool
    reason: str
    """One clause: what was found, or looked for and not found."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A digest, and what made the format believe that it is one of its own."""

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
