"""Lines as they are laid down, behind the bars and indents of the blocks they stand in."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from digest_tui.render.lines import Line, Run, width_of

MIN_ROOM = 8
"""Cells that an indent must leave for text; where it cannot, text goes without it."""


class Canvas:
    """Collects lines of at most `width` cells."""

    def __init__(self, width: int) -> None:
        self.lines: list[Line] = []
        self.room = width
        """Cells that are left behind the present indent."""
        self._indent: tuple[Run, ...] = ()
        self._marked: tuple[Run, ...] | None = None

    def put(self, runs: Iterable[Run], joint: str | None = None) -> None:
        """Lay down one line, which fits the room; `joint` joins it to the one above (see `Line`)."""
        line = (*(self._indent if self._marked is None else self._marked), *runs)
        self._marked = None
        # A tinted line ends where its background does; any other ends with its last letter.
        while line and line[-1].style.bgcolor is None:
            if text := line[-1].text.rstrip(" "):
                line = (*line[:-1], line[-1]._replace(text=text))
                break
            line = line[:-1]
        self.lines.append(Line(line, width_of(line), joint))

    def put_all(self, lines: Iterable[Sequence[Run]]) -> None:
        """Lay down lines."""
        for runs in lines:
            self.put(runs)

    def put_joined(self, lines: Iterable[tuple[Sequence[Run], str | None]]) -> None:
        """Lay down lines, each with its joint."""
        for runs, joint in lines:
            self.put(runs, joint)

    def blank_before(self, line: int) -> None:
        """Insert an empty line before one that was laid down; it is joined to the one above, for nobody wrote it."""
        self.put((), joint="")
        self.lines.insert(line, self.lines.pop())

    @contextmanager
    def indented(self, first: Run, rest: Run) -> Iterator[None]:
        """Put `first` before the first line that is laid down within, and `rest`, as wide, before those below."""
        cells = width_of((first,))
        if self.room - cells < MIN_ROOM:
            yield
            return
        outer, outer_room = self._indent, self.room
        self._marked = (*(outer if self._marked is None else self._marked), first)
        self._indent = (*outer, rest)
        self.room -= cells
        yield
        if self._marked is not None:
            self.put(())
        self._indent, self.room = outer, outer_room
