"""Keys reach what they are for, and what it says reaches the screen: what that is in each case is in tests/session."""

from datetime import date

from digest_tui.model.known import NO_LONGER
from digest_tui.session.views import View
from digest_tui.ui.keys.command import Pane
from support.desk import Blog, Desk, open_reader
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"


def drawn(desk: Desk, pane: str) -> str:
    """The words of a pane."""
    return " ".join(desk.drawn(pane).split())


@promises(
    "README.md",
    "`x` | Not for me.",
    "`d` | Later.",
    "`s` | A star: this one stays.",
)
async def test_keys_that_decide(blog: Blog) -> None:
    blog.post(DAY, "One", "Two", "Three")
    async with open_reader(blog) as desk:
        for key, status in (("r", "read"), ("m", "read"), ("d", "later"), ("x", "skipped")):
            await desk.press(key)
            assert (desk.state("One"), desk.title) == (status, "Two"), key
            assert desk.message.endswith(" · u undoes"), key
            await desk.press("k", key)
            assert (desk.state("One"), desk.title) == ("unread", "One"), key
        await desk.press("s")
        assert (desk.state("One"), desk.title, desk.message) == ("unread starred", "One", "starred · u undoes")
        await desk.press("u")
        assert (desk.state("One"), desk.message) == ("unread", "undone: starred · ctrl+r redoes")
        await desk.press("ctrl+r")
        assert (desk.state("One"), desk.message) == ("unread starred", "redone: starred · u undoes")
        await desk.press("ctrl+r")
        assert desk.message == "Nothing to redo"
        await desk.press("v", "v", "x")
        assert desk.states("One", "Two", "Three") == ["skipped starred", "skipped", "unread"]
        assert (desk.message, bool(desk.session.selection)) == ("2 papers skipped · u undoes", False)
        await desk.press("k", "V", "j", "r")
        assert desk.states("One", "Two", "Three") == ["skipped starred", "skipped", "read"]


async def test_keys_that_move(blog: Blog) -> None:
    blog.post(DAY, "One", "Two", "Three")
    blog.post(OLDER, "Older one")
    blog.post("2025-03-09", "Oldest one")
    async with open_reader(blog) as desk:
        for key, title in (
            *(("j", "Two"), ("k", "One"), ("down", "Two"), ("up", "One"), ("G", "Three"), ("end", "Three")),
            *(("home", "One"), ("n", "Two"), ("N", "One"), ("[", "Older one"), ("]", "One")),
        ):
            await desk.press(key)
            assert desk.title == title, key
        await desk.press("G", "g", "g")
        assert desk.title == "One"
        await desk.press("[", "x", "]", "{")
        assert desk.title == "Oldest one"
        await desk.press("}")
        assert desk.title == "One"
        await desk.press("]")
        assert desk.message == "This is the newest day"
        await desk.press("G", "n")
        assert (desk.title, desk.message) == ("Three", "03-09 Sun, 1 new · n goes there")
        # Another key between makes it say so again.
        await desk.press("J", "n")
        assert desk.title == "Three"
        await desk.press("n")
        assert desk.title == "Oldest one"
        await desk.press("x")
        assert desk.message == "skipped · u undoes"
        assert "03-11, 3 new · n goes there" in desk.drawn("reader")


async def test_keys_that_change_what_is_listed(blog: Blog) -> None:
    blog.post(DAY, "One", "Two")
    blog.count = 0
    blog.post(OLDER, "One", "Another")
    async with open_reader(blog) as desk:
        await desk.press("s", "j", "d")
        for keys, view in (
            *(("ga", View.ALL), ("gs", View.STARRED), ("gl", View.LATER), ("gu", View.NEW), ("gt", View.DATE)),
        ):
            await desk.press(*keys)
            assert desk.session.view is view, keys
        assert desk.message == "no digest of 03-12 yet: this is 03-11"
        await desk.press("k", "g", "d")
        assert (desk.day, desk.title) == (OLDER, "One")
        await desk.press("S")
        assert (desk.rows(), desk.message) == (["One", "Another"], "sorted: most votes first")
        await desk.press("S")
        assert (desk.rows(), desk.message) == (["Another", "One"], "sorted: by title")


async def test_keys_in_the_date_list(blog: Blog) -> None:
    blog.post(DAY, "One", "Two")
    blog.post(OLDER, "Older one")
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "[", "h", "k")
        assert desk.screen.pane is Pane.DATES
    async with open_reader(blog, fresh=True) as desk:
        assert desk.rows() == []
        assert "This day is done. 2 skipped." in drawn(desk, "papers")
        await desk.press("h", "enter")
        assert (desk.rows(), desk.screen.pane) == (["One", "Two"], Pane.PAPERS)
        await desk.press("s", "[", "s", "g", "s", "h", "k", "enter")
        assert desk.title == "One"
        await desk.press("j")
        assert desk.date_rows()[desk.screen.dates._cursor or 0].label == "10 Mon"


async def test_what_is_listed_and_where_it_also_stands_is_drawn(blog: Blog) -> None:
    other = Blog(blog.folder.with_name("notes"))
    other.folder.mkdir()
    for each in (blog, other):
        each.count = 0
        each.post(DAY, "In both", "In one")
    (blog.folder / "2025-W10.md").write_text(
        "- [In both](https://arxiv.org/abs/2503.00001)\n- [In a week](https://arxiv.org/abs/2503.00009)\n",
        encoding="utf-8",
    )
    (blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
    async with open_reader(blog, other) as desk:
        assert "other files · 1" in drawn(desk, "dates")
        assert "+notes also W10 2025" in drawn(desk, "papers")
        assert "● new · also in notes · also W10 2025\n" in desk.drawn("reader")
        await desk.press("r", "k")
        assert "+notes also W10 2025" in drawn(desk, "papers")
        assert "✓ read · also in notes" in drawn(desk, "reader")
        await desk.press("[")
        assert "W10 2025" in drawn(desk, "papers")


async def test_a_date_that_is_asked_for_without_a_digest_is_drawn_with_what_is_around_it(blog: Blog) -> None:
    blog.post("2025-03-01", "The one before")
    blog.post(DAY, "A later one", "And another")
    async with open_reader(blog, date=date(2025, 3, 5)) as desk:
        assert (desk.title, desk.message) == ("", "no digest of 03-05")
        assert "No papers here. [ the day before ] the day after" in drawn(desk, "papers")
        assert "before: 2025-03-01 Sat, 1 paper; after: 2025-03-11 Tue, 2 papers" in drawn(desk, "reader")


async def test_the_place_is_come_back_to(blog: Blog) -> None:
    blog.post(DAY, "One", "Two")
    async with open_reader(blog) as desk:
        await desk.press("s", "j", "s", "g", "s", "j")
    async with open_reader(blog) as desk:
        assert (desk.session.view, desk.title) == (View.STARRED, "Two")


async def test_a_paper_that_is_gone_is_drawn_as_such(blog: Blog) -> None:
    file = blog.post(DAY, "One", "Two")
    blog.post(OLDER, "Older one")
    async with open_reader(blog) as desk:
        await desk.press("s", "[", "s")
        file.unlink()
        await desk.press("R", "g", "s")
        assert desk.rows() == ["Tue 11 Mar 2025", "One", "Mon 10 Mar 2025", "Older one"]
        assert desk.drawn().count(NO_LONGER) == 1


async def test_a_search_lists_what_it_finds_as_it_is_typed(blog: Blog) -> None:
    naming = "## Introduction\n강화 학습(Reinforcement Learning; RL)을 쓴다.\n"
    blog.post(DAY, "One", "Two", body=naming)
    blog.post(OLDER, "Three", body="## Introduction\n강화학습만 쓴다.\n")
    async with open_reader(blog) as desk:
        await desk.press("/", "R", "L")
        assert "Three" in desk.rows()
        assert desk.message == "RL = Reinforcement Learning, 강화 학습 · ctrl+t only what you typed"
        await desk.press("ctrl+t")
        assert "Three" not in desk.rows()
        await desk.press("enter", "ctrl+t")
        assert "Three" in desk.rows()
        await desk.press("S")
        assert desk.message.startswith("A search is sorted by its query")
        await desk.press("/", "ctrl+u", *"학습만", "space", *"sort:title")
        assert "강화학습만 쓴다." in drawn(desk, "papers")
        assert "10 Mar · 강화학습만 쓴다." in drawn(desk, "papers")
        await desk.press("ctrl+u", *"zzz")
        assert "Nothing matches." in drawn(desk, "papers")


async def test_the_query_that_was_asked_for_is_listed_at_the_start(blog: Blog) -> None:
    blog.post(DAY, "A boat", "A kite")
    async with open_reader(blog, query="boat") as desk:
        assert (desk.session.view, desk.rows()) == (View.SEARCH, ["in titles · 1", "A boat"])
        await desk.press("escape", "escape")
        assert desk.session.view is View.NEW
