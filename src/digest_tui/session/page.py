"""The contents of the reader pane for a paper, a text or a preface, before they are drawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.library import Library
from digest_tui.loading import loaded
from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Digest, Entry
from digest_tui.model.facet import Facet
from digest_tui.model.known import NO_LONGER
from digest_tui.model.summary import date_of
from digest_tui.notation.tex_accents import with_letters
from digest_tui.session import wording
from digest_tui.session.date_cursor import EmptyDateRow, FileRow, OtherFilesRow, OtherRow
from digest_tui.session.facts import WHOLE_FILE, Fact, facts_of, standing_of

if TYPE_CHECKING:
    from digest_tui.session.session import Session

_NO_MORE = "*The digest says nothing more about this paper.*"
_NOTHING_LEFT = f"*This paper is {NO_LONGER}: its title, its links and your decisions are kept.*"
NO_OTHER_TEXT = "This digest has no text before or after its papers."
MAX_PATHS = 200
"""Files that are named on one page."""


class FacetName(NamedTuple):
    """A facet of a page that shows one."""

    facet: Facet
    is_shown: bool
    is_missing: bool


class Page(NamedTuple):
    """A title, the facts about it, and Markdown."""

    title: str
    markdown: str
    authors: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    """Few words under the title, some with a link."""
    standing: tuple[str, ...] = ()
    """What was decided about the paper, and where else it stands."""
    note: str = ""
    """The person's note about it."""
    lens: Facet | None = None
    """The facet that is all of the text."""
    is_dim: bool = False
    """True where the text only stands in for one that there is not."""
    facets: tuple[FacetName, ...] = ()
    """The facets that the text may be limited to, where it is the text of one."""
    lacking: str = ""
    """The sentence where the facet that is wanted is none of the paper's."""

    @property
    def is_part(self) -> bool:
        """True where the text is all of one facet: what is named within it is its text."""
        return self.lens is not None or bool(self.facets)


def shown_page(session: Session) -> Page | None:
    """Return the page of the reader pane."""
    if session.other_row is not None:
        return other_row_page(session.other_row, session.library)
    return entry_page(session, session.entry) if session.entry is not None else None


def entry_page(session: Session, entry: Entry) -> Page:
    """Return the page of a paper, through the lens if there is one."""
    if session.lens is None:
        return paper_page(entry, session.library)
    # The names of facets take as long to load as a tenth of a start.
    page: Page = loaded("digest_tui.session.facet_page:facet_page")(entry, session.library, session.lens)
    return page


def paper_page(entry: Entry, library: Library) -> Page:
    """Return the page of a paper: its fields, then the author's lines without those that only hold these fields."""
    paper, state = entry.paper, library.state(entry)
    return Page(
        title=unicode_tex(paper.title),
        markdown=entry.body if entry.body.strip() else _NOTHING_LEFT if entry.is_gone else _NO_MORE,
        authors=tuple(with_letters(name, in_name=True) for name in paper.authors),
        facts=facts_of(entry, library),
        standing=standing_of(entry, state, library),
        note=state.note,
    )


def other_row_page(cursor_row: OtherRow, library: Library) -> Page:
    """Return the page of a row of the date list that is no day."""
    match cursor_row:
        case FileRow(summary):
            page = _text_page(library.catalog.text(summary), library)
            if not cursor_row.is_expected or cursor_row.date is None:
                return page
            return page._replace(standing=(wording.nearest(cursor_row.date, library.days()),))
        case OtherFilesRow(summaries):
            paths = [
                f"{summary.source}: {summary.path}" if library.has_several_sources else summary.path
                for summary in summaries
            ]
            more = [f"and {len(paths) - MAX_PATHS} more"] if len(paths) > MAX_PATHS else []
            body = "\n".join(["~~~~~~", *paths[:MAX_PATHS], *more, "~~~~~~"])
            return Page(
                title=wording.other_row_title(cursor_row), markdown=body, facts=(Fact(wording.no_papers(cursor_row)),)
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
    return Page(title=digest.title, markdown=body, facts=(Fact(_where(digest, library)), *problems))


def preface_page(digest: Digest, library: Library) -> Page:
    """Return the text of a digest before, between and after its papers."""
    parts = [part for part in (digest.preface().strip("\n"), digest.afterword().strip("\n")) if part.strip()]
    body = "\n\n---\n\n".join(parts) or NO_OTHER_TEXT
    problems = _problems(digest, library)
    return Page(title=digest.title, markdown=body, facts=(Fact(_where(digest, library)), *problems))


def _problems(digest: Digest, library: Library) -> tuple[Fact, ...]:
    messages = [problem.message for problem in library.problems(digest)]
    if any(problem.code == "size" for problem in digest.problems):
        messages.append(WHOLE_FILE)
    return tuple(map(Fact, messages))


def _where(digest: Digest, library: Library) -> str:
    return f"{digest.source}: {digest.path}" if library.has_several_sources else digest.path
