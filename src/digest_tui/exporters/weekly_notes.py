"""A note for each week with links to the notes of its papers."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from digest_tui.errors import ExportError
from digest_tui.exporters.exported import Exported
from digest_tui.exporters.files import read_target, replace
from digest_tui.exporters.marked_blocks import block_text, blocks_in
from digest_tui.exporters.note_names import SUFFIX, folded, plain_title
from digest_tui.exporters.safe_words import escaped
from digest_tui.exporters.vault import Found, relative
from digest_tui.patterns import pattern

_KIND = "week:"
_NO_LINK = pattern(r"[\[\]#^|\\]")


def week_key(key: str) -> bool:
    """Return True for the key of a week."""
    return key.startswith(_KIND)


def update_weeks(
    folder: Path, root: Path, notes: Sequence[Found], papers: Sequence[Exported], paths: Mapping[str, Path]
) -> list[str]:
    """Bring the note of each week up to date, wherever it is in the vault; return sentences about what was left."""
    weeks: dict[str, list[Exported]] = {}
    for paper in papers:
        if paper.entry.date and paper.key in paths:
            weeks.setdefault(f"{paper.entry.date:%G-W%V}", []).append(paper)
    there = {block.mark.key: note.path for note in reversed(notes) for block in note.blocks if block.is_ours}
    taken = {folded(name) for name in os.listdir(folder)}
    names = Counter(folded(path.stem) for path in {*(note.path for note in notes), *paths.values()})
    left: list[str] = []
    for week, members in sorted(weeks.items()):
        inner = _inner(week, members, {paper.key: _target(paths[paper.key], root, names) for paper in members})
        path = there.get(_KIND + week)
        if path is None and folded(week + SUFFIX) in taken:
            left.append(f"{week} is left out: {week}{SUFFIX} is your own note.")
            continue
        try:
            if not _update(path or folder / f"{week}{SUFFIX}", _KIND + week, inner):
                left.append(f"The links of {week} stay as they are, since you wrote among them.")
        except ExportError as error:
            left.append(str(error))
    return left


def _update(path: Path, key: str, inner: str) -> bool:
    """Write the block of a week; return False where a person wrote in it."""
    target = read_target(path)
    block = next((block for block in blocks_in(target.text) if block.mark.key == key and block.is_ours), None)
    if block is None:
        replace(target, f"{target.text}{block_text(key, inner)}\n")
        return True
    if block.inner.replace("\r", "") == inner:
        return True
    if block.is_edited:
        return False
    replace(target, target.text[: block.start] + block_text(key, inner) + target.text[block.end :])
    return True


def _inner(week: str, papers: Sequence[Exported], targets: Mapping[str, str]) -> str:
    lines = [_line(paper, targets[paper.key]) for paper in papers]
    return "\n".join(["", f"# Papers of {week}", "", *lines, "", ""])


def _line(paper: Exported, target: str) -> str:
    title = plain_title(paper)
    return f"- [[{target}|{' '.join(_NO_LINK.sub(' ', title).split())}]]" if target else f"- {escaped(title)}"


def _target(path: Path, root: Path, names: Counter[str]) -> str:
    """Return what a link names: a note, with its folder where two have its name; nothing for what no link takes."""
    whole = relative(path.with_suffix(""), root)
    target = path.stem if names[folded(path.stem)] < 2 else whole
    return "" if _NO_LINK.search(target) else target
