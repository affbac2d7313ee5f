"""What each value of docs/formats.md means, on papers and files of which that is known."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from digest_tui.model.facet import Facet
from support.promises import promises

from .conftest import Outcome, Run

MARKDOWN = """\
# 3. **[Kites over `[MASK]` and $x^2$ 🪁](https://arxiv.org/abs/2512.99001v2)**

> [Alphaxiv](https://www.alphaxiv.org/en/overview/2512.99001)

Votes: 25

Authors: Ada Long, Bo Short

## Introduction
- **Goal**: fly.

![A kite](https://a.example.org/kite.png) ![A kite](https://a.example.org/kite.png)

<video src="https://a.example.org/kite.mp4"></video>

## What we did
Two [homes](https://kites.example.org/a), one [home](https://kites.example.org/a).

- Results: it flies.

## Experiments
So it does."""
POST = f'---\ntitle: "Daily Papers"\ndate: 2025-12-10\n---\n\nHello.\n\n{MARKDOWN}\n'
OTHERS = """\
# 1. [Kites over `[MASK]`](https://arxiv.org/abs/2512.99001)

Earlier.

# 2. [Two Winds](https://wind.example.org/a)

Votes: 0

https://huggingface.co/papers/2512.99002

# 3. [Three Winds](https://wind.example.org/b)

https://huggingface.co/papers/2512.99003

# 4. Four Winds

> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2512.99004)
"""
Call = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A post with one paper, and an earlier digest with that and others."""
    root = tmp_path / "blog"
    (root / "_posts").mkdir(parents=True)
    (root / "_posts" / "2025-12-10-daily-papers.md").write_text(POST, encoding="utf-8")
    (root / "2025-12-03.md").write_text(OTHERS, encoding="utf-8")
    return root


@pytest.fixture
def call(run: Run, folder: Path, tmp_path: Path) -> Call:
    """A command on these digests, with a state of its own."""
    return lambda *argv: run(*argv, "--dir", str(folder), "--data-dir", str(tmp_path / "state"))


@promises(
    "docs/formats.md",
    "`key` | string | what your decisions hang on: `arxiv:2512.99001`, `doi:…`, `url:…`, `title:…` or `place:…`; "
    "`show` and `mark` take it",
    "`arxiv_id` | string or null | the id without its version: `2512.99001`",
    "`arxiv_version` | integer or null | the version that the digest names, such as 2",
    "`title` | string | the title, without number, link and enclosing emphasis; TeX, back-ticks and emoji as written",
    "`date` | string or null | the day under which it is listed, `2025-12-10`; of a week or a month its first day",
    "`url` | string or null | the link of the title as written, else its arXiv page, else its Hugging Face page",
    "`arxiv_url` | string or null | the page on arXiv",
    "`alphaxiv_url` | string or null | the page on Alphaxiv: the digest's own link, else made from the id",
    "`pdf_url` | string or null | the PDF on arXiv",
    "`votes` | integer or null | the votes that the digest says; 0 where it says 0",
    "`authors` | array of strings | the authors, in order",
    "`sections` | array of strings | the headings within the paper, in order, as written",
    "`leads` | array of strings | the bold lead-ins and labels that open a part, in order, without the colon",
    "`images` | array of strings | the URLs of pictures, each once",
    "`videos` | array of strings | the URLs of videos, each once",
    "`links` | array of strings | the URLs of all other links, each once",
    "`source` | string | the name of the source, as `source list` prints it",
    "`path` | string or null | the file, with `/`, relative to its source; `null` when no digest has the paper "
    "any more",
    "`line` | integer or null | the line of its heading, item or row, from 1; `null` with `path`",
    "`position` | integer or null | which paper of its digest it is, from 1; `null` with `path`",
    "`new` | true or false | nothing is decided about it: neither read, later, skipped nor starred",
    "`read` | true or false | it is read; of `read`, `later` and `skipped` at most one is true",
    "`starred` | true or false | it has a star, whatever else was decided",
    "`later` | true or false | it is put off for later",
    "`skipped` | true or false | it is skipped",
    "`tags` | array of strings | your tags, sorted",
    "`note` | string or null | your note, which may have several lines",
    "`also_on` | array of strings | the other dates on which it stands, newest first",
)
def test_the_values_of_a_paper(call: Call, folder: Path) -> None:
    papers = {paper["arxiv_id"]: paper for paper in call("list", "--format", "json").json}
    assert papers["2512.99001"] == {
        "key": "arxiv:2512.99001",
        "arxiv_id": "2512.99001",
        "arxiv_version": 2,
        "title": "Kites over `[MASK]` and $x^2$ 🪁",
        "date": "2025-12-10",
        "url": "https://arxiv.org/abs/2512.99001v2",
        "arxiv_url": "https://arxiv.org/abs/2512.99001",
        "alphaxiv_url": "https://www.alphaxiv.org/en/overview/2512.99001",
        "pdf_url": "https://arxiv.org/pdf/2512.99001",
        "votes": 25,
        "authors": ["Ada Long", "Bo Short"],
        "sections": ["Introduction", "What we did", "Experiments"],
        "leads": ["Goal", "Results"],
        "images": ["https://a.example.org/kite.png"],
        "videos": ["https://a.example.org/kite.mp4"],
        "links": ["https://kites.example.org/a"],
        "source": "blog",
        "path": "_posts/2025-12-10-daily-papers.md",
        "line": 8,
        "position": 1,
        "new": True,
        "read": False,
        "starred": False,
        "later": False,
        "skipped": False,
        "tags": [],
        "note": None,
        "also_on": ["2025-12-03"],
    }
    two, four = papers["2512.99002"], papers["2512.99004"]
    assert (two["votes"], two["position"], two["line"]) == (0, 2, 5)
    assert (two["url"], two["alphaxiv_url"]) == (
        "https://wind.example.org/a",
        "https://www.alphaxiv.org/ko/overview/2512.99002",
    )
    assert (four["url"], four["votes"]) == ("https://arxiv.org/abs/2512.99004", None)
    for paper in papers.values():
        assert call("show", paper["key"], "--format", "json").json == paper
    call("mark", "tag", "b", "2512.99002")
    call("mark", "tag", "a", "2512.99002")
    for mark, name in (("read", "read"), ("later", "later"), ("skip", "skipped")):
        call("mark", mark, "2512.99002")
        decided = call("show", "2512.99002", "--format", "json").json
        assert [key for key in ("new", "read", "starred", "later", "skipped") if decided[key]] == [name]
    call("mark", "star", "2512.99002")
    decided = call("show", "2512.99002", "--format", "json").json
    assert (decided["starred"], decided["skipped"], decided["tags"]) == (True, True, ["a", "b"])
    (folder / "2025-12-03.md").unlink()
    gone = call("show", "2512.99002", "--format", "json").json
    assert (gone["path"], gone["line"], gone["position"], gone["date"]) == (None, None, None, "2025-12-03")


@promises(
    "docs/formats.md",
    "`markdown` | string or null | the author's lines of the paper; `null` when no digest has it any more",
    "`facets` | object | what the author wrote of `introduction`, `method`, `results`, `limitations` and "
    "`conclusion`, in this order: Markdown without its heading or lead, several parts joined by a blank line; a "
    "facet that the paper lacks is no key, a paper without any has `{}`",
)
def test_the_values_of_a_text(call: Call) -> None:
    [kites] = call("list", "date:2025-12-10", "--format", "json", "--text").json
    assert kites["markdown"] == MARKDOWN
    assert list(kites["facets"]) == [facet for facet in Facet if facet in kites["facets"]]
    assert kites["facets"]["introduction"].startswith("- **Goal**: fly.\n\n![A kite]")
    assert kites["facets"]["results"] == "it flies.\n\nSo it does."
    assert [paper["facets"] for paper in call("list", "date:2025-12-03", "--format", "json", "--text").json][1:] == [
        {}
    ] * 3


@promises(
    "docs/formats.md",
    "`host` | string | the machine on which it was made, as 16 hexadecimal digits",
    "`n` | integer | its number on that machine, from 1; `host` and `n` name a decision for good",
    "`stamp` | integer | when it was made, in milliseconds since 1970-01-01 UTC",
    "`session` | string | the run of the reader or of a command that made it",
    "`batch` | string | the step for undo; all decisions that were made at once share it",
    "`key` | string | the key of the paper; empty where a whole batch was undone or redone",
    "`field` | string | `status`, `star`, `note`, `tag:` and the name of a tag; `live` where a batch was undone "
    "or redone",
    "`new` | string | the new value: a status; `1` or `0` of a star and a tag; the note, empty when it was "
    "removed; of `live` `0` undone, `1` redone",
    "`machine` | string | the name of that machine; one that is not known is `machine` with the first digits of its id",
    "`title` | string or null | the title of the paper; `null` where none is known, and where a whole batch was "
    "undone or redone",
    "`what` | string | the same in words: `starred`, `marked read`, `undone`",
    "`of` | array of strings | what was undone or redone, in words, each once; `[]` for any other decision",
)
def test_the_values_of_a_decision(call: Call) -> None:
    before = time.time() * 1000
    call("mark", "star", "2512.99001", "2512.99002")
    call("mark", "tag", "todo", "2512.99001")
    call("undo")
    call("mark", "later", "2512.99001")
    decisions = call("log", "--format", "json").json
    assert [(each["n"], each["key"], each["field"], each["new"], each["what"], each["of"]) for each in decisions] == [
        (1, "arxiv:2512.99001", "star", "1", "starred", []),
        (2, "arxiv:2512.99002", "star", "1", "starred", []),
        (3, "arxiv:2512.99001", "tag:todo", "1", "tagged todo", []),
        (4, "", "live", "0", "undone", ["tagged todo"]),
        (5, "arxiv:2512.99001", "status", "later", "later", []),
    ]
    one, two, tagged, undone, later = decisions
    assert [each["title"] for each in decisions[3:]] == [None, "Kites over `[MASK]` and $x^2$ 🪁"]
    assert {each["machine"] for each in decisions} == {one["machine"]} != {""}
    assert one["batch"] == two["batch"] != tagged["batch"] == undone["batch"] != later["batch"]
    assert len({each["host"] for each in decisions}) == 1
    assert len({each["session"] for each in decisions}) == 4
    assert all(before - 1000 <= each["stamp"] <= time.time() * 1000 + 1000 for each in decisions)


@promises(
    "docs/formats.md",
    "`source` | string | the name of the source",
    "`path` | string or null | the file, with `/`, relative to its source; what is left out of a source has its "
    "path; `null` for the source itself",
    "`format` | string or null | how it was read: `jekyll-post`, `paper-log`, …, `text` when no paper was found; "
    "`null` when it was not read",
    "`reason` | string or null | what that format saw in it",
    "`module` | string or null | the module that read it",
    "`page_of` | string or null | the digest that has an entry for this page",
    "`title` | string or null | the title of the digest, else the name of the file; `null` when it was not read",
    "`date` | string or null | the date of the file, `2025-12-10`",
    "`dates` | array of strings | the days of its papers, newest first",
    "`entries` | integer | how many places in it hold a paper; a paper may stand in several",
    "`papers` | integer | how many papers these are, each once",
    "`problems` | array of objects | what is wrong with it",
    "`declined` | array of objects | what other formats missed in it",
)
def test_the_values_of_a_file(call: Call, run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "2025-12-03.md").write_text(OTHERS + f"\n{OTHERS.partition('# 2')[0]}", encoding="utf-8")
    (folder / "2025-12-02-daily-papers.md").write_text("A day off.\n")
    plain, text, post = sorted(call("check", "--format", "json").json, key=lambda file: file["date"])[::-1][::-1]
    assert post == {
        "source": "blog",
        "path": "_posts/2025-12-10-daily-papers.md",
        "format": "jekyll-post",
        "reason": "first-level headings that are numbered or link to a paper: 1",
        "module": "digest_tui.formats.jekyll_post",
        "page_of": None,
        "title": "Daily Papers",
        "date": "2025-12-10",
        "dates": ["2025-12-10"],
        "entries": 1,
        "papers": 1,
        "problems": [],
        "declined": [],
    }
    assert (text["title"], text["entries"], text["papers"]) == ("2025-12-03.md", 5, 4)
    assert (plain["format"], plain["entries"], plain["papers"]) == ("text", 0, 0)
    assert plain["problems"]
    assert plain["declined"]
    (tmp_path / "empty").mkdir()
    [outside] = run("check", str(tmp_path / "empty"), "--format", "json").json
    assert {name: value for name, value in outside.items() if value} == {
        "source": "empty",
        "problems": outside["problems"],
    }


@promises(
    "docs/formats.md",
    "`code` | string | `header`, `date`, `no-papers`, `empty`, `encoding`, `conflict`, `size`, `unreadable`, "
    "`left-out` or `future`",
    "`message` | string | a sentence for people",
    "`line` | integer or null | the line of the file, from 1",
)
def test_the_values_of_a_problem(call: Call, folder: Path) -> None:
    (folder / "2025-12-02.md").write_text(
        "# 1. [A](https://arxiv.org/abs/2512.99005)\n\n<<<<<<< a\n=======\n>>>>>>> b\n"
    )
    [problem] = [problem for file in call("check", "--format", "json").json for problem in file["problems"]]
    assert (problem["code"], problem["line"]) == ("conflict", 3)
    assert problem["message"].endswith(".")


@promises(
    "docs/formats.md",
    "`format` | string | its name",
    "`module` | string | its module",
    "`reason` | string | what it missed",
)
@promises(
    "docs/formats.md",
    "`format` | string | the name of the format",
    "`module` | string | its module",
    "`accepted` | true or false | whether it read the file",
    "`reason` | string | what it saw, or what it missed",
)
@promises(
    "docs/formats.md",
    "`attempts` | array of objects | what each format said, in the order in which they were asked",
    "`lines` | array of objects | every line of the file",
)
@promises(
    "docs/formats.md",
    "`line` | integer | its number, from 1",
    "`role` | string | `front`, `preface`, `title`, `meta`, `section`, `lead`, `text`, `between`, `after` or `marker`",
    "`paper` | integer or null | the position of the paper to which it belongs",
    "`facet` | string or null | the facet that the section or lead begins",
    "`text` | string | the line itself",
)
@promises("docs/formats.md", "A format that declined", "An attempt", "A line", "A problem")
def test_the_values_of_an_explained_file(call: Call, run: Run, folder: Path) -> None:
    (folder / "2025-12-02-daily-papers.md").write_text("A day off.\n")
    [declined] = [file["declined"] for file in call("check", "--format", "json").json if file["declined"]]
    [text] = run("check", "--explain", str(folder / "2025-12-02-daily-papers.md"), "--format", "json").json
    asked: list[dict[str, Any]] = text["attempts"]
    assert declined == [
        {name: each[name] for name in ("format", "module", "reason")} for each in asked if not each["accepted"]
    ]
    assert [each["format"] for each in asked if each["accepted"]] == ["text"]
    [post] = run("check", "--explain", str(next((folder / "_posts").iterdir())), "--format", "json").json
    lines = POST.splitlines()
    assert [(each["line"], each["text"]) for each in post["lines"]] == [*enumerate(lines, 1)]
    roles = {each["text"]: (each["role"], each["paper"], each["facet"]) for each in post["lines"]}
    assert roles["Hello."] == ("preface", None, None)
    assert roles["- **Goal**: fly."] == ("lead", 1, None)
    assert roles["## Introduction"] == ("section", 1, "introduction")
    assert roles["- Results: it flies."] == ("lead", 1, "results")


@promises(
    "docs/formats.md",
    "`list` prints newest dates first (future ones last), `search` the best match first, and both in the order that "
    "`sort:` asks for.",
    "Each paper is printed once, at the newest of its places that match; with `--places` once for each place.",
)
def test_the_order_and_the_places_of_papers(call: Call, folder: Path) -> None:
    (folder / "2099-01-01.md").write_text("# 1. [Far Kites](https://arxiv.org/abs/2512.99009)\n\nText.\n")

    def found(*argv: str) -> list[tuple[str, str]]:
        return [(paper["arxiv_id"], paper["date"]) for paper in call(*argv, "--format", "json").json]

    dates = [day for _, day in found("list")]
    assert dates == ["2025-12-10", *["2025-12-03"] * 3, "2099-01-01"]
    assert found("list", "kites") == [("2512.99001", "2025-12-10"), ("2512.99009", "2099-01-01")]
    assert ("2512.99001", "2025-12-03") in found("list", "kites", "--places")
    assert found("list", "earlier") == [("2512.99001", "2025-12-03")]
    assert found("search", "winds", "sort:votes")[0] == found("list", "winds", "sort:votes")[0]
    assert found("search", "winds", "sort:votes")[0][0] == "2512.99002"


@promises(
    "docs/formats.md",
    "No field holds a tab or a new line, and none is in quotes.",
    "JSON of `list`, `search`, `new`, `show`, `log` and `check` is indented by two spaces, `jsonl` has one object a "
    "line and no blank lines.",
)
def test_rows_and_lines_are_one_a_paper(call: Call, folder: Path) -> None:
    (folder / "2025-12-01.md").write_text('# 1. ["A\tB" & C](https://arxiv.org/abs/2512.99008)\n\nText.\n')
    call("mark", "star", "2512.99001")
    [row] = [line for line in call("list", "--format", "tsv").lines if line.startswith("2512.99008")]
    assert row.split("\t")[5] == '"A B" & C'
    for argv in (["list"], ["search", "kites"], ["new"], ["show", "2512.99001"], ["log"], ["check"]):
        out = call(*argv, "--format", "json").out
        assert out == json.dumps(json.loads(out), indent=2, ensure_ascii=False) + "\n"
    lines = call("list", "--format", "jsonl").lines
    assert all(json.loads(line) for line in lines)


@promises(
    "docs/formats.md",
    "the text of `--explain` and all sentences are for people and may change at any time; `markdown` is what the "
    "author wrote.",
)
@promises("docs/formats.md", "`table`, `plain`, `rich`,")
def test_markdown_is_what_the_author_wrote(call: Call) -> None:
    assert call("show", "2512.99001", "--format", "markdown").out == f"{MARKDOWN}\n"
