"""Whatever stands in a folder, it is read or said to be left out."""

import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.sources import FolderSource
from digest_tui.sources.endings import is_markdown, is_passed_over

NAMES = st.sampled_from(
    ["a.md", "나.qmd", "\u1102\u1161.md", "c.MDX", "d", "e", ".h", "node_modules", "f.png", "-x.markdown"]
)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
TARGETS = st.one_of(PATHS, st.sampled_from(["..", ".", "/", "/dev/null", "../outside/x.md", "nowhere", ""]))


def make(root: Path, path: str, kind: str, target: str) -> None:
    """Make one thing, unless another stands in its way."""
    place = root / path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if kind == "folder":
            place.mkdir()
        elif kind == "pipe":
            os.mkfifo(place)
        elif kind == "link":
            place.symlink_to(target or place.name)
        else:
            with place.open("xb") as file:
                file.write(b"text\n")
    except OSError:
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
@given(st.lists(st.tuples(PATHS, st.sampled_from(["file", "folder", "pipe", "link"]), TARGETS), max_size=12))
def test_every_digest_is_read_or_left_out_with_a_reason(things: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(os.path.realpath(folder)) / "root"
        (root.parent / "outside").mkdir()
        (root.parent / "outside" / "x.md").write_text("out")
        root.mkdir()
        for path, kind, target in things:
            make(root, path, kind, target)
        source = FolderSource(root)
        refs = source.files()
        assert len({ref.path for ref in refs}) == len(refs)
        assert all(ref.location.is_relative_to(root) and not ref.location.is_symlink() for ref in refs)
        assert all(source.read(ref).text == "text\n" for ref in refs)
        read = {ref.location for ref in refs}
        said = {problem.path for problem in source.problems}
        for place in wanted(root):
            assert Path(os.path.realpath(place)) in read or str(place.relative_to(root)) in said
        assert refs or any(problem.code == "empty" for problem in source.problems)


def wanted(root: Path) -> list[Path]:
    """Everything with the name of a digest that is no folder and not hidden; links to folders are not entered."""
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not is_passed_over(name)]
        places = [Path(folder, name) for name in (*files, *folders)]
        found += [p for p in places if is_markdown(p.name) and not is_passed_over(p.name) and not p.is_dir()]
    return found
