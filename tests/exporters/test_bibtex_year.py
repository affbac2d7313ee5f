"""The year of an entry is that of the paper's arXiv id, of either style."""

import datetime

import pytest

from digest_tui.exporters.bibtex import bibtex
from digest_tui.model import ArxivId, Digest, Paper
from digest_tui.model.entry import entries_of


@pytest.mark.parametrize(
    ("arxiv", "year"),
    [
        ("2512.07951", "2025"),
        ("0704.0001", "2007"),
        ("hep-th/9901001", "1999"),
        ("math.GT/0309136", "2003"),
        ("cond-mat.str-el/9107001", "1991"),
    ],
)
def test_the_year_is_that_of_the_id(arxiv: str, year: str) -> None:
    paper = Paper("조용한 매듭", 0, 1, 1, arxiv=ArxivId(arxiv))
    [entry] = entries_of(Digest("a.md", "s", ("x",), "text", "t", datetime.date(2031, 2, 6), (paper,)))
    assert f"year = {{{year}}}" in " ".join(bibtex(entry).split())
