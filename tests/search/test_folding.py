"""Text is compared composed, case-folded, of one width; and the way back is known."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.search.folding import fold, fold_with_places


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
        ("ㅂㅊㅁㅋ", "ㅂㅊㅁㅋ"),
        ("Ünïcode É", "ünïcode é"),
        ("U\u0308", "ü"),
        ("", ""),
    ],
)
def test_what_looks_the_same_is_compared_as_the_same(written: str, compared: str) -> None:
    assert fold(written) == compared


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_every_folded_character_has_a_place_in_the_text(text: str) -> None:
    folded, places = fold_with_places(text)
    assert len(places) == len(folded) + 1
    assert list(places) == sorted(places)
    assert places[len(folded)] == len(text)


@pytest.mark.parametrize(
    "text", ["ﬁne Straße 모델", "\u200b모델\u00ad 확산", unicodedata.normalize("NFD", "강화 학습 RL")]
)
def test_a_find_leads_back_to_what_was_written(text: str) -> None:
    folded, places = fold_with_places(text)
    for word in ("모델", "학습"):
        if (at := folded.find(word)) >= 0:
            assert fold(text[places[at] : places[at + len(word)]]).strip() == word
