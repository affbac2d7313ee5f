"""HTML tags among words are drawn as what they mean; what is no pair of them is text."""

import pytest

from digest_tui.markup.blocks import (
    Block,
    BulletList,
    Content,
    Html,
    LineBreak,
    ListItem,
    Media,
    Paragraph,
    Span,
    Table,
)
from digest_tui.markup.parser import parse


def words(markdown: str) -> Content:
    """The content of the only paragraph."""
    (paragraph,) = parse(markdown)
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


@pytest.mark.parametrize(
    ("tags", "look"),
    [
        (("b", "strong", "mark", "B"), {"bold": True}),
        (("i", "em", "cite", "var"), {"italic": True}),
        (("u", "ins"), {"underline": True}),
        (("s", "strike", "del"), {"strike": True}),
        (("code", "kbd", "tt", "samp"), {"code": True}),
    ],
)
def test_a_pair_of_tags_gives_its_words_a_look(tags: tuple[str, ...], look: dict[str, bool]) -> None:
    for tag in tags:
        inner = Span("둘")._replace(**look)  # type: ignore[arg-type]
        assert words(f"하나 <{tag} class='x'>둘</{tag}> 셋") == (Span("하나 "), inner, Span(" 셋"))


@pytest.mark.parametrize("tag", ["span style='color:red'", "font color=red", "small", "big"])
def test_a_tag_of_colour_or_size_says_nothing(tag: str) -> None:
    drawn = "".join(span.text for span in words(f"a <{tag}>b</{tag.split(maxsplit=1)[0]}> c") if isinstance(span, Span))
    assert drawn == "a b c"


def test_tags_and_marks_of_markdown_may_cross() -> None:
    assert words("**a <i>b** c</i> <b>*d*</b>") == (
        Span("a ", bold=True),
        Span("b", bold=True, italic=True),
        Span(" c", italic=True),
        Span(" "),
        Span("d", bold=True, italic=True),
    )


@pytest.mark.parametrize(
    "text",
    [
        "ends with <EOS>.",
        "<think>생각</think>을 지운다",
        "a <b> c",
        "a </b> c",
        "a </b> c <b>",
        "<b></b>",
        "<b> </b>",
        "<s>[INST] 물음 [/INST]</s>",
        "<s> and </s> are tokens",
        "RoBERTa joins with </s></s>",
        "<s/>x</s>",
        "List<i> and Set<u>",
        "<q>x</q> <blink>x</blink>",
        "<sub></sub>",
    ],
)
def test_what_is_no_pair_of_tags_that_say_how_words_look_stays_visible(text: str) -> None:
    assert words(text) == (Span(text),)


def test_of_tags_that_are_not_closed_the_others_are_still_drawn() -> None:
    assert words("<i><b>a</b> <u>b") == (Span("<i>"), Span("a", bold=True), Span(" <u>b"))
    assert words("<b>a <i>b</b> c</i>") == (Span("a <i>b", bold=True), Span(" c</i>"))


@pytest.mark.parametrize(
    ("html", "drawn"),
    [
        ("H<sub>2</sub>O와 x<sup>n+1</sup>", "H₂O와 xⁿ⁺¹"),
        ("10<sup>−3</sup>, 10<sup>-3</sup>", "10⁻³, 10⁻³"),
        ("x<sub>max</sub> 5<sup>th</sup>", "xₘₐₓ 5ᵗʰ"),
        ("x<sub>가</sub> x<sup>A,B</sup>", "x(가) x(A,B)"),
        ("글<sup>[1]</sup> 글<sup>(가)</sup>", "글[1] 글(가)"),
        ("<sub>그림 1</sub>", "그림 1"),
        ("글 <sub>작은 글</sub>", "글 작은 글"),
        ("x<sub>**가** 나</sub>", "x(가 나)"),
        ("x<sub>a<sup>2</sup></sub>", "x(a²)"),
        ("x<sub><sub>가</sub></sub>", "x((가))"),
        ("x<sub>i</sub><sup>2</sup>", "xᵢ²"),
        ("`x`<sub>다</sub>", "x(다)"),
    ],
)
def test_raised_and_lowered_text_is_unicode_or_in_brackets(html: str, drawn: str) -> None:
    assert "".join(span.text for span in words(html) if isinstance(span, Span)) == drawn


def test_a_raised_number_does_not_part_a_label() -> None:
    assert words("CO<sub>2</sub>: 값") == (Span("CO₂: 값"),)


def test_a_link_leads_where_it_says_and_one_without_target_nowhere() -> None:
    assert words("<a href='https://x.kr?a&amp;b'>글</a> https://y.kr") == (
        Span("글", href="https://x.kr?a&b"),
        Span(" "),
        Span("https://y.kr", href="https://y.kr"),
    )
    assert words("<a name=x>글</a>") == (Span("글"),)
    assert words("[a <a>b</a>](/c)") == (Span("a ", href="/c"), Span("b", href="/c"))


def test_a_line_break_breaks_lines_wherever_it_stands() -> None:
    assert words("<b>a<br>b</b>") == (Span("a", bold=True), LineBreak(), Span("b", bold=True))
    assert parse("a\n\n<br>\n\nb") == (Paragraph((Span("a"),)), Paragraph((Span("b"),)))
    (table,) = parse("|a|\n|-|\n|<b>1</b><br/>2|")
    assert isinstance(table, Table)
    assert table.rows == (((Span("1", bold=True), LineBreak(), Span("2")),),)


@pytest.mark.parametrize(
    ("html", "block"),
    [
        ("<b>\n굵게\n</b>", Paragraph((Span(" 굵게 ", bold=True),))),
        ("<sub>\n작게\n</sub>", Paragraph((Span(" 작게 "),))),
        ("<EOS>\n글", Html("<EOS>\n글")),
        ("<b>\n<think>\n</b>", Html("<b>\n<think>\n</b>")),
        ("<b>\n<!-- x -->\n</b>", Html("<b>\n<!-- x -->\n</b>")),
        ("<b>\n<img src=a.png>\n</b>", Media("picture", "", "a.png")),
        ("<b>\n열린 채", Paragraph((Span("<b> 열린 채"),))),
    ],
)
def test_html_on_lines_of_its_own_is_words_where_all_its_tags_are_of_words(html: str, block: Block) -> None:
    assert parse(html) == (block,)
    inner = html.replace("\n", "\n  ")
    assert parse(f"- {inner}") == (BulletList((ListItem((block,)),)),)


@pytest.mark.parametrize("html", ["<b>" * 20_000 + "</i>" * 20_000, "<b>x" * 20_000 + "</b>" * 20_000])
def test_tags_without_number_are_read_in_a_moment(html: str) -> None:
    assert len(parse(html)) == 1
