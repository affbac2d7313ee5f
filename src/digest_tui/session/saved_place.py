"""A place to come back to, as text for the store."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from digest_tui.model.facet import Facet
from digest_tui.session.session import Session
from digest_tui.session.views import View

_MOST_LINES = 1_000_000
"""More than any page has."""
_FORMER_VIEWS = {"unread": View.NEW}
"""Views under the names that earlier versions kept."""


Spot = tuple[View, str, tuple[str, ...], int, Facet | None]
"""View, day, paper, line and lens."""


class SavedPlace(NamedTuple):
    """A place to come back to: never a row number, which another file may move."""

    view: View
    day: str
    keys: tuple[str, ...]
    """The paper, then its neighbours in the order in which they stand in for it."""
    scroll: int
    """The line at the top of the reader."""
    lines: int = 0
    """The number of lines that its page had: another width means other lines; 0 where that was not known."""
    lens: Facet | None = None
    cards: bool = False
    """True where the paper is a card."""

    @classmethod
    def of(cls, session: Session, scroll: int, lines: int = 0) -> SavedPlace:
        """Return the place at which a session would be resumed; `scroll` is the reader's position in its paper."""
        is_of_view = session.view not in (View.SEARCH, View.CARDS)
        at = (scroll, lines) if is_of_view else (0, 0)
        lens = session.lens or session.lens_aside
        return cls(*session.resting_place(), *at, lens, session.view is View.CARDS)

    @property
    def spot(self) -> Spot:
        """Where the person stands, whatever is around."""
        return self.view, self.day, self.keys[:1], self.scroll, self.lens

    def dumps(self) -> str:
        """Return the place as text for the store."""
        return json.dumps(self._asdict())

    @classmethod
    def loads(cls, text: str | None) -> SavedPlace | None:
        """Read a place from the store; None when there is none or it is not one of ours."""
        try:
            raw: Any = json.loads(text or "")
            view = _FORMER_VIEWS.get(raw["view"], raw["view"])
            scroll, lines = (max(0, min(int(line), _MOST_LINES)) for line in (raw["scroll"], raw.get("lines", 0)))
            lens = Facet(raw["lens"]) if raw.get("lens") else None
            keys = tuple(map(str, raw["keys"]))
            return cls(View(view), str(raw["day"]), keys, scroll, lines, lens, raw.get("cards") is True)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return None
