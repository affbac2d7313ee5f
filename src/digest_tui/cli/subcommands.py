"""The table of subcommands; CONTRIBUTING.md says how one is added."""

from typing import NamedTuple

from digest_tui.cli.arguments import Arguments
from digest_tui.loading import loaded


class Subcommand(NamedTuple):
    """A word after `digest-tui` that does something other than opening the reader."""

    name: str
    sentence: str
    """Its purpose, in the help."""
    arguments: str
    """The class of its arguments, as `module:name`; loaded when the command is typed."""
    function: str
    """The function that carries it out and returns the exit code, as `module:name`."""
    other_names: tuple[str, ...] = ()
    """Former names, which go on working and are not mentioned."""

    def arguments_class(self) -> type[Arguments]:
        """Load the class of its arguments."""
        found: type[Arguments] = loaded(self.arguments)
        return found

    def run(self, arguments: Arguments) -> int:
        """Run the command, and return the exit code."""
        code: int = loaded(self.function)(arguments)
        return code


# A table is read by rows.
# fmt: off
SUBCOMMANDS: tuple[Subcommand, ...] = (
    Subcommand("list", "print papers, newest date first",
               "digest_tui.cli.listing:ListArguments", "digest_tui.cli.listing:list_papers"),
    Subcommand("search", "print the papers that match a query, best first, with the matching sentence",
               "digest_tui.cli.search:SearchArguments", "digest_tui.cli.search:search"),
    Subcommand("new", "print the new papers, about which nothing is decided",
               "digest_tui.cli.new:NewArguments", "digest_tui.cli.new:list_new", other_names=("unread",)),
    Subcommand("show", "print one paper, the digests of a date, or what a query finds",
               "digest_tui.cli.show:ShowArguments", "digest_tui.cli.show:show"),
    Subcommand("open", "open papers in the browser",
               "digest_tui.cli.opening:OpenArguments", "digest_tui.cli.opening:open_papers"),
    Subcommand("export", "write papers for other programs: references, notes, tables, a page",
               "digest_tui.cli.export:ExportArguments", "digest_tui.cli.export:export"),
    Subcommand("check", "print how each file was understood",
               "digest_tui.cli.check:CheckArguments", "digest_tui.cli.check:check"),
    Subcommand("mark", "mark papers read, starred, skipped and so on",
               "digest_tui.cli.marking:MarkArguments", "digest_tui.cli.marking:mark"),
    Subcommand("undo", "undo the last decisions",
               "digest_tui.cli.marking:UndoArguments", "digest_tui.cli.marking:undo"),
    Subcommand("state", "find, check or copy the file of your decisions",
               "digest_tui.cli.state:StateArguments", "digest_tui.cli.state:state"),
    Subcommand("source", "list, add or remove where digests come from",
               "digest_tui.cli.sources:SourceArguments", "digest_tui.cli.sources:source"),
    Subcommand("fetch", "fetch the newest digests of git repositories",
               "digest_tui.cli.fetching:FetchArguments", "digest_tui.cli.fetching:fetch", other_names=("sync",)),
    Subcommand("log", "print every decision, oldest first",
               "digest_tui.cli.history:LogArguments", "digest_tui.cli.history:print_log"),
    Subcommand("help", "print the help of a command, what formats hold, or the query language",
               "digest_tui.cli.help:HelpArguments", "digest_tui.cli.help:print_topic"),
)
# fmt: on


def subcommand(name: str) -> Subcommand:
    """Return the subcommand with a name."""
    return next(row for row in SUBCOMMANDS if name in (row.name, *row.other_names))
