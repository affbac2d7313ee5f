"""Thumbnails on the disk."""

import os
from pathlib import Path

import pytest

from digest_tui.paths import cache_dir
from digest_tui.pictures.cache import PictureCache, pictures_dir
from support.promises import promises

URL = "https://pictures.example.org/a.png"


def files(folder: Path) -> list[Path]:
    """What lies there."""
    return sorted(folder.iterdir())


def test_what_was_kept_comes_back_for_its_url_alone() -> None:
    cache = PictureCache()
    assert cache.get(URL) is None
    cache.put(URL, b"one")
    assert (cache.get(URL), cache.get(f"{URL}?")) == (b"one", None)
    cache.put(URL, b"two")
    assert PictureCache().get(URL) == b"two"
    cache.forget(URL)
    assert cache.get(URL) is None


@promises(
    "docs/pictures.md",
    "Thumbnails, never the pictures themselves, are kept in `pictures` in the cache folder (on Linux "
    "`~/.cache/digest-tui/pictures`)",
    "readable by you alone",
)
def test_it_lies_in_the_cache_for_this_user_alone_and_tells_no_url() -> None:
    PictureCache().put(URL, b"one")
    (file,) = files(pictures_dir())
    assert pictures_dir().parent == cache_dir()
    assert (file.stat().st_mode & 0o777, pictures_dir().stat().st_mode & 0o777) == (0o600, 0o700)
    assert "example" not in file.name


@promises("docs/pictures.md", "the oldest go first.")
def test_the_oldest_go_where_there_are_too_many(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "pictures", max_bytes=100)
    for number in range(4):
        cache.put(f"{URL}{number}", bytes(30))
        for file in files(tmp_path / "pictures"):
            os.utime(file, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns - 10**9))
        if number == 2:
            assert cache.get(f"{URL}0") is not None
    kept = [number for number in range(4) if cache.get(f"{URL}{number}") is not None]
    assert kept == [0, 2, 3]


def test_one_that_is_larger_than_all_may_be_stays_until_the_next(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "pictures", max_bytes=10)
    cache.put(URL, bytes(30))
    assert cache.get(URL) == bytes(30)
    cache.put(f"{URL}2", bytes(5))
    assert (cache.get(URL), cache.get(f"{URL}2")) == (None, bytes(5))


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    cache = PictureCache(tmp_path / "pictures")
    cache.put(URL, b"one")
    (file,) = files(tmp_path / "pictures")
    file.unlink()
    file.symlink_to(secret)
    assert cache.get(URL) is None
    cache.put(URL, b"two")
    assert (secret.read_bytes(), cache.get(URL), file.is_symlink()) == (b"secret", b"two", False)


@pytest.mark.parametrize("kind", ["link", "file", "closed"])
def test_a_folder_that_is_none_keeps_nothing(tmp_path: Path, kind: str) -> None:
    folder, elsewhere = tmp_path / "pictures", tmp_path / "elsewhere"
    elsewhere.mkdir()
    if kind == "link":
        folder.symlink_to(elsewhere)
    elif kind == "file":
        folder.write_text("mine")
    else:
        folder = Path("/proc/none/pictures")
    cache = PictureCache(folder)
    cache.put(URL, b"one")
    assert (cache.get(URL), files(elsewhere)) == (None, [])


def test_a_pipe_in_place_of_a_file_holds_nobody(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    cache.put(URL, b"one")
    (file,) = files(tmp_path)
    file.unlink()
    os.mkfifo(file)
    assert cache.get(URL) is None
