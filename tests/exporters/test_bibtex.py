"""BibTeX entries."""

import datetime
from typing import Any

import pytest

from digest_tui.exporters import Exported, exporter
from digest_tui.model import ArxivId, Digest, Paper, PaperState
from digest_tui.model.entry import entries_of

TODAY = datetime.date(2031, 2, 6)


def written(*papers: Paper) -> list[str]:
    """The lines that papers of one digest make."""
    digest = Digest("a.md", "s", ("x",), "text", "t", TODAY, papers)
    return list(exporter("bibtex").write(Exported(entry, PaperState()) for entry in entries_of(digest)))


def paper(title: str = "조용한 매듭", arxiv: str | None = None, **fields: Any) -> Paper:
    return Paper(title, 0, 1, 1, arxiv=ArxivId(arxiv) if arxiv else None, **fields)


@pytest.mark.parametrize(
    ("arxiv", "year"),
    [
        ("2512.07951", "2025"),
        ("0704.0001", "2007"),
        ("hep-th/9901001", "1999"),
        ("math.GT/0309136", "2003"),
        ("cond-mat.str-el/9107001", "1991"),
        (None, "2031"),
    ],
)
def test_the_year_is_that_of_the_id_else_of_the_digest(arxiv: str | None, year: str) -> None:
    [entry] = written(paper(arxiv=arxiv))
    assert f"year = {{{year}}}" in entry


def test_a_preprint_is_written_with_all_that_is_known_of_it() -> None:
    [entry] = written(paper("Kites & $x_1$ at 5%", "2512.99001", authors=("Ada Long", "B. Short")))
    assert entry == (
        r"@misc{long2512.99001, title = {{Kites \& $x_1$ at 5\%}}, author = {Ada Long and B. Short}, year = {2025}, "
        "eprint = {2512.99001}, archivePrefix = {arXiv}, doi = {10.48550/arXiv.2512.99001}, "
        "url = {https://arxiv.org/abs/2512.99001}}"
    )


def test_without_an_id_the_doi_and_the_link_are_written() -> None:
    [entry] = written(paper(doi="10.1/x", link="https://example.org/{a}"))
    assert "doi = {10.1/x}, url = {https://example.org/%7Ba%7D}" in entry
    assert "eprint" not in entry


def test_braces_that_do_not_match_do_not_end_the_entry() -> None:
    [entry] = written(paper("A {lonely brace"))
    assert "title = {{A (lonely brace}}" in entry


def test_each_paper_is_one_line() -> None:
    assert len(written(paper(arxiv="2512.99001"), paper(arxiv="2512.99002"))) == 2
