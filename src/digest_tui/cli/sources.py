"""`digest-tui source`: the places of digests that the configuration names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.cli.arguments import STANDARD_INPUT, Arguments, Parser
from digest_tui.cli.new_repository import NewRepository
from digest_tui.cli.output import print_lines, say
from digest_tui.cli.places import configured_origins, copies_folder, named_origins, settings_file, with_home
from digest_tui.cli.setup import settings_to_change
from digest_tui.config import Settings, is_source_name
from digest_tui.errors import UsageError
from digest_tui.text import one_line

if TYPE_CHECKING:
    from digest_tui.sources.origin import Origin


class SourceArguments(Arguments):
    """The arguments of `source`."""

    errand: str
    source: str | None
    source_name: str | None
    fetch: bool

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
        parser.add_argument(
            "--fetch",
            action="store_true",
            help="make a copy of the repository in a folder, and fetch into that",
        )
        parser.add_argument("--name", dest="source_name", metavar="NAME", help="the name of a repository")


def source(arguments: SourceArguments) -> int:
    """Run an action on the places that the configuration names."""
    settings = settings_to_change(arguments, is_made=arguments.errand == "add")
    if arguments.errand != "add" and (arguments.fetch or arguments.source_name):
        raise UsageError("--name and --fetch are for `source add`: leave them out.")
    if arguments.errand == "list":
        return _list(arguments, settings)
    if not arguments.source:
        raise UsageError(f"`source {arguments.errand}` needs a folder, a URL or a name.")
    if arguments.errand == "remove":
        return _remove(arguments, settings, arguments.source)
    return _add(arguments, settings, arguments.source)


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
    from digest_tui.sources.registry import fetched_origin, origin_of

    if arguments.source_name and not is_source_name(arguments.source_name):
        raise UsageError(f"{arguments.source_name!r} cannot be a name: use one word of letters, digits and - _ .")
    text, copies = _from_anywhere(typed), copies_folder(arguments)
    origin = fetched_origin(text, None, copies=copies) if arguments.fetch else origin_of(text, copies=copies)
    fetches = origin.fetch(os.environ) is not None
    if not fetches and arguments.source_name:
        raise UsageError("A folder keeps its own name: leave --name out.")
    # First, for it says what cannot be a source at all.
    lasting = origin.lasting
    for place in _configured(arguments, settings):
        if place.is_fetched == fetches and place.origin.identity == origin.identity:
            say(f"{place.shown} is already there as {place.name}")
            return 0
    if fetches:
        added = NewRepository(arguments, settings, lasting, arguments.source_name)
        added.fetch()
        added.keep()
        say(f"added {added.origin.name}; `digest-tui fetch` brings its digests up to date")
        return 0
    origin.open()
    write_dirs(settings_file(arguments), [lasting])
    say(f"added {lasting} {origin.remark}".rstrip())
    return 0


def _remove(arguments: Arguments, settings: Settings, typed: str) -> int:
    from digest_tui.config_writer import remove_from

    places = sorted(_configured(arguments, settings), key=lambda place: not place.is_fetched)
    meant = next((place for place in places if typed in (place.name, place.text)), None)
    if meant is None:
        from digest_tui.sources.registry import origin_of

        wanted = origin_of(_from_anywhere(typed), copies=copies_folder(arguments)).identity
        meant = next((place for place in places if place.origin.identity == wanted), None)
    if meant is None:
        raise UsageError(f"No source is called {typed}; `digest-tui source list` prints them.")
    remove_from(settings_file(arguments), meant.key, meant.number)
    meant.origin.remove()
    if meant.is_fetched:
        say(f"removed {meant.name}; your decisions about its papers are kept")
    else:
        say(f"removed {meant.text}; the folder and your decisions about its papers are kept")
    return 0


def _from_anywhere(typed: str) -> str:
    """Return what was typed; a path that is there is made absolute, for a configuration is read from any folder."""
    path = Path(text := with_home(typed))
    try:
        return str(path.absolute()) if text != STANDARD_INPUT and path.exists() else text
    except OSError:
        return text
