"""Papers in a file of Markdown, each in a block of its own between a person's words."""

from __future__ import annotations

from collections.abc import Sequence

from digest_tui.exporters.exported import Exported
from digest_tui.exporters.marked_blocks import block_text, blocks_in, pieces_of
from digest_tui.exporters.merging import Update, left_out, planned
from digest_tui.exporters.paper_parts import note_blocks, paper_parts
from digest_tui.exporters.safe_markdown import SafeMarkdown

_LEVEL = 2
"""The heading of a paper: the first level is that of the person's own document."""


def update(text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
    """Write each paper's block anew where it stands, in which nobody wrote, and those that are missing at the end."""
    pieces = pieces_of(text)
    plan = planned(pieces, papers, prune=prune)
    written: list[str] = []
    left: list[str] = []
    changed = unchanged = 0
    for index, piece in enumerate(pieces):
        paper = plan.replaced.get(index)
        if index in plan.removed:
            continue
        if paper is None:
            written.append(piece.text)
            continue
        inner = inner_text(paper, _LEVEL, tasks=True)
        (block,) = blocks_in(piece.text)
        if block.inner.replace("\r", "") == inner:
            unchanged += 1
            written.append(piece.text)
        elif piece.is_edited:
            left.append(f"{edited_name(paper)} stays as it is on line {piece.line}, since you wrote in it.")
            written.append(piece.text)
        else:
            changed += 1
            written.append(block_text(piece.mark.key if piece.mark else paper.key, inner))
    end = "".join(written)[-2:]
    if plan.added and end != "\n\n":
        written.append("\n" * bool(end) if end.endswith("\n") or not end else "\n\n")
    blocks = [f"{block_text(paper.key, inner_text(paper, _LEVEL, tasks=True))}\n" for paper in plan.added]
    text = "".join([*written, "\n".join(blocks)])
    left = [*left_out(plan, pieces), *left]
    return Update(text, len(plan.added), changed, unchanged, len(plan.removed), tuple(left))


def copied(papers: Sequence[Exported]) -> str:
    """Return papers for a person to paste: without our marks they are the person's own."""
    return "\n".join(inner_text(paper, _LEVEL, tasks=True).strip("\n") + "\n" for paper in papers)


def inner_text(paper: Exported, level: int, *, tasks: bool) -> str:
    """Return what stands between the comments of a block."""
    writer = SafeMarkdown(tasks=tasks)
    parts = paper_parts(paper, level, tex=True)
    heading = f"{'#' * level} {writer.link(parts.title, parts.url)}"
    rest = (writer.inline(parts.facts), writer.blocks((*note_blocks(parts), *parts.summary)))
    return "\n" + "\n\n".join(text for text in (heading, *rest) if text) + "\n\n"


def edited_name(paper: Exported) -> str:
    """Return the name by which a sentence calls a paper."""
    return paper.entry.paper.arxiv.id if paper.entry.paper.arxiv else paper.cite_key
