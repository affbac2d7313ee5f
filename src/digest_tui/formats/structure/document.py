"""A digest before any format has read it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from digest_tui.formats.structure.blocks import Blocks, Heading, read_blocks
from digest_tui.formats.structure.front_matter import FrontMatter, read_front_matter

_REFERENCE = re.compile(r"""[ ]{0,3}\[(?P<name>[^\[\]^][^\[\]]*)\]:\s*<?(?P<url>[^\s<>]+)>?(?:\s+["'(].*)?\s*""")
_REFERENCE_LINK = re.compile(r"(?<!\])\[(?P<label>(?:[^\[\]\\]|\\.)+)\]\[(?P<name>[^\[\]]*)\]")

_NOTE = re.compile(r"[ ]{0,3}\[\^(?P<name>[^\[\]]{1,40})\]:.{0,400}?(?P<url>https?://[^\s<>()\[\]]+)")
"""A footnote with a link."""
_NOTE_MARK = re.compile(r"\s?\[\^([^\[\]]{1,40})\](?!:)")


@dataclass(frozen=True)
class Document:
    """The text of one file; its structure is worked out when a format first asks."""

    text: str
    """Decoded and sanitised, with `\\n` as the only line end."""
    path: str
    """Relative to the root of its source, with `/`."""
    source: str

    @classmethod
    def of_lines(cls, lines: Sequence[str], path: str, source: str) -> "Document":
        """Make a document of these lines."""
        return cls("".join(f"{line}\n" for line in lines), path, source)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; a final line end opens no further line."""
        lines = self.text.split("\n")
        if not lines[-1]:
            lines.pop()
        return tuple(lines)

    @cached_property
    def front_matter(self) -> FrontMatter:
        """The header, without fields when there is none."""
        return read_front_matter(self.lines)

    @cached_property
    def blocks(self) -> Blocks:
        """The structure below the header."""
        return read_blocks(self.lines, self.front_matter.lines.last)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings below the header, in order."""
        return self.blocks.headings

    def resolved(self, text: str) -> str:
        """Return a piece of the text with its reference links (`[label][name]`) as inline links."""
        if not self._references or "][" not in text:
            return text
        return _REFERENCE_LINK.sub(self._inline, text)

    def with_notes(self, title: str) -> str:
        """Return the line of a title with the marks of footnotes that name a paper as links to it."""
        if not self._notes or "[^" not in title:
            return self.resolved(title)
        return _NOTE_MARK.sub(lambda mark: self._notes.get(mark[1], mark[0]), self.resolved(title))

    @cached_property
    def _notes(self) -> dict[str, str]:
        found = (_NOTE.match(self.lines[number]) for number in self.lines_with("]:"))
        return {match["name"]: f" [paper]({match['url']})" for match in found if match}

    def reference(self, name: str) -> str | None:
        """Return the target of the reference link of this name, as its definition says."""
        return self._references.get(name.casefold())

    @property
    def has_neighbours_as_references(self) -> bool:
        """True when a reference link leads elsewhere than to the web."""
        return "][" in self.text and any("://" not in url for url in self._references.values())

    def _inline(self, link: re.Match[str]) -> str:
        url = self.reference(link["name"] or link["label"])
        return f"[{link['label']}]({url})" if url else link[0]

    @cached_property
    def _references(self) -> dict[str, str]:
        found = (_REFERENCE.fullmatch(self.lines[number]) for number in self.lines_with("]:"))
        return {match["name"].casefold(): match["url"] for match in found if match}

    def lines_with(self, *parts: str) -> list[int]:
        """Return the indices of the lines below the header that hold any of these texts."""
        start = self.front_matter.lines.last
        found: set[int] = set()
        for part in parts:
            if part in self.text:
                found.update(n for n, line in enumerate(self.lines) if part in line and n >= start)
        return sorted(found)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.rpartition("/")[2]
