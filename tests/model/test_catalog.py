"""Digests by day and by key, also those that stand on many days."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from digest_tui.index import open_index
from digest_tui.model import Catalog, Digest, DigestSummary, Entry, Problem, entries_of, summary
from digest_tui.model.catalog import KEPT_DAYS, KEPT_DIGESTS, Elsewhere
from digest_tui.model.day import Day
from digest_tui.model.entries import Entries
from digest_tui.model.periods import Period
from support.library import Shelved
from support.many_days import digest

TODAY = date(2025, 3, 12)
NEW, OLD = "2025-03-11", "2025-03-10"
ONE, TWO, THREE = "2503.00001", "2503.00002", "2503.00003"


def filled(*digests: Digest) -> Shelved:
    return Shelved(*digests)


def listed(made: Shelved) -> dict[str, list[str]]:
    """The arXiv ids of each day, in the order of the date list."""
    return {day.id: [entry.key.removeprefix("arxiv:") for entry in day.entries] for day in made.days(TODAY)}


def stands(entries: Sequence[Entry | Elsewhere]) -> list[tuple[str, str, str]]:
    return [(str(at.date), at.source, at.path) for at in map(where, entries)]


def where(entry: Entry | Elsewhere) -> Elsewhere:
    if isinstance(entry, Elsewhere):
        return entry
    return Elsewhere(entry.date, entry.digest.source, entry.digest.path, entry.number, entry.keys)


def text(path: str, day: date | None = None) -> Digest:
    return Digest(path, "blog", ("text",), "text", path, day)


def test_a_digest_stands_on_each_day_of_its_papers_and_on_no_other() -> None:
    many = digest({NEW: [ONE], OLD: [TWO, THREE]})._replace(date=date(2025, 1, 1))
    made = filled(many)
    assert listed(made) == {NEW: [ONE], OLD: [TWO, THREE]}
    assert [day.digests for day in made.days(TODAY)] == [(many,), (many,)]


def test_papers_without_a_day_of_their_own_stand_on_that_of_the_digest_else_nowhere() -> None:
    papers = digest({NEW: [ONE], OLD: [TWO]}).papers
    undated = digest({})._replace(papers=(papers[0], papers[1]._replace(date=None)))
    assert listed(filled(undated)) == {NEW: [ONE], "undated": [TWO]}
    assert listed(filled(undated._replace(date=date(2025, 3, 1)))) == {NEW: [ONE], "2025-03-01": [TWO]}


def test_days_are_those_with_papers_and_files_without_stand_beside_them() -> None:
    made = filled(
        digest({NEW: [ONE]}, "2025-03-11-papers.md"),
        text("2025-03-12-papers.md", TODAY),
        text("notes.md"),
        text("docs/README.md"),
    )
    assert listed(made) == {NEW: [ONE]}
    assert [[summary.path for summary in summaries] for summaries in made.others()] == [
        ["2025-03-12-papers.md"],
        ["notes.md"],
    ]
    day = made.day(TODAY)
    assert day is not None
    assert [found.path for found in day.digests] == ["2025-03-12-papers.md"]


def test_a_file_that_was_named_is_a_digest_whatever_it_holds() -> None:
    index = open_index(None)
    made = Catalog(index, {"README.md"})
    made.replace([index.put("README.md", (0, 0, 0), text("README.md")._replace(source="README.md"))])
    assert [summary.path for summary in made.others().failed] == ["README.md"]


def test_papers_are_numbered_within_their_day() -> None:
    made = filled(digest({NEW: [ONE, TWO], OLD: [THREE]}))
    assert [[entry.number for entry in day.entries] for day in made.days(TODAY)] == [[1, 2], [1]]


def test_the_days_of_a_file_are_ordered_with_those_of_others() -> None:
    made = filled(
        digest({NEW: [ONE], "2031-01-01": [TWO]}, "b.md"),
        digest({OLD: [TWO], NEW: [THREE]}, "a.md"),
        digest({}, "c.md")._replace(papers=digest({"": [ONE]}).papers),
    )
    assert listed(made) == {NEW: [THREE, ONE], OLD: [TWO], "undated": [ONE], "2031-01-01": [TWO]}
    assert [day.future for day in made.days(TODAY)] == [False, False, False, True]
    assert [str(entry.date) for entry in made.entries(TODAY)] == [NEW, NEW, OLD, "None", "2031-01-01"]


def test_replacing_a_file_touches_its_own_days_alone() -> None:
    made = filled(digest({NEW: [ONE], OLD: [TWO]}), digest({"2025-03-09": [THREE]}, "other.md"))
    before = {day.id: day for day in made.days(TODAY)}
    assert made.put(digest({NEW: [ONE], "2025-03-08": [TWO]})) == {NEW, OLD, "2025-03-08"}
    after = {day.id: day for day in made.days(TODAY)}
    assert listed(made) == {NEW: [ONE], "2025-03-09": [THREE], "2025-03-08": [TWO]}
    assert after["2025-03-09"] is before["2025-03-09"]
    assert stands(made.with_key(f"arxiv:{TWO}")) == [("2025-03-08", "blog", "papers.md")]


def test_what_is_as_it_was_touches_nothing() -> None:
    made = filled(digest({NEW: [ONE], OLD: [TWO]}))
    before = made.days(TODAY)
    assert made.put(digest({NEW: [ONE], OLD: [TWO]})) == set()
    assert made.put(removed=[("blog", "never-there.md")]) == set()
    assert made.days(TODAY) is before


def test_the_papers_of_a_file_are_gone_through_once_not_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(of: Digest) -> Iterator[Entry]:
        for entry in entries_of(of):
            asked.append(entry.paper.position)
            yield entry

    monkeypatch.setattr(summary, "entries_of", counted)
    days = {
        f"2024-{month:02}-{day:02}": [f"24{month:02}.000{day:02}"] for month in range(1, 13) for day in range(1, 29)
    }
    made = filled(digest(days))
    assert len(made.days(TODAY)) == len(days)
    assert len(asked) == len(days)


def test_a_file_that_is_gone_leaves_no_day_and_no_key() -> None:
    made = filled(digest({NEW: [ONE, ONE], OLD: [ONE]}))
    assert made.put(removed=[("blog", "papers.md")]) == {NEW, OLD}
    assert (made.days(TODAY), list(made.entries(TODAY)), made.with_key(f"arxiv:{ONE}")) == ([], [], [])
    assert made.dates_of([f"arxiv:{ONE}"]) == set()


def test_the_other_days_of_a_paper_are_found_within_its_own_file() -> None:
    made = filled(digest({NEW: [ONE], OLD: [TWO, ONE], "2025-03-09": [ONE]}))
    [new, _, old, _] = made.entries(TODAY)
    assert stands(made.elsewhere(old)) == [(NEW, "blog", "papers.md"), ("2025-03-09", "blog", "papers.md")]
    assert made.also_on(new) == [date(2025, 3, 10), date(2025, 3, 9)]
    assert stands(made.with_key(f"arxiv:{ONE}")) == [(day, "blog", "papers.md") for day in (NEW, OLD, "2025-03-09")]
    assert {str(day) for day in made.dates_of([f"arxiv:{ONE}"])} == {NEW, OLD, "2025-03-09"}


def test_a_paper_twice_on_one_day_of_a_file_is_nowhere_else() -> None:
    made = filled(digest({NEW: [ONE, TWO, ONE]}))
    assert [made.elsewhere(entry) for entry in made.entries(TODAY)] == [[], [], []]
    assert [entry.number for entry in made.with_key(f"arxiv:{ONE}")] == [1]


def test_places_of_one_date_come_in_path_and_source_order_whatever_came_in_first() -> None:
    files = [digest({NEW: [ONE]}, path, source) for path, source in (("b.md", "blog"), ("a.md", "z"), ("a.md", "blog"))]
    wanted = [(NEW, "blog", "a.md"), (NEW, "z", "a.md"), (NEW, "blog", "b.md")]
    for order in (files, files[::-1]):
        made = filled(*order)
        assert stands(made.with_key(f"arxiv:{ONE}")) == stands(made.entries(TODAY)) == wanted
        assert stands(made.elsewhere(made.entries(TODAY)[0])) == wanted[1:]


def test_problems_of_a_file_of_many_days_mark_its_newest_day() -> None:
    made = filled(
        digest({OLD: [ONE], NEW: [TWO]})._replace(problems=(Problem("date", "Two dates."),)),
        text("2025-03-10.md", date(2025, 3, 10))._replace(problems=(Problem("header", "No header."),)),
    )
    assert {day.id: day.has_problems for day in made.days(TODAY)} == {NEW: True, OLD: False}


def test_a_day_is_found_by_its_date() -> None:
    made = filled(digest({NEW: [ONE]}))
    day = made.day(date(2025, 3, 11))
    assert day is not None
    assert day.id == NEW
    assert made.day(date(2025, 3, 10)) is None


def test_a_paper_whose_file_was_changed_is_never_another_one() -> None:
    [day] = filled(digest({NEW: [ONE, TWO, "2503.00009"]})).days(TODAY)
    # The first paper was taken out of the file after its keys were counted.
    changed = Entries([Day(day.date, day.summaries, lambda _: (day.digests, day.entries[1:]))])
    assert [entry.key for entry in (changed[n] for n in range(3))] == [entry.key for entry in day.entries]
    assert "is being read again" in changed[0].paper.title
    assert [changed[1], changed[2]] == list(day.entries[1:])


@pytest.mark.parametrize(
    ("periods", "shown"),
    [
        (["week"], "week"),
        (["month"], "month"),
        (["month", "week"], "week"),
        (["week", "day", "month"], "day"),
        (["day"], "day"),
    ],
)
def test_a_date_is_a_day_where_it_is_one_for_any_of_its_digests(periods: list[Period], shown: Period) -> None:
    made = filled()
    for number, period in enumerate(periods):
        one = digest({"2025-09-01": [f"2509.0000{number}"]}, f"{number}.md")
        made.put(one._replace(papers=tuple(paper._replace(period=period) for paper in one.papers)))
    assert [day.period for day in made.days(TODAY)] == [shown]


def test_the_papers_of_a_digest_may_stand_for_weeks_beside_its_days() -> None:
    many = digest({NEW: [ONE], OLD: [TWO, THREE]})
    papers = (many.papers[0], many.papers[1]._replace(period="week"), many.papers[2]._replace(period="month"))
    made = filled(many._replace(papers=papers))
    assert [(day.id, day.period) for day in made.days(TODAY)] == [(NEW, "day"), (OLD, "week")]
    assert [entry.period for entry in made.days(TODAY)[1].entries] == ["week", "month"]


def test_where_a_paper_stands_elsewhere_says_for_what() -> None:
    week = digest({OLD: [ONE]}, "week.md")
    made = filled(digest({NEW: [ONE]}), week._replace(papers=(week.papers[0]._replace(period="week"),)))
    (entry,) = made.days(TODAY)[0].entries
    assert [(other.date, other.period) for other in made.elsewhere(entry)] == [(date(2025, 3, 10), "week")]


def test_a_digest_whose_text_the_shelf_lost_is_a_text_until_it_is_read_again() -> None:
    made = filled(digest({NEW: [ONE]}))
    [day] = made.days(TODAY)
    made.index.forget("blog", "papers.md")
    [lost] = day.digests
    assert (lost.path, lost.source, lost.title, lost.format, lost.is_text) == (
        "papers.md",
        "blog",
        "Papers",
        "text",
        True,
    )
    assert day.entries == ()
    assert made.lost == {("blog", "papers.md")}
    assert made.with_key(f"arxiv:{ONE}") == []
    made.put(digest({NEW: [ONE], OLD: [TWO]}))
    assert made.lost == set()
    assert listed(made) == {NEW: [ONE], OLD: [TWO]}


def test_a_lost_digest_that_is_gone_is_not_read_again() -> None:
    made = filled(digest({NEW: [ONE]}))
    made.index.forget("blog", "papers.md")
    assert made.days(TODAY)[0].entries == ()
    made.put(removed=[("blog", "papers.md")])
    assert made.lost == set()


def test_few_texts_are_kept_and_the_one_not_asked_for_longest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [f"2025-02-{number:02}" for number in range(1, KEPT_DIGESTS + 2)]
    made = filled(*(digest({day: [f"2502.000{day[-2:]}"]}, f"{day}.md") for day in days))
    asked: list[str] = []
    read = made.index.digest

    def noted(one: DigestSummary) -> Digest | None:
        asked.append(one.path.removesuffix(".md"))
        return read(one)

    monkeypatch.setattr(made.index, "digest", noted)
    summaries = {one.path.removesuffix(".md"): one for day in made.days(TODAY) for one in day.summaries}
    for day in (*days[:-1], *days[:-1], days[0], days[-1], days[0]):
        made.text(summaries[day])
    assert asked == days
    made.text(summaries[days[1]])
    assert asked == [*days, days[1]]


def test_few_days_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made = filled(*(digest({f"2025-02-{n:02}": [f"2502.000{n:02}"]}, f"{n}.md") for n in range(1, KEPT_DAYS + 2)))
    days = made.days(TODAY)
    contents = [day.entries for day in days[:-1]]
    assert [day.entries is before for day, before in zip(days, contents, strict=False)] == [True] * KEPT_DAYS
    assert days[-1].entries  # the first one gives way
    assert days[1].entries is contents[1]
    assert days[0].entries is not contents[0]
    assert days[0].entries == contents[0]


@pytest.mark.parametrize(
    ("day", "future"), [("2025-03-12", False), ("2025-03-13", False), ("2025-03-14", True), ("2099-01-01", True)]
)
def test_what_is_later_than_tomorrow_stands_at_the_foot(day: str, future: bool) -> None:
    made = filled(digest({OLD: [TWO]}, "a.md"), digest({day: [ONE]}, "b.md"), text_with_papers())
    days = made.days(TODAY)
    assert [one.id for one in days] == ([OLD, "undated", day] if future else [day, OLD, "undated"])
    assert [one.id for one in days if one.future] == ([day] if future else [])
    assert [entry.key for entry in days[-1 if future else 0].entries] == [f"arxiv:{ONE}"]
    # As the days go by.
    assert [one.id for one in made.days(date(2100, 1, 1))] == [day, OLD, "undated"]


def text_with_papers() -> Digest:
    """A digest without a date."""
    return digest({NEW: [THREE]}, "c.md")._replace(
        papers=tuple(paper._replace(date=None) for paper in digest({NEW: [THREE]}).papers)
    )


def test_a_digest_has_a_file_and_is_known_by_it() -> None:
    made = filled(digest({NEW: [ONE]}))
    assert ("blog", "papers.md") in made
    assert ("log", "papers.md") not in made


def test_papers_are_counted_through_all_days() -> None:
    made = filled(digest({NEW: [ONE, TWO], OLD: [THREE]}))
    entries = made.entries(TODAY)
    assert len(entries) == 3
    assert [entries.keys(number)[0] for number in range(3)] == [f"arxiv:{id_}" for id_ in (ONE, TWO, THREE)]
    assert [keys[0] for keys in entries.all_keys()] == [entries.keys(number)[0] for number in range(3)]
    assert [str(day) for day in entries.dates()] == [NEW, NEW, OLD]
    assert [(day.id, count) for day, count in entries.counts()] == [(NEW, 2), (OLD, 1)]
    assert [(day.id, offset) for day, offset in map(entries.locate, range(3))] == [(NEW, 0), (NEW, 1), (OLD, 0)]
    assert [entry.key for entry in entries[1:]] == [entry.key for entry in entries][1:]
    assert entries[-1] == entries[2]
    with pytest.raises(IndexError):
        entries[3]
    assert len(Entries(())) == 0


def test_a_card_tells_what_is_on_it() -> None:
    one = digest({NEW: [ONE, TWO], OLD: [THREE]})
    made = summary.summary_of(one, 7)
    assert (made.id, made.entry_count(), made.digest_id, made.is_never_listed) == (7, 3, ("blog", "papers.md"), False)
    assert [str(day) for day in made.dates()] == [NEW, OLD]
    assert [keys[0] for keys in made.keys_on(date(2025, 3, 11))] == [f"arxiv:{ONE}", f"arxiv:{TWO}"]
    assert made.keys_on(date(2025, 3, 9)) == []
    assert [key for key in made.all_keys() if key.startswith("arxiv:")] == [f"arxiv:{id_}" for id_ in (ONE, TWO, THREE)]
    empty = summary.summary_of(text("docs/README.md"))
    assert (empty.is_text, empty.is_never_listed, empty.all_keys(), empty.entry_count()) == (True, True, [], 0)
    assert empty.dates() == [None]
    assert summary.summary_of(digest({NEW: [ONE]}, "README.md")).is_never_listed is False
    beside = ("readme.txt", "LICENSE", "Licence.md", "CHANGELOG.md", "copying")
    assert [summary.summary_of(text(path)).is_never_listed for path in (*beside, "notes.md", "readme/a.md")] == [
        True
    ] * 5 + [False] * 2
