"""`digest-tui check`: how every file was understood."""

from collections.abc import Iterator
from pathlib import Path

from digest_tui.cli.arguments import Arguments
from digest_tui.cli.output import print_json, print_lines, say
from digest_tui.cli.setup import DigestPaths, make_library, paths_to_print, settings_to_print
from digest_tui.library import Library
from digest_tui.model import Digest, Problem

_CHECK_FAILED = 1


def check(arguments: Arguments) -> int:
    """Print one row a file, with its problems; they make the check fail. The state plays no part."""
    from digest_tui.store import memory_store

    settings = settings_to_print(arguments)
    typed = DigestPaths(tuple(map(Path, arguments.paths)), typed=True)
    library = make_library(typed if typed.paths else paths_to_print(arguments, settings), memory_store(), settings, say)
    digests = sorted(
        (digest for scan in library.scan() for digest in scan.added), key=lambda digest: (digest.source, digest.path)
    )
    problems = sum(len(library.problems(digest)) for digest in digests)
    if arguments.format == "json":
        print_json([_record(digest, library) for digest in digests])
    else:
        print_lines(line for digest in digests for line in _rows(digest, library))
    papers = sum(len(digest.papers) for digest in digests)
    say(f"{_counted(len(digests), 'file')}, {_counted(papers, 'paper')}, {_counted(problems, 'problem')}.")
    return _CHECK_FAILED if problems else 0


def _record(digest: Digest, library: Library) -> dict[str, object]:
    return {
        "source": digest.source,
        "path": digest.path,
        "format": digest.format,
        "title": digest.title,
        "date": digest.date.isoformat() if digest.date else None,
        "papers": len(digest.papers),
        "problems": [
            {"code": problem.code, "message": problem.message, "line": problem.line}
            for problem in library.problems(digest)
        ],
    }


def _rows(digest: Digest, library: Library) -> Iterator[str]:
    day = digest.date.isoformat() if digest.date else "undated"
    # The path comes last, so that wide characters cannot push a column.
    yield f"{day:10}  {digest.format:11}  {_counted(len(digest.papers), 'paper'):>10}  {digest.path}"
    for problem in library.problems(digest):
        yield f"  {_place(digest, problem)}: {problem.code}: {problem.message}"


def _place(digest: Digest, problem: Problem) -> str:
    return digest.path if problem.line is None else f"{digest.path}:{problem.line}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
