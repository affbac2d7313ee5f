"""`search` and `list QUERY`: one language, two orders."""

from collections.abc import Callable
from pathlib import Path

import pytest

from digest_tui.library import Library, sentences
from digest_tui.model.entries import Chosen
from digest_tui.search.excerpts import Excerpt
from digest_tui.search.finds import Finds

from .conftest import Outcome, Run

Call = Callable[..., Outcome]


@pytest.fixture
def call(run: Run, digests: Path, tmp_path: Path) -> Call:
    """A command on the digests, with a state of its own."""
    return lambda *argv: run(*argv, "--dir", str(digests), "--data-dir", str(tmp_path / "state"))


def test_each_paper_that_fits_is_printed_with_the_sentence_around_the_find(call: Call) -> None:
    outcome = call("search", "높이")
    assert outcome.code == 0
    assert outcome.lines[0].startswith("2025-12-10  2512.99001")
    assert outcome.lines[1] == "    높이 나는 연."


def test_better_finds_come_first_in_search_and_newer_ones_in_list(call: Call) -> None:
    titles = [record["title"] for record in call("search", "wind OR goal", "--format", "json").json]
    assert titles == ["Two Winds", "Kites over `[MASK]`"]
    dates = [(record["date"], record["title"]) for record in call("list", "wind OR goal", "--format", "json").json]
    assert dates == [("2025-12-10", "Kites over `[MASK]`"), ("2025-12-10", "Two Winds")]
    for command, order in (("search", [2, 2, 1]), ("list", [1, 2, 2])):
        found = call(command, "wind OR goal", "--places", "--format", "json").json
        assert [int(record["arxiv_id"][-1]) for record in found] == order


def test_a_paper_is_as_good_a_find_as_the_best_of_its_places(run: Run, tmp_path: Path) -> None:
    for day, papers in {"08": {1: "Kites"}, "09": {2: "Kites", 1: "Winds"}, "10": {3: "Boats"}}.items():
        text = f"## Daily Papers (2025-12-{day})\n\n"
        for number, title in papers.items():
            text += f"### [{title}](https://arxiv.org/abs/2512.9900{number})\n\n- **New**: flying kites.\n\n"
        (tmp_path / f"2025-12-{day}.md").write_text(text)
    options = ("kites", "--dir", str(tmp_path), "--format", "json")
    found = [(record["arxiv_id"][-1], record["date"][-2:]) for record in run("search", *options).json]
    assert found == [("2", "09"), ("1", "09"), ("3", "10")]
    found = [(record["arxiv_id"][-1], record["date"][-2:]) for record in run("search", *options, "--places").json]
    assert found == [("2", "09"), ("1", "08"), ("3", "10"), ("1", "09")]


def test_list_takes_the_order_that_the_query_asks_for(call: Call) -> None:
    found = call("list", "sort:oldest", "--format", "json").json
    assert [record["date"] for record in found] == ["2025-12-10", "2025-12-10"]
    found = call("list", "sort:oldest", "--places", "--format", "json").json
    assert [record["date"] for record in found] == ["2025-12-09", "2025-12-10", "2025-12-10"]


def test_tsv_ends_with_the_sentence(call: Call) -> None:
    [line] = call("search", "높이", "--format", "tsv").lines
    assert line.split("\t")[0] == "2512.99001"
    assert line.split("\t")[-1] == "높이 나는 연."


def test_a_record_is_the_same_wherever_it_is_printed(call: Call) -> None:
    [found] = call("search", "높이", "--format", "json").json
    assert found == call("list", "--format", "json").json[0]


def test_a_query_that_begins_with_a_minus_follows_two(run: Run, digests: Path) -> None:
    outcome = run("list", "--format", "tsv", "--dir", str(digests), "--", "-wind")
    assert [line.split("\t")[0] for line in outcome.lines] == ["2512.99001"]


@pytest.mark.parametrize("command", ["search", "list"])
def test_nothing_found_is_exit_code_one(call: Call, command: str) -> None:
    outcome = call(command, "zzz")
    assert (outcome.code, outcome.out) == (1, "")
    assert "Nothing matches" in outcome.err


@pytest.mark.parametrize("command", [["search"], ["list"], ["mark", "read", "--query"]])
def test_a_malformed_query_is_told_with_its_place_before_anything_is_read(
    run: Run, command: list[str], tmp_path: Path
) -> None:
    outcome = run(*command, "kites votes>many", "--dir", str(tmp_path / "nowhere"))
    assert (outcome.code, outcome.out) == (2, "")
    assert "At 13: votes> needs a whole number; for example votes>20 (see " in outcome.err


def test_limit_counts_after_the_order(call: Call) -> None:
    assert len(call("search", "wind", "--limit", "1", "--format", "json").json) == 1


def test_explain_says_how_a_query_was_understood(call: Call) -> None:
    outcome = call("search", "--explain", "kites -(title:mask OR votes>3) date:2025-12 sort:votes")
    assert outcome.lines == [
        "all of:",
        '  "kites" in title, authors, text, tags and note',
        "  without:",
        "    one of:",
        '      "mask" in title',
        "      votes > 3",
        "  dated from 2025-12-01 to 2025-12-31",
        "sorted by votes",
        "0 papers",
    ]
    assert outcome.code == 1


def test_explain_names_what_else_is_looked_for(run: Run, tmp_path: Path) -> None:
    for day in ("08", "09"):
        title = f"### [Title {day}](https://arxiv.org/abs/2512.000{day})"
        text = f"## Daily Papers (2025-12-{day})\n\n{title}\n\n- **New**: 강화 학습(Reinforcement Learning; RL).\n"
        (tmp_path / f"2025-12-{day}.md").write_text(text, encoding="utf-8")
    lines = run("search", "--explain", "RL", "--dir", str(tmp_path)).lines
    assert "RL also matches: Reinforcement Learning, 강화 학습" in lines
    alone = run("search", "--explain", "--no-aliases", "강화학습 reinforcement", "--dir", str(tmp_path)).lines
    assert not any("also matches" in line for line in alone)


def test_the_help_explains_the_language(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("search", "--help")
    shown = capsys.readouterr().out
    assert "votes>20" in shown
    assert "new, unread, read, later, skipped, starred" in shown


@pytest.mark.parametrize(
    ("query", "meant"),
    [("titel:kites", "title:"), ("is:unred", "unread"), ("sort:vots", "votes"), ("has:pictures", "image")],
)
@pytest.mark.parametrize("command", ["search", "list", "show"])
def test_a_misspelt_field_or_value_names_the_nearest_one_and_the_help(
    run: Run, digests: Path, command: str, query: str, meant: str
) -> None:
    told = run(command, query, "--dir", str(digests))
    assert (told.code, told.out) == (2, "")
    assert f"did you mean {meant}?" in told.err
    assert told.err.endswith(" (see `digest-tui search --help`)\n")


def test_who_leaves_the_pager_at_its_first_page_ends_the_work(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers, long = 1500, "바람이 " * 20
    (tmp_path / "2025-12-10.md").write_text(
        "".join(
            f"# {number}. [Kite {number}](https://arxiv.org/abs/2512.{number:05})\n\n{long} wind {long}.\n\n"
            for number in range(1, papers + 1)
        ),
        encoding="utf-8",
    )
    made: list[int] = []
    make = sentences.sentences_of

    def counted(entries: Chosen, library: Library, finds: Finds) -> list[Excerpt | None]:
        made.append(len(entries))
        return make(entries, library, finds)

    monkeypatch.setattr(sentences, "sentences_of", counted)
    monkeypatch.setattr("digest_tui.cli.output._is_terminal", lambda: True)
    monkeypatch.setenv("PAGER", "head -n 1")
    assert run("search", "wind", "--dir", str(tmp_path)).code == 0
    # So many as are written ahead of who reads them.
    assert 0 < sum(made) < papers
