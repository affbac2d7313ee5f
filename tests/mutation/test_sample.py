"""The script says which mutants survive, and leaves the tree that it was started in as it was."""

import sys
from pathlib import Path

import pytest

from mutation import sample

TEST = "from digest_tui.double import double; assert double(3) == 6"


def test_survivors_are_printed_and_the_tree_is_only_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "src/digest_tui/double.py"
    original = "def double(n: int) -> int:\n    return n + n\n\n\nUNTESTED = True\n"
    for path, text in ((source, original), (tmp_path / "tests/test_double.py", TEST)):
        path.parent.mkdir(parents=True)
        path.write_text(text)
    source.with_name("__init__.py").touch()
    monkeypatch.setattr(sample, "ROOT", tmp_path)
    monkeypatch.setattr(sample, "_command", lambda tests: [sys.executable, *tests])  # pytest would take a second each
    monkeypatch.setattr(sys, "argv", ["sample.py", "double", "-n", "9"])
    monkeypatch.setenv("PYTHONPATH", "")
    monkeypatch.chdir(tmp_path)

    assert sample.main() == 1

    printed = capsys.readouterr().out
    assert "killed  double.py: line 2" in printed
    assert "-UNTESTED = True\n+UNTESTED = False" in printed
    assert printed.endswith("double: 1 of 2 killed, 50%\n")
    assert source.read_text() == original
