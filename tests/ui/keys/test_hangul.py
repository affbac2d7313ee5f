"""Hangul goes back to the Latin keys that typed it."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.ui.keys.hangul import latin_keys

# A two-set input method small enough to read, with tables of its own: one jamo a key, pairs that join, and the order
# of initials, vowels and finals inside the block of syllables.
CONSONANTS = dict(zip("rRseEfaqQtTdwWczxvg", "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", strict=True))
JAMO = CONSONANTS | dict(zip("koiOjpuPhynbml", "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ", strict=True))
JOINED_VOWELS = {"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ"}
JOINED_FINALS = {
    **{"ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ"},
    **{"ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ"},
}
INITIALS = "".join(CONSONANTS.values())
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

_VOWEL = f"{'|'.join(JOINED_VOWELS)}|[ㅏ-ㅣ]"
# A consonant before a vowel begins the next syllable.
_FINAL = f"(?:{'|'.join(JOINED_FINALS)}|[{FINALS}])(?![ㅏ-ㅣ])"
_TYPED = re.compile(f"(?P<initial>[{INITIALS}])(?P<vowel>{_VOWEL})(?P<final>{_FINAL})?|(?P<alone>{_VOWEL}|{_FINAL})")

_KEY = {jamo: key for key, jamo in JAMO.items()}
# Pairs that join are listed, or chance would hardly ever type them.
_PARTS = [*JAMO, *("".join(_KEY[jamo] for jamo in pair) for pair in JOINED_VOWELS | JOINED_FINALS)]
TYPED_KEYS = st.lists(st.sampled_from(_PARTS)).map("".join)


def commit(keys: str) -> str:
    """What an input method makes of keys typed in a row."""

    def block(match: re.Match[str]) -> str:
        initial, vowel, final, alone = match.group("initial", "vowel", "final", "alone")
        if alone:
            return JOINED_VOWELS.get(alone) or JOINED_FINALS.get(alone, alone)
        index = INITIALS.index(initial) * 21 + VOWELS.index(JOINED_VOWELS.get(vowel, vowel))
        return chr(0xAC00 + index * 28 + (FINALS.index(JOINED_FINALS.get(final, final)) + 1 if final else 0))

    return _TYPED.sub(block, "".join(JAMO[key] for key in keys))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ㅓ", "j"),
        ("ㅏ", "k"),
        ("너", "sj"),
        ("ㅎㅎ", "gg"),
        ("ㅘ", "hk"),
        ("ㅢ", "ml"),
        ("ㄳ", "rt"),
        ("ㅀ", "fg"),
        ("ㄲ", "R"),
        ("ㄸ", "E"),
        ("ㅃ", "Q"),
        ("ㅆ", "T"),
        ("ㅉ", "W"),
        ("ㅒ", "O"),
        ("ㅖ", "P"),
        ("있", "dlT"),
        ("꺾", "RjR"),
        ("닭", "ekfr"),
        ("괜", "rhos"),
        ("한글", "gksrmf"),
        ("너ㅓ", "sjj"),
    ],
)
def test_hangul_gives_the_keys_that_typed_it(text: str, keys: str) -> None:
    assert latin_keys(text) == tuple(keys)


@pytest.mark.parametrize(
    ("text", "keys"), [("ㅂ", ""), ("ㅂㅂ", ""), ("뵤", "y"), ("ㅄ", "t"), ("값", "rkt"), ("ㄼ", "f"), ("ﾲ", "")]
)
def test_the_key_that_quits_is_dropped_and_the_others_stay(text: str, keys: str) -> None:
    assert latin_keys(text) == tuple(keys)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("\u1102\u1165", "sj"),
        ("\u1112\u1161\u11ab", "gks"),
        ("\u11b9", "t"),
        ("\uffa1", "r"),
        ("\uffa3", "rt"),
        ("\uffb0", "fg"),
        ("\uffb4", "t"),
        ("\uffbe", "g"),
        ("\uffc2", "k"),
        ("\uffcc", "h"),
        ("\uffcd", "hk"),
        ("\uffdc", "l"),
    ],
)
def test_conjoining_and_half_width_jamo_are_the_same_keys(text: str, keys: str) -> None:
    assert latin_keys(text) == tuple(keys)


@pytest.mark.parametrize(
    "text",
    ["", "j", "J", "너j", "j너", "너 ", "1", "enter", "漢", "か", "\u0301", "너\u0301", "\u3164", "\u1140", "\ud800"],
    ids=ascii,
)
def test_what_the_layout_cannot_type_is_not_taken(text: str) -> None:
    assert latin_keys(text) is None


@given(TYPED_KEYS.filter(bool))
def test_any_keys_come_back_from_what_the_input_method_made_of_them(typed: str) -> None:
    text = commit(typed)
    assert latin_keys(text) == latin_keys(normalize("NFD", text)) == tuple(typed.replace("q", ""))


@pytest.mark.parametrize(
    ("typed", "text"), [("gksrmf", "한글"), ("rkqtdl", "값이"), ("rkrtk", "각사"), ("rtj", "ㄱ서")]
)
def test_the_input_method_of_these_tests_composes_as_people_know_it(typed: str, text: str) -> None:
    assert commit(typed) == text


@given(TYPED_KEYS, st.characters(max_codepoint=0x10FF))
def test_one_foreign_character_among_hangul_makes_all_of_it_foreign(typed: str, foreign: str) -> None:
    assert latin_keys(commit(typed) + foreign) is None
    assert latin_keys(foreign + commit(typed)) is None


def test_every_modern_syllable_and_jamo_has_keys_of_the_layout_and_none_is_the_one_that_quits() -> None:
    blocks = [(0xAC00, 0xD7A3), (0x3131, 0x3163), (0x1100, 0x1112), (0x1161, 0x1175), (0x11A8, 0x11C2)]
    half_width = [(0xFFA1, 0xFFBE), (0xFFC2, 0xFFC7), (0xFFCA, 0xFFCF), (0xFFD2, 0xFFD7), (0xFFDA, 0xFFDC)]
    for first, last in blocks + half_width:
        for code in range(first, last + 1):
            keys = latin_keys(chr(code))
            assert keys is not None, f"U+{code:04X}"
            assert set(keys) <= JAMO.keys() - {"q"}, f"U+{code:04X}"
