"""Git's conflict markers: where they stand, and the text without them.

Source: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest_tui.formats.structure.blocks import read_blocks
from digest_tui.formats.structure.front_matter import read_front_matter
from digest_tui.patterns import pattern

_OURS = pattern(r"<{7}(?: .*)?")
_BASE = pattern(r"\|{7}(?: .*)?")
_MIDDLE = pattern(r"={7}\s*")
_THEIRS = pattern(r">{7}(?: .*)?")


@dataclass(frozen=True, slots=True)
class Conflict:
    """The markers of one conflict, as indices of lines."""

    ours: int
    base: int | None
    """The line on which the common ancestor begins, which only the style `diff3` shows."""
    middle: int
    theirs: int

    @property
    def markers(self) -> tuple[int, ...]:
        """All markers, in order."""
        return (self.ours, *(() if self.base is None else (self.base,)), self.middle, self.theirs)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A text without its conflict markers, with the numbers that its lines had."""

    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    """For each of these lines its index in the file."""
    markers: tuple[int, ...]
    """The lines of the file that belong to neither side: markers, and the common ancestor between two of them."""
    conflicts: int


def conflicts_of(lines: Sequence[str]) -> list[Conflict]:
    """Find the conflicts of a text: three markers in order, seven characters at a line's beginning, outside fences."""
    if not any(line.startswith("<<<<<<<") and _OURS.fullmatch(line) for line in lines):
        return []
    verbatim = read_blocks(lines).verbatim
    found: list[Conflict] = []
    ours: int | None = None
    base: int | None = None
    middle: int | None = None
    for number, line in enumerate(lines):
        if _OURS.fullmatch(line):
            ours, base, middle = (None if number in verbatim else number), None, None
        elif ours is None:
            continue
        elif middle is None and base is None and _BASE.fullmatch(line):
            base = number
        elif middle is None and _MIDDLE.fullmatch(line):
            middle = number
        elif middle is not None and _THEIRS.fullmatch(line):
            found.append(Conflict(ours, base, middle, number))
            ours = None
    return found


def resolved(lines: Sequence[str]) -> Resolved | None:
    """Return the lines with both sides of every conflict and no marker; None where there is no conflict."""
    conflicts = conflicts_of(lines)
    if not conflicts:
        return None
    markers = {number for conflict in conflicts for number in _left_out(conflict)}
    header = _second_header(lines, conflicts[0])
    dropped = {*header, *_between_rows(lines, markers)}
    kept = [number for number in range(len(lines)) if number not in dropped]
    return Resolved(
        tuple("" if number in markers else lines[number] for number in kept),
        tuple(kept),
        tuple(sorted({*markers, *header})),
        len(conflicts),
    )


def _left_out(conflict: Conflict) -> Iterator[int]:
    yield from conflict.markers
    if conflict.base is not None:
        # What both sides replaced is the text of neither.
        yield from range(conflict.base, conflict.middle)


def _between_rows(lines: Sequence[str], markers: set[int]) -> Iterator[int]:
    """Yield the markers between two rows of a table, which a blank line would cut in two."""
    run: list[int] = []
    is_row = False
    for number, line in enumerate(lines):
        if number in markers:
            run.append(number)
            continue
        was_row, is_row = is_row, line.lstrip(" >\t").startswith("|")
        if was_row and is_row:
            yield from run
        run.clear()


def _second_header(lines: Sequence[str], conflict: Conflict) -> range:
    """Return the lines of the second side's header, where both sides hold one: a file has one, and it is no text."""
    if any(line.strip() for line in lines[: conflict.ours]):
        return range(0)
    end = conflict.middle if conflict.base is None else conflict.base
    first = read_front_matter(lines[conflict.ours + 1 : end]).lines
    second = read_front_matter(lines[conflict.middle + 1 : conflict.theirs]).lines
    return range(conflict.middle + 1, conflict.middle + 1 + second.last) if first.last and second.last else range(0)
