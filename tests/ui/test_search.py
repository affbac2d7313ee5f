"""Search as one types: the list follows, nothing waits, nothing is lost."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from digest_tui.search.searcher import Searcher
from digest_tui.session.hits import HitRows
from digest_tui.session.views import View
from support.desk import Blog, Desk, open_reader

DAY, OLDER = "2025-03-11", "2025-03-10"
KITE_BODY = "## Introduction\n연을 날리는 대형 언어 모델을 다룬다.\n\n## Results\n벤치마크에서 앞선다.\n"
BOAT_BODY = "## Introduction\n배를 위한 확산 모델.\n\n## Limitations\n언어모델이 아니다.\n"


@pytest.fixture
def harbour(blog: Blog) -> Blog:
    """Two days with kites and boats."""
    blog.post(DAY, "Kites in Wind", "Boats by Diffusion", body=KITE_BODY)
    blog.post(OLDER, "Older Boats", "Diffusion", body=BOAT_BODY)
    return blog


async def type_in(desk: Desk, text: str) -> None:
    """Type letter by letter and wait for the answer."""
    await desk.press(*("space" if letter == " " else letter for letter in text))


def where(desk: Desk) -> tuple[str, View, str]:
    """What the person would come back to."""
    session = desk.screen.session
    return (session.day.id if session.day else "", session.view, desk.title)


async def test_the_list_follows_what_is_typed_best_finds_first(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/diffusion")
        assert desk.rows() == ["2025-03-10 Mon", "Diffusion", "2025-03-11 Tue", "Boats by Diffusion"]
        assert desk.title == "Diffusion"
        assert desk.counts() == ["1", "1"]
        await desk.press("backspace", "x")
        assert desk.rows() == []
        assert "Nothing matches." in desk.drawn("papers")


async def test_hangul_is_found_without_its_spaces_and_over_line_breaks(blog: Blog) -> None:
    blog.post(DAY, "Kites", body="## Introduction\n대형 언어\n모델을 다룬다.\n")
    async with open_reader(blog) as desk:
        await type_in(desk, "/언어모델")
        assert desk.rows() == ["2025-03-11 Tue", "Kites"]
        assert "언어 모델을" in desk.drawn("papers")


async def test_the_sentence_and_the_page_mark_what_was_found(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/results:벤치마크")
        await desk.press("enter")
        assert "벤치마크에서 앞선다." in desk.drawn("papers")
        assert "text" in desk.drawn("papers").splitlines()[1]
        assert desk.screen.reader.has_finds


async def test_enter_goes_into_the_list_where_verbs_work_and_escape_leads_back(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await desk.press("j")
        before = where(desk)
        await type_in(desk, "/모델")
        await desk.press("enter")
        assert not desk.screen.services.prompt.is_open
        await desk.press("s", "j", "x")
        assert desk.state("Kites in Wind") == "unread starred"
        assert desk.state("Boats by Diffusion") == "skipped"
        assert len(desk.rows()) == 6
        await desk.press("escape")
        assert desk.screen.session.view is View.SEARCH
        assert not desk.screen.reader.has_finds
        await desk.press("escape")
        assert where(desk) == before


async def test_escape_while_typing_takes_the_search_back(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await desk.press("j", "l")
        before = where(desk)
        await type_in(desk, "/older")
        assert desk.title == "Older Boats"
        await desk.press("escape")
        assert where(desk) == before
        assert desk.screen.pane == "reader"
        await type_in(desk, "/older")
        await desk.press("enter")
        await type_in(desk, "/kites")
        await desk.press("escape")
        assert desk.title == "Older Boats"
        assert desk.screen.session.view is View.SEARCH


async def test_keys_typed_behind_enter_are_for_the_list_that_is_coming(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await desk.pilot.press("slash", *"boats", "enter", "j", "s")
        await desk.settle()
        assert desk.state("Older Boats") == "unread starred"
        assert desk.screen.services.prompt.text == "boats"


async def test_an_invalid_query_keeps_the_last_list_and_says_what_is_wrong(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/kites")
        rows = desk.rows()
        await type_in(desk, " votes>x")
        assert desk.rows() == rows
        assert desk.message == "At 13: votes> needs a whole number; for example votes>20."
        await desk.press("enter")
        assert desk.screen.services.prompt.is_open
        await desk.press("backspace", "3", "enter")
        assert desk.rows() == []


async def test_a_half_typed_query_says_what_may_come(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/kites is:")
        assert desk.rows() == ["2025-03-11 Tue", "Kites in Wind"]
        assert desk.message == "unread, read, later, skipped, starred, undecided or gone"
        await type_in(desk, "st")
        assert desk.message == "starred"


async def test_tab_completes_fields_and_values(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/ti")
        await desk.press("tab", *"kites", "space", *"is:u", "tab")
        assert desk.screen.services.prompt.text == "title:kites is:un"
        assert "undecided" in desk.message
        await desk.press("r", "tab")
        assert desk.screen.services.prompt.text == "title:kites is:unread"


async def test_earlier_queries_come_back_with_up_also_after_a_restart(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        for query in ("kites", "boats"):
            await type_in(desk, f"/{query}")
            await desk.press("enter", "escape", "escape")
    async with open_reader(harbour) as desk:
        await type_in(desk, "/dra")
        texts = []
        for key in ("up", "up", "up", "down", "down"):
            await desk.press(key)
            texts.append(desk.screen.services.prompt.text)
        assert texts == ["boats", "kites", "kites", "boats", "dra"]


async def test_n_walks_the_finds_and_stops_at_the_last(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/모델")
        await desk.press("enter")
        title = desk.title
        await desk.press("n")
        assert desk.message == "match 1 of 1"
        await desk.press("n")
        assert desk.message.startswith("match 1 of 1, the last in this paper")
        assert desk.title == title
        await desk.press("escape", "n")
        assert desk.title != title


async def test_a_find_further_down_is_brought_into_sight(blog: Blog) -> None:
    blog.post(DAY, "Long", body="## Introduction\n" + "문장이다.  \n" * 80 + "숨은 낱말.\n")
    async with open_reader(blog) as desk:
        await type_in(desk, "/숨은낱말")
        assert "숨은 낱말" in desk.drawn("reader")


async def test_find_in_one_paper(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await desk.press("ctrl+f", *"언어모델")
        assert desk.message == "match 1 of 1"
        await desk.press("enter")
        assert desk.screen.reader.has_finds
        assert desk.screen.session.view.value == "unread"
        await desk.press("n", "n")
        assert "the last in this paper" in desk.message
        await desk.press("escape")
        assert not desk.screen.reader.has_finds
        await desk.press("ctrl+f", *"zzz")
        assert desk.message == "no match in this paper"
        await desk.press("escape")
        assert desk.screen.session.row == 0


async def test_other_names_are_shown_and_switched_off_by_a_key(blog: Blog) -> None:
    naming = "## Introduction\n강화 학습(Reinforcement Learning; RL)을 쓴다.\n"
    blog.post(DAY, "One", "Two", body=naming)
    blog.post(OLDER, "Three", body="## Introduction\n강화학습만 쓴다.\n")
    async with open_reader(blog) as desk:
        await type_in(desk, "/RL")
        assert "Three" in desk.rows()
        assert desk.message == "RL = Reinforcement Learning, 강화 학습 · ctrl+t only what you typed"
        await desk.press("ctrl+t")
        assert "Three" not in desk.rows()
        await desk.press("enter", "ctrl+t")
        assert "Three" in desk.rows()


async def test_the_list_follows_changes_on_disk_and_in_notes(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/kites OR note:later OR tag:todo")
        await desk.press("enter")
        assert desk.rows() == ["2025-03-11 Tue", "Kites in Wind"]
        harbour.post("2025-03-09", "More Kites")
        await desk.press("R")
        assert [row for row in desk.rows() if "Kites" in row] == ["Kites in Wind", "More Kites"]
        assert desk.title == "Kites in Wind"
        await desk.press("escape", "escape", "j", "e", *"later", "enter", "j", "t", *"todo", "enter")
        await desk.press("slash", "up")
        assert {"Boats by Diffusion"} <= set(desk.rows())


async def test_a_note_makes_a_paper_a_hit_at_once(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/kites OR note:idea")
        await desk.press("enter")
        await type_in(desk, "/kites")
        await desk.press("escape")
        await desk.press("e", *"idea", "enter")
        assert desk.message == "noted · u undoes"
        assert desk.rows() == ["2025-03-11 Tue", "Kites in Wind"]
        await desk.press("u")
        assert desk.message.startswith("undone: noted")


async def test_what_is_decided_stays_listed_until_the_query_is_asked_anew(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/is:undecided")
        await desk.press("enter", "x", "x")
        harbour.post("2025-03-09", "More Kites")
        await desk.press("R")
        assert "Kites in Wind" in desk.rows()
        assert "More Kites" in desk.rows()


async def test_a_digest_that_goes_takes_its_hits_along(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/boats")
        await desk.press("enter", "j")
        (harbour.folder / f"{OLDER}-papers.md").unlink()
        await desk.press("R")
        assert desk.rows() == ["2025-03-11 Tue", "Boats by Diffusion"]
        assert desk.title == "Boats by Diffusion"


async def test_a_slow_expression_is_told_and_keeps_the_list(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest_tui.search.searcher.EXPRESSION_SECONDS", 0.05)
    blog.post(DAY, "Long", body="a" * 5_000 + "b\n")
    async with open_reader(blog) as desk:
        await type_in(desk, "/long")
        await desk.press("space", *"/(a+)+$/")
        assert "takes too long" in desk.message
        assert desk.rows() == ["2025-03-11 Tue", "Long"]


async def test_only_the_newest_question_is_answered(harbour: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    may_go, real = Event(), Searcher.find

    def slow(self: Searcher, query: object, *args: object, **options: object) -> object:
        may_go.wait(5)
        asked.append(str(query))
        return real(self, query, *args, **options)  # type: ignore[arg-type]

    async with open_reader(harbour) as desk:
        monkeypatch.setattr(Searcher, "find", slow)
        for key in ("slash", *"diffu"):
            await desk.pilot.press(key)
        assert desk.rows() == ["Kites in Wind", "Boats by Diffusion"]
        may_go.set()
        await desk.settle()
        assert len(asked) < len("diffu")
        assert "text='diffu'" in asked[-1]
        assert desk.rows() == ["2025-03-11 Tue", "Boats by Diffusion", "2025-03-10 Mon", "Diffusion"]


async def test_an_error_in_the_search_is_told_and_the_next_question_is_answered(
    harbour: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> object:
        raise ZeroDivisionError

    async with open_reader(harbour) as desk:
        with monkeypatch.context() as patch:
            patch.setattr(Searcher, "find", broken)
            await type_in(desk, "/kite")
        assert desk.message.startswith(
            "The search failed because of an internal error (ZeroDivisionError). The details"
        )
        await type_in(desk, "s")
        assert desk.rows() == ["2025-03-11 Tue", "Kites in Wind"]


async def test_pasted_text_is_one_clean_line(harbour: Blog) -> None:
    from textual.events import Paste

    async with open_reader(harbour) as desk:
        await desk.press("slash")
        desk.screen.post_message(Paste("kites\x1b]0;x\x07\nwind"))
        await desk.settle()
        assert desk.screen.services.prompt.text == "kites ]0;x  wind"


@pytest.mark.parametrize("size", [(140, 45), (100, 30), (80, 24), (60, 20), (40, 12)])
async def test_the_line_is_on_screen_at_every_size(harbour: Blog, size: tuple[int, int]) -> None:
    async with open_reader(harbour, size=size) as desk:
        await type_in(desk, "/언어모델")
        assert "/언어모델" in desk.drawn("footer")
        assert "Kites" in desk.drawn("papers")


async def test_the_query_that_was_asked_for_is_listed_at_the_start(harbour: Blog) -> None:
    async with open_reader(harbour, query="boats") as desk:
        assert desk.rows() == ["2025-03-11 Tue", "Boats by Diffusion", "2025-03-10 Mon", "Older Boats"]
        assert desk.screen.session.view is View.SEARCH
        await desk.press("escape", "escape")
        assert desk.screen.session.view.value == "unread"


async def test_a_search_that_was_left_by_quitting_does_not_come_back_but_the_place_before_it(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await desk.press("j")
        before = where(desk)
        await type_in(desk, "/older")
        await desk.press("enter", "q")
    async with open_reader(harbour) as desk:
        assert where(desk) == before


async def test_the_order_of_a_search_is_part_of_its_query(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/boats")
        await desk.press("enter", "S")
        assert desk.message.startswith("A search is sorted by its query")
        await type_in(desk, "/ sort:title")
        assert desk.rows() == ["Boats by Diffusion", "Older Boats"]
        assert "25-03-10" in desk.drawn("papers")


async def test_dates_lead_to_their_hits(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/boats")
        await desk.press("enter", "[")
        assert desk.title == "Older Boats"
        await desk.press("]", "h", "j", "enter")
        assert desk.title == "Older Boats"


async def test_moving_through_hits_reads_none_on_the_way(harbour: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(rows: HitRows, row: int) -> None:
        raise AssertionError(row)

    async with open_reader(harbour) as desk:
        await type_in(desk, "/o sort:date")
        await desk.press("enter")
        session = desk.screen.session
        assert desk.title == "Kites in Wind"
        with monkeypatch.context() as nothing_is_read:
            nothing_is_read.setattr(HitRows, "__getitem__", read)
            assert session.move(1)
            assert session.move(1)
            assert session.day_index == 1
            assert list(session.flags(session.items)[:2]) == [False, True]
            assert len(session.around()) == 4
        assert desk.screen.session.entry is not None
        assert desk.screen.session.entry.paper.title == "Older Boats"


async def test_tags_toggle_and_what_cannot_be_one_stays_on_the_line(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await desk.press("t", *"two", "space", *"words", "enter")
        assert "cannot be a tag" in desk.message
        assert desk.screen.services.prompt.is_open
        await desk.press("ctrl+u", *"#ToDo", "enter")
        assert desk.message == "tagged todo · u undoes"
        assert "#todo" in desk.drawn("papers")
        await desk.press("t", "t", "tab")
        assert desk.screen.services.prompt.text == "todo"
        await desk.press("enter")
        assert desk.message == "tag todo removed · u undoes"


@pytest.fixture(autouse=True)
def _no_leftovers(tmp_path: Path) -> Iterator[None]:
    """Nothing of a search is written but the queries."""
    yield
    written = {path.name for path in (tmp_path / "data").rglob("*")} if (tmp_path / "data").exists() else set()
    assert {name for name in written if not name.startswith("state.db")} == set()
