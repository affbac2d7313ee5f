"""The settings that digest-tui writes for the person: the places of the digests."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array

from digest_tui.errors import UsageError
from digest_tui.paths import private


def write_dirs(file: Path, dirs: Sequence[str]) -> None:
    """Add folders to `dirs` in a configuration file and keep all else in it, comments too.

    The file is replaced as a whole and belongs to this user alone (0600). Raises UsageError when what stands in it
    cannot be kept, or when it cannot be written.
    """
    with _edited(file, "The folder was not saved", "use --dir") as document:
        known = document.setdefault("dirs", tomlkit.array())
        if not isinstance(known, Array):
            raise UsageError(f"The folder was not saved: `dirs` in {file} is not a list; repair it first.")
        known.extend(folder for folder in dirs if folder not in known)


def write_source(file: Path, url: str, name: str | None) -> None:
    """Add a `[[source]]` as `write_dirs` adds folders."""
    with _edited(file, "The source was not saved", "make it writable") as document:
        known = document.setdefault("source", tomlkit.aot())
        if not isinstance(known, AoT):
            raise UsageError(f"The source was not saved: `source` in {file} is not a table; repair it first.")
        table = tomlkit.table()
        table.update({"url": url} | ({"name": name} if name else {}))
        known.append(table)


def remove_from(file: Path, key: str, index: int) -> None:
    """Take one entry out of the `dirs` or the `source` of a file that holds it; raises UsageError."""
    with _edited(file, "Nothing was removed", "make it writable") as document:
        if len(document[key].unwrap()) == 1:
            # Of an empty list TOML does not know whether it is one of tables.
            del document[key]
        else:
            del document[key][index]


@contextmanager
def _edited(file: Path, failure: str, advice: str) -> Iterator[TOMLDocument]:
    try:
        if file.exists() and not file.is_file():
            # A folder, a device or a pipe must not be replaced.
            raise UsageError(f"{failure}: {file} is not a regular file; name another with --config.")
        document = tomlkit.parse(file.read_text("utf-8-sig") if file.exists() else "")
        yield document
        _replace(file, tomlkit.dumps(document))
    except (TOMLKitError, UnicodeError, RecursionError) as error:
        raise UsageError(f"{failure}: {file} is not valid TOML; repair it first.") from error
    except OSError as error:
        raise UsageError(f"{failure}: {file} cannot be written ({error.strerror}); {advice}.") from error


def _replace(file: Path, text: str) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=private(file.parent), prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
