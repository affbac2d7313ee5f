"""`digest-tui open`: the pages of papers in the browser, or their URLs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from digest_tui.cli.arguments import Arguments, Parser, words_between
from digest_tui.cli.named_papers import find_papers
from digest_tui.cli.output import print_lines, say
from digest_tui.cli.setup import library_to_print, read_settings
from digest_tui.counts import counted
from digest_tui.errors import LinkError, UsageError
from digest_tui.model import Entry
from digest_tui.opener import Opener

MAX_OPENED = 20
"""Pages that are opened at once: more are a mistake, such as a list that was piped whole."""
_NOTHING_OPENED = 1


class OpenArguments(Arguments):
    """The arguments of `open`."""

    ids: list[str]
    page: str
    print: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the papers, and which of their pages is opened."""
        parser.add_argument(
            "ids", nargs="+", metavar="ID",
            help="an arXiv id, a URL or a key that `list` prints; - reads what `mark -` reads",
        )  # fmt: skip
        pages = parser.add_mutually_exclusive_group()
        pages.add_argument(
            "--alphaxiv", dest="page", action="store_const", const="alphaxiv", default="arxiv",
            help="the page on Alphaxiv instead of the one on arXiv or the link of the heading",
        )  # fmt: skip
        pages.add_argument("--pdf", dest="page", action="store_const", const="pdf", help="the PDF on arXiv")
        parser.add_argument("--print", action="store_true", help="print the URLs and open nothing")

    def inputs(self) -> Sequence[str]:
        """See `Arguments`."""
        return [*self.dirs, *self.ids]

    def take_rest(self, words: Sequence[str], typed: Sequence[str]) -> Sequence[str]:
        """See `Arguments`."""
        return words_between(words, self.ids)


def open_papers(arguments: OpenArguments) -> int:
    """Open a page of each paper, or print its URL; nothing is marked, as in the reader."""
    from digest_tui.session import links

    link_of: dict[str, links.LinkOf] = {"arxiv": links.arxiv, "alphaxiv": links.alphaxiv, "pdf": links.pdf}
    found: list[str] = []
    with library_to_print(arguments) as library:
        papers, is_complete = find_papers(arguments.ids, library)
        for entry in papers.values():
            try:
                found.append(link_of[arguments.page](entry, library))
            except LinkError as error:
                say(f"{_name(entry)}: {error}")
                is_complete = False
    if arguments.print:
        print_lines(found)
    elif len(found) > MAX_OPENED:
        pages = counted(len(found), "page")
        raise UsageError(f"That would open {pages}, and {MAX_OPENED} at once are the limit; --print prints the URLs.")
    else:
        opener = Opener(os.environ, read_settings(arguments).settings.browser)
        is_complete = _open(found, opener) and is_complete
    return 0 if found and is_complete else _NOTHING_OPENED


def _open(urls: Iterable[str], opener: Opener) -> bool:
    """Open pages, and return whether a browser took them all; what none took is said, to be opened by hand."""
    is_complete = True
    for url in urls:
        try:
            opener.open(url)
            say(f"opened {url}")
        except LinkError as error:
            say(f"{url} was not opened: {error}.")
            is_complete = False
    return is_complete


def _name(entry: Entry) -> str:
    return entry.paper.arxiv.id if entry.paper.arxiv else entry.key
