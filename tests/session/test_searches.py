"""Searches: the list follows the query, what is on disk and what is noted; what was listed before comes back."""

from functools import partial

import pytest

from digest_tui.session.completion import completed
from digest_tui.session.hits import HitRows
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
        desk.search("o sort:date")
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
