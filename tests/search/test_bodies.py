"""What is looked for in the bodies on screen letter by letter is made once."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model import Entry, PaperState
from digest_tui.search import bodies
from digest_tui.search.bodies import KEPT, Bodies
from digest_tui.search.finds import Finds
from digest_tui.search.parser import parse
from digest_tui.search.plan import Expansion
from digest_tui.search.texts import body_blocks
from support.blog import TODAY
from support.library import Sample, entries_on

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
    Finds(parse(query, today=TODAY), bodies=Bodies()).excerpt(entry, PaperState())
    assert made == []


WORDS = ["바람", "wind", "RL", "rlhf", "unrl", "Kite.", "kites", "가.", "Ω", "a"]
QUERIES = [
    "바람",
    "wind",
    "wind kite",
    "wind OR 바람",
    "rl",
    "rl kite",
    "/k.te/",
    '"wind kite"',
    "-a wind",
    "a",
    "ㅂㄹ",
]
LINES = ["{}", "- {}", "{} {}", "### {}", "- ***{}***: {} {}.", "> {}", "", "| {} | {} |", "```", "**{}** {}. {}"]


@given(
    st.lists(st.tuples(st.sampled_from(LINES), st.lists(st.sampled_from(WORDS), min_size=3, max_size=3)), max_size=8),
    st.sampled_from(
        ["바람", "wind", "wind kite", "wind OR 바람", "rl", "rl kite", "/k.te/", '"wind kite"', "-a wind", "a", "ㅂㄹ"]
    ),
    st.sampled_from([(), (Expansion("wind", ("바람",)),)]),
)
def test_a_body_that_is_not_kept_says_the_same(
    lines: list[tuple[str, list[str]]], query: str, names: tuple[Expansion, ...]
) -> None:
    body = "\n".join(line.format(*words) for line, words in lines)
    entry, *_ = entries_on(DAY, Sample("One", body=body))
    asked = parse(query, today=TODAY)
    kept = Finds(asked, names, Bodies()).excerpt(entry, PaperState())
    assert Finds(asked, names).excerpt(entry, PaperState()) == kept


def test_a_body_is_not_made_beyond_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    [entry] = entries_on(DAY, Sample("One", body="\n\n".join(["A kite."] * 5)))
    taken: list[str] = []

    def noted(entry: Entry) -> Iterator[str]:
        for block in body_blocks(entry):
            taken.append(block)
            yield block

    monkeypatch.setattr("digest_tui.search.finds.body_blocks", noted)
    assert Finds(parse("kite", today=TODAY)).excerpt(entry, PaperState())
    assert taken == ["A kite."]
