"""Breaking lines by cells."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from rich.style import Style

from digest_tui.render.lines import Run
from digest_tui.render.wrap import break_lines, chop, joints, wrap, wrap_joined

PLAIN, BOLD = Style(), Style(bold=True)
# fmt: off
PIECES = [
    "가나다", "라", "word", "a", " ", "  ", "漢字", "。", "「", "(", ")", ",", "e\u0301", "\u0301",
    "👩\u200d👩\u200d👧", "❤\ufe0f", "🇰🇷", "\u200d", "\u3000", "https://x.kr/a/b?c=d", "-", "1",
]
# fmt: on
MIXED = st.lists(
    st.sampled_from(PIECES),
    max_size=30,
).map("".join)
WIDTHS = st.integers(1, 120)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, width)]


def without_space(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("한국어 문장은 어절에서 나눈다", 14, ["한국어 문장은", "어절에서", "나눈다"]),
        ("an English line", 10, ["an English", "line"]),
        ("긴낱말하나가있다", 6, ["긴낱말", "하나가", "있다"]),
        ("짧은 긴낱말하나가있다", 7, ["짧은", "긴낱말", "하나가", "있다"]),
        ("这是一个句子，很长", 8, ["这是一个", "句子，很", "长"]),
        ("这是一个句，很长", 10, ["这是一个", "句，很长"]),
        ("他说「引用」了", 6, ["他说", "「引", "用」了"]),
        ("학습(learning)이다", 12, ["학습", "(learning)", "이다"]),
        ("word ( inside ) x", 8, ["word", "( inside", ") x"]),
        ("가 나 , 다", 4, ["가", "나 ,", "다"]),
        ("see https://x.kr/path/to", 14, ["see", "https://x.kr/", "path/to"]),
        ("하나\n\n둘", 10, ["하나", "", "둘"]),
        ("끝 공백   ", 10, ["끝 공백"]),
        ("", 10, [""]),
        ("   ", 10, [""]),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_korean_particle_is_not_parted_from_its_chinese_word() -> None:
    assert lines("問題의 解決을 본다", 9) == ["問題의 解", "決을 본다"]


@example("가나다\u200d\u200d가나다", 1)
@example("\u200d가나다\u200d", 1)
@given(MIXED, WIDTHS)
def test_no_line_is_wider_than_the_width_and_no_character_is_lost(text: str, width: int) -> None:
    found = lines(text, width)
    assert max(cell_len(line) for line in found) <= max(width, 2)
    assert without_space("".join(found)) == without_space(text)
    assert all(line == line.strip(" ") for line in found)


@given(MIXED, WIDTHS)
def test_no_grapheme_is_parted(text: str, width: int) -> None:
    boundaries = {start for start, _, _ in split_graphemes(text)[0]} | {len(text)}
    # A space ends a grapheme for whoever reads it, whatever joiner stands before it.
    boundaries |= {index + 1 for index, character in enumerate(text) if character in " \u3000"}
    boundaries |= {index for index, character in enumerate(text) if character in " \u3000"}
    assert {index for line in break_lines(text, width) for index in line} <= boundaries


@given(st.lists(st.tuples(MIXED, st.booleans()), max_size=8), WIDTHS, st.booleans())
def test_styles_and_links_stay_with_their_characters(parts: list[tuple[str, bool]], width: int, hard: bool) -> None:
    joiners = "\u200d\ufe0f"
    runs = [
        Run("".join(c for c in text if c not in joiners), BOLD if bold else PLAIN, 3 if bold else None)
        for text, bold in parts
    ]
    before = [(c, run.style, run.link) for run in runs for c in run.text if not c.isspace()]
    wrapped = (chop if hard else wrap)(runs, width)
    after = [(c, run.style, run.link) for line in wrapped for run in line for c in run.text if not c.isspace()]
    assert after == before


@given(st.lists(MIXED, max_size=6), WIDTHS)
@example(["\u200d", "가나다"], 4)
def test_runs_of_a_line_are_together_no_wider_than_the_width(texts: list[str], width: int) -> None:
    runs = [Run(text, BOLD if index % 2 else PLAIN) for index, text in enumerate(texts)]
    for line in (*wrap(runs, width), *chop(runs, width)):
        assert sum(cell_len(run.text) for run in line) <= max(width, 2)


def test_chopping_keeps_spaces() -> None:
    assert [[run.text for run in line] for line in chop([Run("  a  ", PLAIN), Run("  b", BOLD)], 4)] == [
        ["  a "],
        [" ", "  b"],
    ]


def test_a_joint_is_what_stood_between_two_lines_and_none_where_a_newline_did() -> None:
    text = "이 문장은  길다\n둘째 这是一个句"
    ranges = break_lines(text, 6)
    assert [text[start:end] for start, end in ranges] == ["이", "문장은", "길다", "둘째", "这是一", "个句"]
    assert joints(text, ranges) == [None, " ", "  ", None, " ", ""]


@given(st.lists(MIXED | st.just("\n"), max_size=6), WIDTHS)
def test_lines_with_their_joints_are_the_text(texts: list[str], width: int) -> None:
    runs = [Run(text, BOLD if index % 2 else PLAIN) for index, text in enumerate(texts)]
    joined = ""
    for number, (line, joint) in enumerate(wrap_joined(runs, width)):
        joined += ("\n" if joint is None and number else joint or "") + "".join(run.text for run in line)
    spaces = " \u3000"
    assert [part.strip(spaces) for part in joined.split("\n")] == [
        part.strip(spaces) for part in "".join(texts).split("\n")
    ]
