"""Places that go away while they are watched: what was read of them stays, and they go on when they are back."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest_tui.errors import SourceError
from digest_tui.index import open_index
from digest_tui.library import Library
from digest_tui.sources import FileRef, FolderSource, RawText, Source, source_for
from digest_tui.sources.walk import Walk
from digest_tui.store import memory_store
from support.blog import TODAY, Blog

OLD, NEW = "2025-03-10", "2025-03-11"

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX links")


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """Two days, the older one in a folder of its own."""
    blog = Blog(tmp_path / "disk" / "블로그")
    (blog.folder / "old").mkdir(parents=True)
    blog.post(NEW, "첫째 논문")
    blog.post(OLD, "An older paper").rename(blog.folder / "old" / f"{OLD}-a.md")
    return blog


def opened(*sources: Source, file: Path | None = None) -> Library:
    library = Library(sources, memory_store(), index=open_index(file), today=lambda: TODAY)
    library.load()
    return library


def look(library: Library) -> list[str]:
    """Look again; the days that are listed then."""
    for scan in library.scan():
        library.apply(scan)
    return [day.id for day in library.days()]


def sentences(library: Library) -> list[str]:
    return [problem.message for _, problem in library.source_problems()]


def renamed(folder: Path) -> Callable[[], None]:
    away = folder.with_name("away")
    folder.rename(away)

    def back() -> None:
        away.rename(folder)

    return back


def replaced_by_a_file(folder: Path) -> Callable[[], None]:
    back = renamed(folder)
    folder.write_text("x")

    def again() -> None:
        folder.unlink()
        back()

    return again


def parent_renamed(folder: Path) -> Callable[[], None]:
    return renamed(folder.parent)


@pytest.mark.parametrize("goes_away", [renamed, replaced_by_a_file, parent_renamed])
def test_a_folder_that_goes_away_keeps_its_digests_until_it_is_back(
    blog: Blog, goes_away: Callable[[Path], Callable[[], None]]
) -> None:
    library = opened(source_for(blog.folder))
    [place, _] = library.entries()
    back = goes_away(blog.folder)
    assert look(library) == [NEW, OLD]
    assert place.digest.markdown(place.paper)
    [sentence] = sentences(library)
    assert sentence.startswith(f"{blog.folder} cannot be read: it is missing (unmounted or renamed?); ")
    assert library.away() == {"블로그"}
    with pytest.raises(SourceError, match="is missing"):
        library.whole_text(place.digest)
    assert look(library) == [NEW, OLD]
    back()
    (blog.folder / "old" / f"{OLD}-a.md").unlink()
    blog.post("2025-03-12", "A newer one")
    assert look(library) == ["2025-03-12", NEW]
    assert sentences(library) == []
    assert library.away() == set()


@posix_only
def test_a_link_whose_target_goes_away_says_where_it_leads(blog: Blog, tmp_path: Path) -> None:
    (tmp_path / "blog").symlink_to(blog.folder)
    library = opened(source_for(tmp_path / "blog"))
    back = renamed(blog.folder)
    assert look(library) == [NEW, OLD]
    assert sentences(library)[0].startswith(f"{tmp_path / 'blog'} cannot be read: it is a link to {blog.folder}, which")
    back()
    assert look(library) == [NEW, OLD]
    assert sentences(library) == []


def test_a_file_that_goes_away_stays_until_it_is_back(blog: Blog) -> None:
    file = blog.folder / f"{NEW}-papers.md"
    library = opened(source_for(file))
    text = file.read_text(encoding="utf-8")
    file.unlink()
    assert look(library) == [NEW]
    assert "is missing" in sentences(library)[0]
    file.mkdir()
    assert look(library) == [NEW]
    assert "cannot be read: it is a folder, not a file; " in sentences(library)[0]
    file.rmdir()
    file.write_text(text.replace(NEW, OLD), encoding="utf-8")
    assert look(library) == [OLD]
    assert sentences(library) == []


def test_of_two_sources_the_one_that_is_there_goes_on(blog: Blog, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    notes = Blog(tmp_path / "notes", count=10)
    notes.post("2025-03-09", "In the notes")
    library = opened(source_for(blog.folder), source_for(notes.folder))
    back = renamed(blog.folder)
    (notes.folder / "2025-03-09-papers.md").unlink()
    notes.post("2025-03-08", "Another one")
    assert look(library) == [NEW, OLD, "2025-03-08"]
    back()
    assert look(library) == [NEW, OLD, "2025-03-08"]


def test_what_is_deleted_is_gone(blog: Blog) -> None:
    library = opened(source_for(blog.folder))
    shutil.rmtree(blog.folder / "old")
    assert look(library) == [NEW]
    for file in blog.folder.iterdir():
        file.unlink()
    assert look(library) == []
    assert sentences(library)[0].startswith(f"{blog.folder}: 0 Markdown files; ")


@posix_only
def test_a_linked_folder_below_whose_target_goes_away_keeps_its_digests(blog: Blog, tmp_path: Path) -> None:
    target = blog.folder / "disk" / "posts"
    target.parent.mkdir()
    (blog.folder / "old").rename(target)
    (blog.folder / "ao").symlink_to("disk/posts")
    (blog.folder / "disk").rename(blog.folder / ".disk")
    (blog.folder / "disk").symlink_to(".disk")
    library = opened(source_for(blog.folder))
    assert look(library) == [NEW, OLD]
    (blog.folder / ".disk").rename(tmp_path / "away")
    assert look(library) == [NEW, OLD]
    assert any("disk is left out: it is a link that leads nowhere, to .disk." in each for each in sentences(library))
    (tmp_path / "away").rename(blog.folder / ".disk")
    assert look(library) == [NEW, OLD]
    (blog.folder / "disk").unlink()
    (blog.folder / "ao").unlink()
    assert look(library) == [NEW]


def refuses(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Nobody may list the folder of this name: the tests may run as root, whom permissions do not bind."""
    scandir = os.scandir

    def refusing(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("블로그", "블로그 cannot be read: Permission denied; "), ("old", "The folder old cannot be read: ")],
)
def test_what_may_not_be_entered_any_more_keeps_its_digests(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, name: str, sentence: str
) -> None:
    library = opened(source_for(blog.folder))
    with monkeypatch.context() as closed:
        refuses(closed, name)
        assert look(library) == [NEW, OLD]
        assert sentence in sentences(library)[0]
    assert look(library) == [NEW, OLD]
    assert sentences(library) == []


@pytest.mark.parametrize("prefix", ["", "old/"])
def test_a_mount_point_that_is_empty_is_not_an_empty_folder(blog: Blog, prefix: str) -> None:
    folder = blog.folder / prefix
    before = Walk(blog.folder, {})
    assert len(list(before)) == 2
    shutil.rmtree(folder)
    folder.mkdir()
    other_device = folder.stat().st_dev + 1
    after = Walk(blog.folder, {prefix: other_device})
    list(after)
    assert after.unseen == [prefix]
    assert (after.root_error is not None) == (prefix == "")
    same_device = Walk(blog.folder, before.mounts)
    list(same_device)
    assert same_device.unseen == []


def test_an_unmounted_folder_is_known_until_it_is_mounted_again(blog: Blog) -> None:
    source = FolderSource(blog.folder)
    library = opened(source)
    device = blog.folder.stat().st_dev
    # As if what was walked had been on another disk.
    source._mounts = {"": device + 1, "old/": device + 1}
    shutil.rmtree(blog.folder / "old")
    (blog.folder / "old").mkdir()
    for _ in range(2):
        assert look(library) == [NEW, OLD]
        assert sentences(library) == ["The folder old cannot be read: what was mounted there is gone."]
    (blog.folder / f"{NEW}-papers.md").rename(blog.folder / "old" / "x.md")
    assert look(library) == [NEW]
    assert sentences(library) == []


def test_a_root_that_goes_away_during_a_walk_is_not_a_folder_in_which_all_was_deleted(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened(source_for(blog.folder))
    scandir = os.scandir

    def leaving(path: str) -> object:
        listing = scandir(path)
        if Path(path) == blog.folder:
            entries = list(listing)
            renamed(blog.folder)
            (blog.folder / "old").mkdir(parents=True)
            return Listing(entries)
        return listing

    with monkeypatch.context() as during:
        during.setattr(os, "scandir", leaving)
        assert look(library) == [NEW, OLD]
    assert library.away() == {"블로그"}


class Listing(list[os.DirEntry[str]]):
    """What `os.scandir` returns."""

    def __enter__(self) -> "Listing":
        return self

    def __exit__(self, *error: object) -> None:
        pass


class Flaky(FolderSource):
    """Some files cannot be read now."""

    closed: tuple[str, ...] = ()
    reads = 0

    def read(self, ref: FileRef) -> RawText:
        self.reads += 1
        if ref.path.startswith(self.closed):
            raise SourceError(f"{ref.path} cannot be read: Permission denied.")
        return super().read(ref)


def test_a_file_that_may_be_read_again_is_read_although_it_looks_the_same(blog: Blog) -> None:
    source = Flaky(blog.folder)
    source.closed = ("old/",)
    library = opened(source)
    [summary] = library.catalog.others().rest
    assert [problem.code for problem in library.catalog.text(summary).problems] == ["unreadable"]
    library.look_for_gone()
    for _ in range(2):
        assert [scan.is_empty for scan in library.scan()] == [True]
    source.closed = ()
    assert look(library) == [NEW, OLD]
    assert library.catalog.others() == ([], [])
    reads = source.reads
    look(library)
    assert source.reads == reads


def test_a_file_that_vanishes_before_it_is_read_again_is_as_it_was(blog: Blog) -> None:
    class Vanishing(FolderSource):
        def read(self, ref: FileRef) -> RawText:
            if ref.path.startswith("old/") and self.vanishes:
                ref.location.unlink()
            return super().read(ref)

        vanishes = False

    source = Vanishing(blog.folder)
    library = opened(source)
    source.vanishes = True
    blog.count = 1
    blog.post(OLD, "Another title").rename(blog.folder / "old" / f"{OLD}-a.md")
    assert look(library) == [NEW, OLD]
    assert [place.paper.title for place in library.entries()] == ["첫째 논문", "An older paper"]
    assert look(library) == [NEW]


def test_what_was_read_is_listed_at_the_next_start_too(blog: Blog, tmp_path: Path) -> None:
    file = tmp_path / "cache" / "index.db"
    opened(source_for(blog.folder), file=file).index.close()
    back = renamed(blog.folder)
    for _ in range(2):
        library = Library([FolderSource(blog.folder)], memory_store(), index=open_index(file), today=lambda: TODAY)
        assert library.open()
        assert look(library) == [NEW, OLD]
        library.index.close()
    back()
    assert look(opened(source_for(blog.folder), file=file)) == [NEW, OLD]
