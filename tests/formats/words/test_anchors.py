"""The links of a line: where they are, whether their text is a title, and which paper they lead to."""

import pytest

from digest_tui.formats.words.anchors import Says, anchors, paper_of

URL = "https://arxiv.org/abs/2511.04321"
CODE = "https://github.com/someone/router"


def labels(line: str) -> list[tuple[str, str]]:
    return [(anchor.label, anchor.url) for anchor in anchors(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"[A]({URL}) and [B]({CODE})", [("A", URL), ("B", CODE)]),
        (f"[A [nested] title]({URL})", [("A [nested] title", URL)]),
        (f'[A]({URL} "a tooltip")', [("A", URL)]),
        (f"[A](<{URL}>)", [("A", URL)]),
        (f"see {URL}.", [(URL, URL)]),
        (f"[{URL}]({URL})", [(URL, URL)]),
        (f"[![badge](https://img.example.org/b.svg)]({URL})", [("![badge](https://img.example.org/b.svg)", URL)]),
        ("![badge](https://img.example.org/b.svg)", []),
        (f"`[A]({URL})` in code", []),
        (f"`` ` [A]({URL}) `` [B]({CODE})", [("B", CODE)]),
        (f"a ` tick and [A]({URL})", [("A", URL)]),
        ("[Back](#toc)", []),
        ("[Route](#/papers/1)", [("Route", "#/papers/1")]),
        ("[Empty]()", []),
        ("[No link] at all", []),
        ("[A](notes/a.md)", [("A", "notes/a.md")]),
    ],
)
def test_the_links_of_a_line_come_in_order(line: str, expected: list[tuple[str, str]]) -> None:
    assert labels(line) == expected


def test_a_link_knows_where_it_stands() -> None:
    line = f"1. [A]({URL}) text"
    (anchor,) = anchors(line)
    assert line[anchor.start : anchor.end] == f"[A]({URL})"


def test_thousands_of_brackets_end_the_search() -> None:
    assert anchors("[" * 2000 + f"[A]({URL})") == ()


@pytest.mark.parametrize(
    "label",
    [
        "arXiv",
        "[PDF]",
        "**Paper**",
        "논문 링크",
        "원문 보기",
        "论文链接",
        "阅读原文",
        "論文リンク",
        "論文を読む",
        "2511.04321",
        "arXiv:2511.04321v2",
        "hep-th/9901001",
        "10.1234/sample.5",
        "Read more on arXiv",
        "View on Hugging Face",
        "📄",
        "![badge](https://img.example.org/b.svg)",
        "abs",
        "자세히 보기",
    ],
)
def test_a_label_that_only_says_where_it_leads_is_no_title(label: str) -> None:
    assert [anchor.says for anchor in anchors(f"[{label}]({URL})")] == [Says.PLACE]


@pytest.mark.parametrize(
    "label",
    [
        "Sparse Routing for Long Videos",
        "긴 영상을 위한 희소 라우팅",
        "长视频的稀疏路由",
        "長い動画のための疎なルーティング",
        "Paper Mario as a Benchmark",
        "Reading Comprehension of Papers with arXiv Agents",
        "Attention",
        "![new](https://img.example.org/n.svg) Sparse Routing",
    ],
)
def test_any_other_label_is_a_title(label: str) -> None:
    assert [anchor.says for anchor in anchors(f"[{label}]({URL})")] == [Says.TITLE]


@pytest.mark.parametrize("line", [f"see {URL}", f"<{URL}>", f"[{URL}]({URL})"])
def test_a_bare_url_says_nothing(line: str) -> None:
    assert [anchor.says for anchor in anchors(line)] == [Says.NOTHING]


@pytest.mark.parametrize(
    ("url", "paper"),
    [
        (URL, "arxiv:2511.04321"),
        ("https://arxiv.org/pdf/2511.04321v2.pdf", "arxiv:2511.04321"),
        ("https://huggingface.co/papers/2511.04321", "arxiv:2511.04321"),
        ("../papers/2511.04321v1-router.md", "arxiv:2511.04321"),
        ("https://doi.org/10.1234/Sample.5", "doi:10.1234/sample.5"),
        ("https://openreview.net/forum?id=aB1", "url:https://openreview.net/forum?id=aB1"),
        ("https://aclanthology.org/2025.acl-long.1/", "url:https://aclanthology.org/2025.acl-long.1"),
        ("https://arxiv.org/abs/XXXX.XXXXX", "url:https://arxiv.org/abs/XXXX.XXXXX"),
        ("papers/router.md", "file:papers/router.md"),
        ("../paper/router.html#abstract", "file:../paper/router.html#abstract"),
        ("notes/router.md", None),
        ("https://arxiv.org/list/cs.CL/recent", None),
        ("https://huggingface.co/papers", None),
        ("https://huggingface.co/papers/date/2025-11-07", None),
        (CODE, None),
        ("https://blog.example.org/papers/router", None),
    ],
)
def test_a_paper_has_one_name_for_all_its_pages(url: str, paper: str | None) -> None:
    assert paper_of(url) == paper


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("[Paper](https://lab.example.org/router.pdf)", "url:https://lab.example.org/router.pdf"),
        ("[논문](https://lab.example.org/router)", "url:https://lab.example.org/router"),
        ("[论文原文](https://lab.example.org/router/)", "url:https://lab.example.org/router"),
        ("[论文列表](https://lab.example.org/papers)", None),
        ("[Papers with Code](https://paperswithcode.example.org/x)", None),
        ("[더 많은 논문](https://lab.example.org/all)", None),
        ("[Code](https://lab.example.org/router)", None),
        ("[링크](https://lab.example.org/router)", None),
        (f"[PDF]({URL})", "arxiv:2511.04321"),
        ("[Paper](https://lab.example.org/)", None),
        ("[arXiv](https://arxiv.org/list/cs.CL/recent)", None),
        ("[Paper](https://huggingface.co/papers/)", None),
        ("[A Paper about Routers](https://lab.example.org/router)", None),
    ],
)
def test_a_link_that_calls_itself_a_paper_is_one_wherever_it_leads(line: str, paper: str | None) -> None:
    assert [anchor.paper for anchor in anchors(line)] == [paper]


def test_only_links_to_http_lead_to_the_web() -> None:
    assert [anchor.is_web for anchor in anchors(f"[A]({URL}) [B](notes/b.md)")] == [True, False]
