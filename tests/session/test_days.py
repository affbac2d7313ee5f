"""The days of a library: what is listed of each, and how they are walked."""

from support.blog import Blog
from support.headless import Headless

DAY, OLDER = "2025-03-11", "2025-03-10"


def test_two_posts_of_one_date_follow_each_other_under_their_titles(blog: Blog) -> None:
    blog.post(DAY, "From the first post")
    second = blog.folder / f"{DAY}-second.md"
    second.write_text(
        '---\ntitle: "둘째 글"\n---\n\n# 1. [From the second](https://arxiv.org/abs/2503.07777)\n\n## Method\n내용.\n',
        encoding="utf-8",
    )
    with Headless(blog) as desk:
        assert desk.rows() == [f"Daily Papers — {DAY}", "From the first post", "둘째 글", "From the second"]
        assert desk.title == "From the first post"
        desk.do("down")
        assert desk.title == "From the second"


def test_a_text_has_no_count_and_is_shown_whole(blog: Blog) -> None:
    (blog.folder / f"{DAY}-memo.md").write_text("# 메모\n\n오늘은 논문이 없다.\n", encoding="utf-8")
    with Headless(blog) as desk:
        assert "오늘은 논문이 없다." in desk.page_text
        [month, row] = desk.date_rows()
        assert (month.label, row.label, row.tally, row.problem, row.done) == ("Mar 2025", "11 Tue", "", True, True)


def test_a_deleted_digest_goes_and_its_state_stays(blog: Blog) -> None:
    path = blog.post(DAY, "A paper that goes")
    blog.post(OLDER, "An older paper")
    with Headless(blog) as desk:
        desk.do("star")
        content = path.read_text(encoding="utf-8")
        path.unlink()
        desk.do("rescan")
        assert desk.title == "An older paper"
        path.write_text(content, encoding="utf-8")
        desk.do("rescan")
        assert desk.state("A paper that goes") == "unread starred"


def test_enter_on_a_date_that_is_done_lists_all_of_it(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    blog.post(OLDER, "An older paper")
    with Headless(blog) as desk:
        desk.do("skip", "skip")
    with Headless(blog, fresh=True) as desk:
        assert desk.rows() == []
        assert "This day is done. 2 skipped. n: 03-10, 1 new." in desk.why_empty
        desk.do("open-date")
        assert desk.rows() == ["One of two", "Two of two"]


def test_days_are_walked_with_brackets_and_their_ends_are_named(blog: Blog) -> None:
    blog.post(DAY, "A newer paper")
    blog.post(OLDER, "An older paper")
    with Headless(blog) as desk:
        desk.do("older")
        assert desk.title == "An older paper"
        desk.do("older")
        assert (desk.title, desk.message) == ("An older paper", "This is the oldest day")
        desk.do("newer", "newer")
        assert (desk.title, desk.message) == ("A newer paper", "This is the newest day")


def test_braces_pass_over_days_that_are_done(blog: Blog) -> None:
    blog.post(DAY, "A newer paper")
    blog.post(OLDER, "A done paper")
    blog.post("2025-03-09", "The oldest paper")
    with Headless(blog) as desk:
        desk.do("older", "skip", "newer", "older-new")
        assert desk.title == "The oldest paper"
        desk.do("newer-new")
        assert desk.title == "A newer paper"
