"""The links of a digest to files beside it, in every notation: Markdown, HTML, wiki links, Jekyll's and Hugo's tags."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.urls import DESTINATION, PAGE, destination, is_web_url

MAX_TARGETS = 20_000
"""Links of a file that are followed."""
_MAX_TARGET = 1024
"""Characters of such a link."""
_MAX_LINE = 64 * 1024
"""Characters of a line in which links are looked for."""

_QUOTED = r"""["'“”]?(?P<{0}>[^"'“”{{}}<>\n|]{{1,400}}?)["'“”]?"""
_EVENT = re.compile(
    rf"""
      (?P<wiki>(?<!!)\[\[(?P<page>[^\[\]|\\\n]{{1,400}}?)(?:\\?\|(?P<words>[^\[\]\n]{{1,400}}))?\]\](?!\())
    | \]\(\s*(?:\{{\{{\s*site\.(?:baseurl|url)\s*\}}\}})*\s*(?P<tag>
          \{{%-?\s*(?:link|post_url)\s+{_QUOTED.format("liquid")}\s*-?%\}}
        | \{{\{{-?\s*{_QUOTED.format("filtered")}
            \s*\|\s*(?:relative_url|absolute_url|relref|prepend:\s*site\.baseurl)\s*-?\}}\}}
        | \{{\{{[<%]\s*(?:rel)?ref\s+{_QUOTED.format("hugo")}\s*[>%]\}}\}}
      )\s*\)
    | \](?=\()
    | (?<![\w-])href\s*=\s*(?:"(?P<double>[^"<>\n]*)"|'(?P<single>[^'<>\n]*)')
    | ^\s{{0,3}}\[[^\[\]^\n][^\[\]\n]{{0,200}}\]:\s*<?(?P<reference>[^\s<>]+)
    """,
    re.VERBOSE,
)
_BASE = re.compile(r"\A\{\{\s*site\.(?:baseurl|url)\s*\}\}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OTHER_FILE = re.compile(r"\.(?!(?:md|markdown|mdx|qmd|txt|html?)\Z)[a-z][a-z0-9]{1,4}\Z", re.IGNORECASE)
"""An ending of a file that is no text: a picture, a PDF, a program."""


class Target(NamedTuple):
    """A link to a file beside the digest."""

    line: int
    """Index of its line in the digest."""
    start: int
    end: int
    """Where in the line the link's own text stands, which `with_pages` replaces."""
    url: str
    """What it says of the file, as written: a path, a name, an address within the site."""
    label: str
    """The text of the link."""
    is_wiki: bool = False
    """Whether it is no Markdown link and must become one."""


def targets(document: Document) -> Iterator[Target]:
    """The links of a document that may lead to other texts, in order; pictures and links in code are none."""
    if not any(mark in document.text for mark in ("](", "[[", "href", "]:")):
        return
    verbatim = document.blocks.verbatim
    count = 0
    for number in range(document.front_matter.lines.last, len(document.lines)):
        line = document.lines[number]
        if len(line) > _MAX_LINE or number in verbatim or not ("]" in line or "href" in line):
            continue
        for found in _in_line(number, line):
            count += 1
            if count > MAX_TARGETS:
                return
            yield found


def with_pages(document: Document, pages: Mapping[str, str]) -> str:
    """The text with each of these links as a plain Markdown link to a page (`PAGE`), on the same lines.

    `pages` says, for a link as written, the address to give it.
    """
    lines = list(document.lines)
    by_line: dict[int, list[Target]] = {}
    for found in targets(document):
        if found.url in pages:
            by_line.setdefault(found.line, []).append(found)
    for number, links in by_line.items():
        line = lines[number]
        for link in reversed(links):
            address = f"{PAGE}{pages[link.url]}"
            text = f"[{link.label}]({address})" if link.is_wiki else address
            line = f"{line[: link.start]}{text}{line[link.end :]}"
        lines[number] = line
    return "\n".join(lines)


def _in_line(number: int, line: str) -> Iterator[Target]:
    position = 0
    while match := _EVENT.search(line, position):
        position = match.end()
        if match["wiki"]:
            words = match["words"] or match["page"].rpartition("/")[2].partition("#")[0]
            found = Target(number, match.start(), position, match["page"].strip(), words.strip(), is_wiki=True)
        elif match["tag"]:
            name = next(name for name in ("liquid", "filtered", "hugo") if match[name] is not None)
            # The closing bracket goes before the link and stays.
            start = line.index("(", match.start()) + 1
            found = Target(number, start, position - 1, match[name].strip(), _label(line, match.start()))
        elif group := next((name for name in ("double", "single", "reference") if match[name] is not None), None):
            label = "" if group == "reference" else line[match.end() :].partition("</a")[0].partition(">")[2]
            found = Target(number, match.start(group), match.end(group), match[group], label)
        elif link := DESTINATION.match(line, match.end()):
            position = link.end()
            url = destination(link)
            start = link.start("plain" if link["angle"] is None else "angle")
            found = Target(number, start, start + len(url), url, _label(line, match.start()))
        else:
            continue
        url = _BASE.sub("", found.url)
        if _may_be_text(url):
            yield found._replace(url=url)


def _label(line: str, closing: int) -> str:
    """The text of an inline link whose bracket closes there."""
    depth = 0
    for position in range(closing, max(-1, closing - _MAX_TARGET), -1):
        depth += (line[position] == "]") - (line[position] == "[")
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
