"""Files of many days on the screen."""

import pytest

from digest_tui import formats
from digest_tui.model import Digest
from digest_tui.session.rows import paper_rows
from support import many_days
from support.desk import Blog, Desk, open_reader
from support.many_days import Days

NEW, MIDDLE, OLD = "2025-03-11", "2025-03-10", "2025-03-09"
ONE, TWO, THREE, FOUR = (f"2503.0000{n}" for n in range(1, 5))


@pytest.fixture(autouse=True)
def reads_many_days(monkeypatch: pytest.MonkeyPatch) -> None:
    real = formats.read

    def read(text: str, path: str, source: str) -> Digest:
        return many_days.read(text, path, source) if path == "papers.md" else real(text, path, source)

    monkeypatch.setattr(formats, "read", read)


def write(blog: Blog, days: Days) -> None:
    (blog.folder / "papers.md").write_text(many_days.markdown(days), encoding="utf-8")


def ids(desk: Desk) -> list[str]:
    """The arXiv ids that the list shows."""
    return [row.title.rpartition(" ")[2] for row in paper_rows(desk.screen.session)]


def dates(desk: Desk) -> list[tuple[str, str]]:
    return [(row.label, row.tally) for row in desk.date_rows() if not row.passed_over]


async def test_each_day_of_a_file_has_its_row_and_its_papers(blog: Blog) -> None:
    write(blog, {OLD: [ONE], NEW: [TWO, THREE], MIDDLE: [FOUR]})
    async with open_reader(blog) as desk:
        assert dates(desk) == [("11 Tue", "2"), ("10 Mon", "1"), ("09 Sun", "1")]
        assert ids(desk) == [TWO, THREE]
        assert [row.number for row in paper_rows(desk.screen.session)] == ["1", "2"]
        assert "2025-03-11" in desk.drawn("reader")
        await desk.press("x", "x", "n", "n")
        assert (ids(desk), desk.title) == ([FOUR], f"The paper of number {FOUR}")
        assert dates(desk)[0] == ("11 Tue", "✓")


async def test_a_paper_on_two_days_of_a_file_is_decided_once_and_says_so(blog: Blog) -> None:
    write(blog, {NEW: [ONE, ONE], OLD: [ONE, TWO]})
    async with open_reader(blog) as desk:
        assert [row.note for row in paper_rows(desk.screen.session)] == ["×2 also 03-09"]
        assert "Also on 2025-03-09\n" in desk.drawn("reader")
        await desk.press("r")
        assert dates(desk) == [("11 Tue", "✓"), ("09 Sun", "1")]
        assert paper_rows(desk.screen.session)[0].note == "×2 read 03-09"
        await desk.press("g", "d")
        assert desk.screen.session.day is not None
        assert desk.screen.session.day.id == OLD


async def test_starred_papers_of_one_file_stand_under_their_days(blog: Blog) -> None:
    write(blog, {NEW: [ONE], OLD: [TWO]})
    async with open_reader(blog) as desk:
        await desk.press("s", "[", "s", "g", "s")
        assert desk.rows() == [
            "2025-03-11 Tue", f"The paper of number {ONE}", "2025-03-09 Sun", f"The paper of number {TWO}"
        ]  # fmt: skip
        await desk.press("j")
        assert [day.id for day in desk.screen.session.days][desk.screen.session.day_index] == OLD


async def test_a_file_of_many_days_and_a_post_share_a_date_under_their_titles(blog: Blog) -> None:
    blog.count = 10
    blog.post(NEW, "A post of the day")
    write(blog, {NEW: [ONE], OLD: [TWO]})
    async with open_reader(blog) as desk:
        assert desk.rows() == [f"Daily Papers — {NEW}", "A post of the day", "Papers", f"The paper of number {ONE}"]


async def test_a_file_that_grows_keeps_the_cursor_and_its_new_day_is_announced(blog: Blog) -> None:
    write(blog, {MIDDLE: [ONE, TWO]})
    async with open_reader(blog) as desk:
        await desk.press("j")
        write(blog, {NEW: [THREE, FOUR], MIDDLE: [ONE, TWO]})
        for _ in range(2):
            desk.screen.scanner.scan()
            await desk.settle()
        assert desk.title == f"The paper of number {TWO}"
        assert dates(desk) == [("11 Tue", "2"), ("10 Mon", "2")]
        assert [toast.message for toast in desk.app._notifications] == ["Arrived: 2025-03-11 Tue, 2 papers"]


async def test_a_new_file_of_many_days_is_one_arrival(blog: Blog) -> None:
    blog.count = 10
    blog.post(OLD, "A post")
    async with open_reader(blog) as desk:
        write(blog, {NEW: [ONE], MIDDLE: [TWO]})
        desk.screen.scanner.scan()
        await desk.settle()
        assert [toast.message for toast in desk.app._notifications] == ["Arrived: Papers, 2 papers"]
