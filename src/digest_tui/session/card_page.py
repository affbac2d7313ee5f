"""What a card shows: one paper in a few words, and where the cards stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from digest_tui.counts import counted
from digest_tui.library import Library
from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Entry
from digest_tui.model.facet import Facet
from digest_tui.model.facet_parts import first_sentence
from digest_tui.session import wording
from digest_tui.session.card_moves import count_new, new_below
from digest_tui.session.closing import outcomes_of
from digest_tui.session.listing import PaperItem
from digest_tui.session.page import FacetName, Page, paper_page
from digest_tui.session.session import Session


class CardHead(NamedTuple):
    """The line above a card."""

    name: str
    """The date of the paper, or what found it."""
    place: str
    """`4/14 · 9 new`."""
    done: tuple[int, int]
    """Of how many papers how many are decided."""


def card_page(entry: Entry, library: Library, lens: Facet | None, texts: Mapping[Facet, str]) -> Page:
    """Return one facet of a paper, the first without a lens, under what else decides; without facets all of it.

    `texts` are those of its facets.
    """
    whole = paper_page(entry, library)
    page = whole._replace(
        # Links have their keys as everywhere: here they would only stand between the title and the text.
        facts=tuple(fact for fact in whole.facts if not fact.key),
        standing=tuple(words for words in whole.standing if words != "new"),
    )
    shown = lens or next(iter(texts), None)
    lacking = shown.not_given if shown is not None and shown not in texts else ""
    if not texts or shown is None:
        return page._replace(lacking=lacking)
    facets = tuple(FacetName(facet, facet is shown, facet not in texts) for facet in Facet)
    text = texts[shown] if shown in texts else first_sentence(entry)
    return page._replace(markdown=text, facets=facets, lacking=lacking)


def card_head(session: Session, new: int) -> CardHead:
    """Return what stands above a card; `new` is the number of new papers among all of them."""
    total = len(session.items)
    place = f"{(session.row or 0) + 1:,}/{total:,}"
    name = session.cards.name if session.cards is not None else ""
    if not name and session.day is not None:
        name = wording.day_heading(session.day)
    return CardHead(name, f"{place} · {new:,} new" if new else f"{place} · done", (total - new, total))


def next_title(session: Session) -> str:
    """Return `next: Title`: of the next new paper, else of the next card."""
    new = new_below(session)
    below = (session.row or 0) + 1 if new is None else new
    item = session.items[below] if below < len(session.items) else None
    return f"next: {unicode_tex(item.entry.paper.title)}" if isinstance(item, PaperItem) else "the last card"


def summary(session: Session) -> str:
    """Return `14 cards: 8 read, 3 later, 2 skipped, 1 new · T resumes`: what became of them."""
    papers, new = session.listed.papers(), count_new(session)
    outcomes = [*outcomes_of(papers, session.state_of), *([f"{new:,} new · T resumes"] if new else [])]
    return f"{counted(len(papers), 'card')}: {', '.join(outcomes)}"
