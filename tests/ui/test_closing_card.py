"""The closing card: it comes with the last decision of a day, nothing acts on it, and keys go on from it."""

from contextlib import closing as closing_of

import pytest

from digest_tui.errors import StateError
from digest_tui.model import Change, Event
from digest_tui.session.closing_card import Following
from digest_tui.store import open_store
from digest_tui.ui.terminal.saved_screen import saved_frame
from support.desk import Blog, Desk, open_reader
from support.promises import promises

DAY, OLDER, OLDEST = "2025-03-11", "2025-03-10", "2025-03-09"
NOTHING = "Nothing is shown: j k or Enter goes back to a paper"


@pytest.fixture
def blog(blog: Blog) -> Blog:
    """Three days with papers, one with a title in Hangul."""
    blog.post(DAY, "One", "긴 겨울을 나는 언어 모델", "Three")
    blog.post(OLDER, "Older one", "Older two")
    blog.post(OLDEST, "Oldest one")
    return blog


def card(desk: Desk) -> list[str]:
    """The lines of the closing card; none while the reader shows anything else."""
    lines = [line.strip(" ▐") for line in desk.drawn("reader").splitlines()[1:]]
    return [line for line in lines if line] if desk.screen.shows_card else []


def log(desk: Desk) -> list[Event]:
    """All that was decided."""
    return list(desk.library.store.events())


def decide(blog: Blog, **change: str) -> None:
    """Decide about a paper in another window."""
    with closing_of(open_store(blog.folder.parent / "data" / "state.db")) as store:
        store.apply([Change(**change)])


async def look(desk: Desk) -> None:
    """Notice what another window did."""
    desk.screen.services.store.poll()
    await desk.settle()


@promises("docs/keys.md", "the minutes of the day")
async def test_it_says_what_became_of_the_day_and_what_comes_next(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "s", "j", "d")
        assert card(desk) == [
            "Tue 11 Mar 2025 is done",
            "1 starred · 1 later · 1 skipped",
            "★ 긴 겨울을 나는 언어 모델                                    2503.00002",
            "under a minute today · streak of 1 day",
            "03-10, 2 new · n goes there",
        ]


@pytest.mark.parametrize("verb", ["r", "x", "d", "space", "O"])
async def test_each_verb_that_goes_on_brings_it(blog: Blog, verb: str) -> None:
    async with open_reader(blog, size=(120, 50)) as desk:
        await desk.press("x", "x", verb)
        assert card(desk)[0] == "Tue 11 Mar 2025 is done"
        assert log(desk)[-1].key == "arxiv:2503.00003"


async def test_a_star_stays_with_its_paper_and_the_verb_behind_it_brings_it(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "s")
        assert card(desk) == []
        await desk.press("r")
        assert card(desk)[1] == "1 starred · 2 skipped"


async def test_the_last_new_paper_may_be_above(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("j", "x", "x")
        assert (card(desk), desk.message) == ([], "skipped · u undoes · 1 new above · n goes there")
        await desk.press("n", "x")
        assert card(desk)[1] == "3 skipped"


async def test_a_day_that_was_done_before_is_opened_without_it(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x", "n", "]")
        assert (desk.day, card(desk)) == (DAY, [])
        # And another decision about one of its papers is just that.
        await desk.press("d")
        assert (card(desk), desk.state("One")) == ([], "later")
    async with open_reader(blog) as desk:
        await desk.press("g", "g", "r")
        assert card(desk) == []


async def test_a_list_of_all_dates_has_none(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("/", *"One", "enter", *"xxxx")
        assert desk.state("One") == "skipped"
        assert card(desk) == []


@pytest.mark.parametrize("key", ["r", "m", "s", "d", "x", "t", "e", "o", "O", "a", "P", "w", "y a", "y t", "v", "V"])
@promises("docs/keys.md", "No verb acts on it")
async def test_nothing_acts_on_it(blog: Blog, key: str) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
        before = log(desk), card(desk)
        await desk.press(*key.split())
        assert (log(desk), card(desk)) == before
        assert (desk.message, desk.opened, desk.app.clipboard) == (NOTHING, [], "")
        assert desk.app.screen is desk.screen


@pytest.mark.parametrize("keys", [("space",), ("space", "space"), ("ctrl+f",)])
async def test_neither_does_what_is_for_a_text(blog: Blog, keys: tuple[str, ...]) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x", *keys)
        assert (card(desk)[0], desk.message) == ("Tue 11 Mar 2025 is done", NOTHING)


async def test_scrolling_over_it_reads_nothing(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "s", "r", "u")
        assert desk.state("Three") == "unread starred"
        await desk.press("r", "l", "l", "u", "d")
        # In another window it is made unread again: the day is done still, for it is starred.
        decide(blog, key="arxiv:2503.00003", field="status", new="unread")
        await look(desk)
        assert desk.state("Three") == "unread starred"
        before = log(desk)
        await desk.press("J", "K", "pagedown", "pageup", "ctrl+d", "ctrl+u", "b")
        assert (log(desk), card(desk)[0]) == (before, "Tue 11 Mar 2025 is done")


@promises("docs/keys.md", "`u` undoes the last decision")
async def test_u_undoes_the_last_decision_and_takes_it_away(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
        await desk.press("u")
        assert (card(desk), desk.title, desk.state("Three")) == ([], "Three", "unread")
        assert desk.message == "undone: skipped · ctrl+r redoes"
        assert "Three" in desk.drawn("reader")
        await desk.press("d")
        assert card(desk)[1] == "1 later · 2 skipped"


@pytest.mark.parametrize(
    ("key", "pane", "title"),
    [
        ("j", "papers", "Three"),
        ("k", "papers", "긴 겨울을 나는 언어 모델"),
        ("enter", "papers", "Three"),
        ("escape", "papers", "Three"),
        ("j", "reader", "Three"),
        ("k", "reader", "Three"),
        ("enter", "reader", "Three"),
        ("escape", "reader", "Three"),
        ("n", "papers", "Older one"),
        ("n", "reader", "Older one"),
        ("[", "papers", "Older one"),
        ("g g", "papers", "One"),
        ("{", "papers", "Older one"),
        ("j", "dates", "Older one"),
        ("k", "dates", "Three"),
    ],
)
@promises("docs/keys.md", "`j` `k` `Enter` go back to the list.")
async def test_keys_go_on_from_it(blog: Blog, key: str, pane: str, title: str) -> None:
    async with open_reader(blog) as desk:
        await desk.press({"papers": "tab", "reader": "l", "dates": "h"}[pane])
        if pane == "papers":
            await desk.press("shift+tab")
        await desk.press("x", "x", "x", *key.split())
        assert (card(desk), desk.title, desk.screen.pane) == ([], title, pane)
        assert title in desk.drawn("reader")
        assert len(log(desk)) == 3


@promises("docs/keys.md", "`n` goes where the card says")
async def test_behind_any_key_n_goes_where_the_card_says(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x", "r", "z", "z", "n")
        assert (desk.title, desk.message) == ("Older one", "")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (("]",), "This is the newest day"),
        (("N",), "03-09 Sun, 1 new · N goes there"),
        (("g", "a"), ""),
        (("g", "t"), "no digest of 03-12 yet: this is 03-11"),
    ],
)
async def test_where_a_key_leads_nowhere_the_paper_is_shown_again(
    blog: Blog, keys: tuple[str, ...], message: str
) -> None:
    blog.post(DAY, "The only one")
    async with open_reader(blog) as desk:
        await desk.press("x")
        assert card(desk)
        await desk.press(*keys)
        assert (card(desk), desk.title, desk.message) == ([], "The only one", message)
        assert "day done · 1 skipped" in desk.drawn()


async def test_a_click_on_its_paper_shows_that_again(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
        await desk.click("Three")
        assert (card(desk), desk.title) == ([], "Three")
        assert "day done · 3 skipped" in desk.drawn()
        await desk.press("d")
        assert desk.state("Three") == "later"


async def test_the_footer_names_no_key_that_does_nothing_there(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
        assert "skip" not in desk.drawn("footer")
        assert "undo" in desk.drawn("footer")
        await desk.press("enter")
        assert "skip" in desk.drawn("footer")


async def test_the_list_of_commands_says_why_a_verb_does_nothing_there(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x", "?", *"Put it off")
        assert f"{NOTHING}." in "\n".join(desk.lines())


async def test_a_change_that_could_not_be_saved_takes_it_away(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x")

        def fail(*_: object) -> None:
            raise StateError("The disk is full.")

        monkeypatch.setattr(desk.library.store, "apply", fail)
        await desk.press("x")
        assert (card(desk), desk.state("Three"), desk.title) == ([], "unread", "Three")
        assert "Three" in desk.drawn("reader")


async def test_the_place_in_a_text_is_as_it_was(blog: Blog) -> None:
    blog.post(DAY, "Long one", body="\n\n".join(f"문단 {number}." for number in range(80)))
    async with open_reader(blog) as desk:
        await desk.press("J", "J")
        top = desk.screen.reader.top
        await desk.press("x")
        assert (top > 10, desk.screen.reader.top) == (True, 0)
        await desk.press("enter")
        assert desk.screen.reader.top == top


async def test_the_preface_and_views_take_its_place(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        for keys in (("i",), ("g", "a"), ("g", "s"), ("/", "O", "n", "e")):
            await desk.press("x", "x", "x")
            assert card(desk)
            await desk.press(*keys)
            assert card(desk) == [], keys
            await desk.press("escape", "escape", "g", "u")
            while any(event.field != "live" for event in log(desk)) and desk.message != "Nothing to undo":
                await desk.press("u")
            await desk.press("g", "u", "g", "g")


async def test_another_window_changes_what_it_says_and_a_new_paper_takes_it_away(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
        decide(blog, key="arxiv:2503.00001", field="star", new="1")
        decide(blog, key="arxiv:2503.00004", field="status", new="read")
        await look(desk)
        assert [line.split("  ")[0] for line in card(desk)] == [
            "Tue 11 Mar 2025 is done",
            "1 starred · 2 skipped",
            "★ One",
            "under a minute today · streak of 1 day",
            "03-10, 1 new · n goes there",
        ]
        decide(blog, key="arxiv:2503.00002", field="status", new="unread")
        await look(desk)
        assert (card(desk), desk.title) == ([], "Three")


async def test_a_digest_that_arrives_for_the_day_takes_it_away(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
        assert card(desk)
        (blog.folder / f"{DAY}-more.md").write_text(
            f"---\ntitle: More\ndate: {DAY}\n---\n\n# 1. [Four](https://arxiv.org/abs/2503.09999)\n\n글.\n", "utf-8"
        )
        await desk.press("R")
        assert card(desk) == []


@pytest.mark.parametrize("size", [(140, 45), (100, 30), (80, 24), (60, 20), (56, 18)])
async def test_it_survives_a_resize_and_is_whole_at_each_size(blog: Blog, size: tuple[int, int]) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "s", "j", "d")
        said = [" ".join(line.split()) for line in card(desk)]
        await desk.pilot.resize_terminal(*size)
        await desk.settle()
        assert [" ".join(line.split()) for line in card(desk)] == said


async def test_where_the_reader_is_hidden_the_list_says_it_and_verbs_act_again(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
        await desk.pilot.resize_terminal(50, 24)
        await desk.settle()
        assert "n: 03-10, 2 new" in desk.drawn()
        await desk.press("d")
        assert desk.state("Three") == "later"


async def test_a_restart_shows_the_list_with_its_closing_row(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
    async with open_reader(blog) as desk:
        assert card(desk) == []
        assert "day done · 3 skipped" in desk.drawn()
        assert desk.title == "Three"


async def test_the_screen_that_is_saved_for_the_next_start_is_without_it(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
        saved = saved_frame(desk.screen, desk.screen)
        assert saved is not None
        assert "is done" not in saved.text
        assert "3 skipped" in saved.text


async def test_many_stars_give_way_to_their_number(blog: Blog) -> None:
    blog.post(DAY, *(f"논문 {number}: A Title of Some Words That One Line Does Not Hold" for number in range(12)))
    async with open_reader(blog, size=(60, 20)) as desk:
        for _ in range(12):
            await desk.press("s", "r")
        page = desk.screen.reader.page
        assert len(card(desk)) == page
        shown = sum(line.startswith("★") for line in card(desk))
        assert card(desk)[-3] == f"and {12 - shown} more · g s lists them"
        assert card(desk)[-1] == "03-10, 2 new · n goes there"
        await desk.pilot.resize_terminal(140, 45)
        await desk.settle()
        assert sum(line.startswith("★") for line in card(desk)) == 12


@promises("docs/keys.md", "and how many days in a row are done.")
async def test_its_streak_counts_dates_back_from_the_newest(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("[", "x", "x")
        # The newest day has new papers: nothing is in a row.
        assert card(desk)[-2] == "under a minute today"
        await desk.press("]", "x", "x", "x")
        assert card(desk)[-2] == "under a minute today · streak of 2 days"
        assert card(desk)[-1] == "03-09, 1 new · n goes there"
        await desk.press("n", "x")
        assert card(desk)[-2:] == ["under a minute today · streak of 3 days", "no new papers on other days"]


async def test_its_streak_is_of_dates_and_not_of_the_future(blog: Blog) -> None:
    blog.post("2031-01-01", "Far one")
    (blog.folder / "papers.md").write_text(
        "# Papers\n\n## [No date](https://arxiv.org/abs/2503.09999)\n\n글.\n", "utf-8"
    )
    async with open_reader(blog) as desk:
        for arxiv in ("00007", "09999", "00004", "00005", "00006"):
            decide(blog, key=f"arxiv:2503.{arxiv}", field="status", new="read")
        await look(desk)
        await desk.press("x", "x", "x")
        assert card(desk)[-2:] == ["under a minute today · streak of 3 days", "no new papers on other days"]


async def test_minutes_and_streak_have_a_line_before_they_are_counted(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x")
        counted = desk.drawn("reader").splitlines()
        desk.screen.services.closing._minutes = None
        desk.screen.services.closing.follow()
        before = desk.drawn("reader").splitlines()
        different = [row for row, (was, now) in enumerate(zip(before, counted, strict=True)) if was != now]
        assert [before[row].strip() for row in different] == [""]
        assert [counted[row].strip() for row in different] == ["under a minute today · streak of 1 day"]


async def test_a_run_of_cards_has_one_of_its_own(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("s", "j", "x")
        papers = [entry.keys for entry in desk.session.days[0].entries][:2]
        desk.screen.services.closing.show(papers, "2 of 3 cards", lambda: Following("1 card left", "T"))
        await desk.settle()
        assert [line.split("  ")[0] for line in card(desk)] == [
            "2 of 3 cards",
            "1 starred · 1 skipped",
            "★ One",
            "under a minute today",
            "1 card left · T goes there",
        ]
        await desk.press("enter")
        assert card(desk) == []


async def test_u_takes_that_of_a_run_away_too_and_n_is_no_key_of_it(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("s", "j", "x")
        papers = [entry.keys for entry in desk.session.days[0].entries][:2]
        desk.screen.services.closing.show(papers, "2 of 3 cards", lambda: Following("1 card left", "T"))
        await desk.settle()
        await desk.press("u")
        assert (card(desk), desk.state("긴 겨울을 나는 언어 모델")) == ([], "unread")
        desk.screen.services.closing.show(papers, "2 of 3 cards", lambda: Following("", "n"))
        await desk.settle()
        assert card(desk)[-1] == "no new papers on other days"
