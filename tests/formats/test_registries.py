"""A format or a shape is one module and one row: what is listed is asked, in its order, and explained."""

import pytest

from digest_tui import formats
from digest_tui.formats import registry
from digest_tui.formats.answer import Answer, Declined, Reading
from digest_tui.formats.assembly import assemble
from digest_tui.formats.shapes import registry as shapes
from digest_tui.formats.shapes.finding import Found, Question
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.shapes.registry import SHAPES, Shape
from digest_tui.formats.structure.document import Document
from support.small import read, titles, url

A, B = "Sparse Routing for Long Videos", "Dense Routing for Short Videos"


def test_every_row_names_an_order_and_a_module_of_its_own() -> None:
    for rows in (registry.FORMATS, SHAPES):
        assert len({row.name for row in rows}) == len({row.module for row in rows}) == len(rows)
    assert len({shape.order for shape in SHAPES}) == len(SHAPES)
    assert all(entry.place for entry in registry.FORMATS)


def paragraph_signs(question: Question) -> Found:
    """Papers that are one line each, behind a paragraph sign."""
    lines = question.document.lines
    marked = [number for number, line in enumerate(lines) if line.startswith("§ ")]
    spans = [
        PaperSpan(n, n + 1, lines[n].partition(": ")[2], "sign", None, lines[n][2:].partition(": ")[0]) for n in marked
    ]
    return Found(spans, occupied=frozenset(marked))


@pytest.mark.parametrize(("precedence", "name", "lines"), [(0, "signs", [6, 7]), (9, "headings + signs", [0, 7])])
def test_another_shape_takes_part_by_its_row(
    monkeypatch: pytest.MonkeyPatch, precedence: int, name: str, lines: list[int]
) -> None:
    row = Shape("signs", paragraph_signs, "no line begins with a paragraph sign", order=0, precedence=precedence)
    monkeypatch.setattr(shapes, "SHAPES", (*SHAPES, row))
    text = f"## [{A}]({url(1)})\n\ntext\n\n## More\n\n§ arxiv:2511.00001: {A}\n§ arxiv:2511.00002: {B}\n"
    found = formats.explain(text, "notes/2025-11-07.md", "digests")
    assert found.digest.format == name
    assert [(paper.title, paper.first) for paper in found.digest.papers] == list(zip([A, B], lines, strict=True))
    said = {attempt.format: attempt for attempt in found.attempts}
    assert (said["signs"].accepted, said["signs"].module) == (True, __name__)


def test_what_is_doubtful_counts_only_where_nothing_else_is_found() -> None:
    note = ("# Day", "", f"- A Note on Something Longer [PDF]({url(3)})", "")
    papers = (f"## [{A}]({url(1)})", "", "text", "", f"## [{B}]({url(2)})", "", "text")
    assert titles(read(*note)) == ["A Note on Something Longer"]
    assert titles(read(*note, *papers)) == [A, B]


def reads_plays(document: Document) -> Reading:
    """Digests that say that they are plays."""
    if not document.text.startswith("PLAY"):
        return Declined("it is no play")
    return Answer(assemble(document, "play", (), ()), "it is a play")


def test_another_format_is_asked_at_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    row = registry.Format("play", reads_plays, "first: nothing else is a play")
    monkeypatch.setattr(registry, "FORMATS", (row, *registry.FORMATS))
    explained = formats.explain(f"PLAY\n\n# [{A}]({url(1)})\n", "a.md", "digests")
    assert [attempt.format for attempt in explained.attempts] == ["play"]
    assert explained.digest.format == "play"
    declined = formats.explain(f"# [{A}]({url(1)})\n", "a.md", "digests")
    assert [(attempt.format, attempt.accepted) for attempt in declined.attempts][:2] == [
        ("play", False),
        ("jekyll-post", True),
    ]
