"""Where the keys for links lead, what they refuse with which words, and what is copied."""

import pytest

from digest_tui.errors import LinkError
from digest_tui.model import Entry
from digest_tui.session import links
from digest_tui.session.facts import Fact
from digest_tui.session.listing import PaperItem
from support.blog import Blog
from support.headless import Headless

DAY = "2025-03-11"


def shown(blog: Blog, heading: str, body: str = "") -> Headless:
    """A reader on a digest of one paper with a heading of one's own."""
    text = f"---\ntitle: Daily Papers {DAY}\n---\n\n# 1. {heading}\n\n## Method\n내용. {body}\n"
    (blog.folder / f"{DAY}-papers.md").write_text(text, encoding="utf-8")
    return Headless(blog)


def entry(desk: Headless) -> Entry:
    assert desk.session.entry is not None
    return desk.session.entry


def refusal(desk: Headless, link_of: links.LinkOf) -> str:
    """Why nothing is opened."""
    with pytest.raises(LinkError) as refused:
        link_of(entry(desk), desk.library)
    return str(refused.value)


def test_arxiv_alphaxiv_and_pdf_are_built_from_the_id(blog: Blog) -> None:
    desk = shown(blog, "[A paper](http://arxiv.org/abs/2503.01234v2)")
    assert [link(entry(desk), desk.library) for link in (links.arxiv, links.alphaxiv, links.pdf)] == [
        "https://arxiv.org/abs/2503.01234",
        "https://www.alphaxiv.org/ko/overview/2503.01234",
        "https://arxiv.org/pdf/2503.01234",
    ]


def test_without_an_id_the_link_of_the_heading_opens_and_nothing_is_built(blog: Blog) -> None:
    desk = shown(blog, "[A paper elsewhere](https://openreview.net/forum?id=abc)")
    assert links.arxiv(entry(desk), desk.library) == "https://openreview.net/forum?id=abc"
    assert refusal(desk, links.alphaxiv) == "This paper has no arXiv id, so there is no Alphaxiv page for it."
    assert refusal(desk, links.pdf) == "This paper has no arXiv id, so there is no PDF to open."


def test_without_an_id_and_a_link_nothing_opens(blog: Blog) -> None:
    other = "\n\n# 2. [A paper with an id](https://arxiv.org/abs/2503.09999)\n\n## Method\n내용."
    desk = shown(blog, "A paper nowhere", other)
    assert refusal(desk, links.arxiv) == "This paper has neither an arXiv id nor a link in its heading."


@pytest.mark.parametrize(
    "url", ["https://user@example.org/", "https://127.0.0.1/", "https://localhost/x", "http://example.org:8080/"]
)
def test_a_link_that_breaks_the_rule_is_not_opened(blog: Blog, url: str) -> None:
    desk = shown(blog, f"[A paper elsewhere]({url})")
    assert refusal(desk, links.arxiv).startswith("This link is not opened: ")


def test_a_link_to_a_file_beside_the_digest_is_named_and_not_opened(blog: Blog) -> None:
    other = "\n\n# 2. [A paper with an id](https://arxiv.org/abs/2503.09999)\n\n## Method\n내용."
    desk = shown(blog, "[A paper with a page of its own](./papers/b/../a.md#top)", other)
    assert Fact("papers/a.md") in desk.page.facts
    assert refusal(desk, links.arxiv).startswith("This link is not opened: ")


def test_other_links_have_letters_and_say_where_they_really_lead(blog: Blog) -> None:
    desk = shown(
        blog,
        "[A paper](https://arxiv.org/abs/2503.01234)",
        "코드는 https://github.com/someone/code에서, [글](https://example.org/b), ![](https://localhost/x.png)",
    )
    rows = links.others(entry(desk))
    assert [(row.key, row.kind, row.host) for row in rows] == [
        ("a", "picture", "link not opened"),
        ("b", "link", "github.com"),
        ("c", "link", "example.org"),
    ]
    assert not any(row.passed_over for row in rows)


def test_more_links_than_letters_are_listed_all_the_same(blog: Blog) -> None:
    urls = " ".join(f"https://example.org/{number}" for number in range(len(links.LETTERS) + 2))
    desk = shown(blog, "[A paper](https://arxiv.org/abs/2503.01234)", urls)
    rows = links.others(entry(desk))
    assert len(rows) == len(links.LETTERS) + 2
    assert [row.key for row in rows[-3:]] == ["Z", "", ""]


def test_a_paper_without_other_links_says_so(blog: Blog) -> None:
    desk = shown(blog, "[A paper](https://arxiv.org/abs/2503.01234)")
    assert refusal(desk, lambda paper, _: links.others(paper)[0].url) == "This paper has no other links."


def entries(desk: Headless) -> list[Entry]:
    """The papers of the list."""
    return [item.entry for item in desk.session.items if isinstance(item, PaperItem)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (links.URL, "https://arxiv.org/abs/2503.01234"),
        (links.ARXIV_ID, "2503.01234"),
        (links.TITLE, "A [MASK] paper"),
        (links.MARKDOWN, r"[A \[MASK\] paper](https://arxiv.org/abs/2503.01234)"),
    ],
)
def test_what_is_copied_of_one_paper_is_said_as_it_is(blog: Blog, kind: links.Kind, text: str) -> None:
    desk = shown(blog, "[A [MASK] paper](https://arxiv.org/abs/2503.01234)")
    assert links.copied(kind, [entry(desk)], desk.library) == (text, text)


def test_bibtex_keeps_its_lines_and_is_named_by_the_first(blog: Blog) -> None:
    desk = shown(blog, "[100% of & in a title](https://arxiv.org/abs/2503.01234)")
    text = desk.library.exporting.text([entry(desk)], "bibtex")
    copied = links.copied_bibtex(text, 1)
    assert copied == (text.rstrip("\n"), text.partition("\n")[0])
    assert "\n" in copied.text


NOWHERE = "A paper nowhere\n\n## Method\n내용.\n\n# 2. [One](https://arxiv.org/abs/2503.09999)\n\n## Method\n내용.\n\n"
NOWHERE += "# 3. [Two](https://arxiv.org/abs/2503.09998)"


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (
            links.URL,
            "https://arxiv.org/abs/2503.09999\nhttps://arxiv.org/abs/2503.09998",
            "2 URLs, 1 paper has none",
        ),
        (links.ARXIV_ID, "2503.09999\n2503.09998", "2 arXiv ids, 1 paper has none"),
        (links.TITLE, "A paper nowhere\nOne\nTwo", "3 titles"),
        (
            links.MARKDOWN,
            "A paper nowhere\n[One](https://arxiv.org/abs/2503.09999)\n[Two](https://arxiv.org/abs/2503.09998)",
            "3 Markdown links",
        ),
    ],
)
def test_of_many_papers_a_line_each_is_copied_in_their_order(
    blog: Blog, kind: links.Kind, text: str, words: str
) -> None:
    desk = shown(blog, NOWHERE)
    assert links.copied(kind, entries(desk), desk.library) == (text, words)


def test_of_many_papers_the_bibtex_entries_are_counted(blog: Blog) -> None:
    desk = shown(blog, NOWHERE)
    text = desk.library.exporting.text(entries(desk)[1:], "bibtex")
    assert links.copied_bibtex(text, 2) == (text.rstrip("\n"), "2 BibTeX entries")
    assert text.index("2503.09999") < text.index("2503.09998")


def test_of_many_papers_those_that_lack_something_are_counted(blog: Blog) -> None:
    desk = shown(blog, NOWHERE.replace("[Two](https://arxiv.org/abs/2503.09998)", "Two"))
    assert links.copied(links.URL, entries(desk), desk.library).words == "1 URL, 2 papers have none"


@pytest.mark.parametrize(("count", "words"), [(1, "This paper has no"), (2, "These 2 papers have no")])
def test_where_no_paper_has_it_nothing_is_copied(blog: Blog, count: int, words: str) -> None:
    desk = shown(blog, NOWHERE.replace("[One](https://arxiv.org/abs/2503.09999)", "One"))
    for kind, name in ((links.URL, "URL"), (links.ARXIV_ID, "arXiv id")):
        with pytest.raises(LinkError) as refused:
            links.copied(kind, entries(desk)[:count], desk.library)
        assert str(refused.value) == f"{words} {name} to copy."
