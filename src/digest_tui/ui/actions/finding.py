"""Finds in the paper that is shown: marked, and walked with `n` and `N`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.errors import QueryError
from digest_tui.ui.actions import Actions

if TYPE_CHECKING:
    from digest_tui.search.finds import Finds
    from digest_tui.ui.actions.window import Window

PLACEHOLDER = "a word, with or without spaces, initial consonants, or /an expression/"


class Finding:
    """`ctrl+f` in one paper; the finds of a search are walked in the same way."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._own: Finds | None = None
        """The finds of `ctrl+f`; they go before those of a search."""
        self._hidden: Finds | None = None
        """Finds of a search that are not marked any more."""
        self._is_wrong = False
        """True while the line is not understood."""

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"find": self.open}

    @property
    def finds(self) -> Finds | None:
        """The finds that the reader marks."""
        of_search = self._window.services.searching.finds
        return self._own or (of_search if of_search is not self._hidden else None)

    @property
    def is_own(self) -> bool:
        """True while the marks are those of `ctrl+f`."""
        return self._own is not None

    def open(self) -> None:
        """Ask for words to find in this paper."""
        if self._window.services.prompt.asker is not self:
            self._window.services.prompt.open(self, "find: ", "", PLACEHOLDER)

    def changed(self, text: str) -> bool:
        """Mark while it is being typed."""
        self._is_wrong = False
        try:
            self._own = (
                self._window.library.searching.finds(self._window.library.searching.phrase(text))
                if text.strip()
                else None
            )
        except QueryError as error:
            self._is_wrong = True
            self._window.services.prompt.complain(str(error), error.start, error.end)
            return False
        self._window.mark_finds(self.finds)
        self._window.say(self._window.reader.go_to_find(0) if self._own else "")
        self._window.show_status()
        return False

    def submitted(self, text: str) -> None:
        """Back to the panes; the marks stay, and so does a line that is wrong."""
        if not self._is_wrong:
            self._window.services.prompt.close()

    def pressed(self, key: str) -> None:
        """Esc takes the line and its marks back."""
        if key == "escape":
            self._own, self._is_wrong = None, False
            self._window.mark_finds(self.finds)
            self.submitted("")
            self._window.say("")

    def step(self, by: int) -> bool:
        """Go to the next or previous find, if any is marked on the page, and say whether there was one."""
        if self.finds is None or not self._window.reader.has_finds:
            return False
        self._window.say(self._window.reader.go_to_find(by))
        self._window.show_status()
        return True

    def hide(self) -> bool:
        """Mark nothing any more, and say whether something was marked."""
        if self.finds is None or not (self._own or self._window.reader.has_finds):
            return False
        if self._own is not None:
            self._own = None
        else:
            self._hidden = self._window.services.searching.finds
        self._window.mark_finds(self.finds)
        return True
