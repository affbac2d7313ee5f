"""What goes to the pager, and what to the terminal at once."""

from collections.abc import Iterator
from itertools import count, repeat
from pathlib import Path

import pytest

from digest_tui.cli.paging import paged
from support.patience import patiently
from support.repositories import program

WIDTH, HEIGHT = 20, 6


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of a size."""
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    monkeypatch.setenv("LINES", str(HEIGHT))


@pytest.fixture
def pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the pager was given; it exists once there was one."""
    file = tmp_path / "given"
    monkeypatch.setenv("PAGER", str(program(tmp_path / "pager", f"exec cat > '{file}'")))
    return file


def told_none(sentence: str) -> None:
    raise AssertionError(sentence)


@pytest.mark.parametrize(
    ("lines", "is_longer"),
    [
        ([], False),
        (["x"] * (HEIGHT - 1), False),
        # Below it the shell asks for the next command.
        (["x"] * HEIGHT, True),
        ([""] * HEIGHT, True),
        (["x\n" * (HEIGHT - 1)], True),
        (["x\n" * (HEIGHT - 2)], False),
        # The terminal wraps what is wider than it.
        (["x" * (WIDTH * (HEIGHT - 1))], False),
        (["x" * (WIDTH * (HEIGHT - 1) + 1)], True),
        (["가" * (WIDTH // 2 * (HEIGHT - 1) + 1)], True),
        (["가" * (WIDTH // 2 * (HEIGHT - 2) - 9)], False),
        (["e\u0301" * (WIDTH * (HEIGHT - 3))], False),
        (["x\tx\tx\tx"] * 3, True),
        # Colours take no room.
        (["\x1b[35m" + "x" * WIDTH + "\x1b[m"] * (HEIGHT - 1), False),
    ],
)
def test_what_is_longer_than_the_screen_goes_to_the_pager(lines: list[str], is_longer: bool, pager: Path) -> None:
    printed = list(paged(lines, told_none))
    assert printed == ([] if is_longer else lines)
    if is_longer:
        assert pager.read_text(encoding="utf-8") == "".join(f"{line}\n" for line in lines)
    else:
        assert not pager.exists()


def test_no_more_is_made_once_the_pager_was_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", str(program(tmp_path / "pager", f"head -n 2 > '{tmp_path}/seen'")))
    # It never ends of itself.
    assert list(paged(repeat("line"), told_none)) == []
    assert (tmp_path / "seen").read_text() == "line\nline\n"


def test_the_first_page_is_there_before_the_rest_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = tmp_path / "seen"
    monkeypatch.setenv(
        "PAGER", str(program(tmp_path / "pager", f"head -n {HEIGHT} > '{seen}.new'; mv '{seen}.new' '{seen}'"))
    )

    def lines() -> Iterator[str]:
        for number in count():
            if number == HEIGHT:
                for _ in patiently():
                    if seen.exists():
                        break
                assert seen.read_text() == "line\n" * HEIGHT
            yield "line"

    assert list(paged(lines(), told_none)) == []


def test_what_goes_wrong_is_said_after_what_there_was(pager: Path) -> None:
    def lines() -> Iterator[str]:
        yield from ["line"] * (HEIGHT + 1)
        raise OSError("The disk is gone.")

    with pytest.raises(OSError, match="The disk is gone"):
        list(paged(lines(), told_none))
    # The pager was left before.
    assert pager.read_text() == "line\n" * (HEIGHT + 1)


@pytest.mark.parametrize("value", ["", " ", "cat"])
def test_who_wants_no_pager_gets_none(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", value)
    lines = ["line"] * (2 * HEIGHT)
    assert list(paged(lines, told_none)) == lines


def test_where_there_is_no_pager_all_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    lines = ["line"] * (2 * HEIGHT)
    assert list(paged(lines, told_none)) == lines


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("/no/such/pager -x", "The pager /no/such/pager cannot be started (No such file or directory): set PAGER to"),
        ("'less", "PAGER is not a valid command"),
        ("bad\udc80name", "cannot be started"),
    ],
)
def test_a_pager_that_does_not_come_is_a_sentence_below_all_lines(
    value: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", value)
    seen: list[str] = []
    for line in paged(["line"] * (2 * HEIGHT), seen.append):
        seen.append(line)
    assert seen[:-1] == ["line"] * (2 * HEIGHT)
    assert sentence in seen[-1]
