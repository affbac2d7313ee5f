"""What is typed as an identifier of arXiv, of either style."""

import pytest

from digest_tui.search.conditions import is_arxiv


@pytest.mark.parametrize(
    "text",
    [
        "2512.07951",
        "hep-th/9901001v2",
        "math.GT/0309136",
        "cond-mat.str-el/0401002",
        "arXiv:quant-ph/0606220",
        "https://arxiv.org/abs/q-bio/0401001",
    ],
)
def test_an_id_is_one_of_either_style(text: str) -> None:
    assert is_arxiv(text)


@pytest.mark.parametrize("text", ["조용한 매듭", "2512.079", "hep-th/99010012", "quant-ph"])
def test_other_words_are_none(text: str) -> None:
    assert not is_arxiv(text)
