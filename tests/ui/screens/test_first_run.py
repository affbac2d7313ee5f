"""The first start: what is typed is looked at aside, and whoever waits can stop."""

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, Static

from digest_tui.errors import SourceError
from digest_tui.library import Library
from digest_tui.session.opening import ReaderOptions
from digest_tui.sources import source_for
from digest_tui.store import memory_store
from digest_tui.ui.app import DigestTui, Setup
from digest_tui.ui.screens import folder_suggester
from digest_tui.ui.screens.first_run import FirstRunScreen
from digest_tui.ui.screens.folder_suggester import FolderSuggester
from digest_tui.ui.screens.main import MainScreen
from support.desk import Blog, RecordingOpener
from support.patience import until
from support.promises import promises


@dataclass
class Place:
    """Where the digests may be, and who asked for what from which thread."""

    blog: Blog
    may_answer: threading.Event = field(default_factory=threading.Event)
    is_asked: threading.Event = field(default_factory=threading.Event)
    calls: list[str] = field(default_factory=list)
    threads: set[threading.Thread] = field(default_factory=set)
    refusal: str = ""
    failure: Exception | None = None
    glances: list[str] = field(default_factory=list)
    """What was looked at while it was typed."""
    found: dict[str, list[str]] = field(default_factory=dict)
    may_find: threading.Event = field(default_factory=threading.Event)
    is_stopped: bool = False

    def app(self) -> DigestTui:
        """The app without any digest configured."""
        return DigestTui(
            Setup(
                ReaderOptions(),
                RecordingOpener(),
                None,
                check_folder=lambda path: self._note(f"check {path}"),
                open_folder=self._open,
                look_at=self._look,
                glance=self._glance,
                repository=lambda text: FakeRepository(self, text) if "://" in text else None,
            )
        )

    def _note(self, call: str) -> None:
        self.calls.append(call)
        self.threads.add(threading.current_thread())

    def _look(self, path: Path) -> None:
        self._note(f"look {path}")
        self.is_asked.set()
        self.may_answer.wait()
        if self.failure:
            raise self.failure
        if self.refusal:
            raise SourceError(self.refusal)

    def _glance(self, text: str) -> Iterator[str]:
        self.threads.add(threading.current_thread())
        self.glances.append(text)
        for number, words in enumerate(self.found.get(text, [])):
            if number:
                self.may_find.wait()
            yield words

    def _open(self, path: Path | None) -> Library:
        self._note(f"open {path}")
        return Library([source_for(self.blog.folder)], memory_store())


@dataclass
class FakeRepository:
    """A repository elsewhere."""

    place: Place
    shown: str

    def fetch(self) -> None:
        """Wait for an answer."""
        self.place._note(f"fetch {self.shown}")
        self.place.is_asked.set()
        self.place.may_answer.wait()
        if self.place.refusal:
            raise SourceError(self.place.refusal)

    def stop(self) -> None:
        """End the fetch."""
        self.place.is_stopped = True

    def open(self) -> Library:
        """The blog."""
        return self.place._open(Path(self.shown))


@pytest.fixture
def place(blog: Blog) -> Place:
    """Answers at once; the blog has a paper."""
    blog.post("2025-03-11", "첫째 논문")
    place = Place(blog)
    place.may_answer.set()
    return place


def said(app: DigestTui) -> str:
    return str(app.screen.query_one("#first-run-found", Static).render())


async def enter(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")


async def test_everything_that_touches_the_disk_happens_aside(place: Place) -> None:
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "/some/블로그")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
    assert place.calls == [f"{step} /some/블로그" for step in ("look", "check", "open")]
    assert threading.main_thread() not in place.threads
    assert all(thread.daemon for thread in place.threads)


async def test_the_samples_are_opened_aside_too(place: Place) -> None:
    app = place.app()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
    assert place.calls == ["open None"]
    assert threading.main_thread() not in place.threads


async def test_a_refused_path_is_not_written_and_can_be_changed(place: Place) -> None:
    place.refusal = "/etc: 0 Markdown [b]files[/b]; name the folder of your digests."
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "/etc")
        await until(pilot, lambda: said(app) == place.refusal)
        assert app.screen.query_one(Input).value == "/etc"
        assert place.calls == ["look /etc"]
        place.refusal = ""
        await enter(pilot, "/blog")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))


async def test_a_path_that_does_not_answer_can_be_left_and_another_one_taken(place: Place) -> None:
    place.may_answer.clear()
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "/dead/mount")
        await until(pilot, place.is_asked.is_set)
        assert said(app) == "Looking at /dead/mount… Esc stops."
        await pilot.press("enter", "enter", "escape")
        assert (said(app), app.screen.query_one(Input).value) == ("", "/dead/mount")
        await pilot.press("escape")
        assert app.screen.query_one(Input).value == ""
        place.may_answer.set()
        await enter(pilot, "/blog")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
    # The late answer leads to nothing.
    assert place.calls == ["look /dead/mount", "look /blog", "check /blog", "open /blog"]


async def test_whoever_types_on_has_something_else_in_mind(place: Place) -> None:
    place.may_answer.clear()
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "/dead/mount")
        await until(pilot, place.is_asked.is_set)
        await pilot.press("x")
        assert said(app) == ""
        place.may_answer.set()
        await pilot.pause()
        assert isinstance(app.screen, FirstRunScreen)
    assert place.calls == ["look /dead/mount"]


async def test_leaving_does_not_wait_for_an_answer(place: Place) -> None:
    place.may_answer.clear()
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "/dead/mount")
        await until(pilot, place.is_asked.is_set)
        await pilot.press("ctrl+q")
    assert app.return_code == 0
    place.may_answer.set()
    assert place.calls == ["look /dead/mount"]


async def test_an_internal_error_is_said_and_the_question_can_be_asked_again(place: Place) -> None:
    place.failure = LookupError("비밀")
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "/blog")
        await until(pilot, lambda: "internal error (LookupError)" in said(app))
        assert "비밀" not in said(app)
        place.failure = None
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))


async def test_a_home_of_nobody_is_one_sentence(place: Place) -> None:
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "~nobody-at-all/x")
        await until(pilot, lambda: said(app).startswith("Could not determine home"))
    assert place.calls == []


async def test_folders_are_suggested_before_files_and_files_only_where_they_may_be_digests(tmp_path: Path) -> None:
    for name in ("블로그", "z-folder"):
        (tmp_path / name).mkdir()
    for name in ("a.png", "b.qmd", "requirements.txt"):
        (tmp_path / name).touch()
    suggest = FolderSuggester().get_suggestion
    assert await suggest(f"{tmp_path}/") == f"{tmp_path}/z-folder"
    assert await suggest(f"{tmp_path}/블") == f"{tmp_path}/블로그"
    assert await suggest(f"{tmp_path}/b") == f"{tmp_path}/b.qmd"
    assert await suggest(f"{tmp_path}/a") is None
    assert await suggest(f"{tmp_path}/req") is None


async def test_a_late_suggestion_is_dropped_and_a_folder_that_does_not_answer_keeps_no_other_from_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may_answer, is_asked = threading.Event(), threading.Event()

    def answer(value: str, _: object) -> str:
        if value.startswith("/dead"):
            is_asked.set()
            may_answer.wait()
        return f"{value}!"

    monkeypatch.setattr(folder_suggester, "_suggestion", answer)
    suggest = FolderSuggester().get_suggestion
    late = asyncio.ensure_future(suggest("/dead/a"))
    while not is_asked.is_set():
        # What was never asked must not be waited for without an end.
        assert not late.done()
        await asyncio.sleep(0)
    assert await suggest("/blog") == "/blog!"
    may_answer.set()
    assert await late is None


@promises("README.md", "Without `--dir` the first start asks for a folder, says what it finds there, and remembers it.")
async def test_what_is_found_is_said_as_one_types(place: Place) -> None:
    place.found = {"~/b": ["No such folder or file."], "~/bl": ["At least 3 digests.", "12 digests."]}
    app = place.app()
    async with app.run_test() as pilot:
        await pilot.press("~", "/", "b")
        await until(pilot, lambda: said(app) == "No such folder or file.")
        await pilot.press("l")
        await until(pilot, lambda: said(app) == "At least 3 digests.")
        place.may_find.set()
        await until(pilot, lambda: said(app) == "12 digests.")
        await pilot.press("escape")
        assert said(app) == ""
    assert threading.main_thread() not in place.threads
    assert place.calls == []


async def test_what_is_found_late_is_not_said_of_another_text(place: Place) -> None:
    place.found = {"/a": ["first", "late"], "/ab": ["other"]}
    app = place.app()
    async with app.run_test() as pilot:
        await pilot.press("/", "a")
        await until(pilot, lambda: said(app) == "first")
        await pilot.press("b")
        await until(pilot, lambda: said(app) == "other")
        place.may_find.set()
        await until(pilot, lambda: not any(thread.is_alive() for thread in place.threads))
        await pilot.pause()
        assert said(app) == "other"


async def test_places_that_never_answer_keep_no_key_and_no_other_place_from_its_turn(place: Place) -> None:
    place.found = {text: ["slow", "never"] for text in ("/", "/d", "/de")} | {"/dea": ["found"]}
    app = place.app()
    async with app.run_test() as pilot:
        for key, text in zip(("/", "d", "e", "a"), ("/", "/d", "/de", "/dea"), strict=True):
            await pilot.press(key)
            await until(pilot, lambda text=text: text in place.glances)  # type: ignore[misc]
        await until(pilot, lambda: said(app) == "found")
        assert app.screen.query_one(Input).value == "/dea"
        await pilot.press("ctrl+q")
    place.may_find.set()


async def test_a_failure_of_the_look_is_one_sentence(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str) -> Iterator[str]:
        raise LookupError("비밀")

    monkeypatch.setattr(place, "_glance", fail)
    app = place.app()
    async with app.run_test() as pilot:
        await pilot.press("x")
        await until(pilot, lambda: "internal error (LookupError)" in said(app))
        assert "비밀" not in said(app)


@pytest.mark.parametrize(
    "pasted", ["/some/블로그", "\n/some/블로그\n", "  /some/블로그\r\nsecond", "'/some/블로그'", "/some/블로그/"]
)
async def test_a_pasted_path_is_the_one_that_is_meant(place: Place, pasted: str) -> None:
    app = place.app()
    async with app.run_test() as pilot:
        app.post_message(Paste(pasted))
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
    assert place.calls == [f"{step} /some/블로그" for step in ("look", "check", "open")]


async def test_blanks_within_a_pasted_path_stay(place: Place) -> None:
    app = place.app()
    async with app.run_test() as pilot:
        app.post_message(Paste("\n/some/two  blanks\x1b[31m \n"))
        await pilot.pause()
        assert app.screen.query_one(Input).value == "/some/two  blanks[31m"


@pytest.mark.parametrize("size", [(140, 45), (100, 30), (80, 24), (60, 20), (40, 12)])
async def test_everything_is_on_screen_at_every_size(place: Place, size: tuple[int, int]) -> None:
    place.found = {"x": ["12 digests, 2025-12-09 to 2025-12-24, 103 papers."]}
    app = place.app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("x")
        await until(pilot, lambda: said(app) != "")
        await pilot.pause()
        lines = ["".join(part.text for part in strip) for strip in app.screen._compositor.render_strips()]
        words = " ".join(" ".join(lines).split())
        for part in ("digest-tui", "╭─", "─╯", "ctrl+q quits", "Enter on an empty line: the samples", "→ completes"):
            assert part in words
        assert "12 digests, 2025-12-09 to 2025-12-24, 103 papers." in words
        # In the middle, and nothing cut at the ends.
        rows = [number for number, line in enumerate(lines) if line.strip()]
        assert abs(rows[0] - (size[1] - 1 - rows[-1])) <= 2


async def test_the_box_stays_where_it_is_when_something_is_found(place: Place) -> None:
    place.found = {"x": ["12 digests, 2025-12-09 to 2025-12-24, 103 papers."]}
    app = place.app()
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.screen.query_one(Input).region
        await pilot.press("x")
        await until(pilot, lambda: said(app) != "")
        await pilot.pause()
        assert app.screen.query_one(Input).region == before


async def test_a_repository_is_fetched_and_opened(place: Place) -> None:
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "https://host/log")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
    assert place.calls == ["fetch https://host/log", "open https:/host/log"]
    assert threading.main_thread() not in place.threads


async def test_a_fetch_that_fails_is_said_and_one_that_takes_long_can_be_stopped(place: Place) -> None:
    place.refusal = "It does not answer."
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "https://host/log")
        await until(pilot, lambda: said(app) == "It does not answer.")
        place.may_answer.clear()
        place.is_asked.clear()
        await pilot.press("enter")
        await until(pilot, place.is_asked.is_set)
        assert said(app) == "Fetching https://host/log… Esc stops."
        await pilot.press("escape")
        await until(pilot, lambda: place.is_stopped)
        assert (said(app), app.screen.query_one(Input).value) == ("", "https://host/log")
        place.may_answer.set()
    assert place.calls == ["fetch https://host/log"] * 2


async def test_whoever_leaves_stops_the_fetch(place: Place) -> None:
    place.may_answer.clear()
    app = place.app()
    async with app.run_test() as pilot:
        await enter(pilot, "https://host/log")
        await until(pilot, place.is_asked.is_set)
        await pilot.press("ctrl+q")
    assert place.is_stopped
    place.may_answer.set()
