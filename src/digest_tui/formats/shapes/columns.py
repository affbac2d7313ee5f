"""The columns of a table and what they hold: titles, authors, votes, days; and whether its header speaks of papers."""

import re
from dataclasses import dataclass

from digest_tui.formats.structure.tables import Row, Table
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.days import partial_date
from digest_tui.formats.words.inline_html import markdown_of, title_markdown, title_text
from digest_tui.formats.words.labels import ABSTRACTS, AUTHORS, DATES, LINKS, TITLE, VOTES, normal
from digest_tui.formats.words.letters import letters, weight
from digest_tui.formats.words.own_pages import leads_to_page
from digest_tui.formats.words.titles import Headline, read_item

_VOTE_MARKS = re.compile("[👍⬆🔼▲⭐❤♥🔥]")
_ORIGINAL = re.compile(r"英文|原文|english|original|원제|영문|\ben\b|原題", re.IGNORECASE)
_TRANSLATED = re.compile(
    r"中文|翻译|译|한글|한국어|번역|국문|日本語|和訳|korean|chinese|japanese|translated", re.IGNORECASE
)
_PAPERS = re.compile(r"paper|논문|论文|論文")
_ENDS_WITH_PAPERS = re.compile(r"(?!관련|참고|相关|関連|参考|先行)\w{0,6}(?:논문|论文|論文)")
"""`今日论文`, `注目論文`: a name of a column that is one word in Chinese and Japanese."""
_ANYTHING = "name"
"""The name of a column that may hold titles, but of anything."""
_DETAILS = re.compile(r"<details\b.*?(?:</details>|$)", re.IGNORECASE | re.DOTALL)
_SAMPLE = 40
"""Rows in which the column of the titles is looked for where no header names it."""
_LONG_TITLE = 12
_MIN_TITLE = 4
"""Least weight of the words of a title that is no link."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table as indices, by what they hold."""

    title: int
    authors: int | None = None
    votes: int | None = None
    date: int | None = None
    named: bool = True
    """True when the header says so."""
    of_papers: bool = False
    """True when the header says that the titles are those of papers."""
    of_anything: bool = False
    """True when the header only calls them names."""
    describes: bool = False
    """True when the header names, beside titles, what only papers have."""


def columns_of(table: Table) -> Columns | None:
    """Return the columns of a table; None where none holds titles."""
    names = [normal(markdown_of(cell).strip("*_ ")) for cell in table.header]
    title = _titles_by_name(table, names) if names else None
    named = title is not None
    if title is None:
        title = _titles_by_look(table)
    if title is None:
        return None
    votes = next((n for n, cell in enumerate(table.header) if _is(names[n], VOTES) or _VOTE_MARKS.search(cell)), None)
    return Columns(
        title,
        _named(names, AUTHORS),
        votes,
        _named(names, DATES),
        named=named,
        of_papers=named and _PAPERS.search(names[title]) is not None,
        of_anything=named and names[title] == _ANYTHING,
        describes=any(_named(names, words) is not None for words in (AUTHORS, LINKS - TITLE, ABSTRACTS)),
    )


def without_details(cell: str) -> str:
    """Return a cell without what it folds away."""
    return _DETAILS.sub("", cell)


def headline_of(cell: str) -> Headline:
    """Return the title in a cell of titles, where a link of few letters is a name: `[R1](papers/r1.md)`."""
    headline = read_item(without_details(cell), is_title=True)
    text = title_markdown(without_details(cell))
    found = anchors(text)
    opens = len(found) == 1 and letters(text[: found[0].start]) == 0
    if opens and found[0].is_name and not (headline.link and headline.emphatic):
        return Headline(title_text(found[0].label).strip(" *_"), found[0].url, headline.numbered, True, found[0].paper)
    return headline


def _titles_by_name(table: Table, names: list[str]) -> int | None:
    found = [n for n, name in enumerate(names) if _is(name, TITLE) or _ENDS_WITH_PAPERS.fullmatch(name)]
    if len(found) > 1:
        original = [n for n in found if _ORIGINAL.search(table.header[n])]
        linked = [n for n in found if _linked(table, n)]
        plain = [n for n in found if not _TRANSLATED.search(table.header[n])]
        found = original or linked or plain or found
    # A column "Paper" may hold nothing but the link.
    worded = [
        n for n in found if sum(_has_words(row, n) for row in table.rows[:_SAMPLE]) * 2 >= len(table.rows[:_SAMPLE])
    ]
    return worded[0] if worded else None


def _titles_by_look(table: Table) -> int | None:
    """Return the column whose cells look most like titles: linked ones count most, then bold ones, then long ones."""
    rows = table.rows[:_SAMPLE]
    scores: dict[int, float] = {}
    for row in rows:
        for number, cell in enumerate(row.cells):
            headline = read_item(without_details(cell), is_title=True)
            weighs = weight(headline.title)
            if weighs < _MIN_TITLE or (partial_date(headline.title).day is not None and weighs < _LONG_TITLE):
                continue
            linked = any(anchor.says is Says.TITLE and anchor.paper for anchor in anchors(markdown_of(cell)))
            scores[number] = scores.get(number, 0) + (3 if linked else 2 if headline.emphatic else min(weighs, 80) / 80)
    if not scores:
        return None
    return max(scores, key=lambda number: scores[number])


def _has_words(row: Row, column: int) -> bool:
    if column >= len(row.cells):
        return False
    headline = headline_of(row.cells[column])
    return weight(headline.title) >= (1 if headline.link and headline.emphatic else _MIN_TITLE)


def _linked(table: Table, column: int) -> bool:
    return any(
        anchor.says is Says.TITLE and (anchor.paper or leads_to_page(anchor.url))
        for row in table.rows[:3]
        if column < len(row.cells)
        for anchor in anchors(row.cells[column])
    )


def _named(names: list[str], words: frozenset[str]) -> int | None:
    return next((number for number, name in enumerate(names) if _is(name, words)), None)


def _is(name: str, words: frozenset[str]) -> bool:
    """Return True when a column has one of these names, also in two languages side by side."""
    return name in words or any(word in words for word in name.split(" ")) if name else False
