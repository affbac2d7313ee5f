"""The answers of the formats to a file: kept when it is read, and asked for again where they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.checked_marshal import loads
from digest_tui.model import Digest, DigestSummary
from digest_tui.model.attempt import Attempt
from digest_tui.reading import ATTEMPTS, keep_attempts

if TYPE_CHECKING:
    from digest_tui.index import Index


def attempts_at(digest: Digest, file: DigestSummary, index: Index) -> tuple[Attempt, ...]:
    """Return each format's answer to a file, given by itself and as it is listed; none where no format was asked."""
    if any(problem.code == "unreadable" for problem in digest.problems):
        return ()
    try:
        return tuple(Attempt(*attempt) for attempt in loads(index.made(ATTEMPTS, str(file.id)) or b""))
    except (ValueError, TypeError, EOFError):
        from digest_tui import formats

        text = "".join(f"{line}\n" for line in digest.own_lines)
        attempts = formats.explain(text, digest.path, digest.source).attempts
        keep_attempts(index, file, attempts)
        return attempts
