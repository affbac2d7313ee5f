"""What is listed, where the reader opens, and what happens when files change."""

from datetime import date

from digest_tui.ui.keys.commands import Pane
from support.desk import Blog, open_reader

DAY = "2025-03-11"
OLDER = "2025-03-10"


async def test_the_newest_digest_opens_with_the_papers_focused(blog: Blog) -> None:
    blog.post(OLDER, "An older paper")
    blog.post(DAY, "첫째 논문", "Second paper")
    async with open_reader(blog) as desk:
        assert (desk.title, desk.screen.pane) == ("첫째 논문", Pane.PAPERS)


async def test_a_digest_of_the_far_future_stands_at_the_foot_and_is_not_opened(blog: Blog) -> None:
    blog.post("2031-01-01", "From the future")
    blog.post(DAY, "A paper of today")
    async with open_reader(blog) as desk:
        assert desk.title == "A paper of today"
        rows = [row.label for row in desk.date_rows()]
        assert rows == ["Mar 2025", "11 Tue", "future", "Jan 2031", "01 Wed"]


async def test_a_library_of_only_future_digests_still_shows_them(blog: Blog) -> None:
    blog.post("2031-01-01", "From the future")
    async with open_reader(blog) as desk:
        assert desk.title == "From the future"


async def test_a_date_that_is_asked_for_lists_all_its_papers(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await desk.press("x")
    async with open_reader(blog, date=date(2025, 3, 11)) as desk:
        assert (desk.rows(), desk.title) == (["One of two", "Two of two"], "One of two")


async def test_today_without_a_digest_opens_the_newest_and_says_so(blog: Blog) -> None:
    blog.post(OLDER, "An older paper")
    async with open_reader(blog, today=True) as desk:
        assert desk.title == "An older paper"
        assert desk.message == "no digest of 03-12 yet: this is 03-10"


async def test_today_is_found_also_where_its_path_has_another_date(blog: Blog) -> None:
    blog.post(DAY, "Yesterday's paper")
    blog.post("2025-03-12", "Today's paper").rename(blog.folder / "2001-01-01-misnamed.md")
    async with open_reader(blog, today=True) as desk:
        assert (desk.title, desk.message) == ("Today's paper", "")


async def test_a_date_without_a_digest_opens_all_the_same_and_says_where_papers_are(blog: Blog) -> None:
    blog.post("2025-03-01", "The one before")
    blog.post(DAY, "A later one", "And another")
    async with open_reader(blog, date=date(2025, 3, 5)) as desk:
        assert (desk.title, desk.rows(), desk.message) == ("", [], "no digest of 03-05")
        shown = " ".join(desk.drawn("reader").split())
        assert "2025-03-01 Sat, 1 paper" in shown
        assert "2025-03-11 Tue, 2 papers" in shown
        assert [row.label for row in desk.date_rows()] == ["Mar 2025", "11 Tue", "05 Wed", "01 Sat"]
        await desk.press("[")
        assert desk.title == "The one before"
        await desk.press("h", "k", "]")
        assert desk.title == "A later one"


async def test_the_place_is_kept_by_paper_not_by_row(blog: Blog) -> None:
    blog.post(DAY, "One of three", "Two of three", "Three of three")
    async with open_reader(blog) as desk:
        await desk.press("j")
    blog.count = 0
    blog.post(DAY, "One of three", "Two of three", "Three of three")
    path = blog.folder / f"{DAY}-a-first.md"
    path.write_text("# 1. [A new one](https://arxiv.org/abs/2503.09999)\n\n## Method\n내용.\n", encoding="utf-8")
    async with open_reader(blog) as desk:
        assert desk.title == "Two of three"


async def test_a_paper_that_was_decided_last_is_still_there_after_a_restart(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await desk.press("s")
    async with open_reader(blog) as desk:
        assert (desk.title, desk.rows()) == ("One of two", ["One of two", "Two of two"])


async def test_a_vanished_paper_falls_to_its_neighbour(blog: Blog) -> None:
    blog.post(DAY, "One of three", "Two of three", "Three of three")
    async with open_reader(blog) as desk:
        await desk.press("j")
    blog.count = 0
    blog.post(DAY, "One of three")
    async with open_reader(blog) as desk:
        assert desk.title == "One of three"


async def test_two_posts_of_one_date_follow_each_other_under_their_titles(blog: Blog) -> None:
    blog.post(DAY, "From the first post")
    second = blog.folder / f"{DAY}-second.md"
    second.write_text(
        '---\ntitle: "둘째 글"\n---\n\n# 1. [From the second](https://arxiv.org/abs/2503.07777)\n\n## Method\n내용.\n',
        encoding="utf-8",
    )
    async with open_reader(blog) as desk:
        assert desk.rows() == [f"Daily Papers — {DAY}", "From the first post", "둘째 글", "From the second"]
        assert desk.title == "From the first post"
        await desk.press("j")
        assert desk.title == "From the second"


async def test_a_text_has_no_count_and_is_shown_whole(blog: Blog) -> None:
    (blog.folder / f"{DAY}-memo.md").write_text("# 메모\n\n오늘은 논문이 없다.\n", encoding="utf-8")
    async with open_reader(blog) as desk:
        assert "오늘은 논문이 없다." in desk.drawn("reader")
        [month, row] = desk.date_rows()
        assert (month.label, row.label, row.tally, row.problem, row.done) == ("Mar 2025", "11 Tue", "", True, True)


async def test_an_empty_folder_says_what_to_do(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        assert "R rescans" in " ".join(desk.drawn("papers").split())
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


async def test_a_deleted_digest_goes_and_its_state_stays(blog: Blog) -> None:
    path = blog.post(DAY, "A paper that goes")
    blog.post(OLDER, "An older paper")
    async with open_reader(blog) as desk:
        await desk.press("s")
        content = path.read_text(encoding="utf-8")
        path.unlink()
        await desk.press("R")
        assert desk.title == "An older paper"
        path.write_text(content, encoding="utf-8")
        await desk.press("R")
        assert desk.state("A paper that goes") == "unread starred"


async def test_enter_on_a_date_that_is_done_lists_all_of_it(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    blog.post(OLDER, "An older paper")
    async with open_reader(blog) as desk:
        await desk.press("x", "x")
    async with open_reader(blog, fresh=True) as desk:
        assert desk.rows() == []
        assert "This day is done: 2 papers, all decided." in " ".join(desk.drawn("papers").split())
        await desk.press("h", "enter")
        assert desk.rows() == ["One of two", "Two of two"]
        assert desk.screen.pane is Pane.PAPERS


async def test_days_are_walked_with_brackets_and_their_ends_are_named(blog: Blog) -> None:
    blog.post(DAY, "A newer paper")
    blog.post(OLDER, "An older paper")
    async with open_reader(blog) as desk:
        await desk.press("[")
        assert desk.title == "An older paper"
        await desk.press("[")
        assert (desk.title, desk.message) == ("An older paper", "This is the oldest day")
        await desk.press("]", "]")
        assert (desk.title, desk.message) == ("A newer paper", "This is the newest day")


async def test_braces_pass_over_days_that_are_done(blog: Blog) -> None:
    blog.post(DAY, "A newer paper")
    blog.post(OLDER, "A done paper")
    blog.post("2025-03-09", "The oldest paper")
    async with open_reader(blog) as desk:
        await desk.press("[", "x", "]", "{")
        assert desk.title == "The oldest paper"
        await desk.press("}")
        assert desk.title == "A newer paper"


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
