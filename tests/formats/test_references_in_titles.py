"""Character references in titles are their characters, in every format and shape, and never a mark of Markdown."""

import pytest

from support.small import read, url

WRITTEN = "Caf&eacute; &amp; &lt;b&gt; Q&#39;s &#x5B;조용한&#x5d; Kettles &ast;&ast;Now&ast;&ast;&#27;&#x202e;"
SHOWN = "Café & <b> Q's [조용한] Kettles **Now**"
OTHER = "Another Title of Some Length"
SHAPES = {
    "jekyll post": "# 1. [{t}]({u})\n\n## Introduction\n\ntext",
    "jekyll post, link below": "# 1. {t}\n\n> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2511.00001)\n\n## Parts",
    "paper log": "## Daily Papers (2025-11-07)\n\n### [{t}]({u})\n\nVote: 3",
    "paper log, no link": "## Daily Papers (2025-11-07)\n\n### {t}\n\nVote: 3\n\nhttps://huggingface.co/papers/2511.00001",
    "heading": "## [{t}]({u})\n\ntext",
    "heading, link below": "## {t}\n\n[arXiv]({u})\n\ntext",
    "numbered heading": "### 1. {t}\n\n[arXiv]({u})\n\n### 2. {o}\n\n[arXiv]({v})",
    "bold line": "**{t}**\n\n[arXiv]({u})\n\ntext\n\n**{o}**\n\n[arXiv]({v})",
    "numbered bold line": "**1. {t}**\n\n[arXiv]({u})\n\ntext",
    "underlined": "{t}\n======\n\n[arXiv]({u})\n\ntext",
    "HTML heading": "<h2>{t}</h2>\n\n[arXiv]({u})\n\ntext",
    "HTML heading, linked": '<h2><a href="{u}">{t}</a></h2>\n\ntext',
    "details": "<details>\n<summary>{t}</summary>\n\n[arXiv]({u})\n\ntext\n\n</details>",
    "callout": "> [!note] {t}\n> [arXiv]({u})\n> text",
    "container": "::: details {t}\n[arXiv]({u})\n\ntext\n:::",
    "item": "- [{t}]({u}): text",
    "bold item": "- **{t}** [arXiv]({u})",
    "plain item": "- {t}, [arXiv]({u})\n- {o}, [arXiv]({v})",
    "HTML item": '<ul>\n<li><a href="{u}">{t}</a></li>\n</ul>',
    "row": "| Title | PDF |\n|---|---|\n| {t} | [PDF]({u}) |",
    "linked row": "| Title | Authors |\n|---|---|\n| [{t}]({u}) | A. One |",
    "row without header": "| 1 | **{t}** | [arXiv]({u}) |\n| 2 | **{o}** | [arXiv]({v}) |",
    "two papers in a cell": "| Day | Papers |\n|---|---|\n| 11-07 | [{t}]({u})<br>[{o}]({v}) |",
    "HTML row": "<table>\n<tr><th>Title</th></tr>\n<tr><td>{t}</td><td><a href='{u}'>PDF</a></td></tr>\n</table>",
    "title line": "Title: {t}\n\nLink: {u}\n\ntext",
    "link above the title": "{u}\n**{t}**\n\ntext\n\n{v}\n**{o}**\n\ntext",
    "linked line": "[{t}]({u})\n\ntext\n\n[{o}]({v})\n\ntext",
    "page": "---\ntitle: '{t}'\narxiv: 2511.00001\n---\n\ntext",
    "page, TOML": '+++\ntitle = "{t}"\narxiv = "2511.00001"\n+++\n\ntext',
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_reference_in_a_title_is_its_character(shape: str) -> None:
    written = WRITTEN.replace("'", "''") if "title: '" in SHAPES[shape] else WRITTEN
    text = SHAPES[shape].format(t=written, o=OTHER, u=url(1), v=url(2))
    paper = read(text).papers[0]
    assert (paper.title, paper.arxiv and paper.arxiv.id) == (SHOWN, "2511.00001")


@pytest.mark.parametrize("shape", SHAPES)
def test_code_in_a_title_holds_none_but_in_html(shape: str) -> None:
    title = "The `&lt;b&gt;` Tag and &lt;i&gt; in Quiet Kettles"
    text = SHAPES[shape].format(t=title, o=OTHER, u=url(1), v=url(2))
    code = "<b>" if shape in ("HTML heading", "HTML heading, linked", "HTML row", "details") else "&lt;b&gt;"
    assert read(text).papers[0].title == f"The `{code}` Tag and <i> in Quiet Kettles"


def test_the_title_of_a_digest_holds_characters_too() -> None:
    paper = f"# 1. [{OTHER}]({url(1)})\n"
    assert read(f"---\ntitle: Q&amp;A &mdash; &lt;2&gt;\n---\n\n{paper}").title == "Q&A — <2>"
    assert read(f"# Q&amp;A &mdash; papers\n\n## [{OTHER}]({url(1)})\n").title == "Q&A — papers"
    assert read("# Q&amp;A, and no paper\n").title == "Q&A, and no paper"


def test_names_and_parts_hold_characters_too() -> None:
    digest = read(
        *(
            "## Daily Papers (2025-11-07)",
            f"### [{OTHER}]({url(1)})",
            "Authors: Jos&eacute; Uno, B&#246; Dos &amp; C. Tres",
        ),
        *("- **What&#39;s New**: text", "#### Method &amp; More"),
    )
    [paper] = digest.papers
    assert paper.authors == ("José Uno", "Bö Dos", "C. Tres")
    assert [lead.title for lead in paper.leads] == ["What's New"]
    assert [section.title for section in paper.sections] == ["Method & More"]
