"""Which programs get what is copied, and what is known of it afterwards."""

import os
import sys
from pathlib import Path

import pyperclip
import pytest

from digest_tui.ui.desktop.clipboard import Clipboard, Taken
from support.promises import promises

TEXT = "한글 제목\n둘째 줄"
TMUX = {"TMUX": "/tmp/tmux-1/default,2,0"}
SSH = {"SSH_CONNECTION": "1 2 3 4"}


class Programs:
    """A folder of programs that write down what they are given; nothing else is found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # What the programs themselves need.
        (folder / "cat").symlink_to("/bin/cat")

    def add(self, name: str, lines: str = "", code: int = 0) -> None:
        """A program; `lines` of shell come before it takes the text."""
        script = self.folder / name
        script.write_text(
            f'#!/bin/sh\n{lines}\ncat > "{self.folder}/took"\necho "{name} $*" >> "{self.folder}/log"\nexit {code}\n',
            encoding="utf-8",
        )
        script.chmod(0o755)

    def add_tmux(self, *, old: bool = False, environ: str = "", code: int = 0) -> None:
        """A tmux that knows `-w`, or does not yet, and shows these variables."""
        lines = f'if [ "$1" = show-environment ]; then printf "%b" "{environ}"; exit 0; fi\n'
        if old:
            lines += 'if [ "$2" = -w ]; then exit 1; fi\n'
        self.add("tmux", lines, code)

    @property
    def log(self) -> list[str]:
        """The programs that took something, with their arguments."""
        file = self.folder / "log"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    @property
    def took(self) -> str:
        """What was given to the last one."""
        return (self.folder / "took").read_text(encoding="utf-8")

    def copy(self, environ: dict[str, str]) -> Taken:
        """Copy where only these programs are found."""
        return Clipboard({"PATH": str(self.folder), **environ}).copy(TEXT)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """No programs yet, on Linux."""
    monkeypatch.setattr(sys, "platform", "linux")
    return Programs(tmp_path)


def test_without_programs_there_is_nothing_to_ask(programs: Programs) -> None:
    assert not Clipboard({"PATH": str(programs.folder), **SSH}).has_programs
    for environ in (TMUX, {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"WSL_DISTRO_NAME": "Debian"}):
        assert Clipboard(environ).has_programs


@pytest.mark.parametrize(
    ("environ", "command"),
    [
        ({"DISPLAY": ":0"}, "xclip -selection clipboard"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wl-copy --type text/plain"),
        # Forwarded: the person's own screen.
        ({"DISPLAY": "localhost:10.0", **SSH}, "xclip -selection clipboard"),
    ],
)
@promises("docs/keys.md", "to the desktop's clipboard where there is one")
@promises(
    "SECURITY.md",
    "and given to `tmux`, `wl-copy`, `xclip`, `xsel` or `pbcopy` on its standard input, without a shell.",
)
def test_the_tool_of_the_screen_takes_the_text(programs: Programs, environ: dict[str, str], command: str) -> None:
    for name in ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"):
        programs.add(name)
    assert programs.copy(environ) == Taken(by_desktop=True)
    assert (programs.log, programs.took) == ([command], TEXT)


@pytest.mark.parametrize("environ", [SSH, {"DISPLAY": ":0", **SSH}, {"WAYLAND_DISPLAY": "wayland-0", **SSH}, {}])
def test_the_screen_of_another_machine_gets_nothing(programs: Programs, environ: dict[str, str]) -> None:
    for name in ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"):
        programs.add(name)
    assert programs.copy(environ) == Taken()
    assert programs.log == []


def test_a_tool_that_stays_to_hand_out_the_text_outlives_the_terminal(programs: Programs) -> None:
    programs.add("xclip", 'kill -s 0 -- "-$$" || exit 1')
    assert programs.copy({"DISPLAY": ":0"}).by_desktop


def test_the_next_tool_is_asked_when_one_fails_and_those_that_failed_are_known(programs: Programs) -> None:
    programs.add("xclip", code=1)
    assert programs.copy({"DISPLAY": ":0"}) == Taken(refused=("xclip",))
    programs.add("xsel")
    assert programs.copy({"DISPLAY": ":0"}) == Taken(by_desktop=True)
    assert programs.log[-1] == "xsel --clipboard --input"


def test_macos_and_windows_below_linux_have_their_own(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    programs.add("pbcopy")
    programs.add("clip.exe")
    assert programs.copy({"WSL_DISTRO_NAME": "Debian"}) == Taken(by_desktop=True)
    assert (programs.folder / "took").read_bytes().decode("utf-16-le") == TEXT
    monkeypatch.setattr(sys, "platform", "darwin")
    assert Clipboard({}).has_programs
    assert programs.copy({}) == Taken(by_desktop=True)
    assert programs.copy(SSH) == Taken()
    assert programs.log == ["clip.exe ", "pbcopy "]


def test_windows_has_no_program_for_it(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    assert (Clipboard({}).has_programs, programs.copy({}), copied) == (True, Taken(by_desktop=True), [TEXT])

    def refuse(text: str) -> None:
        raise pyperclip.PyperclipException

    monkeypatch.setattr(pyperclip, "copy", refuse)
    assert programs.copy({}) == Taken()


def test_a_program_that_does_not_end_is_given_up(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest_tui.ui.desktop.clipboard._PATIENCE", 0.01)
    os.mkfifo(programs.folder / "never")
    waits = f'read line < "{programs.folder}/never"'
    programs.add("tmux", waits)
    programs.add("xclip", waits)
    assert programs.copy(TMUX | {"DISPLAY": ":0"}) == Taken(refused=("tmux", "xclip"))


@promises("docs/keys.md", "What is copied goes to tmux (`load-buffer -w`) inside it")
def test_tmux_gets_it_for_itself_and_for_its_terminal(programs: Programs) -> None:
    programs.add_tmux()
    assert programs.copy(TMUX | SSH) == Taken(by_tmux=True, by_terminal_of_tmux=True)
    assert (programs.log, programs.took) == (["tmux load-buffer -w -"], TEXT)


def test_an_older_tmux_gets_it_for_itself_alone(programs: Programs) -> None:
    programs.add_tmux(old=True)
    assert programs.copy(TMUX) == Taken(by_tmux=True)
    assert (programs.log, programs.took) == (["tmux load-buffer -"], TEXT)


def test_a_tmux_that_fails_or_is_missing_is_known(programs: Programs) -> None:
    assert programs.copy(TMUX) == Taken(refused=("tmux",))
    programs.add_tmux(code=1)
    assert programs.copy(TMUX) == Taken(refused=("tmux",))
    programs.add("xclip", code=1)
    assert programs.copy(TMUX | {"DISPLAY": ":0"}) == Taken(refused=("tmux", "xclip"))
    programs.add("xclip")
    assert programs.copy(TMUX | {"DISPLAY": ":0"}).by_desktop


@pytest.mark.parametrize(
    ("started_with", "shown", "by_desktop"),
    [
        # As it was started.
        ({"DISPLAY": ":0"}, "", True),
        (SSH, "", False),
        # Started at the desk, looked at from afar, and the other way round.
        ({"DISPLAY": ":0"}, "-DISPLAY\\nSSH_CONNECTION=1 2 3 4\\n", False),
        ({"DISPLAY": ":0"}, "SSH_CONNECTION=1 2 3 4\\n", False),
        (SSH, "DISPLAY=:0\\n-SSH_CONNECTION\\nTERM=:0\\n", True),
        (SSH, "DISPLAY=localhost:10.0\\nSSH_CONNECTION=1 2 3 4\\n", True),
    ],
)
def test_in_tmux_the_terminal_that_is_attached_now_decides(
    programs: Programs, started_with: dict[str, str], shown: str, by_desktop: bool
) -> None:
    programs.add_tmux(environ=shown)
    programs.add("xclip")
    assert programs.copy(TMUX | started_with) == Taken(True, True, by_desktop)
