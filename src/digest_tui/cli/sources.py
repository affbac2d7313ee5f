"""`digest-tui source` and `digest-tui sync`: the places of digests, and the newest of their files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.cli.arguments import Arguments, Parser
from digest_tui.cli.new_repository import NewRepository
from digest_tui.cli.output import print_lines, say
from digest_tui.cli.places import configured_origins, copies_folder, named_origins, settings_file, with_home
from digest_tui.cli.setup import settings_to_print
from digest_tui.config import Settings, is_source_name
from digest_tui.errors import DigestTuiError, SourceError, UsageError
from digest_tui.text import one_line

if TYPE_CHECKING:
    from digest_tui.sources.origin import Origin


class SourceArguments(Arguments):
    """The arguments of `source`."""

    errand: str
    source: str | None
    source_name: str | None

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the actions, and the place each is for."""
        parser.add_argument(
            "errand", choices=["list", "add", "remove"], metavar="list|add|remove",
            help="list: print where digests come from; add: add a folder, or fetch a git repository; "
            "remove: remove one by its name or path",
        )  # fmt: skip
        parser.add_argument(
            "source",
            nargs="?",
            metavar="PATH|ADDRESS|NAME",
            help="a folder, or a repository: https, ssh, user@host:path",
        )
        parser.add_argument("--name", dest="source_name", metavar="NAME", help="the name of a repository")


class SyncArguments(Arguments):
    """The arguments of `sync`."""

    source: str | None

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the source to fetch."""
        parser.add_argument("source", nargs="?", metavar="NAME", help="fetch only this repository")


def source(arguments: SourceArguments) -> int:
    """Run an action on the places that the configuration names."""
    settings = settings_to_print(arguments, is_made=arguments.errand == "add")
    if arguments.errand == "list":
        return _list(arguments, settings)
    if not arguments.source:
        raise UsageError(f"`source {arguments.errand}` needs a folder, a URL or a name.")
    if arguments.errand == "remove":
        return _remove(arguments, settings, arguments.source)
    return _add(arguments, settings, arguments.source)


def sync(arguments: SyncArguments) -> int:
    """Fetch the places that lie elsewhere; one that fails keeps what was there, and the others go on."""
    origins = configured_origins(arguments, settings_to_print(arguments)._replace(dirs=()))
    fetches = [fetch for origin in origins if (fetch := origin.fetch(os.environ)) is not None]
    if not fetches:
        raise UsageError("There is no repository to fetch: add one with `digest-tui source add URL`.")
    wanted = [fetch for fetch in fetches if arguments.source in (None, fetch.name)]
    if not wanted:
        known = ", ".join(fetch.name for fetch in fetches)
        raise UsageError(f"No repository is called {arguments.source}; there are: {known}.")
    failed = 0
    for fetch in wanted:
        try:
            say(f"{fetch.name}: {'digests arrived' if fetch.run() else 'nothing arrived'}")
        except DigestTuiError as error:
            say(str(error))
            failed += 1
    return SourceError.exit_code if failed else 0


class _Configured(NamedTuple):
    """A place as the configuration names it."""

    key: str
    """The setting in whose list it stands."""
    number: int
    origin: Origin
    text: str
    """Its text as written there."""
    name: str
    """Its name in lists and messages."""

    @property
    def is_fetched(self) -> bool:
        """True when it is read from a copy of ours."""
        return self.key == "source"

    @property
    def shown(self) -> str:
        """Its text as written, without what others should not see."""
        return self.origin.shown if self.is_fetched else one_line(self.text)


def _configured(arguments: Arguments, settings: Settings) -> list[_Configured]:
    """Return the places of the configuration, those of `dirs` first."""
    origins = configured_origins(arguments, settings)
    names = {os.path.realpath(origin.path): name for origin, name in named_origins(origins)}
    written = [("dirs", number, text) for number, text in enumerate(settings.dirs)]
    written += [("source", number, source.url) for number, source in enumerate(settings.source)]
    return [
        _Configured(key, number, origin, text, names[os.path.realpath(origin.path)])
        for (key, number, text), origin in zip(written, origins, strict=True)
    ]


def _list(arguments: Arguments, settings: Settings) -> int:
    configured = _configured(arguments, settings)
    print_lines([f"{place.name}\t{place.shown}" for place in configured])
    if not configured:
        say("No sources are configured: add one with `digest-tui source add PATH`.")
    return 0


def _add(arguments: SourceArguments, settings: Settings, typed: str) -> int:
    from digest_tui.config_writer import write_dirs
    from digest_tui.sources.registry import origin_of

    file = settings_file(arguments)
    origin = origin_of(with_home(typed), copies=copies_folder(arguments))
    if origin.fetch(os.environ) is None:
        if arguments.source_name:
            raise UsageError("A folder keeps its own name: leave --name out.")
        origin.open()
        write_dirs(file, [origin.lasting])
        say(f"added {origin.lasting}")
        return 0
    if arguments.source_name and not is_source_name(arguments.source_name):
        raise UsageError(f"{arguments.source_name!r} cannot be a name: use one word of letters, digits and - _ .")
    added = NewRepository(arguments, settings, origin.text, arguments.source_name)
    added.fetch()
    added.keep()
    say(f"added {added.origin.name}; `digest-tui sync` fetches its digests")
    return 0


def _remove(arguments: Arguments, settings: Settings, typed: str) -> int:
    from digest_tui.config_writer import remove_from

    path = Path(with_home(typed)).absolute()
    for place in sorted(_configured(arguments, settings), key=lambda place: not place.is_fetched):
        if typed not in (place.name, place.text) and (place.is_fetched or path != place.origin.path):
            continue
        remove_from(settings_file(arguments), place.key, place.number)
        place.origin.remove()
        if place.is_fetched:
            say(f"removed {place.name}; your decisions about its papers are kept")
        else:
            say(f"removed {place.text}; the folder and your decisions about its papers are kept")
        return 0
    raise UsageError(f"No source is called {typed}; `digest-tui source list` prints them.")
