from itertools import combinations
from pathlib import Path

import pytest

from digest_tui import __version__
from digest_tui.cli.command_line import parse_arguments
from digest_tui.errors import UsageError
from digest_tui.model.facet import Facet
from support.promises import promises


def test_without_arguments_the_reader_opens_where_it_stopped() -> None:
    arguments = parse_arguments([])
    assert arguments.command is None
    assert (arguments.today, arguments.date, arguments.fresh) == (False, None, False)
    assert (arguments.dirs, arguments.demo, arguments.data_dir, arguments.config) == ([], False, None, None)


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "kite"],
        ["search", "kite"],
        ["show", "2511.99001"],
        ["check"],
        ["new"],
        ["mark", "read", "2511.99001"],
        ["undo"],
        ["log"],
    ],
    ids=" ".join,
)
def test_where_things_are_can_stand_before_and_after_the_command(command: list[str]) -> None:
    options = ["--dir", "a", "--data-dir", "state", "--config", "mine.toml"]
    before, after = parse_arguments([*options, *command]), parse_arguments([*command, *options])
    assert vars(before) | {"dirs": None, "further_dirs": None} == vars(after) | {"dirs": None, "further_dirs": None}
    assert before.dirs == after.dirs == ["a"]
    assert before.data_dir == Path("state")
    assert before.config == Path("mine.toml")


@pytest.mark.parametrize("argv", [["--demo", "list"], ["list", "--demo"]])
def test_the_samples_can_be_asked_for_before_and_after_the_command(argv: list[str]) -> None:
    assert parse_arguments(argv).demo


@pytest.mark.parametrize(
    ("argv", "flags"),
    [
        ([], (False, False)),
        (["--new"], (True, False)),
        (["--unread"], (True, False)),
        (["-u", "--fresh"], (True, False)),
        (["--starred"], (False, True)),
        (["-s"], (False, True)),
    ],
)
def test_the_view_to_open_can_be_asked_for(argv: list[str], flags: tuple[bool, bool]) -> None:
    arguments = parse_arguments(argv)
    assert (arguments.new, arguments.starred) == flags


PAIRS = {
    "today": ["--today"],
    "date": ["--date", "mon"],
    "new": ["--new"],
    "starred": ["--starred"],
    "query": ["--query", "kite"],
    "fresh": ["--fresh"],
    "triage": ["--triage"],
}


@pytest.mark.parametrize("pair", combinations(PAIRS, 2), ids=" ".join)
def test_two_flags_of_the_reader_combine_or_are_refused_in_one_sentence(pair: tuple[str, str]) -> None:
    argv = [*PAIRS[pair[0]], *PAIRS[pair[1]]]
    if pair in {("today", "date"), ("new", "starred"), ("starred", "triage")}:
        for typed in (argv, argv[::-1] if "date" not in pair else ["--date", "mon", "--today"]):
            with pytest.raises(UsageError, match=rf"^--{pair[0]} and --{pair[1]} .+: leave one of them out\.$"):
                parse_arguments(typed)
    else:
        parse_arguments(argv)


def test_what_is_wrong_with_a_number_is_said() -> None:
    with pytest.raises(UsageError, match="'0' is not a whole number of at least 1"):
        parse_arguments(["undo", "0"])


def test_folders_before_and_after_the_command_add_up() -> None:
    assert parse_arguments(["-D", "a", "--dir", "b", "list", "--dir", "c", "-D", "d"]).dirs == ["a", "b", "c", "d"]


def test_one_parsing_leaves_nothing_for_the_next() -> None:
    parse_arguments(["--dir", "a", "list", "--dir", "b"])
    assert parse_arguments(["list"]).dirs == []


@pytest.mark.parametrize(("argv", "day"), [(["--date", "-1"], "-1"), (["-d", "mon"], "mon"), (["--date=-3"], "-3")])
def test_days_ago_are_no_option(argv: list[str], day: str) -> None:
    assert parse_arguments(argv).date == day


@pytest.mark.parametrize("argv", [["--explain", "a", "b"], ["a", "b", "--explain"]])
def test_files_to_explain_stand_before_or_after_the_flag(argv: list[str]) -> None:
    arguments = parse_arguments(["check", *argv])
    assert (arguments.explain, arguments.paths) == (True, ["a", "b"])


@pytest.mark.parametrize(
    ("argv", "ids"),
    [
        (["--dry-run", "read", "a", "b"], ["a", "b"]),
        (["read", "--dry-run", "a", "b"], ["a", "b"]),
        (["read", "a", "--dry-run", "b", "-"], ["a", "b", "-"]),
        (["tag", "--dry-run", "todo", "--dir", "d", "a"], ["todo", "a"]),
        (["read", "a", "--dry-run", "--", "-b", "--c"], ["a", "-b", "--c"]),
        (["read", "--", "-b"], ["-b"]),
        (["read"], []),
    ],
    ids=" ".join,
)
def test_papers_to_mark_stand_before_and_after_options(argv: list[str], ids: list[str]) -> None:
    assert parse_arguments(["mark", *argv]).ids == ids


def test_of_papers_to_mark_and_unknown_options_only_these_are_named() -> None:
    with pytest.raises(UsageError, match=r"^There is no option --nonsense \("):
        parse_arguments(["mark", "read", "a", "--nonsense", "b"])


def test_days_ago_can_be_shown() -> None:
    assert parse_arguments(["show", "-1"]).query == "-1"


@pytest.mark.parametrize("command", ["search", "list", "show"])
@pytest.mark.parametrize(
    ("argv", "query"),
    [
        (["world", "model", "sort:votes"], "world model sort:votes"),
        (["world model", "확산"], "world model 확산"),
        (["world", "--format", "json", "model"], "world model"),
        (["--dir", "d", "world", "--text", "model"], "world model"),
        (["diffusion", "-video"], "diffusion -video"),
        (["-video", "diffusion"], "-video diffusion"),
        (["a", "-bc", "OR", "d"], "a -bc OR d"),
        (["-bc", "a", "OR", "-de", "a"], "-bc a OR -de a"),
        (["--", "-v", "--dir"], "-v --dir"),
        (['title:"world model"', "is:new"], 'title:"world model" is:new'),
        (["kite", "-text", "-formal", "3d"], "kite -text -formal 3d"),
        ([""], ""),
    ],
)
def test_words_of_a_query_need_no_quotes(command: str, argv: list[str], query: str) -> None:
    assert parse_arguments([command, *argv]).query == query


def test_a_list_without_a_query_has_none() -> None:
    assert parse_arguments(["list"]).query is None


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["serch", "x"], "There is no command 'serch': did you mean `search`? (see `digest-tui --help`)"),
        (["qqqqq"], "There is no command 'qqqqq' (see `digest-tui --help`)"),
        (["--tody"], "There is no option --tody: did you mean --today? (see `digest-tui --help`)"),
        (["list", "--formt=json"], "There is no option --formt: did you mean --format? (see `digest-tui list --help`)"),
        (["unread", "--cuont"], "There is no option --cuont: did you mean --count? (see `digest-tui new --help`)"),
        (["list", "-n"], "There is no option -n (see `digest-tui list --help`)"),
        (["--quer", "kite"], "There is no option --quer: did you mean --query? (see `digest-tui --help`)"),
        (["--no-pager", "list"], "--no-pager goes after `list` (see `digest-tui list --help`)"),
        (["--format", "json", "log"], "--format goes after `log` (see `digest-tui log --help`)"),
        (["--quer=kite", "list"], "There is no option --quer: did you mean --query? (see `digest-tui --help`)"),
        (["-q", "world", "model"], "-q takes one query: put several words in quotes (see `digest-tui --help`)"),
        (
            ["list", "-fromat", "json"],
            "-fromat would exclude a word of the query: did you mean --format? (see `digest-tui list --help`)",
        ),
        (
            ["search", "kite", "-limit", "3"],
            "-limit would exclude a word of the query: did you mean --limit? (see `digest-tui search --help`)",
        ),
        (["new", "kite"], "'kite' is one word too many (see `digest-tui new --help`)"),
        (
            ["list", "--format", "xml"],
            "--format takes table, tsv, json or jsonl, not 'xml' (see `digest-tui list --help`)",
        ),
        (
            ["mark", "red", "a"],
            "`digest-tui mark` takes read, unread, star, unstar, later, skip, tag or untag, not 'red' "
            "(see `digest-tui mark --help`)",
        ),
        (["\x1b[31mlist"], "There is no command '[31mlist': did you mean `list`? (see `digest-tui --help`)"),
    ],
)
def test_what_there_is_not_is_answered_with_what_there_is(argv: list[str], sentence: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_arguments(argv)
    assert str(raised.value) == sentence


@pytest.mark.parametrize(
    "argv",
    [
        ["--nonsense"],
        ["nonsense"],
        ["show"],
        ["list", "--format", "xml"],
        ["list", "--limit", "-3"],
        ["list", "--limit", "many"],
        ["list", "--form", "json"],
        ["--today", "--date", "mon"],
        ["--today", "list"],
        ["--date", "mon", "check"],
        ["--fresh", "list"],
        ["--demo", "--dir", "a"],
        ["--demo", "list", "--dir", "a"],
        ["--date"],
        ["list", "--today"],
        ["list", "--limit", "²"],
        ["--new", "--starred"],
        ["--new", "list"],
        ["--starred", "list"],
        ["--triage", "list"],
        ["mark"],
        ["mark", "seen", "2511.99001"],
        ["mark", "read", "--nonsense", "2511.99001"],
        ["new", "--format", "json", "a", "b"],
        ["undo", "0"],
        ["undo", "-1"],
        ["undo", "all"],
        ["new", "--limit", "-1"],
        ["log", "--format", "tsv"],
    ],
    ids=" ".join,
)
def test_what_does_not_fit_is_a_usage_error(argv: list[str]) -> None:
    with pytest.raises(UsageError):
        parse_arguments(argv)


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_the_version_is_a_result(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse_arguments([flag])
    assert left.value.code == 0
    assert capsys.readouterr() == (f"digest-tui {__version__}\n", "")


@pytest.mark.parametrize(
    "argv", [["-h"], ["list", "--help"], ["show", "--help"], ["check", "--help"], ["mark", "--help"], ["log", "-h"]]
)
def test_help_is_a_result(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse_arguments(argv)
    assert left.value.code == 0
    out, err = capsys.readouterr()
    assert "--demo" in out
    assert err == ""


@pytest.mark.parametrize("name", ["results", "RES", "r", "3", " 3 "])
@promises(
    "docs/command-line.md",
    "digest-tui --dir ~/blog --lens results # only the results of each paper: a facet by name, its beginning, or "
    "1 to 5",
)
@promises(
    "--help",
    "show one facet of each paper: introduction, method, results, limitations, conclusion, their beginnings, or 1 to 5",
)
def test_the_lens_of_the_reader_is_named_in_several_ways(name: str) -> None:
    assert parse_arguments(["--lens", name]).start_lens is Facet.RESULTS
    assert parse_arguments(["-l", name, "--today"]).start_lens is Facet.RESULTS


def test_the_lens_of_the_reader_does_not_apply_to_commands() -> None:
    with pytest.raises(UsageError, match="--lens"):
        parse_arguments(["--lens", "results", "list"])


@pytest.mark.parametrize("name", ["", "abstract", "6"])
def test_an_unknown_lens_names_the_five(name: str) -> None:
    with pytest.raises(UsageError, match="introduction, method, results, limitations or conclusion"):
        parse_arguments(["--lens", name])
