import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.library import Library
from digest_tui.model import Change
from digest_tui.sources import source_for
from digest_tui.store import open_store
from digest_tui.triage.marks import Mark

from .conftest import Outcome, Run, Typed

UNKNOWN = "No paper has the id or key"
LOOP = """
import sys
from digest_tui.cli.main import main
sys.stdin.readline()
sys.exit(max(main(["mark", "star", paper, "--dir", sys.argv[1], "--data-dir", sys.argv[2]]) for paper in sys.argv[3:]))
"""

Call = Callable[..., Outcome]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The folder of the state, not made yet."""
    return tmp_path / "state"


@pytest.fixture
def call(run: Run, digests: Path, state: Path) -> Call:
    """A command on the digests, with a state of its own."""
    return lambda *argv: run(*argv, "--dir", str(digests), "--data-dir", str(state))


def states(call: Call) -> list[list[str]]:
    """Status and star of each place: Kites, Two Winds, and Two Winds a day before."""
    return [line.split("\t")[2:4] for line in call("list", "--places", "--format", "tsv").lines]


@pytest.mark.parametrize(
    ("mark", "status", "star", "said"),
    [
        ("read", "read", "", "1 paper marked read"),
        ("later", "later", "", "1 paper put off for later"),
        ("skip", "skipped", "", "1 paper skipped"),
        ("star", "unread", "starred", "1 paper starred"),
    ],
)
def test_a_mark_is_set_and_setting_it_again_changes_nothing(
    call: Call, mark: str, status: str, star: str, said: str
) -> None:
    first = call("mark", mark, "2512.99001")
    assert (first.code, first.out, first.err) == (0, "", f"digest-tui: {said}\n")
    assert states(call)[0] == [status, star]
    events = call("log", "--format", "json").json
    again = call("mark", mark, "2512.99001")
    assert again.code == 0
    already = said.removeprefix("1 paper ").removeprefix("marked ")
    assert again.err == f"digest-tui: nothing changed: 1 paper already {already}\n"
    assert call("log", "--format", "json").json == events


@pytest.mark.parametrize(
    ("mark", "back", "said"),
    [("read", "unread", "1 paper marked unread"), ("star", "unstar", "star removed from 1 paper")],
)
def test_a_mark_is_taken_away(call: Call, mark: str, back: str, said: str) -> None:
    call("mark", mark, "2512.99001")
    assert call("mark", back, "2512.99001").err == f"digest-tui: {said}\n"
    assert states(call)[0] == ["unread", ""]


@pytest.mark.parametrize(
    "paper", ["2512.99001", "2512.99001v2", "2512.99001v9", "arxiv:2512.99001", "arxiv:2512.99001v2"]
)
def test_a_paper_is_known_by_id_and_key(call: Call, paper: str) -> None:
    assert call("mark", "read", paper).code == 0
    assert states(call)[0] == ["read", ""]


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("title:", "A Paper Without Any Identifier"),
        ("place:", "Short"),
        ("url:", "[Elsewhere](https://example.org/paper)"),
    ],
)
def test_a_paper_without_id_is_known_by_what_the_list_prints(call: Call, digests: Path, kind: str, title: str) -> None:
    text = f"## Daily Papers (2025-12-11)\n\n### {title}\n\nVote: 25\n\n- ***What's New***: Prose.\n"
    (digests / "paper_logs" / "2025" / "12" / "11.md").write_text(text, encoding="utf-8")
    key = call("list", "--format", "tsv").lines[0].split("\t")[0]
    assert key.startswith(kind)
    assert call("mark", "later", key).code == 0
    assert states(call)[0] == ["later", ""]


def test_a_paper_that_stands_twice_and_is_named_twice_counts_once(call: Call) -> None:
    assert call("mark", "read", "2512.99002", "2512.99002v1").err == "digest-tui: 1 paper marked read\n"
    assert states(call) == [["unread", ""], ["read", ""], ["read", ""]]


def test_what_is_already_so_is_counted(call: Call) -> None:
    call("mark", "read", "2512.99001")
    assert call("mark", "read", "2512.99001", "2512.99002").err == "digest-tui: 1 paper marked read; 1 already was\n"
    both = call("mark", "read", "2512.99001", "2512.99002")
    assert (both.code, both.err) == (0, "digest-tui: nothing changed: 2 papers already read\n")


@pytest.mark.parametrize("unknown", ["2512.99009", "2512.99001vx", "v2", "", "Two Winds", "title:0000000000000000"])
def test_an_unknown_id_is_named_and_the_others_are_done(call: Call, unknown: str) -> None:
    marked = call("mark", "star", unknown, "2512.99001")
    assert (marked.code, marked.out) == (1, "")
    assert f"{UNKNOWN} {unknown!r}" in marked.err
    assert marked.err.endswith("digest-tui: 1 paper starred\n")
    assert states(call)[0] == ["unread", "starred"]
    assert len(call("log", "--format", "json").json) == 1


def test_an_unknown_id_reaches_the_screen_without_control_characters(call: Call) -> None:
    marked = call("mark", "star", "\x1b]0;x\x07")
    assert marked.code == 1
    assert all(line.isprintable() for line in marked.err.splitlines())


def test_ids_come_from_standard_input_also_as_rows_of_the_list(call: Call, typed: Typed) -> None:
    typed("2512.99001\tdate\tunread\t\t\t연\r\n\n  2512.99002  \n".encode())
    marked = call("mark", "read", "-")
    assert (marked.code, marked.err) == (0, "digest-tui: 2 papers marked read\n")
    assert states(call) == [["read", ""]] * 3


def test_standard_input_that_is_no_text_names_unknown_ids(call: Call, typed: Typed) -> None:
    typed(b"\xfe\xfe\n2512.99001\n")
    marked = call("mark", "read", "-")
    assert marked.code == 1
    assert marked.err.startswith("digest-tui: Line 1 of standard input names no paper: ")
    assert states(call)[0] == ["read", ""]


@pytest.mark.parametrize("how", ["table", "tsv", "json", "jsonl"])
@pytest.mark.parametrize("command", [["list"], ["search", "연"], ["new"]], ids=lambda argv: argv[0])
def test_what_other_commands_print_is_taken_as_it_is(call: Call, typed: Typed, how: str, command: list[str]) -> None:
    printed = call(*command, "--format", how)
    assert printed.code == 0
    ids = {row.split("\t")[0] for row in call(*command, "--format", "tsv").lines}
    typed(printed.out.encode())
    marked = call("mark", "star", "-")
    assert (marked.code, marked.err) == (0, f"digest-tui: {len(ids)} paper{'s' * (len(ids) > 1)} starred\n")
    assert {row.split("\t")[0] for row in call("list", "is:starred", "--format", "tsv").lines} == ids


def test_addresses_are_taken_and_a_line_that_names_no_paper_is_named(call: Call, typed: Typed) -> None:
    lines = (
        "https://arxiv.org/pdf/2512.99001v2", "", "Not a paper, however long this line that was pasted is",
        '{"key": "arxiv:2512.99002"}', '{"key": 3}', "{broken", "2512.99001",
    )  # fmt: skip
    typed("\n".join(lines).encode())
    marked = call("mark", "star", "-")
    advice = "; `digest-tui list --format tsv` prints the ids."
    assert (marked.code, marked.err.splitlines()) == (
        1,
        [
            f"digest-tui: Line 3 of standard input names no paper: 'Not a paper, however long this line that…'{advice}",
            f"digest-tui: Line 5 of standard input names no paper: '{{\"key\": 3}}'{advice}",
            f"digest-tui: Line 6 of standard input names no paper: '{{broken'{advice}",
            "digest-tui: 2 papers starred",
        ],
    )


def test_papers_of_standard_input_are_shown(call: Call, typed: Typed) -> None:
    typed(b"2512.99002\nhttps://arxiv.org/abs/2512.99001\n")
    assert [paper["arxiv_id"] for paper in call("show", "-", "--format", "json").json] == ["2512.99002", "2512.99001"]
    typed(b"2512.99002\nnone\n")
    shown = call("show", "-")
    assert (shown.code, shown.lines[0]) == (1, "Two Winds")
    assert shown.err.startswith("digest-tui: Line 2 of standard input names no paper: 'none'")


def test_nothing_on_standard_input_changes_nothing(call: Call, typed: Typed) -> None:
    typed(b"")
    marked = call("mark", "read", "-")
    assert (marked.code, marked.err) == (
        0,
        "digest-tui: Standard input is empty, so it names no paper.\ndigest-tui: nothing changed\n",
    )


def test_a_dry_run_prints_what_would_change_as_it_is_and_makes_no_state(call: Call, state: Path) -> None:
    tried = call("mark", "read", "2512.99002", "2512.99001", "--dry-run")
    rows = call("list", "--format", "tsv").lines
    assert tried.lines == [rows[1], rows[0]]
    assert (tried.code, tried.err) == (0, "digest-tui: would mark 2 papers read\n")
    assert not state.exists()


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("unread", "would mark 1 paper unread"),
        ("later", "would put off 1 paper for later"),
        ("skip", "would skip 1 paper"),
        ("unstar", "would remove the star from 1 paper"),
        ("star", "nothing would change: 1 paper already starred"),
        ("read", "nothing would change: 1 paper already read"),
    ],
)
def test_a_dry_run_leaves_the_state_as_it_is(call: Call, mark: str, said: str) -> None:
    call("mark", "read", "2512.99001")
    call("mark", "star", "2512.99001")
    before = call("log", "--format", "json").json
    tried = call("mark", mark, "2512.99001", "--dry-run")
    assert (tried.code, tried.err) == (0, f"digest-tui: {said}\n")
    assert bool(tried.out) == ("already" not in said)
    assert call("log", "--format", "json").json == before


def test_one_mark_is_one_step_for_undo(call: Call) -> None:
    call("mark", "star", "2512.99001")
    call("mark", "read", "2512.99001", "2512.99002")
    undone = call("undo")
    assert (undone.code, undone.out, undone.err) == (0, "", "digest-tui: undone: 2 papers marked read\n")
    assert states(call) == [["unread", "starred"], ["unread", ""], ["unread", ""]]


def test_undo_takes_back_several_steps_newest_first(call: Call) -> None:
    for mark in ("read", "star", "later"):
        call("mark", mark, "2512.99001")
    undone = call("undo", "2")
    assert (undone.code, undone.err.splitlines()) == (0, ["digest-tui: undone: later", "digest-tui: undone: starred"])
    assert states(call)[0] == ["read", ""]


def test_undo_of_more_than_there_is_takes_all_back_and_is_1(call: Call) -> None:
    call("mark", "read", "2512.99001")
    undone = call("undo", "3")
    assert undone.code == 1
    assert undone.err.splitlines() == ["digest-tui: undone: marked read", "digest-tui: Nothing more to undo."]
    assert states(call)[0] == ["unread", ""]


def test_undo_reaches_what_an_open_reader_decided(call: Call, state: Path) -> None:
    call("mark", "read", "2512.99001")
    reader = open_store(state / "state.db")
    reader.apply([Change("arxiv:2512.99001", "star", "1")])
    assert call("undo").err == "digest-tui: undone: starred\n"
    assert reader.changed_elsewhere()
    assert not reader.states()["arxiv:2512.99001"].starred
    reader.close()


def test_what_two_readers_decided_alike_is_undone_at_once(call: Call, state: Path) -> None:
    call("mark", "star", "2512.99001")
    for _ in range(2):
        reader = open_store(state / "state.db")
        reader.apply([Change("arxiv:2512.99001", "status", "skipped")])
        reader.close()
    assert call("undo").err == "digest-tui: undone: skipped\n"
    assert states(call)[0] == ["unread", "starred"]
    assert call("undo", "2").err.splitlines() == ["digest-tui: undone: starred", "digest-tui: Nothing more to undo."]


def test_what_changes_nothing_is_not_said_to_be_undone(call: Call, state: Path) -> None:
    reader = open_store(state / "state.db")
    reader.apply([Change("arxiv:2512.99001", "status", "unread")])
    reader.close()
    events = call("log", "--format", "json").json
    undone = call("undo")
    assert (undone.code, undone.err) == (1, "digest-tui: Nothing to undo.\n")
    assert call("log", "--format", "json").json == events


def test_nothing_to_undo_is_said_and_makes_no_state(run: Run, state: Path) -> None:
    undone = run("undo", "--data-dir", str(state))
    assert (undone.code, undone.out, undone.err) == (1, "", "digest-tui: Nothing to undo.\n")
    assert not state.exists()


def test_undo_needs_no_digests(call: Call, run: Run, state: Path, tmp_path: Path) -> None:
    call("mark", "read", "2512.99001")
    assert run("undo", "--data-dir", str(state), "--dir", str(tmp_path / "gone")).code == 0
    assert states(call)[0] == ["unread", ""]


@pytest.mark.parametrize(
    "argv", [["mark", "read", "2512.99001"], ["undo"], ["log"], ["unread"]], ids=lambda argv: argv[0]
)
def test_a_state_that_cannot_be_used_is_4_and_left_alone(
    run: Run, digests: Path, tmp_path: Path, argv: list[str]
) -> None:
    damaged = tmp_path / "damaged" / "state.db"
    damaged.parent.mkdir()
    damaged.write_text("no database")
    for folder in (damaged.parent, damaged):
        outcome = run(*argv, "--dir", str(digests), "--data-dir", str(folder))
        assert (outcome.code, outcome.out) == (4, "")
        assert len(outcome.err.splitlines()) == 1
    assert damaged.read_text() == "no database"


@pytest.mark.parametrize("argv", [["mark", "read", "2512.99001"], ["unread"]], ids=lambda argv: argv[0])
def test_digests_that_cannot_be_read_are_3(run: Run, tmp_path: Path, state: Path, argv: list[str]) -> None:
    outcome = run(*argv, "--dir", str(tmp_path / "gone"), "--data-dir", str(state))
    assert (outcome.code, outcome.out) == (3, "")


def test_marks_that_are_set_at_once_are_all_kept(call: Call, run: Run, tmp_path: Path, state: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    papers = [[f"2512.{number:03}{process:02}" for number in range(5)] for process in range(8)]
    (folder / "2025-12-10.md").write_text(
        "\n".join(
            f"# {position}. [Paper {paper}](https://arxiv.org/abs/{paper})\n\n## Introduction\nProse.\n"
            for position, paper in enumerate((paper for one in papers for paper in one), 1)
        )
    )
    loops = [
        subprocess.Popen(
            [sys.executable, "-c", LOOP, str(folder), str(state), *one],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        for one in papers
    ]
    for loop in loops:
        assert loop.stdin is not None
        loop.stdin.write("go\n")
        loop.stdin.flush()
    ended = [(loop.communicate()[1].splitlines(), loop.returncode) for loop in loops]
    assert ended == [(["digest-tui: 1 paper starred"] * 5, 0)] * 8
    options = ("--data-dir", str(state))
    events = run("log", *options, "--format", "json").json
    assert sorted(event["key"] for event in events) == sorted(f"arxiv:{paper}" for one in papers for paper in one)
    assert [event["n"] for event in events] == list(range(1, 41))
    assert (run("unread", "--count", "--dir", str(folder), *options).out, len(events)) == ("0\n", 40)


def test_a_mark_goes_by_what_another_session_decided_while_the_digests_were_read(digests: Path, state: Path) -> None:
    ours, theirs = open_store(state / "state.db"), open_store(state / "state.db")
    library = Library([source_for(digests)], ours)
    library.load()
    theirs.apply([Change("arxiv:2512.99001", "star", "1")])
    [entry] = library.resolve("2512.99001")
    assert library.decisions.mark([entry], Mark.STAR) == ()
    assert library.decisions.mark([entry], Mark.UNSTAR) == (Change("arxiv:2512.99001", "star", "0"),)
    theirs.close()
    ours.close()


def test_a_query_names_the_papers(call: Call) -> None:
    outcome = call("mark", "star", "--query", "wind")
    assert (outcome.code, outcome.err) == (0, "digest-tui: 1 paper starred\n")
    assert states(call) == [["unread", ""], ["unread", "starred"], ["unread", "starred"]]
    assert call("mark", "star", "--query", "zzz").code == 1


@pytest.mark.parametrize(
    "argv", [["mark", "read"], ["mark", "read", "2512.99001", "--query", "wind"], ["mark", "tag", "todo"]]
)
def test_papers_are_named_in_one_way(call: Call, argv: list[str]) -> None:
    outcome = call(*argv)
    assert outcome.code == 2
    assert "needs papers: either their ids or --query" in outcome.err


def test_tags_are_set_taken_away_and_undone(call: Call) -> None:
    assert call("mark", "tag", "#ToDo", "2512.99001", "2512.99002").err == "digest-tui: 2 papers tagged todo\n"
    assert call("mark", "tag", "todo", "2512.99001").err.endswith("nothing changed: 1 paper already tagged todo\n")
    assert (
        call("mark", "untag", "todo", "--query", "tag:todo kites").err == "digest-tui: tag todo removed from 1 paper\n"
    )
    tags = [record["tags"] for record in call("list", "--places", "--format", "json").json]
    assert tags == [[], ["todo"], ["todo"]]
    assert call("undo").err == "digest-tui: undone: tag todo removed\n"
    assert len(call("list", "tag:todo", "--format", "json").json) == 2
    assert "#todo" in call("show", "2512.99001").out


def test_papers_to_tag_come_from_standard_input(call: Call, typed: Typed) -> None:
    typed(b"2512.99001\n2512.99002\n")
    assert call("mark", "tag", "todo", "-").err == "digest-tui: 2 papers tagged todo\n"


@pytest.mark.parametrize(
    ("mark", "said"), [("tag", "would tag 1 paper later"), ("untag", "would remove the tag later from 1 paper")]
)
def test_a_dry_run_names_the_tag_and_leaves_it(call: Call, mark: str, said: str) -> None:
    call("mark", "tag", "later", "2512.99001")
    before = call("log", "--format", "json").json
    tried = call("mark", mark, "--dry-run", "later", "2512.99001" if mark == "untag" else "2512.99002")
    assert (tried.code, len(tried.lines), tried.err) == (0, 1, f"digest-tui: {said}\n")
    assert call("log", "--format", "json").json == before


@pytest.mark.parametrize("mark", ["tag", "untag"])
@pytest.mark.parametrize("query", [[], ["--query", "wind"]])
def test_a_tag_needs_a_name(call: Call, mark: str, query: list[str]) -> None:
    outcome = call("mark", mark, *query)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"`mark {mark}` needs the name of a tag" in outcome.err


def test_a_tag_without_papers_says_which_word_was_taken_for_its_name(call: Call) -> None:
    assert "`mark tag 2512.99001` needs papers" in call("mark", "tag", "2512.99001").err


@pytest.mark.parametrize("name", ["two words", "-x", "a:b", "x" * 41, ""])
def test_what_cannot_be_a_tag_is_refused(call: Call, name: str) -> None:
    outcome = call("mark", "tag", "--", name, "2512.99001")
    assert outcome.code == 2
    assert "cannot be a tag: use one word of at most 40 letters" in outcome.err
