"""Initial consonants, however an input method or a file system writes them."""

import pytest

from digest_tui.search.folded import Folded
from digest_tui.search.hangul import beginning_with, has_hangul, initials_in
from digest_tui.search.matching import matcher

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FIRST_SYLLABLES = "가까나다따라마바빠사싸아자짜차카타파하"
LAST_SYLLABLES = "깋낗닣딯띻맇밓빟삫싷앃잏짛찧칳킿팋핗힣"


@pytest.mark.parametrize(
    ("term", "spelled"),
    [
        ("ㅂㅊㅁㅋ", "ㅂㅊㅁㅋ"),
        (INITIALS, INITIALS),
        ("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", "ㄱㅅㄴㅈㄴㅎㄹㄱㄹㅁㄹㅂㄹㅅㄹㅌㄹㅍㄹㅎㅂㅅ"),
        ("ㅎㄳ", "ㅎㄱㅅ"),
        # Conjoining jamo, as NFD spells syllables.
        ("\u1107\u110e\u1106\u110f", "ㅂㅊㅁㅋ"),
        ("".join(chr(0x1100 + index) for index in range(19)), INITIALS),
    ],
)
def test_consonants_alone_are_initials(term: str, spelled: str) -> None:
    assert initials_in(term) == spelled


@pytest.mark.parametrize("term", ["", "ㅏ", "ㅂㅏ", "바", "ㅂ차", "b", "ㅂㅊ2", "\u1161"])
def test_anything_else_is_none(term: str) -> None:
    assert initials_in(term) is None


@pytest.mark.parametrize(
    ("initial", "first", "last"), list(zip(INITIALS, FIRST_SYLLABLES, LAST_SYLLABLES, strict=True))
)
def test_the_syllables_with_an_initial(initial: str, first: str, last: str) -> None:
    assert beginning_with(initial) == f"[{first}-{last}]"


def test_conjoining_jamo_that_were_typed_find_what_ordinary_ones_do() -> None:
    assert any(letters.find(Folded("벤치마크")) >= 0 for letters in matcher("\u1107\u110e\u1106").everywhere)


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("가", True),
        ("힣", True),
        ("ㄱ", True),
        ("ㆎ", True),
        ("\u1100", True),
        ("\u11ff", True),
        ("a모델", True),
        ("モデル", False),
        ("模型", False),
        ("model", False),
        ("", False),
    ],
)
def test_syllables_and_jamo_are_hangul(text: str, is_there: bool) -> None:
    assert has_hangul(text) is is_there
