"""A repository that is named at the first start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from digest_tui.cli.arguments import Arguments
from digest_tui.cli.first_look import look
from digest_tui.cli.new_repository import NewRepository
from digest_tui.config import Settings
from digest_tui.errors import DigestTuiError
from digest_tui.sources.naming import typed_text
from digest_tui.sources.registry import is_fetched

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.sources.origin import Origin


class FirstRepository(NewRepository):
    """Fetched, looked at, and only then configured and opened."""

    def __init__(self, arguments: Arguments, settings: Settings, url: str, make: Callable[[Origin], Library]) -> None:
        super().__init__(arguments, settings, url)
        self._make = make

    def open(self) -> Library:
        """Return its library, from now on configured; raises DigestTuiError where it holds no papers."""
        try:
            look(self.origin.path)
        except DigestTuiError:
            self.origin.remove()
            raise
        self.keep()
        return self._make(self.origin)


def first_repository(
    arguments: Arguments, settings: Settings, make: Callable[[Origin], Library], text: str
) -> FirstRepository | None:
    """Return the repository that a text names; None for a place of this machine."""
    typed = typed_text(text)
    return FirstRepository(arguments, settings, typed, make) if is_fetched(typed) else None
