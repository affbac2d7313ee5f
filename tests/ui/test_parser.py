"""What a terminal sends is the keys that were typed, however it is cut into pieces."""

import pytest
from textual.events import Key, Paste

from digest_tui.ui.terminal.parser import ReaderParser

ESC, OPEN, CLOSE = "\x1b", "\x1b[200~", "\x1b[201~"


def parsed(sent: str, cut: int) -> list[str]:
    """Names of keys, pasted text, and of what else comes its kind."""
    parser = ReaderParser()
    found: list[str] = []
    for start in range(0, len(sent), cut):
        for message in parser.feed(sent[start : start + cut]):
            match message:
                case Key():
                    found.append(message.key)
                case Paste():
                    found.append(f"pasted {message.text}")
                case _:
                    found.append(type(message).__name__)
    return found


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1bx", ["alt+x"]),
        ("x\x1bxj", ["x", "alt+x", "j"]),
        ("x\x1bx\x1b\x1b", ["x", "alt+x", "escape"]),
        ("\x1b\x1bx", ["escape", "alt+x"]),
        ("\x1bㅓ너", ["alt+ㅓ", "너"]),
        ("\x1b/모\r", ["alt+slash", "모", "enter"]),
        ("\x1b\rj", ["escape", "enter", "j"]),
        ("\x1b\x11", ["escape", "ctrl+q"]),
        ("\x1b1\x1bb", ["alt+1", "alt+b"]),
        ("\x1b[j\x1b[x", ["escape", "left_square_bracket", "j", "escape", "left_square_bracket", "x"]),
        ("\x1bOz", ["escape", "O", "z"]),
        (
            "\x1b[A\x1bOP\x1b[3~\x1b[1;3A\x1b[[A\x1b\x7f\x1b\t",
            ["up", "f1", "delete", "alt+up", "f1", "ctrl+w", "shift+tab"],
        ),
        ("\x1b[<0;3;4M\x1b[<0;3;4m\x1b[I", ["MouseDown", "MouseUp", "AppFocus"]),
        ("\x1b[27u\x1b[98;3u", ["escape", "alt+b"]),
        (f"j{OPEN}한 줄\x1bxq{ESC}[A{CLOSE}j", ["j", f"pasted 한 줄\x1bxq{ESC}[A", "j"]),
        (f"{OPEN}{CLOSE}{OPEN}둘{CLOSE}\x1bj", ["pasted ", "pasted 둘", "alt+j"]),
    ],
)
def test_keys_are_those_that_were_typed(sent: str, keys: list[str]) -> None:
    for cut in range(1, len(sent) + 1):
        assert parsed(sent, cut) == keys, cut
