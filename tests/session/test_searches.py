"""Searches: the list follows the query, what is on disk and what is noted; what was listed before comes back."""

from functools import partial

import pytest

from digest_tui.session.completion import completed
from digest_tui.session.hits import HitRows
from digest_tui.session.rows import paper_rows, status
from digest_tui.session.searches import Searches
from digest_tui.session.views import View
from digest_tui.triage import verbs
from support.blog import Blog
from support.headless import Headless

DAY, OLDER = "2025-03-11", "2025-03-10"
KITE_BODY = "## Introduction\n연을 날리는 대형 언어 모델을 다룬다.\n\n## Results\n벤치마크에서 앞선다.\n"
BOAT_BODY = "## Introduction\n배를 위한 확산 모델.\n\n## Limitations\n언어모델이 아니다.\n"


@pytest.fixture
def harbour(blog: Blog) -> Blog:
    """Two days with kites and boats."""
    blog.post(DAY, "Kites in Wind", "Boats by Diffusion", body=KITE_BODY)
    blog.post(OLDER, "Older Boats", "Diffusion", body=BOAT_BODY)
    return blog


def where(desk: Headless) -> tuple[str, View, str]:
    """What the person would come back to."""
    return desk.day, desk.session.view, desk.title


def test_the_list_follows_what_is_typed_best_finds_first(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.type_query("diffusion")
        assert desk.rows() == ["in titles · 2", "Diffusion", "Boats by Diffusion"]
        assert desk.title == "Diffusion"
        assert desk.counts() == ["1", "1"]
        desk.type_query("diffusiox")
        assert desk.rows() == []
        assert desk.why_empty.startswith("Nothing matches.")


def test_hangul_is_found_without_its_spaces_and_over_line_breaks(blog: Blog) -> None:
    blog.post(DAY, "Kites", body="## Introduction\n대형 언어\n모델을 다룬다.\n")
    with Headless(blog) as desk:
        desk.type_query("언어모델")
        assert desk.rows() == ["in text · 1", "Kites"]
        assert "언어 모델을" in desk.excerpts()[0]


def test_a_half_typed_query_says_what_may_come(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.type_query("kites is:")
        assert desk.rows() == ["in titles · 1", "Kites in Wind"]
        assert desk.message == "new, unread, read, later, skipped, starred or gone"
        desk.type_query("kites is:st")
        assert desk.message == "starred"


def test_other_names_are_shown_and_switched_off_again(blog: Blog) -> None:
    naming = "## Introduction\n강화 학습(Reinforcement Learning; RL)을 쓴다.\n"
    blog.post(DAY, "One", "Two", body=naming)
    blog.post(OLDER, "Three", body="## Introduction\n강화학습만 쓴다.\n")
    with Headless(blog) as desk:
        desk.type_query("RL")
        assert "Three" in desk.rows()
        assert desk.message == "RL = Reinforcement Learning, 강화 학습 · ctrl+t only what you typed"
        desk.do("aliases")
        assert "Three" not in desk.rows()
        desk.search("RL")
        assert "Three" not in desk.rows()
        desk.do("aliases")
        assert "Three" in desk.rows()


def test_the_list_follows_changes_on_disk_and_in_notes(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.search("kites OR note:later OR tag:todo")
        assert desk.rows() == ["in titles · 1", "Kites in Wind"]
        harbour.post("2025-03-09", "More Kites")
        desk.do("rescan")
        assert [row for row in desk.rows() if "Kites" in row] == ["Kites in Wind", "More Kites"]
        assert desk.title == "Kites in Wind"
        desk.do("leave-search", "down")
        desk.annotate(partial(verbs.note, text="later"))
        desk.search("kites OR note:later OR tag:todo")
        assert {"Boats by Diffusion"} <= set(desk.rows())


def test_what_is_decided_stays_listed_until_the_query_is_asked_anew(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.search("is:new")
        desk.do("skip", "skip")
        harbour.post("2025-03-09", "More Kites")
        desk.do("rescan")
        assert "Kites in Wind" in desk.rows()
        assert "More Kites" in desk.rows()


def test_a_digest_that_goes_takes_its_hits_along(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.search("boats")
        desk.do("down")
        (harbour.folder / f"{OLDER}-papers.md").unlink()
        desk.do("rescan")
        assert desk.rows() == ["in titles · 1", "Boats by Diffusion"]
        assert desk.title == "Boats by Diffusion"


def test_the_query_that_was_asked_for_is_listed_at_the_start(harbour: Blog) -> None:
    with Headless(harbour, query="boats") as desk:
        assert desk.rows() == ["in titles · 2", "Boats by Diffusion", "Older Boats"]
        assert desk.session.view is View.SEARCH
        desk.do("leave-search")
        assert desk.session.view.value == "new"


def test_a_search_that_is_left_with_the_reader_does_not_come_back_but_the_place_before_it(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.do("down")
        before = where(desk)
        desk.search("older")
    with Headless(harbour) as desk:
        assert where(desk) == before


def test_the_order_of_a_search_is_part_of_its_query(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.search("boats")
        desk.do("sort")
        assert desk.message.startswith("A search is sorted by its query")
        desk.type_query("boats sort:title")
        assert desk.rows() == ["Boats by Diffusion", "Older Boats"]
        assert desk.whens() == ["11 Mar", "10 Mar"]


def test_moving_through_hits_reads_none_on_the_way(harbour: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(rows: HitRows, row: int) -> None:
        raise AssertionError(row)

    with Headless(harbour) as desk:
        desk.search("*o* sort:date")
        session = desk.session
        assert desk.title == "Kites in Wind"
        with monkeypatch.context() as nothing_is_read:
            nothing_is_read.setattr(HitRows, "__getitem__", read)
            assert session.move(1)
            assert session.move(1)
            assert session.day_index == 1
            assert list(session.flags(session.items)[:2]) == [False, True]
            assert len(session.around()) == 4
        assert desk.session.entry is not None
        assert desk.session.entry.paper.title == "Older Boats"


def test_dates_lead_to_their_hits(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.search("boats")
        desk.do("older")
        assert desk.title == "Older Boats"
        desk.do("older")
        assert (desk.title, desk.message) == ("Older Boats", "This is the oldest day")
        desk.do("newer")
        assert desk.title == "Boats by Diffusion"
        desk.do("newer")
        assert (desk.title, desk.message) == ("Boats by Diffusion", "This is the newest day")
        desk.do("date-down", "open-date")
        assert desk.title == "Older Boats"


def test_an_answer_to_an_older_question_is_not_the_newest(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        searches = Searches(desk.session)
        query = desk.library.searching.query
        older, newer = (searches.ask(text, query(text)) for text in ("kites", "boats"))
        assert (searches.is_newest(older), searches.is_newest(newer), searches.is_answered) == (False, True, False)


def test_a_search_asked_as_before_lists_what_was_decided_since(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.search("is:new")
        rows = desk.rows()
        desk.do("skip")
        before = desk.listed_question
        desk.search("kites")
        assert desk.rows() == ["in titles · 1", "Kites in Wind"]
        desk.ask_as_before(before)
        assert desk.rows() == rows


def test_next_goes_around_in_a_list_of_all_dates_and_says_so_first(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.search("boats")
        desk.do("next")
        assert desk.title == "Older Boats"
        desk.do("next")
        words = "1 new above · n goes there"
        assert (desk.title, desk.message) == ("Older Boats", words)
        desk.do("next")
        assert desk.title == "Boats by Diffusion"
        desk.do("skip", "skip", "next")
        assert desk.message == "No new papers in this list · g u lists those of the day"


@pytest.mark.parametrize(
    ("options", "typed", "text"),
    [
        (("title:",), "ti", "tle:"),
        (("title:",), "kites TI", "tle:"),
        (("skipped", "starred"), "is:", "s"),
        (("skipped", "starred"), "is:s", ""),
        (("starred",), "is:", "starred"),
        ((), "zzz", ""),
    ],
)
def test_tab_types_what_all_options_have_in_common(options: tuple[str, ...], typed: str, text: str) -> None:
    assert completed(options, typed) == text


def test_a_search_is_left_once_and_comes_back_from_another_view(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.do("down")
        before = where(desk)
        desk.search("older")
        desk.do("leave-search")
        assert where(desk) == before
        desk.do("older", "leave-search")
        assert desk.title == "Older Boats"


def test_a_new_question_shows_its_first_hit_and_one_that_is_asked_again_the_paper_of_before(harbour: Blog) -> None:
    with Headless(harbour) as desk:
        desk.search("boats")
        desk.do("down")
        assert desk.title == "Older Boats"
        desk.do("rescan")
        assert desk.title == "Older Boats"
        desk.search("boats OR kites")
        assert desk.title == "Kites in Wind"


@pytest.fixture
def places(blog: Blog) -> Blog:
    """Three days with a knot in a title, in a text and in a note, and inside a word, none of it in their order."""
    blog.post("2025-03-09", "Old knots", "Plain")
    blog.post(OLDER, "Ropes", "Riggings", body="## Introduction\nA knot holds.\n\n## Results\nIt does.\n")
    blog.post(DAY, "Sails", "Last knots", body="## Results\nIt does.\n")
    return blog


def test_hits_stand_under_where_they_were_found(places: Blog) -> None:
    with Headless(places) as desk:
        desk.annotate(partial(verbs.note, text="a knot?"))
        desk.search("knot")
        assert desk.rows() == [
            *("in titles · 2", "Last knots", "Old knots"),
            *("in text · 2", "Ropes", "Riggings"),
            *("in notes and tags · 1", "Sails"),
        ]
        assert desk.whens() == ["11 Mar", "9 Mar", "10 Mar", "10 Mar", "11 Mar"]
        assert [row.head for row in paper_rows(desk.session)] == [None, 0, 0, None, 3, 3, None, 6]
        assert desk.counts() == ["2", "2", "1"]
        assert status(desk.session) == "search · 1/5"
        desk.do("down", "down")
        assert (desk.title, status(desk.session)) == ("Ropes", "search · 3/5")
        desk.do("last")
        assert (desk.title, status(desk.session)) == ("Sails", "search · 5/5")


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("knots is:new", ["in titles · 2", "Last knots", "Old knots"]),
        ("date:2025-03-09", ["Sun 9 Mar 2025", "Old knots", "Plain"]),
        ("-knots date:2025-03-11", ["Tue 11 Mar 2025", "Sails"]),
        ("knots sort:oldest", ["Sun 9 Mar 2025", "Old knots", "Tue 11 Mar 2025", "Last knots"]),
        ("knots sort:title", ["Last knots", "Old knots"]),
        ("sails OR date:2025-03-09", ["by conditions · 2", "Old knots", "Plain", "in titles · 1", "Sails"]),
        ("*igg*", ["inside words · 1", "Riggings"]),
        ("igg", []),
        ("title:knots OR kno", ["in titles · 2", "Last knots", "Old knots", "in text · 2", "Ropes", "Riggings"]),
    ],
)
def test_the_order_says_what_stands_above_the_hits(places: Blog, query: str, rows: list[str]) -> None:
    with Headless(places) as desk:
        desk.search(query)
        assert desk.rows() == rows
        says_dates = any(row.endswith("2025") for row in rows)
        assert all((when == "") == says_dates for when in desk.whens())


def test_the_year_of_a_hit_is_said_where_it_is_not_this_one(places: Blog) -> None:
    places.post("2024-12-31", "Knots of last year")
    with Headless(places) as desk:
        desk.search("title:knots")
        assert desk.whens() == ["11 Mar", "9 Mar", "31 Dec 2024"]


def test_the_days_of_hits_are_walked_in_time_wherever_their_hits_stand(places: Blog) -> None:
    with Headless(places) as desk:
        desk.search("knot")
        assert desk.title == "Last knots"
        desk.do("older")
        assert (desk.title, desk.day) == ("Ropes", OLDER)
        desk.do("down", "older")
        assert (desk.title, desk.day) == ("Old knots", "2025-03-09")
        desk.do("older")
        assert (desk.title, desk.message) == ("Old knots", "This is the oldest day")
        desk.do("newer", "newer", "newer")
        assert (desk.title, desk.message) == ("Last knots", "This is the newest day")
        desk.search("knot sort:oldest")
        desk.do("newer")
        assert desk.title == "Ropes"
        desk.do("older")
        assert desk.title == "Old knots"


def test_a_date_leads_to_its_first_hit_wherever_that_stands(places: Blog) -> None:
    with Headless(places) as desk:
        desk.search("knot")
        for title in ("Ropes", "Old knots"):
            desk.do("date-down", "open-date")
            assert desk.title == title
        desk.do("date-up", "date-up", "open-date")
        assert desk.title == "Last knots"


def test_a_range_and_what_is_below_follow_the_list_of_hits(places: Blog) -> None:
    with Headless(places) as desk:
        desk.search("knot")
        desk.do("down", "select-range", "down")
        assert desk.selection_words.startswith("2 selected")
        desk.do("skip")
        assert desk.states("Old knots", "Ropes", "Last knots") == ["skipped", "skipped", "unread"]
        desk.mark_many("j")
        assert desk.states("Riggings", "Last knots", "Plain") == ["read", "unread", "unread"]


def test_an_answer_that_grows_keeps_the_paper_and_counts_what_is_shown(places: Blog) -> None:
    with Headless(places) as desk:
        desk.search("knot")
        desk.do("down", "down")
        places.post("2025-03-12", "More knots", "Still more knots")
        desk.do("rescan")
        assert desk.title == "Ropes"
        assert desk.rows()[:5] == ["in titles · 4", "More knots", "Still more knots", "Last knots", "Old knots"]
        assert desk.session.listed.position() == (5, 6)
