"""What docs/command-line.md prints for scripts works as it is printed."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from support.promises import promises

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
SCRIPTS = re.findall(r"```sh\n(.*?)```", PAGE.partition("\n## In scripts\n")[2], flags=re.DOTALL)
TODAY = """\
# 1. [Quiet Kites](https://arxiv.org/abs/2512.99001)

Vote: 30

## Results
They fly 12% higher.

# 2. [Two Winds](https://arxiv.org/abs/2512.99002)

Vote: 7

## Results
They meet.
"""
OLD = "# 1. [바람](https://arxiv.org/abs/2412.99003)\n\nText.\n"
Papers = list[dict[str, Any]]
PROGRAM = f'#!/bin/sh\nexec "{sys.executable}" -m digest_tui "$@"\n'

JQ = shutil.which("jq")
FILTERS: Mapping[str, Callable[[Any], str]] = {
    r'.[] | "\(.votes)\t\(.title)\t\(.url)"': lambda papers: "".join(
        f"{one['votes']}\t{one['title']}\t{one['url']}\n" for one in papers
    ),
    r'"- [\(.title)](\(.url))"': lambda paper: f"- [{paper['title']}]({paper['url']})\n",
    'select(.what == "starred") | .stamp / 1000 | strftime("%Y-%m")': lambda decision: (
        f"{datetime.fromtimestamp(decision['stamp'] / 1000, tz=UTC):%Y-%m}\n" if decision["what"] == "starred" else ""
    ),
}
"""What the filters of the page are for jq, of each JSON value that it reads."""


def filtered(words: str, text: str) -> str:
    """What `jq -r` prints, by what its filter means."""
    decoder, values = json.JSONDecoder(), []
    rest = text
    while rest := rest.lstrip():
        value, end = decoder.raw_decode(rest)
        values.append(value)
        rest = rest[end:]
    return "".join(FILTERS[words](value) for value in values)


@pytest.fixture
def folder(tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Digests of today and of a year before; programs of the scripts that answer as if somebody sat there."""
    root = tmp_path / "blog"
    root.mkdir()
    (root / f"{date.today()}-papers.md").write_text(TODAY, encoding="utf-8")
    (root / "2024-12-10-papers.md").write_text(OLD, encoding="utf-8")
    programs = tmp_path / "bin"
    programs.mkdir()
    jq = (
        f"#!{sys.executable}\nimport sys\nsys.path[:0] = {[str(Path(__file__).parent), *sys.path]!r}\n"
        "from test_scripts_page import filtered\n"
        'assert sys.argv[1] == "-r"\nprint(filtered(sys.argv[2], sys.stdin.read()), end="")\n'
    )
    for name, text in {"digest-tui": PROGRAM, "jq": jq}.items():
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("DIGEST_TUI_DIR", str(root))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return root


def ran(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script as it is printed."""
    return subprocess.run(["sh", "-c", script], capture_output=True, encoding="utf-8", check=False)


def script(words: str) -> str:
    """The script of the page in which some words stand."""
    [found] = [text for text in SCRIPTS if words in text]
    return str(found)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts of a shell")


@pytest.mark.usefixtures("folder")
@promises(
    "README.md",
    "Everything is there for scripts too: `digest-tui new --count` for a prompt, `list --format json`, `mark`, "
    "`open`, `undo`, `log`.",
)
def test_how_many_are_new() -> None:
    assert ran("digest-tui new --count").stdout == "3\n"


@pytest.mark.usefixtures("folder")
@promises(
    "docs/command-line.md",
    "The ten new papers with the most votes, with jq: digest-tui list is:new 'votes>0' sort:votes --limit 10 "
    "--format json | jq -r '.[] | \"\\(.votes)\\t\\(.title)\\t\\(.url)\"'",
)
def test_the_new_papers_with_the_most_votes() -> None:
    ended = ran(script("sort:votes --limit 10"))
    assert ended.stdout.splitlines() == [
        "30\tQuiet Kites\thttps://arxiv.org/abs/2512.99001",
        "7\tTwo Winds\thttps://arxiv.org/abs/2512.99002",
    ], ended.stderr


@pytest.mark.usefixtures("folder")
@promises(
    "docs/command-line.md",
    "What you starred, as a list in Markdown: digest-tui list is:starred --format jsonl | jq -r '\"- "
    "[\\(.title)](\\(.url))\"' How many papers you starred in each month: digest-tui log --format jsonl | jq -r "
    '\'select(.what == "starred") | .stamp / 1000 | strftime("%Y-%m")\' | sort | uniq -c',
)
def test_stars_as_markdown_and_by_month() -> None:
    ran("digest-tui mark star 2412.99003 2512.99001")
    ran("digest-tui mark read 2512.99002")
    ended = ran(script('"- ['))
    assert ended.stdout.splitlines() == [
        "- [Quiet Kites](https://arxiv.org/abs/2512.99001)",
        "- [바람](https://arxiv.org/abs/2412.99003)",
    ], ended.stderr
    month = f"{datetime.now(UTC):%Y-%m}"
    assert ran(script("uniq -c")).stdout.split() == ["2", month]


@pytest.mark.usefixtures("folder")
@promises(
    "docs/command-line.md",
    "Put off for later what a program chooses, here by its results, as one step for `digest-tui undo`: "
    "digest-tui list is:new --format jsonl --text | python3 -c ' import json, sys for line in sys.stdin: paper = "
    'json.loads(line) if "%" in paper["facets"].get("results", ""): print(paper["key"]) \' | digest-tui mark '
    "later -",
)
def test_what_a_program_chooses_is_put_off_as_one_step() -> None:
    ended = ran(script("python3 -c").replace("python3", sys.executable))
    assert ended.stderr == "digest-tui: 1 paper put off for later\n"
    assert ran("digest-tui list is:later --format tsv | cut -f1").stdout == "2512.99001\n"
    assert ran("digest-tui undo").returncode == 0
    assert ran("digest-tui list is:later").returncode == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("words", FILTERS)
def test_jq_itself_says_the_same_where_it_is_installed(words: str) -> None:
    ran("digest-tui mark star 2412.99003 2512.99001")
    command = next(text for text in SCRIPTS if words in text).partition("|")[0]
    text = ran(command).stdout
    assert filtered(words, text)
    if JQ:
        ended = subprocess.run([JQ, "-r", words], input=text, capture_output=True, encoding="utf-8", check=True)
        assert ended.stdout == filtered(words, text)


def test_every_script_of_the_page_is_tried() -> None:
    tried = ("sort:votes --limit 10", '"- [', "uniq -c", "python3 -c")
    assert sorted(map(script, tried)) == sorted(SCRIPTS)
