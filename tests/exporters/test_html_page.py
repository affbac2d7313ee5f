"""One page of papers that needs nothing else."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import ExportError
from digest_tui.exporters import Exported, exporter
from digest_tui.exporters.html_blocks import html_blocks
from digest_tui.markup.parser import parse
from digest_tui.model import PaperState
from digest_tui.model.state import Status
from support.promises import promises
from support.rendered import letters, words_meant
from support.vaults import paper

VOID = ("meta", "hr", "br")
OURS = {
    "a", "article", "blockquote", "body", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "html", "li", "main", "meta", "nav", "ol", "p", "pre", "s", "strong", "style", "table", "tbody",
    "td", "th", "thead", "time", "title", "tr", "u", "ul",
}  # fmt: skip


class Page(HTMLParser):
    """Reads a page, and fails where a tag is not closed in its order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.words += data


def page(*papers: Exported, before: str = "") -> str:
    return exporter("html").update(before, papers).text


@promises(
    "docs/formats.md",
    "`export --format html` writes one page that needs nothing else, on a screen or on paper: no script, picture or "
    "font is loaded.",
    "Formulas are Unicode where that says exactly the same, else TeX.",
)
def test_a_page() -> None:
    state = PaperState(Status.READ, True, 1, (), "mine & <b>")
    text = page(
        paper(1, "# In\nThey *fly* to $x_1^2$ and $\\frac{a}{b}$.\n\n![p](https://a.org/p.png)", state=state), paper(2)
    )
    read = Page(text)
    assert {tag for tag, _ in read.tags} <= OURS
    assert [given for tag, given in read.tags if tag == "article"] == [
        {"id": "arxiv:2512.00001", "lang": "en"}, {"id": "arxiv:2512.00002", "lang": "en"},
    ]  # fmt: skip
    assert {given["href"] for tag, given in read.tags if tag == "a"} >= {"#arxiv:2512.00001", "https://a.org/p.png"}
    assert all(
        given.get("rel") == "noreferrer" for tag, given in read.tags if tag == "a" and str(given["href"])[0] != "#"
    )
    assert '<meta name="generator" content="digest-tui">' in text
    assert "default-src &#x27;none&#x27;".replace("&#x27;", "'") in text
    for part in ("<h3>In</h3>", "<em>fly</em> to x₁² and <code>\\frac{a}{b}</code>", "mine &amp; &lt;b&gt;"):
        assert part in text
    assert "url(" not in text
    assert "@import" not in text


def test_its_language_is_that_of_the_digest() -> None:
    text = page(paper(1, "연이 난다."))
    assert '<html lang="ko">' in text
    assert '<article id="arxiv:2512.00001" lang="ko">' in text


@promises("docs/formats.md", "A page that we wrote is replaced whole; any other file is refused.")
def test_only_a_page_of_ours_is_replaced() -> None:
    once = page(paper(1), paper(2))
    again = exporter("html").update(once, [paper(1), paper(2, "Anew."), paper(3)])
    assert (again.added, again.changed, again.unchanged, again.removed) == (1, 1, 1, 0)
    assert exporter("html").update(once, [paper(1)]).removed == 1
    assert page(paper(1), paper(2), before=once) == once
    for other in ("<html><head></head><body></body></html>", "words", f"<html><head></head>{once}"):
        with pytest.raises(ExportError, match="not a page that"):
            page(paper(1), before=other)
    assert page(paper(1), before=" \n") == page(paper(1))


def test_two_keys_never_have_one_anchor() -> None:
    keys = ("url:a.org/a b", "url:a.org/a_20b", "url:a.org/a%20b", 'url:a.org/"><script>')
    papers = [paper(1)._replace(keys=(key,)) for key in keys]
    found = [given["id"] for tag, given in Page(page(*papers)).tags if tag == "article"]
    assert len(set(found)) == len(keys)


@promises(
    "SECURITY.md",
    "What a digest says is text in every format: no HTML, embed, template or query in a note, no formula in a table, "
    "no command in a bibliography that LaTeX does not know, and a page that runs no script and loads nothing.",
)
@pytest.mark.hypothesis
@given(
    st.lists(
        st.sampled_from(
            ["<script>", "</article>", "<!--", "]]>", "&lt;", "'", '"', "<style>", "- a", "1. b", "> c", "# d",
             "| a |\n| - |", "![x](https://a.org/'\"onerror=x)", "[x](javascript:y)", "[`a`](https://a.org/?a=1&b=2)",
             "**b**", "\n\n", "\n", "$x_1$", "```\n<b>\n```", "</p>", "<details>", "- [x] t", "7) z"]
        ),
        max_size=12,
    )
)  # fmt: skip
def test_every_character_is_text(parts: list[str]) -> None:
    blocks = parse(" ".join(parts))
    read = Page(html_blocks(blocks))
    assert {tag for tag, _ in read.tags} <= OURS - {"style", "meta", "article"}
    assert {name for _, given in read.tags for name in given} <= {"href", "rel", "class", "value"}
    assert all(str(given["href"]).startswith("https://a.org/") for tag, given in read.tags if tag == "a")
    plain = str.maketrans("", "", "()$")
    assert letters(read.words).translate(plain) == words_meant(blocks).translate(plain)
