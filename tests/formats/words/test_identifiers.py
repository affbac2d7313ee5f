"""arXiv ids, DOIs and the sites that publish papers."""

import pytest

from digest_tui.formats.words.identifiers import (
    arxiv_from_relative,
    arxiv_from_text,
    arxiv_from_url,
    doi_from_url,
    is_alphaxiv_of,
    is_huggingface_paper,
    is_paper_url,
    version_in,
)
from digest_tui.model import ArxivId


@pytest.mark.parametrize(
    ("url", "arxiv"),
    [
        ("https://arxiv.org/abs/2401.01234", ArxivId("2401.01234")),
        ("http://arxiv.org/abs/2401.01234v1", ArxivId("2401.01234", 1)),
        ("https://www.arxiv.org/pdf/2401.01234v12.pdf", ArxivId("2401.01234", 12)),
        ("https://export.arxiv.org/html/0704.0001", ArxivId("0704.0001")),
        ("https://arxiv.org/abs/hep-th/9901001v2", ArxivId("hep-th/9901001", 2)),
        ("https://arxiv.org/abs/math.GT/0309136", ArxivId("math.GT/0309136")),
        ("https://ARXIV.org/abs/2401.01234?utm=x#y", ArxivId("2401.01234")),
        ("https://huggingface.co/papers/2401.01234", ArxivId("2401.01234")),
        ("https://www.alphaxiv.org/ko/overview/2401.01234", ArxivId("2401.01234")),
        ("https://alphaxiv.org/abs/2401.01234v3", ArxivId("2401.01234", 3)),
        ("https://doi.org/10.48550/arXiv.2401.01234", ArxivId("2401.01234")),
        ("https://arxiv.org/abs/2413.01234", None),
        ("https://arxiv.org/abs/2401.012345", None),
        ("https://arxiv.org/abs/2401.012", None),
        ("https://arxiv.org/list/cs.CL/recent", None),
        ("https://evil.example.org/arxiv.org/abs/2401.01234", None),
        ("https://arxiv.org.example.org/abs/2401.01234", None),
        ("https://huggingface.co/datasets/a/2401.01234", None),
    ],
)
def test_an_arxiv_id_is_read_from_a_url(url: str, arxiv: ArxivId | None) -> None:
    assert arxiv_from_url(url) == arxiv


@pytest.mark.parametrize(
    ("text", "arxiv"),
    [
        ("Title (arXiv:2401.01234v2)", ArxivId("2401.01234", 2)),
        ("[2401.01234] Title", ArxivId("2401.01234")),
        ("12401.01234", None),
        ("2401.012345", None),
        ("2401.01234 and 2401.01235", None),
        ("12/2401.01234", None),
        ("Title (arXiv:math.GT/0309136v3)", ArxivId("math.GT/0309136", 3)),
        ("`q-bio/0401001`", ArxivId("q-bio/0401001")),
        ("이 결과는 hep-th/9901001에서 나왔다", ArxivId("hep-th/9901001")),
        ("（quant-ph/0606220v2）", ArxivId("quant-ph/0606220", 2)),
        ("cond-mat.str-el/0401002.", ArxivId("cond-mat.str-el/0401002")),
        ("physics/9901001 and 2401.01234", None),
    ],
)
def test_an_arxiv_id_is_read_from_text_only_where_it_is_the_only_one(text: str, arxiv: ArxivId | None) -> None:
    assert arxiv_from_text(text) == arxiv


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("https://www.alphaxiv.org/ko/overview/2401.01234", True),
        ("http://alphaxiv.org/abs/2401.01234v2/", True),
        ("https://www.alphaxiv.org/ko/overview/2401.01235", False),
        ("https://www.alphaxiv.org/ko/overview/12401.01234", False),
        ("https://alphaxiv.org.example.org/overview/2401.01234", False),
        ("https://user@alphaxiv.org/overview/2401.01234", False),
        ("https://www.alphaxiv.org:8443/overview/2401.01234", False),
        ("ftp://www.alphaxiv.org/overview/2401.01234", False),
        ("https://www.alphaxiv.org/?x=/2401.01234", False),
        ("https://[", False),
    ],
)
def test_an_alphaxiv_link_is_the_papers_own_only_on_its_host_with_its_id(url: str, own: bool) -> None:
    assert is_alphaxiv_of(url, ArxivId("2401.01234")) is own


@pytest.mark.parametrize(
    ("url", "doi"),
    [
        ("https://doi.org/10.1234/Sample.5", "10.1234/Sample.5"),
        ("https://dx.doi.org/10.1234/sample?x=1", "10.1234/sample"),
        ("https://doi.org/10.48550/arXiv.2401.01234", None),
        ("https://example.org/10.1234/sample", None),
    ],
)
def test_a_doi_is_read_unless_it_is_arxivs(url: str, doi: str | None) -> None:
    assert doi_from_url(url) == doi


@pytest.mark.parametrize(
    ("url", "arxiv"),
    [
        ("2401.01234.md", ArxivId("2401.01234")),
        ("../papers/2401.01234v2-a-router.md", ArxivId("2401.01234", 2)),
        ("/202401/06/2401.01234v1-sparse-routing", ArxivId("2401.01234", 1)),
        ("papers/arxiv_2401.01234.html", ArxivId("2401.01234")),
        ("notes/01_Router_2401.01234.md", ArxivId("2401.01234")),
        ("papers/sparse-routing-2401-01234/", ArxivId("2401.01234")),
        ("papers/2401_01234v1_sparse.md", ArxivId("2401.01234")),
        ("papers/router_240101234v2-notes.md", ArxivId("2401.01234")),
        ("daily/2024-01-06.md", None),
        ("daily/20240106.md", None),
        ("20240106.md", None),
        ("papers/2413.01234.md", None),
        ("papers/2401.012345.md", None),
        ("papers/x2401.01234.md", None),
        ("papers/sparse-routing.md", None),
        ("", None),
    ],
)
def test_an_arxiv_id_is_read_from_the_name_of_a_neighbour(url: str, arxiv: ArxivId | None) -> None:
    assert arxiv_from_relative(url) == arxiv


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/list/cs.CL/recent",
        "https://arxiv.org/archive/cs",
        "https://arxiv.org",
        "https://www.alphaxiv.org/explore",
        "https://huggingface.co/papers",
        "https://huggingface.co/papers/",
        "https://huggingface.co/papers/date/2024-01-06",
        "https://huggingface.co/papers/week/2024-W01",
        "https://huggingface.co/papers/month/2024-01",
        "https://huggingface.co/papers/trending",
        "https://huggingface.co/papers?date=2024-01-06",
        "https://openreview.net/group?id=Some.org/2024/Conference",
        "https://aclanthology.org/",
        "https://doi.org",
    ],
)
def test_a_listing_is_no_paper(url: str) -> None:
    assert not is_paper_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://openreview.net/pdf?id=x",
        "https://openreview.net/attachment?id=x&name=pdf",
        "https://aclanthology.org/2024.some-long.1/",
        "https://www.nature.com/articles/s0-1",
        "https://huggingface.co/papers/2401.01234",
        "https://doi.org/10.1234/sample",
    ],
)
def test_a_page_of_one_paper_is_one(url: str) -> None:
    assert is_paper_url(url)


def test_a_paper_link_leads_to_a_publisher() -> None:
    assert is_paper_url("https://openreview.net/forum?id=x")
    assert is_paper_url("https://www.aclanthology.org/x")
    assert is_huggingface_paper("https://hf.co/papers/2401.01234")
    assert is_paper_url("https://huggingface.co/papers/2401.01234")
    assert not is_paper_url("https://huggingface.co/some/model")
    assert not is_paper_url("https://blog.example.org/arxiv.org")


@pytest.mark.parametrize(
    "text",
    [
        "foo/1234567",
        "see docs/2012010 for the notes",
        "lab/9901001",
        "math/2012010",
        "cs/0399001",
        "cs/03010011",
        "src/math/0507182",
        "math/0507182/index.md",
        "xmath/0507182",
        "2024/0101001",
    ],
)
def test_a_folder_and_a_number_are_no_arxiv_id(text: str) -> None:
    assert arxiv_from_text(text) is None


@pytest.mark.parametrize("url", ["notes/0301001.md", "docs/2012010/", "a/lab/9901001-x.md"])
def test_a_neighbour_in_a_folder_is_no_paper_of_that_archive(url: str) -> None:
    assert arxiv_from_relative(url) is None


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("`quant-ph/0606220v2`", 2),
        ("quant-ph/0606220, now quant-ph/0606220V3", 3),
        ("[link](papers/quant-ph/0606220v12.md)", 12),
        ("quant-ph/0606220", None),
        ("quant-ph/0606220v2x", None),
        ("1quant-ph/0606220v2", None),
        ("", None),
    ],
)
def test_the_version_stands_behind_the_id(text: str, version: int | None) -> None:
    assert version_in(text, "quant-ph/0606220") == version
