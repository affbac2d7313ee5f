"""What the terminal says about pictures is no key, whenever and however it comes."""

import pytest
from textual.events import Key, Paste

from digest_tui.ui.terminal import hearing
from digest_tui.ui.terminal.graphics import CELL, cell_of, may_be_kitty
from digest_tui.ui.terminal.hearing import QUESTION, GraphicsAnswer, Hearing, takes_pictures
from digest_tui.ui.terminal.parser import ReaderParser
from support.promises import promises

OK, NAME = "\x1b_Gi=31;OK\x1b\\", "\x1bP>|kitty(0.35.2)\x1b\\"
SAID = ["i=31;OK", "kitty(0.35.2)"]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time."""
    times = [0.0]
    monkeypatch.setattr(hearing, "monotonic", lambda: times[0])
    monkeypatch.setattr("digest_tui.ui.internals.terminal.get_time", lambda: times[0])
    monkeypatch.setattr("textual._parser.get_time", lambda: times[0])
    return times


def told(heard: Hearing, *parts: str) -> tuple[list[str], list[str]]:
    """The keys that were heard, and the answers."""
    messages = [message for part in parts for message in heard.feed(part)]
    keys = [message.key for message in messages if isinstance(message, Key)]
    return keys, [message.words for message in messages if isinstance(message, GraphicsAnswer)]


@pytest.mark.parametrize("cut", range(len(OK + NAME) + 1))
def test_answers_come_in_two_parts_cut_anywhere(clock: list[float], cut: int) -> None:
    data = OK + NAME
    assert told(Hearing(ReaderParser()), data[:cut], data[cut:], "j") == (["j"], SAID)


def test_answers_come_letter_by_letter_among_keys(clock: list[float]) -> None:
    assert told(Hearing(ReaderParser()), *f"j{OK}k{NAME}\x1b[A") == (["j", "k", "up"], SAID)


def test_a_late_answer_is_none_of_the_keys_either(clock: list[float]) -> None:
    heard = Hearing(ReaderParser())
    assert told(heard, OK, "j") == (["j"], SAID[:1])
    assert told(heard, f"x{OK}{NAME}y") == (["x", "y"], SAID)


def test_an_error_is_an_answer(clock: list[float]) -> None:
    assert told(Hearing(ReaderParser()), "\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\") == ([], ["i=31;ENOTSUPPORTED:no"])


def later(heard: Hearing, clock: list[float], seconds: float) -> list[str]:
    """The keys that count as typed by then."""
    clock[0] += seconds
    return [message.key for message in heard.tick() if isinstance(message, Key)]


def test_a_lone_esc_is_a_key_soon_and_from_then_on_as_ever(clock: list[float]) -> None:
    heard = Hearing(ReaderParser())
    assert told(heard, "\x1b") == ([], [])
    assert heard.seconds_left == pytest.approx(0.1)
    assert later(heard, clock, 0.05) == []
    assert later(heard, clock, 0.06) + later(heard, clock, 1.0) == ["escape"]
    assert heard.seconds_left is None
    told(heard, "\x1b")
    assert later(heard, clock, 1.0) == ["escape"]
    assert told(heard, OK) == ([], SAID[:1])


def test_what_never_ends_holds_no_keys(clock: list[float]) -> None:
    heard = Hearing(ReaderParser())
    told(heard, "\x1b_Gi=31")
    later(heard, clock, 1.0)
    later(heard, clock, 1.0)
    assert told(heard, "q") == (["q"], [])
    told(heard, "\x1b_G" + "x" * 200)
    later(heard, clock, 1.0)
    assert told(heard, "q") == (["q"], [])


def test_keys_and_pasted_text_pass(clock: list[float]) -> None:
    heard = Hearing(ReaderParser())
    messages = [*heard.feed("\x1b[200~pasted _G text\x1b[201~j")]
    assert [message.text for message in messages if isinstance(message, Paste)] == ["pasted _G text"]
    assert [message.key for message in messages if isinstance(message, Key)] == ["j"]


@pytest.mark.parametrize(
    ("answers", "takes"),
    [
        (SAID, True),
        (SAID[::-1], True),
        (["i=31;OK", "kitty(0.28.0)"], True),
        (["i=31;OK", "kitty(1.0.0)"], True),
        (["i=31;OK", "ghostty 1.1.3"], True),
        (["i=31;OK", "kitty(0.26.5)"], False),
        (["i=31;OK", "WezTerm 20240203"], False),
        (["i=31;OK", "kitty"], False),
        (["i=31;ENOTSUPPORTED:", "kitty(0.35.2)"], False),
        (["i=32;OK", "kitty(0.35.2)"], False),
        (["i=31;OK"], False),
        (["kitty(0.35.2)"], False),
        ([], False),
    ],
)
@promises("docs/pictures.md", "In kitty 0.28 or newer and in Ghostty as pixels")
def test_only_terminals_that_draw_pictures_in_place_of_characters_do(answers: list[str], takes: bool) -> None:
    assert takes_pictures(answers) is takes


@pytest.mark.parametrize(
    ("environ", "asks"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-ghostty"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux-1/default,2,0"}, False),
        ({"TERM": "xterm-kitty", "STY": "1.pts"}, False),
        ({}, False),
    ],
)
def test_only_terminals_that_may_answer_are_asked(environ: dict[str, str], asks: bool) -> None:
    assert may_be_kitty(environ) is asks
    assert QUESTION.startswith("\x1b_G")


@pytest.mark.parametrize(
    ("answer", "cell"),
    [
        ((24, 80, 800, 480), (10, 20)),
        ((24, 80, 1440, 864), (18, 36)),
        ((24, 80, 0, 0), CELL),
        ((0, 0, 0, 0), CELL),
        ((24, 80, 65535, 65535), CELL),
        ((24, 80, 80, 24), CELL),
    ],
)
def test_a_cell_has_the_size_that_the_terminal_told_or_that_of_most(
    answer: tuple[int, int, int, int], cell: tuple[int, int]
) -> None:
    assert cell_of(*answer) == cell
