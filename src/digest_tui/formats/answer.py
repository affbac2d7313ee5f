"""The answer of a format to a document: a digest or a refusal, each with its reason."""

from dataclasses import dataclass

from digest_tui.model import Digest
from digest_tui.model.attempt import Attempt


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
