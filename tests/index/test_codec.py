"""Digests as bytes and back."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui import formats
from digest_tui.index.codec import BROKEN, pack_digest, unpack_digest, unpack_lines, unpack_neighbours
from digest_tui.model import ArxivId, Digest, Lead, Lines, Neighbour, Paper, Problem, Section
from digest_tui.model.page_lines import LinesWithPages, PageRun
from digest_tui.model.summary import summary_of
from support.golden import samples


def no_pages(summary: int) -> None:
    """None of these digests shows a page of another one."""


LINES = sorted({line for sample in samples() for line in sample.file.read_text(encoding="utf-8").splitlines()})
TEXTS = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=40).map("\n".join)


@given(TEXTS, st.sampled_from([sample.path for sample in samples()]))
def test_whatever_was_read_comes_back_as_it_was(text: str, path: str) -> None:
    digest = formats.read(text, path, "blog")
    assert unpack_digest(*pack_digest(digest), no_pages) == digest


@given(st.sampled_from(samples()), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_bytes_that_were_changed_on_the_disk_are_known_as_broken_or_read(sample, changes) -> None:  # type: ignore[no-untyped-def]
    summary, packed = pack_digest(sample.explain().digest)
    damaged = bytearray(packed)
    for entry, byte in changes:
        damaged[int(entry * (len(packed) - 1))] = byte
    try:
        unpack_digest(summary, bytes(damaged), no_pages)
    except BROKEN:
        pass
    except Exception as error:
        pytest.fail(f"{type(error).__name__}: {error}")


DAY = datetime.date(2031, 2, 6)
FULL = Paper(
    "Quiet Knots", 3, 9, 1, "https://example.org/knots", ArxivId("2512.07951", 2), "10.1000/knots",
    "https://huggingface.co/papers/2512.07951", "https://www.alphaxiv.org/ko/overview/2512.07951", 7, ("Kim", "Oh"),
    (Section("Method", 2, 5),), (Lead("Goal", 6),), ("a.png",), ("b.mp4",), ("https://example.org/c",), (3, 4), DAY, 4,
    "| Quiet Knots |", Lines(12, 14), ("title:0123456789abcdef",), "week",
)  # fmt: skip
NEIGHBOURS = (
    Neighbour("a.md", "{% link a.md %}", 3, DAY, "day", True),
    Neighbour("b.md", "b.md", 4, None, "month", False),
)
EVERYTHING = Digest(
    "papers/a.md", "blog", ("---", "title: t", "---", "", "x"), "days", "A day", DAY,
    (FULL, Paper("Bare", 9, 10, 2)), (Lines(0, 1), Lines(2, 3)), Lines(0, 2),
    (Problem("date", "two dates", 3), Problem("empty", "nothing")), NEIGHBOURS, permalink="/a/", period="month",
    markers=(1, 2),
)  # fmt: skip


def test_everything_that_a_digest_can_hold_comes_back() -> None:
    assert None not in FULL
    assert unpack_digest(*pack_digest(EVERYTHING), no_pages) == EVERYTHING
    summary, packed = pack_digest(EVERYTHING)
    assert summary == summary_of(EVERYTHING)
    assert list(unpack_lines(packed)) == list(EVERYTHING.lines)
    assert unpack_neighbours(packed) == NEIGHBOURS


def test_a_digest_without_lines_has_none_and_one_with_an_empty_line_has_that() -> None:
    for lines in ((), ("",), ("", "")):
        digest = Digest("a.md", "blog", lines, "text", "")
        summary, packed = pack_digest(digest)
        assert tuple(unpack_digest(summary, packed, no_pages).lines) == tuple(unpack_lines(packed)) == lines


def test_the_lines_of_pages_are_read_from_where_they_are() -> None:
    page = PageRun(7, "b.md", 1, 2)
    asked: list[int] = []

    def load(summary: int) -> tuple[str, ...]:
        asked.append(summary)
        return ("p", "q", "r")

    digest = EVERYTHING._replace(lines=LinesWithPages(("x", "y"), (page,), "papers/a.md", load))
    summary, packed = pack_digest(digest)
    asked.clear()
    lines = unpack_digest(summary, packed, load).lines
    assert isinstance(lines, LinesWithPages)
    assert (lines.own, lines.pages) == (("x", "y"), (page,))
    assert list(unpack_lines(packed)) == ["x", "y"]
    assert asked == []
    assert list(lines)[:2] == ["x", "y"]
    assert asked == [7]
