"""`digest-tui` without a command: the reader."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digest_tui import first_frame
from digest_tui.cli.arguments import Arguments
from digest_tui.cli.queries import typed_query
from digest_tui.cli.setup import (
    DigestPaths,
    digest_paths,
    make_library,
    read_settings,
    sample_paths,
    settings_file,
    state_file,
)
from digest_tui.config import Settings
from digest_tui.errors import StateError, UsageError
from digest_tui.library import Library
from digest_tui.model.typed_dates import parse_date
from digest_tui.paths import cache_dir
from digest_tui.text import one_line

if TYPE_CHECKING:
    from digest_tui.sources.git import Fetch
    from digest_tui.store.base import Store
    from digest_tui.ui.next_start import SavedFrame


def read(arguments: Arguments) -> int:
    """Run the reader until it is left; raises UsageError without a terminal."""
    _require_terminal()
    day = _day(arguments)
    typed_query(arguments.start_query)
    loaded = read_settings(arguments)
    settings = loaded.settings
    places = digest_paths(arguments, settings)
    notices = list(loaded.warnings)
    file = state_file(arguments)
    store = _open_store(file, notices)
    frames: list[SavedFrame] = []
    try:
        try:
            library = make_library(places, store, settings, notices.append) if places != DigestPaths(()) else None
        except StateError as error:
            store.close()
            store = _without_saving(file, error, notices)
            library = make_library(places, store, settings)
        if library is not None:
            library.open()

        # Textual is loaded only now: what is wrong so far is said at once.
        from digest_tui.ui.app import Setup, run_reader
        from digest_tui.ui.opener import Opener
        from digest_tui.ui.start import ReaderOptions

        return run_reader(
            Setup(
                options=ReaderOptions(
                    date=day,
                    today=arguments.today,
                    view="unread" if arguments.unread else "starred" if arguments.starred else None,
                    query=arguments.start_query and one_line(arguments.start_query),
                    fresh=arguments.fresh,
                    auto_read=settings.auto_read,
                    reader_width=settings.reader_width,
                    theme=settings.theme,
                    expected=first_frame.key_shown(),
                    notices=tuple(notices),
                    saves=store.saves or file is None,
                ),
                opener=Opener(os.environ, settings.browser),
                library=library,
                check_folder=partial(_adopt, settings_file(arguments)),
                open_folder=partial(_first_library, store, settings),
                keep_frame=frames.append,
                fetches=partial(_fetches, places),
            )
        )
    finally:
        store.close()
        _save_frame(frames, arguments)


def _fetches(places: DigestPaths) -> list[Fetch]:
    """What brings the repositories that are shown up to date."""
    from digest_tui.sources.git import Fetch

    return [Fetch(clone, os.environ) for clone in places.clones if clone.is_there]


def _save_frame(frames: list[SavedFrame], arguments: Arguments) -> None:
    """Keep the screen of the next start with what it depends on, or forget an old one."""
    if not frames:
        first_frame.forget()
        return
    state, index = state_file(arguments), cache_dir() / "index.db"
    files = [settings_file(arguments), index, index.with_name("index.db-wal")]
    files += [state, state.with_name(f"{state.name}-wal")] if state else []
    text, key, size = frames[-1]
    first_frame.save(text, key, size, sys.argv[1:], [str(file.absolute()) for file in files])


def _adopt(file: Path, folder: Path) -> None:
    """Put a folder into the configuration; raises a DigestTuiError when it holds nothing readable or is not saved."""
    from digest_tui.config_writer import write_dirs
    from digest_tui.sources import source_for

    source_for(folder)
    write_dirs(file, [str(folder)])


def _first_library(store: Store, settings: Settings, folder: Path | None) -> Library:
    """The library of the folder that was adopted, or of the samples, whose state is forgotten."""
    from digest_tui.store import memory_store

    if folder is None:
        return make_library(sample_paths(), memory_store(), settings)
    return make_library(DigestPaths((folder,)), store, settings)


def _require_terminal() -> None:
    # Textual reads from standard input and draws on standard error.
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise UsageError("The reader needs a terminal for input and output; `digest-tui list` prints the papers.")
    if os.environ.get("TERM") == "dumb":
        raise UsageError("The reader cannot draw on this terminal (TERM=dumb); `digest-tui list` prints the papers.")


def _day(arguments: Arguments) -> date | None:
    if arguments.date is None:
        return None
    if day := parse_date(arguments.date, date.today()):
        return day
    raise UsageError(f"{arguments.date!r} is no date: write 2025-12-10, today, yesterday, -1 or mon.")


def _open_store(file: Path | None, notices: list[str]) -> Store:
    from digest_tui.store import memory_store, open_store

    if file is None:
        return memory_store()
    try:
        return open_store(file)
    except StateError as error:
        return _without_saving(file, error, notices)


def _without_saving(file: Path | None, error: StateError, notices: list[str]) -> Store:
    """The reader must not wait for a state file that is mended: what can be read of it is shown, nothing is saved."""
    from digest_tui.store import memory_store
    from digest_tui.store.salvage import salvaged_store

    notices.append(f"{error} Until then nothing is saved.")
    return salvaged_store(file) if file else memory_store()
