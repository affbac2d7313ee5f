"""What was typed on one keyboard layout is read as typed on the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.notation.two_set import hangul_text, latin_text


@pytest.mark.parametrize(
    ("keys", "hangul"),
    [
        ("qleldh", "비디오"),
        ("ghkrtks", "확산"),
        ("ghkr", "확"),
        ("Rkcj", "까처"),
        ("rkqtl", "갑시"),
        ("rkqt", "값"),
        ("rkqtdl", "값이"),
        ("ahepf", "모델"),
        ("AHEPF", "모델"),
        ("qctz", "ㅂㅊㅅㅋ"),
        ("dmldml", "의의"),
        ("whgdk", "좋아"),
        ("wjdfuf", "정렬"),
    ],
)
def test_latin_letters_are_the_hangul_of_their_keys(keys: str, hangul: str) -> None:
    assert hangul_text(keys) == hangul
    assert latin_text(hangul).lower() == keys.lower()


@pytest.mark.parametrize("keys", ["diffusion", "", "kr", "비디오", "ab3", "qleldh!", "k", "agent"])
def test_what_makes_no_syllables_is_nothing_on_the_other_layout(keys: str) -> None:
    assert hangul_text(keys) is None


@pytest.mark.parametrize(("typed", "latin"), [("얄려냐ㅐㅜ", "diffusion"), ("ㅁㅎ둣", "agent"), ("비디오", "qleldh")])
def test_hangul_is_the_latin_letters_of_its_keys(typed: str, latin: str) -> None:
    assert latin_text(typed) == latin


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8))
def test_syllables_come_back_from_their_keys(hangul: str) -> None:
    keys = latin_text(hangul)
    # The keys of a few runs spell others too, but always the same ones: ㄱ+ㅅ may be one final or two letters.
    assert latin_text(hangul_text(keys) or "") == keys
