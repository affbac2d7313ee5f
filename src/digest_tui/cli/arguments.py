"""The arguments of `digest-tui`, and the way a command declares those it takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from digest_tui.errors import UsageError
from digest_tui.patterns import pattern
from digest_tui.text import one_line

if TYPE_CHECKING:
    from digest_tui.model.facet import Facet


STANDARD_INPUT = "-"
"""The word that stands for standard input."""
_MAX_NAME = 40
"""Characters of a name that there is not, in the sentence that says so."""


class _NoHelp(argparse.HelpFormatter):
    """What argparse tries each argument with: it must not ask the terminal for its width each time."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class Parser(argparse.ArgumentParser):
    """A parser that raises its errors, so that each leaves by the same door and none echoes control characters."""

    explains_queries = False
    """True when its help ends with the query language, which is loaded only then."""

    def __init__(
        self, *, formatter_class: type[argparse.HelpFormatter] = argparse.HelpFormatter, **options: Any
    ) -> None:
        """Take what `ArgumentParser` takes."""
        super().__init__(formatter_class=_NoHelp, **options)
        self._help_formatter = formatter_class

    def format_help(self) -> str:
        """Return the help, followed by the query language where the parser explains it."""
        if self.formatter_class is _NoHelp:
            self.formatter_class = self._help_formatter
        if self.explains_queries:
            from digest_tui.search.fields import query_help

            self.epilog = query_help()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see `{self.prog} --help`)")

    def options(self) -> list[str]:
        """Return the names of its options."""
        return list(self._option_string_actions)

    def takes(self, option: str, value: str) -> bool:
        """Return True when a value is one of those that an option can be told by: a choice or a number, no path."""
        action = self._option_string_actions[option]
        if action.choices is not None:
            return value in action.choices
        if action.nargs == 0 or action.type in (None, Path) or not callable(action.type):
            return False
        try:
            action.type(value)
        except (argparse.ArgumentTypeError, ValueError):
            return False
        return True

    def _check_value(self, action: argparse.Action, value: object) -> None:
        # argparse prints every choice and suggests none; it has no public way to say it otherwise.
        if action.choices is None or value in action.choices:
            return
        from digest_tui.similar import closest, listed

        names = [str(choice) for choice in action.choices]
        name = one_line(str(value), _MAX_NAME)
        if action.nargs == argparse.PARSER:
            meant = closest(name, names)
            perhaps = f": did you mean `{meant}`?" if meant else ""
            self.error(f"There is no command {name!r}{perhaps}")
        what = action.option_strings[0] if action.option_strings else f"`{self.prog}`"
        self.error(f"{what} takes {listed(names)}, not {name!r}")


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

    def inputs(self) -> Sequence[str]:
        """Return the words of which `-` stands for standard input."""
        return self.dirs

    def take_rest(self, words: Sequence[str], typed: Sequence[str]) -> Sequence[str]:
        """Take words that argparse left over, of all that were typed; return those that this command does not know."""
        return words


class QueryArguments(Arguments):
    """The arguments of a command that takes the words of a query, quoted or not."""

    words: list[str]

    @property
    def query(self) -> str | None:
        """The words as one query; None without any."""
        return " ".join(self.words) if self.words else None

    def take_rest(self, words: Sequence[str], typed: Sequence[str]) -> Sequence[str]:
        """See `Arguments`; in a query `-video` excludes a word, where `-v` would be an option."""
        options = words_between(words, self.words, is_word=EXCLUDED.match)
        left, self.words = self.words, []
        for word in typed:
            if word in left:
                left.remove(word)
                self.words.append(word)
        return options


EXCLUDED = pattern("-[^-].")
"""A word of a query that begins with a dash: it excludes what follows."""


def words_between(rest: Sequence[str], taken: list[str], is_word: Callable[[str], object] = "-".__eq__) -> list[str]:
    """Take the words among what argparse left over, and return the unknown options.

    Of a list of words argparse takes what stands on one side of an option: https://bugs.python.org/issue14191
    """
    end = rest.index("--") if "--" in rest else len(rest)
    options: list[str] = []
    for word in rest[:end]:
        (options if word.startswith("-") and not is_word(word) else taken).append(word)
    taken += rest[end + 1 :]
    return options


class PlacesArguments(Arguments):
    """The arguments of a command that prints each paper once, or every place where it stands."""

    places: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the option to print the places."""
        parser.add_argument(
            "--places", action="store_true", help="print every place of a paper, not only the newest that matches"
        )


class PagedArguments(Arguments):
    """The arguments of a command of which a terminal gets the results in a pager if they are longer than the screen."""

    no_pager: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the option to do without."""
        parser.add_argument(
            "--no-pager", action="store_true", help="print without a pager what is longer than the screen"
        )


class RowsArguments(PagedArguments):
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
        PagedArguments.add_to(parser)


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
