"""What the reader shows of a paper, of what a digest says around its papers, and of a date without any."""

import re
from datetime import date
from functools import partial

from digest_tui.session.facts import MAX_NAMES, Fact
from digest_tui.session.page import MAX_PATHS, preface_page
from digest_tui.triage import verbs
from support.blog import Blog
from support.headless import Headless
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"


def test_a_paper_is_shown_with_its_fields_its_state_and_the_lines_of_its_author(blog: Blog) -> None:
    (blog.folder / f"{DAY}.md").write_text(
        f"## Daily Papers ({DAY})\n\n### [A $\\times$ B](https://arxiv.org/abs/2503.00001v2)\n\nVote: 1\n\n"
        "Authors: Kim, Lee\n\n![](https://x.kr/a.png) ![](https://x.kr/b.png) ![](https://x.kr/c.mp4)\n\n"
        "- 새로운 방법이다.\n\n"
        "### [Second](https://arxiv.org/abs/2503.00002)\n\nVote: 25\n\n- 둘째.\n",
        encoding="utf-8",
    )
    with Headless(blog) as desk:
        desk.annotate(partial(verbs.tag, name="todo"))
        desk.annotate(partial(verbs.note, text="an idea"))
        page = desk.page
        assert (page.title, page.authors, page.note) == ("A × B", ("Kim", "Lee"), "an idea")
        assert page.facts == (
            Fact("arXiv 2503.00001v2", "https://arxiv.org/abs/2503.00001", "o"),
            Fact("Alphaxiv", "https://www.alphaxiv.org/ko/overview/2503.00001", "a"),
            Fact("PDF", "https://arxiv.org/pdf/2503.00001", "P"),
            Fact("1 vote"),
            Fact("2", mark="picture"),
            Fact("1", mark="video"),
        )
        assert page.standing == ("new", "#todo")
        assert page.markdown.strip().endswith("- 새로운 방법이다.")
        desk.do("down")
        assert Fact("25 votes") in desk.page.facts


def test_a_paper_of_which_the_digest_says_no_more_has_a_page_all_the_same(blog: Blog) -> None:
    blog.post(DAY, "Bare", "Other", body="")
    with Headless(blog) as desk:
        assert desk.page.markdown == "*The digest says nothing more about this paper.*"


def test_of_many_other_dates_the_newest_are_named_and_the_rest_counted(blog: Blog) -> None:
    for day in range(1, MAX_NAMES + 4):
        blog.count = 0
        blog.post(f"2025-03-{day:02}", "The same paper")
    with Headless(blog) as desk:
        named = ", ".join(f"03-{day:02}" for day in range(MAX_NAMES + 2, 2, -1))
        assert desk.page.standing == ("new", f"also {named} and 2 more")


@promises("docs/digests.md", "What surrounds the papers is kept apart and read with `i`.")
def test_what_a_digest_says_before_and_after_its_papers(blog: Blog) -> None:
    file = blog.post(DAY, "A paper")
    with Headless(blog) as desk:
        assert desk.session.digest is not None
        silent = preface_page(desk.session.digest, desk.library)
        assert silent.markdown == "This digest has no text before or after its papers."
    text = file.read_text(encoding="utf-8").replace("# 1. [", "오늘의 머리말.\n\n# 1. [")
    file.write_text(f"{text}\n# 마무리\n\n오늘의 맺음말.\n", encoding="utf-8")
    with Headless(blog) as desk:
        assert desk.session.digest is not None
        page = preface_page(desk.session.digest, desk.library)
        assert (page.title, page.facts) == (f"Daily Papers — {DAY}", (Fact(f"{DAY}-papers.md"),))
        assert page.markdown == "오늘의 머리말.\n\n---\n\n# 마무리\n\n오늘의 맺음말."


def test_a_date_without_papers_names_those_around_it_and_its_other_files(blog: Blog) -> None:
    blog.post("2025-03-01", "The one before")
    blog.post(DAY, "A later one", "And another")
    (blog.folder / "2025-03-05-여행.md").write_text("---\ncategories: [life]\n---\n\n바다.\n", encoding="utf-8")
    with Headless(blog, date=date(2025, 3, 5)) as desk:
        assert desk.page.title == "Wed 5 Mar 2025"
        assert desk.page.markdown == (
            "No digest is dated 2025-03-05.\n\n"
            "Nearest papers before: 2025-03-01 Sat, 1 paper; after: 2025-03-11 Tue, 2 papers.\n\n"
            "Other files of this date:\n\n~~~~~~\n2025-03-05-여행.md\n~~~~~~"
        )


def test_where_no_day_holds_papers_there_is_no_nearest_one(blog: Blog) -> None:
    (blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
    with Headless(blog, date=date(2025, 3, 5)) as desk:
        assert "No day has papers." in desk.page.markdown


def test_of_many_other_files_the_first_are_named(blog: Blog) -> None:
    for number in range(MAX_PATHS + 3):
        (blog.folder / f"page-{number:03}.md").write_text("# About\n", encoding="utf-8")
    blog.post(DAY, "A paper")
    with Headless(blog) as desk:
        desk.do("last-date")
        lines = desk.page.markdown.split("\n")
        assert (lines[1], lines[MAX_PATHS], lines[MAX_PATHS + 1]) == ("page-000.md", "page-199.md", "and 3 more")


def test_a_paper_that_is_gone_keeps_its_fields_and_its_last_date(blog: Blog) -> None:
    file = blog.post(DAY, "연을 날리는 로봇")
    blog.post(OLDER, "Older one")
    with Headless(blog) as desk:
        desk.do("star")
        file.unlink()
        desk.do("rescan", "view-starred")
        assert (desk.page.title, desk.page.facts[-1]) == ("연을 날리는 로봇", Fact(f"last on {DAY}"))
        assert "its title, its links and your decisions are kept" in desk.page.markdown
        desk.do("view-date")
        assert desk.message.endswith("no day lists it")


@promises("docs/digests.md", "A file without papers opens as a text.")
def test_a_text_is_shown_whole_below_what_is_wrong_with_it(blog: Blog) -> None:
    (blog.folder / f"{DAY}-memo.md").write_text("---\ntitle: 메모\n---\n", encoding="utf-8")
    (blog.folder / f"{OLDER}-memo.md").write_text("", encoding="utf-8")
    with Headless(blog) as desk:
        desk.do("date-up")
        words = "No papers found: the file has only a header."
        assert desk.page.facts == (Fact(f"{DAY}-memo.md"), Fact(words))
        assert desk.page.markdown == "There is nothing below the header of this file."
        desk.do("date-down")
        assert desk.page.facts[1:] == (Fact("The file is empty."),)


def test_every_decision_is_said(blog: Blog) -> None:
    blog.post(DAY, "A paper", "Another")
    with Headless(blog, date=date.fromisoformat(DAY)) as desk:
        assert desk.page.standing == ("new",)
        for command, words in (
            ("star", ("starred",)),
            ("later", ("starred", "later")),
            ("skip", ("starred", "skipped")),
            ("star", ("skipped",)),
            ("read", ("new",)),
            ("read", ("read",)),
        ):
            desk.do("first", command, "first")
            assert desk.page.standing == words


def test_other_dates_have_their_year_where_it_is_another_one(blog: Blog) -> None:
    blog.post("2024-12-31", "A paper")
    blog.count = 0
    blog.post("2025-01-01", "A paper")
    with Headless(blog) as desk:
        assert desk.page.standing == ("new", "also 2024-12-31")


def test_a_page_that_is_not_on_arxiv_is_opened_by_the_same_key(blog: Blog) -> None:
    file = blog.post(DAY, "A paper")
    file.write_text(re.sub(r"https?://[^)]*", "https://kites.example.org/p", file.read_text(encoding="utf-8")), "utf-8")
    with Headless(blog) as desk:
        assert desk.page.facts == (Fact("kites.example.org", "https://kites.example.org/p", "o"),)
