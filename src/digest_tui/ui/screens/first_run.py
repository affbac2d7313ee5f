"""The first start: no digests are known yet."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
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
from digest_tui.sources.naming import typed_place
from digest_tui.text import one_line
from digest_tui.ui.jobs.daemon_thread import in_daemon_thread
from digest_tui.ui.screens.folder_suggester import FolderSuggester
from digest_tui.ui.widgets.hint_lines import HintLines

MAX_PATH = 4096
"""Characters of a path: more is not one."""
_AT_ONCE = 4
"""Places that are looked at: one that never answers must not keep the next from being looked at."""

_HINTS = (
    ("Enter", "opens and remembers it"),
    ("→", "completes"),
    ("ctrl+q", "quits"),
    ("Enter", "on an empty line: the samples"),
)


class FirstRepository(Protocol):
    """A repository that was named."""

    @property
    def shown(self) -> str:
        """Its address, fit to be shown."""
        ...

    def fetch(self) -> None:
        """Fetch it; raises a `DigestTuiError`, and leaves nothing then."""
        ...

    def stop(self) -> None:
        """End the fetch at once."""
        ...

    def open(self) -> Library:
        """The library of what was fetched, from now on configured; raises a `DigestTuiError`."""
        ...


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

    @property
    def glance(self) -> Callable[[str], Iterable[str]]:
        """Yields what is at a place that is being typed, as far as it was found; leaves no trace."""
        ...

    @property
    def repository(self) -> Callable[[str], FirstRepository | None]:
        """The repository that a text names, which is fetched first; None for a place of this machine."""
        ...


class PathInput(Input):
    """A line for a path: of what is pasted it takes the first line that has any text."""

    def __init__(self, *, placeholder: str, id: str) -> None:
        super().__init__(placeholder=placeholder, id=id, suggester=FolderSuggester())
        # Nothing is written while nothing happens.
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Take it without the line breaks around it."""
        event.stop()
        event.prevent_default()
        line = next(filter(None, (line.strip() for line in event.text.splitlines())), "")
        start, end = sorted(self.selection)
        self.replace("".join(filter(str.isprintable, line))[:MAX_PATH], start, end)


class FirstRunScreen(Screen[Library]):
    """Closes with the library of the path that was named, or of the samples."""

    CSS_PATH = styles_dir() / "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall")]

    def __init__(self, setup: FirstRunSetup) -> None:
        super().__init__()
        self._setup = setup
        self._question: asyncio.Task[None] | None = None
        """The look at the path that was entered."""
        self._glances: set[asyncio.Task[None]] = set()
        """The looks at what was typed so far; only what the newest finds is said."""
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._newest = ""

    def compose(self) -> ComposeResult:
        """One question."""
        with Vertical(id="first-run"):
            yield Static("digest-tui", id="first-run-title", markup=False)
            yield Static(
                "Reads the paper digests of each day.\nType the folder or the file in which yours are.",
                id="first-run-why",
                markup=False,
            )
            yield PathInput(placeholder="~/blog", id="first-run-path")
            yield Static("", id="first-run-found", markup=False)
            yield HintLines(_HINTS, id="first-run-hints")

    def on_mount(self) -> None:
        """The line takes what is typed."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _open(self, event: Input.Submitted) -> None:
        event.stop()
        if self._question is not None:
            return
        text = event.value.strip()
        self._newest = ""
        self._say(f"Looking at {text}… Esc stops." if text else "Opening the samples…")
        self._question = asyncio.get_running_loop().create_task(self._answer(text))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._stop()
        self._say("")
        self._newest = event.value
        if event.value.strip():
            task = asyncio.get_running_loop().create_task(self._glance(event.value))
            self._glances.add(task)
            task.add_done_callback(self._glances.discard)

    async def _glance(self, text: str) -> None:
        """Say what is at a place that is being typed, unless something else has been typed since."""
        async with self._turn:
            if text != self._newest:
                return
            loop = asyncio.get_running_loop()
            try:
                await in_daemon_thread(lambda: self._look(text, loop))
            except Exception as error:  # the edge of the thread: another text can be looked at
                self._found(text, report(error, "The path could not be looked at"))

    def _look(self, text: str, loop: asyncio.AbstractEventLoop) -> None:
        """Tell what is found, from a thread of its own, as long as that is asked for."""
        for found in self._setup.glance(text):
            if text != self._newest:
                return
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(partial(self._found, text, found))

    def _found(self, text: str, sentence: str) -> None:
        if text == self._newest and self._question is None:
            self._say(sentence)

    async def _answer(self, text: str) -> None:
        """Open what was entered, step by step: whoever stops between two leaves no trace of the later ones."""
        try:
            if text and (repository := await in_daemon_thread(lambda: self._setup.repository(text))) is not None:
                library = await self._fetched(repository)
            else:
                library = await self._opened(text)
        except (DigestTuiError, RuntimeError, ValueError, OSError) as error:
            self._say(str(error), is_problem=True)
        except Exception as error:  # the edge of the thread: the question can be asked again
            self._say(report(error, "The path could not be opened"), is_problem=True)
        else:
            # Enter may have been typed twice.
            if self.is_current:
                self.dismiss(library)
        self._question = None

    async def _opened(self, text: str) -> Library:
        path = await in_daemon_thread(lambda: typed_place(text)) if text else None
        if path is not None:
            await in_daemon_thread(lambda: self._setup.look_at(path))
            await in_daemon_thread(lambda: self._setup.check_folder(path))
        return await in_daemon_thread(lambda: self._setup.open_folder(path))

    async def _fetched(self, repository: FirstRepository) -> Library:
        self._say(f"Fetching {repository.shown}… Esc stops.")
        try:
            await in_daemon_thread(repository.fetch)
        except asyncio.CancelledError:
            repository.stop()
            raise
        return await in_daemon_thread(repository.open)

    def on_key(self, event: events.Key) -> None:
        """Esc stops looking, then clears the line: it never quits."""
        if event.key == "escape":
            event.stop()
            if not self._stop():
                self.query_one(Input).value = ""

    def on_unmount(self) -> None:
        """Nobody waits for an answer any more."""
        self._newest = ""
        for task in (*self._glances, *([self._question] if self._question is not None else [])):
            task.cancel()

    def _stop(self) -> bool:
        """Forget what was asked, and say whether anything was."""
        question, self._question = self._question, None
        if question is not None:
            question.cancel()
            self._say("")
        return question is not None

    def _say(self, sentence: str, *, is_problem: bool = False) -> None:
        line = self.query_one("#first-run-found", Static)
        line.update(one_line(sentence))
        line.set_class(is_problem, "-problem")
