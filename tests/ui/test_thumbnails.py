"""Pictures in the reader: only of hosts that were named, never in the way of keys, and the text stays where it is."""

from collections.abc import Callable, Collection
from threading import Event
from typing import Any

import pytest

from digest_tui.errors import PictureError
from digest_tui.pictures.allowed import fetchable
from digest_tui.ui.depth import Depth
from digest_tui.ui.jobs import picture_thread
from digest_tui.ui.jobs.pictures import INSTALL
from digest_tui.ui.terminal import given_pictures
from digest_tui.ui.terminal.hearing import GraphicsAnswer
from digest_tui.ui.terminal.picture_library import renderables
from support import patience
from support.desk import Blog, Desk, open_reader
from support.picture_server import HOST, noise, picture
from support.promises import promises

DAY = "2025-03-11"
URL = f"https://{HOST}/a.png"
ON: dict[str, Any] = {"pictures": (HOST,)}
MARKS = renderables("tgp")._NUMBER_TO_DIACRITIC
LONG = "".join(f"\n\nParagraph {number} of the text." for number in range(60))


class Shelf:
    """Stands in for cache and network."""

    def __init__(self) -> None:
        self.data = picture((600, 240), "JPEG")
        self.asked: list[str] = []
        self.broken: set[str] = set()
        self.may_answer = Event()
        self.may_answer.set()
        self.is_stopped = False
        self.dropped: list[tuple[str, ...]] = []

    def get(self, url: str, hosts: Collection[str]) -> bytes:
        self.asked.append(url)
        fetchable(url, hosts)
        self.may_answer.wait()
        if url in self.broken:
            raise PictureError("The server of the picture answered 404.")
        return self.data

    def spoiled(self, url: str, hosts: Collection[str]) -> None:
        self.broken.add(url)

    def drop_others(self, urls: Collection[str]) -> None:
        self.dropped.append(tuple(urls))

    def stop(self) -> None:
        self.is_stopped = True
        self.may_answer.set()


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    shelf = Shelf()
    monkeypatch.setattr(picture_thread, "loaded_thumbnails", lambda: shelf)
    return shelf


@pytest.fixture
def pictured(blog: Blog) -> Blog:
    """A paper with a picture, and one without."""
    blog.post(DAY, "With a picture", body=f"![]({URL}){LONG}\n")
    return blog


async def until(desk: Desk, holds: Callable[[], bool]) -> None:
    """Wait for what a thread or a timer brings, and what comes of it."""
    await patience.until(desk.pilot, holds)
    await desk.settle()


def rows(desk: Desk) -> int:
    """The rows of pictures on the screen."""
    return sum("▀▀" in line for line in desk.drawn("reader").splitlines())


def text(desk: Desk) -> list[str]:
    """The lines of the text on the screen, without the heading and the scroll bar."""
    return [line.rstrip("▐ ") for line in desk.drawn("reader").splitlines()[1:]]


def is_shown(desk: Desk) -> Callable[[], bool]:
    return lambda: rows(desk) > 0


@promises(
    "docs/pictures.md",
    "On request it draws a thumbnail below that line.",
    'Or name the hosts in `config.toml`: `pictures = ["cdn-thumbnails.huggingface.co"]`.',
)
async def test_the_picture_of_a_host_in_the_setting_is_drawn_below_its_line(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        lines = desk.drawn("reader").splitlines()
        at = next(index for index, line in enumerate(lines) if "▣ Picture · a.png" in line)
        assert [line.count("▀") for line in lines[at + 1 : at + 13]] == [60] * 12
        assert "Paragraph 0" in lines[at + 14]
        assert shelf.asked == [URL]


@promises("SECURITY.md", "None is fetched unless you installed the extra and named its host.")
@promises("docs/pictures.md", "Nothing is fetched before you say so.")
async def test_without_a_host_nothing_is_asked_loaded_or_drawn(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured) as desk:
        await desk.press("j", "k", "z", "z", "<")
        assert not desk.screen.services.has_used("pictures")
        assert (rows(desk), shelf.asked) == (0, [])


async def test_a_host_that_is_not_named_is_not_asked(pictured: Blog, shelf: Shelf) -> None:
    pictured.post("2025-03-10", "Another", body="![](https://pictures.example.org.evil.org/b.png)\n")
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        await desk.press("[")
        desk.screen.services.pictures._turn()
        await desk.settle()
        assert {url for urls in shelf.dropped for url in urls} <= {URL}
        assert shelf.asked == [URL]


@promises(
    "docs/pictures.md",
    "Then run `Show pictures` from the list of commands (`?`) on a paper that has one: it names the host and "
    "asks; again, it hides them.",
)
async def test_the_command_asks_names_the_host_and_remembers_the_answer(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured) as desk:
        await desk.press(":", *"show pictures", "enter")
        assert any(f"Show pictures from {HOST}" in line for line in desk.lines())
        assert any("They are fetched over the network" in line for line in desk.lines())
        await desk.press("escape")
        assert (shelf.asked, desk.screen.library.store.recall("pictures")) == ([], None)
        await desk.press(":", *"show pictures", "enter", "y")
        await until(desk, is_shown(desk))
        assert desk.screen.library.store.recall("pictures") == HOST
    async with open_reader(pictured) as desk:
        await until(desk, is_shown(desk))
        await desk.press(":", *"show pictures", "enter")
        assert (rows(desk), desk.screen.library.store.recall("pictures")) == (0, "")
        assert desk.message == f"pictures from {HOST} are not shown any more"
    async with open_reader(pictured) as desk:
        assert not desk.screen.services.has_used("pictures")


async def test_a_host_of_the_setting_is_hidden_there(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        await desk.press(":", *"show pictures", "enter")
        assert "is in the setting `pictures`" in desk.message
        assert rows(desk) > 0


async def test_what_was_remembered_by_somebody_else_opens_no_other_host(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured) as desk:
        desk.screen.library.store.remember("pictures", f"127.0.0.1 localhost https://{HOST} */* {HOST}/")
    async with open_reader(pictured) as desk:
        desk.screen.services.pictures._turn()
        await desk.settle()
        assert (desk.screen.services.pictures.hosts, shelf.asked) == (frozenset(), [])


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("No picture.", "No pictures are on this page"),
        ("![](images/a.png)", "The pictures on this page are on no host of the internet"),
        ("![](http://10.0.0.1/a.png)", "The pictures on this page are on no host of the internet"),
    ],
)
async def test_the_command_says_why_there_is_nothing_to_show(
    blog: Blog, shelf: Shelf, body: str, sentence: str
) -> None:
    blog.post(DAY, "A paper", body=body)
    async with open_reader(blog) as desk:
        await desk.press(":", *"show pictures", "enter")
        assert desk.message == sentence


@promises("docs/pictures.md", "pip install 'digest-tui[pictures]'")
async def test_without_the_extra_the_command_says_how_to_install_it(
    pictured: Blog, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest_tui.ui.jobs.pictures.find_spec", lambda name: None)
    async with open_reader(pictured) as desk:
        await desk.press(":", *"show pictures", "enter")
        assert desk.message == INSTALL
        assert "pip install 'digest-tui[pictures]'" in INSTALL
        assert shelf.asked == []


@pytest.mark.parametrize("colors", [{"TERM": "xterm-16color", "COLORTERM": ""}, {"NO_COLOR": "1"}], ids=str)
@promises("docs/pictures.md", "With 16 colors, with `NO_COLOR`")
async def test_with_few_colors_there_are_none(
    pictured: Blog, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, colors: dict[str, str]
) -> None:
    for name, value in colors.items():
        monkeypatch.setenv(name, value)
    async with open_reader(pictured, **ON) as desk:
        assert desk.app.depth is Depth.NAMED
        await until(desk, lambda: "too few colors" in desk.message)
        assert (rows(desk), shelf.asked) == (0, [])


@promises("docs/pictures.md", "in any other terminal of 256 colors or more in half blocks (`▀`)")
async def test_with_256_colors_there_are(pictured: Blog, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "")
    async with open_reader(pictured, **ON) as desk:
        assert desk.app.depth is Depth.INDEXED
        await until(desk, is_shown(desk))


@promises("docs/pictures.md", "and where marks are drawn in ASCII there are none.")
async def test_where_blocks_are_two_cells_wide_there_are_none(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured, ascii=True, **ON) as desk:
        await until(desk, lambda: "two cells wide" in desk.message)
        assert (rows(desk), shelf.asked) == (0, [])


@promises("docs/pictures.md", "No key waits for a picture.")
async def test_keys_wait_for_no_picture_and_the_text_that_is_read_stays(pictured: Blog, shelf: Shelf) -> None:
    shelf.may_answer.clear()
    async with open_reader(pictured, **ON) as desk:
        await until(desk, lambda: shelf.asked == [URL])
        await desk.press("enter", "space", "j")
        before = text(desk)
        assert "▣" not in "".join(before)
        shelf.may_answer.set()
        count = desk.screen.reader.line_count()
        await until(desk, lambda: desk.screen.reader.line_count() == count + 12)
        assert text(desk) == before
        await desk.press("home")
        assert rows(desk) == 12


async def test_the_place_is_that_of_the_text_and_the_next_start_finds_it(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        await desk.press("enter", "space")
        top = text(desk)[1]
    shelf.may_answer.clear()
    async with open_reader(pictured, **ON) as desk:
        assert text(desk)[1] == top
        count = desk.screen.reader.line_count()
        shelf.may_answer.set()
        await until(desk, lambda: desk.screen.reader.line_count() == count + 12)
        assert text(desk)[1] == top


async def test_another_size_draws_it_anew(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured, size=(120, 60), **ON) as desk:
        await until(desk, is_shown(desk))
        await desk.pilot.resize_terminal(56, 50)
        await until(desk, lambda: 0 < rows(desk) < 12)
        assert all(len(line) <= 56 for line in desk.lines())
        await desk.pilot.resize_terminal(120, 60)
        await until(desk, lambda: rows(desk) == 12)


@promises("docs/pictures.md", "and the first of the next one, so that it is there when you go on.")
async def test_the_picture_of_the_next_paper_is_there_when_it_is_opened(blog: Blog, shelf: Shelf) -> None:
    blog.post(DAY, "One", "Two", "Three", body=f"![]({URL})\n\nText.\n")
    path = next(blog.folder.iterdir())
    text = path.read_text()
    for number in range(3):
        text = text.replace(URL + ")", f"https://{HOST}/{number}.png)", 1)
    path.write_text(text)
    async with open_reader(blog, **ON) as desk:
        await until(desk, lambda: f"https://{HOST}/1.png" in desk.screen.services.pictures._drawn)
        assert shelf.asked == [f"https://{HOST}/0.png", f"https://{HOST}/1.png"]
        shelf.may_answer.clear()
        await desk.press("j")
        assert "1.png" in desk.drawn("reader")
        assert rows(desk) == 12
        await until(desk, lambda: len(shelf.asked) == 3)


@promises("docs/pictures.md", "What fails is not tried again until the next start; its line stays.")
async def test_a_picture_that_does_not_come_is_asked_for_once_and_leaves_its_line(pictured: Blog, shelf: Shelf) -> None:
    shelf.broken.add(URL)
    pictured.post("2025-03-10", "Another")
    async with open_reader(pictured, **ON) as desk:
        await until(desk, lambda: URL in desk.screen.services.pictures._failed)
        assert desk.message == ""
        for _ in range(3):
            await desk.press("[", "]")
            desk.screen.services.pictures._turn()
        assert shelf.asked == [URL]
        assert "▣ Picture · a.png" in desk.drawn("reader")


async def test_whoever_said_yes_is_told_why_there_is_none(pictured: Blog, shelf: Shelf) -> None:
    shelf.broken.add(URL)
    async with open_reader(pictured) as desk:
        await desk.press(":", *"show pictures", "enter", "y")
        await until(desk, lambda: desk.message == "The server of the picture answered 404")


async def test_a_thumbnail_that_somebody_changed_is_no_picture(pictured: Blog, shelf: Shelf) -> None:
    shelf.data = b"\xff\xd8\xff and nothing more"
    async with open_reader(pictured, **ON) as desk:
        await until(desk, lambda: URL in shelf.broken)
        await until(desk, lambda: URL in desk.screen.services.pictures._failed)
        assert rows(desk) == 0


@promises("docs/pictures.md", "Badges and counters of a few pixels are not drawn.")
async def test_a_tiny_picture_is_not_drawn(pictured: Blog, shelf: Shelf) -> None:
    shelf.data = picture((1, 1), "JPEG")
    async with open_reader(pictured, **ON) as desk:
        await until(desk, lambda: bool(desk.screen.services.pictures._tiny))
        assert rows(desk) == 0


async def test_whoever_leaves_waits_for_no_server_and_the_next_screen_has_no_picture(
    pictured: Blog, shelf: Shelf
) -> None:
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        shelf.may_answer.clear()
        await desk.press("q")
        assert desk.app.saved is not None
        assert "With a picture" in desk.app.saved.text
        assert "▀" not in desk.app.saved.text
    assert shelf.is_stopped


async def test_lines_around_a_picture_are_copied_without_it(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        desk.screen.reader.text_select_all()
        assert f"▣ Picture · a.png · {HOST}\n\nParagraph 0 of the text." in (desk.screen.get_selected_text() or "")


async def test_a_dialog_over_a_picture_and_another_theme(pictured: Blog, shelf: Shelf) -> None:
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        await desk.press(":", *"theme", "enter", "down", "enter")
        assert rows(desk) == 12
        assert shelf.asked == [URL]


# Terminals that take pictures as kitty does


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a kitty gets; it is asked when there is something to show."""
    monkeypatch.setenv("TERM", "xterm-kitty")
    written: list[str] = []
    monkeypatch.setattr(given_pictures, "write_sequence", lambda app, sequences: written.append(sequences))
    return written


async def answers(desk: Desk) -> None:
    """Let the terminal say that it is a new kitty."""
    for words in ("i=31;OK", "kitty(0.35.2)"):
        desk.app.post_message(GraphicsAnswer(words))
    await desk.settle()


def farewell(desk: Desk) -> str:
    """What the terminal is told when it is left."""
    given = desk.screen.services.pictures._given
    return given.farewell() if given else ""


def placed(desk: Desk) -> list[tuple[int, list[tuple[int, int]]]]:
    """The pictures on the screen by their numbers, each with its rows and columns as they are told to the terminal."""
    found: dict[int, list[tuple[int, int]]] = {}
    reader = desk.screen.reader
    for y in range(reader.size.height):
        for text, style, _ in reader.render_line(y):
            for cell in text.split(chr(0x10EEEE))[1:]:
                row, column, high = (MARKS.index(ord(mark)) for mark in cell[:3])
                assert style is not None
                assert style.color is not None
                red, green, blue = style.color.get_truecolor()
                found.setdefault(high << 24 | red << 16 | green << 8 | blue, []).append((row, column))
    return list(found.items())


async def test_a_kitty_gets_the_picture_once_and_characters_in_its_place(
    pictured: Blog, shelf: Shelf, written: list[str]
) -> None:
    shelf.data = noise((600, 240), "JPEG")
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        assert written == []
        await answers(desk)
        await until(desk, lambda: bool(placed(desk)))
        ((number, cells),) = placed(desk)
        assert cells == [(row, column) for row in range(12) for column in range(60)]
        (sent,) = written
        assert sent.startswith(f"\x1b_Gi={number},m=1,f=100,q=2;")
        assert sent.endswith(f"\x1b_Ga=p,i={number},c=60,r=12,U=1,q=2\x1b\\")
        assert all(len(part) < 4200 and part.startswith("\x1b_G") for part in sent.split("\x1b\\")[:-1])
        await desk.press("enter", "j", "j", "k")
        assert written == [sent]
        await desk.press("q")
        assert written == [sent]
        assert farewell(desk) == f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


async def test_another_size_sends_it_anew_and_takes_the_old_one_away(
    pictured: Blog, shelf: Shelf, written: list[str]
) -> None:
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        await answers(desk)
        await until(desk, lambda: bool(placed(desk)))
        ((number, _),) = placed(desk)
        await desk.pilot.resize_terminal(56, 50)
        await until(desk, lambda: bool(placed(desk)) and placed(desk)[0][0] != number)
        assert written[-1] == f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"
        assert f"i={number}," not in farewell(desk)


async def test_after_a_stop_the_terminal_gets_its_pictures_again(
    pictured: Blog, shelf: Shelf, written: list[str]
) -> None:
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        await answers(desk)
        await until(desk, lambda: bool(placed(desk)))
        (sent,) = written
        desk.app.app_resume_signal.publish(desk.app)
        await desk.settle()
        assert written == [sent, sent]


@pytest.mark.parametrize(
    "words",
    [["i=31;OK", "kitty(0.26.5)"], ["i=31;ENOTSUPPORTED", "kitty(0.35.2)"], ["x"] * 99 + ["i=31;OK", "ghostty"]],
)
async def test_other_answers_leave_it_with_half_blocks(
    pictured: Blog, shelf: Shelf, written: list[str], words: list[str]
) -> None:
    async with open_reader(pictured, **ON) as desk:
        await until(desk, is_shown(desk))
        for each in words:
            desk.app.post_message(GraphicsAnswer(each))
        await desk.settle()
        desk.screen.services.pictures._turn()
        await desk.settle()
        assert (rows(desk), written, shelf.asked) == (12, [], [URL])


async def test_an_answer_that_nobody_asked_for_is_none(blog: Blog, shelf: Shelf, written: list[str]) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        await answers(desk)
        assert not desk.screen.services.has_used("pictures")
