"""Weeks and months in the two lists and on the page."""

from datetime import date

from digest_tui.session.rows import heading, paper_rows
from digest_tui.session.wording import day_label, day_title
from support.blog import Blog
from support.headless import Headless
from support.promises import promises


def write(blog: Blog, name: str, number: int) -> None:
    paper = f"- [Routing by Kites {number}](https://arxiv.org/abs/2604.{number:05})\n"
    (blog.folder / f"{name}.md").write_text(paper, encoding="utf-8")


def labels(desk: Headless) -> list[str]:
    """The first word of a week or a month, the last two of a day: a line between the months may say the rest."""
    shown = [row.label.split() for row in desk.date_rows() if not row.passed_over]
    return [words[0] if words[0][0].isalpha() else " ".join(words)[-6:] for words in shown]


@promises(
    "docs/digests.md",
    "Weeks and months are dates too (`2026-W17`, `2026년 17주차`, `April 2026`): listed at their first day and "
    "shown as `W17 2026` and `Apr 2026`.",
)
def test_a_week_and_a_month_are_named_in_the_date_list_and_above_their_papers(blog: Blog) -> None:
    for number, name in enumerate(("2025-W17", "2025년 4월", "2025-03-31")):
        write(blog, name, number)
    with Headless(blog) as desk:
        assert labels(desk) == ["W17", "Apr", "31 Mon"]
        assert heading(desk.session, None)[0] == "W17 2025"
        desk.do("older")
        assert heading(desk.session, None)[0] == "Apr 2025"


def test_a_paper_that_stood_in_a_week_says_so(blog: Blog) -> None:
    write(blog, "2025-W17", 1)
    write(blog, "2025-05-02", 1)
    with Headless(blog) as desk:
        assert [row.note for row in paper_rows(desk.session)] == ["also W17 2025"]
        assert desk.page.standing[-1] == "also W17 2025"


def test_a_day_on_the_first_of_a_week_is_a_day(blog: Blog) -> None:
    write(blog, "2025-W17", 1)
    write(blog, "2025-04-21", 2)
    with Headless(blog) as desk:
        assert labels(desk) == ["21 Mon"]


def test_a_day_a_week_and_a_month_are_named_as_what_they_are(blog: Blog) -> None:
    for number, name in enumerate(("2025-W17", "2025년 4월", "2025-03-31", "notes")):
        write(blog, name, number)
    with Headless(blog, day=date(2025, 5, 1)) as desk:
        assert [(day_label(day), day_title(day)) for day in desk.session.days] == [
            ("W17 2025", "W17 2025"),
            ("Apr 2025", "Apr 2025"),
            ("03-31 Mon", "2025-03-31 Mon"),
            ("undated", "undated"),
        ]
        desk.do("next")
        assert desk.message == "Apr 2025, 1 new · n goes there"
