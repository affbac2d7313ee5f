"""The lines around the panes: a question, and what is going on."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from digest_tui.render.cells import fit, fit_parts
from digest_tui.ui.widgets.line_styles import LineStyles


class Notice(LineStyles):
    """One sentence above the panes that waits for an answer, in a row that is kept free for it before it is known."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = self._short = ""
        self._is_away = False
        self._goes_with_key = False

    @property
    def text(self) -> str:
        """The text that is shown; empty for none."""
        return "" if self._is_away else self._text

    def reserve(self, is_kept: bool) -> None:
        """Keep a row free, or none; nothing is said."""
        self._text, self._goes_with_key = "", False
        self.display = is_kept
        self._draw()

    def give_up(self) -> None:
        """Say nothing after all: the row goes with the next key, for nothing moves by itself."""
        self._text, self._goes_with_key = "", True
        self._draw()

    def key_pressed(self) -> None:
        """Give a row back that was kept for nothing."""
        if self._goes_with_key:
            self.reserve(False)

    def show(self, text: str, short: str) -> None:
        """Show a sentence, or its short form where it has no room."""
        self._text, self._short, self._goes_with_key = text, short, False
        self.display = True
        self._draw()

    def set_away(self, is_away: bool) -> None:
        """Leave the row empty where the sentence would be about something else."""
        if is_away != self._is_away:
            self._is_away = is_away
            self._draw()

    def render_line(self, y: int) -> Strip:
        """The sentence, cut where there is no room."""
        room = max(1, self.size.width - 2)
        text = self.text if cell_len(self.text) <= room else fit(self.text and self._short, room)
        return Strip([Segment(f" {text}")]).adjust_cell_length(self.size.width).apply_style(self.rich_style)

    def _draw(self) -> None:
        self.set_class(bool(self.text), "-filled")
        self.refresh()


_LEAST_PLACE = 24
"""Cells of a place that still say where one is, beside work in the background."""


class StatusLine(LineStyles):
    """Shows the place of the reader at the left and the last event at the right."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._trouble = ""
        self._selection = self._short_selection = ""
        self._place = ""
        self._work = ""
        self._message = self._named = ""
        self._offer = ""
        self._offer_keys = 0
        """Keys for which the offer still stays."""

    @property
    def message(self) -> str:
        """The message that is shown."""
        return self._message

    def set_trouble(self, trouble: str) -> None:
        """Change what a person must not miss as long as it holds."""
        if trouble != self._trouble:
            self._trouble = trouble
            self.refresh()

    def set_selection(self, sentence: str, short: str) -> None:
        """Change what verbs act on instead of the paper shown; the short form stands beside a message."""
        if (sentence, short) != (self._selection, self._short_selection):
            self._selection, self._short_selection = sentence, short
            self.refresh()

    def set_place(self, place: str) -> None:
        """Change what stands at the left."""
        if place != self._place:
            self._place = place
            self.refresh()

    def set_work(self, work: str) -> None:
        """Change what is going on in the background."""
        if work != self._work:
            self._work = work
            self.refresh()

    def set_message(self, message: str, name: str = "") -> None:
        """Change what happened last; a name in it is what a narrow line can do without."""
        if (message, name) != (self._message, self._named):
            self._message, self._named = message, name
            self.refresh()

    def set_offer(self, offer: str) -> None:
        """Offer something that came by itself: the key with which a person comes back shows that it was seen."""
        self._offer, self._offer_keys = offer, 1
        self.refresh()

    @property
    def offer(self) -> str:
        """The offer that is shown."""
        return self._offer

    def key_pressed(self) -> None:
        """Take the offer back at the second key."""
        if self._offer and not self._offer_keys:
            self._offer = ""
            self.refresh()
        self._offer_keys = 0

    def render_line(self, y: int) -> Strip:
        """The message has the right of way: the place can be seen in the lists too."""
        width = max(1, self.size.width - 2)
        trouble = fit(f"{self._trouble}   ", width) if self._trouble else ""
        width -= cell_len(trouble)
        has_message = self._message or self._offer
        selection = fit(self._short_selection if has_message else self._selection, width)
        selection += "   " if selection and cell_len(selection) + 3 < width else ""
        width -= cell_len(selection)
        offer = fit(self._offer, width)
        message = fit_parts(self._message, max(0, width - (cell_len(offer) + 3 if offer else 0)), self._named)
        message = f"{message}   {offer}" if message and offer else message or offer
        room = width - cell_len(message) - 2
        place = self._place_and_work(room)
        gap = " " * (width - cell_len(place) - cell_len(message))
        style = self.line_style
        segments = [
            Segment(" "),
            *([Segment(trouble, style("status--trouble"))] if trouble else []),
            *([Segment(selection, style("status--message"))] if selection else []),
            Segment(place, style("status--place")),
            Segment(gap),
            Segment(message, style("status--message")),
            Segment(" "),
        ]
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self.rich_style)

    def _place_and_work(self, room: int) -> str:
        """The place, which may name a title, is cut for the work in the background; that is whole or left out."""
        work = f"   {self._work}" if self._work else ""
        least = min(cell_len(self._place), _LEAST_PLACE)
        if room - cell_len(work) >= least:
            return fit(self._place, room - cell_len(work)) + work
        return fit(self._place, room)
