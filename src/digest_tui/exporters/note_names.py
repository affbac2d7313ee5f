"""Names of notes that every system, every cloud and every link of Obsidian takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

from digest_tui.exporters.exported import Exported
from digest_tui.exporters.paper_parts import title_content
from digest_tui.markup.blocks import Span
from digest_tui.patterns import pattern
from digest_tui.text import one_line

SUFFIX = ".md"
MAX_NAME = 120
"""Bytes of a name without its ending: a cloud may add to it, and 255 are what most file systems take."""
_FORBIDDEN = pattern(r'[\[\]#^|\\/:*?"<>\x00-\x1f\x7f]+')
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions
_RESERVED = pattern(r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?")


def note_name(title: str, further: str = "") -> str:
    """Return the name of a note, without its ending, for a title; `further` tells it from another of that title."""
    words = _plain(title)
    tail = f" ({_plain(further)})" if further else ""
    name = _cut(words, MAX_NAME - len(tail.encode())) + tail
    return f"{name}_" if _RESERVED.fullmatch(name) else name


def free_name(paper: Exported, taken: Container[str]) -> str:
    """Return a name that no file has, `taken` as `folded` has it: the title, else with the id behind it."""
    title = plain_title(paper)
    arxiv = paper.entry.paper.arxiv
    further = arxiv.id if arxiv else paper.cite_key
    name = note_name(title)
    number = 1
    while folded(name + SUFFIX) in taken:
        name = note_name(title, further if number == 1 else f"{further} {number}")
        number += 1
    return name


def folded(name: str) -> str:
    """Return a name as file systems compare it that tell neither capitals nor the forms of letters apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def plain_title(paper: Exported) -> str:
    """Return the words of a title without marks."""
    title = paper.entry.paper.title
    words = "".join(inline.text for inline in title_content(title) if isinstance(inline, Span))
    return one_line(words) or one_line(title)


def _plain(text: str) -> str:
    # A colon is what most titles have of these: "Kites: A Survey" becomes "Kites - A Survey".
    text = unicodedata.normalize("NFC", text).replace(": ", " - ")
    text = _FORBIDDEN.sub(" ", text)
    shown = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join(shown.split()).strip(". ") or "paper"


def _cut(text: str, size: int) -> str:
    if len(text.encode()) <= size:
        return text
    return text.encode()[:size].decode("utf-8", "ignore").rstrip(". \u200d")
