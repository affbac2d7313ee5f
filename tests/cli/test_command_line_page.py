"""What docs/command-line.md and every `--help` say about commands: each sentence is tried."""

import json
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from digest_tui import __version__
from digest_tui.cli.subcommands import SUBCOMMANDS
from digest_tui.paths import config_file, data_dir
from support.promises import promises
from support.repositories import commit, git, repository
from support.states import damaged_inside

from .conftest import Outcome, Run

TODAY = date.today()
PAPERS = {
    f"_posts/{TODAY}-daily-papers.md": "# 1. [A Survey of Kites](https://arxiv.org/abs/2512.07951v2)\n\n"
    "## Results\n벤치마크에서 92점.\n\n## Limitations\nWind.\n\n"
    "# 2. [World Models](https://arxiv.org/abs/2512.07952)\n\nA world model of a video.\n",
    f"paper_logs/{TODAY - timedelta(1):%Y/%m/%d}.md": f"## Daily Papers ({TODAY - timedelta(1)})\n\n"
    "### [World Models](https://arxiv.org/abs/2512.07952)\n\nVote: 25\n\nAuthors: Ada Long\n\n"
    "- ***Results***: 벤치마크를 넘었다. 언어 모델.\n\n"
    "### [Weather](https://arxiv.org/abs/2512.07953)\n\nVote: 5\n\n- The world is a model without video.\n",
}
KITES, WORLDS, WEATHER = "2512.07951", "2512.07952", "2512.07953"


class World(NamedTuple):
    """A configuration with one folder of digests, and commands on it."""

    run: Run
    folder: Path

    def ids(self, *argv: str) -> list[str]:
        """The ids of the papers that a command prints."""
        return [line.split("\t")[0] for line in self.run(*argv, "--format", "tsv").lines]

    def json(self, *argv: str) -> list[dict[str, object]]:
        """The objects that a command prints."""
        found: list[dict[str, object]] = self.run(*argv, "--format", "json").json
        return found


@pytest.fixture
def world(run: Run, tmp_path: Path) -> World:
    """Digests of today and yesterday in a folder that was added."""
    folder = tmp_path / "blog"
    for name, text in PAPERS.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    assert run("source", "add", str(folder)).code == 0
    return World(run, folder)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a text on standard input."""
    import io
    import sys

    return lambda text: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


@promises(
    "docs/command-line.md",
    "digest-tui --dir ~/blog # a folder, looked through with all folders below it, or a single file; repeatable",
)
def test_folders_and_files_are_read(world: World, tmp_path: Path) -> None:
    deep = tmp_path / "other" / "a" / "b" / "2025-12-01.md"
    deep.parent.mkdir(parents=True)
    deep.write_text("# 1. [Deep](https://arxiv.org/abs/2512.00001)\n\nText.\n")
    assert world.ids("list", "--dir", str(tmp_path / "other")) == ["2512.00001"]
    assert world.ids("list", "--dir", str(deep)) == ["2512.00001"]
    assert world.ids("list", "--dir", str(deep), "--dir", str(world.folder))[-1] == "2512.00001"


@promises("docs/command-line.md", "the sources of config.toml, else the current folder if it holds digests")
@promises("docs/command-line.md", "digest-tui")
def test_without_a_folder_the_sources_or_the_current_folder_are_read(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert KITES in world.ids("list")
    config_file().unlink()
    assert world.run("list").code == 2
    monkeypatch.chdir(world.folder)
    assert KITES in world.ids("list")


@promises(
    "docs/command-line.md",
    "digest-tui source add ~/blog # puts a folder into config.toml; it is read where it is",
    "digest-tui source list # where digests come from; source add, source remove",
)
@promises(
    "--help",
    "source list, add or remove where digests come from",
    "list: print where digests come from; add: add a folder, or fetch a git repository; remove: remove one by its "
    "name or path",
)
def test_a_folder_is_added_listed_and_removed(world: World) -> None:
    assert str(world.folder) in config_file().read_text(encoding="utf-8")
    assert world.run("source", "list").lines == [f"blog\t{world.folder}"]
    (world.folder / "2025-12-01-more.md").write_text("# 1. [More](https://arxiv.org/abs/2512.00002)\n\nText.\n")
    assert "2512.00002" in world.ids("list")
    assert world.run("source", "remove", "blog").code == 0
    assert world.run("source", "list").lines == []
    assert world.run("source", "add", str(world.folder)).code == 0
    assert world.run("source", "remove", str(world.folder)).code == 0
    assert world.folder.is_dir()


@promises(
    "docs/command-line.md",
    "digest-tui source add git@example.org:me/log.git # or a git repository, which is fetched: https, ssh; "
    "--fetch: one in a folder",
    "digest-tui fetch # brings in what arrived in repositories, as R does in the reader",
)
@promises(
    "--help",
    "a folder, or a repository: https, ssh, user@host:path",
    "the name of a repository",
    "fetch only this repository",
    "fetch fetch the newest digests of git repositories",
    "make a copy of the repository in a folder, and fetch into that",
)
def test_a_repository_is_fetched_by_its_name(world: World, tmp_path: Path) -> None:
    work = repository(tmp_path / "work", {"2025-12-01-a.md": "# 1. [One](https://arxiv.org/abs/2512.00003)\n\nText.\n"})
    git(tmp_path, "clone", "--quiet", "--bare", "work", "log.git")
    assert world.run("source", "add", str(tmp_path / "log.git"), "--name", "mine").code == 0
    assert "2512.00003" in world.ids("list", "source:mine")
    commit(work, {"2025-12-02-a.md": "# 1. [Two](https://arxiv.org/abs/2512.00004)\n\nText.\n"})
    git(work, "push", "--quiet", str(tmp_path / "log.git"), "HEAD")
    assert "digests arrived" in world.run("fetch", "mine").err
    assert "2512.00004" in world.ids("list", "source:mine")
    assert "nothing arrived" in world.run("fetch").err
    assert world.run("fetch", "other").code == 2
    for address in ("https://127.0.0.1:1/log.git", "ssh://127.0.0.1:1/log.git", "git@127.0.0.1:log.git"):
        assert "cannot be fetched" in world.run("source", "add", address).err


@promises(
    "docs/command-line.md",
    "digest-tui list --format json # every paper with everything that was read from it; also table, tsv, jsonl",
    "digest-tui list --places # a paper once for each place where it stands, not only at its newest",
    'digest-tui list --format json --text # with "markdown", the author\'s lines, and "facets": facet → the '
    "Markdown of it",
)
@promises(
    "--help",
    "list print papers, newest date first",
    "default: table",
    "print at most N papers",
    "with JSON: also the Markdown of each paper and its facets",
    "print every place of a paper, not only the newest that matches",
)
def test_papers_are_listed(world: World) -> None:
    assert world.ids("list") == [KITES, WORLDS, WEATHER]
    assert world.ids("list", "--limit", "2") == [KITES, WORLDS]
    assert world.ids("list", "--places") == [KITES, WORLDS, WORLDS, WEATHER]
    assert world.run("list").out == world.run("list", "--format", "table").out
    assert [json.loads(line) for line in world.run("list", "--format", "jsonl").lines] == world.json("list")
    kites = world.json("list", "--text")[0]
    assert kites["arxiv_version"] == 2
    assert str(kites["markdown"]).startswith("# 1. [A Survey of Kites](https://arxiv.org/abs/2512.07951v2)\n")
    assert kites["facets"] == {"results": "벤치마크에서 92점.", "limitations": "Wind."}


@promises("docs/command-line.md", "digest-tui list 'results:벤치마크 votes>20' --format tsv | cut -f1")
@promises("--help", "only the papers that match; write -- before a query that begins with -")
def test_a_list_takes_a_query(world: World) -> None:
    assert world.ids("list", "results:벤치마크 votes>20") == [WORLDS]
    assert world.run("list", "--format", "tsv", "--", "-video").lines[0].startswith(KITES)
    assert WORLDS not in world.run("list", "--format", "tsv", "--", "-video -title:world").out


@promises(
    "docs/command-line.md",
    "digest-tui search world model -video # words of a query need no quotes; -- goes before one that begins with -",
    "digest-tui search 언어모델 # best finds first, with the sentence; --explain: how it was understood",
)
@promises(
    "--help",
    "search print the papers that match a query, best first, with the matching sentence",
    "words and conditions, see below; -- goes before a query that begins with -",
    "print how the query was understood, not what it finds",
)
def test_papers_are_searched(world: World) -> None:
    assert world.ids("search", "world", "model", "-video") == world.ids("search", "world model -video")
    assert world.ids("search", "world model")[0] == WORLDS
    assert WEATHER in world.ids("search", "world model")
    [row, sentence] = world.run("search", "언어모델").lines
    assert WORLDS in row
    assert "언어 모델" in sentence
    explained = world.run("search", "--explain", "언어모델").out
    assert '"언어모델" in title' in explained
    assert WORLDS not in explained
    assert world.run("search", "--format", "tsv", "--", "-video").lines[0].startswith(KITES)


@promises("--help", "find only what you typed, not its other names")
def test_other_names_can_be_left_out(world: World) -> None:
    text = "# 1. [{0}](https://arxiv.org/abs/2511.0000{1})\n\n{2}\n"
    named = "강화 학습(Reinforcement Learning; RL)"
    for number, body in enumerate((named, named, "강화 학습"), 1):
        file = world.folder / f"2025-11-0{number}-a.md"
        file.write_text(text.format(f"Paper {number}", number, body), encoding="utf-8")
    assert sorted(world.ids("search", "RL", "date:2025-11")) == ["2511.00001", "2511.00002", "2511.00003"]
    assert sorted(world.ids("search", "RL", "date:2025-11", "--no-aliases")) == ["2511.00001", "2511.00002"]


@promises(
    "docs/command-line.md",
    "digest-tui new --count # how many papers are new, for a prompt; without --count: the papers",
)
@promises("--help", "new print the new papers, about which nothing is decided", "print only how many there are")
def test_new_papers_are_printed_or_counted(world: World) -> None:
    assert world.run("new", "--count").out == "3\n"
    world.run("mark", "star", KITES)
    assert world.run("new", "--count").out == "2\n"
    assert world.ids("new") == [WORLDS, WEATHER]


@promises(
    "docs/command-line.md",
    "digest-tui mark skip 2512.07951 # also read, unread, star, unstar, later, tag NAME, untag NAME; --dry-run",
    "digest-tui mark later --query 'title:survey is:unread'",
)
@promises(
    "--help",
    "mark mark papers read, starred, skipped and so on",
    "read, unread, star, unstar, later, skip, tag NAME, untag NAME",
    "the papers that match, instead of ids",
    "print the papers that would change, and change nothing",
)
def test_papers_are_marked(world: World) -> None:
    assert world.ids("list", "is:new") == [KITES, WORLDS, WEATHER]
    assert [line.split("\t")[0] for line in world.run("mark", "skip", KITES, "--dry-run").lines] == [KITES]
    assert world.ids("list", "is:skipped") == []
    for mark, query in (("skip", "is:skipped"), ("read", "is:read"), ("later", "is:later"), ("star", "is:starred")):
        assert world.run("mark", mark, KITES).code == 0
        assert world.ids("list", query) == [KITES]
    assert world.run("mark", "unread", KITES).code == world.run("mark", "unstar", KITES).code == 0
    assert world.ids("list", "is:new") == [KITES, WORLDS, WEATHER]
    world.run("mark", "tag", "todo", KITES)
    assert world.ids("list", "tag:todo") == [KITES]
    world.run("mark", "untag", "todo", KITES)
    assert world.ids("list", "tag:todo") == []
    assert world.run("mark", "later", "--query", "title:survey is:unread").code == 0
    assert world.ids("list", "is:later") == [KITES]


@promises(
    "docs/command-line.md",
    "digest-tui list --format tsv | grep -i survey | digest-tui mark tag survey - # ids, URLs, rows, TSV or JSON; "
    "show - too",
)
@promises(
    "--help",
    "an arXiv id, a URL or a key that `list` prints; - reads lines of these, or what `list` prints, from standard "
    "input; NAME comes before them",
)
def test_papers_are_named_on_standard_input(world: World, typed: Callable[[str], None]) -> None:
    for number, how in enumerate(("tsv", "table", "json", "jsonl")):
        typed(world.run("list", "title:survey", "--format", how).out)
        assert world.run("mark", "tag", f"survey{number}", "-").code == 0
        assert world.ids("list", f"tag:survey{number}") == [KITES]
    typed(f"https://arxiv.org/abs/{KITES}\narxiv:{WORLDS}\n{WEATHER}\n")
    assert world.run("mark", "star", "-").err == "digest-tui: 3 papers starred\n"
    typed(f"{WEATHER}\n")
    assert world.run("show", "-").lines[0] == "Weather"


@promises("docs/command-line.md", "`mark` names ids that no paper has, decides about the others and ends with 1.")
def test_ids_that_no_paper_has_are_named(world: World) -> None:
    marked = world.run("mark", "star", "2512.00000", KITES)
    assert marked.code == 1
    assert "2512.00000" in marked.err
    assert world.ids("list", "is:starred") == [KITES]


@promises(
    "docs/command-line.md",
    "digest-tui undo # the last decision, of the reader too; undo 3: the last three",
    "digest-tui log --limit 20 # the newest decisions and what was undone, by title; --format json, jsonl",
)
@promises(
    "--help",
    "undo undo the last decisions",
    "how many decisions; default: 1",
    "log print every decision, oldest first",
    "print only the N newest",
)
def test_decisions_are_undone_and_logged(world: World) -> None:
    for paper in (KITES, WORLDS, WEATHER):
        world.run("mark", "star", paper)
    world.run("undo")
    assert world.ids("list", "is:starred") == [KITES, WORLDS]
    world.run("mark", "later", WEATHER)
    world.run("undo", "3")
    assert world.ids("list", "is:starred") == world.ids("list", "is:later") == []
    lines = world.run("log").lines
    assert "A Survey of Kites" in lines[0]
    assert ["undone" in line for line in lines] == [False] * 3 + [True, False, True, True, True]
    assert "undone: starred" in lines[-1]
    assert world.run("log", "--limit", "2").lines == lines[-2:]
    decisions = world.json("log")
    assert len(decisions) == len(lines)
    assert [json.loads(line) for line in world.run("log", "--format", "jsonl").lines] == decisions


@promises(
    "docs/command-line.md",
    "digest-tui show 2512.07951 # one paper; also a date or a query; --format plain, markdown, rich, json",
    "digest-tui show today --lens results # the results of each paper of today: title, then the author's text of it",
)
@promises(
    "--help",
    "show print one paper, the digests of a date, or what a query finds",
    "an arXiv id, a URL or a key that `list` prints, several of these, a date, or a query; - reads what `mark -` reads",
    "only this facet of each paper: introduction, method, results, limitations, conclusion, their beginnings, or 1 "
    "to 5",
    "default: plain",
)
def test_papers_are_shown(world: World) -> None:
    for name in (KITES, f"https://arxiv.org/abs/{KITES}", f"arxiv:{KITES}", "survey kites"):
        assert world.run("show", name).lines[0] == "A Survey of Kites"
    assert world.run("show", KITES).out == world.run("show", KITES, "--format", "plain").out
    assert world.run("show", KITES, "--format", "markdown").lines[0].startswith("# 1. [A Survey")
    assert "벤치마크" in world.run("show", KITES, "--format", "rich").out
    assert world.run("show", KITES, "--format", "json").json["arxiv_id"] == KITES
    assert "Weather" in world.run("show", "yesterday").lines
    assert {"A Survey of Kites", "Weather"} <= set(world.run("show", KITES, WEATHER).lines)
    of_today = ["A Survey of Kites", "벤치마크에서 92점.", "", "World Models"]
    for facet in ("results", "res", "3"):
        assert world.run("show", "today", "--lens", facet).lines[:4] == of_today


@promises(
    "docs/command-line.md",
    "digest-tui check ~/blog # exit code 1 when something is wrong; --format json",
    "digest-tui check --explain 12-10.md # what each line was taken for; --format json",
)
@promises(
    "--help",
    "check print how each file was understood",
    "show what each line of the files was taken for",
)
def test_files_are_checked(world: World) -> None:
    assert world.run("check").code == 0
    assert world.run("check", str(world.folder)).lines == world.run("check").lines
    assert len(world.json("check")) == 2
    broken = world.folder / "_posts" / "2025-12-01-empty.md"
    broken.write_text("")
    assert world.run("check", str(world.folder)).code == 1
    assert world.run("check", str(broken)).code == 1
    post = str(next((world.folder / "_posts").glob(f"{TODAY}*")))
    assert "section" in world.run("check", "--explain", post).out
    [explained] = world.run("check", "--explain", post, "--format", "json").json
    assert len(explained["lines"]) == len(Path(post).read_text(encoding="utf-8").splitlines())


@promises(
    "docs/command-line.md",
    "digest-tui state check # whether your decisions are sound; state backup copies them, state path says where",
)
@promises(
    "--help",
    "state find, check or copy the file of your decisions",
    "path: print where the file is; check: check it, and rebuild what is shown from the log of decisions; backup: copy "
    "it, or what can be read of a damaged file and that file as it is, and print where they are",
    "where the copy goes: a new file or a folder",
)
def test_the_state_is_found_checked_and_copied(world: World, tmp_path: Path) -> None:
    world.run("mark", "star", KITES)
    assert world.run("state", "path").out == f"{data_dir() / 'state.db'}\n"
    assert world.run("state", "check").code == 0
    [beside] = world.run("state", "backup").lines
    assert Path(beside).parent == data_dir()
    (tmp_path / "copies").mkdir()
    for target in (tmp_path / "copies", tmp_path / "mine" / "state.db"):
        target.parent.mkdir(exist_ok=True)
        [copy] = world.run("state", "backup", str(target)).lines
        assert Path(copy) == target or Path(copy).parent == target
    assert world.ids("list", "is:starred", "--data-dir", str(tmp_path / "mine")) == [KITES]
    broken = ("--data-dir", str(tmp_path / "broken"))
    (tmp_path / "broken").mkdir()
    damaged_inside(tmp_path / "broken" / "state.db")
    assert world.run("state", "check", *broken).code in (1, 4)
    rescued, whole = world.run("state", "backup", *broken).lines
    assert Path(rescued).is_file()
    assert Path(whole).read_bytes() == (tmp_path / "broken" / "state.db").read_bytes()


@promises(
    "docs/command-line.md",
    "digest-tui help formats # every key of every format; help queries: the query language; help list: as list --help",
)
@promises(
    "--help",
    "help print the help of a command, what formats hold, or the query language",
    "a command, or one of these: formats: what every format holds: each key, its type, and what an absent value is; "
    "queries: the query language; default: all commands",
    "show program's version number and exit",
)
def test_help_is_printed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    def printed(*argv: str) -> str:
        with pytest.raises(SystemExit) as left:
            run(*argv)
        assert left.value.code == 0
        return capsys.readouterr().out

    assert "| `arxiv_id` | string or null |" in run("help", "formats").out
    assert "initial consonants" in run("help", "queries").out
    assert run("help", "queries").out.strip() in printed("search", "--help")
    for row in SUBCOMMANDS:
        assert run("help", row.name).out == printed(row.name, "--help")
    assert run("help").out == printed("--help")
    assert printed("--version") == f"digest-tui {__version__}\n"
    wrong = run("help", "formts")
    assert (wrong.code, wrong.err) == (2, "digest-tui: There is no help on 'formts': did you mean formats?\n")
    assert run("help", "wombat").err.endswith("write a command, formats or queries.\n")
    assert run("help", "list", "show").code == 2


@promises(
    "docs/command-line.md",
    "Exit codes: 0 ok, 1 nothing found or a check failed, 2 usage, configuration or no terminal, 3 digests unreadable, "
    "4 state unusable, 130 interrupted.",
)
@promises(
    "--help",
    "exit codes: 0 ok, 1 nothing found or a check failed, 2 usage, configuration or no terminal, 3 digests unreadable, "
    "4 state unusable, 130 interrupted",
)
def test_exit_codes(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def code(*argv: str) -> int:
        ended: Outcome = world.run(*argv)
        assert ended.code == 0 or ended.err.startswith("digest-tui: ")
        return ended.code

    (tmp_path / "2025-12-01.md").write_text("")
    assert code("list") == 0
    assert code("list", "qqqq") == code("check", str(tmp_path / "2025-12-01.md")) == 1
    assert code("--nonsense") == code("--today") == code("list", "--config", str(tmp_path / "none.toml")) == 2
    assert code("list", "--dir", str(tmp_path / "nowhere")) == 3
    (tmp_path / "state.db").write_text("no database")
    assert code("list", "--data-dir", str(tmp_path)) == 4

    def interrupted(_arguments: object) -> int:
        raise KeyboardInterrupt

    from digest_tui.cli import main

    monkeypatch.setattr(main, "_run", interrupted)
    assert world.run("list").code == 130


@promises(
    "docs/command-line.md",
    "An option that does not apply is refused (`new --count --format json`), never passed over.",
)
@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["new", "--count", "--format", "json"], "--count prints one number: leave --format out."),
        (["unread", "--count", "--limit", "3"], "--count prints one number: leave --limit out."),
        (
            ["search", "kites", "--explain", "--format", "tsv"],
            "--explain prints how the query was understood, and no papers: leave --format out.",
        ),
        (["list", "--text"], "--text adds fields to JSON: leave it out, or add `--format json`."),
        (["check", "a.md", "--demo"], "`check` reads the paths that follow it: leave --demo or them out."),
        (
            ["check", "--explain", "a.md", "--dir", "b"],
            "`check` reads the paths that follow it: leave --dir or them out.",
        ),
        (["--ascii", "list"], "--ascii is for the reader: leave it out with `list`."),
        (["--no-saved-frame", "log"], "--no-saved-frame is for the reader: leave it out with `log`."),
        (
            ["--new", "--today", "--lens", "results", "list"],
            "--today, --new and --lens are for the reader: leave them out with `list`.",
        ),
        (["source", "list", "blog"], "`source list` prints all of them: leave the name out."),
        (["source", "remove", "blog", "--name", "x"], "--name and --fetch are for `source add`: leave them out."),
        (["fetch", "--demo"], "The samples are not fetched: leave --demo out."),
        (["log", "--demo"], "The samples keep no state: leave --demo out, or name a folder with --data-dir."),
        (["--demo", "--dir", "a"], "--demo shows the samples, --dir your own digests: leave one of them out."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@promises("docs/formats.md", "`new --count` | | one number; `--format` does not apply")
def test_an_option_that_does_not_apply_is_refused(run: Run, argv: list[str], sentence: str) -> None:
    assert run(*argv) == Outcome(2, "", f"digest-tui: {sentence}\n")


@promises(
    "docs/command-line.md",
    "`--dir`, `--demo`, `--data-dir` and `--config` say where things are and may stand before or after any command, "
    "also one that needs none of them.",
)
@promises("--help", "show the built-in samples", "keep your state in DIR", "use FILE as configuration")
def test_what_says_where_things_are_stands_anywhere(world: World, tmp_path: Path) -> None:
    state, config = str(tmp_path / "state"), str(tmp_path / "mine.toml")
    (tmp_path / "mine.toml").write_text('alphaxiv_language = "en"\n')
    where = ["--dir", str(world.folder), "--data-dir", state, "--config", config]
    assert world.run(*where, "mark", "star", KITES).code == 0
    assert (tmp_path / "state" / "state.db").is_file()
    for argv in (["list"], ["log"], ["help", "list"], ["state", "path"], ["source", "list"], ["undo"]):
        before, after = world.run(*where, *argv), world.run(*argv, *where)
        assert before.code in (0, 1)
        assert argv == ["undo"] or before == after
    assert "/en/" in str(world.json("list", *where)[0]["alphaxiv_url"])
    assert "Slow Radio" in world.run("--demo", "list").out + world.run("list", "--demo").out


@promises("docs/command-line.md", "Results go to standard output, sentences to standard error.")
@promises("docs/formats.md", "Results go to standard output, everything that is said about them to standard error.")
def test_results_and_sentences_go_two_ways(world: World) -> None:
    found, none = world.run("list"), world.run("list", "qqqq")
    assert found.err == none.out == ""
    assert found.out
    assert none.err
    checked = world.run("check", "--format", "json")
    assert checked.json
    assert checked.err.endswith(" 0 problems.\n")
    assert os.linesep.join(world.run("mark", "star", KITES).lines) == ""
