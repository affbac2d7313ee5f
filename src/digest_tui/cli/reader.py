"""`digest-tui` without a command: the reader."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from digest_tui import first_frame
from digest_tui.cli.arguments import STANDARD_INPUT, Arguments
from digest_tui.cli.places import DigestPlaces, digest_places, local_places, sample_places, settings_file, state_file
from digest_tui.cli.queries import typed_query
from digest_tui.cli.setup import make_library, read_settings
from digest_tui.config import Settings
from digest_tui.errors import StateError, UsageError
from digest_tui.library import Library
from digest_tui.model.typed_dates import parse_date
from digest_tui.paths import cache_dir
from digest_tui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest_tui.cli.first_repository import FirstRepository
    from digest_tui.sources.origin import Fetching, Origin
    from digest_tui.store.base import Store
    from digest_tui.ui.terminal.saved_screen import SavedFrame


def read(arguments: Arguments) -> int:
    """Run the reader until it is left; raises UsageError without a terminal."""
    reads_digest = STANDARD_INPUT in arguments.dirs
    keys = _terminal_for_keys() if reads_digest else None
    if not reads_digest:
        _require_terminal()
    day = _day(arguments)
    typed_query(arguments.start_query)
    loaded = read_settings(arguments)
    settings = loaded.settings
    places = digest_places(arguments, settings)
    state = _State(state_file(arguments), list(loaded.warnings))
    frames: list[SavedFrame] = []
    try:
        library = None
        if places.origins:
            try:
                library = make_library(places, state.store, settings, state.notices.append, waits=True)
            except StateError as error:
                library = make_library(places, state.without_saving(error), settings, waits=True)
            library.open()
        if keys is not None:
            # Textual reads keys from standard input, which has given its digest by now.
            os.dup2(keys, 0)

        # Textual is loaded only now: what is wrong so far is said at once.
        from digest_tui.cli.first_look import Adoption
        from digest_tui.opener import Opener
        from digest_tui.session.opening import ReaderOptions
        from digest_tui.ui.app import Setup, run_reader

        def options() -> ReaderOptions:
            return ReaderOptions(
                date=day,
                today=arguments.today,
                view="new" if arguments.new else "starred" if arguments.starred else None,
                query=arguments.start_query and one_line(arguments.start_query),
                lens=arguments.start_lens,
                triage=arguments.triage,
                fresh=arguments.fresh,
                auto_read=settings.auto_read,
                reader_width=settings.reader_width,
                theme=settings.theme,
                ascii=arguments.ascii or settings.ascii,
                pictures=settings.pictures,
                expected=first_frame.key_shown(),
                notices=tuple(state.notices),
                saves=state.saves,
            )

        fetched = list(places.origins)

        def repository(text: str) -> FirstRepository | None:
            from digest_tui.cli.first_repository import first_repository

            return first_repository(arguments, settings, partial(_fetched_library, state, settings, fetched), text)

        adoption = Adoption(settings_file(arguments))
        return run_reader(
            Setup(
                options=options(),
                opener=Opener(os.environ, settings.browser),
                library=library,
                check_folder=adoption,
                look_at=adoption.look,
                open_folder=partial(_first_library, state, settings),
                glance=_glance,
                repository=repository,
                options_now=options,
                keep_frame=frames.append,
                fetches=partial(_fetches, fetched),
            )
        )
    finally:
        state.close()
        # The digest of the next start is another one.
        _save_frame([] if reads_digest else frames, arguments)


class _State:
    """The state of a run, opened once there are digests: a run that finds none leaves no trace."""

    def __init__(self, file: Path | None, notices: list[str]) -> None:
        self._file = file
        self.notices = notices
        """Messages to show at the start."""
        self._store: Store | None = None
        self._alone = Lock()

    @property
    def store(self) -> Store:
        """The state; in memory where there is no file, and unsaved where that cannot be used."""
        from digest_tui.store import memory_store, open_store

        with self._alone:
            if self._store is None:
                try:
                    self._store = open_store(self._file) if self._file else memory_store()
                except StateError as error:
                    self._store = self._unsaved(error)
            return self._store

    @property
    def saves(self) -> bool:
        """True while decisions outlive the reader, or are meant not to."""
        return self._file is None or self._store is None or self._store.saves

    def without_saving(self, error: StateError) -> Store:
        """Read what can be read of a state that turned out to be unusable."""
        self.close()
        self._store = self._unsaved(error)
        return self._store

    def close(self) -> None:
        """Close the file."""
        if self._store is not None:
            self._store.close()

    def _unsaved(self, error: StateError) -> Store:
        """Read what can be read of a state without saving to it: the reader must not wait until it is mended."""
        from digest_tui.store import memory_store
        from digest_tui.store.recovery import recovered_store

        self.notices.append(f"{error} Until then nothing is saved.")
        return recovered_store(self._file) if self._file else memory_store()


def _glance(text: str) -> Iterator[str]:
    """Yield what is at a place that is being typed."""
    from digest_tui.library.glance import glance

    return glance(text)


def _fetches(origins: list[Origin]) -> list[Fetching]:
    """Return the fetches that bring the shown copies up to date."""
    shown = (origin.fetch(os.environ) for origin in origins if not origin.needs_fetch)
    return [fetch for fetch in shown if fetch is not None]


def _save_frame(frames: list[SavedFrame], arguments: Arguments) -> None:
    """Save the screen for the next start with what it depends on, or delete an old one."""
    if not frames:
        first_frame.forget()
        return
    state, index = state_file(arguments), cache_dir() / "index.db"
    files = [settings_file(arguments), index, index.with_name("index.db-wal")]
    files += [state, state.with_name(f"{state.name}-wal")] if state else []
    text, key, size = frames[-1]
    first_frame.save(text, key, size, sys.argv[1:], [str(file.absolute()) for file in files])


def _first_library(state: _State, settings: Settings, folder: Path | None) -> Library:
    """Return the library of the folder that was adopted, or of the samples, whose state is forgotten."""
    from digest_tui.store import memory_store

    if folder is None:
        return make_library(sample_places(), memory_store(), settings)
    return make_library(local_places([str(folder)]), state.store, settings)


def _fetched_library(state: _State, settings: Settings, fetched: list[Origin], origin: Origin) -> Library:
    """Return the library of the repository that was fetched, and note that it can be fetched again."""
    fetched.append(origin)
    return make_library(DigestPlaces((origin,)), state.store, settings)


def _require_terminal(*, for_keys: bool = True) -> None:
    # Textual reads from standard input and draws on standard error.
    streams = (*((sys.__stdin__,) if for_keys else ()), sys.__stdout__, sys.__stderr__)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise UsageError("The reader needs a terminal for input and output; `digest-tui list` prints the papers.")
    if os.environ.get("TERM") == "dumb":
        raise UsageError("The reader cannot draw on this terminal (TERM=dumb); `digest-tui list` prints the papers.")


def _terminal_for_keys() -> int:
    """Open the terminal by its own name: standard input has something else to give."""
    _require_terminal(for_keys=False)
    try:
        return os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(
            "The digest comes from standard input, and there is no other terminal for keys; `digest-tui list` "
            "prints its papers."
        ) from error


def _day(arguments: Arguments) -> date | None:
    if arguments.date is None:
        return None
    if day := parse_date(arguments.date, date.today()):
        return day
    raise UsageError(f"{arguments.date!r} is not a date: write 2025-12-10, today, yesterday, -1 or mon.")
