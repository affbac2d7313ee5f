"""The bodies of the papers that were looked at last: with each letter of a query mostly the same ones are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.search.texts import body_text

if TYPE_CHECKING:
    from digest_tui.model import Digest, Entry, Paper

KEPT = 64
"""More papers than a screen shows."""


class Bodies:
    """Makes the body of a paper as a person sees it, once while it is looked at again and again."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Digest, Paper, str]] = {}

    def text(self, entry: Entry) -> str:
        """Return the body of a paper (see `body_text`)."""
        digest, paper, body = self._kept.pop(entry.key, (None, None, ""))
        if digest is not entry.digest or paper is not entry.paper:
            body = body_text(entry)
        self._kept[entry.key] = entry.digest, entry.paper, body
        if len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return body
