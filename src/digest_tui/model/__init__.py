"""The values of the domain, without a screen, a file or a database: digests, papers, keys, state and events."""

from digest_tui.model.catalog import Catalog
from digest_tui.model.day import Day
from digest_tui.model.digest import Digest, Neighbour
from digest_tui.model.entry import Entry, entries_of
from digest_tui.model.paper import ArxivId, Lead, Lines, Paper, Section
from digest_tui.model.problem import Problem
from digest_tui.model.state import Batch, Change, Event, KeyState, PaperState, Status
from digest_tui.model.summary import DigestSummary

__all__ = [
    "ArxivId",
    "Batch",
    "Catalog",
    "Change",
    "Day",
    "Digest",
    "DigestSummary",
    "Entry",
    "Event",
    "KeyState",
    "Lead",
    "Lines",
    "Neighbour",
    "Paper",
    "PaperState",
    "Problem",
    "Section",
    "Status",
    "entries_of",
]
