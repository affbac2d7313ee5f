"""Results on a real terminal: in the person's pager where they are longer than the screen, with colours."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest_tui.model import Change
from digest_tui.paths import data_dir
from digest_tui.store import open_store
from support.blog import Blog
from support.patience import patiently
from support.processes import ends
from support.promises import promises
from support.repositories import program
from support.terminal import Terminal

Start = Callable[..., Terminal]
DAY, PAPERS = "2025-03-11", 40
READING = "READING"
COLOURED = (["list"], ["search", "요약"], ["new"], ["log"], ["show", DAY, "--format", "rich"])
PLAIN = (
    ["show", "요약"],
    ["list", "--format", "tsv"],
    ["new", "--format", "json"],
    ["search", "요약", "--format", "jsonl"],
    ["log", "--format", "json"],
)
"""What is longer than a screen."""
ACCENT = "\x1b[35m"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Blog:
    """A day of forty papers, many decisions, and two that are left of these."""
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    titles = (f"논문 {number}" for number in range(1, PAPERS + 1))
    blog.post(DAY, *titles, body="## Introduction\n- Goal: oa 짧은 요약이다.\n")
    blog.post("2025-03-10", "Boas")
    monkeypatch.setenv("DIGEST_TUI_DIR", str(blog.folder))
    store = open_store(data_dir() / "state.db")
    for number in range(PAPERS):
        store.apply([Change("arxiv:2503.00001", "tag:x", str(number % 2))])
    store.apply([Change("arxiv:2503.00001", "star", "1"), Change("arxiv:2503.00002", "status", "read")])
    store.close()
    return blog


@pytest.fixture
def pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pager that writes down what it gets, and waits for a line; the file exists once it has all."""
    text = tmp_path / "text"
    script = (
        f"""printf '%s\\n' $# "$LESS" "$LV" "$LESSSECURE" "${{LESSOPEN-none}}" $LESSCHARSET > '{tmp_path}/words'\n"""
        f"cat > '{text}.part'; mv '{text}.part' '{text}'; echo {READING}; read line <&2"
    )
    monkeypatch.setenv("PAGER", f"'{program(tmp_path / 'my pager', script)}'")
    return text


def printed(*argv: str) -> str:
    """What the command prints into a pipe."""
    command = [sys.executable, "-m", "digest_tui", *argv]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def shown(window: Terminal) -> str:
    """What was printed to a terminal, without how far it was where that took long."""
    text = window.received.decode().replace("\r\n", "\n")
    return re.sub(r"(?:\r(?:Reading digests|Preparing the search): [^\r]*)+\r +\r", "", text)


def without_codes(text: str) -> str:
    """A text without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.usefixtures("blog")
@promises(
    "docs/command-line.md",
    "On a terminal, what `list`, `search`, `new`, `log` and `show` print comes in your pager where it is longer than "
    "the screen (`PAGER`, else less; none where it is `cat` or empty), as with git; `--no-pager` prints it.",
    "It has colours there, of `show` with `--format rich`; TSV and JSON have none,",
)
@pytest.mark.parametrize("argv", [*COLOURED, *PLAIN], ids=" ".join)
def test_what_is_longer_than_the_screen_is_in_the_pager(terminal: Start, pager: Path, argv: list[str]) -> None:
    window = terminal(*argv, LESSOPEN="|/bin/false %s")
    window.wait_for(READING)
    text = pager.read_text(encoding="utf-8")
    assert "논문 40" in text or "2503.00001" in text
    if argv in PLAIN:
        # What programs read has no colours on a terminal either.
        assert "\x1b" not in text
    if "rich" not in argv:
        assert without_codes(text) == printed(*argv)
        assert (ACCENT in text) is (argv in COLOURED)
    assert "논문" not in window.text
    window.send("\n")
    assert window.wait_for_exit() == 0
    assert window.modes_changed() == set()


@pytest.mark.usefixtures("blog")
@promises(
    "SECURITY.md",
    "`$PAGER` gets sanitised text on its standard input, never a file's name; less gets no shell and no preprocessor.",
)
@pytest.mark.parametrize(
    ("set_by_the_person", "options"),
    [({}, ["FRX", "-c"]), ({"LESS": "-i", "LV": "-x"}, ["-R -i", "-x"]), ({"LESS": ""}, ["FRX", "-c"])],
)
def test_less_is_told_what_git_tells_it_and_to_run_nothing(
    terminal: Start, pager: Path, set_by_the_person: dict[str, str], options: list[str]
) -> None:
    window = terminal("list", LESSOPEN="|/bin/false %s", **set_by_the_person)
    window.wait_for(READING)
    assert (pager.parent / "words").read_text().splitlines() == ["0", *options, "1", "none", "utf-8"]


@pytest.mark.usefixtures("blog")
@promises("--help", "print without a pager what is longer than the screen")
@pytest.mark.parametrize("argv", [*COLOURED, *PLAIN], ids=" ".join)
def test_no_pager_prints_all_of_it(terminal: Start, pager: Path, argv: list[str]) -> None:
    window = terminal(*argv, "--no-pager", size=(200, 8))
    assert window.wait_for_exit() == 0
    assert not pager.exists()
    if "rich" not in argv:
        assert without_codes(shown(window)) == printed(*argv)


@pytest.mark.usefixtures("blog")
@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (["list", "--limit", "5"], 0, "논문 5"),
        (["search", "제목에없는말"], 1, "Nothing matches"),
        (["new", "--count"], 0, str(PAPERS - 1)),
        (["log", "--limit", "3"], 0, "marked read"),
    ],
)
def test_what_fits_on_the_screen_is_printed_at_once(
    terminal: Start, pager: Path, argv: list[str], code: int, sentence: str
) -> None:
    window = terminal(*argv)
    assert window.wait_for_exit() == code
    assert sentence in window.text
    assert not pager.exists()


@pytest.mark.usefixtures("blog")
def test_colours_are_few(terminal: Start) -> None:
    window = terminal("search", "요약", "OR", "논문", "--limit", "2")
    assert window.wait_for_exit() == 0
    row, sentence, *_ = shown(window).splitlines()
    date = "\x1b[2m2025-03-11\x1b[m"
    found = "\x1b[1;4m{}\x1b[m"
    assert row == f"{date}  {ACCENT}2503.00001\x1b[m  \x1b[2munread \x1b[m \x1b[1m★\x1b[m {found.format('논문')} 1"
    assert sentence == f"    oa 짧은 {found.format('요약')}이다."


@pytest.mark.usefixtures("blog")
@promises("docs/command-line.md", "nor do you see any with `NO_COLOR`.")
@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}], ids=str)
def test_no_colours_for_who_declines_them_or_a_terminal_without(
    terminal: Start, pager: Path, environ: dict[str, str]
) -> None:
    window = terminal("list", **environ)
    if "NO_COLOR" in environ:
        window.wait_for(READING)
        assert pager.read_text(encoding="utf-8") == printed("list")
        return
    assert window.wait_for_exit() == 0
    assert not pager.exists()
    assert shown(window) == printed("list")


@pytest.mark.usefixtures("blog")
def test_sentences_come_after_the_pager_was_left(terminal: Start, pager: Path) -> None:
    window = terminal("list", "oa", size=(60, 10))
    window.wait_for(READING)
    assert "digest-tui:" not in window.received.decode()
    window.send("\n")
    window.wait_for("more inside words")
    assert window.wait_for_exit() == 0


LIKE_LESS = """\
modes=$(stty -g <&2)
head -n 9
printf ':'
stty -icanon -echo <&2
trap 'stty "$modes" <&2; exit 0' INT
dd bs=1 count=1 <&2 >/dev/null 2>&1
stty "$modes" <&2"""


@pytest.fixture
def own_pagers(tmp_path: Path) -> dict[str, str]:
    """The pagers that are tried: less where there is one, and one that is like it."""
    own = str(program(tmp_path / "like-less", LIKE_LESS))
    return {"like less": own, "less": shutil.which("less") or own}


@pytest.mark.usefixtures("blog")
@promises("docs/command-line.md", "Leaving the pager early is no error.")
@pytest.mark.parametrize("which", ["less", "like less"])
def test_q_leaves_the_pager_and_the_terminal_as_it_was(terminal: Start, own_pagers: dict[str, str], which: str) -> None:
    # Python takes such a locale for UTF-8; less is told.
    window = terminal("list", size=(80, 10), PAGER=own_pagers[which], LC_ALL="C")
    window.wait_for(lambda text: "논문 9" in text and text.rstrip().endswith(":"))
    assert "논문 10" not in window.text
    window.send("q")
    assert window.wait_for_exit() == 0
    assert window.modes_changed() == set()


@pytest.mark.usefixtures("blog")
@pytest.mark.parametrize("which", ["less", "like less"])
def test_ctrl_c_in_the_pager_is_the_pagers(terminal: Start, own_pagers: dict[str, str], which: str) -> None:
    window = terminal("list", size=(80, 10), PAGER=own_pagers[which])
    window.wait_for(lambda text: text.rstrip().endswith(":"))
    window.send("\x03")
    for _ in patiently():
        window.receive(0.1)
        if window.process.poll() is not None:
            break
        # less stays, and drops what is typed while it notices.
        window.send("q")
    assert window.wait_for_exit() == 0
    assert "Traceback" not in window.text
    assert window.modes_changed() == set()


@pytest.fixture
def in_shell(tmp_path: Path) -> Iterator[Callable[[str], Terminal]]:
    """Run lines in a shell with jobs, to which ctrl+z gives the terminal back."""
    started: list[Terminal] = []

    def start(lines: str, **environ: str) -> Terminal:
        program(tmp_path / "bin" / "digest-tui", f'exec "{sys.executable}" -m digest_tui "$@"')
        path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
        # Each job becomes the foreground of the terminal, which is looked at before.
        command = ["sh", "-c", f"read begin; set -m\n{lines}"]
        started.append(Terminal(command, {**os.environ, "PATH": path, **environ}, tmp_path, (80, 24)))
        started[-1].send("\n")
        return started[-1]

    yield start
    for running in started:
        running.close()


@pytest.mark.usefixtures("blog")
def test_ctrl_z_stops_neither_where_the_pager_does_not_stop(in_shell: Callable[..., Terminal], tmp_path: Path) -> None:
    script = f"trap '' TSTP; cat > /dev/null; echo {READING}; read line <&2; echo AFTER; read line <&2"
    window = in_shell("digest-tui list; echo CODE $?", PAGER=str(program(tmp_path / "goes-on", script)))
    window.wait_for(READING)
    window.send("\x1a")
    window.send("\n")
    window.wait_for("AFTER")
    assert "CODE" not in window.text
    window.send("\n")
    window.wait_for("CODE 0")


@pytest.mark.usefixtures("blog")
def test_ctrl_z_stops_both_and_both_go_on(in_shell: Callable[..., Terminal], tmp_path: Path) -> None:
    script = f"cat > /dev/null; echo {READING}; read line <&2; echo AFTER"
    waits = str(program(tmp_path / "waits", script))
    window = in_shell("digest-tui list; echo STOPPED; fg; echo CODE $?", PAGER=waits)
    window.wait_for(READING)
    window.send("\x1a")
    window.wait_for("STOPPED")
    window.send("\n")
    window.wait_for("CODE 0")
    assert "AFTER" in window.text


@pytest.mark.usefixtures("blog")
def test_a_pager_that_stops_itself_gives_the_terminal_back(in_shell: Callable[..., Terminal], tmp_path: Path) -> None:
    script = f"cat > /dev/null; echo {READING}; kill -STOP $$; echo AFTER"
    stops = str(program(tmp_path / "stops", script))
    window = in_shell("digest-tui list; echo STOPPED; fg; echo CODE $?", PAGER=stops)
    window.wait_for("CODE 0")
    assert re.search("READING.*STOPPED.*AFTER.*CODE", window.text, re.DOTALL)


@pytest.mark.usefixtures("blog")
@pytest.mark.parametrize("number", ["INT", "KILL"])
def test_a_pager_that_a_signal_ends_leaves_a_usable_terminal(terminal: Start, tmp_path: Path, number: str) -> None:
    killed = program(tmp_path / "killed", f"stty raw -echo <&2; head -n 3; kill -{number} $$; sleep 100")
    window = terminal("list", PAGER=str(killed))
    assert window.wait_for_exit() == 0
    assert window.modes_changed() == set()
    assert "Traceback" not in window.text


@pytest.mark.usefixtures("blog")
@pytest.mark.parametrize("tidies_up", ["modes=$(stty -g <&2); trap 'stty $modes <&2; exit 0' TERM", "true"])
def test_who_ends_the_program_ends_its_pager(terminal: Start, tmp_path: Path, tidies_up: str) -> None:
    waits = "while :; do read line <&2; done"
    script = f"{tidies_up}; stty raw -echo <&2; echo $$ > '{tmp_path}/pid'; cat > /dev/null; echo {READING}; {waits}"
    window = terminal("list", PAGER=str(program(tmp_path / "tidy", script)))
    window.wait_for(READING)
    window.process.send_signal(signal.SIGTERM)
    assert window.wait_for_exit() == -signal.SIGTERM
    assert ends(int((tmp_path / "pid").read_text()))
    assert window.modes_changed() == set()


@pytest.mark.usefixtures("blog")
def test_a_terminal_that_goes_takes_both_away(terminal: Start, tmp_path: Path) -> None:
    script = f"echo $$ > '{tmp_path}/pid'; cat > /dev/null; echo {READING}; exec cat <&2"
    window = terminal("list", PAGER=str(program(tmp_path / "waits", script)))
    window.wait_for(READING)
    window.hang_up()
    assert window.wait_for_exit_without_terminal() in (0, -signal.SIGHUP)
    assert ends(int((tmp_path / "pid").read_text()))


@pytest.mark.usefixtures("blog")
@pytest.mark.parametrize("size", [(20, 5), (1, 1), (3, 2)])
def test_the_smallest_terminal_gets_all_of_it(terminal: Start, pager: Path, size: tuple[int, int]) -> None:
    window = terminal("list", size=size)
    for _ in range(50):
        window.receive(0.05)
        if pager.exists():
            break
    assert without_codes(pager.read_text(encoding="utf-8")) == printed("list")


@promises("docs/command-line.md", "Into a pipe there are neither.")
def test_into_a_pipe_nothing_is_paged_or_coloured(blog: Blog, pager: Path) -> None:
    assert os.environ["PAGER"]
    for argv in (*COLOURED, *PLAIN):
        assert "\x1b" not in printed(*argv)
    assert not pager.exists()
