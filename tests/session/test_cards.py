"""Cards without a screen: which papers they are, where they stand, and what is kept of them."""

import pytest

from digest_tui.library import Library
from digest_tui.model import Change
from digest_tui.model.facet_parts import facet_texts
from digest_tui.session.card_moves import count_new, list_id, new_around, new_below, run_of
from digest_tui.session.card_page import card_head, card_page, next_title, summary
from digest_tui.session.cards import CardRun
from digest_tui.session.saved_place import SavedPlace
from digest_tui.session.session import Session
from digest_tui.session.views import View
from digest_tui.sources import source_for
from support.blog import TODAY, Blog

DAY, OLDER = "2025-03-11", "2025-03-10"
KEYS = tuple(f"arxiv:2503.{number:05}" for number in range(1, 5))


@pytest.fixture
def session(blog: Blog) -> Session:
    """Four papers of a day, the second of which is skipped, and one that stands there and on an older day."""
    blog.post(DAY, "One", "Two", "Three", "Four")
    blog.count = 0
    blog.post(OLDER, "One")
    library = Library([source_for(blog.folder)], blog.store, today=lambda: TODAY)
    library.load()
    session = Session(library)
    session.refresh()
    decide(session, KEYS[1], "skipped")
    return session


def decide(session: Session, key: str, status: str) -> None:
    """Commit a decision."""
    changes = (Change(key, "status", status),)
    session.committed(changes, session.library.decisions.write(changes, ()))


def test_the_cards_of_a_list_are_its_new_papers_in_its_order(session: Session) -> None:
    session.show_view(View.ALL)
    run = run_of(session)
    assert run == CardRun((KEYS[0], KEYS[2], KEYS[3]), 0, DAY, "")
    session.show_view(View.NEW)
    assert list_id(session, "") == run.list_id
    session.show_view(View.STARRED)
    assert (run_of(session).keys, list_id(session, "")) == ((), "starred")


def test_cards_are_listed_as_they_stood_on_the_day_they_were_taken_from(session: Session) -> None:
    session.open_day(1)
    session.enter_cards(run_of(session))
    assert session.entry is not None
    assert f"{session.entry.date}" == OLDER
    session.leave_cards(follows=True)
    session.open_day(0)
    session.enter_cards(run_of(session))
    assert f"{session.entry.date}" == DAY


def test_cards_stay_whatever_is_decided(session: Session) -> None:
    session.enter_cards(run_of(session))
    decide(session, KEYS[0], "read")
    assert (session.listed.papers()[0][0], session.listed.position(), count_new(session)) == (KEYS[0], (1, 3), 2)
    assert card_head(session, 2) == ("Tue 11 Mar 2025", "1/3 · 2 new", (1, 3))
    assert (new_below(session), new_around(session, 1), new_around(session, -1)) == (1, 1, 2)
    assert next_title(session) == "next: Three"
    assert summary(session) == "3 cards: 1 read, 2 new · T resumes"
    for key in KEYS[2:]:
        decide(session, key, "later")
    assert (new_below(session), new_around(session, 1), summary(session)) == (None, None, "3 cards: 1 read, 2 later")
    assert card_head(session, 0).place == "1/3 · done"


def test_the_list_before_comes_back_with_what_was_decided(session: Session) -> None:
    session.listed.settle(2)
    before = session.entry
    session.enter_cards(run_of(session))
    decide(session, KEYS[0], "read")
    session.move(1)
    session.leave_cards(follows=False)
    assert (session.view, session.entry) == (View.NEW, before)
    assert [keys[0] for keys in session.listed.papers()] == list(KEYS)
    session.enter_cards(run_of(session))
    session.leave_cards(follows=True)
    assert session.entry is not None
    assert session.entry.key == KEYS[2]


def test_the_place_of_cards_is_that_of_their_list(session: Session) -> None:
    session.enter_cards(run_of(session).at(KEYS[3]))
    place = SavedPlace.of(session, 7, 9)
    assert (place.view, place.day, place.keys[0], place.scroll, place.cards) == (View.NEW, DAY, KEYS[3], 0, True)
    assert SavedPlace.loads(place.dumps()) == place
    session.leave_cards(follows=True)
    assert not SavedPlace.of(session, 0).cards


def test_cards_are_kept_as_text(session: Session) -> None:
    run = run_of(session)
    assert CardRun.loads(run.dumps(), KEYS[2]) == run.at(KEYS[2])
    assert CardRun.loads(run.dumps(), None) == run
    assert CardRun.loads(run.dumps(), "arxiv:gone") == run


NO_CARDS = [None, "", "[]", '["day"]', '["day", ""]', "{", '["day", "", 3]', '{"a": 1}', "7", "[" * 9000]


@pytest.mark.parametrize("text", NO_CARDS)
def test_what_is_no_cards_is_none(text: str | None) -> None:
    assert CardRun.loads(text, "arxiv:2503.00001") is None


def test_a_paper_that_is_gone_falls_to_its_neighbour(session: Session) -> None:
    run = CardRun(("arxiv:gone", *KEYS, "arxiv:also-gone"), 5, DAY)
    session.enter_cards(run)
    assert session.entry is not None
    assert (session.entry.key, session.listed.position()) == (KEYS[3], (4, 4))
    session.enter_cards(CardRun(("arxiv:gone",), 0, DAY))
    assert session.entry is None


def test_a_card_has_votes_and_state_but_no_links(session: Session) -> None:
    entry = session.entry
    assert entry is not None
    page = card_page(entry, session.library, None, facet_texts(entry))
    assert (page.facts, page.standing) == ((), ("also 03-10",))
    assert page.markdown.startswith("- Goal: 짧은 요약이다.")
    assert [name.facet for name in page.facets if name.is_shown] == ["introduction"]
    decide(session, entry.key, "later")
    assert card_page(entry, session.library, None, facet_texts(entry)).standing == ("later", "also 03-10")
