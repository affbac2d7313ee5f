"""Papers that are one table row each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from digest_tui.formats.shapes.columns import Columns, columns_of, headline_of, without_details
from digest_tui.formats.shapes.finding import Found, Question
from digest_tui.formats.shapes.page_links import Leads, leading_links
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.shapes.row_text import row_text
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import line_evidence
from digest_tui.formats.structure.outline import Outline
from digest_tui.formats.structure.tables import Row, Table, all_tables
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.day_headings import is_date_alone
from digest_tui.formats.words.days import NOTHING, PartialDate, partial_date
from digest_tui.formats.words.fields import author_names
from digest_tui.formats.words.identifiers import BARE_ID, arxiv_beside_title
from digest_tui.formats.words.inline_html import markdown_of, title_markdown
from digest_tui.formats.words.labels import is_part
from digest_tui.formats.words.letters import weight
from digest_tui.formats.words.titles import Headline, is_sentence, read_item
from digest_tui.text import one_line

NAME = "table"
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\D{0,4}([0-9][0-9,]{0,11})\D{0,10}")
_ID_ALONE = re.compile(rf"[*`\[(]{{0,3}}(?:arxiv:)?{BARE_ID}(?:v[0-9]+)?[*`\])]{{0,3}}", re.IGNORECASE)
_SAME_AS_ABOVE = ("〃", "″", '"', "''", "同上", "상동")
_MAX_IN_CELL = 200
"""Largest number of papers of one cell that are listed."""
_LONG_TITLE = 12
"""Least weight of a title that is not taken for a name or a topic."""
_PAIR = 2
"""Cells of a row that says one thing about the paper it stands in."""
_MANY_LINKS = 2


@dataclass(frozen=True, slots=True)
class _Found:
    row: Row
    headlines: list[Headline]
    day: PartialDate
    paper: str | None = None
    page: str | None = None
    """The page it leads to, where nothing says which paper it is."""


def find(question: Question) -> Found:
    """Find the rows that are papers; beside them, the rows of any table with columns are no titles."""
    tables = all_tables(question.document)
    found = list(_with_papers(question.document, question.outline, tables))
    occupied = {line for table, _ in found for line in range(table.first, table.last)}
    occupied |= {line for table in tables for row in table.rows if len(row.cells) > _PAIR for line in row.lines}
    return Found(_apart([span for _, spans in found for span in spans]), occupied=frozenset(occupied))


def _apart(rows: Sequence[PaperSpan]) -> tuple[PaperSpan, ...]:
    """Return rows that share all lines or none: of nested tables the outer row ends where the inner one begins."""
    apart: list[PaperSpan] = []
    for row in sorted(rows, key=lambda row: (row.first, -row.last)):
        if apart and apart[-1].first == row.first and apart[-1].last != row.last:
            continue
        for n in range(len(apart) - 1, -1, -1):
            if apart[n].last <= row.first or apart[n].first == row.first:
                break
            apart[n] = replace(apart[n], last=row.first)
        apart.append(row)
    return tuple(apart)


def _with_papers(
    document: Document, outline: Outline, tables: Sequence[Table]
) -> Iterator[tuple[Table, list[PaperSpan]]]:
    columns = None
    previous: Table | None = None
    for table in tables:
        if previous is None or not _goes_on(document, previous, table):
            columns = columns_of(table)
        previous = table
        leads = leading_links(document, outline, table, columns) if columns is not None else None
        spans = list(_spans(table, columns, leads)) if columns is not None and leads is not None else []
        if columns is not None and spans and (columns.named or _look_like_papers(table, spans)):
            yield table, spans


def _goes_on(document: Document, previous: Table, table: Table) -> bool:
    """Return True when a table without a header is the rest of the one before, cut off by blank lines."""
    if table.header or not table.rows or table.first < previous.last:
        return False
    blank = not any(document.lines[n].strip() for n in range(previous.last, table.first))
    return blank and len(table.rows[0].cells) == len(previous.header)


def _look_like_papers(table: Table, spans: list[PaperSpan]) -> bool:
    """Return True when most rows of a table that names no titles are papers: several of them, under long titles."""
    letters = sorted(weight(span.title) for span in spans)
    several = len({span.paper for span in spans}) > 1 or len(table.rows) == 1
    return several and len(spans) * 2 > len(table.rows) and letters[len(letters) // 2] >= _LONG_TITLE


def _spans(table: Table, columns: Columns, leads: Leads) -> Iterator[PaperSpan]:
    found = [entry for entry in _rows(table, columns, leads) if entry.headlines]
    evident = sum(bool(entry.paper or entry.page) or len(entry.headlines) > 1 for entry in found)
    most = evident * 2 >= len(table.rows) and columns.named
    told = (columns.authors, columns.votes, columns.date)
    for entry in found:
        row, headlines = entry.row, entry.headlines
        first = headlines[0]
        linked = columns.date is not None and first.link is not None and first.emphatic
        rest = (most or (columns.named and linked)) and _may_be_title(first.title)
        page = entry.page if most else None
        if len(headlines) > 1 or entry.paper or page or rest or _is_described(row, columns):
            excerpt = row_text(table, row, told, columns.title, first if len(headlines) == 1 else None)
            shared = len(headlines) > 1
            for headline in headlines[:_MAX_IN_CELL]:
                paper = headline.paper or entry.paper or page
                yield _span(row, columns, headline, day=entry.day, paper=paper, excerpt=excerpt, shared=shared)


def _rows(table: Table, columns: Columns, leads: Leads) -> Iterator[_Found]:
    """Yield each row with the titles in it, its date, and the paper it is about."""
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
        if listed := _listed(cell, leads):
            yield _Found(row, listed, day)
            continue
        headline = headline_of(cell) if columns.named else read_item(without_details(cell))
        if headline.title and (headline.link or weight(headline.title) > 1):
            paper = headline.paper or _paper(row, columns.title)
            # "Limitations" is a title where its row leads to a paper.
            if paper or not is_part(headline.title):
                yield _Found(row, [headline], day, paper, None if paper else _page(row, headline, leads))


def _page(row: Row, headline: Headline, leads: Leads) -> str | None:
    """Return the page that a row without an id leads to: by its title, else by a link beside what may be a title."""
    if headline.link and headline.emphatic:
        return f"file:{headline.link}" if leads.by_title(headline) else None
    links = (anchor for cell in row.cells for anchor in anchors(markdown_of(without_details(cell))))
    beside = next(filter(leads.beside_title, links), None)
    return f"file:{beside.url}" if beside and _may_be_title(headline.title) else None


def _span(
    row: Row, columns: Columns, headline: Headline, *, day: PartialDate, paper: str | None, excerpt: str, shared: bool
) -> PaperSpan:
    return PaperSpan(
        row.first,
        row.last,
        headline.title,
        "row of a table",
        headline.link,
        paper,
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


def _listed(cell: str, leads: Leads) -> list[Headline]:
    """Return the papers of a cell that lists several: linked titles with hardly anything between them."""
    text = title_markdown(without_details(cell))
    found = [
        anchor
        for anchor in anchors(text)
        if anchor.says is Says.TITLE and (anchor.paper or leads.by_title(Headline(anchor.label, anchor.url)))
    ]
    if len({anchor.paper or anchor.url for anchor in found}) < _MANY_LINKS:
        return []
    between = "".join(text[a.end : b.start] for a, b in pairwise(found)) + text[: found[0].start]
    if len(_LETTER.findall(between)) > 4 * len(found):
        return []
    listed = [read_item(text[anchor.start : anchor.end]) for anchor in found]
    return [Headline(one.title, one.link, paper=one.paper or f"file:{one.link}") for one in listed]


def _paper(row: Row, title: int) -> str | None:
    """Return the paper that the cells of a row name: links before mentions, and the title's own cell last."""
    cells = [cell for n, cell in enumerate(row.cells) if n != title]
    said = [line_evidence(without_details(cell)) for cell in (*cells, row.cells[title])]
    said += [line_evidence(f"ID: {cell}") for cell in cells if _ID_ALONE.fullmatch(cell)]
    for evidence in said:
        if evidence.papers:
            return evidence.papers[0]
    mentions = [paper for evidence in said for paper in evidence.mentions]
    if not mentions and (arxiv := arxiv_beside_title(row.cells[title])):
        return f"arxiv:{arxiv.id}"
    return mentions[0] if mentions else None


def _may_be_title(title: str) -> bool:
    return weight(title) >= 6 and not is_sentence(title) and not is_date_alone(title)


def _is_described(row: Row, columns: Columns) -> bool:
    """Return True when a row without a link is a paper: its table describes papers, and the row is filled."""
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
