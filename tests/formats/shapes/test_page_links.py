"""Rows that lead to pages of the digest's own and hold no id: papers where the header or what stands around says so."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.formats.shapes.page_links import page_of
from digest_tui.formats.words.titles import Headline
from support.small import read, titles

TITLE = "Sparse Routing for Long Videos"
A, B = "Short Name (Lab)", "큐웬"
DAY = date(2026, 2, 18)


def table(header: str, *lines: str) -> tuple[str, ...]:
    return (f"| {header} |", "|" + "---|" * (header.count("|") + 1), *(f"| {line} |" for line in lines))


@pytest.mark.parametrize(
    "header",
    [
        "論文",
        "Paper",
        "Papers",
        "标题",
        "제목",
        "題名",
        "標題",
        "文献",
        "문헌",
        "Title",
        "論文名",
        "논문",
        "논문 (Paper)",
        "论文 Paper",
        "論文 / Paper",
        "日本語タイトル (Title)",
        "**Paper**",
        "📄 논문 제목",
        "注目論文",
        "推荐论文",
    ],
)
def test_a_header_of_papers_makes_papers_of_rows_that_lead_to_pages(header: str) -> None:
    rows = table(f"{header} | 一言", f"[{A}](papers/2026-02-17/short-name) | one line", f"[{B}](./qwen.md) | 한 줄")
    digest = read("# Notes", "", "## 2026-02-18 오늘의 논문", "", "### RAG", "", *rows, path="README.md")
    assert [(paper.title, digest.day_of(paper)) for paper in digest.papers] == [(A, DAY), (B, DAY)]


@pytest.mark.parametrize(
    ("cell", "link"),
    [
        ("[Qwen2](qwen2)", "qwen2"),
        ("**[Qwen2](../papers/qwen2.md)**", "../papers/qwen2.md"),
        ("1. [Qwen2](/papers/qwen2.html#top)", "/papers/qwen2.html#top"),
        ("⭐ [Qwen2](<papers/qwen 2.md>) (Lab)", "papers/qwen 2.md"),
        ("[[Qwen2]]", "Qwen2"),
        ("[[papers/큐웬 2\\|Qwen2]]", "papers/큐웬 2"),
        ("[[papers/qwen2|Qwen2]]", "papers/qwen2"),
        ("[Qwen2]({% post_url 2025-12-10-qwen2 %})", "{% post_url 2025-12-10-qwen2 %}"),
        ("[Qwen2]({% link _posts/qwen2.md %})", "{% link _posts/qwen2.md %}"),
        ("[Qwen2]({{ '/qwen2' | relative_url }})", "{{ '/qwen2' | relative_url }}"),
        ('[Qwen2]({{< ref "qwen2.md" >}})', '{{< ref "qwen2.md" >}}'),
        ('<a href="papers/qwen2.html">Qwen2</a>', "papers/qwen2.html"),
    ],
)
def test_the_link_of_a_row_is_kept_as_written(cell: str, link: str) -> None:
    (paper,) = read("# 2026-02-18", *table("Paper | One line", f"{cell} | 한 줄")).papers
    assert (paper.title, paper.link) == ("Qwen2", link)
    assert "**One line**: 한 줄" in (paper.excerpt or "")


@pytest.mark.parametrize("name", ["R1", "o1", "π0", "큐웬", "RAG", "论文助手"])
def test_a_short_name_is_a_title_in_a_column_of_titles(name: str) -> None:
    assert titles(read(*table("论文 | 一句", f"[{name}](p/x) | y", f"[{A}](p/z) | y"))) == [name, A]


def test_a_short_name_may_lead_to_an_id_too() -> None:
    (paper,) = read(*table("Paper | Lab", "[R1](https://arxiv.org/abs/2602.00001) | x")).papers
    assert (paper.title, paper.arxiv and paper.arxiv.id) == ("R1", "2602.00001")


def test_rows_with_and_without_ids_stand_together() -> None:
    rows = ("[Qwen2](https://arxiv.org/abs/2602.00001) | x", f"[{A}](papers/a) | y", "[R1](r1.md) | z")
    assert titles(read("## 2026-02-18", *table("Paper | One line", *rows))) == ["Qwen2", A, "R1"]


def test_a_button_in_another_cell_leads_to_the_page_too() -> None:
    rows = (f"{A} | [노트](notes/a.md)", "긴 영상의 희소 라우팅 | [노트](notes/b.md)")
    assert titles(read(*table("논문 | 노트", *rows))) == [A, "긴 영상의 희소 라우팅"]


@pytest.mark.parametrize("button", ["[📄](notes/{}.md)", "([note](notes/{}.md))", "[[notes/{}\\|노트]]"])
def test_so_does_a_button_behind_a_title(button: str) -> None:
    rows = (f"{A} {button.format('a')} | x", f"긴 영상의 희소 라우팅 {button.format('b')} | y")
    assert titles(read(*table("논문 | 한 줄", *rows))) == [A, "긴 영상의 희소 라우팅"]


def test_so_does_the_name_of_a_file() -> None:
    rows = (f"[01-short](./2026-02-17/01-short.md) | {A}", "[02_long.md](02_long.md) | 긴 영상의 희소 라우팅")
    assert titles(read(*table("ファイル | 論文", *rows))) == [A, "긴 영상의 희소 라우팅"]


def test_several_pages_in_one_cell_are_a_paper_each() -> None:
    rows = table("분야 | 논문", f"RAG | [{A}](p/a)<br>[Longer Name](p/b)")
    assert [(p.title, p.link) for p in read(*rows).papers] == [(A, "p/a"), ("Longer Name", "p/b")]


@pytest.mark.parametrize(
    "lines",
    [
        table("File | Description", "[guide](docs/guide.md) | how", "[main program](src/main.py) | what"),
        table("Docs | [guide](docs/guide.md)", "Setup of it all | [setup](docs/setup.md)"),
        table("Title | Section", "[Installation of it](docs/install.md) | 1", "[Usage of it](docs/usage.md) | 2"),
        table("Title | Tags", "[My trip to Jeju](posts/jeju.md) | a", "[How to cook rice](posts/rice.md) | b"),
        table("Date | Link", "2025-12-10 | [2025-12-10](digests/2025-12-10.md)"),
        table("Title | Count", "[2025-12-10](digests/2025-12-10.md) | 3", "[Daily Papers 2025-12-09](x.md) | 4"),
        table("날짜 | 논문", "2025-12-10 | [12편](digests/2025-12-10.md)", "2025-12-09 | [9편](digests/2025-12-09.md)"),
        table("Date | Papers", "2025-12-10 | [12 papers](digests/10.md)", "2025-12-09 | [9 papers](digests/09.md)"),
        table("Week | Papers", "[W17](weeks/2026-W17.md) | 12", "[2026-W16](weeks/2026-W16.md) | 9"),
        table("Topic | Papers", "Vision | [see them](cv.md)", "Speech | [see them](speech.md)"),
        table("Category | Papers", "Vision | [Vision papers](vision.md)", "Speech | [음성 논문 목록](speech.md)"),
        table("Model | Link", "[Qwen2](models/qwen2.md) | [card](cards/q.md)", "[R1](models/r1.md) | [card](c/r.md)"),
        table("Name | Description", "[Qwen2 model](models/q.md) | x", "[COCO dataset](data/c.md) | y"),
        table("Method | Paper", "[Router](m/router.md) | Smith et al.", "[Other](m/other.md) | Jones et al."),
        table("Paper | Section", "[Installation](#installation) | 1", "[Usage](#usage) | 2"),
        table("[![CI](a.svg)](ci) | [![PyPI](b.svg)](pypi)"),
        ("## Archive", *table("Paper | Year", f"[{A}](old/a.md) | 2024", "[Longer name](old/b.md) | 2023")),
        table("标题 | 数量", "[视觉领域](cv.md) | 3", "[语言领域](nlp.md) | 4"),
    ],
)
def test_other_tables_with_links_to_pages_hold_none(lines: tuple[str, ...]) -> None:
    assert titles(read("# A repository", "", "Words.", "", *lines, path="README.md")) == []


@pytest.mark.parametrize(
    ("around", "path"),
    [
        (("# Reading list of papers",), "README.md"),
        (("# 읽은 논문",), "notes.md"),
        (("## 2026-02-18",), "notes.md"),
        ((), "daily/2026-02-18.md"),
        (("---", "title: 논문 2026-02-18", "---"), "x.md"),
    ],
)
def test_titles_are_those_of_papers_where_what_stands_around_says_so(around: tuple[str, ...], path: str) -> None:
    rows = table("Title | Tags", f"[{A}](notes/a.md) | cv", "[Longer name](notes/b.md) | nlp")
    assert titles(read(*around, *rows, path=path)) == [A, "Longer name"]


def test_titles_are_those_of_papers_where_their_pages_are_kept_as_papers() -> None:
    rows = table("제목 | 한 줄", f"[{A}](papers/2026-02-17/short-name) | x", f"[{B}](../논문/큐웬.md) | y")
    assert titles(read("# Notes", *rows, path="README.md")) == [A, B]


def test_an_overview_by_name_repeats_the_papers_below_it() -> None:
    rows = table("Paper | One line", "[LongRoute](notes/longroute.md) | x")
    paper = ("## LongRoute: Sparse Routing for Long Videos", "[PDF](https://arxiv.org/abs/2602.00001)", "", "text")
    assert titles(read("# 2026-02-18", *rows, "", *paper)) == ["LongRoute: Sparse Routing for Long Videos"]


_SEGMENT = st.text(alphabet="abcq2큐웬論文_-", min_size=1, max_size=8).filter(lambda text: text.strip("_-") != "")
_PAGE = st.builds(
    lambda root, parts, ending: root + "/".join([*parts, "x9"]) + ending,
    st.sampled_from(["", "./", "../", "/", "papers/2026-02-17/"]),
    st.lists(_SEGMENT, max_size=3),
    st.sampled_from(["", ".md", ".html", "/", ".markdown#part"]),
)
_LINK = st.sampled_from(["[{name}]({page})", "**[{name}]({page})**", '<a href="{page}">{name}</a>'])


@given(
    st.sampled_from(["論文", "Paper", "논문 (Paper)", "📄 论文标题"]),
    st.lists(st.tuples(st.sampled_from(["Qwen", "큐웬", "긴 이름 (Lab)", "R", "RAG+"]), _PAGE, _LINK), min_size=1),
)
def test_every_row_below_a_header_of_papers_is_one_whatever_page_it_leads_to(
    header: str, rows: list[tuple[str, str, str]]
) -> None:
    named = [(f"{name}{chr(65 + n)}", page, link) for n, (name, page, link) in enumerate(rows[:20])]
    lines = table(f"{header} | 한 줄", *(f"{link.format(name=name, page=page)} | words" for name, page, link in named))
    digest = read("## 2026-02-18 words", *lines, path="README.md")
    assert [(paper.title, paper.link) for paper in digest.papers] == [(name, page) for name, page, _ in named]
    assert {digest.day_of(paper) for paper in digest.papers} == {DAY}


@pytest.mark.parametrize(
    ("path", "link", "expected"),
    [
        ("daily/2025-11-07.md", "../papers/sparse-routing-for-long-videos.md", True),
        ("daily/2025-11-07.md", "sparse_routing_for_long.html#top", True),
        ("daily/2025-11-07.md", "2025/11-sparse%20routing%20for%20long%20videos.md", True),
        ("daily/2025-11-07.md", "sparse.md", False),
        ("daily/2025-11-07.md", "dense-routing-for-long-videos-of-cats.md", False),
        ("daily/2025-11-07.md", "../topics/sparse-routing-for-long-videos.md", False),
        ("daily/2025-11-07.md", "tags/sparse-routing-for-long-videos.md", False),
        ("daily/2025-11-07.md", "docs/sparse-routing-for-long-videos.md", False),
        ("daily/2025-11-07.md", "/category/sparse-routing-for-long-videos.md", False),
        ("daily/2025-11-07.md", None, False),
        ("daily/2025-11-07.md", "https://example.org/sparse-routing-for-long-videos.md", False),
        ("README.md", "papers/sparse-routing-for-long-videos.md", False),
    ],
)
def test_a_page_beside_a_dated_digest_is_a_paper_where_it_is_named_like_its_title(
    path: str, link: str | None, expected: bool
) -> None:
    assert page_of(path, Headline(TITLE, link)) == (f"file:{link}" if expected else None)
