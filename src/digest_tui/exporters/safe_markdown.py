"""Typed blocks as Markdown that cannot act: nothing in it runs, is loaded, or reaches beyond its own block.

No HTML, picture, embed, tag, task, comment, template or definition can be written by a digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from digest_tui.exporters.paper_parts import checked
from digest_tui.exporters.safe_words import escaped, first_escaped, followed, longest_run, tex, without_commands, words
from digest_tui.markup.blocks import (
    Alignment,
    Block,
    BulletList,
    Code,
    Content,
    Equation,
    Heading,
    Html,
    Image,
    Inline,
    LineBreak,
    ListItem,
    Media,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)

_BREAK = "\\\n"
_MARKS = {None: "---", "left": ":---", "center": ":---:", "right": "---:"}
_LANGUAGES = frozenset(
    """
    asm awk bash bib bibtex c c# c++ clojure cmake cmd console cpp cs csharp css csv cuda cypher dart diff docker
    dockerfile elixir elm erlang f# fish fortran fsharp glsl go golang gradle graphql groovy h haskell hcl hpp
    html http ini java javascript js json json5 jsonc jsonl jsx julia kotlin latex less lisp llvm lua make
    makefile markdown matlab md mlir nasm nginx nim nix objective-c ocaml octave pascal patch perl php plain
    plaintext powershell prolog proto protobuf ps1 pseudocode py pycon python python3 r racket rb regex rest rs
    ruby rust sas scala scheme scss sh shell smalltalk solidity sparql sql stata svelte swift tcl terraform tex
    text toml triton ts tsx txt typescript verilog vhdl vim vue wasm xml yaml yml zig zsh
    """.split()  # noqa: SIM905 - words are read more easily than literals
)
"""The languages that are named in front of code: other names (`dataview`, `mermaid`) make programs run or draw it."""


class SafeMarkdown:
    """Writes blocks; with `tasks` a task is one, else a box that is text."""

    def __init__(self, *, tasks: bool) -> None:
        self._boxes = {True: "[x] ", False: "[ ] ", None: ""} if tasks else {True: "☑ ", False: "☐ ", None: ""}

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Write blocks with an empty line between two."""
        return "\n\n".join(text for _, text in self._written(blocks))

    def _written(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
        before: Block | None = None
        is_second = False
        for block in blocks:
            # Two lists that follow each other would be one, if their marks were the same.
            is_second = type(block) is type(before) and not is_second
            if text := self._block(block, is_second):
                yield block, text
                before = block

    def _block(self, block: Block, is_second: bool) -> str:
        match block:
            case Heading(level, content):
                return f"{'#' * level} {self._line(content)}".rstrip()
            case Paragraph(content):
                return self.inline(content)
            case Quote(blocks):
                return _indented(self.blocks(blocks), "> ", "> ")
            case BulletList(items, tight):
                return self._items(items, tight, "+" if is_second else "-")
            case OrderedList(items, tight):
                return self._items(items, tight, ")" if is_second else ".")
            case Code(text, language):
                return _fenced(text, language)
            case Equation(text, kind):
                formula = tex(text) if kind == "tex" else None
                return f"$$\n{formula}\n$$" if formula else _fenced(text, "")
            case Table(header, rows, alignments):
                return self._table(header, rows, alignments)
            case Rule():
                # Three hyphens would begin metadata or a table for Pandoc.
                return "* * *"
            case Html(text):
                return _BREAK.join(first_escaped(escaped(line.strip())) for line in text.split("\n") if line.strip())
            case Media(kind, alt, src, href):
                return _picture(kind, alt, src, href)

    def _items(self, items: Sequence[ListItem], tight: bool, mark: str) -> str:
        return ("\n" if tight else "\n\n").join(self._item(item, tight, mark) for item in items)

    def _item(self, item: ListItem, tight: bool, mark: str) -> str:
        marker = f"{mark} " if item.number is None else f"{item.number}{mark} "
        text = ""
        for block, written in self._written(item.blocks):
            # Another block, and a list that begins with 5, would not interrupt a paragraph everywhere.
            is_near = isinstance(block, BulletList) or (isinstance(block, OrderedList) and block.items[0].number == 1)
            text += ("\n" if tight and is_near else "\n\n") * bool(text) + written
        return _indented(self._boxes[item.checked] + text, marker, " " * len(marker))

    def _table(
        self, header: Sequence[Content], rows: Sequence[Sequence[Content]], alignments: Sequence[Alignment]
    ) -> str:
        lines = [self._row(header), f"| {' | '.join(_MARKS[alignment] for alignment in alignments)} |"]
        return "\n".join([*lines, *(self._row(row) for row in rows)])

    def _row(self, cells: Sequence[Content]) -> str:
        return f"| {' | '.join(self._line(cell, in_table=True) for cell in cells)} |"

    def _line(self, content: Content, *, in_table: bool = False) -> str:
        return self.inline(content, in_table=in_table).replace(_BREAK, " ")

    def inline(self, content: Content, *, in_table: bool = False) -> str:
        """Write the content of a paragraph, a heading or a cell."""
        written = ""
        for href, group in groupby(content, lambda inline: inline.href if isinstance(inline, Span) else None):
            inlines = list(group)
            target = checked(href) if href else None
            text = _run(inlines, in_table, "[" if target else written[-1:])
            if target is None or not text.strip():
                written = followed(written, text)
            elif "".join(inline.text for inline in inlines if isinstance(inline, Span)) == target:
                written += f"<{target}>"
            else:
                link = f"[{text.strip()}]({_target(target)})" + " " * text.endswith(" ")
                written = followed(written, " " * text.startswith(" ") + link)
        lines = [line.strip() for line in written.split("\n")]
        return _BREAK.join(first_escaped(line) for line in lines if line)

    def link(self, content: Content, url: str | None) -> str:
        """Write the words of a title, as a link where there is one."""
        spans = tuple(inline._replace(href=url) for inline in content if isinstance(inline, Span))
        return self._line(spans) or "\\-"


def _run(inlines: Sequence[Inline], in_table: bool, before: str) -> str:
    written = ""
    for index, inline in enumerate(inlines):
        match inline:
            case LineBreak():
                written += "\n"
            case Image(alt, src, href):
                written = followed(written, _picture("picture", alt, src, href))
            case Span():
                after = inlines[index + 1] if index + 1 < len(inlines) else None
                letter = after.text[:1] if isinstance(after, Span) else ""
                written = followed(written, words(inline, written[-1:] or before, letter, in_table=in_table))
    return written


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{rest if index else first}{line}".rstrip() for index, line in enumerate(lines))


def _fenced(text: str, language: str) -> str:
    fence = "`" * max(3, 1 + longest_run(text))
    lines = (line.rstrip() for line in without_commands(text).split("\n"))
    return "\n".join([f"{fence}{language if language in _LANGUAGES else ''}", *lines, fence])


def _target(url: str) -> str:
    return f"<{url}>" if "(" in url or ")" in url else url


def _picture(kind: str, alt: str, src: str, href: str | None) -> str:
    """Write a picture as a link: nothing is loaded unless somebody follows it."""
    says = escaped(f"{kind}: {' '.join(alt.split())}" if alt.strip() else kind)
    link = checked(src) or (checked(href) if href else None)
    return f"[{says}]({_target(link)})" if link else f"({says})"
