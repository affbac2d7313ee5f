"""The index: what was read comes back as it was, and whatever is wrong with the file costs only time."""

import os
import sqlite3
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from digest_tui.index import Index, Kept, open_index
from digest_tui.index.opening import connect, prepared, remove
from digest_tui.library import Library
from digest_tui.model import Digest, Neighbour
from digest_tui.model.summary import Occurrence, ordinal_of, summary_of
from digest_tui.sources import FileRef, RawText, source_for
from digest_tui.sources.folder import FolderSource
from digest_tui.store import memory_store
from support.blog import Blog
from support.golden import Sample, samples
from support.many_days import digest

STAMP, LATER = (1, 2, 3), (2, 2, 3)
NEW, OLD = "2025-03-11", "2025-03-10"
ONE, TWO = "2503.00001", "2503.00002"
ROOT = "/digests"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.db"


def put(index: Index, found: Digest, stamp: tuple[int, int, int] = STAMP) -> Digest | None:
    """What comes back of a digest."""
    summary = index.put(ROOT, stamp, found)
    index.commit()
    return index.digest(summary)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_every_digest_comes_back_as_it_was_read(sample: Sample, file: Path) -> None:
    found = sample.explain().digest
    for index in (open_index(None), open_index(file)):
        summary = index.put(ROOT, STAMP, found)
        index.commit()
        assert index.digest(summary) == found
        assert summary == summary_of(found, summary.id)


def test_a_file_is_known_by_time_size_and_inode(file: Path) -> None:
    index = open_index(file)
    summary = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    index.commit()
    assert index.known(ROOT, "papers.md", "blog", STAMP) == summary
    assert index.known(ROOT, "papers.md", "blog", LATER) is None
    assert index.known("/elsewhere", "papers.md", "blog", STAMP) is None


def test_what_reads_as_before_keeps_its_id_and_what_does_not_gives_it_up(file: Path) -> None:
    index = open_index(file)
    first = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    assert index.put(ROOT, LATER, digest({NEW: [ONE]})) == first
    second = index.put(ROOT, LATER, digest({NEW: [TWO]}))
    index.commit()
    assert second.id != first.id
    assert index.digest(first) is None
    assert [found.summary for found in index.occurrences((f"arxiv:{ONE}", f"arxiv:{TWO}"))] == [second.id]


def test_windows_share_it_and_an_id_is_never_given_twice(file: Path) -> None:
    one, other = open_index(file), open_index(file)
    summary = one.put(ROOT, STAMP, digest({NEW: [ONE]}))
    one.commit()
    assert other.digest(summary) == digest({NEW: [ONE]})
    other.forget(ROOT, "papers.md")
    other.commit()
    assert one.digest(summary) is None
    assert one.put(ROOT, STAMP, digest({NEW: [ONE]})).id != summary.id


@pytest.fixture(params=["file", "memory"])
def index(request: pytest.FixtureRequest, file: Path) -> Index:
    """One in a file, and one that has none."""
    return open_index(file if request.param == "file" else None)


def test_a_paper_stands_where_its_digests_say(index: Index) -> None:
    days = {NEW: [ONE, TWO], OLD: [TWO]}
    first = index.put(ROOT, STAMP, digest(days))
    second = index.put(ROOT, STAMP, digest({OLD: [ONE]}, "other.md"))
    new, old = (ordinal_of(day) for day in summary_of(digest(days)).dates())
    one, two = f"arxiv:{ONE}", f"arxiv:{TWO}"
    index.commit()
    assert sorted(index.occurrences((one, "arxiv:none"))) == sorted(
        [Occurrence(one, first.id, new, 1), Occurrence(one, second.id, old, 1)]
    )
    assert sorted(index.occurrences((two,))) == sorted(
        [Occurrence(two, first.id, new, 2), Occurrence(two, first.id, old, 1)]
    )
    index.forget(ROOT, "papers.md")
    index.forget(ROOT, "no such file")
    index.commit()
    assert index.occurrences((one, two)) == [Occurrence(one, second.id, old, 1)]
    assert (index.digest(first), index.lines(first.id), index.neighbours(first)) == (None, None, ())


def test_what_reads_as_before_keeps_its_place_in_memory_too(index: Index) -> None:
    first = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    assert index.put(ROOT, LATER, digest({NEW: [ONE]})) == first
    elsewhere = index.put("/elsewhere", STAMP, digest({NEW: [ONE]}))
    assert elsewhere.id != first.id
    # The same papers, and another text.
    text = digest({NEW: [ONE]})
    changed = index.put(ROOT, LATER, text._replace(lines=(*text.lines, "more")))
    index.commit()
    assert changed.id != first.id
    assert index.digest(first) is None
    assert index.lines(changed.id) == [*text.lines, "more"]
    assert index.digest(elsewhere) == text
    assert {occurrence.summary for occurrence in index.occurrences((f"arxiv:{ONE}",))} == {changed.id, elsewhere.id}


def test_what_is_only_for_this_run_is_held_in_memory(file: Path) -> None:
    index = open_index(file)
    summary = index.put(ROOT, STAMP, digest({NEW: [ONE]}), keep=False)
    assert summary.id == -1
    assert index.put(ROOT, STAMP, digest({NEW: [TWO]}, "b.md"), keep=False).id == -2
    assert index.digest(summary) == digest({NEW: [ONE]})
    assert [found.summary for found in index.occurrences((f"arxiv:{ONE}",))] == [-1]
    index.forget(ROOT, "papers.md")
    assert index.digest(summary) is None
    index.close()
    assert open_index(file).known(ROOT, "papers.md", "blog", STAMP) is None


def test_links_to_other_files_and_lines_are_read_alone(index: Index) -> None:
    links = (Neighbour("b.md", "b.md", 2, None, "day", True),)
    found = digest({NEW: [ONE]})._replace(neighbours=links)
    summary = index.put(ROOT, STAMP, found)
    index.commit()
    assert summary.names_files
    assert index.neighbours(summary) == links
    assert index.lines(summary.id) == list(found.lines)


def test_pages_are_read_from_the_index(index: Index) -> None:
    from digest_tui.model.page_lines import LinesWithPages, PageRun

    page = index.put(ROOT, STAMP, digest({NEW: [TWO]}, "page.md"))
    own = digest({NEW: [ONE]})
    lines = LinesWithPages(tuple(own.lines), (PageRun(page.id, "page.md", 0, 2),), own.path, index.lines)
    summary = index.put(ROOT, STAMP, own._replace(lines=lines))
    index.commit()
    found = index.digest(summary)
    assert found is not None
    assert list(found.lines)[-2:] == list(digest({NEW: [TWO]}).lines)[:2]


def test_a_source_may_be_called_otherwise_the_next_time(file: Path) -> None:
    index = open_index(file)
    summary = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    again = index.put(ROOT, LATER, digest({NEW: [ONE]}, source="log"))
    index.commit()
    assert (summary.source, again.source, again.id) == ("blog", "log", summary.id)
    assert index.known(ROOT, "papers.md", "other", LATER) == summary._replace(source="other")


@pytest.mark.parametrize("stamp", [(2**63, 2, 3), (1, 2**63 - 1, 3), (1, 2, 2**64 + 5), (2**63 - 2, 2, 3)])
def test_stamps_may_be_larger_than_what_a_file_holds(file: Path, stamp: tuple[int, int, int]) -> None:
    index = open_index(file)
    summary = index.put(ROOT, stamp, digest({NEW: [ONE]}))
    index.commit()
    assert index.known(ROOT, "papers.md", "blog", stamp) == summary
    assert summary.id > 0


@pytest.mark.parametrize("which", [0, 1, 2])
def test_each_part_of_the_stamp_tells_files_apart(file: Path, which: int) -> None:
    index = open_index(file)
    large = (2**62, 2**62, 2**62)
    index.put(ROOT, large, digest({NEW: [ONE]}))
    index.commit()
    other = [*large]
    other[which] = 0
    assert index.known(ROOT, "papers.md", "blog", (other[0], other[1], other[2])) is None


def kept(index: Index, path: str, *, shown: str = "same") -> Kept:
    summary = index.put(ROOT, STAMP, digest({NEW: [ONE]}, path))
    if shown == "same":
        return Kept(summary, STAMP, summary)
    if shown == "nothing":
        return Kept(summary, STAMP, None)
    return Kept(
        summary, STAMP, index.put(f"{ROOT} joined", STAMP, digest({NEW: [ONE, TWO]}, path), keep=shown == "kept")
    )


def test_a_library_is_what_its_folders_held(file: Path) -> None:
    index = open_index(file)
    files = [kept(index, "a.md"), kept(index, "b.md", shown="kept"), kept(index, "c.md", shown="nothing")]
    assert index.library("one\0two") == []
    index.keep_library("one\0two", files)
    index.close()
    again = open_index(file)
    assert again.library("one\0two") == files
    assert again.library("one") == []
    same = again.library("one\0two")[0]
    assert same.summary is same.shown


def test_what_is_held_in_memory_is_no_part_of_a_library_that_is_kept(file: Path) -> None:
    index = open_index(file)
    held = index.put(ROOT, STAMP, digest({NEW: [ONE]}, "d.md"), keep=False)
    files = [kept(index, "a.md"), Kept(held, STAMP, held), kept(index, "e.md", shown="held")]
    index.keep_library("one", files)
    assert index.library("one") == files[:1]


def test_a_library_that_was_damaged_unseen_is_not_there(file: Path) -> None:
    index = open_index(file)
    index.keep_library("one", [kept(index, "a.md")])
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE library SET summaries = x'00ff'")
    assert index.library("one") == []


DAY_SECONDS = 24 * 3600


def test_what_nobody_asked_for_in_two_months_is_forgotten(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = open_index(file)
    start = time.time()
    index.keep_library("old", [])
    index.keep_made("text", "1", b"old")
    index.commit()
    for minutes, is_there in ((-1, True), (1, False)):
        monkeypatch.setattr(time, "time", lambda now=start + 60 * DAY_SECONDS + 60 * minutes: now)
        index.keep_library(f"after {minutes}", [])
        assert (index.made("text", "1") == b"old") is is_there
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT roots FROM library ORDER BY roots").fetchall()
    assert [row[0] for row in rows] == [b"after -1", b"after 1"]


def test_how_long_one_waits_for_another_window(file: Path) -> None:
    file.parent.mkdir()
    assert connect(file).execute("PRAGMA busy_timeout").fetchone() == (5000,)


def test_threads_take_turns(file: Path) -> None:
    index = open_index(file)
    with ThreadPoolExecutor(1) as other:
        summary = other.submit(index.put, ROOT, STAMP, digest({NEW: [ONE]})).result()
        other.submit(index.commit).result()
        assert summary.id > 0
        assert other.submit(index.digest, summary).result() == index.digest(summary) == digest({NEW: [ONE]})


def test_a_folder_may_have_a_name_that_is_no_text(file: Path) -> None:
    index = open_index(file)
    summary = index.put("/digests/\udcff", STAMP, digest({NEW: [ONE]}))
    index.keep_library("/digests/\udcff", [Kept(summary, STAMP, summary)])
    assert index.known("/digests/\udcff", "papers.md", "blog", STAMP) == summary
    assert index.library("/digests/\udcff") == [Kept(summary, STAMP, summary)]


def test_what_was_made_goes_with_its_digest(file: Path) -> None:
    index = open_index(file)
    summary = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    for kind in ("text", "pages", "page", "names"):
        index.keep_made(kind, str(summary.id), kind.encode())
        index.keep_made(kind, "99", b"other")
    index.commit()
    index.forget(ROOT, "papers.md")
    index.commit()
    kinds = ("text", "pages", "page", "names")
    assert [index.made(kind, str(summary.id)) for kind in kinds] == [None, None, None, b"names"]
    assert [index.made(kind, "99") for kind in kinds] == [b"other"] * 4
    index.keep_made("text", "99", b"newer")
    index.commit()
    assert index.made("text", "99") == b"newer"


def test_nothing_is_there_after_closing_and_what_is_put_is_held(file: Path) -> None:
    index = open_index(file)
    summary = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    index.commit()
    index.close()
    index.close()
    assert index.digest(summary) is None
    index.commit()
    again = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    assert again.id < 0
    assert index.digest(again) == digest({NEW: [ONE]})


def test_a_write_that_fails_leaves_nothing_half_written(file: Path) -> None:
    index = open_index(file)
    index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    index.commit()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON occurrence BEGIN SELECT RAISE(FAIL, 'no room'); END")
    index.put(ROOT, STAMP, digest({NEW: []}, "b.md"))
    summary = index.put(ROOT, LATER, digest({NEW: [TWO]}))
    assert summary.id < 0  # held in memory instead
    index.commit()
    assert index.known(ROOT, "papers.md", "blog", STAMP) is not None
    assert index.known(ROOT, "papers.md", "blog", LATER) is None
    assert index.known(ROOT, "b.md", "blog", STAMP) is None


def test_a_window_that_writes_does_not_stop_others_from_reading(file: Path) -> None:
    one, other = open_index(file), open_index(file)
    summary = one.put(ROOT, STAMP, digest({NEW: [ONE]}))
    one.commit()
    one.put(ROOT, LATER, digest({NEW: [TWO]}))
    assert other.digest(summary) == digest({NEW: [ONE]})
    one.commit()
    assert other.digest(summary) is None


def test_a_file_that_is_locked_is_not_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = open_index(file)
    summary = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    index.close()
    inode = file.stat().st_ino
    blocker = connect(file)
    blocker.execute("PRAGMA locking_mode = EXCLUSIVE")
    blocker.execute("BEGIN EXCLUSIVE")

    monkeypatch.setattr("digest_tui.index.opening.connect", lambda file: connect(file, wait=0))
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        prepared(file)
    blocker.close()
    assert file.stat().st_ino == inode
    assert summary.id > 0


def test_a_file_that_stays_unusable_is_tried_twice(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[Path] = []

    def never(file: Path) -> sqlite3.Connection:
        tries.append(file)
        raise sqlite3.DatabaseError("file is not a database")

    monkeypatch.setattr("digest_tui.index.opening._opened", never)
    with pytest.raises(sqlite3.DatabaseError):
        prepared(file)
    assert len(tries) == 2


def test_an_index_is_removed_with_what_is_beside_it(file: Path) -> None:
    file.parent.mkdir()
    for name in ("index.db", "index.db-wal", "index.db-shm", "other.db"):
        (file.parent / name).touch()
    remove(file)
    remove(file)
    assert [path.name for path in file.parent.iterdir()] == ["other.db"]


def test_no_file_is_made_through_a_link_that_leads_nowhere(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.symlink_to(tmp_path / "elsewhere")
    assert put(open_index(file), digest({NEW: [ONE]})) == digest({NEW: [ONE]})
    assert not (tmp_path / "elsewhere").exists()


def test_a_table_that_is_gone_holds_nothing(file: Path) -> None:
    index = open_index(file)
    put(index, digest({NEW: [ONE]}))
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE occurrence")
    assert index.occurrences((f"arxiv:{ONE}",)) == []


def test_what_sqlite_keeps_beside_a_replaced_file_goes_too(file: Path) -> None:
    file.parent.mkdir()
    damaged(file)
    for name in ("index.db-wal", "index.db-shm"):
        (file.parent / name).write_bytes(b"stale")
    open_index(file).close()
    assert [path.name for path in file.parent.iterdir()] == ["index.db"]


@pytest.mark.parametrize(
    "changed",
    [
        "counts.py",
        "formats/x.py",
        "joining/x.py",
        "markup/a/x.py",
        "model/x.py",
        "notation/x.py",
        "search/x.py",
        "text.py",
    ],
)
def test_another_version_of_what_reads_has_another_name(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digest_tui.index import schema

    package = tmp_path / "digest_tui"
    monkeypatch.setattr(schema, "__file__", str(package / "index/schema.py"))
    packages = (f"{name}/x.py" for name in ("formats", "joining", "markup/a", "model", "notation", "search", "ui"))
    for name in ("counts.py", "text.py", *packages):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("x")
    before = schema.version()
    (package / "ui/x.py").write_text("longer")
    (package / "formats/notes.txt").write_text("no module")
    assert schema.version() == before
    (package / changed).write_text("longer")
    assert schema.version() != before


def test_it_is_for_this_user_alone(file: Path) -> None:
    put(open_index(file), digest({NEW: [ONE]}))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def damaged(file: Path) -> None:
    file.write_bytes(b"no database at all" * 100)


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:1500])


def of_another_version(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE meta SET version = 'older'")


def of_another_program(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE note (text TEXT)")


@pytest.mark.parametrize("harm", [damaged, cut_off, of_another_version, of_another_program])
def test_one_that_cannot_be_used_is_made_anew(file: Path, harm: object) -> None:
    index = open_index(file)
    old = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    index.commit()
    index.close()
    assert callable(harm)
    harm(file)
    again = open_index(file)
    assert again.known(ROOT, "papers.md", "blog", STAMP) is None
    assert again.digest(old) is None
    assert put(again, digest({NEW: [TWO]})) == digest({NEW: [TWO]})
    again.close()
    assert open_index(file).known(ROOT, "papers.md", "blog", STAMP) is not None


def test_bytes_that_were_damaged_unseen_are_not_there(file: Path) -> None:
    index = open_index(file)
    summary = index.put(ROOT, STAMP, digest({NEW: [ONE]}))
    index.commit()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE digest SET rest = x'00ff', summary = x'00'")
    assert (index.digest(summary), index.lines(summary.id), index.neighbours(summary)) == (None, None, ())
    assert index.known(ROOT, "papers.md", "blog", STAMP) is None


@pytest.mark.parametrize("blocked", ["folder", "link", "database"])
def test_where_nothing_can_be_kept_it_is_held_in_memory(file: Path, blocked: str, tmp_path: Path) -> None:
    if blocked == "folder":
        (tmp_path / "cache").write_text("a file in the way")
    elif blocked == "link":
        file.parent.mkdir()
        (tmp_path / "target").touch()
        os.symlink(tmp_path / "target", file)
    else:
        file.mkdir(parents=True)
    index = open_index(file)
    assert put(index, digest({NEW: [ONE]})) == digest({NEW: [ONE]})
    index.keep_made("text", "1", b"text")
    assert index.made("text", "1") == b"text"
    if blocked == "link":
        assert (tmp_path / "target").read_bytes() == b""


class CountingSource(FolderSource):
    """Notes what it is asked to read."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.reads: list[str] = []

    def read(self, ref: FileRef) -> RawText:
        self.reads.append(ref.path)
        return super().read(ref)


def opened(folder: Path, file: Path) -> tuple[Library, CountingSource]:
    source = CountingSource(folder)
    return Library([source], memory_store(), index=open_index(file)), source


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post(NEW, "첫째 논문", "Second")
    blog.post(OLD, "An older paper")
    return blog


def test_a_start_lists_what_was_there_and_only_what_changed_is_read(blog: Blog, file: Path) -> None:
    first, source = opened(blog.folder, file)
    assert not first.open()
    first.load()
    assert len(source.reads) == 2
    first.index.close()

    blog.post("2025-03-12", "A newer one")
    second, source = opened(blog.folder, file)
    assert second.open()
    assert [day.id for day in second.days()] == [NEW, OLD]
    assert source.reads == []
    assert [entry.paper.title for entry in second.entries()] == ["첫째 논문", "Second", "An older paper"]
    second.load()
    assert source.reads == ["2025-03-12-papers.md"]
    assert [day.id for day in second.days()] == ["2025-03-12", NEW, OLD]


def test_what_is_gone_is_not_listed_after_the_scan_and_not_at_the_next_start(blog: Blog, file: Path) -> None:
    first, _ = opened(blog.folder, file)
    first.load()
    first.index.close()
    (blog.folder / f"{OLD}-papers.md").unlink()
    second, _ = opened(blog.folder, file)
    second.load()
    assert [day.id for day in second.days()] == [NEW]
    second.index.close()
    third, _ = opened(blog.folder, file)
    third.open()
    assert [day.id for day in third.days()] == [NEW]


def test_a_text_that_another_window_replaced_is_read_again(blog: Blog, file: Path) -> None:
    library, source = opened(blog.folder, file)
    library.load()
    with sqlite3.connect(file) as connection:
        connection.execute("DELETE FROM digest")
    fresh, source = opened(blog.folder, file)
    fresh.open()
    day = fresh.days()[0]
    assert day.entries == ()
    for scan in fresh.scan():
        fresh.apply(scan)
    assert source.reads == [f"{NEW}-papers.md"]
    assert [entry.paper.title for entry in fresh.days()[0].entries] == ["첫째 논문", "Second"]


def test_an_unreadable_file_is_not_kept_as_such(blog: Blog, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from digest_tui.errors import SourceError

    library, source = opened(blog.folder, file)

    def refuse(ref: FileRef) -> RawText:
        raise SourceError(f"{ref.path} cannot be read")

    monkeypatch.setattr(source, "read", refuse)
    library.load()
    assert all(day.has_problems for day in library.days())
    library.index.close()
    again, _ = opened(blog.folder, file)
    again.load()
    assert [entry.paper.title for entry in again.entries()] == ["첫째 논문", "Second", "An older paper"]


def test_texts_to_search_and_names_are_kept(blog: Blog, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = opened(blog.folder, file)
    first.load()
    assert len(first.searching.search(first.searching.query("논문"))) == 1
    first.index.close()

    def never(*_: object) -> object:
        raise AssertionError("it was made again")

    monkeypatch.setattr("digest_tui.search.kept_texts.paper_text", never)
    second = Library([source_for(blog.folder)], memory_store(), index=open_index(file))
    second.load()
    hits = second.searching.search(second.searching.query("논문"))
    assert hits.entry(0).paper.title == "첫째 논문"


@pytest.mark.parametrize("pages", [1, 3, 12])
def test_what_a_full_disk_loses_is_held_in_memory(file: Path, pages: int) -> None:
    index = open_index(file)
    kept = [digest({NEW: [f"2503.{number + 10 * more:05}" for more in range(50)]}) for number in range(30)]
    found = [index.put(ROOT, STAMP, each._replace(path=f"{number}.md")) for number, each in enumerate(kept[:2])]
    index.commit()
    with sqlite3.connect(file) as connection:
        (count,) = connection.execute("PRAGMA page_count").fetchone()
    assert index._back is not None
    index._back.execute(f"PRAGMA max_page_count = {count + pages}")
    found += [index.put(ROOT, STAMP, each._replace(path=f"{number}.md")) for number, each in enumerate(kept[2:], 2)]
    index.commit()
    assert [index.digest(summary) for summary in found] == [
        each._replace(path=f"{number}.md") for number, each in enumerate(kept)
    ]
    assert len({summary.id for summary in found}) == 30
    assert {occurrence.summary for occurrence in index.occurrences(("arxiv:2503.00007",))} == {found[7].id}
    assert index.known(ROOT, "1.md", "", STAMP) is not None
