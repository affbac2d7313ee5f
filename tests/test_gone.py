"""Which decided papers are gone: their source is open, was read to the end, and no longer has them."""

import os
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from digest_tui import formats
from digest_tui.index import open_index
from digest_tui.library import Library
from digest_tui.model import Change, Day
from digest_tui.model.known import NO_LONGER
from digest_tui.reading import Scan
from digest_tui.sources import FileSource, FolderSource, Source, source_for
from digest_tui.store import Store, memory_store, open_store
from digest_tui.store.recovery import recovered_store
from support import many_days
from support.many_days import Days, markdown
from support.states import contents, version_one

NEW, OLD, OLDEST = "2025-03-11", "2025-03-10", "2025-03-09"
ONE, TWO, THREE = "2503.00001", "2503.00002", "2503.00003"


@pytest.fixture(autouse=True)
def reads_many_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "explain", many_days.explain)


@pytest.fixture
def store() -> Store:
    return memory_store()


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A folder with two digests."""
    folder = tmp_path / "블로그"
    write(folder / "_posts" / "new.md", {NEW: [ONE, TWO]})
    write(folder / "old.md", {OLD: [TWO, THREE]})
    return folder


def write(path: Path, days: Days) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(markdown(days), encoding="utf-8")
    return path


def library(store: Store, *sources: Source) -> Library:
    return Library(sources, store, today=lambda: date(2025, 3, 12))


def scan(made: Library) -> list[Scan]:
    """What the reader does every other second."""
    parts = []
    for part in made.scan():
        parts.append(part)
        made.apply(part)
    return parts


def opened(store: Store, *folders: Path) -> Library:
    made = library(store, *map(source_for, folders))
    scan(made)
    return made


def decide(made: Library, paper: str, field: str = "star", new: str = "1", *, is_shown: bool = True) -> None:
    entries = made.catalog.with_key(f"arxiv:{paper}")
    changes = [Change(f"arxiv:{paper}", field, new)]
    written = made.decisions.write(changes, made.decisions.described(changes, entries[:1] if is_shown else ()))
    assert written is not None
    made.decisions.absorb(written)


def gone(made: Library) -> dict[str, str]:
    """The gone papers that are found, with their last date."""
    hits = made.searching.search(made.searching.query("is:gone"))
    return {hits.key(index).removeprefix("arxiv:"): str(hits.entry(index).date) for index in range(len(hits))}


def listed(days: list[Day]) -> list[str]:
    return [day.id for day in days]


def test_a_decided_paper_of_a_removed_file_is_gone_and_a_new_one_is_not(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    assert gone(made) == {}
    (blog / "_posts" / "new.md").unlink()
    scan(made)
    assert gone(made) == {ONE: NEW}
    [entry] = made.resolve(ONE)
    assert (entry.paper.title, entry.is_gone) == (f"The paper of number {ONE}", True)
    record = made.record(entry)
    assert (record["path"], record["line"], record["position"]) == (None, None, None)
    assert (record["source"], record["date"], record["starred"], record["sections"]) == ("블로그", NEW, True, [])
    assert record["pdf_url"] == f"https://arxiv.org/pdf/{ONE}"
    assert (listed(made.days()), made.new_papers()[1]) == ([OLD], [0, 1])
    assert len(made.catalog.entries(made.today())) == 2


@pytest.mark.parametrize(
    ("field", "new"),
    [("status", "read"), ("status", "skipped"), ("status", "later"), ("tag:todo", "1"), ("note", "생각")],
)
def test_whatever_was_decided_keeps_a_paper_reachable(field: str, new: str, blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE, field, new)
    (blog / "_posts" / "new.md").unlink()
    scan(made)
    assert gone(made) == {ONE: NEW}


def test_a_decision_that_was_taken_back_keeps_nothing(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    decide(made, TWO)
    decide(made, TWO, "star", "0")
    undone = made.decisions.undo()
    assert undone is not None
    made.decisions.absorb(undone)
    for file in (blog / "_posts" / "new.md", blog / "old.md"):
        file.unlink()
    scan(made)
    assert gone(made).keys() == {ONE, TWO}
    for _ in range(2):
        undone = made.decisions.undo()
        assert undone is not None
        made.decisions.absorb(undone)
    assert gone(made) == {}
    assert made.resolve(ONE) == []
    redone = made.decisions.redo()
    assert redone is not None
    made.decisions.absorb(redone)
    assert gone(made) == {ONE: NEW}


def test_a_paper_is_gone_when_its_last_place_is_at_the_newest_date_that_was_left(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, TWO)
    (blog / "_posts" / "new.md").unlink()
    scan(made)
    assert gone(made) == {}
    (blog / "old.md").unlink()
    scan(made)
    assert gone(made) == {TWO: OLD}


def test_of_a_paper_that_is_decided_at_an_older_place_the_newest_is_kept(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    entries = made.catalog.with_key(f"arxiv:{TWO}")
    changes = [Change(f"arxiv:{TWO}", "star", "1")]
    [known] = made.decisions.described(changes, entries[1:])
    assert (known.date, known.path) == (date(2025, 3, 11), "_posts/new.md")
    made.decisions.write(changes, [known])
    made.decisions.replace(store.states())
    (blog / "_posts" / "new.md").unlink()
    (blog / "old.md").unlink()
    scan(made)
    assert gone(made) == {TWO: NEW}


def test_a_paper_that_was_taken_out_of_its_file_is_gone(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    write(blog / "_posts" / "new.md", {NEW: [TWO]})
    scan(made)
    assert gone(made) == {ONE: NEW}


def test_a_moved_file_takes_nothing_away_on_its_way(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    (blog / "_posts" / "new.md").rename(blog / "moved.md")
    for part in made.scan():
        made.apply(part)
        assert made.catalog.with_key(f"arxiv:{ONE}")
    assert gone(made) == {}


def test_while_a_scan_runs_nothing_is_gone_that_was_not_before(
    blog: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest_tui.reading._PATIENCE", -1.0)
    made = opened(store, blog)
    decide(made, ONE)
    (blog / "_posts" / "new.md").unlink()
    for number in range(3):
        write(blog / f"{number}.md", {OLDEST: [f"2503.1000{number}"]})
    parts = 0
    for part in made.scan():
        made.apply(part)
        parts += 1
        is_last = part.done == part.total
        assert gone(made) == ({ONE: NEW} if is_last else {})
        assert bool(made.catalog.with_key(f"arxiv:{ONE}")) is not is_last
    assert parts > 2


@pytest.mark.parametrize("days", [{NEW: [ONE]}, {OLDEST: [THREE, ONE]}])
def test_a_paper_that_comes_back_is_an_ordinary_one(days: Days, blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    (blog / "_posts" / "new.md").unlink()
    scan(made)
    write(blog / "again.md", days)
    scan(made)
    assert gone(made) == {}
    assert not made.resolve(ONE)[0].is_gone


def test_nothing_is_listed_twice_where_several_keys_were_decided(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    title = made.catalog.with_key(f"arxiv:{ONE}")[0].keys[1]
    made.decisions.write([Change(title, "status", "later")])
    scan(made)
    (blog / "_posts" / "new.md").unlink()
    scan(made)
    assert gone(made) == {ONE: NEW}
    [entry] = made.resolve(title)
    assert made.state(entry).starred


def test_what_is_known_under_several_keys_is_shown_as_it_was_last(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    [known] = store.known([f"arxiv:{ONE}"])
    older = known._replace(key=known.keys[1], title="An older title", date=date(2025, 3, 1))
    store.apply([Change(older.key, "star", "1")], [older])
    (blog / "_posts" / "new.md").unlink()
    assert gone(opened(store, blog)) == {ONE: NEW}


def test_what_a_window_decides_that_does_not_know_of_the_removal_yet_is_seen(blog: Path, store: Store) -> None:
    slow, made = opened(store, blog), opened(store, blog)
    (blog / "_posts" / "new.md").unlink()
    scan(made)
    decide(slow, ONE)
    made.decisions.replace(store.states())
    scan(made)
    assert made.gone.days
    assert gone(made) == {ONE: NEW}


# Sources


def test_papers_of_sources_that_are_not_open_are_not_listed(blog: Path, tmp_path: Path, store: Store) -> None:
    other = write(tmp_path / "other" / "a.md", {OLDEST: [THREE]}).parent
    decide(opened(store, other, blog), ONE)
    (blog / "_posts" / "new.md").unlink()
    assert gone(opened(store, other)) == {}
    assert opened(store, other).resolve(ONE) == []
    assert gone(opened(store, other, blog)) == {ONE: NEW}


def test_a_source_is_known_by_its_place_whatever_it_is_called(blog: Path, tmp_path: Path, store: Store) -> None:
    decide(opened(store, blog), ONE)
    (blog / "_posts" / "new.md").unlink()
    (tmp_path / "link").symlink_to(blog)
    made = library(store, FolderSource(tmp_path / "link", "renamed"))
    scan(made)
    assert gone(made) == {ONE: NEW}
    assert made.record(made.resolve(ONE)[0])["source"] == "renamed"


@pytest.mark.parametrize(("first", "then"), [("", "_posts"), ("_posts", "")])
def test_a_folder_of_a_source_is_the_same_place(first: str, then: str, blog: Path, store: Store) -> None:
    decide(opened(store, blog / first), ONE)
    write(blog / "_posts" / "other.md", {OLDEST: ["2503.00009"]})
    (blog / "_posts" / "new.md").unlink()
    assert gone(opened(store, blog / then)) == {ONE: NEW}


def test_a_source_that_went_away_has_lost_nothing_more(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    write(blog / "old.md", {OLD: [TWO]})
    decide(made, THREE)
    scan(made)
    blog.rename(blog.with_name("elsewhere"))
    for _ in range(2):
        scan(made)
        made.decisions.replace(store.states())
        assert gone(made) == {THREE: OLD}
    blog.with_name("elsewhere").rename(blog)
    scan(made)
    assert gone(made) == {THREE: OLD}
    assert not made.resolve(ONE)[0].is_gone


def test_a_single_file_that_went_away_has_lost_nothing_but_one_that_changed_has(tmp_path: Path, store: Store) -> None:
    file = write(tmp_path / "a.md", {NEW: [ONE, TWO]})
    made = library(store, FileSource(file))
    scan(made)
    decide(made, ONE)
    write(file, {NEW: [TWO]})
    scan(made)
    assert gone(made) == {ONE: NEW}
    decide(made, TWO)
    file.unlink()
    scan(made)
    assert gone(made) == {ONE: NEW}, "what it had when it was last read is not known to be gone"


def test_a_file_that_is_there_and_left_out_has_its_papers(
    blog: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(opened(store, blog), THREE)
    monkeypatch.setattr("digest_tui.sources.folder.MAX_FILES", 1)
    made = opened(store, blog)
    assert made.catalog.with_key(f"arxiv:{THREE}") == []
    assert gone(made) == {}


def test_a_file_that_cannot_be_read_has_its_papers(blog: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    decide(opened(store, blog), ONE)

    def broken(text: str, path: str, source: str) -> None:
        raise ValueError("a parser that fails")

    monkeypatch.setattr(formats, "read", broken)
    assert gone(opened(store, blog)) == {}


def test_a_file_in_a_folder_that_cannot_be_entered_has_its_papers(
    blog: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(opened(store, blog), ONE)
    (blog / "_posts").rename(blog / ".hidden")
    plain = os.stat

    def refused(path: str, **how: Any) -> os.stat_result:
        if "_posts" in str(path):
            raise PermissionError(13, "Permission denied")
        return plain(path, **how)

    monkeypatch.setattr(os, "stat", refused)
    assert gone(opened(store, blog)) == {}
    monkeypatch.setattr(os, "stat", plain)
    assert gone(opened(store, blog)) == {ONE: NEW}


@pytest.mark.parametrize("become", [Path.mkdir, os.mkfifo, lambda file: file.symlink_to("/dev/zero")])
def test_what_is_no_file_any_more_has_no_papers(become: Callable[[Path], None], blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    (blog / "_posts" / "new.md").unlink()
    become(blog / "_posts" / "new.md")
    scan(made)
    assert gone(made) == {ONE: NEW}


@pytest.mark.skipif(os.name != "posix", reason="elsewhere names are text")
def test_a_folder_with_a_name_that_is_no_text(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / os.fsdecode(b"\xed\x95\x9c \xff")
    file = write(folder / "a.md", {NEW: [ONE, TWO]})
    write(folder / "b.md", {OLD: [THREE]})
    decide(opened(store, folder), ONE)
    decide(opened(store, folder), TWO, is_shown=False)
    file.unlink()
    made = opened(store, folder)
    assert gone(made) == {ONE: NEW}
    assert store.unknown() == {f"arxiv:{TWO}"}


@pytest.mark.parametrize("name", ["e\u0301t\u00e9", "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글", "a\nb", "\x1b[2J"])
def test_whatever_a_file_is_called(name: str, blog: Path, store: Store) -> None:
    file = write(blog / name / f"{name}.md", {OLDEST: ["2503.00007"]})
    made = opened(store, blog)
    decide(made, "2503.00007")
    file.unlink()
    scan(made)
    assert gone(made) == {"2503.00007": OLDEST}


# What is kept


def test_what_was_decided_without_being_shown_is_kept_with_the_next_scan(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE, is_shown=False)
    decide(made, TWO, "status", "later", is_shown=False)
    assert store.unknown() == {f"arxiv:{ONE}", f"arxiv:{TWO}"}
    scan(made)
    assert store.unknown() == frozenset()
    (blog / "_posts" / "new.md").unlink()
    (blog / "old.md").unlink()
    assert gone(opened(store, blog)) == {ONE: NEW, TWO: NEW}


def test_it_is_kept_also_when_the_file_goes_away_before_that(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, ONE, is_shown=False)
    (blog / "_posts" / "new.md").unlink()
    scan(made)
    assert gone(made) == {ONE: NEW}


def test_whoever_leaves_does_not_wait_for_what_the_next_start_will_keep(
    blog: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opened(store, blog)
    for paper in (ONE, TWO, THREE):
        decide(made, paper, is_shown=False)
    monkeypatch.setattr("digest_tui.gone._AT_ONCE", 1)
    learn = type(store).learn

    def learnt(self: Store, papers: Any) -> None:
        learn(self, papers)
        made.stop()

    monkeypatch.setattr(type(store), "learn", learnt)
    scan(made)
    assert len(store.unknown()) == 2
    monkeypatch.setattr(type(store), "learn", learn)
    opened(store, blog)
    assert store.unknown() == frozenset()


def test_a_changed_title_and_a_newer_date_are_followed(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    decide(made, THREE)
    text = markdown({OLD: [TWO, THREE]}).replace("The paper of number 2503.00003", "다른 제목을 가진 논문 하나")
    (blog / "old.md").write_text(text, encoding="utf-8")
    scan(made)
    assert store.known([f"arxiv:{THREE}"])[0].title == "다른 제목을 가진 논문 하나"
    write(blog / "newest.md", {"2025-03-12": [THREE]})
    scan(made)
    assert store.known([f"arxiv:{THREE}"])[0].date == date(2025, 3, 12)


def test_a_scan_that_finds_nothing_new_asks_and_writes_nothing(
    blog: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opened(store, blog)
    decide(made, ONE)
    for name in ("unknown", "known_near", "known", "states", "learn"):
        monkeypatch.delattr(type(store), name)
    [part] = scan(made)
    assert part.is_empty


def test_only_what_changed_is_looked_up_again(blog: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = opened(store, blog)
    for paper in (ONE, TWO, THREE):
        decide(made, paper)
    asked: list[str] = []
    occurrences = made.index.occurrences

    def counted(keys: tuple[str, ...]) -> object:
        asked.extend(keys)
        return occurrences(keys)

    monkeypatch.setattr(made.index, "occurrences", counted)
    write(blog / "_posts" / "new.md", {NEW: [ONE, TWO, "2503.00009"]})
    for _ in made.scan():
        asked.clear()
    assert set(asked) == {f"arxiv:{ONE}", f"arxiv:{TWO}"}


def test_a_state_of_the_first_version_and_a_file_removed_before_this_one_ran(blog: Path, tmp_path: Path) -> None:
    index = open_index(tmp_path / "index.db")
    Library([source_for(blog)], memory_store(), index=index).load()
    (blog / "_posts" / "new.md").unlink()
    version_one(tmp_path / "state.db", f"arxiv:{ONE}")
    made = Library([source_for(blog)], open_store(tmp_path / "state.db"), index=index)
    made.open()
    scan(made)
    assert gone(made) == {ONE: NEW}
    made.store.close()
    index.close()


def test_reading_digests_for_a_command_neither_asks_nor_keeps(
    blog: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(opened(store, blog), ONE)
    monkeypatch.setattr(type(store), "known_near", lambda *_: pytest.fail("it was asked which papers are known"))
    monkeypatch.setattr(type(store), "unknown", lambda *_: pytest.fail("it was asked which papers are not known"))
    made = library(store, source_for(blog))
    made.load()
    made.new_papers()
    made.searching.search(made.searching.query("paper -is:starred"))
    assert made.resolve(TWO)


def test_a_state_that_cannot_be_used_takes_nothing_away(
    blog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(tmp_path / "state.db")
    made = opened(store, blog)
    decide(made, ONE)
    store.close()
    write(blog / "more.md", {OLDEST: ["2503.00009"]})
    assert scan(made)
    assert listed(made.days()) == [NEW, OLD, OLDEST]


def test_a_reader_that_cannot_save_has_them_too(blog: Path, tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "state.db")) as store:
        decide(opened(store, blog), ONE)
    (blog / "_posts" / "new.md").unlink()
    before = contents(tmp_path / "state.db")
    made = opened(recovered_store(tmp_path / "state.db"), blog)
    assert gone(made) == {ONE: NEW}
    decide(made, ONE, "status", "later")
    assert made.state(made.resolve(ONE)[0]).status == "later"
    assert contents(tmp_path / "state.db") == before


# Lists


def test_the_days_of_a_list_hold_it_at_its_last_date(blog: Path, store: Store) -> None:
    write(blog / "undated.md", {})
    made = opened(store, blog)
    for paper in (ONE, THREE):
        decide(made, paper)
    (blog / "_posts" / "new.md").unlink()
    scan(made)
    days = made.belonging(lambda state: state.starred)
    assert [(day.id, day.is_gone) for day in days] == [(NEW, True), (OLD, False)]
    assert [entry.digest.title for entry in days[0].entries] == [NO_LONGER.capitalize()]
    assert made.belonging(lambda state: state.status == "later") == []


def test_the_undated_stand_below_and_what_is_dated_later_than_tomorrow_at_the_foot(
    blog: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(blog / "future.md", {"2031-01-01": ["2503.00008"]})
    (blog / "undated.md").write_text("# Papers\n\n- [Undated](https://arxiv.org/abs/2503.00009)\n", encoding="utf-8")
    made = opened(store, blog)
    for paper in (ONE, THREE, "2503.00008", "2503.00009"):
        decide(made, paper)
    for file in ("future.md", "undated.md", "_posts/new.md"):
        (blog / file).unlink()
    scan(made)
    days = made.belonging(lambda state: state.starred)
    assert listed(days) == [NEW, OLD, "undated", "2031-01-01"]
    assert [day.future for day in days] == [False, False, False, True]


def test_the_places_to_search_are_the_same_until_something_changes(blog: Path, store: Store) -> None:
    made = opened(store, blog)
    assert made.entries() is made.catalog.entries(made.today())
    decide(made, ONE)
    (blog / "_posts" / "new.md").unlink()
    scan(made)
    assert made.entries() is made.entries()
    assert len(made.entries()) == len(made.catalog.entries(made.today())) + 1
    (blog / "old.md").unlink()
    before = made.entries()
    scan(made)
    assert made.entries() is not before
