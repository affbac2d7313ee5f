"""`digest-tui fetch`: the newest digests of the repositories that the configuration names."""

from __future__ import annotations

import os

from digest_tui.cli.arguments import Arguments, Parser
from digest_tui.cli.output import say
from digest_tui.cli.places import configured_origins
from digest_tui.cli.setup import settings_to_print
from digest_tui.errors import DigestTuiError, SourceError, UsageError


class FetchArguments(Arguments):
    """The arguments of `fetch`."""

    source: str | None

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the source to fetch."""
        parser.add_argument("source", nargs="?", metavar="NAME", help="fetch only this repository")


def fetch(arguments: FetchArguments) -> int:
    """Fetch the places that lie elsewhere; one that fails keeps what was there, and the others go on."""
    origins = configured_origins(arguments, settings_to_print(arguments)._replace(dirs=()))
    fetches = [fetching for origin in origins if (fetching := origin.fetch(os.environ)) is not None]
    if not fetches:
        raise UsageError("There is no repository to fetch: add one with `digest-tui source add URL`.")
    wanted = [fetching for fetching in fetches if arguments.source in (None, fetching.name)]
    if not wanted:
        known = ", ".join(fetching.name for fetching in fetches)
        raise UsageError(f"No repository is called {arguments.source}; there are: {known}.")
    failed = 0
    for fetching in wanted:
        try:
            say(f"{fetching.name}: {'digests arrived' if fetching.run() else 'nothing arrived'}")
        except DigestTuiError as error:
            say(str(error))
            failed += 1
    return SourceError.exit_code if failed else 0
