"""Blocks to lines."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import Color
from rich.style import Style

from digest_tui.markup.parser import parse, parse_located
from digest_tui.model.facet import Facet
from digest_tui.render.ansi import PALETTE
from digest_tui.render.lines import Anchor, Line, Painting
from digest_tui.render.painter import paint
from digest_tui.render.palette import Palette
from support.promises import promises

# fmt: off
PIECES = [
    "**", "*", "`", "[", "](http://x)", "![](a.png)", "\n", "\n\n", "- ", "  - ", "1. ", "> ", "    ",
    "```\n", "```python\n", "|a|b|\n|-|-|\n", "|가나다|b|\n", "가나다 라마", "漢字。", "e\u0301", "👩\u200d👩",
    "❤\ufe0f", "<br>", "<div>", "# ", "---\n", "\n```json\n{}\n```\n", "\u3000", "- [x] ",
    "<u>", "</u>", "<sup>", "</sup>", "$$\n", "$x^2$", "$\\frac{a}{b}$",
    "[x]: http://y\n", "Goal: ",
]
# fmt: on
FRAGMENTS = st.sampled_from(PIECES)
MARKDOWN = st.lists(FRAGMENTS | st.text(max_size=4), max_size=30).map("".join)


def text_of(painting: Painting) -> str:
    return "\n".join(line.text for line in painting.lines)


def style_of(painting: Painting, text: str) -> Style:
    """The style of the run that holds a text."""
    return next(run.style for line in painting.lines for run in line.runs if text in run.text)


def test_a_paper_is_laid_out_as_meant(palette: Palette) -> None:
    source = """\
        ## 소개
        - Goal: 여러 줄에 걸친 목표를 적는다
        - 둘째
          - 안쪽
            - 더 안쪽

        글이 하나 있다.

        > 인용한 글은 막대 뒤에 선다

        ## 한계
        정보 부족.

        9. 아홉
        10. 열째 항목도 걸친다
        - [x] 했다
        - [ ] 할 일

        ---

        ![](https://www.x.kr/p/a.png)
        """
    expected = """\
        소개
        • Goal: 여러 줄에 걸친
          목표를 적는다

        • 둘째
          ◦ 안쪽
            ▪ 더 안쪽

        글이 하나 있다.

        ▎ 인용한 글은 막대 뒤에
        ▎ 선다

        한계
        정보 부족.

         9. 아홉
        10. 열째 항목도 걸친다

        ☑ 했다
        ☐ 할 일

        ────────────────────────

        ▣ Picture · a.png · x.kr"""
    assert text_of(paint(parse(dedent(source)), 24, palette)) == dedent(expected)


def test_items_of_a_loose_list_and_blocks_within_an_item_are_apart(palette: Palette) -> None:
    assert text_of(paint(parse("- a\n\n  b\n\n- c"), 20, palette)) == "• a\n\n  b\n\n• c"


def test_formulas_have_the_colour_of_code_and_a_block_of_them_is_indented() -> None:
    palette = PALETTE._replace(code=Style.parse("cyan on grey15"))
    source = "값은 $x^2$ 와 $\\frac{a}{b}$\n\n$$\ny_1 = x\n+ \\alpha\n$$"
    painting = paint(parse(source), 24, palette)
    assert text_of(painting) == "값은 x² 와 \\frac{a}{b}\n\n    y₁ = x\n    + α"
    for words in ("x²", "\\frac{a}{b}", "y₁ = x", "+ α"):
        assert style_of(painting, words) == Style.parse("cyan")
    assert painting.lines[2].span == (4, 10)


def test_a_list_with_a_long_item_breathes_and_one_without_stays_close(palette: Palette) -> None:
    long, short = "하나 둘 셋 넷 다섯 여섯 일곱 여덟", "하나 둘 셋"
    lines = text_of(paint(parse(f"- {short}\n- {long}\n- {short}"), 16, palette)).split("\n")
    assert lines == ["• 하나 둘 셋", "", "• 하나 둘 셋 넷", "  다섯 여섯 일곱", "  여덟", "", "• 하나 둘 셋"]
    assert "" not in text_of(paint(parse(f"- {short}\n- {long}\n- {short}"), 30, palette)).split("\n")
    numbered = text_of(paint(parse(f"> 1. {short}\n> 2. {long}"), 19, palette)).split("\n")
    assert numbered[:3] == ["▎ 1. 하나 둘 셋", "▎", "▎ 2. 하나 둘 셋 넷"]


def test_a_list_within_a_long_item_is_part_of_it(palette: Palette) -> None:
    painting = paint(parse("- **A**: a\n  - **B**: b\n  - ![](c.png)\n- **D**: d\n\n## E"), 40, palette)
    lines = [line.text for line in painting.lines]
    assert lines == ["• A: a", "  ◦ B: b", "  ◦ ▣ Picture · c.png", "", "• D: d", "", "E"]
    assert [lines[line] for line in painting.starts] == [
        *(lines[0], lines[0]),
        *(lines[1], lines[1], lines[2]),
        *(lines[4], lines[6]),
    ]
    assert lines[painting.media[0].line] == lines[2]


def test_the_air_in_a_list_is_not_copied(palette: Palette) -> None:
    painting = paint(parse("- abcd efgh ijkl\n- m"), 10, palette)
    assert [(line.text, line.joint) for line in painting.lines] == [
        ("• abcd", None),
        ("  efgh", " "),
        ("  ijkl", " "),
        ("", ""),
        ("• m", None),
    ]


def test_roles_have_their_styles(palette: Palette) -> None:
    source = "# 하나\n\n### 셋\n\n**굵게** *기울여* *slanted* <u>밑줄</u> ~~지움~~ `code` [글](https://x.kr)\n\n"
    source += "정보 없음\n\n<div>x\n\n- **이름**: 값"
    painting = paint(parse(source), 40, palette)
    expected = {
        "하나": palette.heading1,
        "셋": palette.heading3,
        "굵게": palette.strong,
        "기울여": palette.emphasis + Style(underline=True),
        "slanted": palette.emphasis,
        "밑줄": Style(underline=True),
        "지움": palette.strike,
        "code": palette.code,
        "글": palette.link,
        "정보 없음": palette.dim,
        "<div>x": palette.html,
        "이름": palette.lead,
        "•": palette.bullet,
    }
    assert {text: style_of(painting, text) for text in expected} == {
        text: palette.text + role for text, role in expected.items()
    }


def test_text_that_only_begins_like_nothing_said_is_not_dimmed(palette: Palette) -> None:
    assert style_of(paint(parse("정보 부족.이 문제다"), 40, palette), "정보") == palette.text


def test_links_are_numbered_in_order_and_each_once(palette: Palette) -> None:
    painting = paint(parse("[a](https://x.kr/1) ![p](p.png) [b](https://x.kr/2) [c](https://x.kr/1)"), 80, palette)
    assert painting.links == ("https://x.kr/1", "p.png", "https://x.kr/2")
    assert [(run.text, run.link) for run in painting.lines[0].runs if run.link is not None] == [
        ("a", 0),
        ("▣ p", 1),
        ("b", 2),
        ("c", 0),
    ]


def test_a_link_broken_over_lines_is_one_link(palette: Palette) -> None:
    painting = paint(parse("[여러 줄에 걸친 링크](https://x.kr)"), 8, palette)
    assert len(painting.lines) > 1
    assert {run.link for line in painting.lines for run in line.runs} == {0}


def test_anchors_name_the_lines_things_stand_on(palette: Palette) -> None:
    painting = paint(parse("글\n\n## 방법 *A*\n- **결과**: x\n\n![](v.mp4)\n\n> ### 안"), 40, palette)
    assert painting.media == (Anchor(5, "v.mp4"),)
    assert [painting.lines[line].text for line in painting.starts] == [
        "글",
        "방법 A",
        *("• 결과: x", "• 결과: x"),
        "▶ Video",
        *("▎ 안", "▎ 안"),
    ]


def test_the_line_of_each_block_in_the_markdown_is_known(palette: Palette) -> None:
    source = """\
첫 글

| 표 | b |
|---|---|
| 1 | 2 |

- 항목

  ## 안의 제목

  둘째 문단
- <b>굵게</b>
> 인용
>
> ```
> code
> ```

<p align="center"><img src="a.png"><img src="b.png"></p>

1. 하나
   1. 둘

[unused]: https://x.kr

$$
x
$$

끝[^1]

[^1]: 각주
"""
    located = parse_located(source)
    painting = paint(located.blocks, 40, palette)
    text = source.split("\n")
    seen = {(text[line], painting.lines[at].text) for line, at in zip(located.lines, painting.starts, strict=False)}
    assert {
        ("첫 글", "첫 글"),
        ("- 항목", "• 항목"),
        ("  ## 안의 제목", "  안의 제목"),
        ("  둘째 문단", "  둘째 문단"),
        ("> 인용", "▎ 인용"),
        ("1. 하나", "1. 하나"),
        ("   1. 둘", "   1. 둘"),
        ("끝[^1]", "끝[^1]"),
    } <= seen


def test_headings_and_leads_of_facets_have_their_colours_and_the_outermost_wins() -> None:
    colours = {facet: Style.parse(f"color({number})") for number, facet in enumerate(Facet, 10)}
    palette = PALETTE._replace(facets=colours)
    source = "## 결과\n\n- **Motivation:** a\n\n### Method\n\nb\n\n## 그 밖\n\n- **Limitations:** c\n- **기타:** d"
    painting = paint(parse(source), 40, palette)

    def color(words: str) -> Color | None:
        return style_of(painting, words).color

    assert color("결과") == colours[Facet.RESULTS].color
    assert color("Limitations:") == colours[Facet.LIMITATIONS].color
    assert color("Motivation:") == color("기타:") == palette.lead.color
    assert color("Method") == palette.heading3.color


def test_code_is_a_tinted_rectangle_that_marks_what_was_cut(palette: Palette) -> None:
    painting = paint(parse("```\nab\n\n0123456789\n```"), 10, palette)
    assert [line.text for line in painting.lines] == [" ab       ", "          ", " 01234567 ", "↳89       "]
    assert {run.style.bgcolor for line in painting.lines for run in line.runs} == {palette.code_block.bgcolor}


def test_code_of_a_known_language_is_coloured_on_the_same_tint(palette: Palette) -> None:
    plain, coloured = (paint(parse(f"```{language}\ndef f(): pass\n```"), 20, palette) for language in ("", "python"))
    assert text_of(plain) == text_of(coloured)
    assert style_of(coloured, "def").color != style_of(plain, "def").color
    assert style_of(coloured, "def").bgcolor == palette.code_block.bgcolor


@pytest.mark.parametrize(
    ("language", "code", "words"),
    [
        ("python", "return None  # why\n", {"return": "keyword", "None": "number", "# why": "comment"}),
        ("python", "x = 'kite', 12.5\n", {"kite": "string", "12.5": "number"}),
        ("json", '{"kite": true, "n": 1}\n', {"true": "number", "1": "number", '"kite"': "keyword"}),
        ("diff", "-old\n+new\n", {"-old": "number", "+new": "string"}),
        ("yaml", "kite: 'wind' # up\n", {"kite": "keyword", "# up": "comment"}),
    ],
)
def test_what_code_consists_of_is_in_the_colours_of_the_palette(
    palette: Palette, language: str, code: str, words: dict[str, str]
) -> None:
    painting = paint(parse(f"```{language}\n{code}```"), 40, palette)
    for word, role in words.items():
        expected = getattr(palette, f"code_{role}")
        assert style_of(painting, word).color == expected.color, word


def test_code_of_an_unknown_language_is_plain(palette: Palette) -> None:
    assert paint(parse("```nonesuch\nx = 1\n```"), 20, palette) == paint(parse("```\nx = 1\n```"), 20, palette)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (40, "▣ Picture · a-long-file-name.png · x.kr"),
        (39, "▣ Picture · a-long-file-name.png · x.kr"),
        (38, "▣ Picture · x.kr"),
    ],
)
@promises(
    "docs/pictures.md",
    "Where a digest has a picture, the reader shows one line for it: `▣ Picture · 2512.16920.png · cdn.example.org`.",
)
def test_a_file_name_gives_way_to_the_host(palette: Palette, width: int, expected: str) -> None:
    assert text_of(paint(parse("![](https://x.kr/a-long-file-name.png)"), width, palette)) == expected


@pytest.mark.parametrize("src", ["", "http://[bad", "data:image/png;base64,AA/BB", "//", "x" * 500])
def test_a_picture_with_an_odd_source_is_still_a_placeholder(palette: Palette, src: str) -> None:
    (line,) = paint(parse(f"![]({src})"), 30, palette).lines
    assert line.text.startswith("▣ Picture")


def test_indents_give_way_where_there_is_no_room(palette: Palette) -> None:
    painting = paint(parse("- a\n  - b\n    - c\n      - deepest words"), 12, palette)
    assert [line.text for line in painting.lines] == ["• a", "  ◦ b", "    c", "    deepest", "    words"]


def test_nothing_paints_nothing(palette: Palette) -> None:
    assert paint((), 40, palette) == Painting(())


@given(source=MARKDOWN, width=st.integers(1, 120))
def test_no_line_is_wider_than_the_width(palette: Palette, source: str, width: int) -> None:
    for line in paint(parse(source), width, palette).lines:
        assert line.cells == sum(cell_len(run.text) for run in line.runs) <= max(width, 2)
        assert not set(line.text) & set("\n\t\x1b")
        assert_no_trailing_space(line)


def assert_no_trailing_space(line: Line) -> None:
    if line.runs and line.runs[-1].style.bgcolor is None:
        assert not line.text.endswith(" ")


@given(source=st.text(st.sampled_from("가나다 abc漢字。(),-👩e\u0301"), max_size=80), width=st.integers(2, 60))
def test_every_character_of_a_paragraph_is_painted_in_order(palette: Palette, source: str, width: int) -> None:
    painted = "".join(line.text for line in paint(parse("." + source), width, palette).lines)
    assert "".join(painted.split()) == "".join(("." + source).split())


def unwrapped(painting: Painting) -> list[str]:
    """The text of a painting, without what its lines add to it."""
    text = ""
    for number, line in enumerate(painting.lines):
        text += ("\n" if line.joint is None and number else line.joint or "") + line.text[slice(*line.span)]
    return [part.rstrip() for part in text.split("\n")]


@given(markdown=MARKDOWN, width=st.integers(50, 90))
def test_a_text_without_tables_is_the_same_at_every_width(palette: Palette, markdown: str, width: int) -> None:
    markdown = markdown.replace("|", "").replace("---", "").replace("![", "").replace("* * *", "")
    blocks = parse(markdown)
    if not any("─" in line.text for line in paint(blocks, width, palette).lines):
        assert unwrapped(paint(blocks, width, palette)) == unwrapped(paint(blocks, 5000, palette))


def test_bars_indents_and_the_ground_of_code_are_no_text(palette: Palette) -> None:
    source = dedent(
        """\
        > 인용한 글은 막대 뒤에 서고 길어서 여러 줄이다
        > - 그 안의 항목도 여러 줄에 걸쳐 있는 글이다

        - 항목
          - 안쪽 항목은 길어서 여러 줄에 걸친다

          ```python
          x = "a long line of code"
          ```
        """
    )
    painting = paint(parse(source), 24, palette)
    assert len(painting.lines) > 14
    assert unwrapped(painting) == [
        "인용한 글은 막대 뒤에 서고 길어서 여러 줄이다",
        "",
        "• 그 안의 항목도 여러 줄에 걸쳐 있는 글이다",
        "",
        "• 항목",
        "",
        "◦ 안쪽 항목은 길어서 여러 줄에 걸친다",
        "",
        'x = "a long line of code"',
    ]
