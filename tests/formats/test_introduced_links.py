"""What only introduces a link is no part of a title, in every format and shape; lines of a title all are."""

import pytest

from support.small import read, titles, url

TITLE, OTHER = "Quiet Knots in Crowded Gardens", "조용한 정원의 매듭에 관한 연구"
LINKS = [
    " - read more on [arXiv]({u})",
    " (Read more on [arXiv]({u}) or [HF](https://huggingface.co/papers/{n}))",
    " 자세히 보기: [arXiv]({u})",
    " (자세한 내용은 [arXiv]({u})에서 확인)",
    "，详情见 [arXiv]({u})",
    " 続きを読む [arXiv]({u})",
    " [[more]]({u})",
    " [Learn more]({u})",
    " - read more: {u}",
    " 详情见：{u}",
    " → {u}",
    " <{u}>",
]
SHAPES = {
    "heading": "## {a}\n\ntext\n\n## {b}\n\ntext",
    "numbered heading": "### 1. {a}\n\ntext\n\n### 2. {b}\n\ntext",
    "jekyll post": "# 1. {a}\n\n## Introduction\n\ntext\n\n# 2. {b}\n\n## Introduction",
    "paper log": "## Daily Papers (2025-11-07)\n\n### {a}\n\nVote: 3\n\n### {b}\n\nVote: 2",
    "bold line": "**{at}**{al}\n\ntext\n\n**{bt}**{bl}\n\ntext",
    "item": "- {a}\n- {b}",
    "numbered item": "1. {a}\n2. {b}",
    "bold item": "- **{at}**{al}\n- **{bt}**{bl}",
    "row": "| Title | Authors |\n|---|---|\n| {a} | A. One |\n| {b} | B. Two |",
    "HTML row": "<table>\n<tr><th>Title</th></tr>\n<tr><td>{a}</td></tr>\n<tr><td>{b}</td></tr>\n</table>",
    "title line": "Title: {a}\n\ntext\n\nTitle: {b}\n\ntext",
    "details": "<details>\n<summary>{a}</summary>\n\n</details>\n<details>\n<summary>{b}</summary>\n\n</details>",
}


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("shape", SHAPES)
def test_what_introduces_a_link_is_no_part_of_a_title(shape: str, link: str) -> None:
    first, second = link.format(u=url(1), n="2511.00001"), link.format(u=url(2), n="2511.00002")
    text = SHAPES[shape].format(a=f"{TITLE}{first}", b=f"{OTHER}{second}", at=TITLE, bt=OTHER, al=first, bl=second)
    digest = read(text)
    assert titles(digest) == [TITLE, OTHER]
    assert [paper.arxiv and paper.arxiv.id for paper in digest.papers] == ["2511.00001", "2511.00002"]


@pytest.mark.parametrize("gap", ["\n", "\n  ", "\n    "])
@pytest.mark.parametrize(
    "shape",
    [
        "- [{}]({u}): text",
        "- **{}**, [arXiv]({u})",
        "1. **[{}]({u})** - text",
        "- {} - read more on [arXiv]({u})",
        '<ul>\n<li><a href="{u}">{}</a></li>\n</ul>',
        "<table>\n<tr><td>\n{}\n</td><td><a href='{u}'>PDF</a></td></tr>\n</table>",
        "| Title | PDF |\n|---|---|\n| {} | [PDF]({u}) |",
        "**{}**\n\n[arXiv]({u})\n\ntext",
        "[{}]({u})\n\ntext",
    ],
)
def test_every_line_of_a_title_is(shape: str, gap: str) -> None:
    title = f"Quiet Knots in{gap}Crowded Gardens of the{gap}조용한 정원"
    assert titles(read(shape.format(title, u=url(1)))) == [" ".join(title.split())]
