"""The query that is being typed, as it is kept until it is finished or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.session.drafts import QUERY

if TYPE_CHECKING:
    from digest_tui.session.drafts import Draft
    from digest_tui.ui.actions.window import Services


class QueryDraft:
    """One line for all searches: it is about no paper."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._listed = ""
        """The query that was listed when the line was opened."""
        self._is_on_line = False
        """True once something was typed on the line, or had been left unfinished and stands there."""

    def begin(self, listed: str) -> str:
        """Return the query that was left unfinished; none where it is another one than the listed one."""
        text = self._draft.text
        begun = text if text.startswith(listed) else ""
        self._listed, self._is_on_line = listed, bool(begun)
        return begun

    def keep(self, text: str) -> None:
        """Keep what was typed, unless that is nothing, or what is listed."""
        self._is_on_line = True
        self._services.drafts.keep(self._draft, text if text.strip() not in ("", self._listed) else "")

    def end(self) -> None:
        """The line is finished or taken back; a query that was not on it stays."""
        if self._is_on_line:
            self._services.drafts.keep(self._draft, "")

    @property
    def _draft(self) -> Draft:
        # Another window may have left one.
        return self._services.drafts.about(QUERY, ("",))
