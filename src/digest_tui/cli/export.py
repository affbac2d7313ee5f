"""`digest-tui export`: papers in the formats of other programs, to standard output or into a file of the person's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from digest_tui.cli.arguments import STANDARD_INPUT, Parser, QueryArguments
from digest_tui.cli.listing import NO_PAPERS
from digest_tui.cli.named_papers import find_papers
from digest_tui.cli.output import print_lines, say
from digest_tui.cli.queries import entries_found, say_beyond, typed_query
from digest_tui.cli.setup import library_to_print
from digest_tui.errors import UsageError
from digest_tui.exporters import EXPORTERS, Exporter, exporter
from digest_tui.library.targets import read_as_digest, why_not_written

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.model import Entry

_NOTHING_FOUND = 1
_STANDARD_OUTPUT = "-"


class ExportArguments(QueryArguments):
    """The arguments of `export`."""

    format: str | None
    output: str | None
    prune: bool
    weekly: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the papers, the format, and where it goes."""
        parser.add_argument(
            "words", nargs="*", metavar="QUERY",
            help="only the papers that match; - reads what `mark -` reads; write -- before a query that begins with -",
        )  # fmt: skip
        parser.add_argument(
            "--format", choices=[row.name for row in EXPORTERS], metavar="FORMAT",
            help=f"{', '.join(row.name for row in EXPORTERS)}; default: what the name after -o ends with",
        )  # fmt: skip
        parser.add_argument(
            "-o", "--output", metavar="PATH",
            help="bring PATH up to date, a file, or a folder for Obsidian: what is yours in it stays as it is; "
            "default: standard output",
        )  # fmt: skip
        parser.add_argument(
            "--prune", action="store_true",
            help="with -o: remove the papers that do not match any more, but none in which you wrote",
        )  # fmt: skip
        parser.add_argument(
            "--weekly", action="store_true", help="for Obsidian: also a note for each week, with links to its papers"
        )

    def inputs(self) -> Sequence[str]:
        """See `Arguments`."""
        return [*self.dirs, *(self.words if self.words == [STANDARD_INPUT] else ())]

    @property
    def target(self) -> Path | None:
        """The file or folder that is brought up to date; None for standard output."""
        return None if self.output in (None, _STANDARD_OUTPUT) else Path(self.output or "").expanduser()


def export(arguments: ExportArguments) -> int:
    """Write papers for another program; what stands around ours in a file stays byte for byte."""
    target = arguments.target
    row = _format(arguments, target)
    _refuse_what_says_nothing(arguments, row, target)
    with library_to_print(arguments) as library:
        entries, is_complete = _papers(arguments, library)
        if target is None:
            update = row.update("", library.exporting.papers(entries))
            for sentence in update.left:
                say(sentence)
            # A format may end its lines in a way of its own, and has others that break no line.
            print_lines(update.text.removesuffix("\n").split("\n") if update.text else ())
        elif entries or arguments.prune:
            if reason := why_not_written(target, library):
                raise UsageError(reason)
            report = library.exporting.to_file(
                entries, row.name, target, prune=arguments.prune, weekly=arguments.weekly
            )
            for sentence in report.left:
                say(sentence)
            say(f"{target}: {report.words}")
            if warning := read_as_digest(target, row, library):
                say(warning)
    return 0 if entries and is_complete else _NOTHING_FOUND


def _papers(arguments: ExportArguments, library: Library) -> tuple[Sequence[Entry], bool]:
    """Return the papers that are meant, and whether everything named one."""
    if arguments.words == [STANDARD_INPUT]:
        named, is_complete = find_papers(arguments.words, library)
        return list(named.values()), is_complete
    query = typed_query(arguments.query)
    found = entries_found(query, library)
    if query is not None:
        say_beyond(arguments.query or "", query, library, len(found))
    elif not found:
        say(NO_PAPERS)
    return found, True


def _format(arguments: ExportArguments, target: Path | None) -> Exporter:
    if arguments.format:
        return exporter(arguments.format)
    names = ", ".join(row.name for row in EXPORTERS)
    if target is None:
        raise UsageError(f"`export` needs --format, which is one of {names}.")
    fitting = [row for row in EXPORTERS if row.suffix == target.suffix.lower() and not row.is_folder]
    if len(fitting) != 1:
        raise UsageError(f"The name {target.name!r} does not tell the format: add --format, which is one of {names}.")
    return fitting[0]


def _refuse_what_says_nothing(arguments: ExportArguments, row: Exporter, target: Path | None) -> None:
    if arguments.output == "":
        raise UsageError("-o needs the path of a file or of a folder, or `-` for standard output.")
    if arguments.prune and target is None:
        raise UsageError("--prune removes papers from a file: name it with -o, or leave --prune out.")
    if arguments.prune and row.is_replaced_whole:
        raise UsageError(f"A file of {row.title} is replaced whole, without what does not match: leave --prune out.")
    if arguments.weekly and not (row.is_folder and target):
        raise UsageError("--weekly makes notes in a folder: add --format obsidian and -o, or leave --weekly out.")
