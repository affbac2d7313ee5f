"""HTML in a line as Markdown: links, emphasis, breaks and entities; everything else is left as it is."""

import pytest

from digest_tui.formats.words.inline_html import html_code, markdown_of, title_markdown, title_text

URL = "https://arxiv.org/abs/2511.04321"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (f'<a href="{URL}">희소 라우팅</a>', f"[희소 라우팅]({URL})"),
        (f"<a href='{URL}'>A</a>", f"[A]({URL})"),
        (f"<a href={URL}>A</a>", f"[A]({URL})"),
        (f'<A HREF="{URL}" target="_blank">A</A>', f"[A]({URL})"),
        (f'<a data-href="#x" href="{URL}">A</a>', f"[A]({URL})"),
        ('<a href="a b.pdf">A</a>', "[A](a%20b.pdf)"),
        (f'<a href="{URL}"><b>A</b></a>', f"[**A**]({URL})"),
    ],
)
def test_a_link_becomes_a_link(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown


@pytest.mark.parametrize("html", ['<a id="toc"></a>A', '<a name="x">A</a>', "A</a>"])
def test_an_anchor_that_leads_nowhere_leaves_only_its_text(html: str) -> None:
    assert markdown_of(html) == "A"


def test_a_link_after_an_anchor_that_leads_nowhere_keeps_its_own_url() -> None:
    assert markdown_of(f'<a id="x"></a><a href="{URL}">A</a>') == f"[A]({URL})"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<b>A</b>", "**A**"),
        ("<strong>A</strong>", "**A**"),
        ("<i>A</i>", "*A*"),
        ("<em class='x'>A</em>", "*A*"),
        ("<code>A</code>", "`A`"),
    ],
)
def test_emphasis_becomes_emphasis(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown


@pytest.mark.parametrize("html", ["A<br>B", "A<br/>B", "A<BR />B", "A<p>B", "A<li>B"])
def test_a_break_ends_the_line(html: str) -> None:
    assert markdown_of(html) == "A\nB"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<span style='color: red'>A</span>", "A"),
        ("x<sub>2</sub>", "x2"),
        ("<font color=#f00>저자：</font>", "저자："),
        ("<td>A</td>", "A"),
        ("<summary>A</summary>", "A"),
    ],
)
def test_other_html_is_taken_away(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown


@pytest.mark.parametrize("text", ["<think> Less", "a < b and b > c", "<|endoftext|>", "<3", "<https://example.org>"])
def test_what_is_no_html_stays(text: str) -> None:
    assert markdown_of(text) == text


@pytest.mark.parametrize(
    ("html", "text"), [("Q&amp;A", "Q&A"), ("&lt;think&gt;", "<think>"), ("A&nbsp;B", "A\xa0B"), ("R&D", "R&D")]
)
def test_entities_are_characters(html: str, text: str) -> None:
    assert markdown_of(html) == text


def test_an_escaped_tag_is_text_and_no_tag() -> None:
    assert markdown_of("&lt;b&gt;A&lt;/b&gt;") == "<b>A</b>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Caf&eacute; &amp; Q&#39;s &#x27;x&#x27;", "Café & Q's 'x'"),
        ("&lt;b&gt; is &amp;lt;b&amp;gt;", "<b> is &lt;b&gt;"),
        ("&#91;A&#93;(https://x.example.org)", "[A](https://x.example.org)"),
        ("&ast;&ast;A&ast;&ast; &grave;B&grave; C &vert; D", "**A** `B` C | D"),
        ("`&lt;` and ``a ` &amp;`` but ` &lt;", "`&lt;` and ``a ` &amp;`` but ` <"),
        ("The `<b>` Tag", "The `<b>` Tag"),
        ("<code>&lt;td&gt;</code> and <b>&lt;</b>", "`<td>` and **<**"),
        ("A&NewLine;B&Tab;C&#10;D", "A B\tC D"),
        ("A &#27;[31m &#x202e;B &#x85; C&#0;", "A [31m B … C\ufffd"),
        ("R&D AT&T prune&regularize &bogus;", "R&D AT&T prune&regularize &bogus;"),
    ],
)
def test_a_reference_in_a_title_is_a_character_and_no_mark(written: str, shown: str) -> None:
    assert title_text(title_markdown(written)) == shown


def test_what_stands_for_a_mark_until_then_is_none() -> None:
    assert not set(
        title_markdown("&amp;&lt;&gt;&#91;&#93;&#40;&#41;&ast;&lowbar;&grave;&vert;&bsol;&num;&dollar;&#126;")
    ) & set("&<>[]()*_`|\\#$~")


def test_in_html_back_ticks_are_no_code() -> None:
    assert html_code("`&lt;` &amp; `&amp;lt;`") == "`<` &amp; `&lt;`"
    assert title_text(title_markdown(html_code("`&lt;b&gt;` &lt;b&gt;"))) == "`<b>` <b>"


@pytest.mark.parametrize("part", ["`", "`` ` ", "`&lt;", "<code>", "<b>`", "&lt;`", "&#96;"])
def test_no_text_of_code_is_too_long(part: str) -> None:
    """What is not linear would not be through with this in the time of the whole test run."""
    text = part * 100_000
    assert title_text(title_markdown(text)).count("`") >= 1


def test_runs_of_back_ticks_of_every_length_take_no_longer() -> None:
    text = " ".join("`" * length for length in range(1, 1500))
    assert title_text(title_markdown(text)) == text
