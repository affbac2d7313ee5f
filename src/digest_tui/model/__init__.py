"""Values without a screen, a file or a database: digests, papers, keys, state and events."""

from digest_tui.model.card import Card
from digest_tui.model.catalog import Catalog
from digest_tui.model.day import Day
from digest_tui.model.digest import Digest, Neighbour
from digest_tui.model.paper import ArxivId, Lead, Lines, Paper, Section
from digest_tui.model.place import Place, places_of
from digest_tui.model.problem import Problem
from digest_tui.model.state import Batch, Change, Event, KeyState, PaperState, Status

__all__ = [
    "ArxivId",
    "Batch",
    "Card",
    "Catalog",
    "Change",
    "Day",
    "Digest",
    "Event",
    "KeyState",
    "Lead",
    "Lines",
    "Neighbour",
    "Paper",
    "PaperState",
    "Place",
    "Problem",
    "Section",
    "Status",
    "places_of",
]
