"""Painting what stands around the text of a page: it changes with every decision, the text does not."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.style import Style

from digest_tui.render.cells import fit, wrap_plain_joined
from digest_tui.render.wrap import break_lines, joints
from digest_tui.session.facts import Fact
from digest_tui.session.page import Page
from digest_tui.ui.marks import DECISIONS, MEDIA
from digest_tui.ui.reader.byline import MOST_NAMED, byline
from digest_tui.ui.reader.line_builder import LineBuilder
from digest_tui.ui.reader.rendered_page import HeaderStyles, Lines, RenderedPage

NOTE_LINES = 6
"""Lines of a note above the text; a longer one stands whole at the end of the page."""
MAX_FACT_LINES = 4
"""Lines of what is wrong with a file."""
_BETWEEN = " · "
_LEAST = 8
"""Cells of a line that has room for a key beside a word."""
_ALL = 10_000
_MARKS = DECISIONS | MEDIA

_Run: TypeAlias = tuple[str, Style, str | None]
"""Text, its style and its link."""


class Frame(NamedTuple):
    """The room for what stands around a text."""

    width: int
    is_short: bool = False
    """True where lines are few: everything about a paper goes on as one line, with less of its authors."""


def framed(page: Page, text: Lines, frame: Frame, styles: HeaderStyles) -> RenderedPage:
    """Paint the header and the foot of a page around its painted text."""
    width = frame.width
    head, foot = LineBuilder(len(text.links)), LineBuilder()
    head.wrapped(wrap_plain_joined(page.title, width, max_lines=100), styles.title)
    names = byline(page.authors, width, is_short=frame.is_short) if page.authors else []
    by = [Fact(words) for words in names]
    # A tag begins with a hash: what has a mark is a decision.
    standing = [Fact(words, mark=words if words in DECISIONS else "") for words in page.standing]
    for facts in _groups(by, list(map(_marked, page.facts)), list(map(_marked, standing)), frame):
        for runs, joint in _flow(facts, width, styles):
            head.line(runs, joint)
    note = _broken(f"“{page.note}”", width) if page.note else []
    if is_note_cut := len(note) > NOTE_LINES:
        last, joint = note[NOTE_LINES - 1]
        note = [*note[: NOTE_LINES - 1], (fit(last, max(1, width - 1)).removesuffix("…") + "…", joint)]
    head.wrapped(note, styles.note)
    head.rule(width, styles.rule)
    if is_note_cut:
        foot.blank()
        foot.wrapped(_broken(f"The whole note: {page.note}", width), styles.byline)
    everybody = ", ".join(page.authors)
    if "".join(names) != everybody:
        foot.blank()
        label = f"All {len(page.authors)} authors" if len(page.authors) > MOST_NAMED else "Authors"
        foot.wrapped(wrap_plain_joined(f"{label}: {everybody}", width, max_lines=_ALL), styles.byline)
    above, below = head.lines(), foot.lines()
    return RenderedPage(
        above.strips + text.strips + below.strips,
        above.plain + text.plain + below.plain,
        text.links + above.links,
        len(above.strips),
        len(above.strips) + len(text.strips),
        above.joints + text.joints + below.joints,
        above.spans + text.spans + below.spans,
        tuple((len(above.strips) + line, url) for line, url in text.media),
        text,
    )


def _groups(by: list[Fact], facts: Sequence[Fact], standing: list[Fact], frame: Frame) -> list[Sequence[Fact]]:
    """The facts of which each group begins a line."""
    if frame.is_short:
        return [[*by, *facts, *standing]]
    one_line = sum(cell_len(f"{fact.key} {fact.words}" if fact.key else fact.words) for fact in facts)
    has_room = one_line + len(_BETWEEN) * (len(facts) - 1) <= frame.width
    # What is left of a line that had to be begun is not wasted.
    return [by, facts, standing] if has_room else [by, [*facts, *standing]]


def _marked(fact: Fact) -> Fact:
    """The fact with its mark in its words."""
    return fact._replace(words=f"{_MARKS[fact.mark]} {fact.words}") if fact.mark else fact


def _broken(text: str, width: int) -> list[tuple[str, str | None]]:
    """A text in lines, each with its joint; the ends of its own lines are kept."""
    ranges = break_lines(text, width)
    return list(zip((text[start:end] for start, end in ranges), joints(text, ranges), strict=True))


def _flow(facts: Sequence[Fact], width: int, styles: HeaderStyles) -> Iterator[tuple[list[_Run], str | None]]:
    """Facts in lines, broken between two of them; a sentence that one line does not hold goes on below."""
    row: list[_Run] = []
    joint = None
    for fact in facts:
        key = f"{fact.key} " if fact.key and width >= _LEAST else ""
        if fact.url is None and cell_len(fact.words) > width:
            if row:
                yield row, joint
                joint = _BETWEEN
            *lines, (last, last_joint) = wrap_plain_joined(fact.words, width, max_lines=MAX_FACT_LINES)
            for line, line_joint in lines:
                yield [(line, styles.byline, None)], line_joint if line_joint is not None else joint
            row, joint = [(last, styles.byline, None)], last_joint if lines else joint
            continue
        room = max(1, width - cell_len(key))
        runs = _runs(key, fact._replace(words=fit(fact.words, room)), styles)
        if row and _cells(row) + len(_BETWEEN) + _cells(runs) > width:
            yield row, joint
            row, joint = [], _BETWEEN
        row = [*row, *([(_BETWEEN, styles.byline, None)] if row else []), *runs]
    if row:
        yield row, joint


def _runs(key: str, fact: Fact, styles: HeaderStyles) -> list[_Run]:
    style = {"new": styles.mark, "starred": styles.star}.get(fact.mark)
    if fact.url is not None:
        return [*([(key, styles.note, fact.url)] if key else []), (fact.words, styles.link, fact.url)]
    if style is not None:
        return [(fact.words[:1], style, None), (fact.words[1:], styles.byline, None)]
    return [(fact.words, styles.byline, None)]


def _cells(runs: Sequence[_Run]) -> int:
    return sum(cell_len(text) for text, _, _ in runs)
