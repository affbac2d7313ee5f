"""What a query may mean besides what it found is said on standard error, by every command that takes a query."""

from pathlib import Path

import pytest

from .conftest import Run

DAY = """\
## Daily Papers (2025-12-{day})

### [Modal logic](https://arxiv.org/abs/2512.99001)

- **New**: 비디오를 위한 확산.

### [Multimodal agents](https://arxiv.org/abs/2512.9900{second})

- **New**: diffusion.
"""


@pytest.fixture
def days(tmp_path: Path) -> list[str]:
    """Three papers, of which one stands on both days: the options of a command on them."""
    (tmp_path / "log").mkdir()
    for second, day in enumerate(("09", "10"), 2):
        (tmp_path / "log" / f"2025-12-{day}.md").write_text(DAY.format(day=day, second=second), "utf-8")
    return ["--dir", str(tmp_path / "log"), "--data-dir", str(tmp_path / "state")]


@pytest.mark.parametrize(
    "command",
    [
        ("search",),
        ("search", "--places"),
        ("search", "--limit", "1", "--format", "json"),
        ("list",),
        ("list", "--places", "--format", "tsv"),
        ("show",),
        ("mark", "star", "--query"),
        ("mark", "star", "--dry-run", "--query"),
    ],
)
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("modal", "1 paper · 2 more inside words: `*modal*`"),
        ("qleldh", "Nothing matches. 비디오: 1 paper"),
        ("얄려냐ㅐㅜ", "Nothing matches. diffusion: 2 papers"),
        ("dal", "Nothing matches. `*dal*`: 3 papers inside words"),
    ],
)
def test_every_command_says_it(run: Run, days: list[str], command: tuple[str, ...], query: str, sentence: str) -> None:
    outcome = run(*command, query, *days)
    assert outcome.code == sentence.startswith("Nothing")
    assert outcome.err.splitlines()[0] == f"digest-tui: {sentence}"


def test_nothing_is_said_where_nothing_else_is_meant(run: Run, days: list[str]) -> None:
    assert run("search", "확산", *days).err == ""
    assert run("search", "*modal*", *days).err == ""
    assert run("list", *days).err == ""
    assert run("search", "zxqv", *days).err.startswith("digest-tui: Nothing matches; ")
