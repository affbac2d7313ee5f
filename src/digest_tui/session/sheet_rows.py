"""What the day sheet shows beside each paper, as values: made when they are looked at, and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.markup.parser import parse
from digest_tui.markup.running import running_text
from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Entry
from digest_tui.model.facet import Facet
from digest_tui.model.facet_parts import facet_texts, first_sentence
from digest_tui.session.listing import PaperItem
from digest_tui.session.rows import PaperRow, Rows, SheetPart, SheetText

if TYPE_CHECKING:
    from digest_tui.search.finds import Finds
    from digest_tui.session.session import Session

FIRST_FACETS = 2
"""Facets of which the first sentence is shown while no lens is in force."""
MAX_MARKDOWN = 1_500
"""Characters of a facet that are read: a row shows about a sixth of them."""
MAX_TEXT = 600
"""Characters of running text that are kept, more than three lines hold."""
KEPT_PAPERS = 1_000
NO_TEXT = "no text"


class _Kept(NamedTuple):
    """A paper as it was read for the sheet."""

    body: int
    """The hash of its text: another text is read again."""
    sources: Mapping[Facet, str]
    made: dict[Facet | None, SheetText]


class SheetTexts:
    """The texts of papers on the sheet, each made once."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, str], _Kept] = OrderedDict()

    def of(self, entry: Entry, lens: Facet | None) -> SheetText:
        """Return what is shown of a paper: the facet of the lens, without one the first sentences of its first two."""
        kept = self._paper(entry)
        if (made := kept.made.get(lens)) is None:
            made = kept.made[lens] = _made(entry, lens, kept.sources)
        return made

    def _paper(self, entry: Entry) -> _Kept:
        place, body = _place(entry), hash(entry.body)
        kept = self._kept.get(place)
        if kept is None or kept.body != body:
            kept = self._kept[place] = _Kept(body, facet_texts(entry), {})
            while len(self._kept) > KEPT_PAPERS:
                self._kept.popitem(last=False)
        self._kept.move_to_end(place)
        return kept


def sheet_rows(
    rows: Rows[PaperRow], session: Session, texts: SheetTexts, lens: Facet | None, finds: Finds | None
) -> Rows[PaperRow]:
    """Return the rows of the paper list with what the sheet shows beside them."""
    items = session.items

    def make(row: int) -> PaperRow:
        drawn, item = rows[row], items[row] if row < len(items) else None
        if not isinstance(item, PaperItem):
            return drawn
        text = texts.of(item.entry, lens)
        return drawn._replace(sheet=_with_finds(text, finds) if finds else text)

    return Rows(len(rows), make)


def _place(entry: Entry) -> tuple[str, str, str]:
    return entry.digest.source, entry.digest.path, entry.key


def _made(entry: Entry, lens: Facet | None, sources: Mapping[Facet, str]) -> SheetText:
    facets = tuple(sources)
    if lens is None:
        parts = [
            SheetPart(unicode_tex(first_sentence(entry, facet, texts=sources))[:MAX_TEXT], facet)
            for facet in facets[:FIRST_FACETS]
        ]
    else:
        parts = [_running(sources[lens])] if lens in sources else []
    if shown := tuple(part for part in parts if part.text):
        return SheetText(shown, facets)
    sentence = unicode_tex(first_sentence(entry))[:MAX_TEXT]
    if lens is None:
        return SheetText((SheetPart(sentence) if sentence else SheetPart(f"— ({NO_TEXT})", is_missing=True),), facets)
    said = f"no {lens}; first sentence" if sentence else f"no {lens}, {NO_TEXT}"
    return SheetText((SheetPart(f"— ({said}) {sentence}".rstrip(), is_missing=True),), facets)


def _running(markdown: str) -> SheetPart:
    text, strong = running_text(parse(_beginning(markdown)))
    return SheetPart(text[:MAX_TEXT], strong=tuple((start, min(end, MAX_TEXT)) for start, end in strong))


def _beginning(markdown: str) -> str:
    """Return as many whole lines as are read, at least a part of the first."""
    if len(markdown) <= MAX_MARKDOWN:
        return markdown
    end = markdown.rfind("\n", 0, MAX_MARKDOWN)
    return markdown[: end if end > 0 else MAX_MARKDOWN]


def _with_finds(text: SheetText, finds: Finds) -> SheetText:
    return text._replace(
        parts=tuple(
            part if part.is_missing else part._replace(finds=finds.on_lines([part.text], body=0, end=1))
            for part in text.parts
        )
    )
