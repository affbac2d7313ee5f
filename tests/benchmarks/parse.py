"""How long reading a digest takes, beside a full Markdown parse and a plain search for headings in the same run.

    python tests/benchmarks/parse.py                     # every shape and every hostile text
    python tests/benchmarks/parse.py shapes --upto 1M
    python tests/benchmarks/parse.py hostile --only cells
    python tests/benchmarks/parse.py hostile --only cells --profile

Reading should take time about linear in the size: `growth` is the exponent between two sizes, 1.0 for linear. All texts
are made here. Nothing is asserted: whoever runs it judges.
"""

import argparse
import cProfile
import gc
import math
import pstats
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from markdown_it import MarkdownIt

from digest_tui import formats
from digest_tui.text import sanitize

KB, MB = 1024, 1024 * 1024
SIZES = {"1K": KB, "10K": 10 * KB, "100K": 100 * KB, "600K": 600 * KB, "1M": MB, "8M": 8 * MB}
TOO_SLOW = 3.0
"""Seconds for each megabyte: more is marked."""
TOO_STEEP = 1.25
"""Growth that is more than noise."""
NOTHING_TO_COMPARE = 0.05
"""Seconds below which growth is noise."""

Maker = Callable[[int], str]
"""A text of about so many characters."""
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*)$", re.MULTILINE)


class _TooLongError(Exception):
    pass


# The texts


def _abstract(number: int) -> str:
    return (
        f"We study question {number} and propose **Method-{number}**, which needs $O(n \\log n)$ time; see [the code]"
        f"(https://github.com/example/repository-{number}) and `train.py`. It is {number % 50}% better than before. "
        "모델은 이전보다 빠르고 정확하며, 실험 결과는 여러 벤치마크에서 일관된 향상을 보인다."
    )


def _arxiv(number: int) -> str:
    return f"{20 + number // 120_000 % 6:02}{1 + number // 10_000 % 12:02}.{number % 10_000 + 10_000:05}"


def _title(number: int) -> str:
    return f"Learning to Summarise {number} Papers: A Study of Daily Digests"


def _day(number: int) -> str:
    return f"{2015 + number // 336 % 11}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"


def _headings(number: int) -> str:
    links = f"[arXiv](https://arxiv.org/abs/{_arxiv(number)}) | [PDF](https://arxiv.org/pdf/{_arxiv(number)})"
    return (
        f"## {number + 1}. {_title(number)}\n\n**Authors**: Ada Example, Bo Sample, Chi Muster\n\n"
        f"{links} | 👍 {number % 90}\n\n### Abstract\n\n{_abstract(number)}\n\n"
        f"### Method\n\n- **Idea**: {_abstract(number)}\n- **Result**: better\n\n"
    )


def _list(number: int) -> str:
    return (
        f"- **[{_title(number)}](https://arxiv.org/abs/{_arxiv(number)})** - Ada Example, Bo Sample\n"
        f"  - {_abstract(number)}\n  - [code](https://github.com/example/repository-{number})\n"
    )


def _plain_list(number: int) -> str:
    return f"{number + 1}. {_title(number)} https://arxiv.org/abs/{_arxiv(number)}\n"


def _table(number: int) -> str:
    link = f"https://arxiv.org/abs/{_arxiv(number)}"
    return f"|{_day(number)}|**{_title(number)}**|Ada Example et.al.|[{_arxiv(number)}]({link})|{_abstract(number)}|\n"


def _html_table(number: int) -> str:
    return (
        f'<tr>\n<td><a href="https://arxiv.org/abs/{_arxiv(number)}">{_title(number)}</a></td>\n'
        f"<td>Ada Example, Bo Sample</td>\n<td>{_abstract(number)}</td>\n</tr>\n"
    )


def _details(number: int) -> str:
    return (
        f"<details>\n<summary><b>{number + 1}. {_title(number)}</b></summary>\n\n"
        f"[Paper](https://arxiv.org/abs/{_arxiv(number)})\n\n{_abstract(number)}\n\n</details>\n\n"
    )


def _bold_lines(number: int) -> str:
    link = f"https://arxiv.org/abs/{_arxiv(number)}"
    return f"**{number + 1}. {_title(number)}**\n\n链接: {link}\n\n{_abstract(number)}\n\n---\n\n"


def _many_days(number: int) -> str:
    return f"## {_day(number)}\n\n" + "".join(f"### {_title(n)}\n\n{_list(n)}\n" for n in (2 * number, 2 * number + 1))


def _post(number: int) -> str:
    link = f"https://arxiv.org/abs/{_arxiv(number)}"
    quote = f"> [Alphaxiv](https://www.alphaxiv.org/ko/overview/{_arxiv(number)})"
    return f"# {number + 1}. [{_title(number)}]({link})\n\n{quote}\n\n## 소개\n\n- Goal: {_abstract(number)}\n\n"


def _log(number: int) -> str:
    return (
        f"### [{_title(number)}](https://arxiv.org/abs/{_arxiv(number)})\n\nVote: {number % 90}\n\n"
        f"Authors: Ada Example, Bo Sample\n\n- ***What's New***: {_abstract(number)}\n\n"
    )


def _prose(number: int) -> str:
    return f"## Chapter {number}\n\n{_abstract(number)}\n\n{_abstract(number + 1)}\n\n"


def _made_of(head: str, part: Callable[[int], str], tail: str = "") -> Maker:
    def made(size: int) -> str:
        parts = [head]
        length = len(head) + len(tail)
        while length < size or len(parts) == 1:
            parts.append(part(len(parts) - 1))
            length += len(parts[-1])
        return "".join([*parts, tail])

    return made


_NAMED_COLUMNS = "| Date | Title | Authors | Link | Abstract |\n|---|---|---|---|---|\n"
SHAPES: dict[str, Maker] = {
    "jekyll post": _made_of("---\ntitle: Papers 2025-01-02\n---\n\n", _post),
    "paper log": _made_of("## Daily Papers (2025-01-02)\n\n", _log),
    "headings": _made_of("# Daily digest 2025-01-02\n\n", _headings),
    "bold lines": _made_of("# Daily digest 2025-01-02\n\n", _bold_lines),
    "list": _made_of("# Daily digest 2025-01-02\n\n", _list),
    "plain list": _made_of("# Daily digest 2025-01-02\n\n", _plain_list),
    "table": _made_of(f"# Daily digest 2025-01-02\n\n{_NAMED_COLUMNS}", _table),
    "html table": _made_of("# Digest\n\n<table>\n<tr><th>Title</th><th>Authors</th></tr>\n", _html_table, "</table>\n"),
    "details": _made_of("# Daily digest 2025-01-02\n\n", _details),
    "many days": _made_of("# Daily digest\n\n", _many_days),
    "no papers": _made_of("# A text\n\n", _prose),
}


def _repeated(part: str, head: str = "", tail: str = "") -> Maker:
    return lambda size: head + part * max(1, (size - len(head) - len(tail)) // len(part)) + tail


def _numbered(part: str, head: str = "", tail: str = "") -> Maker:
    """A part with `{n}` where its number goes, `{id}` where the arXiv id goes."""
    return _made_of(head, lambda n: part.replace("{n}", str(n)).replace("{id}", _arxiv(n)), tail)


def _nested(size: int) -> str:
    lines: list[str] = []
    length = 0
    while length < size:
        lines.append("  " * len(lines) + "- x\n")
        length += len(lines[-1])
    return "".join(lines)


def _growing_rows(size: int) -> str:
    lines: list[str] = []
    length = 0
    while length < size:
        lines.append("|" + "a|" * (len(lines) * 7919 % 997) + "\n")
        length += len(lines[-1])
    return "".join(lines)


_CHARACTERS = {
    "newline": "\n",
    "space": " ",
    "tab": "\t",
    "nul": "\0",
    "mark": "\u0301",
    **{character: character for character in "#*_[]()|<>-=+:：【】$`~&!\\/\"'.,0a가👍{}"},
}
_LINK = "[T{n} is a paper](https://arxiv.org/abs/{id})"
# fmt: off
_LINES = (
    "# a\n", "# 1. a\n", "#### Method\n", "## 2025-01-02\n", "- a\n", "1. a\n", "> a\n", "| a |\n", "a | b\n",
    "**a title**\n", "**Method**\n", "【1】 a title\n", "```\n", "~~~\n", "````\n```\n", "<!--\n", "<!-- -->\n",
    "-->\n", "<details>\n", "</details>\n", "<details><summary>\n",
    "<details>\n<summary>a title</summary>\n</details>\n", "<table>\n", "<table></table>\n", "<tr>\n", "<td>\n",
    "<li>a\n", "<h2>a</h2>\n", "<h2>a\n", "---\n", "a\n---\n", "a\n===\n", "[a]: b\n", "Vote: 1\n", "Authors: A, B\n",
    "- **A**: b\n", "|\n", "||\n", "|a|b\n", "> | a |\n", "\\\n", "**\n", "a **b\n",
)
_IN_A_LINE = (
    "[", "![", "](", "[]", "[](", "[a](b)", "[a](", "[a](https://x.example.org) ", "https://x.example.org ",
    "https://[", "https://a(", "<https://a ", "**a** ", "**a ", "__a ", "*a* ", "`a` ", "`", "a`b", "``a`", "$a|b$ ",
    "$a|", "|", " | ", "|a", "\\|", "<a href=x>", "<a ", "<a href='", "</a>", "<b>", "<br>", "<", "<<", "<img src=",
    "<details>", "<summary>", "<details><summary>a</summary></details>", "<table>", "<tr>", "<td>", "<td>a</td>",
    "<li>", "<!--", "-->", "&amp;", "&", "&#", "2501.00001 ", "arXiv:2501.00001 ", "2025-01-02 ", "1. ", "(1) ",
    "#1 ", "【1】", "A, ", "and ", " et al. ", "('", "\\'", "👍 1 ", "👍 ", "Vote: ", "1,", "(", "((", "()", "[[]",
    "[a] ", ": ", "：", "*: ", "- ", "* ", "> ", "# ", "a b ", "a ", ". ", "– ", "(2501.00001) ", "⭐", "(arXiv:",
    "[2501.00001](", "🔗 ", "a: ", "한글 ", "1 月 ", "Jan ", "｜",
)
_BEHIND_A_TITLE = (
    "⭐" * 60, "⭐ " * 60, "`a`" * 40, "`a` " * 40, "!" * 60, "👍 1 " * 20, "👍1" * 30, " -" * 90, " " * 190, "()" * 60,
    "(" * 100, "[" * 100, "📦aa " * 30, "{#a} " * 30, "[2501.00001]" * 10, "(cs.CL) " * 10, "【】" * 30, "|" * 100,
    " | " * 60, ": " * 60, "-" * 100, "#" * 100, "*" * 100, "_" * 100, "* " * 60, "1" * 100, "1 " * 60, "1," * 60,
    "1. " * 60, "<b>" * 30, "2025-01-02 " * 10,
)
_IN_LONG_LINES = (
    *(character for name, character in _CHARACTERS.items() if name != "newline"),
    "**a", "__a b", "*a*", "_a_", "`a", "[a]", "[a", "(a", "a)", "| ", "- ", ": ", " (", ", ", "a ", "A. ", "1 ",
    "1, ", "⭐", "⭐ ", "](", "[a](b)", "<a ", "<td ", "&amp;", "and ", " 등", "<a href='b'>", "https://a ",
    "https://a(", "arXiv:2501.00001 ", "[2501.00001] ", "**a** ", "👍 1 ", "$a|b$ ",
)
_AS_AUTHORS = (
    " ", "1", "a", "A ", "A, ", "(", "(a", "()", "'A', ", "'\\", "[", "|", " | ", "**A**: ", "*", "等", " 외 3", "+ ",
    "& ", "and ", ". ",
)
# fmt: on
_PDF = "[PDF](https://arxiv.org/abs/2501.00001)"
_OPENINGS = ("## A title of a paper ", "- A title of a paper ", "**A title of a paper** ", "| A title of a paper | ")
_PAPER = f"## A title of papers\n{_PDF}\n"
_POST = "# 1. [T](https://arxiv.org/abs/2501.00001)\n"
_IN_A_LOG = "## Daily Papers\n### [T](https://arxiv.org/abs/2501.00001)\n"
_COLUMNS = "| Title | Link |\n|---|---|\n"


def _titles(behind: str) -> Maker:
    return _made_of("", lambda number: f"{_OPENINGS[number % len(_OPENINGS)]}{behind}x\n{_PDF}\n")


def _authors(names: str) -> Maker:
    return _made_of("", lambda number: f"## Title {number} of papers\n{_PDF}\nAuthors: {names}x\n")


def _papers_in_a_cell(number: int) -> str:
    papers = (f"[Title {n} {number}](https://arxiv.org/abs/{_arxiv(n)})" for n in range(60))
    return f"| {_day(number)} | {'<br>'.join(papers)} |\n"


def _long_row(number: int) -> str:
    return f"| {_title(number)} | [PDF](https://arxiv.org/abs/{_arxiv(number)}) | {'a<br>' * 2000} |\n"


HOSTILE: dict[str, Maker] = {
    **{f"one character: {name}": _repeated(character) for name, character in _CHARACTERS.items()},
    **{
        f"heading of {name}": _repeated(character, "# ", "\n")
        for name, character in _CHARACTERS.items()
        if name != "newline"
    },
    **{
        f"item of {name}": _repeated(character, "- x ", "\n- [y](https://arxiv.org/abs/2501.00001)\n")
        for name, character in _CHARACTERS.items()
        if name != "newline"
    },
    **{f"lines of {part!r}": _repeated(part) for part in _LINES},
    **{f"one line of {part!r}": _repeated(part, "x ", "\n") for part in _IN_A_LINE},
    "headings, distinct": _numbered("## Heading number {n} about things\n"),
    "headings, numbered": _numbered("## {n}. Heading number {n}\ntext\n"),
    "headings, linked": _numbered(f"## {_LINK}\n"),
    "headings, link below": _numbered("## Title number {n} of many\n[PDF](https://arxiv.org/abs/{id})\n"),
    "headings, one paper": _numbered("## Title number {n} of many\n[PDF](https://arxiv.org/abs/2501.00001)\n"),
    "headings, short, link below": _numbered("## T{n}\n### Link\n[PDF](https://arxiv.org/abs/{id})\n"),
    "one heading over many": _numbered(
        "### Title number {n}\n[PDF](https://arxiv.org/abs/{id})\n",
        "# All papers\n[PDF](https://arxiv.org/abs/2501.00001)\n",
    ),
    "many headings over a tail": _numbered(
        "# Title number {n} of all\n###### x\n", "", "[PDF](https://arxiv.org/abs/2501.00001)\n"
    ),
    "parts between papers": _numbered(f"## {_LINK}\n## Words {{n}}\n## Others {{n}}\n"),
    "one paper, then parts": _numbered("## Words about {n}\n", "## [T is a paper](https://arxiv.org/abs/2501.00001)\n"),
    "papers, then one long tail": lambda size: (
        _numbered(f"## {_LINK}\n")(size // 2) + _numbered("## Words about {n}\n")(size // 2)
    ),
    "headings on six levels": _made_of(
        "", lambda n: f"{'#' * (n % 6 + 1)} Title number {n}\n[PDF](https://arxiv.org/abs/{_arxiv(n)})\n"
    ),
    "days without papers": _made_of("", lambda n: f"## {_day(n)}\n"),
    "days in days": _made_of("", lambda n: f"{'#' * (n % 3 + 1)} {_day(n)}\n- {_list(n)[2:]}"),
    "details in details": lambda size: (
        "<details>\n<summary>Title of a paper</summary>\n[PDF](https://arxiv.org/abs/2501.00001)\n" * (size // 160)
        + "</details>\n" * (size // 160)
    ),
    "details in details, papers": lambda size: (
        _numbered("<details>\n<summary>Title number {n}</summary>\n[PDF](https://arxiv.org/abs/{id})\n")(size)
        + "</details>\n" * (size // 90)
    ),
    "details never closed": _numbered(
        "<details>\n<summary>Title number {n}</summary>\n[PDF](https://arxiv.org/abs/{id})\n"
    ),
    "details, many on a line": _repeated("<details></details>", "", "\n"),
    "details opened, closed": lambda size: "<details>\n" * (size // 21) + "</details>\n" * (size // 21),
    "details, long lines": _made_of("", lambda n: "<details>" * 1000 + "\n"),
    "summaries never closed": _made_of("", lambda n: "<details><summary>" + "a" * 400 + "\n</details>\n"),
    "lists in lists": _nested,
    "quotes in quotes": lambda size: "".join(">" * n + " a\n" for n in range(int(math.sqrt(2 * size)))),
    "list of bullets": _repeated("- ", "", "x\n"),
    "list, six levels": _made_of(
        "", lambda n: f"{'  ' * (n % 6)}- **[{_title(n)}](https://arxiv.org/abs/{_arxiv(n)})**\n"
    ),
    "list, one item": _numbered("  - detail {n} [PDF](https://arxiv.org/abs/{id})\n", "- **Title of a paper**\n"),
    "list, one item of lines": _numbered(
        "  detail {n} [PDF](https://arxiv.org/abs/{id})\n", "- **Title of a paper**\n"
    ),
    "list, lazy": _repeated("a\n", "- x\n"),
    "list, blank lines": _repeated("\n- x\n"),
    "list of citations": _numbered(f"- see {_LINK}, {_LINK} and {_LINK}\n"),
    "html list": _numbered('<li><a href="https://arxiv.org/abs/{id}">Title number {n}</a></li>\n', "<ul>\n", "</ul>\n"),
    "titles cut": _numbered("- [Title number {n} of a...](https://a{n}.example.org)\n", "", ""),
    "titles cut, beside headings": lambda size: (
        _numbered(f"## {_LINK}\ntext\n")(size // 2)
        + "\n| Title | Link |\n|---|---|\n"
        + _numbered("| Something else number {n}... | [PDF](https://arxiv.org/abs/2402.{n}) |\n")(size // 2)
    ),
    "cells in a row": _repeated("| a ", _COLUMNS, "|\n"),
    "cells in a header": _repeated("| a ", "", "|\n|---|---|\n| [a](https://arxiv.org/abs/2501.00001) |\n"),
    "cells in a delimiter": _repeated("|---", "| Title | Link |\n", "|\n| [a](https://arxiv.org/abs/2501.00001) |\n"),
    "delimiter broken": _repeated("|---", "| Title | Link |\n", "|x\n| [a](https://arxiv.org/abs/2501.00001) |\n"),
    "delimiters": _repeated("|---|---|\n", "| Title | Link |\n"),
    "header again": _repeated(_COLUMNS),
    "rows of any length": _growing_rows,
    "rows broken": _numbered(
        "| Title {n} | a\nb\nc | [PDF](https://arxiv.org/abs/{id})\n", "| Title | A | Link |\n|---|---|---|\n"
    ),
    "rows of bars": _made_of(_COLUMNS, lambda n: "|" * 10_000 + "\n"),
    "rows of code": _made_of(_COLUMNS, lambda n: "|" + "`|` $a|b$ **|" * 1000 + "\n"),
    "row, one broken": _repeated("x\n", "| Title | Link |\n|---|---|\n| a | b\n"),
    "rows in quotes": _repeated("> | a | b\n> c\n"),
    "table in many columns": _made_of("", lambda n: f"| {_title(n)} " * 60 + "|\n"),
    "tables of two lines": _numbered(
        "\n| Title | Link |\n|---|---|\n| Title number {n} | [PDF](https://arxiv.org/abs/{id}) |\n"
    ),
    "excerpts": _made_of("| Title | Link | A |\n|---|---|---|\n", _long_row),
    "papers in one cell": _made_of("| Date | Papers |\n|---|---|\n", _papers_in_a_cell),
    "papers in one line of cells": _numbered(f"{_LINK}<br>", "| Date | Papers |\n|---|---|\n| 2025-01-02 | ", " |\n"),
    "html table, one line": _numbered(
        '<tr><td><a href="https://arxiv.org/abs/{id}">Title number {n}</a></td><td>x</td></tr>', "<table>", "</table>\n"
    ),
    "html table, never closed": _numbered("<table>\n<tr><td>Title number {n}\n"),
    "html tables": _numbered(
        '<table><tr><td><a href="https://arxiv.org/abs/{id}">Title number {n}</a></td></tr></table>\n'
    ),
    "html rows, no cells": _repeated("<tr>", "<table>\n", "\n</table>\n"),
    "html cells": _repeated("<td>", "<table><tr>\n", "\n</tr></table>\n"),
    "html rows, never closed": _repeated("<tr ", "<table>\n", "\n</table>\n"),
    "html cells, never closed": _repeated("<td ", "<table><tr>\n", "\n</tr></table>\n"),
    "links in a line": lambda size: _numbered(f"{_LINK} ")(size) + "\n",
    "links in a heading": lambda size: "# " + _numbered(f"{_LINK} ")(size) + "\n",
    "urls below a paper": _numbered("https://x{n}.example.org\n", _POST),
    "urls with brackets": _repeated("https://x.example.org/(((((((((( ", _POST),
    "label, long": lambda size: "# [" + "a" * size + "](https://arxiv.org/abs/2501.00001)\n",
    "label of brackets": lambda size: (
        "# " + "[" * (size // 2) + "]" * (size // 2) + "(https://arxiv.org/abs/2501.00001)\n"
    ),
    "url, long": lambda size: "- [a title](https://arxiv.org/abs/2501.00001?" + "a" * size + ")\n",
    "url of brackets": lambda size: (
        "- [a title](https://arxiv.org/abs/2501.00001?" + "(" * (size // 2) + ")" * (size // 2) + "\n"
    ),
    "bold over many lines": lambda size: "- **" + "a\n  " * (size // 4) + "**\n",
    "links in code": _repeated("`[a](https://arxiv.org/abs/2501.00001)` "),
    "fences, growing": lambda size: "".join("`" * n + "\n" for n in range(3, int(math.sqrt(2 * size)))),
    "fences, alternating": _repeated("```a\n~~~a\n"),
    "fences in items": _repeated("- ```\n"),
    "fences in quotes": _repeated("> ```\n"),
    "comments in items": _repeated("- <!--\n", "", "-->\n"),
    "comments, one end": _repeated("<!--\n", "", "-->\n"),
    "header, long": _repeated("a: b\n", "---\n", "---\n# a\n"),
    "header, flow": _repeated("[", "---\ntitle: ", "\n---\n# a\n"),
    "header, never closed": _repeated("a: b\n", "---\n"),
    "header, anchors": _repeated("a: &x b\n", "---\n", "---\n"),
    "header, blank lines": _repeated("\n", "", "---\ntitle: a\n---\n"),
    "authors, python": _repeated("'A B', ", f"{_POST}Authors: [", "\n"),
    "authors, quotes": _repeated("'A\\", f"{_POST}Authors: [", "\n"),
    "authors, brackets": _repeated("A (", f"{_PAPER}Authors: ", "\n"),
    "authors, nested brackets": _repeated("(()", f"{_PAPER}Authors: ", "\n"),
    "authors, spaces": _repeated(" ", f"{_PAPER}Authors: A", "B\n"),
    "authors, spaces and commas": _made_of(f"{_PAPER}Authors: ", lambda n: " " * 2000 + "B, ", "\n"),
    "authors, italic": _repeated("A B ", "## T of papers\n*", "*\n[PDF](https://arxiv.org/abs/2501.00001)\n"),
    "authors, lines": _repeated("*A B*\n", _PAPER),
    "people": _repeated("👤 A ", _PAPER, "\n"),
    "leads": _numbered("- **L{n}**: x\n", _PAPER),
    "leads, never closed": _made_of(_POST, lambda n: "- " * 4 + "***" + "*a" * 5000 + "\n"),
    "leads, spaces": _made_of(_POST, lambda n: " " * 5000 + "- a b\n"),
    "fields on one line": _repeated("**A**: b | ", _PAPER, "\n"),
    "a log of nothing": _numbered("### T{n}\n", "## Daily Papers\n"),
    "a log, images": _repeated('<img src="a.png">', _IN_A_LOG, "\n"),
    "a log, images never closed": _repeated("<img src='", _IN_A_LOG, "\n"),
    "a log, tags in tags": _repeated("<video ", _IN_A_LOG, "\n"),
    "rankings": lambda size: (
        _numbered(f"- **{_LINK}**\n")(size // 2) + "\n| Title |\n|---|\n" + _numbered(f"| {_LINK} |\n")(size // 2)
    ),
    # Short texts again and again: what grows faster than its line shows as seconds for each megabyte.
    **{f"lines of a title and {part!r}": _titles(part) for part in _BEHIND_A_TITLE},
    **{f"long lines of {part!r}": _titles(part * (4000 // len(part))) for part in _IN_LONG_LINES},
    **{f"authors of {part!r}": _authors(part * (4000 // len(part))) for part in _AS_AUTHORS},
    "words to fold": _repeated("a  \u3000", "# 1. [T](https://arxiv.org/abs/2501.00001)\n## ", "\n"),
}


# The measuring


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise _TooLongError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def measured(work: Callable[[], object], limit: float) -> float:
    """Seconds; infinity where the limit was reached, less than nothing where it raised."""
    best = math.inf
    for _ in range(3):
        gc.collect()
        start = time.perf_counter()
        try:
            with _limited(limit):
                work()
        except _TooLongError:
            return math.inf
        except Exception as error:  # what no text may cause is shown, and the others are measured all the same
            print(f"    raised {type(error).__name__}: {error}"[:200])
            return -1.0
        best = min(best, time.perf_counter() - start)
        if best > 0.3:
            break
    return best


def read(text: str) -> object:
    """Understand a text as the reader does."""
    return formats.read(text, "2025/01/notes.md", "benchmark")


def parse(text: str) -> object:
    """The reference: all of Markdown, with tables."""
    return MarkdownIt("commonmark").enable("table").parse(text)


def scan(text: str) -> object:
    """The other reference: lines that look like a heading."""
    return _HEADING.findall(text)


def shapes(upto: int, only: str, limit: float) -> None:
    """Print the time for each shape in each size."""
    print(f"{'shape':<14}{'size':>6}{'papers':>8}{'ms':>10}{'ms/KB':>8}{'growth':>8}{'x parse':>9}{'x scan':>9}")
    for name, make in SHAPES.items():
        if only not in name:
            continue
        before: tuple[int, float] | None = None
        for label, size in SIZES.items():
            if size > upto:
                break
            text = make(size)
            took = measured(lambda text=text: read(text), limit)  # type: ignore[misc]
            papers = len(formats.read(text, "x.md", "benchmark").papers) if took < limit else 0
            parsed = measured(lambda text=text: parse(text), limit)  # type: ignore[misc]
            scanned = measured(lambda text=text: scan(text), limit)  # type: ignore[misc]
            growth = _growth(before, (len(text), took))
            print(
                f"{name:<14}{label:>6}{papers:>8}{took * 1000:>10.1f}{took * 1000 / (len(text) / KB):>8.2f}"
                f"{growth:>8.2f}{took / parsed:>9.2f}{took / scanned:>9.0f}{_mark(len(text), took, growth)}",
                flush=True,
            )
            before = (len(text), took)


def hostile(upto: int, only: str, limit: float) -> None:
    """Print the time for each hostile text in sizes that grow until one is too large or too slow."""
    print(f"{'text':<44}{'size':>9}{'s':>8}{'s/MB':>8}{'growth':>8}{'x parse':>9}")
    for name, make in HOSTILE.items():
        if only not in name:
            continue
        before: tuple[int, float] | None = None
        parsed = math.nan
        size = min(64 * KB, upto)
        while True:
            text = sanitize(make(size))
            took = measured(lambda text=text: read(text), limit)  # type: ignore[misc]
            if parsed != math.inf:
                parsed = measured(lambda text=text: parse(text), limit)  # type: ignore[misc]
            growth = _growth(before, (len(text), took))
            if size * 4 > upto or took > limit / 2 or took < 0:
                break
            before = (len(text), took)
            size *= 4
        print(
            f"{name[:43]:<44}{len(text):>9}{took:>8.2f}{took / (len(text) / MB):>8.2f}{growth:>8.2f}"
            f"{took / parsed:>9.2f}{_mark(len(text), took, growth)}",
            flush=True,
        )


def _growth(before: tuple[int, float] | None, now: tuple[int, float]) -> float:
    if before is None or before[0] >= now[0] or min(before[1], now[1]) <= 0:
        return math.nan
    return math.log(now[1] / before[1]) / math.log(now[0] / before[0])


def _mark(size: int, took: float, growth: float) -> str:
    if took < 0:
        return "  RAISED"
    slow = took > NOTHING_TO_COMPARE and took / (size / MB) > TOO_SLOW
    steep = took > NOTHING_TO_COMPARE and growth > TOO_STEEP
    return "  SLOW, STEEP" if slow and steep else "  SLOW" if slow else "  STEEP" if steep else ""


def profile(only: str, size: int, limit: float) -> None:
    """Print where the time goes for the first text of this name."""
    name, make = next((name, make) for name, make in [*SHAPES.items(), *HOSTILE.items()] if only in name)
    text = sanitize(make(size))
    print(f"{name}: {len(text)} characters")
    profiler = cProfile.Profile()
    try:
        with _limited(limit):
            profiler.runcall(read, text)
    except _TooLongError:
        print(f"stopped after {limit} s")
    pstats.Stats(profiler).sort_stats("tottime").print_stats(15)


def main() -> int:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", choices=["shapes", "hostile", []], help="default: both")
    parser.add_argument("--upto", choices=SIZES, help="the largest size (default: 8M for shapes, 1M for hostile texts)")
    parser.add_argument("--only", default="", help="texts whose name holds this")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds after which one reading is given up")
    parser.add_argument("--profile", action="store_true", help="show where the time of one text goes")
    arguments = parser.parse_args()
    if arguments.profile:
        profile(arguments.only, SIZES[arguments.upto or "600K"], arguments.limit)
        return 0
    if "shapes" in arguments.what or not arguments.what:
        shapes(SIZES[arguments.upto or "8M"], arguments.only, arguments.limit)
    if "hostile" in arguments.what or not arguments.what:
        hostile(SIZES[arguments.upto or "1M"], arguments.only, arguments.limit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
