"""The bulk menu on the screen: counts that follow, choices that wait, keys typed before it is drawn."""

from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, wait
from contextlib import asynccontextmanager
from threading import Event

import pytest
from rich.cells import cell_len
from textual.events import Key

from digest_tui.ui.screens.bulk import BulkScreen
from support.desk import Blog, Desk, open_reader
from support.patience import until
from support.promises import promises

DAY, OLDER, OLDEST = "2025-03-11", "2025-03-10", "2025-02-01"
TITLES = ("New one", "New two", "New three", "Older one", "Older two", "Oldest one")


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Three days with six papers."""
    blog.post(DAY, *TITLES[:3])
    blog.post(OLDER, *TITLES[3:5])
    blog.post(OLDEST, TITLES[5])
    return blog


def menu(desk: Desk) -> BulkScreen:
    """The menu, which is open."""
    assert isinstance(desk.app.screen, BulkScreen)
    return desk.app.screen


def drawn(desk: Desk) -> list[str]:
    """What the edge of the menu says, and its lines, with single blanks."""
    rows = menu(desk)._list
    return [desk.edge(), *(" ".join(rows.render_line(y).text.split()) for y in range(rows.size.height))]


def chosen(desk: Desk) -> str:
    """The key of the row that Enter would pick."""
    row = menu(desk)._row
    return "" if row is None else menu(desk)._rows[row].key


def read(desk: Desk) -> str:
    """The numbers of the papers that are marked read."""
    return "".join(str(n) for n, title in enumerate(TITLES, 1) if desk.state(title) == "read")


async def burst(desk: Desk, *keys: str) -> None:
    """Type keys in one go: nothing is drawn between them."""
    driver = desk.app._driver
    assert driver is not None
    for key in keys:
        driver.send_message(Key(key, key if len(key) == 1 else None))
    await desk.settle()


async def until_drawn(desk: Desk, *lines: str) -> None:
    """Wait until the menu says this."""
    await until(desk.pilot, lambda: drawn(desk) == list(lines))


@asynccontextmanager
async def reading(blog: Blog) -> AsyncIterator[tuple[Desk, Event]]:
    """A reader that has read two files and waits with the others until it may go on."""
    may_go_on = Event()
    async with open_reader(blog, may_go_on=may_go_on) as desk:
        controller = desk.screen.scan_controller
        await until(desk.pilot, lambda: controller.progress is not None and controller.progress.done == 2)
        yield desk, may_go_on
        may_go_on.set()


async def test_the_rows_say_what_they_would_do(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("A")
        assert drawn(desk) == [
            "Mark new papers read key or Enter · Esc",
            "d 03-11 Tue 3 papers",
            "k this paper and those above 1 paper",
            "3 older than a month 1 paper",
        ]


async def test_a_choice_waits_until_all_is_read_and_then_for_enter(full_blog: Blog) -> None:
    full_blog.post("2025-02-02", "Another old one")
    async with reading(full_blog) as (desk, may_go_on):
        await desk.pilot.press("A", "1")
        await until_drawn(desk, "Mark new papers read reading 2 of 4 · Esc cancels", "1 older than a week 0 papers")
        await desk.pilot.press("enter", "enter")
        may_go_on.set()
        await desk.settle()
        await until_drawn(desk, "Mark 2 papers read Enter marks · Esc cancels", "1 older than a week 2 papers")
        # The key that chose it is not the one that confirms it.
        await desk.press("1", "down", "d")
        assert (read(desk), chosen(desk)) == ("", "1")
        await desk.press("enter")
        assert (read(desk), desk.message) == ("6", "2 papers marked read · u undoes")
        assert desk.screen.pane == "papers"
        await desk.press("u")
        assert read(desk) == ""


async def test_esc_drops_a_choice_that_waits(full_blog: Blog) -> None:
    async with reading(full_blog) as (desk, may_go_on):
        await desk.pilot.press("A", "1", "escape")
        may_go_on.set()
        await desk.settle()
        assert desk.app.screen is desk.screen
        assert read(desk) == ""


async def test_keys_typed_ahead_while_digests_are_read_mark_nothing(full_blog: Blog) -> None:
    may_go_on = Event()
    async with open_reader(full_blog, typed_early="Ad", may_go_on=may_go_on) as desk:
        may_go_on.set()
        await desk.settle()
        await until_drawn(desk, "Mark 3 papers read Enter marks · Esc cancels", "d 03-11 Tue 3 papers")
        assert read(desk) == ""
        await desk.press("enter")
        assert read(desk) == "123"


async def test_keys_typed_ahead_once_all_is_read_do_what_they_would(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await burst(desk, "A", "d", "n", "n", "s")
        assert (read(desk), desk.state("Older one")) == ("123", "unread starred")
    async with open_reader(full_blog) as desk:
        await burst(desk, "A", "down", "down", "enter", "u", "u")
        # The second undoes the star.
        assert (read(desk), desk.states("Older one", "Older two")) == ("123", ["unread", "unread"])


async def test_the_counts_grow_under_the_cursor_which_stays_where_it_is(full_blog: Blog) -> None:
    full_blog.post("2024-11-01", "Very old one")
    async with reading(full_blog) as (desk, may_go_on):
        await desk.pilot.press("A", "down", "down", "down")
        await desk.pilot.pause()
        assert (chosen(desk), drawn(desk)[0]) == ("l", "Mark new papers read reading 2 of 4 · Esc")
        assert drawn(desk)[-1] == "4 older than 3 months 0 papers"
        may_go_on.set()
        await desk.settle()
        await until(desk.pilot, lambda: drawn(desk)[0] == "Mark new papers read key or Enter · Esc")
        # What it was on is about the papers of the day, which have one row now.
        assert (chosen(desk), drawn(desk)[-1]) == ("d", "4 older than 3 months 1 paper")


async def test_a_decision_of_another_window_is_counted_at_once(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog, fresh=True) as other:
        await desk.press("A")
        await other.press("d")
        desk.screen.services.store.poll()
        await desk.settle()
        assert drawn(desk)[1] == "d 03-11 Tue 2 papers"
        await desk.press("d")
        assert desk.states(*TITLES[:3]) == ["later", "read", "read"]


async def test_a_decision_that_is_not_known_here_yet_is_not_overruled(
    full_blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog, fresh=True) as other:
        # What the timer would find out is not known before the choice.
        monkeypatch.setattr(desk.screen.services.store, "poll", lambda: None)
        await desk.press("A")
        await other.press("d")
        await burst(desk, "d", "x", "x")
        # What the other window decided is read in a thread; then the menu is there again.
        await until(desk.pilot, lambda: isinstance(desk.app.screen, BulkScreen))
        await desk.settle()
        assert drawn(desk) == ["Mark 2 papers read Enter marks · Esc cancels", "d 03-11 Tue 2 papers"]
        assert desk.states(*TITLES[:3]) == ["later", "unread", "unread"]
        await desk.press("enter")
        assert desk.states(*TITLES[:3]) == ["later", "read", "read"]
        assert desk.message == "2 papers marked read · u undoes"


async def test_keys_behind_a_choice_that_was_not_carried_out_are_dropped(
    full_blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog, fresh=True) as other:
        monkeypatch.setattr(desk.screen.services.store, "poll", lambda: None)
        await desk.press("A")
        await other.press("A", "1")
        await burst(desk, "1", "d", "enter")
        assert drawn(desk)[:2] == ["Mark new papers read key or Enter · Esc", "d 03-11 Tue 3 papers"]
        assert (chosen(desk), read(desk)) == ("", "6")


async def test_a_choice_waits_for_what_was_decided_elsewhere_however_soon_that_is_read(
    full_blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog, fresh=True) as other:
        store = desk.screen.services.store
        monkeypatch.setattr(store, "poll", lambda: None)
        submit = store._pool.submit

        def submit_and_wait(call: Callable[..., object], *arguments: object) -> Future[object]:
            future = submit(call, *arguments)
            wait([future])
            return future

        monkeypatch.setattr(store._pool, "submit", submit_and_wait)
        await desk.press("A")
        await other.press("A", "1")
        await burst(desk, "1", "d", "enter")
        assert drawn(desk)[:2] == ["Mark new papers read key or Enter · Esc", "d 03-11 Tue 3 papers"]


async def test_a_choice_is_carried_out_also_when_the_reader_is_left_at_once(
    full_blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(full_blog) as desk:
        monkeypatch.setattr(desk.screen.services.store, "catch_up", lambda: None)
        await desk.press("v", "v", "A", "v")
        assert read(desk) == ""
        await desk.pilot.press("ctrl+q")
    async with open_reader(full_blog) as desk:
        assert read(desk) == "12"


async def test_what_became_of_everything_elsewhere_is_said_in_the_menu(blog: Blog) -> None:
    blog.post(DAY, "One", "Two")
    async with open_reader(blog) as desk, open_reader(blog, fresh=True) as other:
        await desk.press("A")
        await other.press("A", "d")
        desk.screen.services.store.poll()
        await desk.settle()
        words = " ".join(" ".join(drawn(desk)).split())
        assert words == "Mark new papers read Esc closes All decided: there is nothing to mark."
        await desk.press("enter", "down", "d", "escape")
        assert desk.states("One", "Two") == ["read", "read"]


async def test_where_nothing_is_offered_its_keys_do_nothing_else(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "g", "s", "A")
        assert "No new papers in this list." in " ".join(drawn(desk))
        await desk.press("d", "j", "x", "enter", "escape")
        assert desk.state("New one") == "unread starred"


async def test_a_menu_for_a_selection_that_is_gone_has_no_row_chosen(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("v", "v")
        (full_blog.folder / f"{DAY}-papers.md").unlink()
        desk.screen.scanner.scan()
        await desk.settle()
        await desk.press("A")
        assert (chosen(desk), drawn(desk)[1]) == ("", "d 03-10 Mon 2 papers")
        await desk.press("enter", "escape")
        assert desk.states(*TITLES[3:]) == ["unread"] * 3


async def test_a_selection_without_new_papers_is_not_replaced_by_the_day(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "v", "A")
        assert (chosen(desk), drawn(desk)[1]) == ("", "d 03-11 Tue 2 papers")
        await desk.press("enter", "escape")
        assert read(desk) == ""


async def test_enter_marks_the_selected(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("j", "v", "v", "A")
        assert (chosen(desk), drawn(desk)[1]) == ("v", "v the 2 selected 2 papers")
        await desk.press("enter")
        assert (read(desk), desk.message) == ("23", "2 papers marked read · u undoes")
        assert not desk.session.selection


async def test_a_row_that_goes_away_gives_its_cursor_to_none(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog, fresh=True) as other:
        await desk.press("v", "v", "A")
        await other.press("x", "x")
        desk.screen.services.store.poll()
        await desk.settle()
        assert (chosen(desk), drawn(desk)[1]) == ("", "d 03-11 Tue 1 paper")
        await desk.press("enter")
        assert desk.states(*TITLES[:3]) == ["skipped", "skipped", "unread"]
        await desk.press("down")
        assert chosen(desk) == "d"


@pytest.mark.parametrize(
    ("typed", "marked"),
    [("ㅇ", "123"), ("ㅓ", "23"), ("ㅏ", "12"), ("ㅣ", "123"), ("ㅂ", ""), ("어", "123"), ("ㅌ", "")],
)
async def test_hangul_in_the_menu_is_the_latin_keys_under_it(full_blog: Blog, typed: str, marked: str) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("j", "A")
        await burst(desk, typed)
        assert read(desk) == marked


async def test_the_second_key_of_a_syllable_is_for_what_lies_below(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("A")
        # `d`, then `n`: after the day is marked, the next new paper.
        await burst(desk, "우", "n")
        assert (read(desk), desk.title) == ("123", "Older one")


async def click_first_row(desk: Desk) -> None:
    """Click on the first row of the menu, a while after the last click."""
    region = menu(desk)._list.content_region
    at = (region.x + 5, region.y)
    desk.mouse_clock += 10
    desk.press_button(at, at)
    # Not until everything is settled: the digests may wait to be read.
    await desk.pilot.pause()


async def test_clicks_pick_and_confirm(full_blog: Blog) -> None:
    async with reading(full_blog) as (desk, may_go_on):
        await desk.pilot.press("A")
        await click_first_row(desk)
        await click_first_row(desk)
        may_go_on.set()
        await desk.settle()
        await until_drawn(desk, "Mark 3 papers read Enter marks · Esc cancels", "d 03-11 Tue 3 papers")
        assert read(desk) == ""
        await click_first_row(desk)
        await desk.settle()
        assert read(desk) == "123"


async def test_failed_reading_is_waited_for_no_longer(full_blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(full_blog) as (desk, may_go_on):
        await desk.pilot.press("A", "d")

        def fail(*_: object) -> None:
            raise OSError("the disk went away")

        monkeypatch.setattr(desk.screen.library, "apply", lambda scan: False)
        monkeypatch.setattr("support.desk.Scan", fail)
        may_go_on.set()
        await desk.settle()
        await until_drawn(desk, "Mark 3 papers read Enter marks · Esc cancels", "d 03-11 Tue 3 papers")


@pytest.mark.parametrize("size", [(140, 45), (80, 24), (60, 20), (40, 12)])
async def test_every_row_fits(blog: Blog, size: tuple[int, int]) -> None:
    papers = [(f"2502.{n:05}", f"논문 {n}번: 아주 긴 제목을 가진 글", n // 4 if n < 30 else None) for n in range(1, 42)]
    blog.log("2025-03-11", *papers)
    blog.post("2024-11-01", "Very old one")
    async with open_reader(blog, size=size) as desk:
        await desk.press("j", "v", "v", "A")
        rows = menu(desk)._list
        assert rows.size.width <= size[0]
        lines = [rows.render_line(y).text for y in range(rows.size.height)]
        assert {cell_len(line) for line in lines} == {rows.size.width}
        if size[0] >= 60:
            assert not any("…" in line for line in lines)
            assert [line[1] for line in lines if line[1] != " "] == list("vdjk4xa")
        await desk.press("x", "1", "1")
        if size[0] >= 60:
            assert (
                drawn(desk)
                == [
                    "Skip 30 papers x for 20, a number · Enter skips · Esc cancels",
                    "x keep the 11 most voted of 41, skip the rest 30 papers",
                    "3 skipped papers of equal votes",
                    "12 skipped papers without votes",
                    *(
                        f"{n // 4} 논문 {n}번: 아주 긴 제목을 가진 글"
                        for n in (28, 29, 24, 25, 26, 27, 20, 21, 22, 23, 16)
                    ),
                ][: size[1] - 4]
            )


async def test_a_number_typed_ahead_counts(blog: Blog) -> None:
    blog.log("2025-03-11", *((f"2503.{n:05}", f"Paper {n}", 99 - n) for n in range(1, 21)))
    async with open_reader(blog) as desk:
        await burst(desk, "A", "x", "1", "2", "backspace", "0", "enter")
        assert desk.message == "10 papers skipped · u undoes"
        assert [desk.state(f"Paper {n}") for n in (1, 10, 11, 20)] == ["unread", "unread", "skipped", "skipped"]
        await desk.press("u")
        assert desk.counts() == ["20"]


@pytest.mark.parametrize(
    ("key", "marked"), [("d", "123"), ("l", "123"), ("j", "123"), ("k", "1"), ("1", "6"), ("3", "6")]
)
async def test_a_key_without_a_row_of_its_own_marks_what_its_name_says(full_blog: Blog, key: str, marked: str) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("A")
        assert [row.key for row in menu(desk)._rows] == ["d", "k", "3"]
        await desk.press(key)
        assert read(desk) == marked


async def test_rows_part_where_another_window_decides_about_some_of_their_papers(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog, fresh=True) as other:
        await desk.press("j", "A")
        assert [row.key for row in menu(desk)._rows] == ["d", "j", "k", "3"]
        await other.press("s")
        desk.screen.services.store.poll()
        await desk.settle()
        assert [(row.key, row.count) for row in menu(desk)._rows] == [("d", 2), ("k", 1), ("3", 1)]


# Keeping the most voted of all dates


def tree(day: int, n: int) -> str:
    """The title of a paper of a day."""
    return f"{'가나다라마바사아자차카타'[n - 1]} 겨울나무와 언어 모델 {day}"


@pytest.fixture
def voted_blog(blog: Blog) -> Blog:
    """Three days of twelve papers with votes, titles in Hangul."""
    for day in (9, 10, 11):
        papers = [(f"2503.{day * 100 + n:05}", tree(day, n), 10 * n + day) for n in range(1, 13)]
        blog.log(f"2025-03-{day:02}", *papers)
    return blog


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@promises("README.md", "it names them before")
async def test_what_would_be_kept_is_seen_before_it_is_done(voted_blog: Blog, size: tuple[int, int]) -> None:
    async with open_reader(voted_blog, size=size) as desk:
        await desk.press("A", "a", "6")
        assert drawn(desk) == [
            "Skip 30 papers a for 10, a number · Enter skips · Esc cancels",
            # Where words have no room they go on below.
            *(
                ["a keep the 6 most voted of all 36, skip the rest 30 papers"]
                if size[0] > 60
                else ["a keep the 6 most voted of all 36, skip the 30 papers", "rest"]
            ),
            *(f"{10 * n + day} {tree(day, n)}" for n in (12, 11) for day in (11, 10, 9)),
        ]
        assert desk.library.store.last_before == 0
        assert not list(desk.library.store.events())
        await desk.press("enter")
        events = list(desk.library.store.events())
        assert (len(events), len({event.batch for event in events})) == (30, 1)
        assert {(event.field, event.new) for event in events} == {("status", "skipped")}
        assert desk.message == "30 papers skipped · u undoes"
        await desk.press("u")
        assert sum(desk.library.new_count(day) for day in desk.session.days) == 36


async def test_more_than_fit_are_scrolled(voted_blog: Blog) -> None:
    async with open_reader(voted_blog, size=(60, 20)) as desk:
        await desk.press("A", "a", "a")
        assert drawn(desk)[1].startswith("a keep the 20 most voted")
        assert tree(10, 6) not in " ".join(drawn(desk))
        await desk.press("pagedown", "pagedown")
        assert drawn(desk)[-1].rstrip(" ▐") == f"70 {tree(10, 6)}"
        await desk.press("pageup", "pageup", "down", "up")
        assert drawn(desk)[1].startswith("a keep the 20 most voted")
        await desk.press("enter")
        assert desk.message == "16 papers skipped · u undoes"


async def test_a_row_of_what_is_kept_is_nothing_to_click(voted_blog: Blog) -> None:
    async with open_reader(voted_blog, size=(80, 24)) as desk:
        await desk.press("A", "a")
        await desk.click(tree(11, 12))
        assert menu(desk).is_active
        await desk.click("most voted of all 36")
        assert desk.message == "26 papers skipped · u undoes"


async def test_the_rest_is_skipped_by_hangul_keys_too(voted_blog: Blog) -> None:
    async with open_reader(voted_blog) as desk:
        await desk.press("A", "ㅁ", "7", "enter")
        assert desk.message == "29 papers skipped · u undoes"


async def test_a_decision_of_another_window_about_a_kept_paper_has_to_be_seen(voted_blog: Blog) -> None:
    async with open_reader(voted_blog) as desk, open_reader(voted_blog, fresh=True) as other:
        await desk.press("A", "a", "3")
        await other.press("G", "x")
        desk.screen.services.store.poll()
        await desk.settle()
        assert drawn(desk)[1:3] == ["a keep the 3 most voted of all 35, skip the rest 32 papers", f"130 {tree(10, 12)}"]
