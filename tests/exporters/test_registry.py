"""The table of exporters."""

import re

import pytest

from digest_tui.exporters import EXPORTERS, Exporter, exporter
from digest_tui.model import ArxivId, Paper
from support.exporting import exported


def test_no_two_exporters_have_one_name() -> None:
    assert len({row.name for row in EXPORTERS}) == len(EXPORTERS)


@pytest.mark.parametrize("row", EXPORTERS, ids=[row.name for row in EXPORTERS])
def test_every_row_names_a_function_in_this_package(row: Exporter) -> None:
    assert row.function.startswith("digest_tui.exporters.")
    assert row.update("", ()).added == 0
    assert row.suffix.startswith(".")
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", row.media_type)
    assert exporter(row.name) is row


@pytest.mark.parametrize("row", EXPORTERS, ids=[row.name for row in EXPORTERS])
def test_what_is_copied_is_what_a_new_file_has_but_for_marks(row: Exporter) -> None:
    papers = exported(Paper("Quiet Knots", 0, 1, 1, arxiv=ArxivId("2512.99001"), authors=("Mina Kim",)))
    new, copied = row.update("", papers).text, row.copied(papers)
    assert "Quiet Knots" in copied
    if row.name in ("bibtex", "ris", "csl-json", "markdown", "obsidian"):
        assert "digest-tui" in new
        assert "digest-tui" not in copied
    else:
        assert copied == new


def test_there_is_no_exporter_of_another_name() -> None:
    with pytest.raises(KeyError):
        exporter("nonsense")


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json", "csv", "obsidian"])
def test_a_doi_is_the_one_that_its_address_holds(name: str) -> None:
    [paper] = exported(Paper("Quiet Knots", 0, 1, 1, "https://doi.org/10.1000/a%28x%29", doi="10.1000/a%28x%29"))
    assert "10.1000/a(x)" in exporter(name).update("", [paper]).text
