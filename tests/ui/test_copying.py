"""What is copied goes every way there is, and the status line says which."""

import base64
from pathlib import Path
from threading import Event

import pytest
from textual.events import Key

from digest_tui.ui.desktop.clipboard import Clipboard, Taken
from support.desk import Blog, Desk, RecordingOpener, open_reader
from support.patience import until
from support.promises import promises

DAY = "2025-03-11"
URL = "https://arxiv.org/abs/2503.00001"
TMUX = {"TMUX": "/tmp/tmux-1/default,2,0"}


class Programs:
    """The programs that can copy: what they take, and what came of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, taken: Taken) -> None:
        self.begun: list[str] = []
        self.texts: list[str] = []
        self.may_end = Event()
        self.may_end.set()

        def copy(clipboard: Clipboard, text: str) -> Taken:
            self.begun.append(text)
            self.may_end.wait()
            self.texts.append(text)
            return taken

        monkeypatch.setattr(Clipboard, "copy", copy)


def written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The control sequences that the terminal gets from now on."""
    sequences: list[str] = []
    monkeypatch.setattr(
        "digest_tui.ui.desktop.desktop.write_sequence", lambda app, sequence: sequences.append(sequence)
    )
    return sequences


def asks_for(text: str) -> str:
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a"


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        (
            Taken(by_tmux=True, by_terminal_of_tmux=True),
            "copied to tmux and, if the terminal allows it, the clipboard",
        ),
        (Taken(by_tmux=True), "copied to tmux"),
        (Taken(by_tmux=True, by_desktop=True), "copied to the clipboard and tmux"),
        (Taken(by_desktop=True), "copied to the clipboard"),
        (Taken(by_desktop=True, refused=("tmux",)), "copied to the clipboard"),
    ],
)
async def test_the_way_is_said_when_it_was_gone(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, taken: Taken, said: str
) -> None:
    blog.post(DAY, "A paper")
    programs = Programs(monkeypatch, taken)
    async with open_reader(blog, opener=RecordingOpener(TMUX)) as desk:
        sequences = written(desk, monkeypatch)
        programs.may_end.clear()
        await desk.pilot.press("y", "a")
        await desk.pilot.pause()
        assert desk.message == ""
        programs.may_end.set()
        await desk.settle()
        assert desk.message == f"{said} · {URL}"
        assert (programs.texts, sequences) == ([URL], [])


@pytest.mark.parametrize(
    ("environ", "taken", "said", "is_asked"),
    [
        ({}, Taken(), "copied by the terminal, if it allows that", True),
        ({"TERM": "tmux-256color"}, Taken(), "copied by the terminal, if tmux and it allow that", True),
        ({"STY": "1.x"}, Taken(), "copied by the terminal, if it allows that", True),
        (
            {"DISPLAY": ":0"},
            Taken(refused=("xclip", "xsel")),
            "xclip and xsel could not copy · copied by the terminal, if it allows that",
            True,
        ),
        (
            TMUX,
            Taken(refused=("tmux",)),
            "tmux could not copy · sent to the terminal, which gets it if `set-clipboard` is on",
            True,
        ),
        ({"TERM": "linux"}, Taken(), "nothing copied, this terminal has no clipboard", False),
        (
            {"TERM": "linux", "DISPLAY": ":0"},
            Taken(refused=("xclip",)),
            "xclip could not copy · nothing copied, this terminal has no clipboard",
            False,
        ),
    ],
)
@promises("docs/keys.md", "else to the terminal, which may refuse it: the status line says which.")
async def test_where_no_program_took_it_the_terminal_is_asked(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, *, environ: dict[str, str], taken: Taken, said: str, is_asked: bool
) -> None:
    blog.post(DAY, "A paper")
    Programs(monkeypatch, taken)
    async with open_reader(blog, opener=RecordingOpener(environ)) as desk:
        sequences = written(desk, monkeypatch)
        await desk.press("y", "a")
        assert desk.message.startswith(f"{said} · https://arxiv.org/")
        assert [sequence.replace("\x1bP", "").replace("\x1b\\", "") for sequence in sequences] == (
            [asks_for(URL)] if is_asked else []
        )


async def test_what_is_too_long_for_the_terminal_is_not_called_copied(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        sequences = written(desk, monkeypatch)
        desk.screen.services.desktop.copy("x" * 100_000, "much")
        assert (desk.message, sequences) == ("nothing copied, it is too long for the terminal · much", [])


async def test_the_last_copy_is_what_is_there_in_the_end(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    blog.post(DAY, "A paper")
    programs = Programs(monkeypatch, Taken(by_desktop=True))
    async with open_reader(blog, opener=RecordingOpener({"DISPLAY": ":0"})) as desk:
        programs.may_end.clear()
        await desk.pilot.press("y", "a", "y", "i", "y", "t")
        await until(desk.pilot, lambda: bool(programs.begun))
        await desk.pilot.pause()
        assert programs.begun == [URL]
        programs.may_end.set()
        await desk.settle()
        assert programs.texts == [URL, "2503.00001", "A paper"]
        assert desk.message == "copied to the clipboard · A paper"


async def test_who_leaves_at_once_has_copied(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    blog.post(DAY, "A paper")
    programs = Programs(monkeypatch, Taken(by_desktop=True))
    async with open_reader(blog, opener=RecordingOpener({"DISPLAY": ":0"})) as desk:
        await desk.pilot.press("y", "a", "q")
    assert programs.texts == [URL]


async def test_who_leaves_at_once_has_copied_what_was_still_being_written(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    blog.post(DAY, "A paper")
    programs = Programs(monkeypatch, Taken(by_desktop=True))
    async with open_reader(blog, opener=RecordingOpener({"DISPLAY": ":0"})) as desk:
        for key in "ybq":
            desk.app.post_message(Key(key, key))
        await desk.pilot.pause()
    assert [text.partition("{")[0] for text in programs.texts] == ["@misc"]


async def test_what_was_copied_last_is_there_although_bibtex_takes_longer(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    blog.post(DAY, "A paper")
    programs = Programs(monkeypatch, Taken(by_desktop=True))
    async with open_reader(blog, opener=RecordingOpener({"DISPLAY": ":0"})) as desk:
        await desk.burst(*"ybytyi")
        assert [text.partition("{")[0] for text in programs.texts] == ["@misc", "A paper", "2503.00001"]


@pytest.mark.parametrize("columns", [80, 90, 100])
async def test_of_what_does_not_fit_the_line_the_name_is_cut_and_the_way_is_read(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    blog.post(DAY, "아주 긴 한글 제목 " * 8)
    Programs(monkeypatch, Taken(by_tmux=True, by_terminal_of_tmux=True))
    async with open_reader(blog, size=(columns, 24), opener=RecordingOpener(TMUX)) as desk:
        await desk.press("y", "t")
        shown = desk.drawn("status")
        assert "copied to tmux and, if the terminal allows it, the clipboard · 아주 " in f"{shown} "
        assert shown.endswith("…")


async def test_what_is_copied_of_a_paper(blog: Blog) -> None:
    text = f"---\ntitle: Daily Papers {DAY}\n---\n\n# 1. [A [MASK] paper](https://arxiv.org/abs/2503.01234)\n\n내용.\n"
    (blog.folder / f"{DAY}-papers.md").write_text(text, encoding="utf-8")
    async with open_reader(blog) as desk:
        for key, copied in (
            ("a", "https://arxiv.org/abs/2503.01234"),
            ("i", "2503.01234"),
            ("t", "A [MASK] paper"),
            ("m", r"[A \[MASK\] paper](https://arxiv.org/abs/2503.01234)"),
        ):
            await desk.press("y", key)
            assert desk.app.clipboard == copied
            assert desk.message == f"copied by the terminal, if it allows that · {copied}"
        await desk.press("y", "b")
        first, *_, last = desk.app.clipboard.split("\n")
        assert (first.partition("{")[0], last) == ("@misc", "}")
        assert desk.message.endswith(f" · {first}")


async def test_a_paper_without_it_says_so_and_what_was_copied_stays(blog: Blog) -> None:
    other = "# 2. [Two](https://arxiv.org/abs/2503.09999)\n\n내용.\n"
    text = f"---\ntitle: Daily Papers {DAY}\n---\n\n# 1. One paper\n\n내용.\n\n{other}"
    (blog.folder / f"{DAY}-papers.md").write_text(text, encoding="utf-8")
    async with open_reader(blog) as desk:
        await desk.press("y", "t", "y", "i")
        assert desk.message == "This paper has no arXiv id to copy."
        assert desk.app.clipboard == "One paper"


@promises("SECURITY.md", "What you copy is sanitised too")
async def test_what_reaches_a_clipboard_acts_on_nothing(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        desk.screen.services.desktop.copy("one\n\x1b]52;c;eA==\a\u202etwo", "one\x1b[2J\ntwo")
        assert desk.app.clipboard == "one\n ]52;c;eA== two"
        assert desk.message == "copied by the terminal, if it allows that · one [2J two"


async def test_a_program_of_the_person_gets_the_text(blog: Blog, tmp_path: Path) -> None:
    blog.post(DAY, "한글 제목")
    script = tmp_path / "xclip"
    script.write_text(f'#!/bin/sh\n/bin/cat > "{tmp_path}/took"\n', encoding="utf-8")
    script.chmod(0o755)
    async with open_reader(blog, opener=RecordingOpener({"DISPLAY": ":0", "PATH": str(tmp_path)})) as desk:
        await desk.press("y", "t")
        assert (tmp_path / "took").read_text(encoding="utf-8") == "한글 제목"
        assert desk.message == "copied to the clipboard · 한글 제목"
