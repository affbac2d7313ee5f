from datetime import date
from pathlib import Path

import pytest

from digest_tui import formats
from digest_tui.formats.registry import Explanation
from digest_tui.model import Change
from digest_tui.store import open_store
from support import many_days

from .conftest import POST, Run


@pytest.mark.parametrize("wanted", ["2512.99001", "2512.99001v2", "2512.99001v7", "arxiv:2512.99001"])
def test_a_paper_is_shown_by_its_id_or_key(run: Run, digests: Path, wanted: str) -> None:
    shown = run("show", wanted, "--dir", str(digests), "--format", "json")
    assert shown.code == 0
    assert shown.json["key"] == "arxiv:2512.99001"


def test_plain_text_has_the_fields_and_the_text_without_marks(run: Run, digests: Path) -> None:
    lines = run("show", "2512.99001", "--dir", str(digests)).lines
    assert lines[:4] == [
        "Kites over `[MASK]`",
        "2025-12-10 · unread",
        "https://arxiv.org/abs/2512.99001v2",
        "https://www.alphaxiv.org/ko/overview/2512.99001",
    ]
    assert "- Goal: 높이 나는 연." in lines
    assert not [line for line in lines if "Alphaxiv]" in line]


def test_plain_text_has_the_tags_and_the_note(run: Run, digests: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "state" / "state.db")
    key = "arxiv:2512.99001"
    store.apply([Change(key, "tag:todo", "1"), Change(key, "tag:gone", "0"), Change(key, "tag:rl", "1")])
    store.apply([Change(key, "note", "나중에\n실험")])
    store.close()
    shown = run("show", "2512.99001", "--dir", str(digests), "--data-dir", str(tmp_path / "state"))
    assert shown.lines[1] == "2025-12-10 · unread · #rl · #todo"
    assert shown.lines[4] == "Note: 나중에 실험"


def test_plain_text_says_where_else_a_paper_stands(run: Run, digests: Path) -> None:
    assert "also on 2025-12-09" in run("show", "2512.99002", "--dir", str(digests)).lines


def test_markdown_is_the_authors_own(run: Run, digests: Path) -> None:
    shown = run("show", "2512.99001", "--dir", str(digests), "--format", "markdown")
    assert shown.out.startswith("# 1. [Kites over `[MASK]`](https://arxiv.org/abs/2512.99001v2)\n\n> [Alphaxiv]")
    assert "Two Winds" not in shown.out


def test_rich_is_laid_out_and_has_no_colour_in_a_pipe(run: Run, digests: Path) -> None:
    shown = run("show", "2512.99001", "--dir", str(digests), "--format", "rich")
    assert "• Goal: 높이 나는 연." in shown.lines
    assert "\x1b" not in shown.out


def test_the_newest_place_of_a_paper_is_shown(run: Run, digests: Path) -> None:
    assert run("show", "2512.99002", "--dir", str(digests), "--format", "json").json["date"] == "2025-12-10"


def test_a_date_is_shown_whole(run: Run, digests: Path) -> None:
    options = ("show", "2025-12-10", "--dir", str(digests), "--format")
    assert run(*options, "markdown").out.strip() == POST.strip()
    assert [paper["arxiv_id"] for paper in run(*options, "json").json] == ["2512.99001", "2512.99002"]
    plain = run(*options, "plain").lines
    wanted = ["Daily Papers — 2025-12-10", "Good morning.", "Kites over `[MASK]`", "Two Winds", "Prose."]
    assert [line for line in plain if line in wanted] == wanted


def test_of_a_file_of_many_days_only_the_papers_of_the_date_are_shown(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "explain", many_days.explain)
    days = {"2025-12-10": ["2512.99001"], "2025-12-09": ["2512.99002", "2512.99003"]}
    (tmp_path / "papers.md").write_text(many_days.markdown(days, preface="# All of my papers"))
    options = ("show", "2025-12-09", "--dir", str(tmp_path), "--format")
    lines = [f"- [The paper of number {i}](https://arxiv.org/abs/{i})" for i in days["2025-12-09"]]
    assert run(*options, "markdown").lines == [lines[0], "", lines[1]]
    assert [paper["arxiv_id"] for paper in run(*options, "json").json] == days["2025-12-09"]
    assert [line.strip() for line in run(*options, "rich").lines if line.strip()] == [
        "• The paper of number 2512.99002",
        "• The paper of number 2512.99003",
    ]
    plain = run(*options, "plain").lines
    assert plain[:3] == ["All of my papers", "", "The paper of number 2512.99002"]
    assert not [line for line in plain if "99001" in line or "2025-12-10" in line]


def test_a_row_of_a_table_is_shown_with_its_header(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def explain(text: str, path: str, source: str) -> Explanation:
        digest = many_days.read(text, path, source)
        papers = (digest.papers[0]._replace(excerpt="| Title |\n|---|\n| One |"),)
        return Explanation(digest._replace(papers=papers), ())

    monkeypatch.setattr(formats, "explain", explain)
    (tmp_path / "papers.md").write_text(many_days.markdown({"2025-12-10": ["2512.99001"]}))
    shown = run("show", "2512.99001", "--dir", str(tmp_path), "--format", "markdown")
    assert shown.lines == ["| Title |", "|---|", "| One |"]


def test_a_date_without_papers_is_shown_as_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "2025-12-08.md").write_text("A day off.\n")
    assert "A day off." in run("show", "2025-12-08", "--dir", str(tmp_path)).lines


def test_today_is_the_local_date(run: Run, tmp_path: Path) -> None:
    (tmp_path / f"{date.today()}.md").write_text("Fresh.\n")
    (tmp_path / "2001-01-01.md").write_text("Stale.\n")
    shown = run("show", "today", "--dir", str(tmp_path), "--format", "markdown")
    assert (shown.code, shown.out) == (0, "Fresh.\n")


@pytest.mark.parametrize(
    "wanted", ["2512.99009", "?", "Three Winds", "Kites under `[MASK]`", "", "1999-01-01", "-3", "v2"]
)
def test_what_is_not_there_is_said(run: Run, digests: Path, wanted: str) -> None:
    shown = run("show", wanted, "--dir", str(digests))
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith("digest-tui: No ")


@pytest.mark.parametrize("wanted", ["Two Winds", "winds", "title:winds", "introduction:breeze"])
def test_other_words_are_a_query(run: Run, digests: Path, wanted: str) -> None:
    shown = run("show", wanted, "--dir", str(digests))
    assert shown.code == 0
    assert set(shown.lines) & {"Two Winds", "Kites over `[MASK]`"} == {"Two Winds"}


def test_what_a_query_finds_is_one_paper_after_the_other(run: Run, digests: Path) -> None:
    options = ("show", "date:2025-12-10", "--dir", str(digests), "--format")
    assert [paper["arxiv_id"] for paper in run(*options, "json").json] == ["2512.99001", "2512.99002"]
    for how in ("plain", "markdown", "rich"):
        lines = run(*options, how).lines
        titles = [line for line in lines if "Kites" in line or "Winds" in line]
        assert len(titles) == 2
        assert lines[lines.index(titles[1]) - 1] == ""


def test_a_query_that_cannot_be_understood_is_a_usage_error(run: Run, digests: Path) -> None:
    assert run("show", "title:(kites", "--dir", str(digests)).code == 2


LENSED = """\
# 1. [Kites](https://arxiv.org/abs/2512.99001)

## Introduction
- Goal: 높이 난다. 그리고 쉰다.

## Results
**92**점을 얻었다. 둘째.

# 2. [Two Winds](https://arxiv.org/abs/2512.99002)

첫 문장이다. 둘째 문장이다.
"""


@pytest.fixture
def lensed(tmp_path: Path) -> str:
    """A digest in which the second paper has no facets."""
    (tmp_path / "2025-12-10.md").write_text(LENSED)
    return str(tmp_path)


@pytest.mark.parametrize("name", ["results", "Results", "r", "res", "3", "결과"])
def test_a_lens_shows_one_facet_of_each_paper(run: Run, lensed: str, name: str) -> None:
    shown = run("show", "2025-12-10", "--lens", name, "--dir", lensed)
    assert (shown.code, shown.lines) == (
        0,
        ["Kites", "92점을 얻었다. 둘째.", "", "Two Winds", "no results given", "첫 문장이다."],
    )


def test_a_lens_shows_the_authors_markdown(run: Run, lensed: str) -> None:
    assert run("show", "2025-12-10", "-l", "i", "--dir", lensed, "--format", "markdown").lines == [
        "# Kites",
        "",
        "- Goal: 높이 난다. 그리고 쉰다.",
        "",
        "# Two Winds",
        "",
        "no introduction given",
        "",
        "첫 문장이다.",
    ]


def test_what_stands_for_a_missing_facet_is_dim(run: Run, lensed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    options = ("show", "kites OR winds", "-l", "3", "--dir", lensed, "--format", "rich")
    assert "\x1b" not in run(*options).out
    monkeypatch.setattr("digest_tui.cli.show.wants_colour", lambda: True)
    lines = run(*options).lines
    assert "\x1b[2mno results given\x1b[22m" in lines
    assert "\x1b[2m첫 문장이다.\x1b[22m" in lines
    assert not [line for line in lines if "얻었다" in line and "\x1b[2m" in line]


def test_a_lens_leaves_one_facet_in_json(run: Run, lensed: str) -> None:
    options = ("--lens", "results", "--dir", lensed, "--format", "json")
    assert [paper["facets"] for paper in run("show", "2025-12-10", *options).json] == [
        {"results": "**92**점을 얻었다. 둘째."},
        {},
    ]
    paper = run("show", "2512.99001", *options).json
    assert paper["facets"] == {"results": "**92**점을 얻었다. 둘째."}
    assert "markdown" not in paper
    whole = run("show", "2512.99001", *options, "--text").json
    assert whole["facets"] == paper["facets"]
    assert "## " in whole["markdown"]


@pytest.mark.parametrize("name", ["abstract", "6", "0", "", "x"])
def test_an_unknown_facet_is_answered_with_the_five_names(run: Run, lensed: str, name: str) -> None:
    shown = run("show", "2025-12-10", "--lens", name, "--dir", lensed)
    assert (shown.code, shown.out) == (2, "")
    assert "introduction, method, results, limitations or conclusion" in shown.err


def test_control_characters_of_the_command_line_are_not_echoed(run: Run, digests: Path) -> None:
    shown = run("show", "\x1b]0;x\x07", "--dir", str(digests))
    assert shown.code == 1
    assert shown.err.removesuffix("\n").isprintable()
