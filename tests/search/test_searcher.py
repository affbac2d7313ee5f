"""What queries find, in which order, and that it follows what changes."""

import pytest

from digest_tui.errors import CancelledError, QueryError
from digest_tui.model import Entry, PaperState, Status
from digest_tui.search.parser import parse
from digest_tui.search.texts import PaperText, paper_text
from support.blog import TODAY
from support.library import Sample, Shelf, entries_on, ranks

KITES = Sample(
    "Kites in the Wind",
    "- **What's New**: 연을 날리는 언어 모델.\n- **Performance Highlights**: 벤치마크 성능.",
    votes=30,
    authors="Kim Cheol, Ada Long",
    id="2512.99001",
)
BOATS = Sample(
    "Boats and Diffusion",
    "- **What's New**: 배를 위한 확산 모델.\n- **Limitations**: 언어모델이 아니다.",
    votes=5,
    authors="Lee",
    id="2512.99002",
)
WORLDS = Sample(
    "World Models for Carl", "- **Method**: 세계 모델을 강화학습으로 정렬.", authors="Charles Park", id="2511.00003"
)


@pytest.fixture
def shelf() -> Shelf:
    """Three papers on two days."""
    return Shelf(*entries_on("2025-03-11", KITES, BOATS), *entries_on("2025-03-01", WORLDS))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("언어모델", "KB"),
        ("언어 모델", "KB"),
        ('"언어 모델"', "KB"),
        ("모델", "KBW"),
        ("정렬", "W"),
        ("ㅂㅊㅁㅋ", "K"),
        ("ㅎㅅ", ""),
        ('title:"world model"', "W"),
        ("title:모델", ""),
        ("author:kim", "K"),
        ("results:벤치마크", "K"),
        ("results:언어", ""),
        ("limitations:언어모델", "B"),
        ("method:강화 정렬", "W"),
        ("votes>5", "K"),
        ("votes>=5", "KB"),
        ("-votes>5", "BW"),
        ("date:2025-03", "KBW"),
        ("date:2025-03-11", "KB"),
        ("since:1w", "KB"),
        ("until:2025-03-01", "W"),
        ("id:2512", "KB"),
        ("2512.99001", "K"),
        ("https://arxiv.org/abs/2511.00003v2", "W"),
        ("id:arxiv:2511.00003", "W"),
        ("source:lo", "KBW"),
        ("source:blog", ""),
        ("section:limitations", "B"),
        ("has:votes", "KB"),
        ("diffusion OR 정렬", "BW"),
        ("(diffusion OR 벤치마크) votes<10", "B"),
        ("모델 -확산", "KW"),
        ("-(확산 OR 정렬)", "K"),
        ("/k[a-z]+s in/", "K"),
        ("title:/^w/", "W"),
        ("is:unread", "KBW"),
        ("zzz", ""),
        ("", "KBW"),
    ],
)
def test_a_query_finds_what_it_says(shelf: Shelf, query: str, found: str) -> None:
    assert sorted(title[0] for title in shelf.titles(query)) == sorted(found)


def test_state_tags_and_notes_are_asked_too(shelf: Shelf) -> None:
    shelf.decide(KITES.title, PaperState(Status.READ, starred=True, tags=("todo", "ml/rl"), note="나중에 실험"))
    assert shelf.titles("is:starred") == [KITES.title]
    assert shelf.titles("is:read -is:unread") == [KITES.title]
    assert shelf.titles("is:new") == [BOATS.title, WORLDS.title]
    assert shelf.titles("tag:TODO") == [KITES.title]
    assert shelf.titles("tag:tod") == [KITES.title]
    assert shelf.titles("tag:odo") == []
    assert shelf.titles('tag:"tod"') == []
    assert shelf.titles("tag:*odo*") == [KITES.title]
    assert shelf.titles("has:note") == [KITES.title]
    assert shelf.titles("실험") == [KITES.title]
    assert shelf.titles("note:나중에실험") == [KITES.title]
    assert shelf.titles("title:실험") == []


def test_better_finds_come_first_and_newer_ones_within_a_rank() -> None:
    shelf = Shelf(
        *entries_on(
            "2025-03-11",
            Sample("Other", "- **What's New**: 무.\n- **Results**: diffusion."),
            Sample("First", "- **What's New**: diffusion."),
            Sample("By title: Diffusion"),
        ),
        *entries_on("2025-03-10", Sample("Diffusion"), Sample("Noted"), Sample("Older diffusion")),
    )
    shelf.decide("Noted", PaperState(note="like diffusion"))
    assert shelf.titles("diffusion") == [
        "Diffusion",
        "By title: Diffusion",
        "Older diffusion",
        "First",
        "Other",
        "Noted",
    ]
    assert ranks(shelf, "diffusion") == {
        "Diffusion": "EXACT_TITLE",
        "By title: Diffusion": "TITLE",
        "Older diffusion": "TITLE",
        "First": "FIRST_FACET",
        "Other": "TEXT",
        "Noted": "NOTE",
    }


def test_a_title_typed_as_words_is_an_exact_title() -> None:
    shelf = Shelf(*entries_on("2025-03-11", "A Kite is All You Need, Again", "A Kite Is All You Need"))
    assert shelf.titles("a kite is all you need")[0] == "A Kite Is All You Need"


def test_a_short_latin_word_inside_others_is_the_weakest_find(shelf: Shelf) -> None:
    shelf.entries += entries_on("2025-02-01", Sample("Late", "- **Method**: RL로 학습."))
    shelf.take()
    assert ranks(shelf, "*rl*") == {"Late": "FIRST_FACET", WORLDS.title: "WITHIN_WORDS"}
    assert ranks(shelf, "rl") == {"Late": "FIRST_FACET"}


def test_all_words_count_and_the_weakest_decides(shelf: Shelf) -> None:
    assert ranks(shelf, "boats 배를") == {BOATS.title: "FIRST_FACET"}
    assert ranks(shelf, "boats OR 배를") == {BOATS.title: "TITLE"}
    assert ranks(shelf, "boats votes>1 -zzz") == {BOATS.title: "TITLE"}
    assert ranks(shelf, "votes>5") == {KITES.title: "NONE"}


@pytest.mark.parametrize(
    ("sort", "order"),
    [("votes", "KBW"), ("title", "BKW"), ("newest", "KBW"), ("oldest", "WKB"), ("new", "BWK"), ("unread", "BWK")],
)
def test_another_order_overrules(shelf: Shelf, sort: str, order: str) -> None:
    shelf.decide(KITES.title, PaperState(Status.READ))
    assert [title[0] for title in shelf.titles(f"모델 sort:{sort}")] == list(order)


def test_a_paper_on_several_days_is_found_once_where_it_is_newest() -> None:
    shelf = Shelf(*entries_on("2025-03-11", KITES), *entries_on("2025-03-01", KITES))
    assert shelf.titles("kites") == [KITES.title] * 2
    assert len(shelf.searcher.search(parse("kites", today=TODAY), shelf.state)) == 2
    hits = shelf.hits("kites", once=True)
    assert [str(hits.entry(index).date) for index in range(len(hits))] == ["2025-03-11"]


def test_other_names_are_found_and_can_be_left_out(shelf: Shelf) -> None:
    naming = Sample("Names", "강화 학습(Reinforcement Learning; RL)을 쓴다.")
    shelf.entries += entries_on("2025-02-01", naming, Sample("More names", naming.body, id="2502.01999"))
    shelf.take()
    assert WORLDS.title in shelf.titles('"강화 학습"')
    assert shelf.titles("reinforcement learning -names") == [WORLDS.title]
    assert shelf.titles("reinforcement learning -names", with_aliases=False) == []
    assert shelf.titles('"reinforcement learning" -names') == []
    assert ranks(shelf, "reinforcement learning")["Names"] == "FIRST_FACET"
    [expansion] = shelf.hits("RL").expansions
    assert expansion.typed == "RL"
    assert "강화 학습" in expansion.names
    # What is left out is left out by what was typed alone.
    assert WORLDS.title in shelf.titles('-"reinforcement learning"')
    assert WORLDS.title in shelf.titles("모델 -reinforcement")


def test_names_are_forgotten_with_the_digests_that_gave_them(shelf: Shelf) -> None:
    naming = Sample("Names", "강화 학습(Reinforcement Learning; RL)을 쓴다.")
    shelf.entries += entries_on("2025-02-01", naming, Sample("More names", naming.body, id="2502.01999"))
    shelf.take()
    assert shelf.hits("강화학습").expansions
    shelf.entries = [entry for entry in shelf.entries if "ames" not in entry.paper.title]
    shelf.take()
    assert not shelf.hits("강화학습").expansions


def test_what_was_decided_between_two_letters_counts(shelf: Shelf) -> None:
    def found(query: str) -> int:
        return len(shelf.searcher.search(parse(query, today=TODAY), shelf.state))

    assert found("모델 is:read kit") == 0
    shelf.decide(KITES.title, PaperState(Status.READ))
    assert found("모델 is:read kite") == 1


def test_texts_are_made_once_and_only_of_what_changed(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def noted(entry: Entry) -> PaperText:
        made.append(entry.paper.title)
        return paper_text(entry)

    monkeypatch.setattr("digest_tui.search.kept_texts.paper_text", noted)
    shelf.titles("모델")
    shelf.entries += entries_on("2025-02-01", "Latecomer")
    shelf.take()
    assert made == ["Latecomer"]
    assert shelf.titles("latecomer") == ["Latecomer"]


def test_what_asks_for_no_text_needs_none() -> None:
    shelf = Shelf()
    shelf.entries = [*entries_on("2025-03-11", KITES), *entries_on("2025-03-10", WORLDS)]
    shelf.list_only()
    assert shelf.titles("date:2025-03 -is:starred id:2511") == [WORLDS.title]
    assert shelf.hits("is:unread").complete
    assert not shelf.hits("is:unread -kites").complete
    assert not shelf.hits("votes>3").complete


def test_while_texts_are_being_made_the_newest_papers_are_found() -> None:
    shelf = Shelf()
    shelf.entries = [*entries_on("2025-03-11", KITES), *entries_on("2025-03-10", WORLDS)]
    shelf.list_only()
    shelf.searcher.prepare(seconds=0)
    hits = shelf.hits("모델")
    assert ([hits.entry(0).paper.title], len(hits), hits.complete) == ([KITES.title], 1, False)
    shelf.searcher.prepare()
    assert shelf.hits("모델").complete


def test_a_search_that_nobody_waits_for_ends(shelf: Shelf) -> None:
    with pytest.raises(CancelledError):
        shelf.searcher.search(parse("모델", today=TODAY), shelf.state, cancelled=lambda: True)


def test_an_expression_that_takes_too_long_says_so() -> None:
    shelf = Shelf(*entries_on("2025-03-11", Sample("Long", "a" * 40_000 + "b")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("digest_tui.search.searcher.EXPRESSION_SECONDS", 0.05)
        with pytest.raises(QueryError, match="takes too long"):
            shelf.titles("/(a+)+$/")
