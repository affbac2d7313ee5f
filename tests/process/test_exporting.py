"""`E` in a real terminal, from one run to the next."""

from collections.abc import Callable
from pathlib import Path

from support.blog import Blog
from support.terminal import Terminal

Start = Callable[..., Terminal]


def test_papers_are_exported_again_after_a_restart_with_hangul_input_on(
    terminal: Start, blog: Blog, own_home: Path
) -> None:
    blog.post("2025-03-11", "First of two papers", "Second of two papers")
    file = own_home / "papers.bib"
    reader = terminal("--dir", str(blog.folder))
    reader.wait_for("First of two papers")
    # The key E of the two-set layout; then keys that are typed at once.
    reader.send("ㄸ")
    reader.wait_for("1 paper as BibTeX to a file")
    reader.send("\r")
    reader.wait_for("1 paper added · ~/papers.bib")
    assert file.read_text(encoding="utf-8").count("@misc") == 1
    reader.send("q")
    assert reader.wait_for_exit() == 0
    reader = terminal("--dir", str(blog.folder), size=(60, 20))
    reader.wait_for("Second of two papers")
    reader.send("jE\rq")
    assert reader.wait_for_exit() == 0
    text = file.read_text(encoding="utf-8")
    assert text.count("@misc") == 2
    assert text.index("First of two papers") < text.index("Second of two papers")
    assert reader.modes_changed() == set()


def test_bibtex_that_is_copied_by_who_leaves_at_once_reaches_the_terminal(terminal: Start, blog: Blog) -> None:
    blog.post("2025-03-11", "First of two papers", "Second of two papers")
    reader = terminal("--dir", str(blog.folder))
    reader.wait_for("First of two papers")
    reader.send("ybq")
    assert reader.wait_for_exit() == 0
    assert b"\x1b]52;c;QG1pc2N7" in reader.received
    assert reader.modes_changed() == set()
