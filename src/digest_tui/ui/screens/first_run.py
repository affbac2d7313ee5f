"""The first start: no digests are known yet."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from digest_tui.errors import DigestTuiError
from digest_tui.library import Library
from digest_tui.paths import styles_dir
from digest_tui.report import report
from digest_tui.text import one_line
from digest_tui.ui.jobs.daemon_thread import in_daemon_thread
from digest_tui.ui.screens.folder_suggester import FolderSuggester


class FirstRunSetup(Protocol):
    """The ways to digests; every call may take long, and may never return."""

    @property
    def look_at(self) -> Callable[[Path], None]:
        """Raises a `DigestTuiError` with what was found at a path that holds no digest; leaves no trace."""
        ...

    @property
    def check_folder(self) -> Callable[[Path], None]:
        """Puts a path into the configuration; raises a `DigestTuiError`."""
        ...

    @property
    def open_folder(self) -> Callable[[Path | None], Library]:
        """The library of a path, or of the samples."""
        ...


class FirstRunScreen(Screen[Library]):
    """Closes with the library of the path that was named, or of the samples."""

    CSS_PATH = styles_dir() / "dialogs.tcss"

    def __init__(self, setup: FirstRunSetup) -> None:
        super().__init__()
        self._setup = setup
        self._question: asyncio.Task[None] | None = None
        """The look at the path that was entered."""

    def compose(self) -> ComposeResult:
        """One question."""
        with Vertical(id="first-run"):
            yield Static("Where are your paper digests?", id="first-run-title", markup=False)
            yield Static(
                "A folder of Markdown digests, such as a clone of a blog with _posts or of a log with paper_logs.",
                id="first-run-why",
                markup=False,
            )
            yield Input(placeholder="~/blog", id="first-run-path", suggester=FolderSuggester())
            yield Static("", id="first-run-problem", markup=False)
            yield Static(
                "→ completes · Enter opens and remembers it · Enter on an empty line opens the samples · ctrl+q quits",
                id="first-run-hint",
                markup=False,
            )

    def on_mount(self) -> None:
        """The problem line takes no room until there is a problem."""
        self._say("")
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _open(self, event: Input.Submitted) -> None:
        event.stop()
        if self._question is not None:
            return
        text = event.value.strip()
        self._say(f"Looking at {text}… Esc stops." if text else "Opening the samples…", is_problem=False)
        self._question = asyncio.get_running_loop().create_task(self._answer(text))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._stop()

    async def _answer(self, text: str) -> None:
        """Open what was entered, step by step: whoever stops between two leaves no trace of the later ones."""
        try:
            path = await in_daemon_thread(lambda: Path(text).expanduser().absolute()) if text else None
            if path is not None:
                await in_daemon_thread(lambda: self._setup.look_at(path))
                await in_daemon_thread(lambda: self._setup.check_folder(path))
            library = await in_daemon_thread(lambda: self._setup.open_folder(path))
        except (DigestTuiError, RuntimeError, ValueError, OSError) as error:
            self._say(str(error))
        except Exception as error:  # the edge of the thread: the question can be asked again
            self._say(report(error, "The path could not be opened"))
        else:
            # Enter may have been typed twice.
            if self.is_current:
                self.dismiss(library)
        self._question = None

    def on_key(self, event: events.Key) -> None:
        """Esc stops looking, then clears the line: it never quits."""
        if event.key == "escape":
            event.stop()
            if not self._stop():
                self.query_one(Input).value = ""

    def on_unmount(self) -> None:
        """Nobody waits for an answer any more."""
        if self._question is not None:
            self._question.cancel()

    def _stop(self) -> bool:
        """Forget what was asked, and say whether anything was."""
        question, self._question = self._question, None
        if question is not None:
            question.cancel()
            self._say("")
        return question is not None

    def _say(self, sentence: str, *, is_problem: bool = True) -> None:
        line = self.query_one("#first-run-problem", Static)
        line.update(one_line(sentence))
        line.display = bool(sentence)
        line.set_class(not is_problem, "-working")
