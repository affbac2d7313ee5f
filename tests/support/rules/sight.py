"""What a person sees: the paper shown, the list, what is selected."""

from typing import NamedTuple


class Sight(NamedTuple):
    """A window as it stands on the screen, read from the program."""

    paper: str | None
    """The key of the paper that the reader shows."""
    listed: tuple[str, ...]
    """The keys of the papers in the list, from its top."""
    view: str
    day: str
    """The date that is highlighted, where it is one with papers."""
    order: str
    query: str = ""
    selected: frozenset[str] = frozenset()
    message: str = ""
    """The sentence of the status line."""
    place: str = ""
    """What the status line says besides."""
    selection_words: str = ""
    """What it says about the selection."""
    pane: str = "papers"
    at_end: bool = False
    """True while the end of the paper is on screen."""
    has_finds: bool = False
    """True while finds are marked on the page: `n` is for them."""
    on_page: bool = True
    """False while something else than the paper is shown, such as the preface."""
    mode: str = ""
    """`sheet`, `card`, `whole` for the whole paper of a card; empty for the panes."""
    is_sheet_open: bool = False
    """True while the sheet is come back to by `Esc`."""
    lens: str = ""
    """The facet that is shown of every paper."""
    aside: str = ""
    """The lens that is put aside while a paper is read whole."""
    head: str = ""
    """What stands above a card."""
    line: int | None = None
    """The line of the sheet on which the paper under the cursor begins."""
    closing: bool = False
    """True while the closing card is shown."""
    preface: bool = False
    has_own_finds: bool = False
    """True while words are marked that were looked for in this paper."""
    offer: bool = False
    """True while an offer stands above the panes."""

    @property
    def lists_all_dates(self) -> bool:
        """True where the list holds papers of all dates, not of the one that is highlighted."""
        return self.view in ("starred", "later", "search", "cards")

    @property
    def marks_by_scrolling(self) -> bool:
        """True where who scrolls to the end of a paper has read it: what is shown is the whole of it."""
        return self.mode in ("", "whole") and not self.lens

    @property
    def list_id(self) -> tuple[str, ...]:
        """What makes a list another one: its view, its day or query, its order."""
        return (self.view, self.query if self.lists_all_dates else self.day, self.order)

    @property
    def below(self) -> tuple[str, ...]:
        """The papers below the one that is shown."""
        return self.listed[self.listed.index(self.paper) + 1 :] if self.paper in self.listed else ()

    @property
    def above(self) -> tuple[str, ...]:
        """The papers above it."""
        return self.listed[: self.listed.index(self.paper)] if self.paper in self.listed else ()

    def stepped(self, by: int) -> str | None:
        """The paper so many rows on, not further than the ends."""
        if self.paper not in self.listed:
            return self.paper
        return self.listed[max(0, min(len(self.listed) - 1, self.listed.index(self.paper) + by))]
