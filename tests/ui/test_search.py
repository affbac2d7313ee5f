"""Search as one types: the list follows, nothing waits, nothing is lost."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from digest_tui.search.searcher import Hits, Searcher
from digest_tui.session.views import View
from support.desk import Blog, Desk, open_reader
from support.patience import PATIENCE_SECONDS, until

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


async def test_the_sentence_and_the_page_mark_what_was_found(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/results:벤치마크")
        await desk.press("enter")
        assert "벤치마크에서 앞선다." in desk.drawn("papers")
        assert desk.drawn("papers").splitlines()[1].startswith(" in text · 2 ──")
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
        assert len(desk.rows()) == 5
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


async def test_tab_completes_fields_and_values(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/ti")
        await desk.press("tab", *"kites", "space", *"is:s", "tab")
        assert desk.screen.services.prompt.text == "title:kites is:s"
        assert desk.message == "skipped  starred"
        await desk.press("t", "tab")
        assert desk.screen.services.prompt.text == "title:kites is:starred"


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
        assert desk.screen.session.view.value == "new"
        await desk.press("n", "n")
        assert "the last in this paper" in desk.message
        await desk.press("escape")
        assert not desk.screen.reader.has_finds
        await desk.press("ctrl+f", *"zzz")
        assert desk.message == "no match in this paper"
        await desk.press("escape")
        assert desk.screen.session.row == 0


async def test_a_note_makes_a_paper_a_hit_at_once(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/kites OR note:idea")
        await desk.press("enter")
        await type_in(desk, "/kites")
        await desk.press("escape")
        await desk.press("e", *"idea", "enter")
        assert desk.message == "noted · u undoes"
        assert desk.rows() == ["in titles · 1", "Kites in Wind"]
        await desk.press("u")
        assert desk.message.startswith("undone: noted")


async def test_a_slow_expression_is_told_and_keeps_the_list(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest_tui.search.searcher.EXPRESSION_SECONDS", 0.05)
    blog.post(DAY, "Long", body="a" * 5_000 + "b\n")
    async with open_reader(blog) as desk:
        await type_in(desk, "/long")
        await desk.press("space", *"/(a+)+$/")
        assert "takes too long" in desk.message
        assert desk.rows() == ["in titles · 1", "Long"]
        await desk.press("enter")
        assert "takes too long" in desk.message
        await desk.press("s")
        assert desk.state("Long") == "unread starred"


async def test_only_the_newest_question_is_answered(harbour: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    may_go, real = Event(), Searcher.search

    def slow(self: Searcher, query: object, *args: object, **options: object) -> object:
        may_go.wait(PATIENCE_SECONDS)
        asked.append(str(query))
        return real(self, query, *args, **options)  # type: ignore[arg-type]

    async with open_reader(harbour) as desk:
        monkeypatch.setattr(Searcher, "search", slow)
        for key in ("slash", *"diffu"):
            await desk.pilot.press(key)
        assert desk.rows() == ["Kites in Wind", "Boats by Diffusion"]
        may_go.set()
        await desk.settle()
        assert len(asked) < len("diffu")
        assert "text='diffu'" in asked[-1]
        assert desk.rows() == ["in titles · 2", "Boats by Diffusion", "Diffusion"]


async def test_an_error_in_the_search_is_told_and_the_next_question_is_answered(
    harbour: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> object:
        raise ZeroDivisionError

    async with open_reader(harbour) as desk:
        with monkeypatch.context() as patch:
            patch.setattr(Searcher, "search", broken)
            await type_in(desk, "/kite")
            assert desk.message.startswith(
                "The search failed because of an internal error (ZeroDivisionError). The details"
            )
            # Nobody waits for an answer that does not come, and what was typed for its list is for no other one.
            await desk.burst("enter", "s", "x")
            assert desk.states("Kites in Wind", "Boats by Diffusion") == ["unread", "unread"]
            await desk.press("j")
            assert desk.title == "Boats by Diffusion"
            await desk.press("k", "/", *"kite")
        await type_in(desk, "s")
        assert desk.rows() == ["in titles · 1", "Kites in Wind"]


async def test_what_was_typed_before_there_was_a_list_is_about_the_whole_one(
    harbour: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_make, prepare = Event(), Searcher.prepare

    def waiting(searcher: Searcher, seconds: float) -> bool:
        # Its time is over before it has made anything: no paper can be found yet, and that is answered at once.
        return may_make.wait(0.01) and prepare(searcher, seconds)

    monkeypatch.setattr(Searcher, "prepare", waiting)
    async with open_reader(harbour) as desk:
        for key in ("slash", *"diffusion", "enter", "s", "x"):
            await desk.pilot.press(key)
        await until(desk.pilot, lambda: "searched 0 of 4" in desk.drawn("status"))
        assert (desk.screen.services.prompt.is_open, desk.message) == (False, "")
        may_make.set()
        await desk.settle()
        assert desk.states("Kites in Wind", "Boats by Diffusion", "Diffusion") == [
            "unread",
            "unread",
            "skipped starred",
        ]


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


async def test_the_cursor_stays_on_a_paper_whose_file_is_moved(harbour: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    may_make, prepare = Event(), Searcher.prepare
    may_make.set()
    monkeypatch.setattr(Searcher, "prepare", lambda it, seconds: may_make.wait(0.01) and prepare(it, seconds))
    async with open_reader(harbour) as desk:
        await type_in(desk, "/모델")
        await desk.press("enter", "j")
        assert desk.title == "Boats by Diffusion"
        may_make.clear()
        (harbour.folder / f"{DAY}-papers.md").rename(harbour.folder / "2025-03-09-papers.md")
        desk.screen.scanner.scan(asked=True)
        await until(desk.pilot, lambda: "changed" in desk.message)
        assert desk.title == "Boats by Diffusion"
        may_make.set()
        await desk.settle()
        assert (desk.title, "Boats by Diffusion" in desk.rows()) == ("Boats by Diffusion", True)


async def test_where_hits_were_found_stays_above_them(blog: Blog) -> None:
    for day in range(1, 10):
        blog.post(f"2025-03-{day:02}", *(f"Kite {day}.{number}" for number in range(1, 4)))
        blog.post(f"2025-02-{day:02}", f"Boat {day}", body="## Introduction\nA kite.\n")
    async with open_reader(blog, size=(140, 18)) as desk:
        await type_in(desk, "/kite")
        await desk.press("enter")
        heading = desk.drawn("papers").splitlines()[1].rstrip(" ▐")
        assert heading.startswith(" in titles · 27 ───")
        await desk.press("G")
        assert desk.title == "Boat 1"
        assert desk.drawn("papers").splitlines()[1].startswith(" in text · 9 ───")
        await desk.press(*"kkkkkkkk")
        assert desk.drawn("papers").splitlines()[1].startswith(" in text · 9 ───")
        await desk.press("k")
        assert desk.title == "Kite 1.3"
        assert desk.drawn("papers").splitlines()[1].rstrip(" ▐") == heading
        # Nothing is there to be picked.
        await desk.click("in titles")
        assert desk.title == "Kite 1.3"
        # A date leads to its first hit, and so does the next date in time.
        await desk.press("h", "g", "g", "j", "enter")
        assert (desk.title, desk.screen.pane) == ("Kite 8.1", "papers")
        await desk.press("]")
        assert desk.title == "Kite 9.1"


async def test_the_paper_under_the_cursor_stays_where_it_is_while_better_hits_come(blog: Blog) -> None:
    for day in range(1, 20):
        blog.post(f"2025-03-{day:02}", f"Boat {day}", body="## Introduction\nA kite.\n")
    async with open_reader(blog, size=(140, 30)) as desk:
        await type_in(desk, "/kite")
        await desk.press("enter", *"jjjj")
        title, place = desk.title, desk.place_of(desk.title)
        blog.post("2025-03-20", *(f"Kite {number}" for number in range(12)))
        desk.screen.scanner.scan(asked=True)
        await desk.settle()
        assert desk.rows()[0] == "in titles · 12"
        assert (desk.title, desk.place_of(title)) == (title, place)


async def test_digests_that_are_read_before_the_first_answer_are_searched_too(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    blog.post("2025-03-10", "연 one")
    async with open_reader(blog) as desk:
        may_answer, search = Event(), Searcher.search

        def wait_and_search(searcher: Searcher, *arguments: Any, **options: Any) -> Hits:
            may_answer.wait()
            return search(searcher, *arguments, **options)

        monkeypatch.setattr(Searcher, "search", wait_and_search)
        await desk.pilot.press("/", "연")
        blog.post("2025-03-11", "연 two")
        desk.screen.scanner.scan()
        await until(desk.pilot, lambda: len(desk.session.days) == 2)
        may_answer.set()
        await desk.settle()
        assert [row for row in desk.rows() if row.startswith("연")] == ["연 two", "연 one"]


def said(desk: Desk) -> str:
    """The sentence on the status line."""
    return desk.screen.status.message


async def test_what_words_hold_is_offered_after_enter_and_tab_takes_it(harbour: Blog) -> None:
    harbour.post("2025-03-09", "Rewind")
    async with open_reader(harbour) as desk:
        await type_in(desk, "/wind")
        assert desk.rows()[1:] == ["Kites in Wind"]
        assert said(desk) == ""
        await desk.press("enter")
        await until(desk.pilot, lambda: said(desk) == "1 paper · 1 more inside words: `*wind*` · Tab takes it")
        await desk.press("tab")
        assert desk.rows()[1:] == ["Kites in Wind", "Rewind"]
        assert desk.screen.pane == "papers"
        # It was taken: now the key does what it always does.
        await desk.press("tab")
        assert desk.screen.pane == "reader"


async def test_an_offer_goes_with_the_next_key(harbour: Blog) -> None:
    harbour.post("2025-03-09", "Rewind")
    async with open_reader(harbour) as desk:
        await type_in(desk, "/wind")
        await desk.press("enter")
        await until(desk.pilot, lambda: "more inside words" in said(desk))
        await desk.press("s")
        await desk.press("tab")
        assert desk.screen.pane == "reader"
        assert desk.rows()[1:] == ["Kites in Wind"]


async def test_a_query_of_the_other_layout_is_offered_while_it_is_typed(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/ghkrtks")
        await until(desk.pilot, lambda: said(desk) == "Nothing matches. 확산: 2 papers · Tab takes it")
        await desk.press("tab")
        assert desk.screen.services.prompt.text == "확산"
        assert desk.title == "Older Boats"
        # What can be completed goes before what is offered.
        await type_in(desk, " tit")
        await desk.press("tab")
        assert desk.screen.services.prompt.text == "확산 title:"


async def test_a_query_that_finds_nothing_takes_what_is_offered_after_enter_too(harbour: Blog) -> None:
    async with open_reader(harbour) as desk:
        await type_in(desk, "/ghkrtks")
        await desk.press("enter")
        await until(desk.pilot, lambda: "Tab takes it" in said(desk))
        await desk.press("tab")
        assert desk.title == "Older Boats"
        assert not desk.screen.services.prompt.is_open
