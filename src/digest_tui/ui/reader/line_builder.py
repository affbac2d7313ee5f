"""Painted lines, put together one by one."""

from collections.abc import Iterable

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
        self._joints: list[str | None] = []
        self._spans: list[tuple[int, int]] = []
        self._media: list[tuple[int, str]] = []

    def lines(self, starts: Iterable[tuple[int, int]] = ()) -> Lines:
        """Return what was collected."""
        links, joints, spans = tuple(self._links), tuple(self._joints), tuple(self._spans)
        return Lines(tuple(self._strips), tuple(self._plain), links, joints, spans, tuple(self._media), tuple(starts))

    def wrapped(self, lines: Iterable[tuple[str, str | None]], style: Style) -> None:
        """Add the lines of a text that was broken, each with the text between it and the one above."""
        for line, joint in lines:
            self.line([(line, style, None)], joint)

    def line(self, runs: list[tuple[str, Style, str | None]], joint: str | None = None) -> None:
        """Add a line of texts, each with its style and its link."""
        segments = [Segment(text, style if url is None else style + self._link(url)) for text, style, url in runs]
        self._strips.append(Strip(segments, sum(cell_len(text) for text, _, _ in runs)))
        self._note("".join(text for text, _, _ in runs), joint)

    def rule(self, width: int, style: Style) -> None:
        """Add a hair line, which is none of the text."""
        line = "─" * width
        self._strips.append(Strip([Segment(line, style)], width))
        self._note(line, span=(width, width))

    def blank(self) -> None:
        """Add an empty line."""
        self._strips.append(Strip([], 0))
        self._note("")

    def painting(self, painting: Painting) -> None:
        """Add a painted text."""
        first = len(self._strips)
        self._media += [(first + line, url) for line, url in painting.media]
        for line in painting.lines:
            segments = [
                Segment(run.text, run.style if run.link is None else run.style + self._link(painting.links[run.link]))
                for run in line.runs
            ]
            self._strips.append(Strip(segments, line.cells))
            self._note(line.text, line.joint, line.span)

    def _note(self, text: str, joint: str | None = None, span: tuple[int, int] | None = None) -> None:
        self._plain.append(text)
        self._joints.append(joint)
        self._spans.append(span or (0, len(text)))

    def _link(self, url: str) -> Style:
        if url not in self._links:
            self._links.append(url)
        return Style.from_meta({"link": self._first_link + self._links.index(url)})
