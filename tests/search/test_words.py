"""Words are words: Latin terms begin where words begin, and what was not typed on a letter need not be there."""

import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import QueryError
from digest_tui.model import PaperState
from digest_tui.search.finds import Finds
from digest_tui.search.folded import Folded, accented, folded, joined
from digest_tui.search.marking import Marker, Part
from digest_tui.search.matching import matcher
from digest_tui.search.parser import parse
from digest_tui.search.query import AnyOf, Query, Words
from digest_tui.search.texts import paper_text
from digest_tui.search.written import written
from support.library import Sample, entries_on

TODAY = date(2025, 12, 10)


def finds(query: str, text: str) -> bool:
    return bool(Marker(parse(query, today=TODAY)).marks(text, Part.BODY))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("agent", "agents"),
        ("agent", "multi-agent"),
        ("agent", "many Agents."),
        ("gan", "StyleGAN"),
        ("gan", "GANs"),
        ("émile", "laÉmile"),
        ("net", "éNet"),
        ("llm", "LLM은"),
        ("llm", "기반LLM"),
        ("llm", "大LLM"),
        ("llm", "βLLM"),
        ("llm", "최신の LLM"),
        ("4", "GPT4"),
        ("4o", "GPT4o"),
        ("gpt", "3GPT"),
        ("rag", "(RAG)"),
        ("bar", "foo_bar"),
        ("net", "ResNet"),
        ("llm기반", "새 LLM 기반"),
        ("think", "<think>"),
        ("<think", "the <think>"),
        ("world model", "a World of Models"),
        ('"RL"', "RL은"),
        ('"RL"', "RL-기반"),
        ('"RL"', "RL2"),
        ('"style"', "StyleGAN"),
        ('"GAN"', "StyleGAN"),
        ('"GAN"', "StyleGAN2"),
        ('"2"', "StyleGAN2"),
        ('"language model"', "Language models"),
        ('"c++"', "c++ code"),
        ("*rl*", "world"),
        ("*rl", "world"),
        ("*rl*", "RL"),
        ("*GAN*", "organ"),
        ("/rl/", "world"),
        ('"모델"', "언어모델은"),
        ("정렬", "재정렬한다"),
        ("*렬*", "재정렬한다"),
    ],
)
def test_found(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("gan", "organ"),
        ("gan", "ORGAN"),
        ("agent", "reagent"),
        ("rl", "world"),
        ("tze", "Schütze"),
        ("tze", "Schu\u0308tze"),
        ("4", "GPT14"),
        ("llm기반", "VLLM 기반"),
        ('"RL"', "RLHF"),
        ('"RL"', "RLs"),
        ('"agent"', "agents"),
        ('"GPT4"', "GPT45"),
        ('"model language"', "language model"),
        ('"language model"', "bilanguage model"),
        ('"language model"', "language a model"),
        ('"world"', "Worldé"),
    ],
)
def test_not_found(query: str, text: str) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize(
    ("query", "text", "is_found"),
    [
        ("schutze", "Schütze", True),
        ("garcia", "García", True),
        ("garcía", "García", True),
        ("garcía", "Garcia", False),
        ("garcìa", "García", False),
        ("Łukasz", "Łukasz", True),
        ("lukasz", "Łukasz", True),
        ("soren", "Søren", True),
        ("strasse", "Straße", True),
        ("nguyen", "Nguyễn", True),
        ("nguyên", "Nguyễn", False),
        ("x̃", "x̃", True),
        ("x", "x̃", True),
        ('"garcia"', "García's", True),
        ('"garcia"', "Garcíax", False),
        ("*rcía*", "García", True),
        ("*ää*", "aää", True),
        ("/García/", "García", True),
        ("/garcia/", "García", False),
        ("かき", "がき", False),
        ("ё", "е", False),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_that_was_typed_must_be_there(query: str, text: str, is_found: bool, form: str) -> None:
    written = unicodedata.normalize("NFD", text) if form == "NFD" else text
    assert finds(query, written) is is_found


def test_all_of_a_word_with_accents_is_marked() -> None:
    text = unicodedata.normalize("NFD", "by García, Schütze")
    [mark] = Marker(parse("schutze", today=TODAY)).marks(text, Part.BODY)
    assert unicodedata.normalize("NFC", text[mark.start : mark.end]) == "Schütze"


def test_a_word_at_a_turn_is_marked_with_those_between_spaces_in_order() -> None:
    text = "a StyleGAN, organ and GANs"
    marks = Marker(parse("gan", today=TODAY)).marks(text, Part.BODY)
    assert [text[mark.start : mark.end + 1] for mark in marks] == ["GAN,", "GANs"]


@pytest.mark.parametrize(
    ("typed", "text", "whole", "inside"),
    [
        ('"RL"', "RL", True, False),
        ('"RL model"', "RL model", False, False),
        ("*rl*", "rl", False, True),
        ("*rl", "rl", False, True),
        ("rl*", "rl*", False, False),
        ("**rl**", "**rl**", False, False),
        ("title:*rl*", "rl", False, True),
        ('"*rl*"', "*rl*", True, False),
        ("*", "*", False, False),
    ],
)
def test_what_is_typed_around_a_word_says_where_it_may_be(typed: str, text: str, whole: bool, inside: bool) -> None:
    root = parse(typed, today=TODAY).root
    assert isinstance(root, Words)
    assert (root.text, root.whole, root.inside) == (text, whole, inside)


def test_a_quotation_goes_on_until_it_is_closed() -> None:
    root = parse('"RL', today=TODAY, typing=True).root
    assert isinstance(root, Words)
    assert not root.whole


@given(
    st.lists(st.sampled_from(["gan", "GAN", "Gan", "or", "OR", "x", " ", "-", "7", "모델", "ü", "é"]), max_size=8).map(
        "".join
    )
)
def test_every_place_is_judged_as_the_rule_says(text: str) -> None:
    expected = any(
        text[at : at + 3].lower() == "gan"
        and (
            at == 0
            or not text[at - 1].isalpha()
            or "가" <= text[at - 1] <= "힣"
            or (text[at - 1].islower() and text[at].isupper())
        )
        for at in range(len(text))
    )
    assert finds("gan", text) is expected


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "M", "N", "P", "Z"]), max_size=40))
def test_accents_come_back(text: str) -> None:
    words = folded(text)
    again = folded(accented(words))
    assert accented(again) == accented(words)
    assert again.text == words.text
    assert all(0 < turn < len(words.text) for turn in words.turns)


@given(st.lists(st.text(alphabet="aBéÜ 모ß", max_size=6), max_size=5))
def test_parts_are_joined_as_if_they_had_been_one(parts: list[str]) -> None:
    separated = "\x1f".join(parts)
    pieces: list[Folded | str] = []
    for part in parts:
        pieces += ["\x1f", folded(part)] if pieces else [folded(part)]
    assert joined(pieces) == folded(separated)


class NotReadWhole(tuple[tuple[int, str], ...]):
    """Accents that are looked up, never walked through: that would take quadratic time."""

    __slots__ = ()

    def __iter__(self) -> Iterator[tuple[int, str]]:
        raise AssertionError


def test_the_accents_of_a_text_are_not_read_for_every_find() -> None:
    text, turns, accents = folded("éa e " * 9)
    words = Folded(text, turns, NotReadWhole(accents))
    [letters] = matcher("é", inside=True).everywhere
    assert [start for start, _ in letters.spans(words)] == list(range(0, 45, 5))


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\u2060", "\u200d\u200b"])
def test_what_comes_along_unseen_is_no_word(unseen: str) -> None:
    assert parse(unseen, today=TODAY).root is None
    assert finds(f"{unseen}wind{unseen} ", "a wind")
    assert not finds(f"{unseen} zzz", "a wind")
    assert not finds(f"zzz {unseen}", "a wind")


@pytest.mark.parametrize("query", ['"\u200b"', 'title:"\u00ad"', "title:\u200b"])
def test_what_is_asked_for_must_be_seen(query: str) -> None:
    with pytest.raises(QueryError):
        parse(query, today=TODAY)


def test_asterisks_around_nothing_look_for_nothing_inside() -> None:
    root = parse("*\u200b*", today=TODAY).root
    assert isinstance(root, Words)
    assert not root.inside


def test_sentences_come_to_an_end_whatever_letters_match() -> None:
    [entry] = entries_on("2025-03-01", Sample("Kites", "- One.\n- Two.\n- Three."))
    text = paper_text(entry)
    told = written(entry, text)
    assert told is not None
    # The program makes no such query.
    query = Query(AnyOf((Words("\u200b", end=1), Words("zzz", start=2, end=5))))
    assert Finds(query).excerpt_of(told, text, PaperState) is None
    assert Finds(query).excerpt(entry, PaperState()) is None
