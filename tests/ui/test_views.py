"""Views, orders, selections and bulk decisions; several windows."""

import pytest
from textual.events import Key

from digest_tui.session.page import Page
from digest_tui.ui.screens.bulk import BulkScreen
from support.desk import Blog, Desk, open_reader
from support.promises import promises

DAY = "2025-03-11"
OLDER = "2025-03-10"
OLDEST = "2025-02-01"


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Three days with six papers."""
    blog.post(DAY, "New one", "New two", "New three")
    blog.post(OLDER, "Older one", "Older two")
    blog.post(OLDEST, "Oldest one")
    return blog


@pytest.mark.parametrize(("key", "words"), [("s", "No starred papers."), ("l", "No papers put off for later.")])
async def test_an_empty_view_says_what_fills_it(full_blog: Blog, key: str, words: str) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("g", key)
        assert words in " ".join(desk.drawn("papers").split())
        await desk.press("s")
        assert desk.message == "No paper is shown: g u lists the new papers"
        await desk.press(*"jksxdnN[]{}oiw", "G", "space")
        assert desk.app.is_running


async def test_a_range_is_seen_while_it_grows(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("V", "j")
        assert [line.count("▌") for line in desk.drawn("papers").splitlines() if "New" in line][:3] == [1, 1, 0]


async def test_escape_takes_a_selection_back_and_keeps_the_focus(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("v", "enter", "escape")
        assert not desk.screen.session.selection
        assert desk.screen.pane == "reader"


async def test_bulk_shows_counts_first_and_is_one_step(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "A")
        menu = desk.app.screen
        assert isinstance(menu, BulkScreen)
        assert [(scope.key, scope.count) for scope in menu._rows] == [("d", 2), ("3", 1)]
        assert desk.state("New two") == "unread"
        await desk.press("d")
        assert [desk.state(f"New {n}") for n in ("one", "two", "three")] == ["unread starred", "read", "read"]
        assert desk.message == "2 papers marked read · u undoes"
        await desk.press("u")
        assert desk.state("New two") == desk.state("New three") == "unread"


async def test_escape_leaves_the_bulk_menu_and_changes_nothing(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("A", "escape")
        assert desk.screen.library.new_count(desk.screen.session.days[0]) == 3


async def test_an_undo_leaves_what_another_window_changed_since(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog, fresh=True) as other:
        await desk.press("A", "d")
        other.screen.services.store.poll()
        await other.settle()
        await other.press("j", "d")
        await desk.press("u")
        assert desk.message == "undone: 2 papers marked read (1 left: changed since) · ctrl+r redoes"
        desk.screen.services.store.poll()
        await desk.settle()
        assert [desk.state(f"New {n}") for n in ("one", "two", "three")] == ["unread", "later", "unread"]


async def test_a_verb_acts_on_its_paper_whatever_loads_meanwhile(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.pilot.press("j")
        full_blog.post("2025-03-12", "Newest one")
        desk.screen.scanner.scan()
        await desk.press("x")
        assert desk.state("New two") == "skipped"
        assert desk.state("Newest one") == "unread"


@pytest.mark.parametrize(
    "typed",
    [
        ["ㅓ", "ㄴ", "ㅌ"],
        ["너", "ㅌ"],
        ["ㅓ", "ㄴ", "tmp", "ㅌ"],
    ],
)
@promises(
    "README.md",
    "Hands stay on the keyboard, Hangul input on or off",
    "With the Hangul input method on, `ㅓ` is `j` and `ㄴ` is `s`: every letter key works, also within a syllable "
    "that the input method made of two",
)
@promises("docs/keys.md", "Every key also works with the Hangul input method on.")
async def test_hangul_keys_do_what_the_latin_ones_under_them_do(full_blog: Blog, typed: list[str]) -> None:
    async with open_reader(full_blog) as desk:
        await type_hangul(desk, [key for key in typed if key != "tmp"])
        latin = "sjx" if typed[0] == "너" else "jsx"
        states = [desk.state(f"New {n}") for n in ("one", "two")]
        assert states == (["unread starred", "skipped"] if latin == "sjx" else ["unread", "skipped starred"])


async def type_hangul(desk: Desk, keys: list[str]) -> None:
    """Type what an input method gives: one key event for each character."""
    for key in keys:
        desk.screen.keyboard.type(key)
    await desk.settle()


async def test_a_hangul_sequence_is_the_latin_one(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("j", "j", "ㅎ", "ㅎ")
        assert desk.title == "New one"


@promises("README.md", "except `q`: a stray syllable must not quit.")
async def test_hangul_never_quits_and_is_explained_once(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("ㅂ", "ㅂ", "ㅓ")
        assert desk.app.is_running
        assert desk.title == "New two"
        assert len(desk.app._notifications) == 1


async def test_hangul_in_a_text_input_stays_hangul(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("?", "ㅌ", "너", "escape")
        assert desk.state("New one") == "unread"


async def test_of_a_burst_of_keys_only_the_last_paper_is_painted(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    blog.post("2025-03-11", *(f"Paper {number}" for number in range(12)))
    async with open_reader(blog) as desk:
        await desk.press("g", "g")
        shown: list[str] = []
        show = desk.screen.reader.show

        def count(page: Page | None) -> None:
            shown.append(page.title if page else "")
            show(page)

        monkeypatch.setattr(desk.screen.reader, "show", count)
        driver = desk.app._driver
        assert driver is not None
        for _ in range(8):
            driver.send_message(Key("j", "j"))
        await desk.settle()
        assert shown == ["Paper 8"]
        assert "Paper 8" in desk.drawn("reader")
        assert desk.screen.papers._cursor == desk.screen.session.row == 8
        await desk.press("j")
        assert shown == ["Paper 8", "Paper 9"]


async def test_behind_a_dialog_the_panes_say_what_they_say_without_it(full_blog: Blog) -> None:
    def looks(desk: Desk) -> list[list[tuple[str, object]]]:
        screen = desk.screen
        panes = (screen.dates, screen.papers, screen.reader)
        return [
            [(text, style) for text, style, _ in strip]
            for pane in panes
            for strip in pane.render_lines(pane.outer_size.region)
        ]

    async with open_reader(full_blog) as desk:
        # A first dialog fills the cache that a second one must not show.
        await desk.press("?", "escape", "j", "s", "[")
        alone = looks(desk)
        await desk.press("?")
        assert len(desk.app.screen_stack) > 1
        # Only the cursor is another one: the dialog has it now.
        assert [[text for text, _ in row] for row in looks(desk)] == [[text for text, _ in row] for row in alone]
        await desk.press("escape")
        assert looks(desk) == alone
