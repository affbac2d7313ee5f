"""The whole file in the person's own pager."""

import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.sources.reading import MAX_LINES
from support.blog import Blog
from support.promises import promises
from support.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager that writes down what it gets, and waits for a line."""
    script = tmp_path / "my pager"
    script.write_text(
        f"""#!/bin/sh
cat > '{tmp_path}/text'
printf '%s\\n' "$#" "$@" "$LESSSECURE" "${{LESSOPEN-none}}" > '{tmp_path}/words'
echo READING
read line <&2
""",
        encoding="utf-8",
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A day of one paper."""
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post("2025-03-11", "첫째 논문")
    return blog


@promises(
    "SECURITY.md",
    "`$PAGER` gets sanitised text on its standard input, never a file's name; less gets no shell and no preprocessor.",
)
def test_the_pager_gets_all_of_the_text_on_its_input_and_the_terminal_for_itself(
    terminal: Start, blog: Blog, pager: Path, tmp_path: Path
) -> None:
    [file] = blog.folder.rglob("*.md")
    more = MAX_LINES + 10
    file.write_text(file.read_text(encoding="utf-8") + "\n" * more + "맨 끝 \x1b]0;x\x07\x9b31m\n", encoding="utf-8")
    reader = terminal("--dir", str(blog.folder), PAGER=f"'{pager}' -x 'a b'", LESSOPEN="|/bin/false %s")
    reader.wait_for("digest shown in part, | shows the whole file")
    reader.send("|")
    reader.wait_for("READING")
    assert reader.modes_changed() == set()
    text = (tmp_path / "text").read_text(encoding="utf-8")
    assert text.endswith("맨 끝  ]0;x  31m\n")
    assert text.count("\n") > more
    # Its own arguments and no other: no name of a file.
    assert (tmp_path / "words").read_text().splitlines() == ["2", "-x", "a b", "1", "none"]
    reader.screen.reset()
    reader.send("\n")
    reader.wait_for("첫째 논문")
    reader.send("q")
    assert reader.wait_for_exit() == 0
    assert reader.modes_changed() == set()


def test_ctrl_c_in_the_pager_does_not_end_the_reader(terminal: Start, blog: Blog, pager: Path) -> None:
    pager.write_text("#!/bin/sh\ncat > /dev/null\necho READING\nexec cat <&2\n", encoding="utf-8")
    reader = terminal("--dir", str(blog.folder), PAGER=f"'{pager}'")
    reader.wait_for("첫째 논문")
    reader.send("|")
    reader.wait_for("READING")
    # As the terminal does at ctrl+c, to all that run in its foreground.
    os.killpg(reader.process.pid, signal.SIGINT)
    reader.wait_for("첫째 논문")
    reader.send("q")
    assert reader.wait_for_exit() == 0


@pytest.mark.parametrize(
    ("command", "sentence"),
    [("/no/such/pager", "cannot be started"), ("true", "")],
)
def test_a_pager_that_does_not_come_is_one_sentence(terminal: Start, blog: Blog, command: str, sentence: str) -> None:
    reader = terminal("--dir", str(blog.folder), PAGER=command)
    reader.wait_for("첫째 논문")
    reader.screen.reset()
    reader.send("|")
    reader.wait_for(lambda text: "첫째 논문" in text and sentence in text)
    reader.send("q")
    assert reader.wait_for_exit() == 0
    assert reader.modes_changed() == set()


def test_a_pager_that_is_no_command_is_one_sentence(terminal: Start, blog: Blog) -> None:
    reader = terminal("--dir", str(blog.folder), PAGER="'less")
    reader.wait_for("첫째 논문")
    reader.send("|")
    reader.wait_for(lambda text: "첫째 논문" in text and "is not a valid command" in text)


def test_a_file_that_is_gone_is_one_sentence(terminal: Start, blog: Blog, pager: Path, tmp_path: Path) -> None:
    reader = terminal("--dir", str(blog.folder), PAGER=f"'{pager}'")
    reader.wait_for("첫째 논문")
    [file] = blog.folder.rglob("*.md")
    file.unlink()
    reader.send("|")
    reader.wait_for(lambda text: "no longer exists" in text or "no Markdown file" in text)
    assert not (tmp_path / "text").exists()
