"""The façade over several sources and over files of many days."""

from datetime import date
from pathlib import Path

import pytest

from digest_tui import formats
from digest_tui.library import Library, decisions
from digest_tui.model import Change, Digest, PaperState
from digest_tui.reading import Scan
from digest_tui.sources import FileSource, FolderSource, Source
from digest_tui.store import memory_store
from support import many_days
from support.many_days import Days, digest, markdown

NEW, OLD = "2025-03-11", "2025-03-10"
ONE, TWO, THREE = "2503.00001", "2503.00002", "2503.00003"


@pytest.fixture(autouse=True)
def reads_many_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "explain", many_days.explain)


def library(*sources: Source) -> Library:
    return Library(sources, memory_store(), today=lambda: date(2025, 3, 12))


def taken(made: Library, *digests: Digest) -> bool:
    return made.apply(Scan(tuple(made.index.put("", (0, 0, 0), digest) for digest in digests), (), 1, 1))


def counts(made: Library) -> dict[str, int]:
    return {day.id: made.new_count(day) for day in made.days()}


def write(path: Path, days: Days) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(markdown(days), encoding="utf-8")
    return path


def test_every_day_of_a_changed_file_is_counted_again() -> None:
    made = library()
    taken(made, digest({NEW: [ONE], OLD: [TWO]}))
    assert counts(made) == {NEW: 1, OLD: 1}
    assert taken(made, digest({NEW: [ONE, THREE], "2025-03-09": [TWO]}))
    assert counts(made) == {NEW: 2, "2025-03-09": 1}
    assert taken(made, digest({NEW: [TWO]}, "other.md"))
    assert counts(made) == {NEW: 3, "2025-03-09": 1}
    assert not taken(made, digest({NEW: [TWO]}, "other.md"))


def test_who_asks_about_a_day_as_it_was_leaves_no_count_of_it() -> None:
    made = library()
    taken(made, digest({NEW: [ONE, TWO]}))
    (before,) = made.days()
    taken(made, digest({NEW: [ONE, TWO, THREE]}))
    assert made.new_count(before) == 2
    assert counts(made) == {NEW: 3}


def test_days_that_did_not_change_are_not_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = library()
    taken(made, digest({NEW: [ONE], OLD: [TWO]}), digest({OLD: [ONE], "2025-03-09": [THREE]}, "other.md"))
    counts(made)
    asked: list[str] = []
    state = made.decisions.state_of

    def counted(keys: tuple[str, ...]) -> PaperState:
        asked.append(keys[0])
        return state(keys)

    monkeypatch.setattr(made.decisions, "state_of", counted)
    taken(made, digest({OLD: [ONE], "2025-03-09": [TWO]}, "other.md"))
    counts(made)
    assert sorted(asked) == sorted(f"arxiv:{i}" for i in (TWO, ONE, TWO))


def test_a_decision_counts_on_every_day_of_the_file() -> None:
    made = library()
    taken(made, digest({NEW: [ONE], OLD: [ONE, TWO]}))
    assert counts(made) == {NEW: 1, OLD: 2}
    written = made.decisions.write([Change(f"arxiv:{ONE}", "status", "read")])
    assert written is not None
    made.decisions.absorb(written)
    assert counts(made) == {NEW: 0, OLD: 1}


def test_after_many_decisions_all_days_are_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = library()
    taken(made, digest({NEW: [ONE], OLD: [ONE, TWO], "2025-03-09": [THREE]}))
    assert counts(made) == {NEW: 1, OLD: 2, "2025-03-09": 1}
    written = made.decisions.write([Change(f"arxiv:{paper}", "status", "read") for paper in (ONE, THREE)])
    assert written is not None

    def look_for_days(_: object) -> set[date | None]:
        raise AssertionError("the days of each paper are looked for")

    monkeypatch.setattr(made.catalog, "dates_of", look_for_days)
    monkeypatch.setattr(decisions, "MANY", 1)
    made.decisions.absorb(written)
    assert counts(made) == {NEW: 0, OLD: 1, "2025-03-09": 0}


def test_new_papers_come_by_day_each_once() -> None:
    made = library()
    taken(made, digest({OLD: [TWO, ONE], "2025-03-09": [THREE]}, "a.md"), digest({NEW: [ONE]}, "b.md"))
    entries, numbers = made.new_papers()
    found = [(str(entries[number].date), entries[number].key) for number in numbers]
    assert found == [(NEW, f"arxiv:{ONE}"), (OLD, f"arxiv:{TWO}"), ("2025-03-09", f"arxiv:{THREE}")]


@pytest.mark.parametrize(
    ("days", "dates", "line"),
    [
        ({NEW: [ONE], "2031-01-01": [TWO]}, "2031-01-01", 9),
        ({"2032-01-01": [ONE], "2031-01-01": [TWO], NEW: [THREE]}, "2031-01-01 to 2032-01-01", 9),
    ],
)
def test_papers_of_the_far_future_are_one_problem_of_their_file(days: Days, dates: str, line: int) -> None:
    [problem] = library().problems(digest(days))
    assert (problem.code, problem.line) == ("future", line)
    assert f"dated {dates}, later than tomorrow" in problem.message


def test_tomorrow_is_no_problem() -> None:
    assert library().problems(digest({"2025-03-12": [ONE], "2025-03-13": [TWO]})) == ()


def test_a_digest_of_one_future_day_is_named_as_such() -> None:
    [problem] = library().problems(digest({"2031-01-01": [ONE]}))
    assert problem.message == "The digest is dated 2031-01-01, later than tomorrow; it is listed at the bottom."


def test_a_file_of_two_sources_is_listed_once(tmp_path: Path) -> None:
    write(tmp_path / "_posts" / "a.md", {NEW: [ONE]})
    write(tmp_path / "b.md", {NEW: [TWO]})
    made = library(FolderSource(tmp_path, "notes"), FolderSource(tmp_path / "_posts"))
    made.load()
    assert [(entry.digest.source, entry.digest.path) for entry in made.catalog.entries(made.today())] == [
        ("_posts", "a.md"),
        ("notes", "b.md"),
    ]


def test_what_a_source_cannot_enter_is_told_with_its_name(tmp_path: Path) -> None:
    file = write(tmp_path / "a.md", {NEW: [ONE]})
    made = library(FileSource(file), FolderSource(tmp_path / "gone"))
    made.load()
    assert [(name, problem.code) for name, problem in made.source_problems()] == [("gone", "unreadable")]
