"""The same Markdown has the same words in the reader, in the search and in the excerpts of its finds."""

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.markup.blocks import (
    Block,
    BulletList,
    Code,
    Content,
    Equation,
    Heading,
    Html,
    LineBreak,
    Media,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from digest_tui.markup.parser import parse
from digest_tui.model import PaperState
from digest_tui.notation.visible import visible_text
from digest_tui.search.excerpts import excerpt
from digest_tui.search.marking import Marker
from digest_tui.search.parser import parse as parse_query
from digest_tui.search.texts import body_blocks, body_text
from support.desk import TODAY
from support.library import Sample, entries_on


def words(text: str) -> list[str]:
    """The words of a text: emphasis may stand in the middle of one, and marks that are shown are no words."""
    return re.findall(r"[^\W_]+", re.sub(r"[*_~`]+", "", text))


def shown(markdown: str) -> list[str]:
    """The words that the reader shows."""
    return words("\n".join(_blocks(parse(markdown))))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(_, content) | Paragraph(content):
                yield _inline(content)
            case Quote(inner):
                yield from _blocks(inner)
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield "" if item.number is None else str(item.number)
                    yield from _blocks(item.blocks)
            case Table(header, rows):
                yield from (_inline(cell) for row in (header, *rows) for cell in row)
            case Code(text) | Equation(text) | Html(text) | Media(_, text):
                yield text
            case Rule():
                pass


def _inline(content: Content) -> str:
    return "".join(
        inline.text if isinstance(inline, Span) else "\n" if isinstance(inline, LineBreak) else inline.alt
        for inline in content
    )


TEXTS = [
    "**강화** *학습*은 본문**(x)**는 **word(x)**는 가*나*다",
    "- ***What's New***: 새롭다\n- **Goal:** x\n- ***Broken**: y",
    "[RL](https://x.org/world_(a)) 학습 [둘](<https://x.org/a b> 'title') [셋][ref]\n\n[ref]: https://hidden.example",
    "![그림 설명](https://x.org/p.png) [![badge](b.svg)](https://x.kr) [`code`](x) **[a](b)[c](d)**",
    "`*x*` `a &amp; b` ``a`b`` `[a](b)` `<b>` `a``b` `$x$`",
    "`code_name` snake_case _em_ __strong__ a__b __init__ f(x)*2 2*3*4 **a*b**",
    r"\*star\* \[no\](link) \`tick\` \# 1\. &lt;EOS&gt; &amp;amp; &copy; &#9731; AT&T &nosuch;",
    "# A #\n\n## 방법 ##\n\n#hash tag\n\nSetext\n------\ntext",
    "> quoted\n> on\n>\n> - a\n>   b",
    "1. one\n2. two\n\n3) three\n\n- [x] done\n- [ ] open\n  - nested\n\n    deep",
    "| 강화 | 학습 |\n|---|:-:|\n| a `b` | c \\| d |\n| **e** | [f](g) |",
    "```python\nx = **y** [a](b) &amp;\n```\n\n~~~\nz\n```\n~~~~ y\n~~~~\n\n    indented *code*",
    "https://github.com/a/b_c?d=1 와 <https://github.com/a> (https://x.kr/b).",
    "O(n[log n]) [CLS] [MASK] [^1] !not [img] a | b ~~gone~~ $5 and $6 <think> <EOS>",
    "대형 언어\n모델  \n줄\\\n끝\n\n本文を\n続ける",
    "<b>굵게</b> <i>a</i>b <s>지움</s> <code>x_y</code> 첫째<br>둘째 <span style='x'>글</span> <a href='/x'>y</a>",
    "* * *\n\n---\n\ntext\n***\nmore",
    "",
]


@pytest.mark.parametrize("markdown", TEXTS)
def test_search_sees_the_words_that_the_reader_shows(markdown: str) -> None:
    assert words(visible_text(markdown)) == shown(markdown)


_WORD = st.sampled_from(
    ["강화", "학습을", "RL", "snake_case", "GPT-5", "本文", "3.5", "[CLS]", "AT&amp;T", "&lt;s1&gt;", r"\*"]
)
_INLINE = st.recursive(
    _WORD,
    lambda inner: st.one_of(
        inner.map("**{}**".format),
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
    ),
    max_leaves=4,
)
_PIECE = st.one_of(
    _INLINE,
    _WORD.map("[{}](https://x.kr/a_(b))".format),
    _WORD.map("![{}](a.png)".format),
    _WORD.map("`{}`".format),
    _WORD.map("~~{}~~".format),
    st.just("https://x.kr/c_d"),
    st.just("<https://x.kr>"),
)
_LINE = st.lists(_PIECE, min_size=1, max_size=4).map(" ".join)
_BLOCK = st.one_of(
    st.lists(_LINE, min_size=1, max_size=3).map("\n".join),
    _LINE.map("## {}".format),
    st.lists(_LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}\n  - {line}" for line in lines)),
    st.lists(_LINE, min_size=1, max_size=3).map(
        lambda lines: "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    ),
    st.lists(_LINE, min_size=1, max_size=2).map(lambda lines: "\n".join(f"> {line}" for line in lines)),
    st.lists(_LINE, min_size=2, max_size=3).map(
        lambda cells: f"|{'|'.join(cells)}|\n|{'---|' * len(cells)}\n|{'|'.join(cells)}|"
    ),
    _LINE.map("```\n{}\n```".format),
    st.just("---"),
)


@given(st.lists(_BLOCK, max_size=4).map("\n\n사이\n\n".join))
def test_search_sees_the_words_of_any_markdown(markdown: str) -> None:
    assert words(visible_text(markdown)) == shown(markdown)


@pytest.mark.parametrize("markdown", [text for text in TEXTS if text and not text.startswith(("<", "*", "#"))])
def test_an_excerpt_holds_words_of_the_reader_in_their_order(markdown: str) -> None:
    [entry] = entries_on("2025-01-03", Sample("A Title", markdown))
    assert words(body_text(entry)) == shown(entry.body)
    word = next(word for word in shown(entry.body) if word in body_text(entry))
    found = excerpt(entry, PaperState(), Marker(parse_query(f'"{word}"', today=TODAY)), body_blocks(entry))
    assert found is not None
    assert f" {' '.join(words(found.text))} " in f" {' '.join(shown(entry.body))} "


@pytest.mark.parametrize(
    ("markdown", "reader", "search"),
    [
        (r"$\alpha$ and $x_1$", "α and x₁", r"$\alpha$ and $x_1$"),
        ("x<sub>2</sub> <b>굵게</b>", "x₂ 굵게", "x2 굵게"),
        ("x<sub>가</sub>", "x(가)", "x가"),
        ("<think>생각</think>", "<think>생각</think>", "<think>생각</think>"),
        ("<details>\n<summary>열기</summary>", "<details>\n<summary>열기</summary>", "열기"),
        ("[Watch Video](a.mp4)", "Watch Video", ""),
    ],
)
def test_where_they_differ_it_is_meant(markdown: str, reader: str, search: str) -> None:
    assert "\n".join(_blocks(parse(markdown))) == reader
    assert visible_text(markdown) == search
