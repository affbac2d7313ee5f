"""The screen counts papers as the command line does."""

from datetime import date
from pathlib import Path

import pytest
from textual.events import Paste

from support.decided_repeats import Decided
from support.desk import Blog, open_reader
from support.plain_scan import is_, queries


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_search_says_how_many_papers_match(tmp_path: Path, seed: int) -> None:
    decided = Decided.made(tmp_path, seed)
    async with open_reader(Blog(decided.folder), day=date(2025, 3, 13)) as desk:
        for asked in queries(seed, 6):
            papers = len(asked.papers(decided.places, decided.decisions))
            await desk.press("slash", "ctrl+u")
            desk.app.post_message(Paste(asked.text))
            await desk.settle()
            await desk.press("enter")
            heading = desk.drawn("papers").splitlines()[0]
            assert heading.endswith(f" {papers} paper{'s' * (papers != 1)}") == bool(papers), asked.text
            await desk.press("escape", "escape")


async def test_dates_and_views_count_each_paper_once(tmp_path: Path) -> None:
    decided = Decided.made(tmp_path, 3)
    async with open_reader(Blog(decided.folder), day=date(2025, 3, 13)) as desk:
        for day in desk.session.days:
            on_day = [place for place in decided.places if place.path and place.day == day.id.replace("undated", "")]
            new = len(is_("new").papers(on_day, decided.decisions))
            assert desk.library.new_count(day) == new
        starred = len(is_("starred").papers(decided.places, decided.decisions))
        await desk.press("g", "s")
        assert f" {starred} paper" in desk.drawn("papers").splitlines()[0]
        assert f"/{starred}" in desk.drawn("status")
