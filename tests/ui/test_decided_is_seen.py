"""What was decided stands in the reader and in the row as soon as it is committed, wherever it came from."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from rich.cells import cell_len

from digest_tui.model import Change
from digest_tui.model.state import MAX_NOTE
from digest_tui.render.palette import Palette
from digest_tui.store import Store, open_store
from digest_tui.ui.reader import page_renderer
from digest_tui.ui.reader.page_frame import NOTE_LINES
from digest_tui.ui.reader.rendered_page import Lines
from support.desk import Blog, Desk, open_reader

DAY = "2025-03-11"
FIRST = "arxiv:2503.00001"
LONG = "\n\n".join(f"문단 {n} 은 바람과 연에 대한 것이다." for n in range(60))


@contextmanager
def another_session(blog: Blog) -> Iterator[Store]:
    """A script or a window beside the reader."""
    store = open_store(blog.folder.parent / "data" / "state.db")
    yield store
    store.close()


async def decide_elsewhere(desk: Desk, blog: Blog, *changes: tuple[str, str]) -> None:
    """Another window decides about the first paper, and the reader looks."""
    with another_session(blog) as store:
        store.apply([Change(FIRST, field, new) for field, new in changes])
    desk.screen.services.store.poll()
    await desk.settle()


def header(desk: Desk) -> str:
    """The lines above the text of the paper that is shown."""
    rendered = desk.screen.reader.rendered
    assert rendered is not None
    return "\n".join(rendered.plain[: rendered.body])


def facts(desk: Desk) -> str:
    """The last line of facts of a paper without a note."""
    return header(desk).split("\n")[-2]


def lines_of_text(desk: Desk) -> list[str]:
    """The lines of the paper's own text as they stand on the screen, each with its place."""
    lines = enumerate(desk.drawn("reader").split("\n")[1:])
    return [f"{y} {line.rstrip(' ▐')}" for y, line in lines if "문단" in line]


async def test_every_verb_is_seen_on_the_paper_that_stays(blog: Blog) -> None:
    blog.post(DAY, "The only paper")
    async with open_reader(blog) as desk:
        assert facts(desk) == "● new"
        for key, words in (("s", "★ starred"), ("r", "★ starred · ✓ read"), ("d", "★ starred · > later")):
            await desk.press(key)
            if desk.screen.shows_card:
                await desk.press("enter")
            assert facts(desk) == words
            assert words in desk.drawn("reader")
        assert "★" in desk.drawn("papers")
        await desk.press("s", "x", "enter")
        assert facts(desk) == "× skipped"
        await desk.press("j", "x")
        assert facts(desk) == "● new"
        await desk.press("r", "u", "s")  # `u` takes the closing card away
        assert facts(desk) == "★ starred"


async def test_tags_and_notes_are_seen_when_they_are_written_undone_and_redone(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await desk.press("t", *"todo", "enter", "e", *"an idea", "enter")
        for pane in ("reader", "papers"):
            assert "#todo" in desk.drawn(pane)
            assert "an idea" in desk.drawn(pane)
        await desk.press("u")
        for pane in ("reader", "papers"):
            assert "#todo" in desk.drawn(pane)
            assert "an idea" not in desk.drawn(pane)
        await desk.press("u", "ctrl+r", "ctrl+r")
        for pane in ("reader", "papers"):
            assert "#todo" in desk.drawn(pane)
            assert "an idea" in desk.drawn(pane)


async def test_what_another_window_decides_is_seen_on_the_paper_that_is_shown(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await decide_elsewhere(desk, blog, ("star", "1"), ("status", "later"), ("tag:읽기", "1"), ("note", "생각"))
        assert "★ starred · > later · #읽기" in desk.drawn("reader")
        assert "“생각”" in desk.drawn("reader")
        assert "★ One of two" in desk.drawn("papers")
        assert "#읽기" in desk.drawn("papers")
        assert "“생각”" in desk.drawn("papers")
        with another_session(blog) as store:
            store.undo(any_session=True)
        desk.screen.services.store.poll()
        await desk.settle()
        assert not re.search("starred|later|읽기|생각", desk.drawn("reader") + desk.drawn("papers"))


async def test_what_was_done_to_many_is_seen_on_the_one_that_is_shown(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await desk.press("A", "d")
        assert "✓ read" in desk.drawn("reader")
        await desk.press("k", "v", "v", "s")
        assert "★ starred · ✓ read" in desk.drawn("reader")


async def test_the_text_does_not_move_while_it_is_read(blog: Blog) -> None:
    blog.post(DAY, "A long paper", "Another", body=LONG)
    async with open_reader(blog, size=(100, 30)) as desk:
        await desk.press("J", "J")
        before = lines_of_text(desk)
        assert before
        for changes in (
            [("note", "가 나 다 " * 60)],
            [("star", "1"), ("status", "read")],
            [(f"tag:name-{n}", "1") for n in range(20)],
            [("note", "")],
            [(f"tag:name-{n}", "0") for n in range(20)],
        ):
            await decide_elsewhere(desk, blog, *changes)
            assert lines_of_text(desk) == before
        await desk.press("s", "s", "u", "u")
        assert lines_of_text(desk) == before


async def test_who_looks_at_the_top_sees_the_whole_header(blog: Blog) -> None:
    blog.post(DAY, "A long paper", "Another", body=LONG)
    async with open_reader(blog, size=(100, 30)) as desk:
        await desk.press("e", *"kites", "enter")
        assert desk.screen.reader.top == 0
        assert "“kites”" in desk.drawn("reader")


async def test_at_the_end_of_a_paper_a_header_that_shrinks_leaves_nothing_empty_below(blog: Blog) -> None:
    blog.post(DAY, "A long paper", "Another", body=LONG)
    async with open_reader(blog, size=(100, 30)) as desk:
        await decide_elsewhere(desk, blog, ("note", "가 나 다 " * 400))
        await desk.press("enter", "G", "h")
        await decide_elsewhere(desk, blog, ("note", ""))
        reader = desk.screen.reader
        assert reader.top == reader.max_top


async def test_the_find_that_was_gone_to_stays_the_one_that_is_marked(blog: Blog) -> None:
    blog.post(DAY, "A long paper", "Another", body=LONG.replace("문단 2", "kite 2"))
    async with open_reader(blog, size=(100, 30)) as desk:
        await desk.press("ctrl+f", *"kite", "enter", "n", "n")
        assert desk.message.startswith("match 3 of 11")
        await decide_elsewhere(desk, blog, ("note", "a kite and another kite"), ("status", "later"))
        await desk.press("n")
        assert desk.message.startswith("match 6 of 13")
        await decide_elsewhere(desk, blog, ("note", ""))
        await desk.press("N")
        assert desk.message.startswith("match 3 of 11")


async def test_no_text_is_painted_again_for_a_decision(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    paint = page_renderer.paint_text

    def noted(markdown: str, width: int, palette: Palette) -> Lines:
        painted.append(markdown)
        return paint(markdown, width, palette)

    blog.post(DAY, "The only paper")
    async with open_reader(blog) as desk:
        monkeypatch.setattr(page_renderer, "paint_text", noted)
        await desk.press("s", "d", "t", *"todo", "enter", "e", *"idea", "enter", "u", "ctrl+r")
        await decide_elsewhere(desk, blog, ("status", "read"))
        assert painted == []


async def test_what_is_kept_for_the_next_start_holds_no_decision(blog: Blog) -> None:
    kept: dict[str, bytes] = {}
    blog.post(DAY, "The only paper")
    async with open_reader(blog) as desk:
        reader = desk.screen.reader
        reader._pages.kept = reader._pages.kept._replace(keep=kept.__setitem__)
        reader.keep_page()
        before = dict(kept)
        await desk.press("s", "t", *"todo", "enter", "e", *"idea", "enter")
        reader.keep_page()
        assert kept == before
    async with open_reader(blog) as desk:
        assert "★ starred · #todo" in desk.drawn("reader")


@pytest.mark.parametrize("size", [(140, 45), (100, 30), (80, 24), (60, 20)])
async def test_a_long_note_takes_few_lines_above_the_text_and_stands_whole_below_it(
    blog: Blog, size: tuple[int, int]
) -> None:
    words = "".join(f" 낱말{n:04}" for n in range(MAX_NOTE))[1:][:MAX_NOTE].rpartition(" ")[0]
    blog.post(DAY, "The only paper", "Another")
    async with open_reader(blog, size=size) as desk:
        await decide_elsewhere(desk, blog, ("note", words), *((f"tag:{'긴꼬리표' * 9}{n}", "1") for n in range(9)))
        rendered = desk.screen.reader.rendered
        assert rendered is not None
        note = header(desk)[header(desk).index("“") :].split("\n")[:-1]
        assert len(note) == NOTE_LINES
        assert note[NOTE_LINES - 1].endswith("…")
        below = " ".join(" ".join(rendered.plain[rendered.end :]).split())
        assert below == f"The whole note: {words}"
        assert max(map(cell_len, rendered.plain)) <= desk.screen.reader.column
        assert rendered.plain[rendered.body].startswith("Introduction")
        papers = desk.screen.papers
        await desk.press("h", "l")
        drawn = [papers.render_line(y) for y in range(papers.size.height)]
        assert {strip.cell_length for strip in drawn} == {papers.size.width}
        assert "The only" in desk.drawn("papers")
        assert "“낱말0000" in desk.drawn("papers")


async def test_a_preface_is_not_left_for_a_decision_of_another_window(blog: Blog) -> None:
    file = blog.post(DAY, "The only paper")
    file.write_text(file.read_text("utf-8").replace("# 1.", "오늘의 머리말.\n\n# 1."), encoding="utf-8")
    async with open_reader(blog) as desk:
        await desk.press("i")
        await decide_elsewhere(desk, blog, ("star", "1"))
        assert "오늘의 머리말" in desk.drawn("reader")
        await desk.press("i")
        assert "starred" in desk.drawn("reader")


async def test_long_tags_leave_room_for_the_title(blog: Blog) -> None:
    blog.post(DAY, "A title that is long enough to go on over two lines of the list of papers", "Another")
    async with open_reader(blog, size=(100, 30)) as desk:
        await decide_elsewhere(desk, blog, *((f"tag:{'긴꼬리표' * 9}{n}", "1") for n in range(9)))
        title = desk.drawn("papers").split("\n")[1:4]
        assert " ".join(" ".join(title).split()[2:]) == desk.title
        assert re.fullmatch(r" +#[긴꼬리표]+…", desk.drawn("papers").split("\n")[4])


async def test_a_search_lists_the_note_once(blog: Blog) -> None:
    blog.post(DAY, "The only paper", "Another")
    async with open_reader(blog) as desk:
        await desk.press("e", *"kites", "enter", "/", *"kites", "enter")
        assert desk.drawn("papers").count("kites") == 2
        assert "note: kites" in desk.drawn("papers")


async def test_marks_of_a_search_stay_as_they_are_when_the_same_is_asked_again(blog: Blog) -> None:
    blog.post(DAY, "A long paper", "Another", body=LONG.replace("문단 2", "kite 2"))
    async with open_reader(blog, size=(100, 30)) as desk:
        await desk.press("/", *"kite", "enter", "n", "n")
        assert desk.message.startswith("match 2 of 11")
        await desk.press("t", *"todo", "enter", "n")
        assert desk.message.startswith("match 3 of 11")
        await desk.press("escape")
        assert not desk.screen.reader.has_finds
        await desk.press("t", *"again", "enter")
        assert not desk.screen.reader.has_finds
