"""One query has one answer: in `list`, `search`, `mark`, `show` and `new`, in the reader, and for who looks by hand."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from digest_tui.session.bulk import new_count, older
from digest_tui.session.listing import PaperItem
from digest_tui.session.rows import heading
from digest_tui.session.viewing import months_of
from digest_tui.triage.ages import AGES
from support.blog import Blog
from support.decided_repeats import Decided
from support.headless import Headless
from support.plain_scan import Asked, is_, queries
from support.repeats import Place

from .conftest import Outcome, Run

TODAY = date(2025, 3, 13)
SEEDS = range(10)
QUERIES = 20


@pytest.fixture(params=SEEDS)
def seed(request: pytest.FixtureRequest) -> int:
    """The number of a library, and of the queries that it is asked."""
    found: int = request.param
    return found


@pytest.fixture
def decided(tmp_path: Path, seed: int) -> Decided:
    """A library of repeats."""
    return Decided.made(tmp_path, seed)


@pytest.fixture
def reader(decided: Decided) -> Iterator[Headless]:
    """A reader of it."""
    store = decided.reader_store()
    with Headless(Blog(decided.folder), day=TODAY, store=store) as desk:
        yield desk
    store.close()


def call(run: Run, decided: Decided, *argv: str) -> Outcome:
    command, *rest = argv
    outcome = run(command, "--dir", str(decided.folder), "--data-dir", str(decided.state), *rest)
    assert outcome.code in (0, 1), outcome.err
    return outcome


def printed(decided: Decided, records: list[dict[str, Any]]) -> list[Place]:
    """The places of printed objects."""
    names = (f"{record['path']}:{record['position']}" if record["path"] else record["key"] for record in records)
    return [decided.names[name] for name in names]


def test_every_way_to_ask_finds_the_same_papers(run: Run, decided: Decided, reader: Headless, seed: int) -> None:
    for number, asked in enumerate(queries(seed, QUERIES)):
        papers = asked.papers(decided.places, decided.decisions)
        words = f"{len(papers)} paper{'s' * (len(papers) != 1)}"
        as_json = ("--format", "json", "--", asked.text)
        found = call(run, decided, "list", *as_json).json
        assert printed(decided, found) == papers, asked.text
        assert [record["also_on"] for record in found] == [other_days(decided, place) for place in papers], asked.text
        ranked = printed(decided, call(run, decided, "search", "--no-aliases", *as_json).json)
        assert Counter(ranked) == Counter(papers), asked.text
        tried = call(run, decided, "mark", "tag", "seen", "--dry-run", f"--query={asked.text}")
        assert len(tried.lines) == len(papers), asked.text
        assert f"would tag {words} seen" in tried.err or not papers, asked.text
        reader.search(asked.text)
        keys = [record["key"] for record in found]
        assert sorted(found[0] for found in reader.session.listed.papers()) == sorted(keys), asked.text
        assert heading(reader.session, asked.text).size == (words if papers else ""), asked.text
        assert sum(reader.session.listed.counts_by_day().values()) == len(papers), asked.text
        if number % 4 == 0:
            _places_too(run, decided, asked)


def _places_too(run: Run, decided: Decided, asked: Asked) -> None:
    as_json = ("--places", "--no-aliases", "--format", "json", "--", asked.text)
    places = asked.places(decided.places, decided.decisions)
    listed = printed(decided, call(run, decided, "list", "--places", "--format", "json", "--", asked.text).json)
    assert (listed == places) if not asked.sort else (Counter(listed) == Counter(places)), asked.text
    assert Counter(printed(decided, call(run, decided, "search", *as_json).json)) == Counter(places), asked.text
    explained = call(run, decided, "search", "--explain", "--", asked.text).lines[-1]
    papers = len({place.paper for place in places})
    assert explained == f"{papers} paper{'s' * (papers != 1)}", asked.text


def other_days(decided: Decided, place: Place) -> list[str]:
    """The other dates of a paper, newest first."""
    days = {other.day for other in decided.places if other.paper == place.paper and other.path}
    return sorted(days - {place.day, ""}, reverse=True)


def test_new_is_what_a_query_for_the_new_finds(run: Run, decided: Decided, seed: int) -> None:
    new = is_("new").papers(decided.places, decided.decisions)
    assert printed(decided, call(run, decided, "new", "--format", "json").json) == new
    assert call(run, decided, "new", "--count").out == f"{len(new)}\n"
    assert (
        call(run, decided, "new", "--format", "tsv").out == call(run, decided, "list", "is:new", "--format", "tsv").out
    )


def test_everything_is_listed_and_checked_once(run: Run, decided: Decided) -> None:
    living = [place for place in decided.places if place.path]
    papers = len({place.paper for place in living})
    files = len({place.path for place in living})
    assert len(call(run, decided, "list", "--format", "json").json) == papers
    assert printed(decided, call(run, decided, "list", "--places", "--format", "json").json) == living
    checked = run("check", str(decided.folder))
    assert f"{files} files, {papers} papers, " in checked.err
    records = {record["path"]: record for record in run("check", str(decided.folder), "--format", "json").json}
    for path in {place.path for place in living}:
        in_file = [place.paper for place in living if place.path == path]
        assert (records[path]["entries"], records[path]["papers"]) == (len(in_file), len(set(in_file)))


def test_a_date_counts_what_the_list_of_it_holds(run: Run, decided: Decided, reader: Headless) -> None:
    for day in reader.session.days:
        on_day = [place for place in decided.places if place.path and place.day == (str(day.date) if day.date else "")]
        papers = {place.paper for place in on_day}
        new = {place.paper for place in on_day if decided.decisions.get(place.paper) is None} | {
            place.paper for place in is_("new").papers(on_day, decided.decisions)
        }
        assert (reader.library.count(day), reader.library.new_count(day)) == (len(papers), len(new))
        if day.date:
            listed = call(run, decided, "list", f"date:{day.date}", "--format", "json").json
            assert len(listed) == len(papers)
            shown = call(run, decided, "show", str(day.date), "--format", "json").json
            assert Counter(record["key"] for record in shown) == Counter(record["key"] for record in listed)


def test_views_of_all_dates_list_what_a_query_for_them_finds(run: Run, decided: Decided, reader: Headless) -> None:
    for view, name in (("view-starred", "starred"), ("view-later", "later")):
        reader.do(view)
        papers = is_(name).papers(decided.places, decided.decisions)
        entries = [item.entry for item in reader.session.items if isinstance(item, PaperItem)]
        shown = (entry.key if entry.is_gone else f"{entry.digest.path}:{entry.paper.position}" for entry in entries)
        assert [decided.names[name] for name in shown] == papers
        assert reader.session.listed.paper_count() == len(papers)
        listed = call(run, decided, "list", f"is:{name}", "--format", "json")
        assert printed(decided, json.loads(listed.out)) == papers


def test_scopes_and_months_count_the_new_papers_once(decided: Decided, reader: Headless) -> None:
    session = reader.session
    new = {place.paper for place in is_("new").papers(decided.places, decided.decisions)}
    days = {paper: [place.day for place in decided.places if place.paper == paper] for paper in new}
    assert new_count(session) == sum(any(day <= str(TODAY) for day in of_paper) for of_paper in days.values())
    for back, scope in zip(AGES, older(session), strict=True):
        last = str(TODAY - timedelta(back + 1))
        assert (
            len(scope) == len([*scope]) == sum(all("" < day <= last for day in of_paper) for of_paper in days.values())
        )
    for month in ("2025-02", "2025-03", "2099-01"):
        months = months_of(session)
        months.go_to(date.fromisoformat(f"{month}-01"))
        in_month = sum(any(day.startswith(month) for day in of_paper) for of_paper in days.values())
        assert months.total() == (f"{in_month} new" if in_month else "done")


def test_papers_that_are_named_by_several_keys_are_marked_once(run: Run, decided: Decided) -> None:
    places = call(run, decided, "list", "--places", "--format", "json").json
    papers = {decided.names[f"{record['path']}:{record['position']}"].paper for record in places}
    marked = call(run, decided, "mark", "tag", "seen", *(record["key"] for record in places))
    assert marked.err == f"digest-tui: {len(papers)} papers tagged seen\n"
    assert len(call(run, decided, "list", "tag:seen", "--format", "tsv").lines) == len(papers)
    assert len(call(run, decided, "list", "tag:seen", "--places", "--format", "tsv").lines) == len(places)
