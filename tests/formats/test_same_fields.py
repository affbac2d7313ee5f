"""The same lines of a paper say the same whatever the format of the digest around them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui import formats
from digest_tui.model import Paper

ID = "2512.00101"
URL = f"https://arxiv.org/abs/{ID}"
TITLE = "Sparse Routing for Long Videos"
OTHER = "[Dense Routing for Short Videos](https://arxiv.org/abs/2512.00102)"
Around = Callable[[str, str], str]


def _indented(lines: str) -> str:
    return "\n".join(f"  {line}" if line else line for line in lines.split("\n"))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


POST = "_posts/2025-12-10-papers.md"
LOG = "paper_logs/2025/12/10.md"
NOTES = "notes/2025-12-10.md"
FORMATS: dict[str, tuple[str, Around]] = {
    "jekyll-post": (POST, lambda title, body: f"# {title}\n\n{body}\n\n# {OTHER}\n\ntext\n"),
    "paper-log": (LOG, lambda title, body: f"## Daily Papers\n\n### {title}\n\n{body}\n\n### {OTHER}\n\ntext\n"),
    "headings": (NOTES, lambda title, body: f"# Papers\n\n## {title}\n\n{body}\n\n## {OTHER}\n\ntext\n"),
    "list": (NOTES, lambda title, body: f"# Papers\n\n- {title}\n\n{_indented(body)}\n\n- {OTHER}\n"),
    "table": (
        NOTES,
        lambda title, body: f"# Papers\n\n| Title | Note |\n|---|---|\n| {_cell(title)} | x |\n| {OTHER} | |\n",
    ),
}
WITH_BODY = [name for name in FORMATS if name != "table"]


def read(name: str, title: str, body: str = "text") -> Paper:
    """The paper, as a digest in one format says it."""
    path, around = FORMATS[name]
    digest = formats.read(around(title, body), path, "digests")
    assert (digest.format, len(digest.papers)) == (name, 2), digest.papers
    return digest.papers[0]


def fields(paper: Paper) -> dict[str, object]:
    """What is read from the lines of a paper, without where these stand."""
    return {
        "link": paper.link,
        "arxiv": paper.arxiv,
        "alphaxiv": paper.alphaxiv_url,
        "huggingface": paper.huggingface_url,
        "votes": paper.votes,
        "authors": paper.authors,
        "leads": [lead.title for lead in paper.leads],
        "images": paper.images,
        "videos": paper.videos,
        "links": paper.links,
    }


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("written", "title"),
    [
        (f"[R&amp;D for Agents]({URL})", "R&D for Agents"),
        (f"[Quote &quot;x&quot; and &lt;b&gt;bold&lt;/b&gt;]({URL})", 'Quote "x" and <b>bold</b>'),
        (f"[R&D [31m of All Things]({URL})", "R&D [31m of All Things"),
        (f"[f[i] and ](t) brackets]({URL})", "f[i] and ](t) brackets"),
        (f"[[IDK] Tokens for Honest Models]({URL})", "[IDK] Tokens for Honest Models"),
        (f"[`[code]` in a Title]({URL})", "`[code]` in a Title"),
        (f"[Kites over `[MASK]`]({URL})", "Kites over `[MASK]`"),
        (f"[Kites over `[MASK]`]({URL}) `cs.CL`", "Kites over `[MASK]`"),
        (f"[Kites over the Sea ⭐]({URL}) ⭐", "Kites over the Sea ⭐"),
        (f"[Title: Kites over the Sea]({URL})", "Kites over the Sea"),
        (f"1. [Kites over [CLS]]({URL}) [[code](https://code.example.org/x)]", "Kites over [CLS]"),
        (f"[Scaling $\\times$ Laws of Models]({URL})", "Scaling $\\times$ Laws of Models"),
        (f"[<think> Twice Before Speaking]({URL})", "<think> Twice Before Speaking"),
        (f"[Routing with <b>HTML</b> in It]({URL})", "Routing with **HTML** in It"),
        (f"[Escaped \\[brackets\\] in Titles]({URL})", "Escaped [brackets] in Titles"),
        (f"**[{TITLE}]({URL})**", TITLE),
        (f"[**{TITLE}**]({URL})", TITLE),
        (f"1. [{TITLE}]({URL})", TITLE),
        (f"[1] [{TITLE}]({URL})", TITLE),
        (f"🥇 [{TITLE}]({URL})", TITLE),
        (f"{ID} [{TITLE}]({URL})", TITLE),
        (f"[{TITLE}]({URL}) 👍 57", TITLE),
        (f"[{TITLE} (57 upvotes)]({URL})", TITLE),
        (f"[{TITLE}]({URL}) [[code](https://code.example.org/x)]", TITLE),
        (f"[{TITLE}]({URL}) [code](https://code.example.org/x)", TITLE),
        (f"[{TITLE}]({URL}) | [PDF](https://arxiv.org/pdf/{ID})", TITLE),
        (f"[{TITLE}]({URL}) (read more on [HF](https://huggingface.co/papers/{ID}))", TITLE),
        (f"[{TITLE}]({URL}) `cs.CL`", TITLE),
        (f"[{TITLE} (cs.CL)]({URL})", TITLE),
        (f"[{TITLE}]({URL}) {{#sec-routing}}", TITLE),
        (f"![badge](https://x.org/a.png) [{TITLE}]({URL})", TITLE),
        (f'<a href="{URL}">{TITLE}</a>', TITLE),
        (f"{TITLE} ([arXiv]({URL}))", TITLE),
        (f"[{TITLE}]({URL}", TITLE),
    ],
)
def test_a_title_is_the_same_in_every_format(name: str, written: str, title: str) -> None:
    paper = read(name, written)
    assert paper.title == title
    assert paper.arxiv is not None
    assert paper.arxiv.id == ID
    assert paper.votes == (57 if "57" in written else None)


BODIES: list[tuple[str, dict[str, object]]] = [
    ("Vote: 25", {"votes": 25}),
    ("**Votes:** 1,204", {"votes": 1204}),
    ("- **Votes**: 25", {"votes": 25, "leads": ["Votes"]}),
    ("👍 57 · 💬 3", {"votes": 57}),
    ("추천 12", {}),
    ("Upvotes: 12", {"votes": 12}),
    ("Vote: -\n\n⭐ 120", {"votes": None}),
    ("Vote: 3\nVote: 9", {"votes": 3}),
    ("**Vote**: 12 | **Authors**: Ada Lee, Bo Kim", {"votes": 12}),
    ("Authors: Ada Lee, Bo Kim, +, Chi Han", {"authors": ("Ada Lee", "Bo Kim", "Chi Han")}),
    ("Authors: ['Ada Lee', 'Bo Kim']", {"authors": ("Ada Lee", "Bo Kim")}),
    ("- **Authors**: Ada Lee, Bo Kim", {"authors": ("Ada Lee", "Bo Kim")}),
    ("**Authors**: Ada Lee, Bo Kim | **Date**: 2025-12-10", {"authors": ("Ada Lee", "Bo Kim")}),
    ("> 저자: 김하나, 이두리", {"authors": ("김하나", "이두리")}),
    ("👤 Ada Lee, Bo Kim", {"authors": ("Ada Lee", "Bo Kim")}),
    ("*Ada Lee, Bo Kim*", {"authors": ("Ada Lee", "Bo Kim")}),
    ("| Authors | Ada Lee, Bo Kim |", {"authors": ("Ada Lee", "Bo Kim")}),
    ("Authors: Ada Lee\nAuthors: Bo Kim", {"authors": ("Ada Lee",)}),
    (
        f"> [Alphaxiv](https://www.alphaxiv.org/ko/overview/{ID})",
        {"alphaxiv": f"https://www.alphaxiv.org/ko/overview/{ID}"},
    ),
    ("[alphaXiv](https://www.alphaxiv.org/abs/2512.99999)", {"links": ("https://www.alphaxiv.org/abs/2512.99999",)}),
    (f"[HF](https://huggingface.co/papers/{ID})", {"huggingface": f"https://huggingface.co/papers/{ID}"}),
    (
        "- **Goal &amp; Aim**: x\n- **Goal:** y\n- ***Broken**: z\n- Goal: w",
        {"leads": ["Goal & Aim", "Goal", "Broken", "Goal"]},
    ),
    ('![a](https://x.org/a.png)\n<img src="c.png">', {"images": ("https://x.org/a.png", "c.png")}),
    (
        "[Watch Video](https://x.org/w)\n<div><video src='b.mp4'></video></div>",
        {"videos": ("https://x.org/w", "b.mp4")},
    ),
    ("![v](https://x.org/a.mp4?dl=1)", {"videos": ("https://x.org/a.mp4?dl=1",)}),
    (
        "(https://a.example.org/x) <https://b.example.org> [c](https://c.example.org/a_(b)) .",
        {"links": ("https://a.example.org/x", "https://b.example.org", "https://c.example.org/a_(b)")},
    ),
    ("```\nVote: 3\nAuthors: A B\n- **No**: x\n```", {"votes": None, "authors": (), "leads": []}),
]


@pytest.mark.parametrize("name", WITH_BODY)
@pytest.mark.parametrize(("body", "said"), BODIES)
def test_the_lines_below_a_title_say_the_same_in_every_format(name: str, body: str, said: dict[str, object]) -> None:
    found = fields(read(name, f"[{TITLE}]({URL})", body))
    assert {field: found[field] for field in said} == said
    assert found == fields(read("headings", f"[{TITLE}]({URL})", body))


@pytest.mark.parametrize("name", ["jekyll-post", "paper-log", "headings"])
def test_the_lines_that_the_fields_hold_are_no_text_in_any_format(name: str) -> None:
    lines = ["Vote: -", "- **Authors**: Ada Lee", f"> [Alphaxiv](https://www.alphaxiv.org/ko/overview/{ID})", "</div>"]
    paper = read(name, f"[{TITLE}]({URL})", "\n\n".join([*lines, "A text."]))
    assert [number - paper.first for number in paper.meta] == [0, 2, 4, 6, 8]


@pytest.mark.parametrize(("name", "marks"), [("jekyll-post", "##"), ("paper-log", "####"), ("headings", "###")])
def test_sections_are_the_same_in_every_format(name: str, marks: str) -> None:
    body = f"{marks} Method &amp; Data\n\ntext\n\n{marks}# *Deep*  {marks}\n\ntext"
    found = [section.title for section in read(name, f"[{TITLE}]({URL})", body).sections]
    assert found == ["Method & Data", "*Deep*"]


@given(st.lists(st.sampled_from([body for body, _ in BODIES if "```" not in body]), max_size=4).map("\n\n".join))
def test_any_lines_say_the_same_in_every_format(body: str) -> None:
    first, *others = [fields(read(name, f"[{TITLE}]({URL})", f"{body}\n\ntext")) for name in WITH_BODY]
    assert others == [first] * len(others)


def test_the_quote_below_an_item_makes_no_paper_of_the_heading_above_the_list() -> None:
    text = f"# Papers\n\n- [{TITLE}]({URL})\n\n  > [Alphaxiv](https://www.alphaxiv.org/abs/{ID})\n\n- {OTHER}\n"
    assert formats.read(text, POST, "digests").format == "list"
