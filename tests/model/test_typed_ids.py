"""What is pasted as an id, a key or an address of a paper."""

import pytest

from digest_tui.model.typed_ids import arxiv_in, is_identifier, keys_meant


@pytest.mark.parametrize(
    ("text", "arxiv"),
    [
        ("2512.07951", "2512.07951"),
        (" 2512.07951v2\n", "2512.07951"),
        ("hep-th/9901001v2", "hep-th/9901001"),
        ("math.gt/0309136", "math.GT/0309136"),
        ("https://arxiv.org/abs/math.GT/0309136v1", "math.GT/0309136"),
        ("cond-mat.str-el/0401002", "cond-mat.str-el/0401002"),
        ("arXiv:quant-ph/0606220", "quant-ph/0606220"),
        ("arXiv: 2512.07951v1 [cs.CL]", "2512.07951"),
        ("https://arxiv.org/abs/q-bio/0401001", "q-bio/0401001"),
        ("https://arxiv.org/pdf/2512.07951v3.pdf#page=4", "2512.07951"),
        ("https://arxiv.org/html/2512.07951v1", "2512.07951"),
        ("http://export.arxiv.org/abs/2512.07951?context=cs", "2512.07951"),
        ("arxiv.org/abs/2512.07951", "2512.07951"),
        ("https://huggingface.co/papers/2512.07951", "2512.07951"),
        ("https://www.alphaxiv.org/abs/2512.07951", "2512.07951"),
        ("https://www.alphaxiv.org/ko/overview/2512.07951", "2512.07951"),
        ("10.48550/arXiv.2512.07951", "2512.07951"),
        ("https://doi.org/10.48550/arXiv.2512.07951", "2512.07951"),
        ("doi:10.48550/ARXIV.2512.07951", "2512.07951"),
        ("DOI 10.48550/arXiv.2512.07951", "2512.07951"),
        ("www.doi.org/10.48550/arXiv.2512.07951", "2512.07951"),
        ("ARXIV.2512.07951v12", "2512.07951"),
        ("arXiv:2512.07951v1 [cs.CL] 9 Dec 2025", "2512.07951"),
        ("HTTPS://ARXIV.ORG/ABS/2512.07951", "2512.07951"),
        ("https://ar5iv.labs.arxiv.org/html/2512.07951", "2512.07951"),
        ("//www.alphaxiv.org/zh-CN/overview/2512.07951", "2512.07951"),
        ("https://papers.cool/arxiv/2512.07951", "2512.07951"),
        ("<https://arxiv.org/abs/2512.07951>", "2512.07951"),
        ("https://arxiv.org/abs/2512.07951.", "2512.07951"),
        ("(https://arxiv.org/abs/2512.07951v2),", "2512.07951"),
        ("“2512.07951”", "2512.07951"),
        ("[2512.07951]", "2512.07951"),
        ("[Kites](https://arxiv.org/abs/2512.07951)", "2512.07951"),
        ("https://arxiv.org/abs/2512.07951%20", "2512.07951"),
        ("2512.07951\u200b", "2512.07951"),
        ("２５１２．０７９５１", "2512.07951"),
    ],
)
def test_an_arxiv_id_is_one_however_it_is_pasted(text: str, arxiv: str) -> None:
    assert arxiv_in(text) == arxiv
    assert f"arxiv:{arxiv}" in keys_meant(text)
    assert is_identifier(text)


@pytest.mark.parametrize(
    "text",
    [
        "조용한 매듭",
        "2512.079",
        "2512.07951 2512.07952",
        "x" * 3000,
        "()",
        "[]()",
        "hep-th/99010012",
        "quant-ph",
        "",
        "see 2512.07951",
        "https://example.org/2512.07951",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert arxiv_in(text) is None
    assert not is_identifier(text)


@pytest.mark.parametrize(
    "text",
    [
        "10.1234/Kite.7",
        "doi:10.1234/kite.7",
        "https://doi.org/10.1234/KITE.7",
        "<doi:10.1234/kite.7>.",
        "https://doi.org/10.1234%2Fkite.7",
        "https://dx.doi.org/10.1234/kite.7?ref=x",
        "DOI 10.1234/kite.7,",
        "https://dl.acm.org/doi/abs/10.1234/kite.7",
    ],
)
def test_a_doi_is_one_too(text: str) -> None:
    assert "doi:10.1234/kite.7" in keys_meant(text)
    assert is_identifier(text)


def test_a_key_and_an_address_are_meant_as_they_are() -> None:
    assert keys_meant("title:0123456789abcdef")[0] == "title:0123456789abcdef"
    assert "url:example.org/kites?id=7" in keys_meant("https://www.Example.org/kites/?id=7")
    assert keys_meant("kites") == ("kites",)


def test_a_bracket_that_belongs_to_a_doi_stays() -> None:
    assert "doi:10.1234/s0140(05)" in keys_meant("(10.1234/S0140(05)).")
