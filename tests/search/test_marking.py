"""Finds are marked in what is shown, and the sentence around them is told."""

import unicodedata

import pytest

from digest_tui.errors import QueryError
from digest_tui.model import PaperState
from digest_tui.search.excerpts import excerpt
from digest_tui.search.finds import Finds
from digest_tui.search.marking import MAX_MARKS, Marker, Part
from digest_tui.search.parser import parse
from digest_tui.search.plan import Expansion
from digest_tui.search.query import Pattern
from digest_tui.search.texts import body_blocks
from support.blog import TODAY
from support.library import Sample, entries_on


def marked(query: str, text: str, part: Part = Part.BODY, names: tuple[str, ...] = ()) -> list[str]:
    marker = Marker(parse(query, today=TODAY), [Expansion("x", names)] if names else [])
    return [text[mark.start : mark.end] for mark in marker.marks(text, part)]


@pytest.mark.parametrize(
    ("query", "text", "finds"),
    [
        ("언어모델", "대형 언어 모델과 언어모델", ["언어 모델", "언어모델"]),
        ("rl", "World RL", ["RL"]),
        ("rl", "World", []),
        ("*rl*", "World RL", ["RL"]),
        ("*rl*", "World", ["rl"]),
        ("ㅂㅊㅁㅋ", "새 벤치마크", ["벤치마크"]),
        ("a b", "a b", ["a", "b"]),
        ("모델 -확산", "확산 모델", ["모델"]),
        ("확산 OR 모델", "확산 모델", ["확산", "모델"]),
        ('"확산 모" 산모델', "확산 모델", ["확산 모델"]),
        ("/m.d/", "Mad mode", ["Mad", "mod"]),
        ("ＲＬ", "ＲＬ 학습", ["ＲＬ"]),
        ("fine", "ﬁne", ["ﬁne"]),
        ("학습", unicodedata.normalize("NFD", "강화 학습"), [unicodedata.normalize("NFD", "학습")]),
        ("votes>3 is:read", "3 votes read", []),
        ("ab *bc*", "abc ab", ["abc", "ab"]),
        ("ab abc", "abc", ["abc"]),
        ("ab *cd*", "abcd", ["ab", "cd"]),
        ("/x*/", "axxb", ["xx"]),
        ("/a/ *b*", "ab", ["a", "b"]),
        ("-a", "a", []),
        ("tag:a id:a source:a section:a", "a", []),
    ],
)
def test_what_was_looked_for_is_marked(query: str, text: str, finds: list[str]) -> None:
    assert marked(query, text) == finds


@pytest.mark.parametrize(
    ("query", "parts"),
    [("kite", "TABO"), ("title:kite", "T"), ("author:kite", "A"), ("results:kite", "B"), ("note:kite", "O")],
)
def test_a_field_is_marked_only_where_it_was_looked_for(query: str, parts: str) -> None:
    assert "".join(part.name[0] for part in Part if marked(query, "kite", part)) == parts


def test_two_consonants_are_marked_in_names_only() -> None:
    assert [marked("ㅂㅊ", "벤치", part) for part in (Part.BODY, Part.TITLE, Part.AUTHORS)] == [[], ["벤치"], ["벤치"]]


def test_marks_know_their_word() -> None:
    marker = Marker(parse("a -z b", today=TODAY), [Expansion("a", ("cc", "dd")), Expansion("b", ("cc",))])
    assert [(mark.start, mark.end, mark.term) for mark in marker.marks("b a cc dd", Part.BODY)] == [
        (0, 1, 1),
        (2, 3, 0),
        (4, 6, 2),
        (7, 9, 2),
    ]
    assert [mark.term for mark in Marker(parse("ab *bc*", today=TODAY)).marks("abc", Part.BODY)] == [0]


def test_whether_there_is_anything_to_mark() -> None:
    assert [bool(Marker(parse(query, today=TODAY))) for query in ("a", "/a/", "-a", "votes>3", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_there_is_an_end_to_marks() -> None:
    assert len(marked("a", "a " * (MAX_MARKS + 5))) == MAX_MARKS
    assert len(marked("/a/", "a " * (MAX_MARKS + 5))) == MAX_MARKS


@pytest.mark.parametrize("error", [TimeoutError, QueryError("bad", 0, 1, "")])
def test_an_expression_that_fails_marks_nothing_more(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(term: Pattern) -> object:
        raise error

    monkeypatch.setattr("digest_tui.search.marking.compiled", refuse)
    assert marked("/a/ b", "a b") == ["b"]


def test_other_names_are_marked_as_whole_words() -> None:
    assert marked("강화학습", "RL, world, 강화 학습", names=("RL",)) == ["RL", "강화 학습"]


def sentence(query: str, sample: Sample, state: PaperState | None = None) -> tuple[str, list[str], str] | None:
    [entry] = entries_on("2025-03-11", sample)
    found = excerpt(entry, state or PaperState(), Marker(parse(query, today=TODAY)), body_blocks(entry))
    return None if found is None else (found.text, [found.text[start:end] for start, end in found.marks], found.label)


TWO = "첫 문장에는 바람이 있다. 둘째 문장에는 바람과 연이 있다! v2.5 문장. 끝"


@pytest.mark.parametrize(
    ("query", "text", "finds"),
    [
        ("바람", "첫 문장에는 바람이 있다.", ["바람"]),
        ("바람 연이", "둘째 문장에는 바람과 연이 있다!", ["바람", "연이"]),
        ("v2.5", "v2.5 문장.", ["v2.5"]),
        ("끝", "끝", ["끝"]),
        ("있다", "첫 문장에는 바람이 있다.", ["있다"]),
        ("문장에는 연이", "둘째 문장에는 바람과 연이 있다!", ["문장에는", "연이"]),
        ("바람 바람", "첫 문장에는 바람이 있다.", ["바람"]),
    ],
)
def test_the_sentence_with_most_words_is_told(query: str, text: str, finds: list[str]) -> None:
    assert sentence(query, Sample("Kite", TWO)) == (text, finds, "")


def test_the_lead_of_a_sentence_is_left_out_unless_it_was_found() -> None:
    sample = Sample("Kite", "- ***What's New***: 바람이 분다.")
    assert sentence("바람", sample) == ("바람이 분다.", ["바람"], "")
    assert sentence("바람 new", sample) == ("What's New: 바람이 분다.", ["New", "바람"], "")
    assert sentence('"new: 바람"', sample) == ("What's New: 바람이 분다.", ["New: 바람"], "")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("하나 끝。둘 연 끝。셋", "둘 연 끝。"),
        ("하나! “둘 연?” 셋", "“둘 연?”"),
        ("하나… 둘 연. 셋", "둘 연."),
        ("하나\n\n둘 연\n\n셋", "둘 연"),
        ("하나.둘 연 셋", "하나.둘 연 셋"),
        ("- 하나\n- 둘 연\n- 셋", "둘 연"),
        ("하나. 둘. 셋. 넷. 다섯. 여섯. 일곱 연. 끝", "일곱 연."),
        ("하나. 둘. 셋. 넷. 다섯. 여섯. 일곱. 연", "연"),
    ],
)
def test_where_a_sentence_ends(body: str, told: str) -> None:
    assert sentence("연", Sample("Kite", body)) == (told, ["연"], "")


def test_tags_are_told_with_their_sign_before_the_note() -> None:
    state = PaperState(tags=("todo", "ml"), note="idea")
    assert sentence("ml", Sample("Kite", "본문."), state) == ("#todo #ml idea", ["ml"], "note")
    assert sentence("idea", Sample("Kite", "본문.", authors="Idea Kim"), state) == ("#todo #ml idea", ["idea"], "note")


def test_a_find_over_two_sentences_shows_both_ends() -> None:
    found = sentence('"있다. 둘째"', Sample("Kite", TWO))
    assert found == ("첫 문장에는 바람이 있다. 둘째", ["있다. 둘째"], "")


def test_finds_elsewhere_say_where() -> None:
    sample = Sample("Kite", "본문.", authors="Ada Long, Bo Short")
    assert sentence("ada", sample) == ("Ada Long, Bo Short", ["Ada"], "by")
    assert sentence("실험", sample, PaperState(note="나중에 실험\n둘째 줄")) == (
        "나중에 실험 둘째 줄",
        ["실험"],
        "note",
    )
    assert sentence("kite", sample) is None


def test_a_page_is_marked_in_its_head_its_body_and_its_foot() -> None:
    finds = Finds(parse("title:kite 모델 author:kim", today=TODAY))
    page = ["Kite 모", "델", "Kim", "", "kite 언어 모", "델은 kim", "", "All authors: kite,", "Lee, Kim"]
    text = "\n".join(page)
    found = [(start, text[start:end]) for start, end in finds.on_lines(page, body=4, end=6)]
    assert found == [(0, "Kite"), (5, "모\n델"), (9, "Kim"), (22, "모\n델"), (56, "Kim")]
