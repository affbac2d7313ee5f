"""The sentences around the finds of many papers, made of their search texts and of what is kept beside these."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from digest_tui.library.beside import Beside
from digest_tui.model import DigestSummary, entries_of
from digest_tui.model.entries import Chosen, made_of
from digest_tui.model.summary import ordinal_of
from digest_tui.search.written import Written, written

if TYPE_CHECKING:
    from digest_tui.library.library import Library
    from digest_tui.search.excerpts import Excerpt
    from digest_tui.search.finds import Finds


def sentences_of(entries: Chosen, library: Library, finds: Finds) -> list[Excerpt | None]:
    """Return the sentence around the finds in each entry, in their order; the entries are those last searched."""
    if not finds:
        return [None] * len(entries)
    if not finds.reads_blocks:
        return made_of(entries, lambda entry: finds.excerpt(entry, library.state(entry)))
    index, searcher = library.index, library.searching.searcher

    def made(summary: DigestSummary) -> list[tuple[int, Any]]:
        digest = index.digest(summary)
        papers = entries_of(digest, summary.keys_on) if digest else ()
        texts = searcher.texts_of(summary)
        if len(papers) != len(texts):
            return []
        both = ((entry, written(entry, text)) for entry, text in zip(papers, texts, strict=True))
        return [(ordinal_of(entry.date), told and tuple(told)) for entry, told in both]

    beside = Beside(index, "written", made)
    found: dict[int, Excerpt | None] = {}
    last = None
    kept: Sequence[Any] = ()
    for number, day, offset, keys in entries.among.placed(sorted(entries.numbers)):
        if day is not last:
            last, kept = day, beside.of_day(day)
        told, text = kept[offset] if offset < len(kept) else None, searcher.text(number)
        if told is None or text is None:
            entry = entries.among[number]
            found[number] = finds.excerpt(entry, library.state(entry))
        else:
            found[number] = finds.excerpt_of(Written(*told), text, partial(library.state_of, keys))
    index.commit()
    return [found[number] for number in entries.numbers]
