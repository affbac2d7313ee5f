"""Files of many days on the screen."""

import pytest

from digest_tui import formats
from digest_tui.formats.registry import Explanation
from support import many_days
from support.desk import Blog, Desk, open_reader
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


def dates(desk: Desk) -> list[tuple[str, str]]:
    return [(row.label, row.tally) for row in desk.date_rows() if not row.passed_over]


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
