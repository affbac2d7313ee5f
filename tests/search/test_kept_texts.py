"""Texts and names that were made are kept as bytes, and made anew where these are broken."""

from collections.abc import Callable
from datetime import date

import pytest

from digest_tui.model import Day, Digest, DigestSummary, Entry
from digest_tui.search.aliases import Aliases
from digest_tui.search.kept_names import Names
from digest_tui.search.kept_texts import Made, Texts
from support.library import Sample, Shelved, entries_on

PAPER = Sample("Kites", "- **What's New**: 강화 학습(RL)이다.\n- **Performance**: 성능.", votes=3, authors="Kim")


class Shelf:
    """Where one digest is, what was made of any, and what was asked for."""

    def __init__(self, digest: Digest | None) -> None:
        self.there = digest
        self.kept: dict[tuple[str, str], bytes] = {}
        self.asked = 0
        self.commits = 0

    def digest(self, summary: DigestSummary) -> Digest | None:
        """The one."""
        self.asked += 1
        return self.there

    def made(self, kind: str, name: str) -> bytes | None:
        """What was kept."""
        return self.kept.get((kind, name))

    def keep_made(self, kind: str, name: str, made: bytes) -> None:
        """Keep it."""
        self.kept[kind, name] = made

    def commit(self) -> None:
        """Count it."""
        self.commits += 1


@pytest.fixture
def entry() -> Entry:
    """A paper of one digest."""
    return entries_on("2025-03-11", PAPER)[0]


@pytest.fixture
def summary(entry: Entry) -> DigestSummary:
    """Of its digest."""
    return Shelved().summary(entry.digest)


def test_what_was_kept_is_what_was_made(entry: Entry, summary: DigestSummary) -> None:
    shelf = Shelf(entry.digest)
    made = Texts(shelf).summary(summary)
    [paper] = made
    assert (paper.day, paper.text.votes) == (date(2025, 3, 11).toordinal(), 3)
    assert [facet for facet, *_ in paper.text.spans] == ["introduction", "results"]
    assert ("강화 학습", "RL") in paper.pairs()
    assert list(shelf.kept) == [("text", str(summary.id))]  # what the index forgets with the digest

    shelf.there = None
    assert Texts(shelf).summary(summary) == made
    assert isinstance(Texts(shelf).summary(summary)[0], Made)


@pytest.mark.parametrize("broken", [b"", b"nonsense", None])
def test_broken_bytes_are_made_anew(entry: Entry, summary: DigestSummary, broken: bytes | None) -> None:
    shelf = Shelf(entry.digest)
    made = Texts(shelf).summary(summary)
    [where] = shelf.kept
    good = shelf.kept[where]
    shelf.kept[where] = good[:-3] if broken is None else broken
    assert Texts(shelf).summary(summary) == made
    assert shelf.kept[where] == good


@pytest.mark.parametrize("error", [ValueError, TypeError, EOFError, KeyError])
def test_whatever_is_wrong_with_them(
    entry: Entry, summary: DigestSummary, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(entry.digest)
    made = Texts(shelf).summary(summary)

    def refuse(packed: bytes) -> object:
        raise error

    monkeypatch.setattr("digest_tui.search.kept_texts.loads", refuse)
    assert Texts(shelf).summary(summary) == made


def test_a_digest_is_asked_for_once_while_few_others_are(entry: Entry) -> None:
    shelf = Shelf(entry.digest)
    shelf.keep_made = lambda kind, name, made: None  # type: ignore[method-assign]
    texts = Texts(shelf)
    summaries = [Shelved().summary(entries_on(f"2025-03-{day:02}", PAPER)[0].digest) for day in range(1, 10)]
    summaries = [summary._replace(id=number) for number, summary in enumerate(summaries)]
    for summary in (*summaries[:8], *summaries[:8], summaries[0], summaries[8]):
        texts.summary(summary)
    assert shelf.asked == 9
    texts.summary(summaries[0])
    assert shelf.asked == 9
    texts.summary(summaries[1])  # the one that was not asked for longest gave way
    assert shelf.asked == 10


def test_a_digest_that_went_away_leaves_papers_without_text(summary: DigestSummary) -> None:
    shelf = Shelf(None)
    texts = Texts(shelf)
    day = Day(date(2025, 3, 11), [summary])
    assert [(paper.text, paper.title_end, paper.body_start) for paper in texts.day(day)] == [("", 0, 0)]
    gone = texts.entry(day, 0)
    assert (gone.paper.title, gone.date, gone.keys) == ("", date(2025, 3, 11), ("",))
    assert (gone.paper.first, gone.paper.last, gone.number) == (0, 0, 0)
    assert not shelf.kept


def test_a_paper_of_a_day_is_read_from_its_digest(entry: Entry, summary: DigestSummary) -> None:
    texts = Texts(Shelf(entry.digest))
    day = Day(date(2025, 3, 11), [summary])
    assert texts.entry(day, 0) == entry
    assert texts.entry(day, 1).paper.title == ""
    assert texts.entry(day, 2).paper.title == ""


def test_keeping_is_said_to_the_shelf(entry: Entry) -> None:
    shelf = Shelf(entry.digest)
    Texts(shelf).keep()
    assert shelf.commits == 1


def names_of(shelf: Shelf, *days: Day) -> Names:
    names = Names(Texts(shelf))
    names.update(days)
    return names


@pytest.fixture
def days(summary: DigestSummary) -> list[Day]:
    """Two digests with the same names; one of them stands on two days."""
    one, other = summary._replace(id=1), summary._replace(id=2)
    return [Day(date(2025, 3, 11), [one]), Day(date(2025, 3, 10), [one, other])]


def test_names_are_counted_once_for_each_digest(entry: Entry, days: list[Day]) -> None:
    names = names_of(Shelf(entry.digest), *days)
    assert names.expand("RL") == ()
    assert names.prepare(float("inf"))
    assert names.expand("RL") == ("강화 학습",)


def test_one_digest_that_stands_on_two_days_counts_once(entry: Entry, days: list[Day]) -> None:
    names = names_of(Shelf(entry.digest), days[0], Day(date(2025, 3, 10), days[0].summaries))
    assert names.prepare(float("inf"))
    assert names.expand("RL") == ()


def test_counted_names_are_kept_for_the_same_digests(entry: Entry, days: list[Day]) -> None:
    shelf = Shelf(entry.digest)
    names_of(shelf, *days).prepare(float("inf"))
    shelf.there = None
    shelf.kept = {where: made for where, made in shelf.kept.items() if where[0] == "names"}
    again = names_of(shelf, *days)
    assert again.prepare(0)
    assert again.expand("RL") == ("강화 학습",)
    assert names_of(shelf, days[0]).prepare(float("inf"))
    assert {name.partition("-")[0] for _, name in shelf.kept} == {"1", "2"}


def test_counting_stops_when_the_time_is_up_and_goes_on(entry: Entry, days: list[Day]) -> None:
    shelf = Shelf(entry.digest)
    names = names_of(shelf, *days)
    said = [names.prepare(0) for _ in range(3)]
    assert said == [False, False, True]
    assert shelf.commits == 3
    assert names.expand("RL") == ("강화 학습",)
    assert names.prepare(0)


def test_until_others_are_counted_the_names_before_hold(entry: Entry, days: list[Day]) -> None:
    names = names_of(Shelf(entry.digest), *days)
    names.prepare(float("inf"))
    names.update(days[:1])
    assert names.expand("RL") == ("강화 학습",)
    names.prepare(float("inf"))
    assert names.expand("RL") == ()


@pytest.mark.parametrize("broken", [b"", b"x", b"\xe9\x05\x00\x00\x00", None])
def test_broken_counts_are_counted_anew(entry: Entry, days: list[Day], broken: bytes | None) -> None:
    shelf = Shelf(entry.digest)
    names_of(shelf, *days).prepare(float("inf"))
    [where] = [where for where in shelf.kept if where[0] == "names"]
    shelf.kept[where] = shelf.kept[where][:-1] if broken is None else broken
    names = names_of(shelf, *days)
    assert names.prepare(float("inf"))
    assert names.expand("RL") == ("강화 학습",)


@pytest.mark.parametrize("made", [("a",), 3, (1, 2, 3), ({}, 1, {}), ({("a", "b"): 1}, {}, {"a": 2})])
def test_bytes_that_hold_something_else_are_no_counts(made: object) -> None:
    from digest_tui.checked_marshal import dumps

    dump: Callable[[object], bytes] = dumps
    assert Aliases.unpack(dump(made)) is None
