import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from digest_tui.formats.answer import Answer, Reading
from digest_tui.formats.registry import Format
from digest_tui.formats.structure.document import Document
from digest_tui.model import Problem
from digest_tui.model.attempt import Attempt
from support import two_formats
from support.promises import promises
from support.two_formats import DIARY, MODULE, diary

from .conftest import POST, Outcome, Run


@pytest.fixture
def on_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output says that it is a terminal of 60 columns."""
    # Each phase of a test gets a new stream in its place, of the same class.
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _self: True)
    monkeypatch.setenv("COLUMNS", "60")


def lines_of(outcome: Outcome) -> list[str]:
    """What `--explain` says below the verdict."""
    return outcome.out.partition("\n\n")[2].removesuffix("\n\n").split("\n")


@pytest.mark.usefixtures("two_formats")
@promises("docs/digests.md", "what every format said, and which module to open.")
def test_the_verdict_says_what_each_format_said_and_which_module_to_open(run: Run, written: Path) -> None:
    verdict = run("check", "--explain", str(written)).out.partition("\n\n")[0].split("\n")
    assert verdict == [
        f"{written}: read as diary: lines that begin with a star: 3",
        "  3 entries, 2 days from 2025-01-02 to 2025-01-03",
        f"  kite declined: no kite on the first line ({MODULE})",
        f"If a paper is missing or wrong, open {MODULE}; the words that name fields and sections are in "
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
    assert verdict[2:4] == ["  stars accepted: 3 stars (sky/stars.py)", "  moons declined: no moon (sky/moons.py)"]
    here = f"{__name__.replace('.', '/')}.py"
    assert f" open sky/stars.py or {here}; " in verdict[4]


@pytest.mark.usefixtures("two_formats")
def test_an_unknown_shape_leads_to_the_formats_and_their_registry(run: Run, written: Path) -> None:
    written.write_text("Kites: 2501.00001\n")
    explained = run("check", "--explain", str(written))
    assert explained.code == 1
    verdict = explained.out.partition("\n\n")[0].split("\n")
    assert verdict[0].startswith(f"{written}: read as text: ")
    assert verdict[1:4] == [
        "  0 entries, undated",
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
@promises("README.md", "`digest-tui check` says how each was understood, line by line if you ask.")
@promises(
    "docs/digests.md",
    "`digest-tui check --explain FILE` shows what each line was taken for (title, fields, section, lead or text "
    "of which paper; preface; front matter), what was understood of each paper",
)
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
        *["title 1", "text 1", "meta 1", "text 1", "section 1 introduction", "lead 1", "text 1"],
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
    [explained] = run("check", "--explain", str(written), "--format", "json").json
    assert (explained["path"], explained["format"], explained["papers"]) == (str(written), "diary", 3)
    assert explained["reason"] == "lines that begin with a star: 3"
    assert explained["attempts"] == [
        {"format": "kite", "module": two_formats.__name__, "accepted": False, "reason": "no kite on the first line"},
        {
            "format": "diary",
            "module": two_formats.__name__,
            "accepted": True,
            "reason": "lines that begin with a star: 3",
        },
    ]
    assert [line["text"] for line in explained["lines"]] == DIARY.splitlines()
    assert explained["lines"][1] == {"line": 2, "role": "text", "paper": 1, "facet": None, "text": "  All about kites."}


def test_several_files_are_explained_one_after_the_other(run: Run, digests: Path) -> None:
    files = [str(digests / "paper_logs/2025/12/09.md"), str(digests / "_posts/2025-12-10-daily-papers.md")]
    assert [one["path"] for one in run("check", "--explain", *files, "--format", "json").json] == files
    explained = run("check", "--explain", *files)
    assert [line.split(": ")[0] for line in explained.lines if "read as" in line] == files
    assert explained.err == "digest-tui: 2 files, 2 papers, 0 problems.\n"


def test_the_folders_of_a_file_say_its_date_as_in_the_reader(run: Run, tmp_path: Path) -> None:
    # Far above, a date is only where somebody keeps a copy.
    file = tmp_path / "2001-02-03" / "logs" / "2025" / "12" / "09.md"
    file.parent.mkdir(parents=True)
    file.write_text("A day off.\n")
    [explained] = run("check", "--explain", str(file), "--format", "json").json
    assert explained["date"] == "2025-12-09"
    other = tmp_path / "2001-02-03" / "a" / "b" / "c" / "x.md"
    other.parent.mkdir(parents=True)
    other.write_text("A day off.\n")
    assert run("check", "--explain", str(other), "--format", "json").json[0]["date"] is None


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
