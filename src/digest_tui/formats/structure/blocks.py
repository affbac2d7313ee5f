"""The block structure of Markdown: the headings, and the lines that are no Markdown at all."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, fence
from markdown_it.token import Token

_RULES = ["heading", "list", "blockquote", "code", "hr"]
_FENCE = re.compile(r"(?P<marker>(?P<character>[`~])(?P=character){2,})(?P<info>[^\n]*)")
_CODE_INDENT = 4
"""Columns of indentation that make a line code."""
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that stands in no list and no quote."""

    text: str
    """The text as written, without the `#` marks around it."""
    level: int
    line: int
    """Index in the digest, counted from 0."""


@dataclass(frozen=True, slots=True)
class _FenceLine:
    line: int
    character: str
    length: int
    is_bare: bool
    """True when nothing stands behind the marks: only such a line can close a fence."""


@dataclass(frozen=True, slots=True)
class Item:
    """A list item."""

    first: int
    last: int
    """Index after its last line, nested items included."""
    list_number: int
    """Number of its list, the same for all items of that list."""
    parent: int | None
    """Index of the item it is nested in, among all items."""


@dataclass(frozen=True)
class Blocks:
    """The structure of a whole digest."""

    headings: tuple[Heading, ...]
    """The headings that stand in no list and no quote."""
    verbatim: frozenset[int]
    """Indices of the lines in code fences and HTML comments."""
    nested_headings: tuple[Heading, ...] = ()
    """The headings in lists and quotes."""
    items: tuple[Item, ...] = ()

    @cached_property
    def nested_on(self) -> dict[int, Heading]:
        """The headings in lists and quotes by their lines."""
        return {heading.line: heading for heading in self.nested_headings}

    @cached_property
    def item_lines(self) -> frozenset[int]:
        """The lines on which a list item begins."""
        return frozenset(item.first for item in self.items)

    @cached_property
    def listed(self) -> frozenset[int]:
        """The lines of list items, those of nested ones among them."""
        outermost = (item for item in self.items if item.parent is None)
        return frozenset(line for item in outermost for line in range(item.first, item.last))


def read_blocks(lines: Sequence[str], start: int = 0) -> Blocks:
    """Read the structure of the lines from `start` on.

    Generated digests bend Markdown in three ways, so this differs from CommonMark: a line of dashes under a text is a
    rule, never a heading; HTML without a blank line after it does not swallow the heading that follows; a fence or a
    comment that is never closed is text.
    """
    tokens: list[Token] = []
    source = "\n" * start + "\n".join(lines[start:])
    parser = _parser()
    parser.block.parse(source, parser, {}, tokens)
    headings: list[Heading] = []
    nested: list[Heading] = []
    verbatim: set[int] = set()
    for number, token in enumerate(tokens):
        if token.map is None:
            continue
        if token.type == "heading_open":
            heading = Heading(tokens[number + 1].content, int(token.tag[1:]), token.map[0])
            (nested if token.level else headings).append(heading)
        elif token.type in ("fence", "comment"):
            verbatim.update(range(*token.map))
    return Blocks(tuple(headings), frozenset(verbatim), tuple(nested), tuple(_items(tokens)))


def _items(tokens: Sequence[Token]) -> list[Item]:
    items: list[Item] = []
    lists: list[int] = []
    opened: list[int] = []
    lists_so_far = 0
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(lists_so_far)
            lists_so_far += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open" and token.map is not None:
            parent = opened[-1] if opened else None
            opened.append(len(items))
            items.append(Item(token.map[0], token.map[1], lists[-1], parent))
        elif token.type == "list_item_close":
            opened.pop()
    return items


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(_RULES)
    parser.block.ruler.at("fence", _closed_fence, _INTERRUPTS)
    parser.block.ruler.before("heading", "comment", _closed_comment, _INTERRUPTS)
    parser.block.ruler.enable(["fence", "comment"])
    return parser


def _closed_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a code fence; in a list or a quote it ends with its container, at the top level it must be closed."""
    if state.level == 0 and not silent and not _closes(state, start):
        return False
    return fence(state, start, end, silent)


def _closes(state: StateBlock, start: int) -> bool:
    """Return True when a closing fence comes before another opening one: else the first was left open by mistake."""
    if "fences" not in state.env:
        state.env["fences"] = list(_fence_lines(state))
    fences: list[_FenceLine] = state.env["fences"]
    index = bisect_left(fences, start, key=lambda candidate: candidate.line)
    if index == len(fences) or fences[index].line != start:
        return False
    opening = fences[index]
    for later in range(index + 1, len(fences)):
        candidate = fences[later]
        if candidate.character == opening.character and candidate.length >= opening.length:
            return candidate.is_bare
    return False


def _fence_lines(state: StateBlock) -> Iterator[_FenceLine]:
    for line in range(state.lineMax):
        if state.sCount[line] >= _CODE_INDENT:
            continue
        first = state.bMarks[line] + state.tShift[line]
        if match := _FENCE.match(state.src, first, state.eMarks[line]):
            character, info = match["character"], match["info"]
            if character == "~" or character not in info:
                yield _FenceLine(line, character, len(match["marker"]), not info.strip())


def _closed_comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse an HTML comment that begins a line and is closed somewhere; it ends with its container at the latest."""
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
    """Return the index of the `-->` after a comment's opening, -1 without one."""
    # Remembered, because thousands of comments may have the same end, or none.
    known: int | None = state.env.get("comment_end")
    if known is None or 0 <= known < content:
        known = state.env["comment_end"] = state.src.find("-->", content)
    return known
