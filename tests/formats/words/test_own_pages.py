"""Links to pages beside the digest: those of notes as links of Markdown, and what they lead to."""

import pytest

from digest_tui.formats.words.own_pages import leads_to_guide, leads_to_page, with_links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[큐웬]]", "[큐웬](<큐웬>)"),
        ("[[papers/qwen2|Qwen2]]", "[Qwen2](<papers/qwen2>)"),
        ("[[papers/qwen2\\|Qwen2]] x", "[Qwen2](<papers/qwen2>) x"),
        ("[[papers/long videos#Method]]", "[long videos](<papers/long videos#Method>)"),
        ("a [[b]] and [[c|d]]", "a [b](<b>) and [d](<c>)"),
        ("![[picture.png]]", "![[picture.png]]"),
        ("[[2511.00001]]", "[[2511.00001]]"),
        ("[[Title]](https://example.org)", "[[Title]](https://example.org)"),
        ("`[[code]]` and $[[x]]$", "`[[code]]` and $[[x]]$"),
        ("no link", "no link"),
    ],
)
def test_links_between_notes_become_links(text: str, expected: str) -> None:
    assert with_links(text) == expected


@pytest.mark.parametrize(
    "url",
    [
        "qwen2",
        "./papers/qwen2.md",
        "../논문/큐웬.html#top",
        "/papers/2025-11-07/qwen2/",
        "qwen2.5",
        "2025-11-07-qwen2.5-vl",
        "papers/search",
        "notes/r1.pdf",
        "{% post_url 2025-11-07-qwen2 %}",
        "{{ site.baseurl }}/papers/qwen2",
    ],
)
def test_a_link_may_lead_to_a_page_of_its_own(url: str) -> None:
    assert leads_to_page(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#qwen2",
        "https://example.org/qwen2",
        "mailto:someone",
        "src/router.py",
        "data/table.csv",
        "README.md",
        "docs/index.html",
        "topics/vision.md",
        "tags/rag/",
        "archive/2025-11.md",
        "about.md",
        "/search",
    ],
)
def test_other_links_lead_to_no_such_page(url: str) -> None:
    assert not leads_to_page(url)


@pytest.mark.parametrize(("url", "guide"), [("docs/usage.md", True), ("../guide/x", True), ("papers/docs.md", False)])
def test_guides_are_known_by_their_folder(url: str, guide: bool) -> None:
    assert leads_to_guide(url) is guide
