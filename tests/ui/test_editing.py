"""`g e`: the digest in the person's own editor, and what is shown when they are back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from digest_tui.paths import samples_dir
from support.desk import Blog, Desk, open_reader
from support.editors import FakeEditor
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"
FIRST, SECOND, THIRD = "Quiet kites of the north", "Two winds over the bay", "Calm waters in the morning"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeEditor:
    made = FakeEditor(tmp_path / "my bin")
    monkeypatch.setenv("EDITOR", f"'{made.path}'")
    return made


@pytest.fixture
def blog(blog: Blog) -> Blog:
    """Two days, the newer one of three papers."""
    blog.post(OLDER, "An older paper of the day before")
    blog.post(DAY, FIRST, SECOND, THIRD)
    return blog


@asynccontextmanager
async def reader(blog: Blog, monkeypatch: pytest.MonkeyPatch, **options: Any) -> AsyncIterator[Desk]:
    """A reader whose terminal another program can have."""
    async with open_reader(blog, **options) as desk:
        monkeypatch.setattr(desk.app, "suspend", nullcontext)
        yield desk


def file_of(blog: Blog, day: str = DAY) -> Path:
    return blog.folder / f"{day}-papers.md"


def line_of(file: Path, text: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


@promises("docs/keys.md", "`g e` opens the digest in `$VISUAL`, `$EDITOR` or `vi`, at the line of the paper.")
async def test_the_file_opens_at_the_line_of_the_paper(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(blog, monkeypatch) as desk:
        await desk.press("j", "g", "e")
        assert editor.called == [f"+{line_of(file_of(blog), SECOND)}", str(file_of(blog))]
        assert desk.message == f"{DAY}-papers.md was not changed"
        assert desk.title == SECOND


@pytest.mark.parametrize("keys", [("h",), ("l",), ("F",), ("T",), ("T", "enter"), ("z",)])
async def test_it_works_in_every_pane_on_the_sheet_and_on_cards(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    editor.will((SECOND, "Two winds over the sea"))
    async with reader(blog, monkeypatch) as desk:
        await desk.press(*keys, "g", "e")
        line = line_of(file_of(blog), FIRST)
        assert editor.called == [f"+{line}", str(file_of(blog))]
        assert desk.message == f"edited {DAY}-papers.md · 3 papers"
        assert desk.title == FIRST
        assert desk.state("Two winds over the sea") == "unread"


async def test_hangul_input_is_understood(blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader(blog, monkeypatch) as desk:
        await desk.press("ㅎ", "ㄷ")
        assert editor.called == [f"+{line_of(file_of(blog), FIRST)}", str(file_of(blog))]


@promises("docs/keys.md", "What you saved is there when you are back, on the same paper and with its decisions.")
@pytest.mark.parametrize("by_rename", [False, True])
async def test_what_was_changed_is_shown_with_its_decisions(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch, by_rename: bool
) -> None:
    editor.will((SECOND, "Zwei Winde"), ("짧은 요약이다.", "고친 요약이다."), by_rename=by_rename)
    async with reader(blog, monkeypatch) as desk:
        await desk.press("j", "s", "g", "e")
        assert desk.title == "Zwei Winde"
        assert desk.state("Zwei Winde") == "unread starred"
        assert "고친 요약이다." in desk.drawn("reader")
        assert "Zwei Winde" in desk.drawn("papers")


async def test_a_change_that_only_its_text_tells_is_seen(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.will((SECOND, SECOND.swapcase()), keeps_time=True)
    before = file_of(blog).stat()
    async with reader(blog, monkeypatch) as desk:
        await desk.press("j", "g", "e")
        after = file_of(blog).stat()
        assert (after.st_mtime_ns, after.st_size, after.st_ino) == (before.st_mtime_ns, before.st_size, before.st_ino)
        assert desk.title == SECOND.swapcase()
        assert SECOND.swapcase() in desk.drawn("papers")


async def test_a_change_that_is_none_to_the_reader_is_read_once(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.will(("# 1.", "\ufeff# 1."), keeps_time=True)
    async with reader(blog, monkeypatch) as desk:
        await desk.press("g", "e")
        assert [(part.done, part.total) for part in desk.screen.library.scan()] == [(0, 0)]


VIEWS = {"list": ("j",), "search": ("slash", *"is:new", "enter", "j"), "cards": ("T", "j")}
LINK = "https://arxiv.org/abs/2503.00003"
OTHER_ID = ("2503.00003", "2503.09999")
OTHER_TITLE = (SECOND, "Zwei Winde")
NO_ID = [(f"[{SECOND}]({LINK})", SECOND), ("> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2503.00003)", "")]
OTHER_NEIGHBOUR = [("2503.00002", "2503.08888"), (FIRST, "Drachen")]


@pytest.mark.parametrize(
    "case",
    [
        ([OTHER_ID], SECOND),
        ([OTHER_ID, OTHER_TITLE], "Zwei Winde"),
        (NO_ID, SECOND),
        ([OTHER_ID, OTHER_TITLE, *OTHER_NEIGHBOUR], "Zwei Winde"),
        ([(DAY, "2025-03-09")], SECOND),
    ],
    ids=["its id", "its id and title", "no id any more", "its neighbour too", "its date"],
)
@pytest.mark.parametrize("view", VIEWS)
async def test_the_cursor_stays_on_the_paper_that_was_edited(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch, view: str, case: tuple[list[tuple[str, str]], str]
) -> None:
    changes, title = case
    editor.will(*changes)
    async with reader(blog, monkeypatch) as desk:
        await desk.press(*VIEWS[view])
        assert desk.title == SECOND
        await desk.press("g", "e")
        assert desk.title == title
        await desk.press("s")
        assert desk.state(title) == "unread starred"


async def test_a_paper_that_lost_its_id_keeps_what_was_decided(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.will(*NO_ID)
    async with reader(blog, monkeypatch) as desk:
        await desk.press("j", "s", "g", "e")
        assert desk.state(SECOND) == "unread starred"
        await desk.press("g", "s")
        assert desk.rows()[1:] == [SECOND]
    async with reader(blog, monkeypatch) as desk:
        assert desk.state(SECOND) == "unread starred"


async def test_a_decided_paper_stays_in_the_view_of_the_new_ones(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.will(*NO_ID)
    async with reader(blog, monkeypatch) as desk:
        await desk.press("j", "x", "k", "g", "e")
        assert desk.title == SECOND
        assert desk.rows() == [FIRST, SECOND, THIRD]


async def test_a_paper_that_was_deleted_falls_to_its_neighbour(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = file_of(blog).read_text(encoding="utf-8")
    editor.will((text[text.index("# 2.") : text.index("# 3.")], ""))
    async with reader(blog, monkeypatch) as desk:
        await desk.press("j", "g", "e")
        assert (desk.title, desk.message) == (THIRD, f"edited {DAY}-papers.md · 2 papers")


async def test_keys_typed_behind_the_editor_are_for_what_it_left(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.will(OTHER_ID, OTHER_TITLE)
    async with reader(blog, monkeypatch) as desk:
        await desk.burst("j", "g", "e", "s", "j", "x")
        assert desk.states("Zwei Winde", THIRD) == ["unread starred", "skipped"]
        assert desk.state(FIRST) == "unread"


async def test_the_preface_opens_at_its_line_and_a_file_without_papers_at_its_top(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = file_of(blog)
    file.write_text(file.read_text(encoding="utf-8").replace("# 1.", "오늘의 머리말.\n\n# 1."), encoding="utf-8")
    (blog.folder / "2025-03-08-papers.md").write_text("# Nothing today\n", encoding="utf-8")
    async with reader(blog, monkeypatch) as desk:
        await desk.press("i", "g", "e")
        assert editor.called == [f"+{line_of(file, '---') + 4}", str(file)]
        await desk.press("i", "h", "j", "j", "g", "e")
        assert editor.called == [str(blog.folder / "2025-03-08-papers.md")]


@pytest.mark.parametrize("keeps_text", [True, False])
async def test_an_editor_that_fails_is_said_and_what_it_saved_is_shown(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch, keeps_text: bool
) -> None:
    editor.will(*([] if keeps_text else [OTHER_TITLE]), code=7)
    async with reader(blog, monkeypatch) as desk:
        await desk.press("j", "g", "e")
        assert desk.message == "The editor vi ended with code 7."
        assert desk.title == (SECOND if keeps_text else "Zwei Winde")


async def test_a_file_that_is_deleted_in_the_editor_takes_its_papers(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.will(deletes=True)
    async with reader(blog, monkeypatch) as desk:
        await desk.press("g", "e")
        assert desk.day == OLDER
        assert desk.message == f"{DAY}-papers.md is missing now"


async def test_a_file_that_is_gone_is_one_sentence(
    blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(blog, monkeypatch) as desk:
        file_of(blog).unlink()
        await desk.press("g", "e")
        assert desk.message == f"The file {DAY}-papers.md no longer exists: R rescans."
        assert editor.called is None


async def test_no_editor_is_one_sentence(blog: Blog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with reader(blog, monkeypatch) as desk:
        await desk.press("g", "e")
        assert desk.message == "There is no editor: install one, or set EDITOR."
        monkeypatch.setenv("EDITOR", "/no/such/editor")
        await desk.press("g", "e")
        assert desk.message.startswith("The editor /no/such/editor cannot be started: No such file or directory")
        await desk.press("j")
        assert desk.title == SECOND


async def test_a_terminal_that_cannot_be_given_away_is_one_sentence(blog: Blog, editor: FakeEditor) -> None:
    async with open_reader(blog) as desk:
        await desk.press("g", "e")
        assert desk.message == "The editor needs the terminal to itself, which is not possible here."


@promises(
    "docs/keys.md",
    "A digest of the samples, of standard input or of a fetched repository says why it is not edited.",
)
async def test_the_samples_are_not_edited(editor: FakeEditor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = next(path for path in samples_dir().iterdir() if path.is_dir())
    async with reader(Blog(folder), monkeypatch, home=tmp_path) as desk:
        await desk.press("g", "e")
        assert desk.message == "The samples belong to the program, and its next version would undo the change."
        await desk.press("question_mark", *"Edit the digest")
        assert any("The samples belong to the program" in line for line in desk.lines())
    assert editor.called is None


async def test_a_gone_paper_has_no_file(blog: Blog, editor: FakeEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader(blog, monkeypatch) as desk:
        await desk.press("s")
        file_of(blog).unlink()
        await desk.press("R", "g", "s", "g", "e")
        assert desk.title == FIRST
        assert desk.message == "This paper is no longer in your digests: there is no file to edit."
    assert editor.called is None
