"""Where there are no papers, the panes say why, and which keys lead on: each once, in the middle."""

from threading import Event

import pytest
from rich.cells import cell_len

from digest_tui.sources import source_for
from digest_tui.store import memory_store
from digest_tui.ui.widgets.line_view import LineView
from support.desk import Blog, Desk, WaitingLibrary, make_app, open_reader
from support.patience import until

DAY, OLDER = "2025-03-11", "2025-03-10"
SIZES = [(158, 40), (140, 45), (100, 30), (80, 24), (60, 20), (40, 12), (30, 10)]


def seen(desk: Desk) -> str:
    """All words of the panes that are on screen."""
    panes = [pane for pane in (desk.screen.papers, desk.screen.reader) if pane.is_on_screen]
    return " ".join(" ".join(desk.drawn(pane.id or "").split()) for pane in panes)


def texts(pane: LineView) -> list[str]:
    """The lines of a pane below its heading."""
    return [pane.render_line(y).text for y in range(1, pane.size.height)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_word_is_on_screen_once_at_every_size(blog: Blog, size: tuple[int, int]) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog, size=size) as desk:
        await desk.press("g", "s")
        words = ("No starred papers.", "What you star with s stays here.", "new papers of the day", "g a")
        assert [seen(desk).count(each) for each in words] == [1] * len(words)


@pytest.mark.parametrize("size", SIZES)
async def test_it_stands_in_the_middle(blog: Blog, size: tuple[int, int]) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog, size=size) as desk:
        await desk.press("g", "l")
        for pane in (desk.screen.papers, desk.screen.reader):
            if not pane.is_on_screen:
                continue
            lines = texts(pane)
            rows = [number for number, line in enumerate(lines, 1) if line.strip()]
            above, below = rows[0], pane.size.height - 1 - rows[-1]
            assert abs(above - below) <= 1
            left = min(cell_len(line) - cell_len(line.lstrip()) for line in lines if line.strip())
            right = min(cell_len(line) - cell_len(line.rstrip()) for line in lines if line.strip())
            assert abs(left - right) <= 1


async def test_where_only_the_reader_is_seen_it_says_all(blog: Blog) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog) as desk:
        await desk.press("z", "g", "s")
        assert "No starred papers." in desk.drawn("reader")
        assert "new papers of the day" in desk.drawn("reader")
        assert not desk.screen.papers.is_on_screen
        await desk.press("z")
        assert "No starred papers." not in desk.drawn("reader")


async def test_a_day_that_was_done_before_says_what_became_of_it_and_n_goes_where_it_says(blog: Blog) -> None:
    blog.post(DAY, "One", "Two")
    blog.post(OLDER, "Older one")
    async with open_reader(blog) as desk:
        await desk.press("x", "d")
    async with open_reader(blog, fresh=True) as desk:
        assert desk.rows() == []
        assert "This day is done. 1 later, 1 skipped." in seen(desk)
        assert "n  03-10, 1 new" in desk.drawn("reader")
        await desk.press("n", "n")
        assert desk.title == "Older one"


@pytest.mark.parametrize("keys", [("g", "u"), ("g", "a")])
async def test_the_keys_lead_on(blog: Blog, keys: tuple[str, ...]) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog) as desk:
        await desk.press("g", "s")
        assert " ".join(keys) in desk.drawn("reader")
        await desk.press(*keys)
        assert desk.title == "One"


async def test_a_search_without_matches_names_the_way_back(blog: Blog) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog) as desk:
        await desk.press("/", *"zzz", "enter")
        assert "Nothing matches." in desk.drawn("papers")
        assert "Esc  the list before" in desk.drawn("reader")
        await desk.press("escape")
        assert desk.title == "One"


async def test_a_list_with_papers_again_is_drawn_as_ever(blog: Blog) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog) as desk:
        await desk.press("g", "s", "g", "u", "s", "g", "s")
        assert desk.title == "One"
        assert "No starred" not in seen(desk)


async def test_a_long_hangul_path_is_wrapped_between_cells(blog: Blog) -> None:
    long = Blog(blog.folder / "매우긴이름의폴더" / "논문요약을모아둔아주긴이름의폴더" / "또하나의폴더")
    long.folder.mkdir(parents=True)
    async with open_reader(long, size=(40, 24)) as desk:
        assert all(cell_len(line) == 40 for line in texts(desk.screen.papers))
        assert "폴더: 0 Markdown files" in seen(desk).replace(" ", "").replace("0Markdownfiles", " 0 Markdown files")
        assert "R rescan" in seen(desk)


async def test_while_nothing_is_read_yet_it_says_so(blog: Blog) -> None:
    blog.post(DAY, "One")
    library = WaitingLibrary([source_for(blog.folder)], memory_store())
    library.may_read, library.is_asked = Event(), Event()
    app = make_app(library)
    async with app.run_test(size=(100, 30)) as pilot:
        desk = Desk(app, pilot)
        await until(pilot, lambda: "Reading digests…" in desk.drawn())
        library.may_read.set()
        await desk.settle()
        assert "Reading digests…" not in desk.drawn()
        assert desk.title == "One"


async def test_the_footer_names_no_key_for_a_paper_where_there_is_none(blog: Blog) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog) as desk:
        assert "skip" in desk.drawn("footer")
        await desk.press("g", "s")
        assert "skip" not in desk.drawn("footer")
        assert "help" in desk.drawn("footer")
        await desk.press("g", "u")
        assert "skip" in desk.drawn("footer")


async def test_beside_a_page_that_says_why_the_list_does_not_say_it_again(blog: Blog) -> None:
    blog.post(DAY)
    blog.post(OLDER, "Older one")
    async with open_reader(blog, size=(140, 40)) as desk:
        await desk.press("h", "g", "g")
        words = seen(desk)
        assert "No papers here. Enter read it" in words
        assert "No papers found in this file. The reader" not in words
    async with open_reader(blog, size=(50, 20)) as desk:
        await desk.press("h", "g", "g", "l")
        assert "No papers found in this file. The reader shows all of it." in seen(desk)
