"""Breaking text into lines by cells: Korean and English at spaces, Chinese and Japanese between characters."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len, split_graphemes

from digest_tui.notation.cjk import chinese_japanese
from digest_tui.patterns import pattern
from digest_tui.render.lines import Run

MIN_WIDTH = 2
"""Cells of a Hangul syllable: nothing narrower can hold text."""

Range: TypeAlias = tuple[int, int]
"""First character of a line and the one after its last."""

_WORD = pattern("[^ 	　]+")
_HANGUL = pattern("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
_NOT_FIRST = frozenset(
    ")]},.;:!?%、。，．・：；？！）］｝〕〉》」』】〙〗〟’”»›…‥ー々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
"""Closing punctuation and what else does not begin a line (kinsoku)."""
_NOT_LAST = frozenset("([{（［｛〔〈《「『【〘〖〝‘“«‹")
"""Opening punctuation, which does not end a line."""
_GOOD_END = frozenset("/-_.?&=,:;|)]}")
"""After these a word that is longer than a line is best cut."""


class _Unit(NamedTuple):
    """A piece of text that is not broken while it fits a line."""

    start: int
    end: int
    cells: int


def break_lines(text: str, width: int) -> list[Range]:
    """Return the beginnings and ends of a text's lines, without the spaces at which they were broken.

    A line is at most `width` cells wide (`MIN_WIDTH` if that is more); a newline ends one; no character but white space
    is lost.
    """
    width = max(width, MIN_WIDTH)
    lines: list[Range] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        lines += _fill(text, start, end, width)
        start = end + 1
    return lines


def wrap(runs: Sequence[Run], width: int) -> list[tuple[Run, ...]]:
    """Styled text in lines, broken as `break_lines` does; empty text is one empty line."""
    return [line for line, _ in wrap_joined(runs, width)]


def wrap_joined(runs: Sequence[Run], width: int) -> list[tuple[tuple[Run, ...], str | None]]:
    """The same lines, each with its joint (see `Line`)."""
    text = "".join(run.text for run in runs)
    ranges = break_lines(text, width)
    return list(zip(_slices(_whole_graphemes(runs, text), ranges), joints(text, ranges), strict=True))


def joints(text: str, ranges: Sequence[Range]) -> list[str | None]:
    """The text between each line and the one above; None for the first, and where a newline parts them."""
    gaps = [text[above[1] : line[0]] for above, line in pairwise(ranges)]
    return [None, *(None if "\n" in gap else gap for gap in gaps)][: len(ranges)]


def chop(runs: Sequence[Run], width: int) -> list[tuple[Run, ...]]:
    """Styled text of one line cut wherever it reaches the width, spaces kept; for code."""
    text = "".join(run.text for run in runs)
    runs = _whole_graphemes(runs, text)
    if cell_len(text) <= width:
        return [tuple(runs)]
    width = max(width, MIN_WIDTH)
    cuts = [0]
    used = 0
    for start, _, cells in graphemes(text):
        if used + cells > width:
            cuts.append(start)
            used = 0
        used += cells
    return _slices(runs, list(zip(cuts, [*cuts[1:], len(text)], strict=True)))


def _fill(text: str, start: int, end: int, width: int) -> Iterator[Range]:
    """The lines of one paragraph, each filled as far as it goes."""
    line_start = line_end = -1
    used = 0
    for unit in _units(text, start, end, width):
        if line_start >= 0:
            gap = cell_len(text[line_end : unit.start])
            if used + gap + unit.cells <= width:
                line_end = unit.end
                used += gap + unit.cells
                continue
            yield line_start, line_end
        line_start, line_end, used = unit
        if used > width:
            *full, (line_start, line_end) = _cut(text, unit, width)
            yield from full
            used = cell_len(text[line_start:line_end])
    yield (line_start, line_end) if line_start >= 0 else (start, start)


def _units(text: str, start: int, end: int, width: int) -> list[_Unit]:
    """Words, or the pieces of words that may be broken; closing and opening punctuation sticks to its neighbour."""
    units: list[_Unit] = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word.isascii() or not chinese_japanese().search(word):
            pieces = [_Unit(match.start(), match.end(), cell_len(word))]
        else:
            pieces = list(_pieces(word, match.start()))
        if units and _sticks(text, units[-1], pieces[0]):
            last = units[-1]
            cells = last.cells + cell_len(text[last.end : pieces[0].start]) + pieces[0].cells
            if cells <= width:
                units[-1] = _Unit(last.start, pieces.pop(0).end, cells)
        units += pieces
    return units


def _sticks(text: str, last: _Unit, following: _Unit) -> bool:
    """Return True where the space between two words is none to break at: `( word`, `word )`, `word :`."""
    if text[last.end - 1] in _NOT_LAST:
        return True
    after = text[following.start + 1 : following.start + 2]
    return text[following.start] in _NOT_FIRST and not (after.isascii() and after.isalnum())


def _pieces(word: str, offset: int) -> Iterator[_Unit]:
    """A word with Chinese or Japanese in it, parted where a line may end."""
    start = 0
    for index in range(1, len(word)):
        if _may_part(word[index - 1], word[index]):
            yield _Unit(offset + start, offset + index, cell_len(word[start:index]))
            start = index
    yield _Unit(offset + start, offset + len(word), cell_len(word[start:]))


def _may_part(before: str, after: str) -> bool:
    if before in _NOT_LAST or after in _NOT_FIRST or before == "\u200d" or cell_len(after) == 0:
        return False
    if _HANGUL.match(before) or _HANGUL.match(after):
        return False
    return bool(chinese_japanese().match(before) or chinese_japanese().match(after))


def _cut(text: str, unit: _Unit, width: int) -> list[Range]:
    """A word longer than a line in lines, cut at the best place of each, never within a grapheme."""
    parts = graphemes(text[unit.start : unit.end])
    lines = []
    first = 0
    used = 0
    index = 0
    while index < len(parts):
        cells = parts[index][2]
        if used + cells > width and index > first:
            index = _best_cut(text, unit.start, parts, first, index)
            lines.append((unit.start + parts[first][0], unit.start + parts[index][0]))
            first, used = index, 0
            continue
        used += cells
        index += 1
    lines.append((unit.start + parts[first][0], unit.end))
    return lines


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """Start, end and cells of what must stay together."""
    parts, _ = split_graphemes(text)
    if "\u200d" not in text:
        return parts
    # Rich counts a letter that a stray joiner swallowed as nothing, here or in `cell_len`: they stay together.
    whole: list[tuple[int, int, int]] = []
    for start, end, _ in parts:
        first, cells = start, cell_len(text[start:end])
        if whole and text[start - 1] == "\u200d":
            before, _, cells_before = whole[-1]
            if (together := cell_len(text[before:end])) != cells_before + cells:
                whole.pop()
                first, cells = before, together
        whole.append((first, end, cells))
    return whole


def _best_cut(text: str, offset: int, parts: Sequence[tuple[int, int, int]], first: int, last: int) -> int:
    """The grapheme to begin the next line with, after `first` and at most `last`."""
    half = first + (last - first) // 2
    fallback = 0
    for index in range(last, first, -1):
        start = offset + parts[index][0]
        before, after = text[start - 1], text[start]
        if before in _NOT_LAST or after in _NOT_FIRST:
            continue
        # `학습(learning` reads better without its bracket than with half of it, however short the line.
        if after in _NOT_LAST or (before in _GOOD_END and index > half):
            return index
        fallback = fallback or index
    return fallback or last


def _whole_graphemes(runs: Sequence[Run], text: str) -> Sequence[Run]:
    """The runs with no emoji sequence parted between two of them: its parts would be wider than the whole."""
    if "\u200d" not in text and "\ufe0f" not in text:
        return runs
    ends = [end for _, end, _ in graphemes(text)]
    whole = []
    start = offset = 0
    for run in runs:
        offset += len(run.text)
        if offset > start:
            end = ends[bisect_left(ends, offset)]
            whole.append(run._replace(text=text[start:end]))
            start = end
    return whole


def _slices(runs: Sequence[Run], ranges: Sequence[Range]) -> list[tuple[Run, ...]]:
    """The runs within each range; ranges come in order and do not overlap."""
    lines = []
    at = 0
    offset = 0
    for start, end in ranges:
        line = []
        while at < len(runs) and offset + len(runs[at].text) <= start:
            offset += len(runs[at].text)
            at += 1
        while at < len(runs) and offset < end:
            run = runs[at]
            text = run.text[max(start - offset, 0) : end - offset]
            if text:
                line.append(run._replace(text=text) if len(text) < len(run.text) else run)
            if offset + len(run.text) > end:
                break
            offset += len(run.text)
            at += 1
        lines.append(tuple(line))
    return lines
