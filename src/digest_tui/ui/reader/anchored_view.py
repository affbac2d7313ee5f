"""Lines of a text that is broken anew at every width: what somebody scrolled to stays at the top."""

from digest_tui.ui.widgets.line_view import LineView


class AnchoredView(LineView):
    """A pane that knows where in its text it stands."""

    _anchor: tuple[int, int] | None = None
    """The line that somebody scrolled to, and of how many lines; None at the top of the text."""

    @property
    def place(self) -> tuple[int, int]:
        """The line that somebody scrolled to, and of how many lines."""
        return self._anchor or self._here

    def come_back(self, top: int, lines: int) -> None:
        """Show the text from a line on that it had when it had so many lines; 0 for as many as now."""
        self._anchor, self.top = (top, lines), top
        self._fit()
        self.refresh()

    def scroll_to_line(self, top: int) -> bool:
        """Show the lines from `top` on, as far as there are any, and say whether that changed anything."""
        is_other = super().scroll_to_line(top)
        if is_other:
            self.stay()
        return is_other

    def stay(self) -> None:
        """Stay, from now on, at the line that is at the top."""
        self._anchor = self._here

    def on_resize(self) -> None:
        """Another width means other lines, and another share of them is on screen."""
        self._fit()
        self.refresh()
        self.post_message(self.Scrolled(is_by_person=False))

    def _fit(self) -> None:
        """Scroll to where the anchor's text is at the present width; it stays the anchor where there is no room."""
        top = self.top
        if self._anchor is not None:
            line, lines = self._anchor
            top = self.line_of(round(line / lines * self.text_count()) if lines else line)
        self.top = max(0, min(top, self.max_top))

    @property
    def _here(self) -> tuple[int, int]:
        return self.text_line_of(self.top), self.text_count()

    # Between the lines of the text there may be others that come and go: an anchor does not count them.

    def text_count(self) -> int:
        """Return the number of lines of the text."""
        return self.line_count()

    def text_line_of(self, line: int) -> int:
        """Return which line of the text a line of the pane is, or belongs to."""
        return line

    def line_of(self, text_line: int) -> int:
        """Return where a line of the text is in the pane."""
        return text_line
