"""Files of many days: built as values, or read from Markdown whatever the formats make of it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from digest_tui.formats.registry import Explanation
from digest_tui.model import ArxivId, Digest, Lines, Paper

_DAY = re.compile(r"## (\d{4}-\d\d-\d\d)")
_PAPER = re.compile(r"- \[(.+)\]\(https://arxiv\.org/abs/(\d{4}\.\d{5})\)")

Days = Mapping[str, Sequence[str]]
"""The arXiv ids below each date."""


def markdown(days: Days, preface: str = "# Papers") -> str:
    """A file with a heading for each date and a list of papers below it."""
    lines = [preface, ""]
    for day, ids in days.items():
        lines += [f"## {day}", "", *(f"- [The paper of number {i}](https://arxiv.org/abs/{i})" for i in ids), ""]
    return "\n".join(lines)


def read(text: str, path: str, source: str) -> Digest:
    """The digest of such a file."""
    lines = tuple(text.split("\n"))
    papers: list[Paper] = []
    outside: list[Lines] = []
    day = None
    for number, line in enumerate(lines):
        if found := _DAY.fullmatch(line):
            day = date.fromisoformat(found[1])
        if paper := _PAPER.fullmatch(line):
            papers.append(Paper(paper[1], number, number + 1, len(papers) + 1, arxiv=ArxivId(paper[2]), date=day))
        else:
            outside.append(Lines(number, number + 1))
    title = lines[0].removeprefix("# ")
    return Digest(path, source, lines, "days", title, papers=tuple(papers), outside=tuple(outside))


def explain(text: str, path: str, source: str) -> Explanation:
    """The same, as the formats answer."""
    return Explanation(read(text, path, source), ())


def digest(days: Days, path: str = "papers.md", source: str = "blog") -> Digest:
    """A digest of many days."""
    return read(markdown(days), path, source)
