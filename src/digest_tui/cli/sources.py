"""`digest-tui source` and `digest-tui sync`: where digests come from, and the newest of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.cli.arguments import Arguments
from digest_tui.cli.output import print_lines, say
from digest_tui.cli.setup import (
    DigestPaths,
    configured_clones,
    configured_folders,
    settings_file,
    settings_to_print,
    source_names,
)
from digest_tui.config import Repository, Settings, is_source_name
from digest_tui.errors import DigestTuiError, SourceError, UsageError
from digest_tui.text import one_line

if TYPE_CHECKING:
    from digest_tui.sources.git import Clone


def source(arguments: Arguments) -> int:
    """Do what was asked about the places that the configuration names."""
    settings = settings_to_print(arguments)
    if arguments.errand == "list":
        return _list(arguments, settings)
    if not arguments.source:
        raise UsageError(f"`source {arguments.errand}` needs a folder, a URL or a name.")
    if arguments.errand == "remove":
        return _remove(arguments, settings, arguments.source)
    return _add(arguments, settings, arguments.source)


def sync(arguments: Arguments) -> int:
    """Fetch the repositories of the configuration; one that fails keeps what was there, and the others go on."""
    clones = configured_clones(arguments, settings_to_print(arguments))
    if not clones:
        raise UsageError("There is no repository to fetch: add one with `digest-tui source add URL`.")
    wanted = [clone for clone in clones if arguments.source in (None, clone.name)]
    if not wanted:
        known = ", ".join(clone.name for clone in clones)
        raise UsageError(f"No repository is called {arguments.source}; there are: {known}.")
    from digest_tui.sources.git import Fetch

    failed = 0
    for clone in wanted:
        try:
            say(f"{clone.name}: {'new digests arrived' if Fetch(clone, os.environ).run() else 'nothing new'}")
        except DigestTuiError as error:
            say(str(error))
            failed += 1
    return SourceError.exit_code if failed else 0


def _list(arguments: Arguments, settings: Settings) -> int:
    from digest_tui.sources.git_address import shown_address

    named = _named(arguments, settings)
    lines = [f"{name}\t{one_line(folder)}" for name, folder in zip(named.folders, settings.dirs, strict=True)]
    lines += [f"{clone.name}\t{shown_address(clone.address)}" for clone in named.clones]
    print_lines(lines)
    if not lines:
        say("No sources are configured: add one with `digest-tui source add PATH`.")
    return 0


class _Named(NamedTuple):
    """What the configuration names, as it is called everywhere."""

    folders: list[str]
    """The name of each of `dirs`."""
    clones: list[Clone]


def _named(arguments: Arguments, settings: Settings) -> _Named:
    folders, clones = configured_folders(arguments, settings), configured_clones(arguments, settings)
    places = DigestPaths((*folders, *(clone.folder for clone in clones)), clones=tuple(clones))
    names = {os.path.realpath(path): name for path, name in source_names(places)}
    return _Named([names[os.path.realpath(folder)] for folder in folders], clones)


def _add(arguments: Arguments, settings: Settings, typed: str) -> int:
    from digest_tui.config_writer import write_dirs, write_source
    from digest_tui.sources import source_for
    from digest_tui.sources.git_address import looks_remote

    file = settings_file(arguments)
    if not looks_remote(typed) and not _is_bare_repository(typed):
        if arguments.source_name:
            raise UsageError("A folder keeps its own name: leave --name out.")
        folder = Path(typed).expanduser().absolute()
        source_for(folder)
        write_dirs(file, [str(folder)])
        say(f"added {folder}")
        return 0
    if arguments.source_name and not is_source_name(arguments.source_name):
        raise UsageError(f"{arguments.source_name!r} cannot be a name: use one word of letters, digits and - _ .")
    repository = Repository(typed, arguments.source_name)
    *_, clone = configured_clones(arguments, settings._replace(source=(*settings.source, repository)))
    _fetch_first(clone)
    write_source(file, *repository)
    say(f"added {clone.name}; `digest-tui sync` fetches new digests")
    return 0


def _fetch_first(clone: Clone) -> None:
    """Fetch a repository that is not configured yet, or leave nothing of it."""
    from digest_tui.sources.git import Fetch

    try:
        Fetch(clone, os.environ).run()
    except BaseException:
        clone.remove()
        raise


def _remove(arguments: Arguments, settings: Settings, typed: str) -> int:
    from digest_tui.config_writer import remove_from

    file = settings_file(arguments)
    named = _named(arguments, settings)
    for index, clone in enumerate(named.clones):
        if typed in (clone.name, clone.address):
            remove_from(file, "source", index)
            clone.remove()
            say(f"removed {clone.name}; your decisions about its papers are kept")
            return 0
    paths = configured_folders(arguments, settings)
    for index, (name, folder, path) in enumerate(zip(named.folders, settings.dirs, paths, strict=True)):
        if typed in (name, folder) or Path(typed).expanduser().absolute() == path:
            remove_from(file, "dirs", index)
            say(f"removed {folder}; the folder and your decisions about its papers are kept")
            return 0
    raise UsageError(f"No source is called {typed}; `digest-tui source list` prints them.")


def _is_bare_repository(typed: str) -> bool:
    folder = Path(typed)
    return folder.is_absolute() and (folder / "HEAD").is_file() and (folder / "objects").is_dir()
