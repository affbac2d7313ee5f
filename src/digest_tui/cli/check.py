"""`digest-tui check`: the way each file was understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from digest_tui.cli.arguments import STANDARD_INPUT, Arguments, Parser
from digest_tui.cli.check_file import CheckedFile, conclude, file_record, problem_record
from digest_tui.cli.output import print_json, print_lines, say
from digest_tui.cli.places import local_places
from digest_tui.cli.setup import load, make_library, places_to_print, settings_to_print
from digest_tui.cli.standard_input import A_DIGEST, announce
from digest_tui.counts import counted
from digest_tui.model import Problem

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.model.attempt import Attempt

_SourceProblem = tuple[str, Problem]


class CheckArguments(Arguments):
    """The arguments of `check`."""

    paths: list[str]
    explain: bool
    format: str

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the files to check, and how they are described."""
        parser.add_argument(
            "paths", nargs="*", metavar="PATH",
            help="files and folders; default: those in the reader; - is one digest from standard input",
        )  # fmt: skip
        parser.add_argument("--explain", action="store_true", help="show what each line of the files was taken for")
        parser.add_argument("--format", choices=["table", "json"], default="table", help="default: %(default)s")

    def inputs(self) -> Sequence[str]:
        """See `Arguments`."""
        return [*self.dirs, *self.paths]


def check(arguments: CheckArguments) -> int:
    """Print one row a file, with its problems, which make the check fail; the state plays no part."""
    if STANDARD_INPUT in arguments.paths:
        announce(A_DIGEST)
    if arguments.explain:
        from digest_tui.cli.check_explain import explain_files

        return explain_files(arguments.paths, as_json=arguments.format == "json")
    from digest_tui.store import memory_store

    settings = settings_to_print(arguments)
    places = local_places(arguments.paths, typed=True) if arguments.paths else places_to_print(arguments, settings)
    library = make_library(places, memory_store(), settings, say)
    # What is wrong with a file may depend on all the others.
    load(library)
    pages = {page.digest_id: digest.path for page, digest in library.pages()}
    summaries = {summary.digest_id: summary for summary in library.summaries()}
    summaries |= {page.digest_id: page for page, _ in library.pages()}
    found = [(summary, library.index.digest(summary)) for _, summary in sorted(summaries.items())]
    files = [
        CheckedFile(digest, library.problems(digest), pages.get(summary.digest_id), summary)
        for summary, digest in found
        if digest
    ]
    outside = library.source_problems()
    if arguments.format == "json":
        records = (_file_record(file, library.attempts(file.digest)) for file in files)
        print_json([*map(_source_record, outside), *records])
    else:
        print_lines(_table(outside, files, library))
    library.index.commit()
    misread = sum(len(file.problems) for file in files)
    if misread:
        say("`digest-tui check --explain FILE` shows what each line of a file was taken for.")
    papers = library.catalog.entries(library.today()).once()
    return conclude(len(files), len(papers), misread + len(outside))


def _file_record(file: CheckedFile, attempts: tuple[Attempt, ...]) -> dict[str, object]:
    declined = [
        {"format": attempt.format, "module": attempt.module, "reason": attempt.reason}
        for attempt in attempts
        if not attempt.accepted
    ]
    return {**file_record(file, attempts), "declined": declined}


def _source_record(outside: _SourceProblem) -> dict[str, object]:
    """Return the record of a problem of the source itself, listed like a file that was not read."""
    source, problem = outside
    return {
        "source": source,
        "path": problem.path,
        "format": None,
        "reason": None,
        "module": None,
        "page_of": None,
        "title": None,
        "date": None,
        "dates": [],
        "entries": 0,
        "papers": 0,
        "problems": [problem_record(problem)],
        "declined": [],
    }


def _table(outside: Iterable[_SourceProblem], files: list[CheckedFile], library: Library) -> Iterator[str]:
    """Yield one line for a file that was understood, more only where something may be wrong."""
    for source, problem in outside:
        yield f"{source}: {problem.code}: {problem.message}"
    rows = [_cells(file) for file in files]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    explained: dict[tuple[Attempt, ...], str] = {}
    for file, (day, name, entries, days) in zip(files, rows, strict=True):
        cells = [day.ljust(widths[0]), name.ljust(widths[1]), entries.rjust(widths[2]), days.rjust(widths[3])]
        # The path comes last, so that wide characters cannot push a column.
        yield "  ".join([*filter(None, cells), file.digest.path])
        yield from (f"  {file.place(problem)}: {problem.code}: {problem.message}" for problem in file.problems)
        yield from (f"  {line}" for line in _details(file, explained, library))


def _cells(file: CheckedFile) -> tuple[str, str, str, str]:
    days = counted(len(file.days), "day") if len(file.days) > 1 else ""
    format_ = file.digest.format if file.page_of is None else f"page of {file.page_of}"
    entries = file.entry_count if file.page_of is None else ""
    return file.day, format_, entries, days


def _details(file: CheckedFile, explained: dict[tuple[Attempt, ...], str], library: Library) -> Iterator[str]:
    """Yield the reasons for the way a file was read; a folder full of notes gets the same reasons only once."""
    digest = file.digest
    if not (file.problems or digest.is_text) or file.is_blank:
        return
    if file.page_of is not None and digest.is_text:
        # Its entry makes a paper of it.
        return
    attempts = library.attempts(digest)
    if not attempts:
        return
    if not digest.is_text:
        yield f"read as {digest.format}: {attempts[-1].reason}"
    elif attempts in explained:
        yield f"declined for the same reasons as {explained[attempts]}"
    else:
        explained[attempts] = digest.path
        yield from (f"declined by {attempt.format}: {attempt.reason}" for attempt in attempts if not attempt.accepted)
