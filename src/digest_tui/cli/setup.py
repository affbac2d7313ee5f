"""Joins what was typed, the environment and the configuration into the objects that a command works with."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from digest_tui.cli.arguments import Arguments
from digest_tui.cli.output import say
from digest_tui.config import LoadedSettings, Settings, load_settings
from digest_tui.errors import SourceError, UnwritableStateError, UsageError
from digest_tui.library import Library
from digest_tui.paths import cache_dir, config_file, data_dir, samples_dir

if TYPE_CHECKING:
    from digest_tui.sources.base import Source
    from digest_tui.sources.git import Clone
    from digest_tui.store.base import Store


def settings_file(arguments: Arguments) -> Path:
    """The configuration that holds for this run."""
    return arguments.config or config_file()


def read_settings(arguments: Arguments) -> LoadedSettings:
    """The configuration; raises UsageError when the file that was named is not there."""
    if arguments.config and not arguments.config.exists():
        raise UsageError(f"There is no configuration file {arguments.config}.")
    return load_settings(settings_file(arguments))


class DigestPaths(NamedTuple):
    """Where the digests are."""

    paths: tuple[Path, ...]
    """Empty when nothing is configured and the current folder holds no digests."""
    typed: bool = False
    """Whether each was named for this run: then none of them may be missing."""
    clones: tuple[Clone, ...] = ()
    """Repositories: the folders of those that were fetched are among the paths."""
    leaves_trace: bool = True
    """Whether what is read of them is kept for the next time."""


def digest_paths(arguments: Arguments, settings: Settings) -> DigestPaths:
    """Where the digests are: flags, else `DIGEST_TUI_DIR`, else the configuration, else the current folder."""
    from digest_tui.sources import holds_digests

    if arguments.demo:
        return sample_paths()
    if arguments.dirs:
        return DigestPaths(tuple(map(_path, arguments.dirs)), typed=True)
    if variable := os.environ.get("DIGEST_TUI_DIR"):
        return DigestPaths(tuple(_path(text) for text in variable.split(os.pathsep) if text))
    if settings.dirs or settings.source:
        folders = configured_folders(arguments, settings)
        clones = configured_clones(arguments, settings) if settings.source else []
        return DigestPaths((*folders, *(clone.folder for clone in clones if clone.is_there)), clones=tuple(clones))
    here = Path()
    return DigestPaths((here,) if holds_digests(here) else ())


def configured_folders(arguments: Arguments, settings: Settings) -> list[Path]:
    """The folders and files of the configuration; raises UsageError for a home that is not known."""
    # A configuration is read from anywhere: what is relative is so to the file, not to the current folder.
    return [settings_file(arguments).parent / _path(text) for text in settings.dirs]


def configured_clones(arguments: Arguments, settings: Settings) -> list[Clone]:
    """The repositories of the configuration, each in a folder of ours; raises UsageError when two share a name."""
    from digest_tui.sources.git import clone_of

    folder = (arguments.data_dir or data_dir()).absolute() / "clones"
    clones = [clone_of(repository.url, repository.name, folder) for repository in settings.source]
    names = [clone.name.casefold() for clone in clones]
    for clone in clones:
        if names.count(clone.name.casefold()) > 1:
            raise UsageError(
                f"Two sources in {settings_file(arguments)} are called {clone.name}: give one of them another `name`."
            )
    return clones


def sample_paths() -> DigestPaths:
    """The built-in digests, one folder for each format."""
    return DigestPaths(
        tuple(sorted(path for path in samples_dir().iterdir() if path.is_dir())), typed=True, leaves_trace=False
    )


def make_library(
    places: DigestPaths,
    store: Store,
    settings: Settings,
    warn: Callable[[str], None] = lambda sentence: None,
    *,
    waits: bool = False,
) -> Library:
    """The library of folders and files, each once.

    Raises SourceError for a path that was typed and cannot be read, and when none can; else such a path is passed over
    with a warning, so that an unmounted disk does not take the other digests away. Who `waits` lists what was read of
    it the last time until it is back.
    """
    from digest_tui.index import open_index
    from digest_tui.sources import source_for
    from digest_tui.sources.discover import expected_source

    sources: list[Source] = []
    missing: list[SourceError] = []
    is_any_there = False
    for path, name in source_names(places):
        try:
            sources.append(source_for(path, name))
            is_any_there = True
        except SourceError as error:
            if places.typed:
                raise
            missing.append(error)
            if waits:
                sources.append(expected_source(path, name))
    unfetched = [
        SourceError(f"{clone.name} has not been fetched yet: run `digest-tui sync`.")
        for clone in places.clones
        if not clone.is_there
    ]
    if not sources and (missing or unfetched):
        raise [*missing, *unfetched][0]
    index = open_index(cache_dir() / "index.db" if places.leaves_trace else None)
    library = Library(sources, store, index=index, language=settings.alphaxiv_language)
    if missing and not is_any_there and not library.open():
        index.close()
        raise missing[0]
    # Who waits for a place says so when it has been looked for.
    for reason in unfetched if waits else [*missing, *unfetched]:
        warn(str(reason))
    return library


def source_names(places: DigestPaths) -> list[tuple[Path, str]]:
    """The paths, each place once, with what their sources are called: no two alike, whichever of them are there.

    Raises SourceError for a relative path where the current folder was deleted.
    """
    from digest_tui.sources.naming import names_of

    paths: dict[str, Path] = {}
    try:
        for path in places.paths:
            paths.setdefault(os.path.realpath(path), path)
        names = names_of(list(paths.values()), given=[clone.folder for clone in places.clones])
    except OSError as error:
        raise SourceError("The current folder no longer exists: change to another one first.") from error
    return list(zip(paths.values(), names, strict=True))


def state_file(arguments: Arguments) -> Path | None:
    """The file of the state; None for the samples, whose state is forgotten."""
    if arguments.demo and not arguments.data_dir:
        return None
    return (arguments.data_dir or data_dir()) / "state.db"


def settings_to_print(arguments: Arguments) -> Settings:
    """The configuration for commands that print; what is wrong with it goes to standard error."""
    loaded = read_settings(arguments)
    for warning in loaded.warnings:
        say(warning)
    return loaded.settings


def paths_to_print(arguments: Arguments, settings: Settings) -> DigestPaths:
    """Where the digests are; raises UsageError when nothing is configured."""
    places = digest_paths(arguments, settings)
    if places.paths or places.clones:
        return places
    raise UsageError(
        f"No digests are known yet: name a folder with --dir, or list it under `dirs` in {settings_file(arguments)}; "
        "--demo shows the samples."
    )


Use = Literal["read", "change", "make"]
"""What a command does with the state: reads it, changes it if there is any, or makes the file where there is none."""


@contextmanager
def opened_store(arguments: Arguments, use: Use = "read") -> Iterator[Store]:
    """The state for commands that print; one that is forgotten where there is no file and none is to be made."""
    from digest_tui.store import memory_store, open_store

    file = state_file(arguments)
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
    """The library for commands that print, with every digest read."""
    settings = settings_to_print(arguments)
    places = paths_to_print(arguments, settings)
    with opened_store(arguments, use) as store:
        library = make_library(places, store, settings, say)
        library.load()
        try:
            yield library
        finally:
            library.index.close()


def _may_exist(file: Path) -> bool:
    try:
        file.lstat()
    except FileNotFoundError:
        return False
    except OSError:
        # Opening it says what is wrong.
        return True
    return True


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise UsageError(f"{text} names the home of an unknown user.") from error
