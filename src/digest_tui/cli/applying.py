"""Options that do not apply: each is refused in a sentence, rather than passed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from digest_tui.cli.arguments import Arguments
from digest_tui.cli.subcommands import subcommand
from digest_tui.errors import UsageError


class Option(NamedTuple):
    """An option as it is typed, and where its value is."""

    flag: str
    attribute: str
    default: object = None
    """The value that it has when it is not typed, beside None, False and an empty list."""

    def is_typed(self, arguments: Arguments) -> bool:
        """Say whether it was given a value of its own."""
        value = getattr(arguments, self.attribute, None)
        return value is not None and value is not False and value not in ([], self.default)


class Rule(NamedTuple):
    """Options that say nothing in some use of a command."""

    command: str
    is_meant: Callable[[Any], bool]
    """Says whether that use is meant, of the arguments of the command."""
    options: tuple[Option, ...]
    sentence: str
    """What is said of the first that was typed, which fills the hole."""


_READER = (
    Option("--today", "today"),
    Option("--date", "date"),
    Option("--fresh", "fresh"),
    Option("--new", "new"),
    Option("--starred", "starred"),
    Option("--query", "start_query"),
    Option("--lens", "start_lens"),
    Option("--triage", "triage"),
    Option("--ascii", "ascii"),
    Option("--no-saved-frame", "no_saved_frame"),
)
"""The options of the reader."""
_APART = (
    ("--today", "--date", "name two different days"),
    ("--new", "--starred", "list different papers, since a star is a decision"),
    ("--starred", "--triage", "are about different papers, since a star is a decision"),
)
"""Those that exclude each other, and why; all others combine."""

_DIR, _DEMO = Option("--dir", "dirs"), Option("--demo", "demo")
_ROWS = (
    Option("--format", "format", "table"),
    Option("--limit", "limit"),
    Option("--text", "text"),
    Option("--places", "places"),
)
"""How papers are printed, and which."""
_NO_PAGER = Option("--no-pager", "no_pager")
RULES: tuple[Rule, ...] = (
    Rule("new", lambda typed: typed.count, (*_ROWS, _NO_PAGER), "--count prints one number: leave {} out."),
    Rule(
        "search",
        lambda typed: typed.explain,
        _ROWS,
        "--explain prints how the query was understood, and no papers: leave {} out.",
    ),
    Rule(
        "check",
        lambda typed: typed.paths,
        (_DIR, _DEMO),
        "`check` reads the paths that follow it: leave {} or them out.",
    ),
    Rule(
        "source",
        lambda typed: typed.errand == "list",
        (Option("the name", "source"),),
        "`source list` prints all of them: leave {} out.",
    ),
    Rule("source", lambda typed: True, (_DEMO,), "The samples are no source of yours: leave {} out."),
    Rule(
        "log",
        lambda typed: typed.data_dir is None,
        (_DEMO,),
        "The samples keep no state: leave {} out, or name a folder with --data-dir.",
    ),
    Rule("fetch", lambda typed: True, (_DEMO,), "The samples are not fetched: leave {} out."),
)
"""What says nothing in some use of a command."""


def refuse_what_does_not_apply(arguments: Arguments) -> None:
    """Raise UsageError for options that exclude each other or say nothing to the command."""
    if arguments.demo and arguments.dirs:
        raise UsageError("--demo shows the samples, --dir your own digests: leave one of them out.")
    typed = [option.flag for option in _READER if option.is_typed(arguments)]
    for one, other, why in _APART:
        if one in typed and other in typed:
            raise UsageError(f"{one} and {other} {why}: leave one of them out.")
    command = arguments.command
    if command is None:
        return
    if typed:
        raise UsageError(
            f"{_listed(typed)} {'are' if typed[1:] else 'is'} for the reader: "
            f"leave {'them' if typed[1:] else 'it'} out with `{command}`."
        )
    # A former name of a command takes what the command takes.
    row = subcommand(command)
    for rule in RULES:
        if rule.command not in (row.name, *row.other_names) or not rule.is_meant(arguments):
            continue
        for option in rule.options:
            if option.is_typed(arguments):
                raise UsageError(rule.sentence.format(option.flag))


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
