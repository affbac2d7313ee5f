"""Links to files beside a digest, in every notation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui import formats
from digest_tui.formats import neighbours
from digest_tui.formats.structure import outline
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.neighbours import targets, with_plain_links


def document(text: str) -> Document:
    return Document(text, "2026-02-18.md", "log")


def found(text: str) -> list[tuple[str, str]]:
    return [(target.url, target.label) for target in targets(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[조수](a.md)", ("a.md", "조수")),
        ("[a [b] c](d.md)", ("d.md", "a [b] c")),
        ("[![x](y.png)](d.md)", ("d.md", "![x](y.png)")),
        ("[a](<b c.md>)", ("b c.md", "a")),
        ('[a](b.md "title")', ("b.md", "a")),
        ("[a](b(1).md)", ("b(1).md", "a")),
        ("[[쪽]]", ("쪽", "쪽")),
        ("[[dir/쪽|말]]", ("dir/쪽", "말")),
        (r"| [[쪽\|말]] |", ("쪽", "말")),
        ("[[쪽#머리]]", ("쪽#머리", "쪽")),
        ("[a]({% link _posts/x.md %})", ("_posts/x.md", "a")),
        ("[a]({% post_url 2025-12-10-x %})", ("2025-12-10-x", "a")),
        ("[a]({{ site.baseurl }}/b/)", ("/b/", "a")),
        ("[a]({{site.baseurl}}{% link b.md %})", ("b.md", "a")),
        ("[a]({{ '/b.html' | relative_url }})", ("/b.html", "a")),
        ('[a]({{< relref "b.md" >}})', ("b.md", "a")),
        ("<a class='x' href='b.md'>말</a>", ("b.md", "말")),
        ("[말][b]\n\n[b]: c.md", ("c.md", "말")),
        ("[b][]\n\n[b]: c.md", ("c.md", "b")),
    ],
)
def test_a_link_to_a_file_is_found_with_its_words(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://arxiv.org/abs/2602.00001)", "[a](//host/b)", "[a](#top)", "[a](mailto:a@b.c)", "[a](b.png)",
        "![a](b.png)", "![[b]]", "`[a](b.md` and `[[b]]`", "```\n[a](b.md)\n```", "$[[b]]$", "[[1]](u.pdf)",
        "[[2511.00001]]",
        "---\nx: '[a](b.md)'\n---\n", "[a](.)", "[a](..)", "[a]()", "[a]", "[a][b]", "[PDF](x.pdf)", "[a]({{ b }})",
    ],
)  # fmt: skip
def test_no_link_is_found_where_none_leads_to_a_text(text: str) -> None:
    assert found(text) == []


def test_other_notations_become_links_of_markdown_on_their_lines() -> None:
    text = "# [[조수 1|Tides]] x\n[b]({% link c d %}) [a](e.md)\n[f]({% link g.md %}) [h][i]\n\n[i]: j.md"
    assert with_plain_links(document(text), {"e.md": "page:e.md"}) == [
        "# [Tides](%EC%A1%B0%EC%88%98%201) x",
        "[b]({% link c d %}) [a](page:e.md)",
        "[f](g.md) [h](j.md)",
        "",
        "[i]: j.md",
    ]


def test_a_title_is_read_without_its_notation_and_the_lines_stay() -> None:
    parts = "\n\n## Introduction\n\n서론.\n\n## Method\n\n방법.\n\n"
    text = f"# 1. [[tides|조수의 연구]]{parts}# 2. [Waves of it]({{% link w.md %}}){parts}"
    digest = formats.read(text, "2026-02-18.md", "log")
    assert [(paper.title, paper.link) for paper in digest.papers] == [
        ("조수의 연구", "tides"),
        ("Waves of it", "{% link w.md %}"),
    ]
    assert "".join(f"{line}\n" for line in digest.lines) == text


PARTS = ["[[", "]]", "](", "[", ")", "a.md", "{% link ", " %}", "][", "|", "\n", "`", "{{ site.url }}", "page:x"]


@given(st.lists(st.sampled_from(PARTS)))
def test_whatever_stands_there_no_line_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    assert "\n".join(formats.read(text, "a.md", "s").lines) == text.removesuffix("\n")


def test_a_line_of_thousands_of_links_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    def counted(of: Document) -> outline.Outline:
        made.append(of)
        return outline.outline_of(of)

    monkeypatch.setattr(neighbours, "outline_of", counted)
    text = "\n".join(["[a](b.md)" * 2000] * 3)
    assert len(formats.read(text, "notes.md", "s").neighbours) == 6000
    assert len(made) == 1
