"""`E`: papers are written for other programs."""

import json
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest

from digest_tui.library import exporting
from digest_tui.session.exporting import Choice
from digest_tui.ui.desktop.clipboard import Clipboard, Taken
from digest_tui.ui.screens.export import ExportScreen
from support.desk import Blog, Desk, RecordingOpener, WaitingLibrary, open_reader
from support.patience import until
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"
FIRST, SECOND, THIRD = "Quiet kites of the north", "Two winds over the bay", "Calm waters in the morning"
OLD = "An older paper of the day before"
RIS = Choice("ris").dumps()


@pytest.fixture
def blog(blog: Blog) -> Blog:
    """Two days, the newer one of three papers; RIS was exported last."""
    blog.post(OLDER, OLD)
    blog.post(DAY, FIRST, SECOND, THIRD)
    return blog


@pytest.fixture
def home(own_home: Path) -> Path:
    """The person's home, where files go unless they are named."""
    return own_home


async def choose_ris(desk: Desk) -> None:
    """Open the dialog with the second format, on the row of the format."""
    await desk.press("E", "up", "up", "right")


def dialog(desk: Desk) -> ExportScreen | None:
    return desk.app.screen if isinstance(desk.app.screen, ExportScreen) else None


def titles(file: Path) -> list[str]:
    """The titles in a file of references, in order."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return [line.removeprefix("TI  - ") for line in text.splitlines() if line.startswith("TI  - ")]


def shown(desk: Desk) -> str:
    """What the dialog shows, in one line."""
    return " ".join(" ".join(desk.lines()).replace("│", " ").split())


@promises(
    "docs/keys.md",
    "`E` writes this paper, the selected ones or all that are listed, into a file or to the clipboard.",
)
@promises(
    "README.md",
    "`E` exports the paper, what you selected or what is listed, into a file or to the clipboard; `E` "
    "and `Enter` do the "
    "same for the next one.",
)
async def test_the_paper_shown_goes_into_the_file_and_enter_repeats_it_for_another(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        assert "~/papers.ris" in shown(desk)
        assert "Papers this paper 1 paper Format RIS To a file Enter 1 paper as RIS to a file" in shown(desk)
        await desk.press("enter")
        assert dialog(desk) is None
        assert desk.message == "1 paper added · ~/papers.ris"
        assert titles(home / "papers.ris") == [FIRST]
        await desk.press("j", "E", "enter")
        assert titles(home / "papers.ris") == [FIRST, SECOND]
        await desk.press("E", "enter")
        assert desk.message == "1 paper unchanged · ~/papers.ris"


@promises("docs/keys.md", "`E` and `Enter` repeat the last choice for another paper, also after a restart.")
async def test_the_last_choice_is_remembered_over_restarts(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.press("ctrl+u", *"~/refs.ris", "enter")
        assert desk.message == "1 paper added · ~/refs.ris"
    async with open_reader(blog) as desk:
        await desk.press("j", "E", "enter")
        assert titles(home / "refs.ris") == [FIRST, SECOND]
        # A choice that was not carried out is forgotten.
        await desk.press("E", "up", "up", "right", "escape", "E")
        assert "Format RIS" in shown(desk)


async def test_selected_papers_are_meant_and_dropped_once_they_are_written(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await desk.press("v", "j", "v")
        await choose_ris(desk)
        assert "Papers the selected papers 2 papers" in shown(desk)
        await desk.press("enter")
        assert titles(home / "papers.ris") == [FIRST, THIRD]
        assert not desk.session.selection
        await desk.press("g", "g", "V", "j", "E", "escape")
        assert len(desk.session.selected()) == 2


async def test_papers_that_went_away_are_not_replaced_by_another(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await desk.press("v")
        (blog.folder / f"{DAY}-papers.md").unlink()
        desk.screen.scanner.scan()
        await desk.settle()
        await desk.press("E")
        assert dialog(desk) is None
        assert desk.message == "Nothing exported: the selected papers are no longer listed"


@pytest.mark.parametrize(
    ("keys", "listed"),
    [
        ((), [FIRST, SECOND, THIRD]),
        (("F",), [FIRST, SECOND, THIRD]),
        (("g", "a", "S", "S"), [THIRD, FIRST, SECOND]),
        (("slash", *"winds", "enter"), [SECOND]),
        (("slash", *"sort:oldest", "enter"), [OLD, FIRST, SECOND, THIRD]),
        (("T",), [FIRST, SECOND, THIRD]),
        (("j", "s", "g", "s"), [SECOND]),
        (("h", "j"), [OLD]),
    ],
    ids=["day", "sheet", "sorted", "search", "all", "cards", "starred", "dates"],
)
async def test_all_that_is_listed_is_written_in_its_order(
    blog: Blog, home: Path, keys: tuple[str, ...], listed: list[str]
) -> None:
    async with open_reader(blog) as desk:
        await desk.press(*keys)
        await choose_ris(desk)
        await desk.press("up", "right")
        count = f"{len(listed)} paper{'s' * (len(listed) != 1)}"
        assert f"all listed papers {count}" in shown(desk)
        await desk.press("enter")
        assert titles(home / "papers.ris") == listed


@promises(
    "docs/keys.md",
    "On the closing card it is about the papers of the day, first those that were starred.",
)
async def test_on_the_closing_card_the_starred_are_meant_and_all_of_the_day_at_hand(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await desk.press("s", "j", "x", "x")
        assert desk.screen.shows_card
        await choose_ris(desk)
        assert "Papers the starred of these papers 1 paper" in shown(desk)
        await desk.press("enter")
        assert titles(home / "papers.ris") == [FIRST]
        assert desk.screen.shows_card
        await desk.press("E", "up", "up", "up", "right", "enter")
        assert titles(home / "papers.ris") == [FIRST, SECOND, THIRD]


async def test_on_the_closing_card_of_cards_their_papers_are_meant(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await desk.press("g", "a", "T", "x", "s", "r", "x")
        assert desk.screen.shows_card
        await choose_ris(desk)
        await desk.press("enter")
        assert titles(home / "papers.ris") == [SECOND]


async def test_where_nothing_is_listed_there_is_nothing_to_export(blog: Blog) -> None:
    for file in blog.folder.iterdir():
        file.unlink()
    async with open_reader(blog) as desk:
        await desk.press("E")
        assert dialog(desk) is None
        assert desk.message == "No papers are listed: there is nothing to export."


async def test_a_person_s_own_entries_stay_and_are_told(blog: Blog, home: Path) -> None:
    own = "TY  - JOUR\nTI  - My own title\nUR  - https://arxiv.org/abs/2503.00002\nER  - \n"
    (home / "papers.ris").write_text(own, encoding="utf-8")
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.press("up", "right", "enter")
        assert desk.message == "2 papers added · 1 left out · ~/papers.ris"
        [toast] = desk.app._notifications
        assert toast.message == "2503.00002 is left out: your own entry on line 1 is about it."
        assert (home / "papers.ris").read_text(encoding="utf-8").startswith(own)


@promises("docs/keys.md", "A file that is refused stays as it is, and the choice can be changed.")
async def test_a_refused_file_says_why_and_the_choice_can_be_mended(blog: Blog, home: Path) -> None:
    broken = b"TY  - JOUR\nTI  - \xff\nER  - \n"
    (home / "papers.ris").write_bytes(broken)
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.press("enter")
        assert dialog(desk) is not None
        assert "papers.ris is not UTF-8 on line 2, so it is left as it is" in shown(desk)
        assert (home / "papers.ris").read_bytes() == broken
        # What was typed behind Enter was for a file that was written.
        await desk.burst("enter", "j", "x")
        assert dialog(desk) is not None
        await desk.press("backspace", "backspace", "backspace", *"two.ris")
        assert "not UTF-8" not in shown(desk)
        await desk.press("enter")
        assert titles(home / "papers.two.ris") == [FIRST]
        assert desk.title == FIRST


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/no/such/folder/x.ris", "there is no folder /no/such/folder"),
        ("~", "is a folder: name a file in it"),
        ("~nobody-here/x.ris", "names the home of an unknown user"),
        ("", "Type the path of a file, or choose the clipboard."),
    ],
)
async def test_a_path_that_is_none_is_refused(blog: Blog, path: str, sentence: str) -> None:
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.press("ctrl+u", *path, "enter")
        assert sentence in shown(desk)


@pytest.mark.parametrize("name", [f"{DAY}-papers.md", "2025-03-08.md", "pages/kites.md"])
async def test_a_digest_is_never_written_nor_a_page_of_one(blog: Blog, name: str) -> None:
    entries = "- [Kites that fly quietly](pages/kites.md)\n- [Winds over the sea](https://arxiv.org/abs/2503.06666)\n"
    (blog.folder / "2025-03-08.md").write_text(f"# Daily Papers 2025-03-08\n\n{entries}", encoding="utf-8")
    (blog.folder / "pages").mkdir()
    (blog.folder / "pages" / "kites.md").write_text(
        "# Kites that fly quietly\n\nhttps://arxiv.org/abs/2503.07777\n\n## Method\n글.\n", encoding="utf-8"
    )
    file = blog.folder / name
    before = file.read_bytes()
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.press("ctrl+u")
        dialog(desk).paste(f"{file}\n")  # type: ignore[union-attr]
        await desk.press("enter")
        assert "is a digest, and those are never written to" in shown(desk)
    assert file.read_bytes() == before


async def test_to_the_clipboard(blog: Blog, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    texts: list[str] = []
    monkeypatch.setattr(Clipboard, "has_programs", True)

    def copy(_: Clipboard, text: str) -> Taken:
        texts.append(text)
        return Taken(by_desktop=True)

    monkeypatch.setattr(Clipboard, "copy", copy)
    async with open_reader(blog, opener=RecordingOpener({"DISPLAY": ":0"})) as desk:
        await choose_ris(desk)
        await desk.press("down", "right")
        assert "To the clipboard Enter 1 paper as RIS to the clipboard" in shown(desk)
        await desk.press("enter")
        assert desk.message == "copied to the clipboard · 1 paper as RIS"
        assert [text.count("ER  -") for text in texts] == [1]
        assert not list(home.glob("papers*"))
        # Enter repeats that too; who types a path wants a file.
        await desk.press("E", "enter", "E", *"~/x.ris", "enter")
        assert len(texts) == 2
        assert titles(home / "x.ris") == [FIRST]


async def test_a_path_is_completed(blog: Blog, home: Path) -> None:
    (home / "library").mkdir()
    (home / "library" / "refs.ris").touch()
    (home / "library" / "refs.txt").touch()
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.press("ctrl+u", *"~/li")
        assert "~/library" in shown(desk)
        await desk.press("tab", "slash", "r", "right", "enter")
        assert titles(home / "library" / "refs.ris") == [FIRST]


async def test_a_key_that_repeats_itself_is_no_part_of_the_path(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.press("enter")
        await desk.burst("E", "E", "ㄸ", "E", "enter")
        assert desk.message == "1 paper unchanged · ~/papers.ris"
        await desk.press("E", "backspace", "E", "enter")
        assert titles(home / "papers.riE") == [FIRST]


async def test_a_whole_path_that_is_typed_or_pasted_stands_for_itself(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.press(*"~/one.ris", "enter")
        assert titles(home / "one.ris") == [FIRST]
        await desk.press("E")
        dialog(desk).paste(f"{home}/two.ris")  # type: ignore[union-attr]
        await desk.press("enter")
        assert titles(home / "two.ris") == [FIRST]
        # One that is being changed goes on.
        await desk.press("E", *["backspace"] * 7, *"~three.ris", "enter")
        assert titles(home / "~three.ris") == [FIRST]


async def test_the_list_of_commands_opens_it(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("question_mark", *"export", "enter")
        assert dialog(desk) is not None
        await desk.press("escape", "j")
        assert desk.title == SECOND


async def test_hangul_in_a_path_is_left_as_it_was_typed(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.press("ctrl+u", "~", "slash", "논", "문", ".", "r", "i", "s", "enter")
        assert titles(home / "논문.ris") == [FIRST]


async def test_what_replaces_the_whole_file_says_so(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        while "Format JSON" not in shown(desk):
            await desk.press(*(("right",) if dialog(desk) else ("E", "up", "up")))
        assert "Enter 1 paper as JSON to a file, replaced whole" in shown(desk)
        await desk.press("enter")
        assert [paper["title"] for paper in json.loads((home / "papers.json").read_text("utf-8"))] == [FIRST]
        (home / "papers.json").write_text('{"mine": 1}', encoding="utf-8")
        await desk.press("E", "enter")
        assert dialog(desk) is not None
        assert (home / "papers.json").read_text("utf-8") == '{"mine": 1}'


async def test_notes_go_into_a_folder_and_say_where_they_would_be_read_as_digests(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        while "Format Obsidian" not in shown(desk):
            await desk.press(*(("right",) if dialog(desk) else ("E", "up", "up")))
        assert "~/papers " in shown(desk)
        assert "To a folder" in shown(desk)
        await desk.press("enter")
        assert desk.message == "1 paper added · ~/papers"
        assert len(list((home / "papers").glob("*.md"))) == 1
        assert not desk.app._notifications
        await desk.press("E", "up", "up", "left", "down", "down", "ctrl+u")
        dialog(desk).paste(str(blog.folder / "out.md"))  # type: ignore[union-attr]
        await desk.press("enter")
        [toast] = desk.app._notifications
        assert "is among the digests of blog and will be read as one" in toast.message


async def test_by_mouse_alone(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await desk.press("E")
        await desk.click("Format")
        await desk.click("Papers")
        assert "all listed papers 3 papers Format RIS" in shown(desk)
        await desk.click("Enter   3 papers")
        assert titles(home / "papers.ris") == [FIRST, SECOND, THIRD]
        await desk.press("E")
        await desk.click_at(1, 1)
        assert dialog(desk) is None


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_all_of_it_is_on_a_small_screen(blog: Blog, size: tuple[int, int]) -> None:
    async with open_reader(blog, size=size) as desk:
        await desk.press("V", "j", "E", "ctrl+u", "enter")
        text = shown(desk)
        for words in ("the selected papers", "2 papers", "BibTeX", "a file", "Type the path of a file"):
            assert words in text


async def test_keys_behind_enter_wait_for_the_file(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await choose_ris(desk)
        await desk.burst("enter", "j", "E", "enter", "j", "s")
        assert titles(home / "papers.ris") == [FIRST, SECOND]
        assert desk.states(FIRST, SECOND, THIRD) == ["unread", "unread", "unread starred"]


async def test_a_disk_that_does_not_answer_keeps_nobody(
    blog: Blog, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_write, write = Event(), exporting.write_to
    monkeypatch.setattr("digest_tui.ui.screens.export.PATIENCE_SECONDS", 0.001)
    async with open_reader(blog) as desk:
        library = cast("WaitingLibrary", desk.library)

        def waiting(*args: Any) -> exporting.ExportReport:
            library.is_kept = True
            may_write.wait()
            library.is_kept = False
            return write(*args)

        monkeypatch.setattr("digest_tui.ui.actions.exporting.write_to", waiting)
        await choose_ris(desk)
        await desk.pilot.press("enter")
        await until(desk.pilot, lambda: desk.app.screen.is_ready)  # type: ignore[attr-defined]
        assert "writing… · Esc leaves it to itself" in desk.edge()
        await desk.pilot.press("escape", "j")
        assert desk.title == SECOND
        may_write.set()
        await desk.settle()
        assert desk.message == "1 paper added · ~/papers.ris"
        assert titles(home / "papers.ris") == [FIRST]


def test_a_choice_that_is_not_ours_is_the_first_one() -> None:
    for text in (None, "", "x", "[]", json.dumps(["none", True, {}]), json.dumps(["ris", 1, {}]), "[" * 100_000):
        assert Choice.loads(text) == Choice()
    choice = Choice("csl-json").with_path("~/a.json").to_file(False)
    assert Choice.loads(choice.dumps()) == choice


def test_no_two_formats_begin_with_one_file() -> None:
    choices = [Choice().turned(number) for number in range(20)]
    paths = {choice.format: choice.path for choice in choices}
    assert len(set(paths.values())) == len(paths)
    assert (paths["json"], paths["csl-json"]) == ("~/papers.json", "~/papers-csl.json")
