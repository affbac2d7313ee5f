"""What tests ask of a reader, with a screen or without."""

from abc import ABC, abstractmethod

from digest_tui.library import Library
from digest_tui.model import Entry
from digest_tui.render.cells import fit
from digest_tui.session.date_rows import DateRow, DateRows
from digest_tui.session.rows import paper_rows
from digest_tui.session.session import Session


class Facts(ABC):
    """Where a reader stands, and what is listed and decided."""

    @property
    @abstractmethod
    def session(self) -> Session:
        """Where it stands."""

    @property
    def library(self) -> Library:
        """What it reads."""
        return self.session.library

    def date_rows(self) -> list[DateRow]:
        """The rows of the date list."""
        return list(DateRows(self.session.cursor_rows).rows(self.session))

    def labels(self) -> list[str]:
        """What they say; behind a mark where something is wrong."""
        return [f"{'!' * row.problem}{row.label}" for row in self.date_rows()]

    def counts(self) -> list[str]:
        """What the rows of the date list count, headings passed over."""
        return [row.tally for row in self.date_rows() if not row.passed_over]

    @property
    def title(self) -> str:
        """The title of the paper under the cursor."""
        entry = self.session.entry
        return entry.paper.title if entry else ""

    @property
    def day(self) -> str:
        """The id of the highlighted day; empty where that is none."""
        return self.session.day.id if self.session.day else ""

    def rows(self) -> list[str]:
        """The titles that the paper list shows."""
        return [row.title for row in paper_rows(self.session)]

    def notes(self) -> list[tuple[str, str]]:
        """The titles that the paper list shows, and what it says beside each."""
        return [(row.title, row.note) for row in paper_rows(self.session, fit=fit)]

    def whens(self) -> list[str]:
        """The dates that the paper list says in the rows of papers."""
        return [row.when for row in paper_rows(self.session) if not row.passed_over]

    def state(self, title: str) -> str:
        """The committed state of a paper: `unread`, `read starred`, ..."""
        state = self.library.state(self._entry(title))
        return f"{state.status}{' starred' if state.starred else ''}"

    def states(self, *titles: str) -> list[str]:
        """The committed states of several papers."""
        return [self.state(title) for title in titles]

    def _entry(self, title: str) -> Entry:
        entries = (entry for day in self.library.days() for entry in day.entries)
        return next(entry for entry in entries if entry.paper.title == title)
