"""What the day sheet shows of each paper, without a screen."""

import pytest

from digest_tui.model import Entry
from digest_tui.model.facet import Facet
from digest_tui.session.sheet_rows import SheetTexts
from support.library import Sample, entries_on

FACETS = """#### Introduction
Why. It was asked.

#### Method
How $x^2$ works.

#### Limitations
- *Few* rivers
- no sea
"""


def entry_of(body: str) -> Entry:
    """A paper with this text."""
    return entries_on("2025-03-11", Sample("Paper", body))[0]


def test_without_a_lens_it_is_the_first_sentences_of_the_first_two_facets() -> None:
    shown = SheetTexts().of(entry_of(FACETS), None)
    assert [part.facet for part in shown.parts] == [Facet.INTRODUCTION, Facet.METHOD]
    assert shown.parts[1].text.startswith("How x")
    assert shown.facets == (Facet.INTRODUCTION, Facet.METHOD, Facet.LIMITATIONS)


def test_with_a_lens_it_is_that_facet_in_one_line_without_marks() -> None:
    (part,) = SheetTexts().of(entry_of(FACETS), Facet.LIMITATIONS).parts
    assert (part.text, part.facet, part.is_missing) == ("Few rivers · no sea", None, False)


@pytest.mark.parametrize(
    ("body", "lens", "text"),
    [
        (FACETS, Facet.RESULTS, "— (no results; first sentence) "),
        ("Only words here. And more.\n", Facet.METHOD, "— (no method; first sentence) Only words here."),
        ("\n", Facet.METHOD, "— (no method, no text)"),
        ("\n", None, "— (no text)"),
        ("#### Results\n", Facet.RESULTS, "— (no results"),
    ],
)
def test_what_stands_in_for_a_facet_says_so(body: str, lens: Facet | None, text: str) -> None:
    (part,) = SheetTexts().of(entry_of(body), lens).parts
    assert part.is_missing
    assert part.text.startswith(text)


def test_a_paper_whose_text_changes_is_read_again_and_otherwise_never() -> None:
    texts = SheetTexts()
    first = texts.of(entry_of(FACETS), Facet.METHOD)
    assert texts.of(entry_of(FACETS), Facet.METHOD) is first
    changed = texts.of(entry_of(FACETS.replace("How", "Now")), Facet.METHOD)
    assert changed.parts[0].text.startswith("Now")


def test_a_long_facet_is_cut_before_it_is_read() -> None:
    body = f"#### Results\n{'word ' * 200_000}\n"
    (part,) = SheetTexts().of(entry_of(body), Facet.RESULTS).parts
    assert 300 < len(part.text) <= 600
