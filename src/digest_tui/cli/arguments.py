"""The arguments of `digest-tui`, and the way a command declares those it takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from digest_tui.errors import UsageError

if TYPE_CHECKING:
    from digest_tui.model.facet import Facet


class Parser(argparse.ArgumentParser):
    """A parser that raises its errors, so that each leaves by the same door and none echoes control characters."""

    explains_queries = False
    """True when its help ends with the query language, which is loaded only then."""

    def format_help(self) -> str:
        """Return the help, followed by the query language where the parser explains it."""
        if self.explains_queries:
            from digest_tui.search.fields import query_help

            self.epilog = query_help()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see `{self.prog} --help`)")


class Arguments(argparse.Namespace):
    """The paths of a run and the options of the reader; a command that takes more has a class of its own."""

    command: str | None
    dirs: list[str]
    further_dirs: list[str]
    demo: bool
    data_dir: Path | None
    config: Path | None

    today: bool
    date: str | None
    fresh: bool
    new: bool
    starred: bool
    start_query: str | None
    start_lens: Facet | None
    triage: bool
    ascii: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Tell the parser of a command what it takes beyond where things are."""

    def take_rest(self, words: Sequence[str]) -> Sequence[str]:
        """Take words that argparse could not place, and return those that are none of this command's."""
        return words


class RowsArguments(Arguments):
    """The arguments of a command that prints a row for each paper."""

    format: str
    limit: int | None
    text: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add how the papers are printed, and how many."""
        parser.add_argument(
            "--format", choices=["table", "tsv", "json", "jsonl"], default="table", help="default: %(default)s"
        )
        parser.add_argument("--limit", type=whole_number(0), metavar="N", help="print at most N papers")
        add_text(parser)


def add_text(parser: Parser) -> None:
    """Add the option to print what papers say beside what is known of them."""
    parser.add_argument("--text", action="store_true", help="with JSON: also the Markdown of each paper and its facets")


def refuse_text(wants_text: bool, how: str) -> None:
    """Raise UsageError where `--text` was given for a format without fields."""
    if wants_text and how not in ("json", "jsonl"):
        raise UsageError("--text adds fields to JSON: leave it out, or add `--format json`.")


def whole_number(least: int) -> Callable[[str], int]:
    """Return the type of an argument that is a whole number of at least `least`."""

    def checked(text: str) -> int:
        if text.isascii() and text.isdecimal() and int(text) >= least:
            return int(text)
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least {least}")

    return checked


FACET_HELP = "introduction, method, results, limitations, conclusion, their beginnings, or 1 to 5"


def facet_named(text: str) -> Facet:
    """Return the facet with a name, the beginning of one, or a digit; the type of an argument."""
    from digest_tui.model.facet import Facet
    from digest_tui.model.facets import facet_of

    wanted = text.strip().casefold()
    begun = [facet for facet in Facet if facet.key == wanted or (wanted and facet.startswith(wanted))]
    found = begun[0] if len(begun) == 1 else facet_of(wanted)
    if found is None:
        *names, last = Facet
        raise argparse.ArgumentTypeError(f"{text!r} is not a facet: write {', '.join(names)} or {last}")
    return found
