"""Painting a page for a width: header, then body."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.markup.parser import parse
from digest_tui.render.cells import fit, wrap_plain, wrap_plain_joined
from digest_tui.render.lines import Painting
from digest_tui.render.painter import paint
from digest_tui.render.palette import Palette
from digest_tui.session.page import Page
from digest_tui.ui.reader.rendered_page import HeaderStyles, RenderedPage

BYLINE_LINES = 3
"""Lines of authors above the text; the rest of a long list stands at the end of the page."""
MAX_FACT_LINES = 4
"""Lines of what is wrong with a file."""


def paint_page(page: Page, width: int, palette: Palette, header: HeaderStyles) -> RenderedPage:
    """Paint a page at a width in cells."""
    builder = _Builder(width, palette)
    builder.wrapped(page.title, header.title, max_lines=100)
    shown, cut = _byline(page.authors, width)
    for line, joint in shown:
        builder.line([(line, header.byline, None)], joint)
    for facts in _rows(page.facts, width):
        builder.line([(text, header.link if url else header.byline, url) for text, url in facts])
    if page.note:
        builder.wrapped(f"Note: {page.note}", header.byline, max_lines=20)
    if page.also:
        builder.wrapped(page.also, header.byline, max_lines=3)
    builder.blank()
    body = builder.count
    builder.painting(paint(parse(page.markdown), width, palette))
    end = builder.count
    if cut:
        builder.blank()
        builder.wrapped(f"All {len(page.authors)} authors: {', '.join(page.authors)}", header.byline, max_lines=10_000)
    return builder.finish(body, end)


class _Builder:
    def __init__(self, width: int, palette: Palette) -> None:
        self._width = width
        self._palette = palette
        self.strips: list[Strip] = []
        self.plain: list[str] = []
        self.links: list[str] = []
        self.joints: list[str | None] = []
        self.spans: list[tuple[int, int]] = []

    @property
    def count(self) -> int:
        return len(self.strips)

    def finish(self, body: int, end: int) -> RenderedPage:
        links, joints, spans = tuple(self.links), tuple(self.joints), tuple(self.spans)
        return RenderedPage(tuple(self.strips), tuple(self.plain), links, body, end, joints, spans)

    def wrapped(self, text: str, style: Style, *, max_lines: int) -> None:
        for line, joint in wrap_plain_joined(text, self._width, max_lines):
            self.line([(line, style, None)], joint)

    def line(self, runs: list[tuple[str, Style, str | None]], joint: str | None = None) -> None:
        segments = []
        for text, style, url in runs:
            segments.append(Segment(text, style if url is None else style + self._link(url)))
        self.strips.append(Strip(segments, sum(cell_len(text) for text, _, _ in runs)))
        self._note("".join(text for text, _, _ in runs), joint)

    def blank(self) -> None:
        self.strips.append(Strip([], 0))
        self._note("")

    def painting(self, painting: Painting) -> None:
        for line in painting.lines:
            segments = [
                Segment(run.text, run.style if run.link is None else run.style + self._link(painting.links[run.link]))
                for run in line.runs
            ]
            self.strips.append(Strip(segments, line.cells))
            self._note(line.text, line.joint, line.span)

    def _note(self, text: str, joint: str | None = None, span: tuple[int, int] | None = None) -> None:
        self.plain.append(text)
        self.joints.append(joint)
        self.spans.append(span or (0, len(text)))

    def _link(self, url: str) -> Style:
        if url not in self.links:
            self.links.append(url)
        return Style.from_meta({"link": self.links.index(url)})


def _byline(authors: tuple[str, ...], width: int) -> tuple[list[tuple[str, str | None]], bool]:
    """The authors on at most `BYLINE_LINES` lines, and whether some had to be left out."""
    lines = wrap_plain_joined(", ".join(authors), width, max_lines=BYLINE_LINES + 1) if authors else []
    if len(lines) <= BYLINE_LINES:
        return lines, False
    more = f" and others, {len(authors)} in all"
    # Cut between names, never within one.
    last, joint = lines[BYLINE_LINES - 1]
    kept = fit(last, max(1, width - cell_len(more))).rpartition(",")[0]
    return [*lines[: BYLINE_LINES - 1], (fit(kept + more, width), joint)], True


def _rows(facts: tuple[tuple[str, str | None], ...], width: int) -> list[list[tuple[str, str | None]]]:
    """Facts in lines, separated by dots; a sentence that one line does not hold goes on below."""
    rows: list[list[tuple[str, str | None]]] = []
    used = 0
    for words, url in facts:
        if url is None and cell_len(words) > width:
            lines = wrap_plain(words, width, max_lines=MAX_FACT_LINES)
            rows += [[(line, None)] for line in lines]
            used = width
            continue
        text = fit(words, width)
        if rows and used + 3 + cell_len(text) <= width:
            rows[-1] += [(" · ", None), (text, url)]
            used += 3 + cell_len(text)
        else:
            rows.append([(text, url)])
            used = cell_len(text)
    return rows
