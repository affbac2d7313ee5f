"""Papers written for other programs: `E`, and the BibTeX that is copied."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digest_tui.counts import counted
from digest_tui.errors import DigestTuiError, ExportError
from digest_tui.exporters import Exported, Exporter
from digest_tui.library.exporting import ExportReport, write_to
from digest_tui.library.targets import read_as_digest, why_not_written
from digest_tui.report import report as reported
from digest_tui.session.exporting import Choice, Scope, outcome, scopes_of
from digest_tui.session.selection import LOST
from digest_tui.sources.naming import shown_path, typed_place
from digest_tui.text import one_line, sanitize
from digest_tui.ui.actions import Actions
from digest_tui.ui.jobs.daemon_thread import in_daemon_thread
from digest_tui.ui.jobs.turns import written_papers
from digest_tui.ui.screens.export import ExportScreen

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window

_REMEMBERED = "export"
_MOST_SENTENCES = 4
"""Papers that are left out are named one by one up to so many."""


class Exporting:
    """A dialog asks; what is read is read between two keys, and written in a thread of its own."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._choice = Choice.loads(window.library.recall(_REMEMBERED))

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"export": self._export}

    def _export(self) -> None:
        window, session = self._window, self._window.session
        if session.selection.take_loss():
            window.say(f"Nothing exported: {LOST}")
            return
        closed = window.services.closing.papers if window.reader.card is not None and window.shows_reader else None
        scopes = scopes_of(session, closed, is_paper_shown=not window.preface_shown)
        if not scopes:
            window.say("No papers are listed: there is nothing to export.")
            return
        screen = ExportScreen(scopes, self._choice, lambda *choice: self._begin(screen, *choice))
        window.app.push_screen(screen)

    def _begin(self, screen: ExportScreen, scope: Scope, choice: Choice) -> None:
        self._window.run_worker(self._carry_out(screen, scope, choice), exit_on_error=False)

    async def _carry_out(self, screen: ExportScreen, scope: Scope, choice: Choice) -> None:
        try:
            papers = await written_papers(scope.entries, self._window.library)
            if choice.is_file:
                words, left = await self._write(papers, choice)
            else:
                await self._copy(papers, choice.row)
                words, left = "", []
        except DigestTuiError as error:
            self._refuse(screen, str(error))
        except Exception as error:  # whatever a format does, the choice can be another one
            self._refuse(screen, reported(error, "The papers could not be exported"))
        else:
            self._done(screen, scope, choice)
            if words:
                self._window.say(words)
            if left:
                self._tell("\n".join(left))

    async def _write(self, papers: list[Exported], choice: Choice) -> tuple[str, list[str]]:
        """Bring a file up to date, and return what is said of it, and what was left out."""
        library = self._window.library

        def write() -> tuple[ExportReport, str]:
            try:
                path = typed_place(choice.path)
            except RuntimeError as error:
                raise ExportError(f"{choice.path} names the home of an unknown user.") from error
            if reason := why_not_written(path, library):
                raise ExportError(reason)
            return write_to(path, choice.row, papers), read_as_digest(path, choice.row, library)

        report, warning = await in_daemon_thread(write)
        left = list(report.left)
        if more := len(left) - _MOST_SENTENCES:
            left[_MOST_SENTENCES:] = [f"And {more:,} more are left out."] if more > 0 else []
        return outcome(report, shown_path(Path(report.path))), [*left, *([warning] if warning else [])]

    async def _copy(self, papers: list[Exported], row: Exporter) -> None:
        text = await in_daemon_thread(partial(row.copied, papers))
        self._window.services.desktop.copy(sanitize(text), f"{counted(len(papers), 'paper')} as {row.title}")

    def _done(self, screen: ExportScreen, scope: Scope, choice: Choice) -> None:
        self._choice = choice
        self._window.services.store.remember(_REMEMBERED, choice.dumps())
        if scope.is_selection and self._window.session.selection.clear():
            self._window.show_state()
        screen.close(None)

    def _refuse(self, screen: ExportScreen, sentence: str) -> None:
        # What was typed behind it was for when it is written.
        if screen.is_active:
            self._window.keyboard.drop()
            screen.refuse(one_line(sentence))
        else:
            self._tell(sentence)

    def _tell(self, sentences: str) -> None:
        lines = map(one_line, sentences.split("\n"))
        self._window.app.notify("\n".join(lines), severity="warning", timeout=8, markup=False)
