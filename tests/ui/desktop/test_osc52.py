"""The sequence that asks the terminal to copy, and what GNU screen needs around it."""

import re
from base64 import b64decode

import pytest

from digest_tui.ui.desktop.osc52 import MAX_LENGTH, has_clipboard, sequence


def unwrapped(written: str) -> str:
    """What screen passes on: the strings of which none is longer than it takes."""
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", written, re.DOTALL)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == written
    assert max(map(len, pieces)) <= 250
    return "".join(pieces)


def text_in(whole: str) -> str:
    """What a terminal would copy."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\a", whole)
    assert found is not None
    return b64decode(found[1], validate=True).decode("utf-8")


TEXTS = ["https://arxiv.org/abs/2503.01234", "한글 제목\n둘째 줄", "x" * 3000]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("environ", [{"TERM": "xterm-256color"}, {"TERM": "tmux-256color"}, {}])
def test_a_terminal_is_asked_in_one_sequence(text: str, environ: dict[str, str]) -> None:
    assert text_in(sequence(text, environ)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_screen_passes_on_what_comes_in_short_strings(text: str) -> None:
    assert text_in(unwrapped(sequence(text, {"TERM": "screen", "STY": "1.x"}))) == text


def test_screen_or_tmux_of_another_machine_get_a_form_that_either_takes() -> None:
    whole, wrapped = sequence("short", {"TERM": "screen-256color"}).split("\x1bP", 1)
    assert text_in(whole) == text_in(unwrapped("\x1bP" + wrapped)) == "short"
    # A long string that is not wrapped would be drawn on the screen.
    assert text_in(unwrapped(sequence("x" * 3000, {"TERM": "screen-256color"}))) == "x" * 3000
    assert text_in(sequence("x" * 3000, {"TERM": "screen-256color", "TMUX": "/tmp/t,1,0"})) == "x" * 3000


def test_the_console_of_linux_is_not_asked() -> None:
    assert (sequence("text", {"TERM": "linux"}), has_clipboard({"TERM": "linux"})) == ("", False)
    assert has_clipboard({"TERM": "xterm"})


def test_what_terminals_would_cut_is_not_asked_for() -> None:
    most = (MAX_LENGTH - len("\x1b]52;c;\a")) // 4 * 3
    assert text_in(sequence("x" * most, {})) == "x" * most
    assert sequence("x" * (most + 3), {}) == ""
