"""Painting what stands around the text of a page: it changes with every decision, the text does not."""

from rich.cells import cell_len

from digest_tui.render.cells import fit, wrap_plain, wrap_plain_joined
from digest_tui.session.page import Page
from digest_tui.ui.reader.line_builder import LineBuilder
from digest_tui.ui.reader.rendered_page import HeaderStyles, Lines, RenderedPage

BYLINE_LINES = 3
"""Lines of authors above the text; the rest of a long list stands at the end of the page."""
NOTE_LINES = 6
"""Lines of a note above the text; a longer one stands whole at the end of the page."""
MAX_FACT_LINES = 4
"""Lines of what is wrong with a file."""
_ALL = 10_000


def framed(page: Page, text: Lines, width: int, styles: HeaderStyles) -> RenderedPage:
    """Paint the header and the foot of a page around its painted text."""
    head, foot = LineBuilder(len(text.links)), LineBuilder()
    head.wrapped(wrap_plain_joined(page.title, width, max_lines=100), styles.title)
    byline, is_byline_cut = _byline(page.authors, width)
    note, is_note_cut = _note(page.note, width)
    head.wrapped(byline, styles.byline)
    for facts in _rows(page.facts, width):
        head.line([(words, styles.link if url else styles.byline, url) for words, url in facts])
    head.wrapped(note, styles.byline)
    head.wrapped(wrap_plain_joined(page.also, width, max_lines=3) if page.also else (), styles.byline)
    head.blank()
    rest = [f"The whole note: {page.note}"] if is_note_cut else []
    rest += [f"All {len(page.authors)} authors: {', '.join(page.authors)}"] if is_byline_cut else []
    for words in rest:
        foot.blank()
        foot.wrapped(wrap_plain_joined(words, width, max_lines=_ALL), styles.byline)
    above, below = head.lines(), foot.lines()
    return RenderedPage(
        above.strips + text.strips + below.strips,
        above.plain + text.plain + below.plain,
        text.links + above.links,
        len(above.strips),
        len(above.strips) + len(text.strips),
        above.joints + text.joints + below.joints,
        above.spans + text.spans + below.spans,
        text,
    )


def _note(note: str, width: int) -> tuple[list[tuple[str, str | None]], bool]:
    """The note on at most `NOTE_LINES` lines, and whether some of it had to be left out."""
    words = f"Note: {note}"
    lines = wrap_plain_joined(words, width, max_lines=NOTE_LINES + 1) if note else []
    is_cut = len(lines) > NOTE_LINES
    return (wrap_plain_joined(words, width, max_lines=NOTE_LINES) if is_cut else lines), is_cut


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
