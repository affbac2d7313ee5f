import unicodedata
from html.entities import html5

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digest_tui.text import MAX_LINE, MAX_MARKS, one_line, sanitize, unescaped
from support.promises import promises

HOSTILE_ALPHABET = (
    "a가é❤\t\n\r \x1b\x7f\x85\x9b\u0301\u200b\u200d\u200e\u2028\u202e\u2066\ufe0f\ufffa\ud800\udc00\U000e0041"
)
hostile_text = st.one_of(
    st.text(),
    st.text(alphabet=st.characters(categories=("Cc", "Cf", "Cs", "Mn", "Zl", "Zp", "Zs", "Lu"))),
    st.text(alphabet=st.sampled_from(HOSTILE_ALPHABET)),
)


def is_dangerous(character: str) -> bool:
    """Written apart from the module: by Unicode category, with the harmless format characters as the exception."""
    if character in "\n\t":
        return False
    code = ord(character)
    is_format_control = code in (0x61C, 0x200E, 0x200F) or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or is_format_control
        or 0xFFF9 <= code <= 0xFFFB
        or 0xE0000 <= code <= 0xE007F
    )


@given(hostile_text)
@promises(
    "SECURITY.md",
    "control characters, bidirectional controls, tag characters and lone surrogates are taken out, piles of "
    "combining marks and lines are cut.",
)
def test_nothing_dangerous_is_left_of_any_text(text: str) -> None:
    assert not [hex(ord(c)) for c in sanitize(text) if is_dangerous(c)]


@given(hostile_text)
def test_sanitising_twice_is_sanitising_once(text: str) -> None:
    assert sanitize(sanitize(text)) == sanitize(text)


@given(hostile_text, st.integers(min_value=1, max_value=40))
def test_one_line_twice_is_one_line_once(text: str, limit: int) -> None:
    assert one_line(one_line(text, limit), limit) == one_line(text, limit)


@given(hostile_text, st.integers(min_value=1, max_value=40))
def test_one_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert len(line.splitlines()) <= 1
    assert not set(line) & {"\n", "\t"}


@given(st.text(alphabet=st.characters(categories=("Ll", "Lo", "Nd", "Po", "Sm", "So", "Zs"))))
@promises("SECURITY.md", "look-alike letters are shown as they are.")
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert sanitize(text) == text


@pytest.mark.parametrize("control", [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029])
def test_a_control_character_becomes_one_space(control: int) -> None:
    assert sanitize(f"a{chr(control)}b") == "a b"


@pytest.mark.parametrize(
    "code",
    [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFF9, 0xFFFA, 0xFFFB, 0xE0001, 0xE007F],
)
def test_an_invisible_control_vanishes(code: int) -> None:
    assert sanitize(f"a{chr(code)}b") == "ab"


def test_newlines_and_tabs_stay() -> None:
    assert sanitize("a\tb\n\n c\x00") == "a\tb\n\n c "


def test_windows_line_ends_become_newlines() -> None:
    assert sanitize("a\r\nb\rc") == "a\nb c"


def test_a_terminal_sequence_loses_its_introducer() -> None:
    assert sanitize("\x1b]0;pwned\x07 \x9b31m") == " ]0;pwned   31m"


@pytest.mark.parametrize("surrogate", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_a_lone_surrogate_becomes_the_replacement_character(surrogate: int) -> None:
    clean = sanitize(f"a{chr(surrogate)}")
    assert clean == "a\ufffd"
    clean.encode("utf-8")


@pytest.mark.parametrize("mark", ["\u0301", "\u0489", "\u20dd", "\ufe0f", "\u1ab0", "\U000e0100", "\u200d", "\u0981"])
def test_piled_up_marks_are_cut_to_the_cap_on_every_base(mark: str) -> None:
    pile = mark * 50
    assert sanitize(f"a{pile}b{pile}") == f"a{mark * MAX_MARKS}b{mark * MAX_MARKS}"


def test_no_character_without_a_width_piles_up() -> None:
    """Measured as Rich measures it, so that a newer table of widths shows what is missing."""
    without_width = [chr(c) for c in range(0x20, 0x110000) if is_zero(chr(c))]
    assert len(without_width) > 2000
    assert [hex(ord(c)) for c in without_width if len(sanitize(f"가{c * 50}")) > 1 + MAX_MARKS] == []


def is_zero(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cn", "Cs", "Zl", "Zp") and cell_len(character) == 0


@pytest.mark.parametrize(
    "text",
    [
        "e\u0301 a\u0302\u0301 ❤\ufe0f 👩\u200d🔬 👍🏽",
        "언어 모델의 벤치마크",
        unicodedata.normalize("NFD", "언어 모델의 벤치마크"),
        "나랏말\u110a\u119e\u11b7",
        "न\u0940\u0902 विश्वविद्यालय",
        "ก\u0e34\u0e48 ภาษาไทย",
        "བསྒྲུབས",
        "بِسْمِ ٱللَّهِ",
        "בְּרֵאשִׁית",
    ],
)
def test_marks_of_ordinary_writing_stay(text: str) -> None:
    assert sanitize(text) == text


def test_what_vanishes_cannot_split_a_pile_of_marks() -> None:
    assert sanitize("a" + "\u0301\u200e" * 20) == "a" + "\u0301" * MAX_MARKS


def test_one_line_folds_white_space_of_every_kind() -> None:
    assert one_line("  A\n\ttitle \u3000 of\u2028two\x0blines ") == "A title of two lines"


def test_one_line_cuts_what_is_too_long_with_an_ellipsis() -> None:
    assert one_line("x" * (MAX_LINE + 1)) == "x" * (MAX_LINE - 1) + "…"
    assert one_line("x" * MAX_LINE) == "x" * MAX_LINE
    assert one_line("one two three", 5) == "one…"


def test_a_character_reference_brings_nothing_in_that_was_kept_out() -> None:
    assert unescaped("A &amp; &#x202e;B&#8206; &lt;EOS&gt; &#27;[2J &#x9b;31m") == "A & B <EOS> [2J \u203a31m"


@given(st.integers(0, 0x11FFFF))
def test_no_number_of_a_character_brings_in_a_dangerous_one(number: int) -> None:
    for reference in (f"&#{number};", f"&#x{number:x};", f"&#X{number:06X};"):
        shown = unescaped(f"a{reference}b")
        assert not any(map(is_dangerous, shown))
        assert sanitize(shown) == shown


def test_no_name_of_a_character_brings_in_a_dangerous_one() -> None:
    shown = [unescaped(f"&{name}") for name in html5 if name.endswith(";")]
    assert not any(is_dangerous(character) for text in shown for character in text)
    assert unescaped("&eacute;&nbsp;&mdash;&#39;&#x27;&quot;") == "é\xa0—''\""


@pytest.mark.parametrize(
    "text",
    ["R&D", "AT&T; B", "prune&regularize", "?a=1&copy=2", "&bogus;", "&notit;", "&#;", "&#x;", "&#12345678;", "&"],
)
def test_what_is_no_reference_in_markdown_stays(text: str) -> None:
    assert unescaped(text) == text


def test_a_reference_is_read_once_and_may_have_a_stand_in() -> None:
    assert unescaped("&amp;lt; &lt;") == "&lt; <"
    assert unescaped("<b &lt;b&gt; &#60; &eacute;", {ord("<"): "‹"}) == "<b ‹b> ‹ é"
