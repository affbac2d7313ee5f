"""An arXiv id of old style is read wherever one of new style is: as the paper, as a citation, as no part of a title."""

import pytest

from digest_tui.model import ArxivId
from support.small import read

TITLE = "Quiet Knots in a Crowded Garden"
OLD = ("quant-ph/0606220v2", "math/0507182", "math.GT/0309136", "q-bio/0401001", "gr-qc/9901001", "cs.AI/0301001",
       "astro-ph/9906001", "hep-th/9901001v1", "cond-mat.str-el/0401002", "alg-geom/9202001")  # fmt: skip
TABLE = "| Title | arXiv | Note |\n|---|---|---|\n"
PLACES = {
    "a cell": f"{TABLE}| {TITLE} | {{id}} | text |",
    "a cell in back-ticks": f"{TABLE}| {TITLE} | `{{id}}` | text |",
    "a cell in brackets": f"{TABLE}| {TITLE} | [{{id}}] | text |",
    "a cell in parentheses": f"{TABLE}| {TITLE} | ({{id}}) | text |",
    "a cell behind a name": f"{TABLE}| {TITLE} | arXiv:{{id}} | text |",
    "a cell, relative link": f"{TABLE}| {TITLE} | [{{id}}](notes/one.md) | text |",
    "the cell of the title": f"| Title | Authors |\n|---|---|\n| {TITLE} ({{id}}) | A. One |",
    "a cell without a header": f"| 1 | **{TITLE}** | {{id}} |\n| 2 | **Loud Knots in an Empty Garden** | 2501.90002 |",
    "an HTML cell": f"<table><tr><th>Title</th><th>ID</th></tr><tr><td>{TITLE}</td><td>{{id}}</td></tr></table>",
    "a heading in parentheses": f"## {TITLE} ({{id}})\n\ntext",
    "a heading behind a name": f"## {TITLE} (arXiv:{{id}})\n\ntext",
    "a heading that opens with it": f"## {{id}} {TITLE}\n\ntext",
    "a heading in brackets": f"### [{{id}}] {TITLE}\n\ntext",
    "a line below a heading": f"## {TITLE}\n\narXiv: {{id}}\n\ntext",
    "back-ticks below a heading": f"## {TITLE}\n\n`{{id}}`\n\ntext",
    "a field below a heading": f"## {TITLE}\n\n- **arXiv ID**: `{{id}}`\n\ntext",
    "a Korean field": f"## {TITLE}\n\n**논문 ID**: {{id}}\n\n본문",
    "an item in parentheses": f"- {TITLE} ({{id}})\n- Loud Knots in an Empty Garden (2501.90002)",
    "an item behind a name": f"- **{TITLE}** arXiv:{{id}}",
    "an item that opens with it": f"- {{id}} {TITLE}\n- 2501.90002 Loud Knots in an Empty Garden",
    "an item that opens with it in back-ticks": f"- `{{id}}` **{TITLE}**: text",
    "below an item": f"- **{TITLE}**\n  - ID: {{id}}\n  - text",
    "numbered lines": f"[1] {{id}} {TITLE}\n\n[2] 2501.90002 Loud Knots in an Empty Garden",
    "an attribute": f'## {TITLE}\n\n<div data-arxiv-id="{{id}}"></div>\n\ntext',
    "a log": f"## Daily Papers (2025-01-08)\n\n### {TITLE} ({{id}})\n\nVote: 3\n",
    "front matter": f"---\ntitle: {TITLE}\narxiv: {{id}}\n---\n\ntext",
    "a link": f"- [{TITLE}](https://arxiv.org/abs/{{id}})",
    "a link beside a title": f"- {TITLE}, [{{id}}](https://arxiv.org/abs/{{id}})",
}


@pytest.mark.parametrize("id_", OLD)
@pytest.mark.parametrize("place", PLACES)
def test_it_is_the_papers_own_wherever_an_id_of_new_style_is(place: str, id_: str) -> None:
    text = PLACES[place]
    old, new = read(text.format(id=id_)), read(text.format(id="2501.90001v7"))
    name, _, version = id_.partition("v")
    assert (old.papers[0].arxiv, new.papers[0].arxiv) == (
        ArxivId(name, int(version) if version else None),
        ArxivId("2501.90001", 7),
    )
    assert [(p.first, p.last, p.sections) for p in old.papers] == [(p.first, p.last, p.sections) for p in new.papers]
    assert old.papers[0].title.removesuffix(f" ({id_})") == TITLE
    assert [p.title for p in new.papers[1:]] == [p.title for p in old.papers[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "이 결과는 {id}에서 처음 나왔고 오래도록 널리 인용되었다.",
        "Earlier work (arXiv:{id}) is improved by a margin that surprised its authors.",
        "与 {id} 相比，该方法在长视频上取得了明显更好的结果，而且更快。",
    ],
)
def test_it_is_cited_in_prose(text: str) -> None:
    for id_ in ("hep-th/9901001", "2501.90001"):
        assert read(f"## {TITLE}", "", text.format(id=id_)).papers == ()


@pytest.mark.parametrize("id_", ["foo/1234567", "docs/2024010", "2024/0101001", "lab/9901001"])
def test_a_folder_and_a_number_are_none(id_: str) -> None:
    assert {p.arxiv for text in PLACES.values() if "http" not in text for p in read(text.format(id=id_)).papers} <= {
        None,
        ArxivId("2501.90002"),
    }
