"""Joins the command line, the environment and the configuration into the objects that a command works with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from digest_tui.cli.arguments import Arguments
from digest_tui.cli.output import say
from digest_tui.cli.places import DigestPlaces, digest_places, kept_state_file, named_origins, settings_file, state_file
from digest_tui.config import Settings
from digest_tui.config_reader import LoadedSettings, load_settings
from digest_tui.errors import SourceError, UnwritableStateError, UsageError
from digest_tui.paths import cache_dir

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.sources.base import Source
    from digest_tui.store.base import Store


def read_settings(arguments: Arguments, *, is_made: bool = False) -> LoadedSettings:
    """Read the configuration; raises UsageError when the file that was named is not there, unless it will be made."""
    if arguments.config and not is_made and _is_missing(arguments.config):
        raise UsageError(f"There is no configuration file {arguments.config}.")
    return load_settings(settings_file(arguments))


def make_library(
    places: DigestPlaces,
    store: Store,
    settings: Settings,
    warn: Callable[[str], None] = lambda sentence: None,
    *,
    waits: bool = False,
) -> Library:
    """Make the library of some places, each once.

    Raises SourceError for a path that was typed and cannot be read, and when none can; else such a path is passed over
    with a warning, so that an unmounted disk does not take the other digests away. Who `waits` lists what was read of
    it the last time until it is back.
    """
    from digest_tui.index import open_index
    from digest_tui.library import Library

    sources: list[Source] = []
    missing: list[SourceError] = []
    is_any_there = False
    unfetched = [
        SourceError(f"{origin.name} has not been fetched yet: run `digest-tui fetch`.")
        for origin in places.origins
        if origin.needs_fetch
    ]
    for origin, name in named_origins([origin for origin in places.origins if not origin.needs_fetch]):
        try:
            sources.append(origin.open(name))
            is_any_there = True
        except SourceError as error:
            if places.typed:
                raise
            missing.append(error)
            if waits and (source := origin.expected(name)) is not None:
                sources.append(source)
    if not sources and (missing or unfetched):
        raise [*missing, *unfetched][0]
    index = open_index(cache_dir() / "index.db" if places.leaves_trace else None)
    library = Library(sources, store, index=index, language=settings.alphaxiv_language)
    if missing and not is_any_there and not library.open():
        index.close()
        raise missing[0]
    # A source that waits for its place reports it once the place was tried.
    for reason in unfetched if waits else [*missing, *unfetched]:
        warn(str(reason))
    return library


def settings_to_print(arguments: Arguments, *, is_made: bool = False) -> Settings:
    """Read the configuration, as `read_settings` does, for commands that print; its problems go to standard error."""
    loaded = read_settings(arguments, is_made=is_made)
    for warning in loaded.warnings:
        say(warning)
    return loaded.settings


def places_to_print(arguments: Arguments, settings: Settings) -> DigestPlaces:
    """Return the places of the digests; raises UsageError when nothing is configured."""
    places = digest_places(arguments, settings)
    if places.origins:
        return places
    raise UsageError(
        f"No digests are known yet: name a folder with --dir, or list it under `dirs` in {settings_file(arguments)}; "
        "--demo shows the samples."
    )


Use = Literal["read", "change", "make"]
"""A command's use of the state: it reads it, changes it if there is any, or makes the file where there is none."""


@contextmanager
def opened_store(arguments: Arguments, use: Use = "read") -> Iterator[Store]:
    """Open the state for commands that print; one that is forgotten where there is no file and none is to be made.

    Raises UsageError for a change to the samples.
    """
    from digest_tui.store import memory_store, open_store

    file = state_file(arguments) if use == "read" else kept_state_file(arguments)
    try:
        store = open_store(file) if file and (use == "make" or _may_exist(file)) else memory_store()
    except UnwritableStateError:
        # Who only prints needs no leave to write.
        if use != "read" or file is None:
            raise
        from digest_tui.store.recovery import recovered_store

        store = recovered_store(file)
    with closing(store):
        yield store


@contextmanager
def library_to_print(arguments: Arguments, use: Use = "read") -> Iterator[Library]:
    """Open the library for commands that print, with every digest read."""
    settings = settings_to_print(arguments)
    places = places_to_print(arguments, settings)
    with opened_store(arguments, use) as store:
        library = make_library(places, store, settings, say)
        library.load()
        try:
            yield library
        finally:
            library.index.close()


def _is_missing(file: Path) -> bool:
    try:
        return not file.exists()
    except OSError:
        # Reading it says what is wrong.
        return False


def _may_exist(file: Path) -> bool:
    try:
        file.lstat()
    except FileNotFoundError:
        return False
    except OSError:
        # Opening it says what is wrong.
        return True
    return True
