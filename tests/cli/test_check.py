import os
import re
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from digest_tui.errors import SourceError
from digest_tui.formats.answer import Answer, Attempt, Declined, Reading
from digest_tui.formats.registry import Format
from digest_tui.formats.structure.document import Document
from digest_tui.model import ArxivId, Digest, Lines, Paper, Problem
from digest_tui.sources import FileRef, FolderSource, RawText

from .conftest import POST, Outcome, Run

MODULE = f"{__name__.replace('.', '/')}.py"
DIARY = """\
* 2025-01-03 Kites
  All about kites.

* 2025-01-02 Two Winds
* 2025-01-02 Calm
"""


def refuses(document: Document) -> Reading:
    """A format that wants something else."""
    return Declined("no kite on the first line")


def diary(document: Document) -> Reading:
    """A file of many days: a paper from every `* date title` to the next."""
    starts = [number for number, line in enumerate(document.lines) if line.startswith("* ")]
    if not starts:
        return Declined("no line begins with a star")
    papers = tuple(
        Paper(
            document.lines[first][13:],
            first,
            last,
            position,
            date=date.fromisoformat(document.lines[first][2:12]),
            arxiv=ArxivId(f"2501.0000{position}"),
            votes=position,
        )
        for position, (first, last) in enumerate(zip(starts, [*starts[1:], len(document.lines)], strict=True), 1)
    )
    outside = (Lines(0, starts[0]),) if starts[0] else ()
    found = Digest(document.path, document.source, document.lines, "diary", "Diary", papers=papers, outside=outside)
    return Answer(found, f"lines that begin with a star: {len(papers)}")


@pytest.fixture
def two_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only formats of the tests, so that what they say is known."""
    ours = (Format("kite", refuses, "first"), Format("diary", diary, "first"))
    monkeypatch.setattr("digest_tui.formats.registry.FORMATS", ours)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A file of many days."""
    file = tmp_path / "diary.md"
    file.write_text(DIARY, encoding="utf-8")
    return file


@pytest.fixture
def on_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output says that it is a terminal of 60 columns."""
    # Each phase of a test gets a new stream in its place, of the same class.
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _self: True)
    monkeypatch.setenv("COLUMNS", "60")


def lines_of(outcome: Outcome) -> list[str]:
    """What `--explain` says below the verdict."""
    return outcome.out.partition("\n\n")[2].removesuffix("\n\n").split("\n")


def test_good_digests_are_one_line_each_and_pass(run: Run, digests: Path) -> None:
    checked = run("check", "--dir", str(digests))
    assert checked.code == 0
    assert [line.split() for line in checked.lines] == [
        ["2025-12-10", "jekyll-post", "2", "papers", "_posts/2025-12-10-daily-papers.md"],
        ["2025-12-09", "paper-log", "1", "paper", "paper_logs/2025/12/09.md"],
    ]
    assert checked.err == "digest-tui: 2 files, 3 papers, 0 problems.\n"


def test_a_problem_is_named_with_its_file_and_fails_the_check(run: Run, digests: Path) -> None:
    (digests / "_posts" / "2025-12-08-empty.md").write_text("")
    checked = run("check", "--dir", str(digests))
    assert checked.code == 1
    [problem] = [line for line in checked.lines if line.startswith("  ")]
    assert problem.startswith("  _posts/2025-12-08-empty.md: empty: ")
    assert "check --explain FILE" in checked.err
    assert checked.err.endswith("digest-tui: 3 files, 3 papers, 1 problem.\n")


@pytest.mark.usefixtures("two_formats")
def test_a_file_without_papers_says_what_every_format_missed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "2025-01-05-a.md").write_text("A day off.\n")
    (tmp_path / "2025-01-06-b.md").write_text("Another.\n")
    checked = run("check", str(tmp_path))
    first, missing, *declined, second, _, same = checked.lines
    assert first.split() == ["2025-01-05", "text", "0", "papers", "2025-01-05-a.md"]
    assert missing.startswith("  2025-01-05-a.md: no-papers: ")
    assert declined == [
        "  declined by kite: no kite on the first line",
        "  declined by diary: no line begins with a star",
    ]
    assert second.endswith("2025-01-06-b.md")
    assert same == "  declined for the same reasons as 2025-01-05-a.md"


def test_the_own_pages_of_a_blog_are_no_problem(run: Run, digests: Path) -> None:
    for name, text in {
        "404.md": "---\nlayout: page\n---\n\nNothing here.\n",
        "about.md": "# About\n\n매일 논문을 읽는다.\n",
        "links.md": "# Links\n\n- [a](https://a.example.org)\n- [b](https://b.example.org)\n",
        "docs/guide.md": "# Guide\n\n1. Fork\n2. Branch\n",
        "index.md": "",
    }.items():
        (digests / name).parent.mkdir(exist_ok=True)
        (digests / name).write_text(text, encoding="utf-8")
    checked = run("check", "--dir", str(digests))
    assert (checked.code, checked.err) == (0, "digest-tui: 7 files, 3 papers, 0 problems.\n")


def test_a_page_is_counted_with_its_entry_and_says_whose_it_is(run: Run, tmp_path: Path) -> None:
    entries = "| 논문 | 한 줄 |\n|---|---|\n| [바람](papers/wind) | 분다 |\n| [연](papers/kite) | 난다 |\n"
    (tmp_path / "2026-02-01.md").write_text(f"# 2026-02-01\n\n{entries}", encoding="utf-8")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "kite.md").write_text("# Kites\n\nA kite flies.\n")
    (tmp_path / "papers" / "wind.md").write_text("# Two Winds\n\nhttps://arxiv.org/abs/2602.00001\n\nProse.\n")
    checked = run("check", "--dir", str(tmp_path))
    assert [line.split() for line in checked.lines] == [
        ["2026-02-01", "table", "2", "papers", "2026-02-01.md"],
        ["undated", "page", "of", "2026-02-01.md", "papers/kite.md"],
        ["undated", "page", "of", "2026-02-01.md", "papers/wind.md"],
    ]
    assert (checked.code, checked.err) == (0, "digest-tui: 3 files, 2 papers, 0 problems.\n")
    records = run("check", "--dir", str(tmp_path), "--format", "json").json
    assert {record["path"]: record["page_of"] for record in records} == {
        "2026-02-01.md": None,
        "papers/kite.md": "2026-02-01.md",
        "papers/wind.md": "2026-02-01.md",
    }


def test_papers_are_expected_under_the_name_of_other_digests(run: Run, digests: Path) -> None:
    (digests / "_posts/2025-12-11-daily-papers.md").write_text("---\ntitle: Daily Papers\n---\n", encoding="utf-8")
    (digests / "paper_logs/2025/12/11.md").write_text("오늘은 쉰다.\n", encoding="utf-8")
    problems = [line.split(": ")[:2] for line in run("check", "--dir", str(digests)).lines if "no-papers" in line]
    assert sorted(problems) == [
        ["  _posts/2025-12-11-daily-papers.md", "no-papers"],
        ["  paper_logs/2025/12/11.md", "no-papers"],
    ]


@pytest.mark.usefixtures("two_formats")
def test_a_file_with_a_problem_says_why_it_was_read_as_it_was(run: Run, written: Path) -> None:
    written.write_bytes(DIARY.encode() + b"\xff\n")
    checked = run("check", str(written))
    _, problem, reason = checked.lines
    assert problem.startswith("  diary.md:6: encoding: ")
    assert reason == "  read as diary: lines that begin with a star: 3"


@pytest.mark.usefixtures("two_formats")
def test_a_file_of_many_days_says_the_newest_and_how_many(run: Run, written: Path) -> None:
    (written.parent / "2025-01-04.md").write_text("* 2025-01-04 Alone\n")
    checked = run("check", str(written.parent))
    assert checked.code == 0
    assert checked.lines == [
        "2025-01-04  diary   1 paper          2025-01-04.md",
        "2025-01-03  diary  3 papers  2 days  diary.md",
    ]


@pytest.mark.usefixtures("two_formats")
def test_json_says_how_a_file_was_understood(run: Run, written: Path) -> None:
    (written.parent / "2025-01-04.md").write_text("")
    checked = run("check", str(written.parent), "--format", "json")
    assert checked.code == 1
    empty, file = checked.json
    assert file == {
        "source": written.parent.name,
        "path": "diary.md",
        "format": "diary",
        "reason": "lines that begin with a star: 3",
        "module": __name__,
        "page_of": None,
        "title": "Diary",
        "date": None,
        "dates": ["2025-01-03", "2025-01-02"],
        "papers": 3,
        "problems": [],
        "declined": [{"format": "kite", "module": __name__, "reason": "no kite on the first line"}],
    }
    assert (empty["papers"], empty["date"], empty["dates"]) == (0, "2025-01-04", [])
    assert [set(problem) for problem in empty["problems"]] == [{"code", "message", "line"}]


@pytest.mark.parametrize("option", ["table", "json"])
def test_what_cannot_be_read_was_shown_to_no_format(
    run: Run, digests: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    def closed(ref: FileRef) -> RawText:
        raise SourceError(f"{ref.path} cannot be read: Permission denied.")

    monkeypatch.setattr("digest_tui.sources.folder.read_text", closed)
    checked = run("check", str(digests), "--format", option)
    assert checked.code == 1
    if option == "json":
        assert [(one["reason"], one["module"], one["declined"]) for one in checked.json] == [(None, None, [])] * 2
    else:
        assert [line.split(": ")[1] for line in checked.lines if line.startswith("  ")] == ["unreadable"] * 2


def test_what_a_format_stumbled_over_is_not_shown_to_it_again(
    run: Run, digests: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbles(document: Document) -> Reading:
        raise RecursionError

    monkeypatch.setattr("digest_tui.formats.registry.FORMATS", (Format("stumbling", stumbles, "first"),))
    checked = run("check", str(digests))
    assert checked.code == 1
    assert [line.split(": ")[1] for line in checked.lines if line.startswith("  ")] == ["unreadable"] * 2


@pytest.mark.parametrize("option", ["table", "json"])
def test_a_folder_that_cannot_be_entered_fails_the_check(
    run: Run, digests: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    closed = Problem("unreadable", "The folder x cannot be read: Permission denied.")
    monkeypatch.setattr(FolderSource, "problems", (closed,))
    checked = run("check", str(digests), "--format", option)
    assert checked.code == 1
    assert checked.err == "digest-tui: 2 files, 3 papers, 1 problem.\n"
    if option == "json":
        source, *files = checked.json
        assert (source["source"], source["path"], source["format"]) == (digests.name, None, None)
        assert [problem["message"] for problem in source["problems"]] == [closed.message]
        assert [set(file) for file in files] == [set(source)] * 2
    else:
        assert checked.lines[0] == f"{digests.name}: unreadable: {closed.message}"
        assert len(checked.lines) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
@pytest.mark.parametrize("option", ["table", "json"])
def test_what_is_left_out_fails_the_check_with_path_and_reason(run: Run, digests: Path, option: str) -> None:
    (digests / "_posts" / "밖.md").symlink_to(digests.parent / "outside.md")
    (digests.parent / "outside.md").write_text(POST)
    os.mkfifo(digests / "pipe.md")
    checked = run("check", str(digests), "--format", option)
    assert checked.code == 1
    assert checked.err == "digest-tui: 2 files, 3 papers, 2 problems.\n"
    if option == "json":
        assert [file["path"] for file in checked.json[:2]] == ["_posts/밖.md", "pipe.md"]
        assert [problem["code"] for file in checked.json[:2] for problem in file["problems"]] == ["left-out"] * 2
    else:
        assert checked.lines[1] == "digests: left-out: pipe.md is left out: it is a pipe, no file."
        assert "_posts/밖.md is left out: it is a link that leads out of the folder" in checked.lines[0]


def test_no_files_never_come_without_a_reason(run: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    checked = run("check", str(tmp_path))
    assert checked.code == 1
    assert f"{tmp_path}: 0 Markdown files among 1 file" in checked.out
    assert checked.err == "digest-tui: 0 files, 0 papers, 1 problem.\n"


def test_a_digest_of_the_far_future_is_a_problem(run: Run, tmp_path: Path) -> None:
    later = date.today() + timedelta(days=30)
    file = tmp_path / f"{later}-a.md"
    file.write_text(POST.replace("2025-12-10", str(later)), encoding="utf-8")
    for option in ([], ["--explain"]):
        checked = run("check", str(file), "--format", "json", *option)
        assert checked.code == 1
        record = checked.json if option else checked.json[0]
        assert [problem["code"] for problem in record["problems"]] == ["future"]


def test_paths_take_the_place_of_what_is_configured(run: Run, digests: Path) -> None:
    file = digests / "paper_logs" / "2025" / "12" / "09.md"
    checked = run("check", str(file), "--format", "json")
    assert [digest["path"] for digest in checked.json] == ["09.md"]


def test_the_state_plays_no_part(run: Run, digests: Path, tmp_path: Path) -> None:
    (tmp_path / "state.db").write_text("no database")
    assert run("check", "--dir", str(digests), "--data-dir", str(tmp_path)).code == 0


@pytest.mark.usefixtures("two_formats")
def test_the_verdict_says_what_each_format_said_and_which_module_to_open(run: Run, written: Path) -> None:
    verdict = run("check", "--explain", str(written)).out.partition("\n\n")[0].split("\n")
    assert verdict == [
        f"{written}: read as diary, because: lines that begin with a star: 3",
        "  3 papers, 2 days from 2025-01-02 to 2025-01-03",
        f"  kite declined: no kite on the first line ({MODULE})",
        f"If a paper is missing or wrong, open {MODULE}; the words that name fields and sections stand in "
        "digest_tui/formats/words/labels.py; new shapes are listed in digest_tui/formats/registry.py.",
    ]


def test_the_shapes_that_a_format_found_are_modules_to_open_as_well(
    run: Run, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def both(document: Document) -> Reading:
        answer = diary(document)
        assert isinstance(answer, Answer)
        shapes = (Attempt("stars", "sky.stars", True, "3 stars"), Attempt("moons", "sky.moons", False, "no moon"))
        return replace(answer, shapes=shapes)

    monkeypatch.setattr("digest_tui.formats.registry.FORMATS", (Format("diary", both, "first"),))
    verdict = run("check", "--explain", str(written)).out.partition("\n\n")[0].split("\n")
    assert verdict[2:4] == ["  stars answered: 3 stars (sky/stars.py)", "  moons declined: no moon (sky/moons.py)"]
    assert f" open sky/stars.py or {MODULE}; " in verdict[4]


@pytest.mark.usefixtures("two_formats")
def test_an_unknown_shape_leads_to_the_formats_and_their_registry(run: Run, written: Path) -> None:
    written.write_text("Kites: 2501.00001\n")
    explained = run("check", "--explain", str(written))
    assert explained.code == 1
    verdict = explained.out.partition("\n\n")[0].split("\n")
    assert verdict[0].startswith(f"{written}: read as text, because: ")
    assert verdict[1:4] == [
        "  0 papers, undated",
        f"  kite declined: no kite on the first line ({MODULE})",
        f"  diary declined: no line begins with a star ({MODULE})",
    ]
    assert "a new module: digest_tui/formats/registry.py says how" in verdict[4]


def test_the_modules_that_are_named_are_there(run: Run, digests: Path, tmp_path: Path) -> None:
    from digest_tui import __file__ as package

    (tmp_path / "x.md").write_text("Nothing.\n")
    posts = [digests / "_posts/2025-12-10-daily-papers.md", tmp_path / "x.md"]
    named = set(re.findall(r"digest_tui/\S+\.py", run("check", "--explain", *map(str, posts)).out))
    assert len(named) > 2
    assert [name for name in named if not (Path(package).parents[1] / name).is_file()] == []


@pytest.mark.usefixtures("two_formats")
def test_every_line_stands_with_its_number_and_what_it_was_taken_for(run: Run, written: Path) -> None:
    written.write_text(f"Hello.\n\n{DIARY}", encoding="utf-8")
    explained = run("check", "--explain", str(written))
    assert explained.code == 0
    assert lines_of(explained) == [
        "1  preface    Hello.",
        "2  preface",
        "   ── paper 1 · arXiv 2501.00001 · 2025-01-03 · 1 vote · Kites",
        "3  title   1  * 2025-01-03 Kites",
        "4  text    1    All about kites.",
        "5  text    1",
        "   ── paper 2 · arXiv 2501.00002 · 2025-01-02 · 2 votes · Two Winds",
        "6  title   2  * 2025-01-02 Two Winds",
        "   ── paper 3 · arXiv 2501.00003 · 2025-01-02 · 3 votes · Calm",
        "7  title   3  * 2025-01-02 Calm",
    ]
    assert explained.err == "digest-tui: 1 file, 3 papers, 0 problems.\n"


def test_the_parts_of_a_post_are_told_apart(run: Run, digests: Path) -> None:
    explained = run("check", "--explain", str(digests / "_posts/2025-12-10-daily-papers.md"))
    labels = [" ".join(row[4:26].split()) for row in lines_of(explained) if row[:2].strip()]
    assert labels == [
        *["front"] * 4,
        *["preface"] * 3,
        *["title 1", "text 1", "meta 1", "text 1", "section 1 introduction", "lead 1 introduction", "text 1"],
        *["title 2", "text 2", "section 2 introduction", "text 2"],
    ]


def test_an_empty_file_is_no_unknown_shape(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("\n")
    explained = run("check", "--explain", str(file))
    assert ("declined" in explained.out, "registry" in explained.out) == (False, False)
    assert lines_of(explained) == ["empty: The file is empty.", "1  preface"]


def test_problems_stand_below_their_lines_and_others_above_all(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(b"Hello.\nbroken \xff\nBye.\n")
    explained = run("check", "--explain", str(file))
    assert explained.code == 1
    above, _, second, below, _ = lines_of(explained)
    assert above.startswith("no-papers: ")
    assert second == "2  preface    broken \ufffd"
    assert below.startswith("   ^ encoding: ")
    assert explained.err == "digest-tui: 1 file, 0 papers, 2 problems.\n"


def test_a_problem_beyond_the_lines_is_not_lost(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.md"
    file.write_text("Hello.\n")
    monkeypatch.setattr("digest_tui.library.Library.problems", lambda _self, _digest: (Problem("far", "Oh.", 9),))
    assert lines_of(run("check", "--explain", str(file)))[0] == "far: Oh."


@pytest.mark.usefixtures("two_formats")
def test_explaining_as_json_has_every_line_with_its_role(run: Run, written: Path) -> None:
    explained = run("check", "--explain", str(written), "--format", "json").json
    assert (explained["path"], explained["format"], explained["papers"]) == (str(written), "diary", 3)
    assert explained["reason"] == "lines that begin with a star: 3"
    assert explained["attempts"] == [
        {"format": "kite", "module": __name__, "accepted": False, "reason": "no kite on the first line"},
        {"format": "diary", "module": __name__, "accepted": True, "reason": "lines that begin with a star: 3"},
    ]
    assert [line["text"] for line in explained["lines"]] == DIARY.splitlines()
    assert explained["lines"][1] == {"line": 2, "role": "text", "paper": 1, "facet": None, "text": "  All about kites."}


def test_several_files_are_explained_one_after_the_other(run: Run, digests: Path) -> None:
    files = [str(digests / "paper_logs/2025/12/09.md"), str(digests / "_posts/2025-12-10-daily-papers.md")]
    assert [one["path"] for one in run("check", "--explain", *files, "--format", "json").json] == files
    explained = run("check", "--explain", *files)
    assert [line.split(": ")[0] for line in explained.lines if "read as" in line] == files
    assert explained.err == "digest-tui: 2 files, 3 papers, 0 problems.\n"


def test_the_folders_of_a_file_say_its_date_as_in_the_reader(run: Run, tmp_path: Path) -> None:
    # Far above, a date is only where somebody keeps a copy.
    file = tmp_path / "2001-02-03" / "logs" / "2025" / "12" / "09.md"
    file.parent.mkdir(parents=True)
    file.write_text("A day off.\n")
    assert run("check", "--explain", str(file), "--format", "json").json["date"] == "2025-12-09"
    other = tmp_path / "2001-02-03" / "a" / "b" / "c" / "x.md"
    other.parent.mkdir(parents=True)
    other.write_text("A day off.\n")
    assert run("check", "--explain", str(other), "--format", "json").json["date"] is None


@pytest.mark.usefixtures("on_terminal")
def test_on_a_terminal_a_line_is_one_coloured_row(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "2025-12-10-x.md"
    file.write_text(POST.replace("Good morning.", f"\t{'긴 문장' * 20}"), encoding="utf-8")
    rows = lines_of(run("check", "--explain", str(file)))
    assert f"\x1b[35m 6  preface  {' ' * 19}긴 문장긴 문장긴 문장긴 문…\x1b[0m" in rows
    colours = {match[2]: match[1] for row in rows if (match := re.match(r"(\x1b\[[0-9;]+m)?[ 0-9]+ ([a-z]+) ", row))}
    assert set(colours) == {"front", "preface", "title", "meta", "section", "lead", "text"}
    assert colours.pop("text") is None
    assert None not in colours.values()
    assert len(set(colours.values())) == len(colours)


@pytest.mark.usefixtures("on_terminal")
def test_a_problem_is_never_cut(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("Hello.\n")
    [problem, _] = lines_of(run("check", "--explain", str(file)))
    assert problem.startswith("\x1b[1;31mno-papers: ")
    assert "…" not in problem


@pytest.mark.usefixtures("on_terminal")
@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_can_be_declined(
    run: Run, digests: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    explained = run("check", "--explain", str(digests / "_posts/2025-12-10-daily-papers.md"))
    assert "\x1b" not in explained.out
    assert "…" in explained.out


def test_a_pipe_gets_whole_lines_without_colours(run: Run, written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    written.write_text(f"\t{'긴 문장 ' * 20}\n", encoding="utf-8")
    explained = run("check", "--explain", str(written))
    assert lines_of(explained)[-1] == f"1  preface    \t{'긴 문장 ' * 20}"
    assert "\x1b" not in explained.out


def test_nothing_in_a_file_or_its_name_reaches_the_terminal_raw(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a\x1b]0;x\x07\nb.md"
    file.write_bytes(
        "# 1. [\x1b[2J\u202e](https://arxiv.org/abs/2501.00001)\x9b2J\n\ud800".encode("utf-8", "surrogatepass")
    )
    explained = run("check", "--explain", str(file))
    assert explained.code == 1
    assert all(line.isprintable() for line in explained.lines)
    assert explained.lines[0].startswith(str(tmp_path))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", 1),
        ("---\ntitle: x\n---\n", 1),
        ("\n\n", 1),
        ("---\n", 1),
        ("# 1. [T](https://arxiv.org/abs/2501.00001)", 0),
    ],
)
def test_next_to_nothing_can_be_explained(run: Run, tmp_path: Path, text: str, code: int) -> None:
    file = tmp_path / "x.md"
    file.write_text(text)
    explained = run("check", "--explain", str(file))
    assert explained.code == code
    assert "internal error" not in explained.err
    assert len([row for row in lines_of(explained) if re.match("[0-9]", row)]) == len(text.splitlines())


def test_a_folder_is_no_file_to_explain(run: Run, digests: Path) -> None:
    explained = run("check", "--explain", str(digests / "paper_logs/2025/12/09.md"), str(digests))
    assert (explained.code, explained.out) == (2, "")
    assert explained.err.startswith(f"digest-tui: {digests} is a folder, ")
    assert len(explained.err.splitlines()) == 1


def test_without_a_file_there_is_nothing_to_explain(run: Run, digests: Path) -> None:
    explained = run("check", "--explain", "--dir", str(digests))
    assert (explained.code, explained.out) == (2, "")
    assert "needs a file" in explained.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_what_is_no_file_is_one_sentence_and_3(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for name in ("pipe.md", "missing.md", "x" * 300):
        explained = run("check", "--explain", str(tmp_path / name))
        assert (explained.code, explained.out) == (3, "")
        assert len(explained.err.splitlines()) == 1


def test_weeks_and_months_are_shown_as_such(run: Run, tmp_path: Path) -> None:
    paper = "- [Routing by Kites](https://arxiv.org/abs/2604.0000{})\n"
    (tmp_path / "2026-W17.md").write_text(paper.format(1))
    (tmp_path / "notes.md").write_text(f"## 2026년 4월\n\n{paper.format(2)}\n## 2026년 3월\n\n{paper.format(3)}")
    checked = run("check", str(tmp_path))
    assert [line.split("  ")[0].strip() for line in checked.lines] == ["W17 2026", "Apr 2026"]
    records = {record["path"]: record for record in run("check", str(tmp_path), "--format", "json").json}
    assert (records["2026-W17.md"]["date"], records["notes.md"]["dates"]) == (
        "2026-04-20",
        ["2026-04-01", "2026-03-01"],
    )
    explained = run("check", "--explain", str(tmp_path / "2026-W17.md"))
    assert "dated W17 2026" in explained.out
