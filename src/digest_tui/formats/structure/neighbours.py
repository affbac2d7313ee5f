"""The links of a digest to files beside it, in every notation: Markdown, HTML, wiki links, Jekyll's and Hugo's tags."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from digest_tui.formats.structure.document import Document
from digest_tui.notation.urls import DESTINATION, destination, is_web_url
from digest_tui.patterns import pattern

MAX_TARGETS = 20_000
"""Largest number of links of a file that are followed."""
SAFE = "/.~-_#"
"""Characters that stay as they are in the address of a link."""
_MAX_TARGET = 1024
"""Largest number of characters of such a link."""
_MAX_BRACKETS = 20
"""Largest number of brackets within the words of a link: `[a [b] c](…)`."""
_MAX_LINE = 64 * 1024
"""Largest number of characters of a line in which links are looked for."""

# Possessive and bounded, so that no line is slow.
_PATH = r"""["']?+(?P<{0}>[^"'{{}}<>|%\s]{{1,400}}+)["']?+"""
_EVENT = pattern(
    rf"""
      (?P<code>`[^`\n]*+`|\$[^$\n]{{1,400}}+\$)
    | (?P<wiki>(?<!!)\[\[(?P<page>[^\[\]|\\\n]{{1,400}}+)(?:\\?+\|(?P<words>[^\[\]\n]{{1,400}}+))?+\]\](?!\())
    | \]\(\s{{0,8}}+(?:\{{\{{\s{{0,8}}+site\.(?:baseurl|url)\s{{0,8}}+\}}\}}\s{{0,8}}+)*+(?P<tag>
          (?<=\}})(?P<based>[^\s(){{}}<>]++)
        | (?<=\}}\s)(?P<spaced>[^\s(){{}}<>]++)
        | \{{%-?+\s{{0,8}}+(?:link|post_url)\s{{1,8}}+{_PATH.format("liquid")}\s{{0,8}}+-?+%\}}
        | \{{\{{-?+\s{{0,8}}+{_PATH.format("filtered")}\s{{0,8}}+\|
            \s{{0,8}}+(?:relative_url|absolute_url|relref|prepend:\s{{0,8}}+site\.baseurl)\s{{0,8}}+-?+\}}\}}
        | \{{\{{[<%]\s{{0,8}}+(?:rel)?+ref\s{{1,8}}+{_PATH.format("hugo")}\s{{0,8}}+[>%]\}}\}}
      )\s{{0,8}}+\)
    | \](?=\()
    | (?<![\w-])href\s{{0,8}}+=\s{{0,8}}+(?:"(?P<double>[^"<>\n]*+)"|'(?P<single>[^'<>\n]*+)')
    | \]\[(?P<reference>[^\[\]\n]{{0,200}}+)\]
    """,
    re.VERBOSE,
)
_LEADS_ON = pattern(r"\]\((?!https?://)|\[\[|href|\]\[")
"""The signs of a link that may not be one to the web: most lines and most digests have none."""
_SCHEME = pattern(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OTHER_FILE = pattern(r"\.(?!(?:md|markdown|mdx|qmd|txt|html?)\Z)[a-z][a-z0-9]{1,4}\Z", re.IGNORECASE)
"""An ending of a file that is no text: a picture, a PDF, a program."""


class Notation(Enum):
    """The notation of a link."""

    PLAIN = 0
    """With a path that Markdown or HTML takes as it is."""
    TAG = 1
    """With a tag of Jekyll or Hugo instead of a path."""
    WHOLE = 2
    """Otherwise than with its path behind its words: `[[name]]`, `[[name|words]]`, `[words][reference]`."""


class Target(NamedTuple):
    """A link to a file beside the digest."""

    line: int
    """Index of its line in the digest."""
    start: int
    end: int
    """Indices in the line around the link's own text, which `with_plain_links` replaces."""
    url: str
    """The file as the link names it: by path, by name, or by address within the site."""
    link: str
    """The same as written, with the tag around it."""
    label: str
    """The text of the link."""
    notation: Notation = Notation.PLAIN


def targets(document: Document) -> Iterator[Target]:
    """Yield the links of a document that may lead to other texts, in order; pictures and links in code are none."""
    if not _LEADS_ON.search(document.text):
        return
    verbatim = document.blocks.verbatim
    count = 0
    for number in range(document.front_matter.lines.last, len(document.lines)):
        line = document.lines[number]
        if len(line) > _MAX_LINE or number in verbatim or not _LEADS_ON.search(line):
            continue
        for found in _in_line(document, number):
            count += 1
            if count > MAX_TARGETS:
                return
            yield found


def needs_plain_links(document: Document) -> bool:
    """Return True when a document may hold links to files that are no inline links of Markdown."""
    text = document.text
    return "[[" in text or "]({" in text or "]( {" in text or document.has_neighbours_as_references


def with_plain_links(document: Document, addresses: Mapping[str, str]) -> list[str]:
    """Return the lines with wiki links and the tags of Jekyll and Hugo as plain Markdown links.

    `addresses` say for a link as written what it is to become; what they do not name keeps its path.
    """
    lines = list(document.lines)
    for number, links in groupby(targets(document), key=lambda found: found.line):
        line = lines[number]
        for link in reversed(list(links)):
            address = addresses.get(link.link, quote(link.url, safe=SAFE))
            if link.notation is Notation.PLAIN and link.link not in addresses:
                continue
            text = f"[{link.label}]({address})" if link.notation is Notation.WHOLE else address
            line = f"{line[: link.start]}{text}{line[link.end :]}"
        lines[number] = line
    return lines


def _in_line(document: Document, number: int) -> Iterator[Target]:
    line = document.lines[number]
    position = 0
    while match := _EVENT.search(line, position):
        position = match.end()
        if match["code"]:
            continue
        if match["wiki"]:
            page = match["page"].strip()
            words = (match["words"] or page.rpartition("/")[2].partition("#")[0]).strip()
            if not any(map(str.isalpha, words)):
                # An id, or the number of a reference.
                continue
            found = Target(number, match.start(), position, page, page, words, Notation.WHOLE)
        elif match["tag"]:
            url = next(match[name] for name in ("based", "spaced", "liquid", "filtered", "hugo") if match[name])
            # The brackets around the tag stay.
            start = line.index("(", match.start()) + 1
            link = line[start : position - 1].strip()
            found = Target(number, start, position - 1, url, link, _label(line, match.start()), Notation.TAG)
        elif match["reference"] is not None:
            label = _label(line, match.start())
            url = document.reference(match["reference"] or label) or ""
            found = Target(number, match.start() - len(label) - 1, position, url, url, label, Notation.WHOLE)
        elif group := next((name for name in ("double", "single") if match[name] is not None), None):
            label = line[position : position + _MAX_TARGET].partition("</a")[0].partition(">")[2]
            found = Target(number, match.start(group), match.end(group), match[group], match[group], label)
        elif link_end := DESTINATION.match(line, position):
            position = link_end.end()
            url = destination(link_end)
            start = link_end.start("plain" if link_end["angle"] is None else "angle")
            found = Target(number, start, start + len(url), url, url, _label(line, match.start()))
        else:
            continue
        if _may_be_text(found.url):
            yield found


def _label(line: str, closing: int) -> str:
    """Return the text of the link whose bracket closes at an index; brackets in it are paired."""
    depth = 1
    position = closing
    for _ in range(_MAX_BRACKETS):
        position = max(line.rfind("[", 0, position), line.rfind("]", 0, position))
        if position < max(0, closing - _MAX_TARGET):
            return ""
        depth += 1 if line[position] == "]" else -1
        if depth == 0:
            return line[position + 1 : closing]
    return ""


def _may_be_text(url: str) -> bool:
    path = url.partition("#")[0].partition("?")[0]
    return (
        bool(path.strip("./"))
        and len(url) <= _MAX_TARGET
        and not is_web_url(url)
        and not url.startswith(("//", "{"))
        and not _SCHEME.match(url)
        and not _OTHER_FILE.search(path.rpartition("/")[2])
    )
