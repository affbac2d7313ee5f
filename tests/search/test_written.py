"""Sentences made of search texts: the same as those of the digests."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model import PaperState
from digest_tui.search.finds import Finds
from digest_tui.search.parser import parse
from digest_tui.search.plan import Expansion
from digest_tui.search.texts import paper_text
from digest_tui.search.written import Written, written
from support.blog import TODAY
from support.library import Sample, entries_on

DAY = "2025-03-01"
WORDS = [
    "바람",
    "바 람",
    "Wind",
    "WIND",
    "RLHF",
    "unRL",
    "DeepWind",
    "Kite.",
    "kites!",
    "가.",
    "Ω",
    "É",
    "naïve",
    "`a_b`",
    "“wind”",
    "Goal:",
    "What's New",
]
ODD = [*WORDS, *["Σ", "İ", "é", "ß", "ﬁne", "２Ｄ", "½", "\u200bwind", "가́", "ᄀ", "x&amp;y"], "|"]
"""Words that folding may make longer or shorter too."""
LINES = [
    *("{}", "- {}", "{} {}", "### {}", "- ***{}***: {} {}.", "> {}", "", "| {} | {} |", "```", "**{}** {}. {}"),
    *("## Introduction\n- Goal: {}", "## Results\n{} {}", "- What's New: {} {}. {}"),
]
QUERIES = [
    "바람",
    "wind",
    "wind kite",
    "wind OR 바람",
    "rlhf",
    "rl kite",
    '"wind kite"',
    "-a wind",
    "a",
    "ㅂㄹ",
    "é",
    "fine",
    "naive",
    "2d",
    "wind kite 바람",
    "author:kim",
    "kim",
    "note:mine",
    "mine wind",
    "title:one",
    "σ",
    "results:wind",
    "*ind*",
    "deep",
    "i",
    "goal",
    "e",
    "가",
    "tag:t",
    "has:doi",
    "wind*",
    "*ite",
    "kite deep naive",
]


def lines_of(words: list[str]) -> st.SearchStrategy[list[str]]:
    line = st.builds(
        lambda line, words: line.format(*words),
        st.sampled_from(LINES),
        st.lists(st.sampled_from(words), min_size=3, max_size=3),
    )
    return st.lists(line, max_size=9)


@given(
    st.one_of(lines_of(WORDS), lines_of(WORDS), lines_of(ODD)),
    st.sampled_from(QUERIES),
    st.sampled_from([(), (Expansion("wind", ("바람",)),)]),
)
def test_what_is_kept_of_a_paper_says_the_same_sentence(
    lines: list[str], query: str, names: tuple[Expansion, ...]
) -> None:
    body = "\n".join(lines)
    entry, *_ = entries_on(DAY, Sample("One", authors="Kím Ode, Bo Short", body=body))
    text, finds = paper_text(entry), Finds(parse(query, today=TODAY), names)
    state = PaperState(tags=("t",), note="mine")
    if (told := written(entry, text)) is not None and finds.reads_blocks:
        assert finds.excerpt_of(told, text, lambda: state) == finds.excerpt(entry, state)


def test_single_letters_that_folding_changed_are_told() -> None:
    body = "A Kite in the É wind.\n\n바람 RLHF.\n"
    [entry] = entries_on(DAY, Sample("One", body=body))
    text = paper_text(entry)
    told = written(entry, text)
    assert isinstance(told, Written)
    assert told.text(text, text.body_start, len(text.text)) == "A Kite in the É wind.\n바람 RLHF."
    assert told.letters == "AKÉRLHF"
    first = text.text.index("kite")
    assert told.text(text, first, first + 4) == "Kite"


def test_nothing_is_kept_where_folding_changed_more() -> None:
    [entry] = entries_on(DAY, Sample("One", body="ﬁne words"))
    assert written(entry, paper_text(entry)) is None
