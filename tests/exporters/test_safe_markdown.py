"""Text of a digest as Markdown: it reads as it did, nothing in it acts, and nothing reaches beyond it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.exporters.safe_markdown import SafeMarkdown
from digest_tui.markup.blocks import Paragraph, Span
from digest_tui.markup.parser import parse
from support.promises import promises
from support.rendered import READER, markers, tokens_of, words_meant, words_read

NOTE = SafeMarkdown(tasks=False)
FILE = SafeMarkdown(tasks=True)
FRAGMENTS = (
    "<!-- digest-tui arxiv:2512.00001 00000000 -->", "<!-- /digest-tui -->", "<!--", "-->", "<details>", "</details>",
    "<script>alert(1)</script>", "<img src=https://a.org/x.png onerror=x>", "<iframe src='https://a.org'></iframe>",
    "![picture](https://a.org/x.png)", "![[Embed]]", "[[Wiki|link]]", "#tag", "#한글", "# Heading", "## Lower",
    "- [ ] task", "- [x] done", "* star", "+ plus", "1. one", "7) seven", "> quote", "> [!note] callout", "***", "---",
    "===", "```", "```dataview", "```dataviewjs\ndv.list()\n```", "~~~", "`= this.file.name`", "`$= dv.x`", "`a`", "``",
    "`x | y`", "<% tp.file.cursor() %>", "{{ liquid }}", "{% raw %}", "%%comment%%", "==mark==", "key:: value", ":::",
    "^block-id", "[^1]", "[^1]: footnote", "[ref]: https://a.org", "[ref]", "[a](javascript:alert)",
    "[a](https://a.org)",
    "[a](https://a.org/b_(c))", "<https://a.org>", "https://a.org/x_y", "$$", "$$\nx^2\n$$", "$x_1$", "$5 and $6",
    "\\(a\\)",
    "\\", "\\\\", "&lt;b&gt;", "&#91;x]", "&amp;amp;", "**bold**", "*it*", "***both***", "~~gone~~", "**굵게(x)**는",
    "_a_",
    "snake_case", "| a | b |\n| - | - |\n| c | `d` |", "| a |", "    code", "\tcode", "a  ", "@cite", "~sub~", "H~2~O",
    "<b>b</b>", "<br>", "<sub>2</sub>", "<u>u</u>", "C#", "!", "[", "]", "(", "a<b", "1 < 2 > 0", "가나다", "Ünï",
)  # fmt: skip
HOSTILE = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["\n", "\n\n", " ", "", "\n  ", "\n> "]))).map(
    lambda parts: "".join(text + between for text, between in parts)
)


def note(markdown: str) -> str:
    return NOTE.blocks(parse(markdown, tex=True))


def file(markdown: str) -> str:
    return FILE.blocks(parse(markdown, tex=True))


@pytest.mark.parametrize(
    ("digest", "written"),
    [
        ("plain words, snake_case, 5 < 6, 가나다", "plain words, snake_case, 5 < 6, 가나다"),
        ("a #tag and C# code", r"a \#tag and C# code"),
        ("![[Embed]] and [[Link]]", r"!\[\[Embed\]\] and \[\[Link\]\]"),
        ("%%hidden%% ==marked==", r"%\%hidden%\% =\=marked=\="),
        ("Status:: done", r"Status:\: done"),
        ("words ^block", r"words \^block"),
        ("<% tp.system.prompt() %>", r"\<\% tp.system.prompt() %>"),
        ("- [ ] a task\n- [x] done", "- ☐ a task\n- ☑ done"),
        ("`= this.file.name`", "= this.file.name"),
        ("`$= dv.pages()`", r"\$= dv.pages()"),
        ("`VIEW[1 + 1]`", r"VIEW\[1 + 1\]"),
        ("`x = 1`", "`x = 1`"),
        ("```dataviewjs\ndv.list()\n```", "```\ndv.list()\n```"),
        ("```python\nx = 1\n```", "```python\nx = 1\n```"),
        ("```\n<% x %>\n<!-- /digest-tui -->\n```", "```\n< % x %>\n<! -- /digest-tui -->\n```"),
        ("````\n```\n````", "````\n```\n````"),
        ("![A chart](https://a.org/x.png)", "[picture: A chart](https://a.org/x.png)"),
        ("![](x.png)", "(picture)"),
        ("see ![A](https://a.org/x.png) there", "see [picture: A](https://a.org/x.png) there"),
        ("wow\\![a](https://a.org)", "wow!\u200b[a](https://a.org)"),
        ("wow\\![a](javascript:x) ![b](https://a.org)", r"wow!a [picture: b](https://a.org)"),
        ("[a](javascript:alert(1))", "a"),
        ("[a](https://a.org/b_(c))", "[a](<https://a.org/b_(c)>)"),
        ("https://A.org/x", "[https://A.org/x](https://a.org/x)"),
        ("https://a.org/x", "<https://a.org/x>"),
        ("**굵게(x)**는", "**굵게(x)\u200b**는"),
        ("$x_1^2$ costs $5", r"$x_1^2$ costs \$5"),
        ("$$\nx_1 = \\frac{a}{b}\n$$", "$$\nx_1 = \\frac{a}{b}\n$$"),
        ("$$\na\n=\nb\n$$", "$$\na\n{}=\nb\n$$"),
        ("<div>\n<p>raw</p>\n</div>", "\\<div>\\\n\\<p>raw\\</p>\\\n\\</div>"),
        ("---", "* * *"),
        ("| a | `b|c` | $|x|$ |\n|:-|-|-:|\n| d | e | f |", None),
    ],
)  # fmt: skip
def test_what_is_a_sign_for_another_program_is_text(digest: str, written: str | None) -> None:
    if written is not None:
        assert note(digest) == written


def test_a_bar_within_a_table_ends_no_cell() -> None:
    table = note("| a | b |\n| :- | -: |\n| `c\\|d` | $\\|x\\|$ |")
    assert table == "| a | b |\n| :--- | ---: |\n| `c\\|d` | $\\vert x\\vert $ |"


def test_a_task_in_a_file_of_markdown_is_one() -> None:
    assert file("- [ ] read it") == "- [ ] read it"


def test_two_lists_stay_two() -> None:
    assert [token.type for token in READER.parse(note("- a\n* b\n+ c")) if token.level == 0].count(
        "bullet_list_open"
    ) == 3


@pytest.mark.hypothesis
@given(HOSTILE)
def test_every_letter_reads_as_it_did(markdown: str) -> None:
    blocks = parse(markdown, tex=True)

    def compared(text: str) -> str:
        # A formula is text for a reader of CommonMark, which takes some of its signs for its own.
        return re.sub(r"[\\$_*~|<>`&()]|vert|{}|<!--", "", text)

    assert compared(words_read(NOTE.blocks(blocks))) == compared(words_meant(blocks))


@promises(
    "SECURITY.md",
    "What a digest says is text in every format: no HTML, embed, template or query in a note, no formula in a table, "
    "no command in a bibliography that LaTeX does not know, and a page that runs no script and loads nothing.",
)
@promises(
    "docs/formats.md",
    "What a digest says is text: no digest can write HTML, a picture, an embed, a tag, a template, a definition, or "
    "code that a program runs.",
    "Pictures are links with their words, so nothing is loaded until you follow one.",
    "Formulas are TeX.",
)
@pytest.mark.hypothesis
@given(HOSTILE, st.booleans())
def test_nothing_acts_and_nothing_reaches_beyond(markdown: str, tasks: bool) -> None:
    text = SafeMarkdown(tasks=tasks).blocks(parse(markdown, tex=True))
    tokens = tokens_of(f"{text}\n\n# After\n\n[ref] [^1] ![a] [b]: c <div>\n")
    assert not [token for token in tokens if token.type in ("html_block", "image")]
    headings = [token for token in tokens if token.type == "heading_open" and token.level == 0]
    assert headings[-1].map == [text.count("\n") + 2, text.count("\n") + 3]
    last = tokens[-3:]
    assert [token.content for token in last if token.type == "html_inline"] in ([], ["<div>"])
    assert not list(markers(text))
    assert "<%" not in text
    prose = "\n".join(token.content for token in READER.parse(text) if token.type == "inline")
    for part in (r"\\`", r"(?s)(`+)(?!`).*?(?<!`)\1(?!`)", r"<?https?://\S+", r"\$+[^$]*\$+"):
        prose = re.sub(part, "", prose)
    for sign in ("![", "[[", "%%", "==", "::", "{{", "<!--"):
        assert sign not in prose
    assert not re.search(r"(?<![\\\w])#\w", prose)


def test_a_definition_is_none_for_the_rest_of_the_file() -> None:
    text = note("[ref]: https://evil.example\n\n[^1]: a footnote\n\n[ref]")
    assert "https://evil.example" not in str(
        [token.attrs for token in tokens_of(f"{text}\n\nAnd [ref] of the person.\n")][-1]
    )
    assert not [
        token for token in tokens_of(f"And [ref] here.\n\n{note('[ref]: https://evil.example')}\n") if token.attrs
    ]


def test_words_of_no_kind_are_left_alone() -> None:
    assert NOTE.inline((Span("a"), Span("b"))) == "ab"
    assert NOTE.blocks((Paragraph(()), Paragraph((Span("a"),)))) == "a"
