"""The index: what was read comes back as it was, and whatever is wrong with the file costs only time."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from digest_tui.index import Index, open_index
from digest_tui.library import Library
from digest_tui.model import Digest
from digest_tui.model.summary import summary_of
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
    assert index.digest(summary) is None
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
    assert [entry.paper.title for entry in second.catalog.entries()] == ["첫째 논문", "Second", "An older paper"]
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
        fresh.take(scan)
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
    assert [entry.paper.title for entry in again.catalog.entries()] == ["첫째 논문", "Second", "An older paper"]


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
