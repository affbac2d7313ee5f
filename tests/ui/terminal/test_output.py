"""What is written to the terminal."""

import io
import os
from collections.abc import Iterator
from contextlib import closing
from itertools import chain, repeat
from pathlib import Path

import pytest

from digest_tui.ui.terminal.output import END_OF_FRAMES, Output

SEQUENCE = "\x1b[38;2;155;158;164;48;2;1;2;3m"
FRAME = f"{SEQUENCE}글 a" * 3000


def written(tmp_path: Path, texts: list[str], endings: Iterator[bool]) -> str:
    """What comes of texts where the reader is left after some questions whether it is."""
    file = tmp_path / "terminal"
    with closing(io.TextIOWrapper(file.open("wb"), encoding="utf-8")) as opened:
        output = Output(opened, lambda: next(endings))
        for text in texts:
            output.write(text)
    return file.read_text("utf-8")


@pytest.mark.parametrize("pieces", range(1, 7))
@pytest.mark.parametrize("shift", [*range(40)])
def test_a_frame_that_is_given_up_ends_before_a_sequence(tmp_path: Path, pieces: int, shift: int) -> None:
    frame = "x" * shift + FRAME
    out = written(tmp_path, [frame, END_OF_FRAMES], chain(repeat(False, pieces), repeat(True)))
    begun = out.removesuffix(END_OF_FRAMES)
    assert frame.startswith(begun)
    assert frame[len(begun) :].startswith("\x1b")
    assert 0 < len(begun) < len(frame)


def test_whatever_is_not_given_up_is_written_whole(tmp_path: Path) -> None:
    for text in (FRAME, "글" * 20_000, "\x1b[m", ""):
        assert written(tmp_path, [text, END_OF_FRAMES], repeat(False)) == text + END_OF_FRAMES


def test_what_the_terminal_takes_in_parts_is_written_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[:7]))
    out = written(tmp_path, [FRAME, END_OF_FRAMES], chain([False], repeat(True)))
    assert FRAME[len(out.removesuffix(END_OF_FRAMES)) :].startswith("\x1b")
