"""What is listed, where the reader opens, and what happens when files change."""

from digest_tui.ui.keys.command import Pane
from support.desk import Blog, open_reader

DAY = "2025-03-11"
OLDER = "2025-03-10"


async def test_the_newest_digest_opens_with_the_papers_focused(blog: Blog) -> None:
    blog.post(OLDER, "An older paper")
    blog.post(DAY, "첫째 논문", "Second paper")
    async with open_reader(blog) as desk:
        assert (desk.title, desk.screen.pane) == ("첫째 논문", Pane.PAPERS)


async def test_an_empty_folder_says_what_to_do(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        assert "0 Markdown files; open another folder" in " ".join(desk.drawn("papers").split())
        assert "R  rescan" in desk.drawn("reader")
        await desk.press(*"jksxnN[]{}uiow", "enter", "space", "G", "z", "z")
        assert desk.app.is_running


async def test_rescan_finds_a_new_digest_and_leaves_the_cursor(blog: Blog) -> None:
    blog.post(OLDER, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await desk.press("j")
        blog.post(DAY, "A paper of the new day")
        await desk.press("R")
        assert desk.title == "Two of two"
        assert desk.message == "rescanned: 1 changed"
        assert [day.id for day in desk.screen.session.days] == [DAY, OLDER]


async def test_a_digest_that_arrives_by_itself_is_announced_once(blog: Blog) -> None:
    blog.post(OLDER, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        assert len(desk.app._notifications) == 0
        blog.post(DAY, "A paper of the new day")
        for _ in range(2):
            desk.screen.scanner.scan()
            await desk.settle()
        assert [toast.message for toast in desk.app._notifications] == [f"Arrived: Daily Papers — {DAY}, 1 paper"]


async def test_an_empty_digest_is_announced_as_such_and_a_page_of_ones_own_is_not(blog: Blog) -> None:
    blog.post(OLDER, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        (blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
        desk.screen.scanner.scan()
        await desk.settle()
        assert not desk.app._notifications
        blog.post(DAY)
        desk.screen.scanner.scan()
        await desk.settle()
        assert [toast.message for toast in desk.app._notifications] == [f"Arrived: Daily Papers — {DAY}, no papers"]


async def test_a_changed_digest_keeps_cursor_and_scroll(blog: Blog) -> None:
    body = "\n\n".join(f"문단 {n} 입니다." for n in range(60))
    blog.post(DAY, "One of two", "Two of two", body=body)
    async with open_reader(blog) as desk:
        await desk.press("j", "J")
        top = desk.screen.reader.top
        blog.count = 0
        blog.post(DAY, "One of two", "Two of two", "Three of three", body=body + "\n\n새 문단.")
        await desk.press("R")
        assert (desk.title, desk.screen.reader.top) == ("Two of two", top)
        assert top > 0


async def test_the_preface_is_shown_and_left_again(blog: Blog) -> None:
    path = blog.post(DAY, "A paper")
    text = path.read_text(encoding="utf-8").replace("# 1. [", "오늘의 머리말.\n\n# 1. [")
    path.write_text(f"{text}\n# 마무리\n\n오늘의 맺음말.\n", encoding="utf-8")
    async with open_reader(blog) as desk:
        await desk.press("i")
        assert "오늘의 머리말." in desk.drawn("reader")
        assert "오늘의 맺음말." in desk.drawn("reader")
        await desk.press("s")
        assert desk.state("A paper") == "unread"
        await desk.press("escape")
        assert "오늘의 머리말." not in desk.drawn("reader")
        assert desk.screen.pane is Pane.PAPERS
