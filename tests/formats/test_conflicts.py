"""A digest with git's conflict markers: both sides are read, the markers are a problem and the text of nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui import formats
from digest_tui.index.codec import pack_digest, unpack_digest
from digest_tui.markup.parser import parse
from digest_tui.markup.plain import plain_text
from digest_tui.model import Digest, Lines
from digest_tui.model.entry import entries_of
from digest_tui.model.roles import Role, line_roles
from digest_tui.search.texts import paper_text
from digest_tui.text import sanitize
from support.promises import promises
from support.small import url

OURS, BASE, MIDDLE, THEIRS = "<<<<<<< HEAD", "||||||| 1234abc", "=======", ">>>>>>> other"
POST = f"""---
title: 오늘의 논문
date: 2031-02-06
---

머리말.
{OURS}
# 1. [조용한 주전자]({url(1)})

## Introduction

- Goal: 소리를 듣는다.
{MIDDLE}
# 1. [Kettles That Whistle]({url(2)})

## Introduction

- Goal: to listen.
{THEIRS}

# 2. [Lids of Tin]({url(3)})

## Introduction
{OURS}
- Goal: ours
{BASE}
- Goal: old
{MIDDLE}
- Goal: theirs
{THEIRS}
"""
LOG = f"""## Daily Papers (2031-02-06)

### [조용한 주전자]({url(1)})

{OURS}
Vote: 25
{MIDDLE}
Vote: 30
{THEIRS}
Authors: A. One

- ***What's New***: 소리.

### [Lids of Tin]({url(3)})

Vote: 3
"""
TABLE = f"""# 2031-02-06

| Title | Link |
|---|---|
| Lids of Copper and Tin | [arXiv]({url(1)}) |
{OURS}
| 조용한 주전자의 소리에 관한 연구 | [arXiv]({url(2)}) |
{MIDDLE}
| Kettles That Whistle at Night | [arXiv]({url(3)}) |
{THEIRS}
| Spouts, Long and Short | [arXiv]({url(4)}) |
"""
ITEMS = f"""# 2031-02-06

- [Lids of Copper and Tin]({url(1)})
{OURS}
- [조용한 주전자의 소리에 관한 연구]({url(2)})
{MIDDLE}
- [Kettles That Whistle at Night]({url(3)})
{THEIRS}
- [Spouts, Long and Short]({url(4)})
"""
HEADINGS = f"""# 2031-02-06

## Lids of Copper and Tin
{OURS}
[arXiv]({url(1)})

Text of ours
{MIDDLE}
[arXiv]({url(1)})

Text of theirs
{THEIRS}

## 조용한 주전자의 소리
[arXiv]({url(2)})
"""
HEADERS = f"""{OURS}
---
title: 오늘
date: 2031-02-06
---
{MIDDLE}
---
title: 어제
date: 2031-02-05
---
{THEIRS}

# 1. [Lids]({url(1)})

본문
"""
IN_HEADER = f"""---
{OURS}
title: 오늘
{MIDDLE}
title: 어제
{THEIRS}
date: 2031-02-06
---

# 1. [Lids]({url(1)})

본문
"""
SAMPLES = {
    "post": (POST, 7, ["2511.00001", "2511.00002", "2511.00003"]),
    "log": (LOG, 5, ["2511.00001", "2511.00003"]),
    "table": (TABLE, 6, [f"2511.0000{n}" for n in (1, 2, 3, 4)]),
    "items": (ITEMS, 4, [f"2511.0000{n}" for n in (1, 2, 3, 4)]),
    "headings": (HEADINGS, 4, ["2511.00001", "2511.00002"]),
    "headers": (HEADERS, 1, ["2511.00001"]),
    "in the header": (IN_HEADER, 2, ["2511.00001"]),
}


def read(text: str) -> Digest:
    return formats.read(sanitize(text), "2031-02-06-x.md", "s")


def shown_texts(digest: Digest) -> list[str]:
    """Everything that is shown or searched of a digest, other than the file as it is."""
    texts = [digest.preface(), digest.afterword(), digest.title]
    for entry in entries_of(digest):
        texts += [entry.body, entry.markdown, paper_text(entry).text, plain_text(parse(entry.body)), entry.paper.title]
        texts += [section.title for section in entry.paper.sections]
        texts += [lead.title for lead in entry.paper.leads]
    return texts


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@promises("docs/digests.md", "conflict markers of git (both sides are shown until you resolve them)")
def test_both_sides_are_read_and_the_markers_are_the_text_of_nothing(sample: str, ends: str) -> None:
    text, line, ids = SAMPLES[sample]
    digest = read(text.replace("\n", ends))
    assert [paper.arxiv and paper.arxiv.id for paper in digest.papers] == ids
    [problem] = [problem for problem in digest.problems if problem.code == "conflict"]
    assert problem.line == line
    assert digest.lines == tuple(text.split("\n")[:-1])
    for shown in shown_texts(digest):
        assert not any(mark in shown.lower() for mark in (OURS.lower(), BASE, MIDDLE, THEIRS, "<<<<", ">>>>", "old"))
    assert digest.date is not None


def test_the_problem_says_what_to_do_in_one_sentence() -> None:
    [one] = [problem for problem in read(LOG).problems if problem.code == "conflict"]
    assert one.message == (
        "Git left 1 conflict in this file: the papers of both sides are shown; "
        "keep one side and delete the lines with <<<<<<<, ======= and >>>>>>>."
    )
    [two] = [problem for problem in read(POST).problems if problem.code == "conflict"]
    assert two.message.startswith("Git left 2 conflicts in this file: ")


def test_lines_are_those_of_the_file() -> None:
    digest = read(POST)
    third = digest.papers[2]
    lines = POST.split("\n")
    assert lines[third.first] == f"# 2. [Lids of Tin]({url(3)})"
    assert [lines[section.line - 1] for section in third.sections] == ["## Introduction"]
    assert [lines[lead.line - 1] for lead in third.leads] == ["- Goal: ours", "- Goal: theirs"]
    assert [lines[paper.line - 1] for paper in digest.papers] == [line for line in lines if line.startswith("# ")]
    assert digest.header == Lines(0, 4)


def test_each_marker_is_named_where_lines_are_explained() -> None:
    roles = [role.role for role in line_roles(read(LOG))]
    assert [n for n, role in enumerate(roles, 1) if role is Role.MARKER] == [5, 7, 9]


def test_both_sides_of_a_paper_are_its_text() -> None:
    [lids, _] = entries_of(read(HEADINGS))
    assert "Text of ours" in lids.body
    assert "Text of theirs" in lids.body
    [kettle, _] = read(LOG).papers
    assert (kettle.votes, kettle.authors) == (25, ("A. One",))


def test_a_heading_underlined_like_a_marker_is_one_where_there_is_no_conflict() -> None:
    paper = f"[arXiv]({url(1)})\n\n본문\n"
    digest = read(f"조용한 주전자의 소리\n=======\n\n{paper}")
    assert [p.title for p in digest.papers] == ["조용한 주전자의 소리"]
    assert digest.problems == ()
    digest = read(f"## Lids of Tin\n\n{paper}\n{OURS}\n조용한 주전자의 소리\n{MIDDLE}\n\n다른 소리\n{THEIRS}\n")
    assert [p.title for p in digest.papers] == ["Lids of Tin"]


def test_markers_in_a_fence_are_code() -> None:
    digest = read(f"## [Lids of Tin]({url(1)})\n\n```\n{OURS}\na\n{MIDDLE}\nb\n{THEIRS}\n```\n")
    assert (digest.problems, digest.markers) == ((), ())
    assert MIDDLE in entries_of(digest)[0].body


def test_a_conflict_is_a_problem_where_no_paper_is_too() -> None:
    digest = read(f"# 글\n\n{OURS}\n하나\n{MIDDLE}\n둘\n{THEIRS}\n")
    assert [problem.code for problem in digest.problems] == ["conflict"]
    assert digest.preface() == "# 글\n\n하나\n둘"


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_index_keeps_what_was_found(sample: str) -> None:
    digest = read(SAMPLES[sample][0])
    assert unpack_digest(*pack_digest(digest), lambda card: None) == digest


PIECES = [
    *(f"{line}\n" for line in (OURS, BASE, MIDDLE, THEIRS)),
    *(f"{text}\n" for text in (POST, LOG, TABLE, ITEMS, HEADINGS)),
]
PIECES += [
    "```\n",
    "---\n",
    "text\n",
    "\n",
    "| a |\n",
    f"## [A paper of knots]({url(7)})\n",
    "title: x\n",
    "<!--\n",
    "-->\n",
    "> x\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_line_is_in_one_place_and_no_marker_in_any_text(text: str) -> None:
    digest = read(text)
    assert "\n".join(digest.lines) == text.removesuffix("\n")
    runs = [digest.header, *digest.outside, *(Lines(paper.first, paper.last) for paper in digest.papers)]
    held = [line for first, last in dict.fromkeys(runs) for line in range(first, last)]
    assert sorted(held) == list(range(len(digest.lines)))
    assert bool(digest.markers) == any(problem.code == "conflict" for problem in digest.problems)
    told = {line for paper in digest.papers for line in paper.meta}
    for paper in digest.papers:
        assert all(paper.first <= line < paper.last for line in paper.meta)
        assert {line for line in digest.markers if paper.first <= line < paper.last} <= told
    kept = {line for run in runs for line in range(run.first, run.last)} - set(digest.markers)
    assert len(kept) == len(digest.lines) - len(digest.markers)
    assert unpack_digest(*pack_digest(digest), lambda card: None) == digest
