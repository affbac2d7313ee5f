"""A folder that goes away while the reader is open, or was away when it opened."""

from pathlib import Path

import pytest

from digest_tui.index import open_index
from digest_tui.library import Library
from digest_tui.sources import source_for
from digest_tui.store import memory_store
from digest_tui.ui.jobs.scanner import ScanFailed
from support.desk import TODAY, Blog, Desk, make_app, open_reader

DAY, OLDER = "2025-03-11", "2025-03-10"


def toasts(desk: Desk) -> list[str]:
    """What is said beside the panes, and not yet gone."""
    return [notification.message for notification in desk.app._notifications]


async def rescan(desk: Desk) -> None:
    """As every other second."""
    desk.screen.scanner.scan()
    await desk.settle()


async def test_the_place_stays_state_is_kept_and_all_goes_on_when_the_folder_is_back(blog: Blog) -> None:
    blog.post(DAY, "첫째 논문", "Second paper")
    blog.post(OLDER, "An older paper")
    away = blog.folder.with_name("away")
    async with open_reader(blog) as desk:
        await desk.press("j")
        blog.folder.rename(away)
        for _ in range(3):
            await rescan(desk)
        assert desk.title == "Second paper"
        assert [row.label for row in desk.date_rows()] == ["Mar 2025", "11 Tue", "10 Mon"]
        assert "짧은 요약이다" in desk.drawn("reader")
        [sentence] = toasts(desk)
        assert sentence.startswith(f"{blog.folder} cannot be read: it is missing (unmounted or renamed?); ")
        await desk.press("s", "n", "n", "r")
        assert desk.state("Second paper") == "unread starred"
        assert desk.state("An older paper") == "read"
        away.rename(blog.folder)
        blog.post("2025-03-12", "A newer paper")
        await rescan(desk)
        assert desk.title == "An older paper"
        assert [row.label for row in desk.date_rows()] == ["Mar 2025", "12 Wed", "11 Tue", "10 Mon"]
        assert toasts(desk)[1] == "blog is back."
        assert len(toasts(desk)) == 3


async def test_a_folder_that_is_away_at_the_start_is_as_it_was_read(blog: Blog, tmp_path: Path) -> None:
    blog.post(DAY, "첫째 논문")
    file = tmp_path / "cache" / "index.db"
    first = Library([source_for(blog.folder)], memory_store(), index=open_index(file))
    first.load()
    first.index.close()
    source = source_for(blog.folder)
    blog.folder.rename(tmp_path / "away")
    library = Library([source], memory_store(), index=open_index(file), today=lambda: TODAY)
    library.open()
    app = make_app(library)
    async with app.run_test(size=(100, 30)) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        assert desk.title == "첫째 논문"
        assert "is missing" in toasts(desk)[0]
        (tmp_path / "away").rename(blog.folder)
        await rescan(desk)
        assert toasts(desk)[1:] == ["blog is back."]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_source_that_is_empty_says_its_path_and_what_to_do(blog: Blog, size: tuple[int, int]) -> None:
    post = blog.post(DAY, "A paper")
    async with open_reader(blog, size=size) as desk:
        post.unlink()
        (blog.folder / "picture.png").touch()
        await rescan(desk)
        shown = "".join(line.strip() for line in desk.drawn("papers").splitlines())
        assert str(blog.folder)[-30:].replace(" ", "") in shown.replace(" ", "")
        words = " ".join(desk.drawn("papers").split())
        assert "0 Markdown files among 1 file" in words
        assert "with --dir" in words
        assert toasts(desk) == []


async def test_what_keeps_failing_is_said_once(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        for reason in ("The disk is full.", "The disk is full.", "The disk is gone."):
            desk.screen.post_message(ScanFailed(reason))
        await desk.settle()
        assert toasts(desk) == ["The disk is full.", "The disk is gone."]


async def test_one_empty_source_among_others_is_said(blog: Blog, tmp_path: Path) -> None:
    blog.post(DAY, "A paper")
    (tmp_path / "empty").mkdir()
    async with open_reader(blog, Blog(tmp_path / "empty")) as desk:
        [sentence] = toasts(desk)
        assert sentence.startswith(f"{tmp_path / 'empty'}: 0 Markdown files; ")


async def test_what_is_left_out_is_said_once_for_all_starts_until_it_is_something_else(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    for number in range(3):
        (blog.folder / f"{number}.md").symlink_to("missing")
    async with open_reader(blog) as desk:
        await rescan(desk)
        [sentence] = toasts(desk)
        assert sentence.startswith("0.md is left out: it is a link that leads nowhere, to missing.")
        assert sentence.endswith("And 2 more: digest-tui check lists them.")
    async with open_reader(blog) as desk:
        assert toasts(desk) == []
    (blog.folder / "2.md").unlink()
    async with open_reader(blog) as desk:
        [sentence] = toasts(desk)
        assert sentence.endswith("And 1 more: digest-tui check lists them.")
