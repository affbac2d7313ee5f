"""What is known of decided papers: beside the log, and no part of it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import StateError
from digest_tui.model import ArxivId, Change
from digest_tui.model.known import Known
from digest_tui.store import Store, maintenance, memory_store, open_store, opening, schema
from digest_tui.store.recovery import recovered_store
from support.states import contents, one_page_overwritten, run_sql, stars, version_one, with_state

from .conftest import Opener


def paper(key: str = "arxiv:2512.00000", **other: Any) -> Known:
    """A paper with everything that is kept of one."""
    known = Known(
        key=key,
        keys=(key, "title:0123456789abcdef"),
        title="연을 날리는 $\\pi$ [로봇]",
        link="https://arxiv.org/abs/2512.00000v2",
        arxiv=ArxivId("2512.00000", 2),
        doi="10.1000/연",
        huggingface_url="https://huggingface.co/papers/2512.00000",
        alphaxiv_url="https://www.alphaxiv.org/ko/overview/2512.00000",
        links=("https://example.org/a", "https://example.org/b"),
        date=date(2025, 12, 10),
        source="blog",
        location="/home/연/blog",
        path="_posts/2025-12-10-a.md",
    )
    return known._replace(**other)


BARE = Known("title:1", ("title:1",), "Bare", None, None, None, None, None, (), None, "blog", "/blog", "a.md")


def everything(store: Store) -> Sequence[Known]:
    return store.known(sorted(store.known_near(lambda location: True)))


@pytest.mark.parametrize("known", [paper(), BARE, paper(arxiv=ArxivId("hep-th/9901001"))])
def test_what_is_kept_of_a_paper_is_what_was_seen_of_it(known: Known, window: Opener) -> None:
    window().learn([known])
    assert window().known([known.key, "arxiv:none"]) == [known]


def test_a_decision_and_what_is_known_are_one_step(store: Store, window: Opener, path: Path) -> None:
    store.apply(stars(1), [paper()])
    assert window().known(["arxiv:2512.00000"]) == [paper()]
    run_sql(path, "CREATE TRIGGER no BEFORE INSERT ON known BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(StateError):
        store.apply(stars(2), [paper(title="New")])
    assert window().states().keys() == {"arxiv:2512.00000"}
    assert window().known(["arxiv:2512.00000"]) == [paper()]


def test_the_newest_that_was_seen_holds(store: Store) -> None:
    store.learn([paper()])
    store.apply(stars(1), [paper(title="Second")])
    assert store.known([paper().key]) == [paper(title="Second")]
    store.learn([paper(title="Third", date=None)])
    assert store.known([paper().key]) == [paper(title="Third", date=None)]


def test_what_is_known_already_is_not_written_again(store: Store, window: Opener) -> None:
    store.learn([paper(), BARE])
    other = window()
    store.learn([paper(), BARE])
    store.learn([])
    assert not other.changed_elsewhere()
    store.learn([paper(), BARE._replace(title="Other")])
    assert other.changed_elsewhere()


def test_it_is_no_event_and_no_decision(store: Store) -> None:
    store.learn([paper()])
    assert list(store.events()) == []
    assert store.states() == {}
    assert store.undo() is None
    store.apply(stars(1), [paper()])
    store.undo()
    assert store.known([paper().key]) == [paper()]
    store.redo()
    assert store.states()[paper().key].starred
    assert store.rebuild() == frozenset()
    assert store.known([paper().key]) == [paper()]


def test_the_decided_of_which_nothing_is_known_are_found(store: Store) -> None:
    store.apply(stars(3), [paper()])
    assert store.unknown() == {"arxiv:2512.00001", "arxiv:2512.00002"}
    store.undo()
    assert store.unknown() == frozenset()


def test_papers_are_found_by_where_their_source_was(store: Store) -> None:
    store.learn([paper(f"arxiv:{number}", location=f"/{number % 3}") for number in range(9)])
    assert store.known_near(lambda location: location == "/1") == {"arxiv:1", "arxiv:4", "arxiv:7"}
    assert store.known_near(lambda location: False) == frozenset()


def test_thousands_are_asked_for_at_once(store: Store) -> None:
    many = [paper(f"arxiv:{number}") for number in range(2500)]
    store.learn(many)
    assert len(store.known([known.key for known in many])) == 2500


def test_what_another_program_wrote_passes_the_border_or_is_passed_over(store: Store, path: Path) -> None:
    store.learn([paper(), BARE])
    run_sql(path, "UPDATE known SET title = 'a' || char(27) || ']0;x' || char(10) || 'b', link = char(7) || 'x'")
    run_sql(path, "UPDATE known SET day = 'someday' WHERE key = 'title:1'")
    [known] = everything(store)
    assert (known.title, known.link) == ("a ]0;x b", " x")
    run_sql(path, "UPDATE known SET version = 'x'", "UPDATE known SET title = x'00' WHERE key = 'title:1'")
    assert everything(store) == []


def test_two_threads_wait_for_each_other(store: Store) -> None:
    failed: list[Exception] = []

    def learn(number: int) -> None:
        try:
            for step in range(20):
                store.learn([paper(f"arxiv:{number}", title=f"{step}")])
                store.apply([Change(f"arxiv:{number}", "note", f"{step}")])
        except Exception as error:  # whatever it is
            failed.append(error)

    threads = [Thread(target=learn, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert {known.title for known in everything(store)} == {"19"}


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    for ask in (store.unknown, lambda: store.known(["a"]), lambda: store.learn([paper()])):
        with pytest.raises(StateError, match="closed"):
            ask()


# Versions


def test_a_file_of_the_first_version_is_brought_up_with_a_copy_of_what_it_was(path: Path) -> None:
    version_one(path, "arxiv:2512.00000", "arxiv:2512.00001")
    store = open_store(path)
    assert {key for key, state in store.states().items() if state.starred} == store.unknown()
    assert store.recall("greeted") == "1"
    store.learn([paper()])
    assert store.unknown() == {"arxiv:2512.00001"}
    store.close()
    [backup] = path.parent.glob("*.backup")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'known'").fetchone() == (0,)
    assert maintenance.check(path) == maintenance.Report(2, 2, len(schema.MIGRATIONS), (), 0)


def test_a_program_of_the_first_version_refuses_the_file_of_this_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_state(path)
    before = contents(path)
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
    with pytest.raises(StateError, match="newer digest-tui"):
        open_store(path)
    assert contents(path) == before


def test_a_program_of_the_first_version_that_runs_writes_nothing_any_more(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version_one(path, "arxiv:2512.00000")
    with monkeypatch.context() as old:
        columns = {name: columns for name, columns in schema._COLUMNS.items() if name not in ("known", "machine")}
        old.setattr(schema, "_COLUMNS", columns)
        old.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        living = open_store(path)
    open_store(path).close()
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
    with pytest.raises(StateError, match="newer digest-tui"):
        living.apply(stars(3))
    living.close()


def test_a_file_that_lacks_the_table_is_refused(path: Path) -> None:
    with_state(path)
    run_sql(path, "DROP TABLE known")
    with pytest.raises(StateError, match="left as it is"):
        open_store(path)


# Copies


def test_a_store_that_cannot_save_knows_them_too(path: Path) -> None:
    store = open_store(path)
    store.apply(stars(1), [paper()])
    store.close()
    kept = recovered_store(path)
    assert kept.known([paper().key]) == [paper()]
    kept.learn([BARE])
    assert kept.known(["title:1"]) == [BARE]
    assert open_store(path).known(["title:1"]) == []


def test_of_a_first_version_that_cannot_be_written_all_is_read(path: Path) -> None:
    version_one(path, "arxiv:2512.00000")
    before = contents(path)
    kept = recovered_store(path)
    assert kept.unknown() == {"arxiv:2512.00000"}
    assert contents(path) == before


def test_a_backup_has_them_also_from_a_damaged_file(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    store.apply(stars(500), [paper()])
    store.close()
    maintenance.back_up(path, tmp_path / "whole.db")
    one_page_overwritten(path)
    assert maintenance.back_up(path, tmp_path / "part.db").damaged == (tmp_path / "part-damaged.db",)
    for name in ("whole.db", "part.db"):
        copy = open_store(tmp_path / name)
        assert copy.known([paper().key]) == [paper()]
        copy.close()


def test_new_files_are_made_with_the_table(path: Path) -> None:
    with closing(opening.open_database(path)) as connection:
        schema.probe(connection)
        assert connection.execute("SELECT count(*) FROM known").fetchone() == (0,)


text = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20)


@given(text, st.lists(text, max_size=4), st.dates() | st.none(), st.integers(1, 99) | st.none())
def test_whatever_a_title_and_links_are_they_come_back(
    title: str, links: list[str], day: date | None, version: int | None
) -> None:
    known = paper(
        title=" ".join(title.split()),
        links=tuple(filter(None, (link.replace("\n", "") for link in links))),
        date=day,
        arxiv=ArxivId("2512.00000", version),
    )
    store = memory_store()
    store.learn([known])
    assert store.known([known.key]) == [known]
