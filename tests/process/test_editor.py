"""A digest in the person's own editor, which has the terminal for itself."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.sources.git import Fetch, clone_of
from support.blog import Blog
from support.editors import FakeEditor
from support.promises import promises
from support.repositories import repository
from support.terminal import Terminal

Start = Callable[..., Terminal]
COPY = "This is a fetched copy, and the next fetch would undo the change"


@pytest.fixture
def editor(tmp_path: Path) -> FakeEditor:
    """An editor in a folder with a blank."""
    return FakeEditor(tmp_path / "my bin", "nvim")


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A day of two papers, in a file that looks like an option."""
    (tmp_path / "my blog").mkdir()
    blog = Blog(tmp_path / "my blog")
    blog.post("2025-03-11", "First of two papers", "Second of two papers").rename(blog.folder / "-R 2025-03-11.md")
    return blog


@promises(
    "SECURITY.md",
    "`$EDITOR` gets the path of the digest that you edit, without a shell; the reader itself never writes one.",
)
def test_the_editor_has_the_terminal_and_what_it_saved_is_there_afterwards(
    terminal: Start, blog: Blog, editor: FakeEditor
) -> None:
    file = blog.folder / "-R 2025-03-11.md"
    editor.will(("Second of two papers", "Zweites von zwei Papieren"), waits=True, by_rename=True)
    reader = terminal("--dir", str(blog.folder), EDITOR=f"'{editor.path}' -u 'a $HOME'", VISUAL="")
    reader.wait_for("First of two papers")
    reader.send("js")
    reader.wait_for("starred")
    reader.send("ge")
    reader.wait_for("EDITING")
    assert reader.modes_changed() == set()
    lines = file.read_text(encoding="utf-8").splitlines()
    line = lines.index("# 2. [Second of two papers](https://arxiv.org/abs/2503.00002)")
    assert editor.called == ["-u", "a $HOME", f"+{line + 1}", str(file)]
    reader.screen.reset()
    # Typed behind the end of the editor.
    reader.send("\nx")
    reader.wait_for(lambda text: "Zweites von zwei Papieren" in text and "skipped" in text)
    reader.send("q")
    assert reader.wait_for_exit() == 0
    assert reader.modes_changed() == set()


def test_what_was_edited_is_there_for_the_next_start_and_for_the_command_line(
    terminal: Start, blog: Blog, editor: FakeEditor, run: Callable[..., str]
) -> None:
    editor.will(("2503.00001", "2503.07777"), ("First of two papers", "Erstes von zwei Papieren"), keeps_time=True)
    reader = terminal("--dir", str(blog.folder), VISUAL=f"'{editor.path}'", EDITOR="false")
    reader.wait_for("First of two papers")
    reader.send("ge")
    reader.wait_for("edited -R 2025-03-11.md · 2 papers")
    reader.send("s")
    reader.wait_for("starred · u undoes")
    reader.send("q")
    assert reader.wait_for_exit() == 0
    [paper, other] = json.loads(run("list", "--format", "json", "--dir", str(blog.folder)))
    assert (paper["arxiv_id"], paper["title"], paper["starred"]) == ("2503.07777", "Erstes von zwei Papieren", True)
    assert (other["arxiv_id"], other["starred"]) == ("2503.00002", False)
    [found] = json.loads(run("search", "Erstes", "--format", "json", "--dir", str(blog.folder)))
    assert found["key"] == "arxiv:2503.07777"


def test_ctrl_c_in_the_editor_does_not_end_the_reader(terminal: Start, blog: Blog, editor: FakeEditor) -> None:
    editor.path.write_text(
        f"#!{sys.executable}\nimport signal, sys\nsignal.pthread_sigmask(signal.SIG_BLOCK, {{signal.SIGINT}})\n"
        "print('EDITING', flush=True)\nsignal.sigwait({signal.SIGINT})\nsys.exit(1)\n"
    )
    reader = terminal("--dir", str(blog.folder), EDITOR=f"'{editor.path}'")
    reader.wait_for("First of two papers")
    reader.send("ge")
    reader.wait_for("EDITING")
    # As the terminal does at ctrl+c, to all that run in its foreground.
    os.killpg(reader.process.pid, signal.SIGINT)
    reader.wait_for("The editor nvim ended with code 1.")
    reader.send("q")
    assert reader.wait_for_exit() == 0


def test_a_window_that_goes_away_takes_the_editor_along(terminal: Start, blog: Blog, editor: FakeEditor) -> None:
    editor.will(waits=True)
    reader = terminal("--dir", str(blog.folder), EDITOR=f"'{editor.path}'")
    reader.wait_for("First of two papers")
    reader.send("ge")
    reader.wait_for("EDITING")
    reader.hang_up()
    assert reader.wait_for_exit_without_terminal() in (129, -signal.SIGHUP)


def test_a_fetched_copy_is_not_edited_however_it_was_named(terminal: Start, tmp_path: Path, editor: FakeEditor) -> None:
    digest = "# 2025-03-11\n\n## [첫째 논문](https://arxiv.org/abs/2503.00001)\n"
    remote = repository(tmp_path / "remote", {"2025-03-11.md": digest})
    config, data = tmp_path / "config.toml", tmp_path / "data"
    config.write_text(f'[[source]]\nname = "log"\nurl = "{remote}"\n', encoding="utf-8")
    clone = clone_of(str(remote), "log", data / "clones")
    Fetch(clone, os.environ).run()
    for named in ([], ["--dir", str(clone.folder)]):
        reader = terminal("--config", str(config), "--data-dir", str(data), *named, EDITOR=f"'{editor.path}'")
        reader.wait_for("첫째 논문")
        reader.send("ge")
        reader.wait_for(COPY)
        reader.send("q")
        assert reader.wait_for_exit() == 0
    assert editor.called is None


def test_standard_input_is_not_edited(tmp_path: Path, blog: Blog, editor: FakeEditor) -> None:
    command = f'cat "{blog.folder / "-R 2025-03-11.md"}" | "{sys.executable}" -m digest_tui --dir - --data-dir state'
    environ = {**os.environ, "TERM": "xterm-256color", "EDITOR": f"'{editor.path}'"}
    reader = Terminal(["/bin/sh", "-c", command], environ, tmp_path, (120, 36))
    try:
        reader.wait_for("1/2")
        reader.send("ge")
        reader.wait_for("This digest came from standard input, so there is no file to edit.")
        reader.send("q")
        assert reader.wait_for_exit() == 0
    finally:
        reader.close()
    assert editor.called is None


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., str]:
    """Run a subcommand and return what it prints."""

    def call(*arguments: str) -> str:
        command = [sys.executable, "-m", "digest_tui", *arguments]
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, encoding="utf-8").stdout

    return call
