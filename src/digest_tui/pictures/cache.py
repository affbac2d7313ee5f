"""Thumbnails on the disk: a folder that may be deleted at any time."""

import os
import stat
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from digest_tui.paths import cache_dir, private

MAX_BYTES = 64 * 1024 * 1024
"""Bytes of all thumbnails; those that were not looked at for the longest time go first."""
_MAX_THUMBNAIL = 2 * 1024 * 1024
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def pictures_dir() -> Path:
    """Return the folder of the thumbnails."""
    return cache_dir() / "pictures"


class PictureCache:
    """Keeps bytes by URL; what cannot be kept or read is just not there."""

    def __init__(self, folder: Path | None = None, max_bytes: int = MAX_BYTES) -> None:
        self._folder = folder or pictures_dir()
        self._max_bytes = max_bytes
        self._bytes: int | None = None
        """Bytes of all thumbnails; None until they were counted."""

    def get(self, url: str) -> bytes | None:
        """Return what is kept, which is then the newest."""
        try:
            with os.fdopen(os.open(self._file(url), _OPEN), "rb") as stream:
                if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                    return None
                data = stream.read(_MAX_THUMBNAIL + 1)
                with suppress(OSError, TypeError, NotImplementedError):
                    os.utime(stream.fileno())
        except OSError:
            return None
        return data if 0 < len(data) <= _MAX_THUMBNAIL else None

    def put(self, url: str, data: bytes) -> None:
        """Keep bytes, and drop the oldest where there are too many."""
        with suppress(OSError):
            if len(data) > _MAX_THUMBNAIL or private(self._folder).is_symlink():
                return
            descriptor, temporary = tempfile.mkstemp(dir=self._folder, prefix=".")
            try:
                with os.fdopen(descriptor, "wb") as stream:
                    stream.write(data)
                os.replace(temporary, self._file(url))
            except BaseException:
                os.unlink(temporary)
                raise
            self._bytes = None if self._bytes is None else self._bytes + len(data)
            self._drop()

    def forget(self, url: str) -> None:
        """Keep nothing for a URL."""
        with suppress(OSError):
            self._file(url).unlink()

    def _drop(self) -> None:
        if self._bytes is not None and self._bytes <= self._max_bytes:
            return
        # Another window may have kept some, or the person deleted them.
        with os.scandir(self._folder) as entries:
            kept = sorted(
                (each.stat(follow_symlinks=False).st_mtime_ns, each.name, each.stat(follow_symlinks=False).st_size)
                for each in entries
                if each.is_file(follow_symlinks=False)
            )
        self._bytes = sum(size for _, _, size in kept)
        for _, name, size in kept[:-1]:
            if self._bytes <= self._max_bytes:
                break
            with suppress(OSError):
                (self._folder / name).unlink()
                self._bytes -= size

    def _file(self, url: str) -> Path:
        return self._folder / f"{blake2b(url.encode('utf-8', 'replace'), digest_size=20).hexdigest()}.jpg"
