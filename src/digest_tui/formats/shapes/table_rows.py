"""Papers that are one table row each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from digest_tui.formats.shapes.row_text import row_text
from digest_tui.formats.shapes.unit import Unit
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import line_evidence
from digest_tui.formats.structure.tables import Row, Table, all_tables
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.days import NOTHING, PartialDate, partial_date
from digest_tui.formats.words.fields import author_names
from digest_tui.formats.words.identifiers import BARE_ID, arxiv_beside_title
from digest_tui.formats.words.inline_html import markdown_of, title_markdown
from digest_tui.formats.words.labels import ABSTRACTS, AUTHORS, DATES, LINKS, TITLE, VOTES, is_part, normal
from digest_tui.formats.words.letters import weight
from digest_tui.formats.words.titles import Headline, is_sentence, read_item
from digest_tui.text import one_line

NAME = "table"
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\D{0,4}([0-9][0-9,]{0,11})\D{0,10}")
_VOTE_MARKS = re.compile("[👍⬆🔼▲⭐❤♥🔥]")
_ORIGINAL = re.compile(r"英文|原文|english|original|원제|영문|\ben\b|原題", re.IGNORECASE)
_TRANSLATED = re.compile(
    r"中文|翻译|译|한글|한국어|번역|국문|日本語|和訳|korean|chinese|japanese|translated", re.IGNORECASE
)
_DETAILS = re.compile(r"<details\b.*?(?:</details>|$)", re.IGNORECASE | re.DOTALL)
_ID_ALONE = re.compile(rf"[*`\[(]{{0,3}}(?:arxiv:)?{BARE_ID}(?:v[0-9]+)?[*`\])]{{0,3}}", re.IGNORECASE)
_SAMPLE = 40
"""Rows in which the column of the titles is looked for where no header names it."""
_SAME_AS_ABOVE = ("〃", "″", '"', "''", "同上", "상동")
_MAX_IN_CELL = 200
"""Papers of one cell that are listed."""
_LONG_TITLE = 12
"""Letters of a title that is not taken for a name or a topic."""
_MANY_LINKS = 2


@dataclass(frozen=True, slots=True)
class _Columns:
    title: int
    authors: int | None = None
    votes: int | None = None
    date: int | None = None
    named: bool = True
    """Whether the header says so."""
    describes: bool = False
    """Whether the header names, beside titles, what only papers have."""


def find(document: Document) -> Iterator[tuple[Table, list[Unit]]]:
    """Every table that holds papers, with its papers."""
    columns = None
    previous: Table | None = None
    for table in all_tables(document):
        if previous is None or not _goes_on(document, previous, table):
            columns = _columns(table)
        previous = table
        units = list(_units(table, columns)) if columns is not None else []
        if columns is not None and units and (columns.named or _look_like_papers(table, units)):
            yield table, units


def _goes_on(document: Document, previous: Table, table: Table) -> bool:
    """Whether a table without a header is the rest of the one before, cut off by blank lines."""
    if table.header or not table.rows or table.first < previous.last:
        return False
    blank = not any(document.lines[n].strip() for n in range(previous.last, table.first))
    return blank and len(table.rows[0].cells) == len(previous.header)


def _look_like_papers(table: Table, units: list[Unit]) -> bool:
    """Whether the rows of a table whose header names no titles are papers: most of them, several, under long titles."""
    letters = sorted(weight(unit.title) for unit in units)
    several = len({unit.paper for unit in units}) > 1 or len(table.rows) == 1
    return several and len(units) * 2 > len(table.rows) and letters[len(letters) // 2] >= _LONG_TITLE


def _columns(table: Table) -> _Columns | None:
    names = [normal(_without_marks(cell)) for cell in table.header]
    title = _titles_by_name(table, names) if names else None
    named = title is not None
    if title is None:
        title = _titles_by_look(table)
    if title is None:
        return None
    votes = next((n for n, cell in enumerate(table.header) if _is(names[n], VOTES) or _VOTE_MARKS.search(cell)), None)
    return _Columns(
        title,
        _named(names, AUTHORS),
        votes,
        _named(names, DATES),
        named=named,
        describes=any(_named(names, words) is not None for words in (AUTHORS, LINKS - TITLE, ABSTRACTS)),
    )


def _titles_by_name(table: Table, names: list[str]) -> int | None:
    found = [n for n, name in enumerate(names) if _is(name, TITLE)]
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
    """The column whose cells hold a title most often: linked or bold, else the longest words of rows with a paper."""
    rows = table.rows[:_SAMPLE]
    scores: dict[int, float] = {}
    for row in rows:
        for number, cell in enumerate(row.cells):
            headline = read_item(_DETAILS.sub("", cell))
            letters = weight(headline.title)
            if letters < 4 or (partial_date(headline.title).day is not None and letters < 12):
                continue
            linked = any(anchor.says is Says.TITLE and anchor.paper for anchor in anchors(markdown_of(cell)))
            scores[number] = scores.get(number, 0) + (
                3 if linked else 2 if headline.emphatic else min(letters, 80) / 80
            )
    if not scores:
        return None
    return max(scores, key=lambda number: scores[number])


def _units(table: Table, columns: _Columns) -> Iterator[Unit]:
    found = [(row, headlines, day, paper) for row, headlines, day, paper in _rows(table, columns) if headlines]
    evident = sum(1 for _, headlines, _, paper in found if paper or len(headlines) > 1)
    most = evident * 2 >= len(table.rows) and columns.named
    told = (columns.authors, columns.votes, columns.date)
    for row, headlines, day, paper in found:
        linked = columns.date is not None and headlines[0].link is not None and headlines[0].emphatic
        rest = (most or (columns.named and linked)) and _may_be_title(headlines[0].title)
        if len(headlines) > 1 or paper or rest or _is_described(row, columns):
            excerpt = row_text(table, row, told, columns.title, headlines[0] if len(headlines) == 1 else None)
            shared = len(headlines) > 1
            for headline in headlines[:_MAX_IN_CELL]:
                yield _unit(row, columns, headline, day=day, paper=paper, excerpt=excerpt, shared=shared)


def _rows(table: Table, columns: _Columns) -> Iterator[tuple[Row, list[Headline], PartialDate, str | None]]:
    """Each row with the titles in it, its date, and which paper it is about."""
    day = NOTHING
    for row in table.rows:
        if columns.date is not None and columns.date < len(row.cells):
            written = one_line(markdown_of(row.cells[columns.date]))
            if written and written.strip("* ") not in _SAME_AS_ABOVE:
                day = partial_date(written)
        elif columns.date is None:
            day = _leading_date(row, table.header)
        if columns.title >= len(row.cells):
            continue
        cell = row.cells[columns.title]
        if listed := _listed(cell):
            yield row, listed, day, None
            continue
        headline = read_item(_DETAILS.sub("", cell), is_title=columns.named)
        if headline.title and weight(headline.title) > 1:
            paper = headline.paper or _paper(row, columns.title)
            # "Limitations" is a title where its row leads to a paper.
            if paper or not is_part(headline.title):
                yield row, [headline], day, paper


def _unit(
    row: Row, columns: _Columns, headline: Headline, *, day: PartialDate, paper: str | None, excerpt: str, shared: bool
) -> Unit:
    return Unit(
        row.first,
        row.last,
        headline.title,
        "row of a table",
        headline.link,
        headline.paper or paper,
        title_is_whole=False,
        votes=_votes(row, columns.votes),
        authors=_authors(row, columns.authors),
        day=day,
        own_text=f"[{headline.title}]({headline.link})" if shared else None,
        excerpt=excerpt,
    )


def _authors(row: Row, column: int | None) -> tuple[str, ...]:
    if column is None or column >= len(row.cells):
        return ()
    return author_names(", ".join(markdown_of(row.cells[column]).split("\n")))


def _listed(cell: str) -> list[Headline]:
    """Several papers in one cell: a list of linked titles with hardly anything between them."""
    text = title_markdown(_DETAILS.sub("", cell))
    found = [anchor for anchor in anchors(text) if anchor.says is Says.TITLE and anchor.paper]
    if len({anchor.paper for anchor in found}) < _MANY_LINKS:
        return []
    between = "".join(text[a.end : b.start] for a, b in pairwise(found)) + text[: found[0].start]
    if len(_LETTER.findall(between)) > 4 * len(found):
        return []
    listed = [read_item(text[anchor.start : anchor.end]) for anchor in found]
    return [Headline(one.title, one.link, paper=one.paper) for one in listed]


def _paper(row: Row, title: int) -> str | None:
    """What the other cells of a row, those with links first, say about which paper it is."""
    cells = [cell for n, cell in enumerate(row.cells) if n != title]
    said = [line_evidence(_DETAILS.sub("", cell)) for cell in (*cells, row.cells[title])]
    said += [line_evidence(f"ID: {cell}") for cell in cells if _ID_ALONE.fullmatch(cell)]
    for evidence in said:
        if evidence.papers:
            return evidence.papers[0]
    mentions = [paper for evidence in said for paper in evidence.mentions]
    if not mentions and (arxiv := arxiv_beside_title(row.cells[title])):
        return f"arxiv:{arxiv.id}"
    return mentions[0] if mentions else None


def _may_be_title(title: str) -> bool:
    return weight(title) >= 6 and not is_sentence(title)


def _is_described(row: Row, columns: _Columns) -> bool:
    """Whether a row without a link is a paper all the same: its table describes papers, and the row is filled."""
    filled = [cell for cell in row.cells if _LETTER.search(cell)]
    return columns.describes and columns.authors is not None and _has(row, columns.authors) and len(filled) > 1


def _leading_date(row: Row, header: tuple[str, ...]) -> PartialDate:
    if not row.cells:
        return NOTHING
    text = one_line(markdown_of(row.cells[0])).strip("*` ")
    if text.strip(".# ").isdigit() and header and header[0].strip():
        # A rank: the header would say that it is a day.
        return NOTHING
    return partial_date(text) if len(text) <= 24 and not line_evidence(text).papers else NOTHING


def _votes(row: Row, column: int | None) -> int | None:
    if column is None or column >= len(row.cells):
        return None
    match = _NUMBER.fullmatch(row.cells[column].strip())
    return int(match[1].replace(",", "")) if match else None


def _has(row: Row, column: int | None) -> bool:
    return column is not None and column < len(row.cells) and bool(_LETTER.search(row.cells[column]))


def _has_words(row: Row, column: int) -> bool:
    if column >= len(row.cells):
        return False
    return weight(read_item(_DETAILS.sub("", row.cells[column])).title) >= 4


def _linked(table: Table, column: int) -> bool:
    return any(
        anchor.paper and anchor.says is Says.TITLE
        for row in table.rows[:3]
        if column < len(row.cells)
        for anchor in anchors(row.cells[column])
    )


def _named(names: list[str], words: frozenset[str]) -> int | None:
    return next((number for number, name in enumerate(names) if _is(name, words)), None)


def _is(name: str, words: frozenset[str]) -> bool:
    """Whether a column has one of these names, also in two languages side by side."""
    return name in words or any(word in words for word in name.split(" ")) if name else False


def _without_marks(cell: str) -> str:
    return markdown_of(cell).strip("*_ ")
