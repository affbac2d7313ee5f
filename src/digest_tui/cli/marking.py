"""`digest-tui mark` and `digest-tui undo`: decisions by scripts."""

from __future__ import annotations

from collections.abc import Sequence

from digest_tui.cli.arguments import Arguments, Parser, whole_number, words_between
from digest_tui.cli.listing import print_entries
from digest_tui.cli.named_papers import find_papers
from digest_tui.cli.output import say
from digest_tui.cli.queries import entries_found, say_beyond, typed_query
from digest_tui.cli.setup import library_to_print, opened_store
from digest_tui.counts import counted
from digest_tui.errors import UsageError
from digest_tui.model.entries import keys_of, made_of, picked
from digest_tui.model.state import tag_name
from digest_tui.model.steps import Step
from digest_tui.triage import wording
from digest_tui.triage.marks import Mark, field_and_value

_NOTHING_FOUND = 1
_WOULD = {
    Mark.READ: "would mark {} read",
    Mark.UNREAD: "would mark {} unread",
    Mark.STAR: "would star {}",
    Mark.UNSTAR: "would remove the star from {}",
    Mark.LATER: "would put off {} for later",
    Mark.SKIP: "would skip {}",
    Mark.TAG: "would tag {} {name}",
    Mark.UNTAG: "would remove the tag {name} from {}",
}
_ALREADY = {
    Mark.READ: "already read",
    Mark.UNREAD: "already unread",
    Mark.STAR: "already starred",
    Mark.UNSTAR: "not starred",
    Mark.LATER: "already put off for later",
    Mark.SKIP: "already skipped",
    Mark.TAG: "already tagged {}",
    Mark.UNTAG: "not tagged {}",
}
"""The word for papers that already have a mark and are left alone."""


class MarkArguments(Arguments):
    """The arguments of `mark`."""

    mark: str
    ids: list[str]
    query: str | None
    dry_run: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the mark, and the papers that get it."""
        parser.add_argument(
            "mark", choices=[mark.value for mark in Mark], metavar="MARK",
            help=", ".join(f"{mark} NAME" if mark.takes_name else mark for mark in Mark),
        )  # fmt: skip
        parser.add_argument(
            "ids", nargs="*", metavar="ID",
            help="an arXiv id, a URL or a key that `list` prints; - reads lines of these, or what `list` prints, "
            "from standard input; NAME comes before them",
        )  # fmt: skip
        parser.add_argument("--query", metavar="QUERY", help="the papers that match, instead of ids")
        parser.add_argument(
            "--dry-run", action="store_true", help="print the papers that would change, and change nothing"
        )

    def inputs(self) -> Sequence[str]:
        """See `Arguments`."""
        return [*self.dirs, *self.ids]

    def take_rest(self, words: Sequence[str], typed: Sequence[str]) -> Sequence[str]:
        """See `Arguments`."""
        return words_between(words, self.ids)


class UndoArguments(Arguments):
    """The arguments of `undo`."""

    steps: int

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add how many decisions are taken back."""
        parser.add_argument(
            "steps", nargs="?", type=whole_number(1), default=1, metavar="N", help="how many decisions; default: 1"
        )


def mark(arguments: MarkArguments) -> int:
    """Set a mark on papers, all of them one step for undo; raises UsageError when none are named."""
    wanted = Mark(arguments.mark)
    name = _tag_of(arguments) if wanted.takes_name else ""
    typed = arguments.ids[1:] if wanted.takes_name else arguments.ids
    query = typed_query(arguments.query)
    if bool(typed) == (query is not None):
        command = f"mark {wanted} {name}".rstrip()
        quotes = "; put a query of several words in quotes" if typed else ""
        raise UsageError(f"`{command}` needs papers: either their ids or --query, not both{quotes}.")
    with library_to_print(arguments, "read" if arguments.dry_run else "make") as library:
        named, are_all_known = find_papers(typed, library)
        papers = library.each_once(list(named.values()) if query is None else entries_found(query, library))
        if query is not None:
            say_beyond(arguments.query or "", query, library, len(papers))
        changes = library.decisions.mark(papers, wanted, name)
        written_to = {change.key for change in changes}
        changed = picked(papers, [index for index, keys in enumerate(keys_of(papers)) if keys[0] in written_to])
        if arguments.dry_run:
            print_entries(changed, library, "tsv")
        else:
            entries = made_of(changed, lambda entry: entry)
            library.decisions.write(changes, library.decisions.described(changes, entries))
    if query and not papers:
        return _NOTHING_FOUND
    say(_sentence(wanted, name, len(changes), len(papers) - len(changes), dry_run=arguments.dry_run))
    return 0 if are_all_known else _NOTHING_FOUND


def undo(arguments: UndoArguments) -> int:
    """Take back the newest marks, also those of other sessions; the digests play no part."""
    with opened_store(arguments, "change") as store:
        for step in range(arguments.steps):
            undone = store.undo(any_session=True)
            if not isinstance(undone, Step):
                say("Nothing more to undo." if step else "Nothing to undo.")
                return _NOTHING_FOUND
            say(wording.undone(undone))
    return 0


def _tag_of(arguments: MarkArguments) -> str:
    if not arguments.ids:
        raise UsageError(f"`mark {arguments.mark}` needs the name of a tag, such as `mark {arguments.mark} todo ID`.")
    return tag_name(arguments.ids[0])


def _sentence(mark: Mark, name: str, changed: int, already: int, *, dry_run: bool) -> str:
    if not changed:
        nothing = "nothing would change" if dry_run else "nothing changed"
        return f"{nothing}: {counted(already, 'paper')} {_ALREADY[mark].format(name)}" if already else nothing
    if dry_run:
        done = _WOULD[mark].format(counted(changed, "paper"), name=name)
    else:
        done = wording.done_to(changed, *field_and_value(mark, name))
    if not already:
        return done
    if mark in (Mark.UNSTAR, Mark.UNTAG):
        return f"{done}; {counted(already, 'did not have it', 'did not have it')}"
    return f"{done}; {counted(already, 'already was', 'already were')}"
