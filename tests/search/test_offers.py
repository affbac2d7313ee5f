"""What a query no longer finds is said, and a query typed on the other keyboard layout is read."""

import pytest

from digest_tui.errors import QueryError
from digest_tui.search.offers import Offer, offer
from digest_tui.search.parser import parse
from support.blog import TODAY
from support.library import Sample, Shelf, entries_on


@pytest.fixture
def shelf() -> Shelf:
    """Words that begin and words that hold others, and a video in Korean."""
    return Shelf(
        *entries_on(
            "2025-03-11",
            Sample("Modal logic", "비디오를 위한 diffusion."),
            Sample("Multimodal agents", "organ"),
            Sample("Unimodal reagents", "확산 모델"),
            Sample("GAN", "gan"),
        )
    )


def offered(shelf: Shelf, text: str) -> Offer | None:
    def count(query: str) -> int:
        try:
            parse(query, today=TODAY)
        except QueryError:
            return 0
        return len(shelf.titles(query))

    return offer(text, parse(text, today=TODAY), count(text), count)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("modal", "1 paper · 2 more inside words: `*modal*`"),
        ("gan", "1 paper · 1 more inside words: `*gan*`"),
        ("title:modal", "1 paper · 2 more inside words: `title:*modal*`"),
        ("modal -is:read", "1 paper · 2 more inside words: `*modal* -is:read`"),
        ("(modal OR gan) votes<0 OR modal", "1 paper · 2 more inside words: `(modal OR gan) votes<0 OR *modal*`"),
        # Only the word that adds papers is looked for inside words.
        ("multimodal agent", None),
        ("modal agent", "Nothing matches. `*modal* *agent*`: 2 papers inside words"),
        ("multimodal gan", "Nothing matches. `multimodal *gan*`: 1 paper inside words"),
        ('"modal"', None),
        ('"agent"', "Nothing matches. `*agent*`: 2 papers inside words"),
        ('"timodal agents"', None),
        ("*modal*", None),
        ("/modal/", None),
        ("m", None),
        ("-modal", None),
        ("id:2512", None),
        ("source:dal", None),
        ("모델", None),
        ("", None),
        ("qleldh", "Nothing matches. 비디오: 1 paper"),
        ("QLELDH", "Nothing matches. 비디오: 1 paper"),
        ("얄려냐ㅐㅜ", "Nothing matches. diffusion: 1 paper"),
        ("ㅎ무", "Nothing matches. gan: 1 paper"),
        ("title:ㅡㅐㅇ미", "Nothing matches. title:modal: 1 paper"),
        ("샤싣:ㅡㅐㅇ미", "Nothing matches. title:modal: 1 paper"),
        ("modal qleldh", "Nothing matches. modal 비디오: 1 paper"),
        ("diffusion ㅡㅐㅇ미", "Nothing matches. diffusion modal: 1 paper"),
        ('"qleldh"', "Nothing matches. 비디오: 1 paper"),
        ("ㅑㄴ:둣ㅁ", None),
        ("qwqwqw", None),
        ("없는말", None),
    ],
)
def test_what_else_may_be_meant(shelf: Shelf, text: str, sentence: str | None) -> None:
    found = offered(shelf, text)
    assert (found.sentence if found else None) == sentence


@pytest.mark.parametrize("text", ["modal", "gan", "title:modal", "modal agent", "qleldh", "샤싣:ㅡㅐㅇ미"])
def test_what_is_offered_finds_as_many_as_it_says(shelf: Shelf, text: str) -> None:
    found = offered(shelf, text)
    assert found is not None
    assert len(shelf.titles(found.text)) == found.found + found.papers
    assert set(shelf.titles(text)) < set(shelf.titles(found.text))


def test_other_names_are_kept_inside_words() -> None:
    named = "강화 학습(Reinforcement Learning; RL)을 한다."
    shelf = Shelf(
        *entries_on(
            "2025-03-11",
            Sample("One", named, id="2512.99001"),
            Sample("Two", named, id="2512.99002"),
            Sample("Three", "강화 학습만 있다.", id="2512.99003"),
            Sample("World", "세계.", id="2512.99004"),
        )
    )
    assert len(shelf.titles("rl")) == 3
    assert set(shelf.titles("*rl*")) == {*shelf.titles("rl"), "World"}
