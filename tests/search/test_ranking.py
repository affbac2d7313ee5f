"""Where a find stands says how good it is."""

import re

import pytest

from digest_tui.model.facet import Facet
from digest_tui.notation.visible import BREAK
from digest_tui.search.letters import Letters
from digest_tui.search.ranking import Rank, is_title, rank_in_text, titles_pattern
from digest_tui.search.texts import PART, PaperText, Span

TITLE, AUTHORS, BODY = "quiet knots", "kim", "intro says rope. results say twine. intro again."
TEXT = PART.join((TITLE, AUTHORS, BODY))
START = len(TITLE) + len(AUTHORS) + 2


def paper(*spans: tuple[Facet, str]) -> PaperText:
    placed = tuple(Span(facet, TEXT.index(part), TEXT.index(part) + len(part)) for facet, part in spans)
    return PaperText(TEXT, len(TITLE), START, placed)


WHOLE = paper()
PARTED = paper((Facet.INTRODUCTION, "says rope."), (Facet.RESULTS, "say twine."))


@pytest.mark.parametrize(
    ("word", "of", "rank"),
    [
        ("quiet", WHOLE, Rank.TITLE),
        ("knots", WHOLE, Rank.TITLE),
        ("kim", WHOLE, Rank.AUTHORS),
        ("intro", WHOLE, Rank.FIRST_FACET),
        ("again", WHOLE, Rank.FIRST_FACET),
        ("boats", WHOLE, Rank.MISS),
        ("quiet", PARTED, Rank.TITLE),
        ("kim", PARTED, Rank.AUTHORS),
        ("intro", PARTED, Rank.TEXT),
        ("rope", PARTED, Rank.FIRST_FACET),
        ("says", PARTED, Rank.FIRST_FACET),
        ("results", PARTED, Rank.TEXT),
        ("twine", PARTED, Rank.TEXT),
        # In a name and in the text.
        ("(?<=k)im|wine", PARTED, Rank.TEXT),
        ("(?<=k)im|rope", PARTED, Rank.FIRST_FACET),
        # It stands before the first part, and in it.
        ("o", paper((Facet.INTRODUCTION, "rope.")), Rank.TITLE),
        ("i.*?s", paper((Facet.INTRODUCTION, "says rope.")), Rank.TITLE),
        ("say", paper((Facet.RESULTS, "say twine.")), Rank.FIRST_FACET),
        ("intro", paper((Facet.RESULTS, "intro again.")), Rank.FIRST_FACET),
    ],
)
def test_the_best_place(word: str, of: PaperText, rank: Rank) -> None:
    assert rank_in_text(Letters(re.compile(word)), of) is rank


def test_better_places_come_first() -> None:
    order = "EXACT_TITLE TITLE FIRST_FACET TEXT AUTHORS NOTE WITHIN_WORDS MISS"
    assert [rank.name for rank in sorted(Rank) if rank is not Rank.NONE] == order.split()
    assert max(Rank.NONE, Rank.EXACT_TITLE) is Rank.EXACT_TITLE


def test_what_stands_together_in_a_list() -> None:
    groups = [(rank.name, rank.group) for rank in sorted(Rank)]
    assert groups == [
        ("NONE", "by conditions"),
        ("EXACT_TITLE", "in titles"),
        ("TITLE", "in titles"),
        ("FIRST_FACET", "in text"),
        ("TEXT", "in text"),
        ("AUTHORS", "in authors"),
        ("NOTE", "in notes and tags"),
        ("WITHIN_WORDS", "inside words"),
        ("MISS", ""),
    ]


@pytest.mark.parametrize(
    ("title", "is_it"),
    [
        ("quiet knots", True),
        ("“quiet” — knots!", True),
        ("_quiet_ knots", True),
        ("quietknots", True),
        ("quiet knots again", False),
        ("very quiet knots", False),
        (f"$x$ knots{BREAK}quiet knots", True),
        (f"quiet knots{BREAK}x knots", True),
        (f"quiet{BREAK}knots", False),
        ("", False),
    ],
)
def test_a_title_is_what_was_typed_but_for_spaces_and_marks(title: str, is_it: bool) -> None:
    text = PART.join((title, "", "quiet knots"))
    pattern = titles_pattern(["quietknots", "other"])
    assert is_title(pattern, PaperText(text, len(title), len(title) + 2)) is is_it
