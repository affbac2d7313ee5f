"""docs/formats.md is what the commands print: each runs over papers and files that have every kind of value."""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from digest_tui.cli.subcommands import SUBCOMMANDS
from digest_tui.model import Change
from digest_tui.model.facet import Facet
from digest_tui.model.roles import Role
from digest_tui.paths import pages_dir
from digest_tui.store import open_store
from support.promises import promises

from .conftest import LOG, POST, Outcome, Run

PAGE = (pages_dir() / "formats.md").read_text(encoding="utf-8")
FAR = date.today() + timedelta(days=40)
FILES = {
    "_posts/2025-12-10-daily-papers.md": POST + "\n![A kite](https://a.example.org/kite.png)\n"
    "<video src='https://a.example.org/kite.mp4'></video> [home](https://kites.example.org)\n",
    "paper_logs/2025/12/09.md": LOG + "\n### [No Votes](https://arxiv.org/abs/2512.99003)\n\nVote: 0\n\n- Text.\n",
    "2025-12-07-other.md": "# 1. [By Its DOI](https://doi.org/10.1234/kites.1)\n\nText.\n\n"
    "# 2. Nothing but a Title of Its Own\n\nText.\n",
    "wind.md": "# Papers\n\n## [Without a Date](https://arxiv.org/abs/2512.99004)\n\nOne.\n\n"
    "## [Without an Id](https://wind.example.org/a)\n\nTwo.\n",
    "weeks/2026-W17.md": "# W17\n\n## [Of a Week](https://arxiv.org/abs/2604.99001)\n\nText.\n",
    "2025-12-05-gone.md": "# 1. [Gone Kites](https://arxiv.org/abs/2512.99005)\n\n## Results\nText.\n",
    "2025-12-04-gone.md": "# 1. [Gone Winds, about which nothing is known](https://gone.example.org/a)\n\nText.\n",
    "2025-12-03-daily-papers.md": "A day off.\n",
    "2025-12-02-daily-papers.md": "# 1. [Two Sides](https://arxiv.org/abs/2512.99006)\n\n"
    "<<<<<<< ours\nOne.\n=======\nTwo.\n>>>>>>> theirs\n",
    "2025-12-01-daily-papers.md": "",
    f"{FAR}-daily-papers.md": POST.replace("2025-12-10", str(FAR)),
    "2026-02-01.md": "# 2026-02-01\n\n| 논문 | 한 줄 |\n|---|---|\n| [바람](papers/gust) | 분다 |\n"
    "| [연](papers/kite) | 난다 |\n",
    "papers/kite.md": "# Kites in the Wind\n\nA kite flies.\n",
    "papers/gust.md": "# Gusts\n\nhttps://arxiv.org/abs/2602.00001\n\nProse.\n",
}
"""Digests with papers of every kind, and files with problems of every kind."""
DECIDED = (
    Change("arxiv:2512.99001", "star", "1"),
    Change("arxiv:2512.99001", "status", "read"),
    Change("arxiv:2512.99001", "tag:todo", "1"),
    Change("arxiv:2512.99001", "note", "with Bo\n나중에"),
    Change("arxiv:2512.99002", "status", "later"),
    Change("arxiv:2512.99003", "status", "skipped"),
    Change("arxiv:2512.99006", "tag:old", "1"),
)


class Row(NamedTuple):
    """A row of a table of the page."""

    name: str
    type: str


@cache
def tables() -> Mapping[str, Sequence[Row]]:
    """The tables of keys and columns by the heading above them; the second one of a paper is that of `--text`."""
    found: dict[str, list[Row]] = {}
    for heading, text in re.findall(r"^##+ (.+)\n((?:(?!#).*\n)*)", PAGE, flags=re.MULTILINE):
        for number, table in enumerate(re.findall(r"(?:^\|.*\n)+", text, flags=re.MULTILINE)):
            found["text" if number else heading.lower()] = list(_rows(table))
    return found


def _rows(text: str) -> Iterator[Row]:
    for line in text.splitlines()[2:]:
        name, kind, _ = (cell.strip() for cell in line.strip("|").split("|", 2))
        yield Row(name.strip("`"), kind)


def kind_of(value: object) -> str:
    """The type of a value in the words of the page."""
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int():
            return "integer"
        case str():
            return "string"
        case dict():
            return "object"
        case []:
            return "empty array"
        case [str(), *others] if all(isinstance(other, str) for other in others):
            return "array of strings"
        case [dict(), *others] if all(isinstance(other, dict) for other in others):
            return "array of objects"
        case _:
            return type(value).__name__


def check_objects(objects: Iterable[Mapping[str, Any]], *names: str, without: Sequence[str] = ()) -> None:
    """Objects have exactly the keys that tables say, in their order, and between them every type that they may have."""
    objects = list(objects)
    rows = [row for name in names for row in tables()[name] if row.name not in without]
    assert {tuple(each) for each in objects} == {tuple(row.name for row in rows)}
    for row in rows:
        seen = {kind_of(each[row.name]) for each in objects}
        wanted = set(row.type.split(" or ")) if row.type != "true or false" else {row.type}
        if row.type == "true or false":
            assert {each[row.name] for each in objects} == {True, False}, row
        if row.type.startswith("array"):
            wanted.add("empty array")
        assert seen == wanted, row


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the digests; what is decided, and then deleted, is gone."""
    root = tmp_path / "blog"
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (root / "2025-12-08-daily-papers.md").write_bytes(
        POST.replace("2025-12-10", "2025-12-08").encode("cp949", "replace")
    )
    (root / "outside.md").symlink_to(tmp_path / "nothing.md")
    return root


@pytest.fixture
def call(run: Run, folder: Path, tmp_path: Path) -> Callable[..., Outcome]:
    """A command on the digests, of which papers of every kind are decided and two are gone."""
    state = tmp_path / "state"
    store = open_store(state / "state.db")
    store.apply(DECIDED)
    store.apply([Change("arxiv:2512.99006", "tag:old", "0")])
    store.undo()
    store.redo()
    store.close()

    def called(*argv: str) -> Outcome:
        return run(*argv, "--dir", str(folder), "--data-dir", str(state))

    called("mark", "star", "2512.99005", "https://gone.example.org/a")
    called("mark", "star", "2512.99004")
    (folder / "2025-12-05-gone.md").unlink()
    (folder / "2025-12-04-gone.md").unlink()
    return called


Call = Callable[..., Outcome]


def printed(call: Call, *argv: str) -> list[dict[str, Any]]:
    """The objects that a command prints, the papers that are gone with them."""
    found: list[dict[str, Any]] = call(*argv, "--format", "json").json
    return found


def of_everything(call: Call, *options: str) -> list[dict[str, Any]]:
    """The papers at all their places, and those that are gone."""
    return printed(call, "list", "--places", *options) + printed(call, "list", "is:gone", *options)


@promises(
    "docs/formats.md",
    "The keys in this order.",
    "Where a value is absent it is `null`, where there is none of several it is `[]`.",
)
def test_a_paper_has_the_keys_that_are_documented(call: Call) -> None:
    check_objects(of_everything(call), "a paper")


def test_the_kinds_of_keys_are_those_that_are_documented(call: Call) -> None:
    said = re.findall(r"`(\w+):…?", re.findall(r"\| `key` \|.*", PAGE)[0])
    assert sorted(said) == ["arxiv", "doi", "place", "title", "url"]
    assert {paper["key"].partition(":")[0] for paper in of_everything(call)} <= set(said)


@promises("docs/formats.md", "With `--text` two more keys follow:")
def test_with_text_the_documented_keys_follow(call: Call) -> None:
    papers = of_everything(call, "--text")
    check_objects(papers, "a paper", "text")
    [facets] = re.findall(r"what the author wrote of ([^,]+, [^:]*), in this order", PAGE)
    assert re.findall(r"`(\w+)`", facets) == list(Facet)
    assert {text for paper in papers for text in paper["facets"]} <= set(Facet)
    assert {bool(paper["facets"]) for paper in papers} == {True, False}
    assert {kind_of(text) for paper in papers for text in paper["facets"].values()} == {"string"}
    assert all(paper["markdown"] is None and paper["facets"] == {} for paper in papers if paper["path"] is None)


@pytest.mark.parametrize("argv", [["list"], ["list", "--text"], ["search", "winds"], ["new"], ["new", "--text"]])
def test_a_paper_is_the_same_object_wherever_it_is_printed(call: Call, argv: list[str]) -> None:
    texts = ["--text"] if "--text" in argv else []
    known = [json.dumps(paper) for paper in of_everything(call, *texts)]
    found = call(*argv, "--format", "json").json
    assert found
    assert [json.dumps(paper) for paper in found if json.dumps(paper) not in known] == []
    lines = call(*argv, "--format", "jsonl").lines
    assert [json.loads(line) for line in lines] == found


@promises("docs/formats.md", '`new` prints each paper once, and every paper that it prints has `"new": true`.')
def test_what_new_prints_is_new(call: Call) -> None:
    papers = printed(call, "new")
    assert {paper["new"] for paper in papers} == {True}
    assert len({paper["key"] for paper in papers}) == len(papers)
    assert call("new", "--count").out == f"{len(papers)}\n"


def test_of_read_later_and_skipped_at_most_one_is_true(call: Call) -> None:
    assert {sum((one["read"], one["later"], one["skipped"])) for one in of_everything(call)} == {0, 1}


@promises(
    "docs/formats.md",
    "`show` | `json` | of an id, a key or a URL one paper; of a date, a query or `-` an array of papers",
    "`show --lens FACET --format json` adds `facets` with that facet alone.",
)
def test_show_prints_one_object_of_an_id_and_an_array_of_anything_else(call: Call) -> None:
    [kites] = [paper for paper in of_everything(call) if paper["date"] == "2025-12-10" and paper["starred"]]
    for name in ("2512.99001", "arxiv:2512.99001", "https://arxiv.org/abs/2512.99001"):
        assert call("show", name, "--format", "json").json["key"] == kites["key"]
    of_a_date = call("show", "2025-12-10", "--format", "json").json
    assert kites in of_a_date
    found = call("show", "kites", "date:2025-12-10", "--format", "json").json
    assert found == [kites]
    lensed = call("show", "2512.99001", "--lens", "intro", "--format", "json").json
    assert (list(lensed), list(lensed["facets"])) == ([*kites, "facets"], ["introduction"])


@pytest.mark.parametrize("argv", [["list", "nothing:"], ["search", "qqqq"], ["list", "qqqq"]], ids=" ".join)
@promises(
    "docs/formats.md",
    "Where nothing is found, `json` is `[]`, the other formats are empty, and the exit code is 1.",
)
def test_nothing_found_is_an_empty_array_or_nothing_and_1(call: Call, argv: list[str]) -> None:
    if argv[1] == "nothing:":
        argv = ["list", '"nothing of this kind"']
    assert (call(*argv, "--format", "json").json, call(*argv, "--format", "json").code) == ([], 1)
    for how in ("jsonl", "tsv", "table"):
        assert (call(*argv, "--format", how).out, call(*argv, "--format", how).code) == ("", 1)


def check_columns(lines: Sequence[str], name: str, count: int) -> None:
    """Lines have the columns that a table says, and between them every kind of value that they may have."""
    rows = [line.split("\t") for line in lines]
    assert {len(row) for row in rows} == {count}
    for number, (_, kind) in enumerate(tables()[name][:count]):
        values = {row[number] for row in rows}
        assert ("" in values) is kind.endswith("or empty"), (number, kind)
        if kind.startswith("integer"):
            assert all(value == "" or value.isdecimal() for value in values)
            assert values != {""}


@promises("docs/command-line.md", "Every key and column has a meaning that lasts.")
@promises(
    "docs/formats.md",
    "`mark --dry-run` | | rows of the papers that would change",
    "Columns are separated by one tab; there is no header.",
    "1 | string | the arXiv id, else the key: what `show` and `mark` take 2 | string or empty | the date, "
    "`2025-12-10` 3 | string | the status: `unread`, `read`, `later` or `skipped` 4 | string or empty | "
    "`starred` 5 | integer or empty | the votes 6 | string | the title, in at most 500 characters 7 | string or "
    "empty | only in `search`: the sentence around the match",
)
def test_the_columns_of_rows_are_those_that_are_documented(call: Call) -> None:
    whole = [*call("list", "--format", "tsv").lines, *call("list", "is:gone", "--format", "tsv").lines]
    check_columns(whole, "rows", 6)
    assert {line.split("\t")[2] for line in whole} == {"unread", "read", "later", "skipped"}
    assert {line.split("\t")[3] for line in whole} == {"", "starred"}
    found = [*call("search", "*e*", "--format", "tsv").lines, *call("search", "is:new", "--format", "tsv").lines]
    check_columns(found, "rows", 7)
    dry = call("mark", "star", "--dry-run", "--query", "is:new").lines
    assert dry
    assert set(dry) <= set(whole)
    ids = [line.split("\t")[0] for line in whole]
    assert call("show", ids[0], "--format", "json").json["title"] == whole[0].split("\t")[5]


@promises(
    "docs/formats.md",
    "`log` | `json` | one array of decisions, oldest first `jsonl` | the same decisions, one object a line",
)
def test_a_decision_has_the_keys_that_are_documented(call: Call) -> None:
    decisions = printed(call, "log")
    check_objects(decisions, "a decision")
    assert {each["field"].partition(":")[0] for each in decisions} == {"status", "star", "note", "tag", "live"}
    assert [json.loads(line) for line in call("log", "--format", "jsonl").lines] == decisions
    assert decisions[0]["n"] == 1
    assert re.fullmatch("[0-9a-f]{16}", decisions[0]["host"])
    assert {(each["key"] == "", each["field"] == "live", each["of"] != []) for each in decisions} == {
        (True, True, True),
        (False, False, False),
    }


@promises(
    "docs/formats.md",
    "`check` | `json` | one array of files, also of one",
    'A problem of a source itself is printed as a file with `"format": null`, before all others.',
)
def test_a_file_has_the_keys_that_are_documented(
    call: Call, run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = call("check", "--format", "json").json
    (tmp_path / "empty").mkdir()
    files += run("check", str(tmp_path / "empty"), "--format", "json").json
    check_objects(files, "a file")
    problems = [problem for file in files for problem in file["problems"]]
    check_objects(problems, "a problem")
    check_objects([each for file in files for each in file["declined"]], "a format that declined")
    assert [file["format"] for file in files[:1]] == [None], "a problem of the source comes first"


def test_every_code_of_a_problem_is_documented() -> None:
    import digest_tui

    code = "".join(file.read_text("utf-8") for file in Path(digest_tui.__file__).parent.rglob("*.py"))
    made = set(re.findall(r"""\bProblem\(\s*"([a-z-]+)\"""", code))
    [said] = re.findall(r"\| `code` \| string \| (.*) \|", PAGE)
    assert set(re.findall(r"`([a-z-]+)`", said)) == made


@promises(
    "docs/formats.md",
    "`check --explain` | `json` | one array of explained files, also of one",
    "The keys of a file up to `problems`, then:",
)
def test_an_explained_file_has_the_keys_that_are_documented(call: Call, run: Run, folder: Path) -> None:
    names = [str(file) for file in sorted(folder.rglob("*.md")) if not file.is_symlink()]
    files = run("check", "--explain", *names, "--format", "json").json
    assert len(files) == len(names)
    own = [row.name for row in tables()["a file"] if row.name != "declined"]
    extra = [row.name for row in tables()["an explained file"]]
    assert {tuple(file) for file in files} == {(*own, *extra)}
    for row in (*tables()["a file"], *tables()["an explained file"]):
        kinds = {kind_of(file[row.name]) for file in files if row.name in file}
        assert kinds <= {*row.type.split(" or "), "empty array"}, row
    check_objects([each for file in files for each in file["attempts"]], "an attempt")
    lines = [each for file in files for each in file["lines"]]
    check_objects(lines, "a line")
    [said] = re.findall(r"\| `role` \| string \| (.*) \|", PAGE)
    assert re.findall(r"`(\w+)`", said) == list(Role)
    alone = run("check", "--explain", names[0], "--format", "json").json
    assert alone == files[:1]


@promises(
    "docs/formats.md",
    "`source list` | | rows",
    "1 | string | the name, as `fetch` and `source remove` take it 2 | string | the folder, the file or the URL, "
    "as written in `config.toml`",
)
def test_the_rows_of_sources_are_those_that_are_documented(run: Run, folder: Path) -> None:
    assert run("source", "add", str(folder)).code == 0
    [line] = run("source", "list").lines
    assert line.split("\t") == ["blog", str(folder)]
    assert len(tables()["rows of sources"]) == 2


@promises("docs/formats.md", "`state path`, `state backup` | | a path, on one line")
def test_paths_are_printed_alone(run: Run, tmp_path: Path) -> None:
    open_store(tmp_path / "state.db").close()
    for errand in ("path", "backup"):
        [line] = run("state", errand, "--data-dir", str(tmp_path)).lines
        assert os.path.isabs(line)


def test_the_examples_are_what_the_tables_say() -> None:
    examples = [json.loads(text) for text in re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)]
    tables_of = (("a paper", "text"), ("a decision",), ("a file",), ("a line",))
    assert len(examples) == len(tables_of)
    for example, names in zip(examples, tables_of, strict=True):
        rows = [row for name in names for row in tables()[name]]
        assert list(example) == [row.name for row in rows]
        for row in rows:
            assert kind_of(example[row.name]) in {row.type, *row.type.split(" or "), "empty array"}, row
    [text] = re.findall(r"```text\n(.*)\n```", PAGE)
    assert len(text.split("\t")) == 6


@promises(
    "docs/formats.md",
    "What the commands print for programs: every key, its type, and what stands where a value is absent.",
    "`list`, `search`, `new` | `json` | one array of papers `jsonl` | the same papers, one object a line `tsv` | rows",
    "`export` | `bibtex`, `ris`, `csl-json` | references `csv` | a header and rows `json` | one array of papers "
    "`markdown`, `obsidian` | blocks of Markdown, and notes `html` | a page",
)
def test_every_format_of_every_command_is_documented() -> None:
    from digest_tui.cli.arguments import Parser

    rows = [line.split("|")[1:4] for line in PAGE.split("## ")[0].splitlines() if line.startswith("| ")]
    said: dict[str, set[str]] = {}
    commands: list[str] = []
    for names, formats, _ in rows[1:]:
        commands = re.findall(r"`([a-z]+)[^`]*`", names) or commands
        for name in commands:
            said.setdefault(name, set()).update(re.findall(r"`([\w-]+)`", formats))
    for row in SUBCOMMANDS:
        parser = Parser(prog=row.name)
        row.arguments_class().add_to(parser)
        offered = [action.choices or () for action in parser._actions if "--format" in action.option_strings]
        choices = {str(choice) for choices in offered for choice in choices}
        assert choices - {"table", "plain", "rich"} == said.get(row.name, set()) | ({"markdown"} & choices), row.name


@promises("docs/formats.md", "`digest-tui help formats` prints this page.")
def test_help_prints_the_page(run: Run) -> None:
    assert run("help", "formats").out == PAGE


@pytest.mark.usefixtures("own_home")
def test_on_a_terminal_the_page_is_laid_out_for_its_width(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    lines = run("help", "formats").lines
    assert max(map(len, lines)) <= 60
    assert "alphaxiv_url" in "".join(lines)
    assert "|---|" not in "".join(lines)
