"""The reader on a folder of files that were written to act, to hang or to break."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from digest_tui.library import Library
from digest_tui.model import Change
from digest_tui.sources import source_for
from digest_tui.store import open_store
from support.hostile import encoded, make_tree
from support.hostile.controls import MARK, SEQUENCES
from support.states import append_to_texts
from support.terminal import Terminal
from support.terminal_grammar import unexpected

Start = Callable[..., Terminal]
MAX_MEMORY = 300 * 1024
"""KiB that the reader may ever have had."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder; what was locked is opened again, so that it can be removed."""
    root = tmp_path_factory.mktemp("hostile")
    assert make_tree(root) > 300
    yield root
    (root / "special" / "locked").chmod(0o700)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What was read of the folder: reading it takes most of the time."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize("name", SEQUENCES)
def test_the_grammar_sees_every_sequence(name: str) -> None:
    shown = encoded(f"글 {SEQUENCES[name]} 글")
    # Those that look like Textual's own are told by their numbers.
    assert unexpected(shown) or (name in ("sgr", "blink", "position") and b"4242" in shown)


def test_the_grammar_lets_text_and_what_textual_does_pass() -> None:
    assert unexpected("\x1b[?1049h\x1b[12;1H\x1b[38;2;1;2;3m제목 e\u0301 👩\u200d🔬\x1b[0m\r\n\x1b[<u".encode()) == []


def test_a_copied_line_with_a_control_character_is_seen() -> None:
    assert unexpected(b"\x1b]52;c;YRtj\x07")
    assert unexpected(b"\x1b]52;c;YWJj\x07") == []


MOVES = ("[", "j", "J", "G", "gg") * 30
DOINGS = ("i", "i", "w", "\x1b", "yt", "ya", "yb", "?", "\x1b", "A", "\x1b", "z", "z", "s", "x", "u", "u", "|")
QUERIES = (MARK, "제목", "title:[MASK]", "/x+/", "ㅈㅁㅈ", "is:unread -글")
SEARCHES = [key for query in QUERIES for key in (f"/{query}\r", "j", "n", "N", "G", "\x1b", "\x1b")]


def test_the_first_list_does_not_wait_for_the_others_and_who_leaves_does_not_either(
    terminal: Start, tree: Path
) -> None:
    reader = terminal("--dir", str(tree))
    reader.wait_for(lambda text: " new" in text and "reading digests" in text)
    reader.send("q")
    assert reader.wait_for_exit() == 0


@pytest.mark.parametrize("keys", [MOVES, DOINGS, SEARCHES], ids=["moving", "doing", "searching"])
def test_nothing_in_the_folder_acts_hangs_or_breaks_the_reader(
    terminal: Start, tree: Path, cache: str, tmp_path: Path, keys: Sequence[str]
) -> None:
    where = ("--dir", str(tree), "--data-dir", str(tmp_path / "data"))
    reader = terminal(*where, PAGER="cat", BROWSER="true", XDG_CACHE_HOME=cache)
    reader.wait_for(lambda text: " new" in text and "reading digests" not in text)
    for key in ("ga", *keys):
        reader.send(key)
        reader.settle()
    status = Path(f"/proc/{reader.process.pid}/status")
    if status.exists():
        assert int(re.findall(r"VmHWM:\s+(\d+)", status.read_text())[0]) < MAX_MEMORY
    reader.send("\x11")
    assert reader.wait_for_exit() == 0
    assert reader.modes_changed() == set()
    assert unexpected(reader.received) == []
    assert [name for name, sequence in SEQUENCES.items() if encoded(sequence) in reader.received] == []
    # Without its first character the sequence of a title is a text like others.
    assert re.search(rb"\x1b\]52;[^\x07\x1b]*UExBTlRFRA==", reader.received) is None
    assert list(tmp_path.rglob(MARK)) == []


PLANTED = "".join(f"글{sequence}" for sequence in SEQUENCES.values() if "\0" not in sequence)
PLANTED = PLANTED.encode("utf-8", "replace").decode()
OF_GONE = ("gs", "w", "\x1b", "ya", "gu")
PASTED = (f"\x1b[200~{PLANTED}\x1b[201~", "\x1b")
TYPED = ("j", "s", *OF_GONE, "t", "\x1b", "n", "\x1b", "o", "|", "yt", "?", "\x1b", "/글\r", "\x1b", *PASTED)


@pytest.mark.parametrize(
    "arguments",
    [("--query", PLANTED[:400]), ("--fresh",), ("--date", "2025-12-10"), ()],
    ids=["query", "fresh", "date", "none"],
)
def test_what_is_typed_set_remembered_and_written_by_others_only_says_something(
    terminal: Start, tmp_path: Path, own_home: Path, arguments: Sequence[str]
) -> None:
    blog = tmp_path / "blog\x1b]0;x\x07\x9b2J"
    (blog / "_posts").mkdir(parents=True)
    (blog / "_posts" / "2025-12-10-daily.md").write_text("# [Kites](https://arxiv.org/abs/2512.99001)\n\n높이\n")
    data = tmp_path / "data"
    with closing(open_store(data / "state.db")) as store:
        made = Library([source_for(blog)], store)
        made.load()
        changes = [Change("arxiv:2512.99001", field, "일") for field in ("tag", "note")]
        store.apply(changes, made.decisions.described(changes, made.catalog.entries(made.today())))
        for name in ("theme", "place", "query", "view", "start"):
            store.remember(name, PLANTED)
    append_to_texts(data / "state.db", PLANTED)
    config = own_home / ".config" / "digest-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    quoted = "".join(f"\\U{ord(character):08x}" for character in PLANTED)
    config.write_text(f'"{quoted}" = 1\ntheme = "{quoted}"\nbrowser = "{quoted}"\ndirs = ["{quoted}"]\n')
    reader = terminal("--dir", str(blog), "--data-dir", str(data), *arguments, PAGER=PLANTED, EDITOR=PLANTED)
    reader.wait_for("no setting")
    for keys in TYPED:
        reader.send(keys)
        reader.settle()
    reader.send("\x11")
    assert reader.wait_for_exit() == 0
    assert unexpected(reader.received) == []
