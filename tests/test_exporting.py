"""What the library says of papers that are exported: keys of their own, and all that any of its digests knows."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest_tui.errors import ExportError
from digest_tui.exporters import Exported
from digest_tui.library import Library
from digest_tui.library.exporting import ExportReport
from digest_tui.model import Change, Entry
from digest_tui.sources import FolderSource
from digest_tui.store import memory_store
from digest_tui.store.base import Store
from support.blog import TODAY
from support.library import Sample

Made = Callable[..., Library]


@pytest.fixture
def store() -> Store:
    return memory_store()


@pytest.fixture
def made(tmp_path: Path, store: Store) -> Made:
    """A library of a log for each day that is given, with these papers."""

    def make(**days: Sequence[Sample]) -> Library:
        for day, samples in days.items():
            date = f"2025-12-{day.removeprefix('d')}"
            text = "\n".join(sample.markdown(number, date) for number, sample in enumerate(samples, 1))
            file = tmp_path / f"paper_logs/{date.replace('-', '/')}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"## Daily Papers ({date})\n\n{text}", encoding="utf-8")
        library = Library([FolderSource(tmp_path, "log")], store, today=lambda: TODAY)
        library.load()
        return library

    return make


def knots(id_: str, authors: str = "Mina Kim, Bo Oh", title: str = "Quiet Knots of Rope") -> Sample:
    return Sample(title, authors=authors, id=id_)


def exported(library: Library) -> list[Exported]:
    return library.exporting.papers(library.catalog.entries(TODAY))


def cited(papers: Sequence[Exported]) -> dict[str, str]:
    return {paper.key.removeprefix("arxiv:"): paper.cite_key for paper in papers}


def test_a_paper_is_exported_once_as_its_newest_digest_has_it(made: Made) -> None:
    library = made(d09=[knots("2512.90001")], d10=[knots("2512.90001", title="Loud Knots of Rope")])
    [paper] = exported(library)
    assert (paper.entry.paper.title, paper.record["also_on"]) == ("Loud Knots of Rope", ["2025-12-09"])


def test_authors_that_only_an_older_digest_names_are_exported(made: Made) -> None:
    [paper] = exported(made(d09=[knots("2512.90001")], d10=[knots("2512.90001", authors="")]))
    assert paper.entry.paper.authors == ("Mina Kim", "Bo Oh")
    assert paper.cite_key == "kim2025quiet"


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json", "markdown", "obsidian", "csv", "html"])
def test_accents_of_tex_in_names_are_letters_in_every_format(made: Made, name: str) -> None:
    library = made(d10=[knots("2512.90001", r"Jos\'e M{\"u}ller")])
    assert "Müller" in library.exporting.text(library.catalog.entries(TODAY), name)


def test_papers_of_one_key_are_told_apart_over_the_whole_library(made: Made) -> None:
    library = made(d09=[knots("2512.90003"), knots("2512.90001")], d10=[knots("2512.90002")])
    assert cited(exported(library)) == {
        "2512.90001": "kim2025quiet",
        "2512.90002": "kim2025quieta",
        "2512.90003": "kim2025quietb",
    }


def test_the_key_of_a_paper_is_the_same_whatever_is_exported_with_it(made: Made) -> None:
    library = made(d09=[knots("2512.90003"), knots("2512.90001")], d10=[knots("2512.90002")])
    entries = library.catalog.entries(TODAY)
    alone = [paper for entry in entries for paper in library.exporting.papers([entry])]
    assert cited(alone) == cited(exported(library))


@pytest.mark.parametrize(("authors", "title"), [("Bo Oh", "Quiet Knots of Rope"), ("", "Loud Knots"), ("오보", "Loud")])
def test_the_key_of_a_paper_stays_when_a_newer_digest_has_it_otherwise(made: Made, authors: str, title: str) -> None:
    library = made(d09=[knots("2512.90001")], d10=[knots("2512.90001", authors=authors, title=title)])
    assert cited(exported(library)) == {"2512.90001": "kim2025quiet"}


def test_the_key_of_a_paper_is_made_where_its_author_has_a_latin_name(made: Made) -> None:
    library = made(d09=[knots("2512.90001", authors="김미나")], d10=[knots("2512.90001")])
    assert cited(exported(library)) == {"2512.90001": "kim2025quiet"}


def test_a_digest_that_arrives_may_change_the_keys(made: Made) -> None:
    library = made(d10=[knots("2512.90002")])
    assert cited(exported(library)) == {"2512.90002": "kim2025quiet"}
    library = made(d09=[knots("2512.90001")])
    assert cited(exported(library))["2512.90002"] == "kim2025quieta"


def test_a_star_has_its_time(made: Made, store: Store) -> None:
    library = made(d10=[knots("2512.90001"), knots("2512.90002"), knots("2512.90003")])
    for number in (1, 2):
        store.apply([Change(f"arxiv:2512.9000{number}", "star", "1")])
    store.apply([Change("arxiv:2512.90002", "star", "0")])
    library.decisions.replace(store.states())
    first, second, third = exported(library)
    assert first.state.starred
    assert first.starred_at is not None
    assert abs(datetime.now(UTC) - first.starred_at).days == 0
    assert (second.starred_at, third.starred_at) == (None, None)


def test_a_file_is_brought_up_to_date(made: Made, tmp_path: Path) -> None:
    library = made(d10=[knots("2512.90001")])
    file = tmp_path / "refs.bib"
    entries: Sequence[Entry] = library.catalog.entries(TODAY)
    assert library.exporting.to_file(entries, "bibtex", file) == ExportReport(file, 1, 0, 0, 0, ())
    assert library.exporting.to_file(entries, "bibtex", file) == ExportReport(file, 0, 0, 1, 0, ())


def test_what_cannot_be_read_is_told_with_its_path_and_line(made: Made, tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_text("@misc{open,\n  title = {never closed\n")
    with pytest.raises(ExportError, match=r"refs\.bib, line 1: "):
        made(d10=[knots("2512.90001")]).exporting.to_file([], "bibtex", file)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (ExportReport(Path(), 3, 2, 0, 0, ()), "3 papers added, 2 updated"),
        (ExportReport(Path(), 0, 0, 1, 1204, ()), "1 paper unchanged, 1,204 removed"),
        (ExportReport(Path(), 0, 0, 0, 0, ()), "0 papers written"),
    ],
)
def test_a_report_in_words(report: ExportReport, words: str) -> None:
    assert report.words == words
