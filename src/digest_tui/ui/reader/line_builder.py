"""Painted lines, put together one by one."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.lines import Painting
from digest_tui.ui.reader.rendered_page import Lines


class LineBuilder:
    """Collects lines, and the targets of their links, which are counted from `first_link`."""

    def __init__(self, first_link: int = 0) -> None:
        self._first_link = first_link
        self._strips: list[Strip] = []
        self._plain: list[str] = []
        self._links: list[str] = []

    def lines(self) -> Lines:
        """Return what was collected."""
        return Lines(tuple(self._strips), tuple(self._plain), tuple(self._links))

    def line(self, runs: list[tuple[str, Style, str | None]]) -> None:
        """Add a line of texts, each with its style and its link."""
        segments = [Segment(text, style if url is None else style + self._link(url)) for text, style, url in runs]
        self._strips.append(Strip(segments, sum(cell_len(text) for text, _, _ in runs)))
        self._plain.append("".join(text for text, _, _ in runs))

    def blank(self) -> None:
        """Add an empty line."""
        self._strips.append(Strip([], 0))
        self._plain.append("")

    def painting(self, painting: Painting) -> None:
        """Add a painted text."""
        for line in painting.lines:
            segments = [
                Segment(run.text, run.style if run.link is None else run.style + self._link(painting.links[run.link]))
                for run in line.runs
            ]
            self._strips.append(Strip(segments, line.cells))
            self._plain.append(line.text)

    def _link(self, url: str) -> Style:
        if url not in self._links:
            self._links.append(url)
        return Style.from_meta({"link": self._first_link + self._links.index(url)})
