"""What is looked for in the bodies on screen letter by letter is made once."""

import pytest

from digest_tui.model import Entry, PaperState
from digest_tui.search import bodies
from digest_tui.search.bodies import KEPT, Bodies
from digest_tui.search.finds import Finds
from digest_tui.search.parser import parse
from support.blog import TODAY
from support.library import entries_on

DAY = "2025-03-11"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the papers whose bodies were made."""
    titles: list[str] = []

    def body_text(entry: Entry) -> str:
        titles.append(entry.paper.title)
        return f"the body of {entry.paper.title}"

    monkeypatch.setattr(bodies, "body_text", body_text)
    return titles


def test_a_body_is_made_once_for_all_queries(made: list[str]) -> None:
    kept, entries = Bodies(), entries_on(DAY, "One", "Two")
    for query in ("b", "bo", "bod"):
        finds = Finds(parse(query, today=TODAY), bodies=kept)
        for entry in entries:
            found = finds.excerpt(entry, PaperState())
            assert found is not None
            assert found.text == f"the body of {entry.paper.title}"
    assert made == ["One", "Two"]


def test_a_digest_that_was_read_again_has_other_bodies(made: list[str]) -> None:
    kept = Bodies()
    for _ in range(2):
        [entry] = entries_on(DAY, "One")
        kept.text(entry)
    assert made == ["One", "One"]


def test_what_was_not_looked_at_for_long_is_made_again(made: list[str]) -> None:
    kept, entries = Bodies(), entries_on(DAY, *(f"Paper {number}" for number in range(KEPT + 1)))
    for entry in (*entries[:KEPT], entries[0], entries[KEPT], entries[0], entries[1]):
        kept.text(entry)
    assert made == [*(f"Paper {number}" for number in range(KEPT + 1)), "Paper 1"]


@pytest.mark.parametrize("query", ["votes>3", "author:kim", "title:one", "note:/one/"])
def test_none_is_made_for_a_query_about_other_parts(made: list[str], query: str) -> None:
    [entry] = entries_on(DAY, "One")
    Finds(parse(query, today=TODAY)).excerpt(entry, PaperState())
    assert made == []
