"""What links to pages beside the digest lead to."""

import pytest

from digest_tui.formats.words.own_pages import leads_to_guide, leads_to_page


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
