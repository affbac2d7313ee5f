"""`digest-tui check --explain`: the role of every line of a file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from digest_tui.cli.arguments import STANDARD_INPUT
from digest_tui.cli.check_file import CheckedFile, conclude, file_record, paper_count
from digest_tui.cli.check_lines import line_rows
from digest_tui.cli.output import print_json, print_lines
from digest_tui.counts import counted
from digest_tui.errors import SourceError, UsageError
from digest_tui.library import Library
from digest_tui.model import Digest
from digest_tui.model.roles import Role, line_roles

if TYPE_CHECKING:
    from digest_tui.model.attempt import Attempt

_DATE_FOLDERS = 3
"""Folders above a file that can say its date: year, month and day."""


@dataclass(frozen=True, slots=True)
class _Explained:
    """A file and each format's attempt at it."""

    file: CheckedFile
    attempts: tuple[Attempt, ...]


def explain_files(typed: Sequence[str], *, as_json: bool) -> int:
    """Print each file line by line with the role of each line; problems fail the check."""
    if not typed:
        raise UsageError("`check --explain` needs a file; `digest-tui check` lists those with problems.")
    for text in typed:
        if text != STANDARD_INPUT and os.path.isdir(text):
            raise UsageError(f"{text} is a folder, but `check --explain` takes files; `digest-tui check` takes both.")
    explained = [_read(text) for text in typed]
    if as_json:
        print_json([_record(one) for one in explained])
    else:
        print_lines(line for one in explained for line in [*_verdict(one), "", *line_rows(one.file), ""])
    files = [one.file for one in explained]
    return conclude(len(files), paper_count(files), sum(len(file.problems) for file in files))


def _read(text: str) -> _Explained:
    """Read a file as if its folder were open; raises SourceError when it cannot be read."""
    from digest_tui import formats
    from digest_tui.sources.base import display_name
    from digest_tui.sources.registry import local_origin
    from digest_tui.store import memory_store

    source = local_origin(text).open()
    shown = source.name if text == STANDARD_INPUT else display_name(Path(text).as_posix())
    refs = source.files()
    if not refs:
        raise SourceError(f"{shown} cannot be read: it has just disappeared.")
    raw = source.read(refs[0])
    # Folders may say the date, but those far above are no part of anybody's digests.
    near = "/".join(shown.split("/")[-1 - _DATE_FOLDERS :])
    explanation = formats.explain(raw.text, near, source.name)
    found = explanation.digest
    digest = found._replace(path=shown, problems=(*raw.problems, *found.problems))
    problems = Library([source], memory_store()).problems(digest)
    return _Explained(CheckedFile(digest, problems), explanation.attempts)


def _record(one: _Explained) -> dict[str, object]:
    digest = one.file.digest
    return {
        **file_record(one.file, one.attempts),
        "attempts": [
            {"format": said.format, "module": said.module, "accepted": said.accepted, "reason": said.reason}
            for said in one.attempts
        ],
        "lines": [
            {"line": number, "role": role.role.value, "paper": role.paper, "facet": role.facet, "text": text}
            for number, (role, text) in enumerate(zip(line_roles(digest), digest.lines, strict=True), 1)
        ],
    }


def _verdict(one: _Explained) -> Iterator[str]:
    digest, answer = one.file.digest, one.attempts[-1]
    yield f"{digest.path}: read as {digest.format}: {answer.reason}"
    yield f"  {_found(one.file)}"
    yield from _left_over(digest)
    if one.file.is_blank:
        return
    for said in one.attempts[:-1]:
        verb = "accepted" if said.accepted else "declined"
        yield f"  {said.format} {verb}: {said.reason} ({_source_file(said.module)})"
    registry = _registry()
    if digest.is_text:
        yield (
            "If there are papers in it, open the module above that should have found them; a shape that none of them "
            f"knows needs a new module: {registry} says how."
        )
    else:
        modules = dict.fromkeys(_source_file(said.module) for said in one.attempts if said.accepted)
        yield (
            f"If a paper is missing or wrong, open {' or '.join(modules)}; the words that name fields and sections "
            f"are in {_words()}; new shapes are listed in {registry}."
        )


def _found(file: CheckedFile) -> str:
    days = file.days
    if len(days) > 1:
        return f"{file.entry_count}, {counted(len(days), 'day')} from {days[-1]} to {days[0]}"
    is_dated = days or file.digest.date
    return f"{file.entry_count}, {f'dated {file.day}' if is_dated else file.day}"


def _left_over(digest: Digest) -> Iterator[str]:
    """Yield how much of the text after the first paper belongs to none: where that is much, bodies were lost."""
    counts = Counter(
        role.role for role, line in zip(line_roles(digest), digest.lines, strict=True) if line.strip(" -*_")
    )
    between, after = counts[Role.BETWEEN], counts[Role.AFTER]
    parts = [
        f"{counted(number, 'line')} {where}"
        for number, where in ((between, "between papers"), (after, "after them"))
        if number
    ]
    if parts:
        yield f"  part of no paper: {' and '.join(parts)}"


def _registry() -> str:
    from digest_tui import formats

    return _source_file(formats.explain.__module__)


def _words() -> str:
    from digest_tui.formats.words import labels

    return _source_file(labels.__name__)


def _source_file(module: str) -> str:
    return f"{module.replace('.', '/')}.py"
