"""Starred papers whose digests are removed, in readers as they are started."""

from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.cli.main import main
from digest_tui.model.known import NO_LONGER
from support.blog import Blog
from support.terminal import Terminal

Start = Callable[..., Terminal]
OLD, NEW = "2025-03-10", "2025-03-11"


def test_a_starred_paper_stays_over_starts_and_in_a_second_window(
    terminal: Start, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blog = Blog(tmp_path / "blog")
    blog.folder.mkdir()
    for day, titles in {NEW: ["첫째 논문: 시작", "Second paper of the day"], OLD: ["An older paper"]}.items():
        blog.post(day, *titles)
    where = ("--dir", str(blog.folder), "--data-dir", str(tmp_path / "data"))
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    first = terminal(*where, **environment)
    first.wait_for("1/2")
    first.send("s")
    first.wait_for("starred")
    second = terminal(*where, **environment)
    # Where the first one stood is kept some seconds after its last key: the second may stand there, or at what is new.
    second.wait_for("Second paper of the day")
    (blog.folder / f"{NEW}-papers.md").unlink()
    for reader in (first, second):
        reader.send("R")
        reader.wait_for(lambda text: "An older paper" in text and "첫째" not in text)
        reader.send("gs")
        reader.wait_for(lambda text: "첫째 논문" in text and NO_LONGER in text)
    second.send("d")
    second.wait_for("later")
    first.send("gl")
    first.wait_for(lambda text: "Later" in text and "첫째 논문" in text and NO_LONGER in text)
    for reader in (first, second):
        reader.send("q")
        assert reader.wait_for_exit() == 0
    again = terminal(*where, **environment)
    again.wait_for(lambda text: "첫째 논문" in text and NO_LONGER in text and "1/1" in text)
    again.send("q")
    assert again.wait_for_exit() == 0
    assert main(["list", "is:gone", "--format", "tsv", *where]) == 0
    assert capsys.readouterr().out == "2503.00001\t2025-03-11\tlater\tstarred\t\t첫째 논문: 시작\n"
