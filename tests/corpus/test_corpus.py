"""Real digests: all of them are understood, with nothing lost. Skipped where they are not at hand."""

import os
import re
from pathlib import Path

import pytest

from digest_tui import formats
from digest_tui.model import Digest, Lines, Paper, entries_of
from digest_tui.model.facet import Facet
from digest_tui.model.facet_parts import facet_texts, first_sentence
from digest_tui.model.facets import facet_of
from digest_tui.sources import FolderSource
from support.promises import promises

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("DIGEST_TUI_CORPUS") or REPOSITORY.parent / "shared" / "corpus")

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")


def read_all(folder: str) -> list[Digest]:
    source = FolderSource(CORPUS / folder)
    digests = []
    for ref in source.files():
        raw = source.read(ref)
        assert raw.problems == ()
        digests.append(formats.read(raw.text, ref.path, source.name))
    return digests


@pytest.fixture(scope="module")
def posts() -> list[Digest]:
    return read_all("jekyll")


@pytest.fixture(scope="module")
def logs() -> list[Digest]:
    return read_all("daily_papers_ko")


@pytest.fixture(scope="module")
def digests(posts: list[Digest], logs: list[Digest]) -> list[Digest]:
    return [digest for digest in posts + logs if digest.papers]


def test_every_paper_is_found(posts: list[Digest], logs: list[Digest]) -> None:
    assert sum(len(digest.papers) for digest in posts) == 19
    assert sum(len(digest.papers) for digest in logs) == 3677


def test_every_digest_is_read_by_the_format_it_is_in(posts: list[Digest], logs: list[Digest]) -> None:
    assert {digest.format for digest in posts} == {"jekyll-post"}
    assert [digest.path for digest in logs if digest.format != "paper-log"] == ["LICENSE.md"]


def test_the_licence_is_a_text_without_problems(logs: list[Digest]) -> None:
    [licence] = [digest for digest in logs if digest.path == "LICENSE.md"]
    assert (licence.format, licence.problems, licence.is_text) == ("text", (), True)


@promises("README.md", "In 256 real digests with 3,696 papers it finds no problem")
def test_no_digest_has_a_problem(digests: list[Digest]) -> None:
    assert [(digest.path, digest.problems) for digest in digests if digest.problems] == []


def test_every_paper_has_what_identifies_it(digests: list[Digest]) -> None:
    for digest in digests:
        for paper in digest.papers:
            assert paper.arxiv is not None, (digest.path, paper.line)
            assert paper.link == f"https://arxiv.org/abs/{paper.arxiv.id}"
            assert paper.title
            assert not paper.title.startswith("http")


def test_every_date_is_the_one_in_the_path(digests: list[Digest]) -> None:
    for digest in digests:
        written = re.search(r"(\d{4})[-/](\d{2})[-/](\d{2})", digest.path)
        assert written is not None
        assert digest.date is not None
        assert digest.date.isoformat() == "-".join(written.groups())


def test_every_line_is_in_exactly_one_place(digests: list[Digest]) -> None:
    for digest in digests:
        unsorted: list[Lines | Paper] = [digest.header, *digest.outside, *digest.papers]
        runs = sorted(unsorted, key=lambda run: (run.first, run.last))
        assert [run.first for run in runs] == [0, *(run.last for run in runs[:-1])]
        assert runs[-1].last == len(digest.lines)


def test_posts_have_their_sections_and_alphaxiv_links(posts: list[Digest]) -> None:
    expected = ["Introduction", "Method", "Results", "Limitations", "Conclusion"]
    for digest in posts:
        for paper in digest.papers:
            assert [section.title for section in paper.sections] == expected
            assert paper.alphaxiv_url is not None
            assert paper.links == paper.images == paper.videos == ()


def test_lines_of_votes_and_authors_are_all_taken_in(logs: list[Digest]) -> None:
    for digest in logs:
        for paper in digest.papers:
            lines = digest.lines[paper.first : paper.last]
            written = [line for line in lines if line.startswith("Vote: ")]
            assert paper.votes == (int(written[0][6:]) if written and written[0] != "Vote: -" else None)
            assert bool(paper.authors) == any(line.startswith("Authors: ") for line in lines)


def test_leads_are_the_bold_words_before_a_colon(logs: list[Digest]) -> None:
    leads = [lead.title for digest in logs for paper in digest.papers for lead in paper.leads]
    text = "\n".join(line for digest in logs if digest.papers for line in digest.lines)
    assert len(leads) == len(re.findall(r"^ *(?:[-*]|\d+\.) \*{2,3}[^*\n]+\*{2,3}:", text, re.MULTILINE))
    assert not any("*" in lead or lead.endswith(":") for lead in leads)


def folded(text: str) -> str:
    return " ".join(text.split())


def test_the_facets_of_posts_are_their_sections(posts: list[Digest]) -> None:
    for digest in posts:
        for entry in entries_of(digest):
            parts = re.findall(r"^## *(\w+) *\n(.*?)(?=^## |\Z)", entry.markdown, re.MULTILINE | re.DOTALL)
            key = {name.lower(): folded(text) for name, text in parts if text.strip()}
            assert {str(facet): folded(text) for facet, text in facet_texts(entry).items()} == key


def test_the_facets_of_logs_are_their_bullets(logs: list[Digest]) -> None:
    bullet = re.compile(r"^- \*{2,3}([^*\n]+)\*{2,3}:(.*?)(?=^- |\Z)", re.MULTILINE | re.DOTALL)
    for digest in logs:
        for entry in entries_of(digest):
            key: dict[str, list[str]] = {}
            for name, text in bullet.findall(entry.markdown):
                if facet := facet_of(name):
                    key.setdefault(facet, []).append(folded(text))
            assert {facet: folded(text) for facet, text in facet_texts(entry).items()} == {
                facet: " ".join(key[facet]) for facet in Facet if facet in key
            }


def test_first_sentences_are_short_and_end_as_sentences_do(digests: list[Digest]) -> None:
    sentences = [first_sentence(entry) for digest in digests for entry in entries_of(digest)]
    assert "" not in sentences
    assert not any("**" in sentence or "\n" in sentence for sentence in sentences)
    assert sum(sentence.endswith((".", "。", "?", "!")) for sentence in sentences) > 0.99 * len(sentences)
