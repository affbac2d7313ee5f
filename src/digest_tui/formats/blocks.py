"""Block structure of Markdown: where headings stand, and which lines are no Markdown at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, fence
from markdown_it.token import Token

_RULES = ["heading", "list", "blockquote", "code", "hr"]
_FENCE = re.compile(r"[ \t]*(?P<marker>(?P<character>[`~])(?P=character){2,})(?P<info>[^\n]*)")
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that stands in no list and no quote."""

    text: str
    """As written, without the `#` marks around it."""
    level: int
    line: int
    """Index in the digest, counted from 0."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The structure of a whole digest."""

    headings: tuple[Heading, ...]
    verbatim: frozenset[int]
    """Indices of the lines in code fences and HTML comments."""


def read_blocks(lines: Sequence[str], start: int = 0) -> Blocks:
    """The structure of the lines from `start` on.

    Generated digests bend Markdown in three ways, so this differs from CommonMark: a line of dashes under a text is a
    rule, never a heading; HTML without a blank line after it does not swallow the heading that follows; a fence or a
    comment that is never closed is text.
    """
    tokens: list[Token] = []
    source = "\n" * start + "\n".join(lines[start:])
    parser = _parser()
    parser.block.parse(source, parser, {}, tokens)
    headings = []
    verbatim: set[int] = set()
    for number, token in enumerate(tokens):
        if token.map is None:
            continue
        if token.type == "heading_open" and token.level == 0:
            headings.append(Heading(tokens[number + 1].content, int(token.tag[1:]), token.map[0]))
        elif token.type in ("fence", "comment"):
            verbatim.update(range(*token.map))
    return Blocks(tuple(headings), frozenset(verbatim))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(_RULES)
    parser.block.ruler.at("fence", _closed_fence, _INTERRUPTS)
    parser.block.ruler.before("heading", "comment", _closed_comment, _INTERRUPTS)
    parser.block.ruler.enable(["fence", "comment"])
    return parser


def _closed_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A code fence; in a list or a quote it ends with its container, at the top level it must be closed."""
    if state.level == 0 and not silent and not _closes(state, start, end):
        return False
    return fence(state, start, end, silent)


def _closes(state: StateBlock, start: int, end: int) -> bool:
    """Whether a closing fence comes before another opening one: else the first was left open by mistake."""
    opening = _fence_at(state, start)
    if opening is None:
        return False
    marker = opening["marker"]
    for line in range(start + 1, end):
        candidate = _fence_at(state, line)
        if candidate is None or not candidate["marker"].startswith(marker):
            continue
        if not candidate["info"].strip():
            return True
        if marker[0] == "~" or "`" not in candidate["info"]:
            return False
    return False


def _fence_at(state: StateBlock, line: int) -> re.Match[str] | None:
    first = state.bMarks[line] + state.tShift[line]
    # Looking at one character first keeps a scan over many lines cheap.
    if state.is_code_block(line) or state.src[first : first + 1] not in ("`", "~"):
        return None
    return _FENCE.match(state.src, first, state.eMarks[line])


def _closed_comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An HTML comment that begins a line and is closed somewhere; it ends with its container at the latest."""
    first = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith("<!--", first):
        return False
    closing = _comment_end(state, first + len("<!--"))
    if closing < 0:
        return False
    if silent:
        return True
    line = start
    while line < end and state.eMarks[line] < closing:
        line += 1
        if line < end and state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            line -= 1
            break
    state.line = min(line + 1, end)
    token = state.push("comment", "", 0)
    token.map = [start, state.line]
    return True


def _comment_end(state: StateBlock, content: int) -> int:
    """The index of the `-->` after a comment's opening, -1 without one."""
    # Remembered, because thousands of comments may have the same end, or none.
    known: int | None = state.env.get("comment_end")
    if known is None or 0 <= known < content:
        known = state.env["comment_end"] = state.src.find("-->", content)
    return known
