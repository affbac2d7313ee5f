"""The app around the screen: the first start, internal errors, looks."""

from contextlib import suppress
from pathlib import Path

import pytest
from textual.app import App
from textual.widgets import Input, Static

from digest_tui.errors import SourceError
from digest_tui.library import Library
from digest_tui.paths import log_dir
from digest_tui.report import LOG_NAME
from digest_tui.session.opening import ReaderOptions
from digest_tui.sources import source_for
from digest_tui.store import memory_store
from digest_tui.ui.app import DigestTui, Setup
from digest_tui.ui.screens.first_run import FirstRunScreen
from digest_tui.ui.screens.folder_suggester import FolderSuggester
from digest_tui.ui.screens.main import MainScreen
from support.desk import Blog, Desk, RecordingOpener, open_reader
from support.patience import until
from support.promises import promises

DAY = "2025-03-11"


def first_run(blog: Blog, asked: list[Path | None]) -> DigestTui:
    """The app without any digest configured."""

    def check(folder: Path) -> None:
        if not folder.is_dir():
            raise SourceError(f"There is no folder {folder}.")

    def open_folder(folder: Path | None) -> Library:
        asked.append(folder)
        return Library([source_for(folder or blog.folder)], memory_store())

    options = ReaderOptions()
    return DigestTui(Setup(options, RecordingOpener(), None, check, open_folder))


async def test_the_first_start_asks_for_a_folder_and_opens_it(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    asked: list[Path | None] = []
    app = first_run(blog, asked)
    async with app.run_test() as pilot:
        assert isinstance(app.screen, FirstRunScreen)
        app.screen.query_one(Input).value = str(blog.folder)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
    assert asked == [blog.folder]


async def test_a_folder_that_is_not_there_is_named_and_asked_for_again(blog: Blog) -> None:
    asked: list[Path | None] = []
    app = first_run(blog, asked)
    async with app.run_test() as pilot:
        app.screen.query_one(Input).value = "/nowhere [bold]at[/] all"
        await pilot.press("enter")
        problem = app.screen.query_one("#first-run-found", Static)
        await until(pilot, lambda: not str(problem.render()).startswith("Looking at"))
        assert str(problem.render()) == "There is no folder /nowhere [bold]at[/] all."
        assert isinstance(app.screen, FirstRunScreen)
    assert asked == []


async def test_an_empty_line_opens_the_samples(blog: Blog) -> None:
    asked: list[Path | None] = []
    app = first_run(blog, asked)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
    assert asked == [None]


async def test_folders_are_completed(tmp_path: Path) -> None:
    (tmp_path / "블로그").mkdir()
    (tmp_path / ".hidden").mkdir()
    suggest = FolderSuggester().get_suggestion
    assert await suggest(f"{tmp_path}/블") == f"{tmp_path}/블로그"
    assert await suggest(f"{tmp_path}/") == f"{tmp_path}/블로그"
    assert await suggest(f"{tmp_path}/x") is None
    assert await suggest("/nowhere/at/all") is None


async def open_and_break(blog: Blog, error: type[Exception]) -> Desk:
    """The reader after an internal error that names a title."""
    with suppress(error):
        async with open_reader(blog) as desk:

            def fail() -> None:
                raise error(desk.title)

            desk.screen.services.actions["star"] = fail
            await desk.press("s")
    return desk


async def test_an_internal_error_ends_with_a_sentence_and_a_log_without_texts(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    blog.post(DAY, "비밀 제목")

    class Broken(Exception):
        pass

    desk = await open_and_break(blog, Broken)
    app = desk.app
    assert app.return_code == 1
    log = (log_dir() / LOG_NAME).read_text(encoding="utf-8")
    assert "Broken" in log
    assert "비밀" not in log
    assert (log_dir() / LOG_NAME).stat().st_mode & 0o777 == 0o600
    said = capsys.readouterr()
    assert "비밀" not in said.out + said.err
    assert "internal error" in " ".join((said.out + said.err).split())


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (20, 5), (40, 12), (60, 20), (80, 24), (500, 100)])
async def test_every_size_is_drawn(blog: Blog, size: tuple[int, int]) -> None:
    blog.post(DAY, "첫째 논문의 아주 긴 제목이 두 줄을 넘어서 이어진다", "Second")
    async with open_reader(blog, size=size) as desk:
        await desk.press("j", "J", "tab", "tab", "j", "z", "z", "?", "escape")
        await desk.pilot.resize_terminal(90, 30)
        await desk.settle()
        assert desk.state("Second") == "unread"
        assert desk.app.is_running


async def test_another_width_draws_rows_of_another_height(blog: Blog) -> None:
    blog.post(DAY, "A title that is long enough for two lines in a narrow pane", "Second")
    async with open_reader(blog, size=(90, 30)) as desk:
        for width in (110, 90, 110):
            await desk.pilot.resize_terminal(width, 30)
            await desk.settle()
            assert ("narrow pane" in desk.drawn("papers").splitlines()[1]) is (width == 90)
            # What stands on the screen is what the list would draw now.
            papers = desk.screen.papers
            strips = desk.screen._compositor.render_strips()[papers.region.y : papers.region.bottom]
            on_screen = [strip.crop(papers.region.x, papers.region.right).text.rstrip() for strip in strips]
            assert "\n".join(on_screen) == desk.drawn("papers")


@pytest.mark.parametrize("theme", ["digest-dark", "digest-light", "nord", "ansi-light", "gruvbox"])
async def test_every_theme_works(blog: Blog, theme: str) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog, theme=theme) as desk:
        assert desk.app.theme == theme
        assert "A paper" in desk.drawn("papers")


async def test_a_theme_that_is_not_there_is_no_reason_not_to_start(blog: Blog) -> None:
    async with open_reader(blog, theme="no such theme") as desk:
        assert desk.app.theme == "digest-dark"


async def test_the_width_of_the_text_is_kept_for_the_next_start(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        await desk.press("<", "<")
        assert desk.screen.reader.text_width == 80
    async with open_reader(blog) as desk:
        assert desk.screen.reader.text_width == 80
        await desk.press(*"<" * 20)
        assert desk.screen.reader.text_width == 60


@promises("SECURITY.md", "Text is never read as markup of the screen.")
async def test_titles_are_never_parsed_as_markup(blog: Blog) -> None:
    titles = ("[@click=app.quit]press[/]", "a [/bold] b", "[MASK] and [$primary] and [100%]", "[/")
    blog.post(DAY, *titles)
    async with open_reader(blog) as desk:
        drawn = " ".join(desk.drawn("papers").split())
        for title in titles:
            assert title in drawn
        assert isinstance(desk.app, App)
