import os
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from digest_tui import formats
from digest_tui.errors import SourceError
from digest_tui.formats.answer import Reading
from digest_tui.formats.registry import Explanation, Format
from digest_tui.formats.structure.document import Document
from digest_tui.model import Problem
from digest_tui.sources import FileRef, FolderSource, RawText
from support import two_formats
from support.promises import promises
from support.two_formats import DIARY

from .conftest import POST, Run


def test_good_digests_are_one_line_each_and_pass(run: Run, digests: Path) -> None:
    checked = run("check", "--dir", str(digests))
    assert checked.code == 0
    assert [line.split() for line in checked.lines] == [
        ["2025-12-10", "jekyll-post", "2", "entries", "_posts/2025-12-10-daily-papers.md"],
        ["2025-12-09", "paper-log", "1", "entry", "paper_logs/2025/12/09.md"],
    ]
    assert checked.err == "digest-tui: 2 files, 2 papers, 0 problems.\n"


@promises(
    "docs/digests.md",
    "`digest-tui check` says how every file was understood and what is wrong with it, file and line",
)
def test_a_problem_is_named_with_its_file_and_fails_the_check(run: Run, digests: Path) -> None:
    (digests / "_posts" / "2025-12-08-empty.md").write_text("")
    checked = run("check", "--dir", str(digests))
    assert checked.code == 1
    [problem] = [line for line in checked.lines if line.startswith("  ")]
    assert problem.startswith("  _posts/2025-12-08-empty.md: empty: ")
    assert "check --explain FILE" in checked.err
    assert checked.err.endswith("digest-tui: 3 files, 2 papers, 1 problem.\n")


@pytest.mark.usefixtures("two_formats")
@promises("docs/digests.md", "For a file without papers it says what each format missed in it.")
def test_a_file_without_papers_says_what_every_format_missed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "2025-01-05-a.md").write_text("A day off.\n")
    (tmp_path / "2025-01-06-b.md").write_text("Another.\n")
    checked = run("check", str(tmp_path))
    first, missing, *declined, second, _, same = checked.lines
    assert first.split() == ["2025-01-05", "text", "0", "entries", "2025-01-05-a.md"]
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
    assert (checked.code, checked.err) == (0, "digest-tui: 7 files, 2 papers, 0 problems.\n")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A digest whose entries lead to pages of their own, and a text."""
    entries = "| 논문 | 한 줄 |\n|---|---|\n| [바람](papers/wind) | 분다 |\n| [연](papers/kite) | 난다 |\n"
    (tmp_path / "2026-02-01.md").write_text(f"# 2026-02-01\n\n{entries}", encoding="utf-8")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "kite.md").write_text("# Kites\n\nA kite flies.\n")
    (tmp_path / "papers" / "wind.md").write_text("# Two Winds\n\nhttps://arxiv.org/abs/2602.00001\n\nProse.\n")
    (tmp_path / "2026-02-02.md").write_text("A day off.\n")
    return tmp_path


@pytest.mark.parametrize("how", ["table", "json"])
def test_a_further_check_says_the_same_without_asking_the_formats(
    how: str, run: Run, digests: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argv = ["check", "--dir", str(digests), "--dir", str(pages), "--format", how]
    run("list", *argv[1:-2])
    asked: list[str] = []
    explain = formats.explain

    def counted(text: str, path: str, source: str) -> Explanation:
        asked.append(path)
        return explain(text, path, source)

    monkeypatch.setattr(formats, "explain", counted)
    first = run(*argv)
    assert not asked
    assert run(*argv) == first
    (pages / "2026-02-02.md").write_text("Another day off.\n")
    again = run(*argv)
    assert again.out == first.out
    assert asked == ["2026-02-02.md"]


def test_answers_of_the_formats_that_are_not_kept_are_asked_for_once(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argv = ["check", "--dir", str(pages), "--format", "json"]
    monkeypatch.setattr("digest_tui.reading.keep_attempts", lambda *told: None)
    whole = run(*argv)
    monkeypatch.undo()
    assert run(*argv) == whole
    monkeypatch.setattr(formats, "explain", None)
    assert run(*argv) == whole


def test_a_page_is_counted_with_its_entry_and_says_whose_it_is(run: Run, pages: Path) -> None:
    (pages / "2026-02-02.md").unlink()
    checked = run("check", "--dir", str(pages))
    assert [line.split() for line in checked.lines] == [
        ["2026-02-01", "table", "2", "entries", "2026-02-01.md"],
        ["undated", "page", "of", "2026-02-01.md", "papers/kite.md"],
        ["undated", "page", "of", "2026-02-01.md", "papers/wind.md"],
    ]
    assert (checked.code, checked.err) == (0, "digest-tui: 3 files, 2 papers, 0 problems.\n")
    records = run("check", "--dir", str(pages), "--format", "json").json
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
        "2025-01-04  diary    1 entry          2025-01-04.md",
        "2025-01-03  diary  3 entries  2 days  diary.md",
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
        "module": two_formats.__name__,
        "page_of": None,
        "title": "Diary",
        "date": None,
        "dates": ["2025-01-03", "2025-01-02"],
        "entries": 3,
        "papers": 3,
        "problems": [],
        "declined": [{"format": "kite", "module": two_formats.__name__, "reason": "no kite on the first line"}],
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
    assert checked.err == "digest-tui: 2 files, 2 papers, 1 problem.\n"
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
@promises(
    "docs/digests.md",
    "`check` also names what is left out: links that lead out of the folder or nowhere, pipes, files that cannot "
    "be read.",
)
def test_what_is_left_out_fails_the_check_with_path_and_reason(run: Run, digests: Path, option: str) -> None:
    (digests / "_posts" / "밖.md").symlink_to(digests.parent / "outside.md")
    (digests.parent / "outside.md").write_text(POST)
    os.mkfifo(digests / "pipe.md")
    checked = run("check", str(digests), "--format", option)
    assert checked.code == 1
    assert checked.err == "digest-tui: 2 files, 2 papers, 2 problems.\n"
    if option == "json":
        assert [file["path"] for file in checked.json[:2]] == ["_posts/밖.md", "pipe.md"]
        assert [problem["code"] for file in checked.json[:2] for problem in file["problems"]] == ["left-out"] * 2
    else:
        assert checked.lines[1] == "digests: left-out: pipe.md is left out: it is a pipe, not a file."
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
        assert [problem["code"] for problem in checked.json[0]["problems"]] == ["future"]


def test_paths_take_the_place_of_what_is_configured(run: Run, digests: Path) -> None:
    file = digests / "paper_logs" / "2025" / "12" / "09.md"
    checked = run("check", str(file), "--format", "json")
    assert [digest["path"] for digest in checked.json] == ["09.md"]


def test_the_state_plays_no_part(run: Run, digests: Path, tmp_path: Path) -> None:
    (tmp_path / "state.db").write_text("no database")
    assert run("check", "--dir", str(digests), "--data-dir", str(tmp_path)).code == 0


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
