"""What is exported is read back by programs of others: bibtexparser and pybtex."""

import warnings

import pybtex.errors
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData
from pybtex.database.input.bibtex import Parser

from digest_tui.exporters import Exported
from digest_tui.exporters.bibtex import update
from digest_tui.exporters.bibtex_fields import fields_of
from digest_tui.model import ArxivId, Paper
from digest_tui.text import one_line
from support.exporting import exported

SIGNS = st.sampled_from("$\\{}^_&%#~<>|'\"`@,=() ab1é가") | st.characters(codec="utf-8")
LINES = st.text(SIGNS, max_size=40).map(one_line)
PAPERS = st.builds(
    lambda title, authors, link, arxiv, doi: Paper(title, 0, 1, 1, link, arxiv, doi, authors=tuple(authors)),
    LINES,
    st.lists(LINES, max_size=3),
    st.none() | LINES.map("https://example.org/{}".format),
    st.none() | st.from_regex(r"[0-9]{4}\.[0-9]{5}", fullmatch=True).map(ArxivId),
    st.none() | LINES.map("10.1000/{}".format),
)


def read(text: str) -> BibliographyData:
    """A file as pybtex reads it, which takes no fault for none."""
    parser = Parser(min_crossrefs=100)
    with pybtex.errors.capture() as faults:
        data = parser.parse_string(text)
    assert not faults
    return data


def check(papers: list[Exported], text: str) -> None:
    """Every field of every paper stands in both readers as it was written."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        library = parse_string(text)
        data = read(text)
    assert not library.failed_blocks
    for paper in papers:
        wanted = fields_of(paper)
        found = {name: field.value for name, field in library.entries_dict[paper.cite_key].fields_dict.items()}
        assert found.pop("digest-tui")
        assert found == wanted
        entry = data.entries[paper.cite_key]
        for name in wanted.keys() - {"author"}:
            assert entry.fields[name] == wanted[name]
        assert ("author" in entry.persons) == ("author" in wanted)


@given(PAPERS)
def test_a_paper_is_read_back_field_by_field(paper: Paper) -> None:
    papers = exported(paper)
    done = update("", papers)
    check(papers, done.text)
    again = update(done.text, papers)
    assert (again.text, again.unchanged) == (done.text, 1)
    assert update(done.text, [], prune=True).text == ""


OWN = st.text(SIGNS, max_size=20).filter(lambda text: "@" not in text and "{" not in text and "}" not in text)
ENTRIES = st.builds(
    '@{}{{own{},\n  title = {{{}}},note="{}" # jml,}}'.format,
    st.sampled_from(["article", "Book", "MISC"]),
    st.integers(0, 10**6),
    OWN.map(lambda text: text.replace("\\", "")),
    OWN.map(lambda text: text.replace('"', "")),
)


@given(st.lists(OWN | ENTRIES, max_size=6), st.integers(0, 5), st.text("ab\n {}", max_size=4))
def test_what_is_a_persons_own_stays_after_three_exports(own: list[str], at: int, between: str) -> None:
    own = [part if part.startswith("@") else f"{part}\n" for part in own]
    papers = exported(*(Paper(f"Knot {number}", 0, 1, 1, arxiv=ArxivId(f"2512.0000{number}")) for number in range(3)))
    before, after = "".join(own[:at]), "".join(own[at:])
    once = update(before, papers[:2]).text
    assert once.startswith(before)
    ours = once[len(before) :]
    # The person writes on below, then all is exported twice more.
    second = update(once + after, papers)
    assert second.text.startswith(before + ours + after)
    renamed = [
        paper._replace(entry=paper.entry._replace(paper=paper.entry.paper._replace(title="X"))) for paper in papers
    ]
    third = update(second.text, renamed).text
    assert third.startswith(before)
    assert after in third
    assert update(third, renamed).text == third
