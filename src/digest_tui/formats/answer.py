"""What a format says to a document: an answer or a refusal, each with its reason."""

from dataclasses import dataclass

from digest_tui.model import Digest


@dataclass(frozen=True, slots=True)
class Answer:
    """A digest, and what made the format believe that it is one of its own."""

    digest: Digest
    reason: str
    """One clause for `check`, such as `12 numbered headings of level 1`."""


@dataclass(frozen=True, slots=True)
class Declined:
    """A document of another shape."""

    reason: str
    """One clause for `check`: what was looked for and not found."""


Reading = Answer | Declined
