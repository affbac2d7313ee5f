"""Names of notes that every system takes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.exporters.note_names import MAX_NAME, folded, free_name, note_name
from digest_tui.model import ArxivId, Paper
from support.exporting import exported
from support.promises import promises


@promises(
    "docs/formats.md",
    "A new note is named after the title, without what a system or a link of Obsidian does not take; where that name "
    "is taken, the id follows.",
)
@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Quiet Kites", "Quiet Kites"),
        ("Kites: A [Short] Survey?", "Kites - A Short Survey"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows\\x", "C Windows x"),
        ("...", "paper"),
        ("#1 ^top | a*b <c> \"d\"", "1 top a b c d"),
        ("CON", "CON_"),
        ("nul.md", "nul.md_"),
        ("LPT1", "LPT1_"),
        ("Console", "Console"),
        ("A title.", "A title"),
        ("한글 제목", "한글 제목"),
        (unicodedata.normalize("NFD", "한글"), "한글"),
        ("a\u200bb\u202ec\nd", "abc d"),
        ("", "paper"),
        ("가" * 200, "가" * 40),
        ("a" * 119 + "가", "a" * 119),
    ],
)  # fmt: skip
def test_a_name(title: str, name: str) -> None:
    assert note_name(title) == name


def test_a_name_that_is_taken_has_the_id_behind_it() -> None:
    (paper,) = exported(Paper("Quiet Kites", 0, 1, 1, arxiv=ArxivId("2512.07951")))
    assert free_name(paper, ()) == "Quiet Kites"
    taken = {folded("quiet kites.MD")}
    assert free_name(paper, taken) == "Quiet Kites (2512.07951)"
    taken.add(folded("Quiet Kites (2512.07951).md"))
    assert free_name(paper, taken) == "Quiet Kites (2512.07951 2)"


def test_the_id_of_the_old_style_makes_no_folder() -> None:
    (paper,) = exported(Paper("Quiet Kites", 0, 1, 1, arxiv=ArxivId("hep-th/9901001")))
    assert free_name(paper, {"quiet kites.md"}) == "Quiet Kites (hep-th 9901001)"


@pytest.mark.hypothesis
@given(st.text(), st.text())
def test_any_title_makes_a_name(title: str, further: str) -> None:
    name = note_name(title, further[:20])
    assert name
    assert len(name.encode()) <= MAX_NAME + 1
    assert not set(name) & set('[]#^|\\/:*?"<>\n\r\t\0')
    assert name[0] not in ". "
    assert name[-1] not in ". "
    assert unicodedata.is_normalized("NFC", name)
