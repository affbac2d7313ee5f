from datetime import date, timedelta
from pathlib import Path

from .conftest import POST, Run


def test_good_digests_pass(run: Run, digests: Path) -> None:
    checked = run("check", "--dir", str(digests))
    assert checked.code == 0
    assert [line.split() for line in checked.lines] == [
        ["2025-12-10", "jekyll-post", "2", "papers", "_posts/2025-12-10-daily-papers.md"],
        ["2025-12-09", "paper-log", "1", "paper", "paper_logs/2025/12/09.md"],
    ]
    assert "2 files, 3 papers, 0 problems." in checked.err


def test_a_problem_is_named_with_its_file_and_fails_the_check(run: Run, digests: Path) -> None:
    (digests / "_posts" / "2025-12-08-empty.md").write_text("")
    checked = run("check", "--dir", str(digests))
    assert checked.code == 1
    [problem] = [line for line in checked.lines if line.startswith("  ")]
    assert problem.startswith("  _posts/2025-12-08-empty.md")
    assert "1 problem." in checked.err


def test_json_has_one_object_a_file(run: Run, digests: Path) -> None:
    (digests / "_posts" / "2025-12-08-empty.md").write_text("")
    checked = run("check", "--dir", str(digests), "--format", "json")
    assert checked.code == 1
    empty, post, log = checked.json
    assert (post["format"], post["papers"], post["date"], post["problems"]) == ("jekyll-post", 2, "2025-12-10", [])
    assert (log["format"], log["papers"], log["path"]) == ("paper-log", 1, "paper_logs/2025/12/09.md")
    assert empty["papers"] == 0
    assert [set(problem) for problem in empty["problems"]] == [{"code", "message", "line"}]


def test_a_digest_of_the_far_future_is_a_problem(run: Run, tmp_path: Path) -> None:
    later = date.today() + timedelta(days=30)
    file = tmp_path / f"{later}-a.md"
    file.write_text(POST.replace("2025-12-10", str(later)), encoding="utf-8")
    checked = run("check", str(file), "--format", "json")
    assert checked.code == 1
    assert [problem["code"] for problem in checked.json[0]["problems"]] == ["future"]


def test_paths_take_the_place_of_what_is_configured(run: Run, digests: Path) -> None:
    file = digests / "paper_logs" / "2025" / "12" / "09.md"
    checked = run("check", str(file), "--format", "json")
    assert [digest["path"] for digest in checked.json] == ["09.md"]


def test_the_state_plays_no_part(run: Run, digests: Path, tmp_path: Path) -> None:
    (tmp_path / "state.db").write_text("no database")
    assert run("check", "--dir", str(digests), "--data-dir", str(tmp_path)).code == 0
