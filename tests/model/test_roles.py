from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui import formats
from digest_tui.model import Digest, Lead, Lines, Paper, Section
from digest_tui.model.roles import LineRole, Role, line_roles
from digest_tui.text import sanitize

POST = Digest(
    path="x.md",
    source="s",
    format="f",
    title="t",
    lines=(
        "---",
        "---",
        "Good morning.",
        "# A",
        "Vote: 3",
        "## Method",
        "- Goal: g",
        "",
        "An advert.",
        "# B",
        "prose",
        "Good night.",
    ),
    header=Lines(0, 2),
    outside=(Lines(2, 3), Lines(8, 9), Lines(11, 12)),
    papers=(
        Paper("A", 3, 8, 1, meta=(3, 4), sections=(Section("Method", 2, 6),), leads=(Lead("Goal", 7),)),
        Paper("B", 9, 11, 2),
    ),
)
FRAGMENTS = [
    "---\n",
    "title: x\n",
    "# 1. [제목](https://arxiv.org/abs/2501.00001)\n",
    "# References\n",
    "## Daily Papers (2025-01-02)\n",
    "## Method\n",
    "### [Title](https://arxiv.org/abs/2501.00002)\n",
    "### 후기\n",
    "- [Title](https://arxiv.org/abs/2501.00003), [Title](https://arxiv.org/abs/2501.00004)\n",
    "| Date | Title |\n|---|---|\n| 2025-01-02 | [Title](https://arxiv.org/abs/2501.00005) |\n",
    "Vote: 1\n",
    "- **Goal**: x\n",
    "```\n",
    "\n",
    "본문",
]


def said(digest: Digest) -> list[str]:
    return [" ".join(map(str, filter(None, (role.role, role.paper, role.facet)))) for role in line_roles(digest)]


def with_papers(lines: int, *papers: Paper) -> Digest:
    return Digest("x.md", "s", ("",) * lines, "f", "t", papers=papers)


def test_every_line_is_a_part_of_something() -> None:
    assert said(POST) == [
        "front",
        "front",
        "preface",
        "title 1",
        "meta 1",
        "section 1 method",
        "lead 1",
        "text 1",
        "between",
        "title 2",
        "text 2",
        "after",
    ]


def test_a_line_has_the_facet_of_the_part_that_it_begins() -> None:
    text = (
        "# 2025-01-02\n\n## [Quiet Kites](https://arxiv.org/abs/2501.00001)\n\n- **Goal**: a\n  - **Results**: inner\n"
        "- **Method**: b\n\n### Results\n\n**Limitations:** inner\n\n#### Conclusion\n\nc\n"
    )
    found = [line for line in said(formats.read(text, "2025-01-02.md", "s")) if line.startswith(("lead", "section"))]
    assert found == [
        *("lead 1 introduction", "lead 1", "lead 1 method"),
        *("section 1 results", "lead 1", "section 1"),
    ]


def test_a_title_that_no_field_holds_in_full_is_a_title_all_the_same() -> None:
    papers = tuple(paper._replace(meta=()) for paper in POST.papers)
    assert line_roles(POST._replace(papers=papers))[3] == LineRole(Role.TITLE, 1)


def test_a_text_is_all_preface_below_its_header() -> None:
    assert said(POST._replace(papers=(), outside=(Lines(2, 12),))) == ["front"] * 2 + ["preface"] * 10


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        # Two in one line, as in a row of a table.
        ([Paper("A", 1, 2, 1), Paper("B", 1, 2, 2)], ["preface", "title 1", "after", "after"]),
        # Two that begin together, the first of them longer or shorter.
        ([Paper("A", 0, 4, 1), Paper("B", 0, 2, 2)], ["title 1", "text 1", "text 1", "text 1"]),
        ([Paper("A", 0, 2, 1), Paper("B", 0, 4, 2)], ["title 1", "text 1", "text 2", "text 2"]),
        # One within the other.
        ([Paper("A", 0, 4, 1), Paper("B", 1, 3, 2)], ["title 1", "title 2", "text 2", "text 1"]),
        # What one calls a field is the title of the other.
        ([Paper("A", 0, 4, 1, meta=(1,)), Paper("B", 1, 3, 2)], ["title 1", "title 2", "text 2", "text 1"]),
        ([Paper("A", 1, 3, 1), Paper("B", 0, 4, 2, meta=(1,))], ["title 2", "title 1", "text 1", "text 2"]),
    ],
)
def test_a_line_of_two_papers_is_a_part_of_one(papers: Sequence[Paper], expected: list[str]) -> None:
    assert said(with_papers(4, *papers)) == expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (None, ["preface", "title 1", "text 1", "after"]),
        (1, ["preface", "title 1", "text 1", "after"]),
        (2, ["preface", "text 1", "title 1", "after"]),
        # Outside of its lines it stays what it is there.
        (0, ["preface", "title 1", "text 1", "after"]),
        (3, ["preface", "title 1", "text 1", "after"]),
    ],
)
def test_a_title_may_stand_on_any_line_of_its_paper(named: int | None, expected: list[str]) -> None:
    assert said(with_papers(4, Paper("A", 1, 3, 1, named=named))) == expected


def test_what_git_wrote_is_a_part_of_nothing() -> None:
    assert said(with_papers(3, Paper("A", 0, 3, 1))._replace(markers=(0, 2))) == ["marker", "text 1", "marker"]


def test_thousands_of_papers_may_share_thousands_of_lines() -> None:
    many = 20_000
    roles = line_roles(with_papers(many, *(Paper("A", 0, many, n) for n in range(1, many))))
    assert roles == (LineRole(Role.TITLE, 1), *[LineRole(Role.TEXT, 1)] * (many - 1))


@given(
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=40).map("".join).map(sanitize)
    | st.text().map(sanitize)
)
def test_roles_of_any_text_agree_with_the_digest(text: str) -> None:
    digest = formats.read(text, "x.md", "s")
    roles = line_roles(digest)

    def lines(*wanted: Role) -> str:
        return "\n".join(line for line, role in zip(digest.lines, roles, strict=True) if role.role in wanted)

    assert lines(Role.FRONT) == digest.markdown(digest.header)
    assert lines(Role.PREFACE) == digest.preface()
    assert lines(Role.BETWEEN, Role.AFTER) == digest.afterword()
    named = [paper.line - 1 if paper.first < paper.line <= paper.last else paper.first for paper in digest.papers]
    assert all(roles[line].role is Role.TITLE for line in named)
    assert all(
        role.paper is None or digest.papers[role.paper - 1].first <= line < digest.papers[role.paper - 1].last
        for line, role in enumerate(roles)
    )
