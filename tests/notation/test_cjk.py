"""Which characters take no space beside them, by the blocks of Unicode."""

import pytest

from digest_tui.notation.cjk import chinese_japanese, cjk


@pytest.mark.parametrize("character", "一龥ぁヶㄅ、〰⺀㇀豈︰！／：＠［｀｛ﾟ𠀀㐀𰀀々")
def test_chinese_and_japanese_are_written_without_spaces(character: str) -> None:
    assert chinese_japanese().match(character)
    assert cjk().match(character)


@pytest.mark.parametrize("character", "가힣ᄀᇿꥠ０Ａﾡ")
def test_korean_is_one_of_the_three_but_has_spaces(character: str) -> None:
    assert cjk().match(character)
    assert not chinese_japanese().match(character)


@pytest.mark.parametrize("character", "aé1 .—“…Я")
def test_other_characters_are_none(character: str) -> None:
    assert not cjk().match(character)
    assert not chinese_japanese().match(character)
