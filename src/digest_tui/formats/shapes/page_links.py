"""Links of a table that lead to papers though no id says so: those to own pages, below a header of papers."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from digest_tui.formats.shapes.columns import Columns
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.outline import Outline
from digest_tui.formats.structure.tables import Table
from digest_tui.formats.words.anchors import Anchor, Says, anchors
from digest_tui.formats.words.day_headings import is_date_alone
from digest_tui.formats.words.inline_html import markdown_of
from digest_tui.formats.words.labels import is_aside
from digest_tui.formats.words.letters import weight
from digest_tui.formats.words.own_pages import leads_to_guide, leads_to_page
from digest_tui.formats.words.titles import Headline
from digest_tui.model.dates import date_in, path_dates
from digest_tui.model.periods import path_date
from digest_tui.notation.urls import is_web_url
from digest_tui.patterns import pattern

_PAPERS = pattern(r"\bpapers?\b|논문|论文|論文", re.IGNORECASE)
_LISTING = pattern(r"(?:^|/)(?:topics?|tags?|categor\w*|docs?|archives?)/", re.IGNORECASE)
_LISTS = pattern(r"\bpapers\b|\blists?\b|목록|모음|列表|汇总|合集|一覧|まとめ", re.IGNORECASE)
_LETTERS = pattern(r"[^\W_]")
_FILE_NAME = pattern(r"[0-9_.]")
"""A character that tells the name of a file from words."""
_MIN_NAME = 16
"""Fewest letters of a file's name that tell one paper from another."""
_MAX_LIST = 20
"""Largest weight of the name of a list: a longer one is a title."""


@dataclass(frozen=True)
class Leads:
    """The links of one table, and how much they say."""

    table: Table
    of_papers: bool = False
    """True when the header of the table calls its titles those of papers."""
    of_a_digest: bool = False
    """True when it only says that they are titles, and what stands around it says of what."""

    @cached_property
    def buttons(self) -> frozenset[str]:
        """The texts that link to several targets: they are no titles."""
        found: dict[str, set[str]] = {}
        for row in self.table.rows:
            for anchor in anchors(markdown_of(" ".join(row.cells))):
                found.setdefault(anchor.label, set()).add(anchor.url)
        return frozenset(label for label, urls in found.items() if len(urls) > 1)

    def by_title(self, headline: Headline) -> bool:
        """Return True when the link of a title makes a paper of its row."""
        link, title = headline.link, headline.title
        if not link or not (self.of_papers or self.of_a_digest) or is_date_alone(title) or _names_a_list(title):
            return False
        if self.of_papers:
            leads = is_web_url(link) or leads_to_page(link)
        else:
            leads = leads_to_page(link) and not leads_to_guide(link) and not date_in(title)
        return leads and title not in self.buttons

    def beside_title(self, anchor: Anchor) -> bool:
        """Return True when a link beside a title without one makes a paper of its row: `[note](notes/r1.md)`."""
        if not self.of_papers or not leads_to_page(anchor.url):
            return False
        file_name = anchor.label in anchor.url and _FILE_NAME.search(anchor.label) is not None
        return anchor.says is Says.PLACE or file_name or anchor.label in self.buttons


def _names_a_list(title: str) -> bool:
    """Return True when the text of a link says that it leads to several papers: `Vision papers`, `비전 논문 목록`."""
    return weight(title) <= _MAX_LIST and _LISTS.search(title) is not None


def leading_links(document: Document, outline: Outline, table: Table, columns: Columns) -> Leads:
    """Read what the links of a table say, from its header, the headings above it and the file it stands in."""
    above = outline.over(table.first)
    of_a_day = any(head.day for head in above)
    if not columns.named or columns.of_anything or (above and is_aside(above[0].text) and not of_a_day):
        return Leads(table)
    if columns.of_papers:
        return Leads(table, of_papers=True)
    described = (columns.authors, columns.votes, columns.date) != (None, None, None)
    of_a_digest = described or of_a_day or path_date(document.path) is not None
    texts = [document.front_matter.fields.get("title", ""), *(head.text for head in above)]
    of_a_digest = of_a_digest or any(_PAPERS.search(text) or date_in(text) for text in texts)
    return Leads(table, of_a_digest=of_a_digest or _keeps_papers(table))


def _keeps_papers(table: Table) -> bool:
    """Return True when the pages that a table leads to lie among papers: `papers/2026-02-17/r1.md`."""
    return any(_PAPERS.search(anchor.url) for row in table.rows for anchor in anchors(" ".join(row.cells)))


def page_of(path: str, headline: Headline) -> str | None:
    """Identify the paper whose title leads to a page of that name beside the dated digest at `path`."""
    link = headline.link
    if not link or is_web_url(link) or _LISTING.search(link) or not any(path_dates(path)):
        return None
    name = _letters(unquote(link.rpartition("/")[2].partition("#")[0].rpartition(".")[0]))
    title = _letters(headline.title)
    return f"file:{link}" if len(name) >= _MIN_NAME and (title.startswith(name) or name.endswith(title)) else None


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text)).casefold()
