"""The table of what is known of decided papers: not part of the log, and made again from the digests that have them."""

import datetime
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from digest_tui.model import ArxivId
from digest_tui.model.known import Known
from digest_tui.model.periods import PERIODS
from digest_tui.model.same_papers import first_occurrences
from digest_tui.model.summary import Keys
from digest_tui.text import one_line, sanitize

COLUMNS = (
    "key, keys, title, link, arxiv, version, doi, huggingface, alphaxiv, links, day, period, source, location, path"
)
_COUNT = len(COLUMNS.split(", "))
_AT_ONCE = 500
"""Number of keys in one query: older versions of SQLite take 999 values."""
_BETWEEN = "\n"
"""The separator of keys and of links: sanitising keeps line ends out of both."""
_Row = tuple[str, ...]
T = TypeVar("T")


def put(connection: sqlite3.Connection, papers: Iterable[Known]) -> None:
    """Keep what is known of papers, replacing what was known before."""
    marks = ", ".join("?" * _COUNT)
    connection.executemany(f"INSERT OR REPLACE INTO known ({COLUMNS}) VALUES ({marks})", map(_row, papers))


def known(connection: sqlite3.Connection, keys: Iterable[str]) -> list[Known]:
    """Return what is known under each of these keys, leaving out those of which nothing is."""
    found = []
    for part in _parts(keys):
        marks = ", ".join("?" * len(part))
        rows = connection.execute(f"SELECT {COLUMNS} FROM known WHERE key IN ({marks})", part)
        found += [paper for row in rows if (paper := _paper(row)) is not None]
    return found


def papers_of(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Keys]:
    """Return for each of these keys all keys of its paper, as far as they are known."""
    found: dict[str, Keys] = {}
    for part in _parts(keys):
        found |= {key: (key,) for key in part}
        marks = ", ".join("?" * len(part))
        for key, of_paper in connection.execute(f"SELECT key, keys FROM known WHERE key IN ({marks})", part):
            found[key] = tuple(dict.fromkeys((key, *filter(None, str(of_paper).split(_BETWEEN)))))
    return found


def paper_count(connection: sqlite3.Connection, keys: Iterable[str]) -> int:
    """Return the number of papers that have these keys, each counted once as far as its keys are known."""
    return len(set(first_occurrences([*papers_of(connection, keys).values()])))


def locations(connection: sqlite3.Connection) -> list[str]:
    """Return the locations of all sources of which papers are known."""
    return [row[0] for row in connection.execute("SELECT DISTINCT location FROM known")]


def keys_at(connection: sqlite3.Connection, wanted: Collection[str]) -> list[str]:
    """Return the keys of known papers from sources at these locations."""
    query = "SELECT key FROM known WHERE location = ?"
    return [row[0] for location in wanted for row in connection.execute(query, (location,))]


def unknown(connection: sqlite3.Connection) -> list[str]:
    """Return the keys that have a decision but no known paper."""
    return [row[0] for row in connection.execute("SELECT key FROM state EXCEPT SELECT key FROM known")]


def _row(paper: Known) -> tuple[str | int, ...]:
    arxiv = paper.arxiv or ArxivId("")
    return (
        paper.key, _BETWEEN.join(paper.keys), paper.title, paper.link or "", arxiv.id, arxiv.version or 0,
        paper.doi or "", paper.huggingface_url or "", paper.alphaxiv_url or "", _BETWEEN.join(paper.links),
        paper.date.isoformat() if paper.date else "", paper.period, paper.source, paper.location, paper.path,
    )  # fmt: skip


def _paper(row: tuple[str | int, ...]) -> Known | None:
    """Return the paper of a row, its texts sanitised; None when no digest-tui wrote the row."""
    version = row[5]
    if not isinstance(version, int) or not all(isinstance(value, str) for value in (*row[:5], *row[6:])):
        return None
    texts = map(str, (*row[:5], *row[6:]))
    key, keys, title, link, arxiv, doi, huggingface, alphaxiv, links, day, period, source, location, path = texts
    try:
        date = datetime.date.fromisoformat(day) if day else None
    except ValueError:
        return None
    every_key = tuple(filter(None, map(sanitize, keys.split(_BETWEEN))))
    if key not in every_key:
        return None
    return Known(
        key,
        every_key,
        one_line(title),
        _text(link),
        ArxivId(one_line(arxiv), version or None) if arxiv else None,
        _text(doi),
        _text(huggingface),
        _text(alphaxiv),
        tuple(filter(None, map(_text, links.split(_BETWEEN)))),
        date,
        one_line(source),
        location,
        sanitize(path),
        next((known for known in PERIODS if known == period), "day"),
    )


def _text(value: str) -> str | None:
    return sanitize(value) or None


def _parts(values: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(values)
    while part := list(islice(iterator, _AT_ONCE)):
        yield part
