"""`digest-tui new`: new papers, for people, prompts and status bars."""

from digest_tui.cli.arguments import Parser, RowsArguments, refuse_text
from digest_tui.cli.listing import print_entries
from digest_tui.cli.output import print_lines, say
from digest_tui.cli.setup import library_to_print

_NOTHING_FOUND = 1


class NewArguments(RowsArguments):
    """The arguments of `new`."""

    count: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add how papers are printed, or only counted."""
        RowsArguments.add_to(parser)
        parser.add_argument("--count", action="store_true", help="print only how many there are")


def list_new(arguments: NewArguments) -> int:
    """Print the new papers, each at its newest occurrence, or how many there are."""
    refuse_text(arguments.text, arguments.format)
    with library_to_print(arguments) as library:
        entries, numbers = library.new_papers()
        if arguments.count:
            print_lines([str(len(numbers))])
            return 0
        shown = entries.only(numbers[: arguments.limit])
        print_entries(shown, library, arguments.format, with_text=arguments.text, may_page=not arguments.no_pager)
    if not numbers:
        say("All papers are decided.")
        return _NOTHING_FOUND
    return 0
