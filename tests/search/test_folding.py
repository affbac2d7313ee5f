"""Text is compared composed, case-folded, of one width; and the way back is known."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.search.folded import folded_with_places
from digest_tui.search.folding import fold


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Diffusion", "diffusion"),
        ("STRASSE Straße", "strasse strasse"),
        (unicodedata.normalize("NFD", "확산 모델"), "확산 모델"),
        ("ＲＬ　１２", "rl 12"),
        ("ﾊﾟﾀｰﾝ", "パターン"),
        ("What’s “new”", 'what\'s "new"'),
        ("text‑to–image — x", "text-to-image - x"),
        ("diffu\u00adsion\u200b", "diffusion"),
        ("𝐌𝐨𝐝𝐞𝐥", "model"),
        ("H₂O xⁿ⁺¹ 10⁻³ x₍ₐ₎ 5ᵗʰ ᴬ", "h2o xn+1 10-3 x(a) 5th a"),
        ("ㅂㅊㅁㅋ", "ㅂㅊㅁㅋ"),
        ("Ünïcode É", "ünïcode é"),
        ("U\u0308", "ü"),
        ("", ""),
    ],
)
def test_what_looks_the_same_is_compared_as_the_same(written: str, compared: str) -> None:
    assert fold(written) == compared


def test_a_letter_that_is_beside_others_is_compared_as_it_is_alone() -> None:
    ascii_only = "".join(map(chr, range(0x20, 0x7F)))
    assert fold(f"{ascii_only}é") == f"{ascii_only.lower()}é"
    everyday = "가힣一鿿ぁゖァヺㄱㅣ·…"
    assert fold(everyday) == everyday
    assert fold(f"{everyday}É") == f"{everyday}é"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("\u2018\u2019\u201b\u02bc\u00b4\u2032", "'" * 6),
        ("\u201c\u201d\u201e\u2033", '"' * 4),
        ("\u2010\u2011\u2012\u2013\u2014\u2212", "-" * 6),
        ("a\u3000b\u00a0c", "a b c"),
        ("a\u00adb\u200bc\u200cd\u200de\u2060f\ufe0fg", "abcdefg"),
        ("\uff01\uff5e\uffe6", "!~\u20a9"),
        ("\U0001d400\U0001d7ff", "a9"),
    ],
)
def test_signs_that_look_alike_are_those_of_the_keyboard(written: str, plain: str) -> None:
    assert fold(written) == plain


def test_where_lengths_differ_a_letter_leads_to_the_cluster_it_comes_from() -> None:
    folded, places = folded_with_places("aßb\u0301c")
    assert folded.text == "assbc"
    assert list(places) == [0, 1, 1, 2, 4, 5]
    folded, places = folded_with_places("Abc")
    assert (folded.text, list(places)) == ("abc", [0, 1, 2, 3])


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_every_folded_character_has_a_place_in_the_text(text: str) -> None:
    folded, places = folded_with_places(text)
    assert len(places) == len(folded.text) + 1
    assert list(places) == sorted(places)
    assert places[len(folded.text)] == len(text)


@pytest.mark.parametrize(
    "text", ["ﬁne Straße 모델", "\u200b모델\u00ad 확산", unicodedata.normalize("NFD", "강화 학습 RL")]
)
def test_a_find_leads_back_to_what_was_written(text: str) -> None:
    folded, places = folded_with_places(text)
    for word in ("모델", "학습"):
        if (at := folded.text.find(word)) >= 0:
            assert fold(text[places[at] : places[at + len(word)]]).strip() == word
