"""Every option of every command does something, alone and beside every other, or is refused in a sentence."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from digest_tui.cli.arguments import Parser
from digest_tui.cli.subcommands import SUBCOMMANDS, subcommand
from digest_tui.model import Change
from digest_tui.paths import config_file, data_dir
from digest_tui.store import open_store

from .conftest import Outcome as Ended
from .conftest import Run

PLACES = ("--dir", "--demo", "--data-dir", "--config")
"""Options that every command takes."""
NOT_NEEDED = {
    ("check", "--data-dir"),
    ("open", "--data-dir"),
    *(("source", flag) for flag in ("--dir", "--data-dir")),
    ("fetch", "--dir"),
    *((command, flag) for command in ("undo", "log", "state") for flag in ("--dir", "--config")),
    *(("help", flag) for flag in PLACES),
    *((command, "--no-pager") for command in ("list", "search", "new", "show", "log")),
}
"""What says where things are that a command does not need: docs/command-line.md says that it may be there.

And what is needed on a terminal only: tests/process/test_paging.py
"""
NOT_NEEDED_BESIDE = {
    ("show", "--lens", "--data-dir"): "a facet is what the author wrote",
    ("show", "--format", "--data-dir"): "so is Markdown",
    ("search", "--no-aliases", "--demo"): "the samples have one name for each thing",
    ("search", "--places", "--demo"): "those of them that are found have one place",
    ("search", "--explain", "--data-dir"): "a query that does not ask for decisions is understood without them",
    ("undo", "--demo", "--data-dir"): "the decisions about the samples are those of that folder",
    ("log", "--demo", "--data-dir"): "as of undo",
    ("state", "--demo", "--data-dir"): "as of undo",
}
"""The same of two options, and why."""
ABOUT = "강화 학습(Reinforcement Learning; RL)"
LONG = "It flies higher than any other kite that was ever seen above these hills, and longer, too, by hours and days."
FILES = {
    "2025-12-10-papers.md": "# 1. [Kites by Reinforcement Learning](https://arxiv.org/abs/2512.99001)\n\n"
    f"## Results\n{LONG} {ABOUT} flies.\n\n## Conclusion\n**It** does.\n\n"
    f"# 2. [Two RL Winds](https://arxiv.org/abs/2512.99002)\n\n{ABOUT} meets.\n",
    "2025-12-09-papers.md": "# 1. [Two RL Winds](https://arxiv.org/abs/2512.99002)\n\nEarlier 강화 학습.\n\n"
    "# 2. [Breeze](https://arxiv.org/abs/2512.99003)\n\n강화 학습.\n\n"
    "# 3. [RL Gust](https://arxiv.org/abs/2512.99004)\n\nText.\n\n"
    "# 4. [Calm](https://arxiv.org/abs/2512.99006)\n\nText.\n\n"
    "# 5. [Lull](https://arxiv.org/abs/2512.99007)\n\nText.\n",
}
MORE = "# 1. [RL Storm](https://arxiv.org/abs/2512.99005)\n\nText.\n"


class Case(NamedTuple):
    """A command, and the options with which it is tried."""

    base: Sequence[str]
    options: Sequence[Sequence[str]]


WHERE = (["--dir", "OTHER"], ["--demo"], ["--data-dir", "STATE"], ["--config", "CONFIG"])
ROWS = (["--format", "json"], ["--format", "tsv"], ["--limit", "2"], ["--text"], ["--no-pager"])
CASES = {
    "list": Case(["list", "has:arxiv", "-kites"], [*ROWS, ["--places"], *WHERE]),
    "search": Case(
        ["search", "강화학습", "OR", "모델", "sort:oldest"],
        [*ROWS, ["--places"], ["--explain"], ["--no-aliases"], *WHERE],
    ),
    "new": Case(["new"], [*ROWS, ["--count"], *WHERE]),
    "show": Case(
        ["show", "has:arxiv"],
        [["--lens", "results"], ["--format", "json"], ["--format", "rich"], ["--text"], ["--no-pager"], *WHERE],
    ),
    "export": Case(
        ["export", "has:arxiv", "--format", "csv"],
        [["--format", "ris"], ["--output", "FILE"], ["--prune"], ["--weekly"], *WHERE],
    ),
    "check": Case(["check"], [["--explain"], ["--format", "json"], *WHERE]),
    "mark": Case(["mark", "star"], [["--query", "RL"], ["--dry-run"], *WHERE]),
    "undo": Case(["undo"], WHERE),
    "log": Case(["log"], [["--format", "json"], ["--format", "jsonl"], ["--limit", "1"], ["--no-pager"], *WHERE]),
    "state": Case(["state", "path"], WHERE),
    "source": Case(["source", "list"], [["--name", "x"], ["--fetch"], *WHERE]),
    "fetch": Case(["fetch"], WHERE),
    "open": Case(["open", "2512.99001", "2512.99005", "2511.99301"], [["--alphaxiv"], ["--pdf"], ["--print"], *WHERE]),
    "help": Case(["help", "list"], WHERE),
}
"""Each option has a value beside which the others can be told apart."""


def flags_of(command: str) -> set[str]:
    """The chief names of the options that a command takes."""
    parser = Parser(prog=command)
    subcommand(command).arguments_class().add_to(parser)
    own = {action.option_strings[-1] for action in parser._actions if action.option_strings}
    return own - {"--help"} | set(PLACES)


@pytest.mark.parametrize("command", [row.name for row in SUBCOMMANDS])
def test_every_option_of_every_command_is_tried(command: str) -> None:
    assert {option[0] for option in CASES[command].options} == flags_of(command)


Outcome = tuple[object, ...]


@pytest.fixture
def outcome(run: Run, tmp_path: Path) -> Callable[..., Outcome]:
    """All that a call leaves behind, from the same beginning each time."""
    folders = {name: tmp_path / name for name in ("blog", "OTHER", "STATE")}
    for name in ("blog", "OTHER"):
        folders[name].mkdir()
        for file, text in FILES.items():
            (folders[name] / file).write_text(text.replace("flies", f"flies to {name}").replace("Two", f"{name} Two"))
    (folders["OTHER"] / "2025-12-08-papers.md").write_text(MORE)
    folders["STATE"].mkdir()
    kept = tmp_path / "kept"
    for folder, status in ((kept, "later"), (folders["STATE"], "read")):
        with_state = open_store(folder / "state.db")
        with_state.apply([Change("arxiv:2512.99001", "tag:a", "1"), Change("arxiv:2511.99301", "status", status)])
        with_state.apply([Change("arxiv:2512.99001", "star", "1" if folder is kept else "0")])
        with_state.apply([Change("arxiv:2512.99002", "note", f"of {status}")])
        if folder is not kept:
            with_state.apply([Change(f"arxiv:2512.9900{number}", "status", "later") for number in (2, 3, 4)])
        with_state.close()
    (folders["STATE"] / "state.db").rename(tmp_path / "other.db")
    config, target = tmp_path / "CONFIG", tmp_path / "FILE"
    config.write_text(f'dirs = ["{folders["blog"]}"]\nunknown = true\n')

    def called(*argv: str) -> Outcome:
        for folder, state in ((data_dir(), kept / "state.db"), (folders["STATE"], tmp_path / "other.db")):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            shutil.copy(state, folder / "state.db")
        config_file().parent.mkdir(parents=True, exist_ok=True)
        config_file().write_text(f'dirs = ["{folders["blog"]}"]\n')
        # An entry of a paper that no query finds.
        target.write_text("key,title,status,checksum\narxiv:2511.00001,Old,read,00000000\n")
        words = [str(tmp_path / word) if word in ("OTHER", "STATE", "CONFIG", "FILE") else word for word in argv]
        try:
            ended = run(*words)
        except SystemExit as left:
            ended = Ended(int(left.code or 0), "", "")
        return (
            ended.code,
            ended.out,
            ended.err,
            *_events(run, data_dir()),
            *_events(run, folders["STATE"]),
            config_file().read_text(),
            target.read_text(),
        )

    return called


def _events(run: Run, folder: Path) -> Iterator[object]:
    for event in run("log", "--data-dir", str(folder), "--format", "jsonl").lines:
        yield event.partition('"key"')[2]


def is_refused(outcome: Outcome) -> bool:
    """Whether a call ended with a sentence about how it was called, and did nothing."""
    code, out, err = outcome[:3]
    return code == 2 and not out and str(err).count("\n") == 1 + str(err).count("unknown")


def is_needed(command: str, option: Sequence[str]) -> bool:
    """Whether a command needs to know what an option says."""
    return (command, option[0]) not in NOT_NEEDED


@pytest.mark.parametrize("command", CASES)
def test_each_option_changes_what_a_command_does_or_is_refused(command: str, outcome: Callable[..., Outcome]) -> None:
    base, options = CASES[command]
    plain = outcome(*base)
    passed_over = []
    for option in options:
        found = outcome(*base, *option)
        if not is_refused(found) and (found == plain) is is_needed(command, option):
            passed_over.append(option)
    assert passed_over == []


@pytest.mark.parametrize("command", CASES)
def test_each_option_does_so_beside_every_other(command: str, outcome: Callable[..., Outcome]) -> None:
    base, options = CASES[command]
    options = [option for option in options if is_needed(command, option)]
    alone = [outcome(*base, *option) for option in options]
    passed_over = []
    for (first, one), (second, other) in combinations(enumerate(options), 2):
        if one[0] == other[0] or (command, one[0], other[0]) in NOT_NEEDED_BESIDE:
            continue
        found = outcome(*base, *one, *other)
        if not is_refused(found) and found in (alone[first], alone[second]):
            passed_over.append(f"{' '.join(one)} {' '.join(other)}")
    assert passed_over == []
