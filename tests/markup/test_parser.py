"""Markdown to blocks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.markup.blocks import (
    Block,
    BulletList,
    Code,
    Equation,
    Heading,
    Html,
    Image,
    LineBreak,
    ListItem,
    Media,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    text_of,
)
from digest_tui.markup.dialect import MAX_CELLS, MAX_NESTING
from digest_tui.markup.parser import MAX_CHARACTERS, parse
from digest_tui.markup.plain import plain_text

# fmt: off
PIECES = [
    "**", "*", "_", "~~", "`", "[", "](http://x)", "![](a.png)", "\n", "\n\n", "- ", "1. ", "> ", "    ",
    "```\n", "|a|b|\n", "|-|-|\n", "가나", "다(라)", "漢字。", "<br>", "<div>", "<video src='x.mp4'>", "$",
    "\\(", "^2", "\\alpha", "&#27;", "&#x202e;", "https://a.kr/c_d", "[x]: http://y", "# ", "---", "\t",
    "<b>", "</b>", "<sub>", "</sub>", "<s>", "</s>", "<a href=x>", "</a>", "$$", "$$\n",
    "\ud800", "\u200d", "\x1b[31m", "- [x] ",
]
# fmt: on
FRAGMENTS = st.sampled_from(PIECES)
HOSTILE = st.lists(FRAGMENTS | st.text(max_size=6), max_size=40).map("".join)


def words(markdown: str) -> tuple[Span | Image | LineBreak, ...]:
    """The content of the only paragraph."""
    (paragraph,) = parse(markdown)
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


def bold(markdown: str) -> list[str]:
    return [span.text for span in words(markdown) if isinstance(span, Span) and span.bold]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**단어(word)**는 좋다", ["단어(word)"]),
        ("**'단어'**를 본다", ["'단어'"]),
        ('그는 **"단어"**라고 했다', ['"단어"']),
        ("모델**(LLM)**은 크다", ["(LLM)"]),
        ("**90%**를 얻고 **`f()`**를 쓴다", ["90%", "f()"]),
        ("**「引用」**という", ["「引用」"]),
        ("**하나(a)**와 **둘(b)**", ["하나(a)", "둘(b)"]),
    ],
)
def test_emphasis_beside_korean_needs_no_space_after_punctuation(markdown: str, expected: list[str]) -> None:
    assert bold(markdown) == expected
    assert "*" not in text_of(words(markdown))


def test_strikethrough_beside_korean_needs_no_space_after_punctuation() -> None:
    assert words("~~옛값(1)~~은")[0] == Span("옛값(1)", strike=True)


@pytest.mark.parametrize("markdown", ["a**(b)**c", "** 단어**", "2 * 3 * 4", "단어 **", "foo_bar_baz", "*열림 만"])
def test_emphasis_that_is_none_stays_as_written(markdown: str) -> None:
    assert words(markdown) == (Span(markdown.replace("\\", "")),)


def test_nested_emphasis_is_told_apart() -> None:
    assert words("***both*** *it* **b**") == (
        Span("both", bold=True, italic=True),
        Span(" "),
        Span("it", italic=True),
        Span(" "),
        Span("b", bold=True),
    )


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("코드는 https://x.kr/a에서 본다", "https://x.kr/a"),
        ("(https://x.kr/b).", "https://x.kr/b"),
        ("https://x.kr/wiki/A_(b), 다음", "https://x.kr/wiki/A_(b)"),
        ("see https://x.kr/a_b_c?d=1&e=~f!", "https://x.kr/a_b_c?d=1&e=~f"),
        ("<https://x.kr/auto>", "https://x.kr/auto"),
    ],
)
def test_a_bare_address_is_a_link_without_what_is_glued_to_it(text: str, url: str) -> None:
    links = [span for span in words(text) if isinstance(span, Span) and span.href]
    assert links == [Span(url, href=url)]
    assert text_of(words(text)) == text.strip("<>")


def test_an_address_in_code_is_no_link() -> None:
    assert words("`https://x.kr`") == (Span("https://x.kr", code=True),)


def test_targets_of_links_are_kept_as_written() -> None:
    assert words("[가](https://예시.kr/경로?q=a%20b)") == (Span("가", href="https://예시.kr/경로?q=a%20b"),)
    assert words("[x](javascript:alert)") == (Span("x", href="javascript:alert"),)


@pytest.mark.parametrize("text", ["ends with <EOS>.", "<think>생각</think>을 지운다", "a < b > c", "List<int>"])
def test_raw_html_among_words_stays_visible(text: str) -> None:
    assert text_of(words(text)) == text


def test_line_ends_become_breaks_only_where_asked_for() -> None:
    assert words("하나  \n둘<br>셋\n넷") == (Span("하나"), LineBreak(), Span("둘"), LineBreak(), Span("셋 넷"))


def test_a_line_end_between_chinese_characters_is_no_space() -> None:
    assert words("这是一个\n句子") == (Span("这是一个句子"),)
    assert words("한국\n어") == (Span("한국 어"),)


def test_a_line_of_dashes_below_text_is_a_rule() -> None:
    assert parse("text\n---") == (Paragraph((Span("text"),)), Rule())


def test_headings_quotes_and_html_are_blocks() -> None:
    assert parse("## 방법 ##\n\n> q\n\n<details>\n<summary>s</summary>") == (
        Heading(2, (Span("방법"),)),
        Quote((Paragraph((Span("q"),)),)),
        Html("<details>\n<summary>s</summary>"),
    )


def test_tasks_lose_their_box_to_the_item() -> None:
    (tasks,) = parse("- [x] done\n- [ ] open\n- [y] text\n- [X] **all**\n- [x]none\n- a [x] b")
    assert isinstance(tasks, BulletList)
    assert [(item.checked, plain_text(item.blocks)) for item in tasks.items] == [
        (True, "done"),
        (False, "open"),
        (None, "[y] text"),
        (True, "all"),
        (None, "[x]none"),
        (None, "a [x] b"),
    ]


def test_numbers_are_the_authors_where_they_rise_and_counted_where_they_do_not() -> None:
    rising, counted = parse("3. a\n5. b\n9. c\n\n---\n\n1. a\n1. b")[::2]
    assert isinstance(rising, OrderedList)
    assert isinstance(counted, OrderedList)
    assert [item.number for item in rising.items] == [3, 5, 9]
    assert [item.number for item in counted.items] == [1, 2]
    (falling,) = parse("7. a\n5. b\n5. c")
    assert isinstance(falling, OrderedList)
    assert [item.number for item in falling.items] == [7, 8, 9]
    (single,) = parse("0. a")
    assert isinstance(single, OrderedList)
    assert [item.number for item in single.items] == [0]


def test_a_list_with_blank_lines_is_not_tight() -> None:
    tight, _, loose = parse("- a\n- b\n  - c\n\n---\n\n- a\n\n- b")
    assert isinstance(tight, BulletList)
    assert isinstance(loose, BulletList)
    assert tight.tight
    assert not loose.tight
    assert isinstance(tight.items[1].blocks[1], BulletList)


def test_a_table_has_alignments_and_line_breaks_in_cells() -> None:
    assert parse("|a|b|c|\n|:-|:-:|-:|\n|1|2<br>3|4|") == (
        Table(
            ((Span("a"),), (Span("b"),), (Span("c"),)),
            (((Span("1"),), (Span("2"), LineBreak(), Span("3")), (Span("4"),)),),
            ("left", "center", "right"),
        ),
    )


def test_a_table_without_alignments_has_none() -> None:
    (table,) = parse("|a|b|\n|-|-|\n|1|2|\n|3|4|")
    assert isinstance(table, Table)
    assert table.alignments == (None, None)
    assert [[text_of(cell) for cell in row] for row in table.rows] == [["1", "2"], ["3", "4"]]


@pytest.mark.parametrize(
    ("info", "language"),
    [("", ""), ("  ", ""), ("Python", "python"), (" js {1}", "js"), ("python", "python")],
)
def test_the_language_of_code_is_the_first_word_behind_the_fence(info: str, language: str) -> None:
    assert parse(f"```{info}\nx\n```") == (Code("x", language),)


def test_code_without_a_fence() -> None:
    assert parse("    a\n\n    \tb\n") == (Code("a\n\n    b"),)


def test_code_ends_with_its_last_letter() -> None:
    assert parse("```\nMAX\n\n```") == (Code("MAX"),)


def test_code_keeps_its_lines_without_tabs() -> None:
    assert parse("```Python title=x\n\tif a:\n\n      b\n```") == (Code("    if a:\n\n      b", "python"),)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("![그림](https://x.kr/a.png)", Media("picture", "그림", "https://x.kr/a.png")),
        ("![](https://x.kr/a.MP4?dl=1)", Media("video", "", "https://x.kr/a.MP4?dl=1")),
        (
            '<div><video controls src="https://x.kr/v.mp4" muted></video></div>',
            Media("video", "", "https://x.kr/v.mp4"),
        ),
        ("<p align='center'>\n  <img width=3 alt=\"a &amp; b\" src=p.png>\n</p>", Media("picture", "a & b", "p.png")),
        ("[![badge](b.svg)](https://x.kr)", Media("picture", "badge", "b.svg", "https://x.kr")),
    ],
)
def test_a_picture_or_video_on_its_own_is_media(markdown: str, expected: Block) -> None:
    assert parse(markdown) == (expected,)


def test_a_picture_among_words_stays_among_them() -> None:
    assert words("a ![b](c.png) d") == (Span("a "), Image("b", "c.png"), Span(" d"))


def test_pictures_among_words_keep_what_they_lead_to() -> None:
    assert words("a [![b](c.png)](/d) [e](/f)") == (
        Span("a "),
        Image("b", "c.png", "/d"),
        Span(" "),
        Span("e", href="/f"),
    )
    assert words("a <img src=b.png alt=c> d") == (Span("a "), Image("c", "b.png"), Span(" d"))
    assert words("[a <img src=b.png>](/c)") == (Span("a ", href="/c"), Image("", "b.png", "/c"))
    assert words("a <a href=/x> b") == (Span("a <a href=/x> b"),)


def test_the_words_for_a_picture_are_those_within_its_brackets() -> None:
    assert parse("![a *b* `c` [d](/e)](f.png)") == (Media("picture", "a b c d", "f.png"),)


def test_pictures_alone_are_media_each_and_with_words_they_are_not() -> None:
    assert parse("![a](a.png) ![b](b.mp4)") == (Media("picture", "a", "a.png"), Media("video", "b", "b.mp4"))
    assert [type(block) for block in parse("![a](a.png)\\\n![b](b.png)")] == [Media, Media]
    assert [type(block) for block in parse("![a](a.png) b")] == [Paragraph]
    assert [type(block) for block in parse("a")] == [Paragraph]


def test_styles_end_where_they_end() -> None:
    assert words("~~a~~b *c*d **e**f [g](/h)i") == (
        Span("a", strike=True),
        Span("b "),
        Span("c", italic=True),
        Span("d "),
        Span("e", bold=True),
        Span("f "),
        Span("g", href="/h"),
        Span("i"),
    )


def test_an_address_within_a_link_is_its_words() -> None:
    assert words("[see https://x.kr now](/a)") == (Span("see https://x.kr now", href="/a"),)


def test_styles_reach_over_code_and_addresses() -> None:
    assert words("**a `b` https://x.kr c**") == (
        Span("a ", bold=True),
        Span("b", bold=True, code=True),
        Span(" ", bold=True),
        Span("https://x.kr", bold=True, href="https://x.kr"),
        Span(" c", bold=True),
    )


def test_white_space_of_entities_is_a_space() -> None:
    assert words("a&#10;b&#9;c") == (Span("a b c"),)
    assert words("`a&#10;b`") == (Span("a&#10;b", code=True),)


def test_a_line_that_ends_in_a_style_between_chinese_characters_is_no_space() -> None:
    assert text_of(words("这是**一个**\n句子")) == "这是一个句子"
    assert text_of(words("这是一个\n**句子**")) == "这是一个句子"
    assert text_of(words("这是 a\n句子")) == "这是 a 句子"
    assert text_of(words("这是\na 句子")) == "这是 a 句子"


def test_formulas_are_unicode_and_safe_from_emphasis() -> None:
    assert words("$\\nabla^2$와 **$a_i * b_j$ 및** *x*") == (
        Span("∇²", formula="unicode"),
        Span("와 "),
        Span("aᵢ * bⱼ", bold=True, formula="unicode"),
        Span(" 및", bold=True),
        Span(" "),
        Span("x", italic=True),
    )
    assert text_of(words("`$x^2$` costs $5 and $6")) == "$x^2$ costs $5 and $6"


def test_a_formula_without_sure_unicode_loses_its_dollars_only_where_it_is_drawn() -> None:
    source = "값 $\\frac{a_1}{b_2} * \\{c\\}$ 는 * d"
    tex = Span("\\frac{a_1}{b_2} * \\{c\\}", formula="tex")
    assert words(source) == (Span("값 "), tex, Span(" 는 * d"))
    assert plain_text(parse(source)) == source


@pytest.mark.parametrize(
    ("source", "equation"),
    [
        ("$$E=mc^2$$", Equation("E=mc²", "unicode")),
        ("  $$ E=mc^2 $$  ", Equation("E=mc²", "unicode")),
        ("$$\nn = 3\n$$", Equation("n = 3", "unicode")),
        ("$$\nx_1 \\le y\n  + z_2\n$$", Equation("x₁ ≤ y\n+ z₂", "unicode")),
        ("\\[\nx_1\n\\]", Equation("x₁", "unicode")),
        ("$$\n\\frac{a}{b}\n- c\n$$", Equation("\\frac{a}{b}\n- c", "tex")),
        ("\\[ \\text{손실} = \\frac{a}{b} \\]", Equation("\\text{손실} = \\frac{a}{b}", "tex")),
    ],
)
def test_a_formula_on_lines_of_its_own_is_a_block(source: str, equation: Equation) -> None:
    assert parse(source) == (equation,)
    assert parse(f"글\n{source}\n끝") == (Paragraph((Span("글"),)), equation, Paragraph((Span("끝"),)))
    inner = source.strip().replace("\n", "\n  ")
    assert parse(f"- 글\n  {inner}") == (BulletList((ListItem((Paragraph((Span("글"),)), equation)),)),)
    assert plain_text([equation]) == (
        f"    {equation.text}".replace("\n", "\n    ") if equation.kind == "unicode" else f"$$\n{equation.text}\n$$"
    )


@pytest.mark.parametrize(
    "source",
    [
        "$$",
        "$$\n\n$$",
        "$$ 가격_1 $$",
        "$$ costs and gains $$",
        "$$x^2$$ and $$y$$",
        "$$x^2",
        "\\[IDK\\]",
        "\\[note_1\\]",
        "    $$x^2$$",
        "- a $$\n$$",
    ],
)
def test_what_is_no_formula_on_its_own_is_no_block(source: str) -> None:
    assert not [block for block in parse(source) if isinstance(block, Equation)]


def test_a_formula_does_not_reach_over_the_end_of_its_quote() -> None:
    assert plain_text(parse("> $$\n> x^2\n\n$$ y")) == "> $$ x^2\n\n$$ y"


def test_entities_yield_no_control_characters() -> None:
    text = plain_text(parse("a&#27;[31m b&#x9b; c&#x202e;d e&#10;f\n\n![&#27;](&#27;)\n\n<img src='&#27;x'>"))
    assert [c for c in text if unicodedata.category(c) in {"Cc", "Cf"} and c != "\n"] == []


def test_a_definition_no_link_uses_stays_visible() -> None:
    assert parse("[a][b]\n\n[b]: https://x.kr\n[^1]: https://y.kr") == (
        Paragraph((Span("a", href="https://x.kr"),)),
        Paragraph((Span("[^1]: "), Span("https://y.kr", href="https://y.kr"))),
    )


def test_definitions_are_shown_where_they_lead_nowhere() -> None:
    assert parse("[a]\n\n[a]: /x 'title'\n[b]: /y\n[a]: /z\n\n![p][c]\n\n[c]: /w") == (
        Paragraph((Span("a", href="/x"),)),
        Media("picture", "p", "/w"),
        Paragraph((Span("[b]: /y"),)),
        Paragraph((Span("[a]: /z"),)),
    )


def test_a_text_that_trips_the_library_is_shown_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(source: str, env: object) -> None:
        raise IndexError

    monkeypatch.setattr("markdown_it.MarkdownIt.parse", lambda self, source, env: trip(source, env))
    code, note = parse("# a\n\tb")
    assert code == Code("# a\n    b")
    assert note == Paragraph(
        (
            Span(
                "Shown as written: the text is nested too deeply to be laid out. | opens the whole file in $PAGER.",
                italic=True,
            ),
        )
    )


def test_nesting_up_to_a_depth_is_laid_out() -> None:
    (deep,) = parse("> " * (MAX_NESTING - 4) + "a")
    for _ in range(MAX_NESTING - 4):
        assert isinstance(deep, Quote)
        (deep,) = deep.blocks
    code, _ = parse("> " * (MAX_NESTING - 3) + "a")
    assert isinstance(code, Code)


def test_text_of_just_the_size_is_laid_out_whole() -> None:
    (paragraph,) = parse("a" * MAX_CHARACTERS)
    assert isinstance(paragraph, Paragraph)
    assert len(text_of(paragraph.content)) == MAX_CHARACTERS


def test_a_line_that_is_too_long_is_cut_within() -> None:
    paragraph, note = parse("a" * (MAX_CHARACTERS + 1))
    assert isinstance(paragraph, Paragraph)
    assert len(text_of(paragraph.content)) == MAX_CHARACTERS
    assert note == Paragraph(
        (
            Span(
                "Shown in part: the text is longer than 262,144 characters. | opens the whole file in $PAGER.",
                italic=True,
            ),
        )
    )


def test_text_that_is_too_long_is_cut_at_a_line_and_says_so() -> None:
    *_, last, note = parse("word\n\n" * (MAX_CHARACTERS // 6 + 1000))
    assert last == Paragraph((Span("word"),))
    assert isinstance(note, Paragraph)
    assert text_of(note.content).startswith("Shown in part")


def test_a_table_that_is_too_large_is_shown_as_written_and_says_so() -> None:
    columns = 250
    rows = MAX_CELLS // columns
    source = "|".join("a" * columns) + "\n" + "|".join("-" * columns) + "\n" + "x|\n" * rows
    code, note = parse(source)
    assert code == Code(source.rstrip())
    assert isinstance(note, Paragraph)
    assert text_of(note.content) == (
        "Tables beyond 20,000 cells are shown as written. | opens the whole file in $PAGER."
    )


def test_a_table_of_just_the_size_is_laid_out_and_another_one_beside_it_is_not() -> None:
    columns = 100
    rows = MAX_CELLS // columns - 2
    # As wide as it is counted: a bar more than there are columns.
    source = "|".join("a" * columns) + "\n" + "|".join("-" * columns) + "\n" + "x|\n" * rows
    (table,) = parse(source)
    assert isinstance(table, Table)
    assert len(table.rows) == rows
    table, code, note = parse(f"{source}\nb|c\n-|-\n\nend")[:3]
    assert isinstance(table, Table)
    assert code == Code("b|c\n-|-")
    assert note == Paragraph((Span("end"),))


@pytest.mark.parametrize("source", ["> " * 100 + "deep", "- " * 100 + "deep", "1. " * 60 + "deep"])
def test_nesting_that_is_too_deep_is_shown_as_written(source: str) -> None:
    code, note = parse(source)
    assert code == Code(source)
    assert isinstance(note, Paragraph)


@given(HOSTILE)
def test_parsing_never_raises_and_yields_no_control_characters(text: str) -> None:
    plain = plain_text(parse(text))
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in plain.replace("\n", ""))


@given(st.text(st.sampled_from("가나다라 abc漢字()。,'\"%-:\n"), min_size=1))
def test_no_letter_of_plain_text_is_lost(text: str) -> None:
    def letters(source: str) -> list[str]:
        return [c for c in source if c.isalpha()]

    assert letters(plain_text(parse(text))) == letters(text)


def test_an_empty_item_is_an_item() -> None:
    assert parse("-\n- a") == (BulletList((ListItem(()), ListItem((Paragraph((Span("a"),)),)))),)


def test_what_holds_blocks_is_told_apart_by_its_type() -> None:
    # Named tuples of different types with the same contents are equal.
    blocks = parse("- a\n\n1. b\n\n> c\n\nd\n\n# e")
    assert [type(block) for block in blocks] == [BulletList, OrderedList, Quote, Paragraph, Heading]


@pytest.mark.parametrize("note", ["각주", "two words", "<https://example.org>", "https://example.org"])
def test_a_footnote_is_text_and_no_target_of_a_link(note: str) -> None:
    said = plain_text(parse(f"말.[^1]\n\n[^1]: {note}\n"))
    assert said.startswith("말.[^1]\n\n[^1]: ")
    assert note.strip("<>") in said


def test_footnotes_below_each_other_and_a_definition_among_them() -> None:
    said = plain_text(parse("[a] b[^2]\n\n[^1]: 하나\n[^2]: 둘\n\n[a]: https://example.org/a\n"))
    assert "[^1]: 하나" in said
    assert "[^2]: 둘" in said
    assert "a <https://example.org/a> b[^2]" in said


def test_tex_accents_are_letters_and_other_backslashes_escapes() -> None:
    [span] = words(r"L\'evy, Erd{\H o}s and don\'t")
    assert isinstance(span, Span)
    assert span.text == "Lévy, Erdős and don't"
    assert words(r"`L\'evy`") == (Span(r"L\'evy", code=True),)


def test_formulas_stay_tex_where_that_is_asked_for() -> None:
    text = "$x_1$ and \\(\\alpha\\)\n\n$$\nx^2\n$$\n\n| $n$ |\n| - |"
    unicode, tex = parse(text), parse(text, tex=True)
    assert plain_text(unicode) == "x₁ and α\n\n    x²\n\nn"
    assert plain_text(tex) == "$x_1$ and $\\alpha$\n\n$$\nx^2\n$$\n\n$n$"
