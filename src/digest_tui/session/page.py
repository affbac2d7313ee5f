"""The contents of the reader pane for a paper, a text or a preface, before they are drawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.counts import counted
from digest_tui.errors import LinkError
from digest_tui.library import Library
from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Digest, Entry, Status
from digest_tui.model.catalog import Elsewhere
from digest_tui.model.known import NO_LONGER
from digest_tui.model.links import arxiv_url, link_host, neighbour
from digest_tui.model.periods import worded
from digest_tui.model.record import paper_alphaxiv_url
from digest_tui.model.summary import date_of
from digest_tui.session import wording
from digest_tui.session.date_cursor import EmptyDateRow, FileRow, OtherFilesRow, OtherRow

if TYPE_CHECKING:
    from digest_tui.session.session import Session

WHOLE_FILE = "| shows the whole file"
_NO_MORE = "*The digest says nothing more about this paper.*"
_NOTHING_LEFT = f"*This paper is {NO_LONGER}: its title, its links and your decisions are kept.*"
NO_OTHER_TEXT = "This digest has no text before or after its papers."
MAX_PATHS = 200
"""Files that are named on one page."""
MAX_NAMES = 6
"""Dates and sources that are named where a paper stands in many."""


class Page(NamedTuple):
    """A title, the facts about it, and Markdown."""

    title: str
    markdown: str
    authors: tuple[str, ...] = ()
    facts: tuple[tuple[str, str | None], ...] = ()
    """Short words under the title, some with a link."""
    note: str = ""
    """The person's note about it."""
    also: str = ""
    """The other occurrences of the paper."""


def shown_page(session: Session) -> Page | None:
    """Return the page of the reader pane."""
    if session.other_row is not None:
        return other_row_page(session.other_row, session.library)
    return paper_page(session.entry, session.library) if session.entry is not None else None


def paper_page(entry: Entry, library: Library) -> Page:
    """Return the page of a paper: its fields, then the author's lines without those that only hold these fields."""
    paper = entry.paper
    facts: list[tuple[str, str | None]] = []
    if paper.arxiv:
        version = f"v{paper.arxiv.version}" if paper.arxiv.version else ""
        facts.append((f"arXiv {paper.arxiv.id}{version}", arxiv_url(paper.arxiv)))
    elif paper.link:
        # A file next to the digest is named, not opened: digests are text, and nothing in them may act.
        file = entry.page_path or neighbour(paper.link, entry.digest.path)
        facts.append((file, None) if file else (shown_host(paper.link), paper.link))
    if alphaxiv := paper_alphaxiv_url(paper, library.language):
        facts.append(("Alphaxiv", alphaxiv))
    if paper.votes is not None:
        facts.append((counted(paper.votes, "vote"), None))
    if entry.date:
        day = worded(entry.date, entry.period)
        facts.append((f"last on {day}" if entry.is_gone else day, None))
    if any(problem.code == "size" for problem in entry.digest.problems):
        facts.append((f"digest shown in part, {WHOLE_FILE}", None))
    state = library.state(entry)
    if state.starred:
        facts.append(("starred", None))
    if state.status is not Status.UNREAD:
        facts.append((state.status.value, None))
    facts += [(f"#{tag}", None) for tag in state.tags]
    return Page(
        title=unicode_tex(paper.title),
        markdown=entry.body if entry.body.strip() else _NOTHING_LEFT if entry.is_gone else _NO_MORE,
        authors=paper.authors,
        facts=tuple(facts),
        note=state.note,
        also=_also(entry, library),
    )


def other_row_page(cursor_row: OtherRow, library: Library) -> Page:
    """Return the page of a row of the date list that is no day."""
    match cursor_row:
        case FileRow(summary):
            page = _text_page(library.catalog.text(summary), library)
            if not cursor_row.is_expected or cursor_row.date is None:
                return page
            return page._replace(also=wording.nearest(cursor_row.date, library.days()))
        case OtherFilesRow(summaries):
            paths = [
                f"{summary.source}: {summary.path}" if library.has_several_sources else summary.path
                for summary in summaries
            ]
            more = [f"and {len(paths) - MAX_PATHS} more"] if len(paths) > MAX_PATHS else []
            body = "\n".join(["~~~~~~", *paths[:MAX_PATHS], *more, "~~~~~~"])
            return Page(
                title=wording.other_row_title(cursor_row), markdown=body, facts=((wording.no_papers(cursor_row), None),)
            )
        case EmptyDateRow(day):
            return Page(title=wording.other_row_title(cursor_row), markdown=_empty_day(day, library))


def _empty_day(day: date, library: Library) -> str:
    files = [summary.path for summary in library.catalog.others().rest if date_of(summary.days[0][0]) == day]
    lines = [f"No digest is dated {day}.", wording.nearest(day, library.days())]
    if files:
        lines += ["Other files of this date:", "\n".join(["~~~~~~", *files[:MAX_PATHS], "~~~~~~"])]
    return "\n\n".join(lines)


def _text_page(digest: Digest, library: Library) -> Page:
    """Return the page of a file without papers: all of it, and its problems."""
    body = "\n".join(digest.lines[digest.header.last :])
    problems = _problems(digest, library)
    if not body.strip():
        body = "This file is empty." if not digest.lines else "There is nothing below the header of this file."
    return Page(title=digest.title, markdown=body, facts=((_where(digest, library), None), *problems))


def preface_page(digest: Digest, library: Library) -> Page:
    """Return the text of a digest before, between and after its papers."""
    parts = [part for part in (digest.preface().strip("\n"), digest.afterword().strip("\n")) if part.strip()]
    body = "\n\n---\n\n".join(parts) or NO_OTHER_TEXT
    problems = _problems(digest, library)
    return Page(title=digest.title, markdown=body, facts=((_where(digest, library), None), *problems))


def shown_host(url: str) -> str:
    """Return the real host of a link, or that it leads nowhere we would go."""
    try:
        return link_host(url)
    except LinkError:
        return "link not opened"


def _problems(digest: Digest, library: Library) -> tuple[tuple[str, None], ...]:
    messages = [problem.message for problem in library.problems(digest)]
    if any(problem.code == "size" for problem in digest.problems):
        messages.append(WHOLE_FILE)
    return tuple((message, None) for message in messages)


def _where(digest: Digest, library: Library) -> str:
    return f"{digest.source}: {digest.path}" if library.has_several_sources else digest.path


def _also(entry: Entry, library: Library) -> str:
    """Return `Also in blog` or `Also on 2025-12-09, 2025-12-08 (blog)`: a source is named where it is another one."""
    elsewhere = library.catalog.elsewhere(entry)
    here = [other.source for other in elsewhere if other.date == entry.date]
    parts = [("in", [source for source in here if source != entry.digest.source])]
    parts.append(("on", [_day_of(other, entry) for other in elsewhere if other.date != entry.date]))
    words = [f"{word} {_some(list(dict.fromkeys(names)))}" for word, names in parts if names]
    if not words:
        return ""
    opening = "Read before, also" if library.state(entry).status is Status.READ else "Also"
    return f"{opening} {' and '.join(words)}"


def _day_of(other: Elsewhere, entry: Entry) -> str:
    day = worded(other.date, other.period) if other.date else other.path
    return day if other.source == entry.digest.source else f"{day} ({other.source})"


def _some(names: list[str]) -> str:
    return ", ".join(names[:MAX_NAMES]) + (f" and {len(names) - MAX_NAMES} more" if len(names) > MAX_NAMES else "")
