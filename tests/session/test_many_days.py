"""Files of many days: their dates, and their papers under them."""

import pytest

from digest_tui import formats
from digest_tui.formats.registry import Explanation
from digest_tui.session.rows import paper_rows
from support import many_days
from support.blog import Blog
from support.headless import Headless
from support.many_days import Days

NEW, MIDDLE, OLD = "2025-03-11", "2025-03-10", "2025-03-09"
ONE, TWO, THREE, FOUR = (f"2503.0000{n}" for n in range(1, 5))


@pytest.fixture(autouse=True)
def reads_many_days(monkeypatch: pytest.MonkeyPatch) -> None:
    real = formats.explain

    def explain(text: str, path: str, source: str) -> Explanation:
        return many_days.explain(text, path, source) if path == "papers.md" else real(text, path, source)

    monkeypatch.setattr(formats, "explain", explain)


def write(blog: Blog, days: Days) -> None:
    (blog.folder / "papers.md").write_text(many_days.markdown(days), encoding="utf-8")


def ids(desk: Headless) -> list[str]:
    """The arXiv ids that the list shows."""
    return [row.title.rpartition(" ")[2] for row in paper_rows(desk.session)]


def dates(desk: Headless) -> list[tuple[str, str]]:
    return [(row.label, row.tally) for row in desk.date_rows() if not row.passed_over]


def test_each_day_of_a_file_has_its_row_and_its_papers(blog: Blog) -> None:
    write(blog, {OLD: [ONE], NEW: [TWO, THREE], MIDDLE: [FOUR]})
    with Headless(blog) as desk:
        assert dates(desk) == [("11 Tue", "2"), ("10 Mon", "1"), ("09 Sun", "1")]
        assert ids(desk) == [TWO, THREE]
        assert [row.number for row in paper_rows(desk.session)] == ["1", "2"]
        desk.do("skip", "skip", "next", "next")
        assert (ids(desk), desk.title) == ([FOUR], f"The paper of number {FOUR}")
        assert dates(desk)[0] == ("11 Tue", "✓")


def test_a_paper_on_two_days_of_a_file_is_decided_once_and_says_so(blog: Blog) -> None:
    write(blog, {NEW: [ONE, ONE], OLD: [ONE, TWO]})
    with Headless(blog) as desk:
        assert [row.note for row in paper_rows(desk.session)] == ["×2 also 03-09"]
        assert desk.page.standing[-1] == "also 03-09"
        desk.do("read")
        assert dates(desk) == [("11 Tue", "✓"), ("09 Sun", "1/2")]
        assert paper_rows(desk.session)[0].note == "×2 also 03-09"
        desk.do("view-date")
        assert desk.day == OLD


def test_starred_papers_of_one_file_stand_under_their_days(blog: Blog) -> None:
    write(blog, {NEW: [ONE], OLD: [TWO]})
    with Headless(blog) as desk:
        desk.do("star", "older", "star", "view-starred")
        assert desk.rows() == [
            "Tue 11 Mar 2025", f"The paper of number {ONE}", "Sun 9 Mar 2025", f"The paper of number {TWO}"
        ]  # fmt: skip
        desk.do("down")
        assert [day.id for day in desk.session.days][desk.session.day_index] == OLD


def test_a_file_of_many_days_and_a_post_share_a_date_under_their_titles(blog: Blog) -> None:
    blog.count = 10
    blog.post(NEW, "A post of the day")
    write(blog, {NEW: [ONE], OLD: [TWO]})
    with Headless(blog) as desk:
        assert desk.rows() == [f"Daily Papers — {NEW}", "A post of the day", "Papers", f"The paper of number {ONE}"]
